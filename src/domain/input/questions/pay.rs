//! What is asked about pay: bands, offers, costs of an employer.

use super::{
    AGREEMENT, CITY, COMMUNITY, COUNTRY, CURRENCY, EMPLOYERS, FTE, LEAST, LEVEL, MAX_EMPLOYEES, MAX_PAY,
    MAX_YEARLY, PAY, PERIOD, REGION, ROLE, YEARS,
};
use crate::domain::input::field::{Face, Field, Kind, Object, Unit};
use crate::domain::message::{Message, ids};

/// Where the work is done.
pub const PLACE: &[Field] = &[COUNTRY, REGION, CITY];

/// Why the question of a band is not echoed.
const IN_THE_TITLE: &[(Face, &str)] =
    &[(Face::Echo, "the title of the report says role, level and place; the agreement has a section")];

/// Which band.
pub const BAND: &[Field] = &[
    ROLE.absent(IN_THE_TITLE),
    LEVEL.none(ids::FIELD_ROLE_NONE).absent(IN_THE_TITLE),
    YEARS,
    COMMUNITY.absent(IN_THE_TITLE),
    COUNTRY.absent(IN_THE_TITLE),
    REGION,
    CITY,
    AGREEMENT.absent(IN_THE_TITLE),
];

const AMOUNT: Field = Field::new("amount", PAY, ids::ABOUT_OFFER_AMOUNT)
    .unit(Unit::Money)
    .ask(ids::FIELD_OFFER_AMOUNT_ASK)
    .form("main", ids::FIELD_OFFER_AMOUNT)
    .option("amount", "AMOUNT");
const VARIABLE: Field = Field::new("variable", Kind::Number { from: 0.0, to: MAX_PAY }, ids::ABOUT_VARIABLE)
    .unit(Unit::Money)
    .form("more", ids::FIELD_VARIABLE)
    .option("variable", "AMOUNT");
const EQUITY: Field = Field::new("equity", Kind::Number { from: 0.0, to: MAX_PAY }, ids::ABOUT_EQUITY)
    .unit(Unit::Money)
    .form("more", ids::FIELD_EQUITY)
    .option("equity", "AMOUNT");
const BENEFITS: Field = Field::new("benefits", Kind::Number { from: 0.0, to: MAX_PAY }, ids::ABOUT_BENEFITS)
    .unit(Unit::Money)
    .form("more", ids::FIELD_BENEFITS)
    .option("benefits", "AMOUNT");
const RATE: Field = Field::new("rate", Kind::Number { from: 1e-6, to: 1e6 }, ids::ABOUT_RATE)
    .form("more", ids::FIELD_RATE)
    .hint(ids::FIELD_RATE_HINT)
    .option("rate", "RATE");
const OFFER_PAYMENTS: Field =
    Field::new("payments", Kind::Number { from: 12.0, to: 14.5 }, ids::ABOUT_OFFER_PAYMENTS)
        .default(12)
        .form("main", ids::FIELD_PAYMENTS)
        .fallback("12")
        .option("payments", "N");

/// Fields in which another offer may differ. None is required, and none has an option of its own: `--against` takes
/// them all.
const DIFFERENCE: &[Field] = &[
    of_another_post(ROLE),
    differing(LEVEL),
    of_another_post(YEARS),
    of_another_post(COMMUNITY),
    of_another_post(COUNTRY.about(ids::ABOUT_AGAINST_COUNTRY)),
    of_another_post(REGION),
    differing(CITY),
    of_another_post(AGREEMENT),
    differing(AMOUNT),
    of_another_post(CURRENCY),
    of_another_post(RATE),
    differing(PERIOD),
    differing(OFFER_PAYMENTS),
    differing(FTE),
    differing(VARIABLE),
    differing(EQUITY),
    differing(BENEFITS),
];

const AGAINST: (Face, &str) = (Face::Option, "--against takes field=value");
const BOTH: (Face, &str) = (Face::Echo, "the report sets both offers side by side");

const fn differing(field: Field) -> Field {
    field.optional().without_default().none(ids::FIELD_COUNTRY_NONE).absent(&[AGAINST, BOTH])
}

const fn of_another_post(field: Field) -> Field {
    field.optional().without_default().absent(&[
        AGAINST,
        BOTH,
        (
            Face::Form,
            "the page compares offers for one job in one country; command line and API take every field",
        ),
    ])
}

/// Why an offer is not echoed.
const SIDE_BY_SIDE: &[(Face, &str)] =
    &[(Face::Echo, "the report sets the offer, field by field, beside the other one")];

/// An offer on its own, as another one becomes when it is laid over the first.
pub const OFFER_ALONE: &[Field] = &[
    ROLE,
    LEVEL,
    YEARS,
    COMMUNITY,
    COUNTRY,
    REGION,
    CITY,
    AGREEMENT,
    AMOUNT,
    CURRENCY,
    RATE,
    PERIOD,
    OFFER_PAYMENTS,
    FTE,
    VARIABLE,
    EQUITY,
    BENEFITS,
];

/// An offer, and another one beside it.
pub const OFFER: &[Field] = &[
    ROLE.absent(SIDE_BY_SIDE),
    LEVEL.none(ids::FIELD_LEVEL_UNKNOWN).absent(SIDE_BY_SIDE),
    YEARS,
    COMMUNITY.absent(SIDE_BY_SIDE),
    COUNTRY.absent(SIDE_BY_SIDE),
    REGION,
    CITY,
    AMOUNT.absent(SIDE_BY_SIDE),
    PERIOD.absent(SIDE_BY_SIDE),
    OFFER_PAYMENTS.absent(SIDE_BY_SIDE),
    FTE.absent(SIDE_BY_SIDE),
    VARIABLE.absent(SIDE_BY_SIDE),
    EQUITY.absent(SIDE_BY_SIDE),
    BENEFITS.absent(SIDE_BY_SIDE),
    CURRENCY.absent(SIDE_BY_SIDE),
    RATE.absent(SIDE_BY_SIDE),
    AGREEMENT.absent(SIDE_BY_SIDE),
    Field::new(
        "against",
        Kind::Difference(&Object {
            schema: "OfferDifference",
            about: "How another offer differs: at least one field of it; null for what it does not have.",
            fields: DIFFERENCE,
        }),
        ids::ABOUT_AGAINST,
    )
    .form("more", ids::FIELD_AGAINST)
    .option("against", "FIELD=VALUE")
    .typed(ids::TYPED_AGAINST)
    .absent(SIDE_BY_SIDE),
];

const ALTERNATIVES: Message = ids::HELP_ALTERNATIVES;
/// Why alternatives are not echoed.
const BESIDE: (Face, &str) = (Face::Echo, "the table of alternatives shows it");

/// Whose cost.
pub const COST: &[Field] = &[
    COUNTRY,
    REGION,
    CITY,
    Field::new("gross", PAY, ids::ABOUT_GROSS)
        .unit(Unit::Money)
        .form("main", ids::FIELD_GROSS)
        .echo(ids::FIELD_GROSS_ECHO)
        .option("gross", "AMOUNT")
        .typed(ids::TYPED_GROSS)
        .alternative(),
    Field::new("budget", Kind::Whole { from: 1, to: MAX_YEARLY }, ids::ABOUT_BUDGET)
        .unit(Unit::Money)
        .form("main", ids::FIELD_BUDGET)
        .echo(ids::FIELD_BUDGET_ECHO)
        .option("budget", "AMOUNT")
        .alternative(),
    Field::new("net", Kind::Whole { from: 1, to: MAX_YEARLY }, ids::ABOUT_NET)
        .unit(Unit::Money)
        .form("main", ids::FIELD_NET)
        .echo(ids::FIELD_NET_ECHO)
        .option("net", "AMOUNT")
        .alternative(),
    FTE,
    Field::new("headcount", Kind::Whole { from: 1, to: MAX_EMPLOYEES }, ids::ABOUT_HEADCOUNT)
        .unit(Unit::People)
        .form("main", ids::FIELD_HEADCOUNT)
        .echo(ids::FIELD_EMPLOYEES)
        .option("headcount", "N"),
    Field::new("executive", Kind::Flag, ids::ABOUT_EXECUTIVE)
        .form("more", ids::FIELD_EXECUTIVE)
        .option("executive", "")
        .french(),
    Field::new("employer", Kind::Choice(&EMPLOYERS), ids::ABOUT_EMPLOYER)
        .form("more", ids::FIELD_EMPLOYER)
        .none(ids::FIELD_EMPLOYER_NONE)
        .option("employer", "KIND"),
    Field::new("age", Kind::Whole { from: 15, to: 75 }, ids::ABOUT_AGE)
        .unit(Unit::Number)
        .form("more", ids::FIELD_AGE)
        .echo(ids::FIELD_AGE_ECHO)
        .option("age", "YEARS"),
    Field::new("holiday_pay", Kind::Flag, ids::ABOUT_HOLIDAY_PAY)
        .form("more", ids::FIELD_HOLIDAY_PAY)
        .echo(ids::FIELD_HOLIDAY_PAY_ECHO)
        .option("holiday-pay", ""),
    Field::new("thirteenth_month", Kind::Flag, ids::ABOUT_THIRTEENTH_MONTH)
        .form("more", ids::FIELD_THIRTEENTH_MONTH)
        .echo(ids::FIELD_THIRTEENTH_MONTH_ECHO)
        .option("thirteenth-month", ""),
    ROLE.about(ids::ABOUT_COST_ROLE).optional().part("more"),
    LEVEL.about(ids::ABOUT_COST_LEVEL).part("more"),
    YEARS.part("more"),
    AGREEMENT,
    Field::new("mobility_rate", Kind::Number { from: 0.0, to: 10.0 }, ids::ABOUT_MOBILITY_RATE)
        .unit(Unit::Percent)
        .form("more", ids::FIELD_MOBILITY_RATE)
        .option("mobility-rate", "PERCENT")
        .french(),
    Field::new("accident_rate", Kind::Number { from: 0.0, to: 30.0 }, ids::ABOUT_ACCIDENT_RATE)
        .unit(Unit::Percent)
        .form("more", ids::FIELD_ACCIDENT_RATE)
        .echo(ids::FIELD_ACCIDENT_RATE_ECHO)
        .option("accident-rate", "PERCENT")
        .french(),
    Field::new("health_cover", Kind::Number { from: 0.0, to: 400.0 }, ids::ABOUT_HEALTH_COVER)
        .unit(Unit::MoneyAMonth)
        .form("more", ids::FIELD_HEALTH_COVER)
        .echo(ids::FIELD_HEALTH_COVER_ECHO)
        .option("health-cover", "AMOUNT")
        .french(),
    Field::new(
        "apprentice",
        Kind::Object(&Object { schema: "ApprenticeQuestion", about: "An apprentice.", fields: APPRENTICE }),
        ids::ABOUT_APPRENTICE,
    )
    .form("others", ids::FIELD_APPRENTICE)
    .french()
    .absent(&[BESIDE]),
    Field::new(
        "freelance",
        Kind::Object(&Object { schema: "FreelanceQuestion", about: "A freelancer.", fields: FREELANCE }),
        ids::ABOUT_FREELANCE,
    )
    .form("others", ids::FIELD_FREELANCE)
    .absent(&[BESIDE]),
    Field::new(
        "agency",
        Kind::Object(&Object { schema: "AgencyQuestion", about: "An agency.", fields: AGENCY }),
        ids::ABOUT_COST_AGENCY,
    )
    .form("others", ids::FIELD_COST_AGENCY)
    .absent(&[BESIDE]),
];

const APPRENTICE: &[Field] = &[
    Field::new("age", Kind::Whole { from: 15, to: 35 }, ids::ABOUT_APPRENTICE_AGE)
        .ask(ids::FIELD_AGE_ASK)
        .form("others", ids::FIELD_APPRENTICE_AGE)
        .option("apprentice-age", "YEARS")
        .under(ALTERNATIVES, None)
        .absent(&[BESIDE]),
    Field::new("degree", Kind::Whole { from: 4, to: 7 }, ids::ABOUT_DEGREE)
        .default(6)
        .unit(Unit::Number)
        .form("others", ids::FIELD_DEGREE)
        .hint(ids::FIELD_DEGREE_HINT)
        .option("degree", "LEVEL")
        .under(ALTERNATIVES, Some("apprentice-age"))
        .absent(&[BESIDE]),
    Field::new("year", Kind::Whole { from: 1, to: 3 }, ids::ABOUT_YEAR)
        .default(1)
        .unit(Unit::Number)
        .form("others", ids::FIELD_YEAR)
        .option("apprentice-year", "N")
        .under(ALTERNATIVES, Some("apprentice-age"))
        .absent(&[BESIDE]),
    Field::new("presence_percent", Kind::Whole { from: 10, to: 100 }, ids::ABOUT_PRESENCE_PERCENT)
        .default(100)
        .unit(Unit::Percent)
        .form("others", ids::FIELD_PRESENCE_PERCENT)
        .option("presence", "PERCENT")
        .under(ALTERNATIVES, Some("apprentice-age"))
        .absent(&[BESIDE]),
];

const FREELANCE: &[Field] = &[
    Field::new("day_rate", Kind::Number { from: LEAST, to: 100_000.0 }, ids::ABOUT_DAY_RATE)
        .unit(Unit::Money)
        .ask(ids::FIELD_DAY_RATE_ASK)
        .form("others", ids::FIELD_DAY_RATE)
        .option("day-rate", "AMOUNT")
        .under(ALTERNATIVES, None)
        .absent(&[BESIDE]),
    Field::new("days", Kind::Whole { from: 1, to: 366 }, ids::ABOUT_DAYS)
        .default(100)
        .form("others", ids::FIELD_DAYS)
        .option("days", "N")
        .under(ALTERNATIVES, Some("day-rate"))
        .absent(&[BESIDE]),
    Field::new("fees_percent", Kind::Number { from: 0.0, to: 100.0 }, ids::ABOUT_FEES_PERCENT)
        .default(0)
        .unit(Unit::Percent)
        .form("others", ids::FIELD_FEES_PERCENT)
        .option("fees", "PERCENT")
        .under(ALTERNATIVES, Some("day-rate"))
        .absent(&[BESIDE]),
];

const AGENCY: &[Field] = &[
    Field::new("monthly_retainer", Kind::Number { from: LEAST, to: 1e7 }, ids::ABOUT_MONTHLY_RETAINER)
        .unit(Unit::Money)
        .ask(ids::FIELD_MONTHLY_RETAINER_ASK)
        .form("others", ids::FIELD_MONTHLY_RETAINER)
        .option("retainer", "AMOUNT")
        .under(ALTERNATIVES, None)
        .absent(&[BESIDE]),
    Field::new("setup", Kind::Number { from: 0.0, to: 1e7 }, ids::ABOUT_SETUP)
        .default(0)
        .unit(Unit::Money)
        .form("others", ids::FIELD_SETUP)
        .option("setup", "AMOUNT")
        .under(ALTERNATIVES, Some("retainer"))
        .absent(&[BESIDE]),
];

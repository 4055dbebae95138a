//! Every field of every question, described once. A new field begins here, beside its neighbours; what cannot follow from
//! its description is what the answer does with it.
//!
//! | question | read by | asked on |
//! | --- | --- | --- |
//! | [`PROFILE`] | [`crate::domain::profile`] | `recommend`, `/v1/recommendations`, `/v1/interview`, `/hire` |
//! | [`BAND`] | [`crate::domain::pay::request`] | `salary`, `/v1/salary-bands`, `/pay` |
//! | [`OFFER`] | the same | `offer`, `/v1/offer-assessments`, `/offer` |
//! | [`COST`] | the same | `cost`, `/v1/employer-costs`, `/cost` |
//! | [`AUDIT`] | [`crate::domain::job::request`] | `audit`, `/v1/job-ad-audits`, `/audit` |
//! | [`DRAFT`], with [`BRIEF`] inside | [`crate::domain::job::brief`] | `draft`, `/v1/job-descriptions`, `/draft` |
#![expect(clippy::large_types_passed_by_value, reason = "evaluated when the program is built")]

use super::field::{Choice, Face, Field, Kind, Object, Unit, register};
use crate::domain::job::terms::{AdFormat, Address, AuditFor, Cefr, Contract, Tone};
use crate::domain::message::{Message, ids};
use crate::domain::pay::cost::EmployerKind;
use crate::domain::pay::figure::Period;
use crate::domain::pay::job::Community;
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, Market, Priority, Stage};

/// The largest count.
pub const MAX_COUNT: u64 = 1_000_000_000;
/// The largest number of employees, where the answer needs no more than the size.
const MAX_EMPLOYEES: u64 = 10_000_000;
/// The largest budget, in whole units.
pub const MAX_AMOUNT: u64 = 1_000_000_000_000;
/// The largest pay, in whole units a period.
const MAX_PAY: f64 = 1e9;
/// The largest budget for one person, and the largest net pay, in whole units a year.
const MAX_YEARLY: u64 = 1_000_000_000;
/// The smallest pay: a hundredth. What is smaller is a slip.
const LEAST: f64 = 0.01;
/// The smallest share of full time: half a day a week. What is smaller is a slip, such as 8 for 80 or 0.8 where percent
/// were meant, and dividing by it gives numbers that mean nothing.
const LEAST_SHARE: f64 = 0.1;
/// Most characters of one line of a brief.
pub const LONGEST: usize = 600;
/// Most items of a list of a brief.
pub const MOST: usize = 30;
/// Most regions of a job: every state of a country.
pub const MOST_REGIONS: usize = 60;

const COUNT: Kind = Kind::Whole { from: 0, to: MAX_COUNT };
/// People in post, channels: more is a slip.
const HEADS: Kind = Kind::Whole { from: 0, to: 10_000 };
/// Posts a week: the largest publishers stay below.
const POSTED: Kind = Kind::Whole { from: 0, to: 5_000 };
/// Hours a week of several people.
const MAX_HOURS: u64 = 2_000;
const PAY: Kind = Kind::Number { from: LEAST, to: MAX_PAY };
const LINE: Kind = Kind::Line { most: LONGEST };

macro_rules! choice {
    ($name:ident: $type:ident, $schema:literal, $labels:literal) => {
        static $name: Choice =
            Choice { schema: $schema, register: register::<$type>, ids: $type::IDS, labels: $labels };
    };
}

choice!(STAGES: Stage, "Stage", "stage");
choice!(MARKETS: Market, "Market", "market");
choice!(LEVELS: Level, "Level", "level");
choice!(COMMUNITIES: Community, "Community", "community");
choice!(PERIODS: Period, "Period", "period");
choice!(EMPLOYERS: EmployerKind, "EmployerKind", "employer");
choice!(LANGUAGES: Lang, "Lang", "language");
choice!(FORMATS: AdFormat, "AdFormat", "");
choice!(CONTRACTS: Contract, "Contract", "contract");
choice!(TONES: Tone, "Tone", "tone");
choice!(ADDRESSES: Address, "Address", "");
choice!(GRADES: Cefr, "Cefr", "");
choice!(AUDIT_FOR: AuditFor, "AuditFor", "audit-for");
choice!(PRIORITIES: Priority, "Priority", "");

/// Why fields of a brief have no option.
const IN_THE_BRIEF: (Face, &str) =
    (Face::Option, "a brief has many fields: the command line reads it from a file");
/// Why fields of a draft are not echoed.
const IN_THE_TEXT: (Face, &str) = (Face::Echo, "the draft itself shows it");
/// Why a city is not echoed on its own.
const IN_THE_PLACE: (Face, &str) =
    (Face::Echo, "country, region and city are said together, beside the country");

// What several questions ask.

const ROLE: Field = Field::new("role", Kind::Role, ids::ABOUT_ROLE)
    .ask(ids::FIELD_ROLE_ASK)
    .form("main", ids::FIELD_ROLE)
    .echo(ids::FIELD_ROLE_ECHO)
    .option("role", "ROLE")
    .example("smm");

const LEVEL: Field = Field::new("level", Kind::Choice(&LEVELS), ids::ABOUT_LEVEL)
    .form("main", ids::FIELD_LEVEL)
    .option("level", "LEVEL")
    .example("mid");

const YEARS: Field = Field::new("years", Kind::Whole { from: 0, to: 30 }, ids::ABOUT_YEARS)
    .form("main", ids::FIELD_YEARS)
    .option("years", "N")
    .absent(&[(Face::Echo, "the level that they choose is said")]);

const COMMUNITY: Field = Field::new("community", Kind::Choice(&COMMUNITIES), ids::ABOUT_COMMUNITY)
    .form("more", ids::FIELD_COMMUNITY)
    .none(ids::FIELD_COMMUNITY_NONE)
    .option("community", "KIND");

const COUNTRY: Field = Field::new("country", Kind::Country, ids::ABOUT_COUNTRY)
    .form("main", ids::FIELD_COUNTRY)
    .echo(ids::FIELD_COUNTRY_ECHO)
    .option("country", "CODE")
    .example("FR");

const REGION: Field =
    Field::new("region", Kind::Region, ids::ABOUT_REGION).option("region", "CODE").example("FR-IDF").absent(
        &[(Face::Form, "people type a city, which says its region; links carry the region"), IN_THE_PLACE],
    );

const CITY: Field = Field::new("city", Kind::City, ids::ABOUT_CITY)
    .form("main", ids::FIELD_CITY)
    .option("city", "NAME")
    .example("Paris")
    .absent(&[IN_THE_PLACE]);

const AGREEMENT: Field = Field::new("agreement", Kind::Whole { from: 1, to: 99_999 }, ids::ABOUT_AGREEMENT)
    .unit(Unit::Number)
    .form("more", ids::FIELD_AGREEMENT)
    .none(ids::FIELD_AGREEMENT_NONE)
    .echo(ids::FIELD_AGREEMENT_ECHO)
    .option("agreement", "IDCC");

const FTE: Field = Field::new("fte", Kind::Number { from: LEAST_SHARE, to: 1.0 }, ids::ABOUT_FTE)
    .unit(Unit::Share)
    .form("more", ids::FIELD_FTE)
    .echo(ids::FIELD_FTE)
    .hint(ids::FIELD_FTE_HINT)
    .option("fte", "SHARE")
    .typed(ids::TYPED_FTE);

const CURRENCY: Field = Field::new("currency", Kind::Currency, ids::ABOUT_CURRENCY)
    .ask(ids::FIELD_CURRENCY_ASK)
    .form("more", ids::FIELD_CURRENCY)
    .none(ids::FIELD_CURRENCY_NONE)
    .option("currency", "CODE");

const PERIOD: Field = Field::new("period", Kind::Choice(&PERIODS), ids::ABOUT_PERIOD)
    .ask(ids::FIELD_PERIOD_ASK)
    .form("main", ids::FIELD_PERIOD)
    .fallback("year")
    .option("period", "PERIOD");

const PAYMENTS: Field = Field::new("payments", Kind::Whole { from: 12, to: 14 }, ids::ABOUT_PAYMENTS)
    .form("more", ids::FIELD_PAYMENTS)
    .fallback("12")
    .option("payments", "N");

// Whom to hire.

/// Fields of `team`.
pub const TEAM: &[Field] = &[
    Field::new("community_managers", HEADS, ids::ABOUT_COMMUNITY_MANAGERS)
        .form("team", ids::FIELD_COMMUNITY_MANAGERS)
        .echo(ids::FIELD_COMMUNITY_MANAGERS_ECHO)
        .option("community-managers", "N"),
    Field::new("social_media_managers", HEADS, ids::ABOUT_SOCIAL_MEDIA_MANAGERS)
        .form("team", ids::FIELD_SOCIAL_MEDIA_MANAGERS)
        .echo(ids::FIELD_SOCIAL_MEDIA_MANAGERS_ECHO)
        .option("social-media-managers", "N"),
    Field::new("apprentices", HEADS, ids::ABOUT_APPRENTICES)
        .form("team", ids::FIELD_APPRENTICES)
        .echo(ids::FIELD_APPRENTICES_ECHO)
        .option("apprentices", "N"),
    Field::new("fte_percent", Kind::Whole { from: 1, to: 100 }, ids::ABOUT_FTE_PERCENT)
        .unit(Unit::Percent)
        .form("team", ids::FIELD_FTE_PERCENT)
        .echo(ids::FIELD_FTE_PERCENT_ECHO)
        .option("team-fte", "PERCENT"),
    Field::new(
        "agency",
        Kind::FlagOr(&Object {
            schema: "AgencyInPlace",
            about: "What an agency or freelance does for the company.",
            fields: AGENCY_IN_PLACE,
        }),
        ids::ABOUT_AGENCY,
    )
    .form("team", ids::FIELD_AGENCY)
    .echo(ids::FIELD_AGENCY_ECHO)
    .option("agency", ""),
];

/// Fields of `team.agency`, where it is not simply true.
pub const AGENCY_IN_PLACE: &[Field] = &[
    Field::new("hours_per_week", Kind::Whole { from: 1, to: MAX_HOURS }, ids::ABOUT_HOURS_PER_WEEK)
        .form("team", ids::FIELD_HOURS_PER_WEEK)
        .echo(ids::FIELD_HOURS_PER_WEEK)
        .option("agency-hours", "HOURS"),
    Field::new(
        "fee_per_month",
        Kind::Object(&Object { schema: "MonthlyAmount", about: "Money a month.", fields: MONEY_A_MONTH }),
        ids::ABOUT_FEE_PER_MONTH,
    )
    .form("team", ids::FIELD_FEE_PER_MONTH)
    .echo(ids::FIELD_FEE_PER_MONTH_ECHO)
    .option("agency-fee", "AMOUNT")
    .typed(ids::TYPED_FEE_PER_MONTH),
];

/// Fields of `workload.posts`.
pub const POSTS: &[Field] = &[
    Field::new("text", POSTED, ids::ABOUT_TEXT)
        .form("workload", ids::FIELD_TEXT)
        .echo(ids::FIELD_TEXT_ECHO)
        .option("text-posts", "N"),
    Field::new("image", POSTED, ids::ABOUT_IMAGE)
        .form("workload", ids::FIELD_IMAGE)
        .echo(ids::FIELD_IMAGE_ECHO)
        .option("image-posts", "N"),
    Field::new("short_video", POSTED, ids::ABOUT_SHORT_VIDEO)
        .form("workload", ids::FIELD_SHORT_VIDEO)
        .echo(ids::FIELD_SHORT_VIDEO_ECHO)
        .option("short-videos", "N"),
    Field::new("long_video", Kind::Whole { from: 0, to: 200 }, ids::ABOUT_LONG_VIDEO)
        .form("workload", ids::FIELD_LONG_VIDEO)
        .echo(ids::FIELD_LONG_VIDEO_ECHO)
        .option("long-videos", "N"),
];

/// Fields of `workload`.
pub const WORKLOAD: &[Field] = &[
    Field::new("channels", HEADS, ids::ABOUT_CHANNELS)
        .form("workload", ids::FIELD_CHANNELS)
        .option("channels", "N"),
    Field::new("messages_per_week", Kind::Whole { from: 0, to: 10_000_000 }, ids::ABOUT_MESSAGES_PER_WEEK)
        .form("workload", ids::FIELD_MESSAGES_PER_WEEK)
        .echo(ids::FIELD_MESSAGES_PER_WEEK_ECHO)
        .option("messages", "N"),
    Field::new("posts_per_week", POSTED, ids::ABOUT_POSTS_PER_WEEK)
        .form("workload", ids::FIELD_POSTS_PER_WEEK)
        .option("posts", "N"),
    Field::new(
        "posts",
        Kind::Object(&Object { schema: "Posts", about: "Posts a week by kind.", fields: POSTS }),
        ids::ABOUT_POSTS,
    )
    .form("workload", ids::FIELD_POSTS),
    Field::new("followers", COUNT, ids::ABOUT_FOLLOWERS)
        .form("workload", ids::FIELD_FOLLOWERS)
        .echo(ids::FIELD_FOLLOWERS_ECHO)
        .option("followers", "N"),
];

/// Fields of an amount of money a month.
pub const MONEY_A_MONTH: &[Field] = &[
    Field::new("amount", Kind::Whole { from: 1, to: MAX_AMOUNT }, ids::ABOUT_AMOUNT)
        .unit(Unit::Money)
        .ask(ids::FIELD_AMOUNT_ASK)
        .form("workload", ids::FIELD_AMOUNT)
        .absent(SAID_TOGETHER),
    CURRENCY_OF_MONEY.form("workload", ids::FIELD_MONEY_CURRENCY).fallback("EUR").absent(SAID_TOGETHER),
];

/// Why the parts of an amount have no face of their own.
const SAID_TOGETHER: &[(Face, &str)] = &[
    (Face::Option, "one option takes amount and currency together"),
    (Face::Echo, "the amount is said as a whole"),
];

const CURRENCY_OF_MONEY: Field =
    Field::new("currency", Kind::Currency, ids::ABOUT_CURRENCY).ask(ids::FIELD_MONEY_CURRENCY_ASK);

/// Fields of an amount of money that can be spent.
pub const MONEY: &[Field] = &[
    Field::new("amount", Kind::Whole { from: 1, to: MAX_AMOUNT }, ids::ABOUT_MONEY_AMOUNT)
        .unit(Unit::Money)
        .ask(ids::FIELD_MONEY_AMOUNT_ASK)
        .form("money", ids::FIELD_MONEY_AMOUNT)
        .absent(SAID_TOGETHER),
    CURRENCY_OF_MONEY.form("money", ids::FIELD_MONEY_CURRENCY).fallback("EUR").absent(SAID_TOGETHER),
];

/// What a company says of itself. Stage and goals may be missing while it is being asked, question by question.
pub const PROFILE: &[Field] = &[
    Field::new("presence_stage", Kind::Choice(&STAGES), ids::ABOUT_PRESENCE_STAGE)
        .ask(ids::FIELD_PRESENCE_STAGE_ASK)
        .form("stage", ids::FIELD_PRESENCE_STAGE)
        .option("stage", "STAGE"),
    Field::new("goals", Kind::Goals { any: true }, ids::ABOUT_GOALS)
        .ask(ids::FIELD_GOALS_ASK)
        .form("goals", ids::FIELD_GOALS)
        .option("goal", "GOAL")
        .typed(ids::TYPED_GOALS)
        .alias("goals"),
    Field::new("employees", Kind::Whole { from: 1, to: MAX_COUNT }, ids::ABOUT_EMPLOYEES)
        .unit(Unit::People)
        .form("employees", ids::FIELD_EMPLOYEES)
        .option("employees", "N"),
    COUNTRY.about(ids::ABOUT_PROFILE_COUNTRY).part("money").echo(ids::FIELD_COUNTRY),
    REGION
        .about(ids::ABOUT_PROFILE_REGION)
        .echo(ids::FIELD_REGION_ECHO)
        .absent(&[(Face::Form, "people type a city, which says its region; links carry the region")]),
    CITY.about(ids::ABOUT_PROFILE_CITY).part("money").absent(&[
        (Face::Json, "command line and pages look the city up; a profile holds country and region"),
        (Face::Echo, "it has become country and region"),
    ]),
    Field::new(
        "annual_budget",
        Kind::Object(&Object { schema: "Amount", about: "Money that can be spent.", fields: MONEY }),
        ids::ABOUT_ANNUAL_BUDGET,
    )
    .part("money")
    .echo(ids::FIELD_ANNUAL_BUDGET_ECHO)
    .option("budget", "AMOUNT")
    .typed(ids::TYPED_ANNUAL_BUDGET),
    Field::new("max_hires", COUNT, ids::ABOUT_MAX_HIRES)
        .form("max_hires", ids::FIELD_MAX_HIRES)
        .option("hires", "N")
        .alias("max-hires"),
    Field::new(
        "team",
        Kind::Object(&Object { schema: "Team", about: "Who is already there.", fields: TEAM }),
        ids::ABOUT_TEAM,
    )
    .part("team"),
    Field::new(
        "workload",
        Kind::Object(&Object {
            schema: "Workload",
            about: "What there is to do in a week.",
            fields: WORKLOAD,
        }),
        ids::ABOUT_WORKLOAD,
    )
    .part("workload"),
    Field::new("languages", Kind::Whole { from: 1, to: 50 }, ids::ABOUT_LANGUAGES)
        .form("workload", ids::FIELD_LANGUAGES)
        .echo(ids::FIELD_LANGUAGES_ECHO)
        .option("languages", "N"),
    Field::new("reply_within_hours", Kind::Whole { from: 1, to: 168 }, ids::ABOUT_REPLY_WITHIN_HOURS)
        .form("workload", ids::FIELD_REPLY_WITHIN_HOURS)
        .echo(ids::FIELD_REPLY_WITHIN_HOURS_ECHO)
        .option("reply-within", "HOURS"),
    Field::new("out_of_hours", Kind::YesNo, ids::ABOUT_OUT_OF_HOURS)
        .form("workload", ids::FIELD_OUT_OF_HOURS)
        .option("out-of-hours", ""),
    Field::new("own_space", Kind::YesNo, ids::ABOUT_OWN_SPACE)
        .form("workload", ids::FIELD_OWN_SPACE)
        .echo(ids::FIELD_OWN_SPACE_ECHO)
        .option("own-space", ""),
    Field::new(
        "ad_budget_per_month",
        Kind::Object(&Object { schema: "MonthlyAmount", about: "Money a month.", fields: MONEY_A_MONTH }),
        ids::ABOUT_AD_BUDGET_PER_MONTH,
    )
    .form("workload", ids::FIELD_AD_BUDGET_PER_MONTH)
    .echo(ids::FIELD_AD_BUDGET_PER_MONTH_ECHO)
    .option("ad-budget", "AMOUNT")
    .typed(ids::TYPED_AD_BUDGET_PER_MONTH),
    Field::new("market", Kind::Choice(&MARKETS), ids::ABOUT_MARKET)
        .form("money", ids::FIELD_MARKET)
        .echo(ids::FIELD_MARKET_ECHO)
        .option("market", "MARKET"),
    AGREEMENT.part("money"),
];

/// Fields of a goal that is given with its priority.
pub const GOAL: &[Field] = &[
    Field::new("goal", Kind::Line { most: 0 }, ids::ABOUT_GOAL).ask(ids::FIELD_GOAL_ASK),
    Field::new("priority", Kind::Choice(&PRIORITIES), ids::ABOUT_PRIORITY),
];

// Pay.

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
    field.optional().none(ids::FIELD_COUNTRY_NONE).absent(&[AGAINST, BOTH])
}

const fn of_another_post(field: Field) -> Field {
    field.optional().absent(&[
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
        .unit(Unit::Number)
        .form("others", ids::FIELD_DEGREE)
        .hint(ids::FIELD_DEGREE_HINT)
        .option("degree", "LEVEL")
        .under(ALTERNATIVES, Some("apprentice-age"))
        .absent(&[BESIDE]),
    Field::new("year", Kind::Whole { from: 1, to: 3 }, ids::ABOUT_YEAR)
        .unit(Unit::Number)
        .form("others", ids::FIELD_YEAR)
        .option("apprentice-year", "N")
        .under(ALTERNATIVES, Some("apprentice-age"))
        .absent(&[BESIDE]),
    Field::new("presence_percent", Kind::Whole { from: 10, to: 100 }, ids::ABOUT_PRESENCE_PERCENT)
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
        .form("others", ids::FIELD_DAYS)
        .option("days", "N")
        .under(ALTERNATIVES, Some("day-rate"))
        .absent(&[BESIDE]),
    Field::new("fees_percent", Kind::Number { from: 0.0, to: 100.0 }, ids::ABOUT_FEES_PERCENT)
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
        .unit(Unit::Money)
        .form("others", ids::FIELD_SETUP)
        .option("setup", "AMOUNT")
        .under(ALTERNATIVES, Some("retainer"))
        .absent(&[BESIDE]),
];

// Job ads.

/// Why the context of an audit is not echoed.
const IN_THE_HEAD: (Face, &str) = (Face::Echo, "the head of the report says how the ad was read");

/// An ad, and what is known about it.
pub const AUDIT: &[Field] = &[
    Field::new("text", Kind::Text, ids::ABOUT_AUDIT_TEXT)
        .ask(ids::FIELD_TEXT_ASK)
        .form("text", ids::FIELD_AUDIT_TEXT)
        .absent(&[(Face::Option, "the command line takes files"), IN_THE_HEAD]),
    Field::new("format", Kind::Choice(&FORMATS), ids::ABOUT_FORMAT).absent(&[
        (Face::Option, "the name of the file says it"),
        (Face::Form, "pasted text is plain; the name of a file says its form"),
        IN_THE_HEAD,
    ]),
    Field::new("title", Kind::Line { most: 0 }, ids::ABOUT_TITLE)
        .form("main", ids::FIELD_TITLE)
        .option("title", "TITLE")
        .absent(&[IN_THE_HEAD]),
    COUNTRY.about(ids::ABOUT_AUDIT_COUNTRY).absent(&[IN_THE_HEAD]),
    Field::new("region", Kind::Regions, ids::ABOUT_AUDIT_REGION)
        .option("region", "CODE")
        .example("FR-IDF")
        .absent(&[
            (Face::Form, "people type a city, which says its region; links carry the region"),
            IN_THE_HEAD,
        ]),
    CITY,
    Field::new("employees", Kind::Whole { from: 0, to: MAX_EMPLOYEES }, ids::ABOUT_AUDIT_EMPLOYEES)
        .form("main", ids::FIELD_HEADCOUNT)
        .option("employees", "N")
        .absent(&[IN_THE_HEAD]),
    Field::new("for", Kind::Choice(&AUDIT_FOR), ids::ABOUT_FOR)
        .form("main", ids::FIELD_FOR)
        .none(ids::FIELD_EMPLOYER)
        .option("for", "WHO")
        .absent(&[IN_THE_HEAD]),
    Field::new("language", Kind::Choice(&LANGUAGES), ids::ABOUT_LANGUAGE)
        .form("main", ids::FIELD_LANGUAGE)
        .none(ids::FIELD_LANGUAGE_NONE)
        .option("ad-lang", "LANG")
        .absent(&[IN_THE_HEAD]),
];

/// A draft to be written.
pub const DRAFT: &[Field] = &[
    ROLE.none(ids::FIELD_DRAFT_LEVEL_NONE).absent(&[IN_THE_TEXT]),
    LEVEL.about(ids::ABOUT_DRAFT_LEVEL).absent(&[IN_THE_TEXT]),
    YEARS.absent(&[IN_THE_TEXT]),
    Field::new("language", Kind::Choice(&LANGUAGES), ids::ABOUT_DRAFT_LANGUAGE)
        .form("main", ids::FIELD_DRAFT_LANGUAGE)
        .none(ids::FIELD_DRAFT_LANGUAGE_NONE)
        .absent(&[(Face::Option, "--lang is the language of the document"), IN_THE_TEXT]),
    Field::new("both", Kind::Flag, ids::ABOUT_BOTH)
        .form("main", ids::FIELD_BOTH)
        .option("both", "")
        .absent(&[IN_THE_TEXT]),
    Field::new("strict", Kind::Flag, ids::ABOUT_STRICT)
        .option("strict", "")
        .absent(&[(Face::Form, "the page lists what the law requires beside the draft"), IN_THE_TEXT]),
    Field::new(
        "brief",
        Kind::Object(&Object {
            schema: "Brief",
            about: "What is known about a post. Everything is optional.",
            fields: BRIEF,
        }),
        ids::ABOUT_BRIEF,
    )
    .absent(&[(Face::Option, "--brief reads it from a file"), IN_THE_TEXT]),
];

const fn of_brief(field: Field) -> Field {
    field.absent(&[IN_THE_BRIEF, IN_THE_TEXT])
}

/// What is known about a post. Everything is optional: what is missing becomes a gap.
pub const BRIEF: &[Field] = &[
    of_brief(Field::new(
        "company",
        Kind::Object(&Object { schema: "BriefCompany", about: "Who hires.", fields: COMPANY }),
        ids::ABOUT_COMPANY,
    ))
    .part("company"),
    of_brief(Field::new(
        "place",
        Kind::Object(&Object { schema: "BriefPlace", about: "Where the post is.", fields: POST_PLACE }),
        ids::ABOUT_PLACE,
    ))
    .part("company"),
    of_brief(Field::new("remote_days", Kind::Whole { from: 0, to: 5 }, ids::ABOUT_REMOTE_DAYS))
        .form("company", ids::FIELD_REMOTE_DAYS),
    of_brief(Field::new("fully_remote", Kind::Flag, ids::ABOUT_FULLY_REMOTE))
        .form("company", ids::FIELD_FULLY_REMOTE),
    of_brief(Field::new("contract", Kind::Choice(&CONTRACTS), ids::ABOUT_CONTRACT))
        .form("main", ids::FIELD_CONTRACT),
    of_brief(Field::new("duration_months", Kind::Whole { from: 1, to: 60 }, ids::ABOUT_DURATION_MONTHS))
        .form("main", ids::FIELD_DURATION_MONTHS),
    of_brief(Field::new(
        "hours_per_week",
        Kind::Number { from: 1.0, to: 60.0 },
        ids::ABOUT_BRIEF_HOURS_PER_WEEK,
    ))
    .form("main", ids::FIELD_BRIEF_HOURS_PER_WEEK),
    of_brief(Field::new("week", Kind::Lines, ids::ABOUT_WEEK)).form("main", ids::FIELD_WEEK),
    of_brief(Field::new("start_date", Kind::Day, ids::ABOUT_START_DATE)).form("main", ids::FIELD_START_DATE),
    of_brief(Field::new("presence_stage", Kind::Choice(&STAGES), ids::ABOUT_BRIEF_PRESENCE_STAGE))
        .form("goals", ids::FIELD_PRESENCE_STAGE),
    of_brief(Field::new("goals", Kind::Goals { any: false }, ids::ABOUT_BRIEF_GOALS))
        .form("goals", ids::FIELD_GOALS),
    of_brief(Field::new(
        "pay",
        Kind::Pay(&Object {
            schema: "BriefPayGiven",
            about: "A range, one end of it or a fixed amount, gross.",
            fields: POST_PAY,
        }),
        ids::ABOUT_PAY,
    ))
    .part("pay"),
    of_brief(Field::new("budget", Kind::Whole { from: 1, to: MAX_YEARLY }, ids::ABOUT_BRIEF_BUDGET))
        .unit(Unit::Money)
        .form("pay-more", ids::FIELD_BRIEF_BUDGET),
    of_brief(Field::new("diploma", LINE, ids::ABOUT_DIPLOMA)).form("learning", ids::FIELD_DIPLOMA),
    of_brief(Field::new("school", LINE, ids::ABOUT_SCHOOL)).form("learning", ids::FIELD_SCHOOL),
    of_brief(Field::new("rhythm", LINE, ids::ABOUT_RHYTHM)).form("learning", ids::FIELD_RHYTHM),
    of_brief(Field::new("tutor", LINE, ids::ABOUT_TUTOR)).form("learning", ids::FIELD_TUTOR),
    of_brief(Field::new("other_compensation", LINE, ids::ABOUT_OTHER_COMPENSATION))
        .form("pay-more", ids::FIELD_OTHER_COMPENSATION),
    of_brief(Field::new("collective_agreement", LINE, ids::ABOUT_COLLECTIVE_AGREEMENT))
        .form("legal", ids::FIELD_COLLECTIVE_AGREEMENT),
    of_brief(Field::new("pays_more", Kind::YesNo, ids::ABOUT_PAYS_MORE)).form("legal", ids::FIELD_PAYS_MORE),
    of_brief(Field::new("benefits", Kind::Lines, ids::ABOUT_BRIEF_BENEFITS))
        .form("pay-more", ids::FIELD_BRIEF_BENEFITS),
    of_brief(Field::new("tools", Kind::Lines, ids::ABOUT_TOOLS)).form("team", ids::FIELD_TOOLS),
    of_brief(Field::new("platforms", Kind::Lines, ids::ABOUT_PLATFORMS)).form("team", ids::FIELD_PLATFORMS),
    of_brief(Field::new("languages", Kind::Languages, ids::ABOUT_BRIEF_LANGUAGES))
        .form("team", ids::FIELD_BRIEF_LANGUAGES),
    of_brief(Field::new("team", LINE, ids::ABOUT_BRIEF_TEAM)).form("team", ids::FIELD_TEAM),
    of_brief(Field::new("reports_to", LINE, ids::ABOUT_REPORTS_TO)).form("team", ids::FIELD_REPORTS_TO),
    Field::new("leave_out", Kind::Lines, ids::ABOUT_LEAVE_OUT).absent(&[
        IN_THE_BRIEF,
        IN_THE_TEXT,
        (Face::Form, "the page lists the missions of the draft, each with a box"),
    ]),
    of_brief(Field::new("process", Kind::Lines, ids::ABOUT_PROCESS)).form("legal", ids::FIELD_PROCESS),
    of_brief(Field::new("closing_date", Kind::Day, ids::ABOUT_CLOSING_DATE))
        .form("legal", ids::FIELD_CLOSING_DATE),
    of_brief(Field::new("date_posted", Kind::Day, ids::ABOUT_DATE_POSTED))
        .form("legal", ids::FIELD_DATE_POSTED),
    of_brief(Field::new("contact", LINE, ids::ABOUT_CONTACT)).form("legal", ids::FIELD_CONTACT),
    of_brief(Field::new("reference", LINE, ids::ABOUT_REFERENCE)).form("legal", ids::FIELD_REFERENCE),
    of_brief(Field::new("ai_screening", Kind::YesNo, ids::ABOUT_AI_SCREENING))
        .form("legal", ids::FIELD_AI_SCREENING),
    of_brief(Field::new("existing_vacancy", Kind::YesNo, ids::ABOUT_EXISTING_VACANCY))
        .form("legal", ids::FIELD_EXISTING_VACANCY),
    of_brief(Field::new("tone", Kind::Choice(&TONES), ids::ABOUT_TONE)).form("legal", ids::FIELD_TONE),
    of_brief(Field::new("address", Kind::Choice(&ADDRESSES), ids::ABOUT_ADDRESS))
        .form("legal", ids::FIELD_ADDRESS),
];

const COMPANY: &[Field] = &[
    of_brief(Field::new("name", LINE, ids::ABOUT_NAME)).form("company", ids::FIELD_NAME),
    of_brief(Field::new("activity", LINE, ids::ABOUT_ACTIVITY)).form("company", ids::FIELD_ACTIVITY),
    of_brief(Field::new("employees", Kind::Whole { from: 0, to: MAX_EMPLOYEES }, ids::ABOUT_BRIEF_EMPLOYEES))
        .form("company", ids::FIELD_EMPLOYEES),
    of_brief(Field::new("website", Kind::Web, ids::ABOUT_WEBSITE)).form("company", ids::FIELD_WEBSITE),
    Field::new("tone", Kind::Choice(&TONES), ids::ABOUT_TONE).absent(&[
        IN_THE_BRIEF,
        IN_THE_TEXT,
        (Face::Form, "the brief asks for the tone once; here it is read from older files"),
    ]),
];

const POST_PLACE: &[Field] = &[
    of_brief(Field::new("city", LINE, ids::ABOUT_BRIEF_CITY)).form("place", ids::FIELD_BRIEF_CITY),
    of_brief(Field::new("postal_code", LINE, ids::ABOUT_POSTAL_CODE)).form("place", ids::FIELD_POSTAL_CODE),
    of_brief(Field::new("street", LINE, ids::ABOUT_STREET)).form("place", ids::FIELD_STREET),
    of_brief(Field::new("country", Kind::Country, ids::ABOUT_BRIEF_COUNTRY))
        .form("place", ids::FIELD_COUNTRY),
    Field::new("region", Kind::Region, ids::ABOUT_BRIEF_REGION).absent(&[
        IN_THE_BRIEF,
        IN_THE_TEXT,
        (Face::Form, "people type a city, which says its region; links carry the region"),
    ]),
];

const POST_PAY: &[Field] = &[
    of_brief(Field::new("min", PAY, ids::ABOUT_MIN)).unit(Unit::Money).form("pay", ids::FIELD_MIN),
    of_brief(Field::new("max", PAY, ids::ABOUT_MAX)).unit(Unit::Money).form("pay", ids::FIELD_MAX),
    of_brief(Field::new("amount", PAY, ids::ABOUT_BRIEF_PAY_AMOUNT))
        .unit(Unit::Money)
        .form("pay", ids::FIELD_BRIEF_PAY_AMOUNT),
    of_brief(PERIOD).part("pay"),
    of_brief(CURRENCY).form("pay", ids::FIELD_MONEY_CURRENCY),
    of_brief(PAYMENTS).part("pay"),
];

/// Fields of a language that is given with its level.
pub const LANGUAGE: &[Field] = &[
    Field::new("language", LINE, ids::ABOUT_BRIEF_LANGUAGE_NAME).ask(ids::FIELD_LANGUAGE_ASK),
    Field::new("level", Kind::Choice(&GRADES), ids::ABOUT_BRIEF_LANGUAGE_LEVEL),
];

/// Every question, with its name.
pub const ALL: &[(&str, &[Field])] = &[
    ("profile", PROFILE),
    ("band", BAND),
    ("offer", OFFER),
    ("cost", COST),
    ("audit", AUDIT),
    ("draft", DRAFT),
];

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

mod ad;
mod hire;
mod pay;

use super::field::{Choice, Face, Field, Kind, Unit, register};
use crate::domain::job::terms::{AdFormat, Address, AuditFor, Cefr, Contract, Tone};
use crate::domain::message::ids;
use crate::domain::next::Question;
use crate::domain::pay::cost::EmployerKind;
use crate::domain::pay::figure::Period;
use crate::domain::pay::job::Community;
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, Market, Priority, Stage};

pub use ad::{AUDIT, BRIEF, DRAFT, LANGUAGE};
pub use hire::{AGENCY_IN_PLACE, GOAL, MONEY, MONEY_A_MONTH, POSTS, PROFILE, TEAM, WORKLOAD};
pub use pay::{BAND, COST, OFFER, OFFER_ALONE, PLACE};

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
    .option("agreement", "NUMBER");

const FTE: Field = Field::new("fte", Kind::Number { from: LEAST_SHARE, to: 1.0 }, ids::ABOUT_FTE)
    .default(1)
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
    .default(12)
    .form("more", ids::FIELD_PAYMENTS)
    .fallback("12")
    .option("payments", "N");

/// Every question, with its name.
pub const ALL: &[(&str, &[Field])] = &[
    ("profile", PROFILE),
    ("band", BAND),
    ("offer", OFFER),
    ("cost", COST),
    ("audit", AUDIT),
    ("draft", DRAFT),
];

/// The fields of a question that an answer can lead to.
#[must_use]
pub const fn of(question: Question) -> &'static [Field] {
    match question {
        Question::Recommend => PROFILE,
        Question::Salary => BAND,
        Question::Offer => OFFER,
        Question::Cost => COST,
        Question::Draft => DRAFT,
        Question::Audit => AUDIT,
        Question::Compare => PLACE,
    }
}

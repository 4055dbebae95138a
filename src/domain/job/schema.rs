//! Questions about job ads as the API document describes them; `request` and `brief` read them.
#![expect(dead_code, reason = "only described here")]

use utoipa::ToSchema;

use super::brief::{Address, Cefr, Contract, FromBand, Tone};
use crate::domain::pay::band::JobName;
use crate::domain::pay::figure::Period;
use crate::domain::profile::schema::GoalSchema;
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, Stage};

/// An ad, and what is known about it.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AuditQuestion)]
pub struct AuditQuestionSchema {
    /// The text of the ad.
    #[schema(min_length = 1)]
    text: String,
    /// `text` when left out.
    format: Option<AdFormat>,
    /// Its title, when it is not in the text.
    title: Option<String>,
    /// ISO 3166-1 country of the job: needed for pay and law.
    #[schema(pattern = "^[A-Z]{2}$")]
    country: Option<String>,
    /// ISO 3166-2 region.
    #[schema(pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    region: Option<String>,
    /// City, looked up to its region.
    city: Option<String>,
    /// Employees of the company: some laws apply from a size on.
    #[schema(maximum = 10_000_000)]
    employees: Option<u32>,
    /// Language of the ad; recognised when left out.
    language: Option<Lang>,
}

/// What a text is written in.
#[derive(ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AdFormat {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}

/// A draft to be written.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DraftQuestion)]
pub struct DraftQuestionSchema {
    /// Which role.
    role: JobName,
    /// The level; a gap when left out.
    level: Option<Level>,
    /// Language of the document.
    language: Option<Lang>,
    /// Refuse a draft in which something is missing that the law of the place requires.
    strict: Option<bool>,
    /// What is known about the post.
    brief: Option<BriefSchema>,
}

/// What is known about a post. Everything is optional.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Brief)]
pub struct BriefSchema {
    /// Who hires.
    company: Option<CompanySchema>,
    /// Where the work is done.
    place: Option<BriefPlaceSchema>,
    /// Remote days a week.
    #[schema(minimum = 0, maximum = 5)]
    remote_days: Option<u32>,
    /// Whether the work may be done wholly away from the office.
    fully_remote: Option<bool>,
    /// Contract.
    contract: Option<Contract>,
    /// Months, of a contract with an end.
    #[schema(minimum = 1, maximum = 60)]
    duration_months: Option<u32>,
    /// Hours a week.
    #[schema(minimum = 1, maximum = 60)]
    hours_per_week: Option<u32>,
    /// First day, YYYY-MM-DD.
    #[schema(format = Date)]
    start_date: Option<String>,
    /// Stage of the online presence.
    presence_stage: Option<Stage>,
    /// Goals, as in a profile; missions and measures follow from them.
    #[schema(max_items = 30)]
    goals: Option<Vec<GoalSchema>>,
    /// `from-band` to have it proposed, or a range or amount.
    pay: Option<BriefPaySchema>,
    /// Bonus, commission, equity; `none` when there is none.
    #[schema(max_length = 600)]
    other_compensation: Option<String>,
    /// Collective agreement; `none` when there is none.
    #[schema(max_length = 600)]
    collective_agreement: Option<String>,
    /// Whether more than the stated minimum may be paid.
    pays_more: Option<bool>,
    /// Benefits, by name.
    #[schema(max_items = 30)]
    benefits: Option<Vec<ShortText>>,
    /// Tools.
    #[schema(max_items = 30)]
    tools: Option<Vec<ShortText>>,
    /// Networks and spaces.
    #[schema(max_items = 30)]
    platforms: Option<Vec<ShortText>>,
    /// Languages: names, or objects with `language` and `level` (A1 to C2).
    #[schema(max_items = 30)]
    languages: Option<Vec<LanguageSchema>>,
    /// The team.
    #[schema(max_length = 600)]
    team: Option<String>,
    /// To whom the person reports.
    #[schema(max_length = 600)]
    reports_to: Option<String>,
    /// Steps of the selection.
    #[schema(max_items = 30)]
    process: Option<Vec<ShortText>>,
    /// Last day to apply, YYYY-MM-DD.
    #[schema(format = Date)]
    closing_date: Option<String>,
    /// Day of publication, YYYY-MM-DD.
    #[schema(format = Date)]
    date_posted: Option<String>,
    /// Whom to write to.
    #[schema(max_length = 600)]
    contact: Option<String>,
    /// Reference of the post.
    #[schema(max_length = 600)]
    reference: Option<String>,
    /// Whether software screens or ranks applications.
    ai_screening: Option<bool>,
    /// Whether the vacancy exists.
    existing_vacancy: Option<bool>,
    /// How the ad speaks.
    tone: Option<Tone>,
    /// Tu or vous, in French.
    address: Option<Address>,
}

/// Who hires.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BriefCompany)]
pub struct CompanySchema {
    /// Legal or brand name.
    #[schema(max_length = 600)]
    name: Option<String>,
    /// What it does.
    #[schema(max_length = 600)]
    activity: Option<String>,
    /// Employees.
    #[schema(maximum = 10_000_000)]
    employees: Option<u32>,
    /// Site or profile, https://…
    #[schema(pattern = "^https?://", max_length = 600)]
    website: Option<String>,
    /// How the ad speaks.
    tone: Option<Tone>,
}

/// Where the post is.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BriefPlace)]
pub struct BriefPlaceSchema {
    /// City.
    #[schema(max_length = 600)]
    city: Option<String>,
    /// Postal code.
    #[schema(max_length = 600)]
    postal_code: Option<String>,
    /// Street.
    #[schema(max_length = 600)]
    street: Option<String>,
    /// ISO 3166-2 region.
    #[schema(pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    region: Option<String>,
    /// ISO 3166-1 country.
    #[schema(pattern = "^[A-Z]{2}$")]
    country: Option<String>,
}

/// A short text.
#[derive(ToSchema)]
#[schema(max_length = 600)]
pub struct ShortText(String);

/// A language, or a language with its level.
#[derive(ToSchema)]
#[serde(untagged)]
#[schema(as = LanguageChoice)]
pub enum LanguageSchema {
    /// The language, as it is to be written.
    Name(ShortText),
    /// A language with its level.
    WithLevel(LanguageWithLevel),
}

/// A language with its level.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LanguageWithLevel {
    /// The language, as it is to be written.
    #[schema(max_length = 600)]
    language: String,
    /// Level.
    level: Option<Cefr>,
}

/// Pay: proposed, or given.
#[derive(ToSchema)]
#[serde(untagged)]
#[schema(as = BriefPayChoice)]
pub enum BriefPaySchema {
    /// Propose it.
    FromBand(FromBand),
    /// A range or a fixed amount.
    Given(BriefPayGiven),
}

/// A range or a fixed amount, gross, whole units.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BriefPayGiven {
    /// Lower end.
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    min: Option<u32>,
    /// Upper end.
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    max: Option<u32>,
    /// A fixed amount, in place of both ends.
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    amount: Option<u32>,
    /// ISO 4217 currency.
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: String,
    /// What it is paid for.
    period: Period,
    /// Monthly payments a year; 12 when left out.
    #[schema(minimum = 12, maximum = 14)]
    payments: Option<u32>,
}

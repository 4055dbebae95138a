//! Questions about job ads as the API document describes them; `request` and `brief` read them.
#![expect(dead_code, reason = "only described here")]

use utoipa::ToSchema;

use crate::domain::text::Lang;

/// An ad, and what is known about it.
#[derive(ToSchema)]
#[schema(as = AuditQuestion)]
pub struct AuditQuestionSchema {
    /// The text of the ad.
    #[schema(min_length = 1)]
    text: String,
    /// `text` (default), `markdown` or `html`.
    #[schema(pattern = "^(text|markdown|html)$")]
    format: Option<String>,
    /// Its title, when it is not in the text.
    title: Option<String>,
    /// ISO 3166-1 country of the job: needed for pay and law.
    country: Option<String>,
    /// ISO 3166-2 region.
    region: Option<String>,
    /// City, looked up to its region.
    city: Option<String>,
    /// Employees of the company: some laws apply from a size on.
    employees: Option<u32>,
    /// Language of the ad; recognised when left out.
    language: Option<Lang>,
}

/// A draft to be written.
#[derive(ToSchema)]
#[schema(as = DraftQuestion)]
pub struct DraftQuestionSchema {
    /// `cm`, `smm`, `content-manager`, their full names, or `hybrid` for one person who holds both roles.
    role: String,
    /// The level; a gap when left out.
    level: Option<crate::domain::vocab::Level>,
    /// Language of the document.
    language: Option<Lang>,
    /// Refuse a draft in which something is missing that the law of the place requires.
    strict: Option<bool>,
    /// What is known about the post.
    brief: Option<BriefSchema>,
}

/// What is known about a post. Everything is optional.
#[derive(ToSchema)]
#[schema(as = Brief)]
pub struct BriefSchema {
    /// Who hires.
    company: Option<CompanySchema>,
    /// Where.
    place: Option<BriefPlaceSchema>,
    /// Remote days a week.
    #[schema(minimum = 0, maximum = 5)]
    remote_days: Option<u32>,
    /// Whether the work may be done wholly away from the office.
    fully_remote: Option<bool>,
    /// Contract.
    contract: Option<super::brief::Contract>,
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
    presence_stage: Option<crate::domain::vocab::Stage>,
    /// Goals, as in a profile; missions and measures follow from them.
    #[schema(max_items = 30)]
    goals: Option<Vec<String>>,
    /// `from-band` to have it proposed, or a range or amount.
    #[schema(value_type = Option<Object>)]
    pay: Option<String>,
    /// Bonus, commission, equity; `none` when there is none.
    other_compensation: Option<String>,
    /// Collective agreement; `none` when there is none.
    collective_agreement: Option<String>,
    /// Whether more than the stated minimum may be paid.
    pays_more: Option<bool>,
    /// Benefits, by name.
    benefits: Option<Vec<String>>,
    /// Tools.
    tools: Option<Vec<String>>,
    /// Networks and spaces.
    platforms: Option<Vec<String>>,
    /// Languages: names, or objects with `language` and `level` (A1 to C2).
    #[schema(value_type = Option<Vec<Object>>)]
    languages: Option<Vec<String>>,
    /// The team.
    team: Option<String>,
    /// To whom the person reports.
    reports_to: Option<String>,
    /// Steps of the selection.
    process: Option<Vec<String>>,
    /// Last day to apply, YYYY-MM-DD.
    #[schema(format = Date)]
    closing_date: Option<String>,
    /// Day of publication, YYYY-MM-DD.
    #[schema(format = Date)]
    date_posted: Option<String>,
    /// Whom to write to.
    contact: Option<String>,
    /// Reference of the post.
    reference: Option<String>,
    /// Whether software screens or ranks applications.
    ai_screening: Option<bool>,
    /// Whether the vacancy exists.
    existing_vacancy: Option<bool>,
    /// How the ad speaks.
    tone: Option<super::brief::Tone>,
    /// Tu or vous, in French.
    address: Option<super::brief::Address>,
}

/// Who hires.
#[derive(ToSchema)]
#[schema(as = BriefCompany)]
pub struct CompanySchema {
    /// Legal or brand name.
    name: Option<String>,
    /// What it does.
    activity: Option<String>,
    /// Employees.
    employees: Option<u32>,
    /// Site or profile, https://…
    website: Option<String>,
    /// How the ad speaks.
    tone: Option<super::brief::Tone>,
}

/// Where the post is.
#[derive(ToSchema)]
#[schema(as = BriefPlace)]
pub struct BriefPlaceSchema {
    /// City.
    city: Option<String>,
    /// Postal code.
    postal_code: Option<String>,
    /// Street.
    street: Option<String>,
    /// ISO 3166-2 region.
    region: Option<String>,
    /// ISO 3166-1 country.
    country: Option<String>,
}

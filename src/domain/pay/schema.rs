//! What questions about pay look like in JSON, for the API's document; [`super::request`] reads them.

use serde::Serialize;
use utoipa::ToSchema;

use super::band::JobName;
use super::figure::Period;
use crate::domain::vocab::Level;

/// An offer; `against` says how another one differs from it.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OfferQuestion)]
pub struct OfferQuestionSchema {
    /// `cm`, `smm`, `content-manager`, their full names, or `hybrid` for one person who holds both roles.
    role: JobName,
    /// All levels together when left out.
    level: Option<Level>,
    /// ISO 3166-1 country; not needed beside a region or city.
    #[schema(pattern = "^[A-Z]{2}$")]
    country: Option<String>,
    /// ISO 3166-2 region.
    #[schema(pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    region: Option<String>,
    /// City, looked up to its region.
    city: Option<String>,
    /// French collective agreement (IDCC).
    #[schema(minimum = 1, maximum = 99_999)]
    agreement: Option<u32>,
    /// Gross pay for one period at the share of full time given, without the variable part.
    #[schema(minimum = 0.01, maximum = 1_000_000_000)]
    amount: f64,
    /// ISO 4217 currency; that of the country.
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: String,
    /// What the amount is paid for.
    period: Period,
    /// Monthly payments a year; 12 when left out.
    #[schema(minimum = 12, maximum = 14)]
    payments: Option<u32>,
    /// Share of full time; 1 when left out.
    #[schema(minimum = 0.01, maximum = 1.0)]
    fte: Option<f64>,
    /// Variable pay a year, at target.
    #[schema(minimum = 0.0, maximum = 1_000_000_000)]
    variable: Option<f64>,
    /// Another offer: the fields that differ.
    against: Option<OfferDifference>,
}

/// How another offer differs: at least one field of it; null for what it does not have.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(min_properties = 1)]
pub struct OfferDifference {
    /// The role.
    #[schema(nullable = false)]
    role: Option<JobName>,
    /// The level.
    level: Option<Level>,
    /// ISO 3166-1 country. Any part of a place replaces the whole place.
    #[schema(pattern = "^[A-Z]{2}$")]
    country: Option<String>,
    /// ISO 3166-2 region.
    #[schema(pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    region: Option<String>,
    /// City, looked up to its region.
    city: Option<String>,
    /// French collective agreement (IDCC).
    #[schema(minimum = 1, maximum = 99_999)]
    agreement: Option<u32>,
    /// Gross pay for one period.
    #[schema(minimum = 0.01, maximum = 1_000_000_000, nullable = false)]
    amount: Option<f64>,
    /// ISO 4217 currency.
    #[schema(pattern = "^[A-Z]{3}$", nullable = false)]
    currency: Option<String>,
    /// What the amount is paid for.
    #[schema(nullable = false)]
    period: Option<Period>,
    /// Monthly payments a year.
    #[schema(minimum = 12, maximum = 14)]
    payments: Option<u32>,
    /// Share of full time.
    #[schema(minimum = 0.01, maximum = 1.0)]
    fte: Option<f64>,
    /// Variable pay a year, at target.
    #[schema(minimum = 0.0, maximum = 1_000_000_000)]
    variable: Option<f64>,
}

/// Whose cost is asked for.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CostQuestion {
    /// ISO 3166-1 country; not needed beside a region or city.
    #[schema(pattern = "^[A-Z]{2}$")]
    country: Option<String>,
    /// ISO 3166-2 region.
    #[schema(pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    region: Option<String>,
    /// City, looked up to its region.
    city: Option<String>,
    /// Gross pay of a year as it is actually paid, 13th month and bonuses included.
    #[schema(minimum = 0.01, maximum = 1_000_000_000)]
    gross: f64,
    /// Share of full time; 1 when left out.
    #[schema(minimum = 0.01, maximum = 1.0)]
    fte: Option<f64>,
    /// Employees of the company; 20 is assumed, and said, when left out.
    #[schema(minimum = 1, maximum = 10_000_000)]
    headcount: Option<u32>,
    /// Executive status (cadre), France.
    executive: Option<bool>,
    /// Local transport levy in percent (versement mobilité), France.
    #[schema(minimum = 0.0, maximum = 10.0)]
    mobility_rate: Option<f64>,
    /// Accident insurance rate in percent (AT/MP), France; the national average when left out.
    #[schema(minimum = 0.0, maximum = 30.0)]
    accident_rate: Option<f64>,
    /// Health cover, EUR a month, employer and employee together, France; 40 when left out.
    #[schema(minimum = 0.0, maximum = 400.0)]
    health_cover: Option<f64>,
    /// Role, for the collective agreement and published fees.
    role: Option<JobName>,
    /// Level, likewise.
    level: Option<Level>,
    /// French collective agreement (IDCC).
    #[schema(minimum = 1, maximum = 99_999)]
    agreement: Option<u32>,
    /// An apprentice to compare with, France.
    apprentice: Option<ApprenticeQuestion>,
    /// A freelancer to compare with.
    freelance: Option<FreelanceQuestion>,
    /// An agency to compare with.
    agency: Option<AgencyQuestion>,
}

/// An apprentice.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprenticeQuestion {
    /// Age in years.
    #[schema(minimum = 15, maximum = 35)]
    age: u32,
    /// Level of the degree prepared: 4 baccalauréat or below, 5 bac+2, 6 bac+3 or 4, 7 bac+5; 6 when left out.
    #[schema(minimum = 4, maximum = 7)]
    degree: Option<u32>,
    /// Year of the contract; 1 when left out.
    #[schema(minimum = 1, maximum = 3)]
    year: Option<u32>,
    /// Percent of the time spent in the company; 100 when left out.
    #[schema(minimum = 10, maximum = 100)]
    presence_percent: Option<u32>,
}

/// A freelancer.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FreelanceQuestion {
    /// Fee a day, without value-added tax.
    #[schema(minimum = 0.01, maximum = 100_000.0)]
    day_rate: f64,
    /// Days a year; 100 when left out.
    #[schema(minimum = 1, maximum = 366)]
    days: Option<u32>,
    /// Fees of a platform in percent; none when left out.
    #[schema(minimum = 0.0, maximum = 100.0)]
    fees_percent: Option<f64>,
}

/// An agency.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgencyQuestion {
    /// Fee a month, without value-added tax.
    #[schema(minimum = 0.01, maximum = 10_000_000.0)]
    monthly_retainer: f64,
    /// Fee at the start; none when left out.
    #[schema(minimum = 0.0, maximum = 10_000_000.0)]
    setup: Option<f64>,
}

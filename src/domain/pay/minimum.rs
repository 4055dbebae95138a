//! The least that may be paid: legal minimum wages and the minima of collective agreements, dated.

use super::figure::Period;
use crate::domain::dated::{Day, Validity};
use crate::domain::rounding::whole;
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, Level, Role, vocabulary};

/// Paid hours of a full-time year where no source says: 52 weeks of 40 hours.
pub const ANNUAL_HOURS: f64 = 2080.0;

/// A legal minimum wage (`data/pay/minimum_wages.csv`).
#[derive(Clone, Debug)]
pub struct MinimumWage {
    /// Stable id.
    pub id: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region with a minimum of its own.
    pub region: Option<String>,
    /// Gross, for one period.
    pub amount: f64,
    /// ISO 4217 currency.
    pub currency: String,
    /// What it is paid for.
    pub period: Period,
    /// Paid hours of a full-time year.
    pub annual_hours: f64,
    /// When it is in force.
    pub validity: Validity,
    /// Who publishes it.
    pub source: String,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// What to know about the minimum: hours a week, exceptions.
    pub note: Option<Text>,
}

impl MinimumWage {
    /// Gross pay of a full-time year at the minimum.
    #[must_use]
    pub fn annual(&self) -> f64 {
        self.amount * self.period.per_year(self.annual_hours)
    }

    /// Paid hours of a full-time week, to the half hour: 35.0008 are 35.
    #[must_use]
    pub fn week_hours(&self) -> f64 {
        (self.annual_hours / 52.0 * 2.0).round() / 2.0
    }
}

/// Whether pay lies below a least, both as they are shown: in whole units.
#[must_use]
pub fn falls_short(pay: f64, least: f64) -> bool {
    whole(pay) < whole(least)
}

/// The legal minimum of a place on a day: that of the region, else that of the country.
#[must_use]
pub fn legal<'m>(
    all: &'m [MinimumWage],
    country: &str,
    region: Option<&str>,
    day: Day,
) -> Option<&'m MinimumWage> {
    let there = |item: &&MinimumWage| item.country == country && item.validity.contains(day);
    let own = region
        .and_then(|region| all.iter().filter(there).find(|item| item.region.as_deref() == Some(region)));
    own.or_else(|| all.iter().filter(there).find(|item| item.region.is_none()))
}

/// The last minimum of a place that was over before a day, where none is in force any more.
#[must_use]
pub fn ended<'m>(
    all: &'m [MinimumWage],
    country: &str,
    region: Option<&str>,
    day: Day,
) -> Option<&'m MinimumWage> {
    let last = |region: Option<&str>| {
        let there = all.iter().filter(|item| item.country == country && item.region.as_deref() == region);
        there.max_by_key(|item| item.validity.from)
    };
    let own = region.and_then(|region| last(Some(region))).or_else(|| last(None))?;
    own.validity.to.is_some_and(|to| to < day).then_some(own)
}

vocabulary! {
    /// Whether an agreement names the job at a level.
    Named("way of naming") {
        /// The agreement names the job there.
        Yes = "yes",
        /// The usual level, by judgement.
        Judgement = "judgement",
    }
}

vocabulary! {
    /// Whether an agreement binds every employer of its branch.
    Extended("extension") {
        /// Every employer of the branch.
        Yes = "yes",
        /// Members of the signatory bodies only.
        No = "no",
        /// Not known.
        Unknown = "unknown",
    }
}

/// One minimum of a collective agreement (`data/pay/agreements.csv`).
#[derive(Clone, Debug)]
pub struct AgreementMinimum {
    /// Stable id.
    pub id: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// Number of the agreement (IDCC in France).
    pub idcc: u32,
    /// Its name.
    pub name: String,
    /// Level or group of its classification.
    pub level: String,
    /// Coefficient of its classification.
    pub coefficient: Option<String>,
    /// Gross a month for full time (35 hours).
    pub monthly: f64,
    /// ISO 4217 currency.
    pub currency: String,
    /// First day in force.
    pub valid_from: Day,
    /// Roles that it concerns.
    pub roles: Vec<Role>,
    /// The level of ours that it corresponds to.
    pub experience: Option<Level>,
    /// Whether the agreement names the job at this level.
    pub named: Option<Named>,
    /// Whether it binds every employer of the branch.
    pub extended: Extended,
    /// Who publishes it.
    pub source: String,
    /// What to know about the step, such as that the legal minimum lies above it.
    pub note: Option<Text>,
}

impl AgreementMinimum {
    /// Gross pay of a full-time year of twelve months at the minimum.
    #[must_use]
    pub fn annual(&self) -> f64 {
        self.monthly * 12.0
    }
}

//! Pay: raw published figures. Bands are not made from them yet; they wait here with their sources.

use serde::Deserialize;

use super::vocab::{Grade, Level, Role, vocabulary};

vocabulary! {
    /// What a published figure is.
    Statistic("statistic") {
        /// Low end of a range.
        Min = "min",
        /// Average.
        Mean = "mean",
        /// Median.
        Median = "median",
        /// High end of a range.
        Max = "max",
    }
}

vocabulary! {
    /// What an amount is paid for.
    Period("period") {
        /// A year.
        Year = "year",
        /// A month.
        Month = "month",
    }
}

/// One published statistic, as published; never edited.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Stable id.
    pub id: String,
    /// The role.
    pub role: Role,
    /// The level, where the source gives one.
    pub level: Option<Level>,
    /// ISO 3166-1 country, where the source gives one.
    pub country: Option<String>,
    /// ISO 3166-2 region, where the source gives one.
    pub region: Option<String>,
    /// What the figure is.
    pub statistic: Statistic,
    /// Whole units of the currency, gross.
    pub amount: u64,
    /// ISO 4217 currency.
    pub currency: String,
    /// What it is paid for.
    pub period: Period,
    /// Sample size, where the source gives one.
    pub n: Option<u32>,
    /// Date of the figure as far as known; none when undated.
    pub as_of: Option<String>,
    /// Who publishes it: `source/STATEMENT`.
    pub source: String,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// Caveat.
    pub note: Option<String>,
}

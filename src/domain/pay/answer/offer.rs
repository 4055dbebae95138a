//! An offer measured against what others are paid.

use serde::Serialize;
use utoipa::ToSchema;

use super::band::{AgreementView, BandConfidence, BandView, HoldsFor, LegalMinimum, NearestBand, Said};
use crate::domain::cite::Meta;
use crate::domain::money::Money;
use crate::domain::next::Outline;
use crate::domain::pay::request::OfferRequest;
use crate::domain::vocab::vocabulary;

vocabulary! {
    /// Where an offer lies.
    Position("position") {
        /// Below the first quartile.
        Below = "below",
        /// Between the quartiles.
        Within = "within",
        /// Above the third quartile.
        Above = "above",
    }
}

/// How far pay lies from the middle of the market.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Distance {
    /// Whole units a year, full time; below zero: the offer lies below the median.
    pub amount: i64,
    /// The same in percent of the median.
    pub percent: f64,
    /// ISO 4217 currency.
    pub currency: &'static str,
}

/// The percentiles between which an offer's lies, given how sure the median is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PercentileRange {
    /// The lower one.
    pub low: u32,
    /// The higher one.
    pub high: u32,
}

/// What to aim for, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Aim {
    /// From this gross pay of a full-time year; null where the market is no argument for more.
    #[schema(required)]
    pub low: Option<Money>,
    /// To this.
    #[schema(required)]
    pub high: Option<Money>,
    /// Why, in words.
    pub because: String,
}

/// What an offer is worth in a year at its share of full time, part by part, in the currency of the country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Package {
    /// Guaranteed pay.
    pub base: Money,
    /// Variable pay at target.
    #[schema(required)]
    pub variable: Option<Money>,
    /// Shares or options, by the value given.
    #[schema(required)]
    pub equity: Option<Money>,
    /// Benefits, by the value given.
    #[schema(required)]
    pub benefits: Option<Money>,
    /// All of it. Only the base is compared with the market.
    pub total: Money,
}

/// An offer measured.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Measured<'c> {
    /// The offer as it was understood.
    pub offer: OfferRequest,
    /// Warnings and alerts, the gravest first.
    pub alerts: Vec<Said>,
    /// Gross pay of a full-time year, without the variable part.
    pub annual: Money,
    /// The same with the variable part at target.
    #[schema(required)]
    pub annual_with_variable: Option<Money>,
    /// What is actually paid in a year at this share of full time, without the variable part.
    pub paid: Money,
    /// The same full-time pay as it was offered, where that is in another currency.
    #[schema(required)]
    pub annual_as_offered: Option<Money>,
    /// What it is worth in all.
    pub package: Package,
    /// How far it lies from the middle of the market.
    #[schema(required)]
    pub to_median: Option<Distance>,
    /// What to aim for.
    #[schema(required)]
    pub aim: Option<Aim>,
    /// Percentile of the band, 1 to 99.
    #[schema(required)]
    pub percentile: Option<u32>,
    /// Between which percentiles that lies.
    #[schema(required)]
    pub percentile_range: Option<PercentileRange>,
    /// Annual pay over the median.
    #[schema(required)]
    pub compa_ratio: Option<f64>,
    /// Place between the quartiles: 0 at p25, 1 at p75.
    #[schema(required)]
    pub range_penetration: Option<f64>,
    /// Below, within or above the band.
    #[schema(required)]
    pub position: Option<Position>,
    /// The place that the band is of.
    pub holds_for: HoldsFor,
    /// The band; null when the evidence is insufficient.
    #[schema(required)]
    pub band: Option<BandView>,
    /// How far the band can be relied on.
    pub confidence: BandConfidence,
    /// The nearest band that is known; null where the band is.
    #[schema(required)]
    pub nearest: Option<NearestBand>,
    /// The legal minimum; null when none is known.
    #[schema(required)]
    pub legal_minimum: Option<LegalMinimum<'c>>,
    /// Whether the offer reaches the legal minimum.
    #[schema(required)]
    pub meets_legal_minimum: Option<bool>,
    /// The collective agreement asked for.
    #[schema(required)]
    pub agreement: Option<AgreementView<'c>>,
    /// What it means for a candidate and for an employer.
    pub reading: Reading,
    /// How the amounts were reached, and what had to stand in for what.
    pub notes: Vec<Said>,
    /// Where the band and its evidence are.
    pub band_href: String,
}

/// What an offer means.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Reading {
    /// For a candidate.
    pub candidate: String,
    /// For an employer.
    pub employer: String,
}

/// The difference between two offers: the other one less the first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Difference {
    /// Whole units a year, when both are in one currency.
    #[schema(required)]
    pub annual: Option<i64>,
    /// Percent of the first.
    #[schema(required)]
    pub percent: Option<f64>,
    /// What the whole packages differ by, whole units a year as paid, when both are in one currency.
    #[schema(required)]
    pub package: Option<i64>,
    /// Points of percentile, each in its own band.
    #[schema(required)]
    pub percentile_points: Option<i32>,
}

/// An offer, measured; beside another one where asked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OfferAssessment<'c> {
    /// What it says first.
    #[serde(flatten)]
    pub outline: Outline,
    /// The offer.
    #[serde(flatten)]
    pub measured: Measured<'c>,
    /// The other offer.
    #[schema(required)]
    pub against: Option<Measured<'c>>,
    /// The other less the first.
    #[schema(required)]
    pub difference: Option<Difference>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

//! What pay answers hold, in the order in which it is written. Texts are in the language asked for; money is in whole
//! units of its currency, rounded once.

use serde::Serialize;
use utoipa::ToSchema;

use super::combine::Combine;
use super::cost::parameter::CostGroup;
use super::data::AdjustmentKind;
use super::evidence::{Centre, Counted, ExclusionReason};
use super::figure::{Period, Post};
use super::grade::{BandGrade, CauseCode};
use super::job::{Community, Job};
use super::minimum::{Extended, Named};
use super::place::Place;
use super::request::{Basis, CostRequest, OfferRequest};
use super::select::Nearness;
use crate::domain::cite::Meta;
use crate::domain::dated::Day;
use crate::domain::money::Money;
use crate::domain::next::Outline;
use crate::domain::text::Phrase;
use crate::domain::vocab::{Grade, Level, vocabulary};

/// A sentence with its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Said {
    /// Stable code.
    pub code: &'static str,
    /// In words.
    pub text: String,
}

/// Between which amounts the median lies in four cases of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Interval {
    /// Low end.
    pub low: u64,
    /// High end.
    pub high: u64,
}

/// Percentiles of yearly gross full-time pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct BandView {
    /// Tenth percentile; null for a derived band.
    #[schema(required)]
    pub p10: Option<u64>,
    /// First quartile.
    pub p25: u64,
    /// Median.
    pub p50: u64,
    /// Third quartile.
    pub p75: u64,
    /// Ninetieth percentile; null for a derived band.
    #[schema(required)]
    pub p90: Option<u64>,
    /// 80 % interval of the median.
    pub interval: Interval,
    /// Whether other jobs stand in for the job, in whole.
    pub derived: bool,
    /// ISO 4217 currency.
    pub currency: &'static str,
    /// What the amounts are paid for: always a year.
    pub period: Period,
    /// Whether the legal minimum raised one of them.
    pub raised_to_legal_minimum: bool,
}

/// How far a band can be relied on.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BandConfidence {
    /// Grade.
    pub grade: BandGrade,
    /// Half the width of the 80 % interval of the median, in percent; null where no figure leads to the job.
    #[schema(required)]
    pub interval_percent: Option<f64>,
    /// How many equal independent sources the weights are worth; null likewise.
    #[schema(required)]
    pub effective_sources: Option<f64>,
    /// Surveys and data sets that take part.
    pub sources: u32,
    /// Whether other jobs stand in for the job, in whole.
    pub derived: bool,
    /// What makes the band more or less sure, the interval first.
    pub causes: Vec<BandCause>,
}

/// One cause.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BandCause {
    /// Code.
    pub code: CauseCode,
    /// Whether it makes the band less sure.
    pub lowers: bool,
    /// In words.
    pub text: String,
}

/// The band of one level.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LevelBand {
    /// The level.
    pub level: Level,
    /// Its band; null when the evidence is insufficient.
    #[schema(required)]
    pub band: Option<BandView>,
    /// How far it can be relied on.
    pub grade: BandGrade,
}

/// A figure that takes part, and what was done to it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Contribution<'c> {
    /// Id of the figure's set in `data/pay`.
    pub figure: &'c str,
    /// Who publishes it.
    pub source: &'c str,
    /// The survey or data set behind it: its figures share one weight.
    pub series: &'c str,
    /// Whose pay it is.
    pub role: Post,
    /// The neighbouring occupation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<&'c str>,
    /// Its level; null is all levels together.
    #[schema(required)]
    pub level: Option<Level>,
    /// Its region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<&'c str>,
    /// Its place in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<&'c str>,
    /// Its level or title in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<&'c str>,
    /// When, as far as known.
    pub as_of: &'c str,
    /// Sample size, where known.
    #[schema(required)]
    pub n: Option<u32>,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// Which of its statistics the centre was read from.
    pub centre: Centre,
    /// That centre as published.
    pub published: String,
    /// What the published amount is paid for.
    pub period: Period,
    /// The centre as the median of a full-time year.
    pub original: u64,
    /// After ageing.
    pub aged: u64,
    /// After ageing and placing.
    pub localised: u64,
    /// After everything: role and level too.
    pub adjusted: u64,
    /// How near its role is.
    pub role_nearness: Nearness,
    /// How near its level is.
    pub level_nearness: Nearness,
    /// How near its place is.
    pub place_nearness: Nearness,
    /// Share of all weight, in percent.
    pub weight_percent: f64,
    /// Caveat of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'c str>,
    /// Corrections in reading it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Phrase<'c>>,
}

/// A figure of the country and role that does not count, and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LeftOut<'c> {
    /// Id of the figure's set.
    pub figure: &'c str,
    /// Who publishes it.
    pub source: &'c str,
    /// Why, as a code.
    pub reason: ExclusionReason,
    /// Why, in words.
    pub because: Phrase<'c>,
}

/// A ratio of ours that was applied.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AdjustmentView<'c> {
    /// Id of the adjustment in `data/pay/adjustments.csv`.
    pub id: &'c str,
    /// What it does.
    pub kind: AdjustmentKind,
    /// The ratio, as text: `0.88`.
    pub ratio: String,
    /// How sure it is: one standard deviation, in percent either way.
    pub uncertainty_percent: f64,
    /// Why the factor is what it is, in one sentence.
    pub because: Phrase<'c>,
    /// What stands behind it.
    pub sources: &'c [String],
}

/// The geographic differential that was applied.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DifferentialView<'c> {
    /// Id of the differential in `data/pay/differentials.csv`.
    pub id: &'c str,
    /// ISO 3166-2 region.
    pub region: &'c str,
    /// Area around a city in it; null is the whole region.
    #[schema(required)]
    pub area: Option<&'c str>,
    /// Pay there over pay in the country, in percent more or less.
    pub percent: f64,
    /// How sure that is: one standard deviation, in percent either way.
    pub uncertainty_percent: f64,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// Why the ratio is what it is, in one sentence.
    pub because: Phrase<'c>,
    /// What stands behind it.
    pub sources: &'c [String],
}

/// The legal minimum of a full-time year.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LegalMinimum<'c> {
    /// A full-time year.
    pub annual: Money,
    /// As published.
    pub published: String,
    /// What the published amount is paid for.
    pub period: Period,
    /// First day in force.
    #[schema(value_type = String, format = Date)]
    pub valid_from: Day,
    /// Who publishes it.
    pub source: &'c str,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// What to know about the minimum: hours a week, exceptions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Phrase<'c>>,
}

/// What a collective agreement says.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AgreementView<'c> {
    /// IDCC.
    pub idcc: u32,
    /// Its name.
    pub name: &'c str,
    /// The levels that concern the role and level asked for, or all known ones.
    pub levels: Vec<AgreementLevel<'c>>,
    /// The least that applies: the lowest of those levels, or the legal minimum where that is higher.
    #[schema(required)]
    pub applicable: Option<Money>,
    /// How it relates to the role, and what to check.
    pub notes: Vec<Said>,
}

/// One level of an agreement.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AgreementLevel<'c> {
    /// Level or group of the classification.
    pub level: &'c str,
    /// Coefficient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coefficient: Option<&'c str>,
    /// Gross a month, full time, as published.
    pub monthly: String,
    /// A year of twelve months.
    pub annual: Money,
    /// Whether the agreement names the job here.
    #[schema(required)]
    pub named: Option<Named>,
    /// Whether it binds every employer of the branch.
    pub extended: Extended,
    /// First day in force.
    #[schema(value_type = String, format = Date)]
    pub valid_from: Day,
    /// Whether the legal minimum is higher.
    pub below_legal_minimum: bool,
    /// Who publishes it.
    pub source: &'c str,
    /// What to know about the step, such as that the legal minimum lies above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Phrase<'c>>,
}

/// How the band of one person who holds both roles is derived.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Derivation<'c> {
    /// The rule, in words.
    pub text: String,
    /// The bands it starts from.
    pub components: Vec<Component>,
    /// What stands behind the rule.
    pub sources: Vec<&'c str>,
}

/// One of the two bands.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Component {
    /// The role.
    pub role: Job,
    /// Its band; null when the evidence is insufficient.
    #[schema(required)]
    pub band: Option<BandView>,
    /// How far it can be relied on.
    pub grade: BandGrade,
}

/// How bands are made.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct MethodView {
    /// How figures are combined.
    pub combine: Combine,
    /// Share of general wage growth that is applied, in percent.
    pub growth_percent: f64,
    /// Years after which a figure counts half.
    pub half_life_years: f64,
}

/// The question for a band as it was understood. The agreement is not here: the answer shows it in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct BandAsked {
    /// The role, or `hybrid` for one person who holds both.
    pub role: Job,
    /// The level; all levels together when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Years of experience: a point within the level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// Whose community a community manager looks after, where that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<Community>,
    /// Where the work is done.
    #[serde(flatten)]
    pub place: Place,
}

/// The place that a band is of: the one asked for where its pay is known, else one that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct HoldsFor {
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region; null is the whole country.
    #[schema(required)]
    pub region: Option<String>,
    /// Area around a city; null is the whole region.
    #[schema(required)]
    pub area: Option<String>,
    /// Its name.
    pub name: String,
    /// Whether it is the place asked for, or one that is known to have its pay.
    pub as_asked: bool,
}

/// The nearest band that is known, where none is known for what was asked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NearestBand {
    /// What it is of.
    #[serde(flatten)]
    pub asked: BandAsked,
    /// The band.
    pub band: BandView,
    /// How far it can be relied on.
    pub grade: BandGrade,
    /// Why it is the nearest, and how it differs.
    pub because: String,
}

/// The market band of a role, with its evidence.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SalaryBand<'c> {
    /// What it says first.
    #[serde(flatten)]
    pub outline: Outline,
    /// The question as it was understood.
    #[serde(flatten)]
    pub asked: BandAsked,
    /// The place that the band is of.
    pub holds_for: HoldsFor,
    /// The band; null when the evidence is insufficient.
    #[schema(required)]
    pub band: Option<BandView>,
    /// How far it can be relied on.
    pub confidence: BandConfidence,
    /// The band by figures of the user's ads alone and by published figures alone, where there are such ads.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub markets: Vec<MarketBand>,
    /// The nearest band that is known; null where the band is.
    #[schema(required)]
    pub nearest: Option<NearestBand>,
    /// What to know first.
    pub alerts: Vec<Said>,
    /// What had to stand in for what, and what else to know.
    pub fallbacks: Vec<Said>,
    /// The three levels side by side.
    pub levels: Vec<LevelBand>,
    /// The legal minimum; null when none is known.
    #[schema(required)]
    pub legal_minimum: Option<LegalMinimum<'c>>,
    /// The collective agreement asked for.
    #[schema(required)]
    pub agreement: Option<AgreementView<'c>>,
    /// How the band of one person for both roles is derived; null for single roles.
    #[schema(required)]
    pub derivation: Option<Derivation<'c>>,
    /// The geographic differential applied.
    #[schema(required)]
    pub differential: Option<DifferentialView<'c>>,
    /// Ratios of ours that were applied.
    pub adjustments: Vec<AdjustmentView<'c>>,
    /// The figures, weightiest first.
    pub contributions: Vec<Contribution<'c>>,
    /// The figures that do not count.
    pub left_out: Vec<LeftOut<'c>>,
    /// How it was made.
    pub method: MethodView,
    /// How to read it.
    pub note: String,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// The band that a part of the figures gives.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MarketBand {
    /// Which figures.
    pub figures: Counted,
    /// Their band; null where they do not suffice.
    #[schema(required)]
    pub band: Option<BandView>,
    /// How far it can be relied on.
    pub grade: BandGrade,
    /// The same in words.
    pub text: String,
}

/// One line of a table of bands.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BandRow {
    /// The role.
    pub role: Job,
    /// The level; null is all levels together.
    #[schema(required)]
    pub level: Option<Level>,
    /// Years of experience, where they were asked for.
    #[schema(required)]
    pub years: Option<u32>,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region; null is the whole country.
    #[schema(required)]
    pub region: Option<String>,
    /// Area around a city; null is the whole region.
    #[schema(required)]
    pub area: Option<String>,
    /// Whose community, for community managers; null for the other roles.
    #[schema(required)]
    pub community: Option<Community>,
    /// Tenth percentile; null for a derived band, and when the evidence is insufficient.
    #[schema(required)]
    pub p10: Option<u64>,
    /// First quartile; null when the evidence is insufficient.
    #[schema(required)]
    pub p25: Option<u64>,
    /// Median.
    #[schema(required)]
    pub p50: Option<u64>,
    /// Third quartile.
    #[schema(required)]
    pub p75: Option<u64>,
    /// Ninetieth percentile.
    #[schema(required)]
    pub p90: Option<u64>,
    /// Low end of the 80 % interval of the median.
    #[schema(required)]
    pub interval_low: Option<u64>,
    /// Its high end.
    #[schema(required)]
    pub interval_high: Option<u64>,
    /// ISO 4217 currency.
    pub currency: &'static str,
    /// How far it can be relied on.
    pub grade: BandGrade,
    /// Half the width of the 80 % interval of the median, in percent.
    #[schema(required)]
    pub interval_percent: Option<f64>,
    /// How many equal independent sources the weights are worth.
    #[schema(required)]
    pub effective_sources: Option<f64>,
    /// Surveys and data sets that take part.
    pub sources: u32,
    /// Whether other jobs stand in for the job, in whole.
    pub derived: bool,
    /// Date of the oldest figure that weighs at least a twentieth.
    #[schema(required)]
    pub oldest: Option<String>,
    /// Date of the newest such figure.
    #[schema(required)]
    pub newest: Option<String>,
}

/// All bands.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BandTable<'c> {
    /// One line a role, level and place.
    pub bands: Vec<BandRow>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

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

vocabulary! {
    /// Who bears a contribution.
    Payer("payer") {
        /// On top of pay.
        Employer = "employer",
        /// Out of pay.
        Employee = "employee",
    }
}

/// One contribution.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CostItem<'c> {
    /// Id of the contribution in `data/employer-cost/parameters.csv`.
    pub id: &'c str,
    /// Its name.
    pub label: Phrase<'c>,
    /// Who bears it.
    pub payer: Payer,
    /// What it pays for.
    pub group: CostGroup,
    /// Rate in percent; null for amounts.
    #[schema(required)]
    pub rate_percent: Option<f64>,
    /// What the rate applies to, whole units a year; null for amounts.
    #[schema(required)]
    pub base: Option<u64>,
    /// Whole units a year; negative for a reduction.
    pub amount: i64,
    /// Who publishes the rate.
    pub source: &'c str,
    /// How far it can be relied on.
    pub confidence: Grade,
    /// What to know about the contribution: how it is estimated, what it leaves out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Phrase<'c>>,
}

vocabulary! {
    /// Another way to have the work done.
    AlternativeKind("alternative") {
        /// An apprentice.
        Apprentice = "apprentice",
        /// A freelancer.
        Freelance = "freelance",
        /// An agency.
        Agency = "agency",
    }
}

/// Another way to have the work done, and what it costs a year.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Alternative<'c> {
    /// Which.
    pub kind: AlternativeKind,
    /// Least cost of a year; null where nothing is published and nothing was given.
    #[schema(required)]
    pub low: Option<Money>,
    /// Greatest cost of a year; the same where it is computed from what was given.
    #[schema(required)]
    pub high: Option<Money>,
    /// Whether it rests on what was asked, or on published figures and our assumptions.
    pub given: bool,
    /// How far it can be relied on.
    pub confidence: Grade,
    /// How it is reached.
    pub notes: Vec<String>,
    /// What stands behind it.
    pub sources: Vec<&'c str>,
}

/// What a person costs.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EmployerCost<'c> {
    /// What it says first.
    #[serde(flatten)]
    pub outline: Outline,
    /// The question as it was understood.
    pub input: CostRequest,
    /// What comes first: provisional values, pay below a minimum.
    pub alerts: Vec<Said>,
    /// Whether the values are those of the last verified day because the day asked for lies after it.
    pub provisional: bool,
    /// From what it is reckoned: the gross pay, a budget or a net pay.
    pub basis: Basis,
    /// Gross pay of the year: as given, the largest whole one that the budget pays for, or the smallest that leaves the net.
    pub gross: Money,
    /// What the employer pays in all.
    pub employer_cost: Money,
    /// What is left of the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Money>,
    /// What the employee receives before income tax; null where the employee's contributions are not known.
    #[schema(required)]
    pub net_before_tax: Option<Money>,
    /// Employer's contributions less reductions.
    pub employer_contributions: i64,
    /// Employer cost over gross pay.
    pub ratio: f64,
    /// Every contribution; the employer's add up to the cost less the gross, the employee's to the gross less the net.
    pub items: Vec<CostItem<'c>>,
    /// What was assumed.
    pub assumptions: Vec<Said>,
    /// What is not counted.
    pub missing: Vec<Phrase<'c>>,
    /// How far the result can be relied on.
    pub confidence: Grade,
    /// What it covers.
    #[schema(required)]
    pub scope: Option<Phrase<'c>>,
    /// Last day for which the values are known to hold.
    #[schema(value_type = String, format = Date)]
    pub verified_until: Day,
    /// The legal minimum of a full-time year; null when none is known.
    #[schema(required)]
    pub legal_minimum: Option<LegalMinimum<'c>>,
    /// The collective agreement asked for.
    #[schema(required)]
    pub agreement: Option<AgreementView<'c>>,
    /// Fee a day at which a freelancer costs as much as this person; null where the days are not known.
    #[schema(required)]
    pub break_even_day_rate: Option<Money>,
    /// Other ways to have the work done.
    pub alternatives: Vec<Alternative<'c>>,
    /// How to read it.
    pub note: String,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// What something costs a year: low, middle and high pay with the employer's contributions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct CostRange {
    /// At the first quartile of the band.
    pub low: u64,
    /// At the median.
    pub mid: u64,
    /// At the third quartile.
    pub high: u64,
    /// ISO 4217 currency.
    pub currency: &'static str,
}

/// Pay and cost of one position of a recommendation, for one person.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PositionPay<'c> {
    /// The role, or `hybrid`.
    pub role: Job,
    /// The level.
    pub level: Level,
    /// How many people.
    pub count: u32,
    /// Share of full time at which each is priced, in percent.
    pub fte_percent: u32,
    /// The market band; null when the evidence is insufficient.
    #[schema(required)]
    pub band: Option<BandView>,
    /// How far it can be relied on.
    pub grade: BandGrade,
    /// What one person costs the employer a year; null where that cannot be said.
    #[schema(required)]
    pub employer_cost: Option<CostRange>,
    /// The collective agreement of the profile.
    #[schema(required)]
    pub agreement: Option<AgreementView<'c>>,
    /// What to know first.
    pub alerts: Vec<Said>,
    /// Where the band and its evidence are.
    pub band_href: String,
}

/// The pay that a budget makes possible for whoever is recommended.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Purchase {
    /// The role, or `hybrid`; of several people the first.
    pub role: Job,
    /// The level.
    pub level: Level,
    /// Share of full time, in percent.
    pub fte_percent: u32,
    /// The largest whole gross a year whose cost does not exceed the budget; of several people that of the first, everybody
    /// being paid as far from the median of their post.
    pub gross: Money,
    /// What the employer pays, of several people for all.
    pub employer_cost: Money,
    /// How far the gross lies from the median of the market, in percent of it; null where no band is known.
    #[schema(required)]
    pub to_median_percent: Option<f64>,
    /// Whether it reaches the legal minimum.
    pub lawful: bool,
    /// How many people it is shared among.
    pub people: u32,
    /// In words.
    pub text: String,
}

vocabulary! {
    /// What else fits a budget.
    BudgetOptionKind("option of a budget") {
        /// One person at the median of the market.
        OneAtMedian = "one-at-median",
        /// Both roles, with beginners.
        BothJunior = "both-junior",
        /// A part of the post.
        PartTime = "part-time",
        /// An apprentice.
        Apprentice = "apprentice",
        /// A freelancer.
        Freelance = "freelance",
        /// An agency.
        Agency = "agency",
    }
}

/// Something else that fits a budget.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BudgetOption {
    /// What it is.
    pub kind: BudgetOptionKind,
    /// What it is and what it costs, in words.
    pub text: String,
    /// What it costs a year.
    pub cost: Money,
    /// What is given up.
    pub gives_up: String,
}

/// What a budget buys.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WhatBudgetBuys {
    /// The pay of whoever is recommended; null where the budget pays for none.
    #[schema(required)]
    pub purchase: Option<Purchase>,
    /// What else fits, at most three.
    pub options: Vec<BudgetOption>,
    /// Where nothing fits: what would.
    #[schema(required)]
    pub nothing: Option<String>,
    /// The smallest budget at which the whole recommendation holds, everybody at the low end of the market; null where it
    /// cannot be priced.
    #[schema(required)]
    pub smallest: Option<Money>,
    /// How many people that is.
    pub people: u32,
}

/// Pay and cost of a recommendation.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PaySummary<'c> {
    /// ISO 3166-1 country.
    pub country: &'static str,
    /// ISO 3166-2 region.
    #[schema(required)]
    pub region: Option<&'static str>,
    /// One entry a position, in order of hiring.
    pub positions: Vec<PositionPay<'c>>,
    /// What all people together cost a year; null where a position cannot be priced.
    #[schema(required)]
    pub total: Option<CostRange>,
    /// Whether the cost parameters are those of the last verified day.
    pub provisional: bool,
    /// What was assumed, and what is missing.
    pub notes: Vec<Said>,
}

/// Pay of roles side by side.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayComparison<'c> {
    /// The place that the bands are of.
    pub holds_for: HoldsFor,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region.
    #[schema(required)]
    pub region: Option<String>,
    /// Level by level, then all levels together.
    pub levels: Vec<LevelComparison>,
    /// How to read it.
    pub note: String,
    /// Where sources disagree on pay.
    pub disagreements: Vec<crate::domain::cite::DisagreementView<'c>>,
    /// The legal minimum; null when none is known.
    #[schema(required)]
    pub legal_minimum: Option<LegalMinimum<'c>>,
}

/// Pay of roles at one level.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LevelComparison {
    /// The level; null is all levels together.
    #[schema(required)]
    pub level: Option<Level>,
    /// The band of each role.
    pub bands: Vec<Component>,
    /// Median of the second role over that of the first, in percent more or less; null where one is insufficient.
    #[schema(required)]
    pub gap_percent: Option<f64>,
}

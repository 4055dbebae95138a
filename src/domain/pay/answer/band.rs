//! The pay of a role at a level in a place, with what stands behind it.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::cite::Meta;
use crate::domain::dated::Day;
use crate::domain::money::Money;
use crate::domain::next::Outline;
use crate::domain::pay::combine::Combine;
use crate::domain::pay::data::AdjustmentKind;
use crate::domain::pay::evidence::{Centre, Counted, ExclusionReason};
use crate::domain::pay::figure::{Period, Post};
use crate::domain::pay::grade::{BandGrade, CauseCode};
use crate::domain::pay::job::{Community, Job};
use crate::domain::pay::minimum::{Extended, Named};
use crate::domain::pay::place::Place;
use crate::domain::pay::select::Nearness;
use crate::domain::text::Phrase;
use crate::domain::vocab::{Grade, Level};

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
    /// Its number (IDCC in France).
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

//! Market bands: evidence selected, aged, placed, combined, floored at the legal minimum, rounded, graded.
//!
//! Every usable figure of the country takes part; how near it is to what was asked decides its weight (the fallback
//! order): the role itself before a mixed sample before a neighbouring occupation, the level itself before all levels
//! before another level, the place itself before the country before another place. Figures of other countries never do.
//! One survey has one voice: the figures of a series share the weight of the weightiest of them.

use std::collections::BTreeMap;

use super::combine::{Combine, Point, Quartiles, combine, not_decreasing};
use super::data::{AdjustmentKind, PayData};
use super::evidence::Observation;
use super::figure::Post;
use super::place::differential;
use crate::domain::rounding::{to_float, whole};
use crate::domain::vocab::{Grade, Level, Role, UnknownValue, vocabulary};

vocabulary! {
    /// A job whose pay can be asked for: one role, or one person who holds both.
    Job("role") {
        /// Community manager (alias `cm`).
        CommunityManager = "community-manager",
        /// Social media manager (alias `smm`).
        SocialMediaManager = "social-media-manager",
        /// One person who holds both roles.
        Hybrid = "hybrid",
        /// Content manager (alias `content`).
        ContentManager = "content-manager",
    }
}

impl Job {
    /// The role, unless one person holds both.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::CommunityManager => Some(Role::CommunityManager),
            Self::SocialMediaManager => Some(Role::SocialMediaManager),
            Self::ContentManager => Some(Role::ContentManager),
            Self::Hybrid => None,
        }
    }

    /// Finds a job by id or short name.
    ///
    /// # Errors
    /// [`UnknownValue`] with the accepted spellings.
    pub fn find_or_alias(name: &str) -> Result<Self, UnknownValue> {
        if name == Self::Hybrid.id() {
            return Ok(Self::Hybrid);
        }
        Role::find_or_alias(name).map(Self::from).map_err(|_| {
            let roles = Role::ALL.iter().flat_map(|role| [role.id(), role.alias()]);
            UnknownValue::new("role", name, roles.chain([Self::Hybrid.id()]))
        })
    }
}

/// What a question may call a job, for the document of the API: as a role, or `hybrid`.
#[derive(Debug, serde::Serialize)]
pub struct JobName;

impl utoipa::PartialSchema for JobName {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        let roles = Role::ALL.iter().flat_map(|role| [role.id(), role.alias()]);
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some(
                "A role, by id or short name, or `hybrid` for one person who holds both roles.",
            ))
            .enum_values(Some(roles.chain([Job::Hybrid.id()])))
            .into()
    }
}

impl utoipa::ToSchema for JobName {}

impl From<Role> for Job {
    fn from(role: Role) -> Self {
        match role {
            Role::CommunityManager => Self::CommunityManager,
            Role::SocialMediaManager => Self::SocialMediaManager,
            Role::ContentManager => Self::ContentManager,
        }
    }
}

vocabulary! {
    /// How far a band can be relied on.
    BandGrade("confidence grade") {
        /// Several independent sources agree.
        High = "high",
        /// Usable, with the reservations named.
        Medium = "medium",
        /// Thin or contested.
        Low = "low",
        /// Too thin: no numbers.
        Insufficient = "insufficient",
    }
}

/// How a band is made, beside the data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Method {
    /// How figures are combined.
    pub combine: Combine,
    /// Share of general wage growth that reaches this pay, 0 to 1.
    pub pass_through: f64,
    /// Years after which a figure counts half.
    pub half_life: f64,
}

/// The method in use: the best of the back-test (see `docs/results/backtest.md`).
pub const METHOD: Method = Method { combine: Combine::Pool, pass_through: 0.5, half_life: 4.0 };

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell<'a> {
    /// The role.
    pub role: Role,
    /// The level; none is all levels together.
    pub level: Option<Level>,
    /// ISO 3166-1 country.
    pub country: &'a str,
    /// ISO 3166-2 region.
    pub region: Option<&'a str>,
    /// When, on the scale of [`crate::domain::dated::years`].
    pub at: f64,
}

vocabulary! {
    /// How near a figure's job is to the one asked for.
    Nearness("nearness") {
        /// The same.
        Own = "own",
        /// A sample that mixes it with others.
        Mixed = "mixed",
        /// Another one, near by.
        Other = "other",
    }
}

/// A figure that takes part in a band, with what was done to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Used {
    /// Position of the observation in [`PayData::observations`].
    pub observation: usize,
    /// How near its role is: the role, a mixed sample, a neighbouring occupation.
    pub role: Nearness,
    /// How near its level is: the level, all levels, another level.
    pub level: Nearness,
    /// How near its place is: the place asked for, the whole country, another place.
    pub place: Nearness,
    /// Years between the figure and the day asked for.
    pub age: f64,
    /// Whether the figure is later than the day asked for.
    pub later: bool,
    /// Logarithm of the growth from then to now.
    pub growth: f64,
    /// Years that no growth figure covers.
    pub uncovered: f64,
    /// Logarithm of the adjustment between roles.
    pub role_log: f64,
    /// Logarithm of the adjustment between levels.
    pub level_log: f64,
    /// Logarithm of the adjustment between places.
    pub place_log: f64,
    /// Adjusted centre and spread, and weight.
    pub point: Point,
}

/// Quartiles and what they rest on.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// Logarithms of the quartiles.
    pub quartiles: Quartiles,
    /// Sum of the weights: 1 is one large recent survey of exactly this job.
    pub evidence: f64,
    /// The figures.
    pub used: Vec<Used>,
}

impl Estimate {
    /// The evidence, to divide by.
    #[must_use]
    pub const fn total(&self) -> f64 {
        self.evidence.max(1e-12)
    }

    /// Share of the weight, in percent, that lies on the figures picked.
    #[must_use]
    pub fn percent(&self, picked: impl Fn(&Used) -> bool) -> f64 {
        let weights = self.used.iter().filter(|used| picked(used)).map(|used| used.point.weight);
        100.0 * weights.sum::<f64>() / self.total()
    }

    /// Weighted mean of a value of the figures.
    #[must_use]
    pub fn mean(&self, value: impl Fn(&Used) -> f64) -> f64 {
        self.used.iter().map(|used| value(used) * used.point.weight).sum::<f64>() / self.total()
    }
}

const fn reliability(grade: Grade) -> f64 {
    match grade {
        Grade::High => 1.0,
        Grade::Medium => 0.6,
        Grade::Low => 0.25,
    }
}

/// A sample of this size counts half as much as a very large one.
const HALF_SAMPLE: f64 = 15.0;
/// What an unknown sample size counts as.
const UNKNOWN_SAMPLE: f64 = 0.4;
/// What the unprinted sample of an official statistic counts as: thousands of people stand behind it.
const OFFICIAL_SAMPLE: f64 = 0.9;
/// Spread where neither the figures nor the data name one.
const SPREAD: f64 = 0.17;
/// Least spread: quartiles of a handful of like employers say nothing about the others.
const LEAST_SPREAD: f64 = 0.06;

/// The figures that take part in a cell, in the order of the observations.
#[must_use]
pub fn select(data: &PayData, cell: &Cell<'_>, method: Method, without: Option<usize>) -> Vec<Used> {
    let start = data.observations.partition_point(|item| item.country.as_str() < cell.country);
    let chain = data.chain(cell.country);
    let level_ratio = |level: Option<Level>| {
        level
            .and_then(|level| {
                data.adjustment(AdjustmentKind::Level, cell.role, Some(level), cell.country, None)
            })
            .map_or(0.0, |item| item.ratio.ln())
    };
    let wanted_level = level_ratio(cell.level);
    let place_ratio = |region: Option<&str>, level: Option<Level>| {
        region
            .and_then(|region| differential(&data.differentials, region, cell.role, level))
            .map_or(0.0, |item| item.ratio.ln())
    };
    let wanted_place = place_ratio(cell.region, cell.level);
    let spread = data
        .adjustment(AdjustmentKind::Spread, cell.role, None, cell.country, None)
        .map_or(SPREAD, |item| item.ratio.ln());
    let mut used = Vec::new();
    for (at, item) in data.of(cell.country).iter().enumerate() {
        if item.excluded.is_some() || without == Some(item.series) {
            continue;
        }
        let adjusted = |kind, occupation| {
            let found = data.adjustment(kind, cell.role, None, cell.country, occupation)?;
            Some((found.nearness, found.ratio.ln()))
        };
        let (role, role_weight, role_log) = if item.role == Post::from(cell.role) {
            (Nearness::Own, 1.0, 0.0)
        } else {
            let found = match item.role {
                Post::Pooled => adjusted(AdjustmentKind::Pool, None).map(|found| (Nearness::Mixed, found)),
                Post::Neighbour => adjusted(AdjustmentKind::Proxy, item.occupation.as_deref())
                    .map(|found| (Nearness::Other, found)),
                _ => None,
            };
            let Some((nearness, (weight, log))) = found else { continue };
            (nearness, weight, log)
        };
        let (level, level_weight) = match item.level {
            known if known == cell.level => (Nearness::Own, 1.0),
            None => (Nearness::Mixed, 0.6),
            // Asked for all levels together, one level says something of it too.
            Some(_) => (Nearness::Other, if cell.level.is_none() { 0.4 } else { 0.25 }),
        };
        let level_log = wanted_level - level_ratio(item.level);
        let region = item.region.as_deref();
        let whole = region.is_none() && item.area.is_none();
        let (place, place_weight) = match (cell.region, region) {
            (Some(wanted), Some(known)) if wanted == known => (Nearness::Own, 1.0),
            (None, None) if whole => (Nearness::Own, 1.0),
            _ if whole => (Nearness::Mixed, 0.9),
            _ => (Nearness::Other, 0.5),
        };
        // Official statistics of single towns reach us from rankings of the best paid: they speak for that place only.
        if role == Nearness::Other && place == Nearness::Other {
            continue;
        }
        let place_log = wanted_place - place_ratio(region, item.level);
        let place_log = if place == Nearness::Own { 0.0 } else { place_log };
        let aged = chain.between(item.at, cell.at);
        let growth = aged.log * method.pass_through;
        let sample = match item.n {
            Some(n) => f64::from(n) / (f64::from(n) + HALF_SAMPLE),
            None if item.reliability == Grade::High => OFFICIAL_SAMPLE,
            None => UNKNOWN_SAMPLE,
        };
        let age = (cell.at - item.at).abs();
        let weight = reliability(item.reliability)
            * sample
            * role_weight
            * level_weight
            * place_weight
            * 0.5_f64.powf(age / method.half_life);
        let point = Point {
            centre: item.centre + role_log + level_log + place_log + growth,
            spread: item.spread.unwrap_or(spread).max(LEAST_SPREAD),
            weight,
        };
        used.push(Used {
            observation: start + at,
            role,
            level,
            place,
            age,
            later: item.at > cell.at,
            growth,
            uncovered: aged.uncovered,
            role_log,
            level_log,
            place_log,
            point,
        });
    }
    share_voices(data, &mut used);
    used
}

/// Scales the weights of each series so that together they are that of its weightiest figure.
fn share_voices(data: &PayData, used: &mut [Used]) {
    let mut voices: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for item in &*used {
        let voice = voices.entry(data.observations[item.observation].series).or_default();
        voice.0 += item.point.weight;
        voice.1 = voice.1.max(item.point.weight);
    }
    for item in used {
        if let Some((sum, most)) = voices.get(&data.observations[item.observation].series) {
            item.point.weight *= most / sum;
        }
    }
}

/// Quartiles of a cell; `None` when the country has no figure for the role.
#[must_use]
pub fn estimate(data: &PayData, cell: &Cell<'_>, method: Method, without: Option<usize>) -> Option<Estimate> {
    let used = select(data, cell, method, without);
    let points: Vec<Point> = used.iter().map(|item| item.point).collect();
    let quartiles = combine(&points, method.combine)?;
    let evidence = points.iter().map(|point| point.weight).sum();
    Some(Estimate { quartiles, evidence, used })
}

/// The estimates of the three levels, in order from junior to senior, put in order at every percentile, and that of all
/// levels together.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// Junior, mid, senior.
    pub levels: [Estimate; 3],
    /// All levels together.
    pub all: Estimate,
    /// Whether a level had to be moved to keep the order.
    pub moved: bool,
}

impl Ladder {
    /// The estimate of a level, or of all levels.
    #[must_use]
    pub const fn at(&self, level: Option<Level>) -> &Estimate {
        match level {
            None => &self.all,
            Some(Level::Junior) => &self.levels[0],
            Some(Level::Mid) => &self.levels[1],
            Some(Level::Senior) => &self.levels[2],
        }
    }
}

/// The ladder of one role at a place and time.
#[must_use]
pub fn ladder(
    data: &PayData,
    role: Role,
    country: &str,
    region: Option<&str>,
    at: f64,
    method: Method,
) -> Option<Ladder> {
    let cell = |level| Cell { role, level, country, region, at };
    let one = |level| estimate(data, &cell(level), method, None);
    let mut levels = [one(Some(Level::Junior))?, one(Some(Level::Mid))?, one(Some(Level::Senior))?];
    let weights = [levels[0].evidence, levels[1].evidence, levels[2].evidence];
    let mut moved = false;
    for percentile in 0..3 {
        let before = [0, 1, 2].map(|level| levels[level].quartiles[percentile]);
        let after = not_decreasing(before, weights);
        moved |= before.iter().zip(&after).any(|(a, b)| (a - b).abs() > 1e-9);
        for (level, value) in levels.iter_mut().zip(after) {
            level.quartiles[percentile] = value;
        }
    }
    Some(Ladder { levels, all: one(None)?, moved })
}

/// A finished band: whole units of the currency, gross, a year.
#[derive(Clone, Debug)]
pub struct Band {
    /// p25, p50, p75.
    pub quartiles: [u64; 3],
    /// Whether the legal minimum raised one of them.
    pub floored: bool,
}

/// Step to which an amount is rounded: it keeps three significant digits.
fn step(amount: f64) -> u64 {
    let mut step = 1;
    let mut left = amount / 1000.0;
    while left >= 1.0 && step < 1_000_000_000 {
        step *= 10;
        left /= 10.0;
    }
    // 25,400 and 62,300 to the hundred; 650,000 to the thousand.
    step
}

/// Rounds an amount to three significant digits.
#[must_use]
pub fn three_digits(amount: f64) -> u64 {
    let step = step(amount);
    whole(amount / to_float(step)) * step
}

/// Rounds quartiles and lifts them to the legal minimum.
#[must_use]
pub fn finish(quartiles: Quartiles, minimum: Option<f64>) -> Band {
    let amounts = quartiles.map(f64::exp);
    let least = minimum.map_or(0, ceil);
    let mut floored = false;
    let quartiles = amounts.map(|amount| {
        let rounded = three_digits(amount);
        if rounded >= least {
            return rounded;
        }
        floored = true;
        let step = step(amount);
        least.div_ceil(step) * step
    });
    Band { quartiles, floored }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pay, well within the range")]
fn ceil(amount: f64) -> u64 {
    (amount - 0.5).ceil().clamp(0.0, 1e15) as u64
}

vocabulary! {
    /// What raises or lowers the confidence in a band.
    CauseCode("cause of confidence") {
        /// Enough independent sources.
        SeveralSources = "several-sources",
        /// Fewer than three.
        FewSources = "few-sources",
        /// No figure for exactly this role and level.
        NoOwnFigure = "no-own-figure",
        /// Most of the weight lies on other jobs.
        MostlyOtherJobs = "mostly-other-jobs",
        /// Most of the weight lies on sources of low reliability.
        MostlyLowReliability = "mostly-low-reliability",
        /// The figures are old.
        OldFigures = "old-figures",
        /// They could not be aged for part of the time.
        NotFullyAged = "not-fully-aged",
        /// Sources differ widely.
        SourcesDiffer = "sources-differ",
        /// Sources agree.
        SourcesAgree = "sources-agree",
        /// Little evidence altogether.
        ThinEvidence = "thin-evidence",
        /// Derived from the bands of both roles.
        Derived = "derived",
    }
}

/// One cause, with the number that goes with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cause {
    /// Which.
    pub code: CauseCode,
    /// Whether it lowers the grade.
    pub lowers: bool,
    /// Number of sources, percent or years.
    pub number: f64,
}

/// Least evidence for a number at all, and for the grades medium and high.
const LEAST_EVIDENCE: [f64; 3] = [0.12, 0.45, 1.6];

/// How many independent surveys and data sets have a say: those that hardly weigh are no second opinion.
#[must_use]
pub fn voices(data: &PayData, estimate: &Estimate) -> usize {
    let mut voices: BTreeMap<usize, f64> = BTreeMap::new();
    for used in &estimate.used {
        *voices.entry(data.observations[used.observation].series).or_default() += used.point.weight;
    }
    let least = (estimate.evidence * 0.03).max(0.02);
    voices.values().filter(|weight| **weight >= least).count()
}

/// Grades an estimate.
#[must_use]
pub fn grade(data: &PayData, estimate: &Estimate) -> (BandGrade, Vec<Cause>) {
    let total = estimate.total();
    let observation = |used: &Used| -> &Observation { &data.observations[used.observation] };
    let own = estimate.percent(|used| used.role == Nearness::Own && used.level == Nearness::Own);
    let others = estimate.percent(|used| used.role == Nearness::Other);
    let low = estimate.percent(|used| observation(used).reliability == Grade::Low);
    let uncovered = estimate.mean(|used| used.uncovered);
    let age = estimate.mean(|used| used.age);
    let middle = estimate.quartiles[1];
    let apart = 100.0 * (estimate.mean(|used| (used.point.centre - middle).powi(2)).sqrt().exp() - 1.0);
    let voices = voices(data, estimate);
    let count = f64::from(u32::try_from(voices).unwrap_or(u32::MAX));
    let causes = [
        (voices >= 3, false, CauseCode::SeveralSources, count),
        (voices < 3, true, CauseCode::FewSources, count),
        (own == 0.0, true, CauseCode::NoOwnFigure, 0.0),
        (others > 50.0, true, CauseCode::MostlyOtherJobs, others),
        (low > 50.0, true, CauseCode::MostlyLowReliability, low),
        (age > 3.0, true, CauseCode::OldFigures, age),
        (uncovered > 1.0, true, CauseCode::NotFullyAged, uncovered),
        (apart > 20.0, true, CauseCode::SourcesDiffer, apart),
        (voices >= 3 && apart <= 10.0, false, CauseCode::SourcesAgree, apart),
        (total < LEAST_EVIDENCE[1], true, CauseCode::ThinEvidence, total),
    ];
    let causes: Vec<Cause> = causes
        .into_iter()
        .filter(|(holds, ..)| *holds)
        .map(|(_, lowers, code, number)| Cause { code, lowers, number })
        .collect();
    let lowered = causes.iter().filter(|cause| cause.lowers).count();
    let grade = if voices < 2 || total < LEAST_EVIDENCE[0] {
        BandGrade::Insufficient
    } else if total < LEAST_EVIDENCE[1] || lowered >= 3 || voices < 3 {
        BandGrade::Low
    } else if total < LEAST_EVIDENCE[2] || lowered >= 1 {
        BandGrade::Medium
    } else {
        BandGrade::High
    };
    (grade, causes)
}

#[cfg(test)]
mod tests;

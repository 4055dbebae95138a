//! From raw figures to usable observations: one sample each, on a yearly scale, with what keeps it out of bands.

use std::collections::BTreeMap;

use super::figure::{Figure, Period, Post, Statistic};
use super::job::Community;
use super::minimum::{ANNUAL_HOURS, MinimumWage, legal};
use crate::domain::dated::{Day, day_at, middle};
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, Level, vocabulary};

vocabulary! {
    /// Why a figure does not count in bands. The first twelve are recorded by hand; those below them, and two of the first, are found by rule.
    ExclusionReason("reason for exclusion") {
        /// Its low end lies below the legal minimum.
        BelowLegalMinimum = "below-legal-minimum",
        /// Another job of the same name.
        OtherJob = "other-job",
        /// Heads of the function, a step above our levels.
        HeadsOfFunction = "heads-of-function",
        /// Repeats another figure.
        Repeat = "repeat",
        /// Expectations, budgets or fees, not pay.
        NotPay = "not-pay",
        /// Contradicted by a better report of the same survey.
        Contradicted = "contradicted",
        /// Computed by formula, not observed.
        FormulaDerived = "formula-derived",
        /// One employer's own table.
        SingleEmployer = "single-employer",
        /// A sample that mixes in other jobs.
        MixedPopulation = "mixed-population",
        /// Gross or net is not known.
        NetOrGrossUnknown = "net-or-gross-unknown",
        /// Out of date, and nothing to age it with.
        Stale = "stale",
        /// One sector only.
        SectorCut = "sector-cut",
        /// No date, so it cannot be aged.
        Undated = "undated",
        /// No country.
        NoCountry = "no-country",
        /// Of the other kind of community manager.
        OtherCommunity = "other-community",
        /// Only one end of a range.
        OneBound = "one-bound",
        /// A later edition of the same survey exists.
        Superseded = "superseded",
    }
}

vocabulary! {
    /// Which figures count, where the user has computed some from ads.
    Counted("choice of figures") {
        /// All of them.
        Both = "both",
        /// Those computed from ads.
        Own = "own",
        /// Those that somebody else published.
        Published = "published",
    }
}

#[expect(clippy::derivable_impls, reason = "the vocabulary derives what all share")]
impl Default for Counted {
    fn default() -> Self {
        Self::Both
    }
}

impl Counted {
    /// Whether a figure counts.
    #[must_use]
    pub const fn holds(self, item: &Observation) -> bool {
        match self {
            Self::Both => true,
            Self::Own => item.own,
            Self::Published => !item.own,
        }
    }
}

/// Fewest people or ads behind quartiles that count.
pub const SMALLEST_QUARTILES: u32 = 8;

/// A record that keeps sets out of bands (`data/pay/exclusions.csv`).
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// Stable id.
    pub id: String,
    /// The sets.
    pub sets: Vec<String>,
    /// Why, as a code.
    pub reason: ExclusionReason,
    /// Why, in words.
    pub because: Text,
    /// What stands behind it.
    pub sources: Vec<String>,
    /// When it was decided.
    pub decided_on: Day,
}

vocabulary! {
    /// What a correction reads differently.
    Field("field of a figure") {
        /// Sample size; empty: not known.
        N = "n",
        /// Date.
        AsOf = "as_of",
        /// Level.
        Level = "level",
    }
}

/// A record that reads a published figure differently without editing it (`data/pay/corrections.csv`).
#[derive(Clone, Debug)]
pub struct Correction {
    /// Stable id.
    pub id: String,
    /// The set.
    pub set: String,
    /// What is read differently.
    pub field: Field,
    /// How it is read.
    pub value: String,
    /// Why the published value is replaced.
    pub because: Text,
    /// What stands behind it.
    pub sources: Vec<String>,
    /// When it was decided.
    pub decided_on: Day,
}

/// Why an observation does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// Code.
    pub reason: ExclusionReason,
    /// The exclusion record, where there is one: its position.
    pub record: Option<usize>,
}

/// The statistics of one sample, on a yearly scale.
#[derive(Clone, Debug)]
pub struct Observation {
    /// Its set.
    pub set: String,
    /// Whose pay.
    pub role: Post,
    /// The neighbouring job.
    pub occupation: Option<String>,
    /// Whose community, for community managers; none is both, or not told.
    pub community: Option<Community>,
    /// The level; none is all levels together.
    pub level: Option<Level>,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region.
    pub region: Option<String>,
    /// The place in the source's words.
    pub area: Option<String>,
    /// The area around a city that the source means by it, where its pay is known apart (see [`Differential`]).
    ///
    /// [`Differential`]: super::place::Differential
    pub within: Option<String>,
    /// The figures, in the order of [`Statistic::ALL`]: as published.
    pub published: [Option<f64>; 8],
    /// ISO 4217 currency.
    pub currency: String,
    /// What the published amounts are paid for.
    pub period: Period,
    /// Periods in a full-time year.
    pub per_year: f64,
    /// Sample size.
    pub n: Option<u32>,
    /// When, on the scale of [`crate::domain::dated::years`].
    pub at: f64,
    /// When, as published.
    pub as_of: Option<String>,
    /// Who publishes it.
    pub source: String,
    /// The survey or data set behind it, by number.
    pub series: usize,
    /// Its name.
    pub series_name: String,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// Level or title in the source's words.
    pub words: Option<String>,
    /// What to know before relying on the figures.
    pub note: Option<String>,
    /// Corrections that were applied, by position.
    pub corrections: Vec<usize>,
    /// Logarithm of the yearly centre.
    pub centre: f64,
    /// Which statistics the centre was read from.
    pub centre_from: Centre,
    /// Half the distance between the quartiles, in logarithms, where the figures show it.
    pub spread: Option<f64>,
    /// Whether the user computed it from ads: see [`crate::domain::market`].
    pub own: bool,
    /// Why it does not count; none when it does.
    pub excluded: Option<Excluded>,
}

vocabulary! {
    /// What the centre of an observation was read from.
    Centre("centre") {
        /// Its median.
        Median = "median",
        /// Its average, brought down to a median.
        Mean = "mean",
        /// The middle of its quartiles.
        Quartiles = "quartiles",
        /// The middle of its range.
        Range = "range",
        /// Nothing: it has one end only.
        None = "none",
    }
}

/// Average over median of pay: 30,154 over 29,000 and 71,814 over 69,500 in the surveys that print both.
const MEAN_OVER_MEDIAN: f64 = 1.035;
/// Half the quartile distance over half the distance from the tenth to the ninetieth percentile, of a logistic
/// distribution; a published range is read as the latter.
const QUARTILES_OVER_DECILES: f64 = 0.5;

impl Observation {
    /// A yearly amount.
    #[must_use]
    pub fn annual(&self, statistic: Statistic) -> Option<f64> {
        self.published[statistic as usize].map(|amount| amount * self.per_year)
    }

    /// The published amount that the centre was read from.
    #[must_use]
    pub fn original(&self) -> Option<f64> {
        let middle = |low: Statistic, high: Statistic| {
            let (low, high) = (self.published[low as usize]?, self.published[high as usize]?);
            Some((low * high).sqrt())
        };
        match self.centre_from {
            Centre::Median => self.published[Statistic::Median as usize],
            Centre::Mean => self.published[Statistic::Mean as usize],
            Centre::Quartiles => middle(Statistic::P25, Statistic::P75),
            Centre::Range => {
                middle(Statistic::Min, Statistic::Max).or_else(|| middle(Statistic::P10, Statistic::P90))
            }
            Centre::None => None,
        }
    }

    fn read_centre(&mut self) {
        let log = |observation: &Self, statistic| observation.annual(statistic).map(f64::ln);
        let pair = |observation: &Self, low, high| Some((log(observation, low)?, log(observation, high)?));
        let quartiles = pair(self, Statistic::P25, Statistic::P75)
            .filter(|_| self.n.is_none_or(|n| n >= SMALLEST_QUARTILES));
        let deciles = pair(self, Statistic::P10, Statistic::P90);
        // The range of a sample grows with it; the range of a guide is what the guide calls usual.
        let range = pair(self, Statistic::Min, Statistic::Max);
        let usual = deciles.or_else(|| range.filter(|_| self.n.is_none()));
        let half = |(low, high): (f64, f64)| (high - low) / 2.0;
        self.spread = quartiles.map(half).or_else(|| usual.map(|ends| half(ends) * QUARTILES_OVER_DECILES));
        let middle = |(low, high): (f64, f64)| f64::midpoint(low, high);
        let ends = range.or(deciles);
        (self.centre_from, self.centre) = if let Some(median) = log(self, Statistic::Median) {
            (Centre::Median, median)
        } else if let Some(mean) = log(self, Statistic::Mean) {
            (Centre::Mean, mean - MEAN_OVER_MEDIAN.ln())
        } else if let Some(quartiles) = quartiles {
            (Centre::Quartiles, middle(quartiles))
        } else if let Some(range) = ends {
            (Centre::Range, middle(range))
        } else {
            (Centre::None, 0.0)
        };
    }
}

/// Groups figures into observations and decides, figure by figure, which count. The order of the rows does not matter.
#[must_use]
pub fn observe(
    figures: &[Figure],
    exclusions: &[Exclusion],
    corrections: &[Correction],
    minimums: &[MinimumWage],
) -> Vec<Observation> {
    let mut sets: BTreeMap<&str, Vec<&Figure>> = BTreeMap::new();
    for figure in figures {
        sets.entry(figure.set()).or_default().push(figure);
    }
    let mut series: BTreeMap<&str, usize> = BTreeMap::new();
    for figure in figures {
        series.insert(figure.series.as_deref().unwrap_or(figure.set()), 0);
    }
    series.values_mut().enumerate().for_each(|(at, number)| *number = at);

    let hours = |country: &str| {
        minimums
            .iter()
            .find(|item| item.country == country && item.region.is_none())
            .map_or(ANNUAL_HOURS, |item| item.annual_hours)
    };
    let mut all: Vec<Observation> = Vec::with_capacity(sets.len());
    for (set, mut rows) in sets {
        rows.sort_by_key(|row| row.statistic);
        let Some(first) = rows.first() else { continue };
        let name = first.series.as_deref().unwrap_or(set);
        let country = first.country.clone().unwrap_or_default();
        let mut published = [None; 8];
        rows.iter().for_each(|row| published[row.statistic as usize] = Some(row.amount));
        let mut observation = Observation {
            set: set.to_owned(),
            role: first.role,
            occupation: first.occupation.clone(),
            community: first.community,
            level: first.level,
            region: first.region.clone(),
            area: first.area.clone(),
            within: None,
            published,
            currency: first.currency.clone(),
            period: first.period,
            per_year: first.period.per_year(hours(&country)),
            n: rows.iter().filter_map(|row| row.n).max(),
            at: 0.0,
            as_of: first.as_of.clone(),
            source: first.source.clone(),
            series: series.get(name).copied().unwrap_or_default(),
            series_name: name.to_owned(),
            reliability: first.reliability,
            words: first.words.clone(),
            note: first.note.clone(),
            corrections: Vec::new(),
            centre: 0.0,
            centre_from: Centre::None,
            spread: None,
            own: false,
            excluded: None,
            country,
        };
        for (at, correction) in corrections.iter().enumerate().filter(|(_, item)| item.set == set) {
            match correction.field {
                Field::N => observation.n = correction.value.parse().ok(),
                Field::AsOf => observation.as_of = Some(correction.value.clone()),
                Field::Level => observation.level = Level::find(&correction.value),
            }
            observation.corrections.push(at);
        }
        observation.at = observation.as_of.as_deref().and_then(middle).unwrap_or(0.0);
        observation.read_centre();
        let recorded = exclusions.iter().position(|item| item.sets.iter().any(|known| known == set));
        let by_rule = || {
            let low = Statistic::ALL.iter().find_map(|statistic| observation.annual(*statistic));
            let minimum = day_at(observation.at)
                .and_then(|day| legal(minimums, &observation.country, observation.region.as_deref(), day));
            if observation.country.is_empty() {
                Some(ExclusionReason::NoCountry)
            } else if observation.at == 0.0 {
                Some(ExclusionReason::Undated)
            } else if observation.centre_from == Centre::None {
                Some(ExclusionReason::OneBound)
            } else if low.zip(minimum).is_some_and(|(low, least)| low < least.annual().floor()) {
                Some(ExclusionReason::BelowLegalMinimum)
            } else {
                None
            }
        };
        observation.excluded = recorded
            .map(|at| Excluded { reason: exclusions[at].reason, record: Some(at) })
            .or_else(|| by_rule().map(|reason| Excluded { reason, record: None }));
        all.push(observation);
    }
    mark_repeats(&mut all);
    all
}

/// Editions of one survey and equal figures count once.
fn mark_repeats(all: &mut [Observation]) {
    type Cell = (Post, Option<String>, Option<Level>, String, Option<String>, Option<String>);
    let cell = |item: &Observation| -> Cell {
        let (region, area) = (item.region.clone(), item.area.clone());
        (item.role, item.occupation.clone(), item.level, item.country.clone(), region, area)
    };
    // The latest edition of each survey and cell; the greater sample, then the lower id, among equals.
    let newer = |a: &Observation, b: &Observation| {
        a.at.total_cmp(&b.at).then(a.n.cmp(&b.n)).then_with(|| b.set.cmp(&a.set)).is_gt()
    };
    // Two figures of one edition for one cell, neither the larger, are both its voice.
    let equal = |a: &Observation, b: &Observation| a.as_of == b.as_of && a.n == b.n;
    keep_one(all, ExclusionReason::Superseded, |item| (item.series, cell(item)), newer, equal);
    // Equal figures for the same cell are one figure told twice, whoever tells it. The one kept is that of the data set
    // that tells most, then the one that we read most closely, then the most reliable: a page that copies a figure
    // changes nothing, not even whose voice it is.
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    all.iter().for_each(|item| *sizes.entry(item.series).or_default() += 1);
    let better = |a: &Observation, b: &Observation| {
        let key = |item: &Observation| {
            let told = std::cmp::Reverse((sizes.get(&item.series).copied(), item.corrections.len()));
            (told, item.reliability, std::cmp::Reverse(item.n))
        };
        (key(a), &a.set) < (key(b), &b.set)
    };
    let told = |item: &Observation| {
        let amounts = Statistic::ALL
            .iter()
            .map(|statistic| item.annual(*statistic).map(|amount| amount.round().to_bits()));
        (cell(item), item.currency.clone(), amounts.collect::<Vec<_>>())
    };
    // Two ads may well post the same pay.
    let ads = |a: &Observation, b: &Observation| a.n == Some(1) && b.n == Some(1) && a.series == b.series;
    keep_one(all, ExclusionReason::Repeat, told, better, ads);
}

/// Of the observations that count and share a key, keeps the best one and those equal to it.
fn keep_one<K: Ord>(
    all: &mut [Observation],
    reason: ExclusionReason,
    key: impl Fn(&Observation) -> K,
    better: impl Fn(&Observation, &Observation) -> bool,
    equal: impl Fn(&Observation, &Observation) -> bool,
) {
    let mut kept: BTreeMap<K, usize> = BTreeMap::new();
    for at in 0..all.len() {
        if all[at].excluded.is_some() {
            continue;
        }
        let key = key(&all[at]);
        let loser = match kept.get(&key).copied() {
            Some(other) if equal(&all[at], &all[other]) => None,
            Some(other) if better(&all[at], &all[other]) => Some(other),
            Some(_) => Some(at),
            None => None,
        };
        if loser != Some(at) {
            kept.insert(key, at);
        }
        if let Some(loser) = loser {
            all[loser].excluded = Some(Excluded { reason, record: None });
        }
    }
}

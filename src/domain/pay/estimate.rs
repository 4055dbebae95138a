//! From figures to a median, a spread and how sure the median is.
//!
//! The median is that of the weighted pool of figures. How far pay spreads around it is asked of the sources that print a
//! spread, each of itself: how far sources lie from each other is no spread of pay, it is uncertainty about the median.
//! That uncertainty has four parts, whose squares add up: the disagreement between independent sources, the size of their
//! samples, the ratios that figures of other roles, levels and places went through, and ageing.

use super::combine::{Point, combine};
use super::data::PayData;
use super::select::{Cell, Method, Nearness, SPREAD, Used, Without, select};

/// Standard deviation of one source around the truth, as a logarithm, where nothing is known of a cell. The back-test
/// re-estimates it (`docs/results/backtest.md`).
pub const DISAGREEMENT: f64 = 0.11;
/// How many sources that prior counts as, beside those of the cell itself.
const PRIOR_SOURCES: f64 = 4.0;
/// Quartile distance over standard deviation of pay within a source: of a normal distribution, half of it.
const HALF_QUARTILES_OVER_DEVIATION: f64 = 0.674_49;
/// Uncertainty of a year that no growth figure covers, as a logarithm.
const UNCOVERED_YEAR: f64 = 0.01;
/// Uncertainty of the share of growth that reaches this pay, beside the share itself.
const PASS_THROUGH: f64 = 0.5;
/// What the usual spread weighs beside those that sources print.
const USUAL_SPREAD: f64 = 0.15;
/// The tenth percentile lies this many half quartile distances below the median, the ninetieth above it.
pub const TAILS: [f64; 2] = [1.9, 2.0];
/// How many standard deviations reach from the median to the end of an interval that holds four cases of five.
pub const EIGHTY: f64 = 1.281_55;

/// How sure a median is. All parts are standard deviations of its logarithm.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Uncertainty {
    /// Of one source around the truth, in this cell.
    pub disagreement: f64,
    /// How many equal independent sources the weights are worth: the square of their sum over the sum of their squares.
    pub effective: f64,
    /// How many surveys and data sets take part at all.
    pub series: u32,
    /// What the disagreement leaves in the median.
    pub between: f64,
    /// The size of the samples.
    pub samples: f64,
    /// Ratios between roles, levels and places.
    pub ratios: f64,
    /// Ageing.
    pub ageing: f64,
}

impl Uncertainty {
    /// Standard deviation of the logarithm of the median.
    #[must_use]
    pub fn deviation(&self) -> f64 {
        let squares = [self.between, self.samples, self.ratios, self.ageing].map(|part| part * part);
        squares.iter().sum::<f64>().sqrt()
    }

    /// Half the width of the interval that holds the median in four cases of five, in percent.
    #[must_use]
    pub fn percent(&self) -> f64 {
        percent(self.deviation())
    }
}

/// Half the width, in percent, of the 80 % interval that belongs to a standard deviation.
#[must_use]
pub fn percent(deviation: f64) -> f64 {
    100.0 * ((EIGHTY * deviation).exp() - 1.0)
}

/// p10, p25, p50, p75, p90, in logarithms.
pub type Percentiles = [f64; 5];

/// The middle of [`Percentiles`].
pub const MEDIAN: usize = 2;

/// Percentiles of pay, how sure their middle is, and what they rest on.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// Percentiles, in logarithms.
    pub percentiles: Percentiles,
    /// How sure the median is.
    pub uncertainty: Uncertainty,
    /// Whether no figure of the role itself takes part, and no mixed sample that holds it.
    pub derived: bool,
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

/// Percentiles around a median, from half the distance between the quartiles.
#[must_use]
pub fn around(median: f64, spread: f64) -> Percentiles {
    let [low, high] = TAILS;
    [median - low * spread, median - spread, median, median + spread, median + high * spread]
}

/// The estimate of a cell; `None` when nothing in the country leads to the role.
#[must_use]
pub fn estimate(data: &PayData, cell: &Cell<'_>, method: Method, without: Without) -> Option<Estimate> {
    let used = select(data, cell, method, without);
    let points: Vec<Point> = used.iter().map(|item| item.point).collect();
    let median = combine(&points, method.combine)?;
    let evidence: f64 = points.iter().map(|point| point.weight).sum();
    let derived = used.iter().all(|item| item.role == Nearness::Other);
    let uncertainty = uncertainty(data, &used, method);
    Some(Estimate { percentiles: around(median, spread(&used)), uncertainty, derived, evidence, used })
}

/// Half the distance between the quartiles: the weighted mean of what sources print of themselves.
fn spread(used: &[Used]) -> f64 {
    let usual = used.iter().find(|item| !item.own_spread).map_or(SPREAD, |item| item.point.spread);
    let printed = used.iter().filter(|item| item.own_spread);
    let (sum, weight) = printed.fold((usual * USUAL_SPREAD, USUAL_SPREAD), |(sum, weight), item| {
        (sum + item.point.spread * item.point.weight, weight + item.point.weight)
    });
    sum / weight
}

/// One survey or data set in a cell.
#[derive(Clone, Copy, Default)]
struct Voice {
    series: usize,
    weight: f64,
    /// Weighted sum of the centres.
    centre: f64,
    spread: f64,
    /// Largest sample, or the number of single salaries.
    n: u32,
    records: u32,
    /// Whether a sample is unknown.
    unknown: bool,
}

fn voices(data: &PayData, used: &[Used]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for item in used {
        let observation = &data.observations[item.observation];
        let at = voices.iter().position(|voice| voice.series == observation.series).unwrap_or_else(|| {
            voices.push(Voice { series: observation.series, ..Voice::default() });
            voices.len() - 1
        });
        let (voice, weight) = (&mut voices[at], item.point.weight);
        voice.weight += weight;
        voice.centre += weight * item.point.centre;
        voice.spread += weight * item.point.spread;
        match observation.n {
            Some(1) => voice.records += 1,
            Some(n) => voice.n = voice.n.max(n),
            None => voice.unknown = true,
        }
    }
    voices
}

fn uncertainty(data: &PayData, used: &[Used], method: Method) -> Uncertainty {
    let voices = voices(data, used);
    let total = voices.iter().map(|voice| voice.weight).sum::<f64>().max(1e-300);
    let squares: f64 = voices.iter().map(|voice| (voice.weight / total).powi(2)).sum();
    let effective = 1.0 / squares;
    let mean = voices.iter().map(|voice| voice.centre).sum::<f64>() / total;
    let apart: f64 = voices
        .iter()
        .map(|voice| voice.weight / total * (voice.centre / voice.weight.max(1e-300) - mean).powi(2))
        .sum();
    // The weighted variance of the sources, counted as so many degrees of freedom beside the prior's.
    let freedom = effective - 1.0;
    let found = if freedom > 1e-9 { apart / (1.0 - squares) } else { 0.0 };
    let variance =
        (PRIOR_SOURCES * DISAGREEMENT.powi(2) + freedom * found) / (PRIOR_SOURCES + freedom.max(0.0));
    let samples: f64 = voices
        .iter()
        .filter_map(|voice| {
            let n = voice.n.max(voice.records);
            let deviation = voice.spread / voice.weight.max(1e-300) / HALF_QUARTILES_OVER_DEVIATION;
            (n > 0 && !(voice.unknown && voice.n == 0))
                .then(|| (voice.weight / total * deviation).powi(2) / f64::from(n))
        })
        .sum();
    let share = |item: &Used| item.point.weight / total;
    let uncovered: f64 = used.iter().map(|item| share(item) * item.uncovered).sum();
    let growth: f64 = used.iter().map(|item| share(item) * item.growth).sum();
    let pass = if method.pass_through > 0.0 { PASS_THROUGH } else { 0.0 };
    Uncertainty {
        disagreement: variance.sqrt(),
        effective,
        series: u32::try_from(voices.len()).unwrap_or(u32::MAX),
        between: (variance * squares).sqrt(),
        samples: samples.sqrt(),
        ratios: ratios(data, used, total),
        ageing: (uncovered * UNCOVERED_YEAR).hypot(growth * pass),
    }
}

/// What the ratios leave in the median: each by its uncertainty and the share of the weight that went through it. Figures
/// that go through one ratio err together.
fn ratios(data: &PayData, used: &[Used], total: f64) -> f64 {
    let mut shares: Vec<(u16, f64)> = Vec::new();
    for item in used {
        for (number, times) in item.steps.iter() {
            let share = item.point.weight / total * f64::from(times);
            match shares.iter_mut().find(|(known, _)| *known == number) {
                Some((_, sum)) => *sum += share,
                None => shares.push((number, share)),
            }
        }
    }
    shares.iter().map(|(number, share)| (share * data.uncertainty_of(*number)).powi(2)).sum::<f64>().sqrt()
}

#[cfg(test)]
mod tests;

//! How good are the bands? Each source is left out in turn and predicted from the others, on a fixed list of figures; and
//! individual salaries, counted in brackets, are laid against predicted percentiles.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::combine::Combine;
use super::data::{Bracket, PayData};
use super::estimate::{DISAGREEMENT, Estimate, MEDIAN, estimate};
use super::evidence::Observation;
use super::fit::{FittedRatio, fit_roles};
use super::grade::{BandGrade, grade};
use super::job::Community;
use super::place::Site;
use super::select::{Cell, METHOD, Method, Without};
use crate::domain::cite::Meta;
use crate::domain::dated::middle;
use crate::domain::rounding::{tenths, to_float, whole};
use crate::domain::vocab::{Level, Role, vocabulary};

/// Ways of making medians that are compared.
pub fn candidates() -> impl Iterator<Item = Method> {
    Combine::ALL.iter().flat_map(|combine| {
        [0.0, 0.5, 1.0].into_iter().flat_map(move |pass_through| {
            [4.0, 8.0].into_iter().map(move |half_life| Method { combine: *combine, pass_through, half_life })
        })
    })
}

/// How far predicted medians lie from the figures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Score {
    /// Figures predicted.
    pub predicted: usize,
    /// Median absolute error, percent of the figure.
    pub median_error_percent: f64,
    /// Ninetieth percentile of the absolute error, percent.
    pub p90_error_percent: f64,
    /// Median error with its sign: above zero, predictions are too high.
    pub bias_percent: f64,
}

/// How many cases an interval holds that should hold a nominal share of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Coverage {
    /// Share that it should hold, percent.
    pub nominal_percent: f64,
    /// Cases.
    pub n: u32,
    /// Share that it holds, percent.
    pub measured_percent: f64,
    /// Low end of the 95 % interval of that share by Wilson's formula, percent.
    pub low_percent: f64,
    /// High end.
    pub high_percent: f64,
    /// Whether the nominal share lies between them. With few cases nearly everything does.
    pub borne_out: bool,
}

/// One way of making medians, with its score.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MethodScore {
    /// How figures are combined.
    pub combine: Combine,
    /// Share of wage growth applied, percent.
    pub growth_percent: f64,
    /// Years after which a figure counts half.
    pub half_life_years: f64,
    /// Whether it is the one in use.
    pub in_use: bool,
    /// Its score on the figures that may be tuned on.
    #[serde(flatten)]
    pub score: Score,
}

vocabulary! {
    /// By what figures are grouped.
    GroupKind("group of figures") {
        /// All of them.
        All = "all",
        /// Those that may be tuned on.
        Tuned = "tuned",
        /// Those that were set apart before anything was tuned.
        HeldOut = "held-out",
        /// By the grade of the prediction.
        Grade = "grade",
        /// By country.
        Country = "country",
        /// By role.
        Role = "role",
        /// By level.
        Level = "level",
        /// Predicted without any figure of the role in the country.
        Derived = "derived",
    }
}

/// Scores of one group of figures.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GroupScore {
    /// By what the group is made.
    pub by: GroupKind,
    /// Its name: a grade, a country, a role, a level; empty for the others.
    pub name: String,
    /// Its score.
    #[serde(flatten)]
    pub score: Score,
    /// Coverage of the predicted interval, at 50, 80 and 90 percent. The interval of a figure is wider than that of the
    /// median: the figure has an error of its own.
    pub coverage: Vec<Coverage>,
}

/// Individual salaries against predicted percentiles, their own survey left out.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Individuals {
    /// ISO 3166-1 country; null is all.
    #[schema(required)]
    pub country: Option<String>,
    /// The role; null is all.
    #[schema(required)]
    pub role: Option<Role>,
    /// Between p25 and p75: half of them should be.
    pub quartiles: Coverage,
    /// Between p10 and p90: four of five should be.
    pub deciles: Coverage,
    /// Below the predicted median, percent: fifty where predictions are neither too high nor too low.
    pub below_median_percent: f64,
}

/// One figure left out and predicted.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Prediction<'c> {
    /// Id of the figure's set.
    pub figure: &'c str,
    /// Who publishes it.
    pub source: &'c str,
    /// ISO 3166-1 country.
    pub country: &'c str,
    /// The role.
    pub role: Role,
    /// The level; null is all levels together.
    #[schema(required)]
    pub level: Option<Level>,
    /// Whether nothing was tuned on it.
    pub held_out: bool,
    /// Its median, a full-time year.
    pub actual: u64,
    /// Predicted p10, p25, p50, p75, p90.
    pub predicted: [u64; 5],
    /// Error of the median, percent of the figure.
    pub error_percent: f64,
    /// Half the width of the predicted 80 % interval of the median, percent.
    pub interval_percent: f64,
    /// Whether the prediction would have been shown, and how sure.
    pub grade: BandGrade,
    /// Whether other jobs stood in for the role.
    pub derived: bool,
}

/// The back-test.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Backtest<'c> {
    /// Figures on the list.
    pub figures: usize,
    /// Those that nothing else in the country can predict.
    pub alone: usize,
    /// Ways of making medians, the best first, on the figures that may be tuned on.
    pub methods: Vec<MethodScore>,
    /// The way in use, group by group.
    pub groups: Vec<GroupScore>,
    /// Individual salaries.
    pub individuals: Vec<Individuals>,
    /// Standard deviation of one source around the truth, in percent, as the method has it.
    pub disagreement_percent: f64,
    /// The same as the figures that may be tuned on give it.
    pub disagreement_fitted_percent: f64,
    /// Ratios between roles as the figures give them, beside those in use.
    pub ratios: Vec<FittedRatio>,
    /// Figure by figure, the worst first.
    pub predictions: Vec<Prediction<'c>>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// A figure and its prediction, in logarithms.
struct Outcome<'c> {
    observation: &'c Observation,
    role: Role,
    held_out: bool,
    estimate: Estimate,
    grade: BandGrade,
}

/// Standard deviations that reach to the ends of an interval of 50, 80 and 90 percent.
const NOMINAL: [(f64, f64); 3] = [(50.0, 0.674_49), (80.0, 1.281_55), (90.0, 1.644_85)];
/// Standard deviation of pay within a source over half its quartile distance.
const DEVIATION_OVER_SPREAD: f64 = 1.482_6;

impl Outcome<'_> {
    fn log_error(&self) -> f64 {
        self.estimate.percentiles[MEDIAN] - self.observation.centre
    }

    fn error(&self) -> f64 {
        100.0 * self.log_error().exp_m1()
    }

    /// Standard deviation of the figure around its prediction: that of the median, and the figure's own.
    fn deviation(&self) -> f64 {
        let sure = &self.estimate.uncertainty;
        let sample = self.observation.n.map_or(0.0, |n| {
            let spread = self.estimate.percentiles[MEDIAN + 1] - self.estimate.percentiles[MEDIAN];
            spread * DEVIATION_OVER_SPREAD / f64::from(n).sqrt()
        });
        sure.deviation().hypot(sure.disagreement).hypot(sample)
    }
}

fn predict(data: &PayData, method: Method, own: bool) -> Vec<Outcome<'_>> {
    let targets: BTreeMap<&str, bool> =
        data.targets.iter().map(|target| (target.id.as_str(), target.held_out.is_some())).collect();
    let listed = data.observations.iter().filter(|item| item.excluded.is_none());
    listed
        .filter_map(|observation| {
            let held_out = *targets.get(observation.set.as_str())?;
            let role = observation.role.role()?;
            let site = Site::new(&observation.country, observation.region.as_deref());
            let cell = Cell {
                role,
                community: observation.community.unwrap_or_default(),
                level: observation.level,
                site,
                at: observation.at,
            };
            let without = Without { series: Some(observation.series), own, ..Without::default() };
            let estimate = estimate(data, &cell, method, without)?;
            let grade = grade(&estimate);
            Some(Outcome { observation, role, held_out, estimate, grade })
        })
        .collect()
}

fn score(outcomes: &[&Outcome<'_>]) -> Option<Score> {
    if outcomes.is_empty() {
        return None;
    }
    let sorted = |value: &dyn Fn(&Outcome<'_>) -> f64| {
        let mut all: Vec<f64> = outcomes.iter().map(|outcome| value(outcome)).collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let errors = sorted(&|outcome| outcome.error().abs());
    let signed = sorted(&|outcome| outcome.error());
    Some(Score {
        predicted: outcomes.len(),
        median_error_percent: tenths(quantile(&errors, 50)),
        p90_error_percent: tenths(quantile(&errors, 90)),
        bias_percent: tenths(quantile(&signed, 50)),
    })
}

/// A measured share with its 95 % interval, by Wilson's formula.
#[must_use]
pub fn coverage(nominal_percent: f64, inside: f64, n: u32) -> Coverage {
    const Z: f64 = 1.959_96;
    let count = f64::from(n).max(1.0);
    let share = inside / count;
    let middle = (share + Z * Z / (2.0 * count)) / (1.0 + Z * Z / count);
    let half =
        Z / (1.0 + Z * Z / count) * (share * (1.0 - share) / count + Z * Z / (4.0 * count * count)).sqrt();
    let [low, high] = [middle - half, middle + half].map(|end| tenths(100.0 * end.clamp(0.0, 1.0)));
    Coverage {
        nominal_percent,
        n,
        measured_percent: tenths(100.0 * share),
        low_percent: low,
        high_percent: high,
        borne_out: low <= nominal_percent && nominal_percent <= high,
    }
}

fn covered(outcomes: &[&Outcome<'_>]) -> Vec<Coverage> {
    let n = u32::try_from(outcomes.len()).unwrap_or(u32::MAX);
    let within = |reach: f64| {
        let inside = outcomes
            .iter()
            .filter(|outcome| outcome.log_error().abs() <= reach * outcome.deviation())
            .count();
        float(inside)
    };
    NOMINAL.iter().map(|(nominal, reach)| coverage(*nominal, within(*reach), n)).collect()
}

/// The percentile of sorted values, interpolated.
fn quantile(sorted: &[f64], percent: usize) -> f64 {
    let last = sorted.len() - 1;
    let (at, rest) = (last * percent / 100, float(last * percent % 100) / 100.0);
    sorted[at] + (sorted[(at + 1).min(last)] - sorted[at]) * rest
}

const fn float(count: usize) -> f64 {
    to_float(count as u64)
}

/// The standard deviation of a source around the truth that makes the squared errors what they are: the prediction has
/// `1 / K` of it, the figure the rest.
fn disagreement(outcomes: &[&Outcome<'_>]) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for outcome in outcomes {
        let sure = &outcome.estimate.uncertainty;
        let own = outcome.deviation().powi(2) - sure.disagreement.powi(2) - sure.between.powi(2);
        let share = 1.0 + sure.between.powi(2) / sure.disagreement.powi(2).max(1e-9);
        sum += (outcome.log_error().powi(2) - own) / share;
        count += 1.0;
    }
    if count > 0.0 { (sum / count).max(0.0).sqrt() } else { 0.0 }
}

/// Groups of outcomes in the order in which they are written.
fn groups(outcomes: &[Outcome<'_>], derived: &[Outcome<'_>]) -> Vec<GroupScore> {
    let mut groups: BTreeMap<(GroupKind, String), Vec<&Outcome<'_>>> = BTreeMap::new();
    for outcome in outcomes {
        let part = if outcome.held_out { GroupKind::HeldOut } else { GroupKind::Tuned };
        let level = outcome.observation.level.map_or("all levels", Level::id);
        let keys = [
            (GroupKind::All, String::new()),
            (part, String::new()),
            (GroupKind::Grade, outcome.grade.id().to_owned()),
            (GroupKind::Country, outcome.observation.country.clone()),
            (GroupKind::Role, outcome.role.id().to_owned()),
            (GroupKind::Level, level.to_owned()),
        ];
        for key in keys {
            groups.entry(key).or_default().push(outcome);
        }
    }
    if !derived.is_empty() {
        groups.insert((GroupKind::Derived, String::new()), derived.iter().collect());
    }
    let scored = |((by, name), of): ((GroupKind, String), Vec<&Outcome<'_>>)| {
        Some(GroupScore { by, name, score: score(&of)?, coverage: covered(&of) })
    };
    groups.into_iter().filter_map(scored).collect()
}

/// Salaries of a cell, counted.
type Salaries<'d> = (Role, Option<Level>, &'d str, Option<&'d str>, &'d str, &'d str);

/// Lays individual salaries against the percentiles that the other surveys predict.
fn individuals(data: &PayData) -> Vec<Individuals> {
    #[derive(Default)]
    struct Count {
        n: u32,
        quartiles: f64,
        deciles: f64,
        below: f64,
    }
    let mut cells: BTreeMap<Salaries<'_>, Vec<&Bracket>> = BTreeMap::new();
    for item in &data.distributions {
        let region = item.region.as_deref();
        let key = (item.role, item.level, &*item.country, region, &*item.as_of, &*item.series);
        cells.entry(key).or_default().push(item);
    }
    let mut counts: BTreeMap<(Option<&str>, Option<Role>), Count> = BTreeMap::new();
    for ((role, level, country, region, as_of, series), brackets) in cells {
        let survey = data.observations.iter().find(|item| item.series_name == series).map(|item| item.series);
        let Some(at) = middle(as_of) else { continue };
        let site = data.site(Site::new(country, region));
        let cell = Cell { role, community: Community::Brand, level, site, at };
        let without = Without { series: survey, own: false, ..Without::default() };
        let Some(found) = estimate(data, &cell, METHOD, without) else { continue };
        if grade(&found) == BandGrade::Insufficient {
            continue;
        }
        let [p10, p25, p50, p75, p90] = found.percentiles;
        for item in brackets {
            let (from, to) = (item.from.ln(), item.to.ln());
            let share = |low: f64, high: f64| {
                f64::from(item.n) * ((to.min(high) - from.max(low)) / (to - from)).clamp(0.0, 1.0)
            };
            for key in [(None, None), (Some(country), None), (None, Some(role)), (Some(country), Some(role))]
            {
                let count = counts.entry(key).or_default();
                count.n += item.n;
                count.quartiles += share(p25, p75);
                count.deciles += share(p10, p90);
                count.below += share(f64::NEG_INFINITY, p50);
            }
        }
    }
    counts
        .into_iter()
        .map(|((country, role), count)| Individuals {
            country: country.map(str::to_owned),
            role,
            quartiles: coverage(50.0, count.quartiles, count.n),
            deciles: coverage(80.0, count.deciles, count.n),
            below_median_percent: tenths(100.0 * count.below / f64::from(count.n).max(1.0)),
        })
        .collect()
}

/// Runs the back-test.
#[must_use]
pub fn backtest<'c>(data: &'c PayData, meta: Meta<'c>) -> Backtest<'c> {
    let tuned = |outcomes: &[Outcome<'_>]| -> Option<Score> {
        score(&outcomes.iter().filter(|outcome| !outcome.held_out).collect::<Vec<_>>())
    };
    let mut methods: Vec<MethodScore> = candidates()
        .filter_map(|method| {
            Some(MethodScore {
                combine: method.combine,
                growth_percent: 100.0 * method.pass_through,
                half_life_years: method.half_life,
                in_use: method == METHOD,
                score: tuned(&predict(data, method, false))?,
            })
        })
        .collect();
    // The median error and half of the ninetieth percentile: typical and bad cases both count.
    let rank = |item: &MethodScore| item.score.median_error_percent + item.score.p90_error_percent / 2.0;
    methods.sort_by(|a, b| rank(a).total_cmp(&rank(b)));
    let outcomes = predict(data, METHOD, false);
    let derived = predict(data, METHOD, true);
    let may_tune: Vec<&Outcome<'_>> = outcomes.iter().filter(|outcome| !outcome.held_out).collect();
    let mut predictions: Vec<Prediction<'c>> = outcomes
        .iter()
        .map(|outcome| Prediction {
            figure: &outcome.observation.set,
            source: &outcome.observation.source,
            country: &outcome.observation.country,
            role: outcome.role,
            level: outcome.observation.level,
            held_out: outcome.held_out,
            actual: whole(outcome.observation.centre.exp()),
            predicted: outcome.estimate.percentiles.map(|value| whole(value.exp())),
            error_percent: tenths(outcome.error()),
            interval_percent: tenths(outcome.estimate.uncertainty.percent()),
            grade: outcome.grade,
            derived: outcome.estimate.derived,
        })
        .collect();
    predictions.sort_by(|a, b| {
        b.error_percent.abs().total_cmp(&a.error_percent.abs()).then_with(|| a.figure.cmp(b.figure))
    });
    let percent = |log: f64| tenths(100.0 * log.exp_m1());
    Backtest {
        figures: data.targets.len(),
        alone: data.targets.len() - outcomes.len(),
        methods,
        groups: groups(&outcomes, &derived),
        individuals: individuals(data),
        disagreement_percent: percent(DISAGREEMENT),
        disagreement_fitted_percent: percent(disagreement(&may_tune)),
        ratios: fit_roles(data),
        predictions,
        meta,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measured_share_has_an_interval_that_narrows_with_the_cases() {
        let few = coverage(80.0, 7.0, 10);
        assert_eq!((few.measured_percent, few.borne_out), (70.0, true));
        assert!((few.low_percent - 39.7).abs() < 0.2 && (few.high_percent - 89.2).abs() < 0.2, "{few:?}");
        let many = coverage(80.0, 700.0, 1000);
        assert!(!many.borne_out && many.high_percent - many.low_percent < 6.0, "{many:?}");
        assert_eq!(coverage(50.0, 0.0, 0).n, 0);
    }
}

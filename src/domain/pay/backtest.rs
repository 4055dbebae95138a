//! How good are the bands? Each source is left out in turn and predicted from the others.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::band::{BandGrade, Cell, METHOD, Method, estimate, grade};
use super::combine::Combine;
use super::data::PayData;
use super::evidence::Observation;
use crate::domain::cite::Meta;
use crate::domain::rounding::{tenths, to_float, whole};
use crate::domain::vocab::{Level, Role};

/// Ways of making bands that are compared.
pub fn candidates() -> impl Iterator<Item = Method> {
    Combine::ALL.iter().flat_map(|combine| {
        [0.0, 0.5, 1.0].into_iter().flat_map(move |pass_through| {
            [4.0, 8.0].into_iter().map(move |half_life| Method { combine: *combine, pass_through, half_life })
        })
    })
}

/// How one way of making bands did.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Score {
    /// Figures predicted.
    pub predicted: usize,
    /// Median absolute error, percent of the figure.
    pub median_error_percent: f64,
    /// Ninetieth percentile of the absolute error, percent.
    pub p90_error_percent: f64,
    /// Median error with its sign: above zero, predictions are too high.
    pub bias_percent: f64,
    /// How often the figure lies between predicted p25 and p75, percent.
    pub inside_percent: f64,
}

/// One way of making bands, with its score.
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
    /// Its score.
    #[serde(flatten)]
    pub score: Score,
}

/// Scores of one group of figures.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GroupScore {
    /// ISO 3166-1 country; null is all.
    #[schema(required)]
    pub country: Option<String>,
    /// The role; null is all.
    #[schema(required)]
    pub role: Option<Role>,
    /// The level; null is all levels together, or all groups where country and role are null too.
    #[schema(required)]
    pub level: Option<Level>,
    /// Its score.
    #[serde(flatten)]
    pub score: Score,
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
    /// Its median, a full-time year.
    pub actual: u64,
    /// Predicted p25, p50, p75.
    pub predicted: [u64; 3],
    /// Error of the median, percent of the figure.
    pub error_percent: f64,
    /// Whether the prediction would have been shown at all.
    pub grade: BandGrade,
}

/// The back-test.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Backtest<'c> {
    /// Usable figures of the three roles.
    pub figures: usize,
    /// Those that no other source of the country can predict.
    pub alone: usize,
    /// Ways of making bands, the best first.
    pub methods: Vec<MethodScore>,
    /// The way in use, group by group.
    pub groups: Vec<GroupScore>,
    /// The way in use, only where the prediction would have been shown.
    #[schema(required)]
    pub shown: Option<Score>,
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
    quartiles: [f64; 3],
    grade: BandGrade,
}

impl Outcome<'_> {
    fn error(&self) -> f64 {
        100.0 * ((self.quartiles[1] - self.observation.centre).exp() - 1.0)
    }

    fn inside(&self) -> bool {
        (self.quartiles[0]..=self.quartiles[2]).contains(&self.observation.centre)
    }
}

fn predict(data: &PayData, method: Method) -> Vec<Outcome<'_>> {
    let usable = data.observations.iter().filter(|item| item.excluded.is_none());
    usable
        .filter_map(|observation| {
            let role = observation.role.role()?;
            let cell = Cell {
                role,
                level: observation.level,
                country: &observation.country,
                region: observation.region.as_deref(),
                at: observation.at,
            };
            let found = estimate(data, &cell, method, Some(observation.series))?;
            let (grade, _) = grade(data, &found);
            Some(Outcome { observation, role, quartiles: found.quartiles, grade })
        })
        .collect()
}

fn score<'o>(outcomes: impl IntoIterator<Item = &'o Outcome<'o>>) -> Option<Score> {
    let outcomes: Vec<&Outcome<'_>> = outcomes.into_iter().collect();
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
    let inside = outcomes.iter().filter(|outcome| outcome.inside()).count();
    Some(Score {
        predicted: outcomes.len(),
        median_error_percent: tenths(quantile(&errors, 50)),
        p90_error_percent: tenths(quantile(&errors, 90)),
        bias_percent: tenths(quantile(&signed, 50)),
        inside_percent: tenths(100.0 * float(inside) / float(outcomes.len())),
    })
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

/// A group of figures: country, role, level.
type Group<'k> = (Option<&'k str>, Option<Role>, Option<Level>);

/// Runs the back-test.
#[must_use]
pub fn backtest<'c>(data: &'c PayData, meta: Meta<'c>) -> Backtest<'c> {
    let figures =
        data.observations.iter().filter(|item| item.excluded.is_none() && item.role.role().is_some()).count();
    let mut methods: Vec<MethodScore> = candidates()
        .filter_map(|method| {
            let outcomes = predict(data, method);
            Some(MethodScore {
                combine: method.combine,
                growth_percent: 100.0 * method.pass_through,
                half_life_years: method.half_life,
                in_use: method == METHOD,
                score: score(&outcomes)?,
            })
        })
        .collect();
    // The median error and half of the ninetieth percentile: typical and bad cases both count.
    let rank = |item: &MethodScore| item.score.median_error_percent + item.score.p90_error_percent / 2.0;
    methods.sort_by(|a, b| {
        rank(a).total_cmp(&rank(b)).then(b.score.inside_percent.total_cmp(&a.score.inside_percent))
    });
    let outcomes = predict(data, METHOD);
    let mut groups: BTreeMap<Group<'_>, Vec<&Outcome<'_>>> = BTreeMap::new();
    for outcome in &outcomes {
        let country = Some(outcome.observation.country.as_str());
        let keys = [
            (None, None, None),
            (country, None, None),
            (country, Some(outcome.role), outcome.observation.level),
        ];
        for key in keys {
            groups.entry(key).or_default().push(outcome);
        }
    }
    let groups = groups
        .into_iter()
        .filter_map(|((country, role, level), of)| {
            Some(GroupScore {
                country: country.map(str::to_owned),
                role,
                level,
                score: score(of.iter().copied())?,
            })
        })
        .collect();
    let mut predictions: Vec<Prediction<'c>> = outcomes
        .iter()
        .map(|outcome| Prediction {
            figure: &outcome.observation.set,
            source: &outcome.observation.source,
            country: &outcome.observation.country,
            role: outcome.role,
            level: outcome.observation.level,
            actual: whole(outcome.observation.centre.exp()),
            predicted: outcome.quartiles.map(|value| whole(value.exp())),
            error_percent: tenths(outcome.error()),
            grade: outcome.grade,
        })
        .collect();
    predictions.sort_by(|a, b| {
        b.error_percent.abs().total_cmp(&a.error_percent.abs()).then_with(|| a.figure.cmp(b.figure))
    });
    let shown = outcomes.iter().filter(|outcome| outcome.grade != BandGrade::Insufficient);
    Backtest {
        figures,
        alone: figures - outcomes.len(),
        shown: score(shown),
        methods,
        groups,
        predictions,
        meta,
    }
}

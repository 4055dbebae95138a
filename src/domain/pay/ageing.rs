//! Ageing: bringing a figure of one day to another with a wage-growth series.

use serde::Deserialize;

use crate::domain::dated::{Day, day, years};
use crate::domain::vocab::{Grade, vocabulary};

vocabulary! {
    /// What a growth figure measures.
    GrowthKind("kind of growth") {
        /// Wages of everybody, or of a broad group.
        WageGrowth = "wage-growth",
        /// Pay of the occupation itself.
        OccupationGrowth = "occupation-growth",
        /// What companies set aside for raises.
        SalaryBudget = "salary-budget",
    }
}

/// One published growth figure (`data/pay/growth.csv`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Growth {
    /// Stable id.
    pub id: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// What it measures.
    pub kind: GrowthKind,
    /// Whose pay.
    pub population: String,
    /// First day of the change.
    #[serde(deserialize_with = "day")]
    pub valid_from: Day,
    /// Last day of the change.
    #[serde(deserialize_with = "day")]
    pub valid_to: Day,
    /// Change over that time, in percent.
    pub percent: f64,
    /// `yes` where it belongs to the chain that ages pay in the country.
    pub used: Option<String>,
    /// Who publishes it.
    pub source: String,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// What to know before relying on the figure.
    pub note: Option<String>,
}

/// The growth chain of one country: steps that do not overlap, in order. Time that no step covers counts as without
/// growth, and is reported.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    steps: Vec<Step>,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    from: f64,
    to: f64,
    /// Logarithm of the growth over the whole step.
    log: f64,
}

/// What ageing did to a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Aged {
    /// Logarithm of the factor.
    pub log: f64,
    /// Years between the two days that no growth figure covers.
    pub uncovered: f64,
}

impl Chain {
    /// Builds a chain from the used figures of one country.
    #[must_use]
    pub fn new<'g>(growth: impl IntoIterator<Item = &'g Growth>) -> Self {
        let mut steps: Vec<Step> = growth
            .into_iter()
            .map(|item| Step {
                from: years(item.valid_from),
                to: years(item.valid_to),
                log: (1.0 + item.percent / 100.0).ln(),
            })
            .collect();
        steps.sort_by(|a, b| a.from.total_cmp(&b.from));
        Self { steps }
    }

    /// Growth from one day to another, backwards too; within a step it is even.
    #[must_use]
    pub fn between(&self, from: f64, to: f64) -> Aged {
        let (early, late) = if from <= to { (from, to) } else { (to, from) };
        let mut aged = Aged { log: 0.0, uncovered: late - early };
        for step in &self.steps {
            let shared = late.min(step.to) - early.max(step.from);
            if shared > 0.0 {
                aged.log += step.log * shared / (step.to - step.from);
                aged.uncovered -= shared;
            }
        }
        aged.uncovered = aged.uncovered.max(0.0);
        if from > to {
            aged.log = -aged.log;
        }
        aged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_even_within_a_step_and_none_outside() {
        let chain = Chain {
            steps: vec![
                Step { from: 2020.0, to: 2021.0, log: 0.02 },
                Step { from: 2022.0, to: 2023.0, log: 0.04 },
            ],
        };
        let aged = chain.between(2020.5, 2022.5);
        assert!((aged.log - 0.03).abs() < 1e-12 && (aged.uncovered - 1.0).abs() < 1e-12);
        let back = chain.between(2022.5, 2020.5);
        assert!((back.log + 0.03).abs() < 1e-12);
        assert_eq!(chain.between(2030.0, 2030.0), Aged::default());
    }
}

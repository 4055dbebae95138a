//! How far a band can be relied on: the width of the interval of its median, and what makes it so.

use super::data::PayData;
use super::estimate::Estimate;
use super::evidence::Observation;
use super::select::{Nearness, Used};
use crate::domain::vocab::{Grade, vocabulary};

vocabulary! {
    /// How far a band can be relied on.
    BandGrade("confidence grade") {
        /// The middle of the market is known within 10 %, by three independent sources.
        High = "high",
        /// Within 17 %, by about two.
        Medium = "medium",
        /// Within 30 %, or derived from other jobs.
        Low = "low",
        /// Less well: no numbers.
        Insufficient = "insufficient",
    }
}

/// Widest interval of the median, in percent either way, and fewest effective sources, of a grade.
const LIMITS: [(BandGrade, f64, f64); 3] =
    [(BandGrade::High, 10.0, 3.0), (BandGrade::Medium, 17.0, 1.8), (BandGrade::Low, 30.0, 0.0)];

/// The grade of an interval of so many percent either way, by so many effective sources; `derived` is low at best.
#[must_use]
pub fn grade_of(percent: f64, effective: f64, derived: bool) -> BandGrade {
    let holds = |(grade, widest, fewest): &&(BandGrade, f64, f64)| {
        percent <= *widest && effective >= *fewest && !(derived && *grade < BandGrade::Low)
    };
    LIMITS.iter().find(holds).map_or(BandGrade::Insufficient, |(grade, ..)| *grade)
}

/// The grade of an estimate.
#[must_use]
pub fn grade(estimate: &Estimate) -> BandGrade {
    let uncertainty = &estimate.uncertainty;
    grade_of(uncertainty.percent(), uncertainty.effective, estimate.derived)
}

vocabulary! {
    /// What makes a band more or less sure.
    CauseCode("cause of confidence") {
        /// How far two sources of one job differ here, how many stand behind the band, and what follows.
        Interval = "interval",
        /// No figure that counts leads to the job in the country.
        NoFigure = "no-figure",
        /// Too few independent sources for a better grade.
        FewSources = "few-sources",
        /// No figure of this job in the country: other jobs stand in.
        Borrowed = "borrowed",
        /// No figure for exactly this role and level.
        NoOwnFigure = "no-own-figure",
        /// Ratios between roles, levels and places add to it.
        Ratios = "ratios",
        /// Most of the weight lies on other jobs.
        MostlyOtherJobs = "mostly-other-jobs",
        /// Most of the weight lies on sources of low reliability.
        MostlyLowReliability = "mostly-low-reliability",
        /// The figures are old.
        OldFigures = "old-figures",
        /// They could not be aged for part of the time.
        NotFullyAged = "not-fully-aged",
        /// Sources differ more than usual.
        SourcesDiffer = "sources-differ",
        /// Sources agree.
        SourcesAgree = "sources-agree",
        /// Derived from the bands of both roles.
        Derived = "derived",
    }
}

/// One cause, with the numbers that go with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cause {
    /// Which.
    pub code: CauseCode,
    /// Whether it makes the band less sure.
    pub lowers: bool,
    /// Percent, years, or the number of sources.
    pub number: f64,
    /// The number of sources behind an interval, and its half width in percent.
    pub interval: Option<(f64, f64)>,
}

impl Cause {
    /// A cause with one number.
    #[must_use]
    pub const fn new(code: CauseCode, lowers: bool, number: f64) -> Self {
        Self { code, lowers, number, interval: None }
    }
}

/// Median distance between two sources, each so far from the truth, in percent.
fn apart(deviation: f64) -> f64 {
    // Two draws lie √2 deviations apart, of which the median absolute value is 0.67449.
    100.0 * ((deviation * std::f64::consts::SQRT_2 * 0.674_49).exp() - 1.0)
}

/// What makes an estimate more or less sure, the interval first.
#[must_use]
pub fn causes(data: &PayData, estimate: &Estimate) -> Vec<Cause> {
    use CauseCode::{
        Borrowed, FewSources, Interval, MostlyLowReliability, MostlyOtherJobs, NoOwnFigure, NotFullyAged,
        OldFigures, Ratios, SourcesAgree, SourcesDiffer,
    };
    let observation = |used: &Used| -> &Observation { &data.observations[used.observation] };
    let uncertainty = &estimate.uncertainty;
    let (effective, percent) = (uncertainty.effective, uncertainty.percent());
    let own = estimate.percent(|used| used.role == Nearness::Own && used.level == Nearness::Own);
    let others = estimate.percent(|used| used.role == Nearness::Other);
    let low = estimate.percent(|used| observation(used).reliability == Grade::Low);
    let uncovered = estimate.mean(|used| used.uncovered);
    let age = estimate.mean(|used| used.age);
    let differ = apart(uncertainty.disagreement);
    let ratios = super::estimate::percent(uncertainty.ratios);
    let derived = estimate.derived;
    let first = Cause {
        interval: Some((effective, percent)),
        ..Cause::new(Interval, grade(estimate) >= BandGrade::Low, differ)
    };
    let causes = [
        (derived, true, Borrowed, 0.0),
        (!derived && effective < 1.8, true, FewSources, effective),
        (!derived && own == 0.0, true, NoOwnFigure, 0.0),
        (ratios >= 5.0, true, Ratios, ratios),
        (!derived && others > 50.0, true, MostlyOtherJobs, others),
        (low > 50.0, true, MostlyLowReliability, low),
        (age > 3.0, true, OldFigures, age),
        (uncovered > 1.0, true, NotFullyAged, uncovered),
        (effective >= 1.8 && differ > 14.0, true, SourcesDiffer, differ),
        (effective >= 1.8 && differ < 8.5, false, SourcesAgree, differ),
    ];
    let holding = causes.into_iter().filter(|(holds, ..)| *holds);
    let others = holding.map(|(_, lowers, code, number)| Cause::new(code, lowers, number));
    std::iter::once(first).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grade_follows_from_the_interval_and_the_sources() {
        for (percent, effective, derived, grade) in [
            (10.0, 3.0, false, BandGrade::High),
            (10.1, 3.0, false, BandGrade::Medium),
            (9.0, 2.9, false, BandGrade::Medium),
            (17.0, 1.8, false, BandGrade::Medium),
            (17.1, 5.0, false, BandGrade::Low),
            (12.0, 1.7, false, BandGrade::Low),
            (9.0, 5.0, true, BandGrade::Low),
            (30.0, 1.0, false, BandGrade::Low),
            (30.1, 9.0, false, BandGrade::Insufficient),
            (30.1, 9.0, true, BandGrade::Insufficient),
        ] {
            assert_eq!(grade_of(percent, effective, derived), grade, "{percent} {effective} {derived}");
        }
    }

    #[test]
    fn two_sources_with_the_usual_disagreement_lie_eleven_percent_apart() {
        assert!((apart(super::super::estimate::DISAGREEMENT) - 11.0).abs() < 0.5);
    }
}

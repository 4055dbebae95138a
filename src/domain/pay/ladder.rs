//! The levels of a role side by side, in order, and the points between them by years of experience.

use super::combine::not_decreasing;
use super::data::PayData;
use super::estimate::{Estimate, MEDIAN, estimate};
use super::evidence::Counted;
use super::job::Community;
use super::place::Site;
use super::select::{Cell, Method, Without};
use crate::domain::vocab::{Level, Role};

/// How experienced somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Seniority {
    /// All levels together.
    #[default]
    All,
    /// A level: a range of years.
    Level(Level),
    /// Years of experience: a point.
    Years(u32),
}

impl Seniority {
    /// The seniority of a question: years say more than the level that they make.
    #[must_use]
    pub fn new(level: Option<Level>, years: Option<u32>) -> Self {
        match (years, level) {
            (Some(years), _) => Self::Years(years),
            (None, Some(level)) => Self::Level(level),
            (None, None) => Self::All,
        }
    }

    /// The level, given or made by the years.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::All => None,
            Self::Level(level) => Some(level),
            Self::Years(years) => Some(Level::of_years(years)),
        }
    }
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
    /// Where junior and senior lie on the curve of experience: logarithms of pay over that after two to four years.
    pub steps: [f64; 2],
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

    /// The estimate at a point of the curve of experience: `height` is the logarithm of pay there over pay after two to
    /// four years, `unsure` its standard deviation. Between two levels it lies between their percentiles; beyond them the
    /// curve goes on. It rises with the height, because the levels do.
    #[must_use]
    pub fn between(&self, level: Level, height: f64, unsure: f64) -> Estimate {
        let [junior, senior] = self.steps;
        let [first, mid, last] = &self.levels;
        let (from, to, start, length) = match height {
            height if height <= 0.0 => (first, mid, junior, -junior),
            _ => (mid, last, 0.0, senior),
        };
        let share = if length > 1e-9 { (height - start) / length } else { 1.0 };
        let (within, beyond) = (share.clamp(0.0, 1.0), (share - share.clamp(0.0, 1.0)) * length);
        let mut found = self.at(Some(level)).clone();
        for (at, value) in found.percentiles.iter_mut().enumerate() {
            *value = from.percentiles[at] + (to.percentiles[at] - from.percentiles[at]) * within + beyond;
        }
        found.uncertainty.ratios = found.uncertainty.ratios.hypot(unsure);
        found
    }
}

/// The ladder of one role at a place and time.
#[must_use]
pub fn ladder(
    data: &PayData,
    role: Role,
    community: Community,
    site: Site<'_>,
    at: f64,
    method: Method,
    counted: Counted,
) -> Option<Ladder> {
    let without = Without { counted, ..Without::default() };
    let one = |level| estimate(data, &Cell { role, community, level, site, at }, method, without);
    let mut levels = [one(Some(Level::Junior))?, one(Some(Level::Mid))?, one(Some(Level::Senior))?];
    let weights = [levels[0].evidence, levels[1].evidence, levels[2].evidence];
    let mut moved = false;
    for percentile in 0..levels[0].percentiles.len() {
        let before = [0, 1, 2].map(|level| levels[level].percentiles[percentile]);
        let after = not_decreasing(before, weights);
        moved |= percentile == MEDIAN && before.iter().zip(&after).any(|(a, b)| (a - b).abs() > 1e-9);
        for (level, value) in levels.iter_mut().zip(after) {
            level.percentiles[percentile] = value;
        }
    }
    let steps = data.heights();
    Some(Ladder { levels, all: one(None)?, moved, steps })
}

//! The other two directions: from a budget or from a net pay to the gross that it makes.
//!
//! Cost rises with gross pay except at a few named steps, where it jumps: a contribution that is due only above a threshold,
//! the end of the French reduction. Between two steps it rises, so the gross is found there by false position, halving
//! where that is slow.

use super::compute::Situation;
use super::parameter::{Book, Side, Unit};
use crate::domain::rounding::{to_float, whole};

/// Gross pay found, in whole units of the currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gross {
    /// The gross.
    pub gross: u64,
    /// By how much the cost of one unit more is higher, where it jumps there.
    pub jump: Option<u64>,
}

/// A unit of gross that costs more than this much more is a step.
const STEP: u64 = 10;

impl Book<'_> {
    /// The gross amounts from which another formula holds, rising, 0 first.
    fn steps(&self, situation: &Situation<'_>) -> Vec<u64> {
        let ceiling = self.values.ceiling.map_or(0.0, |ceiling| ceiling * situation.fte);
        let sided = |side| matches!(side, Side::Employer | Side::Employee);
        let unit = |of: Option<Unit>| if of == Some(Unit::Ceiling) { ceiling } else { 1.0 };
        let sums = self.parameters.iter().filter(|item| sided(item.side));
        let bounds =
            sums.flat_map(|item| [item.over, item.under].map(|bound| Some(bound? * unit(item.unit))));
        let mut steps: Vec<u64> = bounds.flatten().map(|bound| whole(bound.floor()) + 1).collect();
        let exit =
            self.values.reduction.map(|reduction| reduction.exit * reduction.reference * situation.fte);
        steps.extend(exit.map(|exit| whole(exit.ceil())));
        steps.push(0);
        steps.sort_unstable();
        steps.dedup();
        steps
    }

    /// What an employer pays for a gross, in whole units.
    fn costs(&self, situation: &Situation<'_>, gross: u64) -> u64 {
        whole(self.totals(&Situation { gross: to_float(gross), ..*situation }).0)
    }

    /// What is left to the employee of a gross, in whole units.
    fn nets(&self, situation: &Situation<'_>, gross: u64) -> Option<u64> {
        self.totals(&Situation { gross: to_float(gross), ..*situation }).1.map(whole)
    }

    /// The largest whole gross whose cost does not exceed a budget; one unit more exceeds it. Nothing where even a gross of
    /// one unit costs more.
    #[must_use]
    pub fn gross_within(&self, situation: &Situation<'_>, budget: u64) -> Option<Gross> {
        let of = |gross| self.costs(situation, gross);
        let gross = largest(&self.steps(situation), budget, of)?;
        let (here, next) = (of(gross), of(gross + 1));
        let jump = next.saturating_sub(here);
        Some(Gross { gross, jump: (jump > STEP).then_some(jump) })
    }

    /// The smallest whole gross of which at least a net pay is left. Nothing where the employee's contributions are not
    /// known.
    #[must_use]
    pub fn gross_for_net(&self, situation: &Situation<'_>, net: u64) -> Option<Gross> {
        self.nets(situation, 1)?;
        let of = |gross| self.nets(situation, gross).unwrap_or(u64::MAX);
        // The largest that leaves less, and one more. Where a step takes net away, the first that reaches it counts.
        let below = |steps: &[u64]| largest(steps, net.checked_sub(1)?, of);
        let steps = self.steps(situation);
        let first = (1..=steps.len()).find_map(|count| {
            let found = below(&steps[..count]).map_or(0, |gross| gross + 1);
            let end = steps.get(count).copied().unwrap_or(u64::MAX);
            (found < end && of(found) >= net).then_some(found)
        })?;
        let jump = self.costs(situation, first + 1).saturating_sub(self.costs(situation, first));
        Some(Gross { gross: first, jump: (jump > STEP).then_some(jump) })
    }
}

/// The largest whole number up to which `of` is at most `most`, where `of` rises between the steps.
fn largest(steps: &[u64], most: u64, of: impl Fn(u64) -> u64) -> Option<u64> {
    let mut end: Option<u64> = None;
    for start in steps.iter().rev() {
        let start_value = of(*start);
        if start_value <= most && (*start > 0 || of(1) <= most) {
            return Some(within(*start, start_value, end, most, &of));
        }
        end = Some(*start);
    }
    None
}

/// The same between two steps: `low` fits, and what lies from `end` on belongs to the next.
fn within(mut low: u64, low_value: u64, end: Option<u64>, most: u64, of: &impl Fn(u64) -> u64) -> u64 {
    // Bracket: `high` does not fit.
    let mut high = low + (most - low_value) + 1;
    let mut high_value = loop {
        if let Some(end) = end
            && high >= end
        {
            let last = end - 1;
            let value = of(last);
            if value <= most {
                return last;
            }
            high = last;
            break value;
        }
        let value = of(high);
        if value > most {
            break value;
        }
        low = high;
        high *= 2;
    };
    let mut low_value = of(low);
    let mut halve = false;
    while high - low > 1 {
        let width = high - low;
        let middle = if halve || high_value == low_value {
            low + width / 2
        } else {
            let share = to_float(most + 1 - low_value) / to_float(high_value - low_value);
            low + whole((to_float(width) * share).floor()).clamp(1, width - 1)
        };
        let value = of(middle);
        if value <= most {
            (low, low_value) = (middle, value);
        } else {
            (high, high_value) = (middle, value);
        }
        halve = (high - low) * 2 > width;
    }
    low
}

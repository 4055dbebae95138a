//! Finished bands: percentiles rounded and lifted to the legal minimum, with the interval of the median.

use super::estimate::{EIGHTY, Estimate, MEDIAN};
use crate::domain::rounding::{to_float, whole};

/// A finished band: whole units of the currency, gross, a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// p10, p25, p50, p75, p90.
    pub percentiles: [u64; 5],
    /// Between which amounts the median lies, in four cases of five.
    pub interval: [u64; 2],
    /// Whether the legal minimum raised one of the quartiles.
    pub floored: bool,
}

impl Band {
    /// p25, p50, p75.
    #[must_use]
    pub const fn quartiles(&self) -> [u64; 3] {
        let [_, p25, p50, p75, _] = self.percentiles;
        [p25, p50, p75]
    }

    /// The median.
    #[must_use]
    pub const fn median(&self) -> u64 {
        self.percentiles[MEDIAN]
    }

    /// At every percentile the higher of two bands.
    #[must_use]
    pub fn higher(&self, other: &Self) -> Self {
        let mut percentiles = self.percentiles;
        for (value, other) in percentiles.iter_mut().zip(other.percentiles) {
            *value = (*value).max(other);
        }
        let interval = [0, 1].map(|end| self.interval[end].max(other.interval[end]));
        Self { percentiles, interval, floored: self.floored || other.floored }
    }
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

/// Rounds the percentiles of an estimate and lifts them to the legal minimum.
#[must_use]
pub fn finish(estimate: &Estimate, minimum: Option<f64>) -> Band {
    let least = minimum.map_or(0, ceil);
    let lift = |log: f64| {
        let amount = log.exp();
        let rounded = three_digits(amount);
        if rounded >= least {
            return (rounded, false);
        }
        let step = step(amount);
        (least.div_ceil(step) * step, true)
    };
    let lifted = estimate.percentiles.map(lift);
    let reach = EIGHTY * estimate.uncertainty.deviation();
    let median = estimate.percentiles[MEDIAN];
    Band {
        percentiles: lifted.map(|(amount, _)| amount),
        interval: [median - reach, median + reach].map(|end| lift(end).0),
        // Nobody is surprised that a tenth of the posts are paid the minimum.
        floored: lifted[1..4].iter().any(|(_, raised)| *raised),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pay, well within the range")]
fn ceil(amount: f64) -> u64 {
    (amount - 0.5).ceil().clamp(0.0, 1e15) as u64
}

#[cfg(test)]
mod tests {
    use super::super::estimate::{Uncertainty, around};
    use super::*;

    fn estimated(median: f64, spread: f64, deviation: f64) -> Estimate {
        Estimate {
            percentiles: around(median.ln(), spread),
            uncertainty: Uncertainty { between: deviation, effective: 2.0, ..Uncertainty::default() },
            derived: false,
            evidence: 1.0,
            used: Vec::new(),
        }
    }

    #[test]
    fn amounts_keep_three_digits() {
        for (amount, rounded) in [
            (25_449.0, 25_400),
            (25_450.0, 25_500),
            (62_349.0, 62_300),
            (650_499.0, 650_000),
            (1_234_567.0, 1_230_000),
            (999.6, 1_000),
            (12.4, 12),
            (0.2, 0),
        ] {
            assert_eq!(three_digits(amount), rounded, "{amount}");
        }
    }

    #[test]
    fn a_band_never_lies_below_the_legal_minimum() {
        let estimate = estimated(25_000.0, 0.2, 0.05);
        let free = finish(&estimate, None);
        assert_eq!((free.quartiles(), free.floored), ([20_500, 25_000, 30_500], false));
        assert_eq!(free.interval, [23_400, 26_700]);
        // Lifted to the next hundred above the minimum, not below it.
        let lifted = finish(&estimate, Some(21_876.4));
        assert_eq!((lifted.quartiles(), lifted.floored), ([21_900, 25_000, 30_500], true));
        assert_eq!(lifted.percentiles[0], 21_900);
        let all = finish(&estimate, Some(30_601.0));
        assert_eq!((all.quartiles(), all.floored), ([30_700, 30_700, 30_700], true));
        assert_eq!(all.interval, [30_700, 30_700]);
        // Half a unit is no breach: the minimum of a year is a product of rounded hours.
        let equal = finish(&estimate, Some(20_500.4));
        assert_eq!((equal.quartiles()[0], equal.floored), (20_500, false));
    }

    #[test]
    fn of_two_bands_the_higher_counts_at_every_percentile() {
        let (narrow, wide) = (estimated(30_000.0, 0.1, 0.05), estimated(29_000.0, 0.3, 0.02));
        let (narrow, wide) = (finish(&narrow, None), finish(&wide, None));
        let both = narrow.higher(&wide);
        assert_eq!(both.median(), 30_000);
        assert_eq!(both.percentiles[4], wide.percentiles[4]);
        assert_eq!(both.percentiles[0], narrow.percentiles[0]);
        assert_eq!(both.interval, [wide.interval[0], narrow.interval[1]]);
    }
}

//! Percentiles and the interval of the median, of observations that do not all count the same.

/// Observations in order, each with its weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighted {
    /// Values, ascending, with weights above zero.
    points: Vec<(u32, f64)>,
    total: f64,
}

/// An interval that holds the median of what was sampled, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MedianInterval {
    /// Lower end.
    pub low: u32,
    /// Upper end.
    pub high: u32,
    /// Probability that it holds the median, in percent, rounded down: 95 or more where there are enough observations.
    pub coverage: u32,
}

/// Probability aimed at.
const COVERAGE: f64 = 0.95;

impl Weighted {
    /// Takes values with the employer of each, and weighs them so that no employer counts more than `most` of the whole:
    /// those of an employer that has many count less each. Where there are too few employers for that, all count the same.
    ///
    /// The result does not depend on the order.
    #[must_use]
    pub fn capped(observations: &[(u32, u64)], most: f64) -> Self {
        let mut counts: std::collections::BTreeMap<u64, u32> = std::collections::BTreeMap::new();
        for (_, employer) in observations {
            *counts.entry(*employer).or_default() += 1;
        }
        let cap = cap(&counts.values().copied().collect::<Vec<_>>(), most);
        let mut points: Vec<(u32, f64)> = observations
            .iter()
            .map(|(value, employer)| {
                let count = counts.get(employer).map_or(1.0, |count| f64::from(*count));
                (*value, (cap / count).min(1.0))
            })
            .collect();
        points.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let total = points.iter().map(|(_, weight)| weight).sum();
        Self { points, total }
    }

    /// How many observations of equal weight say as much (Kish): their number where all count the same.
    #[must_use]
    pub fn effective(&self) -> f64 {
        let squares: f64 = self.points.iter().map(|(_, weight)| weight * weight).sum();
        if squares > 0.0 { self.total * self.total / squares } else { 0.0 }
    }

    /// A percentile, 0 to 1, interpolated between the middles of the weights: with equal weights that of Hazen (type 5 of
    /// Hyndman and Fan 1996). None of no observations.
    #[must_use]
    pub fn percentile(&self, share: f64) -> Option<u32> {
        let wanted = share * self.total;
        let mut passed = 0.0;
        let mut previous: Option<(f64, u32)> = None;
        for (value, weight) in &self.points {
            let at = passed + weight / 2.0;
            if at >= wanted {
                let Some((before, low)) = previous else { return Some(*value) };
                let part = (wanted - before) / (at - before).max(1e-12);
                return Some(rounded(f64::from(low) + (f64::from(*value) - f64::from(low)) * part));
            }
            previous = Some((at, *value));
            passed += weight;
        }
        previous.map(|(_, value)| value)
    }

    /// The interval of the median from order statistics: exact, since how many of n observations lie below the median is
    /// binomial, whatever the distribution. Of fewer than six the range of all, with what it covers. None of no
    /// observations.
    #[must_use]
    pub fn median_interval(&self) -> Option<MedianInterval> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "rounded, small and positive"
        )]
        let n = (self.effective() + 1e-9).floor() as u32;
        let (low, high) = (self.points.first()?.0, self.points.last()?.0);
        if n < 2 {
            return Some(MedianInterval { low, high, coverage: 0 });
        }
        let (rank, coverage) = rank(n);
        let share = (f64::from(rank) - 0.5) / f64::from(n);
        let at = |share: f64| self.step(share).unwrap_or(low);
        Some(MedianInterval { low: at(share).max(low), high: at(1.0 - share).min(high), coverage })
    }

    /// The observation within whose weight a share falls.
    fn step(&self, share: f64) -> Option<u32> {
        let wanted = share * self.total;
        let mut passed = 0.0;
        for (value, weight) in &self.points {
            passed += weight;
            if passed >= wanted - 1e-9 * self.total {
                return Some(*value);
            }
        }
        self.points.last().map(|(value, _)| *value)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an amount between two of u32")]
fn rounded(value: f64) -> u32 {
    value.round() as u32
}

/// The count up to which an employer's observations count fully, so that none has more than `most` of the whole weight;
/// one where that cannot be.
fn cap(counts: &[u32], most: f64) -> f64 {
    let mut counts: Vec<f64> = counts.iter().map(|count| f64::from(*count)).collect();
    counts.sort_by(f64::total_cmp);
    let all: f64 = counts.iter().sum();
    let largest = counts.last().copied().unwrap_or(1.0);
    if largest <= most * all {
        return largest;
    }
    // With the k largest cut to c: c = most × (rest + k c).
    let mut rest = all;
    for (k, count) in (1_u32..).zip(counts.iter().rev()) {
        rest -= count;
        let share = 1.0 - most * f64::from(k);
        if share <= 0.0 {
            break;
        }
        let cut = most * rest / share;
        let next = counts.len().checked_sub(k as usize + 1).map_or(0.0, |at| counts[at]);
        if cut >= next {
            return cut.max(1e-9);
        }
    }
    counts.first().copied().unwrap_or(1.0)
}

/// The rank, from 1, of the lower end among `n` observations, with the coverage in percent of it and its mirror image.
fn rank(n: u32) -> (u32, u32) {
    // Probability of fewer than `rank` observations below the median: the sum of binomial terms at one half.
    let mut term = 0.5_f64.powi(i32::try_from(n.min(1_000)).unwrap_or(1_000));
    let mut below = 0.0;
    let mut best = (1, 1.0 - 2.0 * term);
    if n > 1_000 {
        // The normal limit of the same distribution: to the rank for so many.
        let half = f64::from(n) / 2.0;
        let rank = (half - 1.959_964 * (f64::from(n).sqrt() / 2.0)).floor().max(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and n")]
        return (rank as u32, 95);
    }
    for rank in 1..=n / 2 {
        below += term;
        let coverage = 1.0 - 2.0 * below;
        if coverage < COVERAGE {
            break;
        }
        best = (rank, coverage);
        term *= f64::from(n - rank + 1) / f64::from(rank);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share in percent")]
    let percent = (best.1.max(0.0) * 100.0 + 1e-9).floor() as u32;
    (best.0, percent)
}

/// The median of values, the middle of the two inner ones where their number is even; none of no values.
#[must_use]
pub fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.len() {
        0 => None,
        n if n.is_multiple_of(2) => Some(f64::midpoint(values[half - 1], values[half])),
        _ => Some(values[half]),
    }
}

/// The limits beyond which a value lies too far from the others to be believed: as many robust standard deviations of the
/// logarithms from their median as `times` says. None of no values.
#[must_use]
pub fn fence(values: &[u32], times: f64) -> Option<(f64, f64)> {
    let mut logs: Vec<f64> = values.iter().map(|value| f64::from((*value).max(1)).ln()).collect();
    let center = median(&mut logs)?;
    let mut distances: Vec<f64> = logs.iter().map(|log| (log - center).abs()).collect();
    // 1.4826: the median distance of a normal distribution to its standard deviation. Pay of one role that all employers
    // round alike still differs by a twentieth.
    let spread = (1.4826 * median(&mut distances)?).max(0.05);
    Some(((center - times * spread).exp(), (center + times * spread).exp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn equal(values: &[u32]) -> Weighted {
        Weighted::capped(&values.iter().map(|value| (*value, u64::from(*value))).collect::<Vec<_>>(), 1.0)
    }

    #[test]
    fn percentiles_are_those_of_hazen() {
        let five = equal(&[10, 20, 30, 40, 50]);
        // numpy.percentile(…, method="hazen")
        for (share, expected) in [(0.1, 10), (0.25, 18), (0.5, 30), (0.75, 43), (0.9, 50)] {
            assert_eq!(five.percentile(share), Some(expected), "{share}");
        }
        assert_eq!(equal(&[7]).percentile(0.25), Some(7));
        assert_eq!(equal(&[]).percentile(0.5), None);
    }

    #[test]
    fn the_interval_is_that_of_order_statistics() {
        // Tables of the sign test: of 6 the range (96.9 %), of 10 the 2nd and 9th (97.9 %), of 20 the 6th and 15th (95.9 %).
        for (n, rank, coverage) in [(5, 1, 93), (6, 1, 96), (10, 2, 97), (20, 6, 95), (100, 40, 96)] {
            assert_eq!(super::rank(n), (rank, coverage), "{n}");
        }
        let twenty = equal(&(1..=20).collect::<Vec<_>>());
        assert_eq!(twenty.median_interval(), Some(MedianInterval { low: 6, high: 15, coverage: 95 }));
        assert_eq!(super::rank(1_000).0, 469);
        assert!(super::rank(1_002).0.abs_diff(470) <= 1, "{:?}", super::rank(1_002));
    }

    #[test]
    fn no_employer_counts_more_than_its_share() {
        let mut many: Vec<(u32, u64)> = (0..40).map(|n| (30_000 + n, 1)).collect();
        many.extend((0..12).map(|n| (40_000, 2 + n)));
        let capped = Weighted::capped(&many, 0.25);
        let of_first: f64 =
            capped.points.iter().filter(|(value, _)| *value < 40_000).map(|(_, weight)| weight).sum();
        assert!((of_first / capped.total - 0.25).abs() < 1e-9, "{}", of_first / capped.total);
        assert_eq!(capped.percentile(0.5), Some(40_000));
        // Three employers cannot each have a quarter: each has a third.
        let three = Weighted::capped(&[(1, 1), (1, 1), (1, 1), (2, 2), (3, 3)], 0.25);
        assert_eq!(three.percentile(0.5), Some(2));
        assert!(Weighted::capped(&many, 1.0).effective() > 51.9);
    }

    #[test]
    fn fences_keep_the_bulk() {
        let mut values: Vec<u32> = (0..50).map(|n| 28_000 + 200 * n).collect();
        values.push(310_000);
        let (low, high) = fence(&values, 3.5).unwrap();
        assert!(low < 28_000.0 && high > 38_000.0 && high < 310_000.0, "{low} {high}");
        assert_eq!(fence(&[], 3.5), None);
    }
}

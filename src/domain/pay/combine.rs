//! Combining adjusted figures into a median. All on a logarithmic scale, where differences are ratios of pay.

use crate::domain::vocab::vocabulary;

vocabulary! {
    /// How figures are combined. The back-test compares them; [`super::select::METHOD`] is among the best.
    Combine("way of combining") {
        /// Every figure is a distribution; the median is that of their weighted mixture.
        Pool = "pool",
        /// Weighted median of the centres.
        Median = "median",
        /// Weighted average of the centres.
        Mean = "mean",
        /// The single weightiest figure.
        Nearest = "nearest",
    }
}

/// One adjusted figure: centre, half the distance between its quartiles, weight above zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Logarithm of the median.
    pub centre: f64,
    /// Half the distance between the quartiles, in logarithms.
    pub spread: f64,
    /// Weight.
    pub weight: f64,
}

const LN_3: f64 = 1.098_612_288_668_109_8;

/// The median of the points, in logarithms; `None` when there is none.
#[must_use]
pub fn combine(points: &[Point], how: Combine) -> Option<f64> {
    let total: f64 = points.iter().map(|point| point.weight).sum();
    if points.is_empty() || total <= 0.0 {
        return None;
    }
    let mean = || points.iter().map(|point| point.centre * point.weight).sum::<f64>() / total;
    Some(match how {
        Combine::Pool => mixture_median(points, total, mean()),
        Combine::Median => weighted_median(points, total),
        Combine::Mean => mean(),
        Combine::Nearest => {
            let first = points
                .iter()
                .max_by(|a, b| a.weight.total_cmp(&b.weight).then_with(|| b.centre.total_cmp(&a.centre)))?;
            first.centre
        }
    })
}

/// The median of the weighted mixture of logistic distributions with these centres and spreads: Newton's steps from
/// `start`, kept within a bracket that halves where a step would leave it.
fn mixture_median(points: &[Point], total: f64, start: f64) -> f64 {
    let (mut low, mut high) = points.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| {
        (low.min(point.centre), high.max(point.centre))
    });
    let mut x = start.clamp(low, high);
    // Six or seven steps reach a billionth; the bound only guards against a flat stretch.
    for _ in 0..60 {
        let (mut below, mut density) = (0.0, 0.0);
        for point in points {
            // A logistic distribution has its quartiles at centre ± scale × ln 3.
            let scale = point.spread / LN_3;
            let share = 1.0 / (1.0 + ((point.centre - x) / scale).exp());
            below += point.weight * share;
            density += point.weight * share * (1.0 - share) / scale;
        }
        let over = below - total / 2.0;
        if over > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let step = over / density.max(1e-300);
        if step.abs() < 1e-11 || high - low < 1e-11 {
            break;
        }
        let next = x - step;
        x = if next > low && next < high { next } else { f64::midpoint(low, high) };
    }
    x
}

/// The weighted median, interpolated between the middles of the weights, so that it moves evenly with them.
fn weighted_median(points: &[Point], total: f64) -> f64 {
    let mut sorted: Vec<&Point> = points.iter().collect();
    sorted.sort_by(|a, b| a.centre.total_cmp(&b.centre).then_with(|| a.weight.total_cmp(&b.weight)));
    let mut passed = 0.0;
    let mut previous: Option<(f64, f64)> = None;
    for point in sorted {
        let at = (passed + point.weight / 2.0) / total;
        if at >= 0.5 {
            return match previous {
                Some((before, centre)) if at > before => {
                    centre + (point.centre - centre) * (0.5 - before) / (at - before)
                }
                _ => point.centre,
            };
        }
        previous = Some((at, point.centre));
        passed += point.weight;
    }
    previous.map_or(0.0, |(_, centre)| centre)
}

/// Pools adjacent violators: the nearest values that do not decrease, by weighted least squares.
///
/// Monotone in its input: raising values never lowers a result, so percentiles pooled with the same weights keep their
/// order.
#[must_use]
pub fn not_decreasing(values: [f64; 3], weights: [f64; 3]) -> [f64; 3] {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::with_capacity(3);
    for (value, weight) in values.into_iter().zip(weights) {
        blocks.push((value, weight.max(1e-12), 1));
        while let [.., (before, w1, n1), (after, w2, n2)] = blocks[..]
            && before > after
        {
            blocks.truncate(blocks.len() - 2);
            blocks.push(((before * w1 + after * w2) / (w1 + w2), w1 + w2, n1 + n2));
        }
    }
    let mut out = [0.0; 3];
    let mut at = 0;
    for (value, _, count) in blocks {
        out[at..at + count].fill(value);
        at += count;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn point(centre: f64, spread: f64, weight: f64) -> Point {
        Point { centre, spread, weight }
    }

    #[test]
    fn one_figure_is_its_own_median() {
        for how in Combine::ALL {
            let median = combine(&[point(10.0, 0.2, 3.0)], *how).unwrap();
            assert!((median - 10.0).abs() < 1e-9, "{how}");
        }
        assert_eq!(combine(&[], Combine::Pool), None);
    }

    #[test]
    fn an_outlier_moves_the_pool_less_than_the_mean() {
        let points =
            [point(10.0, 0.1, 1.0), point(10.05, 0.1, 1.0), point(10.02, 0.1, 1.0), point(12.0, 0.1, 0.5)];
        let middle = |how| combine(&points, how).unwrap();
        assert!(
            middle(Combine::Pool) < 10.1 && middle(Combine::Median) < 10.1 && middle(Combine::Mean) > 10.2
        );
    }

    #[test]
    fn the_pool_leaves_half_of_the_weight_below() {
        let points =
            [point(9.0, 0.06, 1.0), point(10.0, 0.3, 0.2), point(11.5, 0.06, 1.1), point(9.7, 0.1, 0.4)];
        let median = combine(&points, Combine::Pool).unwrap();
        let below: f64 = points
            .iter()
            .map(|point| point.weight / (1.0 + ((point.centre - median) / (point.spread / LN_3)).exp()))
            .sum();
        assert!((below - 1.35).abs() < 1e-6, "{below}");
    }

    #[test]
    fn violators_are_pooled() {
        for (values, weights, expected) in [
            ([1.0, 2.0, 3.0], [1.0; 3], [1.0, 2.0, 3.0]),
            ([2.0, 1.0, 3.0], [1.0; 3], [1.5, 1.5, 3.0]),
            ([3.0, 2.0, 1.0], [1.0; 3], [2.0, 2.0, 2.0]),
            ([1.0, 3.0, 2.0], [1.0, 3.0, 1.0], [1.0, 2.75, 2.75]),
        ] {
            let pooled = not_decreasing(values, weights);
            assert!(
                pooled.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12),
                "{pooled:?} {expected:?}"
            );
        }
    }
}

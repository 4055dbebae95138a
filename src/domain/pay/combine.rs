//! Combining adjusted figures into quartiles. All on a logarithmic scale, where differences are ratios of pay.

use crate::domain::vocab::vocabulary;

vocabulary! {
    /// How figures are combined. The back-test compares them; [`super::band::METHOD`] is the best.
    Combine("way of combining") {
        /// Every figure is a distribution; the band is the quartiles of their weighted mixture.
        Pool = "pool",
        /// Weighted median of the centres, weighted average spread.
        Median = "median",
        /// Weighted average of the centres, weighted average spread.
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

/// Quartiles, in logarithms: p25, p50, p75.
pub type Quartiles = [f64; 3];

/// Combines points; `None` when there is none.
#[must_use]
pub fn combine(points: &[Point], how: Combine) -> Option<Quartiles> {
    let total: f64 = points.iter().map(|point| point.weight).sum();
    if points.is_empty() || total <= 0.0 {
        return None;
    }
    let mean = |value: &dyn Fn(&Point) -> f64| {
        points.iter().map(|point| value(point) * point.weight).sum::<f64>() / total
    };
    let around = |centre: f64| {
        // Disagreement between sources widens the band: half a quartile distance per standard deviation.
        let within = mean(&|point| point.spread);
        let between = mean(&|point| (point.centre - centre).powi(2)).sqrt() * 0.674_49;
        let spread = within.hypot(between);
        [centre - spread, centre, centre + spread]
    };
    Some(match how {
        Combine::Pool => [0.25, 0.5, 0.75].map(|share| mixture_quantile(points, total, share)),
        Combine::Median => around(weighted_median(points, total)),
        Combine::Mean => around(mean(&|point| point.centre)),
        Combine::Nearest => {
            let first = points
                .iter()
                .max_by(|a, b| a.weight.total_cmp(&b.weight).then_with(|| b.centre.total_cmp(&a.centre)))?;
            [first.centre - first.spread, first.centre, first.centre + first.spread]
        }
    })
}

/// The quantile of the weighted mixture of logistic distributions with these centres and spreads.
fn mixture_quantile(points: &[Point], total: f64, share: f64) -> f64 {
    // A logistic distribution has its quartiles at centre ± scale × ln 3.
    let below = |x: f64| {
        points
            .iter()
            .map(|point| {
                let scale = point.spread / LN_3;
                point.weight / (1.0 + ((point.centre - x) / scale).exp())
            })
            .sum::<f64>()
            / total
    };
    let ends = points.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| {
        (low.min(point.centre - 2.0 * point.spread), high.max(point.centre + 2.0 * point.spread))
    });
    let (mut low, mut high) = ends;
    // 40 halvings of a few units of logarithm: far below a cent.
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if below(middle) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
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
    fn one_figure_is_its_own_band() {
        for how in Combine::ALL {
            let [low, middle, high] = combine(&[point(10.0, 0.2, 3.0)], *how).unwrap();
            assert!(
                (low - 9.8).abs() < 1e-6 && (middle - 10.0).abs() < 1e-6 && (high - 10.2).abs() < 1e-6,
                "{how}"
            );
        }
        assert_eq!(combine(&[], Combine::Pool), None);
    }

    #[test]
    fn an_outlier_moves_the_pool_less_than_the_mean() {
        let points =
            [point(10.0, 0.1, 1.0), point(10.05, 0.1, 1.0), point(10.02, 0.1, 1.0), point(12.0, 0.1, 0.5)];
        let middle = |how| combine(&points, how).unwrap()[1];
        assert!(
            middle(Combine::Pool) < 10.1 && middle(Combine::Median) < 10.1 && middle(Combine::Mean) > 10.2
        );
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

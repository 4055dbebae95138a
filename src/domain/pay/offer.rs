//! Where an amount lies in a band.

#[cfg(test)]
use super::answer::Interval;
use super::answer::{BandView, Position};
use super::figure::Period;
use super::request::OfferRequest;
use crate::domain::rounding::{hundredths, to_float};

/// Pay of a full-time year, without the variable part.
///
/// Monthly pay counts as often as it is paid; a day is one of 260 paid days; `annual_hours` are the paid hours of a
/// full-time year.
#[must_use]
pub fn annual(offer: &OfferRequest, annual_hours: f64) -> f64 {
    paid(offer, annual_hours) / offer.fte
}

/// What is actually paid in a year, without the variable part.
///
/// Hours and days are paid for time worked, so the share of full time applies to them; other amounts are taken as stated
/// for that share.
#[must_use]
pub fn paid(offer: &OfferRequest, annual_hours: f64) -> f64 {
    let periods = match offer.period {
        Period::Month => offer.payments,
        Period::Day | Period::Hour => offer.period.per_year(annual_hours) * offer.fte,
        other => other.per_year(annual_hours),
    };
    offer.amount * periods
}

/// Percentile of an amount, 1 to 99. `minimum` is the legal minimum of a year: nobody is paid less, so the lowest quarter
/// of the market lies between it and the first quartile.
///
/// Exact at the quartiles; between them the logarithm of pay is interpolated against the logistic scale, outside them the
/// nearer half of the band is carried on.
#[must_use]
pub fn percentile(band: &BandView, amount: f64, minimum: Option<f64>) -> u32 {
    let [p25, p50, p75] = [band.p25, band.p50, band.p75].map(|amount| to_float(amount).ln());
    let x = amount.max(1.0).ln();
    let (low, high) = ((p50 - p25).max(1e-9), (p75 - p50).max(1e-9));
    // A half that the legal minimum has flattened cannot say how far below an amount lies: the other half does.
    let wide = low.max(high);
    let sound = |half: f64| if half < wide / 20.0 { wide } else { half };
    let side = if x < p50 { sound(low) } else { sound(high) };
    // The quartiles of the logistic scale lie at ±ln 3.
    let score = (x - p50) / side * 3.0_f64.ln();
    let share = 100.0 / (1.0 + (-score).exp());
    let share = match minimum.map(f64::ln).filter(|least| x < p25 && *least < p25) {
        Some(least) if x <= least => 0.0,
        Some(least) => share.min(25.0 * (x - least) / (p25 - least)),
        None => share,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let percentile = share.round().clamp(1.0, 99.0) as u32;
    percentile
}

/// Percentiles between which that of an amount lies, where the median lies between the ends of its interval: the lower
/// first.
#[must_use]
pub fn percentiles(band: &BandView, amount: f64, minimum: Option<f64>) -> [u32; 2] {
    // Were the median at the high end of its interval, the amount would rank lower.
    [band.interval.high, band.interval.low].map(|median| {
        let factor = to_float(median) / to_float(band.p50).max(1.0);
        percentile(band, amount / factor.max(1e-9), minimum.map(|least| least / factor.max(1e-9)))
    })
}

/// Annual pay over the median, to two decimals.
#[must_use]
pub fn compa_ratio(band: &BandView, amount: f64) -> f64 {
    hundredths(amount / to_float(band.p50))
}

/// Place between the quartiles, to two decimals; none when they coincide.
#[must_use]
pub fn range_penetration(band: &BandView, amount: f64) -> Option<f64> {
    let width = to_float(band.p75) - to_float(band.p25);
    (width > 0.0).then(|| hundredths((amount - to_float(band.p25)) / width))
}

/// Below, within or above the band.
#[must_use]
pub fn position(band: &BandView, amount: u64) -> Position {
    if amount < band.p25 {
        Position::Below
    } else if amount > band.p75 {
        Position::Above
    } else {
        Position::Within
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAND: BandView = BandView {
        p10: Some(21_000),
        p25: 24_000,
        p50: 28_000,
        p75: 33_000,
        p90: Some(38_000),
        interval: Interval { low: 26_000, high: 30_000 },
        derived: false,
        currency: "EUR",
        period: Period::Year,
        raised_to_legal_minimum: false,
    };

    #[test]
    fn quartiles_are_their_own_percentiles() {
        let at = |amount| percentile(&BAND, amount, None);
        assert_eq!([at(24_000.0), at(28_000.0), at(33_000.0)], [25, 50, 75]);
        assert!(at(26_000.0) > 25 && at(26_000.0) < 50 && at(1.0) == 1 && at(1e9) == 99);
        assert!((compa_ratio(&BAND, 28_000.0) - 1.0).abs() < 1e-12);
        assert_eq!(range_penetration(&BAND, 28_500.0), Some(0.5));
        let flat = BandView { p25: 28_000, ..BAND };
        assert!(percentile(&flat, 27_000.0, None) > 25, "just below a flattened half is not nothing");
        let with_minimum = |amount| percentile(&BAND, amount, Some(22_404.24));
        assert_eq!([with_minimum(20_000.0), with_minimum(22_404.0), with_minimum(24_000.0)], [1, 1, 25]);
        assert!(with_minimum(23_000.0) < 15 && with_minimum(23_900.0) > 20);
        assert_eq!(range_penetration(&BandView { p25: 33_000, ..BAND }, 33_000.0), None);
        let [low, high] = percentiles(&BAND, 28_000.0, None);
        assert!(low < 50 && high > 50 && low > 30 && high < 70, "{low} {high}");
    }
}

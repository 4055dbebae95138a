//! Where an amount lies in a band.

use super::answer::{BandView, Position};
use super::figure::Period;
use super::request::OfferRequest;

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
        Period::Month => f64::from(offer.payments),
        Period::Day | Period::Hour => offer.period.per_year(annual_hours) * offer.fte,
        other => other.per_year(annual_hours),
    };
    offer.amount * periods
}

/// Percentile of an amount, 1 to 99.
///
/// Exact at the quartiles; between them the logarithm of pay is interpolated against the logistic scale, outside them the
/// nearer half of the band is carried on.
#[must_use]
pub fn percentile(band: &BandView, amount: f64) -> u32 {
    let logit = |share: f64| (share / (1.0 - share)).ln();
    let [p25, p50, p75] = [band.p25, band.p50, band.p75].map(|amount| to_float(amount).ln());
    let x = amount.max(1.0).ln();
    let quartile = logit(0.75);
    let (low, high) = ((p50 - p25).max(1e-9), (p75 - p50).max(1e-9));
    // A half that the legal minimum has flattened cannot say how far below an amount lies: the other half does.
    let wide = low.max(high);
    let side = if x < p50 {
        if low < wide / 20.0 { wide } else { low }
    } else if high < wide / 20.0 {
        wide
    } else {
        high
    };
    let score = (x - p50) / side * quartile;
    let share = 100.0 / (1.0 + (-score).exp());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let percentile = share.round().clamp(1.0, 99.0) as u32;
    percentile
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

/// Rounds a statistic to two decimals.
#[must_use]
pub fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[expect(clippy::cast_precision_loss, reason = "pay is far below 2^52")]
const fn to_float(amount: u64) -> f64 {
    amount as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAND: BandView = BandView {
        p25: 24_000,
        p50: 28_000,
        p75: 33_000,
        currency: "EUR",
        period: Period::Year,
        raised_to_legal_minimum: false,
    };

    #[test]
    fn quartiles_are_their_own_percentiles() {
        let at = |amount| percentile(&BAND, amount);
        assert_eq!([at(24_000.0), at(28_000.0), at(33_000.0)], [25, 50, 75]);
        assert!(at(26_000.0) > 25 && at(26_000.0) < 50 && at(1.0) == 1 && at(1e9) == 99);
        assert!((compa_ratio(&BAND, 28_000.0) - 1.0).abs() < 1e-12);
        assert_eq!(range_penetration(&BAND, 28_500.0), Some(0.5));
        let flat = BandView { p25: 28_000, ..BAND };
        assert!(percentile(&flat, 27_000.0) > 25, "just below a flattened half is not nothing");
        assert_eq!(range_penetration(&BandView { p25: 33_000, ..BAND }, 33_000.0), None);
    }
}

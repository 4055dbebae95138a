//! Rounding, in one place: amounts to whole units once, at the end; shares and ratios to the decimals that are shown.

/// Rounds an amount to whole units; nothing below zero, nothing beyond what a float holds exactly.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "amounts of pay, clamped")]
#[must_use]
pub fn whole(amount: f64) -> u64 {
    amount.round().clamp(0.0, 1e15) as u64
}

/// An amount or a count to compute with.
#[expect(clippy::cast_precision_loss, reason = "pay and counts are far below 2^52")]
#[must_use]
pub const fn to_float(amount: u64) -> f64 {
    amount as f64
}

/// Rounds to one decimal.
#[must_use]
pub fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Rounds to two decimals.
#[must_use]
pub fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

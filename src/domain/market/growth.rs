//! Growth of pay between two windows of ads.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::build::Figures;
use super::scope::Scope;
use super::seen::Code;
use super::statistic::median;
use crate::domain::dated::Day;
use crate::domain::rounding::tenths;

/// Growth of pay between two windows: of one figure.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = MarketGrowth)]
pub struct Growth {
    /// Which ads.
    #[serde(flatten)]
    pub scope: Scope,
    /// Median before.
    pub before: u32,
    /// Median now.
    pub now: u32,
    /// Growth in percent, to a tenth.
    pub percent: f64,
}

/// Growth of pay between two windows, so that a change of who advertises is no growth of pay: the finest figures that both
/// windows have, and the median of their growths.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = MarketGrowths)]
pub struct Growths {
    /// Middle of the window before.
    #[schema(value_type = Option<String>, format = Date, required)]
    pub from: Option<Day>,
    /// Middle of the window now.
    #[schema(value_type = Option<String>, format = Date, required)]
    pub to: Option<Day>,
    /// Median of the growths in percent, to a tenth; null where no figure is in both windows.
    #[schema(required)]
    pub median: Option<f64>,
    /// The growths.
    pub figures: Vec<Growth>,
}

/// Compares two windows.
#[must_use]
pub fn growth(before: &Figures, now: &Figures) -> Growths {
    let medians: BTreeMap<Scope, (u32, Option<Code>)> = before
        .figures
        .iter()
        .filter_map(|item| Some((item.scope, (item.band?.p50, item.currency))))
        .collect();
    let mut figures: Vec<Growth> = now
        .figures
        .iter()
        .filter_map(|item| {
            let pay = item.band?;
            let (old, currency) = *medians.get(&item.scope)?;
            (currency == item.currency && old > 0).then(|| Growth {
                scope: item.scope,
                before: old,
                now: pay.p50,
                percent: tenths(100.0 * (f64::from(pay.p50) / f64::from(old) - 1.0)),
            })
        })
        .collect();
    // A figure that is made of finer ones which are there too says nothing more.
    let scopes: Vec<Scope> = figures.iter().map(|item| item.scope).collect();
    let coarse = |scope: &Scope| {
        scopes.iter().any(|other| {
            other != scope
                && (other.role, other.country) == (scope.role, scope.country)
                && (scope.level.is_none() || scope.level == other.level)
                && (scope.region.is_none() || scope.region == other.region)
        })
    };
    figures.retain(|item| !coarse(&item.scope));
    let all = figures.iter().map(|item| item.percent);
    let median = median(&mut all.collect::<Vec<f64>>());
    let between = |window: &Figures| {
        let (from, to) = (window.from?, window.to?);
        Some(from + (to - from) / 2)
    };
    Growths { from: between(before), to: between(now), median: median.map(tenths), figures }
}

//! What our roles pay relative to each other, from the countries that have figures of both.
//!
//! Each country gives one difference of medians with its own uncertainty; countries differ beyond that. The mean over
//! countries and the variance between them are those of a random-effects model (`DerSimonian` and Laird, 1986). What one
//! more country will show is as unsure as both together: that is the uncertainty a derived band carries. The ratios in
//! use stand in `data/pay/adjustments.csv`; a test compares them with these.

use serde::Serialize;
use utoipa::ToSchema;

use super::data::{AdjustmentKind, PayData};
use super::estimate::{Estimate, MEDIAN, estimate};
use super::job::Community;
use super::place::Site;
use super::select::{Cell, METHOD, Nearness, Without};
use crate::domain::rounding::hundredths;
use crate::domain::vocab::Role;

/// Pay of a role over pay of social media managers, as the figures give it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct FittedRatio {
    /// The role.
    pub role: Role,
    /// Countries that have figures of both roles.
    pub countries: Vec<String>,
    /// The ratio as the figures give it.
    pub ratio: f64,
    /// Standard deviation of its logarithm for one more country.
    pub uncertainty: f64,
    /// The ratio in use.
    #[schema(required)]
    pub ratio_in_use: Option<f64>,
    /// Its uncertainty.
    #[schema(required)]
    pub uncertainty_in_use: Option<f64>,
}

/// The ratios of the other roles to social media managers.
#[must_use]
pub fn fit_roles(data: &PayData) -> Vec<FittedRatio> {
    let at = data.observations.iter().map(|item| item.at).fold(0.0, f64::max);
    let own = |role: Role, country: &str| -> Option<Estimate> {
        let site = Site::new(country, None);
        let cell = Cell { role, community: Community::Brand, level: None, site, at };
        estimate(data, &cell, METHOD, Without::default())
            .filter(|found| found.used.iter().any(|used| used.role == Nearness::Own))
    };
    let roles = [Role::CommunityManager, Role::ContentManager];
    roles
        .into_iter()
        .filter_map(|role| {
            let pairs: Vec<(&str, f64, f64)> = data
                .countries()
                .filter_map(|country| {
                    let (role, base) = (own(role, country)?, own(Role::SocialMediaManager, country)?);
                    let difference = role.percentiles[MEDIAN] - base.percentiles[MEDIAN];
                    let variance =
                        role.uncertainty.deviation().powi(2) + base.uncertainty.deviation().powi(2);
                    Some((country, difference, variance))
                })
                .collect();
            let (mean, deviation) = random_effects(&pairs)?;
            let used = data.adjustment(AdjustmentKind::Role, role, None, "", None);
            Some(FittedRatio {
                role,
                countries: pairs.iter().map(|(country, ..)| (*country).to_owned()).collect(),
                ratio: hundredths(mean.exp()),
                uncertainty: hundredths(deviation),
                ratio_in_use: used.map(|item| item.ratio),
                uncertainty_in_use: used.map(|item| item.uncertainty),
            })
        })
        .collect()
}

/// Mean of differences with known variances, and how far one more will lie from it; none without any.
fn random_effects(pairs: &[(&str, f64, f64)]) -> Option<(f64, f64)> {
    if pairs.is_empty() {
        return None;
    }
    let mean = |weights: &[f64]| {
        let total: f64 = weights.iter().sum();
        let sum: f64 = pairs.iter().zip(weights).map(|((_, value, _), weight)| value * weight).sum();
        (sum / total, total)
    };
    let fixed: Vec<f64> = pairs.iter().map(|(.., variance)| 1.0 / variance.max(1e-9)).collect();
    let (centre, total) = mean(&fixed);
    let apart: f64 =
        pairs.iter().zip(&fixed).map(|((_, value, _), weight)| weight * (value - centre).powi(2)).sum();
    let squares: f64 = fixed.iter().map(|weight| weight * weight).sum();
    let count = crate::domain::rounding::to_float(pairs.len() as u64);
    let between = ((apart - (count - 1.0)) / (total - squares / total).max(1e-9)).max(0.0);
    let random: Vec<f64> = pairs.iter().map(|(.., variance)| 1.0 / (variance + between)).collect();
    let (centre, total) = mean(&random);
    Some((centre, (between + 1.0 / total).sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_that_agree_leave_the_error_of_the_mean_and_others_more() {
        let agree = [("A", 0.1, 0.01), ("B", 0.1, 0.01), ("C", 0.1, 0.01), ("D", 0.1, 0.01)];
        let (mean, deviation) = random_effects(&agree).unwrap();
        assert!((mean - 0.1).abs() < 1e-12 && (deviation - 0.05).abs() < 1e-9, "{mean} {deviation}");
        let differ = [("A", -0.4, 0.0001), ("B", 0.6, 0.0001)];
        let (mean, deviation) = random_effects(&differ).unwrap();
        assert!((mean - 0.1).abs() < 1e-9 && deviation > 0.7, "{mean} {deviation}");
        assert_eq!(random_effects(&[]), None);
    }
}

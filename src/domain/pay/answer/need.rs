//! Pay in recommendations and comparisons: of positions, of a budget, of two roles.

use serde::Serialize;
use utoipa::ToSchema;

use super::band::{AgreementView, BandView, Component, HoldsFor, LegalMinimum, Said};
use super::cost::CostRange;
use crate::domain::money::Money;
use crate::domain::pay::grade::BandGrade;
use crate::domain::pay::job::Job;
use crate::domain::vocab::{Level, vocabulary};

/// Pay and cost of one position of a recommendation, for one person.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PositionPay<'c> {
    /// The role, or `hybrid`.
    pub role: Job,
    /// The level.
    pub level: Level,
    /// How many people.
    pub count: u32,
    /// Share of full time at which each is priced, in percent.
    pub fte_percent: u32,
    /// The market band; null when the evidence is insufficient.
    #[schema(required)]
    pub band: Option<BandView>,
    /// How far it can be relied on.
    pub grade: BandGrade,
    /// What one person costs the employer a year; null where that cannot be said.
    #[schema(required)]
    pub employer_cost: Option<CostRange>,
    /// The collective agreement of the profile.
    #[schema(required)]
    pub agreement: Option<AgreementView<'c>>,
    /// What to know first.
    pub alerts: Vec<Said>,
    /// Where the band and its evidence are.
    pub band_href: String,
}

/// The pay that a budget makes possible for whoever is recommended.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Purchase {
    /// The role, or `hybrid`; of several people the first.
    pub role: Job,
    /// The level.
    pub level: Level,
    /// Share of full time, in percent.
    pub fte_percent: u32,
    /// The largest whole gross a year whose cost does not exceed the budget; of several people that of the first, everybody
    /// being paid as far from the median of their post.
    pub gross: Money,
    /// What the employer pays, of several people for all.
    pub employer_cost: Money,
    /// How far the gross lies from the median of the market, in percent of it; null where no band is known.
    #[schema(required)]
    pub to_median_percent: Option<f64>,
    /// Whether it reaches the legal minimum.
    pub lawful: bool,
    /// How many people it is shared among.
    pub people: u32,
    /// In words.
    pub text: String,
}

vocabulary! {
    /// What else fits a budget.
    BudgetOptionKind("option of a budget") {
        /// One person at the median of the market.
        OneAtMedian = "one-at-median",
        /// Both roles, with beginners.
        BothJunior = "both-junior",
        /// A part of the post.
        PartTime = "part-time",
        /// An apprentice.
        Apprentice = "apprentice",
        /// A freelancer.
        Freelance = "freelance",
        /// An agency.
        Agency = "agency",
    }
}

/// Something else that fits a budget.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BudgetOption {
    /// What it is.
    pub kind: BudgetOptionKind,
    /// What it is and what it costs, in words.
    pub text: String,
    /// What it costs a year.
    pub cost: Money,
    /// What is given up.
    pub gives_up: String,
}

/// What a budget buys.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WhatBudgetBuys {
    /// The pay of whoever is recommended; null where the budget pays for none.
    #[schema(required)]
    pub purchase: Option<Purchase>,
    /// What else fits, at most three.
    pub options: Vec<BudgetOption>,
    /// Where nothing fits: what would.
    #[schema(required)]
    pub nothing: Option<String>,
    /// The smallest budget at which the whole recommendation holds, everybody at the low end of the market; null where it
    /// cannot be priced.
    #[schema(required)]
    pub smallest: Option<Money>,
    /// How many people that is.
    pub people: u32,
}

/// Pay and cost of a recommendation.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PaySummary<'c> {
    /// ISO 3166-1 country.
    pub country: &'static str,
    /// ISO 3166-2 region.
    #[schema(required)]
    pub region: Option<&'static str>,
    /// One entry a position, in order of hiring.
    pub positions: Vec<PositionPay<'c>>,
    /// What all people together cost a year; null where a position cannot be priced.
    #[schema(required)]
    pub total: Option<CostRange>,
    /// Whether the cost parameters are those of the last verified day.
    pub provisional: bool,
    /// What was assumed, and what is missing.
    pub notes: Vec<Said>,
}

/// Pay of roles side by side.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayComparison<'c> {
    /// The place that the bands are of.
    pub holds_for: HoldsFor,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region.
    #[schema(required)]
    pub region: Option<String>,
    /// Level by level, then all levels together.
    pub levels: Vec<LevelComparison>,
    /// How to read it.
    pub note: String,
    /// Where sources disagree on pay.
    pub disagreements: Vec<crate::domain::cite::DisagreementView<'c>>,
    /// The legal minimum; null when none is known.
    #[schema(required)]
    pub legal_minimum: Option<LegalMinimum<'c>>,
}

/// Pay of roles at one level.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LevelComparison {
    /// The level; null is all levels together.
    #[schema(required)]
    pub level: Option<Level>,
    /// The band of each role.
    pub bands: Vec<Component>,
    /// Median of the second role over that of the first, in percent more or less; null where one is insufficient.
    #[schema(required)]
    pub gap_percent: Option<f64>,
}

//! What a post costs its employer.

use serde::Serialize;
use utoipa::ToSchema;

use super::band::{AgreementView, LegalMinimum, Said};
use crate::domain::cite::Meta;
use crate::domain::dated::Day;
use crate::domain::money::Money;
use crate::domain::next::Outline;
use crate::domain::pay::cost::parameter::CostGroup;
use crate::domain::pay::request::{Basis, CostRequest};
use crate::domain::text::Phrase;
use crate::domain::vocab::{Grade, vocabulary};

vocabulary! {
    /// Who bears a contribution.
    Payer("payer") {
        /// On top of pay.
        Employer = "employer",
        /// Out of pay.
        Employee = "employee",
    }
}

/// One contribution.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CostItem<'c> {
    /// Id of the contribution in `data/employer-cost/parameters.csv`.
    pub id: &'c str,
    /// Its name.
    pub label: Phrase<'c>,
    /// Who bears it.
    pub payer: Payer,
    /// What it pays for.
    pub group: CostGroup,
    /// Rate in percent; null for amounts.
    #[schema(required)]
    pub rate_percent: Option<f64>,
    /// What the rate applies to, whole units a year; null for amounts.
    #[schema(required)]
    pub base: Option<u64>,
    /// Whole units a year; negative for a reduction.
    pub amount: i64,
    /// Who publishes the rate.
    pub source: &'c str,
    /// How far it can be relied on.
    pub confidence: Grade,
    /// What to know about the contribution: how it is estimated, what it leaves out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Phrase<'c>>,
}

vocabulary! {
    /// Another way to have the work done.
    AlternativeKind("alternative") {
        /// An apprentice.
        Apprentice = "apprentice",
        /// A freelancer.
        Freelance = "freelance",
        /// An agency.
        Agency = "agency",
    }
}

/// Another way to have the work done, and what it costs a year.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Alternative<'c> {
    /// Which.
    pub kind: AlternativeKind,
    /// Least cost of a year; null where nothing is published and nothing was given.
    #[schema(required)]
    pub low: Option<Money>,
    /// Greatest cost of a year; the same where it is computed from what was given.
    #[schema(required)]
    pub high: Option<Money>,
    /// Whether it rests on what was asked, or on published figures and our assumptions.
    pub given: bool,
    /// How far it can be relied on.
    pub confidence: Grade,
    /// How it is reached.
    pub notes: Vec<String>,
    /// What stands behind it.
    pub sources: Vec<&'c str>,
}

/// What a person costs.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EmployerCost<'c> {
    /// What it says first.
    #[serde(flatten)]
    pub outline: Outline,
    /// The question as it was understood.
    pub input: CostRequest,
    /// What comes first: provisional values, pay below a minimum.
    pub alerts: Vec<Said>,
    /// Whether the values are those of the last verified day because the day asked for lies after it.
    pub provisional: bool,
    /// From what it is reckoned: the gross pay, a budget or a net pay.
    pub basis: Basis,
    /// Gross pay of the year: as given, the largest whole one that the budget pays for, or the smallest that leaves the net.
    pub gross: Money,
    /// What the employer pays in all.
    pub employer_cost: Money,
    /// What is left of the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Money>,
    /// What the employee receives before income tax; null where the employee's contributions are not known.
    #[schema(required)]
    pub net_before_tax: Option<Money>,
    /// Employer's contributions less reductions.
    pub employer_contributions: i64,
    /// Employer cost over gross pay.
    pub ratio: f64,
    /// Every contribution; the employer's add up to the cost less the gross, the employee's to the gross less the net.
    pub items: Vec<CostItem<'c>>,
    /// What was assumed.
    pub assumptions: Vec<Said>,
    /// What is not counted.
    pub missing: Vec<Phrase<'c>>,
    /// How far the result can be relied on.
    pub confidence: Grade,
    /// What it covers.
    #[schema(required)]
    pub scope: Option<Phrase<'c>>,
    /// Last day for which the values are known to hold.
    #[schema(value_type = String, format = Date)]
    pub verified_until: Day,
    /// The legal minimum of a full-time year; null when none is known.
    #[schema(required)]
    pub legal_minimum: Option<LegalMinimum<'c>>,
    /// The collective agreement asked for.
    #[schema(required)]
    pub agreement: Option<AgreementView<'c>>,
    /// Fee a day at which a freelancer costs as much as this person; null where the days are not known.
    #[schema(required)]
    pub break_even_day_rate: Option<Money>,
    /// Other ways to have the work done.
    pub alternatives: Vec<Alternative<'c>>,
    /// How to read it.
    pub note: String,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// What something costs a year: low, middle and high pay with the employer's contributions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct CostRange {
    /// At the first quartile of the band.
    pub low: u64,
    /// At the median.
    pub mid: u64,
    /// At the third quartile.
    pub high: u64,
    /// ISO 4217 currency.
    pub currency: &'static str,
}

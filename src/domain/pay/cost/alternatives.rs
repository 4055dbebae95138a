//! Other ways to have the work done in France and elsewhere: apprentice, freelancer, agency.

use super::compute::Situation;
use super::parameter::{ApprenticeRule, Book, CostData, RuleKind};
use crate::domain::dated::Day;

/// An apprentice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apprentice {
    /// Age in years.
    pub age: u32,
    /// Level of the degree prepared: 4 (baccalauréat or below), 5, 6, 7 (master's).
    pub degree: u32,
    /// Year of the contract, 1 to 3.
    pub year: u32,
}

/// The least pay of apprentices of some ages in a year of the contract.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GridRow {
    /// Youngest and oldest age.
    pub ages: (Option<u32>, Option<u32>),
    /// Year of the contract.
    pub year: u32,
    /// Percent of the legal minimum.
    pub percent: f64,
    /// Gross a month, rounded up to the whole unit.
    pub monthly: f64,
}

/// The least pay of apprentices by age and year, the youngest first; nothing where no rules are known.
#[must_use]
pub fn pay_grid(data: &CostData, book: &Book<'_>) -> Vec<GridRow> {
    if book.minimum_annual() <= 0.0 {
        return Vec::new();
    }
    let rules = data.apprenticeship.iter();
    let rules = rules.filter(|rule| rule.kind == RuleKind::Pay && rule.validity.contains(book.day));
    let mut rows: Vec<GridRow> = rules
        .filter_map(|rule| {
            Some(GridRow {
                ages: (rule.age_from, rule.age_to),
                year: rule.year?,
                percent: rule.value,
                monthly: (book.minimum_annual() / 12.0 * rule.value / 100.0).ceil(),
            })
        })
        .collect();
    rows.sort_by_key(|row| (row.ages.0, row.year));
    rows
}

/// What an apprentice costs in a year.
#[derive(Clone, Debug)]
pub struct ApprenticeCost<'d> {
    /// Gross pay of the year at the legal least.
    pub gross: f64,
    /// Percent of the legal minimum.
    pub percent: f64,
    /// Employer's contributions less the reduction.
    pub contributions: f64,
    /// Share of the training cost, in the first year.
    pub participation: f64,
    /// Aid, in the first year.
    pub aid: f64,
    /// What the employer pays in all.
    pub cost: f64,
    /// The oldest age at which an apprenticeship begins, and the one in the cases that the law lists.
    pub age_limits: Option<(f64, f64)>,
    /// Whether the aid hangs on a quota of work-study staff: that of large employers does.
    pub quota: bool,
    /// Rules that were applied.
    pub rules: Vec<&'d ApprenticeRule>,
}

/// The cost of an apprentice's year at the least that must be paid; `None` where no rule gives the pay.
#[must_use]
pub fn apprentice<'d>(
    data: &'d CostData,
    book: &Book<'_>,
    who: Apprentice,
    situation: &Situation<'_>,
) -> Option<ApprenticeCost<'d>> {
    let within = |value: u32, from: Option<u32>, to: Option<u32>| {
        from.is_none_or(|from| value >= from) && to.is_none_or(|to| value <= to)
    };
    let rule = |kind: RuleKind, day: Day| {
        data.apprenticeship.iter().find(|rule| {
            rule.kind == kind
                && rule.validity.contains(day)
                && within(who.age, rule.age_from, rule.age_to)
                && rule.year.is_none_or(|year| year == who.year)
                && within(who.degree, rule.degree_from, rule.degree_to)
                && within(situation.headcount, rule.headcount_from, rule.headcount_to)
        })
    };
    let pay = rule(RuleKind::Pay, book.day)?;
    // Monthly pay is rounded up to a whole euro, as the official model does.
    let monthly = (book.minimum_annual() / 12.0 * pay.value / 100.0).ceil();
    let gross = monthly * 12.0;
    let breakdown =
        book.breakdown(&Situation { gross, fte: 1.0, executive: false, apprentice: true, ..*situation });
    let first = who.year == 1;
    let participation = rule(RuleKind::Participation, book.day).filter(|_| first);
    let aid = rule(RuleKind::Aid, book.day).filter(|_| first);
    let amount = |rule: Option<&ApprenticeRule>| rule.map_or(0.0, |rule| rule.value);
    let contributions = breakdown.employer_cost - gross;
    Some(ApprenticeCost {
        gross,
        percent: pay.value,
        contributions,
        participation: amount(participation),
        aid: amount(aid),
        cost: breakdown.employer_cost + amount(participation) - amount(aid),
        age_limits: rule(RuleKind::AgeLimit, book.day)
            .zip(rule(RuleKind::AgeLimitException, book.day))
            .map(|(limit, exception)| (limit.value, exception.value)),
        quota: aid.is_some_and(|aid| aid.headcount_from.is_some()),
        rules: [Some(pay), participation, aid].into_iter().flatten().collect(),
    })
}

//! From pay to cost and net, in unrounded amounts; rounding happens once, in the answer.

use crate::domain::pay::country::CostModel;

use super::parameter::{Base, Book, CostOption, EmployerKind, Parameter, Reduction, Side, Unit};

/// Whose cost is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Situation<'a> {
    /// ISO 3166-2 region of the workplace.
    pub region: Option<&'a str>,
    /// Gross pay actually paid in a year, variable part included.
    pub gross: f64,
    /// Share of full time, above 0, at most 1.
    pub fte: f64,
    /// Employees of the company.
    pub headcount: u32,
    /// Executive status (cadre).
    pub executive: bool,
    /// Local transport levy, in percent.
    pub mobility_rate: f64,
    /// Accident insurance rate, in percent; none is the average.
    pub accident_rate: Option<f64>,
    /// Health cover a month, employer and employee together; none is the model's.
    pub health_cover: Option<f64>,
    /// What kind of employer it is.
    pub employer: EmployerKind,
    /// Age of the person, for contributions that go by age.
    pub age: u32,
    /// What is counted on top of the gross pay.
    pub options: &'a [CostOption],
    /// An apprentice of a company of fewer than eleven owes neither training nor apprenticeship taxes.
    pub apprentice: bool,
}

/// One contribution.
#[derive(Clone, Copy, Debug)]
pub struct Line<'d> {
    /// The parameter; none for the French health cover and the reductions, see `kind`.
    pub parameter: Option<&'d Parameter>,
    /// What it is.
    pub kind: LineKind,
    /// Who bears it.
    pub side: Side,
    /// Percent, for the reduction its coefficient in percent; none for amounts.
    pub rate: Option<f64>,
    /// Amount a year that the rate applies to.
    pub base: f64,
    /// Amount a year; negative for a reduction.
    pub amount: f64,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A contribution with a parameter.
    Contribution,
    /// Health cover (France).
    HealthCover,
    /// Reduction on low pay (France, RGDU).
    Reduction,
    /// What a non-profit's payroll tax is relieved of (France).
    PayrollTaxRelief,
}

/// Cost and net, item by item.
#[derive(Clone, Debug)]
pub struct Breakdown<'d> {
    /// The contributions.
    pub lines: Vec<Line<'d>>,
    /// Pay and the employer's contributions.
    pub employer_cost: f64,
    /// Pay less the employee's contributions; none where those are not known.
    pub net_before_tax: Option<f64>,
}

const ACCIDENT: &str = "fr-er-accident";
const MOBILITY: &str = "fr-er-mobility";
const PROVIDENT: &str = "fr-er-provident-executive";
/// Not due for the apprentices of companies of fewer than eleven.
const APPRENTICE_EXEMPT: [&str; 4] = [
    "fr-er-training-small",
    "fr-er-apprenticeship-tax-main",
    "fr-er-apprenticeship-tax-balance",
    "fr-er-apprenticeship-tax-alsace-moselle",
];
/// Share of the minimum wage that an employer of more than ten leaves out of the payroll tax of an apprentice; smaller
/// ones owe none.
const APPRENTICE_PAYROLL_TAX: f64 = 0.11;

impl<'d> Book<'d> {
    fn due(parameter: &Parameter, situation: &Situation<'_>, unit: f64) -> bool {
        let there = parameter.regions.is_empty()
            || situation.region.is_some_and(|region| parameter.regions.iter().any(|known| known == region))
                != parameter.except;
        parameter.headcount_from.is_none_or(|from| situation.headcount >= from)
            && parameter.headcount_to.is_none_or(|to| situation.headcount <= to)
            && parameter.executive.is_none_or(|only| only == situation.executive)
            && parameter.over.is_none_or(|over| situation.gross > over * unit)
            && parameter.under.is_none_or(|under| situation.gross <= under * unit)
            && parameter.ages.0.is_none_or(|from| situation.age >= from)
            && parameter.ages.1.is_none_or(|to| situation.age <= to)
            && parameter.employer.is_none_or(|only| only == situation.employer)
            && parameter.option.is_none_or(|(option, wanted)| situation.options.contains(&option) == wanted)
            && there
    }

    /// Whether a parameter without amounts, a missing one, concerns a situation.
    #[must_use]
    pub fn applies(parameter: &Parameter, situation: &Situation<'_>) -> bool {
        Self::due(parameter, situation, 1.0)
    }

    /// Days at work of a full-time employee in a year, where known.
    #[must_use]
    pub const fn present_days(&self) -> Option<f64> {
        self.values.present_days
    }

    /// Every contribution on a year's pay.
    #[must_use]
    pub fn breakdown(&self, situation: &Situation<'_>) -> Breakdown<'d> {
        let mut lines = Vec::with_capacity(self.parameters.len() + 3);
        let (employer_cost, net_before_tax) = self.each(situation, |line| lines.push(line));
        Breakdown { lines, employer_cost, net_before_tax }
    }

    /// The largest share of full time, in whole percent, that a cost pays for at a full-time gross: no more is gained by
    /// dividing, since small posts bear lower contributions. Nothing where not even one percent is paid for.
    #[must_use]
    pub fn share_within(&self, situation: &Situation<'_>, full_time_gross: f64, most: f64) -> u32 {
        let cost = |percent: u32| {
            let fte = f64::from(percent) / 100.0;
            self.totals(&Situation { gross: full_time_gross * fte, fte, ..*situation }).0
        };
        (1..=100).rev().find(|percent| cost(*percent) <= most).unwrap_or(0)
    }

    /// Cost and net alone, as a breakdown has them.
    #[must_use]
    pub fn totals(&self, situation: &Situation<'_>) -> (f64, Option<f64>) {
        self.each(situation, |_| {})
    }

    /// Visits every contribution; returns cost and net.
    fn each(&self, situation: &Situation<'_>, mut visit: impl FnMut(Line<'d>)) -> (f64, Option<f64>) {
        let gross = situation.gross;
        let france = self.terms.model == CostModel::France;
        // A part-time employee has that part of the ceiling.
        let ceiling = self.values.ceiling.map_or(0.0, |ceiling| ceiling * situation.fte);
        // The model counts executives' provident cover on the whole ceiling, part time or not.
        let provident_ceiling = self.values.ceiling.unwrap_or(0.0);
        let (health_employer, health_employee) = if france {
            let annual = situation.health_cover.map_or(self.values.health_annual, |monthly| monthly * 12.0);
            let employer = annual * self.values.health_employer_share;
            (employer, annual - employer)
        } else {
            (0.0, 0.0)
        };
        let provident = self
            .parameters
            .iter()
            .find(|item| item.id == PROVIDENT && Self::due(item, situation, ceiling))
            .map_or(0.0, |item| item.rate.unwrap_or(0.0) / 100.0 * slice(item, gross, provident_ceiling));
        let covers = health_employer + provident;
        let csg = {
            let capped = gross.min(4.0 * ceiling);
            (1.0 - self.values.csg_abatement) * capped + (gross - capped) + covers
        };
        let taxed = match situation.apprentice {
            false => gross + covers,
            true if situation.headcount <= 10 => 0.0,
            true => (gross + covers - APPRENTICE_PAYROLL_TAX * self.minimum_annual()).max(0.0),
        };
        let mut payroll_tax = 0.0;
        let mut employer = 0.0;
        let mut employee = 0.0;
        let mut employee_known = false;
        for parameter in &self.parameters {
            let side = parameter.side;
            if !matches!(side, Side::Employer | Side::Employee) {
                continue;
            }
            let unit = if parameter.unit == Some(Unit::Ceiling) { ceiling } else { 1.0 };
            if !Self::due(parameter, situation, unit) {
                continue;
            }
            if situation.apprentice
                && situation.headcount < 11
                && APPRENTICE_EXEMPT.contains(&parameter.id.as_str())
            {
                continue;
            }
            let rate = match parameter.id.as_str() {
                ACCIDENT => situation.accident_rate.or(parameter.rate).unwrap_or(0.0),
                MOBILITY => situation.mobility_rate,
                _ => parameter.rate.unwrap_or(0.0),
            };
            let base = match parameter.base {
                Some(Base::Slice) if parameter.id == PROVIDENT => slice(parameter, gross, provident_ceiling),
                Some(Base::Slice) => slice(parameter, gross, ceiling),
                Some(Base::Csg) => csg,
                Some(Base::Health) => covers,
                Some(Base::PayrollTax) => slice(parameter, taxed, 1.0),
                Some(Base::Gross) | None => gross,
            };
            let amount = base * rate / 100.0;
            if parameter.base == Some(Base::PayrollTax) {
                payroll_tax += amount;
            }
            employee_known |= side == Side::Employee;
            if amount == 0.0 {
                continue;
            }
            *(if side == Side::Employer { &mut employer } else { &mut employee }) += amount;
            let kind = LineKind::Contribution;
            visit(Line { parameter: Some(*parameter), kind, side, rate: Some(rate), base, amount });
        }
        let mut extra = |kind, side, rate, base, amount: f64| {
            if amount != 0.0 {
                *(if side == Side::Employer { &mut employer } else { &mut employee }) += amount;
                visit(Line { parameter: None, kind, side, rate, base, amount });
            }
        };
        extra(LineKind::HealthCover, Side::Employer, None, gross, health_employer);
        extra(LineKind::HealthCover, Side::Employee, None, gross, health_employee);
        if let Some(relief) = self.values.payroll_tax.filter(|_| payroll_tax > 0.0) {
            // The whole employer's tax, as if everybody were paid the same, and this person's part of it.
            let people = f64::from(situation.headcount);
            let due = relief.due(payroll_tax * people) / people;
            extra(LineKind::PayrollTaxRelief, Side::Employer, None, gross, due - payroll_tax);
        }
        if let Some(reduction) = self.values.reduction.filter(|_| france) {
            let coefficient = reduction.coefficient(gross, situation);
            extra(
                LineKind::Reduction,
                Side::Employer,
                Some(coefficient * 100.0),
                gross,
                -coefficient * gross,
            );
        }
        (gross + employer, employee_known.then_some(gross - employee))
    }

    /// Gross pay of a full-time year at the French minimum, as the model counts it.
    #[must_use]
    pub fn minimum_annual(&self) -> f64 {
        self.values.minimum_hourly * self.values.minimum_hours
    }
}

impl Reduction {
    /// `min(T, Tmin + Tdelta × (½ (3 × reference / gross − 1))^P)`, rounded; nothing from three reference minima on.
    fn coefficient(&self, gross: f64, situation: &Situation<'_>) -> f64 {
        let reference = self.reference * situation.fte;
        if gross <= 0.0 || gross >= self.exit * reference {
            return 0.0;
        }
        let delta = if situation.headcount < 50 { self.small } else { self.large };
        let ratio = 0.5 * (self.exit * reference / gross - 1.0);
        let coefficient = (self.least + delta * ratio.powf(self.power)).min(self.least + delta);
        let scale = 10_f64.powf(self.decimals);
        (coefficient * scale).round() / scale
    }
}

fn slice(parameter: &Parameter, gross: f64, ceiling: f64) -> f64 {
    let unit = if parameter.unit == Some(Unit::Ceiling) { ceiling } else { 1.0 };
    let lower = parameter.lower.unwrap_or(0.0) * unit;
    let upper = parameter.upper.map_or(f64::INFINITY, |upper| upper * unit);
    (gross.min(upper) - lower).max(0.0)
}

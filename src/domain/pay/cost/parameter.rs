//! Dated parameters, and which of them are in force.

use crate::domain::dated::{Day, Validity};
use crate::domain::pay::country::{CostTerms, Country};
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, vocabulary};

vocabulary! {
    /// What a contribution pays for.
    CostGroup("group of contributions") {
        /// Pensions, basic and complementary.
        Retirement = "retirement",
        /// Sickness, accidents, disability, care, provident cover.
        Health = "health",
        /// Unemployment, insolvency of the employer, finding work again.
        Unemployment = "unemployment",
        /// Family, housing, training, transport, taxes, and contributions that pay for several things.
        Other = "other",
        /// What is taken off them.
        Reduction = "reduction",
    }
}

vocabulary! {
    /// Who bears a contribution, or what else a row is.
    Side("side") {
        /// The employer pays it on top of pay.
        Employer = "employer",
        /// It is taken from pay.
        Employee = "employee",
        /// A value that formulas use.
        Value = "value",
        /// Something that is not counted.
        Missing = "missing",
    }
}

vocabulary! {
    /// What a rate applies to.
    Base("base") {
        /// All pay.
        Gross = "gross",
        /// The part of pay between two bounds.
        Slice = "slice",
        /// The base of the French social levies CSG and CRDS.
        Csg = "csg",
        /// The employer's health and provident cover.
        Health = "health",
        /// The base of the French payroll tax: all pay and the employer's cover; a slice of it where bounds are given.
        PayrollTax = "payroll-tax",
    }
}

vocabulary! {
    /// What bounds are counted in.
    Unit("unit") {
        /// Amounts a year.
        Currency = "currency",
        /// Multiples of the country's ceiling.
        Ceiling = "ceiling",
    }
}

vocabulary! {
    /// What kind of employer it is.
    EmployerKind("kind of employer") {
        /// A company.
        Company = "company",
        /// A non-profit association, outside value-added tax.
        Association = "association",
        /// A public body.
        Public = "public",
    }
}

vocabulary! {
    /// What a question can ask to be counted on top of the gross pay.
    CostOption("option of cost") {
        /// Holiday pay on top of twelve months.
        HolidayPay = "holiday-pay",
        /// A thirteenth month.
        ThirteenthMonth = "thirteenth-month",
    }
}

/// One dated parameter (`data/employer-cost/parameters.csv`).
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Stable id.
    pub id: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// Who bears it.
    pub side: Side,
    /// What it pays for.
    pub group: CostGroup,
    /// Its name.
    pub label: Text,
    /// Percent, or the value itself.
    pub rate: Option<f64>,
    /// What it applies to.
    pub base: Option<Base>,
    /// Lower bound of the slice.
    pub lower: Option<f64>,
    /// Upper bound of the slice.
    pub upper: Option<f64>,
    /// What bounds are counted in.
    pub unit: Option<Unit>,
    /// Smallest headcount for which it is due.
    pub headcount_from: Option<u32>,
    /// Largest headcount for which it is due.
    pub headcount_to: Option<u32>,
    /// Due for executives only, or for others only.
    pub executive: Option<bool>,
    /// Regions where it is due, or is not.
    pub regions: Vec<String>,
    /// Whether `regions` are those where it is not due.
    pub except: bool,
    /// Due only when pay exceeds this.
    pub over: Option<f64>,
    /// Due only when pay does not exceed this.
    pub under: Option<f64>,
    /// Youngest and oldest age for which it is due.
    pub ages: (Option<u32>, Option<u32>),
    /// The only kind of employer that it concerns.
    pub employer: Option<EmployerKind>,
    /// Due only where a question asks for this, or does not.
    pub option: Option<(CostOption, bool)>,
    /// The best grade of an answer that it concerns: what is missing there matters.
    pub grade: Option<Grade>,
    /// When it is in force.
    pub validity: Validity,
    /// Who publishes it.
    pub source: String,
    /// How far it can be relied on.
    pub confidence: Grade,
    /// What to know about the parameter: how it is estimated, what it leaves out.
    pub note: Option<Text>,
}

/// A local transport levy (`data/employer-cost/mobility.csv`).
#[derive(Clone, Debug)]
pub struct Mobility {
    /// Stable id.
    pub id: String,
    /// ISO 3166-2 region.
    pub region: String,
    /// A larger region that has no levy of its own and is shown with this one, and the name to show beside it: Paris for
    /// the whole of Île-de-France.
    pub stands_for: Option<(String, String)>,
    /// Percent of pay.
    pub rate: f64,
    /// First day in force.
    pub valid_from: Day,
    /// Who publishes it.
    pub source: String,
    /// What to know about the levy.
    pub note: Option<Text>,
}

/// Why no cost can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCovered {
    /// No parameters for the country; those that have some.
    Country {
        /// Countries covered.
        covered: Vec<String>,
    },
    /// A net pay is given, and the employee's contributions are not known.
    Net,
    /// A budget is given that pays for nothing.
    Budget,
    /// The day lies before the first covered one.
    TooEarly {
        /// First day covered.
        from: Day,
    },
    /// The day lies more than twelve months after the last verified one.
    TooLate {
        /// Last verified day.
        verified_until: Day,
        /// Last day answered.
        answered_until: Day,
    },
}

vocabulary! {
    /// What a rule of apprenticeship is about.
    RuleKind("kind of apprenticeship rule") {
        /// Least pay, in percent of the legal minimum.
        Pay = "pay",
        /// Aid of the first year.
        Aid = "aid",
        /// Aid of the first year for an apprentice with a recognised disability.
        AidDisability = "aid-disability",
        /// Share of the training cost, once a contract.
        Participation = "participation",
        /// Pay up to which the apprentice owes no contributions.
        EmployeeExempt = "employee-exempt",
        /// Oldest age at which an apprenticeship begins.
        AgeLimit = "age-limit",
        /// Oldest age in the cases that the law lists.
        AgeLimitException = "age-limit-exception",
    }
}

/// One rule of apprenticeship (`data/employer-cost/apprenticeship.csv`).
#[derive(Clone, Debug)]
pub struct ApprenticeRule {
    /// Stable id.
    pub id: String,
    /// What it is about.
    pub kind: RuleKind,
    /// Youngest age.
    pub age_from: Option<u32>,
    /// Oldest age.
    pub age_to: Option<u32>,
    /// Year of the contract.
    pub year: Option<u32>,
    /// Lowest level of the degree prepared (French framework, 4 to 7).
    pub degree_from: Option<u32>,
    /// Highest level.
    pub degree_to: Option<u32>,
    /// Smallest headcount.
    pub headcount_from: Option<u32>,
    /// Largest headcount.
    pub headcount_to: Option<u32>,
    /// The value, in `unit`.
    pub value: f64,
    /// `percent-of-minimum` or a currency.
    pub unit: String,
    /// When it is in force.
    pub validity: Validity,
    /// Who publishes it.
    pub source: String,
    /// Its name.
    pub label: Text,
}

/// Parameters of all countries.
#[derive(Clone, Debug, Default)]
pub struct CostData {
    /// Contributions and values, by country, employer's first.
    pub parameters: Vec<Parameter>,
    /// Local transport levies.
    pub mobility: Vec<Mobility>,
    /// Rules of French apprenticeship.
    pub apprenticeship: Vec<ApprenticeRule>,
}

/// The parameters in force in one country on one day.
#[derive(Clone, Debug)]
pub struct Book<'d> {
    /// The country.
    pub country: &'d Country,
    /// How its cost is reckoned.
    pub terms: &'d CostTerms,
    /// Day for which they are in force: the day asked for, or the last verified one.
    pub day: Day,
    /// Whether the day asked for lies after the last verified one.
    pub provisional: bool,
    /// The parameters, employer's first.
    pub parameters: Vec<&'d Parameter>,
    pub(super) values: Values,
}

/// Values that the French formulas use, and the ceiling of any country.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Values {
    pub(super) ceiling: Option<f64>,
    pub(super) minimum_hourly: f64,
    pub(super) minimum_hours: f64,
    pub(super) health_annual: f64,
    pub(super) health_employer_share: f64,
    pub(super) csg_abatement: f64,
    pub(super) present_days: Option<f64>,
    pub(super) payroll_tax: Option<PayrollTax>,
    pub(super) reduction: Option<Reduction>,
}

/// What an employer's whole payroll tax is relieved of.
#[derive(Clone, Copy, Debug)]
pub(super) struct PayrollTax {
    /// Nothing is due up to this.
    pub(super) franchise: f64,
    /// Up to this, three quarters of the difference are deducted.
    pub(super) discount_limit: f64,
    /// What non-profits deduct in the end.
    pub(super) allowance: f64,
}

impl PayrollTax {
    /// What is due of an employer's whole tax.
    pub(super) fn due(self, tax: f64) -> f64 {
        let tax = if tax <= self.franchise {
            0.0
        } else if tax < self.discount_limit {
            tax - 0.75 * (self.discount_limit - tax)
        } else {
            tax
        };
        (tax - self.allowance).max(0.0)
    }
}

/// Parameters of the French reduction of contributions on low pay (RGDU).
#[derive(Clone, Copy, Debug)]
pub(super) struct Reduction {
    pub(super) reference: f64,
    pub(super) least: f64,
    pub(super) small: f64,
    pub(super) large: f64,
    pub(super) power: f64,
    pub(super) exit: f64,
    pub(super) decimals: f64,
}

impl CostData {
    /// The parameters in force.
    ///
    /// # Errors
    /// [`NotCovered`] with what is covered.
    pub fn book<'d>(
        &'d self,
        countries: &'d [Country],
        country: &str,
        day: Day,
    ) -> Result<Book<'d>, NotCovered> {
        let mut covered = countries.iter().filter_map(|item| Some((item, item.cost.as_ref()?)));
        let Some((known, terms)) = covered.clone().find(|(item, _)| item.code == country) else {
            let covered = covered.by_ref().map(|(item, _)| item.code.clone()).collect();
            return Err(NotCovered::Country { covered });
        };
        if day < terms.covered_from {
            return Err(NotCovered::TooEarly { from: terms.covered_from });
        }
        let answered_until = terms.answered_until();
        if day > answered_until {
            return Err(NotCovered::TooLate { verified_until: terms.verified_until, answered_until });
        }
        let provisional = day > terms.verified_until;
        let day = day.min(terms.verified_until);
        let start = self.parameters.partition_point(|item| item.country.as_str() < country);
        let there = self.parameters[start..].iter().take_while(|item| item.country == country);
        let parameters: Vec<&Parameter> = there.filter(|item| item.validity.contains(day)).collect();
        let values = Values::of(&parameters, country);
        Ok(Book { country: known, terms, day, provisional, parameters, values })
    }

    /// The transport levy of a region on a day: its own, else the one that stands for it.
    #[must_use]
    pub fn mobility(&self, region: &str, day: Day) -> Option<&Mobility> {
        let latest = |there: &dyn Fn(&Mobility) -> bool| {
            let dated = self.mobility.iter().filter(|item| there(item) && item.valid_from <= day);
            dated.max_by_key(|item| item.valid_from)
        };
        let stands_for = |item: &Mobility| item.stands_for.as_ref().is_some_and(|(known, _)| known == region);
        latest(&|item| item.region == region).or_else(|| latest(&stands_for))
    }
}

impl Values {
    /// A value is named by the code of the country and what it is, and dated rows of it end in their date:
    /// `fr-ceiling-2026`.
    fn of(parameters: &[&Parameter], country: &str) -> Self {
        let prefix = format!("{}-", country.to_ascii_lowercase());
        let mut rows: Vec<&&Parameter> = parameters.iter().filter(|item| item.side == Side::Value).collect();
        rows.sort_by_key(|item| std::cmp::Reverse(item.validity.from));
        let value = |id: &str| {
            let is = |known: &str| {
                known.strip_prefix(&*prefix).and_then(|known| known.strip_prefix(id)).is_some_and(|rest| {
                    rest.is_empty()
                        || rest
                            .strip_prefix('-')
                            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
                })
            };
            rows.iter().find(|item| is(&item.id)).and_then(|item| item.rate)
        };
        let hours = value("smic-hours-year");
        let reduction = || {
            Some(Reduction {
                reference: value("rgdu-smic-hourly")? * hours?,
                least: value("rgdu-tmin")?,
                small: value("rgdu-tdelta-small")?,
                large: value("rgdu-tdelta-large")?,
                power: value("rgdu-power")?,
                exit: value("rgdu-exit")?,
                decimals: value("rgdu-round")?,
            })
        };
        Self {
            ceiling: value("ceiling"),
            minimum_hourly: value("smic-hourly").unwrap_or(0.0),
            minimum_hours: hours.unwrap_or(0.0),
            health_annual: value("health-annual").unwrap_or(0.0),
            health_employer_share: value("health-employer-share").unwrap_or(0.0),
            csg_abatement: value("csg-abatement").unwrap_or(0.0),
            present_days: value("present-days"),
            payroll_tax: (|| {
                Some(PayrollTax {
                    franchise: value("payroll-tax-franchise")?,
                    discount_limit: value("payroll-tax-discount-limit")?,
                    allowance: value("payroll-tax-allowance")?,
                })
            })(),
            reduction: reduction(),
        }
    }
}

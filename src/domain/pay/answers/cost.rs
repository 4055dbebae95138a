//! "What does this person cost?": contributions item by item, and other ways to have the work done.

use super::PayAnswers;
use super::offer::doubt;
use crate::domain::message::{filled, ids, said};
use crate::domain::next::Outline;
use crate::domain::pay::answer::{Alternative, AlternativeKind, CostItem, EmployerCost, Payer, Said};
use crate::domain::pay::cost::alternatives::{Apprentice, apprentice};
use crate::domain::pay::cost::parameter::CostGroup;
use crate::domain::pay::cost::{
    Book, Breakdown, CostOption, EmployerKind, Line, LineKind, NotCovered, Parameter, Side, Situation,
};
use crate::domain::pay::country::CostModel;
use crate::domain::pay::data::Fee;
use crate::domain::pay::figure::Period;
use crate::domain::pay::ladder::Seniority;
use crate::domain::pay::market::Market;
use crate::domain::pay::minimum::{MinimumWage, falls_short};
use crate::domain::pay::request::{ApprenticeRequest, CostRequest};
use crate::domain::rounding::{hundredths, to_float, whole};
use crate::domain::vocab::Grade;

/// Headcount where none is given: within 11 to 49, where most French rates are the same.
const HEADCOUNT: u32 = 20;
/// Age where none is given.
const AGE: u32 = 30;
/// Days at work in a year where no source says: 260 weekdays less leave and public holidays.
const PRESENT_DAYS: f64 = 220.0;
/// An apprentice to show where nobody asked for one: aged 22, second-cycle degree, first year.
const TYPICAL_APPRENTICE: ApprenticeRequest =
    ApprenticeRequest { age: 22, degree: 6, year: 1, presence_percent: 100 };

impl<'c> PayAnswers<'c> {
    /// The situation of a request, with what had to be assumed.
    pub(super) fn situation<'r>(
        &self,
        request: &'r CostRequest,
        book: &Book<'c>,
    ) -> (Situation<'r>, Vec<Said>) {
        let mut assumed = Vec::new();
        let headcount = request.headcount.unwrap_or(HEADCOUNT);
        if request.headcount.is_none() {
            assumed.push(self.said(said!(HEADCOUNT_ASSUMED, n = &headcount.to_string())));
        }
        let region = request.place.region.as_deref();
        let mut mobility = request.mobility_rate.unwrap_or(0.0);
        if book.terms.model == CostModel::France {
            if request.mobility_rate.is_none() && headcount >= 11 {
                match region.and_then(|region| self.cost.mobility(region, book.day)) {
                    Some(levy) => {
                        mobility = levy.rate;
                        let place = match &levy.stands_for {
                            Some((whole, part)) if region == Some(whole) => format!("{whole} ({part})"),
                            _ => levy.region.clone(),
                        };
                        let places = [("n", &*self.number(levy.rate, 2)), ("place", place.as_str())];
                        assumed.push(self.said(filled(ids::MOBILITY_FROM_REGION, &places)));
                    }
                    None => {
                        let most = self.cost.mobility.iter().map(|item| item.rate).fold(0.0, f64::max);
                        assumed.push(self.said(said!(MOBILITY_UNKNOWN, n = &self.number(most, 2))));
                    }
                }
            }
            if request.accident_rate.is_none() {
                let average = book.parameters.iter().find(|item| item.id == "fr-er-accident");
                let rate = average.and_then(|item| item.rate).unwrap_or(0.0);
                assumed.push(self.said(said!(ACCIDENT_ASSUMED, n = &self.number(rate, 2))));
            }
            if request.health_cover.is_none() {
                let amount = self.money(40, &book.country.currency);
                assumed.push(self.said(said!(HEALTH_ASSUMED, amount = &amount)));
            }
        }
        if request.age.is_none() && book.parameters.iter().any(|item| item.ages != (None, None)) {
            assumed.push(self.said(said!(AGE_ASSUMED, n = &AGE.to_string())));
        }
        let situation = Situation {
            region,
            gross: request.gross.unwrap_or(0.0),
            fte: request.fte,
            headcount,
            executive: request.executive,
            employer: request.employer.unwrap_or(EmployerKind::Company),
            age: request.age.unwrap_or(AGE),
            options: request.options(),
            mobility_rate: mobility,
            accident_rate: request.accident_rate,
            health_cover: request.health_cover,
            apprentice: false,
        };
        (situation, assumed)
    }

    /// What a person costs the employer.
    ///
    /// # Errors
    /// [`NotCovered`] with what is covered.
    pub fn employer_cost(&self, request: &CostRequest) -> Result<EmployerCost<'c>, NotCovered> {
        let mut answer = self.itemised_cost(request)?;
        answer.outline = self.outline_of_cost(&answer);
        Ok(answer)
    }

    /// The cost without what stands at its head.
    fn itemised_cost(&self, request: &CostRequest) -> Result<EmployerCost<'c>, NotCovered> {
        let (country, region) = (request.place.country.as_str(), request.place.region.as_deref());
        let book = self.book(country)?;
        let (situation, mut assumptions) = self.situation(request, &book);
        let solved = sought(request, &book, &situation)?;
        let situation = Situation { gross: solved.gross, ..situation };
        let breakdown = book.breakdown(&situation);
        let currency = book.country.currency.as_str();
        if request.fte < 1.0 {
            let full = self.money(whole(solved.gross / request.fte), currency);
            let places = [("n", &*self.number(request.fte * 100.0, 1)), ("amount", &full)];
            assumptions.push(self.said(filled(ids::PART_TIME, &places)));
        }
        let minimum = self.minimum(country, region);
        let job = request.role.unwrap_or(super::Job::SocialMediaManager);
        let agreement = self.agreement(request.agreement, job, request.level, country, region);
        let full_time = solved.gross / request.fte;
        let doubt = self.cost_doubt(request, minimum, full_time);
        let mut alerts: Vec<Said> = self.provisional(&book).into_iter().collect();
        alerts.extend(doubt.clone());
        if doubt.is_none() {
            alerts.extend(self.below_minimum(request, &book, &situation, minimum));
        }
        alerts.extend(self.below_agreement(agreement.as_ref(), full_time));
        if let Some(jump) = solved.jump {
            alerts.push(self.said(said!(COST_JUMPS, amount = &self.money(jump, currency))));
        }
        let gross = whole(solved.gross);
        let cost = whole(breakdown.employer_cost);
        let items = self.items(&book, &breakdown, gross, cost);
        let missing: Vec<&'c Parameter> = book
            .parameters
            .iter()
            .filter(|item| item.side == Side::Missing && Book::applies(item, &situation))
            .copied()
            .collect();
        // Part time is compared with as much of a freelancer's year.
        let days = (book.present_days().unwrap_or(PRESENT_DAYS) * request.fte).round();
        let break_even = breakdown.employer_cost / days;
        let alternatives = self.alternatives(request, &book, &situation, days);
        // What is missing here and matters is said, and bounds the grade.
        let mut confidence = if doubt.is_some() { Grade::Low } else { book.terms.confidence };
        if book.provisional {
            confidence = lower(confidence);
        }
        if let Some(stale) = self.stale_minimum(country, region) {
            confidence = lower(confidence);
            alerts.push(stale);
        }
        for item in &missing {
            if let Some(most) = item.grade {
                confidence = confidence.max(most);
                let note = item.note.as_ref().map_or("", |note| note.get(self.lang));
                let places = [("what", item.label.get(self.lang)), ("note", note)];
                alerts.push(self.said(filled(ids::NOT_COUNTED_HERE, &places)));
            }
        }
        let known = |kind| book.parameters.iter().any(|item| item.employer == Some(kind));
        if request.employer == Some(EmployerKind::Public) && !known(EmployerKind::Public) {
            confidence = Grade::Low;
            alerts.push(self.said(ids::PUBLIC_UNKNOWN));
        }
        for (option, word) in [
            (CostOption::HolidayPay, ids::NO_HOLIDAY_PAY),
            (CostOption::ThirteenthMonth, ids::NO_THIRTEENTH_MONTH),
        ] {
            let known = book.parameters.iter().any(|item| item.option == Some((option, true)));
            if request.options().contains(&option) && !known {
                alerts.push(self.said(word));
            }
        }
        let mut cited: Vec<&str> = items.iter().map(|item| item.source).collect();
        cited.extend(minimum.map(|item| item.source.as_str()));
        cited.extend(alternatives.iter().flat_map(|item| &item.sources).copied());
        cited.extend(agreement.iter().flat_map(|item| &item.levels).map(|item| item.source));
        assumptions.push(self.said(said!(BREAK_EVEN, n = &self.number(days, 0))));
        let ratio = if gross == 0 { 0.0 } else { hundredths(to_float(cost) / to_float(gross)) };
        Ok(EmployerCost {
            outline: Outline::default(),
            input: request.clone(),
            alerts,
            provisional: book.provisional,
            basis: request.basis(),
            gross: self.amount(solved.gross, currency),
            employer_cost: self.amount(breakdown.employer_cost, currency),
            left: request.budget.map(|budget| self.amount(to_float(budget.saturating_sub(cost)), currency)),
            net_before_tax: breakdown.net_before_tax.map(|net| self.amount(net, currency)),
            employer_contributions: signed(cost) - signed(gross),
            ratio,
            assumptions,
            missing: missing.iter().map(|item| item.label.phrase(self.lang)).collect(),
            confidence,
            scope: book.terms.note.as_ref().map(|note| note.phrase(self.lang)),
            verified_until: book.terms.verified_until,
            legal_minimum: minimum.map(|item| self.legal_minimum(item)),
            agreement,
            break_even_day_rate: Some(self.amount(break_even, currency)),
            note: self.say(ids::COST_NOTE),
            meta: self.meta(cited),
            items,
            alternatives,
        })
    }

    /// Why the amount is probably not what was meant.
    fn cost_doubt(
        &self,
        request: &CostRequest,
        minimum: Option<&MinimumWage>,
        full_time: f64,
    ) -> Option<Said> {
        let place = &request.place;
        let seniority = Seniority::new(request.level, None);
        let job = request.role.unwrap_or(super::Job::SocialMediaManager);
        let found = self.find(Market::new(job, seniority, place.site()));
        let band = self.view(&found, &place.country);
        // A budget or a net pay of a month makes a gross of a month.
        let word = doubt(Period::Year, full_time, band.as_ref(), minimum, request.level)?;
        let currency = self.currency(&place.country);
        let given = request.amount();
        let places = [
            ("given", &*self.money(whole(given), currency)),
            ("amount", &self.money(whole(given * 12.0), currency)),
        ];
        Some(
            self.said(filled(
                if word == ids::LOOKS_MONTHLY { ids::COST_LOOKS_MONTHLY } else { word },
                &places,
            )),
        )
    }

    /// The alert when pay, or what a budget pays for, lies below the legal minimum.
    fn below_minimum(
        &self,
        request: &CostRequest,
        book: &Book<'c>,
        situation: &Situation<'_>,
        minimum: Option<&MinimumWage>,
    ) -> Option<Said> {
        let least = minimum.map(MinimumWage::annual)?;
        let full_time = situation.gross / situation.fte;
        if !falls_short(full_time, least) {
            return None;
        }
        let currency = book.country.currency.as_str();
        if let Some(budget) = request.budget {
            let share = f64::from(book.share_within(situation, least, to_float(budget)));
            let full = book.totals(&Situation { gross: least, fte: 1.0, ..*situation }).0;
            let places = [("amount", &*self.money(whole(full), currency)), ("n", &self.number(share, 0))];
            return Some(self.said(filled(ids::BUDGET_BELOW_MINIMUM, &places)));
        }
        let places = [
            ("given", &*self.money(whole(full_time), currency)),
            ("amount", &self.money(whole(least), currency)),
        ];
        Some(self.said(filled(ids::COST_BELOW_MINIMUM, &places)))
    }

    /// What had to be assumed in a situation.
    #[must_use]
    pub(super) fn assumptions(&self, request: &CostRequest, book: &Book<'c>) -> Vec<Said> {
        self.situation(request, book).1
    }

    /// What a typical apprentice costs in the first year; `None` where the cost model has no apprentices.
    #[must_use]
    pub(super) fn apprentice_cost(&self, request: &CostRequest) -> Option<u64> {
        let book = self.book(&request.place.country).ok()?;
        if book.terms.model != CostModel::France {
            return None;
        }
        let (situation, _) = self.situation(request, &book);
        apprentice(self.cost, &book, of(TYPICAL_APPRENTICE), &situation).map(|found| whole(found.cost))
    }

    /// Only the gross of a question, in whole units, for those who need no more of it.
    ///
    /// # Errors
    /// As [`Self::employer_cost`].
    pub fn gross_of(&self, request: &CostRequest) -> Result<u64, NotCovered> {
        let book = self.book(&request.place.country)?;
        let (situation, _) = self.situation(request, &book);
        Ok(whole(sought(request, &book, &situation)?.gross))
    }

    /// Only the total, for those who price several people: low, middle and high pay through the same situation.
    ///
    /// # Errors
    /// As [`Self::employer_cost`].
    pub fn cost_of(&self, request: &CostRequest, pay: [u64; 3]) -> Result<[u64; 3], NotCovered> {
        let book = self.book(&request.place.country)?;
        let (situation, _) = self.situation(request, &book);
        let cost = |pay| book.breakdown(&Situation { gross: to_float(pay), ..situation }).employer_cost;
        Ok(pay.map(cost).map(whole))
    }

    /// Contributions in whole units that add up exactly: each is rounded down, and the largest remainders get what is
    /// left.
    fn items(&self, book: &Book<'c>, breakdown: &Breakdown<'c>, gross: u64, cost: u64) -> Vec<CostItem<'c>> {
        let net = breakdown.net_before_tax.map(whole);
        let targets = [
            (Side::Employer, signed(cost) - signed(gross)),
            (Side::Employee, net.map_or(0, |net| signed(gross) - signed(net))),
        ];
        let mut amounts: Vec<i64> = breakdown.lines.iter().map(|line| floor(line.amount)).collect();
        for (side, target) in targets {
            let mut of: Vec<usize> =
                (0..breakdown.lines.len()).filter(|at| breakdown.lines[*at].side == side).collect();
            let left = target - of.iter().map(|at| amounts[*at]).sum::<i64>();
            let remainder = |at: usize| breakdown.lines[at].amount - breakdown.lines[at].amount.floor();
            of.sort_by(|a, b| remainder(*b).total_cmp(&remainder(*a)).then(a.cmp(b)));
            let count = usize::try_from(left).unwrap_or(0).min(of.len());
            of.iter().take(count).for_each(|at| amounts[*at] += 1);
        }
        let value = |id: &str| book.parameters.iter().find(|item| item.id.starts_with(id)).copied();
        breakdown.lines.iter().zip(amounts).map(|(line, amount)| self.item(line, amount, value)).collect()
    }

    fn item(
        &self,
        line: &Line<'c>,
        amount: i64,
        value: impl Fn(&str) -> Option<&'c Parameter>,
    ) -> CostItem<'c> {
        let (id, label, parameter) = match (line.parameter, line.kind) {
            (Some(parameter), _) => {
                (parameter.id.as_str(), parameter.label.phrase(self.lang), Some(parameter))
            }
            (None, LineKind::Reduction) => {
                ("fr-reduction", self.phrase(ids::REDUCTION), value("fr-rgdu-tdelta"))
            }
            (None, LineKind::PayrollTaxRelief) => (
                "fr-payroll-tax-relief",
                self.phrase(ids::PAYROLL_TAX_RELIEF),
                value("fr-payroll-tax-allowance"),
            ),
            (None, _) if line.side == Side::Employer => {
                ("fr-er-health", self.phrase(ids::HEALTH_COVER), value("fr-health-annual"))
            }
            (None, _) => ("fr-ee-health", self.phrase(ids::HEALTH_COVER), value("fr-health-annual")),
        };
        let group = match (line.parameter, line.kind) {
            (Some(parameter), _) => parameter.group,
            (None, LineKind::Reduction | LineKind::PayrollTaxRelief) => CostGroup::Reduction,
            (None, _) => CostGroup::Health,
        };
        CostItem {
            id,
            label,
            payer: if line.side == Side::Employer { Payer::Employer } else { Payer::Employee },
            group,
            rate_percent: line.rate.map(|rate| (rate * 10_000.0).round() / 10_000.0),
            base: line.rate.map(|_| whole(line.base)),
            amount,
            source: parameter.map_or("", |parameter| &parameter.source),
            confidence: parameter.map_or(Grade::Low, |parameter| parameter.confidence),
            note: line.parameter.and_then(|item| item.note.as_ref()).map(|note| note.phrase(self.lang)),
        }
    }

    fn alternatives(
        &self,
        request: &CostRequest,
        book: &Book<'c>,
        situation: &Situation<'_>,
        days: f64,
    ) -> Vec<Alternative<'c>> {
        let mut list = Vec::new();
        if book.terms.model == CostModel::France {
            list.extend(self.apprentice(request, book, situation));
        }
        list.push(self.freelance(request, book, days));
        list.push(self.agency(request, book));
        list
    }

    fn apprentice(
        &self,
        request: &CostRequest,
        book: &Book<'c>,
        situation: &Situation<'_>,
    ) -> Option<Alternative<'c>> {
        let who = request.apprentice.unwrap_or(TYPICAL_APPRENTICE);
        let found = apprentice(self.cost, book, of(who), situation)?;
        let currency = book.country.currency.as_str();
        let money = |amount: f64| self.money(whole(amount), currency);
        let mut notes = vec![self.say(said!(
            APPRENTICE_NOTE,
            age = &who.age.to_string(),
            degree = &who.degree.to_string(),
            year = &who.year.to_string(),
            n = &self.number(found.percent, 1),
            amount = &money(found.gross)
        ))];
        if let Some((limit, exception)) = found.age_limits.filter(|(limit, _)| f64::from(who.age) > *limit) {
            let places = [("n", &*self.number(limit, 0)), ("most", &self.number(exception, 0))];
            notes.push(self.say(filled(ids::APPRENTICE_AGE, &places)));
        }
        if found.quota {
            notes.push(self.say(ids::APPRENTICE_QUOTA));
        }
        if found.participation > 0.0 || found.aid > 0.0 {
            let places = [("participation", &*money(found.participation)), ("aid", &money(found.aid))];
            notes.push(self.say(filled(ids::APPRENTICE_AID, &places)));
        }
        if who.presence_percent < 100 {
            let per_presence = found.cost * 100.0 / f64::from(who.presence_percent);
            let places = [("n", &*who.presence_percent.to_string()), ("amount", &money(per_presence))];
            notes.push(self.say(filled(ids::APPRENTICE_PRESENCE, &places)));
        }
        Some(Alternative {
            kind: AlternativeKind::Apprentice,
            low: Some(self.amount(found.cost, currency)),
            high: Some(self.amount(found.cost, currency)),
            given: request.apprentice.is_some(),
            confidence: Grade::Medium,
            notes,
            sources: found.rules.iter().map(|rule| rule.source.as_str()).collect(),
        })
    }

    fn freelance(&self, request: &CostRequest, book: &Book<'c>, days: f64) -> Alternative<'c> {
        let currency = book.country.currency.as_str();
        if let Some(asked) = request.freelance {
            let cost = asked.day_rate * f64::from(asked.days) * (1.0 + asked.fees_percent / 100.0);
            let note = self.say(said!(
                FREELANCE_GIVEN,
                n = &asked.days.to_string(),
                amount = &self.money(whole(asked.day_rate), currency),
                fees = &self.number(asked.fees_percent, 2)
            ));
            return self.computed(AlternativeKind::Freelance, cost, currency, note);
        }
        let range = self.fees("day-rate", request, currency);
        self.published(AlternativeKind::Freelance, range, days, currency, |range| {
            self.say(said!(FREELANCE_PUBLISHED, range = range, n = &self.number(days, 0)))
        })
    }

    fn agency(&self, request: &CostRequest, book: &Book<'c>) -> Alternative<'c> {
        let currency = book.country.currency.as_str();
        if let Some(asked) = request.agency {
            let cost = asked.monthly_retainer * 12.0 + asked.setup;
            let places = [
                ("amount", &*self.money(whole(asked.monthly_retainer), currency)),
                ("setup", &self.money(whole(asked.setup), currency)),
            ];
            let note = self.say(filled(ids::AGENCY_GIVEN, &places));
            return self.computed(AlternativeKind::Agency, cost, currency, note);
        }
        let range = self.fees("monthly-retainer", request, currency);
        self.published(AlternativeKind::Agency, range, 12.0, currency, |range| {
            self.say(said!(AGENCY_PUBLISHED, range = range))
        })
    }

    fn computed(&self, kind: AlternativeKind, cost: f64, currency: &str, note: String) -> Alternative<'c> {
        let amount = self.amount(cost, currency);
        Alternative {
            kind,
            low: Some(amount),
            high: Some(amount),
            given: true,
            confidence: Grade::High,
            notes: vec![note],
            sources: Vec::new(),
        }
    }

    fn published(
        &self,
        kind: AlternativeKind,
        range: Option<(f64, f64, Vec<&'c str>)>,
        times: f64,
        currency: &str,
        note: impl Fn(&str) -> String,
    ) -> Alternative<'c> {
        let unknown =
            if kind == AlternativeKind::Freelance { ids::FREELANCE_UNKNOWN } else { ids::AGENCY_UNKNOWN };
        let (cost, sources, text) = match range {
            None => (None, Vec::new(), self.say(unknown)),
            Some((low, high, sources)) => {
                let (from, to) = (self.money(whole(low), currency), self.money(whole(high), currency));
                let text = note(&if from == to { from } else { format!("{from} – {to}") });
                (Some((low * times, high * times)), sources, text)
            }
        };
        Alternative {
            kind,
            low: cost.map(|(low, _)| self.amount(low, currency)),
            high: cost.map(|(_, high)| self.amount(high, currency)),
            given: false,
            confidence: Grade::Low,
            notes: vec![text],
            sources,
        }
    }

    /// Least and greatest usable fee of a kind, for the level where some are published for it.
    pub(crate) fn fees(
        &self,
        kind: &str,
        request: &CostRequest,
        currency: &str,
    ) -> Option<(f64, f64, Vec<&'c str>)> {
        let role = request.role.and_then(super::Job::role);
        let mut fees: Vec<&'c Fee> = self
            .data
            .fees
            .iter()
            .filter(|fee| {
                fee.kind == kind
                    && fee.usable.is_some()
                    && fee.country.as_deref() == Some(request.place.country.as_str())
                    && fee.currency == currency
            })
            .collect();
        // What is published for exactly the level, then the role, goes before the rest.
        let mut prefer = |fits: &dyn Fn(&Fee) -> bool| {
            if fees.iter().any(|fee| fits(fee)) {
                fees.retain(|fee| fits(fee));
            }
        };
        prefer(&|fee| request.level.is_some() && fee.level == request.level);
        prefer(&|fee| role.is_some() && fee.role.role() == role);
        let low = fees.iter().map(|fee| fee.amount).fold(f64::INFINITY, f64::min);
        let high = fees.iter().map(|fee| fee.amount).fold(0.0, f64::max);
        let mut sources: Vec<&'c str> = fees.iter().map(|fee| fee.source.as_str()).collect();
        sources.sort_unstable();
        sources.dedup();
        (high > 0.0).then_some((low, high, sources))
    }
}

/// One grade lower.
const fn lower(grade: Grade) -> Grade {
    match grade {
        Grade::High => Grade::Medium,
        Grade::Medium | Grade::Low => Grade::Low,
    }
}

/// The gross that is asked about, and the jump of cost that bounds it.
struct Sought {
    gross: f64,
    jump: Option<u64>,
}

/// The gross of a question: given, what a budget pays for, or what leaves a net pay.
fn sought(request: &CostRequest, book: &Book<'_>, situation: &Situation<'_>) -> Result<Sought, NotCovered> {
    let found = match (request.gross, request.budget, request.net) {
        (Some(gross), ..) => return Ok(Sought { gross, jump: None }),
        (None, Some(budget), _) => book.gross_within(situation, budget).ok_or(NotCovered::Budget)?,
        (None, None, net) => book.gross_for_net(situation, net.unwrap_or_default()).ok_or(NotCovered::Net)?,
    };
    // A jump matters to whoever has a budget, which it leaves a part of.
    Ok(Sought { gross: to_float(found.gross), jump: found.jump.filter(|_| request.budget.is_some()) })
}

const fn of(ApprenticeRequest { age, degree, year, .. }: ApprenticeRequest) -> Apprentice {
    Apprentice { age, degree, year }
}

fn signed(amount: u64) -> i64 {
    i64::try_from(amount).unwrap_or(i64::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "amounts of pay, clamped")]
fn floor(amount: f64) -> i64 {
    amount.floor().clamp(-1e15, 1e15) as i64
}

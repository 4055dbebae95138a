//! Pay joined with a recommendation: what its positions cost, what the budget allows, and what to do when.

use super::{PayAnswers, band_href};
use crate::domain::decide::answer::{Budget, BudgetUse, PositionView, Recommendation, Step};
use crate::domain::decide::answer::{Change, Counterfactual, TeamChange};
use crate::domain::decide::hours::{Hours, LoadClass};
use crate::domain::decide::run::Means;
use crate::domain::decide::team::{PART_TIME_BELOW, Who};
use crate::domain::iso::{Country, Region};
use crate::domain::message::{filled, ids, said};
use crate::domain::money::Money;
use crate::domain::pay::answer::{CostRange, PaySummary, PositionPay, Said};
use crate::domain::pay::band::three_digits;
use crate::domain::pay::cost::{EmployerKind, Side};
use crate::domain::pay::country::CostModel;
use crate::domain::pay::job::Job;
use crate::domain::pay::ladder::Seniority;
use crate::domain::pay::market::Market;
use crate::domain::pay::place::{Place, Site};
use crate::domain::pay::request::{BandRequest, CostRequest};
use crate::domain::profile::Profile;
use crate::domain::rounding::{to_float, whole};
use crate::domain::vocab::{Level, Role, Size, Verdict};

/// Names of jobs and levels in a sentence.
#[derive(Clone, Copy)]
pub struct Names<'n> {
    /// Of a job.
    pub job: &'n dyn Fn(Job) -> String,
    /// Of a level.
    pub level: &'n dyn Fn(Level) -> String,
}

impl std::fmt::Debug for Names<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Names").finish_non_exhaustive()
    }
}

/// The job of a position: its role, or both in one person.
pub(super) fn job(position: &PositionView) -> Job {
    match position.roles.as_slice() {
        [one] => (*one).into(),
        _ => Job::Hybrid,
    }
}

/// Where the company is; none without a country.
fn place(profile: &Profile) -> Option<Place> {
    Some(Place {
        country: profile.country?.code().to_owned(),
        region: profile.region.map(|region| region.code().to_owned()),
        city: None,
        area: None,
    })
}

/// The band of a position of this company.
fn asked(profile: &Profile, job: Job, level: Level) -> Option<BandRequest> {
    Some(BandRequest::new(job, Some(level), place(profile)?))
}

fn market(profile: &Profile, job: Job, level: Level) -> Option<Market<'static>> {
    let site = Site::new(profile.country?.code(), profile.region.map(Region::code));
    Some(Market::new(job, Seniority::Level(level), site))
}

impl<'c> PayAnswers<'c> {
    /// Whose cost a position of this company is; `fte` is its share of full time.
    pub(super) fn request(profile: &Profile, job: Job, level: Level, fte: f64) -> Option<CostRequest> {
        Some(CostRequest {
            gross: Some(1.0),
            fte,
            headcount: profile.employees,
            role: Some(job),
            level: Some(level),
            agreement: profile.agreement,
            ..CostRequest::of(place(profile)?)
        })
    }

    /// Low, middle and high cost of a post that is `percent` of full time.
    fn cost_range(&self, profile: &Profile, job: Job, level: Level, percent: u32) -> Option<CostRange> {
        let (country, region) = (profile.country?.code(), profile.region.map(Region::code));
        let band = self.find(market(profile, job, level)?).band?;
        let share = f64::from(percent) / 100.0;
        let request = Self::request(profile, job, level, share)?;
        // Nobody is hired below the minimum of the company's agreement.
        let agreed = self.agreement(profile.agreement, job, Some(level), country, region);
        let least = agreed.and_then(|agreement| agreement.applicable).map_or(0, |least| least.amount);
        let cost = self
            .cost_of(&request, band.quartiles().map(|pay| whole(to_float(pay.max(least)) * share)))
            .ok()?;
        // No more precise than the band that it comes from.
        let [low, mid, high] = cost.map(|cost| three_digits(to_float(cost)));
        Some(CostRange { low, mid, high, currency: self.currency(country) })
    }

    fn position(&self, profile: &Profile, position: &PositionView) -> Option<PositionPay<'c>> {
        let country = profile.country?.code();
        let region = profile.region.map(Region::code);
        let (job, level) = (job(position), position.level);
        let asked = asked(profile, job, level)?;
        let found = self.find(asked.market());
        let agreement = self.agreement(profile.agreement, job, Some(level), country, region);
        let alerts: Vec<Said> =
            self.above_band(agreement.as_ref(), found.band.as_ref()).into_iter().collect();
        Some(PositionPay {
            role: job,
            level,
            count: position.count,
            band: self.view(&found, country),
            grade: found.grade,
            fte_percent: counted_share(position),
            employer_cost: self.cost_range(profile, job, level, counted_share(position)),
            agreement,
            alerts,
            band_href: band_href(&asked),
        })
    }

    /// Pay and cost of the positions of a recommendation; `None` without a country or without positions.
    #[must_use]
    pub fn price(&self, positions: &[PositionView], profile: &Profile) -> Option<PaySummary<'c>> {
        let country = profile.country?.code();
        let region = profile.region.map(Region::code);
        if positions.is_empty() {
            return None;
        }
        let priced: Vec<PositionPay<'c>> =
            positions.iter().filter_map(|position| self.position(profile, position)).collect();
        let total = priced.iter().try_fold((0, 0, 0), |(low, mid, high), item| {
            let cost = item.employer_cost?;
            let times = |amount: u64| amount * u64::from(item.count);
            Some((low + times(cost.low), mid + times(cost.mid), high + times(cost.high)))
        });
        let book = self.book(country);
        let mut notes: Vec<Said> = book.iter().filter_map(|book| self.provisional(book)).collect();
        let provisional = !notes.is_empty();
        let place = region.unwrap_or(country);
        if priced.iter().any(|item| item.band.is_none()) {
            notes.push(self.said(said!(PAY_NO_BAND, place = place)));
        }
        match &book {
            Err(_) => notes.push(self.said(said!(PAY_NO_COST, place = country))),
            Ok(book) => {
                let part = priced.iter().any(|item| item.fte_percent < 100);
                notes.push(self.said(if part { ids::PAY_NOTE_PART } else { ids::PAY_NOTE }));
                if book.terms.model == CostModel::France {
                    notes.push(self.said(ids::EXECUTIVE_ASSUMED));
                }
                let site = Site::new(country, region);
                let holds = self.holds_for(Market::new(Job::CommunityManager, Seniority::All, site));
                if !holds.as_asked {
                    let places = [("place", &*self.place_name(site)), ("held", &holds.name)];
                    notes.push(self.said(filled(ids::PLACE_UNKNOWN, &places)));
                }
                if let Some(request) = Self::request(profile, Job::CommunityManager, Level::Mid, 1.0) {
                    notes.extend(self.assumptions(&request, book));
                }
                let missing: Vec<&str> = book
                    .parameters
                    .iter()
                    .filter(|item| item.side == Side::Missing && item.regions.is_empty())
                    .filter(|item| item.employer.is_none_or(|kind| kind == EmployerKind::Company))
                    .map(|item| item.label.get(self.lang))
                    .collect();
                if !missing.is_empty() {
                    notes.push(self.said(said!(PAY_MISSING, list = &missing.join(", "))));
                }
            }
        }
        Some(PaySummary {
            country,
            region,
            total: total.map(|(low, mid, high)| CostRange {
                low,
                mid,
                high,
                currency: self.currency(country),
            }),
            positions: priced,
            provisional,
            notes,
        })
    }

    /// How many people a budget pays for, in the order of hiring: at the first quartile of pay, because a salary at the low
    /// end of the market is still a salary. `None` where it cannot be compared.
    #[must_use]
    pub fn affordable(pay: &PaySummary<'_>, budget: Money) -> Option<u32> {
        let mut left = budget.amount;
        let mut people = 0;
        for item in &pay.positions {
            let cost = item.employer_cost.filter(|cost| cost.currency == budget.currency.code())?;
            for _ in 0..item.count {
                if cost.low > left {
                    return Some(people);
                }
                left -= cost.low;
                people += 1;
            }
        }
        Some(people)
    }

    /// What a budget pays for, where it does not pay for the first position as it is needed: a junior in it, or a part of
    /// it; nobody where it pays for neither. `least` is the smallest part of a post worth a contract, in percent.
    #[must_use]
    pub fn means(
        &self,
        profile: &Profile,
        first: &PositionView,
        budget: Money,
        full_time: Hours,
        least: u32,
    ) -> Means {
        let job = job(first);
        let within = |level: Level, percent: u32| {
            self.cost_range(profile, job, level, percent)
                .is_some_and(|cost| cost.currency == budget.currency.code() && cost.low <= budget.amount)
        };
        let share = counted_share(first);
        if first.level != Level::Junior && within(Level::Junior, share) {
            return Means { people: 1, level: Some(Level::Junior), hours: None };
        }
        let part = (least..share).rev().step_by(5).find(|percent| within(first.level, *percent));
        match part {
            Some(percent) => Means { people: 1, level: None, hours: Some(full_time.percent(percent)) },
            None => Means::default(),
        }
    }

    /// What became of the budget: `need` is the whole need, priced.
    fn budget(
        &self,
        annual: Money,
        need: Option<&PaySummary<'_>>,
        affordable: Option<u32>,
        answer: &Recommendation<'_>,
    ) -> Budget {
        let total = need.and_then(|need| need.total);
        let people: u32 = need.map_or(0, |need| need.positions.iter().map(|item| item.count).sum());
        let unused = |note: String| Budget {
            used: BudgetUse::NotUsed,
            annual: Some(annual),
            needed: None,
            affordable_people: None,
            buys: None,
            note,
        };
        let Some(total) = total else {
            return unused(self.say(ids::BUDGET_NO_COST));
        };
        let Some(affordable) = affordable else {
            return unused(self.say(said!(BUDGET_OTHER_CURRENCY, currency = total.currency)));
        };
        let amount = self.money(total.mid, total.currency);
        let budget = self.money(annual.amount, annual.currency.code());
        let first = need.and_then(|need| need.positions.first()).and_then(|item| item.employer_cost);
        let low = self.money(total.low, total.currency);
        // Salaries that are fewer than the work asks for are no need that is covered.
        let open = given_to(answer, Who::Open);
        let note = if affordable >= people && annual.amount >= total.mid {
            let covers = if open.0 > 0 {
                said!(BUDGET_PAYS_THESE, amount = &amount, budget = &budget)
            } else {
                said!(BUDGET_COVERS, amount = &amount, budget = &budget)
            };
            self.say(covers)
        } else if affordable >= people {
            let covers = if open.0 > 0 {
                said!(BUDGET_PAYS_THESE_LOW, amount = &amount, low = &low, budget = &budget)
            } else {
                said!(BUDGET_COVERS_LOW, amount = &amount, low = &low, budget = &budget)
            };
            self.say(covers)
        } else if affordable > 0 {
            let places = [
                ("n", &*affordable.to_string()),
                ("total", &people.to_string()),
                ("amount", &amount),
                ("budget", &budget),
            ];
            self.say(filled(ids::BUDGET_COVERS_SOME, &places))
        } else if let Some(position) = answer.staffing.positions.first() {
            let needed = need.and_then(|need| need.positions.first()).map(|item| item.level);
            let one = first.map_or(low, |cost| self.money(cost.low, cost.currency));
            if needed == Some(position.level) {
                let percent = position.fte_percent.to_string();
                let places = [("n", &*percent), ("amount", &*one), ("budget", &*budget)];
                self.say(filled(ids::BUDGET_BUYS_PART, &places))
            } else {
                self.say(said!(BUDGET_BUYS_JUNIOR, amount = &one, budget = &budget))
            }
        } else {
            let one = first.map_or(low, |cost| self.money(cost.low, cost.currency));
            self.say(said!(BUDGET_COVERS_NONE, amount = &one, budget = &budget))
        };
        Budget {
            used: BudgetUse::Used,
            annual: Some(annual),
            needed: Some(self.amount_of(total.mid, total.currency)),
            // A junior, or a part of a post, is somebody too.
            affordable_people: Some(affordable.max(answer.staffing.people)),
            buys: None,
            note,
        }
    }

    fn amount_of(&self, amount: u64, currency: &str) -> Money {
        Money { amount, ..self.amount(0.0, currency) }
    }

    /// The budget from which the whole need is paid for, at the low end of the market; `whole` says what that is.
    fn add_budget_change(
        &self,
        answer: &mut Recommendation<'c>,
        need: Option<&PaySummary<'c>>,
        affordable: Option<u32>,
        whole: &str,
        names: Names<'_>,
    ) {
        let Some((need, total)) = need.and_then(|need| Some((need, need.total?))) else { return };
        let people = need.positions.iter().map(|item| item.count).sum();
        // The same people at the level that the work asks for are another answer.
        let level = answer.staffing.positions.first().map(|position| position.level);
        let asked = need.positions.first().map(|item| item.level).filter(|asked| level != Some(*asked));
        let text = match asked {
            Some(asked) if level.is_some() => {
                self.say(said!(BUDGET_AT_LEVEL, whole = whole, level = (names.level)(asked)))
            }
            _ => whole.to_owned(),
        };
        if answer.budget.used != BudgetUse::Used || affordable.is_none_or(|affordable| affordable >= people) {
            return;
        }
        answer.counterfactuals.push(Counterfactual {
            changes: vec![Change::SetBudget { at_least: self.amount_of(total.low, total.currency) }],
            verdict: answer.verdict,
            lead: answer.first_hire,
            team: Some(TeamChange { people, support: Vec::new(), text, positions: Vec::new() }),
        });
    }

    /// Adds pay to a recommendation: `need` is the whole need priced, before the budget had its say, and `whole` its
    /// headline.
    pub fn join(
        &self,
        answer: &mut Recommendation<'c>,
        profile: &Profile,
        need: Option<PaySummary<'c>>,
        whole: &str,
        affordable: Option<u32>,
        names: Names<'_>,
    ) {
        let now = self.price(&answer.staffing.positions, profile);
        if let Some(annual) = profile.annual_budget {
            answer.budget = match &need {
                Some(need) => self.budget(annual, Some(need), affordable, answer),
                // A country is given, but there is no manager to pay.
                None => {
                    let others = !answer.staffing.support.is_empty()
                        || given_to(answer, Who::Outside).0 > 0
                        || answer.other_professions.iter().any(|other| other.first_choice)
                        || answer.staffing.load.class == LoadClass::Raised;
                    let note = if others { ids::BUDGET_FOR_OTHERS } else { ids::BUDGET_NOBODY };
                    Budget { note: self.say(note), ..answer.budget.clone() }
                }
            };
        }
        answer.budget.buys = self.buys(answer, profile, need.as_ref(), names);
        self.add_budget_change(answer, need.as_ref(), affordable, whole, names);
        let support: Hours = answer.staffing.support.iter().map(|item| item.hours).sum();
        if support.0 > 0 {
            let hours = self.number(f64::from(support.rounded()), 0);
            if answer.budget.used == BudgetUse::Used {
                let left_out = self.say(said!(BUDGET_WITHOUT_SUPPORT, hours = &hours));
                answer.budget.note = format!("{} {left_out}", answer.budget.note);
            }
        }
        // Once the budget has said how many people it pays for, nobody needs to say it again.
        if answer.budget.used == BudgetUse::Used {
            answer.next_questions.retain(|question| question.id != "max_hires");
        }
        let steps = self.steps(answer, profile, need.as_ref(), now.as_ref(), names);
        // Each hire with its cost stands in place of what is said where nothing is priced.
        let at = answer.plan.iter().position(|step| step.hires).unwrap_or(answer.plan.len().min(1));
        if steps.iter().any(|step| step.hires) {
            answer.plan.retain(|step| !step.hires);
        }
        let at = at.min(answer.plan.len());
        answer.plan.splice(at..at, steps);
        // The same hire, once for now and once for later, is said once.
        let mut said: Vec<String> = Vec::new();
        answer.plan.retain(|step| {
            let new = step.profession.is_some() || !said.contains(&step.action);
            if new {
                said.push(step.action.clone());
            }
            new
        });
        self.price_growth(answer, profile);
        self.price_alternatives(answer, profile);
        for (at, step) in answer.plan.iter_mut().enumerate() {
            step.step = u32::try_from(at + 1).unwrap_or(u32::MAX);
        }
        let mut cited: Vec<&'c str> = Vec::new();
        for item in now.iter().chain(&need).flat_map(|pay| &pay.positions) {
            let country = profile.country.map_or("", Country::code);
            let region = profile.region.map(Region::code);
            if let Some(market) = market(profile, item.role, item.level) {
                cited.extend(self.evidence_sources(&self.find(market), Some(item.level)));
            }
            cited.extend(
                item.agreement.iter().flat_map(|agreement| &agreement.levels).map(|level| level.source),
            );
            cited.extend(self.minimum(country, region).map(|minimum| minimum.source.as_str()));
            cited.extend(
                self.data
                    .country(country)
                    .and_then(|item| item.cost.as_ref())
                    .into_iter()
                    .flat_map(|terms| terms.sources.iter().map(String::as_str)),
            );
        }
        let mut ids: Vec<&'c str> =
            cited.into_iter().filter(|id| !id.contains('/') && self.decide.source_at(id).is_none()).collect();
        ids.sort_unstable();
        ids.dedup();
        answer.sources.extend(ids.into_iter().filter_map(|id| self.data.source_json(id)));
        // Where nobody is to be hired now, what the need would cost is still worth knowing.
        answer.pay = now.or(need);
        if let Some(pay) = &mut answer.pay {
            if support.0 > 0 {
                let hours = self.number(f64::from(support.rounded()), 0);
                pay.notes.push(self.said(said!(PAY_WITHOUT_SUPPORT, hours = &hours)));
            }
            pay.notes.extend(self.part_time_minimum(&answer.staffing.positions, profile));
        }
    }

    /// What the law of the country says of part-time posts as short as some of these.
    fn part_time_minimum(&self, positions: &[PositionView], profile: &Profile) -> Option<Said> {
        let least = self.data.country(profile.country?.code())?.part_time_hours?;
        let short = |position: &PositionView| {
            position.fte_percent < PART_TIME_BELOW && position.hours < Hours::whole(least * position.count)
        };
        let hours = least.to_string();
        positions.iter().any(short).then(|| self.said(said!(PART_TIME_MINIMUM, hours = &hours)))
    }

    /// What the team costs that a larger load asks for.
    fn price_growth(&self, answer: &mut Recommendation<'c>, profile: &Profile) {
        for change in answer.counterfactuals.iter().filter_map(|item| item.team.as_ref()) {
            let total = self.price(&change.positions, profile).and_then(|pay| pay.total);
            if let Some(step) =
                answer.plan.iter_mut().find(|step| step.cost.is_none() && step.action == change.text)
            {
                if let Some(total) = total {
                    let amount = self.money(total.mid, total.currency);
                    let beyond = profile.annual_budget.is_some_and(|budget| {
                        budget.currency.code() == total.currency && budget.amount < total.low
                    });
                    let cost = if beyond {
                        said!(PLAN_GROWN_BEYOND, amount = &amount)
                    } else {
                        said!(PLAN_GROWN, amount = &amount)
                    };
                    step.action = format!("{} {}", step.action, self.say(cost));
                }
                step.cost = total;
            }
        }
    }

    /// What it would cost to bring in-house what an agency does.
    fn price_alternatives(&self, answer: &mut Recommendation<'c>, profile: &Profile) {
        let role = answer.first_hire.or_else(|| answer.verdict.single()).unwrap_or(Role::SocialMediaManager);
        let full = Hours::whole(answer.staffing.load.full_time_hours);
        for item in &mut answer.staffing.alternatives {
            let percent = item.hours.share_of(full).clamp(1, 100);
            let Some(cost) = self.cost_range(profile, role.into(), Level::Mid, percent) else { continue };
            let then = self.amount_of(cost.mid, cost.currency);
            item.cost_then = Some(then);
            let Some(now) = item.cost_now.filter(|now| now.currency == then.currency) else { continue };
            let money = |amount: u64| self.money(amount, cost.currency);
            let word = if then.amount > now.amount { ids::IN_HOUSE_DEARER } else { ids::IN_HOUSE_CHEAPER };
            let places = [
                ("hours", &*item.hours.rounded().to_string()),
                ("then", &*money(then.amount)),
                ("now", &*money(now.amount)),
                ("difference", &*money(then.amount.abs_diff(now.amount))),
                ("overlap", &*money(now.amount / 6)),
            ];
            item.text = self.say(filled(word, &places));
        }
    }

    /// "Hire somebody": job, level and how many.
    fn hire(
        &self,
        (job, level, count): (Job, Level, u32),
        percent: u32,
        cost: CostRange,
        names: Names<'_>,
    ) -> String {
        let money = |amount: u64| self.money(amount, cost.currency);
        let (low, mid, high) = (money(cost.low), money(cost.mid), money(cost.high));
        let level = (names.level)(level);
        let role = (names.job)(job);
        let role = if count > 1 { format!("{count}\u{a0}× {role}") } else { role };
        let word = match (job, count) {
            (Job::Hybrid, _) => ids::PLAN_HYBRID,
            (_, 0 | 1) if percent < 100 => ids::PLAN_HIRE_PART,
            (_, 0 | 1) => ids::PLAN_HIRE,
            _ => ids::PLAN_HIRE_EACH,
        };
        self.say(filled(
            word,
            &[
                ("role", &role),
                ("level", &level),
                ("n", &percent.to_string()),
                ("amount", &mid),
                ("low", &low),
                ("high", &high),
            ],
        ))
    }

    /// The steps that money decides: who fits the budget now, who when, and what bridges the time until then.
    fn steps(
        &self,
        answer: &Recommendation<'c>,
        profile: &Profile,
        need: Option<&PaySummary<'c>>,
        now: Option<&PaySummary<'c>>,
        names: Names<'_>,
    ) -> Vec<Step<'c>> {
        let mut steps: Vec<Step<'c>> = Vec::new();
        let budget = profile
            .annual_budget
            .filter(|_| answer.budget.used == BudgetUse::Used)
            .map(|budget| budget.amount);
        let when = |low: u64, mid: u64, currency: &str| match budget {
            Some(budget) if budget >= mid => self.say(ids::PLAN_NOW),
            Some(budget) if budget >= low => self.say(ids::PLAN_NOW_LOW),
            // A salary at the low end of the market is a salary.
            Some(_) => self.say(said!(PLAN_WHEN_BUDGET_LOW, amount = &self.money(low, currency))),
            None => self.say(said!(PLAN_WHEN_BUDGET, amount = &self.money(mid, currency))),
        };
        let same = |a: &PaySummary<'_>, b: &PaySummary<'_>| {
            let key = |pay: &PaySummary<'_>| -> Vec<(Job, Level, u32, u32)> {
                let of = |item: &PositionPay<'_>| (item.role, item.level, item.count, item.fte_percent);
                pay.positions.iter().map(of).collect()
            };
            key(a) == key(b)
        };
        // Adds the people who cost more in all than `after`; returns what everybody costs.
        let add = |pay: &PaySummary<'c>, steps: &mut Vec<Step<'c>>, after: u64| {
            let (mut low, mut sum) = (0, 0);
            for item in &pay.positions {
                let Some(cost) = item.employer_cost else {
                    let role = (names.job)(item.role);
                    let level = (names.level)(item.level);
                    let action = self.say(said!(PLAN_HIRE_UNPRICED, role = &role, level = &level));
                    steps.push(Step { hires: true, ..step(self.say(ids::PLAN_ALSO), action, None) });
                    continue;
                };
                sum += cost.mid * u64::from(item.count);
                low += cost.low * u64::from(item.count);
                if sum > after {
                    let action =
                        self.hire((item.role, item.level, item.count), item.fte_percent, cost, names);
                    steps.push(Step {
                        hires: true,
                        ..step(when(low, sum, cost.currency), action, Some(cost))
                    });
                }
            }
            sum
        };
        let spent = now.map_or(0, |now| add(now, &mut steps, 0));
        let short =
            need.zip(now).is_some_and(|(need, now)| !same(need, now)) || now.is_none() && need.is_some();
        if let Some(need) = need.filter(|_| short) {
            let paid = if now.is_some() { spent } else { 0 };
            add(need, &mut steps, paid);
        }
        let hybrid_now = answer.staffing.positions.iter().any(|position| position.roles.len() > 1);
        let hybrid_needed =
            need.is_some_and(|need| need.positions.iter().any(|item| item.role == Job::Hybrid));
        let there = profile.team.unwrap_or_default();
        let alone =
            there.community_managers == 0 && there.social_media_managers == 0 && there.agency.is_none();
        if answer.verdict == Verdict::Both
            && alone
            && answer.staffing.people > 1
            && !hybrid_now
            && !hybrid_needed
            && profile.max_hires.is_none()
        {
            let level =
                answer.staffing.positions.iter().map(|position| position.level).max().unwrap_or(Level::Mid);
            if let Some(cost) = self.cost_range(profile, Job::Hybrid, level, 100) {
                let action = self.hire((Job::Hybrid, level, 1), 100, cost, names);
                steps.push(step(self.say(ids::PLAN_WHEN_ONE), action, Some(cost)));
            }
        }
        let lacking =
            short || budget.is_none() && matches!(profile.size(), Size::Micro | Size::Small | Size::Unknown);
        if lacking && need.is_some() {
            let first = answer.first_hire.unwrap_or(Role::CommunityManager);
            let paid = now.and_then(|now| now.total).map_or(0, |total| total.mid);
            let left = budget.map(|budget| budget.saturating_sub(paid));
            steps.extend(self.bridges(profile, first, left, now.is_some()));
        }
        steps
    }

    /// What bridges the time until a salary, or where somebody is `hired` the rest of it, can be paid: an apprentice, or a
    /// freelancer for what is `left` of the budget.
    fn bridges(&self, profile: &Profile, first: Role, left: Option<u64>, hired: bool) -> Vec<Step<'c>> {
        let mut steps = Vec::new();
        let (Some(country), Some(request)) =
            (profile.country, Self::request(profile, first.into(), Level::Junior, 1.0))
        else {
            return steps;
        };
        let currency = self.currency(country.code());
        let team = profile.team.unwrap_or_default();
        let tutor = team.community_managers + team.social_media_managers > 0;
        if let Some(cost) = self.apprentice_cost(&request).filter(|_| tutor) {
            let amount = self.money(cost, currency);
            let range = CostRange { low: cost, mid: cost, high: cost, currency };
            let action = self.say(said!(PLAN_APPRENTICE, amount = &amount));
            steps.push(step(self.say(ids::PLAN_WHEN_APPRENTICE), action, Some(range)));
        }
        let open = CostRequest { level: None, ..request };
        if let (Some(left), Some((low, high, _))) = (left, self.fees("day-rate", &open, currency)) {
            let [least, most] = [high, low].map(|fee| (to_float(left) / 12.0 / fee).floor());
            if most >= 1.0 {
                let days = if least >= 1.0 && least < most {
                    self.say(said!(FROM_TO, low = self.number(least, 0), high = self.number(most, 0)))
                } else {
                    self.number(most, 0)
                };
                let places = [
                    ("n", days.as_str()),
                    ("low", &self.money(whole(low), currency)),
                    ("high", &self.money(whole(high), currency)),
                ];
                let word = if most < 2.0 { ids::PLAN_FREELANCE_ONE } else { ids::PLAN_FREELANCE };
                let action = self.say(filled(word, &places));
                let when = if hired { ids::PLAN_WHEN_FREELANCE_REST } else { ids::PLAN_WHEN_FREELANCE };
                steps.push(step(self.say(when), action, None));
            }
        }
        steps
    }
}

/// Hours a week of all the work that somebody does.
fn given_to(answer: &Recommendation<'_>, who: Who) -> Hours {
    let shares = answer.staffing.work.iter().flat_map(|item| &item.who);
    shares.filter(|share| share.who == who.id()).map(|share| share.hours).sum()
}

/// The share of full time at which a position is priced, in percent: its own where it is part time.
pub(super) fn counted_share(position: &PositionView) -> u32 {
    if position.fte_percent < PART_TIME_BELOW { position.fte_percent.max(1) } else { 100 }
}

/// A step that money decides; it is numbered when it takes its place.
fn step<'c>(when: String, action: String, cost: Option<CostRange>) -> Step<'c> {
    Step { step: 0, when, action, cost, hires: false, profession: None, sources: vec!["rolecall-judgement"] }
}

//! The steps of a plan that money decides.

use super::PayAnswers;
use super::names::Names;
use crate::domain::decide::answer::{BudgetUse, Recommendation, Step};
use crate::domain::message::{filled, ids, said};
use crate::domain::pay::answer::{CostRange, PaySummary, PositionPay};
use crate::domain::pay::job::Job;
use crate::domain::pay::request::CostRequest;
use crate::domain::profile::Profile;
use crate::domain::rounding::{to_float, whole};
use crate::domain::vocab::{Level, Role, Size, Verdict};

impl<'c> PayAnswers<'c> {
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
    pub(super) fn steps(
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

/// A step that money decides; it is numbered when it takes its place.
fn step<'c>(when: String, action: String, cost: Option<CostRange>) -> Step<'c> {
    Step { step: 0, when, action, cost, hires: false, profession: None, sources: vec!["rolecall-judgement"] }
}

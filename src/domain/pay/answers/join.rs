//! Pay joined with a recommendation: what its positions cost, what the budget allows, and what to do when.

use super::PayAnswers;
use super::budget::given_to;
use super::names::Names;
use super::price::market;
use crate::domain::decide::answer::{Budget, BudgetUse, PositionView, Recommendation};
use crate::domain::decide::hours::{Hours, LoadClass};
use crate::domain::decide::team::{PART_TIME_BELOW, Who};
use crate::domain::iso::{Country, Region};
use crate::domain::message::{filled, ids, said};
use crate::domain::pay::answer::{PaySummary, Said};
use crate::domain::profile::Profile;
use crate::domain::vocab::{Level, Role};

/// What the work asks for, before a budget had its say.
pub struct Need<'c> {
    /// Everybody that the work asks for, priced; none where nobody is.
    pub team: Option<PaySummary<'c>>,
    /// The headline of that answer.
    pub whole: String,
    /// The team whose first post is beyond the budget as the work asks for it, priced.
    pub beyond: Option<PaySummary<'c>>,
    /// How many people the budget pays for; none where it cannot be compared.
    pub affordable: Option<u32>,
}

impl<'c> PayAnswers<'c> {
    /// Adds pay to a recommendation.
    pub fn join(
        &self,
        answer: &mut Recommendation<'c>,
        profile: &Profile,
        asked: Need<'c>,
        names: Names<'_>,
    ) {
        let Need { team: need, whole, beyond, affordable } = asked;
        let now = self.price(&answer.staffing.positions, profile);
        if let Some(annual) = profile.annual_budget {
            answer.budget = match &need {
                Some(need) => self.budget(annual, Some(need), beyond.as_ref(), affordable, answer),
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
        self.add_budget_change(answer, need.as_ref(), affordable, &whole, names);
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
        let country = self.data.country(profile.country?.code())?;
        let least = country.part_time_hours?;
        let short = |position: &PositionView| {
            position.fte_percent < PART_TIME_BELOW && position.hours < Hours::whole(least * position.count)
        };
        let hours = least.to_string();
        let note = country.part_time_note.as_ref();
        positions.iter().any(short).then(|| self.noted(note, said!(PART_TIME_MINIMUM, hours = &hours)))
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
}

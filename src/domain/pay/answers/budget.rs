//! What a budget pays for of the people that the work asks for.

use super::PayAnswers;
use super::names::Names;
use super::price::{counted_share, job};
use crate::domain::decide::answer::{Budget, BudgetUse, PositionView, Recommendation};
use crate::domain::decide::answer::{Change, Counterfactual, TeamChange};
use crate::domain::decide::hours::Hours;
use crate::domain::decide::run::Means;
use crate::domain::decide::team::Who;
use crate::domain::message::{filled, ids, said};
use crate::domain::money::Money;
use crate::domain::pay::answer::PaySummary;
use crate::domain::profile::Profile;
use crate::domain::vocab::Level;

impl<'c> PayAnswers<'c> {
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

    /// What became of the budget: `need` is the whole need, priced, and `beyond` the team whose first post is beyond it.
    pub(super) fn budget(
        &self,
        annual: Money,
        need: Option<&PaySummary<'_>>,
        beyond: Option<&PaySummary<'_>>,
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
        let asked = beyond.or(need).and_then(|team| team.positions.first());
        let first = asked.and_then(|item| item.employer_cost);
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
            let needed = asked.map(|item| item.level);
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

    pub(super) fn amount_of(&self, amount: u64, currency: &str) -> Money {
        Money { amount, ..self.amount(0.0, currency) }
    }

    /// The budget from which the whole need is paid for, at the low end of the market; `whole` says what that is.
    pub(super) fn add_budget_change(
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
}

/// Hours a week of all the work that somebody does.
pub(super) fn given_to(answer: &Recommendation<'_>, who: Who) -> Hours {
    let shares = answer.staffing.work.iter().flat_map(|item| &item.who);
    shares.filter(|share| share.who == who.id()).map(|share| share.hours).sum()
}

//! Why not otherwise: rules that one condition kept from deciding.

use super::Explain;
use crate::domain::decide::answer::{FailedCondition, WhyNot};
use crate::domain::decide::facts::{ATTRIBUTES, Facts, HIRES, LOAD, Matcher, NEEDS, SIZE, STAFF, VERDICT};
use crate::domain::decide::rule::Rule;
use crate::domain::decide::rulebook::Row;
use crate::domain::goal::members;
use crate::domain::vocab::Verdict;

impl<'c> Explain<'_, 'c> {
    pub(super) fn why_not(&self) -> Vec<WhyNot<'c>> {
        let book = self.context.book;
        let core = &self.outcome.core;
        let mut list = Vec::new();
        self.near(&book.verdicts, Some(core.verdict_row), &mut list);
        if core.verdict == Verdict::Both {
            self.near(&book.orders, core.order_row, &mut list);
        }
        self.near(&book.staffing, Some(self.outcome.staffing_row), &mut list);
        list
    }

    /// Rows that would have decided otherwise, had one condition been met.
    fn near<E: PartialEq + Copy>(&self, rows: &[Row<E>], decided: Option<usize>, list: &mut Vec<WhyNot<'c>>) {
        let Some(decided) = decided else { return };
        let (facts, goals) = (self.outcome.facts, self.outcome.goals.all());
        let near = rows.iter().enumerate().filter(|(at, row)| {
            let failed =
                (facts.0 & row.matcher.denied).count_ones() + u32::from(!row.matcher.goals_match(goals));
            // What the goals are, and what was already decided, is no near miss: it is the case.
            let settled =
                facts.0 & row.matcher.denied & (ATTRIBUTES[NEEDS].mask() | ATTRIBUTES[VERDICT].mask()) != 0;
            // A value that nobody gave is no near miss either: the open questions speak of it.
            let untold = [
                (self.profile.team.is_none(), STAFF),
                (self.profile.max_hires.is_none(), HIRES),
                (self.profile.employees.is_none(), SIZE),
                (!self.outcome.load.told(), LOAD),
            ];
            let untold = untold
                .iter()
                .filter(|(untold, _)| *untold)
                .fold(0, |mask, (_, at)| mask | ATTRIBUTES[*at].mask());
            let settled = settled || facts.0 & row.matcher.denied & untold != 0;
            *at != decided && failed == 1 && !settled && row.effect != rows[decided].effect
        });
        for (_, row) in near.take(3) {
            let rule = self.rule(row.rule);
            list.push(WhyNot {
                rule: &rule.id,
                layer: rule.then.layer(),
                title: self.text(&rule.title),
                failed: failed(rule, row.matcher, facts, self),
            });
        }
    }
}

fn failed<'c>(
    rule: &'c Rule,
    matcher: Matcher,
    facts: Facts,
    explain: &Explain<'_, 'c>,
) -> Vec<FailedCondition<'c>> {
    let mut list = Vec::new();
    for attribute in ATTRIBUTES.iter().filter(|attribute| facts.0 & matcher.denied & attribute.mask() != 0) {
        list.push(FailedCondition {
            condition: attribute.name,
            expected: attribute.values_in(!matcher.denied).collect(),
            given: attribute.values_in(facts.0).collect(),
        });
    }
    let goals = explain.outcome.goals.all();
    if !matcher.goals_match(goals) {
        let index = &explain.data().goal_index;
        let wanted: (&'static str, &'c [String]) = if matcher.any != 0 && goals & matcher.any == 0 {
            ("goals_any", &rule.when.goals_any)
        } else if goals & matcher.none != 0 {
            ("goals_none", &rule.when.goals_none)
        } else {
            ("goals_all", &rule.when.goals_all)
        };
        list.push(FailedCondition {
            condition: wanted.0,
            expected: wanted.1.iter().map(String::as_str).collect(),
            given: members(goals).map(|goal| index.id(goal)).collect(),
        });
    }
    list
}

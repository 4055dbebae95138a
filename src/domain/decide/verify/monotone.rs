//! What one more goal or one factor changes, over the whole input space.

use super::finding::{Code, Finding};
use super::space::{State, states};
use super::{GRID, Run};
use crate::domain::decide::rulebook::{GoalKind, RuleBook, Tally};
use crate::domain::goal::members;
use crate::domain::message::{ids, said};
use crate::domain::vocab::{Priority, Verdict};

impl Run<'_> {
    /// Adding a goal that favours a role never moves the verdict away from it; every goal matters somewhere.
    pub(super) fn monotone(&mut self) {
        for class in self.book.classes.clone() {
            let Some(goal) = members(class).last() else { continue };
            let points = self.book.goals[usize::from(goal.0)];
            if points.kind == GoalKind::Unread {
                continue;
            }
            let Ok(space) = states(self.book, Some(goal.bit())) else { return self.too_large() };
            let nothing = State { tally: Tally::default(), flags: 0, count: 1 };
            let (mut matters, mut breach) = (false, None);
            for state in std::iter::once(&nothing).chain(&space) {
                let with = |priority: Priority| {
                    let mut tally = state.tally;
                    tally.goals.add(goal, priority);
                    let at = priority as usize;
                    (tally.cm, tally.smm) = (tally.cm + points.cm[at], tally.smm + points.smm[at]);
                    tally
                };
                let (primary, secondary) = (with(Priority::Primary), with(Priority::Secondary));
                for (stage, size, facts) in GRID.iter().copied() {
                    let verdict =
                        |tally: &Tally| self.book.decide(tally, facts).ok().map(|core| core.verdict);
                    let (before, one, two) = (
                        verdict(&state.tally).filter(|_| state.flags != 0),
                        verdict(&secondary),
                        verdict(&primary),
                    );
                    matters |= before != one || before != two;
                    let steps = [
                        (before, one, state.tally.goals),
                        (before, two, state.tally.goals),
                        (one, two, secondary.goals),
                    ];
                    for (from, to, goals) in steps {
                        let (Some(from), Some(to)) = (from, to) else { continue };
                        let away = match points.kind {
                            GoalKind::Favours(role) => from.moves_away_from(role, to),
                            // A goal of either role, or of none, never makes a need disappear.
                            _ => from != Verdict::Neither && to == Verdict::Neither,
                        };
                        if away && breach.is_none() {
                            breach = Some((from, to, goals, stage, size));
                        }
                    }
                }
            }
            let id = self.data.goal_index.id(goal).to_owned();
            if let Some((from, to, goals, stage, size)) = breach {
                let witness = self.show(&Self::profile(goals, stage, size));
                self.findings.push(
                    Finding::new(
                        Code::NotMonotone,
                        said!(
                            RULES_ADDING_GOAL_MAKING_PRIMARY_MOVES,
                            from = from.id(),
                            id = &id,
                            to = to.id()
                        ),
                    )
                    .rule(self.data.rules[points.rule].id.clone())
                    .witness(witness),
                );
            }
            if !matters && !matches!(points.kind, GoalKind::Outside) {
                self.findings.push(
                    Finding::new(Code::NoEffect, said!(RULES_GOAL_NEVER_CHANGES_VERDICT, id = &id))
                        .rule(self.data.rules[points.rule].id.clone()),
                );
            }
        }
    }

    /// Every factor changes some answer.
    pub(super) fn factors(&mut self, space: &[State]) {
        for row in &self.book.factors {
            let rest: Vec<usize> = self.chosen.iter().filter(|at| **at != row.rule).copied().collect();
            let without = RuleBook::of(self.data, &rest);
            let answer = |book: &RuleBook, state: &State, facts| {
                book.decide(&state.tally, facts).ok().map(|core| (core.verdict, core.lead))
            };
            let matters = space.iter().any(|state| {
                GRID.iter()
                    .any(|(_, _, facts)| answer(self.book, state, *facts) != answer(&without, state, *facts))
            });
            if !matters {
                self.findings.push(
                    Finding::new(Code::NoEffect, ids::RULES_WITHOUT_ANSWER_WOULD_CHANGE_REMOVE)
                        .rule(self.data.rules[row.rule].id.clone()),
                );
            }
        }
    }
}

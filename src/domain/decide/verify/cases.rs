//! The examples of the rules, and advice that none of them shows.

use super::finding::{Code, Finding, Report};
use super::space::states;
use super::{GRID, Run};
use crate::domain::decide::facts::{ATTRIBUTES, HEAVIER, LEANS, NEEDS, SIZE, STAGE, VERDICT};
use crate::domain::message::{Said, ids, said};
use crate::domain::profile::ProfileSeed;

impl Run<'_> {
    /// Runs the examples; notes which rules they exercise.
    pub(super) fn cases(&mut self, report: &mut Report) {
        let mut fired = vec![false; self.data.rules.len()];
        for &at in self.chosen {
            let rule = &self.data.rules[at];
            for (number, case) in rule.cases.iter().enumerate() {
                report.cases += 1;
                let seed = ProfileSeed { goals: &self.data.goal_index };
                let Ok(profile) = serde::de::DeserializeSeed::deserialize(seed, &case.given) else {
                    continue;
                };
                let mut wrong: Vec<Said> = Vec::new();
                match crate::domain::decide::run::run(self.data, self.book, &profile) {
                    Ok(outcome) => {
                        let mut own = false;
                        outcome.each_rule(self.book, |rule| {
                            fired[rule] = true;
                            own |= rule == at;
                        });
                        if !own {
                            wrong.push(ids::RULES_CASE_NOT_APPLIED.into());
                        }
                        let mut expect = |name: &str, wanted: Option<String>, got: String| {
                            if let Some(wanted) = wanted.filter(|wanted| *wanted != got) {
                                wrong.push(said!(
                                    RULES_CASE_EXPECTED,
                                    name = name,
                                    wanted = wanted,
                                    got = got
                                ));
                            }
                        };
                        expect(
                            "verdict",
                            case.verdict.map(|verdict| verdict.to_string()),
                            outcome.core.verdict.to_string(),
                        );
                        expect(
                            "first_hire",
                            case.first_hire.clone(),
                            outcome.first_hire.map_or("none".to_owned(), |role| role.to_string()),
                        );
                        expect(
                            "arrangement",
                            case.arrangement.clone(),
                            self.data.arrangements[outcome.arrangement].id.clone(),
                        );
                    }
                    Err(error) => wrong.push(said!(FAULT_AS_TOLD, text = error.to_string())),
                }
                for reason in wrong {
                    self.findings.push(
                        Finding::new(
                            Code::CaseFailed,
                            said!(RULES_CASE_FAILED, n = number + 1, reason = reason),
                        )
                        .rule(rule.id.clone())
                        .witness(case.given.clone()),
                    );
                }
            }
        }
        report.unexercised =
            self.chosen.iter().filter(|at| !fired[**at]).map(|at| self.data.rules[*at].id.clone()).collect();
        self.unreached_advice(&fired);
    }

    /// A rule of advice that no example exercises must at least be reachable.
    fn unreached_advice(&mut self, fired: &[bool]) {
        for row in self.book.advice.iter().filter(|row| !fired[row.rule]) {
            let mut watching = self.book.clone();
            watching.watched = Some(row.matcher);
            watching.classes = watching.interchangeable();
            let Ok(space) = states(&watching, None) else { return self.too_large() };
            let reached = space.iter().any(|state| {
                row.matcher.goals_match(state.tally.goals.all())
                    && GRID.iter().any(|(_, _, facts)| {
                        let Ok(core) = self.book.decide(&state.tally, *facts) else {
                            return false;
                        };
                        // Facts beyond verdict, stage, size and balance are free: any value can be given.
                        let fixed = [STAGE, SIZE, NEEDS, LEANS, HEAVIER, VERDICT]
                            .iter()
                            .fold(0, |mask, at| mask | ATTRIBUTES[*at].mask());
                        core.facts.0 & fixed & row.matcher.denied == 0
                    })
            });
            if !reached {
                self.findings.push(
                    Finding::new(Code::Unreachable, ids::RULES_POSSIBLE_INPUT_MEETS_ITS_CONDITIONS)
                        .rule(self.data.rules[row.rule].id.clone()),
                );
            }
        }
    }
}

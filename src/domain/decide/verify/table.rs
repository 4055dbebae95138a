//! Hygiene of a first-match table over the inputs that really occur: gaps, rows that never matter, contradictions.

use super::{Code, Finding};
use crate::domain::decide::facts::Facts;
use crate::domain::decide::rule::Layer;
use crate::domain::decide::rulebook::{DecideData, Row};
use crate::domain::message::{ids, said};

/// One reachable input as a table sees it.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// The facts.
    pub facts: Facts,
    /// Position of the state whose goals stand for it.
    pub state: usize,
    /// Those goals.
    pub goals: u64,
}

/// A set of cells.
#[derive(Clone, PartialEq, Eq)]
struct Cells(Vec<u64>);

impl Cells {
    fn of(count: usize, mut holds: impl FnMut(usize) -> bool) -> Self {
        let mut words = vec![0_u64; count.div_ceil(64)];
        for at in 0..count {
            if holds(at) {
                words[at / 64] |= 1 << (at % 64);
            }
        }
        Self(words)
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    fn within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a & !b == 0)
    }

    fn minus(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a & !b).collect())
    }

    fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a & b).collect())
    }

    fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    fn first(&self) -> Option<usize> {
        self.0
            .iter()
            .enumerate()
            .find(|(_, word)| **word != 0)
            .map(|(at, word)| at * 64 + word.trailing_zeros() as usize)
    }
}

/// Checks one table. `witness` turns a cell into an input to show.
pub fn check<E: Copy + PartialEq>(
    data: &DecideData,
    layer: Layer,
    rows: &[Row<E>],
    cells: &[Cell],
    mut witness: impl FnMut(&Cell) -> serde_json::Value,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let id = |row: usize| data.rules[rows[row].rule].id.clone();
    let matches: Vec<Cells> = rows
        .iter()
        .map(|row| Cells::of(cells.len(), |at| row.matcher.matches(cells[at].facts, cells[at].goals)))
        .collect();

    let mut open = Cells::of(cells.len(), |_| true);
    let mut wins = Vec::new();
    for set in &matches {
        wins.push(set.and(&open));
        open = open.minus(set);
    }
    if let Some(at) = open.first() {
        let count = open.count();
        findings.push(
            Finding::new(
                Code::MissingCase,
                said!(RULES_LAYER_LEAVES_CASES_WITHOUT_RULE, count = count, layer = layer.id()),
            )
            .witness(witness(&cells[at])),
        );
    }
    for row in 0..rows.len() {
        let name = id(row);
        if matches[row].is_empty() {
            findings.push(
                Finding::new(Code::Unreachable, ids::RULES_POSSIBLE_INPUT_MEETS_ITS_CONDITIONS).rule(name),
            );
            continue;
        }
        let twin = (0..row).find(|&earlier| {
            rows[earlier].matcher == rows[row].matcher && rows[earlier].effect == rows[row].effect
        });
        if let Some(twin) = twin {
            findings.push(
                Finding::new(
                    Code::Duplicate,
                    said!(RULES_REPEATS_RULE_SAME_CONDITIONS_SAME, twin = id(twin)),
                )
                .rule(name)
                .others(vec![id(twin)]),
            );
        } else if wins[row].is_empty() {
            findings.push(hidden(rows.len().min(row), &matches, row, &id).rule(name));
        } else if let Some(at) = wins[row].first() {
            // What would decide its cells if it were not there?
            let falls_to = |cell: &Cell| {
                rows[row + 1..]
                    .iter()
                    .find(|later| later.matcher.matches(cell.facts, cell.goals))
                    .map(|later| later.effect)
            };
            let idle = (0..cells.len())
                .filter(|at| wins[row].0[at / 64] >> (at % 64) & 1 == 1)
                .all(|at| falls_to(&cells[at]) == Some(rows[row].effect));
            if idle {
                findings.push(
                    Finding::new(Code::NoEffect, ids::RULES_WITHOUT_ANSWER_WOULD_CHANGE_REMOVE_2)
                        .rule(name)
                        .witness(witness(&cells[at])),
                );
            }
        }
    }
    contradictions(data, rows, cells, &matches, &mut witness, &mut findings);
    findings
}

/// A row that matches some inputs and decides none: which earlier rows take them away.
fn hidden(end: usize, matches: &[Cells], row: usize, id: &dyn Fn(usize) -> String) -> Finding {
    if let Some(cover) = (0..end).find(|&earlier| matches[row].within(&matches[earlier])) {
        return Finding::new(
            Code::Shadowed,
            said!(RULES_NEVER_DECIDES_EARLIER_RULE_COVERS, cover = id(cover)),
        )
        .others(vec![id(cover)]);
    }
    // Greedy cover, then drop what is not needed: a set of which no member can be left out.
    let mut rest = matches[row].clone();
    let mut cover: Vec<usize> = Vec::new();
    while !rest.is_empty() {
        let Some(best) =
            (0..end).max_by_key(|&earlier| (rest.and(&matches[earlier]).count(), usize::MAX - earlier))
        else {
            break;
        };
        rest = rest.minus(&matches[best]);
        cover.push(best);
    }
    for candidate in cover.clone() {
        let without = cover
            .iter()
            .filter(|kept| **kept != candidate)
            .fold(matches[row].clone(), |rest, kept| rest.minus(&matches[*kept]));
        if without.is_empty() {
            cover.retain(|kept| *kept != candidate);
        }
    }
    cover.sort_unstable();
    let names: Vec<String> = cover.iter().map(|&at| id(at)).collect();
    Finding::new(Code::CoveredTogether, said!(RULES_NEVER_DECIDES_EARLIER_RULES, names = names.join(", ")))
        .others(names)
}

fn contradictions<E: Copy + PartialEq>(
    data: &DecideData,
    rows: &[Row<E>],
    cells: &[Cell],
    matches: &[Cells],
    witness: &mut impl FnMut(&Cell) -> serde_json::Value,
    findings: &mut Vec<Finding>,
) {
    for earlier in 0..rows.len() {
        let winner = &data.rules[rows[earlier].rule];
        for later in earlier + 1..rows.len() {
            let loser = &data.rules[rows[later].rule];
            let overlap = matches[earlier].and(&matches[later]);
            let explained = winner.overrides.iter().any(|item| item.rule == loser.id);
            let Some(at) = overlap.first().filter(|_| rows[earlier].effect != rows[later].effect) else {
                continue;
            };
            if winner.priority == loser.priority {
                findings.push(
                    Finding::new(Code::Tie, said!(RULES_HAS_SAME_PRIORITY_ANOTHER_EFFECT, loser = &loser.id))
                        .rule(winner.id.clone())
                        .others(vec![loser.id.clone()])
                        .witness(witness(&cells[at])),
                );
            } else if !explained {
                findings.push(
                    Finding::new(
                        Code::Contradiction,
                        said!(
                            RULES_CONTRADICTS_CASES_WITHOUT_SAYING,
                            count = overlap.count(),
                            loser = &loser.id
                        ),
                    )
                    .rule(winner.id.clone())
                    .others(vec![loser.id.clone()])
                    .witness(witness(&cells[at])),
                );
            }
        }
        for item in &winner.overrides {
            let later = rows.iter().position(|row| data.rules[row.rule].id == item.rule);
            let stale = later
                .is_none_or(|later| later <= earlier || matches[earlier].and(&matches[later]).is_empty());
            if stale && data.rules.iter().any(|rule| rule.id == item.rule) {
                findings.push(
                    Finding::new(
                        Code::StaleOverride,
                        said!(RULES_CLAIMS_OVERRIDE_WHICH_SHARES_CASE, rule = &item.rule),
                    )
                    .rule(winner.id.clone())
                    .others(vec![item.rule.clone()]),
                );
            }
        }
    }
}

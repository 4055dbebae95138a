//! Verification of the rules over the *whole* input space: stage × sets of goals with priorities × size class, and for
//! staffing every combination of the other facts. Exact, not sampled; see [`space`] for how.

mod cases;
mod finding;
mod monotone;
pub mod space;
pub mod table;
pub mod teams;

use std::sync::LazyLock;

pub use self::finding::{Code, Finding, Report, VerdictCount};
use self::space::{State, TooLarge, states};
use self::table::Cell;
use super::facts::{ATTRIBUTES, Facts, HEAVIER, LEANS, NEEDS, SIZE, STAGE, VERDICT};
use super::rule::{Effect, Layer};
use super::rulebook::{DecideData, GoalKind, RuleBook};
use crate::domain::dated::Day;
use crate::domain::goal::{GoalSet, members};
use crate::domain::message::{ids, said};
use crate::domain::profile::Profile;
use crate::domain::vocab::{Role, Size, Stage, Verdict};

/// Verifies the rules in force from a day.
#[must_use]
pub fn verify(data: &DecideData, from: Day) -> Report {
    let chosen: Vec<usize> = (0..data.rules.len()).filter(|&at| data.rules[at].in_force(from)).collect();
    let book = RuleBook::of(data, &chosen);
    let mut run = Run { data, book: &book, chosen: &chosen, findings: Vec::new() };
    let mut report = Report {
        from,
        rules: chosen.len(),
        goals: data.goal_index.len(),
        inputs: 0,
        states: 0,
        verdicts: Vec::new(),
        staffing_cells: 0,
        teams: 0,
        cases: 0,
        unexercised: Vec::new(),
        findings: Vec::new(),
    };
    if chosen.is_empty() {
        run.findings.push(Finding::new(Code::NoRules, said!(RULES_RULE_FORCE_FROM, from = from)));
    } else {
        run.readers();
        run.order();
        match states(&book, None) {
            Ok(space) => run.walk(&space, &mut report),
            Err(TooLarge) => run.too_large(),
        }
        run.cases(&mut report);
    }
    run.findings.sort_by_key(|finding| (finding.code, finding.rule.clone()));
    report.findings = run.findings;
    report
}

struct Run<'a> {
    data: &'a DecideData,
    book: &'a RuleBook,
    chosen: &'a [usize],
    findings: Vec<Finding>,
}

/// Every stage with every size class, and the facts of such an input.
static GRID: LazyLock<Vec<(Stage, Size, Facts)>> = LazyLock::new(|| {
    let sizes = |stage: Stage| Size::ALL.iter().map(move |size| (stage, *size, RuleBook::cell(stage, *size)));
    Stage::ALL.iter().flat_map(|stage| sizes(*stage)).collect()
});

impl Run<'_> {
    fn too_large(&mut self) {
        self.findings.push(Finding::new(Code::TooLarge, ids::RULES_RULES_ASK_ABOUT_TOO_MANY));
    }

    fn profile(goals: GoalSet, stage: Stage, size: Size) -> Profile {
        Profile {
            presence_stage: Some(stage),
            goals: Some(goals),
            employees: size.employees_from(),
            ..Profile::default()
        }
    }

    fn show(&self, profile: &Profile) -> serde_json::Value {
        serde_json::to_value(profile.named(&self.data.goal_index)).unwrap_or_default()
    }

    /// Every goal is read by exactly one rule, and what it asks for exists.
    fn readers(&mut self) {
        for (at, points) in self.book.goals.iter().enumerate() {
            if points.kind == GoalKind::Unread {
                self.findings.push(
                    Finding::new(Code::UnreadGoal, ids::RULES_RULE_READS_GOAL_ADD_RULE)
                        .rule(self.data.goals[at].id.clone()),
                );
            }
        }
        for &at in self.chosen {
            let rule = &self.data.rules[at];
            if rule.then.layer() != Layer::Need {
                continue;
            }
            let goals = super::rulebook::matcher(rule, &self.data.goal_index).any;
            for goal in members(goals) {
                let reader = self.book.goals[usize::from(goal.0)].rule;
                if reader != at && reader < self.data.rules.len() {
                    let first = &self.data.rules[reader];
                    let code = if first.then == rule.then { Code::Duplicate } else { Code::Contradiction };
                    let goal = self.data.goal_index.id(goal);
                    self.findings.push(
                        Finding::new(
                            code,
                            said!(RULES_GOAL_READ_TWICE, code = code.id(), rule = &first.id, goal = goal),
                        )
                        .rule(rule.id.clone())
                        .others(vec![first.id.clone()]),
                    );
                }
            }
            for goal in members(goals).filter(|_| matches!(rule.then, Effect::Outside(_))) {
                let id = self.data.goal_index.id(goal);
                if !self.data.professions.iter().any(|item| item.tasks.iter().any(|task| task.goal == id)) {
                    self.findings.push(
                        Finding::new(
                            Code::NoEffect,
                            said!(RULES_GOAL_BELONGS_ANOTHER_PROFESSION_BUT, id = id),
                        )
                        .rule(rule.id.clone()),
                    );
                }
            }
        }
    }

    /// The compiled rules are the same whatever the order of the records.
    fn order(&mut self) {
        let reversed: Vec<usize> = self.chosen.iter().rev().copied().collect();
        if !self.book.same_as(&RuleBook::of(self.data, &reversed)) {
            self.findings
                .push(Finding::new(Code::OrderDependent, ids::RULES_ANSWER_DEPENDS_ORDER_RULES_FILES));
        }
    }

    fn walk(&mut self, space: &[State], report: &mut Report) {
        report.states = space.len();
        let mut counts = [0_u128; 4];
        let mut seen: Vec<(Facts, u64, Cell, Size, Stage)> = Vec::new();
        for (at, state) in space.iter().enumerate() {
            for (stage, size, cell) in GRID.iter() {
                let facts = match self.book.decide(&state.tally, *cell) {
                    Ok(core) => {
                        counts[core.verdict as usize] += state.count;
                        core.facts
                    }
                    Err(uncovered) => uncovered.facts,
                };
                report.inputs += state.count;
                // What the verdict table saw: everything but its own answer.
                let facts = Facts(facts.0 & !ATTRIBUTES[VERDICT].mask());
                seen.push((
                    facts,
                    state.flags,
                    Cell { facts, state: at, goals: state.tally.goals.all() },
                    *size,
                    *stage,
                ));
            }
        }
        report.verdicts = Verdict::ALL
            .iter()
            .map(|verdict| VerdictCount { verdict: *verdict, inputs: counts[*verdict as usize] })
            .collect();
        for count in report.verdicts.iter().filter(|count| count.inputs == 0) {
            self.findings.push(
                Finding::new(Code::UnreachableVerdict, ids::RULES_INPUT_LEADS_VERDICT)
                    .rule(count.verdict.id()),
            );
        }
        // One cell for inputs that the tables cannot tell apart; the first state in order is its witness.
        seen.sort_by_key(|(facts, flags, cell, ..)| (*facts, *flags, cell.state));
        seen.dedup_by_key(|(facts, flags, ..)| (*facts, *flags));
        let cells: Vec<Cell> = seen.iter().map(|(_, _, cell, ..)| *cell).collect();

        let show = |cell: &Cell| self.show(&Self::unfold(space, cell));
        let mut findings = table::check(self.data, Layer::Verdict, &self.book.verdicts, &cells, show);

        let decided: Vec<Cell> = cells
            .iter()
            .filter_map(|cell| {
                let row = super::rulebook::first(&self.book.verdicts, cell.facts, cell.goals)?;
                Some(Cell { facts: cell.facts.and(self.book.verdicts[row].effect.into()), ..*cell })
            })
            .collect();
        let both = Facts::from(Verdict::Both).0;
        let ordered: Vec<Cell> = decided.iter().filter(|cell| cell.facts.0 & both != 0).copied().collect();
        findings.extend(table::check(self.data, Layer::Order, &self.book.orders, &ordered, show));

        let staffing = self.staffing_cells(&decided);
        report.staffing_cells = staffing.len();
        findings.extend(table::check(self.data, Layer::Staffing, &self.book.staffing, &staffing, show));
        self.findings.extend(findings);
        self.monotone();
        report.teams = teams::check(self.data, self.book, &mut self.findings);
        self.factors(space);
        self.arrangements();
    }

    /// Every combination of the facts that staffing rules ask about.
    fn staffing_cells(&self, decided: &[Cell]) -> Vec<Cell> {
        let asked = self.book.staffing.iter().fold(0, |asked, row| asked | row.matcher.denied);
        let wanted = |at: usize| asked & ATTRIBUTES[at].mask() != 0;
        let from_core = [STAGE, SIZE, NEEDS, LEANS, HEAVIER, VERDICT];
        // What nobody asks about is fixed to its first value, so that it does not multiply the cells.
        let mut cells: Vec<Cell> = decided
            .iter()
            .map(|cell| {
                let facts = ATTRIBUTES.iter().enumerate().fold(Facts(0), |facts, (at, attribute)| {
                    let bits = cell.facts.0 & attribute.mask();
                    let keep = from_core.contains(&at) && wanted(at);
                    facts.and(Facts(if keep { bits } else { 1 << attribute.shift }))
                });
                Cell { facts, ..*cell }
            })
            .collect();
        for at in (0..ATTRIBUTES.len()).filter(|at| wanted(*at) && !from_core.contains(at)) {
            let attribute = ATTRIBUTES[at];
            cells = (0..attribute.values.len())
                .flat_map(|value| {
                    cells.iter().map(move |cell| Cell {
                        facts: cell.facts.with(at, Facts(1 << attribute.shift << value)),
                        ..*cell
                    })
                })
                .collect();
        }
        if self.book.staffing.iter().any(|row| row.matcher.reads_goals()) {
            cells.sort_by_key(|cell| (cell.facts, cell.goals));
            cells.dedup_by_key(|cell| (cell.facts, cell.goals));
        } else {
            cells.sort_by_key(|cell| (cell.facts, cell.state));
            cells.dedup_by_key(|cell| cell.facts);
        }
        cells
    }

    /// An input that stands for a cell.
    fn unfold(space: &[State], cell: &Cell) -> Profile {
        let value = |at: usize| (cell.facts.0 & ATTRIBUTES[at].mask()) >> ATTRIBUTES[at].shift;
        let nth = |at: usize| value(at).trailing_zeros() as usize;
        let stage = Stage::ALL.get(nth(STAGE)).copied().unwrap_or(Stage::Growing);
        let size = Size::ALL.get(nth(SIZE)).copied().unwrap_or(Size::Unknown);
        let mut profile = Self::profile(space[cell.state].tally.goals, stage, size);
        let given = |at: usize| ATTRIBUTES[at].values.get(nth(at)).copied().unwrap_or("");
        profile.max_hires = match given(super::facts::HIRES) {
            "zero" => Some(0),
            "one" => Some(1),
            "two" => Some(2),
            "several" => Some(3),
            _ => None,
        };
        let staff = given(super::facts::STAFF);
        if matches!(staff, "community-manager" | "social-media-manager" | "both") {
            profile.team = Some(crate::domain::profile::Team {
                community_managers: u32::from(staff != "social-media-manager"),
                social_media_managers: u32::from(staff != "community-manager"),
                ..Default::default()
            });
        }
        if given(super::facts::AGENCY) == "yes" {
            profile.team.get_or_insert_default().agency = Some(crate::domain::profile::Agency::default());
        }
        profile
    }

    /// Every arrangement is reached by a rule.
    fn arrangements(&mut self) {
        for (at, item) in self.data.arrangements.iter().enumerate() {
            if !self.book.staffing.iter().any(|row| row.effect == at) {
                self.findings.push(
                    Finding::new(Code::NoEffect, ids::RULES_RULE_LEADS_ARRANGEMENT).rule(item.id.clone()),
                );
            }
        }
    }
}

/// The role that a goal favours, if one (used by property tests).
#[must_use]
pub fn favours(book: &RuleBook, goal: crate::domain::goal::GoalId) -> Option<Role> {
    match book.goals.get(usize::from(goal.0))?.kind {
        GoalKind::Favours(role) => Some(role),
        _ => None,
    }
}

//! Verification of the rules over the *whole* input space: stage × sets of goals with priorities × size class, and for
//! staffing every combination of the other facts. Exact, not sampled; see [`space`] for how.

pub mod space;
pub mod table;
pub mod teams;

use std::sync::LazyLock;

use serde::Serialize;

use self::space::{State, TooLarge, states};
use self::table::Cell;
use super::facts::{ATTRIBUTES, Facts, HEAVIER, LEANS, NEEDS, SIZE, STAGE, VERDICT};
use super::rule::{Effect, Layer};
use super::rulebook::{DecideData, GoalKind, RuleBook, Tally};
use crate::domain::dated::Day;
use crate::domain::goal::{GoalSet, members};
use crate::domain::message::{Messages, Said, ids, said};
use crate::domain::profile::{Profile, ProfileSeed};
use crate::domain::text::{Lang, Text};
use crate::domain::vocab::{Priority, Role, Size, Stage, Verdict, vocabulary};

vocabulary! {
    /// What can be wrong with a set of rules.
    Code("finding") {
        /// An input that no rule of a layer covers.
        MissingCase = "missing-case",
        /// A rule that never decides, because one earlier rule covers all its cases.
        Shadowed = "shadowed",
        /// A rule that never decides, because several earlier rules together cover its cases.
        CoveredTogether = "covered-together",
        /// A rule that repeats another, or a goal that two rules read.
        Duplicate = "duplicate",
        /// Two rules that disagree on common cases without a written reason.
        Contradiction = "contradiction",
        /// Two rules of one priority that disagree on common cases.
        Tie = "tie",
        /// A goal that no rule reads.
        UnreadGoal = "unread-goal",
        /// A rule or goal that changes no answer.
        NoEffect = "no-effect",
        /// A rule whose conditions no input meets.
        Unreachable = "unreachable",
        /// A verdict that no input leads to.
        UnreachableVerdict = "unreachable-verdict",
        /// Adding a goal that favours a role moves the verdict away from it.
        NotMonotone = "not-monotone",
        /// The answer depends on the order of the records.
        OrderDependent = "order-dependent",
        /// A claim to override a rule that shares no case.
        StaleOverride = "stale-override",
        /// An example of a rule does not come out as written.
        CaseFailed = "case-failed",
        /// The rules ask about too many single goals to be walked exactly.
        TooLarge = "too-large",
        /// No rule is in force on some day that the data answers for.
        NoRules = "no-rules",
    }
}

/// One thing wrong with the rules.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Finding {
    /// What sort of fault.
    pub code: Code,
    /// The rule or goal at fault, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Other rules involved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
    /// What is wrong and what to do, in both languages.
    #[schema(value_type = Object)]
    #[serde(serialize_with = "in_both")]
    pub message: Said,
    /// An input that shows it, as a profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<serde_json::Value>,
}

impl Finding {
    /// Builds a finding.
    pub fn new(code: Code, message: impl Into<Said>) -> Self {
        Self { code, rule: None, others: Vec::new(), message: message.into(), witness: None }
    }

    /// Names the rule or goal at fault.
    #[must_use]
    pub fn rule(mut self, id: impl Into<String>) -> Self {
        self.rule = Some(id.into());
        self
    }

    /// Names the other rules involved.
    #[must_use]
    pub fn others(mut self, ids: Vec<String>) -> Self {
        self.others = ids;
        self
    }

    /// Adds an input that shows it.
    #[must_use]
    pub fn witness(mut self, profile: serde_json::Value) -> Self {
        self.witness = Some(profile);
        self
    }
}

/// Whoever mends rules reads either language, in the words of the built-in catalogue.
fn in_both<S: serde::Serializer>(message: &Said, serializer: S) -> Result<S::Ok, S::Error> {
    let text = |lang| message.text(&Messages::BUILTIN, lang).into();
    Text { fr: text(Lang::Fr), en: text(Lang::En) }.serialize(serializer)
}

/// How many inputs lead to a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct VerdictCount {
    /// The verdict.
    pub verdict: Verdict,
    /// Inputs, as a decimal number in a string: they exceed what JSON numbers carry exactly.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    pub inputs: u128,
}

fn as_text<S: serde::Serializer>(value: &u128, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// What the verification of one period found.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Report {
    /// First day of the period in which these rules are in force.
    #[schema(value_type = String, format = Date)]
    pub from: Day,
    /// Rules in force.
    pub rules: usize,
    /// Goals.
    pub goals: usize,
    /// Inputs walked: stage × non-empty choice of goals and priorities × size class (unknown included).
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    pub inputs: u128,
    /// States that stand for them.
    pub states: usize,
    /// Inputs per verdict.
    pub verdicts: Vec<VerdictCount>,
    /// Staffing situations walked.
    pub staffing_cells: usize,
    /// Teams made, half an hour of work apart.
    pub teams: usize,
    /// Examples run.
    pub cases: usize,
    /// Rules that no example exercises. Reported, not a fault.
    pub unexercised: Vec<String>,
    /// Faults; none when the rules may be used.
    pub findings: Vec<Finding>,
}

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

    /// Adding a goal that favours a role never moves the verdict away from it; every goal matters somewhere.
    fn monotone(&mut self) {
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
    fn factors(&mut self, space: &[State]) {
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

    /// Runs the examples; notes which rules they exercise.
    fn cases(&mut self, report: &mut Report) {
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
                match super::run::run(self.data, self.book, &profile) {
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

/// The role that a goal favours, if one (used by property tests).
#[must_use]
pub fn favours(book: &RuleBook, goal: crate::domain::goal::GoalId) -> Option<Role> {
    match book.goals.get(usize::from(goal.0))?.kind {
        GoalKind::Favours(role) => Some(role),
        _ => None,
    }
}

//! What would change the verdict: the smallest edits of the input, each of them tried.
//!
//! Goals that no rule tells apart are tried once and reported together ("any of these"). An edit is reported only if
//! no part of it changes the verdict: single edits first; several goals of one class only as many as it takes; pairs of
//! different edits only when nothing smaller is left.

use super::answer::{Change, Counterfactual};
use super::facts::{Facts, SIZE, STAGE};
use super::rulebook::{Core, RuleBook, Tally};
use super::run::Outcome;
use crate::domain::goal::{GoalIndex, members};
use crate::domain::vocab::{Priority, Role, Size, Stage, Verdict};

/// One way of editing the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edit {
    /// Tick `n` goals of the set.
    Add(u64, u32),
    /// Untick `n` goals of the set.
    Remove(u64, u32),
    /// Give `n` goals of the set another priority.
    Prioritise(u64, u32, Priority),
    /// Another stage.
    Stage(Stage),
    /// Another size class.
    Size(Size),
}

struct Search<'a> {
    book: &'a RuleBook,
    tally: Tally,
    facts: Facts,
    verdict: Verdict,
}

impl Search<'_> {
    fn shift(&self, tally: &mut Tally, goal: crate::domain::goal::GoalId, priority: Priority, sign: i64) {
        let points = &self.book.goals[usize::from(goal.0)];
        tally.cm += sign * points.cm[priority as usize];
        tally.smm += sign * points.smm[priority as usize];
    }

    fn apply(&self, edit: Edit, tally: &mut Tally, facts: &mut Facts) {
        match edit {
            Edit::Add(set, n) => {
                for goal in members(set).take(n as usize) {
                    tally.goals.add(goal, Priority::Primary);
                    self.shift(tally, goal, Priority::Primary, 1);
                }
            }
            Edit::Remove(set, n) => {
                for goal in members(set).take(n as usize) {
                    if let Some(priority) = tally.goals.priority(goal) {
                        self.shift(tally, goal, priority, -1);
                        tally.goals.remove(goal);
                    }
                }
            }
            Edit::Prioritise(set, n, priority) => {
                for goal in members(set).take(n as usize) {
                    if let Some(old) = tally.goals.priority(goal) {
                        self.shift(tally, goal, old, -1);
                        tally.goals.remove(goal);
                        tally.goals.add(goal, priority);
                        self.shift(tally, goal, priority, 1);
                    }
                }
            }
            Edit::Stage(stage) => *facts = facts.with(STAGE, stage.into()),
            Edit::Size(size) => *facts = facts.with(SIZE, size.into()),
        }
    }

    /// The decision after some edits; none when no goal is left.
    fn after(&self, edits: &[Edit]) -> Option<Core> {
        let (mut tally, mut facts) = (self.tally, self.facts);
        edits.iter().for_each(|edit| self.apply(*edit, &mut tally, &mut facts));
        if tally.goals.all() == 0 {
            return None;
        }
        self.book.decide(&tally, facts).ok()
    }

    /// The decision after some edits, when its verdict differs.
    fn changed(&self, edits: &[Edit]) -> Option<(Verdict, Option<Role>)> {
        self.after(edits).filter(|core| core.verdict != self.verdict).map(|core| (core.verdict, core.lead))
    }
}

/// A counterfactual that was found.
#[derive(Clone, Copy)]
struct Found {
    edits: [Option<Edit>; 2],
    verdict: Verdict,
    lead: Option<Role>,
}

/// Finds the smallest edits that change the verdict of an outcome.
#[must_use]
pub fn find<'c>(book: &RuleBook, goals: &'c GoalIndex, outcome: &Outcome) -> Vec<Counterfactual<'c>> {
    // Only stage and size reach the verdict; the other facts stay out of the search.
    let stage = outcome.facts.value(STAGE, Stage::ALL);
    let size = outcome.facts.value(SIZE, Size::ALL);
    let search = Search {
        book,
        tally: book.tally(outcome.goals),
        facts: RuleBook::cell(stage.unwrap_or(Stage::Growing), size.unwrap_or(Size::Unknown)),
        verdict: outcome.core.verdict,
    };
    let ticked = outcome.goals;
    let mut pools: Vec<Edit> = Vec::with_capacity(book.classes.len() * 4);
    for class in &book.classes {
        let sets = [
            (class & !ticked.all(), Edit::Add as fn(u64, u32) -> Edit),
            (class & ticked.primary, Edit::Remove),
            (class & ticked.secondary, Edit::Remove),
            (class & ticked.primary, |set, n| Edit::Prioritise(set, n, Priority::Secondary)),
            (class & ticked.secondary, |set, n| Edit::Prioritise(set, n, Priority::Primary)),
        ];
        pools.extend(sets.into_iter().filter(|(set, _)| *set != 0).map(|(set, edit)| edit(set, 1)));
    }
    pools.extend(Stage::ALL.iter().filter(|other| Some(**other) != stage).map(|other| Edit::Stage(*other)));
    let known = [Size::Micro, Size::Small, Size::Medium, Size::Large];
    pools.extend(known.into_iter().filter(|other| Some(*other) != size).map(Edit::Size));

    let mut found: Vec<Found> = Vec::new();
    let mut idle: Vec<Edit> = Vec::with_capacity(pools.len());
    for edit in pools {
        match search.changed(&[edit]) {
            Some((verdict, lead)) => note(&mut found, Found { edits: [Some(edit), None], verdict, lead }),
            None => idle.push(edit),
        }
    }
    // Several goals of one class: as many as it takes, and no verdict that a single edit reaches already.
    let singly: u32 = found.iter().fold(0, |seen, found| seen | 1 << found.verdict as u32);
    for edit in &idle {
        let (set, many): (u64, &dyn Fn(u32) -> Edit) = match edit {
            Edit::Add(set, _) => (*set, &|n| Edit::Add(*set, n)),
            Edit::Remove(set, _) => (*set, &|n| Edit::Remove(*set, n)),
            Edit::Prioritise(set, _, priority) => (*set, &|n| Edit::Prioritise(*set, n, *priority)),
            Edit::Stage(_) | Edit::Size(_) => continue,
        };
        let first = (2..=set.count_ones()).find_map(|n| search.changed(&[many(n)]).map(|result| (n, result)));
        if let Some((n, (verdict, lead))) =
            first.filter(|(_, (verdict, _))| singly >> *verdict as u32 & 1 == 0)
        {
            note(&mut found, Found { edits: [Some(many(n)), None], verdict, lead });
        }
    }
    if found.is_empty() {
        for (at, one) in idle.iter().enumerate() {
            for two in &idle[at + 1..] {
                if !clash(*one, *two)
                    && let Some((verdict, lead)) = search.changed(&[*one, *two])
                {
                    note(&mut found, Found { edits: [Some(*one), Some(*two)], verdict, lead });
                }
            }
        }
        found.truncate(6);
    }
    // "Seven of these goals" helps nobody while something smaller is there.
    let small = |found: &Found| found.edits.iter().flatten().all(|edit| goals_of(*edit) <= 3);
    if found.iter().any(small) {
        found.retain(small);
    }
    found.sort_by_key(|found| found.edits.iter().flatten().map(|edit| weight(*edit)).sum::<u32>());
    found.into_iter().map(|found| show(goals, &found)).collect()
}

/// Two edits of the same thing are no pair.
const fn clash(one: Edit, two: Edit) -> bool {
    match (one, two) {
        (Edit::Stage(_), Edit::Stage(_)) | (Edit::Size(_), Edit::Size(_)) => true,
        (
            Edit::Add(a, _) | Edit::Remove(a, _) | Edit::Prioritise(a, _, _),
            Edit::Add(b, _) | Edit::Remove(b, _) | Edit::Prioritise(b, _, _),
        ) => a & b != 0,
        _ => false,
    }
}

/// How many goals an edit touches.
const fn goals_of(edit: Edit) -> u32 {
    match edit {
        Edit::Add(_, n) | Edit::Remove(_, n) | Edit::Prioritise(_, n, _) => n,
        Edit::Stage(_) | Edit::Size(_) => 1,
    }
}

/// How large an edit is, for the order of the list.
const fn weight(edit: Edit) -> u32 {
    match edit {
        Edit::Prioritise(_, n, _) => n * 8,
        Edit::Add(_, n) => n * 10,
        Edit::Remove(_, n) => n * 11,
        Edit::Stage(_) => 12,
        Edit::Size(_) => 13,
    }
}

/// Adds a finding, merged with one that does the same to other goals.
fn note(found: &mut Vec<Found>, new: Found) {
    let merged =
        found.iter_mut().filter(|old| old.verdict == new.verdict && old.lead == new.lead).any(|old| {
            match (&mut old.edits, new.edits) {
                ([Some(Edit::Add(a, n)), None], [Some(Edit::Add(b, m)), None])
                | ([Some(Edit::Remove(a, n)), None], [Some(Edit::Remove(b, m)), None])
                    if *n == 1 && m == 1 =>
                {
                    *a |= b;
                    true
                }
                ([Some(Edit::Prioritise(a, n, p)), None], [Some(Edit::Prioritise(b, m, q)), None])
                    if *n == 1 && m == 1 && *p == q =>
                {
                    *a |= b;
                    true
                }
                _ => false,
            }
        });
    if !merged {
        found.push(new);
    }
}

fn show<'c>(goals: &'c GoalIndex, found: &Found) -> Counterfactual<'c> {
    let names = |set: u64| members(set).map(|goal| goals.id(goal)).collect();
    let changes = found.edits.iter().flatten().map(|edit| match *edit {
        Edit::Add(set, count) => Change::AddGoals { count, any_of: names(set) },
        Edit::Remove(set, count) => Change::RemoveGoals { count, any_of: names(set) },
        Edit::Prioritise(set, count, priority) => Change::SetPriority { count, any_of: names(set), priority },
        Edit::Stage(stage) => Change::SetStage { stage },
        Edit::Size(size) => Change::SetSize { size, employees_from: size.employees_from().unwrap_or(1) },
    });
    Counterfactual { changes: changes.collect(), verdict: found.verdict, lead: found.lead, team: None }
}

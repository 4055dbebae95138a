//! The rules in force on one day, compiled: points per goal, masks per rule. Deciding needs no more than this.

use std::sync::OnceLock;

use serde_json::value::RawValue;

use super::facts::{ATTRIBUTES, Facts, Heavier, Leans, Matcher, Needs};
use super::rule::{Arrangement, Degree, Disagreement, Effect, Question, Rule, Scales};
use crate::domain::cite::source_json;
use crate::domain::dated::Day;
use crate::domain::goal::{GoalId, GoalIndex, GoalSet, MAX_GOALS, members};
use crate::domain::profile::Profile;
use crate::domain::provenance::Source;
use crate::domain::reference::{Item, Profession};
use crate::domain::vocab::{Priority, Role, Size, Stage, Verdict};

/// Everything the engine decides with, as the catalogue holds it.
#[derive(Clone, Debug)]
pub struct DecideData {
    /// Goals.
    pub goals: Vec<crate::domain::goal::Goal>,
    /// The same, for lookup.
    pub goal_index: GoalIndex,
    /// Every rule, whatever its dates.
    pub rules: Vec<Rule>,
    /// What "mainly", "can" … mean.
    pub degrees: Vec<Degree>,
    /// Weights and thresholds.
    pub scales: Scales,
    /// How many hours the work takes, and how hours become people.
    pub work: super::scale::WorkScale,
    /// Ways of staffing.
    pub arrangements: Vec<Arrangement>,
    /// How one person holds both roles (J7).
    pub principles: Vec<Item>,
    /// Other professions and the tasks often handed to the wrong person.
    pub professions: Vec<Profession>,
    /// Where the sources do not agree.
    pub disagreements: Vec<Disagreement>,
    /// When each of them matters.
    pub disagreement_matchers: Vec<Matcher>,
    /// Questions of the interview, in order of preference.
    pub questions: Vec<Question>,
    /// Fixed sentences of an answer.
    pub remarks: Vec<Item>,
    /// Publications behind all of it.
    pub sources: Vec<Source>,
    /// Ids of the sources in order, each with its position.
    pub source_index: Vec<(String, usize)>,
    /// Each source as answers cite it, made when it is first cited.
    pub source_json: Vec<OnceLock<Box<RawValue>>>,
}

impl DecideData {
    /// The position of a source, by id.
    #[must_use]
    pub fn source_at(&self, id: &str) -> Option<usize> {
        self.source_index
            .binary_search_by(|(known, _)| known.as_str().cmp(id))
            .ok()
            .map(|at| self.source_index[at].1)
    }

    /// A source as answers cite it, by its position.
    pub(super) fn source_json(&self, at: usize) -> &RawValue {
        self.source_json[at].get_or_init(|| source_json(&self.sources[at]))
    }

    /// Sorts the ids of the sources for [`Self::source_at`].
    #[must_use]
    pub fn index_sources(sources: &[Source]) -> Vec<(String, usize)> {
        let mut index: Vec<(String, usize)> =
            sources.iter().enumerate().map(|(at, source)| (source.id.clone(), at)).collect();
        index.sort_unstable();
        index
    }
}

/// What a goal is to the two roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GoalKind {
    /// No rule in force reads it.
    Unread,
    /// Mainly one role's.
    Favours(Role),
    /// Either role's.
    Either,
    /// Another profession's.
    Outside,
}

/// Points that one goal brings, unscaled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalPoints {
    /// What the goal is.
    pub kind: GoalKind,
    /// Community manager's points by priority.
    pub cm: [i64; 2],
    /// Social media manager's points by priority.
    pub smm: [i64; 2],
    /// Position of the rule that says so in [`DecideData::rules`].
    pub rule: usize,
}

/// A compiled rule of a first-match or collecting layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<E> {
    /// Position in [`DecideData::rules`].
    pub rule: usize,
    /// When it holds.
    pub matcher: Matcher,
    /// What it does.
    pub effect: E,
}

/// A factor on one role's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factor {
    /// The role.
    pub role: Role,
    /// In percent.
    pub percent: i64,
}

/// Sums of points and goal sets: all that a verdict needs to know about the goals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Goals ticked.
    pub goals: GoalSet,
    /// Community manager's points, unscaled.
    pub cm: i64,
    /// Social media manager's points, unscaled.
    pub smm: i64,
}

/// The verdict with what led to it. `Copy`: nothing here is allocated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Core {
    /// Which role is needed.
    pub verdict: Verdict,
    /// Position in the verdict table of the row that decided.
    pub verdict_row: usize,
    /// Who leads: the single role, or the one hired first; none for `neither`.
    pub lead: Option<Role>,
    /// Position in the order table of the row that decided, when both are needed.
    pub order_row: Option<usize>,
    /// Community manager's points after stage and size factors.
    pub cm: i64,
    /// Social media manager's points after stage and size factors.
    pub smm: i64,
    /// Stage, size, needs, leans, heavier, verdict (and the other facts, when given).
    pub facts: Facts,
}

/// A table has no row for an input. Verified data cannot bring it about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no {layer} rule covers the input")]
pub struct Uncovered {
    /// The layer with the gap.
    pub layer: super::rule::Layer,
    /// The facts that no row covers.
    pub facts: Facts,
}

/// The rules in force on one day.
#[derive(Clone, Debug)]
pub struct RuleBook {
    /// Points per goal, by position.
    pub goals: Vec<GoalPoints>,
    /// Goals that are mainly the community manager's.
    pub cm_goals: u64,
    /// Goals that are mainly the social media manager's.
    pub smm_goals: u64,
    /// Goals that either role can serve.
    pub either_goals: u64,
    /// Goals of other professions.
    pub outside_goals: u64,
    /// Factors, in no order that matters.
    pub factors: Vec<Row<Factor>>,
    /// Verdict table, first match.
    pub verdicts: Vec<Row<Verdict>>,
    /// Order table, first match.
    pub orders: Vec<Row<Role>>,
    /// Staffing table, first match; the effect is a position in [`DecideData::arrangements`].
    pub staffing: Vec<Row<usize>>,
    /// Advice, every match.
    pub advice: Vec<Row<()>>,
    /// Share in percent from which a role dominates.
    pub dominance_percent: i64,
    /// Classes of goals that are interchangeable for every rule in force.
    pub classes: Vec<u64>,
    /// One more condition that the verification keeps apart.
    pub(super) watched: Option<Matcher>,
    /// The staffing table spread out over the facts that it asks about; empty when it asks about goals.
    dense: Dense,
}

/// A table spread out: one cell for each combination of the attributes it asks about.
#[derive(Clone, Debug, Default)]
struct Dense {
    /// Attributes asked about, by position.
    asked: Vec<usize>,
    /// Row + 1 of each cell; 0 where no row matches.
    cells: Vec<u16>,
}

impl Dense {
    const LARGEST: usize = 1 << 16;

    fn of<E>(rows: &[Row<E>]) -> Self {
        let denied = rows.iter().fold(0, |denied, row| denied | row.matcher.denied);
        let asked: Vec<usize> =
            (0..ATTRIBUTES.len()).filter(|at| denied & ATTRIBUTES[*at].mask() != 0).collect();
        let count: usize = asked.iter().map(|at| ATTRIBUTES[*at].values.len()).product();
        if count > Self::LARGEST || rows.iter().any(|row| row.matcher.reads_goals()) {
            return Self::default();
        }
        let others = (0..ATTRIBUTES.len()).filter(|at| !asked.contains(at));
        let rest = others.fold(0, |facts, at| facts | 1 << ATTRIBUTES[at].shift);
        let cells = (0..count)
            .map(|cell| {
                let mut left = cell;
                let facts = asked.iter().fold(rest, |facts, at| {
                    let attribute = ATTRIBUTES[*at];
                    let value = left % attribute.values.len();
                    left /= attribute.values.len();
                    facts | 1 << attribute.shift << value
                });
                first(rows, Facts(facts), 0).and_then(|row| u16::try_from(row + 1).ok()).unwrap_or(0)
            })
            .collect();
        Self { asked, cells }
    }

    fn find(&self, facts: Facts) -> Option<usize> {
        let (mut cell, mut step) = (0, 1);
        for at in &self.asked {
            let attribute = ATTRIBUTES[*at];
            cell += step * (facts.0 >> attribute.shift).trailing_zeros() as usize;
            step *= attribute.values.len();
        }
        usize::from(*self.cells.get(cell)?).checked_sub(1)
    }
}

/// The goals that a condition asks about.
#[derive(Clone, Copy, Debug)]
pub struct GoalCondition {
    /// At least one of these.
    pub any: u64,
    /// All of these.
    pub all: u64,
    /// None of these.
    pub none: u64,
}

impl RuleBook {
    /// Compiles the rules in force on a day. References must have been resolved by the catalogue; what does not
    /// resolve is left out here and reported there.
    #[must_use]
    pub fn compile(data: &DecideData, day: Day) -> Self {
        let all: Vec<usize> = (0..data.rules.len()).filter(|&at| data.rules[at].in_force(day)).collect();
        Self::of(data, &all)
    }

    /// Compiles a choice of rules (the verification leaves some out to see whether they matter).
    #[must_use]
    pub fn of(data: &DecideData, chosen: &[usize]) -> Self {
        let unread = GoalPoints { kind: GoalKind::Unread, cm: [0; 2], smm: [0; 2], rule: usize::MAX };
        let mut book = Self {
            goals: vec![unread; data.goal_index.len()],
            cm_goals: 0,
            smm_goals: 0,
            either_goals: 0,
            outside_goals: 0,
            factors: Vec::new(),
            verdicts: Vec::new(),
            orders: Vec::new(),
            staffing: Vec::new(),
            advice: Vec::new(),
            dominance_percent: i64::from(data.scales.dominance_percent),
            classes: Vec::new(),
            watched: None,
            dense: Dense::default(),
        };
        let mut order: Vec<usize> = chosen.to_vec();
        // Priority, then id: the order of files and records never matters.
        order.sort_by(|&a, &b| {
            (data.rules[a].priority, &data.rules[a].id).cmp(&(data.rules[b].priority, &data.rules[b].id))
        });
        for at in order {
            let rule = &data.rules[at];
            let matcher = matcher(rule, &data.goal_index);
            match &rule.then {
                Effect::Need { role, degree } => {
                    if let Some(degree) = data.degrees.iter().find(|known| known.id == *degree) {
                        book.read_goals(
                            data,
                            at,
                            matcher.any,
                            GoalKind::Favours(*role),
                            i64::from(degree.per_mille),
                        );
                    }
                }
                Effect::Either(_) => book.read_goals(data, at, matcher.any, GoalKind::Either, 0),
                Effect::Outside(_) => book.read_goals(data, at, matcher.any, GoalKind::Outside, 0),
                Effect::Scale { role, percent } => {
                    let effect = Factor { role: *role, percent: i64::from(*percent) };
                    book.factors.push(Row { rule: at, matcher, effect });
                }
                Effect::Verdict(effect) => book.verdicts.push(Row { rule: at, matcher, effect: *effect }),
                Effect::First(effect) => book.orders.push(Row { rule: at, matcher, effect: *effect }),
                Effect::Arrange(id) => {
                    if let Some(effect) = data.arrangements.iter().position(|known| known.id == *id) {
                        book.staffing.push(Row { rule: at, matcher, effect });
                    }
                }
                Effect::Advise(_) => book.advice.push(Row { rule: at, matcher, effect: () }),
            }
        }
        book.classes = book.interchangeable();
        book.dense = Dense::of(&book.staffing);
        book
    }

    fn read_goals(&mut self, data: &DecideData, rule: usize, goals: u64, kind: GoalKind, per_mille: i64) {
        for goal in members(goals) {
            let points = &mut self.goals[usize::from(goal.0)];
            if points.kind != GoalKind::Unread {
                continue; // A second reader is a finding of the verification; the first one counts.
            }
            *points = GoalPoints { kind, cm: [0; 2], smm: [0; 2], rule };
            if let GoalKind::Favours(role) = kind {
                for (at, priority) in [Priority::Primary, Priority::Secondary].into_iter().enumerate() {
                    let weight = i64::from(data.scales.points(priority));
                    let own = weight * per_mille / 1000;
                    let (own_side, other_side) = match role {
                        Role::CommunityManager => (&mut points.cm, &mut points.smm),
                        _ => (&mut points.smm, &mut points.cm),
                    };
                    own_side[at] = own;
                    other_side[at] = weight - own;
                }
            }
            let set = match kind {
                GoalKind::Favours(Role::CommunityManager) => &mut self.cm_goals,
                GoalKind::Favours(_) => &mut self.smm_goals,
                GoalKind::Either => &mut self.either_goals,
                GoalKind::Outside | GoalKind::Unread => &mut self.outside_goals,
            };
            *set |= goal.bit();
        }
    }

    /// Every matcher that can change verdict, order or staffing.
    fn matchers(&self) -> impl Iterator<Item = Matcher> {
        let factors = self.factors.iter().map(|row| row.matcher);
        let verdicts = self.verdicts.iter().map(|row| row.matcher);
        let orders = self.orders.iter().map(|row| row.matcher);
        let staffing = self.staffing.iter().map(|row| row.matcher);
        factors.chain(verdicts).chain(orders).chain(staffing).chain(self.watched)
    }

    /// What the rules that can change verdict, order or staffing ask about single goals.
    pub(super) fn goal_conditions(&self) -> impl Iterator<Item = GoalCondition> {
        self.matchers().filter(Matcher::reads_goals).map(|Matcher { any, all, none, .. }| GoalCondition {
            any,
            all,
            none,
        })
    }

    /// Whether both decide alike, row by row.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.goals == other.goals
            && self.factors == other.factors
            && self.verdicts == other.verdicts
            && self.orders == other.orders
            && self.staffing == other.staffing
            && self.advice == other.advice
    }

    /// Groups goals that bring the same points and stand in the same conditions.
    pub(super) fn interchangeable(&self) -> Vec<u64> {
        let mut classes: Vec<u64> = Vec::new();
        for at in 0..self.goals.len().min(MAX_GOALS) {
            let goal = GoalId(u8::try_from(at).unwrap_or(0));
            let same = |other: u64| {
                let first = usize::from(GoalId(u8::try_from(other.trailing_zeros()).unwrap_or(0)).0);
                let (a, b) = (&self.goals[at], &self.goals[first]);
                // Members of `goals_all` are never interchangeable: having one is not having the other.
                let alike = |matcher: Matcher| {
                    let in_set = |set: u64| (set & goal.bit() != 0) == (set >> first & 1 == 1);
                    in_set(matcher.any)
                        && in_set(matcher.none)
                        && matcher.all & (goal.bit() | 1 << first) == 0
                };
                (a.kind, a.cm, a.smm) == (b.kind, b.cm, b.smm) && self.matchers().all(alike)
            };
            match classes.iter_mut().find(|class| same(**class)) {
                Some(class) => *class |= goal.bit(),
                None => classes.push(goal.bit()),
            }
        }
        classes
    }

    /// Adds up the points of a set of goals.
    #[must_use]
    pub fn tally(&self, goals: GoalSet) -> Tally {
        let mut tally = Tally { goals, ..Tally::default() };
        for (set, at) in [(goals.primary, 0), (goals.secondary, 1)] {
            for goal in members(set & (self.cm_goals | self.smm_goals)) {
                let points = &self.goals[usize::from(goal.0)];
                tally.cm += points.cm[at];
                tally.smm += points.smm[at];
            }
        }
        tally
    }

    /// Which kinds of need a set of goals expresses.
    #[must_use]
    pub const fn needs(&self, goals: u64) -> Needs {
        match (goals & self.cm_goals != 0, goals & self.smm_goals != 0) {
            (true, true) => Needs::BothKinds,
            (true, false) => Needs::CommunityManager,
            (false, true) => Needs::SocialMediaManager,
            (false, false) if goals & self.either_goals != 0 => Needs::Either,
            (false, false) => Needs::Outside,
        }
    }

    /// The facts about needs and balance, added to `facts`, with the scaled points.
    #[must_use]
    pub fn weigh(&self, tally: &Tally, facts: Facts) -> (Facts, i64, i64) {
        let goals = tally.goals.all();
        let (mut cm, mut smm) = (tally.cm, tally.smm);
        for row in &self.factors {
            if row.matcher.matches(facts, goals) {
                let points = if row.effect.role == Role::CommunityManager { &mut cm } else { &mut smm };
                *points = *points * row.effect.percent / 100;
            }
        }
        let threshold = self.dominance_percent * (cm + smm);
        let leans = if cm + smm == 0 {
            Leans::Nowhere
        } else if cm * 100 >= threshold {
            Leans::CommunityManager
        } else if smm * 100 >= threshold {
            Leans::SocialMediaManager
        } else {
            Leans::Even
        };
        let heavier = match cm.cmp(&smm) {
            std::cmp::Ordering::Greater => Heavier::CommunityManager,
            std::cmp::Ordering::Equal => Heavier::Equal,
            std::cmp::Ordering::Less => Heavier::SocialMediaManager,
        };
        (facts.and(self.needs(goals).into()).and(leans.into()).and(heavier.into()), cm, smm)
    }

    /// Decides verdict and lead for a tally and the facts that follow from the profile.
    ///
    /// # Errors
    /// [`Uncovered`] when a table has a gap; the verification keeps such data from loading.
    pub fn decide(&self, tally: &Tally, facts: Facts) -> Result<Core, Uncovered> {
        let goals = tally.goals.all();
        let (facts, cm, smm) = self.weigh(tally, facts);
        let verdict_row = first(&self.verdicts, facts, goals)
            .ok_or(Uncovered { layer: super::rule::Layer::Verdict, facts })?;
        let verdict = self.verdicts[verdict_row].effect;
        let facts = facts.and(verdict.into());
        let (lead, order_row) = match verdict {
            Verdict::Both => {
                let row = first(&self.orders, facts, goals)
                    .ok_or(Uncovered { layer: super::rule::Layer::Order, facts })?;
                (Some(self.orders[row].effect), Some(row))
            }
            single => (single.single(), None),
        };
        Ok(Core { verdict, verdict_row, lead, order_row, cm, smm, facts })
    }

    /// Decides for a profile; stage and goals must be known (a missing stage counts as growing).
    ///
    /// # Errors
    /// As [`Self::decide`].
    pub fn decide_profile(&self, profile: &Profile) -> Result<Core, Uncovered> {
        self.decide(&self.tally(profile.goals.unwrap_or_default()), Facts::of(profile))
    }

    /// The row of the staffing table for facts that include verdict and load.
    ///
    /// # Errors
    /// [`Uncovered`] when the table has a gap.
    pub fn staff(&self, facts: Facts, goals: u64) -> Result<usize, Uncovered> {
        let row = if self.dense.cells.is_empty() {
            first(&self.staffing, facts, goals)
        } else {
            self.dense.find(facts)
        };
        row.ok_or(Uncovered { layer: super::rule::Layer::Staffing, facts })
    }

    /// Facts of a bare cell of the input space: stage and size only, the optional facts unknown or absent.
    #[must_use]
    pub fn cell(stage: Stage, size: Size) -> Facts {
        let blank =
            Profile { presence_stage: Some(stage), employees: size.employees_from(), ..Profile::default() };
        Facts::of(&blank)
    }
}

/// First row that matches.
#[must_use]
pub fn first<E>(rows: &[Row<E>], facts: Facts, goals: u64) -> Option<usize> {
    rows.iter().position(|row| row.matcher.matches(facts, goals))
}

/// Compiles the conditions of a rule; goals that do not exist are left out (the catalogue reports them).
#[must_use]
pub fn matcher(rule: &Rule, goals: &GoalIndex) -> Matcher {
    conditions_matcher(&rule.when, goals)
}

/// Compiles conditions; goals that do not exist are left out (the catalogue reports them).
#[must_use]
pub fn conditions_matcher(when: &super::facts::Conditions, goals: &GoalIndex) -> Matcher {
    let set =
        |names: &[String]| names.iter().filter_map(|id| goals.find(id)).fold(0, |set, goal| set | goal.bit());
    Matcher {
        denied: !when.accepted,
        any: set(&when.goals_any),
        all: set(&when.goals_all),
        none: set(&when.goals_none),
    }
}

#[cfg(test)]
mod tests;

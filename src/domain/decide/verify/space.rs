//! The whole input space, walked exactly.
//!
//! A verdict depends on the goals only through two sums of points and a few yes-or-no facts. Goals that bring the same
//! points and stand in the same conditions are interchangeable, so every set of goals with every choice of priorities
//! falls into one of some ten thousand states. Each state keeps the exact number of inputs in it and one of them.

use crate::domain::decide::rulebook::{GoalCondition, GoalKind, RuleBook, Tally};
use crate::domain::goal::{GoalId, GoalSet, members};

/// More states than this are not walked; the rules then ask about too many single goals.
pub const MAX_STATES: usize = 2_000_000;

/// All inputs that no rule can tell apart.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// Sums of points, and one set of goals that has them.
    pub tally: Tally,
    /// What else the rules can see of the goals.
    pub flags: u64,
    /// How many choices of goals and priorities fall into it.
    pub count: u128,
}

const CM: u64 = 1;
const SMM: u64 = 2;
const EITHER: u64 = 4;
const OUTSIDE: u64 = 8;
const FIRST_TRACKED: u32 = 4;

/// Conditions on goals that rules ask about, as bits of a state.
#[derive(Clone, Debug, Default)]
struct Tracked(Vec<u64>);

impl Tracked {
    fn of(book: &RuleBook) -> Self {
        let mut sets: Vec<u64> = Vec::new();
        for GoalCondition { any, all, none } in book.goal_conditions() {
            let singles = members(all).map(GoalId::bit);
            sets.extend([any, none].into_iter().filter(|set| *set != 0).chain(singles));
        }
        sets.sort_unstable();
        sets.dedup();
        Self(sets)
    }

    fn flags(&self, goals: u64) -> u64 {
        self.0
            .iter()
            .enumerate()
            .filter(|(_, set)| goals & **set != 0)
            .fold(0, |flags, (at, _)| flags | 1 << (FIRST_TRACKED + u32::try_from(at).unwrap_or(0)))
    }
}

/// The space has more states than are walked.
#[derive(Clone, Copy, Debug)]
pub struct TooLarge;

/// Walks every choice of goals from the classes; `without` leaves one goal of one class out.
///
/// # Errors
/// [`TooLarge`] beyond [`MAX_STATES`], or when the rules ask about more than 58 different sets of goals.
pub fn states(book: &RuleBook, without: Option<u64>) -> Result<Vec<State>, TooLarge> {
    let tracked = Tracked::of(book);
    if tracked.0.len() > 58 {
        return Err(TooLarge);
    }
    let mut classes: Vec<u64> =
        book.classes.iter().map(|class| class & !without.unwrap_or(0)).filter(|class| *class != 0).collect();
    classes.sort_by_key(|class| class.count_ones());
    let mut states = vec![State { tally: Tally::default(), flags: 0, count: 1 }];
    for class in classes {
        let list: Vec<_> = members(class).collect();
        let points = book.goals[usize::from(list[0].0)];
        let kind_flag = match points.kind {
            GoalKind::Favours(crate::domain::vocab::Role::CommunityManager) => CM,
            GoalKind::Favours(_) => SMM,
            GoalKind::Either => EITHER,
            GoalKind::Outside | GoalKind::Unread => OUTSIDE,
        };
        let flag = kind_flag | tracked.flags(list[0].bit());
        let mut next = Vec::new();
        for primary in 0..=list.len() {
            for secondary in 0..=list.len() - primary {
                let ways = binomial(list.len(), primary) * binomial(list.len() - primary, secondary);
                let set = |range: &[GoalId]| range.iter().fold(0, |set, goal| set | goal.bit());
                let added = GoalSet {
                    primary: set(&list[..primary]),
                    secondary: set(&list[primary..primary + secondary]),
                };
                let count = |at: usize, n: usize| (points.cm[at] * to_i64(n), points.smm[at] * to_i64(n));
                let ((cm0, smm0), (cm1, smm1)) = (count(0, primary), count(1, secondary));
                if next.len() + states.len() > MAX_STATES * 4 {
                    return Err(TooLarge);
                }
                next.extend(states.iter().map(|state| {
                    let flags = state.flags | if primary + secondary > 0 { flag } else { 0 };
                    // Once a role of ours is needed, the goals of either role and of others no longer show.
                    let flags = if flags & (CM | SMM) == 0 { flags } else { flags & !(EITHER | OUTSIDE) };
                    let goals = GoalSet {
                        primary: state.tally.goals.primary | added.primary,
                        secondary: state.tally.goals.secondary | added.secondary,
                    };
                    let tally =
                        Tally { goals, cm: state.tally.cm + cm0 + cm1, smm: state.tally.smm + smm0 + smm1 };
                    State { tally, flags, count: state.count * ways }
                }));
            }
        }
        states = merged(next);
        if states.len() > MAX_STATES {
            return Err(TooLarge);
        }
    }
    states.retain(|state| state.flags != 0);
    // The empty set shares no state: every goal sets a flag.
    Ok(states)
}

fn merged(mut states: Vec<State>) -> Vec<State> {
    // Among alike states the smallest witness is kept, so that reports do not depend on the order of data.
    states.sort_unstable_by_key(|state| {
        let goals = state.tally.goals;
        (state.tally.cm, state.tally.smm, state.flags, goals.all().count_ones(), goals)
    });
    states.dedup_by(|next, kept| {
        let same = (next.tally.cm, next.tally.smm, next.flags) == (kept.tally.cm, kept.tally.smm, kept.flags);
        if same {
            kept.count += next.count;
        }
        same
    });
    states
}

fn binomial(n: usize, k: usize) -> u128 {
    (0..k).fold(1, |product, i| product * (n - i) as u128 / (i as u128 + 1))
}

fn to_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

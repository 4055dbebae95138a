//! Goals: records of the catalogue, and fast sets of them.

use serde::Deserialize;

use super::provenance::Citations;
use super::text::Text;
use super::vocab::{Priority, UnknownValue, vocabulary};

/// How many goals a catalogue may hold: sets of goals are one machine word.
pub const MAX_GOALS: usize = 64;

vocabulary! {
    /// Heading under which a goal is offered to the user. It carries no meaning for the rules.
    Theme("theme") {
        /// Direction and steering.
        Strategy = "strategy",
        /// Being seen and winning customers.
        Reach = "reach",
        /// Keeping close to people.
        Relation = "relation",
        /// Making things: pages, films, pictures.
        Production = "production",
    }
}

/// Something that a company wants from its social presence, as users tick it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Stable kebab-case id.
    pub id: String,
    /// Heading under which it is offered.
    pub theme: Theme,
    /// Whether it is one of those that most companies have: these are offered first.
    #[serde(default)]
    pub common: bool,
    /// Short name.
    pub name: Text,
    /// What ticking it means, one sentence.
    pub help: Text,
    /// Every statement that speaks of the goal, on whichever side.
    pub sources: Citations,
}

/// Position of a goal in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoalId(pub u8);

impl GoalId {
    /// The set that holds this goal alone.
    #[must_use]
    pub const fn bit(self) -> u64 {
        1 << self.0
    }
}

/// Goal ids in catalogue order, with a lookup that does not allocate.
#[derive(Clone, Debug, Default)]
pub struct GoalIndex {
    ids: Vec<String>,
    /// Open addressing: position + 1 of the goal whose id hashes there, 0 when empty.
    slots: Vec<u8>,
}

const SLOTS: usize = 256;

fn slot(id: &str) -> usize {
    // FNV-1a: short keys, no allocation, the same on every machine.
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    usize::try_from((hash >> 32) ^ (hash & 0xffff_ffff)).unwrap_or(0) % SLOTS
}

impl GoalIndex {
    /// Indexes ids in the order given; at most [`MAX_GOALS`] (the catalogue refuses more).
    #[must_use]
    pub fn new(ids: impl IntoIterator<Item = String>) -> Self {
        let ids: Vec<String> = ids.into_iter().take(MAX_GOALS).collect();
        let mut slots = vec![0_u8; SLOTS];
        for (position, id) in ids.iter().enumerate() {
            let mut at = slot(id);
            while slots[at] != 0 {
                at = (at + 1) % SLOTS;
            }
            slots[at] = u8::try_from(position + 1).unwrap_or(0);
        }
        Self { ids, slots }
    }

    /// Finds a goal by id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<GoalId> {
        let mut at = slot(id);
        loop {
            let position = usize::from(*self.slots.get(at)?).checked_sub(1)?;
            if self.ids[position] == id {
                return u8::try_from(position).ok().map(GoalId);
            }
            at = (at + 1) % SLOTS;
        }
    }

    /// Finds a goal by id, or says which ones there are.
    ///
    /// # Errors
    /// [`UnknownValue`] with the accepted ids and the nearest one.
    pub fn resolve(&self, id: &str) -> Result<GoalId, UnknownValue> {
        self.find(id).ok_or_else(|| UnknownValue::new("goal", id, self.ids()))
    }

    /// The id of a goal.
    #[must_use]
    pub fn id(&self, goal: GoalId) -> &str {
        self.ids.get(usize::from(goal.0)).map_or("", String::as_str)
    }

    /// Every id, in catalogue order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// How many goals there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is no goal at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The set of all goals.
    #[must_use]
    pub fn all(&self) -> u64 {
        if self.ids.len() >= MAX_GOALS { u64::MAX } else { (1 << self.ids.len()) - 1 }
    }
}

/// The goals of a set, in catalogue order.
pub fn members(set: u64) -> impl Iterator<Item = GoalId> {
    let mut rest = set;
    std::iter::from_fn(move || {
        let next = u8::try_from(rest.trailing_zeros()).ok().filter(|&next| next < 64)?;
        rest &= rest - 1;
        Some(GoalId(next))
    })
}

/// The goals that a user ticked. A goal is in at most one of the two sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GoalSet {
    /// Goals of primary priority.
    pub primary: u64,
    /// Goals of secondary priority.
    pub secondary: u64,
}

impl GoalSet {
    /// Every goal ticked, whatever its priority.
    #[must_use]
    pub const fn all(self) -> u64 {
        self.primary | self.secondary
    }

    /// Adds a goal; of two priorities for one goal the higher counts, so that order does not matter.
    pub const fn add(&mut self, goal: GoalId, priority: Priority) {
        match priority {
            Priority::Primary => {
                self.primary |= goal.bit();
                self.secondary &= !goal.bit();
            }
            Priority::Secondary => self.secondary |= goal.bit() & !self.primary,
        }
    }

    /// Takes a goal out.
    pub const fn remove(&mut self, goal: GoalId) {
        self.primary &= !goal.bit();
        self.secondary &= !goal.bit();
    }

    /// The priority of a goal, if it is ticked.
    #[must_use]
    pub const fn priority(self, goal: GoalId) -> Option<Priority> {
        if self.primary & goal.bit() != 0 {
            Some(Priority::Primary)
        } else if self.secondary & goal.bit() != 0 {
            Some(Priority::Secondary)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_goal_is_found_and_nothing_else() {
        let index = GoalIndex::new((0..MAX_GOALS).map(|n| format!("goal-{n}")));
        for n in 0..MAX_GOALS {
            assert_eq!(index.find(&format!("goal-{n}")), Some(GoalId(u8::try_from(n).unwrap())));
        }
        assert_eq!(index.find("goal-64"), None);
        assert_eq!(index.all(), u64::MAX);
        assert_eq!(GoalIndex::default().find("goal-1"), None);
        assert_eq!(index.resolve("goal-99").unwrap_err().what, "goal");
    }

    #[test]
    fn the_higher_priority_counts_in_either_order() {
        let goal = GoalId(3);
        for order in [[Priority::Primary, Priority::Secondary], [Priority::Secondary, Priority::Primary]] {
            let mut set = GoalSet::default();
            order.into_iter().for_each(|priority| set.add(goal, priority));
            assert_eq!(set, GoalSet { primary: goal.bit(), secondary: 0 });
        }
    }

    #[test]
    fn members_come_in_order() {
        assert_eq!(members(1 << 63 | 0b101).map(|goal| goal.0).collect::<Vec<_>>(), [0, 2, 63]);
    }
}

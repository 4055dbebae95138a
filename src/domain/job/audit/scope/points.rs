//! How much of the work is whose.

use std::collections::BTreeMap;

use super::super::described::Described;
use crate::domain::job::classifier::{NONE, SHARED};

/// Points by owner.
#[derive(Clone, Debug, Default)]
pub struct Points {
    /// The community manager's.
    pub community: f64,
    /// The social media manager's.
    pub social: f64,
    /// The content manager's.
    pub content: f64,
    /// Other professions', by id.
    pub others: BTreeMap<String, f64>,
    /// Task sentences in which nothing was recognised, or that are nobody's.
    pub neither: f64,
}

impl Points {
    /// All points of other professions.
    #[must_use]
    pub fn other(&self) -> f64 {
        self.others.values().sum()
    }

    /// All points that somebody owns.
    #[must_use]
    pub fn owned(&self) -> f64 {
        self.community + self.social + self.content + self.other()
    }

    /// The other profession with the most points.
    #[must_use]
    pub fn first_other(&self) -> Option<(&str, f64)> {
        let first = self.others.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)))?;
        Some((first.0, *first.1))
    }

    pub(super) fn give(&mut self, owner: &str, points: f64) {
        match Described::find(owner) {
            Some(Described::CommunityManager) => self.community += points,
            Some(Described::SocialMediaManager) => self.social += points,
            Some(Described::ContentManager) => self.content += points,
            _ if owner == NONE || owner == SHARED => self.neither += points,
            _ => match self.others.get_mut(owner) {
                Some(known) => *known += points,
                None => drop(self.others.insert(owner.to_owned(), points)),
            },
        }
    }

    /// Adds the points of somebody else's count, each times a factor.
    pub(super) fn add(&mut self, other: &Self, times: f64) {
        self.community += times * other.community;
        self.social += times * other.social;
        self.content += times * other.content;
        self.neither += times * other.neither;
        for (owner, points) in &other.others {
            self.give(owner, times * points);
        }
    }
}

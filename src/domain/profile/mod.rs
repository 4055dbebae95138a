//! The question: what a company says of itself.
//!
//! [`Profile`] is small, `Copy` and read from JSON without allocating; [`faults()`] says at length what is wrong with a
//! profile that could not be read.

mod faults;
mod parse;

use serde::ser::{SerializeMap, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

pub use faults::faults;
pub use parse::ProfileSeed;

use super::goal::{GoalId, GoalIndex, GoalSet, members};
use super::input::questions::MAX_AMOUNT;
use super::iso::{Country, Region};
use super::money::Money;
use super::vocab::{Market, Priority, Size, Stage};

/// A whole number that was written with a point, as in `4.0`: for JSON that is the number 4.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be whole and in range"
)]
#[expect(clippy::cast_precision_loss, reason = "the bound is exact")]
fn whole(value: f64) -> Option<u64> {
    (value.fract() == 0.0 && (0.0..=MAX_AMOUNT as f64).contains(&value)).then_some(value as u64)
}

/// Who is already there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Team {
    /// Community managers already employed.
    pub community_managers: u32,
    /// Social media managers already employed.
    pub social_media_managers: u32,
    /// Whether an agency already works for the company.
    pub agency: bool,
}

/// What there is to do in a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Workload {
    /// Networks and other channels that are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<u32>,
    /// Comments and private messages to answer, a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messages_per_week: Option<u32>,
    /// Posts to publish, a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posts_per_week: Option<u32>,
    /// Followers, all channels together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub followers: Option<u32>,
}

/// What a company says of itself; every part may still be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// How far the presence has come. Required for a recommendation.
    pub presence_stage: Option<Stage>,
    /// What is wanted. Required for a recommendation, and then not empty.
    pub goals: Option<GoalSet>,
    /// Employees of the company, 1 or more.
    pub employees: Option<u32>,
    /// Country of the workplace.
    pub country: Option<Country>,
    /// Region of the workplace; belongs to the country.
    pub region: Option<Region>,
    /// What the company can spend a year, employer cost included.
    pub annual_budget: Option<Money>,
    /// How many salaries the company can pay for now.
    pub max_hires: Option<u32>,
    /// Who is already there.
    pub team: Option<Team>,
    /// What there is to do in a week.
    pub workload: Option<Workload>,
    /// Whom the company sells to.
    pub market: Option<Market>,
    /// French collective agreement (IDCC) that the company applies.
    pub agreement: Option<u32>,
}

impl Profile {
    /// Size class by employees.
    #[must_use]
    pub const fn size(&self) -> Size {
        Size::of(self.employees)
    }

    /// The profile with the names of its goals, for writing it out.
    #[must_use]
    pub const fn named<'a>(&self, goals: &'a GoalIndex) -> NamedProfile<'a> {
        NamedProfile { profile: *self, goals }
    }
}

/// A profile with the names of its goals; serializes to the form in which profiles are read.
#[derive(Clone, Copy, Debug)]
pub struct NamedProfile<'a> {
    /// The profile.
    pub profile: Profile,
    goals: &'a GoalIndex,
}

struct Goals<'a>(GoalSet, &'a GoalIndex);

impl Serialize for Goals<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(set, index) = self;
        let mut list = serializer.serialize_seq(Some(set.all().count_ones() as usize))?;
        for goal in members(set.all()) {
            match set.priority(goal) {
                Some(Priority::Secondary) => list.serialize_element(&Secondary(goal, index))?,
                _ => list.serialize_element(index.id(goal))?,
            }
        }
        list.end()
    }
}

struct Secondary<'a>(GoalId, &'a GoalIndex);

impl Serialize for Secondary<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("GoalChoice", 2)?;
        fields.serialize_field("goal", self.1.id(self.0))?;
        fields.serialize_field("priority", Priority::Secondary.id())?;
        fields.end()
    }
}

impl Serialize for NamedProfile<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Profile {
            presence_stage,
            goals,
            employees,
            country,
            region,
            annual_budget,
            max_hires,
            team,
            workload,
            market,
            agreement,
        } = &self.profile;
        let mut map = serializer.serialize_map(None)?;
        if let Some(stage) = presence_stage {
            map.serialize_entry("presence_stage", stage)?;
        }
        if let Some(goals) = goals {
            map.serialize_entry("goals", &Goals(*goals, self.goals))?;
        }
        if let Some(employees) = employees {
            map.serialize_entry("employees", employees)?;
        }
        if let Some(country) = country {
            map.serialize_entry("country", country.code())?;
        }
        if let Some(region) = region {
            map.serialize_entry("region", region.code())?;
        }
        if let Some(budget) = annual_budget {
            map.serialize_entry("annual_budget", budget)?;
        }
        if let Some(hires) = max_hires {
            map.serialize_entry("max_hires", hires)?;
        }
        if let Some(team) = team {
            map.serialize_entry("team", team)?;
        }
        if let Some(workload) = workload {
            map.serialize_entry("workload", workload)?;
        }
        if let Some(market) = market {
            map.serialize_entry("market", market)?;
        }
        if let Some(agreement) = agreement {
            map.serialize_entry("agreement", agreement)?;
        }
        map.end()
    }
}

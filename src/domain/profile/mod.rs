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

/// What an agency or freelance does for the company.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agency {
    /// Hours a week that it brings, where that is known.
    pub hours_per_week: Option<u32>,
    /// What it costs a month, where that is known.
    pub fee_per_month: Option<Money>,
}

/// Who is already there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// Community managers already employed.
    pub community_managers: u32,
    /// Social media managers already employed.
    pub social_media_managers: u32,
    /// Apprentices and interns already there.
    pub apprentices: u32,
    /// Share of full time that each manager in post gives, in percent; all of it when not said.
    pub fte_percent: Option<u32>,
    /// The agency that already works for the company.
    pub agency: Option<Agency>,
}

impl Serialize for Agency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { hours_per_week, fee_per_month } = self;
        if hours_per_week.is_none() && fee_per_month.is_none() {
            return serializer.serialize_bool(true);
        }
        let mut map = serializer.serialize_map(None)?;
        if let Some(hours) = hours_per_week {
            map.serialize_entry("hours_per_week", hours)?;
        }
        if let Some(fee) = fee_per_month {
            map.serialize_entry("fee_per_month", fee)?;
        }
        map.end()
    }
}

impl Serialize for Team {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { community_managers, social_media_managers, apprentices, fte_percent, agency } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("community_managers", community_managers)?;
        map.serialize_entry("social_media_managers", social_media_managers)?;
        if *apprentices > 0 {
            map.serialize_entry("apprentices", apprentices)?;
        }
        if let Some(percent) = fte_percent {
            map.serialize_entry("fte_percent", percent)?;
        }
        match agency {
            Some(agency) => map.serialize_entry("agency", agency)?,
            None => map.serialize_entry("agency", &false)?,
        }
        map.end()
    }
}

/// Posts a week by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Posts {
    /// Text and links.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<u32>,
    /// With pictures that have to be made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<u32>,
    /// Videos up to about a minute and a half.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_video: Option<u32>,
    /// Longer videos.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub long_video: Option<u32>,
}

impl Posts {
    /// All of them together.
    #[must_use]
    pub fn all(&self) -> u32 {
        self.counts().into_iter().fold(0, u32::saturating_add)
    }

    /// The counts in the order text, image, short video, long video; 0 where nothing is said.
    #[must_use]
    pub fn counts(&self) -> [u32; 4] {
        [self.text, self.image, self.short_video, self.long_video].map(|count| count.unwrap_or(0))
    }
}

/// What there is to do in a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Workload {
    /// Networks and other channels that are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<u32>,
    /// Comments and private messages that need an answer, a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messages_per_week: Option<u32>,
    /// Posts to publish, a week, of any kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posts_per_week: Option<u32>,
    /// The same by kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posts: Option<Posts>,
    /// Followers, all channels together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub followers: Option<u32>,
}

impl Workload {
    /// Whether fewer posts are said than posts by kind.
    #[must_use]
    pub fn contradicts_itself(&self) -> bool {
        self.posts_per_week.zip(self.posts).is_some_and(|(posts, kinds)| posts < kinds.all())
    }
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
    /// Languages in which the company publishes and answers.
    pub languages: Option<u32>,
    /// Hours within which messages are to be answered.
    pub reply_within_hours: Option<u32>,
    /// Whether evenings and weekends are to be covered.
    pub out_of_hours: Option<bool>,
    /// Whether the company keeps a space of its own for its community.
    pub own_space: Option<bool>,
    /// What is spent on advertising on social networks a month.
    pub ad_budget_per_month: Option<Money>,
    /// Whom the company sells to.
    pub market: Option<Market>,
    /// Collective agreement that the company applies, by its number (IDCC in France).
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

impl<'a> NamedProfile<'a> {
    /// The ids of the goals, whatever their priority.
    pub fn goal_ids(&self) -> impl Iterator<Item = &'a str> {
        let goals = self.goals;
        members(self.profile.goals.map_or(0, GoalSet::all)).map(|goal| goals.id(goal))
    }
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
            languages,
            reply_within_hours,
            out_of_hours,
            own_space,
            ad_budget_per_month,
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
        if let Some(languages) = languages {
            map.serialize_entry("languages", languages)?;
        }
        if let Some(hours) = reply_within_hours {
            map.serialize_entry("reply_within_hours", hours)?;
        }
        if let Some(covered) = out_of_hours {
            map.serialize_entry("out_of_hours", covered)?;
        }
        if let Some(space) = own_space {
            map.serialize_entry("own_space", space)?;
        }
        if let Some(budget) = ad_budget_per_month {
            map.serialize_entry("ad_budget_per_month", budget)?;
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

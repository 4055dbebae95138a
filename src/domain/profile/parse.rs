//! The fast way in: a profile straight from JSON (or any serde format), without allocating.
//!
//! It stops at the first error and says little about it; [`super::faults()`] then says everything.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Agency, Posts, Profile, Team, Workload, whole};
use crate::domain::goal::{GoalId, GoalIndex, GoalSet};
use crate::domain::input::field::Field;
use crate::domain::input::questions::{
    AGENCY_IN_PLACE, GOAL, MAX_AMOUNT, MONEY, POSTS, PROFILE, TEAM, WORKLOAD,
};
use crate::domain::iso::{Country, Region, currency};
use crate::domain::money::Money;
use crate::domain::vocab::Priority;

/// Reads a [`Profile`]; goal ids are looked up in the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct ProfileSeed<'c> {
    /// The goals that there are.
    pub goals: &'c GoalIndex,
}

impl<'de> DeserializeSeed<'de> for ProfileSeed<'_> {
    type Value = Profile;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Profile, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ProfileSeed<'_> {
    type Value = Profile;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a profile (an object)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Profile, A::Error> {
        let mut profile = Profile::default();
        let mut seen = 0_u32;
        while let Some((at, field)) = map.next_key_seed(Name(PROFILE))? {
            if seen & 1 << at != 0 {
                return Err(A::Error::duplicate_field(field.name));
            }
            seen |= 1 << at;
            let count = OrNull(Count(field));
            match field.name {
                "presence_stage" => profile.presence_stage = map.next_value()?,
                "goals" => profile.goals = map.next_value_seed(OrNull(GoalsSeed(self.goals)))?,
                "employees" => profile.employees = map.next_value_seed(count)?,
                "country" => {
                    profile.country = map.next_value_seed(OrNull(Code("country", Country::find)))?;
                }
                "region" => profile.region = map.next_value_seed(OrNull(Code("region", Region::find)))?,
                "annual_budget" => profile.annual_budget = map.next_value_seed(OrNull(MoneySeed))?,
                "max_hires" => profile.max_hires = map.next_value_seed(count)?,
                "team" => profile.team = map.next_value_seed(OrNull(TeamSeed))?,
                "workload" => profile.workload = map.next_value_seed(OrNull(WorkloadSeed))?,
                "languages" => profile.languages = map.next_value_seed(count)?,
                "reply_within_hours" => profile.reply_within_hours = map.next_value_seed(count)?,
                "out_of_hours" => profile.out_of_hours = map.next_value()?,
                "own_space" => profile.own_space = map.next_value()?,
                "ad_budget_per_month" => {
                    profile.ad_budget_per_month = map.next_value_seed(OrNull(MoneySeed))?;
                }
                "market" => profile.market = map.next_value()?,
                "agreement" => profile.agreement = map.next_value_seed(count)?,
                // A city is looked up before: no profile holds one.
                _ => return Err(A::Error::custom("no field of a profile")),
            }
        }
        if profile.workload.is_some_and(|workload| workload.contradicts_itself()) {
            return Err(A::Error::custom("fewer posts than posts by kind"));
        }
        if let Some(region) = profile.region {
            match profile.country {
                None => profile.country = Country::find(region.country),
                Some(country) if country.code() != region.country => {
                    return Err(A::Error::custom("the region lies in another country"));
                }
                Some(_) => {}
            }
        }
        Ok(profile)
    }
}

/// A field by its name, with its position in the list.
struct Name(&'static [Field]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = (usize, &'static Field);
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = (usize, &'static Field);
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }
    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let found = self.0.iter().enumerate().find(|(_, field)| field.name == name);
        found.ok_or_else(|| E::custom("unknown field"))
    }
}

/// Takes `null` as "not given".
struct OrNull<S>(S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for OrNull<S> {
    type Value = Option<S::Value>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for OrNull<S> {
    type Value = Option<S::Value>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }
    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.0.deserialize(deserializer).map(Some)
    }
}

/// A whole number within the bounds of a field.
struct Count(&'static Field);

impl<'de> DeserializeSeed<'de> for Count {
    type Value = u32;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u32, D::Error> {
        deserializer.deserialize_u32(self)
    }
}

impl Visitor<'_> for Count {
    type Value = u32;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<u32, E> {
        let (from, to) = self.0.bounds();
        u32::try_from(value)
            .ok()
            .filter(|_| (from..=to).contains(&value))
            .ok_or_else(|| E::custom("number out of range"))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<u32, E> {
        u64::try_from(value)
            .map_err(|_| E::custom("number out of range"))
            .and_then(|value| self.visit_u64(value))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<u32, E> {
        whole(value).ok_or_else(|| E::custom("no whole number")).and_then(|value| self.visit_u64(value))
    }
}

/// A whole amount; its bounds are checked with the currency.
struct Amount;

impl<'de> DeserializeSeed<'de> for Amount {
    type Value = u64;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u64, D::Error> {
        deserializer.deserialize_u64(self)
    }
}

impl Visitor<'_> for Amount {
    type Value = u64;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a whole number from 1 to {MAX_AMOUNT}")
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<u64, E> {
        Ok(value)
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<u64, E> {
        u64::try_from(value).map_err(|_| E::custom("amount out of range"))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<u64, E> {
        whole(value).ok_or_else(|| E::custom("no whole amount"))
    }
}

/// A code that a function knows.
struct Code<T>(&'static str, fn(&str) -> Option<T>);

impl<'de, T> DeserializeSeed<'de> for Code<T> {
    type Value = T;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T> Visitor<'_> for Code<T> {
    type Value = T;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} code", self.0)
    }
    fn visit_str<E: Error>(self, code: &str) -> Result<T, E> {
        (self.1)(code).ok_or_else(|| E::custom(format_args!("unknown {}", self.0)))
    }
}

struct GoalsSeed<'c>(&'c GoalIndex);

impl<'de> DeserializeSeed<'de> for GoalsSeed<'_> {
    type Value = GoalSet;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<GoalSet, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for GoalsSeed<'_> {
    type Value = GoalSet;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of goals")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<GoalSet, A::Error> {
        let mut set = GoalSet::default();
        while let Some((goal, priority)) = list.next_element_seed(GoalChoice(self.0))? {
            set.add(goal, priority);
        }
        if set.all() == 0 {
            return Err(A::Error::custom("no goal given"));
        }
        Ok(set)
    }
}

/// A goal: its id, or `{"goal": id, "priority": …}`.
struct GoalChoice<'c>(&'c GoalIndex);

impl<'de> DeserializeSeed<'de> for GoalChoice<'_> {
    type Value = (GoalId, Priority);
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for GoalChoice<'_> {
    type Value = (GoalId, Priority);
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a goal, or an object with a goal and a priority")
    }
    fn visit_str<E: Error>(self, id: &str) -> Result<Self::Value, E> {
        self.0.find(id).map(|goal| (goal, Priority::Primary)).ok_or_else(|| E::custom("unknown goal"))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut goal, mut priority) = (None, None);
        while let Some((at, _)) = map.next_key_seed(Name(GOAL))? {
            let twice = if at == 0 { goal.is_some() } else { priority.is_some() };
            if twice {
                return Err(A::Error::custom("duplicate field"));
            }
            if at == 0 {
                goal = Some(map.next_value_seed(GoalName(self.0))?);
            } else {
                priority = map.next_value()?;
            }
        }
        let goal = goal.ok_or_else(|| A::Error::missing_field("goal"))?;
        Ok((goal, priority.unwrap_or(Priority::Primary)))
    }
}

struct GoalName<'c>(&'c GoalIndex);

impl<'de> DeserializeSeed<'de> for GoalName<'_> {
    type Value = GoalId;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<GoalId, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for GoalName<'_> {
    type Value = GoalId;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a goal")
    }
    fn visit_str<E: Error>(self, id: &str) -> Result<GoalId, E> {
        self.0.find(id).ok_or_else(|| E::custom("unknown goal"))
    }
}

/// Declares the seed of an object of a few fields.
macro_rules! object_seed {
    ($seed:ident -> $value:ty, $what:literal, $fields:expr, |$map:ident, $field:ident, $object:ident| $set:expr, |$done:ident| $finish:expr) => {
        struct $seed;
        impl<'de> DeserializeSeed<'de> for $seed {
            type Value = $value;
            fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<$value, D::Error> {
                deserializer.deserialize_map(self)
            }
        }
        impl<'de> Visitor<'de> for $seed {
            type Value = $value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($what)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut $map: A) -> Result<$value, A::Error> {
                let mut $object = Default::default();
                let mut seen = 0_u8;
                while let Some((at, $field)) = $map.next_key_seed(Name($fields))? {
                    if seen & 1 << at != 0 {
                        return Err(A::Error::duplicate_field($field.name));
                    }
                    seen |= 1 << at;
                    $set;
                }
                let $done = $object;
                $finish
            }
        }
    };
}

object_seed!(TeamSeed -> Team, "a team (an object)", TEAM, |map, field, team| {
    // The second says whether heads are counted.
    let (team, counted): &mut (Team, bool) = &mut team;
    match field.name {
        "community_managers" => {
            let count = map.next_value_seed(OrNull(Count(field)))?;
            *counted |= count.is_some();
            team.community_managers = count.unwrap_or(0);
        }
        "social_media_managers" => {
            let count = map.next_value_seed(OrNull(Count(field)))?;
            *counted |= count.is_some();
            team.social_media_managers = count.unwrap_or(0);
        }
        "apprentices" => team.apprentices = map.next_value_seed(OrNull(Count(field)))?.unwrap_or(0),
        "fte_percent" => team.fte_percent = map.next_value_seed(OrNull(Count(field)))?,
        "agency" => team.agency = map.next_value_seed(OrNull(AgencySeed))?.flatten(),
        _ => return Err(A::Error::custom("no field of a team")),
    }
}, |team| match team {
    (Team { fte_percent: Some(_), .. }, false) => Err(A::Error::custom("the share of nobody")),
    (team, _) => Ok(team),
});

/// `true`, `false`, or an object.
struct AgencySeed;

impl<'de> DeserializeSeed<'de> for AgencySeed {
    type Value = Option<Agency>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AgencySeed {
    type Value = Option<Agency>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("true, or an object with hours and fee")
    }
    fn visit_bool<E: Error>(self, there: bool) -> Result<Self::Value, E> {
        Ok(there.then(Agency::default))
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        AgencyFields.visit_map(map).map(Some)
    }
}

object_seed!(AgencyFields -> Agency, "an agency (an object)", AGENCY_IN_PLACE, |map, field, agency| {
    let agency: &mut Agency = &mut agency;
    match field.name {
        "hours_per_week" => agency.hours_per_week = map.next_value_seed(OrNull(Count(field)))?,
        "fee_per_month" => agency.fee_per_month = map.next_value_seed(OrNull(MoneySeed))?,
        _ => return Err(A::Error::custom("no field of an agency")),
    }
}, |agency| Ok(agency));

object_seed!(PostsSeed -> Posts, "posts by kind (an object)", POSTS, |map, field, posts| {
    let posts: &mut Posts = &mut posts;
    let value = map.next_value_seed(OrNull(Count(field)))?;
    match field.name {
        "text" => posts.text = value,
        "image" => posts.image = value,
        "short_video" => posts.short_video = value,
        "long_video" => posts.long_video = value,
        _ => return Err(A::Error::custom("no kind of posts")),
    }
}, |posts| Ok(posts));

object_seed!(WorkloadSeed -> Workload, "a workload (an object)", WORKLOAD, |map, field, workload| {
    let workload: &mut Workload = &mut workload;
    if field.name == "posts" {
        workload.posts = map.next_value_seed(OrNull(PostsSeed))?;
        continue;
    }
    let value = map.next_value_seed(OrNull(Count(field)))?;
    match field.name {
        "channels" => workload.channels = value,
        "messages_per_week" => workload.messages_per_week = value,
        "posts_per_week" => workload.posts_per_week = value,
        "followers" => workload.followers = value,
        _ => return Err(A::Error::custom("no field of a workload")),
    }
}, |workload| Ok(workload));

object_seed!(MoneySeed -> Money, "an amount of money (an object)", MONEY, |map, field, money| {
    let money: &mut (Option<u64>, Option<iso_currency::Currency>) = &mut money;
    if field.name == "amount" {
        money.0 = Some(map.next_value_seed(Amount)?);
    } else {
        money.1 = Some(map.next_value_seed(Code("currency", currency))?);
    }
}, |money| {
    let amount = money.0.ok_or_else(|| A::Error::missing_field("amount"))?;
    let currency = money.1.ok_or_else(|| A::Error::missing_field("currency"))?;
    if amount == 0 || amount > MAX_AMOUNT {
        return Err(A::Error::custom("amount out of range"));
    }
    Ok(Money { amount, currency })
});

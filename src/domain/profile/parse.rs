//! The fast way in: a profile straight from JSON (or any serde format), without allocating.
//!
//! It stops at the first error and says little about it; [`super::diagnose`] then says everything.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{
    Country, FIELDS, MAX_AGREEMENT, MAX_AMOUNT, MAX_COUNT, Profile, Region, TEAM_FIELDS, Team,
    WORKLOAD_FIELDS, Workload, currency, whole,
};
use crate::domain::goal::{GoalId, GoalIndex, GoalSet};
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
        let mut seen = 0_u16;
        while let Some(field) = map.next_key_seed(Name(&FIELDS))? {
            if seen & 1 << field != 0 {
                return Err(A::Error::duplicate_field(FIELDS[field]));
            }
            seen |= 1 << field;
            match field {
                0 => profile.presence_stage = map.next_value()?,
                1 => profile.goals = map.next_value_seed(OrNull(GoalsSeed(self.goals)))?,
                2 => profile.employees = map.next_value_seed(OrNull(Count { from: 1 }))?,
                3 => profile.country = map.next_value_seed(OrNull(Code("country", Country::find)))?,
                4 => profile.region = map.next_value_seed(OrNull(Code("region", Region::find)))?,
                5 => profile.annual_budget = map.next_value_seed(OrNull(MoneySeed))?,
                6 => profile.max_hires = map.next_value_seed(OrNull(Count { from: 0 }))?,
                7 => profile.team = map.next_value_seed(OrNull(TeamSeed))?,
                8 => profile.workload = map.next_value_seed(OrNull(WorkloadSeed))?,
                9 => profile.market = map.next_value()?,
                10 => profile.agreement = map.next_value_seed(OrNull(Count { from: 1 }))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        if profile.agreement.is_some_and(|idcc| idcc > MAX_AGREEMENT) {
            return Err(A::Error::custom("no such agreement"));
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

/// A field name: its position in the list of accepted ones.
struct Name(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = usize;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", self.0.join(", "))
    }
    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        self.0.iter().position(|known| *known == name).ok_or_else(|| E::unknown_field(name, self.0))
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

/// A whole number from `from` to [`MAX_COUNT`].
struct Count {
    from: u32,
}

impl<'de> DeserializeSeed<'de> for Count {
    type Value = u32;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u32, D::Error> {
        deserializer.deserialize_u32(self)
    }
}

impl Visitor<'_> for Count {
    type Value = u32;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a whole number from {} to {MAX_COUNT}", self.from)
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<u32, E> {
        u32::try_from(value)
            .ok()
            .filter(|value| (self.from..=MAX_COUNT).contains(value))
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
        while let Some(field) = map.next_key_seed(Name(&["goal", "priority"]))? {
            let twice = if field == 0 { goal.is_some() } else { priority.is_some() };
            if twice {
                return Err(A::Error::custom("duplicate field"));
            }
            if field == 0 {
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

/// Declares the seed of an object whose fields are all known by position.
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
                while let Some($field) = $map.next_key_seed(Name(&$fields))? {
                    if seen & 1 << $field != 0 {
                        return Err(A::Error::duplicate_field($fields[$field]));
                    }
                    seen |= 1 << $field;
                    $set;
                }
                let $done = $object;
                $finish
            }
        }
    };
}

object_seed!(TeamSeed -> Team, "a team (an object)", TEAM_FIELDS, |map, field, team| {
    let team: &mut Team = &mut team;
    match field {
        0 => team.community_managers = map.next_value_seed(OrNull(Count { from: 0 }))?.unwrap_or(0),
        1 => team.social_media_managers = map.next_value_seed(OrNull(Count { from: 0 }))?.unwrap_or(0),
        _ => team.agency = map.next_value::<Option<bool>>()?.unwrap_or(false),
    }
}, |team| Ok(team));

object_seed!(WorkloadSeed -> Workload, "a workload (an object)", WORKLOAD_FIELDS, |map, field, workload| {
    let workload: &mut Workload = &mut workload;
    let value = map.next_value_seed(OrNull(Count { from: 0 }))?;
    match field {
        0 => workload.channels = value,
        1 => workload.messages_per_week = value,
        2 => workload.posts_per_week = value,
        _ => workload.followers = value,
    }
}, |workload| Ok(workload));

const MONEY_FIELDS: [&str; 2] = ["amount", "currency"];

object_seed!(MoneySeed -> Money, "an amount of money (an object)", MONEY_FIELDS, |map, field, money| {
    let money: &mut (Option<u64>, Option<iso_currency::Currency>) = &mut money;
    if field == 0 {
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

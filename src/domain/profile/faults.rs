//! What is wrong with a profile that could not be read the fast way: all of it, field by field.

use serde_json::Value;

use crate::domain::goal::GoalIndex;
use crate::domain::input::fault::InputError;
use crate::domain::input::questions;
use crate::domain::input::reader::{Known, Reader, wrong};
use crate::domain::iso::{Country, Region};
use crate::domain::message::{ids, said};
use crate::domain::pay::data::PayData;
use crate::domain::vocab::{Market, Stage};

/// Lists everything wrong with a profile; empty when it can be read.
///
/// `complete` says whether stage and goals are required (a recommendation) or may be missing (an interview). `pay` are
/// the data of the country, without which any collective agreement is one.
#[must_use]
pub fn faults(value: &Value, goals: &GoalIndex, pay: Option<&PayData>, complete: bool) -> Vec<InputError> {
    let known = Known { goals: Some(goals), pay, missions: None };
    let mut reader = match Reader::new(known, value, "", questions::PROFILE) {
        Ok(reader) if complete => reader,
        Ok(reader) => reader.partial(),
        Err(errors) => return errors,
    };
    reader.choice::<Stage>("presence_stage");
    reader.goals("goals");
    reader.choice::<Market>("market");
    for name in ["employees", "max_hires"] {
        reader.count(name);
    }
    let (country, region) = (reader.country(), reader.region());
    reader.agreement(country.map(Country::code).or(region.map(Region::country)));
    if let (Some(country), Some(region)) = (country, region) {
        reader.lies_within(region, country.code());
    }
    for name in ["languages", "reply_within_hours"] {
        reader.count(name);
    }
    for name in ["out_of_hours", "own_space"] {
        reader.maybe(name);
    }
    money(&mut reader, "annual_budget");
    money(&mut reader, "ad_budget_per_month");
    reader.object("team", |inner| {
        let managers = ["community_managers", "social_media_managers"];
        for name in managers {
            inner.count(name);
        }
        inner.count("apprentices");
        let counted = managers.iter().any(|name| inner.get(name).is_some_and(|value| !value.is_null()));
        if inner.count("fte_percent").is_some() && !counted {
            let at = inner.at("fte_percent");
            inner.errors.push(wrong(at, ids::FAULT_SHARE_OF_NOBODY));
        }
        inner.flag_or("agency", |agency| {
            agency.count("hours_per_week");
            money(agency, "fee_per_month");
            Some(())
        })
    });
    reader.object("workload", |inner| {
        for name in ["channels", "messages_per_week", "followers"] {
            inner.count(name);
        }
        let all = inner.count("posts_per_week");
        let by_kind = inner.object("posts", |posts| {
            let counts = questions::POSTS.iter().filter_map(|field| posts.count(field.name));
            Some(counts.fold(0, u32::saturating_add))
        });
        if let (Some(all), Some(by_kind)) = (all, by_kind)
            && all < by_kind
        {
            let at = inner.at("posts_per_week");
            inner
                .errors
                .push(wrong(at, said!(FAULT_POSTS_ALL_FEWER_THAN_GIVEN, all = all, by_kind = by_kind)));
        }
        Some(())
    });
    reader.errors.into_list()
}

/// An amount with its currency.
fn money(reader: &mut Reader<'_, '_>, name: &str) {
    reader.object(name, |inner| {
        inner.whole("amount");
        inner.currency("currency")
    });
}

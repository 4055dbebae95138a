//! What the law of places asks of ads: `jurisdictions.csv` and `unions.toml` → domain.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::super::load::values;
use super::super::pay::{note, text};
use super::super::records::{Place, Reader};
use super::{FOLDER, cited, split};
use crate::domain::dated::{Day, parse_day};
use crate::domain::iso::{Country, Region, currency};
use crate::domain::job::law::{Law, LawStatus, Prohibition, Requirement, Union};
use crate::domain::vocab::{Grade, vocabulary};

vocabulary! {
    /// When pay must be told.
    PayTiming("time to tell pay") {
        /// In the ad.
        InAd = "in-ad",
        /// Before the interview.
        BeforeInterview = "before-interview",
        /// Before hiring.
        BeforeHiring = "before-hiring",
        /// On request.
        OnRequest = "on-request",
        /// Never.
        None = "none",
        /// In the ad, one day.
        PlannedInAd = "planned-in-ad",
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LawRow {
    id: String,
    country: String,
    region: Option<String>,
    city: Option<String>,
    name_fr: String,
    name_en: String,
    status: LawStatus,
    valid_from: Option<String>,
    valid_to: Option<String>,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    verified_on: Day,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    review_by: Day,
    employees_from: Option<u32>,
    requires: Option<String>,
    recommends: Option<String>,
    prohibits: Option<String>,
    #[expect(dead_code, reason = "checked to be one of the known times; no answer says it")]
    pay_timing: Option<PayTiming>,
    max_spread: Option<u64>,
    max_spread_currency: Option<String>,
    exempt_above: Option<u64>,
    exempt_above_currency: Option<String>,
    says_fr: String,
    says_en: String,
    penalty_fr: Option<String>,
    penalty_en: Option<String>,
    threshold_fr: Option<String>,
    threshold_en: Option<String>,
    source: String,
    confidence: Grade,
    note_fr: Option<String>,
    note_en: Option<String>,
}

pub(super) fn unions(reader: &mut Reader<'_>, file: &str) -> Vec<Union> {
    let located = reader.records::<Union>("union", |path| path == file);
    for item in &located {
        for code in item.value.members.iter().filter(|code| Country::find(code).is_none()) {
            reader.error(item.place, &item.value.id, format!("`{code}` is no ISO 3166-1 code of a country"));
        }
    }
    values(located)
}

pub(super) fn laws(reader: &mut Reader<'_>, known: &BTreeSet<&str>, unions: &[Union]) -> Vec<Law> {
    let rows = reader.rows::<LawRow>(&format!("{FOLDER}jurisdictions.csv"), |row| &row.id);
    let mut laws = Vec::with_capacity(rows.len());
    let places: Vec<Place> = rows.iter().map(|row| row.place).collect();
    for row in rows {
        let (place, row) = (row.place, row.value);
        let mut day = |name: &str, value: Option<&str>| {
            let found = value.and_then(parse_day);
            if value.is_some() && found.is_none() {
                reader.error(place, &row.id, format!("{name} must be a date, YYYY-MM-DD"));
            }
            found
        };
        let (valid_from, valid_to) =
            (day("valid_from", row.valid_from.as_deref()), day("valid_to", row.valid_to.as_deref()));
        let mut requirements = |list: Option<&str>| -> Vec<Requirement> {
            split(list)
                .filter_map(|word| match word.parse() {
                    Ok(found) => Some(found),
                    Err(error) => {
                        let error: crate::domain::vocab::UnknownValue = error;
                        reader.error(place, &row.id, error.to_string());
                        None
                    }
                })
                .collect()
        };
        let (requires, recommends) =
            (requirements(row.requires.as_deref()), requirements(row.recommends.as_deref()));
        let mut prohibits = Vec::new();
        for word in split(row.prohibits.as_deref()) {
            match word.parse::<Prohibition>() {
                Ok(found) => prohibits.push(found),
                Err(error) => reader.error(place, &row.id, error.to_string()),
            }
        }
        let union = unions.iter().find(|union| union.id == row.country);
        if union.is_none() && Country::find(&row.country).is_none() {
            let reason =
                format!("country `{}` is neither an ISO 3166-1 code nor in unions.toml", row.country);
            reader.error(place, &row.id, reason);
        }
        match row.region.as_deref().map(|code| Region::find(code).ok_or(())) {
            Some(Err(())) => reader.error(place, &row.id, "region is no ISO 3166-2 code"),
            Some(Ok(region)) if region.country() != row.country => {
                reader.error(
                    place,
                    &row.id,
                    format!("region lies in {}, not in {}", region.country(), row.country),
                );
            }
            _ => {}
        }
        if row.review_by <= row.verified_on {
            reader.error(place, &row.id, "review_by must come after verified_on, the day of the last check");
        }
        for (name, amount, code) in [
            ("max_spread", row.max_spread, row.max_spread_currency.as_deref()),
            ("exempt_above", row.exempt_above, row.exempt_above_currency.as_deref()),
        ] {
            if amount.is_some() != code.is_some() || code.is_some_and(|code| currency(code).is_none()) {
                let reason = format!("{name} needs an amount and, in {name}_currency, an ISO 4217 code");
                reader.error(place, &row.id, reason);
            }
        }
        laws.push(Law {
            sources: cited(reader, known, place, &row.id, Some(&row.source)),
            name: text(&row.name_fr, &row.name_en),
            says: text(&row.says_fr, &row.says_en),
            penalty: note(row.penalty_fr.as_ref(), row.penalty_en.as_ref()),
            threshold: note(row.threshold_fr.as_ref(), row.threshold_en.as_ref()),
            note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
            max_spread: row.max_spread.zip(row.max_spread_currency),
            exempt_above: row.exempt_above.zip(row.exempt_above_currency),
            cities: split(row.city.as_deref()).map(str::to_owned).collect(),
            id: row.id,
            country: row.country,
            members: union.map_or_else(Vec::new, |union| union.members.clone()),
            region: row.region,
            status: row.status,
            valid_from,
            valid_to,
            verified_on: row.verified_on,
            review_by: row.review_by,
            employees_from: row.employees_from,
            requires,
            recommends,
            prohibits,
            confidence: row.confidence,
        });
    }
    overlaps(reader, &laws, &places);
    laws
}

/// Notes two rules of one place that are in force on the same day and require the same thing: one of them is old, and
/// wants its last day.
fn overlaps(reader: &mut Reader<'_>, laws: &[Law], places: &[Place]) {
    for (at, (law, place)) in laws.iter().zip(places).enumerate() {
        let same = |other: &&Law| {
            let here =
                (&other.country, &other.region, &other.cities) == (&law.country, &law.region, &law.cities);
            let both = [law, other].iter().all(|law| law.status == LawStatus::InForce);
            let apart = law.valid_to.zip(other.valid_from).is_some_and(|(to, from)| to < from)
                || other.valid_to.zip(law.valid_from).is_some_and(|(to, from)| to < from);
            here && both && !apart && law.requires.iter().any(|item| other.requires.contains(item))
        };
        if let Some(other) = laws[..at].iter().find(same) {
            let reason = format!(
                "requires the same as `{}` in the same place and time; give the older its valid_to, or drop one",
                other.id
            );
            reader.error(*place, &law.id, reason);
        }
    }
}

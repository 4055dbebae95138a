//! Lists of words, names of facts and currencies: `lists.toml`, `facts.toml` and `currencies.toml` → domain.

use std::collections::BTreeSet;

use super::super::load::{Core, values};
use super::super::pay::CITIES;
use super::super::records::{Place, Reader};
use crate::domain::iso::{Country, Region, currency};
use crate::domain::job::currency::{Currencies, CurrencyWords};
use crate::domain::job::facts::{Fact, FactNames, FactWords, PostingTerm};
use crate::domain::job::fold::fold;
use crate::domain::job::lists::{List, Lists, WordList};
use crate::domain::job::places::{PlaceNames, Places};
use crate::domain::pay::place::City;

/// The lists; none when one is missing.
pub(super) fn lists(reader: &mut Reader<'_>, file: &str, thorough: bool) -> Option<Lists> {
    let records = reader.records::<WordList>("list", |path| path == file);
    for record in records.iter().filter(|_| thorough) {
        let WordList { id, words, also } = &record.value;
        for word in words.iter().chain(also) {
            check(reader, record.place, id.id(), word, id.keeps_accents());
            if *id == List::Payments && !word.contains("{n}") {
                reader.error(record.place, id.id(), format!("`{word}` has no {{n}}, the number of payments"));
            }
        }
    }
    match Lists::new(values(records)) {
        Ok(lists) => Some(lists),
        Err(list) => {
            reader.missing(file, list.id(), "is missing; every list is required, an empty one too");
            None
        }
    }
}

/// What facts beside the prose are called; none when one is missing or wrong.
pub(super) fn facts(reader: &mut Reader<'_>, names: &str, terms: &str, thorough: bool) -> Option<FactWords> {
    let records = reader.records::<FactNames>("fact", |path| path == names);
    for record in records.iter().filter(|_| thorough) {
        for name in record.value.names.iter().chain(&record.value.also) {
            if name.is_empty() || name.contains([' ', '-']) || name.to_lowercase() != *name {
                let reason = format!(
                    "`{}` is never found: names are in small letters, with `_` between words",
                    name.escape_debug()
                );
                reader.error(record.place, record.value.id.id(), reason);
            }
        }
    }
    let written = reader.records::<PostingTerm>("term", |path| path == terms);
    let mut places: Vec<(String, Place)> =
        records.iter().map(|record| (record.value.id.to_string(), record.place)).collect();
    places.extend(written.iter().map(|record| (record.value.id.clone(), record.place)));
    match FactWords::new(values(records), values(written)) {
        Ok(facts) => Some(facts),
        Err((id, reason)) => {
            match places.iter().find(|(known, _)| *known == id) {
                Some((_, place)) => reader.error(*place, &id, reason),
                None => reader.missing(if Fact::find(&id).is_some() { names } else { terms }, &id, &reason),
            }
            None
        }
    }
}

/// How ads write places: the names of cities and countries have records of their own.
pub(super) fn places(reader: &mut Reader<'_>, file: &str, core: &Core) -> Places {
    let cities = reader.rows::<City>(CITIES, |city| &city.id);
    let rows = reader.rows::<PlaceNames>(file, |row| &row.id);
    for row in &rows {
        let id = &row.value.id;
        if Country::find(id).is_none() && Region::find(id).is_none() {
            reader.error(row.place, id, format!("`{id}` is no ISO 3166 code of a country or region"));
        }
        if let Some(region) = row.value.region.as_ref().filter(|code| Region::find(code).is_none()) {
            reader.error(row.place, id, format!("`{region}` is no ISO 3166-2 code of a region"));
        }
    }
    let countries = core.countries.iter().map(|country| (country.value.code.as_str(), &country.value.name));
    Places::new(&values(cities), countries, &values(rows))
}

/// How ads write currencies.
pub(super) fn currencies(reader: &mut Reader<'_>, file: &str, thorough: bool) -> Currencies {
    let records = reader.records::<CurrencyWords>("currency", |path| path == file);
    // A sign means one currency, or in each country one, and one elsewhere.
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    let shared: BTreeSet<&str> =
        records.iter().flat_map(|record| &record.value.shared).map(String::as_str).collect();
    for record in records.iter().filter(|_| thorough) {
        let (place, item) = (record.place, &record.value);
        let mut wrong = |reason: String| reader.error(place, &item.id, reason);
        if currency(&item.id).is_none() {
            wrong(format!("`{}` is no ISO 4217 code", item.id));
        }
        for code in item.countries.iter().filter(|code| Country::find(code).is_none()) {
            wrong(format!("`{code}` is no ISO 3166-1 code"));
        }
        if item.shared.is_empty() && (item.elsewhere || !item.countries.is_empty()) {
            wrong("`countries` and `elsewhere` say where a shared sign means it; add `shared`".to_owned());
        }
        for sign in item.signs.iter().filter(|sign| shared.contains(sign.as_str())) {
            wrong(format!("`{sign}` is shared by other currencies; write it under `shared`"));
        }
        let own = item.signs.iter().map(|sign| (sign.as_str(), ""));
        let places = item.countries.iter().map(String::as_str).chain(item.elsewhere.then_some("elsewhere"));
        let here = places.flat_map(|place| item.shared.iter().map(move |sign| (sign.as_str(), place)));
        for (sign, place) in own.chain(here) {
            if !seen.insert((sign, place)) {
                wrong(format!("`{sign}` means another currency already; keep one"));
            }
        }
        for word in [&item.signs, &item.shared, &item.k, &item.lakhs].into_iter().flatten() {
            check(reader, place, &item.id, word, false);
        }
    }
    let known = |code: &str| Some(currency(code)?.code());
    Currencies::new(&values(records), known)
}

/// Notes a word that no text can hold, or every text.
fn check(reader: &mut Reader<'_>, place: Place, record: &str, word: &str, accents: bool) {
    let as_read: String = if accents { word.to_lowercase() } else { word.chars().map(letter).collect() };
    if word.trim().is_empty() {
        reader.error(place, record, "a word is empty; it would be found everywhere: remove it");
    } else if as_read != word {
        let accents = if accents { "" } else { ", without accents" };
        reader.error(
            place,
            record,
            format!(
                "`{}` is never found: texts are read in lower case{accents}; write `{as_read}`",
                word.escape_debug()
            ),
        );
    }
}

/// A letter as folded text has it; what folding treats by its place stays as it is.
fn letter(c: char) -> char {
    let folded = if c.is_alphabetic() || c == '’' { fold(&c.to_string(), &[]).text } else { String::new() };
    folded.chars().next().unwrap_or(c)
}

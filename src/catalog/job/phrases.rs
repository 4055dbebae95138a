//! Entries of the lexicon, each with phrases that texts can hold: TOML → domain.

use super::super::check::hint;
use super::super::load::values;
use super::super::records::{Located, Reader};
use super::FOLDER;
use crate::domain::job::fold::fold;
use crate::domain::job::lexicon::{Activity, Neighbour, Terms, Title};
use crate::domain::reference::Profession;
use crate::domain::vocab::Role;

/// Records with phrases of which each can be found in a text.
pub(super) fn phrased<T: serde::de::DeserializeOwned>(
    reader: &mut Reader<'_>,
    key: &str,
    file: &str,
    thorough: bool,
    terms: impl Fn(&T) -> (&str, &Terms),
) -> Vec<T> {
    let records = reader.records::<T>(key, |path| path == file);
    check_phrases(reader, &records, thorough, terms);
    values(records)
}

/// Notes phrases that no text can hold. An empty one would be found everywhere.
fn check_phrases<T>(
    reader: &mut Reader<'_>,
    records: &[Located<T>],
    thorough: bool,
    terms: impl Fn(&T) -> (&str, &Terms),
) {
    if !thorough {
        return;
    }
    for record in records {
        let (id, terms) = terms(&record.value);
        for phrase in terms.any.iter().chain(&terms.fr).chain(&terms.en) {
            let shown: String = phrase.chars().take(60).collect();
            let shown = shown.escape_debug();
            let plain = phrase.replace('*', "");
            let folded = fold(&plain, &[]).text;
            if phrase.split('*').next().is_none_or(|head| head.trim().is_empty()) {
                reader.error(
                    record.place,
                    id,
                    format!("the phrase `{shown}` begins with nothing; write at least its first letters, or remove it"),
                );
            } else if folded.trim_end() != plain.trim_end() {
                reader.error(
                    record.place,
                    id,
                    format!(
                        "the phrase `{shown}` is never found: texts are read in lower case, without accents and in one line; write `{}`",
                        folded.trim_end().escape_debug()
                    ),
                );
            }
        }
    }
}

pub(super) fn activities(
    reader: &mut Reader<'_>,
    professions: &[Profession],
    neighbours: &[Neighbour],
    thorough: bool,
) -> Vec<Activity> {
    let located = reader.records::<Activity>("activity", |path| path == format!("{FOLDER}activities.toml"));
    check_phrases(reader, &located, thorough, |item| (&item.id, &item.terms));
    for item in &located {
        let share = item.value.share;
        let sum = share.community_manager + share.social_media_manager + share.content_manager + share.other;
        let id = item.value.id.clone();
        if sum != 100 {
            reader.error(item.place, &id, format!("the shares add up to {sum}, not 100"));
        }
        if share.other > 0 && item.value.other().is_none() {
            reader.error(
                item.place,
                &id,
                "has a share of another profession; say which: profession or neighbour",
            );
        }
        if !(1..=3).contains(&item.value.weight) {
            reader.error(item.place, &id, "weight must be 1, 2 or 3");
        }
        if let Some(name) = &item.value.profession
            && !professions.iter().any(|profession| profession.id == *name)
        {
            reader.error(item.place, &id, format!("there is no profession `{name}`"));
        }
        let alone = item.value.alone.as_ref();
        for name in item.value.neighbour.iter().chain(alone.map(|alone| &alone.neighbour)) {
            if !neighbours.iter().any(|known| known.id == *name) {
                let hint = hint(name, neighbours.iter().map(|known| known.id.as_str()));
                let reason = format!("names `{name}`, a neighbour that neighbours.toml does not have{hint}");
                reader.error(item.place, &id, reason);
            }
        }
        if alone.is_some() && share.community_manager != 100 {
            reader.error(
                item.place,
                &id,
                "`alone` is for what is the community manager's: its share must be 100",
            );
        }
        for name in item.value.yields_to.iter().chain(alone.iter().flat_map(|alone| &alone.beside)) {
            if !located.iter().any(|known| known.value.id == *name) {
                let hint = hint(name, located.iter().map(|known| known.value.id.as_str()));
                reader.error(
                    item.place,
                    &id,
                    format!("names `{name}`, an activity that does not exist{hint}"),
                );
            }
        }
    }
    values(located)
}

pub(super) fn titles(reader: &mut Reader<'_>, professions: &[Profession], thorough: bool) -> Vec<Title> {
    let located = reader.records::<Title>("title", |path| path == format!("{FOLDER}titles.toml"));
    check_phrases(reader, &located, thorough, |item| (&item.id, &item.terms));
    for item in &located {
        let id = item.value.id.as_str();
        if id != "both"
            && Role::find(id).is_none()
            && !professions.iter().any(|profession| profession.id == id)
        {
            reader.error(item.place, &item.value.id, "is neither a role, nor `both`, nor a profession");
        }
    }
    values(located)
}

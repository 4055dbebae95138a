//! What the audit of ads and the drafts are made from: `data/job-ads` → domain.

mod law;
mod phrases;
mod wording;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

pub use self::law::PayTiming;
use self::law::{laws, unions};
use self::phrases::{activities, phrased, titles};
use self::wording::{examples, wording};
use super::check::hint;
use super::load::{Core, values};
use super::pay::rows::SourceRow;
use super::pay::source;
use super::records::{Located, Place, Reader};
use crate::domain::job::audit::Statement;
use crate::domain::job::audit::described::Described;
use crate::domain::job::category::{Categories, Category, OWN};
use crate::domain::job::classifier::{Classifier, FINE, MIXED, NONE, SHARED};
use crate::domain::job::data::{
    Drafting, JobData, Measure, MissionRule, Phrases, Purpose, RequirementText, Section,
};
use crate::domain::job::lexicon::{CueTerms, Ground, Heading, Lexicon, Neighbour, Raw, Word};
use crate::domain::job::wording::Wording;
use crate::domain::message::Message;
use crate::domain::provenance::Source;
use crate::domain::reference::RoleSheet;

/// Folder of the data, relative to `data/`.
const FOLDER: &str = "job-ads/";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FindingRow {
    id: String,
    source: String,
}

/// Reads the data. `core` holds the sources, professions and countries that it may refer to, `roles` the missions and
/// measures, where they are known; `thorough` tries every example.
pub fn job_ads(
    reader: &mut Reader<'_>,
    core: &Core,
    roles: Option<&[RoleSheet]>,
    thorough: bool,
) -> Option<JobData> {
    let professions = core.decide.professions.as_slice();
    let file = |name: &str| format!("{FOLDER}{name}");
    let rows = reader.rows::<SourceRow>(&file("sources.csv"), |row| &row.id);
    let sources: Vec<Source> = rows.into_iter().map(|row| source(row.value)).collect();
    let known: BTreeSet<&str> =
        sources.iter().chain(&core.decide.sources).map(|source| source.id.as_str()).collect();
    let neighbours = phrased::<Neighbour>(reader, "neighbour", &file("neighbours.toml"), thorough, |item| {
        (&item.id, &item.terms)
    });
    let raw = Raw {
        words: phrased::<Word>(reader, "word", &file("words.toml"), thorough, |item| (&item.id, &item.terms)),
        activities: activities(reader, professions, &neighbours, thorough),
        headings: phrased::<Heading>(reader, "heading", &file("headings.toml"), thorough, |item| {
            (item.id.id(), &item.terms)
        }),
        cues: phrased::<CueTerms>(reader, "cue", &file("cues.toml"), thorough, |item| {
            (item.id.id(), &item.terms)
        }),
        titles: titles(reader, professions, thorough),
        neighbours,
        grounds: phrased::<Ground>(reader, "ground", &file("grounds.toml"), thorough, |item| {
            (&item.id, &item.terms)
        }),
    };
    let drafting = drafting(reader, roles);
    let categories = categories(reader, &file("categories.toml"));
    let wording = wording(reader, &known, &categories);
    let unions = unions(reader, &file("unions.toml"));
    let laws = laws(reader, &known, &unions);
    let phrases = Phrases::new(core.messages.clone(), findings(reader, &known));
    let sections = sections(reader, &file("sections.toml"));
    let fail = |reader: &mut Reader<'_>, name: &str, record: Option<String>, reason: String| {
        reader.errors.push(super::LoadError {
            file: format!("data/{FOLDER}{name}"),
            line: None,
            record,
            reason,
        });
    };
    let wording = match Wording::compile(wording, thorough) {
        Ok(wording) => wording,
        Err(errors) => {
            for (id, reason) in errors {
                fail(reader, "wording.csv", Some(id), reason);
            }
            return None;
        }
    };
    let lexicon = match Lexicon::new(raw, wording.triggers().to_vec()) {
        Ok(lexicon) => lexicon,
        Err(reason) => {
            fail(reader, "activities.toml", None, reason);
            return None;
        }
    };
    let classifier = model(reader, &file("model.txt"), &|owner| {
        Described::find(owner).is_some()
            || [NONE, SHARED].contains(&owner)
            || professions.iter().any(|item| item.id == owner)
            || lexicon.neighbours.iter().any(|item| item.id == owner)
    })?;
    for (id, reason) in grounds(&lexicon.grounds, &categories) {
        fail(reader, "grounds.toml", Some(id), reason);
    }
    let exclusion = model(reader, &file("exclusion.txt"), &|label| {
        [FINE, MIXED].contains(&label) || lexicon.grounds.iter().any(|ground| ground.id == label)
    })?;
    let statements =
        model(reader, &file("statements.txt"), &|label| label == NONE || Statement::find(label).is_some())?;
    let lists = words::lists(reader, &file("lists.toml"), thorough)?;
    let facts = words::facts(reader, &file("facts.toml"), &file("posting-terms.toml"), thorough)?;
    let currencies = words::currencies(reader, &file("currencies.toml"), thorough);
    let places = words::places(reader, &file("places.csv"), core);
    let data = JobData {
        lexicon,
        classifier,
        exclusion,
        statements,
        lists,
        facts,
        currencies,
        places,
        categories,
        sections,
        wording,
        unions,
        laws,
        drafting,
        phrases,
        sources,
    };
    if thorough {
        for (id, reason) in examples(&data) {
            fail(reader, "wording.csv", Some(id), reason);
        }
    }
    Some(data)
}

/// What drafts say beside the catalogue of roles.
fn drafting(reader: &mut Reader<'_>, roles: Option<&[RoleSheet]>) -> Drafting {
    let file = |name: &str| format!("{FOLDER}{name}");
    Drafting {
        purposes: values(reader.records::<Purpose>("purpose", |path| path == file("purposes.toml"))),
        requirements: values(
            reader.records::<RequirementText>("requirement", |path| path == file("requirements.toml")),
        ),
        measures: of_roles::<Measure>(
            reader,
            "measure",
            &file("measures.toml"),
            |item| &item.id,
            roles.map(|roles| roles.iter().flat_map(|role| &role.kpis).map(|item| item.id.as_str())),
        ),
        missions: of_roles::<MissionRule>(
            reader,
            "mission",
            &file("missions.toml"),
            |item| &item.id,
            roles.map(|roles| roles.iter().flat_map(|role| &role.missions).map(|item| item.id.as_str())),
        ),
    }
}

/// What is wrong with the grounds: each needs a category and two sentences.
fn grounds(grounds: &[Ground], categories: &Categories) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    for ground in grounds {
        if !categories.contains_key(&ground.category) {
            let hint = hint(&ground.category, categories.keys().map(String::as_str));
            let reason = format!("unknown category `{}`{hint}; add it to categories.toml", ground.category);
            wrong.push((ground.id.clone(), reason));
        }
        for id in [ground.code.clone(), format!("{}-do", ground.code)] {
            if Message::find(&id).is_none() {
                wrong.push((
                    ground.id.clone(),
                    format!(
                        "there is no message `{id}` for it; the build knows those of messages/en/findings.ftl"
                    ),
                ));
            }
        }
    }
    wrong
}

/// A model of sentences, whose labels must be `known`.
fn model(reader: &mut Reader<'_>, path: &str, known: &dyn Fn(&str) -> bool) -> Option<Classifier> {
    let read = Classifier::read(reader.text(path).unwrap_or_default(), reader.thorough);
    let reason = match &read {
        Err(error) => Some(error.to_string()),
        Ok(classifier) => classifier.owners().iter().find(|owner| !known(owner)).map(|owner| {
            let owner = owner.escape_debug();
            format!("names `{owner}`, which is neither a profession, a neighbour nor a protected ground; add it to neighbours.toml or grounds.toml")
        }),
    };
    if let Some(reason) = reason {
        let file = format!("data/{path}");
        reader.errors.push(super::LoadError { file, line: None, record: None, reason });
    }
    read.ok()
}

/// Records about something that the sheets of the roles name: `known` holds the ids, where the sheets were read.
fn of_roles<'k, T: serde::de::DeserializeOwned>(
    reader: &mut Reader<'_>,
    key: &str,
    file: &str,
    id: impl Fn(&T) -> &str,
    known: Option<impl Iterator<Item = &'k str>>,
) -> Vec<T> {
    let records = reader.records::<T>(key, |path| path == file);
    let known: Vec<&str> = known.into_iter().flatten().collect();
    for record in records.iter().filter(|_| !known.is_empty()) {
        let id = id(&record.value);
        if !known.contains(&id) {
            let hint = hint(id, known.iter().copied());
            reader.error(record.place, id, format!("no role has a {key} of this name{hint}"));
        }
    }
    values(records)
}

fn cited(
    reader: &mut Reader<'_>,
    known: &BTreeSet<&str>,
    place: Place,
    id: &str,
    list: Option<&str>,
) -> Vec<String> {
    let list: Vec<String> = split(list).map(str::to_owned).collect();
    for source in &list {
        if !known.contains(source.as_str()) {
            reader.error(
                place,
                id,
                format!("cites `{source}`, a source that does not exist; add it to sources.csv"),
            );
        }
    }
    list
}

fn split(list: Option<&str>) -> impl Iterator<Item = &str> {
    list.unwrap_or("").split(';').map(str::trim).filter(|word| !word.is_empty())
}

fn categories(reader: &mut Reader<'_>, file: &str) -> Categories {
    let located = reader.records::<Category>("category", |path| path == file);
    for item in located.iter().filter(|item| item.value.first > 9) {
        reader.error(item.place, &item.value.id, "`first` is a number from 0 to 9");
    }
    let found: Categories = located.into_iter().map(|item| (item.value.id.clone(), item.value)).collect();
    for id in OWN.iter().filter(|id| !found.contains_key(**id)) {
        reader.missing(file, id, "is a category of findings that the code makes; add it");
    }
    found
}

fn sections(reader: &mut Reader<'_>, file: &str) -> Vec<Section> {
    let mut located = reader.records::<Section>("section", |path| path == file);
    for item in &mut located {
        let section = &mut item.value;
        section.code = format!("quality-{}", section.id);
        let advice = section.severity.map(|_| format!("add-{}", section.id));
        for id in
            [Some(section.id.clone()), advice].into_iter().flatten().filter(|id| Message::find(id).is_none())
        {
            reader.error(
                item.place,
                &section.id,
                format!(
                    "there is no message `{id}` for it; the build knows those of messages/en/findings.ftl"
                ),
            );
        }
    }
    values(located)
}

/// Who stands behind findings, by their codes.
fn findings(reader: &mut Reader<'_>, known: &BTreeSet<&str>) -> BTreeMap<String, Vec<String>> {
    let rows = reader.rows::<FindingRow>(&format!("{FOLDER}findings.csv"), |row| &row.id);
    let cite = |row: Located<FindingRow>| {
        let (place, row) = (row.place, row.value);
        if Message::find(&row.id).is_none() {
            let hint = hint(&row.id, Message::all().map(Message::id));
            reader.error(place, &row.id, format!("is the code of no finding{hint}"));
        }
        let sources = cited(reader, known, place, &row.id, Some(&row.source));
        (row.id, sources)
    };
    rows.into_iter().map(cite).collect()
}

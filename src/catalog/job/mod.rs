//! What the audit of ads and the drafts are made from: `data/job-ads` → domain.

mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::check::hint;
use super::load::{Core, values};
use super::pay::rows::SourceRow;
use super::pay::{note, source, text};
use super::records::{Located, Place, Reader};
use crate::domain::dated::{Day, parse_day};
use crate::domain::iso::{Country, Region, currency};
use crate::domain::job::audit::Statement;
use crate::domain::job::audit::described::Described;
use crate::domain::job::category::{Categories, Category, OWN};
use crate::domain::job::classifier::{Classifier, FINE, MIXED, NONE, SHARED};
use crate::domain::job::data::{
    Drafting, JobData, Measure, MissionRule, Phrases, Purpose, RequirementText, Section,
};
use crate::domain::job::fold::fold;
use crate::domain::job::law::{Law, LawStatus, Prohibition, Requirement, Union};
use crate::domain::job::lexicon::{
    Activity, CueTerms, Ground, Heading, Lexicon, Neighbour, Raw, Terms, Title, Word,
};
use crate::domain::job::lists::List;
use crate::domain::job::wording::{Severity, Wording, WordingRule};
use crate::domain::message::Message;
use crate::domain::provenance::Source;
use crate::domain::reference::{Profession, RoleSheet};
use crate::domain::text::Lang;
use crate::domain::vocab::{Grade, Role, vocabulary};
use crate::domain::work::Work;

/// Folder of the data, relative to `data/`.
const FOLDER: &str = "job-ads/";

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingRow {
    id: String,
    lang: Lang,
    place: Option<String>,
    pattern: String,
    unless: Option<String>,
    category: String,
    severity: Severity,
    why_fr: String,
    why_en: String,
    suggestion_fr: String,
    suggestion_en: String,
    replacement: Option<String>,
    source: Option<String>,
    confidence: Grade,
    example: String,
    counter: Option<String>,
}

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
    let lexicon = match Lexicon::compile(raw, wording.triggers()) {
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
    let currencies = words::currencies(reader, &file("currencies.toml"), thorough);
    let places = words::places(reader, &file("places.csv"), core);
    let data = JobData {
        lexicon,
        classifier,
        exclusion,
        statements,
        lists,
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
    let read = Classifier::read(reader.text(path).unwrap_or(""));
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

/// Records with phrases of which each can be found in a text.
fn phrased<T: serde::de::DeserializeOwned>(
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

/// Every rule finds its example and leaves its counter-example alone.
fn examples(data: &JobData) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    for rule in data.wording.rules() {
        let finds = |text: &str| {
            let folded = fold(text, data.lists.of(List::NameBeginnings));
            let mut triggers = Vec::new();
            data.lexicon.of(rule.lang).body.find(&folded.text, &Work::unhurried(), |hit| {
                if let crate::domain::job::lexicon::Tag::Rule(index) = hit.tag {
                    triggers.push((hit.start, index));
                }
            });
            data.wording
                .find(&folded, &triggers, rule.lang, usize::MAX, &Work::unhurried())
                .is_ok_and(|found| found.iter().any(|found| found.rule.id == rule.id))
        };
        if !finds(&rule.example) {
            wrong.push((rule.id.clone(), "does not find its example; correct one of them".to_owned()));
        }
        if rule.counter.as_deref().is_some_and(finds) {
            wrong.push((rule.id.clone(), "finds its counter-example; narrow the pattern".to_owned()));
        }
    }
    wrong
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

fn activities(
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

fn titles(reader: &mut Reader<'_>, professions: &[Profession], thorough: bool) -> Vec<Title> {
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

fn wording(reader: &mut Reader<'_>, known: &BTreeSet<&str>, categories: &Categories) -> Vec<WordingRule> {
    let rows = reader.rows::<WordingRow>(&format!("{FOLDER}wording.csv"), |row| &row.id);
    rows.into_iter()
        .filter_map(|row| {
            let (place, row) = (row.place, row.value);
            let Some(category) = categories.get(&row.category) else {
                let hint = hint(&row.category, categories.keys().map(String::as_str));
                let reason = format!("unknown category `{}`{hint}; add it to categories.toml", row.category);
                reader.error(place, &row.id, reason);
                return None;
            };
            Some(WordingRule {
                sources: cited(reader, known, place, &row.id, row.source.as_deref()),
                why: text(&row.why_fr, &row.why_en),
                suggestion: text(&row.suggestion_fr, &row.suggestion_en),
                id: row.id,
                lang: row.lang,
                place: row.place,
                pattern: row.pattern,
                unless: row.unless,
                category: category.clone(),
                severity: row.severity,
                replacement: row.replacement,
                confidence: row.confidence,
                example: row.example,
                counter: row.counter,
            })
        })
        .collect()
}

fn unions(reader: &mut Reader<'_>, file: &str) -> Vec<Union> {
    let located = reader.records::<Union>("union", |path| path == file);
    for item in &located {
        for code in item.value.members.iter().filter(|code| Country::find(code).is_none()) {
            reader.error(item.place, &item.value.id, format!("`{code}` is no ISO 3166-1 code of a country"));
        }
    }
    values(located)
}

fn laws(reader: &mut Reader<'_>, known: &BTreeSet<&str>, unions: &[Union]) -> Vec<Law> {
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

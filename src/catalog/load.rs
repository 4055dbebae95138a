//! Records → domain: what the decisions need, read from the files and handed to `check`.

use std::collections::BTreeSet;

use super::check::{Check, hint};
use super::manifest::Manifest;
use super::messages::messages;
use super::records::{Located, Place, Reader};
use crate::domain::decide::rule::{Arrangement, Degree, Disagreement, Question, Rule, Scales};
use crate::domain::decide::rulebook::{DecideData, conditions_matcher};
use crate::domain::decide::scale::WorkScale;
use crate::domain::goal::{Goal, GoalIndex, MAX_GOALS};
use crate::domain::message::Messages;
use crate::domain::pay::country::Country;
use crate::domain::provenance::{Citation, Source, SourceSet, Statement};
use crate::domain::reference::{Dimension, Fit, Item, Label, Profession, RoleSheet, Skill};
use crate::domain::text::Text;
use crate::domain::vocab::Role;

/// What an answer needs.
#[derive(Clone, Debug)]
pub struct Core {
    /// Version and dates.
    pub manifest: Manifest,
    /// Rules and what they refer to.
    pub decide: DecideData,
    /// Names of attribute values.
    pub labels: Vec<Label>,
    /// The countries, each with the place of its record.
    pub countries: Vec<Located<Country>>,
    /// Where each rule stands, in their order.
    pub rule_places: Vec<Place>,
    /// The messages that people read.
    pub messages: Messages,
}

/// What only reference pages need.
#[derive(Clone, Debug)]
pub struct Reference {
    /// What each source says.
    pub statements: Vec<Statement>,
    /// The roles.
    pub roles: Vec<RoleSheet>,
    /// Their skills.
    pub skills: Vec<Skill>,
    /// Their comparison.
    pub dimensions: Vec<Dimension>,
}

/// How many sources a catalogue may hold: sets of them have a fixed size.
const MAX_SOURCES: usize = size_of::<SourceSet>() * 8;

pub(super) fn values<T>(located: Vec<Located<T>>) -> Vec<T> {
    located.into_iter().map(|located| located.value).collect()
}

/// Reads what an answer needs.
pub fn core(reader: &mut Reader<'_>) -> Option<Core> {
    let messages = messages(reader);
    let manifest = reader.single::<Manifest>("manifest.toml");
    let scales = reader.single::<Scales>("scales.toml");
    let work = reader.single::<WorkScale>("work.toml");
    let goals = reader.records::<Goal>("goal", |path| path == "goals.toml");
    let degrees = reader.records::<Degree>("degree", |path| path == "degrees.toml");
    let rules = reader.records::<Rule>("rule", |path| path.starts_with("rules/"));
    let arrangements = reader.records::<Arrangement>("arrangement", |path| path == "arrangements.toml");
    let principles = reader.records::<Item>("principle", |path| path == "principles.toml");
    let professions = reader.records::<Profession>("profession", |path| path == "professions.toml");
    let disagreements = reader.records::<Disagreement>("disagreement", |path| path == "disagreements.toml");
    let questions = reader.records::<Question>("question", |path| path == "questions.toml");
    let remarks = reader.records::<Item>("remark", |path| path == "remarks.toml");
    let sources = reader.records::<Source>("source", |path| path == "sources.toml");
    let labels = reader.records::<Label>("label", |path| path == "labels.toml");
    let countries = reader.records::<Country>("country", |path| path == "countries.toml");
    let (Some(manifest), Some(scales), Some(mut work)) = (manifest, scales, work) else {
        return None;
    };

    let index = GoalIndex::new(goals.iter().map(|goal| goal.value.id.clone()));
    if reader.thorough {
        let mut check =
            Check { reader, sources: sources.iter().map(|source| source.value.id.clone()).collect() };
        check.scales(&scales, &degrees);
        check.work(&work, &index);
        if goals.len() > MAX_GOALS {
            let extra = &goals[MAX_GOALS];
            check.reader.error(
                extra.place,
                &extra.value.id,
                format!("there are more than {MAX_GOALS} goals; remove some"),
            );
        }
        for goal in &goals {
            check.id(goal.place, &goal.value.id);
            check.text(goal.place, &goal.value.id, &[&goal.value.name, &goal.value.help]);
            check.cited(goal.place, &goal.value.id, &goal.value.sources);
        }
        for rule in &rules {
            check.rule(rule, &index, &degrees, &arrangements);
        }
        check.overrides(&rules);
        for item in &arrangements {
            check.arrangement(item);
        }
        for item in principles.iter().chain(&remarks) {
            check.id(item.place, &item.value.id);
            check.text(item.place, &item.value.id, &[&item.value.text]);
            check.cited(item.place, &item.value.id, &item.value.sources);
        }
        check.professions(&professions, &index);
        check.disagreements(&disagreements, &index);
        check.questions(&questions);
        if let Some(extra) = sources.get(MAX_SOURCES) {
            check.reader.error(
                extra.place,
                &extra.value.id,
                format!("there are more than {MAX_SOURCES} sources; remove some"),
            );
        }
        for item in &sources {
            check.source(item);
        }
        check.labels(&labels);
        check.remarks(&remarks);
        check.countries(&countries, &manifest);
    }
    work.value.index_goals(&index, ours(&index, &professions));
    work.value.full_time_hours_by_country = countries
        .iter()
        .filter_map(|item| Some((item.value.code.clone(), item.value.full_time_hours?)))
        .collect();
    let rule_places = rules.iter().map(|rule| rule.place).collect();
    let sources = values(sources);
    let when = |item: &Located<Disagreement>| conditions_matcher(&item.value.when, &index);
    let disagreement_matchers = disagreements.iter().map(when).collect();
    let decide = DecideData {
        disagreement_matchers,
        source_index: DecideData::index_sources(&sources),
        source_json: vec![std::sync::OnceLock::new(); sources.len()],
        goals: values(goals),
        goal_index: index,
        rules: values(rules),
        degrees: values(degrees),
        scales: scales.value,
        work: work.value,
        arrangements: values(arrangements),
        principles: values(principles),
        professions: values(professions),
        disagreements: values(disagreements),
        questions: values(questions),
        remarks: values(remarks),
        sources,
    };
    let mut labels = values(labels);
    labels.extend(country_labels(&countries));
    Some(Core { manifest: manifest.value, decide, labels, countries, rule_places, messages })
}

/// The goals that no other profession is the first to be asked for.
fn ours(index: &GoalIndex, professions: &[Located<Profession>]) -> u64 {
    let first = |id: &str| {
        let mut tasks = professions.iter().flat_map(|item| &item.value.tasks);
        tasks.any(|task| task.goal == id && task.fit == Fit::First)
    };
    let ours = index.ids().filter(|id| !first(id)).filter_map(|id| index.find(id));
    ours.fold(0, |set, goal| set | goal.bit())
}

/// The names of countries as labels: pages and reports look them up like any other name.
fn country_labels(countries: &[Located<Country>]) -> [Label; 2] {
    let label = |id: &str, name: fn(&Country) -> &Text| Label {
        id: id.to_owned(),
        name: Text { fr: "pays".into(), en: "country".into() },
        values: countries.iter().map(|item| (item.value.code.clone(), name(&item.value).clone())).collect(),
    };
    [
        label("country", |country| &country.name),
        label("country-in-sentence", |country| country.in_sentence.as_ref().unwrap_or(&country.name)),
    ]
}

/// Reads what reference pages need; `core` must have been read from the same files.
pub fn reference(reader: &mut Reader<'_>, core: &Core) -> Reference {
    let statements = reader.records::<Statement>("statement", |path| path == "statements.toml");
    let roles = reader.records::<RoleSheet>("role", |path| path.starts_with("roles/"));
    let skills = reader.records::<Skill>("skill", |path| path == "skills.toml");
    let dimensions = reader.records::<Dimension>("dimension", |path| path == "comparison.toml");
    if reader.thorough {
        let sources = core.decide.sources.iter().map(|source| source.id.clone()).collect();
        let mut check = Check { reader, sources };
        for item in &statements {
            check.text(item.place, &item.value.id, &[&item.value.text]);
            if !check.sources.contains(&item.value.source) {
                let hint = hint(&item.value.source, check.sources.iter().map(String::as_str));
                check.reader.error(
                    item.place,
                    &item.value.id,
                    format!("unknown source `{}`{hint}; add it to sources.toml", item.value.source),
                );
            }
        }
        for item in &roles {
            check.role(item, &core.decide.goal_index);
        }
        for role in Role::ALL {
            if let (false, Some(first)) = (roles.iter().any(|item| item.value.id == *role), roles.first()) {
                check.reader.error(first.place, role.id(), "has no sheet; every role needs one");
            }
        }
        for item in &skills {
            check.id(item.place, &item.value.id);
            check.text(item.place, &item.value.id, &[&item.value.text]);
            check.cited(item.place, &item.value.id, &item.value.sources);
        }
        for item in &dimensions {
            check.id(item.place, &item.value.id);
            check.text(item.place, &item.value.id, &[&item.value.title]);
            let mut seen = BTreeSet::new();
            for value in &item.value.values {
                check.text(item.place, &item.value.id, &[&value.text]);
                check.cited(item.place, &item.value.id, &value.sources);
                if !seen.insert(value.role) {
                    check.reader.error(
                        item.place,
                        &item.value.id,
                        format!("has two values for {}; keep one", value.role),
                    );
                }
            }
        }
    }
    Reference {
        statements: values(statements),
        roles: values(roles),
        skills: values(skills),
        dimensions: values(dimensions),
    }
}

/// Checks that every citation of the decision data names a statement that its source makes.
pub fn citations(reader: &mut Reader<'_>, core: &Core, reference: &Reference) {
    let known: BTreeSet<(&str, &str)> = reference
        .statements
        .iter()
        .map(|statement| (statement.source.as_str(), statement.id.as_str()))
        .collect();
    let mut missing: Vec<(&str, &Citation)> = Vec::new();
    each_citation(core, reference, |record, citation| {
        if citation.statement().is_some_and(|statement| !known.contains(&(citation.source(), statement))) {
            missing.push((record, citation));
        }
    });
    for (record, citation) in missing {
        let hint = hint(
            &citation.0,
            reference
                .statements
                .iter()
                .map(|s| format!("{}/{}", s.source, s.id))
                .collect::<Vec<_>>()
                .iter()
                .map(String::as_str),
        );
        reader.errors.push(super::error::LoadError {
            file: "data".to_owned(),
            line: None,
            record: Some(record.to_owned()),
            reason: format!(
                "cites `{}`, a statement that does not exist{hint}; add it to statements.toml",
                citation.0
            ),
        });
    }
}

/// Visits every citation of the catalogue with the id of the record that makes it.
pub fn each_citation<'c>(
    core: &'c Core,
    reference: &'c Reference,
    mut visit: impl FnMut(&'c str, &'c Citation),
) {
    let mut all =
        |record: &'c str, list: &'c [Citation]| list.iter().for_each(|citation| visit(record, citation));
    let decide = &core.decide;
    decide.goals.iter().for_each(|item| all(&item.id, &item.sources));
    decide.rules.iter().for_each(|item| all(&item.id, &item.sources));
    decide.degrees.iter().for_each(|item| all(&item.id, &item.sources));
    all("scales", &decide.scales.sources);
    decide.work.citations().for_each(|sources| all("work", sources));
    for item in &decide.arrangements {
        all(&item.id, &item.sources);
        item.phases.iter().for_each(|phase| all(&item.id, &phase.sources));
    }
    decide.principles.iter().chain(&decide.remarks).for_each(|item| all(&item.id, &item.sources));
    decide.questions.iter().for_each(|item| all(&item.id, &item.sources));
    for item in &decide.professions {
        all(&item.id, &item.does.sources);
        item.tasks.iter().for_each(|task| all(&item.id, &task.sources));
        item.occupations.iter().for_each(|code| all(&item.id, &code.sources));
    }
    for item in &decide.disagreements {
        item.positions.iter().for_each(|position| all(&item.id, &position.sources));
    }
    for role in &reference.roles {
        role.facets().for_each(|(_, facet)| all(role.id.id(), &facet.sources));
        role.missions.iter().for_each(|item| all(role.id.id(), &item.sources));
        role.kpis.iter().chain(&role.vocabulary).for_each(|item| all(role.id.id(), &item.sources));
        role.time.iter().for_each(|item| all(role.id.id(), &item.sources));
        role.occupations.iter().for_each(|item| all(role.id.id(), &item.sources));
    }
    reference.skills.iter().for_each(|item| all(&item.id, &item.sources));
    for item in &reference.dimensions {
        item.values.iter().for_each(|value| all(&item.id, &value.sources));
    }
}

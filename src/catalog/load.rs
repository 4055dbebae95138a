//! Records → domain: what the decisions need, checked record by record and against each other.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::records::{Located, Place, Reader};
use super::store::File;
use crate::domain::dated::{Day, day};
use crate::domain::decide::answer::Remark;
use crate::domain::decide::book::{DecideData, conditions_matcher};
use crate::domain::decide::facts::{ATTRIBUTES, Conditions, HEAVIER, LEANS, NEEDS, SIZE, STAGE, VERDICT};
use crate::domain::decide::rule::{Arrangement, Degree, Disagreement, Effect, Layer, Question, Rule, Scales};
use crate::domain::goal::{Goal, GoalIndex, MAX_GOALS, Theme};
use crate::domain::pay::Figure;
use crate::domain::profile;
use crate::domain::provenance::{Citation, Source, SourceSet, Statement};
use crate::domain::reference::{Dimension, Fit, Item, Label, Profession, RoleSheet, Skill};
use crate::domain::suggest::nearest;
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, Level, Role, Strength};

/// `data/manifest.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the data.
    pub version: String,
    /// Day of its release.
    #[serde(deserialize_with = "day")]
    pub released_on: Day,
    /// First day that the rules answer for.
    #[serde(deserialize_with = "day")]
    pub rules_from: Day,
}

/// What an answer needs.
#[derive(Clone, Debug)]
pub struct Core {
    /// Version and dates.
    pub manifest: Manifest,
    /// Rules and what they refer to.
    pub decide: DecideData,
    /// Names of attribute values.
    pub labels: Vec<Label>,
    /// Where each rule stands, in their order.
    pub rule_places: Vec<Place>,
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
    /// Published pay figures, raw.
    pub figures: Vec<Figure>,
}

/// How many sources a catalogue may hold: sets of them have a fixed size.
const MAX_SOURCES: usize = size_of::<SourceSet>() * 8;

const EVERY_ATTRIBUTE: [usize; ATTRIBUTES.len()] = {
    let mut all = [0; ATTRIBUTES.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = at;
        at += 1;
    }
    all
};

fn values<T>(located: Vec<Located<T>>) -> Vec<T> {
    located.into_iter().map(|located| located.value).collect()
}

/// Reads what an answer needs.
pub fn core(files: &[File], reader: &mut Reader<'_>) -> Option<Core> {
    let before = reader.errors.len();
    let manifest = reader.single::<Manifest>("manifest.toml");
    let scales = reader.single::<Scales>("scales.toml");
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
    let (Some(manifest), Some(scales)) = (manifest, scales) else {
        debug_assert!(reader.errors.len() > before || files.is_empty(), "a missing singleton is an error");
        return None;
    };

    let mut check = Check { reader, sources: sources.iter().map(|source| source.value.id.clone()).collect() };
    check.scales(&scales, &degrees);
    if goals.len() > MAX_GOALS {
        let extra = &goals[MAX_GOALS];
        check.reader.error(
            extra.place,
            &extra.value.id,
            format!("there are more than {MAX_GOALS} goals; remove some"),
        );
    }
    let index = GoalIndex::new(goals.iter().map(|goal| goal.value.id.clone()));
    for goal in &goals {
        check.id(goal.place, &goal.value.id);
        check.text(goal.place, &goal.value.id, &[&goal.value.name, &goal.value.help]);
        check.cited(goal.place, &goal.value.id, &goal.value.sources);
    }
    for rule in &rules {
        check.rule(rule, &index, &degrees, &arrangements);
    }
    let ids: BTreeSet<&str> = rules.iter().map(|rule| rule.value.id.as_str()).collect();
    for rule in &rules {
        for item in rule.value.overrides.iter().filter(|item| !ids.contains(item.rule.as_str())) {
            let hint = hint(&item.rule, ids.iter().copied());
            check.reader.error(
                rule.place,
                &rule.value.id,
                format!("overrides the rule `{}`, which does not exist{hint}", item.rule),
            );
        }
    }
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
    let rule_places = rules.iter().map(|rule| rule.place).collect();
    let sources = values(sources);
    let when = |item: &Located<Disagreement>| conditions_matcher(&item.value.when, &index);
    let disagreement_matchers = disagreements.iter().map(when).collect();
    let decide = DecideData {
        disagreement_matchers,
        source_index: DecideData::index_sources(&sources),
        source_json: DecideData::write_sources(&sources),
        goals: values(goals),
        goal_index: index,
        rules: values(rules),
        degrees: values(degrees),
        scales: scales.value,
        arrangements: values(arrangements),
        principles: values(principles),
        professions: values(professions),
        disagreements: values(disagreements),
        questions: values(questions),
        remarks: values(remarks),
        sources,
    };
    Some(Core { manifest: manifest.value, decide, labels: values(labels), rule_places })
}

/// Reads what reference pages need; `core` must have been read from the same files.
pub fn reference(reader: &mut Reader<'_>, core: &Core) -> Reference {
    let statements = reader.records::<Statement>("statement", |path| path == "statements.toml");
    let roles = reader.records::<RoleSheet>("role", |path| path.starts_with("roles/"));
    let skills = reader.records::<Skill>("skill", |path| path == "skills.toml");
    let dimensions = reader.records::<Dimension>("dimension", |path| path == "comparison.toml");
    let figures = reader.rows::<Figure>("pay/figures.csv", |figure| &figure.id);
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
    for item in &figures {
        check.figure(item);
    }
    Reference {
        statements: values(statements),
        roles: values(roles),
        skills: values(skills),
        dimensions: values(dimensions),
        figures: values(figures),
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
    let paid = reference.figures.iter().filter_map(|figure| Some((figure, figure.source.split_once('/')?)));
    let unpaid: Vec<Citation> = paid
        .filter(|(_, cited)| !known.contains(cited))
        .map(|(figure, _)| Citation(figure.source.clone()))
        .collect();
    missing.extend(unpaid.iter().map(|citation| ("pay/figures.csv", citation)));
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
    all("load", &decide.scales.load.sources);
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

fn hint<'a>(given: &str, accepted: impl IntoIterator<Item = &'a str>) -> String {
    nearest(given, accepted).map_or(String::new(), |near| format!("; did you mean `{near}`?"))
}

struct Check<'r, 'f> {
    reader: &'r mut Reader<'f>,
    sources: BTreeSet<String>,
}

impl Check<'_, '_> {
    fn id(&mut self, place: Place, id: &str) {
        let kebab = !id.is_empty()
            && id.len() <= 60
            && id.split('-').all(|part| {
                !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
        if !kebab {
            self.reader.error(
                place,
                id,
                "ids are kebab-case: lower-case letters, digits and single hyphens, 60 at most",
            );
        }
    }

    fn text(&mut self, place: Place, record: &str, texts: &[&Text]) {
        for text in texts {
            for (lang, text) in [("fr", &*text.fr), ("en", &*text.en)] {
                if text.trim().is_empty() {
                    self.reader.error(
                        place,
                        record,
                        format!("a text has no `{lang}`; every text exists in both languages"),
                    );
                } else if text.len() > 8_000 {
                    self.reader.error(
                        place,
                        record,
                        format!("a text (`{lang}`) is longer than 8000 bytes; shorten it"),
                    );
                }
            }
        }
    }

    fn cited(&mut self, place: Place, record: &str, citations: &[Citation]) {
        if citations.is_empty() {
            self.reader.error(place, record, "names no source; every record needs at least one");
        }
        for citation in citations {
            if !self.sources.contains(citation.source()) {
                let hint = hint(citation.source(), self.sources.iter().map(String::as_str));
                self.reader.error(
                    place,
                    record,
                    format!(
                        "unknown source `{}`{hint}; add it to sources.toml",
                        citation.source().escape_debug()
                    ),
                );
            }
        }
    }

    fn goals(&mut self, place: Place, record: &str, when: &Conditions, index: &GoalIndex) {
        for id in when.goals_any.iter().chain(&when.goals_all).chain(&when.goals_none) {
            if index.find(id).is_none() {
                let hint = hint(id, index.ids());
                self.reader.error(place, record, format!("unknown goal `{}`{hint}", id.escape_debug()));
            }
        }
    }

    fn scales(&mut self, scales: &Located<Scales>, degrees: &[Located<Degree>]) {
        let Scales { primary_points, secondary_points, dominance_percent, sources, load } = &scales.value;
        self.cited(scales.place, "scales", sources);
        self.cited(scales.place, "load", &load.sources);
        let mut fail = |reason: &str| self.reader.error(scales.place, "scales", reason);
        if !(51..=100).contains(dominance_percent) {
            fail("dominance_percent must lie from 51 to 100: below, both roles could dominate at once");
        }
        if *primary_points == 0
            || *primary_points > 100_000
            || secondary_points > primary_points
            || *secondary_points == 0
        {
            fail("points must satisfy 0 < secondary_points <= primary_points <= 100000");
        }
        let percents = [load.conversation_percent, load.creation_percent];
        if percents.iter().any(|percent| !(1..=100).contains(percent)) || load.full_time_hours == 0 {
            fail("load: percents must lie from 1 to 100 and full_time_hours must not be 0");
        }
        if load.minutes_per_message.low > load.minutes_per_message.high
            || load.minutes_per_post.low > load.minutes_per_post.high
        {
            fail("load: the low end of a range must not exceed its high end");
        }
        for degree in degrees {
            let Degree { id, per_mille, meaning, sources } = &degree.value;
            self.id(degree.place, id);
            self.text(degree.place, id, &[meaning]);
            self.cited(degree.place, id, sources);
            if !(501..=1000).contains(per_mille) {
                self.reader.error(
                    degree.place,
                    id,
                    "per_mille must lie from 501 to 1000: a degree favours a role",
                );
            } else if primary_points * per_mille % 1000 != 0 || secondary_points * per_mille % 1000 != 0 {
                self.reader.error(
                    degree.place,
                    id,
                    "per_mille must split the points of both priorities into whole points",
                );
            }
        }
    }

    fn rule(
        &mut self,
        rule: &Located<Rule>,
        index: &GoalIndex,
        degrees: &[Located<Degree>],
        arrangements: &[Located<Arrangement>],
    ) {
        let (place, rule) = (rule.place, &rule.value);
        self.id(place, &rule.id);
        self.text(place, &rule.id, &[&rule.title, &rule.because]);
        rule.overrides.iter().for_each(|item| self.text(place, &rule.id, &[&item.reason]));
        self.cited(place, &rule.id, &rule.sources);
        self.goals(place, &rule.id, &rule.when, index);
        if rule.valid_to.is_some_and(|to| to < rule.valid_from) {
            self.reader.error(place, &rule.id, "valid_to lies before valid_from");
        }
        let when = &rule.when;
        let layer = rule.then.layer();
        let asks =
            |attribute: usize| when.accepted & ATTRIBUTES[attribute].mask() != ATTRIBUTES[attribute].mask();
        // What a layer may ask is what is known when it runs; staffing facts must never move the verdict.
        let allowed: &[usize] = match layer {
            Layer::Need => &[],
            Layer::Balance => &[STAGE, SIZE],
            Layer::Verdict => &[STAGE, SIZE, NEEDS, LEANS, HEAVIER],
            Layer::Order => &[STAGE, SIZE, NEEDS, LEANS, HEAVIER, VERDICT],
            Layer::Staffing | Layer::Advice => &EVERY_ATTRIBUTE,
        };
        for (at, attribute) in ATTRIBUTES.iter().enumerate() {
            if asks(at) && !allowed.contains(&at) {
                let may = allowed.iter().fold(String::new(), |list, at| list + ", " + ATTRIBUTES[*at].name);
                let reason = format!(
                    "a rule of the {layer} layer may not ask for `{}` (it may ask for: goals{may})",
                    attribute.name
                );
                self.reader.error(place, &rule.id, reason);
            }
        }
        if layer == Layer::Need
            && (when.goals_any.is_empty() || !when.goals_all.is_empty() || !when.goals_none.is_empty())
        {
            self.reader.error(
                place,
                &rule.id,
                "a rule about a need names its goals in `when.goals_any` and nothing else",
            );
        }
        let reason = match &rule.then {
            Effect::Need { role: Role::ContentManager, .. }
            | Effect::Scale { role: Role::ContentManager, .. }
            | Effect::First(Role::ContentManager) => {
                Some("a content manager is another profession here; use `outside = true`".to_owned())
            }
            Effect::Need { degree, .. } if !degrees.iter().any(|known| known.value.id == *degree) => {
                Some(format!(
                    "unknown degree `{}`{}",
                    degree.escape_debug(),
                    hint(degree, degrees.iter().map(|known| known.value.id.as_str()))
                ))
            }
            Effect::Arrange(id) if !arrangements.iter().any(|known| known.value.id == *id) => Some(format!(
                "unknown arrangement `{}`{}",
                id.escape_debug(),
                hint(id, arrangements.iter().map(|known| known.value.id.as_str()))
            )),
            Effect::Scale { percent, .. } if !(1..=1000).contains(percent) => {
                Some("percent must lie from 1 to 1000".to_owned())
            }
            Effect::Either(false) | Effect::Outside(false) | Effect::Advise(false) => {
                Some("write `= true`, or remove the rule".to_owned())
            }
            _ => None,
        };
        if let Some(reason) = reason {
            self.reader.error(place, &rule.id, reason);
        }
        for case in &rule.cases {
            for error in profile::diagnose::diagnose(&case.given, index, true) {
                self.reader.error(place, &rule.id, format!("case, {}: {}", error.pointer, error.message.en));
            }
        }
    }

    fn arrangement(&mut self, item: &Located<Arrangement>) {
        let (place, item) = (item.place, &item.value);
        self.id(place, &item.id);
        self.text(place, &item.id, &[&item.name, &item.headline, &item.reporting]);
        self.cited(place, &item.id, &item.sources);
        for phase in &item.phases {
            self.text(place, &item.id, &[&phase.when, &phase.action]);
            self.cited(place, &item.id, &phase.sources);
        }
        let texts = std::iter::once(&item.headline)
            .chain(item.phases.iter().flat_map(|phase| [&phase.when, &phase.action]));
        for text in texts.flat_map(|text| [&text.fr, &text.en]) {
            if text.replace("{first}", "").replace("{second}", "").contains(['{', '}']) {
                self.reader.error(
                    place,
                    &item.id,
                    "a text has a placeholder other than {first} and {second}",
                );
            }
        }
    }

    fn professions(&mut self, professions: &[Located<Profession>], index: &GoalIndex) {
        let mut firsts: BTreeSet<&str> = BTreeSet::new();
        for item in professions {
            let (place, item) = (item.place, &item.value);
            self.id(place, &item.id);
            self.text(place, &item.id, &[&item.name, &item.does.text]);
            self.cited(place, &item.id, &item.does.sources);
            for task in &item.tasks {
                self.text(place, &item.id, &[&task.text]);
                self.cited(place, &item.id, &task.sources);
                if index.find(&task.goal).is_none() {
                    self.reader.error(
                        place,
                        &item.id,
                        format!(
                            "unknown goal `{}`{}",
                            task.goal.escape_debug(),
                            hint(&task.goal, index.ids())
                        ),
                    );
                } else if task.fit == Fit::First && !firsts.insert(&task.goal) {
                    self.reader.error(
                        place,
                        &item.id,
                        format!(
                            "goal `{}` has two professions marked `first`; mark one as `alternative`",
                            task.goal
                        ),
                    );
                }
            }
        }
    }

    fn source(&mut self, item: &Located<Source>) {
        let (place, source) = (item.place, &item.value);
        self.id(place, &source.id);
        self.text(place, &source.id, &[&source.covers]);
        if [&source.title, &source.publisher, &source.licence].iter().any(|text| text.trim().is_empty()) {
            self.reader.error(place, &source.id, "title, publisher and licence must not be empty");
        }
        if source.published.as_deref().is_some_and(|date| !is_partial_date(date)) {
            self.reader.error(
                place,
                &source.id,
                "published must be YYYY, YYYY-MM or YYYY-MM-DD; leave it out when undated",
            );
        }
        if source
            .url
            .as_deref()
            .is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://"))
        {
            self.reader.error(place, &source.id, "url must start with https:// or http://");
        }
    }

    fn disagreements(&mut self, disagreements: &[Located<Disagreement>], index: &GoalIndex) {
        for item in disagreements {
            self.id(item.place, &item.value.id);
            self.text(item.place, &item.value.id, &[&item.value.topic, &item.value.handling]);
            self.goals(item.place, &item.value.id, &item.value.when, index);
            if item.value.positions.len() < 2 {
                self.reader.error(item.place, &item.value.id, "a disagreement needs at least two positions");
            }
            for position in &item.value.positions {
                self.text(item.place, &item.value.id, &[&position.text]);
                self.cited(item.place, &item.value.id, &position.sources);
            }
        }
    }

    fn questions(&mut self, questions: &[Located<Question>]) {
        for item in questions {
            self.text(item.place, &item.value.id, &[&item.value.text, &item.value.why, &item.value.help]);
            self.cited(item.place, &item.value.id, &item.value.sources);
            if !profile::FIELDS.contains(&item.value.id.as_str()) {
                let hint = hint(&item.value.id, profile::FIELDS);
                self.reader.error(
                    item.place,
                    &item.value.id,
                    format!("is not a field of a profile{hint} (fields: {})", profile::FIELDS.join(", ")),
                );
            }
        }
    }

    fn remarks(&mut self, remarks: &[Located<Item>]) {
        if let (Some(any), missing) = (
            remarks.first(),
            Remark::ALL.iter().filter(|id| !remarks.iter().any(|item| item.value.id == id.id())),
        ) {
            for id in missing {
                self.reader.error(any.place, id.id(), "this remark is missing; add it to remarks.toml");
            }
        }
    }

    fn labels(&mut self, labels: &[Located<Label>]) {
        let wanted: Vec<(&str, &[&str])> = ATTRIBUTES
            .iter()
            .map(|attribute| (attribute.name, attribute.values))
            .chain([
                ("role", Role::IDS),
                ("theme", Theme::IDS),
                ("strength", Strength::IDS),
                ("grade", Grade::IDS),
                ("level", Level::IDS),
            ])
            .collect();
        for (name, values) in wanted {
            let Some(label) = labels.iter().find(|label| label.value.id == name) else {
                if let Some(any) = labels.first() {
                    self.reader.error(any.place, name, "has no label; add one to labels.toml");
                }
                continue;
            };
            for value in values.iter().filter(|value| !label.value.values.contains_key(**value)) {
                self.reader.error(label.place, name, format!("has no label for `{value}`"));
            }
            for text in label.value.values.values() {
                self.text(label.place, name, &[text]);
            }
        }
    }

    fn figure(&mut self, item: &Located<Figure>) {
        let (place, figure) = (item.place, &item.value);
        self.id(place, &figure.id);
        self.cited(place, &figure.id, &[Citation(figure.source.clone())]);
        if figure.country.as_deref().is_some_and(|code| profile::Country::find(code).is_none()) {
            self.reader.error(place, &figure.id, "country is not an ISO 3166-1 alpha-2 code");
        }
        if figure.region.as_deref().is_some_and(|code| profile::Region::find(code).is_none()) {
            self.reader.error(place, &figure.id, "region is not an ISO 3166-2 code");
        }
        if profile::currency(&figure.currency).is_none() {
            self.reader.error(place, &figure.id, "currency is not an ISO 4217 code");
        }
        if figure.amount == 0 {
            self.reader.error(place, &figure.id, "amount must not be zero");
        }
        if figure.as_of.as_deref().is_some_and(|date| !is_partial_date(date)) {
            self.reader.error(
                place,
                &figure.id,
                "as_of must be YYYY, YYYY-MM or YYYY-MM-DD; leave it out when undated",
            );
        }
    }

    fn role(&mut self, item: &Located<RoleSheet>, index: &GoalIndex) {
        let (place, role) = (item.place, &item.value);
        let id = role.id.id();
        if role.alias != role.id.alias() {
            self.reader.error(place, id, format!("alias must be `{}`", role.id.alias()));
        }
        self.text(place, id, &[&role.name, &role.job_title]);
        for (_, facet) in role.facets() {
            self.text(place, id, &[&facet.text]);
            self.cited(place, id, &facet.sources);
        }
        for mission in &role.missions {
            self.text(place, id, &[&mission.text]);
            self.cited(place, id, &mission.sources);
            for goal in mission.goals.iter().filter(|goal| index.find(goal).is_none()) {
                self.reader.error(
                    place,
                    id,
                    format!(
                        "mission `{}`: unknown goal `{}`{}",
                        mission.id,
                        goal.escape_debug(),
                        hint(goal, index.ids())
                    ),
                );
            }
        }
        for item in role.kpis.iter().chain(&role.vocabulary) {
            self.text(place, id, &[&item.text]);
            self.cited(place, id, &item.sources);
        }
        let total: u32 = role.time.iter().map(|share| share.percent).sum();
        if !role.time.is_empty() && total != 100 {
            self.reader.error(place, id, format!("the time shares add up to {total} percent, not 100"));
        }
    }
}

fn is_partial_date(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))
        && matches!(widths.as_slice(), [4] | [4, 2])
        || crate::domain::dated::parse_day(date).is_some()
}

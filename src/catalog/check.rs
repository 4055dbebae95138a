//! What a record must be: its id, its texts, its sources, and what each sort of record adds to that.

use std::collections::BTreeSet;

use super::manifest::Manifest;
use super::records::{Located, Place, Reader};
use crate::domain::decide::answer::Remark;
use crate::domain::decide::explain;
use crate::domain::decide::facts::{ATTRIBUTES, Conditions, HEAVIER, LEANS, NEEDS, SIZE, STAGE, VERDICT};
use crate::domain::decide::rule::{Arrangement, Degree, Disagreement, Effect, Layer, Question, Rule, Scales};
use crate::domain::decide::scale::WorkScale;
use crate::domain::goal::{GoalIndex, Theme};
use crate::domain::input::field::{Field, Kind};
use crate::domain::input::questions::{self, PROFILE};
use crate::domain::iso;
use crate::domain::pay::country::Country;
use crate::domain::pay::job::Job;
use crate::domain::profile;
use crate::domain::provenance::{Citation, Source};
use crate::domain::reference::{Fit, Item, Label, Profession, RoleSheet};
use crate::domain::suggest::nearest;
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, Level, Role, Strength};

const EVERY_ATTRIBUTE: [usize; ATTRIBUTES.len()] = {
    let mut all = [0; ATTRIBUTES.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = at;
        at += 1;
    }
    all
};

/// The nearest accepted value, as the end of a sentence.
pub(super) fn hint<'a>(given: &str, accepted: impl IntoIterator<Item = &'a str>) -> String {
    nearest(given, accepted).map_or(String::new(), |near| format!("; did you mean `{near}`?"))
}

/// Checks records, each at its place.
pub(super) struct Check<'r, 'f> {
    pub(super) reader: &'r mut Reader<'f>,
    pub(super) sources: BTreeSet<String>,
}

impl Check<'_, '_> {
    pub(super) fn id(&mut self, place: Place, id: &str) {
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

    pub(super) fn text(&mut self, place: Place, record: &str, texts: &[&Text]) {
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

    pub(super) fn cited(&mut self, place: Place, record: &str, citations: &[Citation]) {
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

    pub(super) fn goals(&mut self, place: Place, record: &str, when: &Conditions, index: &GoalIndex) {
        for id in when.goals_any.iter().chain(&when.goals_all).chain(&when.goals_none) {
            if index.find(id).is_none() {
                let hint = hint(id, index.ids());
                self.reader.error(place, record, format!("unknown goal `{}`{hint}", id.escape_debug()));
            }
        }
    }

    pub(super) fn scales(&mut self, scales: &Located<Scales>, degrees: &[Located<Degree>]) {
        let Scales { primary_points, secondary_points, dominance_percent, sources } = &scales.value;
        self.cited(scales.place, "scales", sources);
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

    pub(super) fn work(&mut self, work: &Located<WorkScale>, index: &GoalIndex) {
        let (place, work) = (work.place, &work.value);
        work.citations().for_each(|sources| self.cited(place, "work", sources));
        work.texts().for_each(|text| self.text(place, "work", &[text]));
        for id in work.goals_named() {
            if index.find(id).is_none() {
                let hint = hint(id, index.ids());
                self.reader.error(place, "work", format!("unknown goal `{}`{hint}", id.escape_debug()));
            }
        }
        for fault in work.faults() {
            self.reader.error(place, "work", fault);
        }
    }

    pub(super) fn rule(
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
            for error in profile::faults(&case.given, index, None, true) {
                self.reader.error(place, &rule.id, format!("case, {}: {}", error.pointer, error.message));
            }
        }
    }

    /// Rules override rules that exist.
    pub(super) fn overrides(&mut self, rules: &[Located<Rule>]) {
        let ids: BTreeSet<&str> = rules.iter().map(|rule| rule.value.id.as_str()).collect();
        for rule in rules {
            for item in rule.value.overrides.iter().filter(|item| !ids.contains(item.rule.as_str())) {
                let hint = hint(&item.rule, ids.iter().copied());
                self.reader.error(
                    rule.place,
                    &rule.value.id,
                    format!("overrides the rule `{}`, which does not exist{hint}", item.rule),
                );
            }
        }
    }

    pub(super) fn arrangement(&mut self, item: &Located<Arrangement>) {
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
            let rest = explain::PLACES.iter().fold(text.to_string(), |text, place| text.replace(place, ""));
            if rest.contains(['{', '}']) {
                let known = explain::PLACES.join(", ");
                self.reader.error(place, &item.id, format!("a text has a placeholder other than {known}"));
            }
        }
    }

    pub(super) fn professions(&mut self, professions: &[Located<Profession>], index: &GoalIndex) {
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

    pub(super) fn source(&mut self, item: &Located<Source>) {
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

    pub(super) fn disagreements(&mut self, disagreements: &[Located<Disagreement>], index: &GoalIndex) {
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

    pub(super) fn questions(&mut self, questions: &[Located<Question>]) {
        for item in questions {
            self.text(item.place, &item.value.id, &[&item.value.text, &item.value.why, &item.value.help]);
            self.cited(item.place, &item.value.id, &item.value.sources);
            let names: Vec<&str> = PROFILE.iter().map(|field| field.name).collect();
            if !names.contains(&item.value.id.as_str()) {
                let hint = hint(&item.value.id, names.iter().copied());
                self.reader.error(
                    item.place,
                    &item.value.id,
                    format!("is not a field of a profile{hint} (fields: {})", names.join(", ")),
                );
            }
        }
    }

    pub(super) fn remarks(&mut self, remarks: &[Located<Item>]) {
        if let (Some(any), missing) = (
            remarks.first(),
            Remark::ALL.iter().filter(|id| !remarks.iter().any(|item| item.value.id == id.id())),
        ) {
            for id in missing {
                self.reader.error(any.place, id.id(), "this remark is missing; add it to remarks.toml");
            }
        }
    }

    pub(super) fn countries(&mut self, countries: &[Located<Country>], manifest: &Located<Manifest>) {
        for Located {
            value:
                Country {
                    code,
                    name,
                    in_sentence,
                    currency,
                    full_time_hours,
                    overtime_premium,
                    part_time_hours,
                    part_time_note,
                    agreement_note,
                    time_zone,
                    cost,
                },
            place,
        } in countries
        {
            if iso::Country::find(code).is_none() {
                self.reader.error(*place, code, "the id is not an ISO 3166-1 alpha-2 code");
            }
            if iso::currency(currency).is_none() {
                self.reader.error(*place, code, "currency is not an ISO 4217 code");
            }
            self.text(*place, code, &[name]);
            let notes = in_sentence.iter().chain(part_time_note).chain(agreement_note);
            self.text(*place, code, &notes.collect::<Vec<_>>());
            if overtime_premium.is_some_and(|premium| !(0.0..=2.0).contains(&premium)) {
                self.reader.error(*place, code, "overtime_premium must lie from 0 to 2");
            }
            if full_time_hours.is_some_and(|hours| !(1..=168).contains(&hours)) {
                self.reader.error(*place, code, "full_time_hours must lie from 1 to 168");
            }
            if part_time_hours.is_some_and(|hours| !(1..=168).contains(&hours)) {
                self.reader.error(*place, code, "part_time_hours must lie from 1 to 168");
            }
            if time_zone.as_ref().is_some_and(|zone| zone.parse::<chrono_tz::Tz>().is_err()) {
                self.reader.error(
                    *place,
                    code,
                    "time_zone is not in the tz database; write it as Europe/Paris",
                );
            }
            if let Some(terms) = cost {
                self.text(*place, code, &terms.note.iter().collect::<Vec<_>>());
                if terms.verified_until < terms.covered_from {
                    self.reader.error(*place, code, "verified_until must not lie before covered_from");
                }
            }
        }
        let code = &manifest.value.default_country;
        if !countries.iter().any(|item| item.value.code == *code) {
            let hint = hint(code, countries.iter().map(|item| item.value.code.as_str()));
            let reason =
                format!("default_country `{}` has no record in countries.toml{hint}", code.escape_debug());
            self.reader.error(manifest.place, "manifest", reason);
        }
    }

    pub(super) fn labels(&mut self, labels: &[Located<Label>]) {
        for label in labels.iter().filter(|label| label.value.id == "country") {
            let reason = "names of countries stand in countries.toml; move them there";
            self.reader.error(label.place, "country", reason);
        }
        let wanted: Vec<(&str, &[&str])> = ATTRIBUTES
            .iter()
            .map(|attribute| (attribute.name, attribute.values))
            .chain([
                ("role", Role::IDS),
                ("theme", Theme::IDS),
                ("strength", Strength::IDS),
                ("grade", Grade::IDS),
                ("job", Job::IDS),
                ("level-short", Level::IDS),
            ])
            .chain(named_choices())
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

    pub(super) fn role(&mut self, item: &Located<RoleSheet>, index: &GoalIndex) {
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

/// The closed lists of values that forms offer by name: the group of names in `labels.toml`, and the values.
fn named_choices() -> Vec<(&'static str, &'static [&'static str])> {
    fn add(fields: &'static [Field], lists: &mut Vec<(&'static str, &'static [&'static str])>) {
        for field in fields {
            if let Kind::Choice(choice) = field.kind
                && !choice.labels.is_empty()
                && !lists.iter().any(|(name, _)| *name == choice.labels)
            {
                lists.push((choice.labels, choice.ids));
            }
            add(field.fields(), lists);
        }
    }
    let mut lists = Vec::new();
    questions::ALL.iter().for_each(|(_, fields)| add(fields, &mut lists));
    lists
}

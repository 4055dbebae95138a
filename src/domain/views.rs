//! Reference answers: roles, comparison, goals, rules, sources, in one language, as every face of the product shows
//! them. Nothing is computed here but the choice of language.

use std::sync::LazyLock;

use serde::Serialize;
use utoipa::ToSchema;

use super::dated::Day;
use super::decide::facts::{ATTRIBUTES, Conditions};
use super::decide::rule::{Effect, Layer, Rule, Status};
use super::decide::verify::Report;
use super::goal::{Goal, Theme};
use super::provenance::{Citations, Source, SourceKind, Sourced, Statement};
use super::reference::{Dimension, Item, Mission, Occupation, RoleSheet, Skill, SkillScope, TimeShare};
use super::text::{Lang, Phrase, Text};
use super::vocab::{Grade, Role, Strength};
use crate::domain::cite::{DisagreementView, Meta};
use crate::domain::next::Outline;

/// A text with its sources.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct SourcedView<'c> {
    /// What is said.
    pub text: Phrase<'c>,
    /// Who says it.
    pub sources: &'c Citations,
}

/// A text with an id and sources.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct ItemView<'c> {
    /// Id within its list.
    pub id: &'c str,
    /// What is said.
    pub text: Phrase<'c>,
    /// Who says it.
    pub sources: &'c Citations,
}

fn sourced(sourced: &Sourced, lang: Lang) -> SourcedView<'_> {
    SourcedView { text: sourced.text.phrase(lang), sources: &sourced.sources }
}

fn items(items: &[Item], lang: Lang) -> Vec<ItemView<'_>> {
    items
        .iter()
        .map(|item| ItemView { id: &item.id, text: item.text.phrase(lang), sources: &item.sources })
        .collect()
}

/// One role in the list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RoleSummary<'c> {
    /// The role.
    pub id: Role,
    /// Short name that users may type.
    pub alias: &'c str,
    /// Name.
    pub name: Phrase<'c>,
    /// What it is.
    pub definition: SourcedView<'c>,
    /// Path of the whole sheet.
    pub href: String,
}

impl<'c> RoleSummary<'c> {
    /// In one language.
    #[must_use]
    pub fn new(role: &'c RoleSheet, lang: Lang) -> Self {
        Self {
            id: role.id,
            alias: &role.alias,
            name: role.name.phrase(lang),
            definition: sourced(&role.definition, lang),
            href: format!("/v1/roles/{}", role.id),
        }
    }
}

/// The roles.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RoleList<'c> {
    /// Every role.
    pub roles: Vec<RoleSummary<'c>>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// A mission in one language.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct MissionView<'c> {
    /// Id within the role.
    pub id: &'c str,
    /// What is done.
    pub text: Phrase<'c>,
    /// Goals that it serves.
    pub goals: &'c [String],
    /// Who says it.
    pub sources: &'c Citations,
}

/// Share of a week in one language.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct TimeView<'c> {
    /// Id within the role.
    pub id: &'c str,
    /// The activity.
    pub text: Phrase<'c>,
    /// Percent of the week.
    pub percent: u32,
    /// Who says it.
    pub sources: &'c Citations,
}

/// A skill in one language.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct SkillView<'c> {
    /// Id of the skill in `data/skills.toml`, stable between releases.
    pub id: &'c str,
    /// The skill.
    pub text: Phrase<'c>,
    /// Both roles, or this one.
    pub scope: SkillScope,
    /// Who says it.
    pub sources: &'c Citations,
}

/// An entry of a classification in one language.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct OccupationView<'c> {
    /// `ROME`, `ESCO`, `ISCO-08`, `ONISEP`, `RNCP`, `SOC-2018`.
    pub system: &'c str,
    /// Code or address in that system.
    pub code: &'c str,
    /// Title in that system.
    pub title: &'c str,
    /// What to know about the entry: how near it comes to the role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Phrase<'c>>,
    /// Where it was read.
    pub sources: &'c Citations,
}

/// Everything said of one role.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RoleDetail<'c> {
    /// The role.
    pub id: Role,
    /// Short name that users may type.
    pub alias: &'c str,
    /// Name in a sentence.
    pub name: Phrase<'c>,
    /// Name at the head of an ad.
    pub job_title: Phrase<'c>,
    /// What it is.
    pub definition: SourcedView<'c>,
    /// Who speaks: the brand, or a person.
    pub voice: SourcedView<'c>,
    /// To whom.
    pub audience: SourcedView<'c>,
    /// One to many, or peer to peer.
    pub communication_model: SourcedView<'c>,
    /// To what end.
    pub objective: SourcedView<'c>,
    /// Means or results.
    pub responsibility: SourcedView<'c>,
    /// Place in the structure.
    pub place: SourcedView<'c>,
    /// Education asked for.
    pub education: SourcedView<'c>,
    /// Career path.
    pub career: SourcedView<'c>,
    /// What it does.
    pub missions: Vec<MissionView<'c>>,
    /// What it takes.
    pub skills: Vec<SkillView<'c>>,
    /// How it is measured.
    pub kpis: Vec<ItemView<'c>>,
    /// How a week divides; empty where no source says.
    pub time: Vec<TimeView<'c>>,
    /// Words that ads use.
    pub vocabulary: Vec<ItemView<'c>>,
    /// Codes in classifications.
    pub occupations: Vec<OccupationView<'c>>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

impl<'c> RoleDetail<'c> {
    /// In one language.
    #[must_use]
    pub fn new(role: &'c RoleSheet, skills: &'c [Skill], lang: Lang, meta: Meta<'c>) -> Self {
        let mission = |item: &'c Mission| MissionView {
            id: &item.id,
            text: item.text.phrase(lang),
            goals: &item.goals,
            sources: &item.sources,
        };
        let time = |item: &'c TimeShare| TimeView {
            id: &item.id,
            text: item.text.phrase(lang),
            percent: item.percent,
            sources: &item.sources,
        };
        let occupation = |item: &'c Occupation| OccupationView {
            system: &item.system,
            code: &item.code,
            title: &item.title,
            note: item.note.as_ref().map(|note| note.phrase(lang)),
            sources: &item.sources,
        };
        let skill = |item: &'c Skill| SkillView {
            id: &item.id,
            text: item.text.phrase(lang),
            scope: item.scope,
            sources: &item.sources,
        };
        Self {
            id: role.id,
            alias: &role.alias,
            name: role.name.phrase(lang),
            job_title: role.job_title.phrase(lang),
            definition: sourced(&role.definition, lang),
            voice: sourced(&role.voice, lang),
            audience: sourced(&role.audience, lang),
            communication_model: sourced(&role.communication_model, lang),
            objective: sourced(&role.objective, lang),
            responsibility: sourced(&role.responsibility, lang),
            place: sourced(&role.place, lang),
            education: sourced(&role.education, lang),
            career: sourced(&role.career, lang),
            missions: role.missions.iter().map(mission).collect(),
            skills: skills.iter().filter(|item| item.roles.contains(&role.id)).map(skill).collect(),
            kpis: items(&role.kpis, lang),
            time: role.time.iter().map(time).collect(),
            vocabulary: items(&role.vocabulary, lang),
            occupations: role.occupations.iter().map(occupation).collect(),
            meta,
        }
    }
}

/// No source at all.
static NOBODY: LazyLock<Citations> = LazyLock::new(|| Vec::new().into());

/// What one row of the comparison says of one role.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct ComparedValue<'c> {
    /// The role.
    pub role: Role,
    /// What is said; null where no source speaks of it.
    #[schema(required)]
    pub text: Option<Phrase<'c>>,
    /// Who says it.
    pub sources: &'c Citations,
}

/// One row of the comparison.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DimensionView<'c> {
    /// Id of the dimension in `data/comparison.toml`, stable between releases.
    pub id: &'c str,
    /// What is compared.
    pub title: Phrase<'c>,
    /// One value for each role asked for, in the order asked.
    pub values: Vec<ComparedValue<'c>>,
}

impl<'c> DimensionView<'c> {
    /// In one language, for some roles.
    #[must_use]
    pub fn new(dimension: &'c Dimension, roles: &[Role], lang: Lang) -> Self {
        let value = |role: &Role| {
            let found = dimension.values.iter().find(|value| value.role == *role);
            ComparedValue {
                role: *role,
                text: found.map(|value| value.text.phrase(lang)),
                sources: found.map_or(&*NOBODY, |value| &value.sources),
            }
        };
        Self {
            id: &dimension.id,
            title: dimension.title.phrase(lang),
            values: roles.iter().map(value).collect(),
        }
    }
}

/// Roles side by side.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Comparison<'c> {
    /// What it says first.
    #[serde(flatten)]
    pub outline: Outline,
    /// The roles compared.
    pub roles: Vec<RoleSummary<'c>>,
    /// Row by row.
    pub dimensions: Vec<DimensionView<'c>>,
    /// Skills that all of them share.
    pub shared_skills: Vec<ItemView<'c>>,
    /// Where the sources do not agree about the roles.
    pub disagreements: Vec<DisagreementView<'c>>,
    /// What they pay, level by level.
    pub pay: crate::domain::pay::answer::PayComparison<'c>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// A goal in one language.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GoalView<'c> {
    /// Id of the goal: what profiles name.
    pub id: &'c str,
    /// Heading under which it is offered.
    pub theme: Theme,
    /// Whether it is one of those that most companies have.
    pub common: bool,
    /// Name.
    pub name: Phrase<'c>,
    /// What ticking it means.
    pub help: Phrase<'c>,
    /// Who speaks of it.
    pub sources: &'c Citations,
}

impl<'c> GoalView<'c> {
    /// In one language.
    #[must_use]
    pub fn new(goal: &'c Goal, lang: Lang) -> Self {
        Self {
            id: &goal.id,
            theme: goal.theme,
            common: goal.common,
            name: goal.name.phrase(lang),
            help: goal.help.phrase(lang),
            sources: &goal.sources,
        }
    }
}

/// The goals.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GoalList<'c> {
    /// Every goal, in the order in which they are offered.
    pub goals: Vec<GoalView<'c>>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// A condition of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ConditionView<'c> {
    /// Attribute, or `goals_any`, `goals_all`, `goals_none`.
    pub condition: &'static str,
    /// Values accepted (for `goals_none`: refused).
    pub values: Vec<&'c str>,
}

/// The conditions of a rule, in order.
#[must_use]
pub fn conditions(when: &Conditions) -> Vec<ConditionView<'_>> {
    let mut list: Vec<ConditionView<'_>> = ATTRIBUTES
        .iter()
        .filter(|attribute| when.accepted & attribute.mask() != attribute.mask())
        .map(|attribute| ConditionView {
            condition: attribute.name,
            values: attribute.values_in(when.accepted).collect(),
        })
        .collect();
    for (condition, goals) in
        [("goals_any", &when.goals_any), ("goals_all", &when.goals_all), ("goals_none", &when.goals_none)]
    {
        if !goals.is_empty() {
            list.push(ConditionView { condition, values: goals.iter().map(String::as_str).collect() });
        }
    }
    list
}

/// Why a rule may override another.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct OverrideView<'c> {
    /// The rule overridden.
    pub rule: &'c str,
    /// The reason.
    pub reason: Phrase<'c>,
}

/// A rule in one language.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RuleView<'c> {
    /// Id of the rule: what reasons name and `rolecall rules show` takes.
    pub id: &'c str,
    /// What it says.
    pub title: Phrase<'c>,
    /// Which question it answers.
    pub layer: Layer,
    /// Whether it is in use.
    pub status: Status,
    /// First day in force.
    #[schema(value_type = String, format = Date)]
    pub valid_from: Day,
    /// Last day in force; null when open.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub valid_to: Option<Day>,
    /// Day on which it was last checked against its sources.
    #[schema(value_type = String, format = Date)]
    pub verified_on: Day,
    /// Order among the rules of a first-match layer.
    pub priority: u32,
    /// When it applies; without conditions, always.
    pub when: Vec<ConditionView<'c>>,
    /// What it does: one key, named after the effect.
    #[schema(value_type = Object)]
    pub then: serde_json::Value,
    /// Why the rule holds, in one or two sentences.
    pub because: Phrase<'c>,
    /// How strong the evidence is.
    pub strength: Strength,
    /// Who says it.
    pub sources: &'c Citations,
    /// Later rules that it overrides.
    pub overrides: Vec<OverrideView<'c>>,
    /// How many examples it carries.
    pub cases: usize,
}

impl<'c> RuleView<'c> {
    /// In one language.
    #[must_use]
    pub fn new(rule: &'c Rule, lang: Lang) -> Self {
        Self {
            id: &rule.id,
            title: rule.title.phrase(lang),
            layer: rule.then.layer(),
            status: rule.status,
            valid_from: rule.valid_from,
            valid_to: rule.valid_to,
            verified_on: rule.verified_on,
            priority: rule.priority,
            when: conditions(&rule.when),
            then: effect(&rule.then),
            because: rule.because.phrase(lang),
            strength: rule.strength,
            sources: &rule.sources,
            overrides: rule
                .overrides
                .iter()
                .map(|item| OverrideView { rule: &item.rule, reason: item.reason.phrase(lang) })
                .collect(),
            cases: rule.cases.len(),
        }
    }
}

fn effect(effect: &Effect) -> serde_json::Value {
    use serde_json::json;
    match effect {
        Effect::Need { role, degree } => json!({ "need": { "role": role, "degree": degree } }),
        Effect::Either(yes) => json!({ "either": yes }),
        Effect::Outside(yes) => json!({ "outside": yes }),
        Effect::Scale { role, percent } => json!({ "scale": { "role": role, "percent": percent } }),
        Effect::Verdict(verdict) => json!({ "verdict": verdict }),
        Effect::First(role) => json!({ "first": role }),
        Effect::Arrange(id) => json!({ "arrange": id }),
        Effect::Advise(yes) => json!({ "advise": yes }),
    }
}

/// The rules.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RuleList<'c> {
    /// Rules in force on the day, by layer and priority.
    pub rules: Vec<RuleView<'c>>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// One rule.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RuleDetail<'c> {
    /// The rule.
    pub rule: RuleView<'c>,
    /// Its examples: what is given, and what must come out.
    #[schema(value_type = Vec<Object>)]
    pub cases: Vec<serde_json::Value>,
    /// What its sources say.
    pub statements: Vec<StatementView<'c>>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// What a source says, in one language.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct StatementView<'c> {
    /// Its id, unique over all sources: `N7`. Cited as `source/N7`.
    pub id: &'c str,
    /// The source.
    pub source: &'c str,
    /// What it says, in our own words.
    pub text: Phrase<'c>,
}

impl<'c> StatementView<'c> {
    /// In one language.
    #[must_use]
    pub fn new(statement: &'c Statement, lang: Lang) -> Self {
        Self { id: &statement.id, source: &statement.source, text: statement.text.phrase(lang) }
    }
}

/// A publication with all that is kept of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SourceView<'c> {
    /// Id of the source: what `sources` lists refer to.
    pub id: &'c str,
    /// Title.
    pub title: &'c str,
    /// Publisher.
    pub publisher: &'c str,
    /// Publication date as far as known; null when undated.
    #[schema(required)]
    pub published: Option<&'c str>,
    /// Day on which it was read.
    #[schema(value_type = String, format = Date)]
    pub retrieved_on: Day,
    /// What sort of publication.
    pub kind: SourceKind,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// Terms under which its content is used here.
    pub licence: &'c str,
    /// Address.
    #[schema(required)]
    pub url: Option<&'c str>,
    /// What it stands behind.
    pub covers: Phrase<'c>,
    /// What to know before relying on the publication.
    #[schema(required)]
    pub note: Option<Phrase<'c>>,
    /// What it says.
    pub statements: Vec<StatementView<'c>>,
}

impl<'c> SourceView<'c> {
    /// In one language, with its statements.
    #[must_use]
    pub fn new(source: &'c Source, statements: &'c [Statement], lang: Lang) -> Self {
        let own = statements.iter().filter(|statement| statement.source == source.id);
        Self {
            id: &source.id,
            title: &source.title,
            publisher: &source.publisher,
            published: source.published.as_deref(),
            retrieved_on: source.retrieved_on,
            kind: source.kind,
            reliability: source.reliability,
            licence: &source.licence,
            url: source.url.as_deref(),
            covers: source.covers.phrase(lang),
            note: source.note.as_ref().map(|note: &Text| note.phrase(lang)),
            statements: own.map(|statement| StatementView::new(statement, lang)).collect(),
        }
    }
}

/// What the verification of the rules found.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Verification<'c> {
    /// Whether the rules may be used.
    pub ok: bool,
    /// One report for each period between two changes of the rules in force.
    pub periods: Vec<Report>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

/// The sources.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SourceList<'c> {
    /// Every publication, with what it says.
    pub publications: Vec<SourceView<'c>>,
    /// Where they do not agree.
    pub disagreements: Vec<DisagreementView<'c>>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

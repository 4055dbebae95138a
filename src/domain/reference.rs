//! What the sources say of the roles and of their neighbours: reference records, shown and cited, never decided with.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::provenance::{Citations, Sourced};
use super::text::Text;
use super::vocab::{Role, vocabulary};

/// A text with an id and sources: a mission, an indicator, a word that ads use.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Id, unique within its list.
    pub id: String,
    /// The text.
    pub text: Text,
    /// Who says it.
    pub sources: Citations,
}

/// Something that a role does, worded for a job description.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mission {
    /// Id, unique within the role.
    pub id: String,
    /// Infinitive in French, imperative in English.
    pub text: Text,
    /// Goals that the mission serves.
    pub goals: Vec<String>,
    /// Who says it.
    pub sources: Citations,
}

/// Share of the week that goes to one activity.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeShare {
    /// Id, unique within the role.
    pub id: String,
    /// The activity.
    pub text: Text,
    /// Percent of the week; the shares of a role add up to 100.
    pub percent: u32,
    /// Who says it.
    pub sources: Citations,
}

/// Entry of an occupational classification or register.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occupation {
    /// `ROME`, `ESCO`, `ISCO-08`, `ONISEP`, `RNCP`, `SOC-2018`.
    pub system: String,
    /// Code or address in that system.
    pub code: String,
    /// Title in that system.
    pub title: String,
    /// What to know about the entry: how near it comes to the role.
    #[serde(default)]
    pub note: Option<Text>,
    /// Where it was read.
    pub sources: Citations,
}

/// Everything said of one role.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleSheet {
    /// The role.
    pub id: Role,
    /// Short name that users may type.
    pub alias: String,
    /// Name in a sentence.
    pub name: Text,
    /// Name at the head of an ad.
    pub job_title: Text,
    /// What it is.
    pub definition: Sourced,
    /// Who speaks: the brand, or a person.
    pub voice: Sourced,
    /// To whom.
    pub audience: Sourced,
    /// One to many, or peer to peer.
    pub communication_model: Sourced,
    /// To what end.
    pub objective: Sourced,
    /// Means or results.
    pub responsibility: Sourced,
    /// Place in the structure.
    pub place: Sourced,
    /// Education asked for.
    pub education: Sourced,
    /// Career path.
    pub career: Sourced,
    /// What it does.
    #[serde(default, rename = "mission")]
    pub missions: Vec<Mission>,
    /// How it is measured.
    #[serde(default, rename = "kpi")]
    pub kpis: Vec<Item>,
    /// How a week divides.
    #[serde(default, rename = "time")]
    pub time: Vec<TimeShare>,
    /// Words that ads use.
    #[serde(default)]
    pub vocabulary: Vec<Item>,
    /// Codes in classifications.
    #[serde(default, rename = "occupation")]
    pub occupations: Vec<Occupation>,
}

impl RoleSheet {
    /// The nine single statements, with their field names.
    pub fn facets(&self) -> impl Iterator<Item = (&'static str, &Sourced)> {
        [
            ("definition", &self.definition),
            ("voice", &self.voice),
            ("audience", &self.audience),
            ("communication_model", &self.communication_model),
            ("objective", &self.objective),
            ("responsibility", &self.responsibility),
            ("place", &self.place),
            ("education", &self.education),
            ("career", &self.career),
        ]
        .into_iter()
    }
}

vocabulary! {
    /// Whether a skill belongs to both roles or to one.
    SkillScope("scope of a skill") {
        /// Both roles.
        Shared = "shared",
        /// One role, beyond the shared ones.
        Further = "further",
    }
}

/// A skill.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Stable id.
    pub id: String,
    /// The skill.
    pub text: Text,
    /// Roles that need it.
    pub roles: Vec<Role>,
    /// Both roles, or one.
    pub scope: SkillScope,
    /// Who says it.
    pub sources: Citations,
}

/// One row of the comparison of roles.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Stable id.
    pub id: String,
    /// What is compared.
    pub title: Text,
    /// What is said of each role.
    #[serde(rename = "value")]
    pub values: Vec<DimensionValue>,
}

/// What one row says of one role.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DimensionValue {
    /// The role.
    pub role: Role,
    /// What is said.
    pub text: Text,
    /// Who says it.
    pub sources: Citations,
}

vocabulary! {
    /// Whether a profession is the first one to think of for a task.
    Fit("fit") {
        /// The first one.
        First = "first",
        /// Another possibility.
        Alternative = "alternative",
    }
}

/// A task of another profession that is often handed to a community or social media manager.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Goal under which users ask for it.
    pub goal: String,
    /// Whether the profession is the first one to think of.
    pub fit: Fit,
    /// The task.
    pub text: Text,
    /// Who says it.
    pub sources: Citations,
}

/// Another profession.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profession {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What it does.
    pub does: Sourced,
    /// Tasks that users mistake for social media work.
    #[serde(default, rename = "task")]
    pub tasks: Vec<Task>,
    /// Codes in classifications.
    #[serde(default, rename = "occupation")]
    pub occupations: Vec<Occupation>,
}

/// Names of an attribute and of its values.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The attribute or vocabulary.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Names of its values.
    pub values: BTreeMap<String, Text>,
}

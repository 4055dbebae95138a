//! What audits and drafts are made from.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::category::Categories;
use super::classifier::Classifier;
use super::currency::Currencies;
use super::facts::FactWords;
use super::law::{Law, Requirement, Union};
use super::lexicon::{Cue, Lexicon, Part};
use super::lists::Lists;
use super::places::Places;
use super::wording::{Severity, Wording};
use crate::domain::message::{Message, Messages, filled};
use crate::domain::provenance::{Citations, Source};
use crate::domain::text::{Lang, Text};
use crate::domain::vocab::{Role, vocabulary};

/// Lexicon, rules on wording, law, sentences, sources.
#[derive(Clone, Debug)]
pub struct JobData {
    /// What the audit looks for.
    pub lexicon: Lexicon,
    /// Whose work a sentence describes.
    pub classifier: Classifier,
    /// Whether a sentence shuts candidates out on a protected ground.
    pub exclusion: Classifier,
    /// What a line states about the post.
    pub statements: Classifier,
    /// Lists of words that reading turns on.
    pub lists: Lists,
    /// What facts beside the prose are called, and how they are written.
    pub facts: FactWords,
    /// How ads write currencies.
    pub currencies: Currencies,
    /// How they write places.
    pub places: Places,
    /// What findings are about.
    pub categories: Categories,
    /// What a good ad says.
    pub sections: Vec<Section>,
    /// Rules on wording.
    pub wording: Wording,
    /// Countries that make rules together.
    pub unions: Vec<Union>,
    /// The law of each place.
    pub laws: Vec<Law>,
    /// What drafts say beside the catalogue of roles.
    pub drafting: Drafting,
    /// The fixed sentences.
    pub phrases: Phrases,
    /// Who stands behind law and wording.
    pub sources: Vec<Source>,
}

/// Purpose of a role.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// Role, or `hybrid`.
    pub id: String,
    /// What it is for.
    pub text: Text,
    /// Who says so.
    pub sources: Citations,
}

/// Something asked of the person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementText {
    /// Stable id.
    pub id: String,
    /// Roles that need it.
    pub roles: Vec<Role>,
    /// Goals that call for it; empty: always.
    #[serde(default)]
    pub goals: Vec<String>,
    /// Essential rather than welcome.
    pub essential: bool,
    /// What is asked, as it stands in the ad.
    pub text: Text,
    /// Who says so.
    pub sources: Citations,
}

/// Goals that a measure of success follows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// KPI of a role.
    pub id: String,
    /// Goals.
    pub goals: Vec<String>,
}

vocabulary! {
    /// When a draft takes a mission that is no answer to its goals.
    MissionUse("use of a mission") {
        /// In every draft of the role.
        Core = "core",
        /// Only where a goal calls for it.
        ByGoal = "by-goal",
    }
}

/// When drafts take a mission of a role.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionRule {
    /// Mission of a role.
    pub id: String,
    /// When it is taken.
    #[serde(rename = "use")]
    pub usage: MissionUse,
}

/// What drafts say beside the catalogue of roles.
#[derive(Clone, Debug, Default)]
pub struct Drafting {
    /// Purposes.
    pub purposes: Vec<Purpose>,
    /// Requirements.
    pub requirements: Vec<RequirementText>,
    /// Measures of success.
    pub measures: Vec<Measure>,
    /// Missions that are taken always, or only for a goal; all others fill a draft up.
    pub missions: Vec<MissionRule>,
}

/// Something that a good ad says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Stable id.
    pub id: String,
    /// Signs that show it.
    #[serde(default)]
    pub cues: Vec<Cue>,
    /// Parts of an ad that are it.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// How grave it is when an ad does not say it; none where other findings say so.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// What the law may ask for that says the same.
    #[serde(default)]
    pub law: Option<Requirement>,
    /// Code of the finding: `quality-` and the id.
    #[serde(skip)]
    pub code: String,
}

/// The messages that audits and drafts find by the code of a finding or the id of a record, and who stands behind each
/// finding (`data/job-ads/findings.csv`).
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// The messages.
    pub messages: Messages,
    sources: BTreeMap<String, Vec<String>>,
}

impl Phrases {
    /// Takes the messages, and the sources of findings by their codes.
    #[must_use]
    pub const fn new(messages: Messages, sources: BTreeMap<String, Vec<String>>) -> Self {
        Self { messages, sources }
    }

    /// A sentence as it stands; its id where it is missing, which loading excludes.
    #[must_use]
    pub fn get<'p>(&'p self, id: &'p str, lang: Lang) -> &'p str {
        Message::find(id).map_or(id, |message| self.messages.get(message, lang))
    }

    /// Who stands behind a finding.
    #[must_use]
    pub fn sources(&self, code: &str) -> &[String] {
        self.sources.get(code).map_or(&[], Vec::as_slice)
    }

    /// Every finding that somebody stands behind, by its code, with who does.
    pub fn cited(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.sources.iter();
        all.flat_map(|(code, sources)| sources.iter().map(|source| (code.as_str(), source.as_str())))
    }

    /// A sentence with its places filled.
    #[must_use]
    pub fn say(&self, id: &str, lang: Lang, places: &[(&str, &str)]) -> String {
        Message::find(id)
            .map_or_else(|| id.to_owned(), |message| filled(message, places).text(&self.messages, lang))
    }
}

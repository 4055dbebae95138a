//! What audits and drafts are made from.

use std::collections::BTreeMap;

use super::draft::Drafting;
use super::law::Law;
use super::lexicon::Lexicon;
use super::wording::Wording;
use crate::domain::provenance::Source;
use crate::domain::text::{Lang, Text, fill};

/// Lexicon, rules on wording, law, sentences, sources.
#[derive(Clone, Debug)]
pub struct JobData {
    /// What the audit looks for.
    pub lexicon: Lexicon,
    /// Rules on wording.
    pub wording: Wording,
    /// The law of each place.
    pub laws: Vec<Law>,
    /// What drafts say beside the catalogue of roles.
    pub drafting: Drafting,
    /// The fixed sentences.
    pub phrases: Phrases,
    /// Who stands behind law and wording.
    pub sources: Vec<Source>,
}

/// The fixed sentences of audits and drafts (`data/job-ads/phrases.csv`), with places for names and numbers.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    texts: BTreeMap<String, Text>,
}

impl Phrases {
    /// Takes the sentences.
    #[must_use]
    pub const fn new(texts: BTreeMap<String, Text>) -> Self {
        Self { texts }
    }

    /// Whether a sentence is there.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.texts.contains_key(id)
    }

    /// A sentence as it stands; its id where it is missing, which a test excludes.
    #[must_use]
    pub fn get<'p>(&'p self, id: &'p str, lang: Lang) -> &'p str {
        self.texts.get(id).map_or(id, |text| text.get(lang))
    }

    /// A sentence with its places filled.
    #[must_use]
    pub fn say(&self, id: &str, lang: Lang, places: &[(&str, &str)]) -> String {
        let text = self.get(id, lang);
        fill(text, places)
    }
}

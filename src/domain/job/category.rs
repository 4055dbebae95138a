//! What findings are about: `data/job-ads/categories.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::law::Prohibition;
use crate::domain::vocab::vocabulary;

/// Categories of the findings that the code makes itself, beside the rules on wording.
pub const OWN: [&str; 8] =
    ["pay", "scope", "law", "quality", "conditions", "sex", "gender-coded", "contradiction"];

vocabulary! {
    /// How a word is coded in ads.
    Coded("gender coding") {
        /// As masculine.
        Masculine = "masculine",
        /// As feminine.
        Feminine = "feminine",
    }
}

/// A category of findings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Category {
    /// Stable id.
    pub id: String,
    /// Whether it is a ground that the law protects, which an equal-opportunity statement names without harm.
    #[serde(default)]
    pub protected: bool,
    /// Whether it is no finding where the company speaks of itself.
    #[serde(default)]
    pub of_company: bool,
    /// What the law calls it where it prohibits it, the nearest first.
    #[serde(default)]
    pub prohibited: Vec<Prohibition>,
    /// Whether it is an error where the law of the place prohibits it.
    #[serde(default)]
    pub unlawful: bool,
    /// Words that are counted, and are no findings one by one.
    #[serde(default)]
    pub coded: Option<Coded>,
    /// What matters most to readers: 0 before 9.
    #[serde(default = "usual")]
    pub first: u8,
}

const fn usual() -> u8 {
    4
}

/// All categories, by id.
pub type Categories = BTreeMap<String, Category>;

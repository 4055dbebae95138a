//! The lexicon as it is written: what each entry of its files holds.

use serde::Deserialize;

use super::{Cue, Part};
use crate::domain::text::{Lang, Text};

/// Words and phrases, by language of the ad.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Terms {
    /// In ads of either language.
    #[serde(default)]
    pub any: Vec<String>,
    /// In French ads.
    #[serde(default)]
    pub fr: Vec<String>,
    /// In English ads.
    #[serde(default)]
    pub en: Vec<String>,
}

impl Terms {
    /// The terms for ads of one language.
    pub fn of(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let own = match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        };
        self.any.iter().chain(own).map(String::as_str)
    }
}

/// A named set of words.
#[derive(Clone, Debug, Deserialize)]
pub struct Word {
    /// Its name.
    pub id: String,
    /// Whether a heading lends the set to what stands below it.
    #[serde(default)]
    pub lent: bool,
    /// Whether the set is too common to be completed by what a heading lends.
    #[serde(default)]
    pub common: bool,
    /// The words.
    #[serde(flatten)]
    pub terms: Terms,
}

/// Whose work an activity is, in percent.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Share {
    /// The community manager's.
    pub community_manager: u32,
    /// The social media manager's.
    pub social_media_manager: u32,
    /// The content manager's.
    pub content_manager: u32,
    /// Another profession's.
    pub other: u32,
}

/// Something that an ad may ask for.
#[derive(Clone, Debug, Deserialize)]
pub struct Activity {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whose work it is.
    pub share: Share,
    /// The other profession, where it is one of ours.
    #[serde(default)]
    pub profession: Option<String>,
    /// The other profession, where it is a neighbour.
    #[serde(default)]
    pub neighbour: Option<String>,
    /// How telling it is, 1 to 3.
    pub weight: u32,
    /// Activities that say the same more exactly: beside one of them in a sentence this one counts for nothing.
    #[serde(default)]
    pub yields_to: Vec<String>,
    /// Whether an ad that asks for it should say how the person is supported.
    #[serde(default)]
    pub support: bool,
    /// Whose work it is where the ad asks for little beside it.
    #[serde(default)]
    pub alone: Option<Alone>,
    /// Sets of words that must stand near one another.
    #[serde(default)]
    pub together: Vec<String>,
    /// Phrases that suffice.
    #[serde(flatten)]
    pub terms: Terms,
}

impl Activity {
    /// The other profession's id.
    #[must_use]
    pub fn other(&self) -> Option<&str> {
        self.profession.as_deref().or(self.neighbour.as_deref())
    }
}

/// When an activity of the community manager's is a neighbour's after all.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alone {
    /// The neighbour.
    pub neighbour: String,
    /// Ids of activities that make it the community manager's again: together they must weigh as much as it does, or
    /// half as much where the title is none of `titles`.
    pub beside: Vec<String>,
    /// Ids of titles beside which all of the weight is needed.
    pub titles: Vec<String>,
}

/// Headings of one part.
#[derive(Clone, Debug, Deserialize)]
pub struct Heading {
    /// The part.
    pub id: Part,
    /// The headings.
    #[serde(flatten)]
    pub terms: Terms,
}

/// Signs of one thing.
#[derive(Clone, Debug, Deserialize)]
pub struct CueTerms {
    /// The thing.
    pub id: Cue,
    /// Its signs.
    #[serde(flatten)]
    pub terms: Terms,
}

/// A title and what it says.
#[derive(Clone, Debug, Deserialize)]
pub struct Title {
    /// A role, `both`, or a profession.
    pub id: String,
    /// Titles that name a field and no job, as they stand in ads.
    #[serde(default)]
    pub fields: Vec<String>,
    /// The titles.
    #[serde(flatten)]
    pub terms: Terms,
}

/// A profession that ads mix up with the two roles.
#[derive(Clone, Debug, Deserialize)]
pub struct Neighbour {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its titles.
    #[serde(flatten)]
    pub terms: Terms,
}

/// A ground that the law protects, and the words by which a sentence may speak of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Ground {
    /// Stable id: the model of exclusion names it.
    pub id: String,
    /// What a finding about it is about.
    pub category: String,
    /// The words.
    #[serde(flatten)]
    pub terms: Terms,
    /// Code of the finding: `ground-` and the id.
    #[serde(skip)]
    pub code: String,
}

/// The lexicon as it is written.
#[derive(Clone, Debug, Default)]
pub struct Raw {
    /// Sets of words.
    pub words: Vec<Word>,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Headings.
    pub headings: Vec<Heading>,
    /// Signs.
    pub cues: Vec<CueTerms>,
    /// Titles.
    pub titles: Vec<Title>,
    /// Neighbours.
    pub neighbours: Vec<Neighbour>,
    /// Protected grounds.
    pub grounds: Vec<Ground>,
}

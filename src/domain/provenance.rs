//! Where a statement comes from: sources, their statements, and citations of them.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::dated::{Day, day};
use super::text::Text;
use super::vocab::vocabulary;

vocabulary! {
    /// What sort of publication a source is.
    SourceKind("kind of source") {
        /// Blog of a company that sells a tool.
        VendorBlog = "vendor-blog",
        /// Blog of an agency that sells the service.
        AgencyBlog = "agency-blog",
        /// Another blog or unsigned article.
        Blog = "blog",
        /// Trade press.
        TradePress = "trade-press",
        /// Survey with a stated sample.
        Survey = "survey",
        /// Official classification, statistic or text.
        Official = "official",
        /// University or training course.
        Course = "course",
        /// Discussion among practitioners.
        Forum = "forum",
        /// Platform that publishes its own data.
        Platform = "platform",
        /// A recruiter's salary guide.
        Recruiter = "recruiter",
        /// An employer that publishes its own pay.
        Employer = "employer",
        /// Figures that the user computed from ads with `rolecall market`.
        OwnAds = "own-ads",
        /// Our own judgement, where no source gives a figure.
        Judgement = "judgement",
    }
}

/// A publication that stands behind statements.
#[derive(Clone, Debug, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Stable kebab-case id.
    pub id: String,
    /// Original title.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Whether nobody has signed it: `publisher` says so in words, and nobody is named beside what it says.
    #[serde(default, skip_serializing)]
    pub unsigned: bool,
    /// Publication date as far as it is known: year, month or day. None: undated.
    #[serde(default)]
    pub published: Option<String>,
    /// Day on which it was read.
    #[serde(deserialize_with = "day")]
    #[schema(value_type = String, format = Date)]
    pub retrieved_on: Day,
    /// What sort of publication it is.
    pub kind: SourceKind,
    /// How far it can be relied on.
    pub reliability: super::vocab::Grade,
    /// Terms under which its content is used here.
    pub licence: String,
    /// Address, where one is known.
    #[serde(default)]
    pub url: Option<String>,
    /// Country, region or union whose law it speaks of; none where what it says holds anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What it stands behind.
    #[schema(value_type = Object)]
    pub covers: Text,
    /// What to know before relying on the publication.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub note: Option<Text>,
}

/// One thing that a source says, in our own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Id within the product: `N3`.
    pub id: String,
    /// Source that says it.
    pub source: String,
    /// What it says.
    pub text: Text,
}

/// `source/STATEMENT`, or a source alone: `atypique/N3`, `rome-v460`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct Citation(pub String);

impl Citation {
    /// The id of the source.
    #[must_use]
    pub fn source(&self) -> &str {
        self.0.split_once('/').map_or(&self.0, |(source, _)| source)
    }

    /// The id of the statement, where one is cited.
    #[must_use]
    pub fn statement(&self) -> Option<&str> {
        self.0.split_once('/').map(|(_, statement)| statement)
    }
}

/// The citations of a record, with the JSON that answers write, made when it is first written.
#[derive(Clone, Debug)]
pub struct Citations {
    list: Vec<Citation>,
    json: OnceLock<Box<RawValue>>,
    sources: OnceLock<SourceSet>,
}

/// A set of sources, by their position in the catalogue.
pub type SourceSet = [u64; 16];

impl From<Vec<Citation>> for Citations {
    fn from(list: Vec<Citation>) -> Self {
        Self { list, json: OnceLock::new(), sources: OnceLock::new() }
    }
}

impl Citations {
    /// The sources cited. `position` finds a source in the catalogue that the record belongs to; it is asked once.
    pub fn sources(&self, position: impl Fn(&str) -> Option<usize>) -> &SourceSet {
        self.sources.get_or_init(|| {
            let mut set = SourceSet::default();
            for at in self.list.iter().filter_map(|citation| position(citation.source())) {
                if let Some(word) = set.get_mut(at / 64) {
                    *word |= 1 << (at % 64);
                }
            }
            set
        })
    }
}

impl std::ops::Deref for Citations {
    type Target = [Citation];
    fn deref(&self) -> &[Citation] {
        &self.list
    }
}

impl<'c> IntoIterator for &'c Citations {
    type Item = &'c Citation;
    type IntoIter = std::slice::Iter<'c, Citation>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl<'de> Deserialize<'de> for Citations {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

impl Serialize for Citations {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = || serde_json::value::to_raw_value(&self.list).unwrap_or_default();
        self.json.get_or_init(json).serialize(serializer)
    }
}

impl utoipa::PartialSchema for Citations {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        Vec::<String>::schema()
    }
}

impl utoipa::ToSchema for Citations {}

/// A text with the sources that stand behind it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced {
    /// What is said.
    pub text: Text,
    /// Who says it.
    pub sources: Citations,
}

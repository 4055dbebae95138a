//! What answers cite, and what every answer says of itself.

use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::dated::Day;
use super::provenance::{Citations, Source, SourceKind};
use super::text::{Lang, Phrase};
use super::vocab::Grade;

/// What every answer says of itself.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Meta<'c> {
    /// Language of the texts.
    pub lang: Lang,
    /// Day for which the answer holds.
    #[schema(value_type = String, format = Date)]
    pub as_of: Day,
    /// Version of the data.
    pub data_version: &'c str,
    /// Publications cited.
    pub sources: Vec<SourceRef<'c>>,
}

/// A publication cited in an answer.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct SourceRef<'c> {
    /// Id of the source: what `sources` lists elsewhere in the answer refer to.
    pub id: &'c str,
    /// Title.
    pub title: &'c str,
    /// Publisher.
    pub publisher: &'c str,
    /// Publication date as far as known; null when undated.
    #[schema(required)]
    pub published: Option<&'c str>,
    /// What sort of publication.
    pub kind: SourceKind,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'c str>,
}

/// A source as answers show it.
#[must_use]
pub fn source_ref(source: &Source) -> SourceRef<'_> {
    SourceRef {
        id: &source.id,
        title: &source.title,
        publisher: &source.publisher,
        published: source.published.as_deref(),
        kind: source.kind,
        reliability: source.reliability,
        url: source.url.as_deref(),
    }
}

/// The same as answers write it, for those who keep it.
#[must_use]
pub fn source_json(source: &Source) -> Box<RawValue> {
    serde_json::value::to_raw_value(&source_ref(source)).unwrap_or_default()
}

/// Statements that do not agree.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DisagreementView<'c> {
    /// Id of the disagreement in `data/disagreements.toml`, stable between releases.
    pub id: &'c str,
    /// What about.
    pub topic: Phrase<'c>,
    /// Who says what.
    pub positions: Vec<PositionTaken<'c>>,
    /// How rolecall deals with it.
    pub handling: Phrase<'c>,
}

/// What some sources say.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct PositionTaken<'c> {
    /// What these sources hold, in one sentence.
    pub text: Phrase<'c>,
    /// Who.
    pub sources: &'c Citations,
}

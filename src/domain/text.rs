//! Text in the two languages of the product.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::vocab::vocabulary;

vocabulary! {
    /// Language of the user-facing texts of an answer.
    Lang("language") {
        /// French, as written in France.
        Fr = "fr",
        /// English, British spelling.
        En = "en",
    }
}

impl Lang {
    /// The other of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }
}

/// A text of the catalogue, with the JSON string that answers write: it is escaped when it is first written, and not for
/// every answer.
#[derive(Clone, Debug)]
pub struct Literal {
    text: Box<str>,
    json: OnceLock<Option<Box<RawValue>>>,
}

impl From<&str> for Literal {
    fn from(text: &str) -> Self {
        Self { text: text.into(), json: OnceLock::new() }
    }
}

impl From<String> for Literal {
    fn from(text: String) -> Self {
        Self { text: text.into(), json: OnceLock::new() }
    }
}

impl std::ops::Deref for Literal {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

impl std::fmt::Display for Literal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self)
    }
}

impl PartialEq for Literal {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Literal {}

impl<'de> Deserialize<'de> for Literal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl Serialize for Literal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.json.get_or_init(|| serde_json::value::to_raw_value(&*self.text).ok()) {
            Some(json) => json.serialize(serializer),
            None => serializer.serialize_str(&self.text),
        }
    }
}

/// A text in one language, as answers hold it.
#[derive(Clone, Copy, Debug)]
pub struct Phrase<'c> {
    text: &'c str,
    /// The text of the catalogue that it is, if it is one.
    literal: Option<&'c Literal>,
}

impl<'c> Phrase<'c> {
    /// The text.
    #[must_use]
    pub const fn as_str(&self) -> &'c str {
        self.text
    }
}

impl<'c> From<&'c Literal> for Phrase<'c> {
    fn from(literal: &'c Literal) -> Self {
        Self { text: literal, literal: Some(literal) }
    }
}

impl<'c> From<&'c str> for Phrase<'c> {
    fn from(text: &'c str) -> Self {
        Self { text, literal: None }
    }
}

impl std::fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.text)
    }
}

impl Serialize for Phrase<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.literal {
            Some(literal) => literal.serialize(serializer),
            None => serializer.serialize_str(self.text),
        }
    }
}

impl utoipa::PartialSchema for Phrase<'_> {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        String::schema()
    }
}

impl utoipa::ToSchema for Phrase<'_> {}

/// One text in both languages; neither may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// French.
    pub fr: Literal,
    /// English.
    pub en: Literal,
}

impl Text {
    /// Returns the text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.literal(lang)
    }

    /// Returns the text in one language, for an answer.
    #[must_use]
    pub fn phrase(&self, lang: Lang) -> Phrase<'_> {
        self.literal(lang).into()
    }

    const fn literal(&self, lang: Lang) -> &Literal {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

/// Whether a terminal or page would obey a character instead of showing it: control characters, and those that turn the
/// direction of what stands around them, so that a text reads as something else than it is.
#[must_use]
pub fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// A text of somebody else as one line that can be shown anywhere: what would be obeyed becomes a replacement character.
///
/// ```
/// assert_eq!(rolecall::domain::text::shown("a\u{1b}[31mb\nc"), "a\u{fffd}[31mb\u{fffd}c");
/// ```
#[must_use]
pub fn shown(text: &str) -> String {
    text.chars().map(|c| if is_obeyed(c) { '\u{fffd}' } else { c }).collect()
}

/// A sentence with its places in braces filled; a place without a value is left empty.
#[must_use]
pub fn fill(sentence: &str, places: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len() + 24);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(places.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A text with its first letter in upper case.
///
/// ```
/// assert_eq!(rolecall::domain::text::capitalised("éditeur"), "Éditeur");
/// ```
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// The last bytes of a text, from where a character begins.
#[must_use]
pub fn tail(text: &str, bytes: usize) -> &str {
    let mut from = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// The first bytes of a text, as many at most, cut at a character.
#[must_use]
pub fn head(text: &str, bytes: usize) -> &str {
    let mut to = text.len().min(bytes);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[..to]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_reads_as_its_text_and_writes_as_json() {
        for text in ["", "plain", "with \"quotes\" and \\", "l’été\u{a0}:", "\u{1}\n"] {
            let literal = Literal::from(text);
            assert_eq!(&*literal, text);
            assert_eq!(serde_json::to_string(&literal).unwrap(), serde_json::to_string(text).unwrap());
            assert_eq!(
                serde_json::to_string(&Phrase::from(&literal)).unwrap(),
                serde_json::to_string(text).unwrap()
            );
        }
    }
}

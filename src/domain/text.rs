//! Text in the two languages of the product.

use serde::{Deserialize, Serialize};

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

/// One text in both languages; neither may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Returns the text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

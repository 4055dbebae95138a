//! What is said of a value that belongs to none of the accepted ones.

use super::{Filling, Said, said};
use crate::domain::vocab::UnknownValue;

/// Most accepted values that are listed.
const MOST_LISTED: usize = 40;

/// Whether there is a guess: the variants of a message.
#[must_use]
pub const fn guessed(guess: Option<&str>) -> &'static str {
    if guess.is_some() { "yes" } else { "no" }
}

impl UnknownValue {
    /// The error as a message.
    #[must_use]
    pub fn said(&self) -> Said {
        // A longer list is no help.
        let listed = self.accepted.len() <= MOST_LISTED;
        said!(
            UNKNOWN_VALUE,
            what = self.what.replace(' ', "-"),
            thing = self.what,
            given = self.given.escape_debug(),
            guessed = guessed(self.nearest.as_deref()),
            guess = self.nearest.as_deref().unwrap_or(""),
            listed = if listed { "yes" } else { "no" },
            accepted = self.accepted.join(", "),
        )
    }
}

impl std::fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for UnknownValue {}

impl From<&UnknownValue> for Filling {
    fn from(error: &UnknownValue) -> Self {
        error.said().into()
    }
}

//! Why a question has no answer.

use super::IntakeError;
use crate::catalog::{LoadErrors, NotCovered};
use crate::domain::decide::rulebook::Uncovered;
use crate::domain::input::fault::InputError;
use crate::domain::json;
use crate::domain::vocab::UnknownValue;
use crate::render::RenderError;

/// Why a question has no answer.
#[derive(Clone, Debug, thiserror::Error)]
pub enum AskError {
    /// The day lies before the first that the rules answer for.
    #[error(transparent)]
    NotCovered(#[from] NotCovered),
    /// The rules have a gap; verified data excludes it.
    #[error("the rules have a gap: {0}")]
    Gap(#[from] Uncovered),
    /// The data is wrong; the test suite (built-in) or loading (overlay) excludes it.
    #[error(transparent)]
    Data(#[from] LoadErrors),
    /// The input cannot be used.
    #[error("the input cannot be used")]
    Input(Vec<InputError>),
    /// A name that is not known.
    #[error(transparent)]
    Unknown(#[from] UnknownValue),
    /// A draft lacks what the law of the place requires.
    #[error("the draft lacks what the law requires")]
    Incomplete(Vec<InputError>),
    /// A document could not be written.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A file gives no text.
    #[error("{0}")]
    Intake(#[from] IntakeError),
    /// A file could not be written.
    #[error("{0}")]
    File(String),
    /// No employer cost for the place or day.
    #[error("{}", .0.message)]
    NoCost(InputError),
}

impl AskError {
    /// What the log says of it: the template that failed, where one did, and why.
    #[must_use]
    pub fn reason(&self) -> (Option<&str>, String) {
        match self {
            Self::Render(error) => (Some(&error.name), error.reason.clone()),
            other => (None, other.to_string()),
        }
    }
}

/// What an input was, when it could not be read at all.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReadError {
    /// Not JSON: where and why.
    #[error("{0}")]
    Syntax(json::Fault),
    /// JSON, but not a profile: everything that is wrong with it.
    #[error("the profile cannot be used")]
    Invalid(Vec<InputError>),
}

//! The façade: one function a question, over the catalogue and the domain. Command line, API and pages call nothing
//! else, which is why they give the same answers.

pub mod check;
mod error;
mod file;
mod hire;
mod job;
#[cfg(feature = "commands")]
pub mod market;
mod next;
mod pay;
mod reference;
mod report;

use std::path::Path;
use std::sync::OnceLock;

pub use self::error::{AskError, ReadError};
pub use self::file::{create_folder, open_file, read_file, remove_file, write_file};
pub use self::hire::Decision;
pub use self::pay::PayChoices;
/// The process that reads documents, and limits on processes.
pub use crate::intake::child;
pub use job::{AdForm, AdReader, Document, DraftForm, IntakeError, MAX_AD_BYTES, MAX_AD_TEXT, Submission};
pub use report::Form;

use crate::catalog::Catalog;
use crate::catalog::store;
pub use crate::catalog::{LoadError, LoadErrors, NotCovered};
use crate::domain::cite::Meta;
use crate::domain::dated::Day;
use crate::domain::decide::cited;
use crate::domain::json;
use crate::domain::message::Words;
use crate::domain::pay::evidence::Counted;
use crate::domain::profile::{NamedProfile, Profile};
use crate::domain::provenance::Citations;
use crate::domain::text::Lang;
use crate::domain::vocab::Level;
pub use crate::render::RenderError;
use crate::render::Renderer;
pub use crate::render::html::Section;
pub use crate::render::sheet::Sheet;

/// How a toolkit answers, whatever its data: it outlives a reload of them.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// How ads are read: without a program of its own, DOCX and PDF are refused (see [`AdReader`]).
    pub reader: AdReader,
    /// Which figures of pay count, where the user has computed some from ads.
    pub counted: Counted,
}

impl From<AdReader> for Settings {
    fn from(reader: AdReader) -> Self {
        Self { reader, ..Self::default() }
    }
}

/// Answers questions from one catalogue.
#[derive(Debug)]
pub struct Toolkit {
    catalog: Catalog,
    settings: Settings,
    /// Templates by language and medium, set up on first use.
    renderers: [[OnceLock<Renderer>; 2]; 2],
}

/// Language and day of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asking {
    /// Language of the texts.
    pub lang: Lang,
    /// Day for which the answer holds.
    pub as_of: Day,
}

impl Toolkit {
    fn over(catalog: Catalog) -> Self {
        Self { catalog, settings: Settings::default(), renderers: Default::default() }
    }

    /// Built-in data, or built-in data with an overlay on top.
    ///
    /// # Errors
    /// Everything wrong with the data.
    pub fn load(overlay: Option<&Path>) -> Result<Self, LoadErrors> {
        let catalog = match overlay {
            None => Catalog::builtin()?,
            Some(folder) => Catalog::with_overlay(folder)?,
        };
        Ok(Self::over(catalog))
    }

    /// As [`Self::load`], but rules that fail the verification load too, so that it can be reported on.
    ///
    /// # Errors
    /// Everything else wrong with the data.
    pub fn load_unverified(overlay: Option<&Path>) -> Result<Self, LoadErrors> {
        Ok(Self::over(Catalog::unverified(overlay)?))
    }

    /// The same toolkit with another reader of ads: without one, DOCX and PDF are refused (see [`AdReader`]).
    #[must_use]
    pub fn with_reader(self, reader: AdReader) -> Self {
        let settings = Settings { reader, ..self.settings.clone() };
        self.with_settings(settings)
    }

    /// The same toolkit with other settings.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        Self { settings, ..self }
    }

    /// How it answers.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The messages in a language.
    #[must_use]
    pub const fn words(&self, lang: Lang) -> Words<'_> {
        Words { messages: self.catalog.messages(), lang }
    }

    /// The data.
    #[must_use]
    pub const fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The name of a value in `labels.toml`, or the value where it has none.
    pub fn name<'n>(&'n self, attribute: &str, value: &'n str, lang: Lang) -> &'n str {
        self.catalog.label(attribute, value).map_or(value, |text| text.get(lang))
    }

    /// The name of a level without its years.
    fn level_name(&self, level: Level, lang: Lang) -> &str {
        self.name("level-short", level.id(), lang)
    }

    /// A profile as it is written out.
    #[must_use]
    pub const fn named(&self, profile: &Profile) -> NamedProfile<'_> {
        profile.named(&self.catalog.decide().goal_index)
    }

    fn meta<'c>(&'c self, asking: Asking, citations: impl IntoIterator<Item = &'c Citations>) -> Meta<'c> {
        Meta {
            lang: asking.lang,
            as_of: asking.as_of,
            data_version: self.catalog.version(),
            sources: cited::cited(self.catalog.decide(), citations),
        }
    }
}

/// Some editors begin a file with a byte order mark.
fn without_mark(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}

/// Reads a question as JSON.
///
/// # Errors
/// Where it is no JSON, and why.
pub fn read_question(json: &[u8]) -> Result<serde_json::Value, json::Fault> {
    json::read(without_mark(json))
}

/// What is said where a build leaves out what is asked for.
#[cfg(not(all(feature = "documents", feature = "tables")))]
fn left_out(feature: &str) -> String {
    format!("this build of rolecall leaves the feature `{feature}` out")
}

/// Writes the built-in data into an empty folder; returns how many files.
///
/// # Errors
/// The first file that exists already or cannot be written.
pub fn export_data(folder: &Path) -> Result<usize, LoadError> {
    store::export(folder)
}

/// An answer as JSON text: what the command line prints and the API sends, byte for byte.
#[must_use]
pub fn to_json<T: serde::Serialize>(answer: &T) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(16 * 1024);
    // Answers hold strings, integers and lists only; writing them to memory cannot fail.
    if serde_json::to_writer(&mut bytes, answer).is_err() {
        bytes.clear();
    }
    bytes.push(b'\n');
    bytes
}

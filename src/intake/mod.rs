//! Files that people have → plain text, with a way back to where each character stood where there is one.
//!
//! Text, Markdown and HTML are read in place, by scanners whose work grows with the length of the file and no faster.
//! DOCX and PDF are formats in which a few bytes can ask for any amount of memory and time, so they are read by a
//! [`child`] process with limits, which dies in our stead.

#[cfg(feature = "commands")]
mod archive;
pub mod board;
pub mod child;
#[cfg(feature = "documents")]
mod docx;
mod encoding;
mod facts;
mod html;
#[cfg(feature = "documents")]
mod pdf;
#[cfg(feature = "commands")]
pub mod stream;

use std::path::PathBuf;

use crate::domain::job::data::JobData;
use crate::domain::job::facts::FactWords;
use crate::domain::job::lists::Lists;
use crate::domain::message::{Said, ids, said};
use crate::domain::text::Lang;
use crate::domain::vocab::vocabulary;

/// Largest file read, in bytes: a job ad of 16 MB is none.
pub const MAX_BYTES: usize = 16 << 20;
/// Longest text of an ad, in bytes, unless the operator sets another limit: thirty times the longest ad we know.
pub const MAX_TEXT: usize = 200_000;

vocabulary! {
    /// How a text is given.
    Form("form of a text") {
        /// Plain text.
        Text = "text",
        /// Markdown.
        Markdown = "markdown",
        /// HTML.
        Html = "html",
        /// Office Open XML text document.
        Docx = "docx",
        /// PDF with a text layer.
        Pdf = "pdf",
    }
}

impl Form {
    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Text => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
        }
    }

    /// The form that a media type names.
    #[must_use]
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.media_type() == media_type)
    }

    /// The form of a file, by its first bytes, then by its name.
    #[must_use]
    pub fn of_file(name: &str, bytes: &[u8]) -> Self {
        let ends = |end: &str| name.to_ascii_lowercase().ends_with(end);
        if bytes.starts_with(b"%PDF-") {
            return Self::Pdf;
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::Docx;
        }
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).trim_start().to_ascii_lowercase();
        if ends(".html") || ends(".htm") || head.starts_with("<!doctype html") || head.starts_with("<html") {
            return Self::Html;
        }
        if ends(".md") || ends(".markdown") { Self::Markdown } else { Self::Text }
    }

    /// The name of the form as it stands in sentences.
    const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Docx => "DOCX",
            Self::Pdf => "PDF",
        }
    }
}

/// What is wrong with a document that gives no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The reader of its format refuses it, and says why.
    Malformed(String),
    /// It is protected by a password.
    Encrypted,
    /// Reading it took longer than it may.
    TooSlow,
    /// Reading it took more memory than it may.
    TooLarge,
    /// Reading it brought the reader down.
    Fatal,
    /// It is a format whose text cannot be told from its markup.
    Unsupported,
}

impl Damage {
    fn said(&self) -> Said {
        match self {
            Self::Malformed(reason) => said!(DAMAGE_MALFORMED, reason = reason),
            Self::Encrypted => ids::DAMAGE_ENCRYPTED.into(),
            Self::TooSlow => ids::DAMAGE_TOO_SLOW.into(),
            Self::TooLarge => ids::DAMAGE_TOO_LARGE.into(),
            Self::Fatal => ids::DAMAGE_FATAL.into(),
            Self::Unsupported => ids::DAMAGE_UNSUPPORTED.into(),
        }
    }
}

/// Why a file gives no text. Each says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeError {
    /// The file is too large.
    TooLarge,
    /// The text is longer than so many bytes.
    TooLong(usize),
    /// Not UTF-8, from this line on, and no other usual encoding either.
    NotUtf8(usize),
    /// The bytes are no text.
    NotText,
    /// A damaged or hostile document of this format.
    Damaged(&'static str, Damage),
    /// No text inside.
    Empty,
    /// The safe replacements of an audit can be made in text and Markdown only.
    NotRewritten(&'static str),
    /// The process that reads documents cannot be started: a fault of ours, not of the file.
    NoReader(String),
    /// Nobody waits for the text any longer.
    Abandoned,
}

impl IntakeError {
    /// What is wrong and what to do.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::TooLarge => said!(INTAKE_TOO_LARGE, most = MAX_BYTES >> 20),
            Self::TooLong(limit) => said!(INTAKE_TOO_LONG, most = (limit / 1_000).to_string()),
            Self::NotUtf8(line) => said!(INTAKE_NOT_UTF8, line = line.to_string()),
            Self::NotText => ids::INTAKE_NOT_TEXT.into(),
            Self::Damaged(form, damage) => said!(INTAKE_DAMAGED, form = *form, damage = damage.said()),
            Self::Empty => ids::INTAKE_EMPTY.into(),
            Self::NotRewritten(form) => said!(INTAKE_NOT_REWRITTEN, form = *form),
            Self::NoReader(reason) => said!(INTAKE_NO_READER, reason = reason),
            Self::Abandoned => ids::INTAKE_ABANDONED.into(),
        }
    }

    /// What is wrong, for whoever asks from outside: what happens inside this machine is for the log.
    #[must_use]
    pub fn outside(&self) -> Said {
        match self {
            Self::NoReader(_) => ids::INTAKE_NO_READER_OUTSIDE.into(),
            other => other.said(),
        }
    }
}

impl std::fmt::Display for IntakeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for IntakeError {}

/// A text, and where its characters stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// The text.
    pub text: String,
    /// The file as text, when places can be given in it.
    pub original: Option<Origin>,
}

/// The file from which a text was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The whole file.
    pub text: String,
    /// Where the distance between text and file changes: (in the text, in the file).
    pub anchors: Vec<(usize, usize)>,
}

impl Origin {
    /// The byte of the file at which a byte of the text stood.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let found = self.anchors.partition_point(|(known, _)| *known <= byte);
        match found.checked_sub(1).and_then(|at| self.anchors.get(at)) {
            Some((known, original)) => (original + (byte - known)).min(self.text.len()),
            None => byte.min(self.text.len()),
        }
    }
}

/// The words that files are read by.
#[derive(Clone, Copy, Debug)]
pub struct Words<'w> {
    /// What facts beside the prose are called, and how they are written.
    pub facts: &'w FactWords,
    /// Lists of words.
    pub lists: &'w Lists,
}

impl<'w> From<&'w JobData> for Words<'w> {
    fn from(data: &'w JobData) -> Self {
        Self { facts: &data.facts, lists: &data.lists }
    }
}

impl Words<'_> {
    /// The nearer language of a text, by its first words.
    fn lang(self, text: &str) -> Lang {
        let words: Vec<String> =
            text.split(|c: char| !c.is_alphabetic()).take(TOLD_BY).map(str::to_lowercase).collect();
        self.lists.common(words.iter().map(String::as_str)).lang()
    }
}

/// By how many words of a text its language is told.
const TOLD_BY: usize = 2_000;

/// Takes the text out of files.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The program that reads documents in a process of its own: rolecall itself (see [`child`]). Without it, DOCX and
    /// PDF are refused.
    pub program: Option<PathBuf>,
    /// Longest text given back, in bytes.
    pub max_text: usize,
}

impl Default for Reader {
    fn default() -> Self {
        Self { program: None, max_text: MAX_TEXT }
    }
}

impl Reader {
    /// A reader whose documents are read by a program: the path of a `rolecall` binary.
    #[must_use]
    pub fn with_program(program: impl Into<PathBuf>) -> Self {
        Self { program: Some(program.into()), ..Self::default() }
    }

    /// Takes the text out of a file, for as long as it is wanted.
    ///
    /// # Errors
    /// [`IntakeError`], with the remedy.
    pub fn read(
        &self,
        bytes: &[u8],
        form: Form,
        words: Words<'_>,
        wanted: &dyn Fn() -> bool,
    ) -> Result<Extracted, IntakeError> {
        if bytes.len() > MAX_BYTES {
            return Err(IntakeError::TooLarge);
        }
        let plain = |text: String| Extracted { text, original: None };
        let extracted = match form {
            _ if bytes.starts_with(b"{\\rtf") => {
                return Err(IntakeError::Damaged("RTF", Damage::Unsupported));
            }
            Form::Text | Form::Markdown => {
                let text = encoding::characters(bytes, false)?;
                match facts::front_matter(&text, words) {
                    Some((text, origin)) => Extracted { text, original: Some(origin) },
                    None => plain(text),
                }
            }
            Form::Html => html::read(&encoding::characters(bytes, true)?, self.max_text, words)?,
            Form::Docx | Form::Pdf => plain(child::read(self, bytes, form, wanted)?),
        };
        if extracted.text.len() > self.max_text {
            return Err(IntakeError::TooLong(self.max_text));
        }
        if extracted.text.trim().is_empty() { Err(IntakeError::Empty) } else { Ok(extracted) }
    }
}

/// Takes the text out of a document in this very process: what the child does, and the fuzzers. A hostile document may
/// end the process; everybody else calls [`Reader::read`]. What is no document is given as it stands.
///
/// # Errors
/// [`IntakeError`], with the remedy.
pub fn read_document(bytes: &[u8], form: Form, max_text: usize) -> Result<String, IntakeError> {
    let text = match form {
        #[cfg(feature = "documents")]
        Form::Docx => docx::read(bytes, max_text),
        #[cfg(feature = "documents")]
        Form::Pdf => pdf::read(bytes, max_text),
        #[cfg(not(feature = "documents"))]
        Form::Docx | Form::Pdf => Err(IntakeError::NoReader("this build leaves `documents` out".to_owned())),
        Form::Text | Form::Markdown | Form::Html => encoding::characters(bytes, form == Form::Html),
    }?;
    if text.len() > max_text { Err(IntakeError::TooLong(max_text)) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::job::facts::tests::ours;
    use crate::domain::job::lists::tests::lists;

    /// Our own words.
    pub(super) fn with_words<R>(read: impl FnOnce(Words<'_>) -> R) -> R {
        read(Words { facts: &ours(), lists: &lists() })
    }

    fn read(bytes: &[u8], form: Form) -> Result<Extracted, IntakeError> {
        with_words(|words| Reader::default().read(bytes, form, words, &|| true))
    }

    #[test]
    fn a_text_beyond_the_limit_is_refused_in_every_form() {
        let long = "a ".repeat(MAX_TEXT / 2 + 1);
        for form in [Form::Text, Form::Markdown, Form::Html] {
            assert_eq!(read(long.as_bytes(), form), Err(IntakeError::TooLong(MAX_TEXT)), "{form}");
        }
        let page = format!("<p>Animer</p><script>{long}</script>");
        assert!(read(page.as_bytes(), Form::Html).is_ok(), "what nobody reads does not count");
        let reader = Reader { max_text: 2 * MAX_TEXT, ..Reader::default() };
        assert!(with_words(|words| reader.read(long.as_bytes(), Form::Text, words, &|| true)).is_ok());
    }

    #[test]
    fn documents_are_never_read_in_this_process() {
        for (bytes, form) in [(&b"%PDF-1.4"[..], Form::Pdf), (b"PK\x03\x04", Form::Docx)] {
            assert!(matches!(read(bytes, form), Err(IntakeError::NoReader(_))));
        }
    }
}

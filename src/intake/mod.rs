//! Files that people have → plain text: Markdown and text as they are, HTML, DOCX and PDF by their text, all within
//! limits, with a way back to where each character stood where there is one.

mod docx;
mod html;
mod pdf;

use crate::domain::vocab::vocabulary;

/// Largest file read, in bytes: a job ad of 16 MB is none.
pub const MAX_BYTES: usize = 16 << 20;
/// Longest text read, in bytes; a packed document must not unfold beyond it.
pub const MAX_TEXT: usize = 16 << 20;

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
}

/// Why a file gives no text. Each says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// Too large.
    #[error("larger than {} MB; send the text of one ad", MAX_BYTES >> 20)]
    TooLarge,
    /// Not UTF-8.
    #[error("not UTF-8 from line {0} on; save the file as UTF-8")]
    NotUtf8(usize),
    /// A damaged or hostile document.
    #[error("the {0} document cannot be read: {1}; save it again, or paste its text")]
    Damaged(&'static str, String),
    /// No text inside.
    #[error("there is no text in it; a scanned page has none: paste the text instead")]
    Empty,
}

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

/// Takes the text out of a file.
///
/// # Errors
/// [`IntakeError`], with the remedy.
pub fn read(bytes: &[u8], form: Form) -> Result<Extracted, IntakeError> {
    if bytes.len() > MAX_BYTES {
        return Err(IntakeError::TooLarge);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(IntakeError::Damaged("RTF", "its text is mixed with control words".to_owned()));
    }
    let plain = |text: String| Extracted { text, original: None };
    let extracted = match form {
        Form::Text | Form::Markdown => plain(utf8(bytes)?),
        Form::Html => html::read(&utf8(bytes)?),
        Form::Docx => plain(docx::read(bytes)?),
        Form::Pdf => plain(pdf::read(bytes)?),
    };
    if extracted.text.trim().is_empty() { Err(IntakeError::Empty) } else { Ok(extracted) }
}

fn utf8(bytes: &[u8]) -> Result<String, IntakeError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        IntakeError::NotUtf8(1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count())
    })
}

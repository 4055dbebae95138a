//! Files that people have → plain text, with a way back to where each character stood where there is one.
//!
//! Text, Markdown and HTML are read in place, by scanners whose work grows with the length of the file and no faster.
//! DOCX and PDF are formats in which a few bytes can ask for any amount of memory and time, so they are read by a
//! [`child`] process with limits, which dies in our stead.

pub mod child;
#[cfg(feature = "documents")]
mod docx;
mod encoding;
mod facts;
mod html;
#[cfg(feature = "documents")]
mod pdf;

use std::path::PathBuf;

use crate::domain::text::Text;
use crate::domain::vocab::vocabulary;
use crate::domain::work::Abandoned;

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
    fn text(&self) -> (String, String) {
        let (fr, en) = match self {
            Self::Malformed(reason) => return (format!("il est abîmé ({reason})"), reason.clone()),
            Self::Encrypted => ("il est protégé par un mot de passe", "it is protected by a password"),
            Self::TooSlow => ("sa lecture prend trop de temps", "reading it takes too long"),
            Self::TooLarge => ("sa lecture demande trop de mémoire", "reading it takes too much memory"),
            Self::Fatal => ("sa structure est incohérente", "its structure makes no sense"),
            Self::Unsupported => {
                ("son texte se mêle à des codes de mise en forme", "its text is mixed with control words")
            }
        };
        (fr.to_owned(), en.to_owned())
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
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Text {
        let (fr, en) = match self {
            Self::TooLarge => (
                format!(
                    "fichier de plus de {}\u{a0}Mo\u{202f}; envoyez le texte d’une seule annonce",
                    MAX_BYTES >> 20
                ),
                format!("larger than {} MB; send the text of one ad", MAX_BYTES >> 20),
            ),
            Self::TooLong(limit) => (
                format!("texte de plus de {}\u{a0}ko\u{202f}; envoyez une seule annonce", limit / 1_000),
                format!("the text is longer than {} kB; send one ad", limit / 1_000),
            ),
            Self::NotUtf8(line) => (
                format!(
                    "ce n’est plus de l’UTF-8 à partir de la ligne {line}\u{202f}; enregistrez le fichier en UTF-8"
                ),
                format!("not UTF-8 from line {line} on; save the file as UTF-8"),
            ),
            Self::NotText => (
                "ce n’est pas du texte\u{202f}; envoyez l’annonce en texte, Markdown, HTML, DOCX ou PDF"
                    .to_owned(),
                "it is no text; send the ad as text, Markdown, HTML, DOCX or PDF".to_owned(),
            ),
            Self::Damaged(form, damage) => {
                let (fr, en) = damage.text();
                (
                    format!(
                        "le document {form} est illisible\u{a0}: {fr}\u{202f}; enregistrez-le de nouveau, ou collez son texte"
                    ),
                    format!("the {form} document cannot be read: {en}; save it again, or paste its text"),
                )
            }
            Self::Empty => (
                "aucun texte dans ce fichier\u{202f}; une page numérisée n’en a pas\u{a0}: collez le texte"
                    .to_owned(),
                "there is no text in it; a scanned page has none: paste the text instead".to_owned(),
            ),
            Self::NotRewritten(form) => (
                format!(
                    "--rewrite ne change que du texte et du Markdown, non du {form}\u{202f}; collez son texte"
                ),
                format!("--rewrite changes text and Markdown only, not {form}; paste its text"),
            ),
            Self::NoReader(reason) => (
                format!(
                    "le programme qui lit les documents ne démarre pas\u{a0}: {reason}\u{202f}; collez le texte"
                ),
                format!("the program that reads documents cannot be started: {reason}; paste the text"),
            ),
            Self::Abandoned => (
                "la lecture a été abandonnée\u{202f}; envoyez moins de texte".to_owned(),
                Abandoned.to_string(),
            ),
        };
        Text { fr: fr.into(), en: en.into() }
    }

    /// What is wrong, for whoever asks from outside: what happens inside this machine is for the log.
    #[must_use]
    pub fn outside(&self) -> Text {
        match self {
            Self::NoReader(_) => Text {
                fr: "les documents ne peuvent pas être lus ici pour le moment\u{202f}; collez le texte"
                    .into(),
                en: "documents cannot be read here at the moment; paste the text".into(),
            },
            other => other.message(),
        }
    }
}

impl std::fmt::Display for IntakeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
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
                match facts::front_matter(&text) {
                    Some((text, origin)) => Extracted { text, original: Some(origin) },
                    None => plain(text),
                }
            }
            Form::Html => html::read(&encoding::characters(bytes, true)?, self.max_text)?,
            Form::Docx | Form::Pdf => plain(child::read(self, bytes, form, wanted)?),
        };
        if extracted.text.len() > self.max_text {
            return Err(IntakeError::TooLong(self.max_text));
        }
        if extracted.text.trim().is_empty() { Err(IntakeError::Empty) } else { Ok(extracted) }
    }
}

/// Takes the text out of a document in this very process: what the child does, and the fuzzers. A hostile document may
/// end the process; everybody else calls [`Reader::read`].
///
/// # Errors
/// [`IntakeError`], with the remedy.
pub fn read_document(bytes: &[u8], form: Form, max_text: usize) -> Result<String, IntakeError> {
    match form {
        #[cfg(feature = "documents")]
        Form::Docx => docx::read(bytes, max_text),
        #[cfg(feature = "documents")]
        Form::Pdf => pdf::read(bytes, max_text),
        #[cfg(not(feature = "documents"))]
        Form::Docx | Form::Pdf => Err(IntakeError::NoReader("this build leaves `documents` out".to_owned())),
        Form::Text | Form::Markdown => encoding::characters(bytes, false),
        Form::Html => html::read(&encoding::characters(bytes, true)?, max_text).map(|found| found.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], form: Form) -> Result<Extracted, IntakeError> {
        Reader::default().read(bytes, form, &|| true)
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
        assert!(reader.read(long.as_bytes(), Form::Text, &|| true).is_ok());
    }

    #[test]
    fn documents_are_never_read_in_this_process() {
        for (bytes, form) in [(&b"%PDF-1.4"[..], Form::Pdf), (b"PK\x03\x04", Form::Docx)] {
            assert!(matches!(read(bytes, form), Err(IntakeError::NoReader(_))));
        }
    }
}

//! PDF → text, by its text layer. Whatever the library does with a hostile document, it does it in the child.

use std::io::Cursor;

use oxidize_pdf::parser::{ParseError, ParseOptions, PdfDocument, PdfReader};
use oxidize_pdf::text::{ExtractionOptions, TextExtractor};

use super::{Damage, Form, IntakeError};

/// Most pages that are read: an ad has two or three.
const MOST_PAGES: u32 = 200;

/// Reads a document whose text is no longer than `max_text` bytes.
pub(super) fn read(bytes: &[u8], max_text: usize) -> Result<String, IntakeError> {
    let damaged = |damage| IntakeError::Damaged(Form::Pdf.name(), damage);
    // The library panics on some malformed documents.
    match std::panic::catch_unwind(|| text(bytes, max_text)) {
        Ok(Ok(text)) if text.len() > max_text => Err(IntakeError::TooLong(max_text)),
        Ok(Ok(text)) => Ok(text),
        Ok(Err(ParseError::WrongPassword | ParseError::EncryptionNotSupported | ParseError::PdfLocked)) => {
            Err(damaged(Damage::Encrypted))
        }
        Ok(Err(error)) => Err(damaged(Damage::Malformed(error.to_string()))),
        Err(_) => Err(damaged(Damage::Fatal)),
    }
}

fn text(bytes: &[u8], max_text: usize) -> Result<String, ParseError> {
    // Readers of people show what they can of a slightly damaged document; so does this.
    let lenient = ParseOptions { log_recovery_details: false, ..ParseOptions::tolerant() };
    let mut reader = PdfReader::new_with_options(Cursor::new(bytes), lenient)?;
    // Documents that may be read but not changed are locked with an empty password.
    reader.unlock("")?;
    let document = PdfDocument::new(reader);
    let options = ExtractionOptions {
        // One byte more tells a text that is too long.
        max_extracted_bytes: Some(max_text + 1),
        // Headers and footers hold names of employers and dates.
        include_artifacts: true,
        // It joins "eux-" and "mêmes" too.
        merge_hyphenated: false,
        ..ExtractionOptions::default()
    };
    let mut extractor = TextExtractor::with_options(options);
    let mut out = String::new();
    for page in 0..document.page_count()?.min(MOST_PAGES) {
        out.push_str(&extractor.extract_from_page(&document, page)?.text);
        out.push('\n');
        if out.len() > max_text {
            break;
        }
    }
    Ok(out)
}

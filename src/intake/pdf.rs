//! PDF → text, by its text layer. Whatever the library does with a hostile document, it does it in the child.

use super::{Damage, Form, IntakeError};

/// Reads a document whose text is no longer than `max_text` bytes.
pub(super) fn read(bytes: &[u8], max_text: usize) -> Result<String, IntakeError> {
    let damaged = |damage| IntakeError::Damaged(Form::Pdf.name(), damage);
    // The library panics on some malformed documents.
    let found = std::panic::catch_unwind(|| pdf_extract::extract_text_from_mem(bytes));
    match found {
        Ok(Ok(text)) if text.len() > max_text => Err(IntakeError::TooLong(max_text)),
        Ok(Ok(text)) => Ok(text),
        Ok(Err(error)) => Err(damaged(Damage::Malformed(error.to_string()))),
        Err(_) => Err(damaged(Damage::Fatal)),
    }
}

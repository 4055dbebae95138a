//! PDF → text, by its text layer. The library is kept at arm's length: a thread of its own, a time limit, no panic out.

use std::sync::mpsc;
use std::time::Duration;

use super::{IntakeError, MAX_TEXT};

/// Longest time that a document may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<String, IntakeError> {
    let damaged = |reason: &str| IntakeError::Damaged("PDF", reason.to_owned());
    let (sender, receiver) = mpsc::channel();
    let bytes = bytes.to_vec();
    let work = move || {
        let found = std::panic::catch_unwind(|| {
            pdf_extract::extract_text_from_mem(&bytes).map_err(|error| error.to_string())
        });
        drop(sender.send(found));
    };
    let thread = std::thread::Builder::new().name("pdf".to_owned()).stack_size(32 << 20).spawn(work);
    if thread.is_err() {
        return Err(damaged("no thread to read it in"));
    }
    match receiver.recv_timeout(PATIENCE) {
        Ok(Ok(Ok(text))) if text.len() > MAX_TEXT => Err(IntakeError::TooLarge),
        Ok(Ok(Ok(text))) => Ok(text),
        Ok(Ok(Err(reason))) => Err(damaged(reason.lines().next().unwrap_or("unknown fault"))),
        Ok(Err(_)) => Err(damaged("it is malformed")),
        Err(_) => Err(damaged("it takes too long")),
    }
}

//! Any bytes as PDF or DOCX, read in this very process as the child of `rolecall` reads them: text or a reason. Memory,
//! time and stack are the child's limits; what is looked for here is everything else.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolecall::intake::{Form, MAX_TEXT, read_document};

fuzz_target!(|data: &[u8]| {
    // Panics of the PDF library are caught where it is called; those of others reach the fuzzer all the same.
    static QUIET: std::sync::Once = std::sync::Once::new();
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    let form = if data.starts_with(b"PK") { Form::Docx } else { Form::Pdf };
    if let Ok(text) = read_document(data, form, MAX_TEXT) {
        assert!(text.len() <= MAX_TEXT);
    }
});

//! Any JSON as the question of a draft: it is drafted or refused, and every document can be written.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use rolecall::domain::dated::Day;
use rolecall::domain::text::Lang;
use rolecall::toolkit::{Asking, Document, DraftForm, Toolkit, read_question};

fuzz_target!(|data: &[u8]| {
    static TOOLKIT: OnceLock<Toolkit> = OnceLock::new();
    let toolkit = TOOLKIT.get_or_init(|| Toolkit::load(None).unwrap());
    let Ok(question) = read_question(data) else { return };
    let asking = Asking { lang: Lang::Fr, as_of: Day::from_ymd_opt(2026, 11, 21).unwrap() };
    if let Ok(draft) = toolkit.draft(&question, asking) {
        for document in [Document::Ad, Document::Description] {
            for form in [DraftForm::Markdown, DraftForm::Html, DraftForm::Docx] {
                toolkit.document(&draft, document, form).unwrap();
            }
        }
        if let Ok(posting) = toolkit.document(&draft, Document::Ad, DraftForm::Jsonld) {
            let _: serde_json::Value = serde_json::from_slice(&posting).unwrap();
        }
    }
});

//! Any bytes, as every sort of file: the audit answers or refuses, and its places lie inside.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use rolecall::domain::dated::Day;
use rolecall::domain::text::Lang;
use rolecall::toolkit::{AdForm, Asking, Submission, Toolkit};

fuzz_target!(|data: &[u8]| {
    static TOOLKIT: OnceLock<Toolkit> = OnceLock::new();
    let toolkit = TOOLKIT.get_or_init(|| Toolkit::load(None).unwrap());
    let Some((kind, bytes)) = data.split_first() else { return };
    // DOCX and PDF have a target of their own, `document`: here they would be read by another process.
    let form = [AdForm::Text, AdForm::Markdown, AdForm::Html][usize::from(kind % 4) % 3];
    let lang = if kind & 4 == 0 { Lang::Fr } else { Lang::En };
    let context = match kind / 8 % 4 {
        0 => serde_json::json!({}),
        1 => serde_json::json!({ "country": "FR", "title": "Community manager" }),
        2 => serde_json::json!({ "region": "US-CO", "employees": 40 }),
        _ => serde_json::json!({ "region": "CA-ON" }),
    };
    let asking = Asking { lang, as_of: Day::from_ymd_opt(2026, 11, 21).unwrap() };
    if let Ok(answer) = toolkit.audit(Submission::new(bytes, form, &context), asking) {
        for place in answer.findings.iter().filter_map(|finding| finding.place.as_ref()) {
            assert!(place.start.byte <= place.end.byte && place.end.byte <= bytes.len());
        }
        let shares: u32 = answer.shares.iter().map(|share| share.percent).sum();
        assert!(shares == 0 || shares == 100);
    }
});

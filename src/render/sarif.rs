//! Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::domain::job::audit::answer::{Audit, Excerpt, Finding};
use crate::domain::job::wording::Severity;
use crate::domain::text::Lang;

/// The findings of some audits; `known` says whether one was there before, where somebody keeps track of that.
#[must_use]
pub fn sarif(
    audits: &[(String, Audit<'_>)],
    known: &dyn Fn(&str, &Finding<'_>) -> Option<bool>,
    lang: Lang,
) -> Value {
    let mut rules: BTreeMap<&str, Value> = BTreeMap::new();
    let mut results = Vec::new();
    for (name, audit) in audits {
        for finding in &audit.findings {
            rules.entry(finding.code).or_insert_with(|| {
                json!({ "id": finding.code, "properties": { "category": finding.category, "sources": finding.sources } })
            });
            let level = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Notice | Severity::Info => "note",
            };
            let physical = |place: Option<&Excerpt>| {
                let mut location = json!({ "artifactLocation": { "uri": uri(name) } });
                let Some(place) = place else { return location };
                location["region"] = json!({
                    "startLine": place.start.line, "startColumn": place.start.column,
                    "endLine": place.end.line, "endColumn": place.end.column,
                    "byteOffset": place.start.byte, "byteLength": place.end.byte.saturating_sub(place.start.byte),
                    "snippet": { "text": place.text }
                });
                location
            };
            // Hosts show a result at one place: the same words said twice are two results.
            let places: Vec<Option<&Excerpt>> = finding.places().map(Some).collect();
            for place in if places.is_empty() { vec![None] } else { places } {
                let mut result = json!({
                    "ruleId": finding.code, "level": level,
                    "message": { "text": format!("{} {}", finding.why, finding.suggestion) },
                    "locations": [{ "physicalLocation": physical(place) }],
                    "partialFingerprints": { "rolecall/v1": finding.fingerprint() }
                });
                if let Some(before) = known(name, finding) {
                    result["baselineState"] = if before { "unchanged" } else { "new" }.into();
                    if before {
                        result["suppressions"] = json!([{ "kind": "external", "justification": "baseline" }]);
                    }
                }
                results.push(result);
            }
        }
    }
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "rolecall", "version": env!("CARGO_PKG_VERSION"), "language": lang, "rules": rules.into_values().collect::<Vec<_>>() } },
            "columnKind": "unicodeCodePoints",
            "results": results
        }]
    })
}

/// A file name as a relative URI.
fn uri(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

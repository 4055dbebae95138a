//! Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::domain::job::audit::answer::Audit;
use crate::domain::job::wording::Severity;
use crate::domain::text::Lang;

/// The findings of some audits.
#[must_use]
pub fn sarif(audits: &[(String, Audit<'_>)], lang: Lang) -> Value {
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
            let mut location = json!({ "artifactLocation": { "uri": uri(name) } });
            if let Some(place) = &finding.place {
                location["region"] = json!({
                    "startLine": place.start.line, "startColumn": place.start.column,
                    "endLine": place.end.line, "endColumn": place.end.column,
                    "byteOffset": place.start.byte, "byteLength": place.end.byte.saturating_sub(place.start.byte),
                    "snippet": { "text": place.text }
                });
            }
            results.push(json!({
                "ruleId": finding.code, "level": level,
                "message": { "text": format!("{} {}", finding.why, finding.suggestion) },
                "locations": [{ "physicalLocation": location }]
            }));
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

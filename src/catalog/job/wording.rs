//! Rules on wording: `wording.csv` → domain, each tried on its examples.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::super::check::hint;
use super::super::pay::text;
use super::super::records::Reader;
use super::{FOLDER, cited};
use crate::domain::job::category::Categories;
use crate::domain::job::data::JobData;
use crate::domain::job::fold::fold;
use crate::domain::job::lexicon::Tag;
use crate::domain::job::lists::List;
use crate::domain::job::wording::beginnings::parted;
use crate::domain::job::wording::{Severity, WordingRule};
use crate::domain::text::Lang;
use crate::domain::vocab::Grade;
use crate::domain::work::Work;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingRow {
    id: String,
    lang: Lang,
    place: Option<String>,
    pattern: String,
    unless: Option<String>,
    category: String,
    severity: Severity,
    why_fr: String,
    why_en: String,
    suggestion_fr: String,
    suggestion_en: String,
    replacement: Option<String>,
    source: Option<String>,
    confidence: Grade,
    example: String,
    counter: Option<String>,
    /// Filled by the build script for our own rules, in no file.
    beginnings: Option<String>,
}

pub(super) fn wording(
    reader: &mut Reader<'_>,
    known: &BTreeSet<&str>,
    categories: &Categories,
) -> Vec<WordingRule> {
    let rows = reader.rows::<WordingRow>(&format!("{FOLDER}wording.csv"), |row| &row.id);
    rows.into_iter()
        .filter_map(|row| {
            let (place, row) = (row.place, row.value);
            let Some(category) = categories.get(&row.category) else {
                let hint = hint(&row.category, categories.keys().map(String::as_str));
                let reason = format!("unknown category `{}`{hint}; add it to categories.toml", row.category);
                reader.error(place, &row.id, reason);
                return None;
            };
            if reader.thorough && row.beginnings.is_some() {
                reader.error(place, &row.id, "`beginnings` follow from the pattern; leave the column out");
            }
            Some(WordingRule {
                beginnings: row.beginnings.as_deref().map(parted),
                sources: cited(reader, known, place, &row.id, row.source.as_deref()),
                why: text(&row.why_fr, &row.why_en),
                suggestion: text(&row.suggestion_fr, &row.suggestion_en),
                id: row.id,
                lang: row.lang,
                place: row.place,
                pattern: row.pattern,
                unless: row.unless,
                category: category.clone(),
                severity: row.severity,
                replacement: row.replacement,
                confidence: row.confidence,
                example: row.example,
                counter: row.counter,
            })
        })
        .collect()
}

/// Every rule finds its example and leaves its counter-example alone.
pub(super) fn examples(data: &JobData) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    for rule in data.wording.rules() {
        let finds = |text: &str| {
            let folded = fold(text, data.lists.of(List::NameBeginnings));
            let mut triggers = Vec::new();
            data.lexicon.of(rule.lang).body.find(&folded.text, &Work::unhurried(), |hit| {
                if let Tag::Rule(index) = hit.tag {
                    triggers.push((hit.start, index));
                }
            });
            data.wording
                .find(&folded, &triggers, rule.lang, usize::MAX, &Work::unhurried())
                .is_ok_and(|found| found.iter().any(|found| found.rule.id == rule.id))
        };
        if !finds(&rule.example) {
            wrong.push((rule.id.clone(), "does not find its example; correct one of them".to_owned()));
        }
        if rule.counter.as_deref().is_some_and(finds) {
            wrong.push((rule.id.clone(), "finds its counter-example; narrow the pattern".to_owned()));
        }
    }
    wrong
}

//! What to change first, and how many findings there are.

use super::answer::{Change, Counts, Finding};
use crate::domain::job::category::Categories;
use crate::domain::job::wording::Severity;

/// Most changes that are named first.
const MOST_CHANGES: usize = 5;

/// The most useful changes: the gravest findings, what matters most to readers first.
pub(super) fn changes<'c>(categories: &Categories, findings: &[Finding<'c>]) -> Vec<Change<'c>> {
    let first = |finding: &Finding<'_>| {
        // A range of pay that the law asks for matters as pay does.
        let category = if finding.code == "law-pay" { "pay" } else { finding.category };
        categories.get(category).map_or(u8::MAX, |category| category.first)
    };
    let mut order: Vec<&Finding<'c>> =
        findings.iter().filter(|finding| finding.severity != Severity::Info).collect();
    // Notices are worth a place among the first only where nothing graver is found.
    if order.iter().any(|finding| finding.severity <= Severity::Warning) {
        order.retain(|finding| finding.severity <= Severity::Warning);
    }
    order.sort_by_cached_key(|finding| (finding.severity, first(finding)));
    let mut seen: Vec<&str> = Vec::new();
    let mut quotes: Vec<(usize, usize)> = Vec::new();
    order
        .into_iter()
        .filter(|finding| {
            let new = !seen.contains(&finding.code) && !finding.suggestion.is_empty();
            seen.push(finding.code);
            // Nor the same words for another reason.
            let quoted = finding.place.as_ref().is_some_and(|place| {
                quotes.iter().any(|(start, end)| place.start.byte < *end && *start < place.end.byte)
            });
            if new && !quoted {
                quotes.extend(finding.place.as_ref().map(|place| (place.start.byte, place.end.byte)));
            }
            new && !quoted
        })
        .take(MOST_CHANGES)
        .map(|finding| Change {
            code: finding.code,
            severity: finding.severity,
            place: finding.place.clone(),
            why: finding.why.clone(),
            text: finding.suggestion.clone(),
            replacement: finding.replacement,
        })
        .collect()
}

/// Makes one finding of those that say the same of several passages.
pub(super) fn merge(findings: &mut Vec<Finding<'_>>) {
    let mut kept: Vec<Finding<'_>> = Vec::with_capacity(findings.len());
    // An ad has hundreds of findings at most, of a few dozen codes.
    for finding in findings.drain(..) {
        let same = |known: &&mut Finding<'_>| {
            // Each finding on scope names a profession of its own.
            known.code == finding.code
                && known.category != "scope"
                && known.place.is_some()
                && known.why == finding.why
                && known.suggestion == finding.suggestion
        };
        match (finding.place.clone(), kept.iter_mut().find(same)) {
            (Some(place), Some(known)) => known.more_places.push(place),
            _ => kept.push(finding),
        }
    }
    *findings = kept;
}

/// How many findings of each severity.
pub(super) fn counts(findings: &[Finding<'_>]) -> Counts {
    let mut counts = Counts::default();
    for finding in findings {
        match finding.severity {
            Severity::Error => counts.error += 1,
            Severity::Warning => counts.warning += 1,
            Severity::Notice => counts.notice += 1,
            Severity::Info => counts.info += 1,
        }
    }
    counts
}

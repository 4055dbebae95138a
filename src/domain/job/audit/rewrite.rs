//! The safe, mechanical changes applied: never a new sentence, only words with one replacement.

use super::answer::Finding;

/// The text with every safe replacement made, and how many were.
///
/// Replacements are made from the beginning to the end; of two that overlap, the first in the text is made.
#[must_use]
pub fn rewrite(text: &str, findings: &[Finding<'_>]) -> (String, usize) {
    let mut changes: Vec<(usize, usize, &str)> = findings
        .iter()
        .filter_map(|finding| Some((finding, finding.replacement?)))
        .flat_map(|(finding, words)| {
            finding.places().map(move |place| (place.start.byte, place.end.byte, words))
        })
        .collect();
    changes.sort_unstable();
    let mut out = String::with_capacity(text.len());
    let (mut at, mut made) = (0, 0);
    for (start, end, replacement) in changes {
        let Some(old) = text.get(start..end) else { continue };
        if start < at {
            continue;
        }
        out.push_str(&text[at..start]);
        // A capital stays a capital.
        if old.starts_with(char::is_uppercase) {
            let mut letters = replacement.chars();
            out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(letters.as_str());
        } else {
            out.push_str(replacement);
        }
        at = end;
        made += 1;
    }
    out.push_str(&text[at..]);
    (out, made)
}

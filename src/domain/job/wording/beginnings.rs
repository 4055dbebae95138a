//! The letters with which the matches of a pattern begin. The build script works them out for our own rules, so that a
//! start need not read hundreds of patterns.

use regex_syntax::hir::literal::Extractor;

/// Most beginnings of a pattern that are looked for; a pattern with more is searched for everywhere.
const MOST: usize = 220;

/// A pattern with the edges of words and the digits of ASCII: folded text has no others that a rule speaks of, and those of
/// every script make automata many times larger.
#[must_use]
pub fn plain(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 32);
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('d')) => out.push_str("[0-9]"),
            ('\\', Some('b')) => out.push_str(r"(?-u:\b)"),
            (c, escaped) => {
                out.push(c);
                out.extend(escaped);
            }
        }
    }
    out
}

/// The beginnings of a pattern, none of which goes on from another; none where it must be searched for everywhere.
///
/// # Errors
/// What is wrong with the pattern.
pub fn beginnings(pattern: &str) -> Result<Vec<String>, String> {
    let hir = regex_syntax::parse(&plain(pattern)).map_err(|error| error.to_string())?;
    let mut extractor = Extractor::new();
    extractor.limit_total(MOST);
    let found: Option<Vec<String>> = extractor.extract(&hir).literals().and_then(|literals| {
        literals
            .iter()
            .map(|literal| {
                String::from_utf8(literal.as_bytes().to_vec())
                    .ok()
                    .filter(|text| text.len() > 1 && !text.contains(['*', '\n']))
            })
            .collect()
    });
    let mut found = found.unwrap_or_default();
    found.sort();
    // One beginning is enough where another goes on from it.
    let mut kept: Vec<String> = Vec::new();
    for text in found {
        if !kept.iter().any(|known| text.starts_with(known.as_str())) {
            kept.push(text);
        }
    }
    Ok(kept)
}

/// Beginnings in one text, each followed by a `*`, which none of them holds; a `*` alone where there are none.
#[must_use]
pub fn joined(beginnings: &[String]) -> String {
    if beginnings.is_empty() {
        "*".to_owned()
    } else {
        beginnings.iter().flat_map(|text| [text.as_str(), "*"]).collect()
    }
}

/// The beginnings in a text that [`joined`] made.
#[must_use]
pub fn parted(joined: &str) -> Vec<String> {
    joined.split('*').filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_beginnings_are_kept() {
        assert_eq!(beginnings("(?:rockstar|rock|guru)s?").unwrap(), ["guru", "rock"]);
        // Anything may stand first.
        assert!(beginnings("[a-z]+ ninja").unwrap().is_empty());
        assert!(beginnings("(rock").unwrap_err().contains("unclosed"));
        // Two digits are a hundred beginnings.
        assert_eq!(beginnings(r"\b\d{2} ans\b").unwrap().len(), 100);
    }

    #[test]
    fn edges_and_digits_are_plain() {
        assert_eq!(plain(r"\b[\d.]+ \\d\."), r"(?-u:\b)[[0-9].]+ \\d\.");
    }

    #[test]
    fn what_is_joined_is_parted_again() {
        for pattern in ["(?:rockstar|rock|guru)s?", "[a-z]+ ninja"] {
            let found = beginnings(pattern).unwrap();
            assert_eq!(parted(&joined(&found)), found);
            assert!(
                !joined(&found).is_empty(),
                "an empty field would be one that the build script did not fill"
            );
        }
    }
}

//! Finds many words and phrases in a text at once.

use std::collections::BTreeMap;

use crate::domain::work::Work;

/// A hit of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<T> {
    /// Where it begins in the folded text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it is a sign of.
    pub tag: T,
}

#[derive(Clone, Debug)]
struct Term<T> {
    /// What follows a `*` inside the term.
    tail: Option<Box<str>>,
    /// Whether the word may go on.
    open: bool,
    tag: T,
}

/// Finds terms in a folded text, all at once.
///
/// Terms begin where words do, so they are looked up there, in order of the alphabet: an automaton over every byte is no
/// faster to run, and making it takes longer than reading an ad.
#[derive(Clone, Debug)]
pub struct Matcher<T> {
    /// Terms up to their first `*`, sorted.
    heads: Vec<String>,
    /// For each byte, where the heads that begin with it start; the last entry is the number of heads.
    first: Vec<usize>,
    /// The terms of each head.
    terms: Vec<Vec<Term<T>>>,
}

const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

impl<T: Copy> Matcher<T> {
    /// Takes terms. A `*` stands for any ending of a word.
    #[must_use]
    pub fn new<'t>(terms: impl IntoIterator<Item = (&'t str, T)>) -> Self {
        let mut heads: BTreeMap<&str, Vec<Term<T>>> = BTreeMap::new();
        for (term, tag) in terms {
            let (head, tail) = term.split_once('*').map_or((term, None), |(head, tail)| (head, Some(tail)));
            let compiled = Term {
                tail: tail.filter(|tail| !tail.is_empty()).map(Into::into),
                open: tail.is_some(),
                tag,
            };
            // An empty beginning stands everywhere and says nothing; the catalogue refuses it before.
            if !head.is_empty() {
                heads.entry(head).or_default().push(compiled);
            }
        }
        let (heads, terms): (Vec<String>, Vec<_>) =
            heads.into_iter().map(|(head, terms)| (head.to_owned(), terms)).unzip();
        let first =
            (0..=256).map(|byte| heads.partition_point(|head| usize::from(head.as_bytes()[0]) < byte));
        Self { first: first.collect(), heads, terms }
    }

    /// The terms up to their first `*`.
    #[must_use]
    pub fn heads(&self) -> &[String] {
        &self.heads
    }

    /// Every hit, in order of end, overlapping ones too.
    pub fn find(&self, text: &str, work: &Work<'_>, mut found: impl FnMut(Hit<T>)) {
        let bytes = text.as_bytes();
        work.count(bytes.len());
        let mut begun = Vec::new();
        let mut in_word = false;
        for (start, byte) in bytes.iter().enumerate() {
            let inside = in_word;
            in_word = is_word(*byte);
            if !(inside && in_word) {
                self.begins(&bytes[start..], work, |head| {
                    begun.push((start + self.heads[head].len(), start, head));
                });
            }
        }
        begun.sort_unstable();
        for (end, start, head) in begun {
            let goes_on = end < bytes.len() && is_word(bytes[end]) && is_word(bytes[end - 1]);
            for term in &self.terms[head] {
                work.count(1);
                if goes_on && !term.open {
                    continue;
                }
                let end = match &term.tail {
                    None => end,
                    Some(tail) => {
                        let Some(tail_end) = tail_end(bytes, end, tail, work) else { continue };
                        tail_end
                    }
                };
                found(Hit { start, end, tag: term.tag });
            }
        }
    }

    /// The heads with which a text begins.
    fn begins(&self, text: &[u8], work: &Work<'_>, mut found: impl FnMut(usize)) {
        let first = usize::from(text[0]);
        let (mut low, mut high) = (self.first[first], self.first[first + 1]);
        let mut length = 1;
        // All heads between `low` and `high` begin with the first `length` bytes of the text; the shortest comes first.
        while low < high {
            if self.heads[low].len() == length {
                found(low);
                low += 1;
            }
            let Some(next) = text.get(length) else { break };
            let known = &self.heads[low..high];
            let from = known.partition_point(|head| head.as_bytes()[length] < *next);
            let to = from + known[from..].partition_point(|head| head.as_bytes()[length] == *next);
            (low, high) = (low + from, low + to);
            length += 1;
        }
        work.count(length - 1);
    }
}

/// Where a term ends whose rest, after a `*`, is `tail`.
fn tail_end(bytes: &[u8], from: usize, tail: &str, work: &Work<'_>) -> Option<usize> {
    let at = word_end(bytes, from);
    work.count(at - from);
    let (head, rest) = tail.split_once('*').map_or((tail, None), |(head, rest)| (head, Some(rest)));
    let end = at + head.len();
    if bytes.get(at..end)? != head.as_bytes() {
        return None;
    }
    match rest {
        None if bytes.get(end).is_some_and(|byte| is_word(*byte)) => None,
        None | Some("") => Some(end),
        Some(rest) => tail_end(bytes, end, rest, work),
    }
}

/// The end of the word at a byte.
#[must_use]
pub fn word_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && is_word(bytes[at]) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_match_words_and_their_endings() {
        let terms = [("moder*", 1), ("charge* de com*", 2), ("sea", 3), ("24/7", 4)];
        let matcher = Matcher::new(terms);
        let found = |text: &str| {
            let mut tags = Vec::new();
            matcher.find(text, &Work::unhurried(), |hit| tags.push((hit.tag, &text[hit.start..hit.end])));
            tags.into_iter().map(|(tag, text)| (tag, text.to_owned())).collect::<Vec<_>>()
        };
        assert_eq!(found("la moderation, remoderer"), [(1, "moder".to_owned())]);
        assert_eq!(found("chargee de communication"), [(2, "chargee de com".to_owned())]);
        assert_eq!(found("research by sea 24/7."), [(3, "sea".to_owned()), (4, "24/7".to_owned())]);
    }
}

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

/// Bytes of a head that are compared in one step.
const STEP: usize = 8;
/// Bytes with which a text must begin for a head to be looked at.
const PREFIX: usize = 3;
/// Buckets for each head, about: so many that most are empty or hold one beginning.
const BUCKETS_A_HEAD: usize = 2;

/// The beginning of a head, as numbers.
#[derive(Clone, Copy, Debug)]
struct Beginning {
    /// Its first [`STEP`] bytes, the first one uppermost.
    bytes: u64,
    /// Which of these bits count.
    mask: u64,
}

/// Finds terms in a folded text, all at once.
///
/// Terms begin where words do, so they are looked up there, by their first bytes: an automaton over every byte is no
/// faster to run, and making it takes longer than reading an ad.
#[derive(Clone, Debug)]
pub struct Matcher<T> {
    /// Terms up to their first `*`: by bucket, those shorter than [`PREFIX`] last.
    heads: Vec<String>,
    /// How each of them begins.
    beginnings: Vec<Beginning>,
    /// How many buckets there are, as a power of two.
    bits: u32,
    /// Where each bucket starts, and where the short ones of each first byte do.
    buckets: Vec<u32>,
    short: Vec<u32>,
    /// The terms of each head.
    terms: Vec<Vec<Term<T>>>,
}

const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// The first bytes of a text as a number, the first one uppermost; zeros behind its end.
fn first_bytes(text: &[u8]) -> u64 {
    match text.first_chunk::<STEP>() {
        Some(bytes) => u64::from_be_bytes(*bytes),
        None => text.iter().enumerate().fold(0, |sum, (at, byte)| sum | u64::from(*byte) << (56 - 8 * at)),
    }
}

/// The bucket of a text's first bytes (Fibonacci hashing of the first [`PREFIX`]), of two to the power of `bits`.
const fn bucket(bytes: u64, bits: u32) -> usize {
    let [a, b, c, ..] = bytes.to_be_bytes();
    (u32::from_be_bytes([0, a, b, c]).wrapping_mul(0x9e37_79b9) >> (u32::BITS - bits)) as usize
}

impl<T: Copy> Matcher<T> {
    /// Takes terms. A `*` stands for any ending of a word.
    #[must_use]
    pub fn new<'t>(terms: impl IntoIterator<Item = (&'t str, T)>) -> Self {
        let terms: Vec<(&str, T)> = terms.into_iter().collect();
        let bits = (BUCKETS_A_HEAD * terms.len()).next_power_of_two().trailing_zeros().max(1);
        let mut heads: BTreeMap<(usize, &str), Vec<Term<T>>> = BTreeMap::new();
        for (term, tag) in terms {
            let (head, tail) = term.split_once('*').map_or((term, None), |(head, tail)| (head, Some(tail)));
            let compiled = Term {
                tail: tail.filter(|tail| !tail.is_empty()).map(Into::into),
                open: tail.is_some(),
                tag,
            };
            // An empty beginning, or a space, stands everywhere and says nothing; the catalogue refuses both before.
            let Some(first) = head.as_bytes().first() else { continue };
            let place = if head.len() < PREFIX {
                (1 << bits) + usize::from(*first)
            } else {
                bucket(first_bytes(head.as_bytes()), bits)
            };
            heads.entry((place, head)).or_default().push(compiled);
        }
        let mut counts = vec![0_u32; (1 << bits) + 257];
        for (place, _) in heads.keys() {
            counts[*place + 1] += 1;
        }
        let mut sum = 0;
        let starts = counts.into_iter().map(|count| {
            sum += count;
            sum
        });
        let mut buckets: Vec<u32> = starts.collect();
        let short = buckets.split_off(1 << bits);
        buckets.push(short[0]);
        let (heads, terms): (Vec<String>, Vec<_>) =
            heads.into_iter().map(|((_, head), terms)| (head.to_owned(), terms)).unzip();
        let beginnings = heads.iter().map(|head| {
            let length = u32::try_from(head.len().min(STEP)).unwrap_or(0);
            Beginning { bytes: first_bytes(head.as_bytes()), mask: u64::MAX << (u64::BITS - 8 * length) }
        });
        Self { beginnings: beginnings.collect(), heads, bits, buckets, short, terms }
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
            // No term begins with a space.
            if !(inside && in_word || *byte == b' ') {
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
        let bytes = first_bytes(text);
        let (long, short) = (bucket(bytes, self.bits), usize::from(text[0]));
        let long = self.buckets[long] as usize..self.buckets[long + 1] as usize;
        let short = self.short[short] as usize..self.short[short + 1] as usize;
        work.count(1 + long.len() + short.len());
        for head in long.chain(short) {
            let Beginning { bytes: known, mask } = self.beginnings[head];
            if (bytes ^ known) & mask == 0
                && (mask != u64::MAX || text.starts_with(self.heads[head].as_bytes()))
            {
                found(head);
            }
        }
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

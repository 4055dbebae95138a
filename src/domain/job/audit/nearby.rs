//! What stands near what in a sentence: words that belong together, negations, colleagues.

use std::ops::Range;

use crate::domain::job::lexicon::{Cue, Tag};
use crate::domain::job::lists::{List, Lists};
use crate::domain::job::matcher::Hit;
use crate::domain::work::Work;

/// Bytes within which words that belong together must stand.
const WINDOW: usize = 90;
/// Bytes over which a negation reaches.
const NEGATED: usize = 36;
/// Bytes over which the mention of a colleague reaches.
const COLLEAGUE: usize = 50;
/// Where words and signs stand in a sentence, in order of place, so that what stands near is found without looking at
/// the whole sentence again.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The places of each set of words, by its index.
    words: Vec<Vec<Range<usize>>>,
    /// Where negations end.
    negations: Vec<usize>,
    /// Where mentions of colleagues end.
    colleagues: Vec<usize>,
}

impl Places {
    /// Takes the hits of a sentence.
    pub(super) fn fill(&mut self, hits: &[Hit<Tag>]) {
        self.words.iter_mut().for_each(Vec::clear);
        self.negations.clear();
        self.colleagues.clear();
        for hit in hits {
            match hit.tag {
                Tag::Word(word) => {
                    let at = usize::from(word);
                    if self.words.len() <= at {
                        self.words.resize_with(at + 1, Vec::new);
                    }
                    self.words[at].push(hit.start..hit.end);
                }
                Tag::Cue(Cue::Negation) => self.negations.push(hit.end),
                Tag::Cue(Cue::Colleague) => self.colleagues.push(hit.end),
                _ => {}
            }
        }
        self.words.iter_mut().for_each(|places| places.sort_by_key(|place| (place.start, place.end)));
        self.negations.sort_unstable();
        self.colleagues.sort_unstable();
    }

    fn word(&self, word: u8) -> &[Range<usize>] {
        self.words.get(usize::from(word)).map_or(&[], Vec::as_slice)
    }

    /// Whether a negation or a colleague stands shortly before a place in the sentence.
    pub(super) fn set_aside(&self, lists: &Lists, text: &str, start: usize, work: &Work<'_>) -> bool {
        let shortly_before = |ends: &[usize], reach: usize| {
            let from = ends.partition_point(|end| *end + reach < start);
            let to = ends.partition_point(|end| *end <= start);
            from..to.max(from)
        };
        let negations = &self.negations[shortly_before(&self.negations, NEGATED)];
        work.count(1 + negations.len());
        let negated = negations.iter().any(|end| {
            let between = text.get(*end..start).unwrap_or("");
            !between.contains([',', ':', '.']) && !lists.begins(List::NotNegated, between)
        });
        negated || !shortly_before(&self.colleagues, COLLEAGUE).is_empty()
    }

    /// The smallest stretch in which all words stand, if it is small enough.
    pub(super) fn stand_together(&self, words: &[u8], missing: u64, work: &Work<'_>) -> Option<Range<usize>> {
        let mut words = words.iter().filter(|word| missing & (1 << (*word % 64)) == 0);
        let first = *words.next()?;
        let rest: Vec<u8> = words.copied().collect();
        let mut best: Option<Range<usize>> = None;
        for start in self.word(first) {
            let mut range = start.clone();
            let mut complete = true;
            for word in &rest {
                // What stands farther away makes the stretch too long in any case.
                let places = self.word(*word);
                let from = places.partition_point(|place| place.start + WINDOW < start.start);
                let to = places.partition_point(|place| place.start <= start.start + WINDOW);
                work.count(1 + to.saturating_sub(from));
                // The nearest one that is another word.
                let near = places[from..to.max(from)]
                    .iter()
                    .filter(|place| {
                        place.end <= range.start
                            || place.start >= range.end
                            || rest.len() > 1 && place.start != start.start
                    })
                    .min_by_key(|place| place.start.abs_diff(start.start));
                match near {
                    Some(place) => range = range.start.min(place.start)..range.end.max(place.end),
                    None => {
                        complete = false;
                        break;
                    }
                }
            }
            if complete
                && range.len() <= WINDOW
                && best.as_ref().is_none_or(|known| range.len() < known.len())
            {
                best = Some(range);
            }
        }
        best
    }
}

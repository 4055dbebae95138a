//! What each sentence counts, and for whom.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Passage, Points, Walk, bit};
use crate::domain::job::classifier::NONE;
use crate::domain::job::lexicon::{Cue, Part, Tag};
use crate::domain::job::lists::List;
use crate::domain::job::matcher::{Hit, word_end};

// The numbers that follow were tuned on the labelled ads of `tests/reading`: see `docs/results/reading.md`.

/// How much of a sentence in which activities are recognised is theirs to say; its words say the rest.
const RECOGNISED: f64 = 0.2;
/// Words of a sentence that counts one, at most: what lists more work in one breath counts more, by the square root.
const WORDS_OF_ONE: f64 = 8.0;

impl Walk<'_> {
    /// Counts the activities of a sentence; says whether it tells of work.
    pub(super) fn activities(
        &mut self,
        hits: &[Hit<Tag>],
        text: &str,
        offset: usize,
        words: u64,
        cues: u64,
        part: Part,
    ) -> bool {
        let weight = self.part_weight(part, cues);
        if weight <= 0.0 {
            return self.share_out(text, part, &Points::default());
        }
        let mut found: BTreeMap<u8, Range<usize>> = BTreeMap::new();
        let mut places = std::mem::take(&mut self.places);
        places.fill(hits);
        for hit in hits {
            if let Tag::Activity(activity) = hit.tag
                && !places.set_aside(self.lists, text, hit.start, self.work)
            {
                found.entry(activity).or_insert(hit.start..hit.end);
            }
        }
        for combination in &self.lexicon.combinations {
            let missing = combination.mask & !words;
            let borrowed =
                missing != 0 && missing & !self.above == 0 && combination.mask & self.lexicon.common == 0;
            if (missing == 0 || borrowed)
                && !found.contains_key(&combination.activity)
                && let Some(range) = places.stand_together(&combination.words, missing, self.work)
                && !places.set_aside(self.lists, text, range.start, self.work)
            {
                found.insert(combination.activity, range);
            }
        }
        self.places = places;
        // A bare "create content" adds nothing where the sentence says which.
        if found.len() > 1 {
            for (general, special) in &self.lexicon.yields {
                if special.iter().any(|at| found.contains_key(at)) {
                    found.remove(general);
                }
            }
        }
        if found.is_empty() {
            if part == Part::Tasks || !self.has_tasks && part == Part::Unknown {
                self.scope.points.neither += weight;
            }
            return self.share_out(text, part, &Points::default());
        }
        // One sentence is one task: what it names beside the weightiest counts less and less.
        let mut found: Vec<(u8, Range<usize>)> = found.into_iter().collect();
        let heavy = |activity: u8| self.lexicon.activities[usize::from(activity)].weight;
        found.sort_by_key(|(activity, range)| (std::cmp::Reverse(heavy(*activity)), range.start));
        let mut rank: BTreeMap<u8, i32> = BTreeMap::new();
        let mut told = Points::default();
        for (activity, range) in found {
            let times = self.seen.entry(activity).or_insert(0);
            *times += 1;
            let item = &self.lexicon.activities[usize::from(activity)];
            let owner = owner(item);
            let place = rank.entry(owner).or_insert(0);
            let fading = 0.5_f64.powi(*place) / f64::from(*times).sqrt();
            *place += 1;
            let points = f64::from(item.weight) * weight * fading;
            let share = |percent: u32| points * f64::from(percent) / 100.0;
            told.community += share(item.share.community_manager);
            told.social += share(item.share.social_media_manager);
            told.content += share(item.share.content_manager);
            if let Some(other) = item.other().filter(|_| item.share.other > 0) {
                told.give(other, share(item.share.other));
            }
            let bytes = self.folded.text.as_bytes();
            let range = offset + range.start..word_end(bytes, offset + range.end);
            self.scope.passages.push(Passage { activity, range, points, part });
        }
        self.scope.points.add(&told, 1.0);
        self.share_out(text, part, &told);
        true
    }

    /// Counts a sentence for those whose work it is: a fifth by the activities recognised in it, the rest by its words;
    /// by its words alone where no activity is. Says whether the words are more likely somebody's work than not.
    fn share_out(&mut self, text: &str, part: Part, told: &Points) -> bool {
        // Folded text has one space between two words.
        let words = text.trim().bytes().filter(|byte| *byte == b' ').count() + 1;
        let words = u32::try_from(words).unwrap_or(u32::MAX);
        let weight = self.sentence_weight(part) * (f64::from(words) / WORDS_OF_ONE).sqrt().max(1.0);
        let work = &mut self.scope.work;
        let owned = told.owned();
        self.work.count(text.len());
        // Two words are a heading or a name.
        let short = || words <= 2;
        // "Location: London" is a fact, wherever it stands.
        let fact =
            || text.split_once(':').is_some_and(|(label, _)| self.lists.has(List::Labels, label.trim()));
        if weight <= 0.0 || owned <= 0.0 && (short() || fact()) {
            return false;
        }
        let found = self.classifier.probabilities(text);
        let by_activity = match (owned > 0.0, found.is_empty()) {
            (true, true) => 1.0,
            (true, false) => RECOGNISED,
            (false, _) => 0.0,
        };
        if owned > 0.0 {
            work.add(told, weight * by_activity / owned);
        } else if found.is_empty() && part == Part::Tasks {
            work.neither += weight;
        }
        let mut somebodys = 0.0;
        for ((points, owner), share) in self.by_words.iter_mut().zip(self.classifier.owners()).zip(found) {
            // Beside the tasks, what is no task is the ordinary thing.
            if owner != NONE || part == Part::Tasks {
                *points += weight * (1.0 - by_activity) * f64::from(share);
            }
            somebodys += if owner == NONE { 0.0 } else { share };
        }
        somebodys > 0.5
    }

    /// What a sentence counts by the part it stands in. Much of what people will do stands under other headings than
    /// their tasks; its words say whether it is a task.
    const fn sentence_weight(&self, part: Part) -> f64 {
        match part {
            Part::Tasks => 1.0,
            Part::Unknown => {
                if self.has_tasks {
                    0.5
                } else {
                    1.0
                }
            }
            Part::Profile => {
                if self.has_tasks {
                    0.5
                } else {
                    0.7
                }
            }
            Part::Company | Part::Offer => 0.5,
            Part::Nice => 0.3,
            Part::Process | Part::Legal => 0.0,
        }
    }

    /// What an activity counts by the part it stands in.
    fn part_weight(&self, part: Part, cues: u64) -> f64 {
        let plus = cues & bit(Cue::Plus) != 0;
        let talk = cues & bit(Cue::CompanyTalk) != 0;
        match part {
            Part::Tasks if plus => 0.2,
            Part::Unknown if talk => 0.1,
            Part::Unknown if plus => 0.15,
            Part::Unknown if self.has_tasks => 0.4,
            Part::Tasks | Part::Unknown => 1.0,
            Part::Profile if plus => 0.05,
            Part::Profile if self.has_tasks => 0.2,
            Part::Profile => 0.4,
            Part::Nice => 0.05,
            Part::Company | Part::Offer | Part::Process | Part::Legal => 0.0,
        }
    }
}

/// Whose an activity mainly is: 0 to 3.
fn owner(item: &crate::domain::job::lexicon::Activity) -> u8 {
    let shares = [
        item.share.community_manager,
        item.share.social_media_manager,
        item.share.content_manager,
        item.share.other,
    ];
    let best = shares.iter().enumerate().max_by_key(|(at, share)| (**share, 3 - at));
    best.and_then(|(at, _)| u8::try_from(at).ok()).unwrap_or(3)
}

//! Sentences that shut candidates out, or prefer some, on a ground that the law protects.
//!
//! Words alone do not tell: "women, 25 to 35" may be the audience of a brand or the person wanted. Where a word about a
//! protected ground stands, a model trained on labelled sentences of both sorts (`tests/reading/exclusion-*.csv`) says how
//! likely the sentence is about candidates. It also takes back what a rule on wording found in a sentence about somebody
//! else.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::answer::Finding;
use super::super::scope::{GroundHit, Sentence, bit};
use super::Checks;
use crate::domain::job::classifier::{FINE, MIXED};
use crate::domain::job::fold::Kind;
use crate::domain::job::lexicon::{Cue, Ground, Part};
use crate::domain::job::lists::List;
use crate::domain::job::wording::Severity;
use crate::domain::text::{head, tail};
use crate::domain::vocab::Grade;

/// From which probability a sentence with such a word is a finding. Tuned, as those below, on the sentences in
/// `tests/reading/exclusion-tuned.csv` and on real ads.
const FOUND: f32 = 0.5;
/// The same where benefits stand: "leave for sick children".
const FOUND_IN_OFFER: f32 = 0.75;
/// From which it is an error.
const GRAVE: f32 = 0.85;
/// Below this, a match of a rule on wording about a protected ground is about somebody else.
const ABOUT_OTHERS: f32 = 0.3;
/// From which a clause shuts somebody out, whatever its sentence says beside it.
const CLAUSE: f32 = 0.9;
/// Most bytes of a clause on either side of what was found in it.
const CLAUSE_SIDE: usize = 80;
/// Fewest words of a statement; two say too little to be judged.
const FEWEST: usize = 3;
/// Most words of a statement that must be certain to be one.
const BRIEF: usize = 4;
/// Most words of a row of a table that says an age: "21 à 25 ans".
const ROW_OF_AGES: usize = 6;
/// Fewest words that a sentence needs to be read on its own; a shorter one is read with the next.
const ALONE: usize = 7;

/// What the model says of a sentence.
pub(super) struct Judged {
    /// How likely it shuts somebody out, 0 to 1.
    pub(super) likely: f32,
    /// The ground it most likely does so on; none for several.
    ground: Option<String>,
}

impl<'c> Checks<'_, 'c> {
    /// The text of a sentence, with the next one of its block where it is very short: "Pregnant? Need not apply."
    fn statement(&self, sentence: usize) -> Range<usize> {
        let sentences = &self.reading.scope.sentences;
        let Some(item) = sentences.get(sentence) else { return 0..0 };
        let text = &self.reading.folded.text;
        let words = text[item.range.clone()].split_whitespace().count();
        let asks = text[item.range.clone()].trim_end().ends_with(['?', ':']);
        match sentences.get(sentence + 1) {
            // Sentences of one block are the lines between which nothing stands but a line break.
            Some(next) if (words < ALONE || asks) && self.same_block(&item.range, &next.range) => {
                item.range.start..next.range.end
            }
            _ => item.range.clone(),
        }
    }

    /// Whether a text is a heading.
    fn heading(&self, range: &Range<usize>) -> bool {
        let block = self.reading.folded.blocks.get(self.block_at(range.start));
        block.is_some_and(|block| matches!(block.kind, Kind::Heading(_)))
    }

    /// The number of the block in which a byte of the text stands.
    fn block_at(&self, at: usize) -> usize {
        self.reading.folded.blocks.partition_point(|block| block.end <= at)
    }

    fn same_block(&self, one: &Range<usize>, other: &Range<usize>) -> bool {
        self.block_at(one.start) == self.block_at(other.start)
    }

    /// Whether a sentence shuts somebody out.
    pub(super) fn judge(&self, sentence: usize) -> Judged {
        self.judge_part(self.statement(sentence))
    }

    fn judge_part(&self, range: Range<usize>) -> Judged {
        let model = &self.bench.data.exclusion;
        self.reading.work.count(range.len());
        let found = model.probabilities(&self.reading.folded.text[range]);
        let labels = || model.owners().iter().map(String::as_str).zip(found.iter().copied());
        let fine = labels().find(|(label, _)| *label == FINE).map_or(1.0, |(_, share)| share);
        let first =
            labels().filter(|(label, _)| ![FINE, MIXED].contains(label)).max_by(|a, b| a.1.total_cmp(&b.1));
        Judged { likely: 1.0 - fine, ground: first.map(|(label, _)| label.to_owned()) }
    }

    /// Whether what a rule found in a sentence is said of somebody else than candidates. Where no word about a ground stands
    /// there is nobody else to speak of: "CV with photo". Where `found` says where, its clause is judged on its own too.
    pub(super) fn about_others(&mut self, sentence: usize, found: Option<Range<usize>>) -> bool {
        let grounds = &self.reading.scope.grounds;
        let at = grounds.partition_point(|hit| hit.sentence < sentence);
        let spoken_of = grounds.get(at).is_some_and(|hit| hit.sentence == sentence);
        if !spoken_of || self.bench.data.exclusion.owners().is_empty() {
            return false;
        }
        // Many rules may match in one sentence, which is judged once.
        let likely = match self.judged {
            Some((known, likely)) if known == sentence => likely,
            _ => self.judge(sentence).likely,
        };
        self.judged = Some((sentence, likely));
        let clause = |found| self.judge_part(self.clause(sentence, found)).likely < CLAUSE;
        likely < ABOUT_OTHERS && found.is_none_or(clause)
    }

    /// The clause of a sentence in which something was found: what is said beyond a comma is often harmless, and hides what
    /// is said here.
    fn clause(&self, sentence: usize, found: Range<usize>) -> Range<usize> {
        let text = &self.reading.folded.text;
        let whole =
            self.reading.scope.sentences.get(sentence).map_or(found.clone(), |item| item.range.clone());
        let mark = |c: char| matches!(c, ',' | ';' | '(' | ')');
        let (start, end) = (found.start.max(whole.start), found.end.min(whole.end).max(found.start));
        // Of a clause without end no more is read than stands near: work grows in a straight line.
        let low = start - tail(&text[whole.start..start], CLAUSE_SIDE).len();
        let high = end + head(&text[end..whole.end.max(end)], CLAUSE_SIDE).len();
        let from = text[low..start].rfind(mark).map_or(low, |at| low + at + 1);
        let to = text[end..high].find(mark).map_or(high, |at| end + at);
        from..to
    }

    /// Whether a short line of a trainee's ad is a row of the table of legal pay, which goes by age.
    pub(super) fn row_of_ages(&self, sentence: &Sentence) -> bool {
        let text = &self.reading.folded.text[sentence.range.clone()];
        self.trainee
            && text.split_whitespace().count() <= ROW_OF_AGES
            && self.bench.data.lists.inside(List::Ages, text)
    }

    /// Adds a finding for each sentence that shuts somebody out and in which no rule on wording found more exactly what.
    pub(in super::super) fn grounds(&mut self) {
        let reading = self.reading;
        let mut by_sentence: BTreeMap<usize, Vec<&GroundHit>> = BTreeMap::new();
        for hit in &reading.scope.grounds {
            by_sentence.entry(hit.sentence).or_default().push(hit);
        }
        let mut said: Vec<Range<usize>> = Vec::new();
        for (sentence, hits) in by_sentence {
            let Some(item) = reading.scope.sentences.get(sentence) else { continue };
            let no_condition = item.cues & bit(Cue::EqualOpportunity) != 0 || self.row_of_ages(item);
            if no_condition || item.part == Part::Legal {
                continue;
            }
            let judged = self.judge(sentence);
            let range = self.statement(sentence);
            let words = reading.folded.text[range.clone()].split_whitespace().count();
            // A name in a line of its own is no statement: "Oldbrook Borough Council".
            let least = match item.part {
                _ if words <= BRIEF
                    && !reading.folded.text[range.clone()].trim_end().ends_with(['.', '!', '?']) =>
                {
                    GRAVE
                }
                Part::Offer => FOUND_IN_OFFER,
                _ => FOUND,
            };
            // Two words are a statement where nothing else is meant: "No foreigners."
            let terse = words + 1 == FEWEST && judged.likely >= GRAVE && !self.heading(&range);
            if words < FEWEST && !terse
                || judged.likely < least
                || said.iter().any(|known| known.end > range.start)
            {
                continue;
            }
            let place = reading.excerpt(range.start, trimmed(&reading.folded.text, &range));
            let grounds = &self.bench.data.lexicon.grounds;
            let of = |hit: &&GroundHit| grounds.get(usize::from(hit.ground));
            let named = hits.iter().filter_map(of).find(|ground| Some(&ground.id) == judged.ground.as_ref());
            let Some(ground) = named.or_else(|| hits.iter().find_map(of)) else { continue };
            let known = self.findings.iter().any(|finding| {
                let protected =
                    self.bench.data.categories.get(finding.category).is_some_and(|item| item.protected);
                let inside =
                    |at: &super::Excerpt| at.start.byte < place.end.byte && at.end.byte > place.start.byte;
                // A remark on looks says nothing of an age limit in the same sentence.
                let as_much = finding.severity == Severity::Error
                    || judged.likely < GRAVE
                    || finding.category == ground.category;
                protected
                    && as_much
                    && finding.severity <= Severity::Warning
                    && finding.place.as_ref().is_some_and(inside)
            });
            if known {
                continue;
            }
            said.push(range);
            self.shut_out(ground, judged.likely, place);
        }
    }

    fn shut_out(&mut self, ground: &'c Ground, likely: f32, place: super::Excerpt) {
        let lang = self.bench.market.lang;
        let prohibited =
            self.bench.data.categories.get(&ground.category).map_or(&[][..], |item| &item.prohibited);
        let phrases = &self.bench.data.phrases;
        let (law, sources) = self.backed(phrases.sources(&ground.code), prohibited);
        let (severity, confidence) =
            if likely >= GRAVE { (Severity::Error, Grade::Medium) } else { (Severity::Warning, Grade::Low) };
        self.findings.push(Finding {
            code: &ground.code,
            severity,
            category: &ground.category,
            place: Some(place),
            more_places: Vec::new(),
            why: phrases.get(&ground.code, lang).to_owned(),
            suggestion: self.by_id(&format!("{}-do", ground.code), &[]),
            replacement: None,
            law: law.map(|law| law.id.as_str()),
            confidence,
            sources,
        });
    }
}

/// Where a statement ends without the space behind it.
fn trimmed(text: &str, range: &Range<usize>) -> usize {
    range.start + text[range.clone()].trim_end().len()
}

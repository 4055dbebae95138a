//! Which activities an ad asks for, and which role they describe.

mod counting;
mod points;
mod verdict;

use std::collections::BTreeMap;
use std::ops::Range;

use super::described::Described;
use super::nearby::Places;
use super::parts::parts;
pub use super::title::TitleReading;
use super::title::{read_title, title_in};
use crate::domain::job::classifier::Classifier;
use crate::domain::job::data::JobData;
use crate::domain::job::fold::{Folded, Kind};
use crate::domain::job::lexicon::{Compiled, Cue, Lexicon, Part, Tag};
use crate::domain::job::lists::Lists;
use crate::domain::job::matcher::{Hit, word_end};
use crate::domain::text::Lang;
use crate::domain::vocab::Grade;
use crate::domain::work::{Abandoned, Work};
pub use points::Points;

/// A sentence of the ad and what was found in it.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Where it stands in the folded text.
    pub range: Range<usize>,
    /// The part it belongs to.
    pub part: Part,
    /// Signs in it.
    pub cues: u64,
    /// Whether it tells of work: an activity is recognised in it, or its words are somebody's.
    pub task: bool,
}

impl Sentence {
    /// Whether a sign stands in it.
    #[must_use]
    pub const fn has(&self, cue: Cue) -> bool {
        self.cues & bit(cue) != 0
    }
}

/// A word about a protected ground.
#[derive(Clone, Debug)]
pub struct GroundHit {
    /// The sentence, by index.
    pub sentence: usize,
    /// The ground, by index.
    pub ground: u8,
    /// Where it stands in the folded text.
    pub range: Range<usize>,
}

/// An activity where it stands.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The activity, by index.
    pub activity: u8,
    /// Where, in the folded text.
    pub range: Range<usize>,
    /// What it counts.
    pub points: f64,
    /// The part it stands in.
    pub part: Part,
}

/// What was read.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The sentences.
    pub sentences: Vec<Sentence>,
    /// The activities, in order of place.
    pub passages: Vec<Passage>,
    /// Points of the activities recognised in the tasks.
    pub points: Points,
    /// Whose work the task sentences are, one point for each: by the activities recognised in it and by its words.
    pub work: Points,
    /// The title.
    pub title: Option<TitleReading>,
    /// Where the title stands, when it was found in the text.
    pub title_block: Option<usize>,
    /// What the ad describes.
    pub described: Described,
    /// How sure that is.
    pub confidence: Grade,
    /// Where wording rules may match: (start, rule).
    pub triggers: Vec<(usize, u16)>,
    /// Words about protected grounds, in order of place.
    pub grounds: Vec<GroundHit>,
    /// The first place of every sign, and the part it stands in.
    pub cues: BTreeMap<Cue, Range<usize>>,
    /// Every place of the signs that concern pay.
    pub pay_cues: Vec<(Cue, Range<usize>)>,
    /// Headings recognised, by block.
    pub parts: Vec<(usize, Part)>,
}

impl Scope {
    /// Whether a sign stands anywhere in the ad.
    #[must_use]
    pub fn says(&self, cue: Cue) -> bool {
        self.cues.contains_key(&cue)
    }

    /// Whether a task stands where tasks are told, and not among what is asked of the person or said of the company only.
    #[must_use]
    pub fn states_tasks(&self) -> bool {
        let told = |sentence: &Sentence| matches!(sentence.part, Part::Tasks | Part::Unknown);
        self.sentences.iter().any(|sentence| sentence.task && told(sentence))
    }
}

/// Reads an ad.
///
/// # Errors
/// [`Abandoned`] when nobody waits for it any longer.
pub fn read(
    data: &JobData,
    folded: &Folded,
    title: Option<&str>,
    lang: Lang,
    work: &Work<'_>,
) -> Result<Scope, Abandoned> {
    let lexicon = &data.lexicon;
    let compiled = lexicon.of(lang);
    // The line that names the job is no task, whether the title is given beside the text or not.
    let (heading, found) = title_in(lexicon, compiled, folded, work).unzip();
    let given = title.map(|title| read_title(data, compiled, title, work));
    let title_block = heading.filter(|_| given.is_none());
    let title = given.or(found);
    let parts = parts(compiled, folded, work)?;
    let has_tasks = parts.iter().any(|(_, part)| *part == Part::Tasks);
    let mut scope = Scope {
        sentences: Vec::new(),
        passages: Vec::new(),
        points: Points::default(),
        work: Points::default(),
        title,
        title_block,
        described: Described::Undetermined,
        confidence: Grade::Low,
        triggers: Vec::new(),
        grounds: Vec::new(),
        cues: BTreeMap::new(),
        pay_cues: Vec::new(),
        parts: Vec::new(),
    };
    let mut walk = Walk {
        lexicon,
        lists: &data.lists,
        classifier: &data.classifier,
        compiled,
        folded,
        has_tasks,
        scope: &mut scope,
        hits: Vec::new(),
        places: Places::default(),
        seen: BTreeMap::new(),
        above: 0,
        by_words: vec![0.0; data.classifier.owners().len()],
        work,
    };
    for (at, part) in &parts {
        walk.block(*at, *part, heading == Some(*at))?;
    }
    let by_words = walk.by_words;
    for (owner, points) in data.classifier.owners().iter().zip(by_words) {
        if points > 0.0 {
            scope.work.give(owner, points);
        }
    }
    scope.parts = parts;
    verdict::set_lone_work_aside(lexicon, &mut scope);
    verdict::decide(&mut scope);
    Ok(scope)
}

struct Walk<'a> {
    lexicon: &'a Lexicon,
    lists: &'a Lists,
    classifier: &'a Classifier,
    compiled: &'a Compiled,
    folded: &'a Folded,
    has_tasks: bool,
    scope: &'a mut Scope,
    hits: Vec<Hit<Tag>>,
    places: Places,
    /// How often each activity was found: the tenth mention says less than the first.
    seen: BTreeMap<u8, u32>,
    /// Sets of words in the heading above: "Social: own the strategy" is a social strategy.
    above: u64,
    /// What the words of the sentences say, for each owner that the model knows, in its order.
    by_words: Vec<f64>,
    work: &'a Work<'a>,
}

const PAY: u64 =
    bit(Cue::PayWord) | bit(Cue::PayNoise) | bit(Cue::PayVague) | bit(Cue::Unpaid) | bit(Cue::Net);

/// A sign as a bit.
#[must_use]
pub const fn bit(cue: Cue) -> u64 {
    1 << (cue as u8)
}

impl Walk<'_> {
    fn block(&mut self, at: usize, part: Part, is_title: bool) -> Result<(), Abandoned> {
        let block = self.folded.blocks[at];
        let heading = matches!(block.kind, Kind::Heading(_)) || is_title;
        let folded = self.folded;
        for range in folded.sentences(block) {
            self.work.go_on()?;
            self.sentence(range, part, heading);
        }
        Ok(())
    }

    fn sentence(&mut self, range: Range<usize>, part: Part, heading: bool) {
        let text = &self.folded.text[range.clone()];
        let mut hits = std::mem::take(&mut self.hits);
        hits.clear();
        self.compiled.body.find(text, self.work, |hit| hits.push(hit));
        mask_names(&mut hits, text, self.work);
        let (mut words, mut cues) = (0_u64, 0_u64);
        for hit in &hits {
            match hit.tag {
                Tag::Word(word) => words |= 1 << (word % 64),
                Tag::Cue(cue) => {
                    cues |= bit(cue);
                    let place = range.start + hit.start..range.start + hit.end;
                    // What the company says of itself is no condition of the job.
                    self.scope.cues.entry(cue).or_insert_with(|| place.clone());
                    if bit(cue) & PAY != 0 {
                        self.scope.pay_cues.push((cue, place));
                    }
                }
                Tag::Rule(rule) => self.scope.triggers.push((range.start + hit.start, rule)),
                Tag::Ground(ground) => {
                    let range =
                        range.start + hit.start..word_end(self.folded.text.as_bytes(), range.start + hit.end);
                    let sentence = self.scope.sentences.len();
                    self.scope.grounds.push(GroundHit { sentence, ground, range });
                }
                Tag::Activity(_) => {}
            }
        }
        let task = if heading {
            self.above = words & self.lexicon.lent;
            false
        } else {
            self.activities(&hits, text, range.start, words, cues, part)
        };
        self.scope.sentences.push(Sentence { range, part, cues, task });
        self.hits = hits;
    }
}

/// Drops what was found inside the name of a job: a community manager is no community to be managed.
fn mask_names(hits: &mut Vec<Hit<Tag>>, text: &str, work: &Work<'_>) {
    let mut names: Vec<Range<usize>> = hits
        .iter()
        .filter(|hit| hit.tag == Tag::Cue(Cue::JobTitle))
        .map(|hit| hit.start..word_end(text.as_bytes(), hit.end))
        .collect();
    if names.is_empty() {
        return;
    }
    names.sort_unstable_by_key(|name| (name.start, name.end));
    // How far the names reach that begin no later than this one: enough to say whether one of them covers a hit.
    let mut reach = 0;
    let reaches: Vec<usize> = names
        .iter()
        .map(|name| {
            reach = reach.max(name.end);
            reach
        })
        .collect();
    work.count(names.len() + hits.len());
    // A team is led by its names: "lead the community managers".
    hits.retain(|hit| {
        if matches!(hit.tag, Tag::Cue(_) | Tag::Rule(_) | Tag::Ground(_)) {
            return true;
        }
        let before = names.partition_point(|name| name.start < hit.start);
        let longer_from_before = before > 0 && reaches[before - 1] >= hit.end;
        let beside = names.partition_point(|name| name.start <= hit.start);
        let longer_from_here = beside > before && names[beside - 1].end > hit.end;
        !longer_from_before && !longer_from_here
    });
}

#[cfg(test)]
mod tests;

//! Which activities an ad asks for, and which role they describe.

use std::collections::BTreeMap;
use std::ops::Range;

use super::described::Described;
use super::nearby::Places;
use super::parts::parts;
pub use super::title::TitleReading;
use super::title::{read_title, title_in};
use crate::domain::job::classifier::{Classifier, NONE, SHARED};
use crate::domain::job::data::JobData;
use crate::domain::job::fold::{Folded, Kind};
use crate::domain::job::lexicon::{Compiled, Cue, Lexicon, Part, Tag};
use crate::domain::job::lists::{List, Lists};
use crate::domain::job::matcher::{Hit, word_end};
use crate::domain::text::Lang;
use crate::domain::vocab::Grade;
use crate::domain::work::{Abandoned, Work};

// The numbers that follow were tuned on the labelled ads of `tests/reading`: see `docs/results/reading.md`.

/// The community manager's share of the two roles' work from which that role leads alone, and up to which the other does.
const COMMUNITY: f64 = 0.70;
const SOCIAL: f64 = 0.38;
/// The work of one other profession beside that of the social roles from which on the ad describes another profession,
/// and what the work of all others together adds to it: what is not recognised as a social role's is a bit of many.
const OTHER: f64 = 0.8;
const TOGETHER: f64 = 0.55;
/// Task sentences, at least, that must be somebody's for the ad to tell what it describes, and of them, how many must be
/// of one kind: work shared out among everybody is nobody's.
const TOLD: f64 = 1.0;
const OF_ONE_KIND: f64 = 0.6;
/// What the content manager's work counts beside that of the two roles: ads for them ask for much content.
const CONTENT: f64 = 2.0;
/// How much of a sentence in which activities are recognised is theirs to say; its words say the rest.
const RECOGNISED: f64 = 0.2;
/// Words of a sentence that counts one, at most: what lists more work in one breath counts more, by the square root.
const WORDS_OF_ONE: f64 = 8.0;

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

/// Points by owner.
#[derive(Clone, Debug, Default)]
pub struct Points {
    /// The community manager's.
    pub community: f64,
    /// The social media manager's.
    pub social: f64,
    /// The content manager's.
    pub content: f64,
    /// Other professions', by id.
    pub others: BTreeMap<String, f64>,
    /// Task sentences in which nothing was recognised, or that are nobody's.
    pub neither: f64,
}

impl Points {
    /// All points of other professions.
    #[must_use]
    pub fn other(&self) -> f64 {
        self.others.values().sum()
    }

    /// All points that somebody owns.
    #[must_use]
    pub fn owned(&self) -> f64 {
        self.community + self.social + self.content + self.other()
    }

    /// The other profession with the most points.
    #[must_use]
    pub fn first_other(&self) -> Option<(&str, f64)> {
        let first = self.others.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)))?;
        Some((first.0, *first.1))
    }

    fn give(&mut self, owner: &str, points: f64) {
        match Described::find(owner) {
            Some(Described::CommunityManager) => self.community += points,
            Some(Described::SocialMediaManager) => self.social += points,
            Some(Described::ContentManager) => self.content += points,
            _ if owner == NONE || owner == SHARED => self.neither += points,
            _ => match self.others.get_mut(owner) {
                Some(known) => *known += points,
                None => drop(self.others.insert(owner.to_owned(), points)),
            },
        }
    }

    /// Adds the points of somebody else's count, each times a factor.
    fn add(&mut self, other: &Self, times: f64) {
        self.community += times * other.community;
        self.social += times * other.social;
        self.content += times * other.content;
        self.neither += times * other.neither;
        for (owner, points) in &other.others {
            self.give(owner, times * points);
        }
    }
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
    set_lone_work_aside(lexicon, &mut scope);
    decide(&mut scope);
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

    fn activities(
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

/// Up to how many times its sentences the work of a community is mostly what they tell.
const MOSTLY: f64 = 2.2;

/// Gives a neighbour what the ad asks for alone: moderating without any of a community's life is a platform's.
fn set_lone_work_aside(lexicon: &Lexicon, scope: &mut Scope) {
    for item in &lexicon.activities {
        let Some(alone) = &item.alone else { continue };
        let points = |wanted: &dyn Fn(&String) -> bool| -> f64 {
            let passages = scope.passages.iter();
            let of = passages.filter(|passage| wanted(&lexicon.activities[usize::from(passage.activity)].id));
            of.map(|passage| passage.points).sum()
        };
        let own = points(&|id| *id == item.id);
        let beside = points(&|id| alone.beside.contains(id));
        // What the words of other sentences say is a community's life too.
        let passages = scope.passages.iter();
        let sentences =
            passages.filter(|passage| lexicon.activities[usize::from(passage.activity)].id == item.id);
        let mostly =
            scope.work.community <= MOSTLY * f64::from(u32::try_from(sentences.count()).unwrap_or(u32::MAX));
        if own > 2.0 * beside && mostly {
            // Its words, read one by one, look like a community's.
            let part = scope.work.community * own / scope.points.community.max(own);
            scope.work.community -= part;
            scope.work.give(&alone.neighbour, part);
            scope.points.community -= own;
            scope.points.give(&alone.neighbour, own);
        }
    }
}

/// Which role the work describes, and how sure that is. The title says nothing here: what it says is compared with this.
fn decide(scope: &mut Scope) {
    let work = &scope.work;
    let roles = work.community + work.social;
    let own = roles + work.content;
    let first = work.first_other().map_or(0.0, |(_, points)| points);
    let (described, margin) = if work.owned() < TOLD || first.max(roles).max(work.content) < OF_ONE_KIND {
        (Described::Undetermined, 0.0)
    } else {
        let others = (first + TOGETHER * work.other()) / own.max(f64::MIN_POSITIVE);
        if others > OTHER {
            (Described::Other, 1.0 - OTHER / others)
        } else if work.content * CONTENT > roles {
            let margin = (work.content * CONTENT - roles) / own;
            (Described::ContentManager, margin.min(1.0 - others / OTHER))
        } else {
            let lead = work.community / roles;
            let described = if lead >= COMMUNITY {
                Described::CommunityManager
            } else if lead <= SOCIAL {
                Described::SocialMediaManager
            } else {
                Described::Both
            };
            let edge = (lead - COMMUNITY).abs().min((lead - SOCIAL).abs());
            (described, edge.min(1.0 - others / OTHER))
        }
    };
    scope.described = described;
    let sentences = work.owned();
    scope.confidence = if described == Described::Undetermined {
        Grade::Low
    } else if sentences >= 4.0 && margin >= 0.12 {
        Grade::High
    } else if sentences >= 2.0 && margin >= 0.05 {
        Grade::Medium
    } else {
        Grade::Low
    };
}

#[cfg(test)]
mod tests;

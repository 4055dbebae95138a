//! What the audit of an ad looks for: words, activities, headings, titles and signs, as data, and the automata made of
//! them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;

use crate::domain::text::{Lang, Text};
use crate::domain::vocab::vocabulary;
use crate::domain::work::Work;

vocabulary! {
    /// What a part of an ad is about.
    Part("part of an ad") {
        /// Before any heading that says so.
        Unknown = "unknown",
        /// What the person will do.
        Tasks = "tasks",
        /// What is asked of the person.
        Profile = "profile",
        /// What would be welcome.
        Nice = "nice",
        /// Who the employer is.
        Company = "company",
        /// Contract, pay, benefits, place.
        Offer = "offer",
        /// How to apply.
        Process = "process",
        /// Equal opportunities and other notices.
        Legal = "legal",
    }
}

vocabulary! {
    /// A sign that an ad says something.
    Cue("sign") {
        /// The sort of contract.
        Contract = "contract",
        /// Working hours.
        Hours = "hours",
        /// When the job begins.
        Start = "start",
        /// Where the work is done.
        Place = "place",
        /// Work away from the office.
        Remote = "remote",
        /// To whom the person reports.
        ReportingLine = "reporting-line",
        /// How success is measured.
        Kpis = "kpis",
        /// Benefits, by name.
        Benefits = "benefits",
        /// Pay beside the base.
        OtherCompensation = "other-compensation",
        /// How to apply.
        HowToApply = "how-to-apply",
        /// The steps of the selection.
        Process = "process",
        /// Until when to apply.
        ClosingDate = "closing-date",
        /// When the ad was published.
        DatePosted = "date-posted",
        /// Equal opportunities.
        EqualOpportunity = "equal-opportunity",
        /// Whether software screens applications.
        AiUse = "ai-use",
        /// Whether the vacancy exists.
        VacancyStatus = "vacancy-status",
        /// The collective agreement.
        CollectiveAgreement = "collective-agreement",
        /// Whether more than the minimum may be paid.
        WillingnessToPayMore = "willingness-to-pay-more",
        /// Commission.
        Commission = "commission",
        /// Languages.
        Languages = "languages",
        /// Tools.
        Tools = "tools",
        /// Platforms.
        Platforms = "platforms",
        /// A degree.
        Diploma = "diploma",
        /// Moderation.
        Moderation = "moderation",
        /// How moderation is supported.
        ModerationSupport = "moderation-support",
        /// Work without pay.
        Unpaid = "unpaid",
        /// Pay without an amount.
        PayVague = "pay-vague",
        /// A word that makes an amount pay.
        PayWord = "pay-word",
        /// A word that makes an amount something else.
        PayNoise = "pay-noise",
        /// Net pay.
        Net = "net",
        /// A negation.
        Negation = "negation",
        /// Something welcome but not required.
        Plus = "plus",
        /// A colleague's work.
        Colleague = "colleague",
        /// The employer looks for somebody.
        Hire = "hire",
        /// An internship.
        Internship = "internship",
        /// The company talks about itself.
        CompanyTalk = "company-talk",
        /// The name of a job, whose words are no tasks.
        JobTitle = "job-title",
        /// All of the work is done away from the office.
        FullyRemote = "fully-remote",
    }
}

/// Words and phrases, by language of the ad.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Terms {
    /// In ads of either language.
    #[serde(default)]
    pub any: Vec<String>,
    /// In French ads.
    #[serde(default)]
    pub fr: Vec<String>,
    /// In English ads.
    #[serde(default)]
    pub en: Vec<String>,
}

impl Terms {
    /// The terms for ads of one language.
    pub fn of(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let own = match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        };
        self.any.iter().chain(own).map(String::as_str)
    }
}

/// A named set of words.
#[derive(Clone, Debug, Deserialize)]
pub struct Word {
    /// Its name.
    pub id: String,
    /// Whether a heading lends the set to what stands below it.
    #[serde(default)]
    pub lent: bool,
    /// Whether the set is too common to be completed by what a heading lends.
    #[serde(default)]
    pub common: bool,
    /// The words.
    #[serde(flatten)]
    pub terms: Terms,
}

/// Whose work an activity is, in percent.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Share {
    /// The community manager's.
    pub community_manager: u32,
    /// The social media manager's.
    pub social_media_manager: u32,
    /// The content manager's.
    pub content_manager: u32,
    /// Another profession's.
    pub other: u32,
}

/// Something that an ad may ask for.
#[derive(Clone, Debug, Deserialize)]
pub struct Activity {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whose work it is.
    pub share: Share,
    /// The other profession, where it is one of ours.
    #[serde(default)]
    pub profession: Option<String>,
    /// The other profession, where it is a neighbour.
    #[serde(default)]
    pub neighbour: Option<String>,
    /// How telling it is, 1 to 3.
    pub weight: u32,
    /// Activities that say the same more exactly: beside one of them in a sentence this one counts for nothing.
    #[serde(default)]
    pub yields_to: Vec<String>,
    /// Whether an ad that asks for it should say how the person is supported.
    #[serde(default)]
    pub support: bool,
    /// Whose work it is where the ad asks for little beside it.
    #[serde(default)]
    pub alone: Option<Alone>,
    /// Sets of words that must stand near one another.
    #[serde(default)]
    pub together: Vec<String>,
    /// Phrases that suffice.
    #[serde(flatten)]
    pub terms: Terms,
}

impl Activity {
    /// The other profession's id.
    #[must_use]
    pub fn other(&self) -> Option<&str> {
        self.profession.as_deref().or(self.neighbour.as_deref())
    }
}

/// When an activity of the community manager's is a neighbour's after all.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alone {
    /// The neighbour.
    pub neighbour: String,
    /// Ids of activities that make it the community manager's again: together they must weigh as much as it does, or
    /// half as much where the title is none of `titles`.
    pub beside: Vec<String>,
    /// Ids of titles beside which all of the weight is needed.
    pub titles: Vec<String>,
}

/// Headings of one part.
#[derive(Clone, Debug, Deserialize)]
pub struct Heading {
    /// The part.
    pub id: Part,
    /// The headings.
    #[serde(flatten)]
    pub terms: Terms,
}

/// Signs of one thing.
#[derive(Clone, Debug, Deserialize)]
pub struct CueTerms {
    /// The thing.
    pub id: Cue,
    /// Its signs.
    #[serde(flatten)]
    pub terms: Terms,
}

/// A title and what it says.
#[derive(Clone, Debug, Deserialize)]
pub struct Title {
    /// A role, `both`, or a profession.
    pub id: String,
    /// Titles that name a field and no job, as they stand in ads.
    #[serde(default)]
    pub fields: Vec<String>,
    /// The titles.
    #[serde(flatten)]
    pub terms: Terms,
}

/// A profession that ads mix up with the two roles.
#[derive(Clone, Debug, Deserialize)]
pub struct Neighbour {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its titles.
    #[serde(flatten)]
    pub terms: Terms,
}

/// A ground that the law protects, and the words by which a sentence may speak of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Ground {
    /// Stable id: the model of exclusion names it.
    pub id: String,
    /// What a finding about it is about.
    pub category: String,
    /// The words.
    #[serde(flatten)]
    pub terms: Terms,
    /// Code of the finding: `ground-` and the id.
    #[serde(skip)]
    pub code: String,
}

/// The lexicon as it is written.
#[derive(Clone, Debug, Default)]
pub struct Raw {
    /// Sets of words.
    pub words: Vec<Word>,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Headings.
    pub headings: Vec<Heading>,
    /// Signs.
    pub cues: Vec<CueTerms>,
    /// Titles.
    pub titles: Vec<Title>,
    /// Neighbours.
    pub neighbours: Vec<Neighbour>,
    /// Protected grounds.
    pub grounds: Vec<Ground>,
}

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
#[derive(Clone, Debug)]
pub struct Matcher<T> {
    heads: Vec<String>,
    /// Compiled when it is first used: an ad is of one language.
    scanner: OnceLock<Option<AhoCorasick>>,
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
        Self {
            heads: heads.keys().map(|head| (*head).to_owned()).collect(),
            scanner: OnceLock::new(),
            terms: heads.into_values().collect(),
        }
    }

    /// The bare automaton; none if it were larger than any that there is memory for.
    ///
    /// A table for every state and byte would be a third faster to run and takes twenty times as long to build, which a
    /// command that reads one ad pays for each time.
    pub fn scanner(&self) -> Option<&AhoCorasick> {
        let build = || {
            let builder = AhoCorasick::builder()
                .match_kind(MatchKind::Standard)
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(&self.heads);
            builder.ok()
        };
        self.scanner.get_or_init(build).as_ref()
    }

    /// Every hit, in order of end, overlapping ones too.
    pub fn find(&self, text: &str, work: &Work<'_>, mut found: impl FnMut(Hit<T>)) {
        let bytes = text.as_bytes();
        work.count(bytes.len());
        for hit in self.scanner().into_iter().flat_map(|scanner| scanner.find_overlapping_iter(text)) {
            let (start, end) = (hit.start(), hit.end());
            if start > 0 && is_word(bytes[start - 1]) && is_word(bytes[start]) {
                continue;
            }
            let goes_on = end < bytes.len() && is_word(bytes[end]) && is_word(bytes[end - 1]);
            for term in &self.terms[hit.pattern()] {
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

/// What a hit in the body of an ad says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// One of a set of words, by index.
    Word(u8),
    /// An activity, by index.
    Activity(u8),
    /// A sign.
    Cue(Cue),
    /// A wording rule may match here, by index.
    Rule(u16),
    /// A word about a protected ground, by index.
    Ground(u8),
}

/// Words of an activity that must stand together.
#[derive(Clone, Debug)]
pub struct Combination {
    /// The activity, by index.
    pub activity: u8,
    /// The sets of words, by index.
    pub words: Vec<u8>,
    /// The same as a set of bits.
    pub mask: u64,
}

/// The automata for ads of one language.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// For the body.
    pub body: Matcher<Tag>,
    /// For headings.
    pub headings: Matcher<Part>,
    /// For titles: index into [`Lexicon::titles`].
    pub titles: Matcher<u16>,
    /// Words that must stand together.
    pub combinations: Vec<Combination>,
    /// Sets of words that a heading lends to what stands below it, as bits.
    pub lent: u64,
    /// Sets too common to be completed that way.
    pub common: u64,
}

/// Everything the audit looks for.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Activities.
    pub activities: Vec<Activity>,
    /// Neighbours.
    pub neighbours: Vec<Neighbour>,
    /// What titles say: ids of roles, professions, neighbours, `both`.
    pub titles: Vec<String>,
    /// Titles that name a field and no job.
    pub fields: Vec<String>,
    /// Protected grounds.
    pub grounds: Vec<Ground>,
    /// Activities, by index, that count for nothing beside one of some others.
    pub yields: Vec<(u8, Vec<u8>)>,
    fr: Compiled,
    en: Compiled,
}

impl Lexicon {
    /// Compiles the lexicon; `triggers` are the beginnings of wording rules, with the rule's index.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn compile(raw: Raw, triggers: &[(Lang, String, u16)]) -> Result<Self, String> {
        let mut titles: Vec<String> = raw.titles.iter().map(|title| title.id.clone()).collect();
        titles.extend(raw.neighbours.iter().map(|item| item.id.clone()));
        let fr = compiled(&raw, triggers, Lang::Fr)?;
        let en = compiled(&raw, triggers, Lang::En)?;
        let fields = raw.titles.iter().flat_map(|title| title.fields.iter().cloned()).collect();
        let index = |id: &String| {
            let at = raw.activities.iter().position(|item| item.id == *id)?;
            u8::try_from(at).ok()
        };
        let yields = raw
            .activities
            .iter()
            .filter(|item| !item.yields_to.is_empty())
            .filter_map(|item| Some((index(&item.id)?, item.yields_to.iter().filter_map(index).collect())))
            .collect();
        let Raw { activities, neighbours, mut grounds, .. } = raw;
        grounds.iter_mut().for_each(|ground| ground.code = format!("ground-{}", ground.id));
        Ok(Self { activities, neighbours, titles, fields, grounds, yields, fr, en })
    }

    /// The automata for ads of one language.
    #[must_use]
    pub const fn of(&self, lang: Lang) -> &Compiled {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

fn compiled(raw: &Raw, triggers: &[(Lang, String, u16)], lang: Lang) -> Result<Compiled, String> {
    let index =
        |at: usize| u8::try_from(at).map_err(|_| "more than 255 sets of words or activities".to_owned());
    let mut body: Vec<(&str, Tag)> = Vec::new();
    for (at, word) in raw.words.iter().enumerate() {
        let tag = Tag::Word(index(at)?);
        body.extend(word.terms.of(lang).map(|term| (term, tag)));
    }
    let mut combinations = Vec::new();
    for (at, activity) in raw.activities.iter().enumerate() {
        let tag = Tag::Activity(index(at)?);
        body.extend(activity.terms.of(lang).map(|term| (term, tag)));
        for line in &activity.together {
            let mut words = Vec::new();
            for name in line.split_whitespace() {
                let found = raw.words.iter().position(|word| word.id == name);
                let found =
                    found.ok_or_else(|| format!("activity `{}`: no set of words `{name}`", activity.id))?;
                words.push(index(found)?);
            }
            let mask = words.iter().fold(0, |mask, word| mask | 1_u64 << (word % 64));
            combinations.push(Combination { activity: index(at)?, words, mask });
        }
    }
    for (at, ground) in raw.grounds.iter().enumerate() {
        let tag = Tag::Ground(index(at)?);
        body.extend(ground.terms.of(lang).map(|term| (term, tag)));
    }
    body.extend(raw.cues.iter().flat_map(|cue| cue.terms.of(lang).map(|term| (term, Tag::Cue(cue.id)))));
    let own = triggers.iter().filter(|(of, ..)| *of == lang);
    body.extend(own.map(|(_, term, rule)| (term.as_str(), Tag::Rule(*rule))));
    let headings = raw.headings.iter().flat_map(|item| item.terms.of(lang).map(|term| (term, item.id)));
    let both = [Lang::Fr, Lang::En];
    // Titles of either language stand in ads of both.
    let titles = raw
        .titles
        .iter()
        .map(|title| &title.terms)
        .chain(raw.neighbours.iter().map(|item| &item.terms))
        .enumerate()
        .flat_map(|(at, terms)| {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            both.into_iter().flat_map(move |lang| terms.of(lang).map(move |term| (term, at)))
        });
    let bits = |of: fn(&Word) -> bool| {
        let named = raw.words.iter().enumerate().filter(|(_, word)| of(word));
        named.fold(0_u64, |mask, (at, _)| mask | 1 << (at % 64))
    };
    Ok(Compiled {
        body: Matcher::new(body),
        headings: Matcher::new(headings),
        titles: Matcher::new(titles),
        combinations,
        lent: bits(|word| word.lent),
        common: bits(|word| word.common),
    })
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

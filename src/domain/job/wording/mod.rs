//! Rules on the wording of ads: linear-time patterns on the folded text, tried only where their first letters stand.

pub mod beginnings;

use std::sync::OnceLock;

use regex_automata::meta::Regex;
use regex_automata::{Anchored, Input};

use self::beginnings::plain;
use super::category::Category;
use super::fold::Folded;
use crate::domain::text::{Lang, Text};
use crate::domain::vocab::{Grade, vocabulary};
use crate::domain::work::{Abandoned, Work};

vocabulary! {
    /// How grave a finding is.
    Severity("severity") {
        /// Likely unlawful, or wrong.
        Error = "error",
        /// A risk.
        Warning = "warning",
        /// Style or completeness.
        Notice = "notice",
        /// A signal, never a verdict.
        Info = "info",
    }
}

/// Bytes on either side in which an exception is looked for.
const AROUND: usize = 60;
/// Longest match.
const LONGEST: usize = 480;

/// One rule.
#[derive(Clone, Debug)]
pub struct WordingRule {
    /// Stable id.
    pub id: String,
    /// Language of the ads.
    pub lang: Lang,
    /// Country, region or union in which alone it holds; none where it holds anywhere.
    pub place: Option<String>,
    /// What is found, in the folded text.
    pub pattern: String,
    /// What, standing near, makes it harmless.
    pub unless: Option<String>,
    /// What it is about.
    pub category: Category,
    /// How grave.
    pub severity: Severity,
    /// Why the words are a problem.
    pub why: Text,
    /// What to write instead.
    pub suggestion: Text,
    /// The one safe replacement of the words.
    pub replacement: Option<String>,
    /// Who says so.
    pub sources: Vec<String>,
    /// How often a match is a true problem.
    pub confidence: Grade,
    /// A text in which it must be found.
    pub example: String,
    /// A text in which it must not.
    pub counter: Option<String>,
    /// What its matches begin with, where that is known already (see [`beginnings::beginnings`]).
    pub beginnings: Option<Vec<String>>,
}

/// A pattern, compiled when it is first tried: an ad tries few of hundreds.
#[derive(Clone, Debug, Default)]
struct Pattern {
    text: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), compiled: OnceLock::new() }
    }

    /// The automaton; none where the pattern is wrong, which the catalogue refuses where it may be.
    fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| compiled(&self.text).ok()).as_ref()
    }
}

/// A pattern that is tried where its beginnings stand. What only helps to find where to try, and machines that are made
/// whole before they run, are left out: an ad tries most patterns once.
fn compiled(pattern: &str) -> Result<Regex, String> {
    let slim = Regex::config().dfa(false).onepass(false).auto_prefilter(false);
    let built = Regex::builder().configure(slim).build(&plain(pattern));
    built.map_err(|error| error.to_string())
}

/// Patterns that are searched for in every sentence, as one.
fn together(patterns: &[String]) -> Result<Regex, String> {
    let patterns: Vec<String> = patterns.iter().map(|pattern| plain(pattern)).collect();
    Regex::new_many(&patterns).map_err(|error| error.to_string())
}

#[derive(Clone, Debug)]
struct Compiled {
    rule: WordingRule,
    pattern: Pattern,
    unless: Option<Pattern>,
    everywhere: bool,
}

/// The patterns without a beginning, of one language, as one.
#[derive(Clone, Debug)]
struct Together {
    lang: Lang,
    patterns: Vec<String>,
    compiled: OnceLock<Option<Regex>>,
}

/// All rules, compiled.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    rules: Vec<Compiled>,
    triggers: Vec<(Lang, String, u16)>,
    /// The patterns without a beginning, of each language.
    together: Vec<Together>,
}

/// A rule that matched.
#[derive(Clone, Debug)]
pub struct Match<'w> {
    /// The rule.
    pub rule: &'w WordingRule,
    /// Where, in the folded text.
    pub start: usize,
    /// Its end.
    pub end: usize,
}

impl Wording {
    /// Takes the rules; `thorough` compiles each of them now, for they may be wrong.
    ///
    /// # Errors
    /// The id of each rule that is wrong, and why.
    pub fn compile(rules: Vec<WordingRule>, thorough: bool) -> Result<Self, Vec<(String, String)>> {
        let mut wording = Self::default();
        let mut errors = Vec::new();
        for mut rule in rules {
            let index = u16::try_from(wording.rules.len()).unwrap_or(u16::MAX);
            match begun(&mut rule, thorough) {
                Ok(beginnings) => {
                    let everywhere = beginnings.is_empty();
                    let begin = beginnings.into_iter().map(|text| (rule.lang, format!("{text}*"), index));
                    wording.triggers.extend(begin);
                    let (pattern, unless) =
                        (Pattern::new(&rule.pattern), rule.unless.as_deref().map(Pattern::new));
                    wording.rules.push(Compiled { rule, pattern, unless, everywhere });
                }
                Err(reason) => errors.push((rule.id, reason)),
            }
        }
        for lang in Lang::ALL {
            let everywhere = wording.rules.iter().filter(|item| item.everywhere && item.rule.lang == *lang);
            let patterns: Vec<String> = everywhere.map(|item| item.rule.pattern.clone()).collect();
            if patterns.is_empty() {
                continue;
            }
            if thorough && let Err(error) = together(&patterns) {
                errors.push(("all".to_owned(), error));
            }
            wording.together.push(Together { lang: *lang, patterns, compiled: OnceLock::new() });
        }
        if errors.is_empty() { Ok(wording) } else { Err(errors) }
    }

    /// Beginnings of the patterns, for the scan of the lexicon.
    #[must_use]
    pub fn triggers(&self) -> &[(Lang, String, u16)] {
        &self.triggers
    }

    /// The rules.
    pub fn rules(&self) -> impl Iterator<Item = &WordingRule> {
        self.rules.iter().map(|compiled| &compiled.rule)
    }

    /// How many patterns have no beginning to look for.
    #[must_use]
    pub fn searched_everywhere(&self) -> usize {
        self.rules.iter().filter(|rule| rule.everywhere).count()
    }

    /// Every match in a text, given where beginnings stand; at most `most`.
    ///
    /// # Errors
    /// [`Abandoned`] when nobody waits for them any longer.
    pub fn find(
        &self,
        folded: &Folded,
        triggers: &[(usize, u16)],
        lang: Lang,
        most: usize,
        work: &Work<'_>,
    ) -> Result<Vec<Match<'_>>, Abandoned> {
        let text = &folded.text;
        let mut found: Vec<Match<'_>> = Vec::new();
        for (start, rule) in triggers {
            let Some(compiled) = self.rules.get(usize::from(*rule)) else { continue };
            if found.len() >= most {
                break;
            }
            let end = limit(text, *start);
            work.step(end - start)?;
            let input = Input::new(text.as_str()).range(*start..end).anchored(Anchored::Yes);
            if let Some(hit) = compiled.pattern.regex().and_then(|pattern| pattern.search(&input))
                && !compiled.harmless(folded, hit.start(), hit.end())
            {
                found.push(Match { rule: &compiled.rule, start: hit.start(), end: hit.end() });
            }
        }
        // The few patterns without a beginning are tried together, sentence by sentence, and one by one only where
        // one of them is found.
        let of_lang = self.together.iter().find(|together| together.lang == lang);
        let any = |of: &Together| together(&of.patterns).ok();
        if let Some(any) = of_lang.and_then(|of| of.compiled.get_or_init(|| any(of)).as_ref()) {
            let mut start = 0;
            for line in text.split_inclusive('\n').flat_map(pieces) {
                let range = start..start + line.len();
                start = range.end;
                work.step(line.len())?;
                if found.len() >= most {
                    break;
                }
                if any.is_match(Input::new(text.as_str()).range(range.clone())) {
                    self.search(folded, range, lang, work, &mut found);
                }
            }
        }
        found.sort_by(|a, b| (a.start, a.end, &a.rule.id).cmp(&(b.start, b.end, &b.rule.id)));
        found.dedup_by(|a, b| a.start == b.start && a.rule.id == b.rule.id);
        Ok(found)
    }
}

impl Wording {
    /// Searches a sentence for the patterns without a beginning.
    fn search<'w>(
        &'w self,
        folded: &Folded,
        range: std::ops::Range<usize>,
        lang: Lang,
        work: &Work<'_>,
        found: &mut Vec<Match<'w>>,
    ) {
        let text = folded.text.as_str();
        for compiled in self.rules.iter().filter(|compiled| compiled.everywhere && compiled.rule.lang == lang)
        {
            work.count(range.len());
            let Some(pattern) = compiled.pattern.regex() else { continue };
            for hit in pattern.find_iter(Input::new(text).range(range.clone())) {
                if !compiled.harmless(folded, hit.start(), hit.end()) {
                    found.push(Match { rule: &compiled.rule, start: hit.start(), end: hit.end() });
                }
            }
        }
    }
}

/// Longest piece that is searched at once, in bytes. Searching for every match may look at the rest of a text again
/// for each of them; no sentence is that long, and within a piece the price is bounded.
const PIECE: usize = 4_096;

/// A line in pieces that are not too long.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.len().min(PIECE);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// As far as a match may reach.
fn limit(text: &str, start: usize) -> usize {
    let mut end = text.len().min(start + LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

impl Compiled {
    fn harmless(&self, folded: &Folded, start: usize, end: usize) -> bool {
        let Some(unless) = self.unless.as_ref().and_then(Pattern::regex) else { return false };
        let text = &folded.text;
        let block = folded.blocks.partition_point(|block| block.end < start);
        let (low, high) = folded.blocks.get(block).map_or((0, text.len()), |block| (block.start, block.end));
        let mut from = start.saturating_sub(AROUND).max(low.min(start));
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let mut to = (end + AROUND).min(high.max(end)).min(text.len());
        while !text.is_char_boundary(to) {
            to -= 1;
        }
        unless.is_match(Input::new(text.as_str()).range(from..to))
    }
}

/// What the matches of a rule begin with; `thorough` compiles its patterns, for they may be wrong.
fn begun(rule: &mut WordingRule, thorough: bool) -> Result<Vec<String>, String> {
    if thorough {
        if compiled(&rule.pattern)?.is_match("") {
            return Err("the pattern matches nothing at all; make it name something".to_owned());
        }
        rule.unless.as_deref().map(compiled).transpose()?;
    }
    rule.beginnings.take().map_or_else(|| beginnings::beginnings(&rule.pattern), Ok)
}

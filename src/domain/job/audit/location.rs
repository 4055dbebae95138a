//! Where the ad says that the job is.

use std::ops::Range;

use super::AuditQuestion;
use super::scope::Scope;
use crate::domain::iso::{Country, Region};
use crate::domain::job::data::JobData;
use crate::domain::job::fold::{Anchors, Block, Folded, Kind, fold};
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::{List, Lists};
use crate::domain::job::places::{Places, Spot};
use crate::domain::text::Lang;
use crate::domain::text::tail;
use crate::domain::vocab::{Grade, vocabulary};
use crate::domain::work::{Abandoned, Work};

/// Longest line, in bytes, that can be one of the lines on top of an ad.
const LONGEST_LINE: usize = 120;
/// Most words between two marks of a line of facts.
const MOST_WORDS: usize = 4;
/// Most quarters that a town numbers: "Paris (14)" is one, "Pau (64)" a département.
const QUARTERS: u32 = 20;
/// Most words of a line of facts that ends as a sentence does.
const LONGEST_FACTS: usize = 6;
/// Longest words before a place that are looked for, in bytes.
const LONGEST_WORDS: usize = 40;
/// How many blocks stand on top of an ad at most.
const TOP: usize = 15;
/// Most places that an answer lists.
const MOST: usize = 10;
/// Countries whose regions ads write as two or three letters.
const ABBREVIATED: [&str; 3] = ["US", "CA", "AU"];

vocabulary! {
    /// What tells that a place is the job's; the surest first.
    Clue("clue to a place") {
        /// A label before it: "Lieu : Lyon".
        Label = "label",
        /// A line on top that is nothing but facts: "69006 Lyon · CDI".
        Header = "header",
        /// Words before it: "based in Leeds".
        Phrase = "phrase",
        /// A sentence of its own: "Toronto."
        Sentence = "sentence",
        /// Beside the contract or the pay: "CDI, Paris 2e, 40 k€".
        Beside = "beside",
        /// The title: "Community manager (Lyon)".
        Title = "title",
        /// A preposition where a contract, pay or search is told: "CDD de 12 mois, à Nantes".
        Preposition = "preposition",
    }
}

impl Clue {
    /// How sure it is that the job is there. A country in a title may be the market that the job serves.
    const fn grade(self, spot: &Spot) -> Grade {
        match self {
            Self::Label | Self::Header => Grade::High,
            Self::Phrase | Self::Sentence | Self::Beside | Self::Preposition => Grade::Medium,
            Self::Title => {
                if spot.region.is_some() {
                    Grade::Medium
                } else {
                    Grade::Low
                }
            }
        }
    }
}

/// A place that the ad names as the job's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The place.
    pub spot: Spot,
    /// Where it stands in the folded text; none in a title that is not in the text.
    pub range: Option<Range<usize>>,
    /// What tells.
    pub clue: Clue,
    /// How sure that is.
    pub grade: Grade,
}

/// The places that the surest clue names, in order; several where the job is in one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locations(pub Vec<Location>);

impl Locations {
    /// The one place, as far as all agree and the clue is good enough to rely on.
    #[must_use]
    pub fn agreed(&self) -> Option<Spot> {
        let first =
            self.0.first().filter(|location| matches!(location.grade, Grade::High | Grade::Medium))?;
        self.0.iter().try_fold(first.spot.clone(), |agreed, location| agreed.common(&location.spot))
    }
}

/// Reads where an ad says that the job is.
pub(super) fn read(
    data: &JobData,
    question: &AuditQuestion,
    folded: &Folded,
    scope: &Scope,
    lang: Lang,
    work: &Work<'_>,
) -> Result<Locations, Abandoned> {
    let country = question.place.as_ref().map(|place| place.country.as_str());
    let french = lang == Lang::Fr && country.is_none_or(|code| code == "FR");
    let mut finder =
        Finder { lists: &data.lists, places: &data.places, french, country, terms: false, found: Vec::new() };
    let mut top = true;
    let mut label_above = false;
    for (at, part) in &scope.parts {
        let Some(block) = folded.blocks.get(*at) else { continue };
        work.step(block.end - block.start)?;
        top &= *at < TOP && !matches!(part, Part::Tasks | Part::Profile);
        let first = scope.sentences.partition_point(|sentence| sentence.range.start < block.start);
        let inside = scope.sentences[first..].iter().take_while(|sentence| sentence.range.end <= block.end);
        let told = [Cue::Contract, Cue::PayWord, Cue::Hours, Cue::Hire];
        let terms = inside.into_iter().any(|sentence| told.into_iter().any(|cue| sentence.has(cue)));
        let place = match () {
            () if matches!(part, Part::Legal | Part::Process) => continue,
            () if scope.title_block == Some(*at) => Zone::Title,
            () if *part == Part::Company => Zone::Company,
            // A paragraph with the terms of the contract may follow the tasks without a heading.
            () if *part == Part::Tasks && (block.kind == Kind::Item || !terms) => Zone::Tasks,
            () if block.end - block.start > LONGEST_LINE => Zone::Prose,
            () if label_above => Zone::Label,
            () if top || *part == Part::Offer && block.kind == Kind::Item => Zone::Facts,
            () => Zone::Prose,
        };
        finder.terms = terms && matches!(place, Zone::Prose | Zone::Facts);
        label_above = finder.block(folded, &question.text, *block, place);
    }
    if let Some(title) = &question.title {
        let folded = fold(title, data.lists.of(List::NameBeginnings));
        let anchors = folded.anchors(0..folded.text.len());
        let line = Line { text: &folded.text, at: 0, first: 0, anchors, source: title, outside: true };
        finder.line(&line, 0, Zone::Title);
    }
    // Of the surest clue the first line counts; what another says later is about something else.
    let best = finder.found.iter().map(|found| found.clue).min();
    let mut best = finder.found.into_iter().filter(|found| Some(found.clue) == best).peekable();
    let line = best.peek().map(|found| (found.outside, found.line));
    let mut found: Vec<Location> = Vec::new();
    for mention in best.take_while(|found| Some((found.outside, found.line)) == line) {
        if found.len() < MOST && found.iter().all(|known| known.spot != mention.spot) {
            found.push(Location {
                grade: mention.clue.grade(&mention.spot),
                range: (!mention.outside).then_some(mention.range),
                clue: mention.clue,
                spot: mention.spot,
            });
        }
    }
    Ok(Locations(found))
}

/// Where in an ad a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// Behind or below a label.
    Label,
    /// Among the facts on top, or those of the offer.
    Facts,
    /// In the title.
    Title,
    /// Where the company speaks of itself.
    Company,
    /// Among the tasks, which name the places of others.
    Tasks,
    /// Anywhere else.
    Prose,
}

/// A sentence, line or title.
#[derive(Clone, Copy)]
struct Line<'t> {
    /// As it is read.
    text: &'t str,
    /// Where it begins in the folded text.
    at: usize,
    /// Where the first of the lines begins that tell one list: "Seattle, WA; Portland, OR".
    first: usize,
    anchors: Anchors<'t>,
    source: &'t str,
    /// Whether it is a title that is not in the text.
    outside: bool,
}

impl Line<'_> {
    /// Whether the word at a byte begins as a name may: with anything but a small letter.
    fn may_be_name(&self, at: usize) -> bool {
        let written = self.anchors.source(self.source, self.at + at, self.at + at + 1);
        let first = self.source.get(written.start..).and_then(|rest| rest.chars().next());
        first.is_none_or(|c| !c.is_lowercase())
    }

    /// Whether a part is written as a name: with a capital, or an abbreviation with nothing else.
    fn is_name(&self, range: Range<usize>) -> bool {
        let short = range.len() <= 3;
        let written = self.anchors.source(self.source, self.at + range.start, self.at + range.end);
        let mut letters = self.source.get(written).unwrap_or("").chars().filter(|c| c.is_alphabetic());
        if short { letters.all(char::is_uppercase) } else { letters.next().is_some_and(char::is_uppercase) }
    }
}

/// A place in a line.
#[derive(Clone, Debug)]
struct Mention {
    spot: Spot,
    clue: Clue,
    /// In the folded text.
    range: Range<usize>,
    /// Where its line begins, or the first of its list.
    line: usize,
    outside: bool,
}

struct Finder<'a> {
    lists: &'a Lists,
    places: &'a Places,
    /// Whether five digits before a name are a French postcode.
    french: bool,
    /// The country that was given.
    country: Option<&'a str>,
    /// Whether the block tells of a contract, of pay, or whom the company looks for.
    terms: bool,
    found: Vec<Mention>,
}

impl Finder<'_> {
    /// Reads a block and says whether it is a label whose value stands below it.
    fn block(&mut self, folded: &Folded, source: &str, block: Block, zone: Zone) -> bool {
        let mut label = false;
        let mut list: Option<(usize, Zone)> = None;
        for range in folded.sentences(block) {
            let text = &folded.text[range.clone()];
            let (from, labelled) = self.labelled(text);
            label = labelled && text[from..].trim().is_empty();
            let (first, zone) = list
                .filter(|_| !labelled)
                .unwrap_or((range.start, if labelled { Zone::Label } else { zone }));
            let anchors = folded.anchors(range.clone());
            let line = Line { text, at: range.start, first, anchors, source, outside: false };
            self.line(&line, from, zone);
            list = text.trim_end().ends_with(';').then_some((first, zone));
        }
        label
    }

    /// Where the value behind a label begins, and whether there is a label.
    fn labelled(&self, text: &str) -> (usize, bool) {
        let begin = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        if text[..begin].contains('📍') {
            return (begin, true);
        }
        let words = &text[begin..];
        let labels = self.lists.of(List::PlaceLabels).iter();
        let label = labels.filter(|label| words.starts_with(label.as_str())).max_by_key(|label| label.len());
        let Some(label) = label else { return (begin, false) };
        let rest = words[label.len()..].trim_start();
        let value = rest.trim_start_matches([' ', ':', '-', '|', '"']);
        let told = value.len() < rest.len() || value.is_empty();
        if told { (text.len() - value.len(), true) } else { (begin, false) }
    }

    /// Reads a line, from where its value begins.
    fn line(&mut self, line: &Line<'_>, from: usize, zone: Zone) {
        let text = line.text;
        let mut mentions: Vec<Mention> = Vec::new();
        let mut at = from;
        while at < text.len() {
            let next = text[at..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |end| at + end);
            if next == at {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            // The place right before it, which may lie in it: "Saint-Denis (La Réunion)".
            let inner = mentions.last().filter(|before| {
                let gap = text.get(before.range.end - line.at..at);
                gap.is_some_and(|gap| matches!(gap, ", " | " ("))
            });
            let named = || self.named(line, from, at, zone, inner.map(|inner| &inner.spot));
            let Some((spot, end)) = named().or_else(|| self.coded(line, from, at, zone)) else {
                at = next;
                continue;
            };
            let wider = || inner.filter(|_| spot.city.is_none()).map(|inner| inner.clue);
            if let Some(clue) = self.clue(text, from, at..end, zone).or_else(wider) {
                let range = line.at + at..line.at + end;
                mentions.push(Mention { spot, clue, range, line: line.first, outside: line.outside });
            }
            at = end.max(next);
        }
        self.found.append(&mut merge(line, mentions));
    }

    /// A place by its name, with what stands beside it makes of it: "Austin, TX", "London, ON", "97400 Saint-Denis". `inner`
    /// is the place right before it.
    fn named(
        &self,
        line: &Line<'_>,
        from: usize,
        at: usize,
        zone: Zone,
        inner: Option<&Spot>,
    ) -> Option<(Spot, usize)> {
        // Most words begin small, and are no names: they are not looked up, but behind a label.
        let small = !line.may_be_name(at);
        if small && zone != Zone::Label {
            return None;
        }
        let (named, length) = self.places.name_at_start(&line.text[at..])?;
        let end = at + length;
        let rest = &line.text[end..];
        let written = match () {
            () if small => opens(line.text[from..at].trim_end()) && self.closes(rest),
            // "Pau" is no abbreviation; "La" is no Los Angeles.
            () if named.is_city() && length > 2 => true,
            () => line.is_name(at..end),
        };
        if !written {
            return None;
        }
        if let Some(around) = inner.and_then(|inner| named.around(inner)) {
            return Some((around.clone(), end));
        }
        let gap = [", ", " (", " - ", ",", " "]
            .iter()
            .find(|gap| rest.starts_with(**gap))
            .map_or(0, |gap| gap.len());
        let letters = rest[gap..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let code = end + gap..end + gap + letters;
        let ends = !line.text[code.end..].starts_with(|c: char| c.is_alphanumeric());
        if gap > 0 && (2..=3).contains(&letters) && ends && (small || line.is_name(code.clone())) {
            let letters = &line.text[code.clone()];
            let all = abbreviated(letters);
            if let Some(spot) =
                named.within(&all).or_else(|| named.within(&regions_beside(letters, &named.each)))
            {
                return Some((spot, code.end));
            }
            // "Denver CO" without a comma is one place only where Denver lies there: "Lyon CDI" is not. "Nantes, TT 2 jours"
            // tells of work from home.
            let marked = (gap > 1 || !rest.starts_with(' ')) && self.closes(&line.text[code.end..]);
            let wider = self.chosen(&all, named.each.first()).filter(|_| marked);
            if let Some(wider) = wider.filter(|_| !small) {
                return Some((wider, code.end));
            }
        }
        if named.each.len() > 1 {
            // "Cambridge, Massachusetts", "Birmingham (UK)"; or the country that was asked about.
            let behind = (gap > 0).then(|| self.places.name_at_start(&rest[gap..])).flatten();
            let told = behind.and_then(|(wider, _)| named.within(&wider.each));
            // "Laval (53)" lies in the region of its département.
            let region = || self.postcode_beside(line.text, at, end).map(Spot::region);
            let near = || {
                let wider = region().filter(|_| self.french)?;
                Some(named.within_or_as(&wider).cloned().unwrap_or(wider))
            };
            let told = told.or_else(|| named.in_country(self.country?).cloned()).or_else(near);
            return told.or_else(|| named.shared.clone()).map(|spot| (spot, end));
        }
        let spot = named.shared.as_ref()?;
        // A postcode knows better than a name of several towns.
        let region = (spot.country == "FR").then(|| self.postcode_beside(line.text, at, end)).flatten();
        let elsewhere = region.filter(|region| Some(region.code()) != spot.region.as_deref());
        Some((elsewhere.map_or_else(|| spot.clone(), Spot::region), end))
    }

    /// The region of the postcode, or of the number of the département, right before or behind a name.
    fn postcode_beside(&self, text: &str, at: usize, end: usize) -> Option<Region> {
        let before = text[..at].trim_end_matches([' ', '-']);
        let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let before = &before[before.len() - digits..];
        let behind = text[end..].trim_start_matches([' ', '(']);
        let behind = &behind[..behind.bytes().take_while(u8::is_ascii_digit).count()];
        // "Paris 11" is a quarter; a number in brackets is none.
        let bracketed = text[end..].trim_start().starts_with('(');
        let overseas = |digits: &str| digits.len() == 3 && digits.starts_with("97");
        let department =
            |digits: &str| digits.len() == 2 && digits.parse().is_ok_and(|number: u32| number > QUARTERS);
        let code = match () {
            () if before.len() == 5 || overseas(before) => before,
            () if behind.len() == 5 || bracketed && (overseas(behind) || department(behind)) => behind,
            () => return None,
        };
        self.places.of_postcode(code)
    }

    /// Which of them is meant: rather what the place before them lies in, then the country asked about. Letters that are
    /// both a state and a country, without a place before them, stand for neither.
    fn chosen(&self, all: &[Spot], near: Option<&Spot>) -> Option<Spot> {
        let holds = |wider: &&Spot| near.is_some_and(|near| near.lies_in(wider));
        let asked = |wider: &&Spot| Some(wider.country.as_str()) == self.country;
        let first = || all.first().filter(|_| near.is_some() || all.len() == 1);
        all.iter().find(holds).or_else(|| all.iter().find(asked)).or_else(first).cloned()
    }

    /// A place of which nothing is known but a code: "76160 Darnétal", "Ploërmel (56)", "94 - IVRY-SUR-SEINE", "Fresno, CA 93721".
    fn coded(&self, line: &Line<'_>, from: usize, at: usize, zone: Zone) -> Option<(Spot, usize)> {
        if !matches!(zone, Zone::Label | Zone::Facts) {
            return None;
        }
        let text = line.text;
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            // "Ploërmel (56)": the brackets hold a French département.
            let name = text[at..].find(" (").map_or(at..at, |end| at..at + end);
            // One word, with an article at most: "La Flèche".
            let town = |name: &str| {
                let article = name.split_once(' ').filter(|(article, _)| article.len() <= 3);
                let name = article.map_or(name, |(_, name)| name);
                name.len() >= 3 && name.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\''))
            };
            if self.french && town(&text[name.clone()]) && line.is_name(name.clone()) {
                return Some((Spot::region(self.postcode_beside(text, at, name.end)?), name.end));
            }
            let letters = text[at..].bytes().take_while(u8::is_ascii_alphabetic).count();
            let code = at..at + letters;
            // "Location: FR" and nothing else.
            if zone == Zone::Label && at == from && letters == 2 && text[code.end..].trim().is_empty() {
                let spot = self.chosen(&abbreviated(&text[code.clone()]), None);
                return spot.filter(|_| line.is_name(code.clone())).map(|spot| (spot, code.end));
            }
            let town = text[from..at].strip_suffix(", ")?;
            let town_from = town.rfind(|c: char| !(c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.')));
            let mark = town_from.and_then(|at| Some(at + town[at..].chars().next()?.len_utf8()));
            let town = from + mark.unwrap_or(0)..from + town.len();
            // "Bristol, BS1" has a postcode behind it, not the Bahamas.
            let whole = !text[code.end..].starts_with(|c: char| c.is_alphanumeric());
            let alone = whole && self.closes(&text[code.end..]);
            if !(2..=3).contains(&letters) || !alone || town.len() < 3 || !line.is_name(code.clone()) {
                return None;
            }
            let begin = text[town.clone()].len() - text[town.clone()].trim_start().len();
            // Five digits behind a state are its ZIP code.
            let zip = text[code.end..].trim_start().bytes().take_while(u8::is_ascii_digit).count() == 5;
            let state = || Region::find(&format!("US-{}", text[code.clone()].to_ascii_uppercase()));
            let by_zip = if zip { state().map(Spot::region) } else { None };
            let spot = by_zip.or_else(|| self.chosen(&abbreviated(&text[code.clone()]), None))?;
            return line.is_name(town.start + begin..town.end).then_some((spot, code.end));
        }
        let rest = &text[at + digits..];
        let gap = match digits {
            5 => rest.len() - rest.trim_start_matches([' ', '-']).len(),
            2 | 3 if at == from => rest.len() - rest.strip_prefix(" - ").map_or(rest.len(), str::len),
            _ => 0,
        };
        let begin = at + digits + gap;
        let name =
            text[begin..].find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(text.len() - begin);
        // A town that is known says itself where it lies.
        let known = self.places.at_start(&text[begin..]).is_some();
        if !self.french || known || gap == 0 || name < 3 || !line.is_name(begin..begin + name) {
            return None;
        }
        Some((Spot::region(self.places.of_postcode(&text[at..at + digits])?), begin + name))
    }

    /// What tells that the place is the job's.
    fn clue(&self, text: &str, from: usize, place: Range<usize>, zone: Zone) -> Option<Clue> {
        let before = text[from..place.start].trim_end();
        let after = &text[place.end..];
        // Digits before a name are its postcode.
        let plain = before.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        let alone = (opens(plain) || plain.ends_with('-') && !before.ends_with('-')) && self.closes(after);
        // Facts are told in a few words each.
        let pieces =
            || text[from..].split([',', ';', '|', '/', '(', ')', ':']).flat_map(|piece| piece.split(" - "));
        let words = || format!(" {}", tail(before, LONGEST_WORDS));
        // A sentence with its full stop is no line of facts: "Nancy, our head of marketing, will be your manager."
        let sentence = text.trim_end().ends_with(['.', '!', '?'])
            && text[from..].split_whitespace().count() > LONGEST_FACTS;
        let terse = || !sentence && pieces().all(|piece| piece.split_whitespace().count() <= MOST_WORDS);
        match zone {
            Zone::Label => Some(Clue::Label),
            _ if before.ends_with(':')
                && self.lists.ends(List::PlaceLabels, before.trim_end_matches([':', ' '])) =>
            {
                Some(Clue::Label)
            }
            Zone::Facts if alone && terse() => Some(Clue::Header),
            Zone::Title if alone => Some(Clue::Title),
            Zone::Company => None,
            Zone::Tasks => self.lists.ends_word(List::PlaceOfPost, before).then_some(Clue::Phrase),
            _ if self.lists.ends(List::PlaceBefore, &words()) => Some(Clue::Phrase),
            _ if alone && plain.is_empty() && after.len() <= 30 => Some(Clue::Sentence),
            _ if self.terms && alone => Some(Clue::Beside),
            _ if self.terms && self.lists.ends_word(List::PlacePrepositions, before) => {
                Some(Clue::Preposition)
            }
            _ => None,
        }
    }

    /// Whether a name ends where a place's does: at a mark, or before its postcode, département or quarter.
    fn closes(&self, after: &str) -> bool {
        let rest = after.trim_start();
        // "Nice-to-have" is no place.
        if rest.strip_prefix('-').is_some_and(|next| next.starts_with(char::is_alphanumeric)) && rest == after
        {
            return false;
        }
        let behind = |list: List, text: &'_ str| {
            let known = self.lists.of(list).iter().find(|word| text.starts_with(word.as_str()));
            known.map_or(0, String::len)
        };
        let rest = rest[behind(List::PostalSuffix, rest)..].trim_start();
        let rest = behind_british_code(rest);
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let ending = if number.len() < rest.len() { behind(List::OrdinalEndings, number) } else { 0 };
        let rest = number[ending..].trim_start();
        rest.is_empty()
            || rest.starts_with([',', ';', '|', '/', '(', ')', ']', ':', '.', '-', '&', '+'])
            || self.lists.begins(List::PlaceAfter, rest)
    }
}

/// What follows a British postcode, whole or its first half: "LS1", "M1 4BT".
fn behind_british_code(text: &str) -> &str {
    let word = |text: &str| text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let area = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let outward = word(text);
    let told = (1..=2).contains(&area) && (area + 1..=4).contains(&outward);
    if !told || !text.as_bytes()[area].is_ascii_digit() {
        return text;
    }
    let rest = text[outward..].trim_start();
    let inward =
        word(rest) == 3 && rest.as_bytes()[0].is_ascii_digit() && rest.as_bytes()[2].is_ascii_alphabetic();
    if inward { rest[3..].trim_start() } else { rest }
}

/// Whether a place may begin behind these words: at the beginning, or behind a mark.
fn opens(before: &str) -> bool {
    before.is_empty()
        || before.ends_with([',', ';', '|', '/', '(', ')', '[', ':', '@', '>'])
        || before.ends_with(" -")
        // A picture is a mark too.
        || before.ends_with(|c: char| !c.is_ascii() && !c.is_alphanumeric())
}

/// All that two or three letters may stand for: a region of a country that writes its regions so; a country.
fn abbreviated(letters: &str) -> Vec<Spot> {
    let letters = letters.to_ascii_uppercase();
    let regions = ABBREVIATED.iter().filter_map(|country| Region::find(&format!("{country}-{letters}")));
    regions.map(Spot::region).chain(Country::meant(&letters).map(Spot::country)).collect()
}

/// The regions that they are in the countries of some places: "Genève, GE".
fn regions_beside(letters: &str, near: &[Spot]) -> Vec<Spot> {
    let letters = letters.to_ascii_uppercase();
    near.iter()
        .filter_map(|spot| Region::find(&format!("{}-{letters}", spot.country)))
        .map(Spot::region)
        .collect()
}

/// "Lyon, Rhône-Alpes, France" is one place; "Paris, Texas" lies in Texas.
fn merge(line: &Line<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut merged: Vec<Mention> = Vec::with_capacity(mentions.len());
    for here in mentions {
        let spot = merged.last().and_then(|before| {
            let gap = line.text.get(before.range.end - line.at..here.range.start - line.at)?;
            let mark = |c| matches!(c, ' ' | ',' | '(' | ')' | '-' | '/' | '|' | ':' | '0'..='9');
            match () {
                () if !gap.chars().all(mark) => None,
                () if before.spot.lies_in(&here.spot) => Some(before.spot.clone()),
                () if here.spot.lies_in(&before.spot) => Some(here.spot.clone()),
                () if here.spot.city.is_none() && matches!(gap, ", " | " (") => Some(here.spot.clone()),
                () => None,
            }
        });
        match (spot, merged.last_mut()) {
            (Some(spot), Some(before)) => {
                before.spot = spot;
                before.range.end = here.range.end;
            }
            _ => merged.push(here),
        }
    }
    merged
}

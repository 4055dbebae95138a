//! The working time that an ad states: hours a week, or a share of full time.

use super::scope::Scope;
use crate::domain::job::fold::Folded;
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::{List, Lists};
use crate::domain::text::tail;
use crate::domain::work::Work;

/// Fewest and most hours that a week of one post has.
const WEEK: std::ops::RangeInclusive<f64> = 3.0..=60.0;

/// Hours of a week that people tell by their number alone: "35h", "CDD 28h".
const COMMON_WEEK: std::ops::RangeInclusive<f64> = 25.0..=44.0;

/// Working time as stated.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WorkingTime {
    /// Hours a week.
    pub hours: Option<f64>,
    /// Share of full time, above 0 and at most 1.
    pub share: Option<f64>,
    /// Whether the ad calls the post full time.
    pub full: bool,
    /// Where the sentence that says hours or share begins, in the folded text.
    pub at: Option<usize>,
}

/// Share of a country's full time from which hours that the ad calls full time are so: 37.5 of 40.
const NEARLY: f64 = 0.85;

impl WorkingTime {
    /// The share of full time, where the ad tells: as stated, or from the hours and those of full time. Hours beyond full
    /// time count with their supplement, as far as the country's law sets one: 39 hours of 35 with a quarter more for
    /// each hour are 40 paid hours.
    #[must_use]
    pub fn of_full(self, full: f64, overtime: Option<f64>) -> Option<f64> {
        if self.share.is_some() {
            return self.share;
        }
        match self.hours? / full {
            part if self.full && (NEARLY..1.0).contains(&part) => Some(1.0),
            part if part <= 1.0 => Some(part),
            more => overtime.map(|premium| 1.0 + (more - 1.0) * (1.0 + premium)),
        }
    }
}

/// Reads the working time of an ad: the first that is stated where the post is described, not the company.
pub(super) fn read(lists: &Lists, folded: &Folded, scope: &Scope, work: &Work<'_>) -> WorkingTime {
    let mut found = WorkingTime::default();
    for sentence in &scope.sentences {
        if matches!(sentence.part, Part::Company | Part::Legal | Part::Process) {
            continue;
        }
        let text = &folded.text[sentence.range.clone()];
        work.count(text.len());
        // Beside a contract, and in the part about the offer, hours of a common week need no "a week".
        let beside = sentence.has(Cue::Contract)
            || sentence.has(Cue::PayWord)
            || sentence.part == Part::Offer
            || lists.inside(List::WholeWeek, text);
        found.hours = found.hours.or_else(|| hours(lists, text, beside));
        found.share = found.share.or_else(|| share(lists, text));
        found.full |= lists.inside(List::WholeWeek, text);
        if found.at.is_none() && (found.hours.is_some() || found.share.is_some()) {
            found.at = Some(sentence.range.start);
        }
    }
    found
}

/// Hours a week: "24 h/semaine", "35 hours per week", "37,5 h hebdomadaires"; `beside` a contract "CDI, 35h" too.
pub(super) fn hours(lists: &Lists, text: &str, beside: bool) -> Option<f64> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut before_range = false;
    while at < bytes.len() {
        let starts = bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric());
        if !starts {
            at += 1;
            continue;
        }
        let length =
            text[at..].bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        let end = at + length.count();
        let number = text[at..end].trim_end_matches([',', '.']);
        let rest = text[at + number.len()..].trim_start();
        // "10-15 hours" says neither.
        let range = rest.starts_with('-') || lists.begins(List::HoursRange, rest);
        let unit = lists.of(List::Hours).iter().filter(|unit| {
            rest.strip_prefix(unit.as_str()).is_some_and(|after| !after.starts_with(char::is_alphabetic))
        });
        if let Some(unit) = unit.max_by_key(|unit| unit.len())
            && !before_range
            && let Ok(hours) = number.replace(',', ".").parse::<f64>()
        {
            let (minutes, after) = minutes(rest[unit.len()..].trim_start());
            let hours = hours + f64::from(minutes) / 60.0;
            let most = lists.ends_word(List::HoursAtMost, tail(&text[..at], 24).trim_end());
            let weekly = lists.begins(List::HoursAWeek, after)
                || lists.inside(List::WeeklyBefore, tail(&text[..at], 40));
            // "Réponse sous 30 h", "26h/an", "30h de formation" count something else.
            let other = after.starts_with('/')
                || lists.begins(List::HoursElse, after)
                || lists.ends_word(List::HoursElseBefore, tail(&text[..at], 24).trim_end());
            if !most && (weekly && WEEK.contains(&hours) || beside && !other && COMMON_WEEK.contains(&hours))
            {
                return Some(hours);
            }
        }
        before_range = range;
        at = end.max(at + 1);
    }
    None
}

/// The minutes behind a number of hours, "17 h 30", and what follows.
fn minutes(text: &str) -> (u32, &str) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text[..digits].parse::<u32>() {
        Ok(minutes) if digits == 2 && minutes < 60 => (minutes, text[digits..].trim_start()),
        _ => (0, text),
    }
}

/// A share of full time: "80 % ETP", "0.6 FTE", "mi-temps", "4/5".
pub(super) fn share(lists: &Lists, text: &str) -> Option<f64> {
    if lists.inside(List::HalfTime, text) {
        return Some(0.5);
    }
    for sign in lists.of(List::ShareOfTime) {
        for (at, _) in text.match_indices(sign.as_str()) {
            // French puts a space before the percent sign.
            let digits = text[..at].trim_end_matches(' ').chars().rev();
            let digits: String =
                digits.take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
            let digits: String = digits.chars().rev().collect::<String>().replace(',', ".");
            let Ok(value) = digits.parse::<f64>() else { continue };
            // "£28,500 FTE" is an amount for full time, no share of it.
            if value > 1.0 && !sign.starts_with('%') {
                continue;
            }
            let share = if value > 1.0 { value / 100.0 } else { value };
            if share > 0.09 && share <= 1.0 {
                return Some(share);
            }
        }
    }
    if lists.inside(List::FourFifths, text) {
        return Some(0.8);
    }
    // "Temps partiel 80 %", "part-time (60%)".
    lists.of(List::PartTime).iter().find_map(|word| {
        let behind = text[text.find(word.as_str())? + word.len()..].trim_start_matches([' ', ':', '(', ',']);
        let behind = behind.strip_prefix("a ").unwrap_or(behind);
        let end = behind.find(|c: char| !c.is_ascii_digit())?;
        let percent: f64 = behind[..end].parse().ok()?;
        let told = behind[end..].trim_start().starts_with('%') && (10.0..100.0).contains(&percent);
        told.then_some(percent / 100.0)
    })
}

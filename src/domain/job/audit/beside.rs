//! What the words beside an amount say of it: whether it is base pay, and for what period.

use super::amount::Amounts;
use crate::domain::job::lists::{List, PeriodWord};
use crate::domain::pay::figure::Period;
use crate::domain::text::{head, tail};
use crate::domain::work::Work;

/// How much farther off, in bytes, a period before an amount is than the same behind it.
const BEFORE: usize = 6;

/// What an amount is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Base pay.
    Base,
    /// Pay when all goals are met.
    OnTarget,
    /// A bonus.
    Bonus,
    /// The value of shares of the company.
    Equity,
    /// No pay.
    SomethingElse,
}

impl Amounts<'_> {
    /// What the words right beside an amount make of it. What stands beyond a plus or a comma does not count; words
    /// between two amounts belong to the later one, where they lead up to it.
    pub(super) fn meaning(self, before: &str, after: &str, last: bool) -> Meaning {
        let (left, right) = (tail(before, 34), head(after, 26));
        let left = left.rsplit(['+', ',', ';', ')']).next().unwrap_or(left);
        let whole = self.until_other(right);
        let leads = !last && whole.len() == after.len();
        let right = if leads && whole.split_whitespace().count() < 3 { "" } else { whole };
        let close = format!("{left}\u{1}{right}");
        let far = format!("{left}\u{1}{}", if leads { "" } else { self.until_other(head(after, 44)) });
        if self.lists.begins_word(List::Equity, &far) {
            Meaning::Equity
        } else if self.lists.begins_word(List::OnTarget, &close) {
            Meaning::OnTarget
        } else if self.lists.begins_word(List::Bonus, &close) {
            Meaning::Bonus
        } else if self.lists.begins_word(List::Noise, &close) {
            Meaning::SomethingElse
        } else {
            Meaning::Base
        }
    }

    /// A text up to a mark, or a conjunction that leads to what is paid beside: "a year and equity", "brut annuel et
    /// variable".
    fn until_other(self, text: &str) -> &str {
        let beside = |at: usize| {
            let next = head(&text[at..], 24);
            [List::Equity, List::Bonus, List::OnTarget]
                .into_iter()
                .any(|list| self.lists.begins_word(list, next))
        };
        let ends = self.lists.of(List::Beside).iter().flat_map(|word| {
            let between =
                move |at: usize| text[..at].ends_with(' ') && text[at + word.len()..].starts_with(' ');
            let found = text.match_indices(word.as_str()).map(|(at, _)| at);
            found.filter(move |at| between(*at) && beside(at + word.len()))
        });
        let mark = text.find(['+', ',', ';', '(']);
        &text[..ends.chain(mark).min().unwrap_or(text.len())]
    }

    /// What an amount between two texts is paid for, if they say so; `large` where it can be no month's.
    pub(super) fn paid_for(
        self,
        before: &str,
        inside: &str,
        after: &str,
        meaning: Meaning,
        large: bool,
    ) -> Option<Period> {
        if self.lists.begins_word(List::DayRate, before) {
            return Some(Period::Day);
        }
        // What stands beyond a comma is said of the base, not of what is paid beside it.
        let last_mark = |text: &str| text.rfind(['+', ',', ';']).map_or(0, |at| at + 1);
        let base = meaning == Meaning::Base;
        let near = if base { before } else { &before[last_mark(before)..] };
        let behind = if base { self.of_base(after) } else { after };
        let period = self.period("", inside).or_else(|| self.period(near, behind));
        // "£30,000, paid monthly" says when, not for what.
        period.filter(|_| !(large && self.lists.begins_word(List::PaidWhen, behind)))
    }

    /// What follows base pay and is said of it: "£30,000 and a day off" is no daily rate, "$52,000 + monthly bonus" no
    /// monthly pay. Beyond a comma a period counts only where it comes first: "30 000 €, brut annuel".
    fn of_base(self, after: &str) -> &str {
        let words = self.lists.of(List::Beside).iter().filter_map(|word| {
            let mut places = after.match_indices(word.as_str()).map(|(at, _)| at);
            places.find(|at| after[..*at].ends_with(' ') && after[at + word.len()..].starts_with(' '))
        });
        let marks = after.match_indices([',', ';', '+', '(']).filter_map(|(at, mark)| {
            let next = &after[at + mark.len()..];
            let words = next.split_inclusive(' ').filter(|word| !word.trim().is_empty()).take(3);
            let length = words.map(str::len).sum::<usize>() + next.len() - next.trim_start().len();
            let first = head(next, length.min(next.len()));
            let told = mark != "+"
                && self.period("", first).is_some()
                && !self.lists.begins_word(List::Bonus, first);
            (!told).then_some(at)
        });
        &after[..words.chain(marks).min().unwrap_or(after.len())]
    }

    /// Whether what follows an amount says that variable pay is in it: "dont 10 % de variable".
    pub(super) fn with_variable(self, after: &str) -> bool {
        let after = head(after, 44).trim_start_matches([' ', ',', '(']);
        let rest = self.lists.of(List::Inclusive).iter().find_map(|word| after.strip_prefix(word.as_str()));
        rest.is_some_and(|rest| {
            self.lists.begins_word(List::Bonus, rest.split([';', '.', ')']).next().unwrap_or(rest))
        })
    }

    /// What an amount is paid for: the nearest word that says so.
    fn period(self, before: &str, after: &str) -> Option<Period> {
        // "13 mois" counts payments, "6 mois" a duration; "35 hours per week" is working time.
        let else_counted = |word: &PeriodWord, at: usize| {
            let head = after[..at].trim_end();
            let last = head.rsplit(char::is_whitespace).next().unwrap_or(head);
            word.counted && last.trim_start_matches('x').starts_with(|c: char| c.is_ascii_digit())
                || matches!(word.period, Period::Week | Period::Month) && self.working_time(head)
        };
        // "35h par semaine, 2 100 €": the week is that of the hours.
        let of_hours = |word: &PeriodWord, at: usize| {
            let head = before[..at].trim_end_matches([' ', '/']);
            let mut words = self.lists.of(List::EachPeriod).iter();
            let head =
                words.find_map(|word| head.strip_suffix(word.as_str())?.strip_suffix(' ')).unwrap_or(head);
            matches!(word.period, Period::Week | Period::Month | Period::Day)
                && self.working_time(head.trim_end())
        };
        // Of two words equally near, the one that stands first in the lists.
        let mut nearest: Option<(usize, usize)> = None;
        let mut consider = |distance: usize, at: usize| {
            nearest = Some(nearest.map_or((distance, at), |known| known.min((distance, at))));
        };
        let (words, work) = (&self.lists.period_words, Work::unhurried());
        words.find(after, &work, |hit| {
            if !else_counted(&self.lists.periods[hit.tag], hit.start) {
                consider(hit.start, hit.tag);
            }
        });
        words.find(before, &work, |hit| {
            let word = &self.lists.periods[hit.tag];
            if !word.after_only && !of_hours(word, hit.start) {
                consider(before.len() - hit.start + BEFORE, hit.tag);
            }
        });
        nearest.map(|(_, at)| self.lists.periods[at].period)
    }

    /// Whether a text ends with working time: "35 h", "35 hours", "2 jours de teletravail".
    fn working_time(self, text: &str) -> bool {
        let hours = text
            .strip_suffix('h')
            // Digits that are an amount of their own stand before what is looked at here.
            .is_some_and(|rest| rest.is_empty() || rest.trim_end().ends_with(|c: char| c.is_ascii_digit()));
        let place =
            self.lists.of(List::WorkingTimeWhere).iter().find_map(|place| text.strip_suffix(place.as_str()));
        hours || self.lists.ends(List::WorkingTime, place.unwrap_or(text))
    }
}

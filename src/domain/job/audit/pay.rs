//! The pay of an ad: which amount is pay, for what period, of how many, or why there is none.

use std::ops::Range;

use super::amount::{Amounts, Span};
use super::scope::{Scope, bit};
use crate::domain::job::data::JobData;
use crate::domain::job::fold::Folded;
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::{List, PeriodWord, starts_word};
use crate::domain::pay::figure::Period;
use crate::domain::vocab::vocabulary;
use crate::domain::work::{Abandoned, Work};

vocabulary! {
    /// What an ad says about pay.
    PayKind("way of stating pay") {
        /// An amount or a range.
        Amount = "amount",
        /// Words without an amount.
        Vague = "vague",
        /// Work without pay.
        Unpaid = "unpaid",
        /// Nothing.
        Absent = "absent",
    }
}

/// An amount or range as the ad states it.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent facts about one amount")]
pub struct Stated {
    /// Lower end, for one period.
    pub min: f64,
    /// Upper end; the same for a single amount.
    pub max: f64,
    /// ISO 4217 currency; none when the ad does not say and the country does not tell.
    pub currency: Option<&'static str>,
    /// What it is paid for.
    pub period: Period,
    /// Whether the period was read off the size of the amount.
    pub period_assumed: bool,
    /// Monthly payments a year.
    pub payments: u32,
    /// Share of full time, where stated.
    pub fte: Option<f64>,
    /// Whether the amount is that of a full-time post, to be paid in proportion.
    pub pro_rata: bool,
    /// Whether the amount is net of contributions.
    pub net: bool,
    /// Whether only one end is given.
    pub open: bool,
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct PayRead {
    /// How the ad states pay.
    pub kind: PayKind,
    /// Where, in the folded text.
    pub range: Option<Range<usize>>,
    /// The amount.
    pub stated: Option<Stated>,
}

struct Candidate {
    score: i32,
    range: Range<usize>,
    stated: Stated,
}

/// Reads the pay of an ad.
///
/// # Errors
/// [`Abandoned`] when nobody waits for it any longer.
pub fn read(
    data: &JobData,
    folded: &Folded,
    scope: &Scope,
    country: Option<&str>,
    work: &Work<'_>,
) -> Result<PayRead, Abandoned> {
    let amounts = Amounts { lists: &data.lists, currencies: &data.currencies };
    let mut best: Option<Candidate> = None;
    for sentence in &scope.sentences {
        let text = &folded.text[sentence.range.clone()];
        work.step(text.len())?;
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if let Some(found) = amounts.in_sentence(text, sentence.cues, sentence.part, country, work)
            && best.as_ref().is_none_or(|known| found.score > known.score)
        {
            let offset = sentence.range.start;
            best = Some(Candidate { range: offset + found.range.start..offset + found.range.end, ..found });
        }
    }
    if let Some(best) = best {
        return Ok(PayRead { kind: PayKind::Amount, range: Some(best.range), stated: Some(best.stated) });
    }
    let serious = |part: Part| !matches!(part, Part::Company | Part::Legal);
    let part_of = |range: &Range<usize>| {
        let at = scope.sentences.partition_point(|sentence| sentence.range.end < range.start);
        scope.sentences.get(at).map_or(Part::Unknown, |sentence| sentence.part)
    };
    // "We never ask for unpaid trials" asks for none.
    let denied =
        |range: &Range<usize>| data.lists.inside(List::Denied, tail(&folded.text[..range.start], 28));
    let first = |wanted: Cue| {
        scope
            .pay_cues
            .iter()
            .find(|(cue, range)| {
                work.count(1);
                *cue == wanted && serious(part_of(range)) && (wanted != Cue::Unpaid || !denied(range))
            })
            .map(|(_, range)| range.clone())
    };
    if let Some(range) = first(Cue::Unpaid) {
        return Ok(PayRead { kind: PayKind::Unpaid, range: Some(range), stated: None });
    }
    if let Some(range) = first(Cue::PayVague) {
        return Ok(PayRead { kind: PayKind::Vague, range: Some(range), stated: None });
    }
    Ok(PayRead { kind: PayKind::Absent, range: None, stated: None })
}

fn tail(text: &str, bytes: usize) -> &str {
    let mut from = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

fn head(text: &str, bytes: usize) -> &str {
    let mut to = text.len().min(bytes);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[..to]
}

impl Amounts<'_> {
    /// The best candidate of a sentence.
    fn in_sentence(
        self,
        text: &str,
        cues: u64,
        part: Part,
        country: Option<&str>,
        work: &Work<'_>,
    ) -> Option<Candidate> {
        let has = |cue: Cue| cues & bit(cue) != 0;
        let mut best: Option<Candidate> = None;
        for Span { low, high, range } in self.ranges(text) {
            let sign = high.sign.or(low.sign);
            let (before, after) = (tail(&text[..range.start], 48), head(&text[range.end..], 48));
            let bare = sign.is_none() && !low.thousand;
            // Years, percentages, hours and postcodes are not pay.
            let other = after.trim_start().starts_with('%')
                || self.lists.begins(List::Units, after.trim_start())
                || low.value < 100.0
                || (1900.0..2100.0).contains(&low.value);
            if bare && (!has(Cue::PayWord) || other) {
                continue;
            }
            let by_day = self.lists.begins_word(List::DayRate, before);
            let period = if by_day { Some(Period::Day) } else { self.period(before, after) };
            let single = (high.value - low.value).abs() < f64::EPSILON;
            // Small change beside vague words is a perk.
            let perk =
                period.is_none() && single && low.value < if has(Cue::PayVague) { 1_000.0 } else { 100.0 };
            let points = [
                (sign.is_some(), 2),
                (low.thousand, 1),
                (has(Cue::PayWord), 2),
                (period.is_some(), 2),
                (high.value > low.value, 1),
                (part == Part::Offer, 1),
                (sign.is_some() && (9_000.0..400_000.0).contains(&low.value), 1),
                (part == Part::Company, -3),
                (self.noisy(before, after), -4),
                (part == Part::Tasks && !has(Cue::PayWord), -2),
                (perk, -4),
            ];
            let score: i32 = points.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
            if score < 3 || best.as_ref().is_some_and(|known| known.score >= score) {
                continue;
            }
            // Each better candidate looks over the whole sentence once more; scores rise a few times at most.
            work.count(text.len());
            let currency = sign.and_then(|sign| sign.currency(country));
            let (period, period_assumed) =
                period.map_or_else(|| (self.assumed(low.value, currency), true), |period| (period, false));
            let open = self.lists.ends(List::OpenBefore, before.trim_end())
                || self.lists.begins(List::OpenAfter, after.trim_start());
            let net = self.lists.begins_word(List::NetAfter, head(after, 14))
                || self.lists.ends(List::NetBefore, before.trim_end())
                || self.lists.inside(List::NetSalary, before);
            best = Some(Candidate {
                score,
                range,
                stated: Stated {
                    min: low.value,
                    max: high.value,
                    currency,
                    period,
                    period_assumed,
                    payments: self.payments(text),
                    fte: self.share_of_time(text),
                    pro_rata: self.lists.inside(List::ProRata, text)
                        || self.lists.begins(List::FullTime, after.trim_start()),
                    net,
                    open: single && open,
                },
            });
        }
        best
    }

    /// Whether the words right beside an amount make it something else. What stands beyond a plus or a comma does not count.
    fn noisy(self, before: &str, after: &str) -> bool {
        let apart = ['+', ',', ';', '(', ')'];
        let (left, right) = (tail(before, 30), head(after, 18));
        let left = left.rsplit(apart).next().unwrap_or(left);
        let right = right.split(apart).next().unwrap_or(right);
        let close = format!("{left}\u{1}{right}");
        self.lists.begins_word(List::Noise, &close)
    }

    /// What an amount is paid for: the nearest word that says so.
    fn period(self, before: &str, after: &str) -> Option<Period> {
        let mut best: Option<(usize, Period)> = None;
        for PeriodWord { word, period, after_only, counted } in &self.lists.periods {
            let whole = |text: &str, at: usize| {
                let starts = !word.starts_with(|c: char| c.is_alphanumeric())
                    || !text[..at].ends_with(|c: char| c.is_alphanumeric());
                let end = at + word.len();
                starts
                    && (!word.ends_with(|c: char| c.is_alphanumeric())
                        || !text[end..].starts_with(|c: char| c.is_alphanumeric()))
            };
            // "13 mois" counts payments, "6 mois" a duration; "35 hours per week" is working time.
            let else_counted = |at: usize| {
                let head = after[..at].trim_end();
                *counted && head.ends_with(|c: char| c.is_ascii_digit())
                    || matches!(period, Period::Week | Period::Month) && self.working_time(head)
            };
            let mut places = after.match_indices(word.as_str()).map(|(at, _)| at);
            let found_after = places.find(|at| whole(after, *at) && !else_counted(*at));
            let found_before = before
                .match_indices(word.as_str())
                .filter(|(at, _)| !after_only && whole(before, *at))
                .last()
                .map(|(at, _)| before.len() - at + 6);
            for distance in [found_after, found_before].into_iter().flatten() {
                if best.is_none_or(|(known, _)| distance < known) {
                    best = Some((distance, *period));
                }
            }
        }
        best.map(|(_, period)| period)
    }

    /// Whether a text ends with working time: "35 h", "35 hours", "2 jours de teletravail".
    fn working_time(self, text: &str) -> bool {
        let hours = text
            .strip_suffix('h')
            .is_some_and(|rest| rest.trim_end().ends_with(|c: char| c.is_ascii_digit()));
        let place =
            self.lists.of(List::WorkingTimeWhere).iter().find_map(|place| text.strip_suffix(place.as_str()));
        hours || self.lists.ends(List::WorkingTime, place.unwrap_or(text))
    }

    /// The period that an amount without one is most likely for.
    fn assumed(self, amount: f64, currency: Option<&str>) -> Period {
        let small = self.currencies.by_month(currency);
        match amount {
            amount if small && amount >= 500.0 => Period::Month,
            amount if amount >= 9_000.0 => Period::Year,
            amount if amount >= 600.0 => Period::Month,
            amount if amount >= 120.0 => Period::Day,
            _ => Period::Hour,
        }
    }

    /// Monthly payments a year: 12 where the sentence states no other number.
    fn payments(self, text: &str) -> u32 {
        let stated = self.lists.payments.iter().find(|(_, sign)| starts_word(text, sign));
        stated.map_or(12, |(months, _)| *months)
    }

    /// The share of full time that a sentence states.
    fn share_of_time(self, text: &str) -> Option<f64> {
        if self.lists.inside(List::HalfTime, text) {
            return Some(0.5);
        }
        for sign in self.lists.of(List::ShareOfTime) {
            for (at, _) in text.match_indices(sign.as_str()) {
                let digits: String = text[..at]
                    .chars()
                    .rev()
                    .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
                    .collect();
                let digits: String = digits.chars().rev().collect::<String>().replace(',', ".");
                if let Ok(value) = digits.parse::<f64>() {
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
        }
        self.lists.inside(List::FourFifths, text).then_some(0.8)
    }
}

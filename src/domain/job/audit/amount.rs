//! Amounts as ads write them: digits, multipliers, currencies and ranges (`25-30 k€`, `$62K/yr - $78K/yr`).

use std::ops::Range;

use crate::domain::job::currency::{Currencies, Sign};
use crate::domain::job::lists::{List, Lists, begins_so};
use crate::domain::job::matcher::word_end;

/// What is left out of the lower end of a range: "33 à 37 000".
const THOUSANDS: f64 = 1_000.0;
/// The least that such a lower end says.
const LEAST_SHORT: f64 = 10.0;
/// How many times the lower end the upper one is then at most.
const APART: f64 = 2.0;

/// A number as it stands in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number<'d> {
    start: usize,
    end: usize,
    /// The amount, multiplied.
    pub(super) value: f64,
    /// The currency that stands beside it.
    pub(super) sign: Option<&'d Sign>,
    /// Whether the amount is in thousands or lakhs.
    pub(super) thousand: bool,
    /// What it was multiplied by.
    unit: f64,
}

/// Digits with their separators: `25 000`, `25,000.00`, `25.000`, `85'000`, `18.50`.
fn plain_number(text: &str, at: usize) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let mut end = at;
    let mut digits = String::new();
    let mut decimals = "0";
    while let Some(byte) = bytes.get(end) {
        if byte.is_ascii_digit() {
            digits.push(char::from(*byte));
            end += 1;
            continue;
        }
        let run = bytes[end + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let separator = matches!(byte, b' ' | b',' | b'.' | b'\'') && !digits.is_empty();
        // A space joins groups of three only where the first group is no longer than that.
        let grouped =
            run == 3 && digits.len() <= 9 && (*byte != b' ' || digits.len() <= 3 || end - at > digits.len())
                || *byte == b',' && lakhs(&bytes[end..]);
        if separator && grouped {
            end += 1;
        } else if separator && matches!(byte, b',' | b'.') && (run == 1 || run == 2) {
            decimals = &text[end + 1..end + 1 + run];
            end += 1 + run;
            break;
        } else {
            break;
        }
    }
    if digits.is_empty() || digits.len() > 12 {
        return None;
    }
    Some((format!("{digits}.{decimals}").parse().ok()?, end))
}

/// Whether what follows are the groups of two of Indian numbers, up to the last of three: `,00,000`.
fn lakhs(rest: &[u8]) -> bool {
    let run = |rest: &[u8]| rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut rest = rest;
    let mut pairs = 0;
    while let [b',', after @ ..] = rest {
        match run(after) {
            2 => pairs += 1,
            3 => return pairs > 0,
            _ => return false,
        }
        rest = &after[2..];
    }
    false
}

fn ends_as_word(rest: &str, name: &str) -> bool {
    begins_so(rest, name) && {
        let word = name.ends_with(|c: char| c.is_alphanumeric());
        !word || !rest[name.len()..].starts_with(|c: char| c.is_alphanumeric())
    }
}

/// One amount or range of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Span<'d> {
    /// Lower end.
    pub(super) low: Number<'d>,
    /// Upper end; the same for a single amount.
    pub(super) high: Number<'d>,
    /// Where it stands in the sentence.
    pub(super) range: Range<usize>,
}

/// Reads amounts with the words of the data.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amounts<'d> {
    /// Words beside amounts.
    pub(super) lists: &'d Lists,
    /// Signs of currencies.
    pub(super) currencies: &'d Currencies,
}

impl<'d> Amounts<'d> {
    /// The number that begins at a byte, with its multiplier and currency.
    fn number(self, text: &str, at: usize) -> Option<Number<'d>> {
        let (mut value, mut end) = plain_number(text, at)?;
        let after_space = |end: usize| {
            let rest = text[end..].trim_start_matches(' ');
            (rest, text.len() - end - rest.len())
        };
        let (rest, skipped) = after_space(end);
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        if self.lists.has(List::Millions, &rest[..letters]) {
            return None;
        }
        if let Some(sign) = self.currencies.lakhs.iter().find(|sign| ends_as_word(rest, &sign.text)) {
            let (value, end) = (value * 100_000.0, end + skipped + sign.text.len());
            return Some(Number { start: at, end, value, sign: Some(sign), thousand: true, unit: 100_000.0 });
        }
        // "25 k€", "25ke", "25k".
        let mut thousand = false;
        if let Some(after) = rest.strip_prefix('k').filter(|_| skipped <= 1) {
            let ends = after.chars().next().is_none_or(|c| !c.is_alphanumeric());
            let sign_ends = || self.currencies.after_k.iter().any(|sign| sign.text == after);
            if ends || sign_ends() || self.lists.begins(List::Thousands, after) {
                thousand = true;
                value *= 1000.0;
                end += skipped + 1;
            }
        }
        let mut sign = None;
        let (rest, skipped) = after_space(end);
        if skipped <= 1 {
            let after_k =
                self.currencies.after_k.iter().find(|sign| thousand && ends_as_word(rest, &sign.text));
            sign = after_k.or_else(|| self.currencies.longest(|name| ends_as_word(rest, name)));
            end += sign.map_or(0, |sign| skipped + sign.text.len());
        }
        // "12€50".
        let cents: String = text[end..].chars().take_while(char::is_ascii_digit).take(3).collect();
        if sign.is_some() && !thousand && skipped == 0 && cents.len() == 2 && value.fract() == 0.0 {
            value += cents.parse::<f64>().unwrap_or(0.0) / 100.0;
            end += 2;
        }
        // "60 €k".
        if sign.is_some()
            && !thousand
            && text[end..].starts_with('k')
            && !text[end + 1..].starts_with(|c: char| c.is_alphanumeric())
        {
            thousand = true;
            value *= 1000.0;
            end += 1;
        }
        let mut start = at;
        if let Some((before, found)) = self.sign_before(text, at) {
            // "$175,000 USD": what stands behind is more exact than the sign in front.
            sign = sign.or(Some(found));
            start = before;
        }
        Some(Number { start, end, value, sign, thousand, unit: if thousand { 1000.0 } else { 1.0 } })
    }

    /// The currency that stands before a number, and where it begins.
    fn sign_before(self, text: &str, at: usize) -> Option<(usize, &'d Sign)> {
        let before = text[..at].trim_end_matches(' ');
        if at - before.len() > 1 {
            return None;
        }
        let last = before.as_bytes().last();
        let found = self.currencies.longest(|name| {
            if name.as_bytes().last() != last {
                return false;
            }
            before.strip_suffix(name).is_some_and(|head| {
                let word = name.starts_with(|c: char| c.is_alphanumeric());
                !word || !head.ends_with(|c: char| c.is_alphanumeric())
            })
        })?;
        Some((before.len() - found.text.len(), found))
    }

    /// The numbers of a sentence, in order; the first 64.
    fn numbers(self, text: &str) -> Vec<Number<'d>> {
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() {
                at += 1;
                continue;
            }
            let joined =
                at > 0 && (bytes[at - 1].is_ascii_alphabetic() || matches!(bytes[at - 1], b'_' | b'#'));
            match self.number(text, at) {
                Some(number) if !joined || number.start < at => {
                    at = number.end.max(at + 1);
                    found.push(number);
                }
                _ => at = word_end(bytes, at).max(at + 1),
            }
            if found.len() >= 64 {
                break;
            }
        }
        found
    }

    /// Whether two numbers are the ends of one range.
    fn joined(self, between: &str) -> bool {
        // "$62K/yr - $78K/yr", "95'000.- à 105'000.-".
        let mut rest = between.trim_start();
        loop {
            if self.lists.has(List::Range, rest.trim()) {
                return true;
            }
            // "2 100 € brut par mois à 2 400 €": what closes the first amount may be several words.
            let closed = self.lists.of(List::AmountEnds).iter().filter(|end| ends_as_word(rest, end));
            let Some(end) = closed.max_by_key(|end| end.len()) else { return false };
            rest = rest[end.len()..].trim_start();
        }
    }

    /// The amounts and ranges of a sentence.
    pub(super) fn ranges(self, text: &str) -> Vec<Span<'d>> {
        let found = self.numbers(text);
        let mut list = Vec::new();
        let mut at = 0;
        while let Some(first) = found.get(at) {
            at += 1;
            let (mut low, mut high, mut range) = (*first, *first, first.start..first.end);
            if let Some(second) = found.get(at)
                && self.joined(&text[first.end..second.start.max(first.end)])
            {
                at += 1;
                high = *second;
                range.end = second.end;
                // "25-30k€": the unit of the second holds for both.
                if high.thousand && !low.thousand && low.value < 1000.0 {
                    low.value *= high.unit;
                    low.thousand = true;
                }
                if low.thousand && !high.thousand && high.value < 1000.0 {
                    high.value *= low.unit;
                }
                // "de 33 à 37 000 €", "£28-32,000": the thousands of the second hold for both.
                let thousands = low.value * THOUSANDS;
                if low.unit < THOUSANDS
                    && high.unit < THOUSANDS
                    && low.value >= LEAST_SHORT
                    && (thousands..=APART * thousands).contains(&high.value)
                {
                    low.value = thousands;
                }
            }
            if high.value < low.value || low.value <= 0.0 || high.value > 20.0 * low.value {
                high = Number { sign: high.sign, ..low };
            }
            list.push(Span { low, high, range });
        }
        list
    }
}

//! Pay as ads write it, read into numbers.

use std::ops::Range;

use super::scope::{Scope, bit};
use crate::domain::job::fold::Folded;
use crate::domain::job::lexicon::{Cue, Part, word_end};
use crate::domain::pay::figure::Period;
use crate::domain::vocab::vocabulary;

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

/// Signs of currencies, as they are folded. `$` and some names depend on the country.
const CURRENCIES: [(&str, &str); 62] = [
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("eur", "EUR"),
    ("€", "EUR"),
    ("us$", "USD"),
    ("usd", "USD"),
    ("ca$", "CAD"),
    ("c$", "CAD"),
    ("cad", "CAD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("aud", "AUD"),
    ("nzd", "NZD"),
    ("sgd", "SGD"),
    ("s$", "SGD"),
    ("hk$", "HKD"),
    ("r$", "BRL"),
    ("$", "$"),
    ("dollars", "$"),
    ("gbp", "GBP"),
    ("£", "GBP"),
    ("chf", "CHF"),
    ("frs", "CHF"),
    ("fcfa", "CFA"),
    ("f cfa", "CFA"),
    ("cfa", "CFA"),
    ("xof", "XOF"),
    ("xaf", "XAF"),
    ("mad", "MAD"),
    ("dhs", "MAD"),
    ("dh", "MAD"),
    ("dirhams", "MAD"),
    ("tnd", "TND"),
    ("dt", "TND"),
    ("dinars", "dinar"),
    ("dzd", "DZD"),
    ("da", "DZD"),
    ("php", "PHP"),
    ("₱", "PHP"),
    ("inr", "INR"),
    ("₹", "INR"),
    ("rs.", "INR"),
    ("rs", "INR"),
    ("kes", "KES"),
    ("ksh", "KES"),
    ("kshs", "KES"),
    ("ngn", "NGN"),
    ("₦", "NGN"),
    ("zar", "ZAR"),
    ("pln", "PLN"),
    ("zl", "PLN"),
    ("zł", "PLN"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("kr", "kr"),
    ("jpy", "JPY"),
    ("¥", "JPY"),
    ("aed", "AED"),
    ("brl", "BRL"),
    ("ghs", "GHS"),
    ("mga", "MGA"),
];

/// The currency that a sign means in a country.
fn resolve(sign: &'static str, country: Option<&str>) -> Option<&'static str> {
    match (sign, country) {
        ("$", Some("CA")) => Some("CAD"),
        ("$", Some("AU")) => Some("AUD"),
        ("$", Some("NZ")) => Some("NZD"),
        ("$", Some("SG")) => Some("SGD"),
        ("$", _) => Some("USD"),
        ("CFA", Some("CM" | "GA" | "CG" | "TD" | "CF" | "GQ")) => Some("XAF"),
        ("CFA", _) => Some("XOF"),
        ("dinar", Some("TN")) => Some("TND"),
        ("dinar", Some("DZ")) => Some("DZD"),
        ("dinar", _) => None,
        ("kr", Some("SE")) => Some("SEK"),
        ("kr", Some("NO")) => Some("NOK"),
        ("kr", Some("DK")) => Some("DKK"),
        ("kr", _) => None,
        (code, _) => Some(code),
    }
}

const PERIODS: [(Period, &[&str]); 5] = [
    (
        Period::Hour,
        &["/h", "/ h", "/heure", "par heure", "de l'heure", "l'heure", "horaire", "per hour", "/hour", "/hr", "an hour", "hourly", "ph", "p/h"],
    ),
    (
        Period::Day,
        &["tjm", "/jour", "/ jour", "par jour", "/j", "jour ht", "journalier", "taux journalier", "per day", "/day", "a day", "day rate", "daily"],
    ),
    (Period::Week, &["par semaine", "/semaine", "hebdo", "hebdomadaire", "per week", "/week", "a week", "weekly", "pw"]),
    (
        Period::Month,
        &["/mois", "/ mois", "par mois", "mensuel", "mensuels", "mensuelle", "mensuelles", "mensuellement", "mois", "per month", "/month", "/ month", "a month", "monthly", "pcm", "/mo"],
    ),
    (
        Period::Year,
        &["lpa", "lakhs", "ctc", "/an", "/ an", "par an", "annuel", "annuels", "annuelle", "annuelles", "annuellement", "l'annee", "par annee", "per year", "/year", "/ year", "a year", "/yr", "per annum", "p.a.", "p.a", "annual", "annually", "yearly", "per yr", "/annum", "pa"],
    ),
];

#[derive(Clone, Copy, Debug)]
struct Number {
    start: usize,
    end: usize,
    value: f64,
    sign: Option<&'static str>,
    /// Whether the amount is in thousands or lakhs.
    thousand: bool,
    unit: f64,
}

/// The number that begins at a byte, with its multiplier and currency.
fn number(text: &str, at: usize) -> Option<Number> {
    let bytes = text.as_bytes();
    let mut end = at;
    let mut digits = String::new();
    let mut decimals = String::new();
    while end < bytes.len() {
        let rest = &bytes[end..];
        if rest[0].is_ascii_digit() {
            digits.push(char::from(rest[0]));
            end += 1;
        } else if matches!(rest[0], b' ' | b',' | b'.' | b'\'') && !digits.is_empty() {
            let run = rest[1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            if run == 3 && digits.len() <= 9 && (rest[0] != b' ' || digits.len() <= 3 || !digits.len().is_multiple_of(3) || end - at > digits.len()) {
                end += 1;
            } else if matches!(rest[0], b',' | b'.') && (run == 1 || run == 2) {
                decimals = text[end + 1..end + 1 + run].to_owned();
                end += 1 + run;
                break;
            } else {
                break;
            }
        } else {
            break;
        }
    }
    if digits.is_empty() || digits.len() > 12 {
        return None;
    }
    // Millions are nobody's pay.
    let unit = text[end..].trim_start_matches(' ');
    let letters = unit.bytes().take_while(u8::is_ascii_alphabetic).count();
    if matches!(&unit[..letters], "m" | "bn" | "mn" | "b" | "md" | "mds" | "million" | "millions" | "milliards" | "milliard" | "billion") {
        return None;
    }
    let mut value: f64 = format!("{digits}.{}", if decimals.is_empty() { "0" } else { &decimals }).parse().ok()?;
    // "25 k€", "25ke", "25k".
    let mut thousand = false;
    let mut unit = 1.0;
    let lakh = text[end..].trim_start_matches(' ');
    if let Some(name) = ["lpa", "lakhs", "lakh"].iter().find(|name| ends_as_word(lakh, name)) {
        value *= 100_000.0;
        let skipped = text.len() - end - lakh.len();
        return Some(Number { start: at, end: end + skipped + name.len(), value, sign: Some("INR"), thousand: true, unit: 100_000.0 });
    }
    let rest = text[end..].trim_start_matches(' ');
    let skipped = text.len() - end - rest.len();
    if let Some(after) = rest.strip_prefix('k') {
        let ends = after.chars().next().is_none_or(|c| !c.is_alphanumeric()) || after.starts_with(['€', '$', '£']);
        let short = ["e ", "e/", "e.", "e,", "e)", "eur", "e-", "usd", "gbp", "chf"].iter().any(|unit| after.starts_with(unit)) || after == "e";
        if (ends || short) && skipped <= 1 {
            (thousand, unit) = (true, 1000.0);
            value *= 1000.0;
            end += skipped + 1;
        }
    }
    let mut sign = None;
    let rest = text[end..].trim_start_matches(' ');
    let skipped = text.len() - end - rest.len();
    if skipped <= 1 {
        if thousand && rest.starts_with('e') && !rest[1..].starts_with(|c: char| c.is_alphanumeric()) {
            sign = Some("EUR");
            end += skipped + 1;
        } else if let Some((name, code)) = CURRENCIES.iter().filter(|(name, _)| ends_as_word(rest, name)).max_by_key(|(name, _)| name.len()) {
            sign = Some(*code);
            end += skipped + name.len();
        }
    }
    if sign.is_some() && !thousand {
        // "60 €k".
        if text[end..].starts_with('k') && !text[end + 1..].starts_with(|c: char| c.is_alphanumeric()) {
            (thousand, unit) = (true, 1000.0);
            value *= 1000.0;
            end += 1;
        }
    }
    let mut start = at;
    if sign.is_none() {
        let before = text[..at].trim_end_matches(' ');
        if at - before.len() <= 1 {
            let found = CURRENCIES
                .iter()
                .filter(|(name, _)| {
                    before.strip_suffix(name).is_some_and(|head| {
                        let word = name.starts_with(|c: char| c.is_alphanumeric());
                        !word || !head.ends_with(|c: char| c.is_alphanumeric())
                    })
                })
                .max_by_key(|(name, _)| name.len());
            if let Some((name, code)) = found {
                sign = Some(*code);
                start = before.len() - name.len();
            }
        }
    }
    Some(Number { start, end, value, sign, thousand, unit })
}

fn ends_as_word(rest: &str, name: &str) -> bool {
    rest.strip_prefix(name).is_some_and(|after| {
        let word = name.ends_with(|c: char| c.is_alphanumeric());
        !word || !after.starts_with(|c: char| c.is_alphanumeric())
    })
}

fn numbers(text: &str) -> Vec<Number> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let joined = at > 0 && (bytes[at - 1].is_ascii_alphabetic() || matches!(bytes[at - 1], b'_' | b'#'));
        match number(text, at) {
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
fn joined(between: &str) -> bool {
    matches!(between.trim(), "-" | "a" | "to" | "/" | "et" | "and" | "--" | "~" | "until" | "jusqu'a" | "ou" | "et les" | "up to")
}

struct Candidate {
    score: i32,
    range: Range<usize>,
    stated: Stated,
}

/// Reads the pay of an ad.
#[must_use]
pub fn read(folded: &Folded, scope: &Scope, country: Option<&str>) -> PayRead {
    let mut best: Option<Candidate> = None;
    for sentence in &scope.sentences {
        let text = &folded.text[sentence.range.clone()];
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if let Some(found) = in_sentence(text, sentence.cues, sentence.part, country)
            && best.as_ref().is_none_or(|known| found.score > known.score)
        {
            let offset = sentence.range.start;
            best = Some(Candidate { range: offset + found.range.start..offset + found.range.end, ..found });
        }
    }
    if let Some(best) = best {
        return PayRead { kind: PayKind::Amount, range: Some(best.range), stated: Some(best.stated) };
    }
    let serious = |part: Part| !matches!(part, Part::Company | Part::Legal);
    let part_of = |range: &Range<usize>| {
        let at = scope.sentences.partition_point(|sentence| sentence.range.end < range.start);
        scope.sentences.get(at).map_or(Part::Unknown, |sentence| sentence.part)
    };
    let first = |wanted: Cue| {
        scope.pay_cues.iter().find(|(cue, range)| *cue == wanted && serious(part_of(range))).map(|(_, range)| range.clone())
    };
    if let Some(range) = first(Cue::Unpaid) {
        return PayRead { kind: PayKind::Unpaid, range: Some(range), stated: None };
    }
    if let Some(range) = first(Cue::PayVague) {
        return PayRead { kind: PayKind::Vague, range: Some(range), stated: None };
    }
    PayRead { kind: PayKind::Absent, range: None, stated: None }
}

fn in_sentence(text: &str, cues: u64, part: Part, country: Option<&str>) -> Option<Candidate> {
    let found = numbers(text);
    let has = |cue: Cue| cues & bit(cue) != 0;
    let mut best: Option<Candidate> = None;
    for (at, first) in found.iter().enumerate() {
        let mut low = *first;
        let mut high = *first;
        let mut range = first.start..first.end;
        if let Some(second) = found.get(at + 1)
            && joined(&text[first.end..second.start.max(first.end)])
        {
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
        } else if at > 0 && joined(&text[found[at - 1].end..first.start.max(found[at - 1].end)]) {
            continue; // the end of a range seen already
        }
        let sign = high.sign.or(low.sign);
        if high.value < low.value || low.value <= 0.0 {
            high = low;
        }
        let before = tail(&text[..range.start], 48);
        let after = head(&text[range.end..], 48);
        if sign.is_none() && !low.thousand && !has(Cue::PayWord) {
            continue;
        }
        // Years, percentages, hours and postcodes are not pay.
        if sign.is_none()
            && !low.thousand
            && (after.trim_start().starts_with('%')
                || ["ans", "an ", "years", "year ", "heures", "h ", "h/", "hours", "jours", "days", "mois", "months", "personnes", "people", "e mois", "salaries", "employees", "weeks", "semaines"]
                    .iter()
                    .any(|unit| after.trim_start().starts_with(unit))
                || low.value < 100.0
                || (1900.0..2100.0).contains(&low.value))
        {
            continue;
        }
        let near = format!("{before}\u{1}{after}");
        let period = period(&near, before, after);
        let noise = ["budget", "chiffre d'affaires", "levee", "million", "milliard", "abonne", "follower", "ticket", "titre", "mutuelle", "transport", "forfait mobilite", "formation", "raised", "funding", "revenue", "user", "customer", "member", "membre", "adherent", "fan", "licencies", "subscriber", "download", "valuation", "donation", "cheque", "bon cadeau", "allowance", "equipment", "voucher", "turnover", "sales of", "prime", "bonus", "variable", "commission", "ote", "sign-on", "referral", "reader", "visiteur", "visitor", "players", "joueurs", "contributors", "individuals", "posts", "messages", "remboursement", "plafond", "spend", "licence", "grant", "stipend for", "objectif", "target", "affaires", "ventes", "paid social", "social ads", "swile", "bureau", "home office"];
        // What stands beyond a plus or a comma is about something else.
        let apart = ['+', ',', ';', '(', ')'];
        let (left, right) = (tail(before, 30), head(after, 18));
        let left = left.rsplit(apart).next().unwrap_or(left);
        let right = right.split(apart).next().unwrap_or(right);
        let close = format!("{left}\u{1}{right}");
        let noisy = noise.iter().any(|word| starts_word(&close, word));
        let mut score = 0;
        score += if sign.is_some() { 2 } else { 0 };
        score += if low.thousand { 1 } else { 0 };
        score += if has(Cue::PayWord) { 2 } else { 0 };
        score += if period.is_some() { 2 } else { 0 };
        score += if high.value > low.value { 1 } else { 0 };
        score += i32::from(part == Part::Offer);
        score -= if part == Part::Company { 3 } else { 0 };
        score -= if noisy { 4 } else { 0 };
        score -= if part == Part::Tasks && !has(Cue::PayWord) { 2 } else { 0 };
        // Small change beside vague words is a perk.
        let single = (high.value - low.value).abs() < f64::EPSILON;
        score -= if period.is_none() && single && low.value < if has(Cue::PayVague) { 1_000.0 } else { 100.0 } { 4 } else { 0 };
        if score < 3 || best.as_ref().is_some_and(|known| known.score >= score) {
            continue;
        }
        let currency = sign.and_then(|sign| resolve(sign, country));
        let (period, period_assumed) = period.map_or_else(|| (assumed(low.value, currency), true), |period| (period, false));
        let whole = text;
        let open_before = ["jusqu'a", "a partir de", "up to", "from", "starting at", "des ", "minimum", "au moins", "max", "starts at"]
            .iter()
            .any(|word| before.trim_end().ends_with(word.trim_end()));
        let open_after = ["+", "and up", "et plus", "minimum", "and above", "or more"].iter().any(|word| after.trim_start().starts_with(word));
        let fte = share_of_time(whole);
        best = Some(Candidate {
            score,
            range: range.clone(),
            stated: Stated {
                min: low.value,
                max: high.value,
                currency,
                period,
                period_assumed,
                payments: payments(whole),
                fte,
                pro_rata: ["pro rata", "pro-rata", "prorata", "full-time equivalent", "fte equivalent", "equivalent temps plein"].iter().any(|word| whole.contains(word)),
                net: ["net", "nets", "net/mois", "nette"].iter().any(|word| starts_word(&head(after, 14).to_string(), word))
                    || before.trim_end().ends_with("net") || before.contains("salaire net"),
                open: (high.value - low.value).abs() < f64::EPSILON && (open_before || open_after),
            },
        });
    }
    best
}

/// Whether a word of a text begins so.
fn starts_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric()))
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

/// What an amount is paid for: the nearest word that says so.
fn period(_near: &str, before: &str, after: &str) -> Option<Period> {
    let mut best: Option<(usize, Period)> = None;
    for (period, names) in PERIODS {
        for name in names {
            let whole = |text: &str, at: usize| {
                let starts = !name.starts_with(|c: char| c.is_alphanumeric()) || !text[..at].ends_with(|c: char| c.is_alphanumeric());
                let end = at + name.len();
                starts && (!name.ends_with(|c: char| c.is_alphanumeric()) || !text[end..].starts_with(|c: char| c.is_alphanumeric()))
            };
            let found_after = after.match_indices(name).find(|(at, _)| whole(after, *at)).map(|(at, _)| at);
            // "sur 13 mois" and "13 mois" are payments, "6 mois" a duration.
            let found_after = found_after.filter(|at| {
                !(*name == "mois" && after[..*at].trim_end().ends_with(|c: char| c.is_ascii_digit()))
            });
            let found_before = before
                .match_indices(name)
                .filter(|(at, _)| whole(before, *at))
                .last()
                .map(|(at, _)| before.len() - at + 6)
                .filter(|_| *name != "mois" && *name != "a week" && *name != "a day" && *name != "a year");
            for distance in [found_after, found_before].into_iter().flatten() {
                if best.is_none_or(|(known, _)| distance < known) {
                    best = Some((distance, period));
                }
            }
        }
    }
    best.map(|(_, period)| period)
}

/// The period that an amount without one is most likely for.
fn assumed(amount: f64, currency: Option<&str>) -> Period {
    // Amounts a month in these currencies reach what is paid a year in others.
    let small = matches!(
        currency,
        Some("XOF" | "XAF" | "PHP" | "INR" | "JPY" | "KES" | "NGN" | "DZD" | "MGA" | "MAD" | "TND")
    );
    match amount {
        amount if small && amount >= 500.0 => Period::Month,
        amount if amount >= 9_000.0 => Period::Year,
        amount if amount >= 600.0 => Period::Month,
        amount if amount >= 120.0 => Period::Day,
        _ => Period::Hour,
    }
}

fn payments(text: &str) -> u32 {
    for months in [13_u32, 14] {
        let signs = [
            format!("{months} mois"),
            format!("{months}e mois"),
            format!("{months}eme mois"),
            format!("x{months}"),
            format!("x {months}"),
            format!("{months}th month"),
            format!("{months} payments"),
            format!("{months} x"),
            format!("{months}x"),
            format!("{months} months"),
        ];
        if signs.iter().any(|sign| starts_word(text, sign)) {
            return months;
        }
    }
    12
}

/// The share of full time that a sentence states.
fn share_of_time(text: &str) -> Option<f64> {
    for word in ["mi-temps", "half-time", "half time"] {
        if text.contains(word) {
            return Some(0.5);
        }
    }
    for sign in ["% etp", "% fte", "% temps", "% de temps", "% part", "% d'un temps", " etp", " fte", "% of full", "%)"] {
        for (at, _) in text.match_indices(sign) {
            let digits: String = text[..at].chars().rev().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
            let digits: String = digits.chars().rev().collect::<String>().replace(',', ".");
            if let Ok(value) = digits.parse::<f64>() {
                let share = if value > 1.0 { value / 100.0 } else { value };
                if share > 0.09 && share <= 1.0 {
                    return Some(share);
                }
            }
        }
    }
    text.contains("4/5").then_some(0.8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::job::fold::fold;

    fn stated(text: &str) -> Option<Stated> {
        let folded = fold(text);
        let line = folded.text.trim_end();
        let cues = ["salaire", "salary", "remuneration", "tjm", "paid", "pay", "brut"].iter().any(|word| line.contains(word));
        in_sentence(line, if cues { bit(Cue::PayWord) } else { 0 }, Part::Offer, None).map(|found| found.stated)
    }

    #[test]
    fn pay_is_read_as_people_write_it() {
        let cases: [(&str, f64, f64, &str, Period); 16] = [
            ("Salaire : 25-30K€ brut/an selon profil", 25_000.0, 30_000.0, "EUR", Period::Year),
            ("2 100 € brut mensuel sur 13 mois", 2_100.0, 2_100.0, "EUR", Period::Month),
            ("TJM 300 €", 300.0, 300.0, "EUR", Period::Day),
            ("Salary: $60k–$70k DOE", 60_000.0, 70_000.0, "USD", Period::Year),
            ("Salary £28,000 pro rata (0.8 FTE)", 28_000.0, 28_000.0, "GBP", Period::Year),
            ("Rémunération : entre 100 000 et 150 000 FCFA / mois + forfait internet", 100_000.0, 150_000.0, "XOF", Period::Month),
            ("Salary package: PHP 27,000.00 - 35,000.00", 27_000.0, 35_000.0, "PHP", Period::Month),
            ("$67,500", 67_500.0, 67_500.0, "USD", Period::Year),
            ("Rémunération : 32 à 36 k€ bruts annuels", 32_000.0, 36_000.0, "EUR", Period::Year),
            ("Pay: €18.50 per hour", 18.5, 18.5, "EUR", Period::Hour),
            ("CHF 85'000 - 95'000 par an, salaire à 100 %", 85_000.0, 95_000.0, "CHF", Period::Year),
            ("salaire de 1 801,80 € brut par mois", 1_801.8, 1_801.8, "EUR", Period::Month),
            ("Salary 45.000 - 52.000 EUR gross p.a.", 45_000.0, 52_000.0, "EUR", Period::Year),
            ("salaire 35ke", 35_000.0, 35_000.0, "EUR", Period::Year),
            ("Pay up to C$70,000 a year", 70_000.0, 70_000.0, "CAD", Period::Year),
            ("Salaire jusqu’à 28 000 euros", 28_000.0, 28_000.0, "EUR", Period::Year),
        ];
        for (text, min, max, currency, period) in cases {
            let found = stated(text).unwrap_or_else(|| panic!("{text}"));
            assert!((found.min - min).abs() < 0.01 && (found.max - max).abs() < 0.01, "{text}: {found:?}");
            assert_eq!((found.currency, found.period), (Some(currency), period), "{text}");
        }
        assert_eq!(stated("2 100 € brut mensuel sur 13 mois").unwrap().payments, 13);
        let part = stated("Salary £28,000 pro rata (0.8 FTE)").unwrap();
        assert_eq!((part.fte, part.pro_rata), (Some(0.8), true));
        assert!(stated("Salaire jusqu’à 28 000 euros").unwrap().open);
        assert!(stated("1 900 € net par mois").unwrap().net);
    }

    #[test]
    fn other_amounts_are_not_pay() {
        for text in [
            "processed over £1Bn in transfers and saved customers over £45M",
            "une communauté de 120 000 abonnés",
            "gérer un budget publicitaire de 5 000 € par mois",
            "tickets restaurant de 9 €",
            "fondée en 2014, 25 salariés",
            "we raised $12M",
            "35h par semaine",
        ] {
            assert_eq!(stated(text), None, "{text}");
        }
    }
}

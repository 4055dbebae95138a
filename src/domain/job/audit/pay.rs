//! Pay as ads write it, read into numbers.

use std::ops::Range;

use super::scope::{Scope, bit};
use crate::domain::job::fold::Folded;
use crate::domain::job::lexicon::{Cue, Part, word_end};
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
        ("kr", Some("SE")) => Some("SEK"),
        ("kr", Some("NO")) => Some("NOK"),
        ("kr", Some("DK")) => Some("DKK"),
        ("dinar" | "kr", _) => None,
        (code, _) => Some(code),
    }
}

const PERIODS: [(Period, &[&str]); 5] = [
    (
        Period::Hour,
        &[
            "/h",
            "/ h",
            "/heure",
            "par heure",
            "de l'heure",
            "l'heure",
            "horaire",
            "per hour",
            "/hour",
            "/hr",
            "an hour",
            "hourly",
            "ph",
            "p/h",
        ],
    ),
    (
        Period::Day,
        &[
            "tjm",
            "/jour",
            "/ jour",
            "par jour",
            "/j",
            "jour ht",
            "journalier",
            "taux journalier",
            "per day",
            "/day",
            "a day",
            "day rate",
            "daily",
        ],
    ),
    (
        Period::Week,
        &["par semaine", "/semaine", "hebdo", "hebdomadaire", "per week", "/week", "a week", "weekly", "pw"],
    ),
    (
        Period::Month,
        &[
            "/mois",
            "/ mois",
            "par mois",
            "mensuel",
            "mensuels",
            "mensuelle",
            "mensuelles",
            "mensuellement",
            "mois",
            "per month",
            "/month",
            "/ month",
            "a month",
            "monthly",
            "pcm",
            "/mo",
        ],
    ),
    (
        Period::Year,
        &[
            "lpa",
            "lakhs",
            "ctc",
            "/an",
            "/ an",
            "par an",
            "annuel",
            "annuels",
            "annuelle",
            "annuelles",
            "annuellement",
            "l'annee",
            "par annee",
            "per year",
            "/year",
            "/ year",
            "a year",
            "/yr",
            "per annum",
            "p.a.",
            "p.a",
            "annual",
            "annually",
            "yearly",
            "per yr",
            "/annum",
            "pa",
        ],
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
    let (mut value, mut end) = plain_number(text, at)?;
    let after_space = |end: usize| {
        let rest = text[end..].trim_start_matches(' ');
        (rest, text.len() - end - rest.len())
    };
    let (rest, skipped) = after_space(end);
    // Millions are nobody's pay.
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if MILLIONS.contains(&&rest[..letters]) {
        return None;
    }
    if let Some(name) = ["lpa", "lakhs", "lakh"].iter().find(|name| ends_as_word(rest, name)) {
        let end = end + skipped + name.len();
        let value = value * 100_000.0;
        return Some(Number { start: at, end, value, sign: Some("INR"), thousand: true, unit: 100_000.0 });
    }
    // "25 k€", "25ke", "25k".
    let mut thousand = false;
    if let Some(after) = rest.strip_prefix('k').filter(|_| skipped <= 1) {
        let ends = after.chars().next().is_none_or(|c| !c.is_alphanumeric() || matches!(c, '€' | '$' | '£'));
        let units = ["e ", "e/", "e.", "e,", "e)", "eur", "e-", "usd", "gbp", "chf"];
        if ends || after == "e" || units.iter().any(|unit| after.starts_with(unit)) {
            thousand = true;
            value *= 1000.0;
            end += skipped + 1;
        }
    }
    let mut sign = None;
    let (rest, skipped) = after_space(end);
    if skipped <= 1 {
        let known =
            CURRENCIES.iter().filter(|(name, _)| ends_as_word(rest, name)).max_by_key(|(name, _)| name.len());
        if thousand && rest.starts_with('e') && !rest[1..].starts_with(|c: char| c.is_alphanumeric()) {
            sign = Some("EUR");
            end += skipped + 1;
        } else if let Some((name, code)) = known {
            sign = Some(*code);
            end += skipped + name.len();
        }
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
    if let Some((before, code)) = sign_before(text, at) {
        // "$175,000 USD": what stands behind is more exact than the sign in front.
        sign = sign.or(Some(code));
        start = before;
    }
    Some(Number { start, end, value, sign, thousand, unit: if thousand { 1000.0 } else { 1.0 } })
}

/// Abbreviations of millions and more.
const MILLIONS: [&str; 11] =
    ["m", "bn", "mn", "b", "md", "mds", "million", "millions", "milliards", "milliard", "billion"];

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
            run == 3 && digits.len() <= 9 && (*byte != b' ' || digits.len() <= 3 || end - at > digits.len());
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

/// The currency that stands before a number, and where it begins.
fn sign_before(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let before = text[..at].trim_end_matches(' ');
    if at - before.len() > 1 {
        return None;
    }
    let stands = |name: &str| {
        before.strip_suffix(name).is_some_and(|head| {
            let word = name.starts_with(|c: char| c.is_alphanumeric());
            !word || !head.ends_with(|c: char| c.is_alphanumeric())
        })
    };
    let found = CURRENCIES.iter().filter(|(name, _)| stands(name)).max_by_key(|(name, _)| name.len());
    found.map(|(name, code)| (before.len() - name.len(), *code))
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
    // "$62K/yr - $78K/yr", "95'000.- à 105'000.-".
    let units = ["/yr", "/year", "/an", "/mois", "/month", "/hr", "/hour", "/h", ".-", ".--"];
    let between = between.trim_start();
    let between = units
        .iter()
        .filter_map(|unit| between.strip_prefix(unit))
        .min_by_key(|rest| rest.len())
        .unwrap_or(between);
    matches!(
        between.trim(),
        "-" | "a" | "to" | "/" | "et" | "and" | "--" | "~" | "until" | "jusqu'a" | "ou" | "et les" | "up to"
    )
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
    folded: &Folded,
    scope: &Scope,
    country: Option<&str>,
    work: &Work<'_>,
) -> Result<PayRead, Abandoned> {
    let mut best: Option<Candidate> = None;
    for sentence in &scope.sentences {
        let text = &folded.text[sentence.range.clone()];
        work.step(text.len())?;
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if let Some(found) = in_sentence(text, sentence.cues, sentence.part, country, work)
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
    let denied = |range: &Range<usize>| {
        let head = tail(&folded.text[..range.start], 28);
        ["never", "jamais", "no ", "not ", "pas de", "aucun"].iter().any(|word| head.contains(word))
    };
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

/// Words beside an amount that make it something else than pay.
const NOISE: [&str; 67] = [
    "budget",
    "chiffre d'affaires",
    "levee",
    "million",
    "milliard",
    "abonne",
    "follower",
    "ticket",
    "titre",
    "mutuelle",
    "transport",
    "forfait mobilite",
    "formation",
    "raised",
    "funding",
    "revenue",
    "user",
    "customer",
    "member",
    "membre",
    "adherent",
    "fan",
    "licencies",
    "subscriber",
    "download",
    "valuation",
    "donation",
    "cheque",
    "bon cadeau",
    "allowance",
    "equipment",
    "voucher",
    "turnover",
    "sales of",
    "prime",
    "bonus",
    "variable",
    "commission",
    "ote",
    "sign-on",
    "referral",
    "reader",
    "visiteur",
    "visitor",
    "players",
    "joueurs",
    "contributors",
    "individuals",
    "posts",
    "messages",
    "remboursement",
    "plafond",
    "spend",
    "licence",
    "grant",
    "stipend for",
    "objectif",
    "target",
    "affaires",
    "ventes",
    "paid social",
    "social ads",
    "swile",
    "bureau",
    "home office",
    "cagnotte",
    "prize",
];
/// Units that make a bare number something else than pay.
const UNITS: [&str; 19] = [
    "ans",
    "an ",
    "years",
    "year ",
    "heures",
    "h ",
    "h/",
    "hours",
    "jours",
    "days",
    "mois",
    "months",
    "personnes",
    "people",
    "e mois",
    "salaries",
    "employees",
    "weeks",
    "semaines",
];
/// Words that leave a range without one of its ends.
const OPEN_BEFORE: [&str; 10] = [
    "jusqu'a",
    "a partir de",
    "up to",
    "from",
    "starting at",
    "des",
    "minimum",
    "au moins",
    "max",
    "starts at",
];
const OPEN_AFTER: [&str; 6] = ["+", "and up", "et plus", "minimum", "and above", "or more"];
const PRO_RATA: [&str; 9] = [
    "pro rata",
    "pro-rata",
    "prorata",
    "full-time equivalent",
    "fte equivalent",
    "equivalent temps plein",
    "pour un temps plein",
    "full-time salary",
    "full time salary",
];

/// One amount or range of a sentence.
#[derive(Clone, Debug)]
struct Span {
    low: Number,
    high: Number,
    range: Range<usize>,
}

/// The amounts and ranges of a sentence.
fn ranges(text: &str) -> Vec<Span> {
    let found = numbers(text);
    let mut list = Vec::new();
    let mut at = 0;
    while let Some(first) = found.get(at) {
        at += 1;
        let (mut low, mut high, mut range) = (*first, *first, first.start..first.end);
        if let Some(second) = found.get(at)
            && joined(&text[first.end..second.start.max(first.end)])
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
        }
        if high.value < low.value || low.value <= 0.0 {
            high = Number { sign: high.sign, ..low };
        }
        list.push(Span { low, high, range });
    }
    list
}

fn in_sentence(
    text: &str,
    cues: u64,
    part: Part,
    country: Option<&str>,
    work: &Work<'_>,
) -> Option<Candidate> {
    let has = |cue: Cue| cues & bit(cue) != 0;
    let mut best: Option<Candidate> = None;
    for Span { low, high, range } in ranges(text) {
        let sign = high.sign.or(low.sign);
        let (before, after) = (tail(&text[..range.start], 48), head(&text[range.end..], 48));
        let bare = sign.is_none() && !low.thousand;
        // Years, percentages, hours and postcodes are not pay.
        let other = after.trim_start().starts_with('%')
            || UNITS.iter().any(|unit| after.trim_start().starts_with(unit))
            || low.value < 100.0
            || (1900.0..2100.0).contains(&low.value);
        if bare && (!has(Cue::PayWord) || other) {
            continue;
        }
        let by_day = ["tjm", "taux journalier", "day rate"].iter().any(|word| starts_word(before, word));
        let period = if by_day { Some(Period::Day) } else { period(before, after) };
        let single = (high.value - low.value).abs() < f64::EPSILON;
        // Small change beside vague words is a perk.
        let perk = period.is_none() && single && low.value < if has(Cue::PayVague) { 1_000.0 } else { 100.0 };
        let points = [
            (sign.is_some(), 2),
            (low.thousand, 1),
            (has(Cue::PayWord), 2),
            (period.is_some(), 2),
            (high.value > low.value, 1),
            (part == Part::Offer, 1),
            (sign.is_some() && (9_000.0..400_000.0).contains(&low.value), 1),
            (part == Part::Company, -3),
            (noisy(before, after), -4),
            (part == Part::Tasks && !has(Cue::PayWord), -2),
            (perk, -4),
        ];
        let score: i32 = points.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
        if score < 3 || best.as_ref().is_some_and(|known| known.score >= score) {
            continue;
        }
        // Each better candidate looks over the whole sentence once more; scores rise a few times at most.
        work.count(text.len());
        let currency = sign.and_then(|sign| resolve(sign, country));
        let (period, period_assumed) =
            period.map_or_else(|| (assumed(low.value, currency), true), |period| (period, false));
        let open = OPEN_BEFORE.iter().any(|word| before.trim_end().ends_with(word))
            || OPEN_AFTER.iter().any(|word| after.trim_start().starts_with(word));
        let net = ["net", "nets", "nette"].iter().any(|word| starts_word(head(after, 14), word))
            || before.trim_end().ends_with("net")
            || before.contains("salaire net");
        best = Some(Candidate {
            score,
            range,
            stated: Stated {
                min: low.value,
                max: high.value,
                currency,
                period,
                period_assumed,
                payments: payments(text),
                fte: share_of_time(text),
                pro_rata: PRO_RATA.iter().any(|word| text.contains(word))
                    || ["fte", "etp"].iter().any(|word| after.trim_start().starts_with(word)),
                net,
                open: single && open,
            },
        });
    }
    best
}

/// Whether the words right beside an amount make it something else. What stands beyond a plus or a comma does not count.
fn noisy(before: &str, after: &str) -> bool {
    let apart = ['+', ',', ';', '(', ')'];
    let (left, right) = (tail(before, 30), head(after, 18));
    let left = left.rsplit(apart).next().unwrap_or(left);
    let right = right.split(apart).next().unwrap_or(right);
    let close = format!("{left}\u{1}{right}");
    NOISE.iter().any(|word| starts_word(&close, word))
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
fn period(before: &str, after: &str) -> Option<Period> {
    let mut best: Option<(usize, Period)> = None;
    for (period, names) in PERIODS {
        for name in names {
            let whole = |text: &str, at: usize| {
                let starts = !name.starts_with(|c: char| c.is_alphanumeric())
                    || !text[..at].ends_with(|c: char| c.is_alphanumeric());
                let end = at + name.len();
                starts
                    && (!name.ends_with(|c: char| c.is_alphanumeric())
                        || !text[end..].starts_with(|c: char| c.is_alphanumeric()))
            };
            // "13 mois" counts payments, "6 mois" a duration; "35 hours per week" is working time.
            let counted = |at: usize| {
                let head = after[..at].trim_end();
                let time = [
                    "hours", "hour", "heures", "heure", "days", "day", "jours", "jour", "weekend",
                    "week-end", "hrs",
                ];
                let hours = head
                    .strip_suffix('h')
                    .is_some_and(|rest| rest.trim_end().ends_with(|c: char| c.is_ascii_digit()));
                *name == "mois" && head.ends_with(|c: char| c.is_ascii_digit())
                    || matches!(period, Period::Week | Period::Month)
                        && (hours
                            || time.iter().any(|word| {
                                head.ends_with(word)
                                    || head.ends_with(&format!("{word} de teletravail"))
                                    || head.ends_with(&format!("{word} de tt"))
                            }))
            };
            let found_after =
                after.match_indices(name).map(|(at, _)| at).find(|at| whole(after, *at) && !counted(*at));
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
    for sign in [
        "% etp",
        "% fte",
        "% temps",
        "% de temps",
        "% part",
        "% d'un temps",
        " etp",
        " fte",
        "% of full",
        "%)",
    ] {
        for (at, _) in text.match_indices(sign) {
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
    text.contains("4/5").then_some(0.8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::job::fold::fold;

    fn stated(text: &str) -> Option<Stated> {
        let folded = fold(text);
        let line = folded.text.trim_end();
        let cues = ["salaire", "salary", "remuneration", "tjm", "paid", "pay", "brut"]
            .iter()
            .any(|word| line.contains(word));
        in_sentence(line, if cues { bit(Cue::PayWord) } else { 0 }, Part::Offer, None, &Work::unhurried())
            .map(|found| found.stated)
    }

    #[test]
    fn pay_is_read_as_people_write_it() {
        let cases: [(&str, f64, f64, &str, Period); 23] = [
            ("Salary: $140,000 - $175,000 USD", 140_000.0, 175_000.0, "USD", Period::Year),
            ("Salary $62K/yr - $78K/yr", 62_000.0, 78_000.0, "USD", Period::Year),
            ("Salaire CHF 95'000.– à CHF 105'000.– par an", 95_000.0, 105_000.0, "CHF", Period::Year),
            ("Salaire : 30 000 €, 39h/semaine", 30_000.0, 30_000.0, "EUR", Period::Year),
            ("£30,000 salary for 35 hours per week", 30_000.0, 30_000.0, "GBP", Period::Year),
            ("TJM entre 280 et 350 € HT, 4 jours par mois", 280.0, 350.0, "EUR", Period::Day),
            ("salaire 32 à 36 k€ | 2 jours de TT par semaine", 32_000.0, 36_000.0, "EUR", Period::Year),
            ("Salaire : 25-30K€ brut/an selon profil", 25_000.0, 30_000.0, "EUR", Period::Year),
            ("2 100 € brut mensuel sur 13 mois", 2_100.0, 2_100.0, "EUR", Period::Month),
            ("TJM 300 €", 300.0, 300.0, "EUR", Period::Day),
            ("Salary: $60k–$70k DOE", 60_000.0, 70_000.0, "USD", Period::Year),
            ("Salary £28,000 pro rata (0.8 FTE)", 28_000.0, 28_000.0, "GBP", Period::Year),
            (
                "Rémunération : entre 100 000 et 150 000 FCFA / mois + forfait internet",
                100_000.0,
                150_000.0,
                "XOF",
                Period::Month,
            ),
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
        let full = stated("Salary: £28,500 FTE, 0.6 FTE").unwrap();
        assert_eq!((full.fte, full.pro_rata), (Some(0.6), true));
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

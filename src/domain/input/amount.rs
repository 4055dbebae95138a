//! Numbers as people write them: `45k`, `45 000 €`, `45,000`, `45.000,50`, `£28k`, `80 %`, `4/5`. Command line and forms
//! read them here, and only here, before a question is made of them; questions in JSON hold plain numbers.
//!
//! What can be read two ways is never guessed: [`readings`] has both, and the reader of the question tells them.

use iso_currency::Currency;
use serde_json::{Value, json};

use super::field::{Field, Kind, Unit};
use crate::domain::text::Lang;

/// What says how a number is meant, beside its digits.
#[derive(Clone, Debug)]
pub struct Habits {
    /// The language in which somebody writes.
    pub lang: Lang,
    /// The currency of the question: its own, or that of its country.
    pub currency: Option<Currency>,
    /// The currencies that signs can stand for.
    pub known: Vec<Currency>,
}

impl Habits {
    /// Those of a language, where no currency is known.
    #[must_use]
    pub const fn of(lang: Lang) -> Self {
        Self { lang, currency: None, known: Vec::new() }
    }
}

/// A number with what stood beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    /// Its value, percent as they stand: 80 for `80 %`.
    pub value: f64,
    /// The currency that is written beside it.
    pub currency: Option<Currency>,
    /// Whether a percent sign stands behind it.
    pub percent: bool,
}

/// How a text can be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// One way.
    One(Written),
    /// Two ways: with digits grouped by thousands, and with decimals.
    Two(f64, f64),
    /// As no number.
    None,
}

/// A currency sign or name beside a number.
enum Sign {
    Nothing,
    Is(Currency),
    /// A sign that several currencies share, or that is none.
    Unknown,
}

/// Reads a text.
///
/// A point or a comma with three digits behind it groups thousands where language and currency write no decimals so:
/// `45,000` in English, `45.000` in French with euros. Otherwise both readings are possible.
///
/// # Example
/// ```
/// use rolecall::domain::input::amount::{Habits, Reading, read};
/// use rolecall::domain::text::Lang;
/// let english = Habits::of(Lang::En);
/// let value = |text: &str| match read(text, &english) {
///     Reading::One(written) => Some(written.value),
///     _ => None,
/// };
/// assert_eq!(value("45k"), Some(45_000.0));
/// assert_eq!(value("45 000,50"), Some(45_000.5));
/// assert_eq!(read("45.000", &english), Reading::Two(45_000.0, 45.0));
/// assert_eq!(read("1.149.07", &english), Reading::None);
/// ```
#[must_use]
pub fn read(text: &str, habits: &Habits) -> Reading {
    let Some(Parts { before, digits, mut after }) = parted(text) else { return Reading::None };
    let percent = after == "%";
    if percent {
        after.clear();
    }
    // What follows a number is a factor, unless it is the code of a currency: 45 KRW.
    let code = crate::domain::iso::currency(&after.to_uppercase()).is_some();
    let thousands = !code && after.starts_with(['k', 'K']);
    let millions = !code && after.starts_with('M');
    if thousands || millions {
        after.remove(0);
    }
    let currency = match sign(&format!("{before}{after}"), habits) {
        Sign::Nothing => None,
        Sign::Is(currency) => Some(currency),
        Sign::Unknown => return Reading::None,
    };
    let one = |value: f64| {
        let value = if thousands { value * 1e3 } else { value };
        let value = if millions { value * 1e6 } else { value };
        // Decimals of a thousand are whole units: 28.35k is 28,350.
        let value = (value * 1e6).round() / 1e6;
        Reading::One(Written { value, currency, percent })
    };
    match value(&digits) {
        Reading::One(plain) => one(plain.value),
        // Nobody writes thousands of thousands: 28,5k and 28.500k are decimals.
        Reading::Two(_, decimal) if thousands || millions || percent => one(decimal),
        Reading::Two(grouped, decimal) => {
            let euros = currency.or(habits.currency).is_none_or(|currency| currency == Currency::EUR);
            let groups = match habits.lang {
                Lang::En => digits.contains(','),
                Lang::Fr => digits.contains('.') && euros,
            };
            if groups { one(grouped) } else { Reading::Two(grouped, decimal) }
        }
        Reading::None => Reading::None,
    }
}

/// A count of things as people write it: `1 200`, `1.200`, `3k`. A count has no decimals, so digits in threes group.
#[must_use]
pub fn count(text: &str, habits: &Habits) -> Option<u64> {
    let value = match read(text, habits) {
        Reading::One(Written { value, currency: None, percent: false }) => value,
        Reading::Two(grouped, _) => grouped,
        _ => return None,
    };
    (value.fract() == 0.0 && (0.0..9e15).contains(&value)).then(|| crate::domain::rounding::whole(value))
}

/// How a text could be read, whoever wrote it: for those who say why it was not.
#[must_use]
pub fn readings(text: &str) -> Option<(f64, f64)> {
    match value(&parted(text)?.digits) {
        Reading::Two(grouped, decimal) => Some((grouped, decimal)),
        _ => None,
    }
}

/// Whether words behind a number say what it is paid for: `2,500 a month`, `30 000 € par an`, `£30k pa`. The field says
/// that; the number stands alone.
#[must_use]
pub fn has_period(text: &str) -> bool {
    const WORDS: [&str; 28] = [
        "year", "years", "yearly", "annum", "annual", "annually", "pa", "yr", "month", "months", "monthly",
        "pm", "week", "weekly", "day", "daily", "hour", "hourly", "an", "ans", "annuel", "annuels", "mois",
        "mensuel", "semaine", "jour", "heure", "horaire",
    ];
    let Some(last) = text.rfind(|c: char| c.is_ascii_digit()) else { return false };
    let behind = text[last + 1..].to_lowercase().replace("p.a", "pa");
    behind.split(|c: char| !c.is_alphabetic()).any(|word| WORDS.contains(&word))
}

/// A number with its marks, and what stands before and behind it, without spaces.
struct Parts {
    before: String,
    digits: String,
    after: String,
}

/// Whether a currency sign stands beside a number: for those who say why it was not read.
#[must_use]
pub fn has_sign(text: &str) -> bool {
    let sign = |text: &str| {
        let code = text.trim_start_matches(['k', 'K', 'M']);
        crate::domain::iso::currency(code).is_some() || text.contains(['€', '$', '£', '₹', '¥'])
    };
    parted(text).is_some_and(|Parts { before, after, .. }| sign(&before) || sign(&after))
}

/// The parts of a text. Spaces and apostrophes between digits must group them by three, and are dropped.
fn parted(text: &str) -> Option<Parts> {
    let text = text.trim();
    let (mut before, mut digits, mut after) = (String::new(), String::new(), String::new());
    // Where the digits of the last group began; none before the first gap.
    let mut gap = None;
    let mut ended = false;
    for c in text.chars() {
        match c {
            '0'..='9' | ',' | '.' => {
                if ended {
                    return None;
                }
                digits.push(c);
            }
            '-' | '\u{2212}' if digits.is_empty() => digits.push('-'),
            '\'' | '’' | '_' => {
                if digits.is_empty() || !three(&digits, gap) {
                    return None;
                }
                gap = Some(digits.len());
            }
            c if c.is_whitespace() => {
                // A space is a gap only if digits follow; that shows later.
                if !digits.is_empty() && !ended && gap != Some(digits.len()) {
                    if !three(&digits, gap) {
                        ended = true;
                        continue;
                    }
                    gap = Some(digits.len());
                }
            }
            c => {
                ended = !digits.is_empty();
                (if ended { &mut after } else { &mut before }).push(c);
            }
        }
    }
    let last = digits.split([',', '.']).next().map_or(0, str::len);
    let whole = gap.is_none_or(|gap| gap == digits.len() || gap < last && last - gap == 3);
    (whole && digits.contains(|c: char| c.is_ascii_digit())).then_some(Parts { before, digits, after })
}

/// Whether a gap may stand here: one to three digits before the first, three between two, and no mark before it.
fn three(digits: &str, gap: Option<usize>) -> bool {
    let bare = digits.trim_start_matches('-');
    match gap {
        _ if bare.contains([',', '.']) => false,
        None => (1..=3).contains(&bare.len()),
        Some(gap) => digits.len() - gap == 3,
    }
}

/// The value of digits with points and commas.
fn value(digits: &str) -> Reading {
    let plain = |text: &str| {
        text.parse::<f64>().ok().filter(|value| value.is_finite()).map_or(Reading::None, plainly)
    };
    let (points, commas) = (digits.matches('.').count(), digits.matches(',').count());
    match (points, commas) {
        (0, 0) => plain(digits),
        // The mark that comes last, once, is the decimal one; the other groups.
        (1.., 1..) => {
            let (decimal, group) =
                if digits.rfind(',') > digits.rfind('.') { (',', '.') } else { ('.', ',') };
            let Some((whole, tail)) = digits.rsplit_once(decimal) else { return Reading::None };
            if whole.contains(decimal) || tail.is_empty() || !grouped(whole, group) {
                return Reading::None;
            }
            plain(&format!("{}.{tail}", whole.replace(group, "")))
        }
        (2.., 0) => {
            if grouped(digits, '.') {
                plain(&digits.replace('.', ""))
            } else {
                Reading::None
            }
        }
        (0, 2..) => {
            if grouped(digits, ',') {
                plain(&digits.replace(',', ""))
            } else {
                Reading::None
            }
        }
        _ => {
            let mark = if points == 1 { '.' } else { ',' };
            let (whole, tail) = digits.split_once(mark).unwrap_or((digits, ""));
            let decimal = plain(&format!("{whole}.{tail}"));
            let bare = whole.trim_start_matches('-');
            if tail.is_empty() || bare.is_empty() {
                return if tail.is_empty() && bare.is_empty() { Reading::None } else { decimal };
            }
            match (decimal, plain(&format!("{whole}{tail}"))) {
                (Reading::One(decimal), Reading::One(grouped))
                    if tail.len() == 3 && bare.len() <= 3 && !bare.starts_with('0') =>
                {
                    Reading::Two(grouped.value, decimal.value)
                }
                (decimal, _) => decimal,
            }
        }
    }
}

/// Whether a mark groups digits: by three, or as in India by three and then two.
fn grouped(digits: &str, mark: char) -> bool {
    let groups: Vec<&str> = digits.trim_start_matches('-').split(mark).collect();
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return false };
    let middle = &groups[1..groups.len().max(2) - 1];
    let by =
        |size: usize| (1..=size).contains(&first.len()) && middle.iter().all(|group| group.len() == size);
    last.len() == 3 && (by(3) || mark == ',' && by(2))
}

/// The currency that a sign, a code or a name stands for.
fn sign(around: &str, habits: &Habits) -> Sign {
    if around.is_empty() {
        return Sign::Nothing;
    }
    let own = habits.currency;
    if let Some(code) = crate::domain::iso::currency(&around.to_uppercase()) {
        return Sign::Is(code);
    }
    let signed = |currency: &Currency| {
        let symbol = currency.symbol().symbol;
        symbol == around || around == "$" && symbol.ends_with('$')
    };
    let singular = around.trim_end_matches('s').to_lowercase();
    let named = |currency: &Currency| {
        singular.len() > 2 && currency.name().to_lowercase().split(' ').any(|word| word == singular)
    };
    let fits = |currency: &Currency| signed(currency) || named(currency);
    if let Some(own) = own.filter(fits) {
        return Sign::Is(own);
    }
    let mut others = habits.known.iter().filter(|currency| fits(currency));
    match (others.next(), others.next()) {
        (Some(one), None) => Sign::Is(*one),
        _ => Sign::Unknown,
    }
}

/// What somebody typed for a field, as a question in JSON holds it. What cannot be read, or can be read two ways, stays a
/// text: the reader of the question says what is wrong with it.
#[must_use]
pub fn typed(field: &Field, text: &str, habits: &Habits) -> Value {
    let money = matches!(field.unit, Unit::Money | Unit::MoneyAMonth);
    if field.unit == Unit::Share {
        let within =
            |share: &f64| matches!(field.kind, Kind::Number { from, to } if (from..=to).contains(share));
        return share(text, habits).filter(within).map_or_else(|| json!(text.trim()), |share| json!(share));
    }
    // A share of full time in whole percent is understood as a share too.
    if let (Unit::Percent, Kind::Whole { .. }) = (field.unit, field.kind)
        && let Some(share) = share(text, habits).filter(|_| text.contains('/') || !text.contains('%'))
        && (text.contains('/') || read(text, habits) == plainly(share) && share < 1.0)
    {
        return number(rounded(share * 100.0));
    }
    match within(read(text, habits), field, money) {
        Reading::One(written) => {
            let elsewhere = written
                .currency
                .is_some_and(|currency| !money || habits.currency.is_some_and(|own| own != currency));
            if elsewhere || written.percent && field.unit != Unit::Percent {
                return json!(text.trim());
            }
            // A budget is a whole amount: its cents buy nothing.
            let whole = matches!(field.kind, Kind::Whole { .. }) && money;
            number(if whole { written.value.floor() } else { written.value })
        }
        _ => json!(text.trim()),
    }
}

/// One of two readings, where the other cannot be meant: it lies outside the bounds of the field, a count has no decimals,
/// and what is no money may have three of them.
fn within(reading: Reading, field: &Field, money: bool) -> Reading {
    let Reading::Two(grouped, decimal) = reading else { return reading };
    match field.kind {
        Kind::Whole { .. } if !money => plainly(grouped),
        Kind::Number { to, .. } if !money && grouped > to => plainly(decimal),
        _ => reading,
    }
}

/// A reading with nothing beside the number.
const fn plainly(value: f64) -> Reading {
    Reading::One(Written { value, currency: None, percent: false })
}

/// A number as JSON: whole where it is whole.
#[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
}

/// A share of full time: `0.8`, `0,8`, `80`, `80 %`, `4/5`. What is written as a percentage, or is more than 1, is one.
fn share(text: &str, habits: &Habits) -> Option<f64> {
    if let Some((above, below)) = text.split_once('/') {
        let number = |text: &str| text.trim().parse::<u32>().ok().map(f64::from);
        let (above, below) = (number(above)?, number(below)?);
        return (below > 0.0).then(|| rounded(above / below));
    }
    let written = match read(text, habits) {
        Reading::One(written) if written.currency.is_none() => written,
        Reading::Two(_, decimal) => Written { value: decimal, currency: None, percent: false },
        _ => return None,
    };
    let percent = written.percent || written.value > 1.0;
    Some(if percent { rounded(written.value / 100.0) } else { written.value })
}

/// Without the dust of dividing and multiplying by a hundred.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// An amount with its currency, as an object of a question: `60 000 €`, `EUR 60,000`, or with the currency of the place.
/// Without either there is no currency in it, which the reader of the question asks for.
#[must_use]
pub fn money(text: &str, habits: &Habits) -> Value {
    let (amount, currency) = match read(text, habits) {
        Reading::One(Written { value, currency, percent: false }) => {
            (number(value.floor()), currency.or(habits.currency))
        }
        _ => (json!(text.trim()), habits.currency),
    };
    let mut money = json!({ "amount": amount });
    if let Some(currency) = currency {
        money["currency"] = json!(currency.code());
    }
    money
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::input::questions::{COST, OFFER, PROFILE};
    use crate::domain::iso::currency;

    fn habits(lang: Lang, code: &str) -> Habits {
        let known =
            ["EUR", "GBP", "USD", "CAD", "CHF", "INR"].iter().filter_map(|code| currency(code)).collect();
        Habits { lang, currency: currency(code), known }
    }

    fn field(fields: &'static [Field], name: &str) -> &'static Field {
        fields.iter().find(|field| field.name == name).unwrap()
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for lang in [Lang::Fr, Lang::En] {
            let of = |text: &str| typed(field(COST, "gross"), text, &habits(lang, "EUR"));
            for text in [
                "45000",
                "45k",
                "45 k",
                "45K€",
                "45 000 €",
                "45\u{202f}000\u{a0}€",
                "45'000",
                "45’000",
                "€45 000",
                "45000EUR",
                "EUR 45k",
                "45 000 euros",
                "45,0k",
                "45.000,00",
                "45,000.00",
                "0.045M",
            ] {
                assert_eq!(of(text), json!(45_000), "{text}");
            }
            for (text, value) in [
                ("45 000,50", 45_000.5),
                ("45.000,50", 45_000.5),
                ("45,000.5", 45_000.5),
                ("1867,02", 1867.02),
                ("1 867,02", 1867.02),
                ("12,5", 12.5),
                (".5", 0.5),
            ] {
                assert_eq!(of(text), json!(value), "{text}");
            }
            for (text, value) in
                [("1.234.567", 1_234_567), ("1,234,567", 1_234_567), ("12,34,567", 1_234_567), ("-3", -3)]
            {
                assert_eq!(of(text), json!(value), "{text}");
            }
            // Groups that are no groups, other words, another currency.
            for text in [
                "1.149.07",
                "45 00",
                "45 0000",
                "4500 000",
                "1,23,45",
                "12-15",
                "28-32k",
                "45 000 brut",
                "45 000 $",
                "45 000 GBP",
                "abc",
                "",
                "1e5",
                "inf",
                "NaN",
                "45 000 %",
                "4/5",
                "1..5",
                "45,,000",
                "k",
                ",",
                "45k k",
            ] {
                assert_eq!(of(text), json!(text), "{text}");
            }
        }
    }

    #[test]
    fn language_and_currency_tell_thousands_from_decimals_or_nobody_does() {
        let of = |text: &str, lang, code: &str| typed(field(COST, "gross"), text, &habits(lang, code));
        assert_eq!(of("45,000", Lang::En, "GBP"), json!(45_000));
        assert_eq!(of("45.000", Lang::Fr, "EUR"), json!(45_000));
        assert_eq!(of("45.000 €", Lang::Fr, ""), json!(45_000));
        for (text, lang, code) in [
            ("45,000", Lang::Fr, "EUR"),
            ("45.000", Lang::En, "EUR"),
            ("45.000", Lang::Fr, "CHF"),
            ("45.000", Lang::En, "USD"),
        ] {
            assert_eq!(of(text, lang, code), json!(text), "{text} {code}");
            assert_eq!(readings(text), Some((45_000.0, 45.0)));
            assert_eq!(has_sign(text), text.contains('€'));
        }
        // A count has no decimals, a rate of 1.085 no thousands, and 0.450 no reading but one.
        assert_eq!(typed(field(COST, "headcount"), "1.200", &habits(Lang::En, "")), json!(1200));
        assert_eq!(typed(field(COST, "mobility_rate"), "2,015", &habits(Lang::Fr, "EUR")), json!(2.015));
        assert_eq!(typed(field(COST, "mobility_rate"), "0,5 %", &habits(Lang::Fr, "EUR")), json!(0.5));
        assert_eq!(of("0.450", Lang::En, "GBP"), json!(0.45));
        assert_eq!(of("45000.123", Lang::En, "GBP"), json!(45_000.123));
    }

    #[test]
    fn signs_name_the_currency_of_the_place_or_the_only_one_that_has_them() {
        let of = |text: &str, code: &str| money(text, &habits(Lang::En, code));
        assert_eq!(of("£28k", ""), json!({ "amount": 28_000, "currency": "GBP" }));
        assert_eq!(of("$28k", "CAD"), json!({ "amount": 28_000, "currency": "CAD" }));
        assert_eq!(of("60000", "EUR"), json!({ "amount": 60_000, "currency": "EUR" }));
        assert_eq!(of("60000 francs", "CHF"), json!({ "amount": 60_000, "currency": "CHF" }));
        assert_eq!(of("60000", ""), json!({ "amount": 60_000 }));
        assert_eq!(of("$28k", ""), json!({ "amount": "$28k" }), "whose dollars?");
        assert_eq!(of("60 000 chf", "EUR"), json!({ "amount": 60_000, "currency": "CHF" }));
        assert_eq!(of("60.000EUR", ""), json!({ "amount": "60.000EUR" }), "both readings are told");
    }

    #[test]
    fn counts_have_no_decimals() {
        for (text, found) in [
            ("12", Some(12)),
            ("1 200", Some(1200)),
            ("1.200", Some(1200)),
            ("1,200", Some(1200)),
            ("3k", Some(3000)),
        ] {
            assert_eq!(count(text, &habits(Lang::Fr, "")), found, "{text}");
        }
        for text in ["-3", "1.5", "12 %", "12 €", "x"] {
            assert_eq!(count(text, &habits(Lang::Fr, "EUR")), None, "{text}");
        }
    }

    #[test]
    fn a_share_of_full_time_has_four_ways_to_be_written() {
        for (fields, name) in [(COST, "fte"), (OFFER, "fte")] {
            let of = |text: &str| typed(field(fields, name), text, &habits(Lang::Fr, "EUR"));
            for text in ["0.8", "0,8", "80", "80 %", "80%", "4/5", " 4 / 5 "] {
                assert_eq!(of(text), json!(0.8), "{text}");
            }
            assert_eq!(
                [of("1"), of("100"), of("100 %"), of("1,0")],
                [json!(1.0), json!(1.0), json!(1.0), json!(1.0)]
            );
            // Too little to be meant: it stays as it is typed, and the reader asks back.
            assert_eq!([of("0,8 %"), of("1.5"), of("8")], [json!("0,8 %"), json!("1.5"), json!("8")]);
            assert_eq!([of("x"), of("4/0"), of("80 €")], [json!("x"), json!("4/0"), json!("80 €")]);
        }
        let team = field(PROFILE, "team").fields();
        let of = |text: &str| typed(field(team, "fte_percent"), text, &habits(Lang::En, ""));
        assert_eq!(
            [of("80"), of("80 %"), of("0.8"), of("4/5"), of("1")],
            [json!(80), json!(80), json!(80), json!(80), json!(1)]
        );
    }
}

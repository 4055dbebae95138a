//! Numbers, money and dates as each language writes them.

use super::text::Lang;

/// Groups the digits of a whole number: `60 000` (narrow no-break space) or `60,000`.
#[must_use]
pub fn number(value: i128, lang: Lang) -> String {
    let digits = value.unsigned_abs().to_string();
    let separator = match lang {
        Lang::Fr => '\u{202f}',
        Lang::En => ',',
    };
    let mut out = String::new();
    if value < 0 {
        out.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A number with so many decimals, without trailing zeros: `2,08` or `2.08`.
#[must_use]
pub fn decimal(value: f64, digits: usize, lang: Lang) -> String {
    // Halves go up, as people round: 18.5 is 19.
    let value = if digits == 0 { value.round() } else { value };
    let text = format!("{value:.digits$}");
    let text = if digits > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let text = if text == "-0" { "0" } else { text };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| number(whole, lang));
    let sign = if text.starts_with("-0.") { "-" } else { "" };
    match (part, lang) {
        ("", _) => whole,
        (part, Lang::Fr) => format!("{sign}{whole},{part}"),
        (part, Lang::En) => format!("{sign}{whole}.{part}"),
    }
}

/// How people mark a currency: `€`; currencies without a common sign keep their code.
#[must_use]
pub fn sign(currency: &str, lang: Lang) -> &str {
    match (lang, currency) {
        (_, "EUR") => "€",
        (_, "GBP") => "£",
        (Lang::En, "USD") => "$",
        (Lang::Fr, "USD") => "$US",
        (Lang::En, "CAD") => "CA$",
        (Lang::Fr, "CAD") => "$CA",
        (Lang::En, "AUD") => "A$",
        (Lang::Fr, "AUD") => "$A",
        (_, "INR") => "₹",
        (_, code) => code,
    }
}

/// An amount with its currency: `60 000 €` or `€60,000`; a code stands apart: `CHF 60,000`.
#[must_use]
pub fn money(amount: i128, currency: &str, lang: Lang) -> String {
    let amount = number(amount, lang);
    match lang {
        Lang::Fr => format!("{amount}\u{a0}{}", sign(currency, lang)),
        Lang::En => match (sign(currency, lang), amount.strip_prefix('-')) {
            (code, _) if code == currency => format!("{code}\u{a0}{amount}"),
            (sign, Some(amount)) => format!("-{sign}{amount}"),
            (sign, None) => format!("{sign}{amount}"),
        },
    }
}

/// A number of hundredths: `12,50` or `12.50`; whole ones as [`number`] writes them.
#[must_use]
pub fn hundredths(hundredths: u64, lang: Lang) -> String {
    let whole = number((hundredths / 100).into(), lang);
    let mark = if lang == Lang::Fr { ',' } else { '.' };
    match hundredths % 100 {
        0 => whole,
        part => format!("{whole}{mark}{part:02}"),
    }
}

/// An amount to the cent with its currency: `12,50 €` or `€12.50`; whole amounts as [`money`] writes them.
#[must_use]
pub fn cents(amount: u64, currency: &str, lang: Lang) -> String {
    let whole = money((amount / 100).into(), currency, lang);
    whole.replacen(&number((amount / 100).into(), lang), &hundredths(amount, lang), 1)
}

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as far as it is known: `2026-11-21`, `2026-11` or `2026`; anything else stays as it is.
#[must_use]
pub fn date(text: &str, lang: Lang) -> String {
    let parts: Vec<&str> = text.split('-').collect();
    let month = |part: &str| {
        let at = part.parse::<usize>().ok()?.checked_sub(1)?;
        match lang {
            Lang::Fr => MONTHS_FR.get(at),
            Lang::En => MONTHS_EN.get(at),
        }
    };
    match parts.as_slice() {
        [year, m] => month(m).map_or_else(|| text.to_owned(), |month| format!("{month} {year}")),
        [year, m, day] => match (month(m), day.parse::<u32>()) {
            (Some(month), Ok(day)) => {
                let day = if day == 1 && lang == Lang::Fr { "1er".to_owned() } else { day.to_string() };
                format!("{day} {month} {year}")
            }
            _ => text.to_owned(),
        },
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_its_own_way() {
        assert_eq!(number(1_234_567, Lang::Fr), "1\u{202f}234\u{202f}567");
        assert_eq!(number(-1234, Lang::En), "-1,234");
        assert_eq!(number(999, Lang::En), "999");
        assert_eq!(decimal(2.08, 2, Lang::Fr), "2,08");
        assert_eq!(decimal(12_345.5, 1, Lang::En), "12,345.5");
        assert_eq!([decimal(3.0, 2, Lang::En), decimal(-0.004, 2, Lang::En)], ["3", "0"]);
        assert_eq!(decimal(-0.5, 1, Lang::Fr), "-0,5");
        assert_eq!(money(60_000, "EUR", Lang::Fr), "60\u{202f}000\u{a0}€");
        assert_eq!(money(60_000, "EUR", Lang::En), "€60,000");
        assert_eq!(money(-60_000, "CAD", Lang::En), "-CA$60,000");
        assert_eq!(money(60_000, "CHF", Lang::En), "CHF\u{a0}60,000");
        assert_eq!(money(60_000, "USD", Lang::Fr), "60\u{202f}000\u{a0}$US");
        assert_eq!(cents(1250, "EUR", Lang::Fr), "12,50\u{a0}€");
        assert_eq!(cents(123_405, "GBP", Lang::En), "£1,234.05");
        assert_eq!(date("2026-11-01", Lang::Fr), "1er novembre 2026");
        assert_eq!(date("2026-11-21", Lang::En), "21 November 2026");
        assert_eq!(date("2013", Lang::Fr), "2013");
        assert_eq!(date("2013-06", Lang::Fr), "juin 2013");
        assert_eq!(date("nonsense", Lang::Fr), "nonsense");
    }
}

//! Days and periods of validity. The domain never asks what day it is: `as_of` is an argument.

use chrono::{Datelike, NaiveDate};
use serde::Deserializer;

/// A calendar day, `YYYY-MM-DD`.
pub type Day = NaiveDate;

/// From when to when a record is in force; both ends belong to the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// First day in force.
    pub from: Day,
    /// Last day in force; none when the end is not known.
    pub to: Option<Day>,
}

impl Validity {
    /// Whether the record is in force on that day.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// Reads a day strictly as `YYYY-MM-DD` (chrono alone also takes `2026-1-1`, and takes ten times as long).
#[must_use]
pub fn parse_day(text: &str) -> Option<Day> {
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0_u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    let year = number(year).filter(|_| year.len() == 4)?;
    Day::from_ymd_opt(i32::try_from(year).ok()?, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

/// Deserializes a quoted `YYYY-MM-DD`.
///
/// # Errors
/// When the text is no such day.
pub fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
    struct Quoted;
    impl<'de> serde::de::Visitor<'de> for Quoted {
        type Value = Day;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a date in quotes, \"YYYY-MM-DD\"")
        }
        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Day, E> {
            parse_day(text).ok_or_else(|| {
                E::custom(format!("`{}` is not a date; write it as \"YYYY-MM-DD\"", text.escape_debug()))
            })
        }
        fn visit_map<A: serde::de::MapAccess<'de>>(self, _: A) -> Result<Day, A::Error> {
            Err(serde::de::Error::custom("a bare TOML date; put it in quotes: \"YYYY-MM-DD\""))
        }
    }
    deserializer.deserialize_any(Quoted)
}

/// Deserializes an optional quoted `YYYY-MM-DD`.
///
/// # Errors
/// When the text is no such day.
pub fn optional_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
    day(deserializer).map(Some)
}

/// A day on a continuous scale of years; the epoch does not matter, only differences do.
#[must_use]
pub fn years(day: Day) -> f64 {
    // Days since the common era fit a float exactly.
    f64::from(day.num_days_from_ce()) / 365.2425
}

/// The day that holds a point on the scale of [`years`].
#[must_use]
pub fn day_at(years: f64) -> Option<Day> {
    #[expect(clippy::cast_possible_truncation, reason = "days of a calendar, checked by chrono")]
    let days = (years * 365.2425 + 1e-6).floor() as i32;
    Day::from_num_days_from_ce_opt(days)
}

/// The middle of a date known to the year, the month or the day, or of a period `A/B`, on the scale of [`years`].
#[must_use]
pub fn middle(text: &str) -> Option<f64> {
    if let Some((from, to)) = text.split_once('/') {
        let (from, _) = span(from)?;
        let (_, to) = span(to)?;
        return (from < to).then_some(f64::midpoint(from, to));
    }
    span(text).map(|(from, to)| f64::midpoint(from, to))
}

/// First day, and the day after the last, of a date known to the year, the month or the day.
fn span(text: &str) -> Option<(f64, f64)> {
    let number = |part: &str, digits: usize| -> Option<u32> {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
    };
    let mut parts = text.split('-');
    let year = i32::try_from(number(parts.next()?, 4)?).ok()?;
    let (from, to) = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => (Day::from_ymd_opt(year, 1, 1)?, Day::from_ymd_opt(year + 1, 1, 1)?),
        (Some(month), None, _) => {
            let from = Day::from_ymd_opt(year, number(month, 2)?, 1)?;
            (from, from.checked_add_months(chrono::Months::new(1))?)
        }
        (Some(_), Some(_), None) => {
            let day = parse_day(text)?;
            (day, day.succ_opt()?)
        }
        _ => return None,
    };
    Some((years(from), years(to)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_date_is_placed_in_the_middle_of_what_is_known_of_it() {
        let day = |text: &str| years(parse_day(text).unwrap());
        let near = |text: &str, expected: &str| (middle(text).unwrap() - day(expected)).abs() < 1.1 / 365.0;
        assert!(near("2023", "2023-07-02"));
        assert!(near("2026-09", "2026-09-16"));
        assert!(near("2026-09-16", "2026-09-16"));
        assert!(near("2021/2023", "2022-07-02"));
        for wrong in ["", "n.d.", "2023-13", "20233", "2023/2021", "2023-01-01-01"] {
            assert_eq!(middle(wrong), None, "{wrong}");
        }
    }

    use super::*;

    #[test]
    fn a_day_holds_its_own_middle() {
        for text in ["2025-12-31", "2026-01-01", "2024-02-29"] {
            let day = parse_day(text).unwrap();
            assert_eq!([day_at(years(day)), day_at(middle(text).unwrap())], [Some(day); 2], "{text}");
        }
        assert_eq!(day_at(1e12), None);
    }

    #[test]
    fn both_ends_of_a_period_are_in_force() {
        let validity = Validity { from: parse_day("2026-01-01").unwrap(), to: parse_day("2026-01-31") };
        let at = |day| validity.contains(parse_day(day).unwrap());
        assert!(!at("2025-12-31") && at("2026-01-01") && at("2026-01-31") && !at("2026-02-01"));
    }

    #[test]
    fn only_the_full_form_is_a_day() {
        for wrong in ["2026-1-1", "2026-02-30", "20260101", "", "2026-01-01T00:00"] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
    }
}

//! Days and periods of validity. The domain never asks what day it is: `as_of` is an argument.

use chrono::NaiveDate;
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

/// Reads a day strictly as `YYYY-MM-DD` (chrono alone also takes `2026-1-1`).
#[must_use]
pub fn parse_day(text: &str) -> Option<Day> {
    let day = Day::parse_from_str(text, "%Y-%m-%d").ok()?;
    (day.to_string() == text).then_some(day)
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

#[cfg(test)]
mod tests {
    use super::*;

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

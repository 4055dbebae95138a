//! JSON as questions are written in: as `serde_json` reads it, but a key written twice is refused. Which of the two is
//! meant, nobody can tell, and readers that guess differently are a way around whoever looked at the other one.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::text::shown;

/// Longest key shown in an error, in characters.
const LONGEST: usize = 80;

/// Reads a JSON text.
///
/// # Errors
/// When it is no JSON, or an object names a key twice: with line and column.
///
/// ```
/// use rolecall::domain::json;
///
/// assert_eq!(json::read(br#"{"a": 1}"#).unwrap()["a"], 1);
/// let error = json::read(br#"{"a": {"b": 1, "b": 2}}"#).unwrap_err();
/// assert_eq!(error.to_string(), "duplicate field `b`; keep one at line 1 column 18");
/// ```
pub fn read(text: &[u8]) -> Result<Value, serde_json::Error> {
    serde_json::from_slice::<Unique>(text).map(|unique| unique.0)
}

/// A value in which no object names a key twice.
struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Unique(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            if map.contains_key(&key) {
                let key: String = key.chars().take(LONGEST).collect();
                return Err(de::Error::custom(format_args!("duplicate field `{}`; keep one", shown(&key))));
            }
            let Unique(value) = fields.next_value()?;
            map.insert(key, value);
        }
        Ok(map.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_else_is_read_as_it_always_was() {
        for text in [
            "null",
            "true",
            "-3",
            "18446744073709551615",
            "4.9e-324",
            "1e400",
            r#""a\u00e9""#,
            r#"[1, [2, {"a": []}]]"#,
            r#"{"b": 1, "a": {"b": null}}"#,
            "{",
            "[1,]",
            "",
            "{\"a\": 1} x",
        ] {
            let (ours, theirs) = (read(text.as_bytes()), serde_json::from_str::<Value>(text));
            match (ours, theirs) {
                (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{text}"),
                (ours, theirs) => {
                    assert_eq!(ours.unwrap_err().to_string(), theirs.unwrap_err().to_string(), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_key_written_twice_is_refused_wherever_it_stands() {
        for text in [r#"{"a":1,"a":1}"#, r#"[{"x":{"a":1,"\u0061":2}}]"#] {
            let error = read(text.as_bytes()).unwrap_err().to_string();
            assert!(error.starts_with("duplicate field `a`; keep one at line 1 column "), "{error}");
        }
    }
}

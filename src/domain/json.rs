//! JSON as questions are written in: as `serde_json` reads it, but a key written twice is refused. Which of the two is
//! meant, nobody can tell, and readers that guess differently are a way around whoever looked at the other one.

use std::cell::Cell;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use super::message::{Said, ids, said};
use super::text::shown;

/// Longest key shown in a fault, in characters.
const LONGEST: usize = 80;

/// How many lists and objects may stand inside one another: one less than `serde_json` reads, so that we say so.
const DEEPEST: u8 = 126;

/// Why a text is not read as JSON, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What is wrong and what to do about it, without the place.
    pub reason: Said,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in bytes.
    pub column: usize,
}

impl Fault {
    /// What is wrong where `serde_json` says so.
    #[must_use]
    pub fn of(text: &[u8], error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let found = text
            .split(|byte| *byte == b'\n')
            .nth(line.saturating_sub(1))
            .and_then(|line| line.get(column.saturating_sub(1)..))
            .map(|rest| {
                String::from_utf8_lossy(&rest[..rest.len().min(4)]).chars().take(1).collect::<String>()
            })
            .filter(|found| !found.is_empty());
        let reason = match (error.classify(), found) {
            (Category::Eof, _) => ids::JSON_CUT_SHORT.into(),
            (_, Some(found)) if found.chars().all(char::is_control) => ids::JSON_CONTROL.into(),
            (_, Some(found)) => said!(JSON_UNEXPECTED, found = shown(&found)),
            (_, None) => ids::JSON_BROKEN.into(),
        };
        Self { reason, line, column }
    }

    /// The fault with its place, as a sentence of its own.
    #[must_use]
    pub fn said(&self) -> Said {
        let (line, column) = (self.line.to_string(), self.column.to_string());
        said!(JSON_INVALID, column = column, line = line, reason = self.reason.clone())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.reason)
    }
}

/// Reads a JSON text.
///
/// # Errors
/// When it is no JSON, or an object names a key twice: with line and column.
///
/// ```
/// use rolecall::domain::json;
///
/// assert_eq!(json::read(br#"{"a": 1}"#).unwrap()["a"], 1);
/// let fault = json::read(br#"{"a": {"b": 1, "b": 2}}"#).unwrap_err();
/// assert_eq!((fault.line, fault.column), (1, 18));
/// ```
pub fn read(text: &[u8]) -> Result<Value, Fault> {
    let own = Cell::new(None);
    let mut reader = serde_json::Deserializer::from_slice(text);
    let unique = Unique { own: &own, depth: 0 };
    let read = unique.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| {
        let fault = Fault::of(text, &error);
        match own.take() {
            Some(reason) => Fault { reason, ..fault },
            None => fault,
        }
    })
}

/// A value in which no object names a key twice. What is wrong by our own rules is put down, since the errors of
/// `serde_json` carry text alone.
#[derive(Clone, Copy)]
struct Unique<'r> {
    own: &'r Cell<Option<Said>>,
    depth: u8,
}

impl Unique<'_> {
    fn inner<E: de::Error>(self) -> Result<Self, E> {
        if self.depth == DEEPEST {
            return Err(self.refuse(said!(JSON_TOO_DEEP, n = usize::from(DEEPEST))));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn refuse<E: de::Error>(self, reason: Said) -> E {
        self.own.set(Some(reason));
        E::custom("refused")
    }
}

impl<'de> DeserializeSeed<'de> for Unique<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unique<'_> {
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
        let inner = self.inner()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut map = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            if map.contains_key(&key) {
                let key: String = key.chars().take(LONGEST).collect();
                return Err(self.refuse(said!(JSON_FIELD_TWICE, key = shown(&key))));
            }
            let value = fields.next_value_seed(inner)?;
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
                    let (ours, theirs) = (ours.unwrap_err(), theirs.unwrap_err());
                    assert_eq!((ours.line, ours.column), (theirs.line(), theirs.column()), "{text}");
                }
            }
        }
    }

    #[test]
    fn faults_say_what_is_wrong_and_where() {
        let told = |text: &str| read(text.as_bytes()).unwrap_err().to_string();
        for text in [r#"{"a":1,"a":1}"#, r#"[{"x":{"a":1,"\u0061":2}}]"#] {
            assert!(told(text).contains("field “a” is written twice"), "{}", told(text));
        }
        for text in ["", "{", "[1, ", r#"{"a": "b"#] {
            assert!(told(text).contains("ends too early"), "{}", told(text));
        }
        assert!(told("[1,\n ]").starts_with("2:2: “]” cannot stand here"), "{}", told("[1,\n ]"));
        assert!(told("{\"a\": 1} é").starts_with("1:10: “é” cannot stand here"), "{}", told("{\"a\": 1} é"));
        let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(read(deep(126).as_bytes()).is_ok());
        assert!(told(&deep(127)).contains("126"), "{}", told(&deep(127)));
    }
}

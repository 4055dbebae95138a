//! Questions in files or on standard input: JSON or TOML, as one JSON value.

use std::io::{ErrorKind, Read};
use std::path::Path;

use serde_json::Value;

use super::Failure;
use super::options::lines;
use crate::domain::input::fault::InputError;
use crate::domain::input::field::Field;
use crate::domain::json;
use crate::domain::message::{Words, said};
use crate::toolkit::{read_file, read_question};

/// Largest file read, in bytes.
const MAX_BYTES: u64 = 64 * 1024;

/// The text of a file, without a byte order mark, and the name under which faults are told.
fn text(path: &Path) -> Result<(String, String), Failure> {
    let shown = path.display().to_string();
    let bytes = bytes(path).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => {
            Failure::from(said!(FILE_TOO_LARGE, file = &shown, most = MAX_BYTES.to_string()))
        }
        _ => Failure::Ask(format!("{shown}: {error}")),
    })?;
    let text =
        String::from_utf8(bytes).map_err(|_| Failure::from(said!(CLI_FILE_NOT_UTF8, file = &shown)))?;
    Ok((text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned), shown))
}

fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return read_file(path, MAX_BYTES);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Reads a question: TOML by the name of the file, or where the text does not begin as JSON does.
///
/// # Errors
/// What is wrong with the file, by line and column or by field.
pub(super) fn read(path: &Path, fields: &'static [Field], words: Words<'_>) -> Result<Value, Failure> {
    let (text, shown) = text(path)?;
    let ends =
        |ending: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending));
    if ends("toml") || !ends("json") && !text.trim_start().starts_with(['{', '[']) {
        return from_toml(&text, &shown, fields, words);
    }
    read_question(text.as_bytes()).map_err(|fault| unread(&fault, &shown, words))
}

fn from_toml(text: &str, shown: &str, fields: &'static [Field], words: Words<'_>) -> Result<Value, Failure> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let line =
            error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        Failure::Ask(format!("{shown}:{line}: {}", error.message().trim()))
    })?;
    let mut errors = Vec::new();
    let value = convert(toml::Value::Table(table), "", &mut errors);
    if errors.is_empty() {
        return Ok(value);
    }
    Err(Failure::Ask(format!("{shown}:\n  {}", lines(fields, &errors, true, words).join("\n  "))))
}

/// A text that is no JSON, with the line and column.
pub(super) fn unread(fault: &json::Fault, shown: &str, words: Words<'_>) -> Failure {
    let json::Fault { reason, line, column } = fault;
    Failure::Ask(format!("{shown}:{line}:{column}: {}", words.say(reason.clone())))
}

fn convert(value: toml::Value, pointer: &str, errors: &mut Vec<InputError>) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Boolean(yes) => Value::Bool(yes),
        toml::Value::Float(number) => serde_json::Number::from_f64(number).map_or_else(
            || {
                errors.push(InputError::not_a_number(pointer, number));
                Value::Null
            },
            Value::Number,
        ),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(list) => {
            let items = list.into_iter().enumerate();
            Value::Array(items.map(|(at, item)| convert(item, &format!("{pointer}/{at}"), errors)).collect())
        }
        toml::Value::Table(table) => {
            let item = |(name, value)| {
                let value = convert(value, &format!("{pointer}/{name}"), errors);
                (name, value)
            };
            Value::Object(table.into_iter().map(item).collect())
        }
    }
}

//! What is embedded: every file of `data/` and `templates/`, with a digest so that a start need not hash the built-in
//! data, and the records of the TOML and CSV files in a form that a start reads several times faster.

#![expect(clippy::disallowed_methods, reason = "a build script reads the files that it embeds")]

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Number, Value, json};
use toml::de::{DeTable, DeValue};

/// Kept out of the digest: they say something *about* the data (`verified.txt` holds the digest itself).
const NOT_DATA: [&str; 2] = ["data/README.md", "data/verified.txt"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut files = Vec::new();
    for root in ["data", "templates"] {
        walk(Path::new(root), &mut files);
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files.iter().filter(|file| file.starts_with("data")) {
        let name = file.to_string_lossy().replace('\\', "/");
        if !NOT_DATA.contains(&name.as_str()) {
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(std::fs::read(file).unwrap_or_default());
            hash.update([0]);
        }
    }
    let mut hex = String::new();
    for byte in hash.finalize() {
        let _ = write!(hex, "{byte:02x}");
    }
    println!("cargo::rustc-env=ROLECALL_DATA_DIGEST={hex}");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo says where to write")?);
    let mut list = String::from("&[\n");
    for (number, file) in files.iter().enumerate() {
        let name = file.to_string_lossy().replace('\\', "/");
        let path = name.strip_prefix("data/").unwrap_or(&name);
        let text = std::fs::read_to_string(file)?;
        let prepared = match path.rsplit_once('.') {
            _ if path == name => None,
            Some((_, "toml")) => records(&text).map(|records| records.to_string()),
            Some((_, "csv")) => rows(&text),
            _ => None,
        };
        // Paths in quotes, as Rust reads them.
        let quoted = |path: &Path| format!("{:?}", path.to_string_lossy());
        let prepared = match prepared {
            None => "None".to_owned(),
            Some(prepared) => {
                let at = out.join(format!("{number}.prepared"));
                std::fs::write(&at, prepared)?;
                format!("Some(include_str!({}))", quoted(&at))
            }
        };
        let whole = quoted(&std::fs::canonicalize(file)?);
        let _ = writeln!(
            list,
            "    Builtin {{ path: {path:?}, shown: {name:?}, text: include_str!({whole}), prepared: {prepared} }},"
        );
    }
    list.push(']');
    std::fs::write(out.join("builtin.rs"), list)?;
    Ok(())
}

/// The rows of a CSV file, the first with the names of its columns: each begins with U+001E, then the byte at which it
/// begins, then its fields, each with U+001F before and after it.
fn rows(text: &str) -> Option<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut out = String::new();
    for record in reader.records() {
        let record =
            record.ok().filter(|record| !record.iter().any(|field| field.contains(['\u{1e}', '\u{1f}'])))?;
        let _ = write!(out, "\u{1e}{}\u{1f}", record.position()?.byte());
        record.iter().for_each(|field| out.extend([field, "\u{1f}"]));
    }
    Some(out)
}

/// The records of a file that holds one list of them, each with the byte at which it begins. Nothing for any other file
/// and for one with an error: those are read as TOML, which says what is wrong.
fn records(text: &str) -> Option<Value> {
    let table = DeTable::parse(text).ok()?.into_inner();
    let mut lists = table.into_iter();
    let (Some((_, list)), None) = (lists.next(), lists.next()) else { return None };
    let DeValue::Array(list) = list.into_inner() else { return None };
    list.into_iter()
        .map(|item| {
            let at = item.span().start;
            let DeValue::Table(_) = item.get_ref() else { return None };
            Some(json!({ "at": at, "value": value(item.into_inner())? }))
        })
        .collect::<Option<Vec<Value>>>()
        .map(Value::Array)
}

fn value(found: DeValue<'_>) -> Option<Value> {
    Some(match found {
        DeValue::String(text) => Value::String(text.into_owned()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok()?.into(),
        DeValue::Float(number) => Value::Number(Number::from_f64(number.as_str().parse().ok()?)?),
        DeValue::Boolean(yes) => Value::Bool(yes),
        // No record has one: days are texts.
        DeValue::Datetime(_) => return None,
        DeValue::Array(list) => {
            list.into_iter().map(|item| value(item.into_inner())).collect::<Option<_>>().map(Value::Array)?
        }
        DeValue::Table(fields) => fields
            .into_iter()
            .map(|(name, item)| Some((name.into_inner().into_owned(), value(item.into_inner())?)))
            .collect::<Option<_>>()
            .map(Value::Object)?,
    })
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    println!("cargo::rerun-if-changed={}", folder.display());
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
}

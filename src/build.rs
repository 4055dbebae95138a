//! What is embedded: every file of `data/` and `templates/`, with a digest so that a start need not hash the built-in
//! data, and the records of the TOML and CSV files in a form that a start reads several times faster.

#![expect(clippy::disallowed_methods, reason = "a build script reads the files that it embeds")]

use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Number, Value, json};
use toml::de::{DeTable, DeValue};

#[path = "domain/job/wording/beginnings.rs"]
#[expect(unreachable_pub, dead_code, reason = "the crate uses it too")]
mod beginnings;
#[path = "domain/message/ftl.rs"]
#[expect(unreachable_pub, reason = "the crate uses it too")]
mod ftl;
#[path = "domain/message/typography.rs"]
#[expect(unreachable_pub, reason = "the crate uses it too")]
mod typography;

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
    println!("cargo::rustc-env=ROLECALL_TARGET={}", std::env::var("TARGET")?);
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo says where to write")?);
    let mut list = String::from("&[\n");
    for (number, file) in files.iter().enumerate() {
        let name = file.to_string_lossy().replace('\\', "/");
        let path = name.strip_prefix("data/").unwrap_or(&name);
        let text = std::fs::read_to_string(file)?;
        let prepared = match path.rsplit_once('.') {
            _ if path == name => None,
            Some((_, "toml")) => records(&text).or_else(|| single(&text)).map(|records| records.to_string()),
            Some((_, "csv")) => rows(&text, path == WORDING),
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
    std::fs::write(out.join("messages.rs"), messages(&files)?)?;
    Ok(())
}

/// Files whose messages code does not name: templates do, or they are found by a code of an answer. The test suite says
/// whether each is used; of the others, the compiler does.
const FOUND_BY_ID: [&str; 5] = ["common.ftl", "documents.ftl", "findings.ftl", "pages.ftl", "reports.ftl"];

/// The catalogue of messages as Rust: a constant for each message that code may name, the ids with their places, and the
/// texts in each language. A message that a language lacks, or that has places of its own in one, stops the build.
fn messages(files: &[PathBuf]) -> Result<String, String> {
    let mut languages: BTreeMap<String, BTreeMap<String, (ftl::Entry, String)>> = BTreeMap::new();
    for path in files {
        let name = path.to_string_lossy().replace('\\', "/");
        let Some((lang, file)) = name.strip_prefix("data/messages/").and_then(|rest| rest.split_once('/'))
        else {
            continue;
        };
        let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
        let entries = ftl::read(&text, &|text| typography::written(text, lang))
            .map_err(|wrong| format!("{name}:{}: {}", wrong.line, wrong.reason))?;
        let known = languages.entry(lang.to_owned()).or_default();
        for entry in entries {
            let (id, line) = (entry.id.clone(), entry.line);
            if known.insert(id.clone(), (entry, file.to_owned())).is_some() {
                return Err(format!("{name}:{line}: `{id}` stands twice; keep one"));
            }
        }
    }
    let ids: BTreeSet<&String> = languages.values().flat_map(BTreeMap::keys).collect();
    let (mut consts, mut table) = (String::new(), String::new());
    let mut texts: Vec<String> = vec![String::new(); languages.len()];
    for (index, id) in ids.iter().enumerate() {
        let mut places = BTreeSet::new();
        let mut named = false;
        for ((lang, known), texts) in languages.iter().zip(&mut texts) {
            let (entry, file) = known.get(*id).ok_or_else(|| {
                format!("data/messages/{lang}: `{id}` is missing; write it in this language too")
            })?;
            places.extend(&entry.places);
            let _ = writeln!(texts, "    {:?},", entry.pattern);
            named = !FOUND_BY_ID.contains(&file.as_str());
        }
        let places: Vec<&String> = places.into_iter().collect();
        if named {
            let name = id.replace('-', "_").to_uppercase();
            let _ =
                writeln!(consts, "pub(crate) const {name}: Message = Message::new({index}, &{places:?});");
        }
        let _ = writeln!(table, "    ({id:?}, &{places:?}, {named}),");
    }
    let count = ids.len();
    let mut out = format!(
        "{consts}\n/// Every message in order of id, with its places and whether code may name it.\n"
    );
    let _ = writeln!(out, "pub(super) static IDS: [(&str, &[&str], bool); {count}] = [\n{table}];");
    let _ = writeln!(
        out,
        "\n/// The resolved patterns in the order of the ids, by language in order of its code."
    );
    let _ = writeln!(out, "pub(super) static PATTERNS: [[&str; {count}]; {}] = [", texts.len());
    for texts in texts {
        let _ = writeln!(out, "[\n{texts}],");
    }
    out.push_str("];\n");
    Ok(out)
}

/// The rules on wording: to their rows the build script adds what their patterns begin with.
const WORDING: &str = "job-ads/wording.csv";

/// The rows of a CSV file, the first with the names of its columns: each begins with U+001E, then the byte at which it
/// begins, then its fields, each with U+001F before and after it. With `begun`, a last column holds the beginnings of the
/// pattern.
fn rows(text: &str, begun: bool) -> Option<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut out = String::new();
    let mut pattern = None;
    for record in reader.records() {
        let record =
            record.ok().filter(|record| !record.iter().any(|field| field.contains(['\u{1e}', '\u{1f}'])))?;
        let _ = write!(out, "\u{1e}{}\u{1f}", record.position()?.byte());
        record.iter().for_each(|field| out.extend([field, "\u{1f}"]));
        match pattern {
            _ if !begun => {}
            None => {
                pattern = Some(record.iter().position(|name| name == "pattern")?);
                out.push_str("beginnings\u{1f}");
            }
            Some(at) => {
                let found = beginnings::beginnings(record.get(at)?).ok()?;
                out.extend([&beginnings::joined(&found), "\u{1f}"]);
            }
        }
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

/// The record of a file that is one. Nothing for a file with an error, which is read as TOML.
fn single(text: &str) -> Option<Value> {
    value(DeValue::Table(DeTable::parse(text).ok()?.into_inner()))
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

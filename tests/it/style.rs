//! What `docs/style.md` asks of every sentence, as far as it can be checked.

use std::path::{Path, PathBuf};

use rolecall::domain::message::{Message, Messages};
use rolecall::domain::text::Lang;

use crate::root;

/// Where a text stands, its language, the text.
type Found = (String, Lang, String);

/// Every sentence of the catalogue and of the records.
fn texts() -> Vec<Found> {
    let mut found: Vec<Found> = Message::all()
        .flat_map(|message| {
            [Lang::Fr, Lang::En].map(|lang| {
                let text = Messages::builtin().pattern(message, lang).to_owned();
                (format!("message {}", message.id()), lang, text)
            })
        })
        .collect();
    let mut files = Vec::new();
    walk(&root().join("data"), &mut files);
    for file in files {
        let name = file.strip_prefix(root()).unwrap().display().to_string();
        // Lists of words to be recognised in ads hold whatever ads hold.
        if name.starts_with("data/job-ads") {
            continue;
        }
        let Ok(table) = toml::from_str::<toml::Value>(&std::fs::read_to_string(&file).unwrap()) else {
            continue;
        };
        collect(&name, &table, &mut found);
    }
    found
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
}

/// The texts of a record: whatever stands under `fr` and `en`.
fn collect(place: &str, value: &toml::Value, found: &mut Vec<Found>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match (Lang::find(key), value.as_str()) {
                    (Some(lang), Some(text)) => found.push((place.to_owned(), lang, text.to_owned())),
                    _ => collect(&format!("{place} {key}"), value, found),
                }
            }
        }
        toml::Value::Array(list) => list.iter().for_each(|item| collect(place, item, found)),
        _ => {}
    }
}

/// What to avoid: the first column of the last table of the style note.
fn avoided() -> Vec<String> {
    let note = std::fs::read_to_string(root().join("docs/style.md")).unwrap();
    let (_, table) = note.split_once("## Words to avoid").unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(2);
    rows.map(|line| line.split('|').nth(1).unwrap().trim().to_lowercase()).collect()
}

#[test]
fn sentences_keep_to_the_style_note() {
    let (avoided, texts) = (avoided(), texts());
    assert!(avoided.len() >= 10 && texts.len() > 4000, "{} words, {} texts", avoided.len(), texts.len());
    let mut faults = Vec::new();
    for (place, lang, text) in &texts {
        let flat = text.replace(['\u{a0}', '\u{202f}'], " ");
        let mut fault = |what: &str| faults.push(format!("{place} ({lang}): {what}: {text}"));
        let within = |line: &&str| line.trim().contains("  ");
        // Lines of a choice are indented; what is drawn with characters keeps its spaces.
        if flat.lines().any(|line| within(&line)) && !flat.contains('├') {
            fault("two spaces");
        }
        // Code is quoted as code.
        let prose: String = flat.split('`').step_by(2).collect();
        if *lang == Lang::Fr && prose.contains('"') && !prose.contains("{ \"") {
            fault("straight quotation marks");
        }
        if let Some(word) = avoided.iter().find(|word| prose.to_lowercase().contains(word.as_str())) {
            fault(&format!("“{word}”"));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn headlines_are_short() {
    for (place, lang, text) in texts() {
        let headline = place.contains("headline-") || place.ends_with(" headline");
        let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
        assert!(!headline || words <= 30, "{place} ({lang}): {words} words: {text}");
    }
}

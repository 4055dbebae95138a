//! Every text for users: both languages, French typography, nothing left over.

use rolecall::domain::message::{Message, Messages};
use rolecall::domain::text::Lang;

use super::{root, toolkit};

/// French texts of the data, with where they stand.
fn french() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut files = Vec::new();
    walk(&root().join("data"), &mut files);
    for file in files {
        let name = file.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        if file.extension().is_some_and(|end| end == "toml") {
            collect(&text.parse::<toml::Table>().unwrap().into(), &name, &mut texts);
        } else if file.extension().is_some_and(|end| end == "csv") {
            let mut rows = csv::Reader::from_reader(text.as_bytes());
            let french: Vec<usize> = rows
                .headers()
                .unwrap()
                .iter()
                .enumerate()
                .filter(|(_, column)| *column == "fr" || column.ends_with("_fr"))
                .map(|(at, _)| at)
                .collect();
            for row in rows.records() {
                let row = row.unwrap();
                french.iter().for_each(|at| texts.push((format!("{name}/{}", &row[0]), row[*at].to_owned())));
            }
        }
    }
    let fr = |message| (format!("message {message:?}"), Messages::BUILTIN.get(message, Lang::Fr).to_owned());
    texts.extend(Message::all().map(fr));
    assert!(texts.len() > 2_000);
    texts
}

pub(crate) fn walk(folder: &std::path::Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, files) } else { files.push(path) }
    }
}

fn collect(value: &toml::Value, place: &str, texts: &mut Vec<(String, String)>) {
    match value {
        toml::Value::Table(table) => {
            let id = table
                .get("id")
                .and_then(toml::Value::as_str)
                .map_or(place.to_owned(), |id| format!("{place}/{id}"));
            if let (Some(fr), Some(en)) =
                (table.get("fr").and_then(toml::Value::as_str), table.get("en").and_then(toml::Value::as_str))
            {
                assert!(!en.trim().is_empty(), "{id}");
                texts.push((id.clone(), fr.to_owned()));
            }
            table.values().for_each(|value| collect(value, &id, texts));
        }
        toml::Value::Array(list) => list.iter().for_each(|value| collect(value, place, texts)),
        _ => {}
    }
}

#[test]
fn french_is_set_as_the_french_set_it() {
    let mut wrong = Vec::new();
    for (place, text) in french() {
        let chars: Vec<char> = text.chars().collect();
        for (at, pair) in chars.windows(2).enumerate() {
            let bad = match (pair[0], pair[1]) {
                (' ', ';' | '!' | '?' | '»' | '%') | ('«', ' ') => true,
                (' ', ':') => chars.get(at + 2).is_none_or(|next| !next.is_alphanumeric()),
                (c, '\'') => c.is_alphabetic() && chars.get(at + 2).is_some_and(|next| next.is_alphabetic()),
                _ => false,
            };
            if bad {
                let context: String =
                    chars[at.saturating_sub(15)..(at + 15).min(chars.len())].iter().collect();
                wrong.push(format!("{place}: …{context}…"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} places, first: {:#?}", wrong.len(), &wrong[..wrong.len().min(10)]);
}

#[test]
fn no_statement_of_the_articles_is_orphaned() {
    let toolkit = toolkit();
    let cited: std::collections::BTreeSet<String> =
        toolkit.catalog().citations().unwrap().into_iter().map(|(_, citation)| citation.to_owned()).collect();
    // `F` and a number: not of the five articles that the roles are told by, but beside them.
    let statements = &toolkit.catalog().reference().unwrap().statements;
    let of_articles: Vec<_> = statements.iter().filter(|statement| !statement.id.starts_with('F')).collect();
    assert!(of_articles.len() >= 40, "{}", of_articles.len());
    for statement in of_articles {
        let id = format!("{}/{}", statement.source, statement.id);
        assert!(cited.contains(&id), "{id} is cited by no record and no rule");
    }
}

#[test]
fn every_statement_has_a_source_and_every_source_a_use() {
    let toolkit = toolkit();
    let reference = toolkit.catalog().reference().unwrap();
    let cited = toolkit.catalog().citations().unwrap();
    for source in &toolkit.catalog().decide().sources {
        let used = cited.iter().any(|(_, citation)| citation.split('/').next() == Some(&source.id))
            || reference.statements.iter().any(|statement| statement.source == source.id);
        assert!(used || source.id == "equaero-2010", "source {} stands behind nothing", source.id);
    }
}

#[test]
fn every_goal_of_the_data_is_there_and_read_by_one_rule() {
    let toolkit = toolkit();
    let decide = toolkit.catalog().decide();
    let written = std::fs::read_to_string(root().join("data/goals.toml")).unwrap();
    let written: toml::Table = written.parse().unwrap();
    let written: Vec<&str> =
        written["goal"].as_array().unwrap().iter().map(|goal| goal["id"].as_str().unwrap()).collect();
    let known: Vec<&str> = decide.goals.iter().map(|goal| goal.id.as_str()).collect();
    assert_eq!(known, written);
    for id in known {
        assert!(decide.goal_index.find(id).is_some(), "{id}");
        let readers = decide.rules.iter().filter(|rule| {
            rule.in_force(super::today())
                && rule.then.layer() == rolecall::domain::decide::rule::Layer::Need
                && rule.when.goals_any.iter().any(|goal| goal == id)
        });
        assert_eq!(readers.count(), 1, "{id}");
    }
}

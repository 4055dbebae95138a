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
    let ids = (1..=8)
        .map(|n| format!("adaptlypost/A{n}"))
        .chain((1..=7).map(|n| format!("workflows/W{n}")))
        .chain((1..=11).map(|n| format!("atypique/N{n}")))
        .chain((1..=9).map(|n| format!("journal-du-cm/J{n}")))
        .chain((1..=5).map(|n| format!("difference-2013/D{n}")));
    for id in ids {
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
fn every_goal_of_the_design_is_there() {
    let goals = toolkit();
    let index = &goals.catalog().decide().goal_index;
    let designed: Vec<&str> = "define-strategy content-strategy awareness new-channels fresh-tone product-launch advertising recurring-campaigns content-marketing partnerships lead-acquisition reputation crisis-response competitive-watch performance-reporting team-coordination community-bonding moderation customer-support retention advocacy product-feedback prospect-outreach editorial-content website online-shop seo seo-articles photography video graphic-design".split(' ').collect();
    for id in &designed {
        assert!(index.find(id).is_some(), "{id}");
    }
    assert_eq!(index.len(), designed.len(), "a goal that the design does not know");
}

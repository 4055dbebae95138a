//! Cases as data: `tests/cases/*.toml`.

use serde::Deserialize;
use serde_json::Value;

use super::{asking, root, toolkit};
use rolecall::domain::text::Lang;
use rolecall::toolkit::{Toolkit, to_json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) given: Value,
    verdict: Option<String>,
    first_hire: Option<String>,
    people: Option<u64>,
    arrangement: Option<String>,
    principles: Option<usize>,
    time_split: Option<usize>,
    #[serde(default)]
    professions: Vec<String>,
    #[serde(default)]
    disagreements: Vec<String>,
    #[serde(default)]
    advice: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

/// Every case of the suite.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut files: Vec<_> =
        std::fs::read_dir(root().join("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file: &std::path::PathBuf| file.is_file());
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        cases.extend(
            toml::from_str::<File>(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display())).case,
        );
    }
    assert!(cases.len() >= 20);
    cases
}

/// The answer to a case, as JSON.
pub(crate) fn answer(toolkit: &Toolkit, given: &Value, lang: Lang) -> Value {
    let profile = toolkit.read_profile(&serde_json::to_vec(given).unwrap(), true).unwrap();
    serde_json::from_slice(&to_json(&toolkit.recommend(&profile, asking(lang)).unwrap())).unwrap()
}

fn ids<'v>(list: &'v Value, field: &str) -> Vec<&'v str> {
    list.as_array().unwrap().iter().map(|item| item[field].as_str().unwrap()).collect()
}

#[test]
fn every_case_comes_out_as_the_articles_say() {
    let toolkit = toolkit();
    let mut wrong = Vec::new();
    for case in all() {
        let answer = answer(&toolkit, &case.given, Lang::En);
        let mut expect = |what: &str, wanted: Option<Value>, got: &Value| {
            if wanted.as_ref().is_some_and(|wanted| wanted != got) {
                wrong.push(format!("{}: {what} is {got}, not {}", case.name, wanted.unwrap()));
            }
        };
        expect("verdict", case.verdict.map(Value::from), &answer["verdict"]);
        let first = case.first_hire.map(|role| if role == "none" { Value::Null } else { Value::from(role) });
        expect("first_hire", first, &answer["first_hire"]);
        let staffing = &answer["staffing"];
        let positions = staffing["positions"].as_array().unwrap();
        let total: u64 = positions.iter().map(|position| position["count"].as_u64().unwrap()).sum();
        expect("sum of positions", Some(staffing["people"].clone()), &Value::from(total));
        expect("people", case.people.map(Value::from), &staffing["people"]);
        expect("arrangement", case.arrangement.map(Value::from), &staffing["arrangement"]);
        expect(
            "principles",
            case.principles.map(Value::from),
            &Value::from(staffing["principles"].as_array().unwrap().len()),
        );
        if let Some(parts) = case.time_split {
            let split = staffing["positions"][0]["time_split"].as_array().unwrap();
            expect("time split", Some(Value::from(parts)), &Value::from(split.len()));
            let total: u64 = split.iter().map(|part| part["percent"].as_u64().unwrap()).sum();
            expect("total of the time split", Some(Value::from(100)), &Value::from(total));
        }
        for (what, wanted, got) in [
            ("profession", &case.professions, ids(&answer["other_professions"], "id")),
            ("disagreement", &case.disagreements, ids(&answer["disagreements"], "id")),
            ("advice", &case.advice, ids(&answer["advice"], "rule")),
        ] {
            for id in wanted.iter().filter(|id| !got.contains(&id.as_str())) {
                wrong.push(format!("{}: {what} {id} is missing from {got:?}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_answer_says_where_it_comes_from() {
    let toolkit = toolkit();
    for case in all() {
        for lang in Lang::ALL {
            let answer = answer(&toolkit, &case.given, *lang);
            let sources = ids(&answer["sources"], "id");
            assert!(
                !sources.is_empty()
                    && answer["as_of"] == "2026-11-21"
                    && answer["data_version"] == toolkit.catalog().version()
            );
            assert_eq!(answer["digest"].as_str().unwrap().len(), 64);
            for reason in answer["reasons"].as_array().unwrap() {
                let cited = reason["sources"].as_array().unwrap();
                assert!(!cited.is_empty() && reason["strength"].is_string(), "{reason}");
                for citation in cited {
                    let source = citation.as_str().unwrap().split('/').next().unwrap();
                    assert!(sources.contains(&source), "{citation} is cited but not listed");
                }
            }
        }
    }
}

#[test]
fn both_languages_decide_alike() {
    let toolkit = toolkit();
    for case in all() {
        let (fr, en) = (answer(&toolkit, &case.given, Lang::Fr), answer(&toolkit, &case.given, Lang::En));
        for field in ["verdict", "first_hire", "scores", "counterfactuals", "digest", "runner_up", "input"] {
            let ids = |answer: &Value| without_sentences(answer[field].clone(), field);
            assert_eq!(ids(&fr), ids(&en), "{}: {field}", case.name);
        }
        assert_ne!(fr["headline"], en["headline"]);
    }
}

/// An answer without its sentences: ids, codes, numbers and structure stay, so that words may be changed.
fn without_sentences(value: Value, field: &str) -> Value {
    match value {
        Value::String(text)
            if text.contains(char::is_whitespace) || ["name", "text", "title"].contains(&field) =>
        {
            Value::from("[words]")
        }
        Value::Array(list) => list.into_iter().map(|item| without_sentences(item, field)).collect(),
        Value::Object(map) => {
            map.into_iter().map(|(field, item)| (field.clone(), without_sentences(item, &field))).collect()
        }
        other => other,
    }
}

#[test]
fn answers_look_as_they_did() {
    let toolkit = toolkit();
    for (name, json) in [
        (
            "startup",
            r#"{"presence_stage":"launching","goals":["awareness","new-channels","content-strategy"],"employees":4}"#,
        ),
        (
            "hybrid",
            r#"{"presence_stage":"growing","goals":["retention","content-strategy","website"],"employees":3,"max_hires":1,"workload":{"messages_per_week":60,"posts_per_week":4}}"#,
        ),
        (
            "large",
            r#"{"presence_stage":"established","goals":["define-strategy","retention"],"employees":800,"workload":{"messages_per_week":900,"posts_per_week":20}}"#,
        ),
    ] {
        let given: Value = serde_json::from_str(json).unwrap();
        let answer = without_sentences(answer(&toolkit, &given, Lang::En), "");
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_json_snapshot!(name, answer, { ".digest" => "[digest]" });
        });
    }
}

//! Teams for realistic companies, beside what two experienced heads of social would sign: `tes../cases/teams/first.json`, which
//! the parameters were set with, and `second.json`, written by somebody who knew neither those nor the model.

use serde_json::Value;

use super::{asking, toolkit};
use rolecall::domain::text::Lang;
use rolecall::toolkit::to_json;

/// What lies outside the ranges that were expected.
fn differences(expected: &Value, answer: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let staffing = &answer["staffing"];
    let within = |range: &Value, value: f64, slack: f64| {
        value >= range[0].as_f64().unwrap() - slack
            && range[1].as_f64().is_none_or(|most| value <= most + slack)
    };
    let hours = staffing["load"]["hours"]["typical"].as_f64().unwrap();
    if !within(&expected["hours"], hours, 0.0) {
        found.push(format!("{hours} hours, not {}", expected["hours"]));
    }
    let people = staffing["people"].as_f64().unwrap();
    if !within(&expected["people"], people, 0.0) {
        found.push(format!("{people} people, not {}", expected["people"]));
    }
    if !expected["first_hire"].as_array().unwrap().contains(&answer["first_hire"]) {
        found.push(format!("first {}, not {}", answer["first_hire"], expected["first_hire"]));
    }
    let level = &staffing["positions"][0]["level"];
    let levels = expected["level"].as_array().unwrap();
    if !level.is_null() && !levels.is_empty() && !levels.contains(level) {
        found.push(format!("{level}, not {levels:?}"));
    }
    let support =
        |id: &Value| staffing["support"].as_array().unwrap().iter().find(|item| item["profession"] == *id);
    for item in expected["support"].as_array().unwrap() {
        let hours = support(&item["profession"]).map_or(0.0, |found| found["hours"].as_f64().unwrap());
        if !within(&item["hours"], hours, 1.0) {
            found.push(format!("{hours} hours of {}, not {}", item["profession"], item["hours"]));
        }
    }
    for item in staffing["support"].as_array().unwrap() {
        let named = expected["support"].as_array().unwrap().iter();
        if !named.clone().any(|known| known["profession"] == item["profession"]) {
            found.push(format!("{} was not expected", item["profession"]));
        }
    }
    found
}

#[test]
fn teams_are_those_that_a_head_of_social_would_sign() {
    let toolkit = toolkit();
    let mut wrong = Vec::new();
    for (file, least) in
        [(include_str!("../cases/teams/first.json"), 30), (include_str!("../cases/teams/second.json"), 20)]
    {
        let cases: Vec<Value> = serde_json::from_str(file).unwrap();
        let agreed = cases.iter().filter(|case| case["differs"].is_null()).count();
        assert!(agreed >= least, "{agreed} of {}", cases.len());
        for case in cases {
            assert!(case["why"].as_str().unwrap().len() > 15, "{}: no reason", case["id"]);
            let profile = toolkit.read_profile(case["given"].to_string().as_bytes(), true).unwrap();
            let answer = toolkit.recommend(&profile, asking(Lang::En)).unwrap();
            let answer: Value = serde_json::from_slice(&to_json(&answer)).unwrap();
            let found = differences(&case["expect"], &answer);
            // A case that is said to differ must: what has come right is no exception any more.
            if found.is_empty() != case["differs"].is_null() {
                wrong.push(format!("{}: {found:?} (differs: {})", case["id"], case["differs"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_agency_with_hours_left_leaves_nobody_to_hire_until_the_work_is_counted() {
    let of = |employees: Option<u32>, work: Value| {
        let mut profile = serde_json::json!({
            "presence_stage": "absent",
            "goals": ["product-feedback"],
            "team": { "social_media_managers": 1, "agency": {} },
            "workload": work,
        });
        if let Some(employees) = employees {
            profile["employees"] = employees.into();
        }
        let toolkit = toolkit();
        let profile = toolkit.read_profile(profile.to_string().as_bytes(), true).unwrap();
        let answer = toolkit.recommend(&profile, asking(Lang::En)).unwrap();
        let answer: Value = serde_json::from_slice(&to_json(&answer)).unwrap();
        let text = |value: &Value| value.as_str().unwrap_or("nobody").to_owned();
        (text(&answer["staffing"]["arrangement"]), text(&answer["first_hire"]))
    };
    let pair = |arrangement: &str, first: &str| (arrangement.to_owned(), first.to_owned());
    assert_eq!(of(None, Value::Null), pair("covered", "nobody"));
    assert_eq!(of(Some(50), Value::Null), pair("covered", "nobody"), "one hour a week is no post");
    let much = serde_json::json!({ "messages_per_week": 3000 });
    assert_eq!(of(None, much).1, "community-manager");
}

//! Answers to many questions at once, and lists in pages.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde_json::json;

use super::api::{Answer, app, get, named, post, problem};

#[test]
fn many_profiles_are_answered_as_each_would_be() {
    let app = app();
    let path = "/v1/recommendations/batch?lang=fr";
    let profiles = [
        json!({"presence_stage": "launching", "goals": ["awareness"], "employees": 4}),
        json!({"presence_stage": "growing"}),
        json!("nonsense"),
        json!({"presence_stage": "established", "goals": [{"goal": "retention", "priority": "secondary"}, "seo"]}),
    ];
    let answer = post(&app, path, json!(profiles).to_string());
    assert_eq!((answer.status, named(&answer, "content-language")), (StatusCode::OK, "fr"));
    let found = answer.json();
    assert_eq!(found["failed"], 2);
    let results = found["results"].as_array().unwrap();
    assert_eq!(results.len(), profiles.len());
    for (profile, result) in profiles.iter().zip(results) {
        let single = post(&app, "/v1/recommendations?lang=fr", profile.to_string());
        let mut expected = single.json();
        let kind = if single.status == StatusCode::OK { "recommendation" } else { "problem" };
        // One request has one id.
        expected.as_object_mut().unwrap().remove("instance");
        assert_eq!(*result, json!({ kind: expected }));
    }
    let many = |count: usize| post(&app, path, json!(vec![&profiles[0]; count]).to_string());
    let hundred = many(100).json();
    assert_eq!((hundred["results"].as_array().unwrap().len(), &hundred["failed"]), (100, &json!(0)));
    for answer in [many(0), many(101), post(&app, path, "{}"), post(&app, path, "7")] {
        let body = problem(&answer, 422, "invalid-input");
        assert_eq!(body["errors"][0]["pointer"], "");
    }
    for broken in ["", "[", "[{]", "[{}", r#"[{"goals":[}]"#, "[] []"] {
        problem(&post(&app, path, broken), 400, "invalid-json");
    }
    problem(&post(&app, path, format!("[{}]", "[".repeat(30_000))), 400, "invalid-json");
    problem(&post(&app, path, vec![b' '; 70_000]), 413, "body-too-large");
}

#[test]
fn pages_of_a_list_hold_every_item_once() {
    let app = app();
    for (list, items, limit) in [
        ("/v1/rules", "rules", 7),
        ("/v1/rules?layer=verdict", "rules", 2),
        ("/v1/sources", "publications", 9),
    ] {
        let ids = |answer: &Answer| {
            let body = answer.json();
            let list =
                body[items].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned());
            list.collect::<Vec<_>>()
        };
        let whole = get(&app, list);
        assert_eq!(named(&whole, "link"), "", "{list}");
        let joint = if list.contains('?') { '&' } else { '?' };
        let mut next = format!("{list}{joint}limit={limit}&as_of=2026-11-20&lang=fr");
        let mut found = Vec::new();
        let mut pages = 0;
        while !next.is_empty() {
            let page = get(&app, &next);
            assert_eq!(page.status, StatusCode::OK, "{next}");
            // Later pages are of the day and in the language of the first.
            assert_eq!(page.json()["as_of"], "2026-11-20");
            assert_eq!(named(&page, "content-language"), "fr");
            let link = named(&page, "link");
            assert!(ids(&page).len() == limit || link.is_empty(), "{next}");
            found.extend(ids(&page));
            next = match link.strip_prefix('<').and_then(|link| link.strip_suffix(">; rel=\"next\"")) {
                Some(next) => next.to_owned(),
                None => String::new(),
            };
            pages += 1;
        }
        assert_eq!(found, ids(&whole), "{list}");
        assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "{list}");
        assert!(pages >= 3 && pages == found.len().div_ceil(limit), "{list}: {pages}");
    }
    for limit in ["0", "501", "-1", "x", "1.5", ""] {
        problem(&get(&app, &format!("/v1/rules?limit={limit}")), 400, "invalid-parameter");
    }
    let body = problem(&get(&app, "/v1/sources?after=nobody"), 422, "invalid-input");
    assert_eq!(body["errors"][0]["pointer"], "/after");
    let last = get(&app, "/v1/rules?limit=500");
    assert_eq!(named(&last, "link"), "");
}

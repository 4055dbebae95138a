//! The API: statuses, problem documents, languages, validators, documented examples.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::{today, toolkit};
use rolecall::app::{App, Process};
use rolecall::server::{Edge, router};

/// A token that is long enough.
pub(crate) const TOKEN: &str = "0123456789abcdef";

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.bytes)))
    }

    pub(crate) fn header(&self, name: &header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// The value of a header by its name; empty if the answer has none.
pub(crate) fn named<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

pub(crate) fn app() -> axum::Router {
    with(Process::default(), &Edge::default())
}

/// The service with other settings than its defaults.
pub(crate) fn with(process: Process, edge: &Edge) -> axum::Router {
    router(&App::new(toolkit(), today, None, Arc::new(process)), edge)
}

pub(crate) fn send(app: &axum::Router, request: Request<Body>) -> Answer {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let response = app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
        }
    })
}

pub(crate) fn get(app: &axum::Router, path: &str) -> Answer {
    send(app, Request::get(path).body(Body::empty()).unwrap())
}

pub(crate) fn post(app: &axum::Router, path: &str, body: impl Into<Body>) -> Answer {
    send(app, Request::post(path).header(header::CONTENT_TYPE, "application/json").body(body.into()).unwrap())
}

/// Checks that an answer is a problem document of one sort.
pub(crate) fn problem(answer: &Answer, status: u16, slug: &str) -> Value {
    assert_eq!(answer.status.as_u16(), status, "{}", String::from_utf8_lossy(&answer.bytes));
    assert_eq!(answer.header(&header::CONTENT_TYPE), "application/problem+json");
    let body = answer.json();
    assert_eq!(body["type"], format!("/docs#problem-{slug}"), "{body}");
    assert_eq!(body["status"], status);
    assert!(body["title"].is_string() && body["detail"].is_string());
    assert_eq!(body["instance"].as_str().unwrap(), answer.headers["x-request-id"].to_str().unwrap());
    body
}

/// What each operation of the document answers to each of its examples: the name of the schema that its answer is promised
/// to follow, empty where it is no JSON of a schema; the question; the answer.
fn examples(app: &axum::Router, document: &Value) -> Vec<(String, String, Answer)> {
    let mut answers = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let schema =
                &operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].as_str();
            let schema = schema.and_then(|schema| schema.rsplit('/').next()).unwrap_or("").to_owned();
            let mut address = path.clone();
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                // What a body asks stands alone: parameters beside it win over it.
                if parameter["in"] == "query" && (method == "get" || parameter["required"] == true) {
                    let joint = if address.contains('?') { '&' } else { '?' };
                    let Some(value) = in_query(&parameter["example"]) else {
                        assert_eq!(parameter["required"], false, "{path}: {parameter}");
                        continue;
                    };
                    address += &format!("{joint}{}={value}", parameter["name"].as_str().unwrap());
                }
                if parameter["in"] == "path" {
                    let name = format!("{{{}}}", parameter["name"].as_str().unwrap());
                    address = address.replace(&name, parameter["example"].as_str().unwrap());
                }
            }
            if method == "get" {
                let answer = get(app, &address);
                answers.push((schema, address, answer));
            } else {
                let examples =
                    operation["requestBody"]["content"]["application/json"]["examples"].as_object().unwrap();
                assert!(examples.len() >= 2);
                for (name, example) in examples {
                    let answer = post(app, &address, example["value"].to_string());
                    answers.push((schema.clone(), format!("{address} {name}"), answer));
                }
            }
        }
    }
    answers
}

#[test]
fn every_documented_operation_answers_and_every_documented_example_is_valid() {
    let app = app();
    let document = get(&app, "/openapi.json").json();
    assert_eq!(document["openapi"], "3.1.0");
    let mut ids = std::collections::BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for operation in methods.as_object().unwrap().values() {
            assert!(ids.insert(operation["operationId"].as_str().unwrap()));
            assert!(operation["summary"].is_string() && operation["responses"]["200"].is_object(), "{path}");
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                assert!(parameter["description"].is_string(), "{path}: {parameter}");
            }
        }
    }
    for (_, question, answer) in examples(&app, &document) {
        let text = String::from_utf8_lossy(&answer.bytes);
        assert_eq!(answer.status, StatusCode::OK, "{question}: {text}");
    }
    for place in ["GoalChoice/oneOf/0/enum", "GoalWithPriority/properties/goal/enum"] {
        let goals = document.pointer(&format!("/components/schemas/{place}")).unwrap().to_string();
        assert!(goals.contains("customer-support"), "{goals}");
    }
}

/// A documented example as a query carries it.
fn in_query(example: &Value) -> Option<String> {
    match example {
        Value::Null => None,
        Value::Array(list) => Some(list.iter().filter_map(in_query).collect::<Vec<_>>().join(",")),
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// The fields that a schema of the document names, those that it promises, and whether it leaves room for others.
#[derive(Default)]
struct Promised<'d> {
    fields: std::collections::BTreeMap<&'d str, &'d Value>,
    required: std::collections::BTreeSet<&'d str>,
    open: bool,
}

impl<'d> Promised<'d> {
    fn add(&mut self, document: &'d Value, schema: &'d Value) {
        if let Some(path) = schema["$ref"].as_str() {
            return self.add(document, document.pointer(&path[1..]).unwrap_or_else(|| panic!("{path}")));
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.add(document, part);
        }
        self.fields.extend(
            schema["properties"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, field)| (name.as_str(), field)),
        );
        self.required.extend(schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str));
        let plain = schema["properties"].is_null() && schema["allOf"].is_null();
        self.open |= plain || !schema["additionalProperties"].is_null();
    }
}

/// Notes every field that the document promises and a value lacks, and every one that it has and the document does not know.
fn differences(document: &Value, schema: &Value, value: &Value, place: &str, wrong: &mut Vec<String>) {
    if let Some(path) = schema["$ref"].as_str() {
        return differences(document, document.pointer(&path[1..]).unwrap(), value, place, wrong);
    }
    if let Some(ways) = schema["oneOf"].as_array() {
        if !(value.is_null() && ways.iter().any(|way| way["type"] == "null")) {
            let tried = ways.iter().filter(|way| way["type"] != "null").map(|way| {
                let mut wrong = Vec::new();
                differences(document, way, value, place, &mut wrong);
                wrong
            });
            wrong.extend(tried.min_by_key(Vec::len).unwrap_or_default());
        }
        return;
    }
    match value {
        Value::Array(items) => {
            for item in items.iter().filter(|_| schema["items"].is_object()) {
                differences(document, &schema["items"], item, &format!("{place}[]"), wrong);
            }
        }
        Value::Object(fields) => {
            let mut promised = Promised::default();
            promised.add(document, schema);
            for name in promised.required.iter().filter(|name| !fields.contains_key(**name)) {
                wrong.push(format!("{place}.{name} is missing"));
            }
            for (name, value) in fields {
                match promised.fields.get(name.as_str()) {
                    Some(schema) => differences(document, schema, value, &format!("{place}.{name}"), wrong),
                    None if promised.open => {}
                    None => wrong.push(format!("{place}.{name} is not documented")),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn answers_have_the_fields_that_the_document_promises() {
    let app = app();
    let document = get(&app, "/openapi.json").json();
    let mut wrong = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (schema, question, answer) in examples(&app, &document) {
        // Where another form can be asked for, the example does.
        if schema.is_empty() || answer.header(&header::CONTENT_TYPE) != "application/json" {
            continue;
        }
        let reference = json!({ "$ref": format!("#/components/schemas/{schema}") });
        let mut found = Vec::new();
        differences(&document, &reference, &answer.json(), &schema, &mut found);
        wrong.extend(found.into_iter().map(|fault| format!("{question}: {fault}")));
        seen.insert(schema);
    }
    // Parts of answers that no example has.
    let more = [
        (
            "Recommendation",
            "/v1/recommendations",
            json!({ "presence_stage": "growing", "goals": ["advertising"], "employees": 249,
            "country": "US", "max_hires": 0, "team": { "social_media_managers": 1, "agency": { "hours_per_week": 8 } } }),
        ),
        ("Interview", "/v1/interview", json!({ "profile": { "goals": ["website"] } })),
    ];
    for (schema, address, question) in more {
        let reference = json!({ "$ref": format!("#/components/schemas/{schema}") });
        let answer = post(&app, address, question.to_string()).json();
        assert!(
            answer["recommendation"].is_object()
                || !answer["staffing"]["alternatives"].as_array().unwrap().is_empty()
        );
        differences(&document, &reference, &answer, schema, &mut wrong);
    }
    for schema in [
        "Recommendation",
        "Interview",
        "SalaryBand",
        "OfferAssessment",
        "EmployerCost",
        "JobDescription",
        "Audit",
        "Comparison",
    ] {
        assert!(seen.contains(schema), "{schema}: {seen:?}");
    }
    // What is promised and missing, and what is there and unknown, is seen, at any depth.
    let question = json!({"presence_stage": "growing", "goals": ["retention"]}).to_string();
    let mut altered = post(&app, "/v1/recommendations", question).json();
    altered.as_object_mut().unwrap().remove("headline");
    altered["reasons"][0]["more"] = 1.into();
    let reference = json!({ "$ref": "#/components/schemas/Recommendation" });
    let mut seen = Vec::new();
    differences(&document, &reference, &altered, "", &mut seen);
    assert_eq!(seen, [".headline is missing", ".reasons[].more is not documented"]);
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bad_input_of_every_kind_is_a_problem_document() {
    let app = app();
    let path = "/v1/recommendations";
    problem(&post(&app, path, "{"), 400, "invalid-json");
    problem(
        &post(&app, path, r#"{"presence_stage":"growing","goals":["retention"],"employees":NaN}"#),
        400,
        "invalid-json",
    );
    problem(&post(&app, path, ""), 400, "invalid-json");
    let body = problem(
        &post(&app, path, r#"{"goals":[],"employees":-3,"country":"XX","tema":1}"#),
        422,
        "invalid-input",
    );
    let pointers: Vec<&str> =
        body["errors"].as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
    assert_eq!(pointers, ["/tema", "/presence_stage", "/goals", "/employees", "/country"]);
    let body = problem(
        &post(&app, path, r#"{"presence_stage":"growing","goals":["retentoin"]}"#),
        422,
        "invalid-input",
    );
    assert!(body["errors"][0]["detail"].as_str().unwrap().contains("did you mean `retention`?"));
    problem(&post(&app, path, vec![b'a'; 10_000_000]), 413, "body-too-large");
    problem(&post(&app, path, vec![b'['; 60_000]), 400, "invalid-json");
    problem(
        &send(
            &app,
            Request::post(path).header(header::CONTENT_TYPE, "text/plain").body(Body::from("{}")).unwrap(),
        ),
        415,
        "unsupported-media-type",
    );
    problem(&post(&app, "/v1/recommendations?lang=de", "{}"), 400, "invalid-parameter");
    problem(&post(&app, "/v1/recommendations?as_of=yesterday", "{}"), 400, "invalid-parameter");
    let body = problem(&get(&app, "/v1/comparison?role=cm"), 400, "invalid-parameter");
    assert!(body["detail"].as_str().unwrap().contains("did you mean `roles`?"), "{body}");
    problem(&get(&app, "/v1/comparison?roles=cm,boss"), 400, "invalid-parameter");
    problem(&get(&app, "/v1/goals?lang=fr&lang=en"), 400, "invalid-parameter");
    problem(
        &post(
            &app,
            "/v1/recommendations?as_of=2025-01-01",
            r#"{"presence_stage":"growing","goals":["retention"]}"#,
        ),
        422,
        "not-covered",
    );
    problem(&get(&app, "/v1/roles/boss"), 404, "unknown-name");
    problem(&get(&app, "/v1/rules/verdict-lage-structure"), 404, "unknown-name");
    problem(&get(&app, "/v2/nothing"), 404, "not-found");
    let answer = send(&app, Request::delete(path).body(Body::empty()).unwrap());
    problem(&answer, 405, "method-not-allowed");
    assert_eq!(answer.header(&header::ALLOW), "POST");
    let body = problem(
        &post(&app, "/v1/interview", r#"{"profile":{"goals":["x"]},"skipped":["employes"],"extra":1}"#),
        422,
        "invalid-input",
    );
    assert_eq!(body["errors"].as_array().unwrap().len(), 3, "{body}");
    problem(&post(&app, "/v1/interview", "[]"), 422, "invalid-input");
}

#[test]
fn errors_speak_the_language_asked_for() {
    let app = app();
    let request = Request::post("/v1/recommendations")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::ACCEPT_LANGUAGE, "fr-CA, en;q=0.5")
        .body(Body::from(r#"{"presence_stage":"growing","goals":["retentoin"]}"#))
        .unwrap();
    let body = problem(&send(&app, request), 422, "invalid-input");
    assert!(body["detail"].as_str().unwrap().contains("vouliez-vous dire"), "{body}");
    assert_eq!(body["title"], "Les données sont inutilisables");
    assert_eq!(get(&app, "/v2/nothing?lang=fr").json()["title"], "Il n’y a rien à cette adresse");
}

#[test]
fn language_day_and_validators_work() {
    let app = app();
    let french = send(
        &app,
        Request::get("/v1/goals").header(header::ACCEPT_LANGUAGE, "fr").body(Body::empty()).unwrap(),
    );
    assert_eq!(french.header(&header::CONTENT_LANGUAGE), "fr");
    assert!(french.header(&header::VARY).split(", ").any(|name| name == "accept-language"));
    assert_eq!(french.json()["lang"], "fr");
    assert_eq!(get(&app, "/v1/goals?lang=fr").bytes, french.bytes);
    let tag = french.header(&header::ETAG).to_owned();
    // Weak: the same answer may be sent compressed.
    assert!(tag.starts_with("W/\"") && !french.header(&header::CACHE_CONTROL).is_empty());
    let again = Request::get("/v1/goals?lang=fr")
        .header(header::IF_NONE_MATCH, format!("\"other\", {tag}"))
        .body(Body::empty())
        .unwrap();
    let again = send(&app, again);
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    let english = Request::get("/v1/goals").header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
    assert_eq!(send(&app, english).status, StatusCode::OK);
    assert_eq!(get(&app, "/v1/goals?as_of=2026-02-03").json()["as_of"], "2026-02-03");
    assert_eq!(get(&app, "/v1/goals").json()["as_of"], "2026-11-21");
}

#[test]
fn the_documentation_needs_no_internet() {
    let page = get(&app(), "/docs");
    let text = String::from_utf8(page.bytes.clone()).unwrap();
    assert_eq!(page.status, StatusCode::OK);
    for banned in ["<script>", "<style", "src=\"http", "href=\"http", "@import", "url("] {
        assert!(!text.contains(banned), "{banned}");
    }
    for wanted in [
        "&#x2f;v1&#x2f;recommendations",
        "id=\"problem-invalid-input\"",
        "&#x2f;docs&#x2f;schemas",
        "presence_stage",
    ] {
        assert!(text.replace("/docs/schemas", "&#x2f;docs&#x2f;schemas").contains(wanted), "{wanted}");
    }
    let schemas = get(&app(), "/docs/schemas");
    let text = String::from_utf8(schemas.bytes.clone()).unwrap();
    assert!(text.contains("id=\"schema-Recommendation\""), "the schemas have a page of their own");
    assert!(page.headers.contains_key(header::CONTENT_SECURITY_POLICY));
}

#[test]
fn the_interview_walks_to_the_end() {
    let app = app();
    let mut profile = json!({});
    let mut asked = Vec::new();
    for _ in 0..10 {
        let step = post(&app, "/v1/interview", json!({ "profile": profile }).to_string()).json();
        if step["done"] == true {
            assert!(step["recommendation"]["verdict"].is_string());
            break;
        }
        let question = step["question"]["id"].as_str().unwrap().to_owned();
        profile[&question] = match question.as_str() {
            "presence_stage" => json!("growing"),
            "goals" => json!(["retention", "content-strategy"]),
            "employees" => json!(8),
            "max_hires" => json!(2),
            "team" => json!({}),
            _ => json!({ "messages_per_week": 40, "posts_per_week": 3 }),
        };
        assert!(!asked.contains(&question), "{question} is asked twice");
        asked.push(question);
    }
    assert!(asked.len() >= 3 && asked.len() <= 6, "{asked:?}");
}

#[test]
fn a_band_names_its_agreement_once() {
    let band = get(&app(), "/v1/salary-bands?role=cm&level=junior&country=FR&agreement=86");
    let text = String::from_utf8(band.bytes.clone()).unwrap();
    assert_eq!(band.json()["agreement"]["idcc"], 86);
    assert_eq!(text.matches("\"agreement\":").count(), 1, "{text}");
}

#[test]
fn whole_numbers_may_be_written_with_a_point() {
    let app = app();
    let profile = |employees: &str, amount: &str, posts: &str| {
        format!(
            r#"{{"presence_stage":"growing","goals":["retention"],"country":"FR","employees":{employees},"annual_budget":{{"amount":{amount},"currency":"EUR"}},"workload":{{"posts_per_week":{posts}}}}}"#
        )
    };
    let plain = post(&app, "/v1/recommendations", profile("12", "60000", "5"));
    assert_eq!(plain.status, StatusCode::OK);
    assert_eq!(post(&app, "/v1/recommendations", profile("12.0", "6e4", "5.0")).bytes, plain.bytes);
    let refused = post(&app, "/v1/recommendations", profile("12.5", "1e300", "-1.0"));
    let body = problem(&refused, 422, "invalid-input");
    let errors = body["errors"].as_array().unwrap();
    let pointers: Vec<&str> = errors.iter().map(|error| error["pointer"].as_str().unwrap()).collect();
    assert_eq!(pointers, ["/employees", "/annual_budget/amount", "/workload/posts_per_week"]);
}

#[test]
fn a_brief_is_read_as_strictly_as_it_is_documented() {
    let app = app();
    let refused = |brief: Value| {
        let body = json!({ "role": "cm", "language": "en", "brief": brief });
        let body = problem(&post(&app, "/v1/job-descriptions", body.to_string()), 422, "invalid-input");
        let errors = body["errors"].as_array().unwrap();
        errors.iter().map(|error| error["pointer"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        refused(json!({"goals": [
            {"goal": "seo", "priority": {}}, {"goal": "seo", "weight": 1}, {"priority": "primary"},
            {"goal": "seoo"}, {"goal": "seo", "priority": "first"}, 7
        ]})),
        [
            "/brief/goals/0/priority",
            "/brief/goals/1/weight",
            "/brief/goals/2/goal",
            "/brief/goals/3/goal",
            "/brief/goals/4/priority",
            "/brief/goals/5"
        ]
    );
    // Spaces count: the document knows nothing of trimming.
    assert_eq!(refused(json!({ "team": format!("{}x", " ".repeat(600)) })), ["/brief/team"]);
    let plain = json!({"role": "cm", "language": "en", "brief": {"goals": ["seo"]}}).to_string();
    let named = json!({"role": "cm", "language": "en", "brief": {"goals": [{"goal": "seo", "priority": "secondary"}]}});
    assert_eq!(
        post(&app, "/v1/job-descriptions", named.to_string()).bytes,
        post(&app, "/v1/job-descriptions", plain).bytes
    );
}

#[test]
fn the_body_of_an_audit_is_checked_even_where_a_parameter_wins() {
    let app = app();
    let ad = |employees: i64| json!({"text": "Community manager (H/F) à Lyon.", "employees": employees});
    let good = post(&app, "/v1/job-ad-audits?employees=284&country=FR", ad(3).to_string());
    assert_eq!(good.json()["input"]["employees"], 284);
    let body =
        problem(&post(&app, "/v1/job-ad-audits?employees=284", ad(-1).to_string()), 422, "invalid-input");
    assert_eq!(body["errors"][0]["pointer"], "/employees");
}

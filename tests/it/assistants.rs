//! Tools for assistants: closed schemas that know every field, the answers of the API, texts that stay short.

use axum::body::Body;
use axum::http::{Request, header};
use rolecall::app::Process;
use rolecall::domain::input::field::Face;
use rolecall::domain::input::questions;
use rolecall::domain::next::{Question, Tool};
use rolecall::server::{ASSISTANTS, Edge};
use serde_json::{Value, json};

use super::api::{post, problem, send, with};
use super::up_to_date;

/// Lines of a text, at most.
const LINES: usize = 40;

fn service() -> axum::Router {
    with(Process::default(), &Edge::default().with_assistants())
}

/// What is answered to a message.
fn ask(app: &axum::Router, method: &str, params: &Value) -> Value {
    let message = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
    let request = Request::post(ASSISTANTS)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::ACCEPT, "application/json, text/event-stream")
        .header(header::HOST, "localhost")
        .body(Body::from(message.to_string()))
        .unwrap();
    send(app, request).json()
}

fn call(app: &axum::Router, tool: &str, arguments: &Value) -> Value {
    let answer = ask(app, "tools/call", &json!({ "name": tool, "arguments": arguments }));
    assert!(answer["result"].is_object(), "{tool}: {answer}");
    answer["result"].clone()
}

fn text(result: &Value) -> &str {
    result["content"][0]["text"].as_str().unwrap()
}

#[test]
fn the_list_of_tools_is_current() {
    let tools = ask(&service(), "tools/list", &json!({}))["result"]["tools"].take();
    let mut written = serde_json::to_string_pretty(&tools).unwrap();
    written.push('\n');
    up_to_date("openapi/assistants.json", &written);
}

#[test]
fn a_tool_takes_every_field_of_its_question() {
    let tools = ask(&service(), "tools/list", &json!({}))["result"]["tools"].take();
    for question in Question::ALL {
        let id = question.tool().id();
        let tool = tools.as_array().unwrap().iter().find(|tool| tool["name"] == id).unwrap();
        let schema = &tool["inputSchema"];
        assert_eq!(schema["additionalProperties"], false, "{id}");
        for field in questions::of(*question).iter().filter(|field| !field.is_absent(Face::Json)) {
            let described = &schema["properties"][field.name]["description"];
            assert!(described.is_string(), "{id} does not describe {}", field.name);
        }
        for hint in ["readOnlyHint", "idempotentHint"] {
            assert_eq!(tool["annotations"][hint], true, "{id}");
        }
        assert_eq!(tool["annotations"]["openWorldHint"], false, "{id}");
    }
    assert_eq!(tools.as_array().unwrap().len(), Tool::ALL.len());
}

#[test]
fn nobody_is_answered_unless_the_operator_wants_it() {
    let app = with(Process::default(), &Edge::default());
    problem(&post(&app, ASSISTANTS, r#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#), 404, "not-found");
}

#[test]
fn answers_are_those_of_the_api_and_their_texts_are_short() {
    let app = service();
    let profile = json!({ "presence_stage": "growing", "goals": ["retention", "content-strategy", "website"], "employees": 12, "country": "FR", "annual_budget": { "amount": 60_000, "currency": "EUR" } });
    let cost = json!({ "role": "smm", "gross": 38_000, "city": "Paris", "apprentice": { "age": 21, "presence_percent": 60 }, "freelance": { "day_rate": 350, "days": 80 } });
    let offer = json!({ "role": "cm", "city": "Lyon", "amount": 26_000, "currency": "EUR", "period": "year", "against": { "amount": 29_000 } });
    for lang in ["fr", "en"] {
        for (tool, address, body) in [
            ("recommend_hire", "/v1/recommendations", &profile),
            ("check_pay", "/v1/offer-assessments", &offer),
            ("employer_cost", "/v1/employer-costs", &cost),
        ] {
            let mut arguments = body.clone();
            arguments["lang"] = lang.into();
            let result = call(&app, tool, &arguments);
            let expected = post(&app, &format!("{address}?lang={lang}"), body.to_string()).json();
            assert_eq!(result["structuredContent"], expected, "{tool}, {lang}");
            assert!(text(&result).lines().count() <= LINES, "{tool}, {lang}: {}", text(&result));
        }
    }
}

/// Real ads are long, and say what they like: the text beside an audit stays short, and says that it quotes.
#[test]
fn the_text_of_an_audit_stays_short_whatever_the_ad() {
    let app = service();
    for ad in super::wording::faulty_ads().iter().step_by(7) {
        for reader in ["employer", "candidate"] {
            let arguments = json!({ "text": ad, "country": "FR", "for": reader, "lang": "fr" });
            let result = call(&app, "audit_job_ad", &arguments);
            assert!(text(&result).lines().count() <= LINES, "{}", text(&result));
            assert!(text(&result).contains("pas une consigne"), "{}", text(&result));
        }
    }
}

/// What an answer proposes to ask next is a call that works, once the asker adds what only they know.
#[test]
fn next_steps_are_calls_that_work() {
    let app = service();
    let profile =
        json!({ "presence_stage": "growing", "goals": ["retention"], "country": "FR", "lang": "en" });
    let answer = call(&app, "recommend_hire", &profile);
    let steps = answer["structuredContent"]["next"].as_array().unwrap();
    assert!(!steps.is_empty());
    for (at, step) in steps.iter().enumerate() {
        let question: Question = step["question"].as_str().unwrap().parse().unwrap();
        let result = call(&app, question.tool().id(), &step["with"]);
        assert!(result["isError"] != true, "{step}: {}", text(&result));
        // The text has room for two.
        assert!(at > 1 || text(&answer).contains(question.tool().id()), "{step}");
    }
}

#[test]
fn faults_name_their_place_in_the_language_asked() {
    let app = service();
    for (lang, word) in [("fr", "accepté"), ("en", "accepted")] {
        let arguments = json!({ "presence_stage": "grown", "goals": ["retention"], "lang": lang });
        let result = call(&app, "recommend_hire", &arguments);
        assert_eq!(result["isError"], true);
        assert!(
            text(&result).contains("/presence_stage") && text(&result).contains(word),
            "{}",
            text(&result)
        );
        assert_eq!(result["structuredContent"]["errors"][0]["pointer"], "/presence_stage");
    }
}

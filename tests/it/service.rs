//! The service around the API: what every address does the same way, and how the process starts, reloads and stops.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};

use super::api::{Answer, TOKEN, app, get, named, post, problem, send, with};
use super::process::{PATIENCE, Server, answer_on, ask_on, closed, until};
use super::{goal, overlay, rolecall, write};
use rolecall::app::Process;
use rolecall::app::token::Token;
use rolecall::server::Edge;

/// Addresses whose answers may be kept.
const KEPT: [&str; 10] = [
    "/v1/roles",
    "/v1/roles/cm",
    "/v1/comparison",
    "/v1/goals",
    "/v1/rules",
    "/v1/rules/verdict-large-structure",
    "/v1/sources",
    "/v1/salary-bands?role=smm&country=FR",
    "/docs",
    "/openapi.json",
];

fn limited(a_minute: u32, cors: &[&str]) -> axum::Router {
    let cors = cors.iter().map(|origin| (*origin).to_owned()).collect();
    let edge = Edge::new(Duration::from_secs(10), NonZeroU32::new(a_minute), Vec::new(), cors);
    with(Process::default(), &edge)
}

fn ask(app: &axum::Router, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    send(app, request.body(Body::empty()).unwrap())
}

/// Every value of `Vary`, in lower case.
fn vary(answer: &Answer) -> BTreeSet<String> {
    let lines = answer.headers.get_all(header::VARY).iter().map(|value| value.to_str().unwrap());
    lines.flat_map(|line| line.split(',')).map(|name| name.trim().to_ascii_lowercase()).collect()
}

#[test]
fn what_is_unchanged_is_not_sent_again() {
    let app = app();
    for path in KEPT {
        let first = get(&app, path);
        assert_eq!(first.status, StatusCode::OK, "{path}");
        let tag = named(&first, "etag");
        assert!(tag.starts_with("W/\"") && tag.len() > 10, "{path}: {tag}");
        let kept = if path.starts_with("/v1/") { "public, max-age=300" } else { "no-cache" };
        assert_eq!(named(&first, "cache-control"), kept, "{path}");
        for known in [tag.to_owned(), format!("\"other\", {tag}"), tag.replace("W/", ""), "*".to_owned()] {
            for method in [Method::GET, Method::HEAD] {
                let again = ask(&app, method, path, &[("if-none-match", &known)]);
                assert_eq!(
                    (again.status, again.bytes.len()),
                    (StatusCode::NOT_MODIFIED, 0),
                    "{path}: {known}"
                );
                assert_eq!(named(&again, "etag"), tag, "{path}");
                assert_eq!(named(&again, "cache-control"), kept, "{path}");
            }
        }
        let other = ask(&app, Method::GET, path, &[("if-none-match", "W/\"other\"")]);
        assert_eq!((other.status, &other.bytes), (StatusCode::OK, &first.bytes), "{path}");
    }
    for path in ["/healthz", "/readyz", "/metrics"] {
        let answer = ask(&app, Method::GET, path, &[("if-none-match", "*")]);
        assert_eq!((answer.status, named(&answer, "etag")), (StatusCode::OK, ""), "{path}");
        assert_eq!(named(&answer, "cache-control"), "no-store", "{path}");
    }
    let body = json!({"presence_stage": "growing", "goals": ["retention"]}).to_string();
    assert_eq!(named(&post(&app, "/v1/recommendations", body), "etag"), "");
    assert_eq!(named(&get(&app, "/nothing"), "etag"), "");
}

#[test]
fn head_is_get_without_the_body() {
    let app = app();
    for path in
        KEPT.into_iter().chain(["/healthz", "/readyz", "/nothing", "/v1/roles/boss", "/v1/recommendations"])
    {
        for encoding in ["identity", "gzip"] {
            let headers = [("accept-encoding", encoding)];
            let (whole, head) =
                (ask(&app, Method::GET, path, &headers), ask(&app, Method::HEAD, path, &headers));
            assert_eq!((head.status, head.bytes.len()), (whole.status, 0), "{path}");
            let told = |answer: &Answer| {
                let mut headers = answer.headers.clone();
                let length = headers.remove("content-length").map(|value| value.to_str().unwrap().to_owned());
                headers.remove("x-request-id");
                // A problem names its request.
                (headers, length.filter(|_| answer.status == StatusCode::OK))
            };
            assert_eq!(told(&head), told(&whole), "{path} {encoding}");
            if encoding == "identity" && whole.status == StatusCode::OK {
                assert_eq!(named(&head, "content-length"), whole.bytes.len().to_string(), "{path}");
            }
        }
    }
}

#[test]
fn methods_are_told_and_others_refused() {
    let app = app();
    for (path, allowed) in [
        ("/v1/goals", "GET,HEAD"),
        ("/v1/recommendations", "POST"),
        ("/v1/job-ad-audits", "POST"),
        ("/docs", "GET,HEAD"),
    ] {
        let options = ask(&app, Method::OPTIONS, path, &[]);
        assert_eq!((options.status, options.bytes.len()), (StatusCode::NO_CONTENT, 0), "{path}");
        assert_eq!(named(&options, "allow"), allowed, "{path}");
        for method in ["DELETE", "PUT", "PATCH", "BREW"] {
            let answer = ask(&app, method.parse().unwrap(), path, &[]);
            problem(&answer, 405, "method-not-allowed");
            assert_eq!(named(&answer, "allow"), allowed, "{method} {path}");
        }
    }
    problem(&ask(&app, Method::OPTIONS, "/nothing", &[]), 404, "not-found");
}

#[test]
fn media_types_are_negotiated() {
    let app = app();
    let body = json!({"presence_stage": "growing", "goals": ["retention"]}).to_string();
    let refused = |path: &str, accept: &str| {
        problem(&ask(&app, Method::GET, path, &[("accept", accept)]), 406, "not-acceptable")
    };
    refused("/v1/goals", "text/html");
    refused("/v1/goals", "application/json;q=0, */*;q=0.5");
    refused("/docs", "application/json");
    refused("/v1/salary-bands/table", "image/png");
    let posted = |path: &str, accept: &str, media_type: &str, body: &str| {
        let request =
            Request::post(path).header(header::ACCEPT, accept).header(header::CONTENT_TYPE, media_type);
        send(&app, request.body(Body::from(body.to_owned())).unwrap())
    };
    let json_type = "application/json";
    problem(&posted("/v1/recommendations", "text/csv", json_type, &body), 406, "not-acceptable");
    problem(
        &posted("/v1/job-descriptions", "application/xml", json_type, r#"{"role":"cm"}"#),
        406,
        "not-acceptable",
    );
    for accept in ["*/*", "application/*", "text/html, application/json;q=0.1", ""] {
        assert_eq!(
            posted("/v1/recommendations", accept, json_type, &body).status,
            StatusCode::OK,
            "{accept}"
        );
    }
    // A parameter wins over `Accept`: a link cannot set it.
    let table =
        ask(&app, Method::GET, "/v1/salary-bands/table?format=csv", &[("accept", "application/json")]);
    assert_eq!((table.status, named(&table, "content-type")), (StatusCode::OK, "text/csv; charset=utf-8"));
    for (path, media_type) in [
        ("/v1/recommendations", "text/plain"),
        ("/v1/recommendations/batch", "application/x-www-form-urlencoded"),
        ("/v1/interview", "multipart/form-data; boundary=x"),
        ("/v1/job-ad-audits", "image/png"),
    ] {
        problem(&posted(path, "*/*", media_type, &body), 415, "unsupported-media-type");
    }
    let vendor = posted("/v1/recommendations", "*/*", "application/vnd.rolecall+json; charset=utf-8", &body);
    assert_eq!(vendor.status, StatusCode::OK);
}

#[test]
fn large_answers_are_compressed_and_small_ones_are_not() {
    let app = app();
    let plain = get(&app, "/v1/goals");
    assert_eq!(named(&plain, "content-encoding"), "");
    for (accepted, encoding) in
        [("gzip", "gzip"), ("br", "br"), ("gzip;q=0.5, br;q=0.4", "gzip"), ("zstd, br;q=0, gzip", "gzip")]
    {
        let answer = ask(&app, Method::GET, "/v1/goals", &[("accept-encoding", accepted)]);
        assert_eq!(named(&answer, "content-encoding"), encoding, "{accepted}");
        assert!(answer.bytes.len() * 2 < plain.bytes.len(), "{accepted}: {}", answer.bytes.len());
        assert_eq!(answer.bytes.starts_with(&[0x1f, 0x8b]), encoding == "gzip", "{accepted}");
        assert_eq!(named(&answer, "etag"), named(&plain, "etag"));
        for wanted in ["accept-language", "accept-encoding"] {
            assert!(vary(&answer).contains(wanted) && vary(&plain).contains(wanted), "{wanted}");
        }
    }
    let body = json!({"presence_stage": "growing", "goals": ["retention"]}).to_string();
    let request = Request::post("/v1/recommendations").header("accept-encoding", "gzip");
    let recommendation = send(&app, request.body(Body::from(body)).unwrap());
    assert_eq!(named(&recommendation, "content-encoding"), "gzip");
    // A workbook is compressed already.
    for path in ["/healthz", "/v1/roles/boss", "/v1/salary-bands/table?format=xlsx"] {
        let answer = ask(&app, Method::GET, path, &[("accept-encoding", "gzip, br")]);
        assert_eq!(named(&answer, "content-encoding"), "", "{path}");
    }
    let draft = post(&app, "/v1/job-descriptions", r#"{"role":"cm"}"#);
    assert!(
        vary(&draft).is_superset(&["accept", "accept-language", "accept-encoding"].map(str::to_owned).into())
    );
}

#[test]
fn other_origins_may_call_only_where_they_are_let_in() {
    let preflight = [
        ("origin", "https://a.example"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type,authorization"),
    ];
    let origin = &preflight[..1];
    let closed = app();
    let path = "/v1/recommendations";
    for answer in
        [ask(&closed, Method::GET, "/v1/goals", origin), ask(&closed, Method::OPTIONS, path, &preflight)]
    {
        assert!(!answer.headers.keys().any(|name| name.as_str().starts_with("access-control-")));
    }
    let some = limited(3, &["https://a.example", "https://b.example"]);
    let answer = ask(&some, Method::OPTIONS, path, &preflight);
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(named(&answer, "access-control-allow-origin"), "https://a.example");
    assert_eq!(named(&answer, "access-control-allow-methods"), "GET,HEAD,POST");
    let allowed = named(&answer, "access-control-allow-headers");
    assert!(allowed.contains("content-type") && allowed.contains("authorization"), "{allowed}");
    let answer = ask(&some, Method::GET, "/v1/goals", origin);
    assert_eq!(named(&answer, "access-control-allow-origin"), "https://a.example");
    assert_eq!(named(&answer, "access-control-allow-credentials"), "");
    assert!(named(&answer, "access-control-expose-headers").contains("ratelimit"));
    assert!(vary(&answer).contains("origin"));
    let stranger = ask(&some, Method::GET, "/v1/goals", &[("origin", "https://c.example")]);
    assert_eq!(named(&stranger, "access-control-allow-origin"), "");
    // Pages of other origins must be able to read why they are refused.
    for (path, status) in [("/nothing", 404), ("/v1/goals", 429)] {
        let refused = ask(&some, Method::GET, path, origin);
        assert_eq!(refused.status, status);
        assert_eq!(named(&refused, "access-control-allow-origin"), "https://a.example", "{path}");
        assert!(vary(&refused).contains("origin"), "{path}");
    }
    let any = limited(0, &["*"]);
    assert_eq!(named(&ask(&any, Method::GET, "/v1/goals", origin), "access-control-allow-origin"), "*");
}

#[test]
fn a_client_may_send_so_many_requests() {
    let app = limited(3, &[]);
    let from = |client: &str, path: &str| ask(&app, Method::GET, path, &[("x-forwarded-for", client)]);
    for left in [2, 1, 0] {
        let answer = from("198.51.100.7", "/v1/goals");
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(named(&answer, "ratelimit-policy"), "\"client\";q=3;w=60");
        assert!(named(&answer, "ratelimit").starts_with(&format!("\"client\";r={left};t=")));
    }
    let refused = from("198.51.100.7", "/nothing");
    problem(&refused, 429, "too-many-requests");
    let wait: u32 = named(&refused, "retry-after").parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    assert!(named(&refused, "ratelimit").starts_with("\"client\";r=0;t="));
    let french = ask(&app, Method::GET, "/v1/goals?lang=fr", &[("x-forwarded-for", "198.51.100.7")]);
    assert_eq!(french.json()["title"], "Trop de requêtes en une minute");
    assert_eq!(from("198.51.100.8", "/v1/goals").status, StatusCode::OK);
    for path in ["/healthz", "/readyz", "/metrics"] {
        for _ in 0..5 {
            let answer = from("198.51.100.7", path);
            assert_eq!((answer.status, named(&answer, "ratelimit")), (StatusCode::OK, ""), "{path}");
        }
    }
    let metrics = String::from_utf8(from("198.51.100.7", "/metrics").bytes).unwrap();
    assert!(metrics.contains("rolecall_http_requests_limited_total 2\n"), "{metrics}");
    assert_eq!(named(&get(&limited(0, &[]), "/v1/goals"), "ratelimit"), "");
}

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

#[test]
fn audits_and_drafts_ask_for_the_token() {
    let app = with(Process::new(Some(Token::new(TOKEN).unwrap()), Vec::new()), &Edge::default());
    let guarded = [
        ("/v1/job-ad-audits", json!({"text": "Community manager (H/F) à Lyon."})),
        ("/v1/job-descriptions", json!({"role": "cm"})),
    ];
    let sent = |path: &str, body: &Value, authorization: Option<&str>| {
        let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        if let Some(value) = authorization {
            request = request.header(header::AUTHORIZATION, value);
        }
        send(&app, request.body(Body::from(body.to_string())).unwrap())
    };
    for (path, body) in &guarded {
        let wrong = [
            None,
            Some("Bearer"),
            Some("Bearer wrong"),
            Some("Bearer 0123456789abcdeF"),
            Some("Basic dXNlcg=="),
        ];
        for authorization in wrong {
            let answer = sent(path, body, authorization);
            let shown = problem(&answer, 401, "unauthorized").to_string();
            assert_eq!(named(&answer, "www-authenticate"), "Bearer realm=\"rolecall\"");
            assert!(!shown.contains(TOKEN));
        }
        // The second is what browsers send for a user without a name and this password.
        for right in ["Bearer 0123456789abcdef", "Basic OjAxMjM0NTY3ODlhYmNkZWY="] {
            assert_eq!(sent(path, body, Some(right)).status, StatusCode::OK, "{path} {right}");
        }
        // Who may not ask is not told what is wrong with the question either.
        problem(&sent(path, &json!([]), None), 401, "unauthorized");
        assert_eq!(ask(&app, Method::OPTIONS, path, &[]).status, StatusCode::NO_CONTENT);
    }
    let profile = json!({"presence_stage": "growing", "goals": ["retention"]});
    assert_eq!(sent("/v1/recommendations", &profile, None).status, StatusCode::OK);
    for path in KEPT.into_iter().chain(["/healthz", "/metrics"]) {
        assert_eq!(get(&app, path).status, StatusCode::OK, "{path}");
    }
}

#[test]
fn a_token_that_can_be_guessed_is_refused_at_the_start() {
    let folder = overlay(&[("short", "0123456789\n"), ("spaced", "0123456789 abcdef")]);
    let serve = || {
        let mut command = rolecall();
        command.args(["serve", "--listen", "127.0.0.1:0"]).env_remove("ROLECALL_API_TOKEN");
        command
    };
    let said = |command: &mut assert_cmd::Command| {
        let output = command.assert().code(2).get_output().clone();
        assert!(output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    };
    for file in ["short", "spaced", "missing"] {
        let said = said(serve().arg("--token-file").arg(folder.path().join(file)));
        assert!(said.contains("--token-file") && said.contains(file), "{said}");
        assert!(!said.contains("0123456789"), "{said}");
    }
    let told = said(serve().env("ROLECALL_API_TOKEN", "guess-me"));
    assert!(told.contains("ROLECALL_API_TOKEN: a token has at least 16"), "{told}");
    assert!(!told.contains("guess-me"), "{told}");
    let told = said(serve().env("ROLECALL_API_TOKEN", "guess-me").args(["--lang", "fr"]));
    assert!(told.contains("au moins 16 signes"), "{told}");
}

#[test]
fn every_answer_protects_who_reads_it() {
    let process = Process::new(Some(Token::new(TOKEN).unwrap()), vec!["*".to_owned()]);
    let edge = Edge::new(Duration::from_secs(10), NonZeroU32::new(1), Vec::new(), vec!["*".to_owned()]);
    let app = with(process, &edge);
    let body = json!({"presence_stage": "growing", "goals": ["retention"]}).to_string();
    let mut client = 0;
    let mut answers = Vec::new();
    let tag = named(&get(&self::app(), "/v1/goals"), "etag").to_owned();
    for (method, path, headers, body, status) in [
        ("GET", "/v1/goals", vec![], "", 200),
        ("GET", "/v1/goals", vec![("if-none-match", tag.as_str())], "", 304),
        ("GET", "/docs", vec![], "", 200),
        ("GET", "/openapi.json", vec![], "", 200),
        ("GET", "/healthz", vec![], "", 200),
        ("GET", "/metrics", vec![], "", 200),
        ("POST", "/v1/recommendations", vec![], body.as_str(), 200),
        (
            "OPTIONS",
            "/v1/goals",
            vec![("origin", "https://a.example"), ("access-control-request-method", "GET")],
            "",
            200,
        ),
        ("OPTIONS", "/v1/goals", vec![], "", 200),
        ("GET", "/v1/salary-bands/chart?role=smm&country=FR", vec![], "", 200),
        ("POST", "/v1/recommendations", vec![], "{", 400),
        ("POST", "/v1/job-descriptions", vec![], "{}", 401),
        ("GET", "/nothing", vec![], "", 404),
        ("DELETE", "/v1/goals", vec![], "", 405),
        ("GET", "/v1/goals", vec![("accept", "text/html")], "", 406),
        ("POST", "/v1/recommendations", vec![("content-type", "text/plain")], "{}", 415),
        ("POST", "/v1/recommendations", vec![], "{}", 422),
    ] {
        client += 1;
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("x-forwarded-for", format!("192.0.2.{client}"));
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let answer = send(&app, request.body(Body::from(body.to_owned())).unwrap());
        assert_eq!(answer.status.as_u16(), status, "{method} {path}");
        answers.push((format!("{method} {path} {status}"), answer));
    }
    answers
        .push(("429".to_owned(), ask(&app, Method::GET, "/v1/goals", &[("x-forwarded-for", "192.0.2.1")])));
    assert_eq!(answers.last().unwrap().1.status, StatusCode::TOO_MANY_REQUESTS);
    let mut ids = BTreeSet::new();
    for (what, answer) in &answers {
        assert_eq!(named(answer, "x-content-type-options"), "nosniff", "{what}");
        assert_eq!(named(answer, "x-frame-options"), "DENY", "{what}");
        assert_eq!(named(answer, "referrer-policy"), "no-referrer", "{what}");
        assert_eq!(named(answer, "cross-origin-opener-policy"), "same-origin", "{what}");
        assert!(named(answer, "permissions-policy").contains("camera=()"), "{what}");
        let policy = named(answer, "content-security-policy");
        for part in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "script-src 'self'"] {
            assert!(policy.split("; ").any(|given| given == part), "{what}: {policy}");
        }
        assert!(
            !policy.contains("unsafe") && !policy.contains('*') && !policy.contains("data:"),
            "{what}: {policy}"
        );
        assert_eq!(answer.headers.get_all("content-security-policy").iter().count(), 1, "{what}");
        assert_eq!(named(answer, "server"), "", "{what}");
        assert!(ids.insert(named(answer, "x-request-id").to_owned()), "{what}");
    }
}

#[test]
fn measurements_tell_routes_and_no_questions() {
    let app = app();
    let secret = "geheim";
    post(
        &app,
        "/v1/recommendations",
        json!({"presence_stage": "growing", "goals": ["retention"]}).to_string(),
    );
    post(&app, "/v1/recommendations?lang=fr", json!({ secret: secret }).to_string());
    get(&app, &format!("/v1/rules/{secret}?lang=fr"));
    get(&app, &format!("/v1/goals?{secret}={secret}"));
    get(&app, &format!("/{secret}"));
    ask(&app, Method::HEAD, "/v1/goals", &[]);
    ask(&app, secret.to_uppercase().parse().unwrap(), "/v1/goals", &[]);
    let ad = json!({"text": format!("Community manager {secret} à Lyon.")});
    post(&app, &format!("/v1/job-ad-audits?title={secret}"), ad.to_string());
    let metrics = || {
        let answer = get(&app, "/metrics");
        assert!(named(&answer, "content-type").starts_with("application/openmetrics-text; version=1.0.0"));
        String::from_utf8(answer.bytes).unwrap()
    };
    let text = metrics();
    assert!(!text.to_lowercase().contains(secret), "{text}");
    assert!(text.ends_with("# EOF\n"));
    for (method, route, status) in [
        ("POST", "/v1/recommendations", 200),
        ("POST", "/v1/recommendations", 422),
        ("GET", "/v1/rules/{id}", 404),
        ("GET", "/v1/goals", 400),
        ("GET", "none", 404),
        ("HEAD", "/v1/goals", 200),
        ("other", "/v1/goals", 405),
        ("POST", "/v1/job-ad-audits", 200),
    ] {
        let line = format!(
            "rolecall_http_requests_total{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}} 1\n"
        );
        assert!(text.contains(&line), "{line} in {text}");
    }
    for line in [
        "rolecall_http_request_duration_seconds_count 8\n",
        "rolecall_http_requests_in_flight 1\n",
        "rolecall_answers_total{kind=\"audit\"} 1\n",
        "rolecall_data_info{version=\"",
        "rolecall_data_loads_total 1\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    // Whoever asks for what there is not makes no new time series.
    let series = |text: &str| text.lines().filter(|line| line.contains("route=")).count();
    let before = series(&metrics());
    for number in 0..50 {
        get(&app, &format!("/nothing/{number}"));
        get(&app, &format!("/v1/rules/r{number}"));
        ask(&app, format!("M{number}").parse().unwrap(), "/v1/goals", &[]);
    }
    assert_eq!(series(&metrics()), before);
}

fn request_id(head: &str) -> String {
    head.split("x-request-id: ").nth(1).unwrap().lines().next().unwrap().to_owned()
}

#[test]
fn new_data_answer_after_a_signal_and_bad_data_never_do() {
    let folder = overlay(&[("goals.toml", &goal("Erstes"))]);
    let server = Server::start(&["--data-dir", folder.path().to_str().unwrap()]);
    // A signal in the first moment is heeded like any other; it does not end the process.
    server.signal("HUP");
    let reloads = |result: &str, times: u32| {
        let line = format!("rolecall_data_reloads_total{{result=\"{result}\"}} {times}\n");
        server.get("/metrics").2.contains(&line)
    };
    until("the data are read again", || reloads("succeeded", 1));
    let names = |name: &str| server.get("/v1/goals").2.contains(name);
    let ready = || serde_json::from_str::<Value>(&server.get("/readyz").2).unwrap()["status"].clone();
    let first = request_id(&server.get("/v1/goals").1);
    assert!(names("Erstes"));
    assert_eq!(ready(), "ok");

    write(&folder.path().join("goals.toml"), &goal("Zweites"));
    assert!(names("Erstes"), "nothing is read again unasked");
    server.signal("HUP");
    until("the new data answer", || names("Zweites"));
    let (_, head, _) = server.get("/v1/goals");
    assert!(request_id(&head) > first, "ids go on: a log must not hold one twice");

    write(&folder.path().join("goals.toml"), "# fine\n[[goal]\n");
    server.signal("HUP");
    until("the failure shows", || ready() == "stale-data");
    assert!(names("Zweites"), "the data in use stay");
    let told = || server.logged("the data in the folder cannot be used");
    until("the log says why", || told().is_some());
    let error = told().unwrap();
    assert_eq!(error["level"], "ERROR");
    assert!(error["fields"]["errors"].as_str().unwrap().contains("goals.toml:2"), "{error}");
    // Wrong in meaning is as wrong as wrong in form.
    write(&folder.path().join("goals.toml"), &goal("Drittes"));
    write(
        &folder.path().join("rules/x.toml"),
        "[[rule]]\nid = \"verdict-both-material\"\nstatus = \"withdrawn\"\n",
    );
    server.signal("HUP");
    until("it fails again", || reloads("failed", 2));
    assert!(names("Zweites"));
    assert_eq!(ready(), "stale-data");

    std::fs::remove_file(folder.path().join("rules/x.toml")).unwrap();
    server.signal("HUP");
    until("the repaired data answer", || names("Drittes"));
    until("all is well again", || ready() == "ok" && reloads("succeeded", 3));
    let metrics = server.get("/metrics").2;
    assert!(metrics.contains("rolecall_data_loads_total 4\n"), "{metrics}");
    assert_eq!(metrics.matches("rolecall_data_info{").count(), 1, "{metrics}");
}

#[test]
fn a_watched_folder_is_read_again_by_itself() {
    let folder = overlay(&[("goals.toml", &goal("Erstes"))]);
    let server = Server::start(&["--watch", "--data-dir", folder.path().to_str().unwrap()]);
    let names = |name: &str| server.get("/v1/goals").2.contains(name);
    assert!(names("Erstes"));
    // The watch may begin a moment after the service: write until it is seen.
    let mut turn = 0_u32;
    until("the change is seen", || {
        if turn.is_multiple_of(100) {
            write(&folder.path().join("goals.toml"), &goal("Zweites"));
        }
        turn += 1;
        names("Zweites")
    });
    // As editors and deployments do it: written aside, then renamed; and a file in a new folder.
    write(&folder.path().join("goals.new"), &goal("Drittes"));
    std::fs::rename(folder.path().join("goals.new"), folder.path().join("goals.toml")).unwrap();
    until("the renamed file is seen", || names("Drittes"));
    write(&folder.path().join("rules/x.toml"), "nonsense");
    until("the failure shows", || server.get("/readyz").2.contains("stale-data"));
    assert!(names("Drittes"));
}

#[test]
fn a_stop_is_announced_then_done() {
    let mut server = Server::start(&["--drain", "1", "--shutdown-timeout", "5"]);
    // An idle connection does not hold the stop up.
    let mut idle = server.connect();
    ask_on(&mut idle, "/readyz", "");
    assert_eq!(answer_on(&mut idle).0, 200);
    let begun = Instant::now();
    server.signal("TERM");
    until("it says so", || server.get("/readyz").0 == 503);
    let (status, head, body) = server.get("/readyz");
    assert_eq!(status, 503);
    assert!(head.contains("content-type: application/problem+json") && body.contains("not-ready"), "{body}");
    assert_eq!(server.get("/healthz").0, 200);
    assert_eq!(server.get("/v1/goals").0, 200, "who has not seen it yet is still answered");
    assert_eq!(server.ended().code(), Some(0));
    let took = begun.elapsed();
    assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(5), "{took:?}");
    until("the log says so", || server.logged("stopped").is_some());
}

#[test]
fn a_request_that_does_not_end_is_not_waited_for() {
    let mut server = Server::start(&["--shutdown-timeout", "1", "--request-timeout", "60"]);
    let mut slow = server.connect();
    let head = "POST /v1/interview HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{";
    slow.write_all(head.as_bytes()).unwrap();
    let running = || server.get("/metrics").2.contains("rolecall_http_requests_in_flight 2\n");
    until("it runs", running);
    let begun = Instant::now();
    server.signal("INT");
    assert_eq!(server.ended().code(), Some(0));
    let took = begun.elapsed();
    assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(5), "{took:?}");
    until("the log says so", || server.logged("stopped with requests still running").is_some());
}

#[test]
fn a_request_that_runs_is_finished() {
    let mut server = Server::start(&["--shutdown-timeout", "10"]);
    let mut slow = server.connect();
    let body = r#"{"profile":{}}"#;
    let head =
        format!("POST /v1/interview HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n\r\n", body.len());
    slow.write_all(head.as_bytes()).unwrap();
    let running = || server.get("/metrics").2.contains("rolecall_http_requests_in_flight 2\n");
    until("it runs", running);
    server.signal("TERM");
    until("nobody else is let in", || TcpStream::connect(&server.address).is_err());
    slow.write_all(body.as_bytes()).unwrap();
    let (status, head, _) = answer_on(&mut slow);
    assert_eq!(status, 200);
    assert!(head.contains("connection: close"), "{head}");
    assert_eq!(server.ended().code(), Some(0));
}

#[test]
fn slow_clients_are_cut_off() {
    let server = Server::start(&["--client-timeout", "1", "--request-timeout", "1"]);
    let begun = Instant::now();
    let (mut silent, mut head, mut body, mut idle) =
        (server.connect(), server.connect(), server.connect(), server.connect());
    head.write_all(b"GET /v1/goals HTTP/1.1\r\nhost: loc").unwrap();
    body.write_all(b"POST /v1/interview HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{")
        .unwrap();
    ask_on(&mut idle, "/healthz", "");
    assert_eq!(answer_on(&mut idle).0, 200);
    let (status, told, problem) = answer_on(&mut body);
    assert_eq!(status, 408, "{problem}");
    assert!(told.contains("content-type: application/problem+json") && problem.contains("#problem-timeout"));
    for (what, stream) in
        [("silent", &mut silent), ("half a head", &mut head), ("half a body", &mut body), ("idle", &mut idle)]
    {
        assert!(closed(stream), "{what}");
    }
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(9), "{took:?}");
    until("no connection is left", || server.get("/metrics").2.contains("rolecall_connections 1\n"));
}

#[test]
fn more_connections_than_allowed_wait_for_their_turn() {
    let server = Server::start(&["--max-connections", "2"]);
    let mut first = [server.connect(), server.connect()];
    for stream in &mut first {
        ask_on(stream, "/healthz", "");
        assert_eq!(answer_on(stream).0, 200);
    }
    let mut third = server.connect();
    ask_on(&mut third, "/healthz", "");
    third.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    let early = third.read(&mut [0; 1]).unwrap_err();
    assert!(matches!(early.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "{early}");
    // Those who are in are still answered.
    ask_on(&mut first[1], "/metrics", "");
    assert!(answer_on(&mut first[1]).2.contains("rolecall_connections 2\n"));
    drop(first);
    third.set_read_timeout(Some(PATIENCE)).unwrap();
    assert_eq!(answer_on(&mut third).0, 200);
}

#[test]
fn forwarded_addresses_are_believed_from_trusted_proxies_only() {
    let asked = |options: &[&str]| {
        let server = Server::start(&[&["--rate-limit", "1"], options].concat());
        let ask = |client: &str| server.get_with("/v1/goals", &format!("x-forwarded-for: {client}\r\n")).0;
        ["198.51.100.1", "198.51.100.2", "198.51.100.2, 10.1.2.3", "6.6.6.6, 198.51.100.1"].map(ask)
    };
    // Anybody may write the header: there is one client, the one who connects.
    assert_eq!(asked(&[]), [200, 429, 429, 429]);
    assert_eq!(asked(&["--trusted-proxy", "192.0.2.0/24"]), [200, 429, 429, 429]);
    // The last address that is no trusted proxy's is the client, whatever was written before it.
    assert_eq!(asked(&["--trusted-proxy", "127.0.0.1"]), [200, 200, 200, 429]);
    assert_eq!(asked(&["--trusted-proxy", "127.0.0.1,10.0.0.0/8"]), [200, 200, 429, 429]);
}

#[test]
fn a_unix_socket_works_and_a_stale_one_is_replaced() {
    use std::os::unix::net::{UnixListener, UnixStream};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rolecall.sock");
    // What a killed process leaves behind.
    drop(UnixListener::bind(&path).unwrap());
    assert!(path.exists() && UnixStream::connect(&path).is_err());
    let listen = format!("unix:{}", path.display());
    let mut server = Server::start(&["--listen", &listen]);
    assert_eq!(server.address, listen);
    let answered = || {
        let mut stream = UnixStream::connect(&path).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        ask_on(&mut stream, "/healthz", "connection: close\r\n");
        answer_on(&mut stream).0
    };
    assert_eq!(answered(), 200);
    // A socket that answers is not taken away from who has it.
    rolecall().args(["serve", "--listen", &listen]).assert().code(2);
    assert_eq!(answered(), 200);
    server.signal("TERM");
    assert_eq!(server.ended().code(), Some(0));
    assert!(!path.exists());
    // What is no socket is left alone.
    write(&path, "mine");
    rolecall().args(["serve", "--listen", &listen]).assert().code(2);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
}

//! What every address does the same way: validators, methods, media types, compression, other origins, headers, identities.

use std::collections::BTreeSet;
use std::io::Write;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::json;

use super::api::{Answer, TOKEN, app, get, named, post, problem, send, with};
use super::process::{Server, answer_on, closed};
use rolecall::app::Process;
use rolecall::app::token::Token;
use rolecall::server::Edge;

/// Addresses whose answers may be kept.
pub(crate) const KEPT: [&str; 10] = [
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

pub(crate) fn limited(a_minute: u32, cors: &[&str]) -> axum::Router {
    let cors = cors.iter().map(|origin| (*origin).to_owned()).collect();
    let edge = Edge::new(Duration::from_secs(10), NonZeroU32::new(a_minute), Vec::new(), cors);
    with(Process::default(), &edge)
}

pub(crate) fn ask(app: &axum::Router, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
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
fn ids_of_requests_are_taken_over_when_they_are_short_and_plain() {
    let app = app();
    let told = |ids: &[&[u8]]| {
        let mut request = Request::get("/healthz");
        for id in ids {
            request = request.header("x-request-id", *id);
        }
        named(&send(&app, request.body(Body::empty()).unwrap()), "x-request-id").to_owned()
    };
    let longest = "a".repeat(64);
    for id in ["7", "01J.a_B-9", longest.as_str()] {
        assert_eq!(told(&[id.as_bytes()]), id);
    }
    let ours = |id: &str| id.len() == 17 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let long = "a".repeat(65);
    let wrong: [&[&[u8]]; 9] = [
        &[],
        &[b""],
        &[long.as_bytes()],
        &[b"a b"],
        &[b"a\"b"],
        &[b"a,b"],
        &["é".as_bytes()],
        &[b"\xff"],
        &[b"a", b"b"],
    ];
    for ids in wrong {
        assert!(ours(&told(ids)), "{ids:?}: {}", told(ids));
    }
}

#[test]
fn a_request_says_whom_it_is_for() {
    let server = Server::start(&[]);
    let sent = |head: &str| {
        let mut stream = server.connect();
        stream.write_all(format!("{head}\r\n\r\n").as_bytes()).unwrap();
        let answer = answer_on(&mut stream);
        (answer, stream)
    };
    for head in [
        "GET /v1/goals HTTP/1.1",
        "GET /v1/goals HTTP/1.1\r\nhost:",
        "GET /v1/goals HTTP/1.1\r\nhost: a\r\nhost: a",
        "GET /v1/goals HTTP/1.1\r\nhost: a/b",
        "GET http://a/v1/goals HTTP/1.1",
        "GET /v1/goals HTTP/1.0\r\nhost: a\r\nhost: b",
    ] {
        let ((status, told, body), mut stream) = sent(head);
        assert_eq!(status, 400, "{head}: {body}");
        assert!(told.contains("content-type: application/problem+json"), "{told}");
        assert!(body.contains("#problem-bad-request") && body.contains("host"), "{body}");
        assert!(told.contains("x-request-id: ") && closed(&mut stream), "{head}: {told}");
    }
    for head in [
        "GET /healthz HTTP/1.1\r\nHost: localhost:80",
        "GET /healthz HTTP/1.0",
        "GET /healthz HTTP/1.0\r\nhost: a",
    ] {
        assert_eq!(sent(head).0.0, 200, "{head}");
    }
}

#[test]
fn one_line_says_what_an_answer_depends_on() {
    let process = Process::new(Some(Token::new(TOKEN).unwrap()), vec!["*".to_owned()]);
    let edge = Edge::new(Duration::from_secs(10), None, Vec::new(), vec!["https://a.example".to_owned()]);
    let app = with(process, &edge);
    let profile = r#"{"presence_stage": "growing", "goals": ["retention"]}"#;
    let ask = |method: &str, path: &str, headers: &[(&str, &str)], body: &str| {
        let mut request = Request::builder().method(method).uri(path);
        if method == "POST" {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        send(&app, request.body(Body::from(body.to_owned())).unwrap())
    };
    let bearer = ("authorization", "Bearer 0123456789abcdef");
    let table = "/v1/salary-bands/table";
    for (method, path, headers, body, status, varies, kept) in [
        ("GET", "/v1/goals", &[][..], "", 200, "accept-language", "public, max-age=300"),
        ("GET", "/v1/goals", &[("accept", "image/png")], "", 406, "accept accept-language", "no-store"),
        ("GET", table, &[], "", 200, "accept accept-language", "public, max-age=300"),
        ("GET", table, &[("accept", "text/csv")], "", 200, "accept accept-language", "public, max-age=300"),
        ("GET", table, &[("accept", "image/png")], "", 406, "accept accept-language", "no-store"),
        ("POST", "/v1/recommendations", &[], profile, 200, "accept-language", "private, no-store"),
        ("POST", "/v1/recommendations", &[], "{", 400, "accept-language", "no-store"),
        ("POST", "/v1/job-descriptions", &[], "{}", 401, "accept accept-language", "private, no-store"),
        (
            "POST",
            "/v1/job-descriptions",
            &[bearer],
            r#"{"role":"cm"}"#,
            200,
            "accept accept-language",
            "private, no-store",
        ),
        (
            "POST",
            "/v1/job-ad-audits",
            &[bearer],
            r#"{"text":"Community manager"}"#,
            200,
            "accept accept-language",
            "private, no-store",
        ),
        ("GET", "/nothing", &[], "", 404, "accept-language", "no-store"),
        ("DELETE", "/v1/goals", &[], "", 405, "accept-language", "no-store"),
        ("GET", "/", &[], "", 307, "accept-language", ""),
        ("GET", "/fr/", &[], "", 200, "", "no-cache"),
        ("GET", "/fr/pay", &[], "", 200, "", "no-cache"),
        ("GET", "/fr/pay?role=cm", &[], "", 200, "", "private, no-cache"),
        ("GET", "/embed/en/offer?role=cm", &[], "", 200, "", "private, no-cache"),
        ("GET", "/fr/nothing?x=1", &[], "", 404, "", "no-store"),
        ("GET", "/fr/draft", &[], "", 401, "", "private, no-store"),
        ("GET", "/fr/draft?role=cm", &[bearer], "", 200, "", "private, no-store"),
        ("GET", "/en/draft/preview?role=cm", &[bearer], "", 200, "", "private, no-store"),
        ("GET", "/en/audit", &[bearer], "", 200, "", "private, no-store"),
        ("GET", "/healthz", &[], "", 200, "accept-language", "no-store"),
    ] {
        let answer = ask(method, path, headers, body);
        assert_eq!(answer.status.as_u16(), status, "{method} {path}");
        let lines: Vec<&str> =
            answer.headers.get_all(header::VARY).iter().map(|value| value.to_str().unwrap()).collect();
        assert_eq!(lines.len(), 1, "{method} {path}: {lines:?}");
        let names: Vec<&str> = lines[0].split(", ").collect();
        let sorted: Vec<&str> = names.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        assert_eq!(names, sorted, "{method} {path}");
        // Origins are let in here, and large answers may be compressed.
        let own =
            |name: &&str| !matches!(*name, "origin" | "accept-encoding") && !name.starts_with("access-");
        let own: Vec<&str> = names.iter().copied().filter(own).collect();
        assert_eq!(own, varies.split_whitespace().collect::<Vec<_>>(), "{method} {path}");
        assert!(names.contains(&"origin"), "{method} {path}: {names:?}");
        assert_eq!(named(&answer, "cache-control"), kept, "{method} {path}");
        if method == "GET" && status == 200 && !kept.contains("no-store") {
            let known = named(&answer, "etag").to_owned();
            let again = ask("GET", path, &[headers, &[("if-none-match", known.as_str())]].concat(), "");
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            for name in ["vary", "cache-control"] {
                assert_eq!(named(&again, name), named(&answer, name), "{path}");
            }
        }
    }
    // Without a token drafts are pages like others, and nobody else's business with a query.
    let open = super::api::app();
    assert_eq!(named(&get(&open, "/fr/draft"), "cache-control"), "no-cache");
    assert_eq!(named(&get(&open, "/fr/draft?role=cm"), "cache-control"), "private, no-cache");
    let draft = post(&open, "/v1/job-descriptions", r#"{"role":"cm"}"#);
    assert_eq!(named(&draft, "cache-control"), "private, no-store");
    assert_eq!(named(&draft, "vary"), "accept, accept-encoding, accept-language");
}

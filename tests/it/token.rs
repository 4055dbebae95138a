//! The token: who is asked for it, and which one is refused at the start.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};

use super::api::{TOKEN, get, named, problem, send, with};
use super::http::{KEPT, ask};

use super::{overlay, rolecall};
use rolecall::app::Process;
use rolecall::app::token::Token;
use rolecall::server::Edge;

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
fn a_token_that_is_asked_for_and_is_not_there_keeps_the_service_from_starting() {
    use std::os::unix::ffi::OsStrExt;
    let folder =
        overlay(&[("empty", ""), ("blank", " \n\t"), ("good", TOKEN), ("other", "abcdef0123456789")]);
    std::fs::write(folder.path().join("latin1"), b"0123456789\xe9abcdef").unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let not_utf8 = std::ffi::OsStr::from_bytes(b"0123456789\xffabcdef");
    let said = |token: Option<&std::ffi::OsStr>, token_file: Option<&str>, by: &str, lang: &str| {
        let mut command = rolecall();
        // A port that cannot be bound: what is sound so far fails there, and says so.
        command.args(["serve", "--lang", lang, "--listen", "192.0.2.1:1"]);
        command.env_remove("ROLECALL_API_TOKEN").env_remove("ROLECALL_TOKEN_FILE");
        if let Some(token) = token {
            command.env("ROLECALL_API_TOKEN", token);
        }
        match token_file {
            Some(path) if by == "option" => drop(command.arg(format!("--token-file={path}"))),
            Some(path) => drop(command.env("ROLECALL_TOKEN_FILE", path)),
            None => {}
        }
        let output = command.assert().code(2).get_output().clone();
        String::from_utf8(output.stderr).unwrap()
    };
    for token in ["", "  ", "\n"].map(std::ffi::OsStr::new).into_iter().chain([not_utf8]) {
        let told = said(Some(token), None, "", "en");
        assert!(told.starts_with("error: ROLECALL_API_TOKEN: "), "{token:?}: {told}");
        assert!(told.contains("unset ROLECALL_API_TOKEN to serve without one"), "{told}");
        let told = said(Some(token), None, "", "fr");
        assert!(told.starts_with("erreur\u{a0}: ROLECALL_API_TOKEN\u{a0}: "), "{told}");
        assert!(
            told.contains(
                "\u{202f}; donnez-y un jeton, ou retirez ROLECALL_API_TOKEN pour servir sans jeton"
            )
        );
        // One that is sound elsewhere does not make up for it.
        assert!(said(Some(token), Some(&file("good")), "option", "en").contains("ROLECALL_API_TOKEN: "));
    }
    for name in ["empty", "blank", "latin1", "missing", ""] {
        let path = if name.is_empty() { String::new() } else { file(name) };
        for (by, given_by) in [("option", "--token-file"), ("variable", "ROLECALL_TOKEN_FILE")] {
            let told = said(None, Some(&path), by, "en");
            assert!(
                told.starts_with(&format!("error: {given_by}")) && told.contains(&path),
                "{name}: {told}"
            );
            assert!(told.contains(&format!("unset {given_by} to serve without one")), "{told}");
            let told = said(None, Some(&path), by, "fr");
            assert!(told.contains(&format!("retirez {given_by} pour servir sans jeton")), "{told}");
            let told = said(Some(TOKEN.as_ref()), Some(&path), by, "en");
            assert!(told.contains(given_by), "{name}: {told}");
        }
    }
    let told = said(Some(TOKEN.as_ref()), Some(&file("other")), "option", "en");
    assert!(told.contains("hold different tokens; keep one of the two"), "{told}");
    let told = said(Some(TOKEN.as_ref()), Some(&file("other")), "option", "fr");
    assert!(told.contains("se contredisent\u{202f}; n’en gardez qu’un"), "{told}");
    for (token, path) in
        [(None, None), (Some(TOKEN), None), (None, Some("good")), (Some(TOKEN), Some("good"))]
    {
        let path = path.map(file);
        let told = said(token.map(std::ffi::OsStr::new), path.as_deref(), "variable", "en");
        assert!(told.contains("cannot serve") && told.contains("192.0.2.1:1"), "{told}");
    }
}

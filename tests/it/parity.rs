//! The same question gives the same answer on the command line and over HTTP, byte for byte.

use super::api::{app, get, post};
use super::{cases, rolecall};

fn cli(args: &[&str], stdin: &str) -> Vec<u8> {
    let output = rolecall()
        .args(args)
        .args(["--format", "json", "--as-of", "2026-11-21"])
        .write_stdin(stdin)
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn recommendations_are_the_same_bytes() {
    let app = app();
    for case in cases::all() {
        for lang in ["fr", "en"] {
            let body = case.given.to_string();
            let served =
                post(&app, &format!("/v1/recommendations?lang={lang}&as_of=2026-11-21"), body.clone());
            let printed = cli(&["recommend", "--lang", lang, "--profile", "-"], &body);
            assert!(served.bytes == printed, "{} differs in {lang}", case.name);
        }
    }
}

#[test]
fn reference_answers_are_the_same_bytes() {
    let app = app();
    for (path, args) in [
        ("/v1/roles", &["roles"][..]),
        ("/v1/roles/smm", &["roles", "smm"]),
        ("/v1/roles/content-manager", &["roles", "content"]),
        ("/v1/comparison", &["compare"]),
        ("/v1/comparison?roles=cm,content", &["compare", "cm", "content"]),
        ("/v1/goals", &["goals"]),
        ("/v1/rules", &["rules", "list"]),
        ("/v1/rules?layer=order", &["rules", "list", "--layer", "order"]),
        ("/v1/rules/verdict-large-structure", &["rules", "show", "verdict-large-structure"]),
        ("/v1/sources", &["sources"]),
    ] {
        for lang in ["fr", "en"] {
            let joint = if path.contains('?') { '&' } else { '?' };
            let served = get(&app, &format!("{path}{joint}lang={lang}"));
            let printed = cli(&[args, &["--lang", lang]].concat(), "");
            assert!(served.bytes == printed, "{path} differs in {lang}");
        }
    }
}

//! The command line: exit codes, where output goes, what bad input meets.

use super::rolecall;

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn run(args: &[&str], stdin: &str) -> Ran {
    let output = rolecall().args(args).args(["--as-of", "2026-11-21"]).write_stdin(stdin).output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn recommend(profile: &str) -> Ran {
    run(&["recommend", "--profile", "-"], profile)
}

#[test]
fn the_first_two_lines_say_whom_to_hire() {
    let ran = run(
        &[
            "recommend",
            "--stage",
            "launching",
            "--goal",
            "awareness,new-channels",
            "--employees",
            "40",
            "--posts",
            "22",
        ],
        "",
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let mut lines = ran.out.lines();
    assert_eq!(lines.next(), Some("Hire a social media manager."), "{}", ran.out);
    assert!(lines.next().unwrap().starts_with("Confidence: "), "{}", ran.out);
    let ran = run(
        &["recommend", "--lang", "fr", "--stage", "established", "--goal", "retention", "--employees", "60"],
        "",
    );
    assert!(
        ran.out.lines().next().unwrap().contains("Recrutez un community manager à temps partiel"),
        "{}",
        ran.out
    );
}

#[test]
fn json_toml_options_and_standard_input_say_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let json = folder.path().join("p.json");
    let toml = folder.path().join("p.toml");
    std::fs::write(&json, r#"{"presence_stage":"growing","goals":["retention",{"goal":"awareness","priority":"secondary"}],"employees":12,"annual_budget":{"amount":60000,"currency":"EUR"},"team":{"agency":true},"workload":{"posts_per_week":5}}"#).unwrap();
    std::fs::write(&toml, "presence_stage = \"growing\"\ngoals = [\"retention\", { goal = \"awareness\", priority = \"secondary\" }]\nemployees = 12\nannual_budget = { amount = 60000, currency = \"EUR\" }\nteam = { agency = true }\n[workload]\nposts_per_week = 5\n").unwrap();
    let by_json = run(&["recommend", "--format", "json", "--profile", json.to_str().unwrap()], "");
    assert_eq!(by_json.code, 0, "{}", by_json.err);
    let by_toml = run(&["recommend", "--format", "json", "--profile", toml.to_str().unwrap()], "");
    let by_stdin =
        run(&["recommend", "--format", "json", "--profile", "-"], &std::fs::read_to_string(&toml).unwrap());
    let by_options = run(
        &[
            "recommend",
            "--format",
            "json",
            "--stage",
            "growing",
            "--goal",
            "retention",
            "--goal",
            "awareness:secondary",
            "--employees",
            "12",
            "--budget",
            "60 000 EUR",
            "--agency",
            "--posts",
            "5",
        ],
        "",
    );
    assert_eq!(by_json.out, by_toml.out);
    assert_eq!(by_json.out, by_stdin.out);
    assert_eq!(by_json.out, by_options.out);
    let marked = format!("\u{feff}{}", std::fs::read_to_string(&json).unwrap());
    assert_eq!(run(&["recommend", "--format", "json", "--profile", "-"], &marked).out, by_json.out);
    let euro = run(&["recommend", "--stage", "growing", "--goal", "retention", "--budget", "60 000 €"], "");
    assert!(euro.code == 0 && euro.err.contains("We did not use your budget"), "{}", euro.err);
    // Options win over the file.
    let over = run(
        &[
            "recommend",
            "--format",
            "json",
            "--profile",
            json.to_str().unwrap(),
            "--employees",
            "500",
            "--posts",
            "9",
        ],
        "",
    );
    assert!(over.out.contains("\"employees\":500") && over.out.contains("\"posts_per_week\":9"));
}

#[test]
fn bad_input_of_every_kind_is_a_clear_error() {
    for (profile, expected) in [
        (r#"{"goals":["retention"]}"#, "/presence_stage (--stage): field `presence_stage` is missing"),
        (r#"{"presence_stage":"growing"}"#, "/goals (--goal): field `goals` is missing"),
        (
            r#"{"presence_stage":"growing","goals":["retentoin"]}"#,
            "/goals/0 (--goal): unknown goal `retentoin`; did you mean `retention`?",
        ),
        (
            r#"{"presence_stage":"growing","goals":"retention"}"#,
            "/goals (--goal): expected a list of goals, got a string",
        ),
        (
            r#"{"presence_stage":3,"goals":["retention"]}"#,
            "/presence_stage (--stage): expected a string, got a number",
        ),
        (r#"{"presence_stage":"growing","goals":[]}"#, "/goals (--goal): the list of goals is empty"),
        (r#"{"presence_stage":"growing","goals":["retention"]"#, "1:49: the JSON ends too early"),
        (r#"{"presence_stage":"growing","goals":["retention"],}"#, "“}” cannot stand here"),
        (r#"{"presence_stage":"growing","goals":["retention"],"employees":NaN}"#, "-:1:"),
        (
            r#"{"presence_stage":"growing","goals":["retention"],"employees":-4}"#,
            "/employees (--employees): expected a whole number from 1 to 1,000,000,000, got -4",
        ),
        (r#"{"presence_stage":"growing","goals":["retention"],"employees":1.5}"#, "got 1.5"),
        (
            r#"{"presence_stage":"growing","goals":["retention"],"country":"XX"}"#,
            "/country (--country): unknown country `XX`",
        ),
        (r#"{"presence_stage":"growing","goals":["retention"],"country":"fr"}"#, "did you mean `FR`?"),
        (
            r#"{"presence_stage":"growing","goals":["retention"],"country":"DE","region":"FR-IDF"}"#,
            "region FR-IDF is in FR, not in DE",
        ),
        (
            r#"{"presence_stage":"growing","goals":["retention"],"annual_budget":{"amount":5}}"#,
            "give the currency (ISO 4217 code, such as EUR)",
        ),
        (
            r#"{"presence_stage":"growing","goals":["retention"],"emploees":4}"#,
            "unknown field `emploees`; did you mean `employees`?",
        ),
        (
            r#"{"presence_stage":"growing","presence_stage":"absent","goals":["retention"]}"#,
            "field “presence_stage” is written twice: keep one",
        ),
        ("[1]", "expected an object, got a list"),
        (
            "presence_stage = \"growing\"\ngoals = [\"retention\"]\nemployees = nan\n",
            "/employees (--employees): expected a number, got NaN",
        ),
        ("presence_stage = \"growing\"\ngoals = [\n", "-:2"),
        ("", "field `presence_stage` is missing"),
        (&"a".repeat(10_000_000), "larger than 65536 bytes"),
        (r#"{"presence_stage":"growing","goals":["\u001b[31mred"]}"#, "unknown goal `\\u{1b}[31mred`"),
        ("{\"presence_stage\":\"growing\",\"goals\":[\"\u{1b}[31mred\"]}", "control character"),
    ] {
        let ran = recommend(profile);
        let shown: String = profile.chars().take(90).collect();
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{shown}");
        assert!(ran.err.contains(expected), "{shown}\n{expected}\nis missing from\n{}", ran.err);
        assert!(!ran.err.contains('\u{1b}'), "terminal codes of the input must not reach the terminal");
    }
    let many = recommend(r#"{"goals":["x"],"employees":-1,"country":"XX"}"#);
    assert_eq!(many.err.lines().count(), 5, "all faults at once: {}", many.err);
    let french = run(
        &["recommend", "--lang", "fr", "--profile", "-"],
        r#"{"presence_stage":"growing","goals":["retentoin"]}"#,
    );
    assert!(
        french.err.starts_with("erreur\u{a0}: /goals/0 (--goal)")
            && french.err.contains("vouliez-vous dire «\u{a0}retention\u{a0}»"),
        "{}",
        french.err
    );
}

#[test]
fn exit_codes_tell_answers_findings_and_errors_apart() {
    for (args, code) in [
        (&["check"][..], 0),
        (&["rules", "check"], 0),
        (&["rules", "show", "nothing-like-it"], 2),
        (&["recommend", "--stage", "growng", "--goal", "retention"], 2),
        (&["recommend", "--profile", "/nowhere.json"], 2),
        (&["recommend"], 2),
        (&["compare", "cm", "boss"], 2),
        (&["goals", "--data-dir", "/nowhere"], 2),
        (&["check", "--data-dir", "/nowhere"], 1),
        (&["frobnicate"], 2),
        (&["--version"], 0),
        (&["recommend", "--help"], 0),
    ] {
        let output = rolecall().args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(code == 2, output.stdout.is_empty(), "{args:?}: results go to stdout, errors to stderr");
    }
    let ran = run(&["rules", "show", "verdict-large-structur"], "");
    assert!(ran.err.contains("did you mean `verdict-large-structure`?"), "{}", ran.err);
    let ran = run(&["rules", "list", "--as-of", "2025-12-31"], "");
    assert_eq!(ran.code, 2, "clap takes an option once");
    let output = rolecall()
        .args(["recommend", "--stage", "growing", "--goal", "retention", "--as-of", "2025-12-31"])
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("answer for 2026-01-01 and later"));
}

#[test]
fn every_command_writes_every_format_in_both_languages() {
    for command in [
        &["compare"][..],
        &["compare", "cm", "smm", "content"],
        &["roles"],
        &["roles", "cm"],
        &["goals"],
        &["rules", "list"],
        &["rules", "list", "--layer", "verdict"],
        &["rules", "show", "need-awareness"],
        &["rules", "check"],
        &["sources"],
        &["recommend", "--stage", "growing", "--goal", "retention,website"],
        &[
            "recommend",
            "--stage",
            "growing",
            "--goal",
            "retention,content-strategy",
            "--country",
            "FR",
            "--budget",
            "60000EUR",
            "--agreement",
            "2198",
        ],
        &["salary", "--role", "smm", "--level", "mid", "--city", "Paris", "--agreement", "2198"],
        &["salary", "--role", "hybrid", "--country", "FR"],
        &["salary", "--role", "cm", "--country", "IT"],
        &[
            "offer",
            "--role",
            "cm",
            "--level",
            "junior",
            "--country",
            "FR",
            "--amount",
            "25000",
            "--currency",
            "EUR",
            "--period",
            "year",
        ],
        &[
            "offer",
            "--role",
            "cm",
            "--country",
            "FR",
            "--amount",
            "10",
            "--currency",
            "EUR",
            "--period",
            "hour",
            "--agreement",
            "3245",
            "--against",
            "amount=2400,period=month",
        ],
        &["cost", "--country", "FR", "--gross", "32000", "--headcount", "30"],
        &["cost", "--country", "DE", "--gross", "42000"],
        &["data", "backtest"],
    ] {
        for lang in ["fr", "en"] {
            for format in ["text", "json", "md", "html"] {
                let ran = run(&[command, &["--lang", lang, "--format", format]].concat(), "");
                assert_eq!(ran.code, 0, "{command:?} {lang} {format}: {}", ran.err);
                assert!(ran.out.ends_with('\n') && ran.out.len() > 100, "{command:?} {format}");
                match format {
                    "json" => assert!(serde_json::from_str::<serde_json::Value>(&ran.out).is_ok()),
                    "html" => assert!(
                        ran.out.starts_with("<!doctype html>")
                            && ran.out.contains(&format!("lang=\"{lang}\""))
                    ),
                    "text" => {
                        assert!(!ran.out.contains('\u{1b}'), "{command:?} {lang}");
                        // An address stands alone on its line and is not broken, so that it can be followed.
                        let address = |line: &str| {
                            line.trim_start().starts_with("<http") && line.split_whitespace().count() == 1
                        };
                        let wide = ran.out.lines().find(|line| line.chars().count() > 80 && !address(line));
                        assert_eq!(wide, None, "{command:?} {lang}");
                    }
                    _ => assert!(!ran.out.contains("\n\n\n"), "{command:?} {lang}"),
                }
            }
        }
    }
}

#[test]
fn the_locale_chooses_the_language_and_the_option_wins() {
    let first = |locale: &str, args: &[&str]| {
        let output = rolecall().args(["goals"]).args(args).env("LC_ALL", locale).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(first("fr_FR.UTF-8", &[]).contains("Définir la stratégie sur les réseaux sociaux"));
    let unset = rolecall().args(["goals"]).env("ROLECALL_DATA_DIR", "").output().unwrap();
    assert!(unset.status.success(), "an empty variable is an unset one");
    assert!(first("de_DE.UTF-8", &[]).contains("Set the social media strategy"));
    assert!(first("fr_FR.UTF-8", &["--lang", "en"]).contains("Set the social media strategy"));
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_rolecall"))
        .args(["sources", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
}

#[test]
fn options_hold_together_and_help_teaches() {
    use clap::CommandFactory;
    rolecall::cli::args::Args::command().debug_assert();
    let help = run(&["recommend", "--help"], "").out;
    for word in ["Examples:", "--profile", "--stage", "rolecall goals"] {
        assert!(help.contains(word), "{word}");
    }
    assert!(run(&["completions", "bash"], "").out.contains("_rolecall"));
    assert!(run(&["man"], "").out.contains(".TH rolecall"));
}

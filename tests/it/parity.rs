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
fn drafts_and_audits_are_the_same_bytes() {
    let app = app();
    let brief = serde_json::json!({"company": {"name": "Exemple SAS"}, "place": {"city": "Lyon", "country": "FR"}, "goals": ["retention"]});
    let ad =
        "Community manager (H/F). Vos missions : animer la communauté, modérer. Salaire 25-28 k€ par an.";
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), ad).unwrap();
    for lang in ["fr", "en"] {
        let body =
            serde_json::json!({"role": "cm", "level": "mid", "language": lang, "brief": brief}).to_string();
        let served = post(&app, &format!("/v1/job-descriptions?lang={lang}&as_of=2026-11-21"), body);
        let args = ["draft", "--role", "cm", "--level", "mid", "--lang", lang, "--brief", "-"];
        assert!(served.bytes == cli(&args, &brief.to_string()), "draft differs in {lang}");
        let body = serde_json::json!({"text": ad, "country": "FR"}).to_string();
        let served = post(&app, &format!("/v1/job-ad-audits?lang={lang}&as_of=2026-11-21"), body);
        let printed = rolecall()
            .args(["audit", "--country", "FR", "--lang", lang, "--format", "json", "--as-of", "2026-11-21"])
            .arg(file.path())
            .output()
            .unwrap();
        assert!(printed.status.code().is_some_and(|code| code < 2));
        assert!(served.bytes == printed.stdout, "audit differs in {lang}");
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
        ("/v1/comparison?roles=cm,smm&city=Paris", &["compare", "cm", "smm", "--city", "Paris"]),
        (
            "/v1/salary-bands?role=smm&level=mid&city=Paris&agreement=2198",
            &["salary", "--role", "smm", "--level", "mid", "--city", "Paris", "--agreement", "2198"],
        ),
        ("/v1/salary-bands?role=hybrid&country=FR", &["salary", "--role", "hybrid", "--country", "FR"]),
        (
            "/v1/salary-bands?role=content-manager&country=IT",
            &["salary", "--role", "content", "--country", "IT"],
        ),
    ] {
        for lang in ["fr", "en"] {
            let joint = if path.contains('?') { '&' } else { '?' };
            let served = get(&app, &format!("{path}{joint}lang={lang}"));
            let printed = cli(&[args, &["--lang", lang]].concat(), "");
            assert!(served.bytes == printed, "{path} differs in {lang}");
        }
    }
}

#[test]
fn offers_and_costs_are_the_same_bytes() {
    let app = app();
    for (path, body, args) in [
        (
            "/v1/offer-assessments",
            r#"{"role":"cm","level":"junior","city":"Paris","amount":2100.5,"currency":"EUR","period":"month","payments":13,"fte":0.8,"against":{"amount":2400}}"#,
            "offer --role cm --level junior --city Paris --amount 2100.5 --currency EUR --period month --payments 13 --fte 0.8 --against amount=2400",
        ),
        (
            "/v1/employer-costs",
            r#"{"country":"FR","gross":32000,"headcount":30,"executive":true,"mobility_rate":3.2,"accident_rate":2.08,"health_cover":40,"apprentice":{"age":21,"presence_percent":60},"freelance":{"day_rate":350,"days":80,"fees_percent":5},"agency":{"monthly_retainer":1200,"setup":500}}"#,
            "cost --country FR --gross 32000 --headcount 30 --executive --mobility-rate 3.2 --accident-rate 2.08 --health-cover 40 --apprentice-age 21 --presence 60 --day-rate 350 --days 80 --fees 5 --retainer 1200 --setup 500",
        ),
        // The founder in Lyon, the one in Montréal, an association in Lille, HR in Brussels, an apprentice in Strasbourg:
        // the command line takes amounts as people write them.
        ("/v1/employer-costs", r#"{"city":"Lyon","budget":45000}"#, "cost --city Lyon --budget 45k"),
        ("/v1/employer-costs", r#"{"city":"Montréal","budget":30000}"#, "cost --city Montréal --budget $30k"),
        (
            "/v1/employer-costs",
            r#"{"city":"Lille","gross":28000.5,"employer":"association","headcount":8,"fte":0.8}"#,
            "cost --city Lille --gross 28.000,50€ --employer association --headcount 8 --fte 4/5",
        ),
        (
            "/v1/employer-costs",
            r#"{"country":"BE","budget":60000,"holiday_pay":true,"thirteenth_month":true}"#,
            "cost --country BE --budget 60'000 --holiday-pay --thirteenth-month",
        ),
        (
            "/v1/employer-costs",
            r#"{"city":"Strasbourg","net":21000,"apprentice":{"age":30,"degree":4}}"#,
            "cost --city Strasbourg --net 21k --apprentice-age 30 --degree 4",
        ),
    ] {
        for lang in ["fr", "en"] {
            let served = post(&app, &format!("{path}?lang={lang}&as_of=2026-11-21"), body.to_owned());
            let args: Vec<&str> = args.split(' ').chain(["--lang", lang]).collect();
            assert!(served.bytes == cli(&args, ""), "{path} differs in {lang}");
        }
    }
}

#[test]
fn recommendations_with_pay_are_the_same_bytes() {
    // The command line reads one country's data, the server all of it.
    let app = app();
    for body in [
        r#"{"presence_stage":"growing","goals":["retention","content-strategy"],"employees":12,"country":"FR","region":"FR-IDF","annual_budget":{"amount":60000,"currency":"EUR"},"agreement":2198}"#,
        r#"{"presence_stage":"growing","goals":["retention","content-strategy","advertising"],"employees":300,"country":"US","annual_budget":{"amount":90000,"currency":"USD"}}"#,
        r#"{"presence_stage":"launching","goals":["awareness"],"country":"DE","region":"DE-BE","annual_budget":{"amount":20000,"currency":"EUR"}}"#,
        r#"{"presence_stage":"growing","goals":["retention"],"country":"JP","annual_budget":{"amount":20000,"currency":"EUR"},"max_hires":0}"#,
    ] {
        for lang in ["fr", "en"] {
            let served =
                post(&app, &format!("/v1/recommendations?lang={lang}&as_of=2026-11-21"), body.to_owned());
            let printed = cli(&["recommend", "--lang", lang, "--profile", "-"], body);
            assert!(served.bytes == printed, "{body} differs in {lang}");
        }
    }
}

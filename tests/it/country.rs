//! A country is data: an overlay adds one that the data does not have, and every face of the product serves it.
//!
//! All amounts are invented. The country is Sweden, of which the built-in data knows nothing.

use std::sync::Arc;

use rolecall::app::{App, Process};
use rolecall::domain::text::Lang;
use rolecall::server::{Edge, router};
use rolecall::toolkit::Toolkit;
use serde_json::{Value, json};

use super::api::{get, post};
use super::page::{Page, text};
use super::{asking, overlay, rolecall, today};

const RECORD: &str = r#"
[[country]]
id = "SE"
name = { fr = "Suède", en = "Sweden" }
in_sentence = { fr = "Suède", en = "the Kingdom of Sweden" }
currency = "SEK"
full_time_hours = 38
part_time_hours = 20

[country.cost]
model = "rates"
covered_from = "2026-01-01"
verified_until = "2026-12-31"
confidence = "low"
note = { fr = "Montants inventés.", en = "Invented amounts." }
sources = ["se-one"]
"#;

const RATES: &str = "\
id,country,side,label_fr,label_en,rate,base,lower,upper,unit,headcount_from,headcount_to,executive,region,over,valid_from,valid_to,source,confidence,note_fr,note_en
se-ceiling-2026,SE,value,Plafond,Ceiling,400000,,,,,,,,,,2026-01-01,,se-one,high,,
se-er-all,SE,employer,Cotisation patronale,Employer contribution,31.42,gross,,,,,,,,,2026-01-01,,se-one,high,,
se-ee-pension,SE,employee,Retraite,Pension,7,slice,0,1,ceiling,,,,,,2026-01-01,,se-one,high,,
";

/// A country with all that a country may have: figures of three sources, growth left out, minimum, agreement, city, fees.
fn sweden() -> tempfile::TempDir {
    let mut sources = "id,title,publisher,published,retrieved_on,kind,reliability,licence,url,covers_fr,covers_en,note_fr,note_en\n".to_owned();
    let mut figures =
        "id,role,level,country,statistic,amount,currency,period,n,as_of,source,reliability\n".to_owned();
    for (at, name) in ["one", "two", "three"].into_iter().enumerate() {
        sources += &format!(
            "se-{name},Survey {name},Publisher {name},2026,2026-11-21,survey,high,invented,,Salaires inventés.,Invented pay.,,\n"
        );
        for (role, base) in [("community-manager", 420_000), ("social-media-manager", 480_000)] {
            for (statistic, more) in [("p25", 0), ("median", 40_000), ("p75", 90_000)] {
                let amount = base + more + at * 6_000;
                figures += &format!(
                    "se-{name}-{role}.{statistic},{role},,SE,{statistic},{amount},SEK,year,300,2026-06,se-{name},high\n"
                );
            }
        }
    }
    overlay(&[
        ("countries.toml", RECORD),
        ("employer-cost/parameters.csv", RATES),
        ("pay/sources.csv", &sources),
        ("pay/figures.csv", &figures),
        (
            "pay/minimum_wages.csv",
            "id,country,region,amount,currency,period,annual_hours,valid_from,valid_to,source,reliability,note_fr,note_en\n\
             se-2026,SE,,150,SEK,hour,2000,2026-01-01,,se-one,high,,\n",
        ),
        (
            "pay/agreements.csv",
            "id,country,idcc,name,level,coefficient,monthly_minimum,currency,valid_from,role,experience,named,extended,source,note_fr,note_en\n\
             se-kollektiv-1,SE,77,Kollektivavtal,1,,30000,SEK,2026-01-01,community-manager,,yes,yes,se-one,,\n",
        ),
        ("pay/cities.csv", "id,name,aliases,country,region\nstockholm,Stockholm,,SE,SE-AB\n"),
        (
            "pay/day_rates.csv",
            "id,role,kind,level,country,area,statistic,amount,currency,n,as_of,source,series,reliability,usable,words,note\n\
             se-fee.mean,community-manager,day-rate,,SE,,mean,4000,SEK,,2026,se-one,,medium,yes,,\n",
        ),
    ])
}

fn load(folder: &tempfile::TempDir) -> Toolkit {
    Toolkit::load(Some(folder.path())).unwrap_or_else(|errors| panic!("{errors}"))
}

fn cli(folder: &tempfile::TempDir, args: &[&str]) -> Vec<u8> {
    let mut command = rolecall();
    command.args(args).args(["--as-of", "2026-11-21", "--data-dir"]).arg(folder.path());
    command.assert().success().get_output().stdout.clone()
}

fn json_of(folder: &tempfile::TempDir, args: &[&str]) -> Value {
    serde_json::from_slice(&cli(folder, &[args, &["--format", "json"]].concat())).unwrap()
}

fn text_of(folder: &tempfile::TempDir, args: &[&str], lang: &str) -> String {
    // Terminal text is broken into lines; Markdown is not.
    let text = cli(folder, &[args, &["--format", "md", "--lang", lang]].concat());
    String::from_utf8(text).unwrap().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn the_command_line_serves_a_country_that_an_overlay_adds() {
    let folder = sweden();
    rolecall().arg("check").arg("--data-dir").arg(folder.path()).assert().success();

    let band = json_of(&folder, &["salary", "--role", "cm", "--country", "SE"]);
    assert_eq!(band["band"]["currency"], "SEK");
    assert!(band["band"]["p50"].as_u64().unwrap() > 440_000, "{}", band["band"]);
    assert_eq!(band["legal_minimum"]["annual"], json!({"amount": 300_000, "currency": "SEK"}), "{band}");
    let salary = ["salary", "--role", "cm", "--level", "mid", "--country", "SE", "--agreement", "77"];
    assert!(text_of(&folder, &salary, "en").contains("Sweden"));
    let french = text_of(&folder, &salary, "fr");
    assert!(french.contains("Suède") && french.contains("Kollektivavtal"), "{french}");

    let offer = ["offer", "--role", "cm", "--city", "Stockholm", "--amount", "30000", "--period", "month"];
    let offer = |currency: &'static str| [&offer[..], &["--currency", currency]].concat();
    let answer = json_of(&folder, &offer("SEK"));
    assert_eq!(answer["annual"], json!({"amount": 360_000, "currency": "SEK"}));
    assert_eq!(answer["meets_legal_minimum"], true);
    let output = rolecall().args(offer("EUR")).arg("--data-dir").arg(folder.path()).assert().code(2);
    let refused = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(refused.contains("pay in SE is known in SEK"), "{refused}");
    let there = [
        "offer",
        "--role",
        "cm",
        "--country",
        "SE",
        "--amount",
        "360000",
        "--period",
        "year",
        "--currency",
        "SEK",
    ];
    assert!(text_of(&folder, &there, "en").contains("in the Kingdom of Sweden"));

    // 31.42% on top, 7% of the part below a ceiling of 400,000 off.
    let cost = json_of(&folder, &["cost", "--country", "SE", "--gross", "480000"]);
    assert_eq!(cost["employer_cost"], json!({"amount": 630_816, "currency": "SEK"}));
    assert_eq!(cost["net_before_tax"], json!({"amount": 452_000, "currency": "SEK"}));
    let kinds: Vec<&str> =
        cost["alternatives"].as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["freelance", "agency"], "apprentices belong to the French model");
    let executive = ["cost", "--country", "SE", "--gross", "480000", "--executive", "--data-dir"];
    rolecall().args(executive).arg(folder.path()).assert().code(2);

    let hire =
        ["recommend", "--stage", "growing", "--goal", "retention", "--goal", "awareness", "--country", "SE"];
    let answer = json_of(&folder, &[&hire[..], &["--budget", "2000000SEK"]].concat());
    assert_eq!(answer["pay"]["total"]["currency"], "SEK");
    assert_eq!(answer["budget"]["used"], "used");
    assert_eq!(json_of(&folder, &["compare", "--city", "Stockholm"])["pay"]["country"], "SE");
}

#[test]
fn api_and_pages_serve_a_country_that_an_overlay_adds() {
    let folder = sweden();
    let app = router(&App::new(load(&folder), today, None, Arc::new(Process::default())), &Edge::default());
    let ask =
        |path: &str, question: Value| post(&app, &format!("{path}?as_of=2026-11-21"), question.to_string());
    let band = get(&app, "/v1/salary-bands?role=cm&country=SE&as_of=2026-11-21");
    assert_eq!(band.json(), json_of(&folder, &["salary", "--role", "cm", "--country", "SE"]));
    let cost = ask("/v1/employer-costs", json!({"country": "SE", "gross": 480_000}));
    assert_eq!(cost.json()["employer_cost"]["amount"], 630_816);
    let offer =
        json!({"role": "cm", "country": "SE", "amount": 30_000, "currency": "SEK", "period": "month"});
    assert_eq!(ask("/v1/offer-assessments", offer).json()["annual"]["amount"], 360_000);
    let hire = json!({"presence_stage": "growing", "goals": ["retention"], "country": "SE", "agreement": 77});
    let answer = ask("/v1/recommendations", hire).json();
    assert_eq!(answer["pay"]["positions"][0]["agreement"]["applicable"]["currency"], "SEK", "{answer}");
    // Nothing French is said of it.
    let told = answer.to_string();
    for french in ["France", "IDCC", "Légifrance", "Code du travail"] {
        assert!(!told.contains(french), "{french}: {told}");
    }

    for (lang, name) in [("fr", "Suède"), ("en", "Sweden")] {
        let page = |path: &str| {
            let answer = get(&app, &format!("/{lang}{path}"));
            assert_eq!(answer.status, 200, "{path}");
            Page::of(&answer)
        };
        // The only text that a selector picks, without the markup inside it.
        let told = |path: &str, css: &str| text(page(path).one(css));
        // Every menu of places offers it, by its name.
        for path in ["/pay", "/offer", "/cost", "/compare", "/draft", "/audit", "/hire/form"] {
            let page = page(path);
            let offered = page.all("option[value='SE']:not([selected])");
            assert!(!offered.is_empty(), "{path} does not offer {name}");
            assert!(offered.into_iter().all(|option| text(option) == name), "{path}");
        }
        let pay = page("/pay?role=community-manager&country=SE");
        assert_eq!(text(pay.one("select[name='country'] > option[selected]")), name);
        let agreements: Vec<String> =
            pay.all("[name='agreement'] option:not([value=''])").into_iter().map(text).collect();
        assert_eq!(
            agreements,
            ["Kollektivavtal (77)"],
            "its agreements are offered, those of other countries not"
        );
        // The currency is the country's.
        let cost = told("/cost?country=SE&gross=480000", "section.verdict > h2#total");
        assert!(cost.contains("SEK"), "{cost}");
        let offer = "/offer?role=community-manager&country=SE&amount=360000&period=year";
        let offer = told(offer, "section.verdict > .kicker");
        assert!(offer.contains("SEK"), "{offer}");
        let hire = page("/hire/result?presence_stage=growing&goals=retention&country=SE");
        let facts: Vec<String> = hire.all("dl.facts dd").into_iter().map(text).collect();
        assert!(facts.iter().any(|fact| fact.contains("SEK")), "{facts:?}");
        let captions: Vec<String> =
            page("/compare?country=SE").all("caption").into_iter().map(text).collect();
        assert!(captions.iter().any(|caption| caption.ends_with(&format!(", {name}"))), "{captions:?}");
    }
}

#[test]
fn the_country_that_forms_begin_with_is_data() {
    let folder = sweden();
    super::write(&folder.path().join("manifest.toml"), "default_country = \"SE\"\n");
    assert_eq!(json_of(&folder, &["compare"])["pay"]["country"], "SE");
    let app = router(&App::new(load(&folder), today, None, Arc::new(Process::default())), &Edge::default());
    let page = Page::of(&get(&app, "/en/pay"));
    assert_eq!(text(page.one("select[name='country'] > option[selected]")), "Sweden");
}

#[test]
fn a_full_time_week_is_that_of_the_country() {
    let toolkit = load(&sweden());
    let brief = json!({"place": {"country": "SE"}});
    let question = json!({"role": "cm", "level": "mid", "language": "en", "brief": brief});
    let draft = toolkit.draft(&question, asking(Lang::En)).unwrap();
    let hours = toolkit.catalog().decide().work.full_time_hours(draft.country.as_deref());
    assert_eq!(hours, 38);
}

#[test]
fn one_country_is_read_alone() {
    let toolkit = Toolkit::load(None).unwrap();
    let pay = toolkit.catalog().pay_of("DE").unwrap();
    assert_eq!(pay.data.countries.iter().map(|item| item.code.as_str()).collect::<Vec<_>>(), ["DE"]);
    assert!(pay.data.agreements.is_empty() && pay.cost.parameters.iter().all(|item| item.country == "DE"));
}

#[test]
fn a_country_without_a_record_or_with_half_of_one_is_refused() {
    let figure = "id,role,country,statistic,amount,currency,period,source,reliability\n\
                  se-x.max,community-manager,SE,max,5,SEK,year,atypique/N9,low\n";
    let minimum = "id,country,amount,currency,period,valid_from,source,reliability\nse,SE,150,SEK,hour,2026-01-01,atypique,low\n";
    let record =
        |change: (&str, &str)| RECORD.replace("se-one", "urssaf-famille").replace(change.0, change.1);
    let france = "[[country]]\nid = \"DE\"\ncost = { model = \"magic\", covered_from = \"2026-01-01\", verified_until = \"2026-12-31\", confidence = \"low\", sources = [] }\n";
    let contribution = RATES.replace("se-one", "urssaf-famille");
    for (file, text, expected) in [
        (
            "pay/figures.csv",
            figure,
            "figures.csv:2: `se-x.max`: the country SE has no record; add one to countries.toml",
        ),
        ("pay/minimum_wages.csv", minimum, "minimum_wages.csv:2: `se`: the country SE has no record"),
        (
            "employer-cost/parameters.csv",
            &*contribution,
            "parameters.csv:2: `se-ceiling-2026`: the country SE has no record",
        ),
        ("countries.toml", &record(("\"SEK\"", "\"KRO\"")), "`SE`: currency is not an ISO 4217 code"),
        ("countries.toml", &record(("\"SE\"", "\"XX\"")), "`XX`: the id is not an ISO 3166-1 alpha-2 code"),
        (
            "countries.toml",
            &record(("\"Suède\", en = \"Sweden\"", "\"\", en = \"Sweden\"")),
            "`SE`: a text has no `fr`",
        ),
        ("countries.toml", &record(("38", "0")), "`SE`: full_time_hours must lie from 1 to 168"),
        (
            "countries.toml",
            &record(("2026-12-31", "2025-12-31")),
            "`SE`: verified_until must not lie before covered_from",
        ),
        ("countries.toml", &record(("urssaf-famille", "urssaf-famile")), "did you mean `urssaf-famille`?"),
        ("countries.toml", &record(("", "")), "`SE`: has a cost and no contributions"),
        ("countries.toml", france, "unknown cost model `magic`"),
        (
            "manifest.toml",
            "default_country = \"SE\"\n",
            "default_country `SE` has no record in countries.toml",
        ),
        (
            "labels.toml",
            "[[label]]\nid = \"country\"\nname = { fr = \"pays\", en = \"country\" }\nvalues = {}\n",
            "names of countries stand in countries.toml",
        ),
    ] {
        let folder = overlay(&[(file, text)]);
        let errors = Toolkit::load(Some(folder.path())).expect_err("must not load").to_string();
        assert!(errors.contains(expected), "{file}: {expected}\nis missing from\n{errors}");
    }
}

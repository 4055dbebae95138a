//! How ads are read: the model is what its sentences give, ads with labels are read as people read them, pay is read as it
//! is written. `docs/results/reading.md` says how often.

use std::collections::BTreeSet;

use rolecall::catalog::Catalog;
use rolecall::domain::job::audit::described::Described;
use rolecall::domain::job::audit::scope::{self, Scope};
use rolecall::domain::job::classifier::{Classifier, FINE, LabelledAd, NONE, SHARED, labelled, train};
use rolecall::domain::job::data::JobData;
use rolecall::domain::job::fold::fold;
use rolecall::domain::job::lists::{List, Lists};
use rolecall::domain::text::Lang;
use rolecall::domain::work::Work;
use rolecall::toolkit::AdForm;
use serde::Deserialize;
use serde_json::{Value, json};

use super::job::audited;
use super::{root, toolkit};

const SENTENCES: [&str; 2] =
    [include_str!("../reading/sentences-fr.csv"), include_str!("../reading/sentences-en.csv")];

#[derive(Deserialize)]
struct Ads {
    ad: Vec<Ad>,
}

#[derive(Deserialize)]
struct Ad {
    id: String,
    lang: Lang,
    role: Described,
    text: String,
}

fn tuned() -> Vec<Ad> {
    toml::from_str::<Ads>(include_str!("../reading/tuned.toml")).unwrap().ad
}

fn read(data: &JobData, ad: &Ad, title: Option<&str>) -> Scope {
    let folded = fold(&ad.text, data.lists.of(List::NameBeginnings));
    scope::read(data, &folded, title, ad.lang, &Work::unhurried()).unwrap()
}

/// The labelled ads, file by file.
fn labelled_ads() -> Vec<Vec<LabelledAd>> {
    let mut files: Vec<_> = std::fs::read_dir(root().join("tests/reading/ads"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files.iter().map(|file| LabelledAd::all(&std::fs::read_to_string(file).unwrap())).collect()
}

fn sentences(lists: &Lists, files: &[Vec<LabelledAd>]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        SENTENCES.iter().flat_map(|text| labelled(text, lists).unwrap()).collect();
    all.extend(files.iter().flatten().flat_map(|ad| ad.sentences(lists)));
    all
}

/// Fails where a model is not what its sentences give.
fn same(trained: &str, shipped: &str) {
    assert_eq!(trained.lines().next(), shipped.lines().next(), "the labels");
    // Another machine may round the last digit of a logarithm otherwise: then a step here and there.
    let apart = trained.bytes().zip(shipped.bytes()).filter(|(a, b)| a != b).count();
    assert!(
        trained.len().abs_diff(shipped.len()) < 200 && apart < 400,
        "{apart} weights differ: run `cargo run --release --example train`"
    );
}

#[test]
fn the_models_are_what_their_sentences_give() {
    let catalog = Catalog::builtin().unwrap();
    let lists = &catalog.job_ads().unwrap().lists;
    let sentences = sentences(lists, &labelled_ads());
    same(&train(&sentences), include_str!("../../data/job-ads/model.txt"));
    let all = |files: [&str; 2]| -> Vec<(String, String)> {
        files.iter().flat_map(|text| labelled(text, lists).unwrap()).collect()
    };
    // The same sentences as in benches/train.rs: one task of eight states nothing, and no ordinary line shuts anybody out.
    let mut statements =
        all([include_str!("../reading/statements-fr.csv"), include_str!("../reading/statements-en.csv")]);
    let tasks = sentences.iter().filter(|(owner, _)| owner != NONE).step_by(8);
    statements.extend(tasks.map(|(_, text)| (NONE.to_owned(), text.clone())));
    same(&train(&statements), include_str!("../../data/job-ads/statements.txt"));
    let mut exclusion =
        all([include_str!("../reading/exclusion-fr.csv"), include_str!("../reading/exclusion-en.csv")]);
    exclusion.extend(sentences.iter().map(|(_, text)| (FINE.to_owned(), text.clone())));
    same(&train(&exclusion), include_str!("../../data/job-ads/exclusion.txt"));
    let ids: BTreeSet<&str> = sentences.iter().map(|(owner, _)| owner.as_str()).collect();
    assert!(ids.contains(NONE) && ids.contains(SHARED));
}

#[test]
fn ads_never_shown_are_told_apart() {
    // Every seventh file of ads is kept from the training, lines and all.
    let catalog = Catalog::builtin().unwrap();
    let mut data = catalog.job_ads().unwrap().clone();
    let kept = |at: usize| at % 7 == KEPT;
    let (unseen, shown): (Vec<_>, Vec<_>) =
        labelled_ads().into_iter().enumerate().partition(|(at, _)| kept(*at));
    let files =
        |part: Vec<(usize, Vec<LabelledAd>)>| part.into_iter().map(|(_, ads)| ads).collect::<Vec<_>>();
    let (unseen, shown) = (files(unseen), files(shown));
    data.classifier = Classifier::read(train(&sentences(&data.lists, &shown)), true).unwrap();
    let (mut right, mut kind, mut lines) = (0, 0, 0);
    let roles = ["community-manager", "social-media-manager", "content-manager"];
    let of = |owner: &str| (roles.contains(&owner), owner == NONE || owner == SHARED);
    for (owner, text) in unseen.iter().flatten().flat_map(|ad| ad.sentences(&data.lists)) {
        let found = data.classifier.probabilities(&text);
        let best = (0..found.len()).max_by(|a, b| found[*a].total_cmp(&found[*b])).unwrap();
        let best = data.classifier.owners()[best].as_str();
        right += usize::from(best == owner);
        kind += usize::from(of(best) == of(&owner));
        lines += 1;
    }
    let percent = |count: usize, of: usize| 100 * count / of;
    assert!(percent(right, lines) >= 80, "the owner of {}%", percent(right, lines));
    assert!(percent(kind, lines) >= 84, "role, other or no task: {}%", percent(kind, lines));
    let mut counts = [(0, 0); 2];
    for ad in unseen.iter().flatten() {
        let ad = Ad {
            text: ad.text(),
            id: ad.id.clone(),
            lang: ad.lang.parse().unwrap(),
            role: ad.role.parse().unwrap(),
        };
        let count = &mut counts[usize::from(ad.role == Described::Other)];
        count.0 += usize::from(read(&data, &ad, None).described == ad.role);
        count.1 += 1;
    }
    let [roles, others] = counts.map(|(right, all)| percent(right, all));
    assert!(roles >= 80, "roles {roles}%");
    assert!(others >= 85, "neighbours {others}%");
}

/// Which files of seven are kept from the training: the last, whose ads are the most ordinary, among them.
const KEPT: usize = 6;

#[test]
fn ads_are_read_as_people_read_them() {
    let catalog = Catalog::builtin().unwrap();
    let data = catalog.job_ads().unwrap();
    let ads = tuned();
    let wrong = |neighbour: bool| {
        let of = ads.iter().filter(|ad| (ad.role == Described::Other) == neighbour);
        let wrong = of.filter_map(|ad| {
            let found = read(data, ad, None).described;
            (found != ad.role).then(|| format!("{}: {found}, not {}", ad.id, ad.role))
        });
        wrong.collect::<Vec<_>>()
    };
    let (roles, neighbours) = (wrong(false), wrong(true));
    assert!(roles.len() <= 3, "{roles:#?}");
    assert!(neighbours.len() <= 1, "{neighbours:#?}");
}

#[test]
fn a_title_changes_nothing_of_what_the_tasks_describe() {
    let catalog = Catalog::builtin().unwrap();
    let data = catalog.job_ads().unwrap();
    for ad in tuned() {
        let without = read(data, &ad, None);
        for title in ["Community manager", "Social media manager", "Développeur Java", "Content moderator"] {
            let scope = read(data, &ad, Some(title));
            assert_eq!(
                (scope.described, scope.confidence),
                (without.described, without.confidence),
                "{}",
                ad.id
            );
        }
    }
}

#[derive(Deserialize)]
struct Lines {
    line: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    text: String,
    #[serde(default = "france")]
    country: String,
    #[serde(default = "parsed")]
    state: String,
    min: Option<f64>,
    max: Option<f64>,
    #[serde(default = "euro")]
    currency: String,
    period: Option<String>,
    payments: Option<u32>,
    on_target: Option<f64>,
    bonus: Option<f64>,
    bonus_period: Option<String>,
}

fn france() -> String {
    "FR".to_owned()
}

fn parsed() -> String {
    "parsed".to_owned()
}

fn euro() -> String {
    "EUR".to_owned()
}

#[test]
fn pay_is_read_as_it_is_written() {
    let toolkit = toolkit();
    let mut wrong = Vec::new();
    for line in toml::from_str::<Lines>(include_str!("../reading/pay.toml")).unwrap().line {
        let french = line.country == "FR";
        let around = if french {
            "# Community manager (H/F)\n\nVos missions :\n- animer la communauté\n- répondre aux messages\n\nCDI à Nantes.\n\n"
        } else {
            "# Community manager\n\nWhat you will do:\n- run the community\n- answer messages\n\nPermanent contract.\n\n"
        };
        let text = format!("{around}{}\n", line.text);
        let found = audited(&toolkit, &text, &json!({ "country": line.country }));
        let found = serde_json::to_value(found).unwrap();
        let pay = &found["pay"];
        let number = |value: &Value| value.as_str().and_then(|text| text.parse::<f64>().ok());
        let stated = &pay["stated"];
        let period = line.period.as_deref().map_or(Value::Null, Value::from);
        let currency = if stated.is_null() { Value::Null } else { json!(line.currency) };
        let expected = (
            json!(line.state),
            (line.min, line.max),
            period,
            currency,
            line.payments.or((line.state == "parsed").then_some(12)),
            (line.on_target, line.bonus),
        );
        let read = (
            pay["state"].clone(),
            (number(&stated["min"]), number(&stated["max"])),
            stated["period"].clone(),
            stated["currency"].clone(),
            stated["payments"].as_u64().and_then(|n| u32::try_from(n).ok()),
            (number(&pay["on_target"]["max"]), number(&pay["bonus"]["max"])),
        );
        if read != expected {
            wrong.push(format!("{}\n  read {read:?}\n  not  {expected:?}", line.text));
        }
        if let Some(period) = &line.bonus_period
            && pay["bonus"]["period"] != **period
        {
            wrong.push(format!("{}\n  a bonus for {}", line.text, pay["bonus"]["period"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[derive(Deserialize)]
struct Spots {
    case: Vec<Spot>,
}

#[derive(Deserialize)]
struct Spot {
    text: String,
    locations: Vec<String>,
    #[serde(default)]
    uses: String,
}

/// Region or country, and city, of a part of an answer.
fn spot(value: &Value) -> String {
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    let area = text("region").or_else(|| text("country"));
    [area, text("city")].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[test]
fn places_are_read_where_the_ad_says_the_job_is() {
    let toolkit = toolkit();
    let cases: Spots = toml::from_str(include_str!("../reading/places.toml")).unwrap();
    for case in cases.case {
        let audit = audited(&toolkit, &case.text, &json!({}));
        let audit = serde_json::to_value(&audit).unwrap();
        let found: Vec<String> = audit["locations"].as_array().unwrap().iter().map(spot).collect();
        assert_eq!(found, case.locations, "{}", case.text);
        assert_eq!(spot(&audit["input"]), case.uses, "{}", case.text);
        assert_eq!(audit["input"]["place_from"].as_str(), Some("ad").filter(|_| !case.uses.is_empty()));
        assert_eq!(
            audit["summary"].as_str().unwrap().contains("Country found in the ad"),
            !case.uses.is_empty()
        );
    }
    // Of several places the law of each counts, and the law of no other, unless the question says where the job is.
    let text = "# Community manager\n\nLocation: New York, NY or Boston, MA\nFully remote.\n\n## What you will do\n\n- You run the community and answer messages\n- You moderate the forum\n";
    let law = |context: &Value| {
        let audit = serde_json::to_value(audited(&toolkit, text, context)).unwrap();
        let laws = audit["law"].as_array().unwrap().iter().map(|law| law["id"].as_str().unwrap().to_owned());
        let region = |id: String| id.split('-').take(2).collect::<Vec<_>>().join("-");
        (laws.map(region).collect::<BTreeSet<String>>(), audit["input"]["regions"].clone())
    };
    let regions = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<BTreeSet<String>>();
    assert_eq!(law(&json!({})), (regions(&["US-ADEA", "US-MA", "US-NY"]), json!(["US-MA", "US-NY"])));
    assert_eq!(law(&json!({ "region": "US-NY" })).0, regions(&["US-ADEA", "US-NY"]));
    // The place that was given wins.
    let audit = audited(&toolkit, "CDI à Lyon. Vous animez la communauté.", &json!({"country": "BE"}));
    let audit = serde_json::to_value(&audit).unwrap();
    assert_eq!((spot(&audit["input"]), spot(&audit["locations"][0])), ("BE".into(), "FR-ARA Lyon".into()));
    assert_eq!(audit["input"]["place_from"], "question");
}

#[test]
fn what_stands_beside_the_prose_is_read_and_found_again_in_the_file() {
    let toolkit = toolkit();
    let audit = |source: &[u8], form: AdForm| {
        let found =
            super::job::audit(&toolkit, std::str::from_utf8(source).unwrap(), form, &json!({}), Lang::En);
        serde_json::to_value(found.unwrap()).unwrap()
    };
    let page = r#"<html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Community manager",
        "description": "<p>You moderate our forum, answer comments and welcome new members.</p><p>You run the life of the community.</p>",
        "validThrough": "2026-12-20", "employmentType": "PART_TIME", "jobLocation": {"address": {"addressLocality": "Denver",
        "addressRegion": "CO", "addressCountry": "US"}}, "baseSalary": {"currency": "USD", "value": {"minValue": 60000,
        "maxValue": 70000, "unitText": "YEAR"}}}</script></head><body><nav>Jobs</nav></body></html>"#;
    let matter = "---\ntitle: Community manager\nlocation: Denver, CO\nsalary_min: 60000\nsalary_max: 70000\ncurrency: USD\napply_by: 2026-12-20\n---\nYou moderate our forum, answer comments and welcome new members. You run the life of the community.\n";
    for (source, form) in [(page, AdForm::Html), (matter, AdForm::Markdown)] {
        let found = audit(source.as_bytes(), form);
        assert_eq!(found["input"]["title"], "Community manager");
        assert_eq!(found["role_described"], "community-manager", "{form}");
        assert_eq!(
            (spot(&found["locations"][0]), spot(&found["input"])),
            ("US-CO Denver".into(), "US-CO Denver".into())
        );
        let pay = &found["pay"]["stated"];
        assert_eq!(
            (&pay["min"], &pay["max"], &pay["period"]),
            (&json!("60000"), &json!("70000"), &json!("year"))
        );
        let says = |id: &str| {
            let all = found["sections"].as_array().unwrap();
            all.iter().find(|section| section["id"] == id).unwrap()["present"] == true
        };
        assert!(says("place") && says("closing-date"));
        for excerpt in [&found["locations"][0]["place"], &found["activities"][0]["passages"][0]] {
            let at = usize::try_from(excerpt["start"]["byte"].as_u64().unwrap()).unwrap();
            let words = excerpt["text"].as_str().unwrap().split([',', ' ']).next().unwrap();
            assert!(source[at..].starts_with(words), "{words}");
        }
    }
}

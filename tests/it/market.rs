//! Market figures from ads: records, counts, figures, the overlay.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::rolecall;

const CITIES: [(&str, &str); 3] = [("69003", "Lyon"), ("75011", "Paris"), ("33000", "Bordeaux")];

/// Offers in the form of the French employment service: so many, of so many employers, pay from a least amount up.
fn offers(count: u32, employers: u32, least: u32) -> String {
    let mut lines = String::new();
    for number in 0..count {
        let (code, city) = CITIES[number as usize % 3];
        let low = least + 150 * (number * 7 % 40);
        let offer = json!({
            "id": format!("X{number}"),
            "intitule": "Community manager (H/F)",
            "description": format!("Une maison de {} personnes.\n\nVos missions :\n- Vous animez notre communauté et répondez aux messages de ses membres.\n- Vous modérez les commentaires et le forum.\n- Vous accueillez les nouveaux membres.\n\nMot {number} {} {}.", number % 50 + 3, number * 31, number * 17),
            "dateCreation": format!("2026-{:02}-{:02}T08:00:00Z", number % 3 + 8, number % 28 + 1),
            "lieuTravail": {"libelle": format!("{} - {city}", &code[..2]), "codePostal": code},
            "entreprise": {"nom": format!("Maison {}", number % employers)},
            "typeContrat": "CDI", "experienceExige": "E", "experienceLibelle": format!("{} An(s)", [1, 3, 6][number as usize % 3]),
            "dureeTravailLibelleConverti": "Temps plein",
            "salaire": if number % 4 == 3 { json!({}) } else { json!({"libelle": format!("Annuel de {low}.0 Euros à {}.0 Euros sur 12.0 mois", low + 2000)}) },
        });
        lines += &format!("{offer}\n");
    }
    lines
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        std::fs::write(self.at(name), text).unwrap();
        self.at(name)
    }

    /// Runs a command in the folder; what it prints, if it ends as expected.
    fn run(&self, args: &[&str], code: i32) -> (String, String) {
        let done = rolecall().current_dir(self.0.path()).args(args).assert();
        let output = done.get_output();
        let (out, err) = (
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        );
        assert_eq!(output.status.code(), Some(code), "{args:?}: {err}{out}");
        (out, err)
    }

    /// The records of some offers.
    fn records(&self, name: &str, offers: &str) -> PathBuf {
        self.write("salt", "a secret of the test");
        self.write("offers.jsonl", offers);
        let (out, _) = self.run(&["market", "observe", "offers.jsonl", "--salt-file", "salt"], 0);
        self.write(name, out)
    }
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_record_says_what_the_ad_does() {
    let folder = Folder::new();
    let path = folder.records("records.jsonl", &offers(2, 2, 27_000));
    let text = std::fs::read_to_string(path).unwrap();
    let first = &lines(&text)[0];
    for (field, expected) in [
        ("id", json!("X0")),
        ("date", json!("2026-08-01")),
        ("role", json!("community-manager")),
        ("level", json!("junior")),
        ("years", json!(1)),
        ("contract", json!("permanent")),
        ("country", json!("FR")),
        ("region", json!("FR-ARA")),
        ("city", json!("Lyon")),
        ("pay", json!("parsed")),
        ("annual_min", json!(27_000)),
        ("annual", json!(28_000)),
        ("agency", json!(false)),
    ] {
        assert_eq!(first[field], expected, "{field} of {first}");
    }
    assert!(first.get("left_out").is_none());
    // Neither words of the ad nor the name of the employer.
    assert!(!text.contains("Maison") && !text.contains("animez") && !text.contains("H/F"), "{text}");
    assert!(text.lines().all(|line| line.len() < 600), "{text}");
    let (kept, _) = folder.run(&["market", "observe", "offers.jsonl", "--keep-employer"], 0);
    assert_eq!(lines(&kept)[0]["employer"], "Maison 0");
    // The same as a table.
    let (table, _) =
        folder.run(&["market", "observe", "offers.jsonl", "--salt-file", "salt", "--format", "csv"], 0);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row: BTreeMap<String, String> = columns
        .iter()
        .cloned()
        .zip(reader.records().next().unwrap().unwrap().iter().map(str::to_owned))
        .collect();
    assert_eq!(row["annual"], "28000");
    for (field, value) in first.as_object().unwrap() {
        if let Some(text) = value.as_str() {
            assert_eq!(&row[field], text, "{field}");
        }
    }
    // The page that explains records names every column.
    let page = std::fs::read_to_string(super::root().join("docs/reference/market.md")).unwrap();
    for column in columns {
        assert!(page.contains(&format!("`{column}`")), "{column} is not explained");
    }
}

#[test]
fn why_an_ad_is_no_evidence_is_said() {
    let folder = Folder::new();
    let ad = |pay: &str, more: &str| {
        format!(
            "{{\"title\":\"Community manager\",\"country\":\"FR\",\"date\":\"2026-09-01\",\"text\":\"Vos missions :\\n- Vous animez notre communauté et répondez à ses membres.\\n- Vous modérez le forum et les commentaires.\\n{more}\",\"pay\":\"{pay}\"}}\n"
        )
    };
    let cases = [
        (ad("30000 € brut par an", ""), None),
        (ad("2000 € net par mois", ""), Some("net")),
        (ad("350 € par jour", ""), Some("day-rate")),
        (ad("40000 $ par an", ""), Some("other-currency")),
        (ad("à partir de 30000 € par an", ""), Some("one-bound")),
        (ad("900 € brut par mois", ""), Some("below-minimum")),
        (ad("30000 € brut par an", "Contrat d’apprentissage."), Some("traineeship")),
        (ad("30000 € brut par an", "Contrat : freelance."), Some("freelance")),
        (ad("30000 € brut par an", "").replace("2026-09-01", "2035-01-01"), Some("future-date")),
        (ad("30000 € brut par an", "").replace("\"country\":\"FR\",", ""), Some("no-country")),
        (
            ad("30000 € brut par an", "").replace("\"text\"", "\"hours\":\"temps partiel\",\"text\""),
            Some("share-unknown"),
        ),
    ];
    folder.write("ads.jsonl", cases.iter().map(|(line, _)| line.as_str()).collect::<String>());
    let (out, _) = folder.run(&["market", "observe", "ads.jsonl", "--keep-employer"], 0);
    for ((ad, expected), record) in cases.iter().zip(lines(&out)) {
        assert_eq!(record.get("left_out").and_then(Value::as_str), *expected, "{ad}{record}");
    }
    // What a board predicts itself is no pay.
    let predicted = json!({"id": 1, "title": "Community manager", "description": "You host our forum and answer its members.",
        "salary_min": 30000, "salary_max": 31000, "salary_is_predicted": "1", "location": {"area": ["UK"]}, "created": "2026-09-01T00:00:00Z"});
    folder.write("predicted.jsonl", format!("{predicted}\n"));
    let (out, _) = folder.run(&["market", "observe", "predicted.jsonl", "--keep-employer"], 0);
    let record = &lines(&out)[0];
    assert_eq!(
        (record["pay"].as_str(), &record["flags"]),
        (Some("absent"), &json!(["predicted-pay"])),
        "{record}"
    );
}

#[test]
fn the_same_ads_give_the_same_bytes() {
    let folder = Folder::new();
    folder.records("records.jsonl", &offers(150, 9, 26_000));
    let whole = std::fs::read_to_string(folder.at("records.jsonl")).unwrap();
    for jobs in ["1", "3", "8"] {
        let (out, _) =
            folder.run(&["market", "observe", "offers.jsonl", "--salt-file", "salt", "--jobs", jobs], 0);
        assert!(out == whole, "{jobs} jobs");
    }
    // Any order, any parts, counted at once or one after the other: the same figures.
    let (figures, _) = folder.run(&["market", "build", "records.jsonl", "--format", "json"], 0);
    let mut reversed: Vec<&str> = whole.lines().rev().collect();
    folder.write("one.jsonl", reversed.split_off(40).join("\n"));
    folder.write("two.jsonl", reversed.join("\n"));
    let (again, _) =
        folder.run(&["market", "build", "one.jsonl", "two.jsonl", "--format", "json", "--jobs", "3"], 0);
    assert!(again == figures);
    let (all, _) = folder.run(&["market", "merge", "records.jsonl"], 0);
    for part in ["one", "two"] {
        let (counted, _) = folder.run(&["market", "merge", &format!("{part}.jsonl")], 0);
        folder.write(&format!("{part}.counted"), counted);
    }
    let (merged, _) = folder.run(&["market", "merge", "two.counted", "one.counted"], 0);
    assert!(merged == all);
    folder.write("all.counted", merged);
    let (of_counts, _) = folder.run(&["market", "build", "all.counted", "--format", "json"], 0);
    assert!(of_counts == figures);
    // A table of records says the same.
    let (table, _) =
        folder.run(&["market", "observe", "offers.jsonl", "--salt-file", "salt", "--format", "csv"], 0);
    folder.write("records.csv", table);
    let (of_table, _) = folder.run(&["market", "build", "records.csv", "--format", "json"], 0);
    assert!(of_table == figures);
}

#[test]
fn figures_become_data_that_answers_use() {
    let folder = Folder::new();
    folder.records("records.jsonl", &offers(160, 12, 31_000));
    let build = [
        "market",
        "build",
        "records.jsonl",
        "--overlay",
        "mine",
        "--name",
        "board-2026",
        "--as-of",
        "2026-11-29",
    ];
    let (report, remark) = folder.run(&build, 0);
    assert!(
        report.contains("Community manager, France") && remark.contains("--data-dir mine"),
        "{report}{remark}"
    );
    folder.run(&build, 2);
    folder.run(&[&build[..], &["--force"]].concat(), 0);
    folder.run(&["check", "--data-dir", "mine"], 0);
    let overlay = std::fs::read_to_string(folder.at("mine/pay/figures.csv")).unwrap();
    assert!(!overlay.contains("Maison"), "{overlay}");
    let mut rows = csv::Reader::from_reader(overlay.as_bytes());
    let rows: Vec<BTreeMap<String, String>> = rows.deserialize().map(Result::unwrap).collect();
    let median = rows.iter().find(|row| row["id"] == "board-2026-community-manager-all-fr.median").unwrap();
    let (figures, _) = folder.run(&["market", "build", "records.jsonl", "--format", "json"], 0);
    let figures: Value = serde_json::from_str(&figures).unwrap();
    let figure = figures["figures"].as_array().unwrap().iter().find(|figure| {
        (&figure["role"], &figure["country"]) == (&json!("community-manager"), &json!("FR"))
            && figure["level"].is_null()
            && figure["region"].is_null()
    });
    let figure = &figure.unwrap()["band"]["p50"];
    assert_eq!(median["amount"], figure.to_string());
    // Ranges of 2,000 that begin at 31,000 and at most 39 steps of 150 above.
    assert!((32_000..=37_850).contains(&figure.as_u64().unwrap()), "{figure}");
    assert_eq!((median["currency"].as_str(), median["period"].as_str()), ("EUR", "year"));
    let ask = |more: &[&str]| {
        let question = [
            "salary",
            "--role",
            "cm",
            "--country",
            "FR",
            "--data-dir",
            "mine",
            "--format",
            "json",
            "--as-of",
            "2026-11-29",
        ];
        let (out, _) = folder.run(&[&question[..], more].concat(), 0);
        serde_json::from_str::<Value>(&out).unwrap()
    };
    let median = |answer: &Value| answer["band"]["p50"].as_u64().unwrap();
    let (both, own, published) = (ask(&[]), ask(&["--figures", "own"]), ask(&["--figures", "published"]));
    assert!(median(&own) > median(&both) && median(&both) > median(&published), "{both} {own} {published}");
    assert_eq!(both["markets"][0]["band"]["p50"], own["band"]["p50"]);
    assert_eq!(both["markets"][1]["band"]["p50"], published["band"]["p50"]);
    assert!(own.get("markets").is_none());
    assert!(both["sources"].as_array().unwrap().iter().any(|source| source["id"] == "board-2026"), "{both}");
    // Without the overlay nothing has changed.
    let (plain, _) = folder
        .run(&["salary", "--role", "cm", "--country", "FR", "--format", "json", "--as-of", "2026-11-29"], 0);
    let plain: Value = serde_json::from_str(&plain).unwrap();
    assert_eq!(plain["band"], published["band"]);
    assert!(plain.get("markets").is_none());
    for name in ["figures.csv", "figures.xlsx"] {
        folder.run(&["market", "build", "records.jsonl", "--sheet", name], 0);
        assert!(std::fs::metadata(folder.at(name)).unwrap().len() > 500, "{name}");
    }
    for format in ["html", "md"] {
        let (out, _) =
            folder.run(&["market", "build", "records.jsonl", "--format", format, "--lang", "fr"], 0);
        assert!(out.contains("Community manager") && out.contains("Médiane"), "{out}");
    }
}

#[test]
fn growth_is_measured_between_two_windows() {
    let folder = Folder::new();
    folder.records("before.jsonl", &offers(160, 12, 30_000).replace("2026-", "2025-"));
    folder.records("now.jsonl", &offers(160, 12, 31_500));
    let (out, _) = folder.run(
        &["market", "build", "now.jsonl", "--before", "before.jsonl", "--overlay", "o", "--format", "json"],
        0,
    );
    let answer: Value = serde_json::from_str(&out).unwrap();
    let growth = answer["growth"]["median"].as_f64().unwrap();
    assert!((3.0..=6.0).contains(&growth), "{growth}");
    folder.run(&["check", "--data-dir", "o"], 0);
    assert!(folder.at("o/pay/growth.csv").exists());
}

#[test]
fn bad_input_is_said_and_nothing_is_lost() {
    let folder = Folder::new();
    let good = offers(3, 3, 30_000);
    let observe = |name: &str, bytes: &[u8], code: i32| {
        folder.write(name, bytes);
        folder.run(&["market", "observe", name, "--keep-employer"], code)
    };
    let (out, err) = observe("empty.jsonl", b"", 0);
    assert!(out.is_empty() && err.contains("0 ads"), "{err}");
    let mixed = [
        good.as_bytes(),
        b"{\"title\":\n",
        b"{\"title\":\"\xff\"}\n",
        b"{\"a\":{\"b\":[1]}}\n[1]\n",
        good.as_bytes(),
    ]
    .concat();
    let (out, err) = observe("mixed.jsonl", &mixed, 0);
    let records = lines(&out);
    assert_eq!(records.len(), 10);
    assert_eq!(records[3], json!({"error": "not-json", "at": "mixed.jsonl:4"}));
    assert!(err.contains("4 lines not read") && err.contains("1 not-utf8"), "{err}");
    let long = format!("{{\"title\":\"{}\"}}\n{good}", "x".repeat(5 << 20));
    let (out, _) = observe("long.jsonl", long.as_bytes(), 0);
    assert_eq!(lines(&out)[0]["error"], "line-too-long");
    assert_eq!(lines(&out).len(), 4);
    let mut archive = gzipped(&offers(400, 9, 30_000));
    archive.truncate(archive.len() / 2);
    let (out, err) = observe("cut.jsonl.gz", &archive, 2);
    assert!(!out.is_empty() && err.contains("cut.jsonl.gz"), "{err}");
    lines(&out);
    // Figures of a part would pass for those of the whole.
    folder.run(&["market", "build", "cut.jsonl.gz"], 2);
    let (_, err) = folder.run(&["market", "observe", "nowhere.jsonl", "--keep-employer"], 2);
    assert!(err.contains("nowhere.jsonl"), "{err}");
    let (_, err) = folder.run(&["market", "observe", "mixed.jsonl", "--map", "colour=x"], 2);
    assert!(err.contains("colour") && err.contains("employer"), "{err}");
    let (_, err) = folder.run(&["market", "build", "mixed.jsonl"], 2);
    assert!(err.contains("market observe"), "{err}");
    // One employer only, or fewer than the floor: an answer that prints nothing, with status 1.
    for (name, ads) in [("one.jsonl", offers(60, 1, 30_000)), ("few.jsonl", offers(4, 4, 30_000))] {
        let records = folder.records(name, &ads);
        let (out, _) = folder.run(&["market", "build", records.to_str().unwrap(), "--format", "json"], 1);
        let answer: Value = serde_json::from_str(&out).unwrap();
        assert!(answer["figures"].as_array().unwrap().iter().all(|item| item["band"].is_null()), "{out}");
    }
    if Path::new("/dev/full").exists() {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("rolecall"));
        let status = command
            .current_dir(folder.0.path())
            .args(["market", "observe", "offers.jsonl", "--keep-employer"])
            .stdout(full)
            .stderr(std::process::Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(2));
    }
}

/// A gzip file of a text.
fn gzipped(text: &str) -> Vec<u8> {
    use std::io::Write;
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(text.as_bytes()).unwrap();
    writer.finish().unwrap()
}

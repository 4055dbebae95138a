//! Job ads: labelled ads read right, drafts that pass their own audit, hostile input.

use proptest::prelude::*;
use rolecall::domain::job::audit::answer::{Audit, Excerpt};
use rolecall::domain::job::audit::pay::{Instead, PayState};
use rolecall::domain::job::law::Requirement;
use rolecall::domain::message::Message;
use rolecall::domain::money::Cents;
use rolecall::domain::text::Lang;
use rolecall::toolkit::{AdForm, AskError, Document, DraftForm, Submission, Toolkit, read_question};
use serde_json::{Value, json};

use super::{asking, root, said, toolkit};

pub(super) fn audit<'t>(
    toolkit: &'t Toolkit,
    text: &str,
    form: AdForm,
    context: &Value,
    lang: Lang,
) -> Result<Audit<'t>, AskError> {
    toolkit.audit(Submission::new(text.as_bytes(), form, context), asking(lang))
}

pub(super) fn audited<'t>(toolkit: &'t Toolkit, text: &str, context: &Value) -> Audit<'t> {
    audit(toolkit, text, AdForm::Markdown, context, Lang::En).unwrap()
}

/// The labelled ads: our own, written without looking at the lexicon.
fn ads() -> Vec<(String, toml::Table)> {
    let mut list: Vec<_> = std::fs::read_dir(root().join("tests/fixtures/ads"))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
            (path.file_stem().unwrap().to_string_lossy().into_owned(), table)
        })
        .collect();
    list.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(list.len() >= 60);
    list
}

fn text<'t>(table: &'t toml::Table, name: &str) -> &'t str {
    table.get(name).and_then(toml::Value::as_str).unwrap_or("")
}

fn context(table: &toml::Table) -> Value {
    let mut context = json!({ "title": text(table, "title") });
    if !text(table, "country").is_empty() {
        context["country"] = text(table, "country").into();
    }
    context
}

#[test]
fn labelled_ads_are_read_as_their_tasks_say() {
    let toolkit = toolkit();
    let (mut right, mut wrong, mut graves) = (0, Vec::new(), Vec::new());
    for (name, ad) in ads() {
        let found = audited(&toolkit, text(&ad, "text"), &context(&ad));
        assert_eq!(
            found.shares.iter().map(|share| share.percent).sum::<u32>(),
            if found.shares.is_empty() { 0 } else { 100 }
        );
        let (got, want) = (found.role_described.id(), text(&ad, "role"));
        // Short notices and half-and-half jobs are matters of degree; what is another profession is not.
        let grave = (want == "other") != (got == "other");
        if got == want {
            right += 1;
        } else {
            wrong.push(format!("{name}: {got}, not {want}"));
        }
        if grave {
            graves.push(format!("{name}: {got}, not {want}"));
        }
    }
    assert!(graves.len() <= 3, "{graves:#?}");
    assert!(right >= 56, "{right} right; {wrong:#?}");
}

#[test]
fn pay_is_read_as_the_labels_say() {
    let toolkit = toolkit();
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for (name, ad) in ads() {
        let Some(pay) = ad.get("pay").and_then(toml::Value::as_table) else { continue };
        let found = audited(&toolkit, text(&ad, "text"), &context(&ad)).pay;
        let number = |field: &str| {
            pay.get(field).and_then(|value| {
                value.as_float().or(value.as_integer().and_then(|n| i32::try_from(n).ok()).map(f64::from))
            })
        };
        all += 1;
        let same = match text(pay, "kind") {
            "amount" => found.stated.as_ref().is_some_and(|stated| {
                // A label with one amount says nothing of whether it is the lower or the upper end.
                let near = |given: &Option<String>, field: &str| {
                    let given = given.as_ref().or(stated.min.as_ref()).or(stated.max.as_ref()).unwrap();
                    (given.parse::<f64>().unwrap() - number(field).unwrap()).abs() < 0.51
                };
                near(&stated.min, "min")
                    && near(&stated.max, "max")
                    && stated.currency == Some(text(pay, "currency"))
                    && stated.period.id() == text(pay, "period")
                    && i64::from(stated.payments)
                        == pay.get("payments").and_then(toml::Value::as_integer).unwrap_or(12)
            }),
            "none" => found.stated.is_none() && found.instead.is_none(),
            // A scale that is named is no amount, but it is something.
            "vague" => found.stated.is_none() && (found.instead.is_some() || found.state == PayState::Named),
            instead => found.instead.is_some_and(|found| found.id() == instead),
        };
        if same {
            right += 1;
        } else {
            wrong.push(format!("{name}: {} {:?}, not {pay:?}", found.state, found.stated));
        }
    }
    assert!(right * 100 >= all * 90, "{right} of {all}; {wrong:#?}");
}

#[test]
fn planted_wording_problems_are_found_and_few_others() {
    let toolkit = toolkit();
    let (mut found_planted, mut planted, mut false_errors) = (0, 0, Vec::new());
    for (name, ad) in ads() {
        let answer = audited(&toolkit, text(&ad, "text"), &context(&ad));
        let problems: Vec<&str> =
            ad["problems"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
        for problem in &problems {
            planted += 1;
            let as_pay = *problem == "unpaid" && answer.pay.instead == Some(Instead::Unpaid);
            found_planted +=
                usize::from(as_pay || answer.findings.iter().any(|finding| finding.category == *problem));
        }
        for finding in &answer.findings {
            let wording = !["law", "scope", "pay", "quality"].contains(&finding.category);
            if wording && finding.severity.id() == "error" && !problems.contains(&finding.category) {
                false_errors.push(format!(
                    "{name}: {} {:?}",
                    finding.code,
                    finding.place.as_ref().map(|place| &place.text)
                ));
            }
        }
    }
    assert!(found_planted * 100 >= planted * 65, "{found_planted} of {planted}");
    assert!(false_errors.len() <= 2, "{false_errors:#?}");
}

#[test]
fn every_place_is_that_of_its_words() {
    let toolkit = toolkit();
    for (_, ad) in ads() {
        let source = text(&ad, "text");
        let answer = audited(&toolkit, source, &context(&ad));
        let passages = answer.activities.iter().flat_map(|activity| &activity.passages);
        let places: Vec<&Excerpt> =
            answer.findings.iter().filter_map(|finding| finding.place.as_ref()).chain(passages).collect();
        let utf16: Vec<u16> = source.encode_utf16().collect();
        for place in places {
            let bytes = &source[place.start.byte..place.end.byte];
            let shown: String = bytes.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            if place.text.chars().count() < 200 {
                assert_eq!(shown, place.text);
            }
            let units = String::from_utf16(&utf16[place.start.utf16..place.end.utf16]).unwrap();
            assert_eq!(units, bytes);
            let line = source.split('\n').nth(place.start.line - 1).unwrap();
            let at: String = line.chars().skip(place.start.column - 1).take(3).collect();
            assert!(bytes.starts_with(&at) || at.starts_with(bytes) || bytes.contains('\n'), "{at} {bytes}");
        }
    }
}

/// A brief in which nothing is missing, for a place.
fn full_brief(country: &str, region: &str, city: &str, contract: &str, pay: (u64, u64, &str)) -> Value {
    let mut place = json!({ "city": city, "country": country });
    if !region.is_empty() {
        place["region"] = region.into();
    }
    json!({
        "company": { "name": "Pinède & Cie", "activity": "objets utiles pour la maison", "employees": 120 },
        "place": place, "remote_days": 2, "contract": contract, "duration_months": if contract == "permanent" { Value::Null } else { 6.into() }, "hours_per_week": 36,
        "start_date": "2027-01-04", "presence_stage": "growing",
        "pay": { "min": pay.0, "max": pay.1, "currency": pay.2, "period": "year" },
        "other_compensation": "none", "collective_agreement": "Syntec (IDCC 1486)", "pays_more": true,
        "benefits": ["health insurance", "paid leave", "mutuelle", "congés"], "tools": ["Agorapulse"], "platforms": ["Instagram", "Discord"],
        "reports_to": "communication", "team": "three people", "process": ["Un entretien", "A reply within ten days"],
        "closing_date": "2026-12-31", "date_posted": "2026-11-23", "contact": "jobs@pinede.example",
        "ai_screening": false, "existing_vacancy": true
    })
}

/// Country, region, city, and a usual pay there.
type Spot = (&'static str, &'static str, &'static str, (u64, u64, &'static str));

const PLACES: [Spot; 15] = [
    ("FR", "FR-IDF", "Paris", (34_000, 40_000, "EUR")),
    ("BE", "", "Namur", (34_000, 40_000, "EUR")),
    ("DE", "", "Berlin", (36_000, 42_000, "EUR")),
    ("IT", "", "Milano", (28_000, 33_000, "EUR")),
    ("AT", "", "Wien", (36_000, 42_000, "EUR")),
    ("LT", "", "Vilnius", (28_000, 33_000, "EUR")),
    ("PL", "", "Warszawa", (90_000, 110_000, "PLN")),
    ("CH", "", "Lausanne", (80_000, 90_000, "CHF")),
    ("GB", "", "London", (34_000, 38_000, "GBP")),
    ("US", "US-CO", "Denver", (58_000, 68_000, "USD")),
    ("US", "US-CA", "San Francisco", (75_000, 90_000, "USD")),
    ("US", "US-NY", "New York", (70_000, 85_000, "USD")),
    ("US", "US-NJ", "Jersey City", (65_000, 75_000, "USD")),
    ("CA", "CA-ON", "Toronto", (58_000, 68_000, "CAD")),
    ("CA", "CA-BC", "Vancouver", (58_000, 68_000, "CAD")),
];
const GOALS: [&[&str]; 5] = [
    &[],
    &["retention", "moderation"],
    &["awareness", "advertising", "partnerships"],
    &["content-strategy", "community-bonding", "customer-support"],
    &["editorial-content"],
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// A draft of ours, audited, has no error and describes the role that was asked for.
    #[test]
    fn our_own_drafts_pass_our_own_audit(
        role in prop::sample::select(vec!["cm", "smm", "hybrid", "content-manager"]),
        level in prop::sample::select(vec!["junior", "mid", "senior"]),
        contract in prop::sample::select(vec!["permanent", "fixed-term", "apprenticeship", "internship", "freelance"]),
        lang in prop::sample::select(vec![Lang::Fr, Lang::En]),
        (country, region, city, pay) in prop::sample::select(PLACES.to_vec()),
        goals in prop::sample::select(GOALS.to_vec()),
        tone in prop::sample::select(vec!["formal", "warm"]),
        address in prop::sample::select(vec!["tu", "vous"]),
    ) {
        thread_local!(static TOOLKIT: Toolkit = toolkit());
        TOOLKIT.with(|toolkit| {
            let mut brief = full_brief(country, region, city, contract, pay);
            brief["goals"] = json!(goals);
            brief["tone"] = tone.into();
            brief["address"] = address.into();
            let question = json!({ "role": role, "level": level, "language": lang.id(), "brief": brief });
            let draft = toolkit.draft(&question, asking(lang)).unwrap();
            // French law asks for French: an English draft for France says so itself.
            let foreign = country == "FR" && lang == Lang::En;
            prop_assert_eq!(draft.lacks_by_law(), foreign, "{:?}", &draft.gaps);
            let ad = toolkit.document(&draft, Document::Ad, DraftForm::Markdown).unwrap();
            let mut context = json!({ "title": draft.title, "country": country, "employees": 120 });
            if !region.is_empty() {
                context["region"] = region.into();
            }
            let ad = String::from_utf8(ad).unwrap();
            let answer = audit(toolkit, &ad, AdForm::Markdown, &context, lang).unwrap();
            let want = match role { "cm" => "community-manager", "smm" => "social-media-manager", "hybrid" => "both", other => other };
            prop_assert_eq!(answer.role_described.id(), want, "{}", ad);
            // What is left to confirm in a draft is found, as it should be.
            let open = |code: &str| code.ends_with("-unfinished") && !draft.gaps.is_empty();
            let errors: Vec<_> = answer.findings.iter().filter(|finding| finding.severity.id() == "error" && !(foreign && finding.code == "law-language") && !open(finding.code)).map(|finding| (finding.code, finding.place.clone())).collect();
            prop_assert!(errors.is_empty(), "{errors:?}\n{ad}");
            prop_assert_eq!(answer.pay.stated.map(|stated| (stated.min, stated.max)), Some((Some(pay.0.to_string()), Some(pay.1.to_string()))), "{}", ad);
            // The other forms can be written too, and the structured data is sound.
            let posting = toolkit.document(&draft, Document::Ad, DraftForm::Jsonld).unwrap();
            let posting: Value = serde_json::from_slice(&posting).unwrap();
            prop_assert_eq!(&posting["baseSalary"]["value"]["minValue"], &json!(pay.0));
            prop_assert!(posting.get("jobLocationType").is_none());
            Ok(())
        })?;
    }

    /// Nothing that a brief says gets out of its place, whatever it is.
    #[test]
    fn no_brief_escapes_from_its_document(field in "\\PC{0,60}", trick in prop::sample::select(vec!["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "# Heading", "[x](javascript:alert(1))", "\u{1b}[31mred", "| a | b |", "```", "\u{202e}evil", "{{ 7*7 }}", "&lt;b&gt;", "\u{0}\u{b}"])) {
        thread_local!(static TOOLKIT: Toolkit = toolkit());
        TOOLKIT.with(|toolkit| {
            let nasty = format!("{trick}{field}");
            let brief = json!({ "company": { "name": nasty, "activity": nasty }, "benefits": [nasty], "tools": [nasty], "platforms": [nasty], "reports_to": nasty, "team": nasty, "contact": nasty, "process": [nasty], "reference": nasty, "date_posted": "2026-11-23", "place": { "country": "FR", "city": nasty }, "contract": "permanent" });
            for lang in [Lang::Fr, Lang::En] {
                let question = json!({ "role": "cm", "language": lang.id(), "brief": brief });
                let draft = toolkit.draft(&question, asking(lang)).unwrap();
                for document in [Document::Ad, Document::Description] {
                    let html = String::from_utf8(toolkit.document(&draft, document, DraftForm::Html).unwrap()).unwrap();
                    prop_assert!(html.matches("<script").count() <= 1, "{html}");
                    prop_assert!(!html.contains("<img") && !html.contains("javascript:alert(1)\"") && !html.contains("<script>"));
                    let markdown = String::from_utf8(toolkit.document(&draft, document, DraftForm::Markdown).unwrap()).unwrap();
                    let controls = markdown.chars().any(|c| c.is_control() && c != '\n');
                    prop_assert!(!controls);
                    // What is evaluated shows, unless it was given.
                    let evaluated = markdown.contains("49") && !nasty.contains("49");
                    prop_assert!(!markdown.contains("\n# Heading") && !evaluated);
                    let word = toolkit.document(&draft, document, DraftForm::Docx).unwrap();
                    prop_assert!(word.starts_with(b"PK"));
                    // What the word processor reads is what was meant, and nothing broke the XML.
                    let context = json!({});
                    let read = toolkit.audit(Submission::new(&word, AdForm::Docx, &context), asking(lang));
                    prop_assert!(read.is_ok());
                }
            }
            Ok(())
        })?;
    }

    /// No text makes the audit fail, and its places lie inside.
    #[test]
    fn no_text_breaks_the_audit(source in "(\\PC|\n|\u{e9}|·|\\*|#|- |\u{202e}|\u{1f600}|salaire 25k€ |community manager |\\(e\\)){1,200}") {
        thread_local!(static TOOLKIT: Toolkit = toolkit());
        TOOLKIT.with(|toolkit| {
            for form in [AdForm::Text, AdForm::Html] {
                if let Ok(answer) = audit(toolkit, &source, form, &json!({ "country": "FR" }), Lang::Fr) {
                    for place in answer.findings.iter().filter_map(|finding| finding.place.as_ref()) {
                        prop_assert!(place.start.byte <= place.end.byte && place.end.byte <= source.len());
                        prop_assert!(source.is_char_boundary(place.start.byte) && source.is_char_boundary(place.end.byte));
                    }
                }
            }
            Ok(())
        })?;
    }
}

#[test]
fn drafts_differ_where_goals_differ() {
    let toolkit = toolkit();
    let missions = |goals: Value| -> Vec<String> {
        let draft = toolkit
            .draft(&json!({ "role": "smm", "language": "en", "brief": { "goals": goals } }), asking(Lang::En))
            .unwrap();
        draft.missions.iter().map(|line| line.id.to_owned()).collect()
    };
    let (ads, crisis) =
        (missions(json!(["advertising"])), missions(json!(["crisis-response", "reputation"])));
    assert!(ads.contains(&"run-advertising".to_owned()) && !crisis.contains(&"run-advertising".to_owned()));
    assert!(crisis.contains(&"handle-crises".to_owned()) && !ads.contains(&"handle-crises".to_owned()));
    assert_ne!(ads, crisis);
}

#[test]
fn a_mission_that_is_left_out_leaves_the_text_and_can_come_back() {
    let toolkit = toolkit();
    let draft = |brief: Value| toolkit.draft(&json!({ "role": "cm", "brief": brief }), asking(Lang::En));
    let whole = draft(json!({})).unwrap();
    let [first, second, ..] = whole.missions.as_slice() else { panic!("two missions at least") };
    let left = draft(json!({ "leave_out": [first.id] })).unwrap();
    assert_eq!(left.missions.len(), whole.missions.len() - 1);
    assert_eq!(left.missions[0].id, second.id);
    assert_eq!(left.missions_left_out[0].text, first.text);
    let Err(rolecall::toolkit::AskError::Input(errors)) = draft(json!({ "leave_out": ["no-such-mission"] }))
    else {
        panic!("an unknown mission is a fault");
    };
    assert_eq!(errors[0].pointer, "/brief/leave_out/0");
}

#[test]
fn what_is_missing_is_listed_and_marked_never_invented() {
    let toolkit = toolkit();
    let draft = toolkit.draft(&json!({ "role": "cm", "language": "fr" }), asking(Lang::Fr)).unwrap();
    assert!(draft.gaps.len() >= 12 && draft.pay.is_none());
    let ad = String::from_utf8(toolkit.document(&draft, Document::Ad, DraftForm::Markdown).unwrap()).unwrap();
    for gap in draft.gaps.iter().filter(|gap| gap.code != "employment-language-fr") {
        assert!(ad.contains(&format!("À compléter\u{a0}: {}", gap.text)), "{}", gap.code);
    }
    let strict = json!({ "role": "cm", "language": "en", "strict": true, "brief": { "place": { "region": "US-CO", "country": "US" } } });
    let Err(AskError::Incomplete(errors)) = toolkit.draft(&strict, asking(Lang::En)) else {
        panic!("refused")
    };
    assert!(
        errors.iter().any(|error| error.pointer == "/brief/pay")
            && errors.iter().any(|error| error.pointer == "/brief/benefits")
    );
}

#[test]
fn pay_from_the_band_is_named_as_proposed_and_never_published_as_fact() {
    let toolkit = toolkit();
    let question = json!({ "role": "smm", "level": "mid", "language": "fr", "brief": {
        "company": { "name": "X", "activity": "y" }, "place": { "city": "Paris", "country": "FR" }, "contract": "permanent", "pay": "from-band", "date_posted": "2026-11-23" } });
    let draft = toolkit.draft(&question, asking(Lang::Fr)).unwrap();
    let pay = draft.pay.as_ref().unwrap();
    assert!(pay.proposed && pay.note.is_some());
    assert!(draft.gaps.iter().any(|gap| gap.code == "pay-confirm"));
    let band = toolkit
        .salary_band(&json!({ "role": "smm", "level": "mid", "city": "Paris" }), asking(Lang::Fr))
        .unwrap();
    assert_eq!(
        (pay.min, pay.max),
        band.band.map(|band| (Some(Cents::whole(band.p25)), Some(Cents::whole(band.p75)))).unwrap()
    );
    let posting: Value =
        serde_json::from_slice(&toolkit.document(&draft, Document::Ad, DraftForm::Jsonld).unwrap()).unwrap();
    assert!(posting.get("baseSalary").is_none(), "a proposal is not the employer's figure");
    let description = posting["description"].as_str().unwrap();
    assert!(description.contains("<li>") && !description.contains("À co"), "{description}");
}

#[test]
fn briefs_of_eight_employers_are_drafted_as_before() {
    let toolkit = toolkit();
    let mut files: Vec<_> = std::fs::read_dir(root().join("tests/cases/briefs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let snapshots = [
        "brief-en-cm-toronto",
        "brief-en-content-london-gaps",
        "brief-en-hybrid-berlin-band",
        "brief-en-smm-denver",
        "brief-fr-cm-lyon",
        "brief-fr-hybride-dakar",
        "brief-fr-smm-paris-cdd",
        "brief-fr-stage-bruxelles-lacunes",
    ];
    assert_eq!(files.len(), snapshots.len());
    for (file, snapshot) in files.into_iter().zip(snapshots) {
        let question = read_question(&std::fs::read(&file).unwrap()).unwrap();
        let draft = toolkit.draft(&question, asking(Lang::En)).unwrap();
        assert_eq!(Some(&snapshot[6..]), file.file_stem().and_then(|name| name.to_str()));
        let ad =
            String::from_utf8(toolkit.document(&draft, Document::Ad, DraftForm::Markdown).unwrap()).unwrap();
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(snapshot, ad);
        });
    }
}

#[test]
fn hostile_files_are_refused_and_nothing_else() {
    let toolkit = toolkit();
    let refused = |bytes: &[u8], form: AdForm| {
        let context = json!({});
        let started = std::time::Instant::now();
        let result = toolkit.audit(Submission::new(bytes, form, &context), asking(Lang::En)).map(|_| ());
        assert!(started.elapsed().as_secs() < 60);
        result
    };
    assert!(matches!(refused(&vec![b'a'; 50 << 20], AdForm::Text), Err(AskError::Intake(_))));
    assert!(matches!(refused(b"\xff\xfe", AdForm::Text), Err(AskError::Intake(_))));
    assert!(matches!(refused(b"PK\x03\x04nonsense", AdForm::Docx), Err(AskError::Intake(_))));
    assert!(matches!(
        refused(b"%PDF-1.7\n1 0 obj << /Type /Catalog >> trailer", AdForm::Pdf),
        Err(AskError::Intake(_))
    ));
    assert!(matches!(refused(&bomb(), AdForm::Docx), Err(AskError::Intake(_))));
    assert!(matches!(refused(b"   \n ", AdForm::Text), Err(AskError::Intake(_))));
    // Deep HTML and pathological repetitions are only long.
    let deep = format!("{}modération{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
    assert!(refused(deep.as_bytes(), AdForm::Html).is_ok());
    for unit in ["a", "stage ", "((((", "salaire 1 ", "é·", "25-30k€ ", "stage sans . ", "#\n", "- \n", "<"]
    {
        assert!(refused(unit.repeat(190_000 / unit.len()).as_bytes(), AdForm::Text).is_ok(), "{unit}");
    }
}

/// A document that unfolds to a gigabyte of spaces.
fn bomb() -> Vec<u8> {
    use std::io::Write as _;
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut archive = zip::ZipWriter::new(&mut bytes);
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..256 {
        archive.write_all(&chunk).unwrap();
    }
    archive.finish().unwrap();
    bytes.into_inner()
}

#[test]
fn safe_replacements_keep_everything_else() {
    let toolkit = toolkit();
    let source = "# Social media manager\n\nYou brief our cameraman and manage manpower.\nSalesmen help.\n";
    let context = json!({});
    let submission = Submission::new(source.as_bytes(), AdForm::Markdown, &context);
    let answer = toolkit.audit(submission, asking(Lang::En)).unwrap();
    let (diff, made) = toolkit.rewritten(submission, &answer, "ad.md").unwrap();
    assert!(made >= 2, "{diff}");
    assert!(
        diff.contains("+You brief our camera operator and manage staff.")
            && diff.contains(" # Social media manager"),
        "{diff}"
    );
}

/// Every text of an answer that stands in one of these fields.
fn sentences<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    const FIELDS: [&str; 10] =
        ["why", "suggestion", "text", "summary", "job", "disclaimer", "reading", "name", "note", "title"];
    match value {
        Value::Array(list) => list.iter().for_each(|item| sentences(item, found)),
        Value::Object(map) => {
            // What is quoted from the ad is the ad's.
            for (field, item) in map
                .iter()
                .filter(|(field, _)| !["place", "more_places", "passages", "input"].contains(&field.as_str()))
            {
                found.extend(item.as_str().filter(|_| FIELDS.contains(&field.as_str())));
                sentences(item, found);
            }
        }
        _ => {}
    }
}

/// Ads that bring about what no labelled ad does.
fn odd_ads() -> Vec<(String, Value)> {
    let tasks = "# Community manager\n\n## Your tasks\n\n- Moderate the comments and answer messages\n\n";
    let long_title = format!("Community manager {}", "of everything and more ".repeat(4));
    let more =
        format!("{tasks}- Welcome new members on our Discord server\n- Animate the community every day\n\n");
    let german = "Wir suchen einen Community Manager, der unsere Community betreut, Fragen beantwortet und Treffen organisiert. Du bist in Berlin zu Hause und hast Erfahrung.\n";
    vec![
        (german.to_owned(), json!({})),
        (format!("{more}Salary: 10,500 EUR.\n"), json!({ "country": "FR" })),
        (format!("{more}Salary: 24,000 EUR per month.\n"), json!({ "country": "FR" })),
        (format!("{more}Pay: commission only.\n"), json!({ "country": "GB" })),
        (
            format!("{tasks}Salary: CAD 50,000 to 120,000 per year.\n"),
            json!({ "country": "CA", "region": "CA-ON" }),
        ),
        (format!("{tasks}This internship is unpaid.\n"), json!({ "country": "GB" })),
        ("WE ARE LOOKING FOR A COMMUNITY MANAGER WHO MODERATES. ".repeat(12), json!({})),
        (format!("{tasks}{}", "We sell useful things. ".repeat(500)), json!({})),
        (format!("{tasks}## Your profile\n\n{}", "- Patience\n".repeat(11)), json!({})),
        (
            format!(
                "{more}- Run the community forum and its events\n- Answer members and collect their feedback\n- Relay the community's feedback to the product team\n- Organise meetups for our members\n- Write the community newsletter\n- Set up the ambassadors' programme\n- Develop and maintain our WordPress website in PHP\n- Fix bugs and deploy new releases of the website\n- Host the website and keep its plugins up to date\n- Design logos, flyers and posters in Illustrator\n- Lay out brochures and retouch visuals in Photoshop\n- Draw the visual identity of the brand\n"
            ),
            json!({}),
        ),
        (format!("{tasks}Salary: from 30,000 GBP a year.\n"), json!({ "country": "GB" })),
        ("We are a house in a quiet street.\n".to_owned(), json!({})),
        (tasks.to_owned(), json!({ "title": long_title })),
    ]
}

/// A sentence that is missing shows as its id: small letters and hyphens.
fn is_id(text: &str) -> bool {
    text.contains('-')
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[test]
fn every_finding_is_found_somewhere_and_no_answer_shows_the_id_of_a_sentence() {
    let toolkit = toolkit();
    let mut ads: Vec<(String, Value)> =
        ads().iter().map(|(_, ad)| (text(ad, "text").to_owned(), context(ad))).collect();
    ads.extend(odd_ads());
    ads.extend(super::wording::faulty_ads().into_iter().map(|ad| (ad, json!({}))));
    let mut codes = std::collections::BTreeSet::new();
    for (source, context) in &ads {
        for lang in [Lang::Fr, Lang::En] {
            let answer = audit(&toolkit, source, AdForm::Markdown, context, lang).unwrap();
            codes.extend(answer.findings.iter().map(|finding| finding.code.to_owned()));
            let answer = serde_json::to_value(&answer).unwrap();
            let mut found = Vec::new();
            sentences(&answer, &mut found);
            let ids: Vec<&&str> = found.iter().filter(|text| is_id(text)).collect();
            assert!(ids.is_empty(), "{ids:?} in {}", answer["summary"]);
        }
    }
    // A finding has two sentences: why, and what to do.
    let has_remedy = |id: &str| Message::find(&format!("{id}-do")).is_some() && !id.starts_with("web-");
    let findings = Message::all().map(Message::id).filter(|id| has_remedy(id));
    let never: Vec<&str> = findings.filter(|id| !codes.contains(*id)).collect();
    assert!(never.is_empty(), "no ad here brings about {never:?}");
}

#[test]
fn every_requirement_of_the_law_can_be_named() {
    for requirement in Requirement::ALL {
        for id in [format!("needs-{requirement}"), format!("do-{requirement}")] {
            assert!(Message::find(&id).is_some(), "{id}");
        }
    }
}

#[test]
fn every_rule_on_wording_finds_its_example_and_not_its_counter_example() {
    let folder = super::overlay(&[]);
    // An overlay, even an empty one, makes everything be read and tried.
    let loaded = rolecall::catalog::Catalog::unverified(Some(folder.path()));
    assert!(loaded.is_ok(), "{}", loaded.err().unwrap());
}

/// A draft for Lyon whose brief says a little more.
fn lyon(more: &Value, lang: Lang) -> Value {
    let mut brief = json!({
        "contract": "permanent", "hours_per_week": 35, "date_posted": "2026-11-23", "closing_date": "2026-12-31",
        "company": { "name": "Exemple SAS", "activity": "randonnée", "employees": 25 },
        "place": { "city": "Lyon", "country": "FR" },
    });
    brief.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "role": "cm", "level": "mid", "language": lang.id(), "brief": brief })
}

fn ad(question: &Value, form: DraftForm) -> String {
    let toolkit = toolkit();
    let draft = toolkit.draft(question, asking(Lang::En)).unwrap();
    String::from_utf8(toolkit.document(&draft, Document::Ad, form).unwrap()).unwrap()
}

#[test]
fn pay_is_published_as_it_is_meant() {
    let euros = |mut pay: Value, hours: f64| {
        pay["currency"] = "EUR".into();
        lyon(&json!({ "hours_per_week": hours, "pay": pay }), Lang::Fr)
    };
    for (pay, hours, text, value) in [
        (
            json!({ "max": 32_000, "period": "year" }),
            35.0,
            "jusqu’à 32\u{202f}000\u{a0}€ brut par an",
            json!({ "@type": "QuantitativeValue", "maxValue": 32_000, "unitText": "YEAR" }),
        ),
        (
            json!({ "min": 28_000, "period": "year" }),
            35.0,
            "à partir de 28\u{202f}000\u{a0}€ brut par an",
            json!({ "@type": "QuantitativeValue", "minValue": 28_000, "unitText": "YEAR" }),
        ),
        (
            json!({ "min": 12.5, "max": 14, "period": "hour" }),
            17.5,
            "12,50 à 14\u{a0}€ brut par heure",
            json!({ "@type": "QuantitativeValue", "minValue": 12.5, "maxValue": 14, "unitText": "HOUR" }),
        ),
    ] {
        let question = euros(pay, hours);
        let written = ad(&question, DraftForm::Markdown);
        assert!(written.contains(text), "{text}:\n{written}");
        let posting: Value = serde_json::from_str(&ad(&question, DraftForm::Jsonld)).unwrap();
        assert_eq!(posting["baseSalary"]["value"], value);
        assert_eq!(posting["validThrough"], "2026-12-31T23:59:59+01:00", "the end of the day, in winter");
    }
    assert!(
        ad(&euros(json!({ "amount": 2_000, "period": "month" }), 17.5), DraftForm::Markdown)
            .contains("17,5 heures")
    );
}

#[test]
fn pay_below_the_law_is_said_and_stops_whoever_is_strict() {
    let toolkit = toolkit();
    let told = |pay: Value, hours: f64, strict: bool, lang: Lang| {
        let mut question = lyon(&json!({ "hours_per_week": hours, "pay": pay }), Lang::Fr);
        question["strict"] = strict.into();
        toolkit.draft(&question, asking(lang))
    };
    let of = |pay: Value, hours: f64, strict: bool| told(pay, hours, strict, Lang::Fr);
    let low = json!({ "min": 18_000, "max": 20_000, "currency": "EUR", "period": "year" });
    let draft = of(low.clone(), 35.0, false).unwrap();
    assert!(draft.pays_too_little() && draft.gaps.iter().any(|gap| gap.code == "pay-below-minimum"));
    for (lang, amount) in [(Lang::Fr, "18\u{202f}000"), (Lang::En, "22,404")] {
        let refused = told(low.clone(), 35.0, true, lang);
        let Err(AskError::Incomplete(errors)) = refused else { panic!("strict lets it pass") };
        let error = errors.iter().find(|error| error.code == "pay-below-minimum").unwrap();
        assert!(said(&error.message, lang).contains(amount), "{error:?}");
    }
    // The same pay for fewer hours is lawful; a month's pay of part time is what is paid.
    let half = json!({ "min": 1_300, "max": 1_500, "currency": "EUR", "period": "month" });
    assert!(!of(half.clone(), 24.0, false).unwrap().pays_too_little());
    assert!(of(half, 35.0, false).unwrap().pays_too_little());
    // Twenty-eight to thirty-two euros a year are asked back.
    let tiny = json!({ "min": 28, "max": 32, "currency": "EUR", "period": "year" });
    let Err(AskError::Input(errors)) = of(tiny, 35.0, false) else { panic!("28 EUR a year pass") };
    assert_eq!((errors[0].pointer.as_str(), errors[0].code), ("/brief/pay", "implausible-pay"));
}

#[test]
fn proposed_pay_lies_inside_law_budget_and_band() {
    use rolecall::domain::job::draft::Bound;
    let toolkit = toolkit();
    let of = |more: Value| {
        let mut more = more;
        more["pay"] = "from-band".into();
        toolkit.draft(&lyon(&more, Lang::En), asking(Lang::En)).unwrap()
    };
    let pay = |draft: &rolecall::domain::job::draft::JobDescription<'_>| {
        draft.pay.as_ref().map(|pay| (pay.min.unwrap().0 / 100, pay.max.unwrap().0 / 100, pay.bounds.clone()))
    };
    let (low, high, bounds) = pay(&of(json!({}))).unwrap();
    assert!(low < high && bounds.is_empty());
    // The budget ends it, and the note says so.
    let bounded = of(json!({ "budget": 38_000 }));
    let (_, most, bounds) = pay(&bounded).unwrap();
    assert!(most < high && bounds.contains(&Bound::Budget), "{most} {bounds:?}");
    let told = bounded.pay.as_ref().unwrap();
    assert!(
        told.alerts.iter().any(|alert| alert.code == "budget-bound")
            && !told.note.as_ref().unwrap().contains("budget")
    );
    assert!(!bounded.pays_too_little());
    let cost = json!({ "city": "Lyon", "gross": most, "headcount": 25 });
    let cost = toolkit.employer_cost(&cost, asking(Lang::En)).unwrap();
    assert!(cost.employer_cost.amount <= 38_000);
    // Pay that is given and costs more than the budget is told, and never printed in the ad.
    let dear = toolkit.draft(
        &lyon(&json!({ "budget": 38_000, "pay": { "min": 30_000, "max": 36_000, "currency": "EUR", "period": "year" } }), Lang::En),
        asking(Lang::En),
    );
    let dear = dear.unwrap();
    assert!(dear.exceeds_budget() && !dear.pays_too_little());
    let written = toolkit.document(&dear, Document::Ad, DraftForm::Markdown).unwrap();
    assert!(!String::from_utf8(written).unwrap().contains("budget given"));
    // Half a post has half the pay; a budget below the law proposes nothing.
    let (half, ..) = pay(&of(json!({ "hours_per_week": 17.5 }))).unwrap();
    assert!(half.abs_diff(low / 2) < 100, "{half} of {low}");
    let none = of(json!({ "budget": 15_000 }));
    assert!(none.pay.is_none() && none.gaps.iter().any(|gap| gap.code == "pay-budget-below-law"));
}

#[test]
fn an_apprentice_is_told_pay_training_and_tutor_and_both_languages_come_in_one_call() {
    let mut question = lyon(
        &json!({
            "contract": "apprenticeship", "duration_months": 24, "diploma": "licence professionnelle",
            "school": "CFA de Lyon", "rhythm": "3 jours, 2 jours", "tutor": "la responsable", "languages": ["anglais B1"],
        }),
        Lang::Fr,
    );
    question["both"] = true.into();
    let written = ad(&question, DraftForm::Markdown);
    for text in [
        "licence professionnelle",
        "CFA de Lyon",
        "| moins de 18 ans | 1 | 27\u{a0}% | 505\u{a0}€ |",
        "Anglais (B1)",
        "vous apprenez",
        "\n---\n",
        "You learn the job",
    ] {
        assert!(written.contains(text), "{text}:\n{written}");
    }
    assert!(!written.contains("| 3 | 55"), "the third year of a contract of two");
    question["brief"]["tutor"] = Value::Null;
    let draft = toolkit();
    let draft = draft.draft(&question, asking(Lang::Fr)).unwrap();
    assert!(draft.gaps.iter().any(|gap| gap.code == "tutor") && draft.translation.is_some());
    // Abroad no grid is known, and pay is asked for.
    question["brief"]["place"] = json!({ "country": "DE", "city": "Berlin" });
    let other = toolkit();
    let other = other.draft(&question, asking(Lang::Fr)).unwrap();
    assert!(other.apprentice_pay.is_empty() && other.gaps.iter().any(|gap| gap.code == "pay"));
}

#[test]
fn minima_are_those_of_the_hours_the_place_and_the_first_day() {
    let toolkit = toolkit();
    let low = |place: Value, hours: f64, amount: f64, period: &str, currency: &str, more: Value| {
        let mut brief = json!({
            "place": place, "hours_per_week": hours, "pay": { "amount": amount, "currency": currency, "period": period },
        });
        brief.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        toolkit.draft(&lyon(&brief, Lang::En), asking(Lang::En)).unwrap().pays_too_little()
    };
    let (gb, fr) = (json!({ "country": "GB" }), json!({ "country": "FR" }));
    let none = || json!({});
    // A British week has 37.5 hours: 12.71 an hour is 24,785 a year.
    assert!(low(gb.clone(), 37.5, 23_300.0, "year", "GBP", none()));
    assert!(!low(gb.clone(), 37.5, 24_800.0, "year", "GBP", none()));
    assert!(low(gb, 35.0, 22_100.0, "year", "GBP", none()));
    // Hours above a full week are paid, in France with a premium of a quarter.
    assert!(low(fr.clone(), 39.0, 25_500.0, "year", "EUR", none()));
    assert!(!low(fr.clone(), 39.0, 25_700.0, "year", "EUR", none()));
    // Belgium's last known minimum is over: less than that is unlawful all the same.
    assert!(low(json!({ "country": "BE" }), 38.0, 20_000.0, "year", "EUR", none()));
    // On the first day of work the German minimum is 14.60.
    assert!(low(
        json!({ "country": "DE" }),
        40.0,
        14.0,
        "hour",
        "EUR",
        json!({ "start_date": "2027-01-04" })
    ));
    assert!(!low(
        json!({ "country": "DE" }),
        40.0,
        14.0,
        "hour",
        "EUR",
        json!({ "start_date": "2026-12-07" })
    ));
    // An agreement is known by number or by name; an apprentice by the lowest step.
    for agreement in ["Syntec", "Syntec 1486", "IDCC 1486"] {
        assert!(
            low(fr.clone(), 35.0, 22_900.0, "year", "EUR", json!({ "collective_agreement": agreement })),
            "{agreement}"
        );
    }
    let learner = || json!({ "contract": "apprenticeship", "duration_months": 24 });
    assert!(low(fr.clone(), 35.0, 400.0, "month", "EUR", learner()));
    assert!(!low(fr, 35.0, 1_000.0, "month", "EUR", learner()));
    // Another currency cannot be checked, and that is said.
    let swiss = json!({ "pay": { "amount": 10_000, "currency": "CHF", "period": "year" } });
    let swiss = toolkit.draft(&lyon(&swiss, Lang::En), asking(Lang::En)).unwrap();
    assert!(swiss.pays_in_another_currency() && swiss.gaps.iter().any(|gap| gap.code == "pay-currency"));
    let tiny = toolkit
        .draft(&lyon(&json!({ "pay": "from-band", "budget": 100 }), Lang::En), asking(Lang::En))
        .unwrap();
    assert!(tiny.pay.is_none() && tiny.gaps.iter().any(|gap| gap.code == "pay-budget-below-law"));
}

//! Files and inputs of strangers: what they can do at most is be refused.

use std::io::Write as _;
use std::time::{Duration, Instant};

use rolecall::domain::text::{Lang, is_obeyed};
use rolecall::toolkit::{AdForm, AskError, IntakeError, ReadError, Submission, read_question, write_file};
use serde_json::{Value, json};

use super::{asking, overlay, rolecall, said, toolkit};

/// A PDF of these objects, the first of which is the catalogue.
fn pdf(objects: &[&[u8]]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        writeln!(out, "{} 0 obj", at + 1).unwrap();
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let table = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1)
        .unwrap();
    out
}

fn stream(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {dictionary} /Length {} >>\nstream\n", bytes.len()).into_bytes();
    out.extend_from_slice(bytes);
    out.extend_from_slice(b"\nendstream");
    out
}

fn with_page(content: &[u8], resources: &str, more: &[&[u8]]) -> Vec<u8> {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << {resources} >> >>"
    );
    let content = stream("", content);
    let mut objects: Vec<&[u8]> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page.as_bytes(),
        &content,
    ];
    objects.extend(more);
    pdf(&objects)
}

/// Documents that ask for more than a document may: each of another kind.
fn hostile_documents() -> Vec<(&'static str, AdForm, Vec<u8>)> {
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]";
    let own = stream(&format!("{form} /Resources << /XObject << /X 5 0 R >> >>"), b"/X Do");
    let mut laughs: Vec<Vec<u8>> = Vec::new();
    for level in 0..12 {
        let next = format!("{form} /Resources << /XObject << /X {} 0 R >> >>", 6 + level);
        laughs.push(stream(&next, b"/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do"));
    }
    laughs.push(stream(form, b""));
    let laughs: Vec<&[u8]> = laughs.iter().map(Vec::as_slice).collect();
    let many = b"BT /F 1 Tf (a) Tj ET ".repeat(400_000);
    vec![
        ("a form that contains itself", AdForm::Pdf, with_page(b"/X Do", "/XObject << /X 5 0 R >>", &[&own])),
        ("forms in forms", AdForm::Pdf, with_page(b"/X Do", "/XObject << /X 5 0 R >>", &laughs)),
        ("a page that is its own parent", AdForm::Pdf, pdf(&[
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>",
            b"<< /Type /Page /Parent 2 0 R /Kids [2 0 R] /Count 1 >>",
        ])),
        ("a tree of pages that is a circle", AdForm::Pdf, pdf(&[
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>",
        ])),
        ("arrays in arrays", AdForm::Pdf, with_page(&b"[".repeat(1_000_000), "", &[])),
        ("dictionaries in dictionaries", AdForm::Pdf, pdf(&[&b"<< /A ".repeat(200_000)])),
        ("many operators", AdForm::Pdf, with_page(&many, "", &[])),
        ("a length that is not there", AdForm::Pdf, with_page(b"BT ET", "/X << /Length 99999999999 >>", &[b"<< /Length 99999999999 >>\nstream\n"])),
        ("nothing but the first line", AdForm::Pdf, b"%PDF-1.7\n".to_vec()),
        ("a table that points at itself", AdForm::Pdf, b"%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer << /Prev 9 /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF".to_vec()),
        ("an archive that unfolds to a gigabyte", AdForm::Docx, docx(&mut |archive| {
            let chunk = vec![b' '; 1 << 20];
            for _ in 0..1024 {
                archive.write_all(&chunk).unwrap();
            }
        })),
        ("elements in elements", AdForm::Docx, docx(&mut |archive| {
            archive.write_all("<w:p>".repeat(2_000_000).as_bytes()).unwrap();
        })),
        ("sixteen megabytes of text", AdForm::Docx, docx(&mut |archive| {
            for _ in 0..1_000_000 {
                archive.write_all(b"<w:t>community manager</w:t>").unwrap();
            }
        })),
        ("an archive without anything", AdForm::Docx, b"PK\x03\x04".to_vec()),
    ]
}

fn docx(content: &mut dyn FnMut(&mut dyn std::io::Write)) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut archive = zip::ZipWriter::new(&mut bytes);
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    content(&mut archive);
    archive.finish().unwrap();
    bytes.into_inner()
}

#[test]
fn a_hostile_document_is_refused_with_a_reason_and_nothing_else_happens() {
    let toolkit = toolkit();
    let context = json!({});
    for (name, form, bytes) in hostile_documents() {
        assert_eq!(AdForm::of_file("", &bytes), form, "{name}");
        let begun = Instant::now();
        let read = toolkit.audit(Submission::new(&bytes, form, &context), asking(Lang::Fr));
        assert!(begun.elapsed() < Duration::from_secs(12), "{name}: {:?}", begun.elapsed());
        match read.map(drop) {
            Err(AskError::Intake(error)) => {
                assert!(!matches!(error, IntakeError::NoReader(_)), "{name}: {error}");
                assert!(!error.to_string().chars().any(is_obeyed), "{name}: {error}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn one_deadly_file_of_a_batch_costs_its_own_line_only() {
    let folder = overlay(&[
        ("a.md", "# Community manager\n\n- Animer la communauté et modérer\n"),
        ("c.md", "# Social media manager\n\n- Définir la stratégie sociale\n"),
    ]);
    let deadly = hostile_documents().into_iter().find(|(name, ..)| *name == "many operators").unwrap().2;
    std::fs::write(folder.path().join("b.pdf"), deadly).unwrap();
    let run = |format: &str, lang: &str| {
        rolecall()
            .current_dir(folder.path())
            .args(["audit", "a.md", "b.pdf", "c.md", "--country", "FR", "--format", format, "--lang", lang])
            .output()
            .unwrap()
    };
    let output = run("jsonl", "fr");
    assert_eq!(output.status.code(), Some(2));
    let lines: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0]["audit"].is_object() && lines[2]["audit"].is_object());
    let error = lines[1]["error"].as_str().unwrap();
    assert!(error.starts_with("b.pdf: le document PDF est illisible"), "{error}");
    let remarks = String::from_utf8(run("text", "en").stderr).unwrap();
    assert!(remarks.contains("b.pdf: the PDF document cannot be read"), "{remarks}");
}

#[test]
fn the_reader_of_documents_waits_for_nobody() {
    let toolkit = toolkit();
    let context = json!({});
    let slow = hostile_documents().into_iter().find(|(name, ..)| *name == "forms in forms").unwrap().2;
    let begun = Instant::now();
    let wanted = || begun.elapsed() < Duration::from_millis(300);
    let submission = Submission::new(&slow, AdForm::Pdf, &context).wanted(&wanted);
    assert!(toolkit.audit(submission, asking(Lang::En)).is_err());
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
}

#[test]
fn faults_are_a_hundred_at_most_and_a_count_of_the_rest() {
    let toolkit = toolkit();
    let goals: Vec<String> = (0..5_000).map(|at| format!("goal-{at}")).collect();
    let profile = json!({ "presence_stage": "growing", "goals": goals }).to_string();
    let Err(ReadError::Invalid(faults)) = toolkit.read_profile(profile.as_bytes(), true) else { panic!() };
    assert_eq!(faults.len(), 100);
    assert_eq!(faults[99].code, "more-faults");
    assert!(faults[99].message.to_string().starts_with("4901 more faults"), "{}", faults[99].message);

    let keys: serde_json::Map<String, Value> = (0..3_000).map(|at| (format!("k{at}"), json!(1))).collect();
    for answer in [
        toolkit.assess_offer(&Value::Object(keys.clone()), asking(Lang::En)).map(drop),
        toolkit.employer_cost(&Value::Object(keys.clone()), asking(Lang::En)).map(drop),
        toolkit.draft(&json!({ "role": "cm", "brief": keys }), asking(Lang::En)).map(drop),
        toolkit
            .draft(&json!({ "role": "cm", "brief": { "company": keys, "pay": keys } }), asking(Lang::En))
            .map(drop),
    ] {
        let Err(AskError::Input(faults)) = answer else { panic!("{answer:?}") };
        assert_eq!(faults.len(), 100);
        assert_eq!(faults[99].code, "more-faults");
        assert_eq!(faults.iter().filter(|fault| fault.code == "more-faults").count(), 1);
    }
    let few = json!({ "presence_stage": "growing", "goals": &goals[..100] }).to_string();
    let Err(ReadError::Invalid(faults)) = toolkit.read_profile(few.as_bytes(), true) else { panic!() };
    assert!(faults.len() == 100 && faults[99].code == "unknown-value");
}

#[test]
fn the_same_fault_has_the_same_code_and_sentence_on_every_question() {
    let toolkit = toolkit();
    let place = |country: &str, region: &str| json!({ "country": country, "region": region });
    let with = |mut place: Value, more: &Value| {
        place.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        place
    };
    let profile = json!({ "presence_stage": "growing", "goals": ["retention"] });
    let cost = json!({ "gross": 32000 });
    let band = json!({ "role": "cm" });
    for (country, region) in [("XX", "FR-IDF"), ("fr", "FR-IDF"), ("DE", "FR-IDF"), ("FR", "FR-XYZ")] {
        let asked = with(place(country, region), &profile).to_string();
        let Err(ReadError::Invalid(faults)) = toolkit.read_profile(asked.as_bytes(), true) else { panic!() };
        for answer in [
            toolkit.employer_cost(&with(place(country, region), &cost), asking(Lang::En)).map(drop),
            toolkit.salary_band(&with(place(country, region), &band), asking(Lang::En)).map(drop),
        ] {
            let Err(AskError::Input(others)) = answer else { panic!("{answer:?}") };
            let told = |faults: &[rolecall::domain::input::fault::InputError]| {
                let first = &faults[0];
                (
                    first.pointer.clone(),
                    first.code,
                    said(&first.message, Lang::Fr),
                    said(&first.message, Lang::En),
                )
            };
            // Guesses may differ: only one of the readers knows the regions that have pay.
            let (one, other) = (told(&faults), told(&others));
            assert_eq!((&one.0, one.1), (&other.0, other.1), "{country} {region}");
            if !one.3.contains("did you mean") && !other.3.contains("did you mean") {
                assert_eq!(one, other);
            }
        }
    }
    // A number that must be whole, and one that is none.
    for (number, code) in
        [(json!(1.5), "out-of-range"), (json!(-1), "out-of-range"), (json!("x"), "wrong-type")]
    {
        let asked = with(json!({ "employees": number }), &profile).to_string();
        let Err(ReadError::Invalid(faults)) = toolkit.read_profile(asked.as_bytes(), true) else { panic!() };
        let asked = with(json!({ "country": "FR", "headcount": number }), &cost);
        let Err(AskError::Input(others)) = toolkit.employer_cost(&asked, asking(Lang::En)) else { panic!() };
        assert_eq!((faults[0].code, others[0].code), (code, code));
        let ending = |text: &str| text.rsplit(", got ").next().unwrap().to_owned();
        assert!(others[0].message.to_string().starts_with("expected a whole number from 1 to "));
        assert_eq!(ending(&faults[0].message.to_string()), ending(&others[0].message.to_string()));
    }
}

#[test]
fn a_key_written_twice_is_refused_alike_everywhere() {
    let toolkit = toolkit();
    let profile = r#"{"presence_stage":"growing","goals":["retention"],"goals":["awareness"]}"#;
    let twice = |error: &dyn std::fmt::Display| error.to_string().contains("field “goals” is written twice");
    assert!(twice(&toolkit.read_profile(profile.as_bytes(), true).unwrap_err()));
    assert!(twice(&read_question(profile.as_bytes()).unwrap_err()));
    let folder =
        overlay(&[("p.json", profile), ("b.json", r#"{"contract":"permanent","contract":"internship"}"#)]);
    for arguments in [
        &["recommend", "--profile", "p.json"][..],
        &["recommend", "--profile", "p.json", "--employees", "3"],
        &["draft", "--role", "cm", "--brief", "b.json"],
    ] {
        let output = rolecall().current_dir(folder.path()).args(arguments).output().unwrap();
        let remarks = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(remarks.contains("is written twice"), "{arguments:?}: {remarks}");
    }
}

#[test]
fn nothing_that_a_terminal_obeys_comes_back_from_keys_and_file_names() {
    let evil = "a\u{1b}[31m\u{202e}b\u{9b}";
    let folder = overlay(&[
        ("brief.toml", &format!("\"{evil}\" = 1\n[company]\n\"{evil}\" = 2\n")),
        ("broken.toml", evil),
        (&format!("{evil}.txt"), "rien"),
        (&format!("{evil}.pdf"), "%PDF-1.4"),
    ]);
    let (text, document) = (format!("{evil}.txt"), format!("{evil}.pdf"));
    for arguments in [
        &["draft", "--role", "cm", "--brief", "brief.toml"][..],
        &["draft", "--role", "cm", "--brief", "broken.toml"],
        &["draft", "--role", evil],
        &["recommend", "--profile", &text],
        &["audit", &text],
        &["audit", &document],
        &["audit", &text, &document],
        &["audit", &format!("{evil}-missing")],
        &["rules", "show", evil],
        &["data", "bands", &format!("{evil}.doc")],
        &["check", "--data-dir", "."],
        &["salary", "--role", "cm", "--city", evil],
        &[evil],
        &["recommend", &format!("--{evil}")],
        &["recommend", "--stage", evil],
    ] {
        for lang in ["fr", "en"] {
            let mut command = rolecall();
            command.current_dir(folder.path()).args(arguments);
            if !arguments[0].starts_with('a') || arguments[0] == "audit" {
                command.args(["--lang", lang]);
            }
            let output = command.output().unwrap();
            for stream in [output.stdout, output.stderr] {
                let stream = String::from_utf8_lossy(&stream).into_owned();
                let obeyed: String =
                    stream.chars().filter(|c| is_obeyed(*c) && *c != '\n' && *c != '\t').collect();
                assert!(obeyed.is_empty(), "{arguments:?}: {obeyed:?} in {stream}");
            }
        }
    }
}

#[test]
fn structured_data_cannot_end_the_script_that_holds_it() {
    let brief = json!({
        "company": { "name": "</script><script>alert(1)</script>", "activity": "<!-- x" },
        "place": { "city": "Lyon", "postal_code": "69003", "country": "FR" },
        "contract": "permanent", "date_posted": "2026-11-21", "closing_date": "2026-12-31",
        "pay": { "min": 28000, "max": 32000, "currency": "EUR", "period": "year" }, "contact": "a@b.fr",
    });
    let folder = overlay(&[("brief.json", &brief.to_string())]);
    let output = rolecall()
        .current_dir(folder.path())
        .args(["draft", "--role", "cm", "--lang", "fr", "--brief", "brief.json", "--format", "jsonld"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains('<') && text.contains("\\u003c/script>"), "{text}");
    let posting: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(posting["hiringOrganization"]["name"], "</script><script>alert(1)</script>");
}

#[test]
fn files_of_the_user_are_replaced_by_force_only_and_never_half() {
    let folder = overlay(&[("kept.csv", "mine")]);
    let path = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink(path("kept.csv"), path("link.csv")).unwrap();
    std::os::unix::fs::symlink(path("nowhere"), path("dangling.csv")).unwrap();
    for name in ["kept.csv", "link.csv", "dangling.csv"] {
        let output = rolecall()
            .current_dir(folder.path())
            .args(["data", "bands", name, "--lang", "en", "--as-of", "2026-11-21"])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("--force"), "{name}");
    }
    assert_eq!(std::fs::read_to_string(path("kept.csv")).unwrap(), "mine");
    assert!(!path("nowhere").exists());
    // A link is replaced itself, never what it points to.
    write_file(&path("link.csv"), b"new", true).unwrap();
    assert_eq!(std::fs::read_to_string(path("kept.csv")).unwrap(), "mine");
    assert!(std::fs::symlink_metadata(path("link.csv")).unwrap().is_file());
    write_file(&path("kept.csv"), b"new", true).unwrap();
    assert_eq!(std::fs::read_to_string(path("kept.csv")).unwrap(), "new");
    // What cannot be written whole leaves nothing behind.
    assert!(write_file(&path("no-such-folder/x.csv"), b"new", true).is_err());
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 3);
}

#[test]
fn overlapping_rows_name_both_lines() {
    let minimum = "id,country,region,amount,currency,period,annual_hours,valid_from,valid_to,source,reliability,note_fr,note_en\n\
        fr-2027-01-01,FR,,1900.00,EUR,month,1820.04,2027-01-01,,info-gouv-smic-2026-06,high,note,note\n";
    let rate = "id,country,side,label_fr,label_en,rate,base,lower,upper,unit,headcount_from,headcount_to,executive,region,over,valid_from,valid_to,source,confidence,note_fr,note_en\n\
        fr-er-unemployment-2026-10,FR,employer,Assurance chômage,Unemployment insurance,4.05,slice,0,4,ceiling,,,,,,2026-10-01,,urssaf-chomage-ags,high,,\n";
    for (file, text, first) in [
        ("pay/minimum_wages.csv", minimum, "fr-2026-06-01"),
        ("employer-cost/parameters.csv", rate, "fr-er-unemployment"),
    ] {
        let folder = overlay(&[(file, text)]);
        let output = rolecall().arg("check").arg("--data-dir").arg(folder.path()).output().unwrap();
        let found = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{found}");
        assert!(found.contains(&format!("{file}:2: ")), "{found}");
        let other = format!("`{first}` (data/{file}:");
        assert!(found.contains(&other) && found.contains("valid_to 20"), "{found}");
    }
}

#[test]
fn phrases_that_no_text_holds_are_refused() {
    for (phrase, hint) in
        [("", "begins with nothing"), ("*manager", "begins with nothing"), ("Équipe", "write `equipe`")]
    {
        let folder = overlay(&[(
            "job-ads/cues.toml",
            &format!("[[cue]]\nid = \"hours\"\nfr = [\"temps plein\", \"{phrase}\"]\n"),
        )]);
        let output = rolecall().arg("check").arg("--data-dir").arg(folder.path()).output().unwrap();
        let found = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{found}");
        assert!(found.contains("cues.toml:1: ") && found.contains(hint), "{found}");
    }
}

#[test]
fn templates_are_part_of_the_version() {
    let folder = overlay(&[("templates/report/goals.md.j2", "HIRE NOBODY\n")]);
    let run = |arguments: &[&str]| {
        let output = rolecall().args(arguments).arg("--data-dir").arg(folder.path()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let json: Value = serde_json::from_str(&run(&["goals", "--format", "json"])).unwrap();
    assert!(json["data_version"].as_str().unwrap().contains("+overlay."), "{}", json["data_version"]);
}

#[test]
fn templates_write_so_much_and_no_more() {
    for template in [
        // Grows by printing itself, out of sight.
        "{% set ns = namespace(x='0123456789') %}{% for i in range(60) %}{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = y %}{% endfor %}",
        // Grows in sight.
        "{% for i in range(90000) %}0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789{% endfor %}",
    ] {
        let folder = overlay(&[("templates/report/goals.md.j2", template)]);
        let output =
            rolecall().args(["goals", "--lang", "en", "--data-dir"]).arg(folder.path()).output().unwrap();
        let remarks = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{remarks}");
        assert!(remarks.contains("16 MB"), "{remarks}");
    }
}

#[test]
fn a_template_whose_variable_doubles_ends_its_own_process_only() {
    let template = "{% set ns = namespace(x='0123456789') %}{% for i in range(40) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}HIRE";
    let folder = overlay(&[("templates/report/goals.md.j2", template)]);
    for command in [&["goals", "--lang", "en"][..], &["check", "--lang", "en"]] {
        let begun = Instant::now();
        let output = rolecall().args(command).arg("--data-dir").arg(folder.path()).output().unwrap();
        let remarks = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{remarks}");
        assert!(remarks.contains("192 MB of memory"), "{remarks}");
        assert!(begun.elapsed() < Duration::from_secs(20));
    }
    // Without its templates the folder is as good as any.
    let folder = overlay(&[("templates/report/goals.md.j2", "{{ goals | length }} goals\n")]);
    let output =
        rolecall().args(["goals", "--lang", "en", "--data-dir"]).arg(folder.path()).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().trim().ends_with(" goals"));
}

/// What share of the words of one text another one has, in order.
fn words_in_order(source: &str, read: &str) -> f32 {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (source, read) = (words(source), words(read));
    let same: usize = similar::capture_diff_slices(similar::Algorithm::Myers, &source, &read)
        .iter()
        .map(|step| match step {
            similar::DiffOp::Equal { len, .. } => *len,
            _ => 0,
        })
        .sum();
    #[expect(clippy::cast_precision_loss, reason = "some hundred words")]
    let share = same as f32 / source.len() as f32;
    share
}

#[test]
fn a_document_reads_like_its_source() {
    let toolkit = toolkit();
    let context = json!({});
    let folder = super::root().join("tests/fixtures/documents");
    // Printed by a browser in two columns; locked against changes; written by a library.
    for (name, least) in [("columns-fr", 0.97), ("protected-fr", 0.97), ("plain-en", 0.99)] {
        let bytes = std::fs::read(folder.join(name).with_extension("pdf")).unwrap();
        let source = std::fs::read_to_string(folder.join(name).with_extension("txt")).unwrap();
        let submission = Submission::new(&bytes, AdForm::Pdf, &context);
        let (text, _) = toolkit.audit_shown(submission, asking(Lang::Fr)).unwrap();
        let share = words_in_order(&source, &text);
        assert!(share >= least, "{name}: {share}\n{text}");
    }
    let refused = |name: &str| {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        match toolkit.audit(Submission::new(&bytes, AdForm::Pdf, &context), asking(Lang::Fr)) {
            Err(AskError::Intake(error)) => error,
            other => panic!("{name}: {:?}", other.map(drop)),
        }
    };
    assert!(said(&refused("locked.pdf").said(), Lang::Fr).contains("mot de passe"));
    assert_eq!(refused("scanned.pdf"), IntakeError::Empty);
}

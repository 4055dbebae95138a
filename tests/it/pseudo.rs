//! A pseudo-language: every English text of the catalogue and of the records has its letters replaced by wide ones, and
//! everything that people read is written with these data. What still shows plain letters is a sentence that stands in
//! code or in a template, where no catalogue reaches it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use axum::body::Body;
use axum::http::Request;
use rolecall::app::{App, Process};
use rolecall::domain::locale;
use rolecall::domain::text::Lang;
use rolecall::domain::vocab::Role;
use rolecall::server::{Edge, router};
use rolecall::toolkit::{AskError, Document, DraftForm, Form, ReadError, Toolkit};
use serde_json::{Value, json};

use super::api::{get, send};
use super::page::{Page, body};
use super::{asking, root, today, write};

/// A letter as a wide one.
fn wide(c: char) -> char {
    if c.is_ascii_alphabetic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c }
}

/// A text in the pseudo-language; what stands in braces or between backticks, and options, are no words.
fn pseudo(text: &str) -> String {
    let (mut out, mut depth, mut code, mut option) = (String::new(), 0usize, false, false);
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            // A choice may have begun on an earlier line.
            '}' => depth = depth.saturating_sub(1),
            '`' => code = !code,
            '-' | '/' | '.' if !before.is_alphanumeric() && before != '.' => option = true,
            c if !(c.is_alphanumeric() || "-_/.".contains(c)) => option = false,
            _ => {}
        }
        out.push(if depth > 0 || code || option { c } else { wide(c) });
        before = c;
    }
    out
}

/// A file of messages in the pseudo-language.
fn messages(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let start = match line.split_once(" = ") {
            Some((id, _)) if !line.starts_with(' ') => id.len() + 3,
            // The key of a variant is no text.
            _ => line.find("] ").filter(|_| line.trim_start().starts_with(['[', '*'])).map_or(0, |at| at + 2),
        };
        let _ = if line.starts_with('#') {
            writeln!(out, "{line}")
        } else {
            writeln!(out, "{}{}", &line[..start], pseudo(&line[start..]))
        };
    }
    out
}

/// A file of records whose English texts, beside French ones, are in the pseudo-language.
fn records(text: &str) -> String {
    let mut out = String::new();
    let mut previous = "";
    for line in text.lines() {
        let under = previous.starts_with("fr = \"") || previous.contains(".fr = \"");
        previous = line;
        let (mut rest, mut done) = (line, String::new());
        while let Some((before, after)) = rest.split_once("en = \"") {
            let end = after.char_indices().find(|(at, c)| *c == '"' && !after[..*at].ends_with('\\'));
            let (text, behind) = after.split_at(end.map_or(after.len(), |(at, _)| at));
            let beside = before.contains("fr = \"") && before.trim_end().ends_with(',')
                || under && (before.is_empty() || before.ends_with('.'));
            let _ = write!(done, "{before}en = \"{}", if beside { pseudo(text) } else { text.to_owned() });
            rest = behind;
        }
        let _ = writeln!(out, "{done}{rest}");
    }
    out
}

/// Rows whose English columns are in the pseudo-language.
fn rows(text: &str) -> String {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().unwrap().clone();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&names).unwrap();
    for row in reader.records() {
        let row = row.unwrap();
        let cells = names.iter().zip(&row).map(|(name, cell)| {
            let english = name == "en" || name.ends_with("_en");
            if english && !name.starts_with("example") { pseudo(cell) } else { cell.to_owned() }
        });
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// The data in the pseudo-language, and the strings of the data that have no translation, longest first.
fn data() -> (tempfile::TempDir, BTreeSet<String>) {
    let folder = tempfile::tempdir().unwrap();
    let mut untranslated = BTreeSet::new();
    let mut files = Vec::new();
    super::words::walk(&root().join("data"), &mut files);
    for file in files {
        let path = file.strip_prefix(root().join("data")).unwrap();
        let name = path.to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let changed = match path.extension().and_then(|end| end.to_str()) {
            Some("ftl") if name.starts_with("messages/en/") => messages(&text),
            Some("toml") if name != "manifest.toml" => {
                strings(&text.parse::<toml::Table>().unwrap().into(), &mut untranslated);
                records(&text)
            }
            // How ads write places is no text of ours.
            Some("csv") if name != "job-ads/places.csv" => {
                let mut reader = csv::Reader::from_reader(text.as_bytes());
                let names = reader.headers().unwrap().clone();
                for row in reader.records() {
                    let row = row.unwrap();
                    let plain =
                        names.iter().zip(&row).filter(|(name, _)| !name.ends_with("_en") && *name != "en");
                    untranslated.extend(plain.map(|(_, cell)| cell.to_owned()));
                }
                rows(&text)
            }
            _ => continue,
        };
        if changed != text {
            write(&folder.path().join(path), &changed);
        }
    }
    (folder, untranslated)
}

/// Every string of a file but the texts in two languages.
fn strings(value: &toml::Value, found: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(text) => drop(found.insert(text.clone())),
        toml::Value::Array(list) => list.iter().for_each(|item| strings(item, found)),
        toml::Value::Table(table) if table.contains_key("fr") && table.contains_key("en") => {}
        toml::Value::Table(table) => {
            found.extend(table.keys().cloned());
            table.values().for_each(|item| strings(item, found));
        }
        _ => {}
    }
}

/// Looks for plain words in what people read.
struct Search {
    known: AhoCorasick,
    found: BTreeSet<String>,
}

impl Search {
    fn new(mut known: BTreeSet<String>, given: &[&str]) -> Self {
        known.extend(given.iter().map(|text| (*text).to_owned()));
        // Dates are written by rules of the language, months with them; of publishers the first name stands alone.
        known.extend(
            (1..=12).map(|month| locale::date(&format!("2026-{month:02}"), Lang::En).replace(" 2026", "")),
        );
        let short: Vec<String> =
            known.iter().filter_map(|text| Some(text.split_once(" (")?.0.to_owned())).collect();
        known.extend(short);
        known.retain(|text| text.chars().any(|c| c.is_ascii_alphabetic()));
        let known: Vec<String> = known.into_iter().collect();
        let known = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(known).unwrap();
        Self { known, found: BTreeSet::new() }
    }

    /// Notes the plain words of a text that are no strings of the data.
    fn text(&mut self, place: &str, text: &str) {
        let mut rest = String::with_capacity(text.len());
        let mut from = 0;
        let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        for found in self.known.find_iter(text) {
            // A part of a word is not that string.
            let cut =
                word(text[..found.start()].chars().next_back()) || word(text[found.end()..].chars().next());
            if !cut {
                rest.push_str(&text[from..found.start()]);
                rest.push('·');
                from = found.end();
            }
        }
        rest.push_str(&text[from..]);
        let mut words = rest.split(|c: char| !(c.is_ascii_alphanumeric() || "'-.+".contains(c)));
        // Digests and versions are no words.
        let plain = |word: &str| {
            let word = word.trim_matches(['.', '-', '+']);
            let letters = word.chars().filter(char::is_ascii_lowercase).count();
            letters >= 2
                && !(word.len() >= 12
                    && word.ends_with(|c: char| c.is_ascii_hexdigit())
                    && word.contains(char::is_numeric))
        };
        if words.any(plain) {
            let shown: String =
                rest.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(160).collect();
            self.found.insert(format!("{place}: {shown}"));
        }
    }

    /// The same for the texts of a page and the attributes that are read out.
    fn page(&mut self, place: &str, html: &str) {
        let page = Page::parse(html);
        for text in
            page.texts("body, title", "code, pre, script, style, svg desc, article.preview, datalist, option")
        {
            self.text(place, text);
        }
        for name in ["title", "aria-label", "placeholder", "alt"] {
            for element in page.all(&format!("[{name}]")) {
                self.text(place, super::page::attribute(element, name));
            }
        }
    }
}

/// Profiles that between them reach every part of a recommendation.
const PROFILES: [&str; 9] = [
    r#"{"presence_stage":"growing","goals":["retention","awareness","website"],"employees":12,"country":"FR","annual_budget":{"amount":60000,"currency":"EUR"},"market":"b2b"}"#,
    r#"{"presence_stage":"established","goals":["retention","advertising"],"employees":900,"workload":{"messages_per_week":900,"posts_per_week":30,"followers":90000},"region":"US-CO"}"#,
    r#"{"presence_stage":"launching","goals":["website","seo"]}"#,
    r#"{"presence_stage":"launching","goals":["product-launch"],"max_hires":0}"#,
    r#"{"presence_stage":"growing","goals":["retention"],"country":"SN","annual_budget":{"amount":900000,"currency":"XOF"}}"#,
    r#"{"presence_stage":"growing","goals":["retention",{"goal":"awareness","priority":"secondary"}],"team":{"community_managers":1,"apprentices":1,"agency":{"hours_per_week":8}},"workload":{"messages_per_week":100000},"country":"GB"}"#,
    r#"{"presence_stage":"absent","goals":["define-strategy","community-bonding"],"agreement":2198,"country":"FR","employees":60,"annual_budget":{"amount":20000,"currency":"EUR"}}"#,
    r#"{"presence_stage":"established","goals":["retention"],"team":{"community_managers":5},"workload":{"messages_per_week":400},"reply_within_hours":2,"out_of_hours":true,"own_space":true,"languages":3}"#,
    r#"{"presence_stage":"growing","goals":["content-strategy","moderation"],"country":"FR","employees":8,"annual_budget":{"amount":45000,"currency":"EUR"}}"#,
];

/// Questions on pay: which, and as JSON.
const PAY: [(&str, &str); 16] = [
    ("salary", r#"{"role":"cm","level":"mid","city":"Paris","agreement":2198}"#),
    ("salary", r#"{"role":"hybrid","level":"senior","country":"GB"}"#),
    ("salary", r#"{"role":"content-manager","country":"IT"}"#),
    ("salary", r#"{"role":"smm","years":4,"country":"US"}"#),
    ("salary", r#"{"role":"cm","community":"online","country":"SN"}"#),
    (
        "offer",
        r#"{"role":"cm","level":"junior","city":"Paris","amount":25000,"currency":"EUR","period":"year","against":{"amount":30000}}"#,
    ),
    (
        "offer",
        r#"{"role":"smm","country":"FR","amount":1500,"currency":"EUR","period":"month","payments":13,"fte":0.8,"variable":2000,"against":{"amount":60,"period":"hour"}}"#,
    ),
    ("offer", r#"{"role":"hybrid","country":"FR","amount":9000,"currency":"EUR","period":"year"}"#),
    (
        "offer",
        r#"{"role":"smm","country":"DE","amount":90000,"currency":"USD","rate":0.9,"period":"year","equity":1000,"benefits":500}"#,
    ),
    (
        "cost",
        r#"{"gross":32000,"country":"FR","headcount":30,"freelance":{"day_rate":350,"days":80},"agency":{"monthly_retainer":1200},"apprentice":{"age":21}}"#,
    ),
    ("cost", r#"{"gross":60000,"region":"CA-QC"}"#),
    ("cost", r#"{"budget":45000,"city":"Lyon","role":"cm"}"#),
    ("cost", r#"{"net":30000,"country":"FR"}"#),
    ("cost", r#"{"gross":40000,"country":"BE","holiday_pay":true}"#),
    ("cost", r#"{"gross":90000,"country":"CH","age":40}"#),
    ("cost", r#"{"gross":35000,"region":"FR-974","employer":"association"}"#),
];

/// Pages, after the language.
const PAGES: [&str; 31] = [
    "/",
    "/hire",
    "/hire?presence_stage=growing&at=presence_stage&trail=presence_stage",
    "/hire?presence_stage=growing&goals=retention&ask=team",
    "/hire?presence_stage=growing&goals=retention&ask=workload",
    "/hire?presence_stage=growing&goals=retention&employees=abc&at=employees&trail=presence_stage,goals,employees",
    "/hire/form",
    "/hire/check?presence_stage=growing&goals=retention&secondary=retention&employees=12&team.community_managers=1&workload.messages_per_week=20",
    "/hire/result?presence_stage=growing&goals=retention&goals=awareness&secondary=awareness&goals=website&employees=12&country=FR&annual_budget.amount=60000&annual_budget.currency=EUR&market=b2b",
    "/hire/result?presence_stage=established&goals=retention&goals=advertising&employees=900&workload.messages_per_week=900",
    "/hire/result?presence_stage=growing&goals=retention&employees=-5&annual_budget.amount=abc",
    "/compare",
    "/compare?content=on&city=London",
    "/roles/cm",
    "/pay",
    "/pay?role=cm&level=mid&city=Paris&agreement=2198",
    "/pay?role=content-manager&country=IT",
    "/offer",
    "/offer?role=smm&country=FR&amount=1500&period=month&payments=13&fte=80&variable=2000&against.amount=60&against.period=hour",
    "/offer?role=cm&amount=abc&period=year",
    "/cost",
    "/cost?gross=32000&country=FR&headcount=30&freelance.day_rate=350&freelance.days=80&agency.monthly_retainer=1200&apprentice.age=21",
    "/draft?role=hybrid&level=mid&place.country=FR&place.city=Lyon&pay_from_band=on&contract=permanent&goals=retention&language=en",
    "/audit",
    "/sources",
    "/rules",
    "/method",
    "/about",
    "/embed",
    "/sources/journal-du-cm",
    "/hire?presence_stage=growing&goals=retention&ask=max_hires",
];

/// What is given in the questions above and comes back as it was given.
const GIVEN: [&str; 16] = [
    "rolecall",
    "Paris",
    "Colorado",
    "Auvergne-Rhône-Alpes",
    "London",
    "Lyon",
    "abc",
    "Exemple SAS",
    "jobs@exemple.fr",
    "Français",
    "Markdown",
    "DOCX",
    "Word",
    "Kandel-Moles",
    "Flesch",
    "Jeune diplômé",
];

#[test]
fn no_sentence_stands_outside_the_catalogue() {
    let (folder, untranslated) = data();
    let toolkit = Toolkit::load(Some(folder.path())).unwrap_or_else(|errors| panic!("{errors}"));
    let toolkit = Arc::new(toolkit);
    let mut search = Search::new(untranslated, &GIVEN);
    reports(&toolkit, &mut search);
    drafts(&toolkit, &mut search);
    faults(&toolkit, &mut search);
    pages(&toolkit, &mut search);
    let found: Vec<&String> = search.found.iter().collect();
    assert!(
        found.is_empty(),
        "{} texts stay plain:\n{}",
        found.len(),
        found.iter().map(|text| format!("{text}\n")).collect::<String>()
    );
}

fn reports(toolkit: &Toolkit, search: &mut Search) {
    let asking = asking(Lang::En);
    let mut report = |name: &str, what: &str, written: Result<String, rolecall::toolkit::RenderError>| {
        search.page(&format!("{name} {what}"), &written.unwrap());
    };
    for profile in PROFILES {
        let profile = toolkit.read_profile(profile.as_bytes(), true).unwrap();
        let answer = toolkit.recommend(&profile, asking).unwrap();
        report(
            "recommendation",
            answer.headline.as_ref(),
            toolkit.report("recommendation", &answer, Lang::En, Form::Html),
        );
        let short = toolkit.report("brief/recommendation", &answer, Lang::En, Form::Html);
        report("brief/recommendation", answer.headline.as_ref(), short);
    }
    for (question, given) in PAY {
        let given: Value = serde_json::from_str(given).unwrap();
        let written = match question {
            "salary" => {
                toolkit.report(question, &toolkit.salary_band(&given, asking).unwrap(), Lang::En, Form::Html)
            }
            "offer" => {
                toolkit.report(question, &toolkit.assess_offer(&given, asking).unwrap(), Lang::En, Form::Html)
            }
            _ => toolkit.report(
                question,
                &toolkit.employer_cost(&given, asking).unwrap(),
                Lang::En,
                Form::Html,
            ),
        };
        report(question, &given.to_string(), written);
    }
    for role in Role::ALL {
        report(
            "role",
            role.id(),
            toolkit.report("role", &toolkit.role(*role, asking).unwrap(), Lang::En, Form::Html),
        );
    }
    let roles = toolkit.roles(asking).unwrap();
    report("roles", "", toolkit.report("roles", &roles, Lang::En, Form::Html));
    let compared = toolkit.compare(Role::ALL, &json!({}), asking).unwrap();
    report("comparison", "", toolkit.report("comparison", &compared, Lang::En, Form::Html));
    report("goals", "", toolkit.report("goals", &toolkit.goals(asking), Lang::En, Form::Html));
    report("rules", "", toolkit.report("rules", &toolkit.rules(None, asking).unwrap(), Lang::En, Form::Html));
    for rule in toolkit.catalog().decide().rules.iter().step_by(5) {
        let answer = toolkit.rule(&rule.id, asking).unwrap();
        report("rule", &rule.id, toolkit.report("rule", &answer, Lang::En, Form::Html));
    }
    report("sources", "", toolkit.report("sources", &toolkit.sources(asking).unwrap(), Lang::En, Form::Html));
    report(
        "backtest",
        "",
        toolkit.report("backtest", &toolkit.backtest(asking).unwrap(), Lang::En, Form::Html),
    );
    let verified = toolkit.verify(asking);
    report("verification", "", toolkit.report("verification", &verified, Lang::En, Form::Html));
}

/// Both documents of drafts that have much, and of one that has nothing.
fn drafts(toolkit: &Toolkit, search: &mut Search) {
    let full = json!({ "role": "hybrid", "level": "mid", "language": "en", "brief": {
        "company": { "name": "Exemple SAS", "employees": 25 },
        "place": { "city": "Lyon", "country": "FR" }, "remote_days": 2, "contract": "fixed-term",
        "duration_months": 9, "hours_per_week": 35, "start_date": "2027-01-04", "presence_stage": "growing",
        "goals": ["retention", "moderation"], "pay": { "min": 28000, "max": 32000, "currency": "EUR", "period": "year" },
        "contact": "jobs@exemple.fr", "closing_date": "2026-12-31", "date_posted": "2026-11-23",
    } });
    let apprentice = json!({ "role": "cm", "language": "en", "brief": { "place": { "city": "Paris" }, "contract": "apprenticeship" } });
    let intern = json!({ "role": "smm", "language": "en", "brief": { "place": { "region": "US-CO" }, "contract": "internship" } });
    for question in [full, apprentice, intern, json!({ "role": "content-manager", "language": "en" })] {
        let draft = toolkit.draft(&question, asking(Lang::En)).unwrap();
        for document in [Document::Ad, Document::Description] {
            let written = toolkit.document(&draft, document, DraftForm::Html).unwrap();
            search.page(&format!("draft {}", question["role"]), &String::from_utf8(written).unwrap());
        }
        for gap in &draft.gaps {
            search.text(gap.code, gap.text);
        }
    }
}

/// Questions that cannot be answered.
fn faults(toolkit: &Toolkit, search: &mut Search) {
    let asking = asking(Lang::En);
    let words = toolkit.words(Lang::En);
    let mut told = |question: &Value, errors: &[rolecall::domain::input::fault::InputError]| {
        for error in errors {
            // Names of fields and values are shown between backticks, those of standards as they are.
            let text = words.say(error.message.clone());
            let bare: String = text.split('`').step_by(2).collect();
            let bare = bare.split(" (").next().unwrap().to_owned();
            search.text(&format!("{} in {question}", error.code), &bare);
        }
    };
    let profile = json!({ "presence_stage": "nope", "goals": ["nope", 3], "employees": -4, "team": [], "workload": { "posts_per_week": 1, "posts": { "text": 3 } }, "zzz": 1, "country": "XX", "region": "FR-XX" });
    if let Err(ReadError::Invalid(errors)) = toolkit.read_profile(profile.to_string().as_bytes(), true) {
        told(&profile, &errors);
    }
    for question in [
        json!({ "role": "nope", "level": "nope", "country": "FR", "city": "Nowhere" }),
        json!({ "role": "cm", "country": "DE", "region": "FR-IDF", "years": 9, "level": "junior" }),
        json!({ "role": "smm", "community": "online", "country": "FR", "agreement": 1 }),
        json!({ "role": "cm", "country": "DE", "agreement": 2198, "fte": 8, "amount": "abc", "currency": "EUR" }),
        json!({ "role": "cm", "amount": "1.500", "currency": "USD", "period": "year", "country": "FR", "payments": 14, "against": {} }),
        json!({ "gross": 1, "budget": 2, "country": "FR" }),
        json!({ "country": "DE", "mobility_rate": 3, "gross": true }),
        json!({ "country": "BR", "gross": 30000 }),
    ] {
        for answer in [
            toolkit.salary_band(&question, asking).map(drop),
            toolkit.assess_offer(&question, asking).map(drop),
            toolkit.employer_cost(&question, asking).map(drop),
        ] {
            match answer {
                Err(AskError::Input(errors)) => told(&question, &errors),
                Err(AskError::NoCost(error)) => told(&question, &[error]),
                _ => {}
            }
        }
    }
    let brief = json!({ "role": "cm", "language": "en", "brief": { "pay": { "min": 9, "max": 3, "currency": "EUR", "period": "year" }, "contract": "permanent", "duration_months": 3, "start_date": "x", "week": ["x"], "languages": [3], "website": "x", "fully_remote": true, "remote_days": 1 } });
    if let Err(AskError::Input(errors)) = toolkit.draft(&brief, asking) {
        told(&brief, &errors);
    }
}

fn pages(toolkit: &Arc<Toolkit>, search: &mut Search) {
    let app = App::new(Arc::clone(toolkit), today, None, Arc::new(Process::default()));
    let router = router(&app, &Edge::default());
    for page in PAGES {
        search.page(page, &body(&get(&router, &format!("/en{page}"))));
        if page.starts_with("/offer") || page == "/hire" {
            search.page(page, &body(&get(&router, &format!("/embed/en{page}"))));
        }
    }
    for rule in toolkit.catalog().decide().rules.iter().step_by(40) {
        search.page("/rules", &body(&get(&router, &format!("/en/rules/{}", rule.id))));
    }
    search.page("/nothing", &body(&get(&router, "/en/nothing")));
    let ad = "# 4242 (H/F)\n\n- 42 42 42\n\n18 000 €. Jeune diplômé.";
    let form = format!("--x\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\n{ad}\r\n--x--\r\n");
    let request =
        Request::post("/en/audit?country=FR").header("content-type", "multipart/form-data; boundary=x");
    // The ad is shown again, marked: its own words are no text of ours.
    let html = body(&send(&router, request.body(Body::from(form)).unwrap()));
    search.page("/audit", &html);
}

/// Every text of the help, with the command or option that it belongs to.
fn help(command: &clap::Command, path: &str, found: &mut Vec<(String, String)>) {
    let path = format!("{path} {}", command.get_name());
    let mut note =
        |what: &str, text: Option<String>| found.extend(text.map(|text| (format!("{path} {what}"), text)));
    note("about", command.get_about().map(ToString::to_string));
    note("after", command.get_after_help().map(ToString::to_string));
    for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
        let id = argument.get_id().to_string();
        note(&id, argument.get_help().map(ToString::to_string));
        note(&format!("{id} heading"), argument.get_help_heading().map(str::to_owned));
        for value in argument.get_possible_values() {
            note(&format!("{id} {}", value.get_name()), value.get_help().map(ToString::to_string));
        }
    }
    command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set())
        .for_each(|inner| help(inner, &path, found));
}

#[test]
fn the_help_speaks_both_languages() {
    let texts = |lang| {
        let mut found = Vec::new();
        help(&rolecall::cli::command(lang), "", &mut found);
        found
    };
    let (fr, en) = (texts(Lang::Fr), texts(Lang::En));
    assert!(en.len() > 180 && fr.len() == en.len(), "{} {}", fr.len(), en.len());
    // A shell or a name of a format is the same in both.
    let same: Vec<&String> = fr.iter().zip(&en).filter(|(fr, en)| fr == en).map(|(fr, _)| &fr.1).collect();
    assert!(same.iter().all(|text| ["Markdown.", "JSON", "Shell"].contains(&text.as_str())), "{same:?}");
}

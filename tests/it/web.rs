//! The pages, as a browser without script meets them.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use rolecall::app::token::Token;
use rolecall::app::{App, Process};
use rolecall::server::{Edge, router};
use serde_json::{Value, json};

use super::api::{Answer, app, get, post, send};
use super::page::{Page, attribute, body, text};
use super::{today, toolkit};

/// Every page, in states that between them reach every part.
const PAGES: [&str; 34] = [
    "/",
    "/hire",
    "/hire?presence_stage=growing&at=presence_stage&trail=presence_stage",
    "/hire?presence_stage=growing&goals=retention&ask=team",
    "/hire?presence_stage=growing&goals=retention&ask=workload",
    "/hire?presence_stage=growing&goals=retention&ask=employees",
    "/hire/form",
    "/hire/check?presence_stage=growing&goals=retention&secondary=retention&employees=12&team.community_managers=1&workload.messages_per_week=20",
    "/hire/result?presence_stage=growing&goals=retention&goals=awareness&secondary=awareness&goals=website&employees=12&country=FR&annual_budget.amount=60+000&annual_budget.currency=EUR&market=b2b",
    "/hire/result?presence_stage=growing&goals=retention&goals=content-strategy&max_hires=1&city=Lyon",
    "/hire/result?presence_stage=established&goals=retention&goals=advertising&employees=900&workload.messages_per_week=900",
    "/hire/result?presence_stage=launching&goals=website&goals=seo",
    "/hire/result?presence_stage=launching&goals=product-launch&max_hires=0",
    "/compare",
    "/compare?content=on&city=London",
    "/roles/cm",
    "/roles/social-media-manager",
    "/roles/content",
    "/pay",
    "/pay?role=cm&level=mid&city=Paris&agreement=2198",
    "/pay?role=hybrid&level=senior&country=GB",
    "/pay?role=content-manager&country=IT",
    "/offer",
    "/offer?role=cm&level=junior&city=Paris&amount=25+000&period=year",
    "/offer?role=smm&country=FR&amount=1+500&period=month&payments=13&fte=80&variable=2000&against.amount=60&against.period=hour",
    "/cost",
    "/cost?gross=32+000&country=FR&headcount=30&freelance.day_rate=350&freelance.days=80&agency.monthly_retainer=1200&apprentice.age=21",
    "/cost?gross=60000&region=CA-QC",
    "/draft",
    "/draft?role=hybrid&level=mid&place.country=FR&place.city=Lyon&pay_from_band=on&contract=permanent&goals=retention&language=fr",
    "/draft?role=smm&place.country=US&place.region=US-CO&pay.min=60000&language=en&document=description",
    "/audit",
    "/sources",
    "/method",
];

/// What templates leave behind when something goes wrong, wherever it stands.
const LEFTOVERS: [&str; 6] = ["undefined", "Some(", "None)", "{{", "{%", "http://127"];

fn check_page(lang: &str, path: &str, answer: &Answer) -> Page {
    let header =
        |name: header::HeaderName| answer.headers.get(name).map_or("", |value| value.to_str().unwrap());
    assert_eq!(header(header::CONTENT_TYPE), "text/html; charset=utf-8", "{path}");
    assert_eq!(header(header::CONTENT_LANGUAGE), lang, "{path}");
    assert!(!header(header::CONTENT_SECURITY_POLICY).contains("unsafe"), "{path}");
    let source = body(answer);
    for banned in LEFTOVERS {
        assert!(!source.contains(banned), "{lang}{path} holds {banned}");
    }
    let page = Page::of(answer);
    assert_eq!(attribute(page.one("html"), "lang"), lang, "{path}");
    assert_eq!(page.all("h1").len(), 1, "{path}: one heading of the first level");
    // The content policy forbids styles and scripts in the page.
    for banned in ["style", "[style]", "script:not([src])"] {
        assert!(!page.has(banned), "{lang}{path} holds {banned}");
    }
    assert_eq!(page.handlers(), [""; 0], "{lang}{path}");
    // Every id once, every label for a field that is there.
    let mut ids: Vec<&str> = page.all("[id]").into_iter().map(|element| attribute(element, "id")).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{lang}{path}: an id stands twice");
    for label in page.all("label[for]") {
        let field = attribute(label, "for");
        assert!(ids.contains(&field), "{lang}{path}: a label for {field}, which is not there");
    }
    for link in page.all("a[href^='#']") {
        let target = &attribute(link, "href")[1..];
        assert!(
            target.is_empty() || ids.contains(&target),
            "{lang}{path}: a link to #{target}, which is not there"
        );
    }
    // French punctuation keeps its word, but not in code, where technical names stand, in what the visitor typed, or in
    // titles as their publishers wrote them.
    if lang == "fr" && path != "/sources" {
        for piece in page.texts("main", "textarea, code, div.ad-text, a[href^='http']") {
            for wrong in [" ?", " !", " ;", " :", " »", "« ", " €"] {
                assert!(!piece.contains(wrong), "{path}: a breaking space in {piece:?}");
            }
        }
    }
    page
}

#[test]
fn every_page_answers_in_both_languages() {
    let app = app();
    for lang in ["fr", "en"] {
        for path in PAGES {
            let answer = get(&app, &format!("/{lang}{path}"));
            assert_eq!(answer.status, StatusCode::OK, "/{lang}{path}: {}", body(&answer));
            let page = check_page(lang, path, &answer);
            // The other language is one link away, with the same answers.
            let other = if lang == "fr" { "en" } else { "fr" };
            let link = page.first(&format!("a[hreflang='{other}']"));
            assert_eq!(attribute(link, "href"), format!("/{other}{path}"));
        }
    }
    assert_eq!(get(&app, "/fr").status, StatusCode::OK);
}

#[test]
fn every_rule_has_its_page() {
    let app = app();
    let list = Page::of(&get(&app, "/en/rules"));
    let rules = list.all("a[href^='/en/rules/']");
    assert!(rules.len() > 60);
    for rule in rules {
        let rule = attribute(rule, "href").trim_start_matches("/en/rules/");
        for lang in ["fr", "en"] {
            let answer = get(&app, &format!("/{lang}/rules/{rule}"));
            assert_eq!(answer.status, StatusCode::OK);
            check_page(lang, rule, &answer);
        }
    }
    assert_eq!(get(&app, "/en/rules/no-such-rule").status, StatusCode::NOT_FOUND);
}

#[test]
fn the_front_door_speaks_the_visitors_language() {
    let app = app();
    for (accept, lang) in [("fr-FR,fr;q=0.9", "/fr/"), ("de", "/en/")] {
        let request = Request::get("/").header(header::ACCEPT_LANGUAGE, accept).body(Body::empty()).unwrap();
        let answer = send(&app, request);
        assert_eq!(answer.status, StatusCode::TEMPORARY_REDIRECT);
        assert_eq!(answer.headers[header::LOCATION], lang);
    }
}

#[test]
fn a_page_says_what_the_api_says() {
    let app = app();
    for (query, profile) in [
        (
            "presence_stage=growing&goals=retention&goals=awareness&secondary=awareness&employees=12&country=FR",
            json!({"presence_stage": "growing", "goals": ["retention", {"goal": "awareness", "priority": "secondary"}], "employees": 12, "country": "FR"}),
        ),
        (
            "presence_stage=launching&goals=website",
            json!({"presence_stage": "launching", "goals": ["website"]}),
        ),
        (
            "presence_stage=established&goals=retention&goals=advertising&city=Paris&team.agency=on&team.community_managers=2",
            json!({"presence_stage": "established", "goals": ["retention", "advertising"], "region": "FR-IDF", "team": {"agency": true, "community_managers": 2}}),
        ),
    ] {
        for lang in ["fr", "en"] {
            let result = get(&app, &format!("/{lang}/hire/result?{query}&as_of=2026-11-21"));
            let page = Page::of(&result);
            let path = format!("/v1/recommendations?lang={lang}&as_of=2026-11-21");
            let answer: Value =
                serde_json::from_slice(&post(&app, &path, profile.to_string()).bytes).unwrap();
            assert_eq!(attribute(page.first("[data-verdict]"), "data-verdict"), answer["verdict"]);
            assert_eq!(text(page.one("h1#verdict")), answer["headline"].as_str().unwrap());
            assert!(body(&result).contains(&answer["digest"].as_str().unwrap()[..12]), "the same digest");
        }
    }
}

#[test]
fn what_would_change_the_verdict_does_when_followed() {
    let app = app();
    let mut followed = 0;
    for query in [
        "presence_stage=growing&goals=retention&goals=awareness&secondary=awareness&employees=12",
        "presence_stage=launching&goals=awareness&goals=new-channels&employees=4",
        "presence_stage=growing&goals=retention&goals=content-strategy",
        "presence_stage=established&goals=moderation&goals=advertising&goals=seo&employees=300",
    ] {
        let page = Page::of(&get(&app, &format!("/en/hire/result?{query}")));
        for item in page.all("ul.what-if > li[data-verdict]") {
            for link in page.within(item, "a[href]") {
                let link = attribute(link, "href");
                let next = Page::of(&get(&app, link));
                let (found, promised) = (next.first("[data-verdict]"), attribute(item, "data-verdict"));
                assert_eq!(attribute(found, "data-verdict"), promised, "{query} → {link}");
                followed += 1;
            }
        }
    }
    assert!(followed > 20, "{followed}");
}

/// What a form sends when a browser submits it: hidden fields, and what is ticked, chosen or typed by default.
fn defaults(page: &Page) -> Vec<(String, String)> {
    page.within(page.first("main form"), "input[name]")
        .into_iter()
        .filter(|input| {
            !["checkbox", "radio"].contains(&attribute(*input, "type")) || input.attr("checked").is_some()
        })
        .map(|input| (attribute(input, "name").to_owned(), attribute(input, "value").to_owned()))
        .collect()
}

#[test]
fn the_interview_is_walked_question_by_question() {
    let app = app();
    for (lang, skip) in [("fr", true), ("en", false)] {
        let mut address = format!("/{lang}/hire");
        let mut asked = Vec::new();
        let check = loop {
            let answer = get(&app, &address);
            if answer.status == StatusCode::SEE_OTHER {
                break answer.headers[header::LOCATION].to_str().unwrap().to_owned();
            }
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            let page = check_page(lang, &address, &answer);
            let mut fields = defaults(&page);
            let at = fields.iter().find(|(name, _)| name == "at").unwrap().1.clone();
            assert!(!asked.contains(&at), "{at} is asked twice");
            asked.push(at.clone());
            let required = at == "goals" || at == "presence_stage";
            assert_eq!(page.has("[name='skip'][value]"), !required, "{at}");
            if skip && !required {
                fields.push(("skip".into(), at));
            } else {
                for (name, value) in match at.as_str() {
                    "presence_stage" => vec![("presence_stage", "growing")],
                    "goals" => vec![("goals", "retention"), ("goals", "content-strategy")],
                    "employees" => vec![("employees", "12")],
                    "max_hires" => vec![("max_hires", "2")],
                    "team" => vec![],
                    "workload" => {
                        vec![("workload.messages_per_week", "80"), ("workload.posts_per_week", "5")]
                    }
                    other => panic!("{other}"),
                } {
                    fields.retain(|(known, _)| known != name || name == "goals");
                    fields.push((name.to_owned(), value.to_owned()));
                }
            }
            let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
            address = format!("/{lang}/hire?{query}");
            assert!(asked.len() < 8);
        };
        assert!(asked.len() >= 3, "{asked:?}");
        assert!(check.starts_with(&format!("/{lang}/hire/check?")), "{check}");
        let page = Page::of(&get(&app, &check));
        // Each answer can be changed, and leads back here.
        let links = page.all("dd.action > a[href]");
        assert!(links.len() >= 3, "{check}");
        for link in links {
            let question = Page::of(&get(&app, attribute(link, "href")));
            assert!(question.has(&format!("form[action='/{lang}/hire/check']")));
        }
        let result = get(&app, &check.replace("/hire/check", "/hire/result"));
        assert_eq!(result.status, StatusCode::OK);
        check_page(lang, "result", &result);
    }
}

#[test]
fn a_wrong_answer_stands_beside_its_field_and_is_kept() {
    let app = app();
    for (path, field, kept) in [
        ("/hire?presence_stage=growing&goals=retention&employees=abc&at=employees", "employees", "abc"),
        ("/hire/result?presence_stage=growing&goals=retention&employees=-5", "employees", "-5"),
        ("/hire/result?presence_stage=growing&goals=retention&city=Nowhereville", "city", "Nowhereville"),
        ("/offer?role=cm&country=FR&amount=much&period=year", "amount", "much"),
        ("/cost?country=FR&gross=1e30", "gross", "1e30"),
        ("/draft?role=cm&remote_days=9", "remote_days", "9"),
        ("/pay?role=cm&city=Nowhereville", "city", "Nowhereville"),
    ] {
        for (lang, title) in [("fr", "Erreur\u{a0}:"), ("en", "Error:")] {
            let answer = get(&app, &format!("/{lang}{path}"));
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            let page = check_page(lang, path, &answer);
            assert!(text(page.one("title")).starts_with(title), "{path}");
            assert!(page.has(&format!("a[href='#{field}']")), "{path}: the summary leads to the field");
            assert!(
                page.has(&format!("[id='{field}-error']")),
                "{path}: the message stands beside the field"
            );
            let typed = page.has(&format!("[name='{field}'][value='{kept}']"));
            assert!(typed, "{path}: what was typed is kept");
        }
    }
    for path in ["/hire?at=goals", "/hire/result", "/offer?amount=&country=FR&role=cm", "/cost?gross="] {
        assert_eq!(get(&app, &format!("/en{path}")).status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    }
    let wrong_day = get(&app, "/en/pay?as_of=yesterday");
    assert_eq!(wrong_day.status, StatusCode::BAD_REQUEST);
    check_page("en", "wrong day", &wrong_day);
    let nothing = get(&app, "/fr/nothing");
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    check_page("fr", "nothing", &nothing);
}

#[test]
fn nothing_that_is_typed_becomes_markup() {
    let app = app();
    let hostile = "\"><img src=x onerror=alert(1)></script><script>alert(2)</script>{{7*7}}";
    let encoded: String = form_urlencoded::byte_serialize(hostile.as_bytes()).collect();
    for path in PAGES {
        let (page, query) = path.split_once('?').unwrap_or((path, ""));
        // Each name with what is allowed for the others, then all of them at once.
        let names =
            ["role", "country", "city", "amount", "goals", "company.name", "q", "ask", "document", "x"];
        let one = names.map(|name| format!("{name}={encoded}"));
        let all = one.join("&");
        for hostile in
            one.iter().take(if page == "/draft" || page == "/offer" { 10 } else { 0 }).chain([&all])
        {
            let answer = get(&app, &format!("/en{page}?{query}&{hostile}"));
            // As a browser reads it, nothing of it is an element, a handler or a script.
            let page = Page::of(&answer);
            for element in ["img[src='x']", "script:not([src])"] {
                assert!(!page.has(element), "{path} {hostile}: {element}");
            }
            assert_eq!(page.handlers(), [""; 0], "{path} {hostile}");
            // And no template has reckoned it out.
            let shown = page.texts("body", "script");
            assert!(!shown.iter().any(|piece| piece.contains("</script>49")), "{path} {hostile}");
        }
    }
}

fn multipart(fields: &[(&str, Option<&str>, &[u8])]) -> Request<Body> {
    let mut bytes = Vec::new();
    for (name, file, value) in fields {
        let file = file.map_or(String::new(), |file| format!("; filename=\"{file}\""));
        bytes.extend_from_slice(
            format!("--xyz\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").as_bytes(),
        );
        bytes.extend_from_slice(value);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"--xyz--\r\n");
    Request::post("/fr/audit")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=xyz")
        .body(Body::from(bytes))
        .unwrap()
}

const AD: &str = "# Community manager (H/F)\r\n\r\nNous cherchons un jeune diplômé.\r\n\r\n- Définir la stratégie sociale\r\n- Animer la communauté <b>& répondre</b>\r\n\r\nSalaire : 18 000 € brut par an à Paris.";

#[test]
fn an_ad_is_marked_as_the_audit_says() {
    let app = app();
    let plain = AD.replace("\r\n", "\n");
    let answer = send(
        &app,
        multipart(&[("text", None, AD.as_bytes()), ("country", None, b"FR"), ("file", Some(""), b"")]),
    );
    assert_eq!(answer.status, StatusCode::OK, "{}", body(&answer));
    let page = check_page("fr", "audit", &answer);
    let asked = json!({"text": plain, "format": "text", "country": "FR"});
    let audit: Value =
        serde_json::from_slice(&post(&app, "/v1/job-ad-audits?lang=fr", asked.to_string()).bytes).unwrap();
    let findings = audit["findings"].as_array().unwrap();
    assert_eq!(page.all("li.finding").len(), findings.len());
    // The marked text is the whole text, and each finding with a place has its number in it.
    let shown = page.one("div.ad-text[lang='fr']");
    let placed = findings.iter().filter(|finding| !finding["place"].is_null()).count();
    let numbers = page.within(shown, "[id^='p']");
    assert_eq!(numbers.len(), placed);
    assert!(placed > 0 && placed < findings.len());
    for number in numbers {
        let id = attribute(number, "id");
        assert!(page.has(&format!("a[href='#{id}']")), "{id}");
    }
    // The gravest come first.
    let weights = ["error", "warning", "notice", "info"];
    let weight = |tag: &scraper::ElementRef<'_>| {
        weights.iter().position(|known| tag.value().classes().any(|class| class == *known))
    };
    let severities = page.all("ol.findings span.tag");
    let severities: Vec<usize> = severities.iter().filter_map(weight).collect();
    assert_eq!(severities.len(), findings.len());
    assert!(severities.is_sorted(), "{severities:?}");
    assert_eq!(page.texts("div.ad-text", "a.ref").concat(), plain);
    // The report as a file is the one that the command line writes.
    let file = send(
        &app,
        multipart(&[("text", None, AD.as_bytes()), ("country", None, b"FR"), ("as", None, b"json")]),
    );
    assert_eq!(file.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"audit.json\"");
    let mut taken: Value = serde_json::from_slice(&file.bytes).unwrap();
    let mut asked = audit.clone();
    for value in [&mut taken, &mut asked] {
        value["as_of"].take();
    }
    assert_eq!(taken, asked);
}

#[test]
fn files_and_faults_of_the_ad_form_are_answered() {
    let app = app();
    let html =
        b"<!doctype html><title>x</title><h1>Community manager</h1><p>Mod\xc3\xa9rer les commentaires.</p>";
    let answer = send(&app, multipart(&[("text", None, b""), ("file", Some("ad.html"), html)]));
    assert_eq!(answer.status, StatusCode::OK);
    assert!(Page::of(&answer).has("mark.m-task"));
    for fields in [
        &[("text", None, &b""[..])][..],
        &[("file", Some("x.pdf"), &b"%PDF-1.4 broken"[..])],
        &[("file", Some("x.txt"), &b"\xff\xfe\x00"[..])],
        &[("text", None, &b"ad"[..]), ("city", None, &b"Nowhereville"[..])],
    ] {
        let answer = send(&app, multipart(fields));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        check_page("fr", "audit", &answer);
    }
    let large = vec![b'a'; 7 << 20];
    let answer = send(&app, multipart(&[("text", None, &large)]));
    // The form itself may hold more, so that the page can say what is too long.
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    check_page("fr", "audit", &answer);
}

#[test]
fn drafts_are_taken_away_as_the_api_writes_them() {
    let app = app();
    let query = "role=cm&level=mid&language=fr&place.country=FR&place.city=Lyon&company.name=Exemple+SAS&pay.min=28+000&pay.max=32+000&contract=permanent&date_posted=2026-11-23&goals=retention";
    let asked = json!({"role": "cm", "level": "mid", "language": "fr", "brief": {"company": {"name": "Exemple SAS"}, "place": {"country": "FR", "city": "Lyon"}, "pay": {"min": 28000, "max": 32000, "currency": "EUR", "period": "year"}, "contract": "permanent", "date_posted": "2026-11-23", "goals": ["retention"]}});
    for (form, media_type) in [
        ("md", "text/markdown"),
        ("html", "text/html"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("jsonld", "application/ld+json"),
    ] {
        let file = get(&app, &format!("/fr/draft/file?{query}&as={form}"));
        assert_eq!(file.status, StatusCode::OK, "{form}: {}", String::from_utf8_lossy(&file.bytes));
        assert_eq!(
            file.headers[header::CONTENT_DISPOSITION],
            format!("attachment; filename=\"community-manager-lyon.{form}\"")
        );
        let request = Request::post("/v1/job-descriptions")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, media_type)
            .body(Body::from(asked.to_string()))
            .unwrap();
        assert_eq!(file.bytes, send(&app, request).bytes, "{form}");
    }
    // Structured data without what search engines ask for is refused, and the form says what is missing.
    let refused = get(&app, "/fr/draft/file?role=cm&as=jsonld");
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(Page::of(&refused).has(".error-summary"));
    let preview = get(&app, "/fr/draft/preview?role=cm&company.name=%3Cb%3EX%3C%2Fb%3E");
    assert_eq!(preview.status, StatusCode::OK);
    let preview = Page::of(&preview);
    assert!(!preview.has("b") && preview.texts("body", "script").concat().contains("<b>X</b>"));
}

#[test]
fn frames_are_allowed_where_they_should_be() {
    let process = Arc::new(Process::new(None, vec!["https://a.example".into(), "https://b.example".into()]));
    let app = router(&App::new(toolkit(), today, None, process), &Edge::default());
    let embedded = get(&app, "/embed/fr/hire/result?presence_stage=growing&goals=retention");
    assert_eq!(embedded.status, StatusCode::OK);
    let policy = embedded.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.contains("frame-ancestors 'self' https://a.example https://b.example"), "{policy}");
    assert!(!embedded.headers.contains_key(header::X_FRAME_OPTIONS));
    let page = Page::of(&embedded);
    assert!(page.has("body.embed, html.embed") && !page.has("header"));
    for path in
        ["/embed/fr/hire", "/embed/en/offer", "/embed/en/offer?role=cm&country=FR&amount=2000&period=month"]
    {
        let answer = get(&app, path);
        assert_eq!(answer.status, StatusCode::OK);
        // Forms stay in the frame; what leads out of it opens a page of its own.
        let page = Page::of(&answer);
        let forms = page.all("main form");
        assert!(!forms.is_empty(), "{path}");
        for form in forms {
            assert!(
                attribute(form, "action").starts_with("/embed/"),
                "{path}: {}",
                attribute(form, "action")
            );
        }
    }
    let page = get(&app, "/fr/hire");
    assert_eq!(page.headers[header::X_FRAME_OPTIONS], "DENY");
    assert!(
        page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().contains("frame-ancestors 'none'")
    );
}

#[test]
fn the_token_guards_pages_too() {
    let token = Token::new("a-token-long-enough").unwrap();
    let process = Arc::new(Process::new(Some(token), vec!["*".into()]));
    let app = router(&App::new(toolkit(), today, None, process), &Edge::default());
    for path in ["/en/draft", "/en/audit", "/en/draft/preview?role=cm", "/en/draft/file?role=cm"] {
        let answer = get(&app, path);
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(answer.headers[header::WWW_AUTHENTICATE].to_str().unwrap().starts_with("Basic "));
        check_page("en", path, &answer);
        let request = Request::get(path)
            .header(header::AUTHORIZATION, "Bearer a-token-long-enough")
            .body(Body::empty())
            .unwrap();
        assert_eq!(send(&app, request).status, StatusCode::OK, "{path}");
    }
    assert_eq!(get(&app, "/en/hire").status, StatusCode::OK);
}

#[test]
fn a_link_with_the_day_gives_the_same_page() {
    let app = app();
    for path in [
        "/hire/result?presence_stage=growing&goals=retention",
        "/pay?role=cm&city=Paris",
        "/offer?role=cm&country=FR&amount=2000&period=month",
        "/cost?gross=32000&country=FR",
        "/compare",
    ] {
        let page = Page::of(&get(&app, &format!("/en{path}")));
        let link = attribute(page.first("[data-copy]"), "data-copy");
        assert!(link.contains("as_of=2026-11-21"), "{link}");
        assert_eq!(attribute(page.first("[data-copy]"), "data-copied"), "Link copied");
        let again = Page::of(&get(&app, link));
        let (first, second) =
            (page.outline("main", "aside.no-print"), again.outline("main", "aside.no-print"));
        // Only the day that is asked for differs, in links and in forms.
        let plain = |outline: Vec<String>| -> Vec<String> {
            let day = ["&as_of=2026-11-21", "?as_of=2026-11-21"];
            let without = |line: String| day.iter().fold(line, |line, day| line.replace(day, ""));
            outline.into_iter().filter(|line| !line.contains("name=as_of")).map(without).collect()
        };
        assert!(first.len() > 20, "{path}");
        assert_eq!(plain(first), plain(second), "{path}");
    }
}

#[test]
fn assets_are_kept_for_ever_and_named_after_their_content() {
    let app = app();
    let page = Page::of(&get(&app, "/fr/"));
    let assets = page.all("[href^='/assets/'], [src^='/assets/']");
    assert!(assets.len() >= 3);
    for asset in assets {
        let address = asset.attr("href").or(asset.attr("src")).unwrap();
        let answer = get(&app, address);
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    }
    assert_eq!(get(&app, "/assets/other.css").status, StatusCode::NOT_FOUND);
}

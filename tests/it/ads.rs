//! What reading turns on is data: an overlay changes it, and what no ad could mean is refused.

use rolecall::catalog::Catalog;
use rolecall::domain::job::audit::described::Described;
use rolecall::domain::job::audit::pay::{self, Stated};
use rolecall::domain::job::audit::scope::{Points, Scope, Sentence, bit};
use rolecall::domain::job::fold::fold;
use rolecall::domain::job::lexicon::{Cue, Part};
use rolecall::domain::job::lists::List;
use rolecall::domain::pay::figure::Period;
use rolecall::domain::text::Lang;
use rolecall::domain::vocab::Grade;
use rolecall::domain::work::Work;
use rolecall::toolkit::{AdForm, Submission, Toolkit};
use serde_json::{Value, json};

use super::{asking, overlay, toolkit};

/// The pay that one sentence states.
fn stated(toolkit: &Toolkit, text: &str) -> Option<Stated> {
    let data = toolkit.catalog().job_ads().unwrap();
    let folded = fold(text, data.lists.of(List::NameBeginnings));
    let line = folded.text.trim_end();
    let words = ["salaire", "salary", "remuneration", "tjm", "paid", "pay", "brut"];
    let cues = if words.iter().any(|word| line.contains(word)) { bit(Cue::PayWord) } else { 0 };
    let scope = Scope {
        sentences: vec![Sentence { range: 0..line.len(), part: Part::Offer, cues, task: false }],
        passages: Vec::new(),
        points: Points::default(),
        work: Points::default(),
        title: None,
        title_block: None,
        described: Described::Other,
        confidence: Grade::Low,
        triggers: Vec::new(),
        grounds: Vec::new(),
        cues: std::collections::BTreeMap::new(),
        pay_cues: Vec::new(),
        parts: Vec::new(),
    };
    pay::read(data, &folded, &scope, None, &Work::unhurried()).unwrap().stated
}

#[test]
fn pay_is_read_as_people_write_it() {
    let toolkit = toolkit();
    let stated = |text: &str| stated(&toolkit, text);
    let cases: [(&str, f64, f64, &str, Period); 23] = [
        ("Salary: $140,000 - $175,000 USD", 140_000.0, 175_000.0, "USD", Period::Year),
        ("Salary $62K/yr - $78K/yr", 62_000.0, 78_000.0, "USD", Period::Year),
        ("Salaire CHF 95'000.– à CHF 105'000.– par an", 95_000.0, 105_000.0, "CHF", Period::Year),
        ("Salaire : 30 000 €, 39h/semaine", 30_000.0, 30_000.0, "EUR", Period::Year),
        ("£30,000 salary for 35 hours per week", 30_000.0, 30_000.0, "GBP", Period::Year),
        ("TJM entre 280 et 350 € HT, 4 jours par mois", 280.0, 350.0, "EUR", Period::Day),
        ("salaire 32 à 36 k€ | 2 jours de TT par semaine", 32_000.0, 36_000.0, "EUR", Period::Year),
        ("Salaire : 25-30K€ brut/an selon profil", 25_000.0, 30_000.0, "EUR", Period::Year),
        ("2 100 € brut mensuel sur 13 mois", 2_100.0, 2_100.0, "EUR", Period::Month),
        ("TJM 300 €", 300.0, 300.0, "EUR", Period::Day),
        ("Salary: $60k–$70k DOE", 60_000.0, 70_000.0, "USD", Period::Year),
        ("Salary £28,000 pro rata (0.8 FTE)", 28_000.0, 28_000.0, "GBP", Period::Year),
        (
            "Rémunération : entre 100 000 et 150 000 FCFA / mois + forfait internet",
            100_000.0,
            150_000.0,
            "XOF",
            Period::Month,
        ),
        ("Salary package: PHP 27,000.00 - 35,000.00", 27_000.0, 35_000.0, "PHP", Period::Month),
        ("$67,500", 67_500.0, 67_500.0, "USD", Period::Year),
        ("Rémunération : 32 à 36 k€ bruts annuels", 32_000.0, 36_000.0, "EUR", Period::Year),
        ("Pay: €18.50 per hour", 18.5, 18.5, "EUR", Period::Hour),
        ("CHF 85'000 - 95'000 par an, salaire à 100 %", 85_000.0, 95_000.0, "CHF", Period::Year),
        ("salaire de 1 801,80 € brut par mois", 1_801.8, 1_801.8, "EUR", Period::Month),
        ("Salary 45.000 - 52.000 EUR gross p.a.", 45_000.0, 52_000.0, "EUR", Period::Year),
        ("salaire 35ke", 35_000.0, 35_000.0, "EUR", Period::Year),
        ("Pay up to C$70,000 a year", 70_000.0, 70_000.0, "CAD", Period::Year),
        ("Salaire jusqu’à 28 000 euros", 28_000.0, 28_000.0, "EUR", Period::Year),
    ];
    for (text, min, max, currency, period) in cases {
        let found = stated(text).unwrap_or_else(|| panic!("{text}"));
        assert!((found.low() - min).abs() < 0.01 && (found.high() - max).abs() < 0.01, "{text}: {found:?}");
        assert_eq!((found.currency, found.period), (Some(currency), period), "{text}");
    }
    assert_eq!(stated("2 100 € brut mensuel sur 13 mois").unwrap().payments, 13);
    let part = stated("Salary £28,000 pro rata (0.8 FTE)").unwrap();
    assert_eq!((part.fte, part.pro_rata), (Some(0.8), true));
    let full = stated("Salary: £28,500 FTE, 0.6 FTE").unwrap();
    assert_eq!((full.fte, full.pro_rata), (Some(0.6), true));
    let upper = stated("Salaire jusqu’à 28 000 euros").unwrap();
    assert_eq!((upper.min, upper.max, upper.open()), (None, Some(28_000.0), true));
    assert!(stated("1 900 € net par mois").unwrap().net);
}

#[test]
fn other_amounts_are_not_pay() {
    let toolkit = toolkit();
    for text in [
        "processed over £1Bn in transfers and saved customers over £45M",
        "une communauté de 120 000 abonnés",
        "gérer un budget publicitaire de 5 000 € par mois",
        "tickets restaurant de 9 €",
        "fondée en 2014, 25 salariés",
        "we raised $12M",
        "35h par semaine",
    ] {
        assert_eq!(stated(&toolkit, text), None, "{text}");
    }
}

/// An ad, audited with an overlay.
fn audited(files: &[(&str, &str)], ad: &str, context: &Value) -> Value {
    let folder = overlay(files);
    let toolkit = Toolkit::load(Some(folder.path())).unwrap_or_else(|errors| panic!("{errors}"));
    let submission = Submission::new(ad.as_bytes(), AdForm::Markdown, context);
    serde_json::to_value(toolkit.audit(submission, asking(Lang::En)).unwrap()).unwrap()
}

fn list(id: &str, key: &str, words: &str) -> String {
    format!("[[list]]\nid = \"{id}\"\n{key} = [{words}]\n")
}

const AD: &str = "# Community manager\n\n## Missions\n\n- Animer la communauté\n- Répondre aux membres\n\n";

#[test]
fn an_overlay_adds_a_word_to_a_list_or_replaces_them() {
    let ad = format!("{AD}## Salaire\n\nSalaire : 30 000 € de tombola\n");
    let kind = |files: &[(&str, &str)]| audited(files, &ad, &json!({}))["pay"]["state"].clone();
    assert_eq!(kind(&[]), "parsed");
    assert_eq!(kind(&[("job-ads/lists.toml", &list("noise", "also", "\"tombola\""))]), "absent");
    // What `also` adds stands beside ours; `words` takes their place.
    let bonus = format!("{AD}## Salaire\n\nPrime : 30 000 €\n");
    let kind = |files: &[(&str, &str)]| audited(files, &bonus, &json!({}))["pay"]["state"].clone();
    assert_eq!(kind(&[("job-ads/lists.toml", &list("noise", "also", "\"tombola\""))]), "absent");
    assert_eq!(kind(&[("job-ads/lists.toml", &list("bonus", "words", ""))]), "parsed");
}

#[test]
fn an_overlay_says_what_front_matter_calls_a_fact() {
    let ad = "---\nstelle: Community manager\n---\n\n## Missions\n\n- Animer la communauté\n- Répondre aux membres\n";
    let title = |files: &[(&str, &str)]| audited(files, ad, &json!({}))["input"]["title"].clone();
    assert_ne!(title(&[]), "Community manager");
    let fact = "[[fact]]\nid = \"title\"\nalso = [\"stelle\"]\n";
    assert_eq!(title(&[("job-ads/facts.toml", fact)]), "Community manager");
}

#[test]
fn an_overlay_adds_a_currency() {
    let ad = format!("{AD}## Pay\n\nSalary: 30 000 wons a year\n");
    let currency =
        |files: &[(&str, &str)]| audited(files, &ad, &json!({}))["pay"]["stated"]["currency"].clone();
    assert_eq!(currency(&[]), Value::Null);
    let won = "[[currency]]\nid = \"KRW\"\nsigns = [\"wons\"]\n";
    assert_eq!(currency(&[("job-ads/currencies.toml", won)]), "KRW");
    // A shared sign means what the country pays in.
    let dollars = format!("{AD}## Pay\n\nSalary: $60,000 a year\n");
    for (country, code) in [("US", "USD"), ("CA", "CAD"), ("NZ", "NZD")] {
        let answer = audited(&[], &dollars, &json!({ "country": country }));
        assert_eq!(answer["pay"]["stated"]["currency"], code);
    }
}

#[test]
fn an_overlay_admits_a_country_to_the_union() {
    let laws = |files: &[(&str, &str)]| -> Vec<String> {
        let answer = audited(files, AD, &json!({ "country": "IS" }));
        answer["law"].as_array().unwrap().iter().map(|law| law["id"].as_str().unwrap().to_owned()).collect()
    };
    let union = "[[union]]\nid = \"EU\"\nmembers = [\"FR\", \"IS\"]\n";
    let directive = "EU-2023-970".to_owned();
    assert!(!laws(&[]).contains(&directive));
    assert!(laws(&[("job-ads/unions.toml", union)]).contains(&directive));
}

#[test]
fn an_overlay_moves_a_category() {
    let ad = format!(
        "{AD}## Profil\n\nNous ne discriminons pas : égalité des chances, sans distinction, jeune et dynamique bienvenus.\n"
    );
    let ages = |files: &[(&str, &str)]| {
        let answer = audited(files, &ad, &json!({}));
        let findings = answer["findings"].as_array().unwrap();
        findings.iter().filter(|finding| finding["category"] == "age").count()
    };
    let open = "[[category]]\nid = \"age\"\nprotected = false\n";
    assert_eq!(ages(&[]), 0);
    assert_eq!(ages(&[("job-ads/categories.toml", open)]), 1);
}

#[test]
fn an_overlay_changes_what_activities_and_missions_do() {
    let ad = "# Modérateur\n\n## Missions\n\n- Modérer les commentaires\n- Appliquer la charte de bonne conduite\n- Traiter les signalements\n";
    let first = |files: &[(&str, &str)]| audited(files, ad, &json!({}))["shares"][0]["id"].clone();
    let alone = "[[activity]]\nid = \"moderate\"\nalone = { neighbour = \"customer-support\", titles = [\"content-moderator\"], beside = [] }\n";
    assert_eq!(first(&[]), "content-moderator");
    assert_eq!(first(&[("job-ads/activities.toml", alone)]), "customer-support");
    let missions = |files: &[(&str, &str)]| -> Vec<String> {
        let folder = overlay(files);
        let toolkit = Toolkit::load(Some(folder.path())).unwrap_or_else(|errors| panic!("{errors}"));
        let question = json!({ "role": "smm", "language": "en", "brief": { "goals": ["advertising"] } });
        let draft = toolkit.draft(&question, asking(Lang::En)).unwrap();
        draft.missions.iter().map(|line| line.id.to_owned()).collect()
    };
    let core = "define-strategy".to_owned();
    assert!(missions(&[]).contains(&core));
    let rule = "[[mission]]\nid = \"define-strategy\"\nuse = \"by-goal\"\n";
    assert!(!missions(&[("job-ads/missions.toml", rule)]).contains(&core));
}

#[test]
fn what_no_ad_could_mean_is_refused_with_its_line() {
    let cases = [
        (
            "lists.toml",
            "\n[[list]]\nid = \"noice\"\nwords = []\n",
            ":3",
            "unknown list of words `noice`; did you mean `noise`?",
        ),
        ("lists.toml", "\n[[list]]\nid = \"noise\"\nwords = [\"Prime\"]\n", ":2", "write `prime`"),
        ("lists.toml", "[[list]]\nid = \"units\"\nwords = [\"années\"]\n", ":1", "write `annees`"),
        ("lists.toml", "[[list]]\nid = \"noise\"\nalso = [\" \"]\n", ":1", "a word is empty"),
        ("lists.toml", "[[list]]\nid = \"payments\"\nalso = [\"mois\"]\n", ":1", "has no {n}"),
        ("facts.toml", "[[fact]]\nid = \"title\"\nalso = [\"Stelle\"]\n", ":1", "names are in small letters"),
        ("facts.toml", "[[fact]]\nid = \"title\"\nalso = [\"reference\"]\n", ":1", "is a name of `"),
        (
            "facts.toml",
            "[[fact]]\nid = \"pay\"\nline = { fr = \"x\", en = \"y\" }\n",
            ":1",
            "has no `{value}`",
        ),
        (
            "posting-terms.toml",
            "[[term]]\nid = \"from\"\ntext = { fr = \"x\", en = \"y\" }\n",
            ":1",
            "with `{value}`",
        ),
        ("currencies.toml", "[[currency]]\nid = \"KRX\"\nsigns = [\"wons\"]\n", ":1", "no ISO 4217 code"),
        (
            "currencies.toml",
            "[[currency]]\nid = \"KRW\"\nsigns = [\"euros\"]\n",
            ":1",
            "`euros` means another currency already",
        ),
        (
            "currencies.toml",
            "[[currency]]\nid = \"KRW\"\nshared = [\"$\"]\ncountries = [\"CA\"]\n",
            ":1",
            "`$` means another currency already",
        ),
        ("currencies.toml", "[[currency]]\nid = \"KRW\"\nsigns = [\"$\"]\n", ":1", "write it under `shared`"),
        ("unions.toml", "[[union]]\nid = \"EU\"\nmembers = [\"XX\"]\n", ":1", "`XX` is no ISO 3166-1 code"),
        ("categories.toml", "[[category]]\nid = \"age\"\nprotect = true\n", ":3", "unknown field `protect`"),
        ("categories.toml", "[[category]]\nid = \"age\"\nfirst = 12\n", ":1", "from 0 to 9"),
        (
            "activities.toml",
            "[[activity]]\nid = \"seo\"\nyields_to = [\"moderat\"]\n",
            ":1",
            "did you mean `moderate`?",
        ),
        (
            "activities.toml",
            "[[activity]]\nid = \"seo\"\nneighbour = \"nobody\"\n",
            ":1",
            "a neighbour that neighbours.toml does not have",
        ),
        (
            "missions.toml",
            "[[mission]]\nid = \"moderat\"\nuse = \"core\"\n",
            ":1",
            "no role has a mission of this name; did you mean `moderate`?",
        ),
        (
            "missions.toml",
            "[[mission]]\nid = \"moderate\"\nuse = \"never\"\n",
            ":3",
            "unknown use of a mission `never`",
        ),
        (
            "measures.toml",
            "[[measure]]\nid = \"luck\"\ngoals = []\n",
            ":1",
            "no role has a measure of this name",
        ),
    ];
    for (file, text, line, reason) in cases {
        let folder = overlay(&[(&format!("job-ads/{file}"), text)]);
        let errors = Catalog::with_overlay(folder.path()).unwrap_err().to_string();
        assert!(errors.contains(&format!("{file}{line}: ")) && errors.contains(reason), "{text}\n{errors}");
    }
}

/// An ad, audited with our data.
fn read_ad(ad: &str, country: &str) -> Value {
    audited(&[], ad, &if country.is_empty() { json!({}) } else { json!({ "country": country }) })
}

#[test]
fn a_range_of_years_asks_for_its_lower_end() {
    for (line, level) in [
        ("2 à 5 ans d'expérience", json!("mid")),
        ("3-5 years of experience", json!("mid")),
        ("between 5 and 8 years' experience in social media", json!("senior")),
        ("Au moins 5 ans de pratique de ce travail", json!("senior")),
        ("Expérience : 1 an", json!("junior")),
        ("Deux ans d'expérience", json!("mid")),
        ("at least seven years of experience", json!("senior")),
        ("Nous avons 20 clients", Value::Null),
    ] {
        let found = read_ad(&format!("{AD}## Profil\n\n- {line}\n"), "FR");
        assert_eq!(found["input"]["level"], level, "{line}");
    }
}

#[test]
fn sections_are_found_without_headings_of_their_own() {
    let missing = |ad: &str| {
        let found = read_ad(ad, "FR");
        let sections = found["sections"].as_array().unwrap().clone();
        let missing = sections.into_iter().filter(|section| section["present"] == false);
        missing.map(|section| section["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (id, text) in [
        ("profile", "Requirements\n\n- 3+ years of experience\n- Excellent English"),
        ("profile", "Skills and experience\n\nAt least four years in social"),
        ("profile", "About you\n\n- You like people"),
        ("profile", "Vous justifiez de deux ans d'expérience."),
        ("profile", "Profil : CAP esthétique apprécié"),
        ("company", "À propos de nous : depuis 2015, nous vendons des vélos."),
        ("company", "About the agency: 41 people in Leeds."),
        ("company", "Qui sommes-nous ?\nDeux frères et un four à pain."),
        ("how-to-apply", "Envoie-nous ton book."),
        ("closing-date", "Applications by 15 January."),
    ] {
        let english = "Responsibilities\n\n- Run the community\n- Answer members of the forum\n";
        let french = "Missions\n\n- Animer la communauté\n- Répondre aux membres du forum\n";
        let tasks =
            if text.is_ascii() && !text.contains("ans") && !text.contains("ton ") { english } else { french };
        let ad = format!("Community manager\n\n{text}\n\n{tasks}");
        assert!(!missing(&ad).contains(&id.to_owned()), "{text}");
    }
    let bare = missing(AD);
    assert!(
        ["profile", "company", "how-to-apply", "closing-date"]
            .iter()
            .all(|id| bare.contains(&(*id).to_owned()))
    );
}

#[test]
fn french_in_bullets_is_french_and_german_is_neither() {
    let bullets = "# Community manager (H/F)\n\n- Animation de la communauté Instagram\n- Modération des commentaires\n\
        - Réponse aux messages privés\n- Reporting mensuel\n- Bac+3 en communication\n- Rigueur, autonomie, réactivité\n\
        - CDI, temps plein, 35 h\n- Mutuelle, titres-restaurant\n";
    let unread = |text: &str, language: Option<&str>| {
        let context = language.map_or(json!({}), |language| json!({ "language": language }));
        let found = audited(&[], text, &context);
        found["findings"].as_array().unwrap().iter().any(|finding| finding["code"] == "language-unread")
    };
    assert!(!unread(bullets, None));
    let terse = "Toledo, OH | Hybrid\n\n- Run the community\n- Answer messages\n- Moderate comments\n- Host events\n\nPay: $50,000\n";
    assert!(!unread(terse, None));
    let german = "Wir suchen eine Person, die unsere Community auf Instagram betreut, Kommentare beantwortet und mit uns \
        Veranstaltungen plant. Das Team ist klein, und wir arbeiten von Berlin aus.";
    assert!(unread(german, None) && unread(german, Some("fr")));
    let polish = "Szukamy osoby, która poprowadzi naszą społeczność, odpowie na komentarze i zaplanuje wydarzenia dla \
        naszych klientów w Warszawie oraz w Krakowie przez cały rok.";
    assert!(unread(polish, None));
}

#[test]
fn part_time_is_measured_against_the_week_of_the_minimum_wage() {
    let ad = "# Community manager\n\nPermanent, 37.5 hours a week. Salary: £23,500 a year.\n\n## Responsibilities\n\n\
        - Run the community\n- Answer comments and messages\n- Welcome new members\n";
    let found = read_ad(ad, "GB");
    let codes: Vec<&str> =
        found["findings"].as_array().unwrap().iter().filter_map(|finding| finding["code"].as_str()).collect();
    assert!(codes.contains(&"pay-below-minimum"), "{codes:?}");
    let half = read_ad(&ad.replace("37.5", "30"), "GB");
    assert_eq!(half["pay"]["low"]["offer"]["fte"], json!(0.8));
}

#[test]
fn days_of_leave_and_the_most_hours_are_no_working_time() {
    let found = read_ad(
        "# Community manager\n\nPermanent, full time, 39 hours a week, 25 days.\n\n## Responsibilities\n\n- Run the community\n",
        "GB",
    );
    let codes = found["findings"].to_string();
    assert!(!codes.contains("contradiction-hours"), "{codes}");
}

#[test]
fn a_community_officer_who_also_moderates_is_no_platform_moderator() {
    let tasks = [
        "Greet every new forum member personally.",
        "Plan and host fortnightly online coffee mornings.",
        "Recruit and support peer mentors.",
        "Collect members' stories and views.",
        "Moderate discussions.",
    ];
    let ad = format!("Online Community Officer\n\n{}\n", tasks.join("\n"));
    assert_eq!(read_ad(&ad, "")["role_described"], "community-manager");
    let platform = "Content moderator\n\nReview reported posts and videos.\nModerate comments and remove abuse.\n\
        Moderate live streams at night.\nEscalate illegal content.\n";
    assert_eq!(read_ad(platform, "")["role_described"], "other");
}

#[test]
fn titles_name_both_roles_and_both_sexes() {
    for (title, role, law) in [
        ("Community & Social Media Manager (H/F)", "both", false),
        ("Responsable réseaux sociaux & communauté", "both", false),
        ("Gestionnaire de communauté", "community-manager", false),
        ("Chargé des réseaux sociaux", "social-media-manager", true),
    ] {
        let found = read_ad(
            &format!("{title}\n\n## Missions\n\n- Animer la communauté\n- Répondre aux membres du forum\n"),
            "FR",
        );
        assert_eq!(found["role_in_title"], role, "{title}");
        let codes = found["findings"].to_string();
        assert_eq!(codes.contains("law-title") || codes.contains("title-one-sex"), law, "{title}");
    }
}

//! What an audit says of wording, law and contradictions: sentences that shut candidates out against their harmless twins,
//! ads that contradict themselves against theirs, and no law but that of the place.

use std::collections::BTreeMap;

use rolecall::catalog::Catalog;
use rolecall::domain::job::audit::answer::{Audit, Finding};
use rolecall::domain::job::wording::Severity;
use rolecall::domain::text::Lang;
use rolecall::toolkit::{AdForm, Asking, Form, Submission, Toolkit};
use serde::Deserialize;
use serde_json::{Value, json};

use super::job::audited;
use super::{asking, overlay, toolkit};

#[derive(Deserialize)]
struct Sentence {
    lang: Lang,
    label: String,
    text: String,
    id: String,
}

#[derive(Deserialize)]
struct Ads {
    ad: Vec<Ad>,
}

#[derive(Deserialize)]
struct Ad {
    id: String,
    kind: String,
    contradicts: bool,
    text: String,
}

/// A sentence in an ad that has nothing else to find.
fn ad_with(sentence: &Sentence) -> String {
    let text = &sentence.text;
    match sentence.lang {
        Lang::Fr => format!(
            "# Community manager (H/F)\n\nVos missions :\n- animer la communauté\n- répondre aux messages et modérer les commentaires sur nos réseaux sociaux\n- publier des contenus\n\nCDI, poste basé à Nantes. Salaire : 30 000 € brut par an.\n\n{text}\n\nAisance rédactionnelle, connaissance des réseaux sociaux.\n"
        ),
        Lang::En => format!(
            "# Community manager\n\nWhat you will do:\n- run the community\n- answer messages and moderate comments on our social channels\n- publish posts\n\nPermanent contract, based in Leeds. Salary: £30,000 a year.\n\n{text}\n\nYou write well and know social media.\n"
        ),
    }
}

/// The findings on protected grounds that an ad should not be published with.
fn on_grounds<'a, 'c>(data: &Catalog, audit: &'a Audit<'c>) -> Vec<&'a Finding<'c>> {
    let categories = &data.job_ads().unwrap().categories;
    let protected = |finding: &&Finding<'_>| {
        finding.category == "language" || categories.get(finding.category).is_some_and(|item| item.protected)
    };
    let grave = |finding: &&Finding<'_>| finding.severity <= Severity::Warning && finding.place.is_some();
    audit.findings.iter().filter(protected).filter(grave).collect()
}

/// The sentences on which the model was tuned.
fn tuned() -> Vec<Sentence> {
    let text = include_str!("../reading/exclusion-tuned.csv");
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap()
}

/// Ads that shut somebody out or contradict themselves.
pub(super) fn faulty_ads() -> Vec<String> {
    let ads: Ads = toml::from_str(include_str!("../reading/contradictions-tuned.toml")).unwrap();
    let contradictions = ads.ad.into_iter().filter(|ad| ad.contradicts).map(|ad| ad.text);
    let sentences = tuned().into_iter().filter(|sentence| sentence.label != "fine");
    contradictions.chain(sentences.map(|sentence| ad_with(&sentence))).collect()
}

#[test]
fn sentences_that_shut_candidates_out_are_told_from_their_twins() {
    let toolkit = toolkit();
    let sentences = tuned();
    // found and all, of each label; errors among the harmless
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut false_errors = Vec::new();
    for sentence in &sentences {
        let country = if sentence.lang == Lang::Fr { "FR" } else { "GB" };
        let audit = audited(&toolkit, &ad_with(sentence), &json!({ "country": country }));
        let found = on_grounds(toolkit.catalog(), &audit);
        let count = counts.entry(&sentence.label).or_default();
        count.0 += usize::from(!found.is_empty());
        count.1 += 1;
        if sentence.label == "fine" && found.iter().any(|finding| finding.severity == Severity::Error) {
            false_errors.push(&sentence.id);
        }
    }
    let ((found, bad), (wrong, fine)) = (counts["excludes"], counts["fine"]);
    assert!(found * 100 >= bad * 85, "{found} of {bad} found");
    assert!(wrong * 100 <= fine * 7, "{wrong} of {fine} harmless sentences found");
    assert!(false_errors.len() <= 3, "{false_errors:?}");
}

/// A remark on looks in a sentence says nothing of the age limit that stands there too.
#[test]
fn a_remark_on_one_ground_does_not_hide_a_grave_one() {
    let toolkit = toolkit();
    for text in [
        "Jeune homme de moins de 30 ans exigé, belle présentation.",
        "Jeune femme de moins de 35 ans, bonne présentation.",
    ] {
        let lang = Lang::Fr;
        let sentence = Sentence { lang, label: "age".into(), text: text.into(), id: String::new() };
        let audit = audited(&toolkit, &ad_with(&sentence), &json!({ "country": "FR" }));
        let found = on_grounds(toolkit.catalog(), &audit);
        let grave = found.iter().any(|finding| finding.severity == Severity::Error);
        assert!(grave, "{text}: {:?}", found.iter().map(|finding| finding.code).collect::<Vec<_>>());
    }
    // An audience of that age is nobody shut out.
    let twin = "Vous parlez à des jeunes de moins de 30 ans sur TikTok.";
    let sentence = Sentence { lang: Lang::Fr, label: "fine".into(), text: twin.into(), id: String::new() };
    let audit = audited(&toolkit, &ad_with(&sentence), &json!({ "country": "FR" }));
    assert!(on_grounds(toolkit.catalog(), &audit).is_empty());
}

/// Whom a post is for is said by the words that ask for a person, whatever audience the same sentence names.
#[test]
fn a_person_asked_for_is_the_candidate_whoever_else_is_named() {
    let toolkit = toolkit();
    let codes = |lang: Lang, text: &str| -> Vec<String> {
        let sentence = Sentence { lang, label: "age".into(), text: text.into(), id: String::new() };
        let country = if lang == Lang::Fr { "FR" } else { "GB" };
        let audit = audited(&toolkit, &ad_with(&sentence), &json!({ "country": country }));
        on_grounds(toolkit.catalog(), &audit).iter().map(|finding| finding.code.to_owned()).collect()
    };
    for (lang, text) in [
        (Lang::Fr, "Nous recherchons un jeune talent pour animer notre communauté Instagram."),
        (Lang::Fr, "Nous cherchons un jeune community manager pour notre communauté de parents."),
        (Lang::Fr, "On recrute une jeune femme pour parler à nos abonnées de 18 à 25 ans."),
        (Lang::Fr, "Nous recherchons une jeune personne pour animer la communauté de jeunes parents."),
        (Lang::Fr, "Profil : jeune professionnel pour animer l’audience des seniors."),
        (Lang::En, "We are looking for a young talent to engage our Instagram community."),
        (Lang::En, "Looking for a young marketer who knows our young customers."),
        (Lang::En, "You are young and love our community of gamers."),
        (Lang::En, "Hiring young creators for our audience of retirees."),
    ] {
        assert!(
            codes(lang, text).iter().any(|code| code.contains("-age-")),
            "{text}: {:?}",
            codes(lang, text)
        );
    }
    for (lang, text) in [
        (Lang::Fr, "Nous recherchons un community manager pour animer une communauté de jeunes talents."),
        (Lang::En, "We want young people to love our brand."),
        (Lang::En, "We are looking for a community manager who can reach young women."),
        (Lang::En, "We are hiring young companies' first community manager."),
    ] {
        assert!(
            !codes(lang, text).iter().any(|code| code.contains("-age-")),
            "{text}: {:?}",
            codes(lang, text)
        );
    }
}

#[test]
fn contradictions_are_told_from_choices() {
    let toolkit = toolkit();
    let ads: Ads = toml::from_str(include_str!("../reading/contradictions-tuned.toml")).unwrap();
    let (mut found, mut bad, mut wrong) = (0, 0, Vec::new());
    for ad in &ads.ad {
        let audit = audited(&toolkit, &ad.text, &json!({}));
        let kinds: Vec<&str> =
            audit.findings.iter().filter_map(|finding| finding.code.strip_prefix("contradiction-")).collect();
        if ad.contradicts {
            bad += 1;
            found += usize::from(kinds.contains(&ad.kind.as_str()));
        } else if !kinds.is_empty() {
            wrong.push(&ad.id);
        }
    }
    // What is not plain is left alone: a contradiction that is none is worse than one that is missed.
    assert!(found * 100 >= bad * 35, "{found} of {bad}");
    assert!(wrong.len() <= 1, "{wrong:?}");
}

/// Places with law of their own, and one without.
fn places() -> Vec<Value> {
    [
        json!({ "region": "CA-QC" }),
        json!({ "country": "FR" }),
        json!({ "country": "BE" }),
        json!({ "country": "GB" }),
        json!({ "country": "DE" }),
        json!({ "region": "US-CT" }),
        json!({ "region": ["US-CO", "US-NY", "US-OH"] }),
        json!({ "country": "US" }),
        json!({ "country": "SN" }),
        json!({}),
    ]
    .into()
}

/// Ads that have something of everything to find, in both languages.
const ADS: [&str; 2] = [
    "# Community manager stagiaire\n\nNous cherchons un jeune homme, langue maternelle française, sans enfants, beau physique, non syndiqué, nationalité française. Stage non rémunéré de 6 mois en remplacement, CV avec photo. Indiquez votre salaire actuel. Télétravail complet, rémunération attractive.\n\nVos missions :\n- animer la communauté\n- modérer les commentaires\n\nAnglais courant exigé.\n",
    "# Community manager\n\nWe want a young native English speaker, male only, no children, US citizens only, Canadian experience required. Unpaid internship. State your current salary. Fully remote, competitive salary from $50,000 and up, excellent benefits.\n\nWhat you will do:\n- run the community\n- moderate comments\n",
];

#[test]
fn a_finding_cites_no_law_but_that_of_the_place() {
    let toolkit = toolkit();
    let data = toolkit.catalog().job_ads().unwrap();
    for (text, place) in ADS.iter().flat_map(|text| places().into_iter().map(move |place| (text, place))) {
        let audit = audited(&toolkit, text, &place);
        // The ad may name its place where the question does not.
        let (country, mut regions) = (audit.input.country, audit.input.regions.clone());
        regions.extend(audit.input.region);
        let lies_in = |area: &str| {
            let union = data.unions.iter().find(|union| union.id == area);
            country == Some(area)
                || regions.contains(&area)
                || union.is_some_and(|union| union.members.iter().any(|code| country == Some(code)))
        };
        // A remote job is done anywhere in its country.
        let far = |area: &str| {
            regions.is_empty() && country.is_some_and(|country| area.starts_with(&format!("{country}-")))
        };
        assert!(!audit.findings.is_empty());
        for finding in &audit.findings {
            for id in &finding.sources {
                let area = data
                    .sources
                    .iter()
                    .find(|source| source.id == **id)
                    .and_then(|source| source.place.as_deref());
                assert!(
                    area.is_none_or(|area| lies_in(area) || far(area)),
                    "{place}: {} cites {id}",
                    finding.code
                );
            }
            if let Some(id) = finding.law {
                let law = data.laws.iter().find(|law| law.id == id).unwrap();
                let area = law.region.as_deref().unwrap_or(&law.country);
                assert!(lies_in(area) || far(area), "{place}: {} goes by {id}", finding.code);
            }
        }
    }
}

#[test]
fn quebec_asks_for_french_and_for_reasons() {
    let toolkit = toolkit();
    let text = "You set the social media strategy and plan content. Fluent English required. You will work with the team and report to the head of brand. The job is in Montréal and the pay is CAD 60,000 a year.";
    let audit = audited(&toolkit, text, &json!({ "region": "CA-QC" }));
    let codes: Vec<&str> = audit.findings.iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&"law-language") && codes.contains(&"law-language-reasons"), "{codes:?}");
    let french = "Vous définissez la stratégie et planifiez les contenus. Anglais courant exigé pour répondre aux clients de l’Ontario. Montréal, 60 000 $ par an.";
    let audit = audited(&toolkit, french, &json!({ "region": "CA-QC" }));
    assert!(!audit.findings.iter().any(|finding| finding.code.starts_with("law-language")));
}

#[test]
fn several_regions_and_remote_work_take_the_union_of_their_laws() {
    let toolkit = toolkit();
    let text =
        "# Social media manager\n\nYou set the social media strategy and plan content. Permanent contract.";
    let of = |text: &str, place: Value| {
        let audit = audited(&toolkit, text, &place);
        let pay = audit.findings.iter().find(|finding| finding.code == "law-pay");
        let pay = pay.map(|finding| (finding.severity, finding.law.unwrap(), finding.why.clone()));
        (pay, audit.input.regions.clone(), audit.law.len())
    };
    let (colorado, further, alone) = of(text, json!({ "region": "US-CO" }));
    assert_eq!((colorado.unwrap().1, further.len()), ("US-CO", 0));
    let (both, further, together) = of(text, json!({ "region": ["US-CA", "US-CO"] }));
    let (severity, law, why) = both.unwrap();
    // The strictest is named first, the other beside it.
    assert_eq!((severity, law, further), (Severity::Error, "US-CO", vec!["US-CO"]));
    assert!(why.contains("California") && together > alone, "{why}");
    // The same regions as one text, as an address has them.
    assert_eq!(of(text, json!({ "region": "US-CA,US-CO" })).2, together);
    // Nobody asked for a region: a remote job reaches them all, and a job on site none.
    let remote = format!("{text} Fully remote.");
    let (somewhere, _, _) = of(&remote, json!({ "country": "US" }));
    let (severity, _, why) = somewhere.unwrap();
    assert_eq!(severity, Severity::Warning);
    assert!(why.contains("more"), "{why}");
    assert!(of(text, json!({ "country": "US" })).0.is_none());
    assert!(of(&remote, json!({ "region": "US-TX" })).0.is_none(), "the question says where");
}

#[test]
fn wrong_regions_are_faults_with_their_place() {
    let toolkit = toolkit();
    let asking = asking(Lang::En);
    let pointers = |region: Value| {
        let context = json!({ "region": region });
        match toolkit.audit(Submission::new(b"An ad.", AdForm::Text, &context), asking) {
            Err(rolecall::toolkit::AskError::Input(errors)) => {
                errors.iter().map(|error| error.pointer.clone()).collect::<Vec<_>>().join(" ")
            }
            Err(error) => panic!("{error}"),
            Ok(_) => String::new(),
        }
    };
    assert_eq!(pointers(json!("US-CO")), "");
    assert_eq!(pointers(json!(["US-CO", "US-NY"])), "");
    assert_eq!(pointers(json!(["US-CO", "US-XX"])), "/region/1");
    assert_eq!(pointers(json!(["US-CO", "FR-IDF"])), "/region/1");
    assert_eq!(pointers(json!(["US-CO", 7])), "/region/1");
    assert_eq!(pointers(json!("US-CO,")), "/region");
    assert_eq!(pointers(json!(7)), "/region");
}

#[test]
fn rows_of_law_grow_old() {
    let toolkit = toolkit();
    let text = b"# Social media manager\n\nYou set the social media strategy and plan content. Hartford, Connecticut.";
    let on = |day: &str| {
        let asking = Asking { lang: Lang::En, as_of: rolecall::domain::dated::parse_day(day).unwrap() };
        let context = json!({ "region": "US-CT" });
        let audit = toolkit.audit(Submission::new(text, AdForm::Text, &context), asking).unwrap();
        let pay = audit.findings.iter().find(|finding| finding.code == "law-pay");
        pay.map(|finding| (finding.severity, finding.why.contains("may have changed")))
    };
    // Before October 2026 the law asked for pay on request only.
    assert_eq!(on("2026-09-30"), None);
    assert_eq!(on("2026-11-28"), Some((Severity::Error, false)));
    assert_eq!(on("2028-01-01"), Some((Severity::Warning, true)), "its review is long due");
}

#[test]
fn a_review_that_is_due_is_remarked_upon() {
    let check = |day: &str| {
        let run = super::rolecall().args(["check", "--as-of", day]).assert().code(0);
        let output = run.get_output();
        assert!(String::from_utf8_lossy(&output.stdout).ends_with("no findings\n"), "a remark is no finding");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    // No law is due; of pay, what is over without a successor is named.
    let now = check("2026-11-28");
    assert!(now.lines().all(|line| !line.starts_with("data/job-ads")), "{now}");
    assert!(
        now.contains("`nl-2026-01-01`: the last minimum wage of its place was in force until 2026-06-30")
    );
    assert!(!check("2026-03-15").contains("nl-2026-01-01"), "it is in force");
    assert!(check("2027-02-01").contains("`FR`: contributions are verified until 2026-12-31"));
    // From a month before, and for as long as nobody looks.
    assert!(check("2027-01-25").contains("is to be checked again by 2027-02-"));
    let late = check("2028-01-01");
    assert!(late.contains("`US-CT-2026`: was to be checked again by"), "{late}");
    assert!(!late.contains("`US-CT`"), "what is over needs no review");
}

#[test]
fn the_answer_stands_on_one_screen() {
    let toolkit = toolkit();
    let ad = "# Community manager (H/F)\n\nJeune pousse lyonnaise, nous recherchons un community manager dynamique pour rejoindre notre équipe.\n\nVos missions :\n- animer notre communauté sur Instagram et TikTok\n- répondre aux messages et modérer les commentaires\n- publier des contenus et créer des visuels\n- suivre les statistiques\n\nProfil : maîtrise de Canva, anglais langue maternelle, disponible 7j/7.\n\nPoste basé à Lyon, CDI. Rémunération attractive selon profil.\nEnvoyez CV avec photo à rh@exemple.fr. Tu es motivé et tu aimes le café ? Tu es le bienvenu !\n";
    for lang in [Lang::Fr, Lang::En] {
        for reader in ["employer", "candidate"] {
            let context = json!({ "country": "FR", "for": reader });
            let audit = toolkit
                .audit(Submission::new(ad.as_bytes(), AdForm::Markdown, &context), asking(lang))
                .unwrap();
            let text = |name: &str| toolkit.report(name, &audit, lang, Form::Terminal(100)).unwrap();
            let (short, full) = (text("brief/audit"), text("audit"));
            assert!(short.lines().count() < 60, "{} lines:\n{short}", short.lines().count());
            assert!(full.lines().count() > 2 * short.lines().count());
            // The gravest stands in the first five lines of whoever publishes, with its words whole.
            let first: String = short.lines().take(5).collect();
            assert_eq!(first.contains("langue maternelle"), reader == "employer", "{first}");
            assert!(short.contains("Rémunération attractive"), "no word is cut");
            assert_eq!(audit.candidate.is_some(), reader == "candidate");
            assert!(audit.changes.len() <= 5 && audit.changes.is_sorted_by_key(|change| change.severity));
            let twice = audit.findings.iter().filter(|finding| finding.code == "fr-tutoiement").count();
            assert_eq!(twice, 1, "equal findings are merged");
        }
    }
}

#[test]
fn no_passage_cuts_a_word() {
    let toolkit = toolkit();
    for text in ADS {
        let audit: Audit<'_> = audited(&toolkit, text, &json!({ "country": "FR" }));
        let passages = audit.activities.iter().flat_map(|activity| &activity.passages);
        for place in audit.findings.iter().flat_map(Finding::places).chain(passages) {
            let cut = |at: usize| {
                text[..at].ends_with(char::is_alphanumeric) && text[at..].starts_with(char::is_alphanumeric)
            };
            assert!(!cut(place.start.byte) && !cut(place.end.byte), "{}", place.text);
        }
    }
}

#[test]
fn the_catalogue_refuses_law_that_overlaps_or_is_never_reviewed() {
    let header = "id,country,region,city,name_fr,name_en,status,valid_from,valid_to,verified_on,review_by,employees_from,requires,recommends,prohibits,pay_timing,max_spread,max_spread_currency,exempt_above,exempt_above_currency,says_fr,says_en,penalty_fr,penalty_en,threshold_fr,threshold_en,source,confidence,note_fr,note_en\n";
    let row = |id: &str, region: &str, from: &str, to: &str, review: &str, exempt: &str| {
        format!(
            "{id},US,{region},,x,x,in-force,{from},{to},2026-01-01,{review},,pay-range,,,,,,{exempt},x,x,,,,,rolecall-judgement,high,,\n"
        )
    };
    let faults = |rows: &[String]| {
        let folder = overlay(&[("job-ads/jurisdictions.csv", &format!("{header}{}", rows.concat()))]);
        let loaded = Toolkit::load(Some(folder.path()));
        loaded.err().map_or(String::new(), |errors| errors.to_string())
    };
    let good = [
        row("A", "US-TX", "2020-01-01", "2025-12-31", "2027-01-01", ","),
        row("B", "US-TX", "2026-01-01", "", "2027-01-01", "200000,USD"),
    ];
    assert_eq!(faults(&good), "");
    assert!(
        faults(&[row("A", "US-TX", "2020-01-01", "", "2027-01-01", ","), good[1].clone()])
            .contains("requires the same as `A`")
    );
    assert!(faults(&[row("A", "US-TX", "", "", "2026-01-01", ",")]).contains("review_by"));
    assert!(faults(&[row("A", "CA-ON", "", "", "2027-01-01", ",")]).contains("lies in CA"));
    assert!(faults(&[row("A", "US-TX", "", "", "2027-01-01", "200000,")]).contains("exempt_above"));
}

/// What a stranger wrote, and what it is: sentences about audiences, benefits and a fair application that were taken for
/// exclusions once, and exclusions that were missed beside something harmless, or in two words.
#[test]
fn whom_an_ad_speaks_of_is_told_from_whom_it_shuts_out() {
    let toolkit = toolkit();
    let grave = |lang: &str, line: &str| {
        let (title, facts, tasks) = match lang {
            "fr" => (
                "Community manager (H/F)",
                "Lyon, CDI, 35 h. Salaire : 30 000 à 34 000 € brut par an.",
                "## Missions\n\n- Animer la communauté et répondre aux messages\n- Modérer les commentaires",
            ),
            _ => (
                "Community manager",
                "Leeds, permanent, full time. Salary: £30,000 to £34,000 a year.",
                "## Responsibilities\n\n- Run the community and answer messages\n- Moderate comments",
            ),
        };
        let ad = format!("# {title}\n\n{facts}\n\n{tasks}\n\n## Info\n\n{line}\n");
        let context = json!({});
        let submission = Submission::new(ad.as_bytes(), AdForm::Markdown, &context);
        let audit = toolkit.audit(submission, asking(Lang::En)).unwrap();
        let codes = audit
            .findings
            .iter()
            .filter(|finding| matches!(finding.severity, Severity::Error | Severity::Warning));
        codes.map(|finding| finding.code.to_owned()).collect::<Vec<_>>()
    };
    for (lang, line) in [
        ("fr", "Vous écrivez pour des mères célibataires."),
        ("fr", "Nous recrutons sans photo et sans lettre de motivation."),
        ("fr", "Il n’y a pas de test non payé."),
        ("en", "Our audience is single men aged 22 to 28."),
        ("en", "Oldbrook Borough Council is hiring."),
        ("en", "Suitable for wheelchair users."),
        ("en", "Our clients are under 30."),
        ("en", "Native English speaker or not, you write clearly."),
        ("en", "Please do not send a photo or your date of birth."),
    ] {
        assert_eq!(grave(lang, line), [""; 0], "{line}");
    }
    for (lang, line) in [
        ("fr", "Merci de joindre une photo à votre CV et de préciser votre situation familiale."),
        ("fr", "Retraités s’abstenir."),
        ("fr", "Blanc uniquement."),
        ("en", "No foreigners."),
        ("en", "Singaporeans and PRs only."),
        ("en", "This role suits a mum returning to work."),
        ("en", "Young, energetic, hungry, coachable."),
    ] {
        assert!(!grave(lang, line).is_empty(), "{line}");
    }
}

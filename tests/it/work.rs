//! Work grows in a straight line: steps are counted, not timed, at one and two times a size.

use rolecall::domain::job::audit::{AuditQuestion, scan};
use rolecall::domain::job::lexicon::Terms;
use rolecall::domain::pay::place::Place;
use rolecall::domain::text::Lang;
use rolecall::domain::work::{Abandoned, Work};
use rolecall::toolkit::{AdForm, AdReader, AskError, IntakeError, Submission, Toolkit};
use serde_json::json;

use super::{asking, toolkit};

/// Twice the text may take so many times the work: a little more than twice, for what begins only beyond some length.
const MOST: f64 = 2.2;

/// The steps that a whole audit of a text takes: reading, weighing, wording, law, places.
fn steps(toolkit: &Toolkit, text: &str, lang: Lang) -> u64 {
    let place = Place { country: "FR".to_owned(), region: None, city: None, area: None };
    let question = AuditQuestion {
        text: text.to_owned(),
        place: Some(place),
        language: Some(lang),
        ..AuditQuestion::default()
    };
    let work = Work::unhurried();
    toolkit.audit_text(&question, asking(lang), &work).unwrap();
    work.steps()
}

/// The unit repeated to a length, at a character boundary.
fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

#[expect(clippy::cast_precision_loss, reason = "some millions of steps")]
fn grows_straight(toolkit: &Toolkit, unit: &str, bytes: usize, lang: Lang) -> Option<String> {
    let (once, twice) =
        (steps(toolkit, &repeated(unit, bytes), lang), steps(toolkit, &repeated(unit, 2 * bytes), lang));
    let factor = twice as f64 / once as f64;
    (factor > MOST).then(|| format!("{unit:?} ({lang}): {once} steps, then {twice}, {factor:.2} times"))
}

/// Every phrase of the lexicon in one language, with what a `*` stands for written out.
fn phrases(toolkit: &Toolkit, lang: Lang) -> Vec<String> {
    let data = toolkit.catalog().job_ads().unwrap();
    let mut files = Vec::new();
    for name in ["words", "activities", "headings", "cues", "titles", "neighbours"] {
        let text = std::fs::read_to_string(super::root().join(format!("data/job-ads/{name}.toml"))).unwrap();
        files.push(text.parse::<toml::Table>().unwrap());
    }
    let mut found: Vec<String> = data.wording.triggers().iter().map(|(_, text, _)| text.clone()).collect();
    for record in files.iter().flat_map(|table| table.values()).flat_map(|list| list.as_array().unwrap()) {
        let terms: Terms = record.clone().try_into().unwrap();
        found.extend(terms.of(lang).map(str::to_owned));
    }
    found.iter_mut().for_each(|phrase| *phrase = phrase.replace('*', "er"));
    found.sort();
    found.dedup();
    found
}

/// Tries every phrase that is looked for in ads of a language.
fn every_phrase_takes_work_in_proportion(lang: Lang) {
    let toolkit = toolkit();
    let mut wrong = Vec::new();
    let phrases = phrases(&toolkit, lang);
    assert!(phrases.len() > 1_000, "{}", phrases.len());
    for phrase in &phrases {
        // With a space it is one endless sentence; with a stop it is many.
        wrong.extend(grows_straight(&toolkit, &format!("{phrase} "), 3_000, lang));
    }
    // Neighbours in the list stand together: names in names, negations before tasks.
    for pair in phrases.windows(2).step_by(7) {
        wrong.extend(grows_straight(&toolkit, &format!("{} {}. ", pair[0], pair[1]), 3_000, lang));
    }
    assert!(wrong.is_empty(), "{} phrases:\n{}", wrong.len(), wrong.join("\n"));
}

// A test for each language: they take the longest of all, and run side by side.
#[test]
fn every_french_phrase_of_the_lexicon_takes_work_in_proportion() {
    every_phrase_takes_work_in_proportion(Lang::Fr);
}

#[test]
fn every_english_phrase_of_the_lexicon_takes_work_in_proportion() {
    every_phrase_takes_work_in_proportion(Lang::En);
}

#[test]
fn every_extractor_takes_work_in_proportion() {
    let toolkit = toolkit();
    let units = [
        "a",
        "1",
        " ",
        ".",
        "\n",
        "é",
        "(e)",
        "·e·",
        "-",
        "#\n",
        "- \n",
        "« », ",
        "1 1 ",
        "25 000 € ",
        "25-30k€ ",
        "salaire 25 000 à 30 000 € brut par an ",
        "12,34,56 ",
        "111111111",
        "jamais ",
        "pas de stage ",
        "community manager ",
        "social media manager community manager ",
        "amas ",
        "U.S.A. ",
        "aB",
        "aaaaB",
        "\u{fdfa}",
        "ﬃ",
        "\u{200b}",
        "e\u{301}",
        "(H/F) ",
        "...",
        "https://a.b/c ",
        "tu ",
        "jeune ",
        "ninja ",
        "vous animez la communauté et vous ne gérez pas les réseaux, ",
        "you never moderate the community of our social media manager ",
        "stage rémunéré 600 € par mois, ",
        "5 ans d'expérience ",
        "à partir de ",
        "net ",
        "x13 ",
        "50 % etp ",
    ];
    let mut wrong = Vec::new();
    for unit in units {
        for lang in [Lang::Fr, Lang::En] {
            wrong.extend(grows_straight(&toolkit, unit, 20_000, lang));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn work_that_nobody_waits_for_stops() {
    let toolkit = toolkit();
    let data = toolkit.catalog().job_ads().unwrap();
    let text = repeated("vous animez la communauté et modérez, community manager. ", 190_000);
    let question = AuditQuestion { text: text.clone(), ..AuditQuestion::default() };
    let looks = std::cell::Cell::new(0_u64);
    let count = || {
        looks.set(looks.get() + 1);
        true
    };
    let all = Work::new(&count);
    scan(data, &question, &all).unwrap();
    let all_looks = looks.get();
    assert!(all_looks >= 20, "{all_looks} looks in {} steps", all.steps());
    // Given up at every tenth of the way, it stops there.
    for tenth in 1..10 {
        let left = std::cell::Cell::new(all_looks * tenth / 10);
        let wanted = || {
            left.set(left.get().saturating_sub(1));
            left.get() > 0
        };
        let work = Work::new(&wanted);
        assert_eq!(scan(data, &question, &work), Err(Abandoned));
        assert!(work.steps() < all.steps() * (tenth + 3) / 10, "{} of {}", work.steps(), all.steps());
    }
    let context = json!({});
    let submission = Submission::new(text.as_bytes(), AdForm::Text, &context).wanted(&|| false);
    let given_up = toolkit.audit(submission, asking(Lang::Fr));
    assert!(matches!(given_up, Err(AskError::Intake(IntakeError::Abandoned))));
}

#[test]
fn the_longest_text_is_an_option() {
    let context = json!({});
    let text = repeated("Vous animez. ", 199_000);
    let audit = |toolkit: &Toolkit, text: &str| {
        toolkit.audit(Submission::new(text.as_bytes(), AdForm::Text, &context), asking(Lang::Fr)).map(drop)
    };
    assert!(audit(&toolkit(), &text).is_ok());
    match audit(&toolkit(), &repeated(&text, 200_001)) {
        Err(AskError::Intake(error)) => {
            assert!(error.to_string().contains("200"), "{error}");
        }
        other => panic!("{other:?}"),
    }
    let wide = toolkit().with_reader(AdReader { max_text: 400_000, ..AdReader::default() });
    assert!(audit(&wide, &repeated(&text, 300_000)).is_ok());
}

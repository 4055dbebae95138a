//! What a terminal shows of an answer, and what stands at the head of every answer.

use serde_json::Value;

use crate::rolecall;

/// A command of the command line, as arguments.
fn run(words: &[&str]) -> String {
    let ran = rolecall().args(words).args(["--as-of", "2026-11-21"]).env("COLUMNS", "80").output().unwrap();
    assert!(ran.status.success(), "{words:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

const RECOMMEND: [&str; 8] = [
    "recommend --stage growing --goal retention,awareness,content-strategy --employees 12 --country FR --budget 45000EUR",
    "recommend --stage launching --goal awareness,new-channels --employees 4",
    "recommend --stage established --goal retention,advertising,customer-support --employees 900 --country GB",
    "recommend --stage established --goal retention,awareness --employees 300 --country FR --budget 200000EUR --messages 900",
    "recommend --stage launching --goal website,seo",
    "recommend --stage growing --goal retention,awareness --country FR --budget 9000EUR",
    "recommend --stage growing --goal advertising --social-media-managers 1 --country DE",
    "recommend --stage launching --goal product-launch --max-hires 0 --country CH",
];

const PAY: [(&str, usize); 13] = [
    ("salary --role smm --level mid --country FR --city Paris", 20),
    ("salary --role hybrid --level senior --country FR --agreement 573", 20),
    ("salary --role cm --country IT --level junior", 20),
    ("salary --role content --country US --region US-TX", 20),
    (
        "offer --role cm --level junior --country FR --city Lyon --amount 28000 --currency EUR --period year",
        20,
    ),
    (
        "offer --role cm --level junior --country FR --city Paris --amount 1500 --currency EUR --period month --payments 13",
        20,
    ),
    ("offer --role cm --country GB --city London --amount 28000 --currency GBP --period month", 20),
    ("offer --role smm --country IN --amount 900000 --currency INR --period year", 20),
    ("cost --country FR --gross 34000", 20),
    ("cost --country FR --budget 45000 --role smm --level junior", 20),
    ("cost --country FR --city Paris --net 30000", 20),
    ("compare", 30),
    ("compare cm smm content --country GB", 30),
];

#[test]
fn a_terminal_shows_what_matters_and_no_more() {
    let mut long = Vec::new();
    let pay = PAY.iter().map(|(words, most)| (*words, *most));
    for (words, most) in RECOMMEND.iter().map(|words| (*words, 25)).chain(pay) {
        for lang in ["en", "fr"] {
            let text = run(&[words.split(' ').collect::<Vec<_>>(), vec!["--lang", lang]].concat());
            let lines = text.lines().count();
            if lines > most {
                long.push(format!("{words} ({lang}): {lines} lines\n{text}"));
            }
            let wide = text.lines().find(|line| line.chars().count() > 80);
            // A picture and a word that cannot be broken aside.
            assert!(wide.is_none(), "{words} ({lang}): {wide:?}");
            // No id of a rule, statement or note, no code of a region; commands hold codes, and are marked by their name.
            let told: String = text
                .lines()
                .filter(|line| !line.contains("rolecall") && !line.contains("--"))
                .collect::<Vec<_>>()
                .join("\n");
            for code in
                ["FR-", "GB-", "US-", "law-", "rolecall-judgement", "verdict-", "order-", "staffing-", "(`"]
            {
                assert!(!told.contains(code), "{words} ({lang}): {code}\n{text}");
            }
            let full = run(&[words.split(' ').collect::<Vec<_>>(), vec!["--lang", lang, "--full"]].concat());
            assert!(full.lines().count() > lines, "{words}: --full says no more");
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n\n"));
}

/// Every answer says first what it is, why, and what to ask next; each of these questions has an answer.
#[test]
fn every_answer_begins_with_its_outline_and_its_next_steps_run() {
    for words in RECOMMEND.iter().copied().chain(PAY.iter().map(|(words, _)| *words)) {
        let json = run(&[words.split(' ').collect::<Vec<_>>(), vec!["--format", "json"]].concat());
        assert!(json.starts_with("{\"headline\":"), "{words}");
        let answer: Value = serde_json::from_str(&json).unwrap();
        assert!(answer["headline"].as_str().is_some_and(|text| text.len() > 20), "{words}");
        let list = |name: &str| answer[name].as_array().unwrap().clone();
        let (summary, next) = (list("summary"), list("next"));
        assert!((1..=3).contains(&summary.len()), "{words}: {summary:?}");
        assert!((1..=3).contains(&next.len()), "{words}: {next:?}");
        for step in &next {
            let question: rolecall::domain::next::Question =
                serde_json::from_value(step["question"].clone()).unwrap();
            let command = rolecall::render::command::command(question, &step["with"]);
            let filled = command.replace("AMOUNT", "30000").replace("--interview", "");
            let arguments = shlex(&filled);
            let whole = |name: &str| arguments.iter().any(|word| word == name);
            // What only the asker knows is asked for: the stage, the goals.
            if arguments[1] == "recommend" && !(whole("--stage") && whole("--goal")) {
                continue;
            }
            let words: Vec<&str> = arguments[1..].iter().map(String::as_str).collect();
            if words[0] == "draft" {
                // A draft is an ad, and has the headline of one: its title.
                assert!(run(&words).starts_with("# "), "{command}");
                continue;
            }
            let answer = run(&[&words[..], &["--format", "json"]].concat());
            let answer: Value = serde_json::from_str(&answer).unwrap();
            assert!(answer["headline"].as_str().is_some_and(|text| text.len() > 20), "{command}");
        }
    }
}

/// The words of a command as a shell reads them.
fn shlex(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

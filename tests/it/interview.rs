//! The interview on a terminal, driven by lines of text, and on the API.

use super::{asking, toolkit};
use rolecall::cli::interview::run;
use rolecall::domain::profile::Profile;
use rolecall::domain::text::Lang;
use rolecall::domain::vocab::Stage;

fn talk(lines: &str, lang: Lang) -> (Result<Profile, String>, String) {
    let toolkit = toolkit();
    let mut shown = Vec::new();
    let result = run(&toolkit, asking(lang), Profile::default(), lines.as_bytes(), &mut shown);
    (result.map_err(|failure| failure.to_string()), String::from_utf8(shown).unwrap())
}

#[test]
fn answers_lead_to_a_profile() {
    // Goals 21 (retention) and 2 (content strategy), stage 3, then whatever is asked.
    let (profile, shown) = talk("21 2-\n3\n12\n1\n0\n0\nn\n80\n5\n", Lang::En);
    let profile = profile.unwrap_or_else(|error| panic!("{error}\n{shown}"));
    assert_eq!(profile.presence_stage, Some(Stage::Growing));
    assert_eq!(profile.goals.unwrap().primary.count_ones(), 1, "{shown}");
    assert_eq!(profile.goals.unwrap().secondary.count_ones(), 1);
    assert!(shown.contains("First answer:"), "{shown}");
}

#[test]
fn why_back_skip_and_nonsense_are_understood() {
    let (profile, shown) = talk("?\nblah blah\n99\ns\nb\n21 2\n3\nb\n4\ns\ns\ns\ns\n", Lang::En);
    let profile = profile.unwrap_or_else(|error| panic!("{error}\n{shown}"));
    assert!(shown.contains("this answer matters most"), "why: {shown}");
    assert!(shown.contains("unknown goal `blah`"), "{shown}");
    assert!(shown.contains("This answer is needed"), "{shown}");
    assert!(shown.contains("This is the first question."), "{shown}");
    assert_eq!(profile.presence_stage, Some(Stage::Established), "back lets the answer be changed: {shown}");
    assert_eq!((profile.employees, profile.max_hires), (None, None));
}

#[test]
fn what_cannot_matter_is_not_asked() {
    const STAGE: &str = "Numéro\u{a0}:";
    assert_eq!(talk("21\n3\nq\n", Lang::Fr).1.matches(STAGE).count(), 1, "where it can matter it is asked");
    // Only other professions' goals: stage, size, team cannot change the result.
    let (profile, shown) = talk("website seo\n", Lang::Fr);
    assert!(profile.is_ok(), "{shown}");
    assert_eq!(shown.matches(STAGE).count(), 0, "{shown}");
}

#[test]
fn no_answer_is_invented() {
    // The stage changes no verdict here, but it is the user's to say: it is asked, and never filled in.
    let (profile, shown) = talk("12\n3\ns\ns\ns\ns\n", Lang::En);
    assert_eq!(profile.unwrap().presence_stage, Some(Stage::Growing), "{shown}");
    let (profile, _) = talk("website\n", Lang::En);
    assert_eq!(profile.unwrap().presence_stage, None);
}

#[test]
fn leaving_or_silence_ends_it() {
    for lines in ["q\n", "", "21\n", "\n\n\n"] {
        let (profile, shown) = talk(lines, Lang::En);
        assert!(profile.is_err(), "{shown}");
    }
    // Once stage and goals are known, leaving gives the answer so far.
    let (profile, shown) = talk("21\n3\nq\n", Lang::En);
    let profile = profile.unwrap_or_else(|error| panic!("{error}\n{shown}"));
    assert_eq!(profile.presence_stage, Some(Stage::Growing));
    let retention = toolkit().catalog().decide().goal_index.find("retention").unwrap();
    let goals = profile.goals.unwrap();
    assert_eq!((goals.primary, goals.secondary), (retention.bit(), 0), "{shown}");
}

#[test]
fn endless_lines_are_bounded() {
    let (profile, _) = talk(&("x".repeat(3_000_000) + "\n"), Lang::En);
    assert!(profile.is_err());
}

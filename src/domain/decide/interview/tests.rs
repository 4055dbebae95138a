use proptest::prelude::*;

use super::super::run::run;
use super::super::tiny;
use super::*;
use crate::domain::profile::{Team, Workload};

/// The open questions of a profile with these goals.
fn open_with(
    data: &DecideData,
    names: &str,
    skipped: &[&str],
    change: impl FnOnce(&mut Profile),
) -> Vec<Open> {
    let book = RuleBook::compile(data, tiny::day());
    let mut profile = tiny::profile(data, names);
    change(&mut profile);
    open_questions(data, &book, &profile, skipped)
}

/// Where no rule asks whether those in post carry the work.
fn open(names: &str) -> Vec<Open> {
    open_with(&tiny::data_without(&["staff-covered"]), names, &[], |_| ())
}

fn fields(open: &[Open]) -> Vec<&'static str> {
    open.iter().map(|item| item.field).collect()
}

fn one<'o>(open: &'o [Open], field: &str) -> &'o Open {
    open.iter().find(|item| item.field == field).unwrap()
}

fn all_told(profile: &mut Profile) {
    profile.employees = Some(20);
    profile.max_hires = Some(2);
    profile.team = Some(Team::default());
    profile.workload =
        Some(Workload { messages_per_week: Some(1), posts_per_week: Some(1), ..Workload::default() });
}

#[test]
fn nothing_is_asked_when_everything_is_told() {
    assert_eq!(open_with(&tiny::data(), "talk plan", &[], all_told), []);
}

#[test]
fn goals_of_other_professions_leave_nothing_to_ask() {
    assert_eq!(open_with(&tiny::data(), "site", &[], |profile| profile.presence_stage = None), []);
}

#[test]
fn only_what_a_rule_reads_is_asked() {
    // One role is needed: only salaries change anything. No salary means to wait, any other answer to hire.
    let open = open("talk");
    assert_eq!(fields(&open), ["max_hires"]);
    let expected = Open {
        field: "max_hires",
        before: 2,
        after: 5,
        answers: 5,
        parts: vec![Part::FirstHire, Part::Staffing],
        narrows: Hours(0),
    };
    assert_eq!(open, [expected]);
}

#[test]
fn the_question_that_settles_most_comes_first() {
    let open = open("talk plan");
    // Seven results: wait; one for both, with either role first; pair and team, each with either role first.
    assert!(open.iter().all(|item| item.before == 7), "{open:?}");
    // Zero leaves 1, one leaves 2, the other three answers 4 each: 15 over 5 answers, 3 results an answer.
    assert_eq!((one(&open, "max_hires").after, one(&open, "max_hires").answers), (15, 5));
    // Whoever is there, with any load that they leave: wait, one for both, and pair or team.
    assert_eq!((one(&open, "team").after, one(&open, "team").answers), (79, 25));
    // Every load leaves all seven, since those in post may change it: 56 over 8.
    assert_eq!((one(&open, "workload").after, one(&open, "workload").answers), (56, 8));
    // The counts narrow the hours most: 100 messages for 50 to 200, 6 posts for 3 to 12.
    assert_eq!(fields(&open), ["workload", "max_hires", "team"]);
    assert_eq!(one(&open, "workload").narrows, Hours(65));
    assert_eq!(one(&open, "team").parts, [Part::FirstHire, Part::Staffing]);
    assert_eq!(one(&open, "workload").parts, [Part::Staffing]);
}

#[test]
fn what_was_passed_over_counts_as_unknown() {
    let data = tiny::data_without(&["staff-covered"]);
    let open = open_with(&data, "talk plan", &["max_hires"], |_| ());
    assert_eq!(fields(&open), ["workload", "team"]);
    // Pair and team, each with either role first, whatever the load: those in post may leave another.
    assert_eq!((open[0].before, open[0].after), (4, 32));
    assert_eq!(open_with(&data, "talk plan", &["max_hires", "team", "workload"], |_| ()), []);
}

#[test]
fn what_can_change_the_verdict_comes_before_what_settles_more() {
    let mut data = tiny::data();
    data.scales.dominance_percent = 70;
    // 71 percent lean to one role, but a large company needs both.
    let open = open_with(&data, "talk care plan-", &[], |_| ());
    assert_eq!(open[0].field, "employees");
    assert!(open[0].parts.contains(&Part::Verdict));
    assert!(open[1..].iter().all(|item| !item.parts.contains(&Part::Verdict)), "{open:?}");
}

#[test]
fn stage_and_goals_come_before_everything_else() {
    let open = open_with(&tiny::data(), "", &[], |profile| *profile = Profile::default());
    let mut first = fields(&open[..2]);
    first.sort_unstable();
    assert_eq!(first, ["goals", "presence_stage"]);
    // The stage changes nothing for this goal, but the reasons stand on it.
    let open = open_with(&tiny::data(), "talk", &[], |profile| profile.presence_stage = None);
    assert_eq!((open[0].field, &open[0].parts[..]), ("presence_stage", &[Part::Reasons][..]));
    // For an open goal it decides.
    let open = open_with(&tiny::data(), "write", &[], |profile| profile.presence_stage = None);
    assert!(one(&open, "presence_stage").parts.contains(&Part::Verdict));
}

#[test]
fn a_load_that_is_known_may_still_be_shared_by_several() {
    // 403 messages are heavy for one person: a team. For three of them they are light: a pair.
    let heavy = |profile: &mut Profile| {
        profile.workload =
            Some(Workload { messages_per_week: Some(403), posts_per_week: Some(0), ..Workload::default() });
    };
    let open = open_with(&tiny::data(), "talk plan", &["max_hires"], heavy);
    assert_eq!(fields(&open), ["team"]);
    assert_eq!(open[0].parts, [Part::FirstHire, Part::Staffing]);
}

#[test]
fn a_workload_is_answered_when_both_its_numbers_are() {
    let of = |messages_per_week: Option<u32>, posts_per_week: Option<u32>| {
        let workload = Workload { messages_per_week, posts_per_week, ..Workload::default() };
        unanswered(&Profile { workload: Some(workload), ..Profile::default() }, "workload")
    };
    assert_eq!(
        [of(None, None), of(Some(1), None), of(None, Some(1)), of(Some(0), Some(0))],
        [true, true, true, false]
    );
    assert!(unanswered(&Profile::default(), "workload"));
    assert!(!unanswered(&Profile::default(), "country"), "what changes no result is never open");
}

#[test]
fn a_question_is_asked_in_the_form_of_its_field() {
    let (data, book) = tiny::book();
    let context = tiny::context(&data, &book);
    let asked = |field: &'static str| {
        let open =
            Open { field, before: 2, after: 2, answers: 2, parts: vec![Part::Staffing], narrows: Hours(0) };
        ask(&context, &open, |_, value| if value == "absent" { "none yet".into() } else { "x".into() })
    };
    let stage = asked("presence_stage").unwrap();
    assert_eq!((stage.kind, stage.choices.len()), (AnswerKind::One, 4));
    assert_eq!((stage.choices[0].value, stage.choices[0].label.as_str()), ("absent", "none yet"));
    let goals = asked("goals").unwrap();
    assert_eq!((goals.kind, goals.choices.len()), (AnswerKind::Many, 6));
    assert_eq!(goals.choices[2].value, "plan");
    assert_eq!(asked("employees").unwrap().kind, AnswerKind::Integer);
    let workload = asked("workload").unwrap();
    assert_eq!(
        (workload.kind, &workload.fields[..]),
        (AnswerKind::Object, &["messages_per_week", "posts_per_week"][..])
    );
    assert_eq!(workload.can_change, [Part::Staffing]);
    assert!(asked("country").is_none(), "no question of the data asks for it");
}

proptest! {
    /// A question that is not open could be answered anyhow: the result stays.
    #[test]
    fn answers_to_questions_that_are_not_open_change_nothing(
        mask in 1_u64..64, stage in 0..4_usize, employees in 1_u32..600, hires in 0_u32..4, cm in 0_u32..2, smm in 0_u32..2,
    ) {
        let (data, book) = tiny::book();
        let profile = Profile {
            presence_stage: Some(Stage::ALL[stage]),
            goals: Some(GoalSet { primary: mask, secondary: 0 }),
            ..Profile::default()
        };
        let open = fields(&open_questions(&data, &book, &profile, &[]));
        let result = |profile: &Profile| {
            let found = run(&data, &book, profile).unwrap();
            (found.core.verdict, found.arrangement, found.first_hire)
        };
        let mut filled = profile;
        if !open.contains(&"employees") { filled.employees = Some(employees); }
        if !open.contains(&"max_hires") { filled.max_hires = Some(hires); }
        if !open.contains(&"team") { filled.team = Some(Team { community_managers: cm, social_media_managers: smm, ..Team::default() }); }
        prop_assert_eq!(result(&profile), result(&filled), "open: {:?}", open);
    }
}

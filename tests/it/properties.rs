//! Properties that hold for every input.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{asking, today, toolkit};
use rolecall::domain::decide::interview::open_questions;
use rolecall::domain::decide::rule::Seat;
use rolecall::domain::decide::rulebook::{DecideData, RuleBook};
use rolecall::domain::decide::run::run;
use rolecall::domain::decide::verify::verify;
use rolecall::domain::goal::{GoalId, GoalIndex, GoalSet, members};
use rolecall::domain::money::Money;
use rolecall::domain::profile::faults;
use rolecall::domain::profile::{Agency, Posts, Profile, Team, Workload};
use rolecall::domain::text::Lang;
use rolecall::domain::vocab::{Market, Priority, Size, Stage, Verdict};
use rolecall::toolkit::{ReadError, Toolkit, to_json};

fn shared() -> &'static Toolkit {
    static TOOLKIT: std::sync::OnceLock<Toolkit> = std::sync::OnceLock::new();
    TOOLKIT.get_or_init(toolkit)
}

/// Any set of the goals that there are.
fn goals() -> impl Strategy<Value = u64> {
    let all = shared().catalog().decide().goal_index.all();
    any::<u64>().prop_map(move |set| set & all)
}

/// Any of the goals that there are.
fn goal() -> impl Strategy<Value = GoalId> {
    let count = u8::try_from(shared().catalog().decide().goal_index.len()).unwrap();
    (0..count).prop_map(GoalId)
}

prop_compose! {
    fn goal_set()(primary in goals(), mask in goals(), thin in goals(), one in goal(), secondary in any::<bool>()) -> GoalSet {
        let primary = primary & mask & thin;
        let secondary = if secondary { mask & thin & !primary } else { 0 };
        if primary | secondary == 0 { GoalSet { primary: one.bit(), secondary: 0 } } else { GoalSet { primary, secondary } }
    }
}

prop_compose! {
    fn profile()(
        stage in 0..4_usize,
        goals in goal_set(),
        employees in prop::option::of(1_u32..2000),
        max_hires in prop::option::of(0_u32..5),
        team in prop::option::of((0_u32..3, 0_u32..3, 0_u32..3, prop::option::of(20_u32..=100), prop::option::of(prop::option::of(1_u32..60)))),
        posts in prop::option::of((0_u32..20, 0_u32..20, 0_u32..20, 0_u32..4)),
        more in (prop::option::of(1_u32..8), prop::option::of(1_u32..=168), prop::option::of(any::<bool>()), prop::option::of(any::<bool>()), prop::option::of(1_u64..200_000)),
        workload in prop::option::of((prop::option::of(0_u32..9), prop::option::of(0_u32..3000), prop::option::of(0_u32..60), prop::option::of(0_u32..100_000))),
        market in prop::option::of(0..3_usize),
    ) -> Profile {
        Profile {
            presence_stage: Some(Stage::ALL[stage]),
            goals: Some(goals),
            employees,
            max_hires,
            team: team.map(|(community_managers, social_media_managers, apprentices, fte_percent, agency)| Team { community_managers, social_media_managers, apprentices, fte_percent, agency: agency.map(|hours_per_week| Agency { hours_per_week, fee_per_month: None }) }),
            languages: more.0,
            reply_within_hours: more.1,
            out_of_hours: more.2,
            own_space: more.3,
            ad_budget_per_month: more.4.map(|amount| Money { amount, currency: rolecall::domain::iso::currency("EUR").unwrap() }),
            workload: workload.map(|(channels, messages_per_week, posts_per_week, followers)| Workload { channels, messages_per_week, posts_per_week: posts_per_week.map(|all: u32| all + posts.map_or(0, |(text, image, short, long)| text + image + short + long)), followers, posts: posts.map(|(text, image, short, long)| Posts { text: Some(text), image: Some(image), short_video: Some(short), long_video: Some(long) }) }),
            market: market.map(|at| Market::ALL[at]),
            ..Profile::default()
        }
    }
}

fn answer(profile: &Profile) -> Value {
    serde_json::from_slice(&to_json(&shared().recommend(profile, asking(Lang::En)).unwrap())).unwrap()
}

/// Managers to hire, and how many of each profession that helps.
fn heads(answer: &Value) -> (u64, Vec<(String, Option<u64>)>) {
    let support = answer["staffing"]["support"].as_array().unwrap();
    let of = |item: &Value| (item["profession"].as_str().unwrap().to_owned(), item["people"].as_u64());
    (answer["staffing"]["people"].as_u64().unwrap(), support.iter().map(of).collect())
}

fn verdict(profile: &Profile) -> Verdict {
    shared().decide(profile, today()).unwrap().verdict
}

/// Applies a counterfactual as its reader would: for "any n of these", the first or the last n.
fn apply(profile: &Profile, changes: &[Value], last: bool, skip: Option<usize>) -> Profile {
    let index = &shared().catalog().decide().goal_index;
    let mut changed = *profile;
    for (at, change) in changes.iter().enumerate() {
        let goals = |minus: u64| -> Vec<GoalId> {
            let mut names: Vec<&str> =
                change["any_of"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            if last {
                names.reverse();
            }
            let count = change["count"].as_u64().unwrap() - minus;
            names
                .into_iter()
                .take(usize::try_from(count).unwrap())
                .map(|name| index.find(name).unwrap())
                .collect()
        };
        let minus = u64::from(skip == Some(at));
        let set = changed.goals.as_mut().unwrap();
        match change["action"].as_str().unwrap() {
            "add-goals" => goals(minus).into_iter().for_each(|goal| set.add(goal, Priority::Primary)),
            "remove-goals" => goals(minus).into_iter().for_each(|goal| set.remove(goal)),
            "set-priority" => {
                let priority: Priority = change["priority"].as_str().unwrap().parse().unwrap();
                for goal in goals(minus) {
                    set.remove(goal);
                    set.add(goal, priority);
                }
            }
            "set-stage" if minus == 0 => {
                changed.presence_stage = Some(change["stage"].as_str().unwrap().parse().unwrap());
            }
            "set-size" if minus == 0 => {
                changed.employees = Some(u32::try_from(change["employees_from"].as_u64().unwrap()).unwrap());
            }
            _ => {}
        }
    }
    changed
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_profile_is_answered_and_the_echo_gives_the_same_answer(profile in profile()) {
        let first = answer(&profile);
        let echo = serde_json::to_vec(&first["input"]).unwrap();
        let again = answer(&shared().read_profile(&echo, true).unwrap());
        prop_assert_eq!(first, again);
    }

    #[test]
    fn counterfactuals_are_true_and_minimal(profile in profile()) {
        let before = answer(&profile);
        let verdict_before = before["verdict"].as_str().unwrap();
        for found in before["counterfactuals"].as_array().unwrap().iter().filter(|found| found["team"].is_null()) {
            let changes = found["changes"].as_array().unwrap();
            for last in [false, true] {
                let after = answer(&apply(&profile, changes, last, None));
                prop_assert_ne!(after["verdict"].as_str().unwrap(), verdict_before, "{} does not change it", found);
                prop_assert_eq!(&after["verdict"], &found["verdict"], "{}", found);
                // One change, or one goal, fewer is not enough.
                for part in 0..changes.len() {
                    let partial = apply(&profile, changes, last, Some(part));
                    if partial.goals.unwrap().all() != 0 {
                        let after = answer(&partial);
                        prop_assert_eq!(after["verdict"].as_str().unwrap(), verdict_before, "a part of {} is enough", found);
                    }
                }
            }
        }
    }

    /// A count from which the team changes is the first such count.
    #[test]
    fn the_team_changes_at_the_count_that_is_said_and_not_before(profile in profile()) {
        let before = answer(&profile);
        for found in before["counterfactuals"].as_array().unwrap().iter().filter(|found| !found["team"].is_null()) {
            let change = &found["changes"][0];
            let least = u32::try_from(change["at_least"].as_u64().unwrap()).unwrap();
            let with = |count: u32| {
                let mut changed = profile;
                let workload = changed.workload.get_or_insert_default();
                if change["field"] == "workload.posts_per_week" {
                    workload.posts_per_week = Some(count);
                } else {
                    workload.messages_per_week = Some(count);
                }
                heads(&answer(&changed))
            };
            prop_assert_eq!(with(least - 1), heads(&before), "{}", found);
            prop_assert_ne!(with(least), heads(&before), "{}", found);
            prop_assert_eq!(with(least).0, found["team"]["people"].as_u64().unwrap(), "{}", found);
        }
    }

    /// More work never means fewer people, and one message or post more never adds two.
    #[test]
    fn more_work_never_means_fewer_people(profile in profile(), messages in 0_u32..4000, posts in 0_u32..120) {
        let decide = shared().catalog().decide();
        let book = shared().catalog().rules_at(today()).unwrap();
        let with = |messages: u32, posts: u32| {
            let workload = Workload { messages_per_week: Some(messages), posts_per_week: Some(posts), posts: None, ..profile.workload.unwrap_or_default() };
            run(decide, book, &Profile { workload: Some(workload), ..profile }).unwrap().team
        };
        let now = with(messages, posts);
        for more in [with(messages + 1, posts), with(messages, posts + 1)] {
            prop_assert!((now.managers()..=now.managers() + 1).contains(&more.managers()), "{} to {}", now.managers(), more.managers());
        }
        let much = with(messages * 2 + 10, posts * 2 + 2);
        prop_assert!(much.managers() + much.supports() >= now.managers() + now.supports(), "{} and {} to {} and {}", now.managers(), now.supports(), much.managers(), much.supports());
    }

    /// More money never means fewer people, and never another verdict.
    #[test]
    fn more_money_never_means_fewer_people(profile in profile(), amount in 3_000_u64..300_000, more in 1_u64..200_000) {
        let currency = rolecall::domain::iso::currency("EUR").unwrap();
        let with = |amount: u64| {
            let annual_budget = Some(Money { amount, currency });
            let found = answer(&Profile { country: rolecall::domain::iso::Country::find("FR"), annual_budget, ..profile });
            (found["verdict"].clone(), found["staffing"]["people"].as_u64().unwrap())
        };
        let ((verdict, people), (verdict_more, people_more)) = (with(amount), with(amount + more));
        prop_assert_eq!(verdict, verdict_more);
        prop_assert!(people <= people_more, "{} to {}", people, people_more);
    }

    /// Headline, positions, work, plan and cost never disagree.
    #[test]
    fn what_is_said_of_the_team_is_one_team(profile in profile(), country in 0..3_usize, budget in prop::option::of(5_000_u64..400_000)) {
        let country = ["FR", "US", "DE"][country];
        let currency = rolecall::domain::iso::currency(if country == "US" { "USD" } else { "EUR" }).unwrap();
        let profile = Profile {
            country: rolecall::domain::iso::Country::find(country),
            annual_budget: budget.map(|amount| Money { amount, currency }),
            ..profile
        };
        let found = answer(&profile);
        let staffing = &found["staffing"];
        let number = |value: &Value| value.as_u64().unwrap();
        // Half hours, which are whole.
        let half = |value: &Value| format!("{:.0}", value.as_f64().unwrap() * 2.0).parse::<u64>().unwrap();
        let positions = staffing["positions"].as_array().unwrap();
        let people: u64 = positions.iter().map(|position| number(&position["count"])).sum();
        prop_assert_eq!(people, number(&staffing["people"]));
        prop_assert_eq!(found["first_hire"].is_null(), people == 0);
        if let Some(most) = profile.max_hires {
            let helped: u64 = staffing["support"].as_array().unwrap().iter().map(|item| item["people"].as_u64().unwrap_or(0)).sum();
            prop_assert!(people + helped <= u64::from(most), "{} and {} for {}", people, helped, most);
        }
        // Every hour is somebody's, and each one's tasks are those of the table.
        let mut by: std::collections::BTreeMap<&str, u64> = std::collections::BTreeMap::new();
        for work in staffing["work"].as_array().unwrap() {
            let shares = work["who"].as_array().unwrap();
            let sum: u64 = shares.iter().map(|share| half(&share["hours"])).sum();
            prop_assert_eq!(sum, half(&work["hours"]["typical"]), "{}", work);
            for share in shares {
                *by.entry(share["who"].as_str().unwrap()).or_default() += half(&share["hours"]);
            }
        }
        for support in staffing["support"].as_array().unwrap() {
            prop_assert_eq!(by.remove(support["profession"].as_str().unwrap()), Some(half(&support["hours"])));
        }
        for position in positions {
            let roles = position["roles"].as_array().unwrap();
            let who = if roles.len() == 2 { "hybrid" } else { roles[0].as_str().unwrap() };
            prop_assert_eq!(by.remove(who), Some(half(&position["hours"])), "{}", position);
            let tasks: u64 = position["tasks"].as_array().unwrap().iter().map(|task| half(&task["hours"])).sum();
            prop_assert_eq!(tasks, half(&position["hours"]));
        }
        for who in by.keys() {
            let known = ["community-manager-in-post", "social-media-manager-in-post", "apprentice", "agency", "inside", "outside", "open"];
            prop_assert!(known.contains(who), "{} works, but nobody hires them", who);
        }
        // The cost is that of the positions; no step is said twice.
        if let Some(pay) = found["pay"].as_object().filter(|_| people > 0) {
            let priced: Vec<Value> = pay["positions"].as_array().unwrap().iter().map(|item| json!([item["level"], item["count"]])).collect();
            let hired: Vec<Value> = positions.iter().map(|item| json!([item["level"], item["count"]])).collect();
            prop_assert_eq!(priced, hired);
        }
        let mut steps: Vec<String> = found["plan"].as_array().unwrap().iter().filter(|step| step["profession"].is_null()).map(|step| step["action"].to_string()).collect();
        let all = steps.len();
        steps.sort_unstable();
        steps.dedup();
        prop_assert_eq!(steps.len(), all, "{}", found["plan"]);
        prop_assert!(!found["headline"].as_str().unwrap().contains(['{', '}']), "{}", found["headline"]);
        prop_assert!(!found["headline"].as_str().unwrap().contains(": ."), "{}", found["headline"]);
    }

    #[test]
    fn the_order_of_goals_never_matters(profile in profile(), seed in any::<u64>()) {
        let index = &shared().catalog().decide().goal_index;
        let mut value = serde_json::to_value(profile.named(index)).unwrap();
        let straight = shared().read_profile(&serde_json::to_vec(&value).unwrap(), true).unwrap();
        let goals = value["goals"].as_array_mut().unwrap();
        let turn = usize::try_from(seed % goals.len() as u64).unwrap();
        goals.rotate_left(turn);
        goals.reverse();
        let turned = shared().read_profile(&serde_json::to_vec(&value).unwrap(), true).unwrap();
        prop_assert_eq!(answer(&straight), answer(&turned));
    }

    #[test]
    fn adding_a_goal_never_moves_the_verdict_away_from_the_role_it_favours(profile in profile(), goal in goal()) {
        let book = shared().catalog().rules_at(today()).unwrap();
        let set = profile.goals.unwrap();
        if let (None, Some(role)) = (set.priority(goal), rolecall::domain::decide::verify::favours(book, goal)) {
            for priority in Priority::ALL {
                let mut more = profile;
                more.goals.as_mut().unwrap().add(goal, *priority);
                prop_assert!(!verdict(&profile).moves_away_from(role, verdict(&more)));
            }
        }
    }

    #[test]
    fn goals_of_other_professions_are_always_reported(profile in profile()) {
        let book = shared().catalog().rules_at(today()).unwrap();
        let index = &shared().catalog().decide().goal_index;
        let answer = answer(&profile);
        let reported: Vec<&str> = answer["other_professions"].as_array().unwrap().iter()
            .flat_map(|other| other["goals"].as_array().unwrap().iter().map(|goal| goal.as_str().unwrap())).collect();
        for goal in members(profile.goals.unwrap().all() & book.outside_goals) {
            prop_assert!(reported.contains(&index.id(goal)), "{} is not reported", index.id(goal));
        }
    }

    /// "Hire somebody" and a team with nobody to hire would contradict each other.
    #[test]
    fn an_arrangement_that_hires_seats_somebody(profile in profile()) {
        let decide = shared().catalog().decide();
        let outcome = run(decide, shared().catalog().rules_at(today()).unwrap(), &profile).unwrap();
        let arrangement = &decide.arrangements[outcome.arrangement];
        if arrangement.positions.iter().any(|position| position.seat != Seat::More) {
            prop_assert!(outcome.first_hire.is_some(), "{} hires nobody", arrangement.id);
        }
    }

    /// When the interview says that nothing can change the result any more, nothing does.
    #[test]
    fn the_interview_stops_only_when_no_answer_can_change_the_result(profile in profile(), other in profile(), skip in 0_u8..16) {
        let decide = shared().catalog().decide();
        let book = shared().catalog().rules_at(today()).unwrap();
        let mut partial = profile;
        for (bit, clear) in [
            (1, (|p: &mut Profile| p.employees = None) as fn(&mut Profile)),
            (2, |p| p.max_hires = None),
            (4, |p| p.team = None),
            (8, |p| p.workload = None),
        ] {
            if skip & bit != 0 {
                clear(&mut partial);
            }
        }
        let result = |p: &Profile| {
            let outcome = run(decide, book, p).unwrap();
            // Whether more of those in post are needed is a matter of hours, which the questions narrow but do not settle.
            let arrangement = &decide.arrangements[outcome.arrangement];
            let more = arrangement.positions.iter().any(|position| position.seat == Seat::More);
            (outcome.core.verdict, outcome.arrangement, outcome.first_hire.filter(|_| !more))
        };
        let open: Vec<&str> = open_questions(decide, book, &partial, &[]).iter().map(|open| open.field).collect();
        let mut filled = partial;
        if !open.contains(&"employees") && partial.employees.is_none() { filled.employees = other.employees; }
        if !open.contains(&"max_hires") && partial.max_hires.is_none() { filled.max_hires = other.max_hires; }
        if !open.contains(&"team") && partial.team.is_none() { filled.team = other.team.map(|team| Team { agency: None, ..team }); }
        // A workload settles the size of the team as well as its kind: only the class is asked about.
        if !open.contains(&"workload") && partial.workload.is_none() && partial.team.is_none_or(|team| team.community_managers == 0 || team.social_media_managers == 0) {
            filled.workload = other.workload;
        }
        prop_assert_eq!(result(&partial), result(&filled), "open: {:?}", open);
    }

    /// The fast reader and the one that explains agree on what can be read.
    #[test]
    fn both_readers_agree(profile in profile(), field in 0..21_usize, wrong in 0..15_usize) {
        let index = &shared().catalog().decide().goal_index;
        let mut value = serde_json::to_value(profile.named(index)).unwrap();
        let bad = [json!(null), json!(-1), json!(0), json!(1.5), json!("x"), json!([]), json!({}), json!(true), json!(["retention", 3]), json!({"amount": 1, "currency": "EUR"}), json!(4_000_000_000_u64), json!("FR"), json!(4.0), json!(4e9), json!({"amount": 7.0, "currency": "EUR"})][wrong].clone();
        let path = ["presence_stage", "goals", "employees", "country", "region", "annual_budget", "max_hires", "team", "workload", "market", "emploi", "team", "workload", "goals", "languages", "reply_within_hours", "out_of_hours", "own_space", "ad_budget_per_month", "team", "workload"][field];
        value[path] = match field {
            11 => json!({ "community_managers": bad }),
            12 => json!({ "posts_per_week": bad, "followers": 3 }),
            13 => json!([{ "goal": "retention", "priority": bad }]),
            19 => json!({ "agency": bad }),
            20 => json!({ "posts": bad }),
            _ => bad,
        };
        for complete in [true, false] {
            let errors = faults(&value, index, None, complete);
            match shared().read_profile(&serde_json::to_vec(&value).unwrap(), complete) {
                Ok(_) => prop_assert!(errors.is_empty(), "{} is read, but {:?}", value, errors),
                Err(ReadError::Invalid(found)) => prop_assert_eq!(found, errors),
                Err(error) => prop_assert!(false, "{}: {}", value, error),
            }
        }
    }

    #[test]
    fn bytes_of_any_kind_are_refused_politely(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(shared().read_profile(&bytes, true).is_err());
        let mut text = br#"{"presence_stage":"growing","goals":["#.to_vec();
        text.extend(bytes);
        // Whatever is read of it is read again from what it writes.
        if let Ok(profile) = shared().read_profile(&text, false) {
            let written = serde_json::to_vec(&profile.named(&shared().catalog().decide().goal_index)).unwrap();
            prop_assert_eq!(shared().read_profile(&written, false).unwrap(), profile);
        }
    }
}

/// The exact walk against plain enumeration, on few enough goals to enumerate.
#[test]
fn the_walk_over_the_space_counts_what_enumeration_counts() {
    let full = shared().catalog().decide();
    let keep = [
        "define-strategy",
        "awareness",
        "advertising",
        "reputation",
        "retention",
        "prospect-outreach",
        "moderation",
        "website",
    ];
    let mut data: DecideData = full.clone();
    data.goals.retain(|goal| keep.contains(&goal.id.as_str()));
    data.goal_index = GoalIndex::new(data.goals.iter().map(|goal| goal.id.clone()));
    let report = verify(&data, today());
    let book = RuleBook::compile(&data, today());
    let mut counts = [0_u128; 4];
    let goals = u32::try_from(keep.len()).unwrap();
    for choice in 1..3_u64.pow(goals) {
        let (mut rest, mut set) = (choice, GoalSet::default());
        for goal in 0..u8::try_from(goals).unwrap() {
            match rest % 3 {
                1 => set.add(GoalId(goal), Priority::Primary),
                2 => set.add(GoalId(goal), Priority::Secondary),
                _ => {}
            }
            rest /= 3;
        }
        for stage in Stage::ALL {
            for size in Size::ALL {
                let core = book.decide(&book.tally(set), RuleBook::cell(*stage, *size)).unwrap();
                counts[core.verdict as usize] += 1;
            }
        }
    }
    let walked: Vec<u128> = report.verdicts.iter().map(|count| count.inputs).collect();
    assert_eq!(walked, counts);
}

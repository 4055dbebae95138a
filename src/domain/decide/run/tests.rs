use proptest::prelude::*;

use super::super::tiny;
use super::*;
use crate::domain::iso::Country;
use crate::domain::profile::{Team, Workload};

/// A profile with these goals, changed by `change`, decided.
fn outcome(names: &str, change: impl FnOnce(&mut Profile)) -> (DecideData, RuleBook, Outcome) {
    let (data, book) = tiny::book();
    let mut profile = tiny::profile(&data, names);
    change(&mut profile);
    let outcome = run(&data, &book, &profile).unwrap();
    (data, book, outcome)
}

/// Arrangement, first hire and number of people.
fn staffed(names: &str, change: impl FnOnce(&mut Profile)) -> (String, Option<Role>, u32) {
    let (data, _, outcome) = outcome(names, change);
    (data.arrangements[outcome.arrangement].id.clone(), outcome.first_hire, outcome.people)
}

fn work(messages: u32, posts: u32) -> Workload {
    Workload { messages_per_week: Some(messages), posts_per_week: Some(posts), ..Workload::default() }
}

fn team(community_managers: u32, social_media_managers: u32) -> Team {
    Team { community_managers, social_media_managers, agency: false }
}

const CM: Option<Role> = Some(Role::CommunityManager);
const SMM: Option<Role> = Some(Role::SocialMediaManager);

#[test]
fn the_arrangement_follows_verdict_salaries_and_load() {
    let of = |names: &str, hires: Option<u32>| staffed(names, |profile| profile.max_hires = hires);
    assert_eq!(of("site", None), ("nobody".to_owned(), None, 0));
    assert_eq!(of("talk", None), ("single".to_owned(), CM, 1));
    assert_eq!(of("talk", Some(0)), ("wait".to_owned(), None, 0));
    assert_eq!(of("talk plan", None), ("pair".to_owned(), SMM, 2));
    assert_eq!(of("talk plan", Some(1)), ("one-for-both".to_owned(), SMM, 1));
    assert_eq!(of("talk plan", Some(2)), ("pair".to_owned(), SMM, 2));
    assert_eq!(of("talk care-", Some(9)), ("pair".to_owned(), CM, 2));
}

#[test]
fn hours_are_the_counted_task_over_its_share_of_the_week() {
    let (_, _, outcome) = outcome("talk plan", |profile| profile.workload = Some(work(100, 3)));
    // 100 messages × 3 min = 5 h, which are half of the week: 10 h of 40. At 6 min twice that.
    let cm = outcome.load.community_manager.unwrap();
    assert_eq!((cm.hours_low, cm.hours_high, cm.fte_percent_low, cm.fte_percent_high), (10, 20, 25, 50));
    // 3 posts × 1 h, doubled: 6 h; at 2 h each 12 h.
    let smm = outcome.load.social_media_manager.unwrap();
    assert_eq!((smm.hours_low, smm.hours_high, smm.fte_percent_low, smm.fte_percent_high), (6, 12, 15, 30));
    // 37 + 22 percent of one post: about one person's work.
    assert_eq!(outcome.load_class, LoadClass::Full);
}

#[test]
fn a_full_week_is_as_long_as_in_the_country() {
    let load = |country: Option<&str>| {
        let (_, _, outcome) = outcome("talk", |profile| {
            profile.country = country.and_then(Country::find);
            profile.workload = Some(work(70, 0));
        });
        (outcome.load.full_time_hours, outcome.load.community_manager.unwrap().fte_percent_low)
    };
    // 7 hours a week.
    assert_eq!(load(None), (40, 17));
    assert_eq!(load(Some("DE")), (40, 17));
    assert_eq!(load(Some("FR")), (35, 20));
}

#[test]
fn half_of_the_load_is_enough_to_know_that_it_is_heavy() {
    let class = |messages: Option<u32>, posts: Option<u32>| {
        let (_, _, outcome) = outcome("talk plan", |profile| {
            profile.workload =
                Some(Workload { messages_per_week: messages, posts_per_week: posts, ..Workload::default() });
        });
        outcome.load_class
    };
    // 403 messages: 40.3 to 80.6 h, so 102 and 202 percent, 152 in the middle.
    assert_eq!(class(Some(403), None), LoadClass::Heavy);
    assert_eq!(class(Some(395), None), LoadClass::Unknown, "150 percent is not above 150");
    assert_eq!(class(Some(1), None), LoadClass::Unknown, "little is known to be little only with the rest");
    assert_eq!(class(Some(1), Some(1)), LoadClass::Light);
    assert_eq!(class(None, None), LoadClass::Unknown);
}

#[test]
fn a_heavy_load_asks_for_as_many_as_its_low_end_fills() {
    // 1,010 messages: 101 hours at 3 minutes, 252 percent of a post, so three people.
    let heavy = |change: fn(&mut Profile)| {
        staffed("talk plan", |profile| {
            profile.workload = Some(work(1010, 0));
            change(profile);
        })
    };
    assert_eq!(heavy(|_| ()), ("team".to_owned(), SMM, 4));
    // Those who are there are taken off, and a position is for one person at least.
    assert_eq!(heavy(|profile| profile.team = Some(team(1, 0))), ("team".to_owned(), SMM, 3));
    assert_eq!(heavy(|profile| profile.team = Some(team(9, 0))).2, 2);
    // Two salaries: one for each position.
    assert_eq!(heavy(|profile| profile.max_hires = Some(2)), ("team".to_owned(), SMM, 2));
    assert_eq!(heavy(|profile| profile.max_hires = Some(3)), ("team".to_owned(), SMM, 3));
}

#[test]
fn the_role_that_is_missing_comes_first() {
    let first = |names: &str, team: Team, workload: Option<Workload>| {
        staffed(names, |profile| {
            profile.team = Some(team);
            profile.workload = workload;
        })
        .1
    };
    assert_eq!(first("talk plan", team(0, 0), None), SMM);
    assert_eq!(first("talk plan", team(0, 1), None), CM);
    assert_eq!(first("talk care-", team(1, 0), None), SMM);
    // Where one role is all that is needed, nobody asks who is there.
    assert_eq!(first("talk", team(1, 0), None), CM);
    // Both are there: whoever has more to do a head. 100 messages are 37 percent, 5 posts as many.
    assert_eq!(first("talk plan", team(1, 1), Some(work(100, 1))), CM);
    assert_eq!(first("talk plan", team(4, 1), Some(work(100, 2))), SMM);
    assert_eq!(first("talk plan", team(1, 1), Some(work(100, 5))), SMM, "equal: the lead");
    assert_eq!(first("talk care-", team(1, 1), Some(work(100, 5))), CM, "equal: the lead");
}

#[test]
fn a_priced_budget_counts_like_a_stated_number_of_salaries() {
    let (data, book) = tiny::book();
    let profile = Profile { max_hires: Some(3), ..tiny::profile(&data, "talk plan") };
    let priced = run_affordable(&data, &book, &profile, Affordability::Priced(1)).unwrap();
    assert_eq!(data.arrangements[priced.arrangement].id, "one-for-both");
    assert_eq!(priced.profile.max_hires, Some(1));
    let unknown = run_affordable(&data, &book, &profile, Affordability::Unknown).unwrap();
    assert_eq!(data.arrangements[unknown.arrangement].id, "pair");
    assert_eq!(Affordability::of(&profile), Affordability::Stated(3));
    assert_eq!(Affordability::of(&Profile::default()).hires(), None);
}

#[test]
fn every_rule_that_applied_is_visited_once() {
    let visited = |names: &str, change: fn(&mut Profile)| {
        let (data, book, outcome) = outcome(names, change);
        let mut list = Vec::new();
        outcome.each_rule(&book, |rule| list.push(data.rules[rule].id.clone()));
        list
    };
    assert_eq!(
        // 13 to 11 points, and 13 to 13 with the factor: nobody is heavier.
        visited("talk care- plan write", |profile| {
            profile.presence_stage = Some(crate::domain::vocab::Stage::Launching);
            profile.team = Some(Team { agency: true, ..Team::default() });
        }),
        [
            "verdict-even",
            "order-plan",
            "staff-pair",
            "need-talk",
            "need-plan",
            "either-write",
            "early-plans",
            "advice-agency"
        ]
    );
    // Without points a factor multiplies nothing.
    assert_eq!(
        visited("write", |profile| profile.presence_stage = Some(crate::domain::vocab::Stage::Launching)),
        ["verdict-open", "staff-single", "either-write"]
    );
    assert_eq!(visited("talk", |_| ()), ["verdict-talk", "staff-single", "need-talk", "advice-alone"]);
}

#[test]
fn a_profile_that_says_nothing_is_a_growing_one_without_goals() {
    let (data, book) = tiny::book();
    let outcome = run(&data, &book, &Profile::default()).unwrap();
    assert_eq!((outcome.core.verdict, outcome.first_hire, outcome.people), (Verdict::Neither, None, 0));
}

proptest! {
    /// Salaries never change the verdict, and never fewer people are hired when more can be paid for.
    #[test]
    fn money_changes_how_to_staff_and_never_whom(mask in 1_u64..64, hires in 0_u32..6, messages in 0_u32..2000, posts in 0_u32..40) {
        let (data, book) = tiny::book();
        let profile = Profile {
            goals: Some(GoalSet { primary: mask, secondary: 0 }),
            workload: Some(work(messages, posts)),
            ..Profile::default()
        };
        let with = |hires: Option<u32>| {
            let found = run(&data, &book, &Profile { max_hires: hires, ..profile }).unwrap();
            (found.core.verdict, found.core.lead, found.people)
        };
        let (verdict, lead, people) = with(Some(hires));
        let (verdict_more, lead_more, people_more) = with(Some(hires + 1));
        let (verdict_free, lead_free, people_free) = with(None);
        prop_assert_eq!((verdict, lead), (verdict_more, lead_more));
        prop_assert_eq!((verdict, lead), (verdict_free, lead_free));
        prop_assert!(people <= people_more && people_more <= people_free);
        prop_assert!(people <= hires, "{people} people for {hires} salaries");
    }
}

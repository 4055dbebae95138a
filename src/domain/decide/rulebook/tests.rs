use proptest::prelude::*;

use super::super::facts::{Heavier, LEANS, Leans, NEEDS, Needs};
use super::super::rule::Layer;
use super::super::tiny::{self, RULES};
use super::*;
use crate::domain::dated::parse_day;

/// The points of a set of goals, community manager's first.
fn points(names: &str) -> (i64, i64) {
    let (data, book) = tiny::book();
    let tally = book.tally(tiny::goals(&data, names));
    (tally.cm, tally.smm)
}

fn decided(data: &DecideData, book: &RuleBook, names: &str, stage: Stage, size: Size) -> Core {
    book.decide(&book.tally(tiny::goals(data, names)), RuleBook::cell(stage, size)).unwrap()
}

/// The verdict on a growing company of unknown size.
fn verdict(names: &str) -> Verdict {
    let (data, book) = tiny::book();
    decided(&data, &book, names, Stage::Growing, Size::Unknown).verdict
}

#[test]
fn points_are_the_weight_of_the_goal_split_by_the_degree() {
    assert_eq!(points("talk"), (8, 2));
    assert_eq!(points("plan"), (2, 8));
    assert_eq!(points("sell"), (4, 6));
    // 4 × 0.8 = 3.2: what is cut off one role's points goes to the other, so that the sum stays the weight.
    assert_eq!(points("talk-"), (3, 1));
    assert_eq!(points("sell-"), (2, 2));
    assert_eq!(points("talk care plan-"), (8 + 8 + 1, 2 + 2 + 3));
}

#[test]
fn goals_that_nobody_or_another_profession_owns_bring_no_points() {
    assert_eq!(points("write site"), (0, 0));
    assert_eq!(points("talk write site"), points("talk"));
}

#[test]
fn the_kind_of_need_follows_from_the_goals_alone() {
    let (data, book) = tiny::book();
    for (names, needs) in [
        ("", Needs::Outside),
        ("site", Needs::Outside),
        ("write site", Needs::Either),
        ("talk write", Needs::CommunityManager),
        ("sell- site", Needs::SocialMediaManager),
        ("talk- plan", Needs::BothKinds),
    ] {
        assert_eq!(book.needs(tiny::goals(&data, names).all()), needs, "{names}");
    }
}

#[test]
fn a_role_dominates_from_the_threshold_on_and_not_before() {
    // 8 of 10 points are exactly 80 percent; 11 of 14 are 78.6; 17 of 24 are 70.8.
    assert_eq!(verdict("talk"), Verdict::CommunityManager);
    assert_eq!(verdict("talk care"), Verdict::CommunityManager);
    assert_eq!(verdict("talk care-"), Verdict::Both);
    assert_eq!(verdict("talk care plan-"), Verdict::Both);
    assert_eq!(verdict("plan"), Verdict::SocialMediaManager);
    assert_eq!(verdict("sell"), Verdict::Both);
}

#[test]
fn a_factor_counts_where_its_rule_holds_and_is_cut_to_whole_points() {
    let (data, book) = tiny::book();
    let growing = decided(&data, &book, "talk plan- sell-", Stage::Growing, Size::Unknown);
    assert_eq!((growing.cm, growing.smm), (11, 7));
    // 7 × 1.2 = 8.4.
    let launching = decided(&data, &book, "talk plan- sell-", Stage::Launching, Size::Unknown);
    assert_eq!((launching.cm, launching.smm), (11, 8));
}

#[test]
fn a_factor_can_move_the_balance_below_the_threshold() {
    let (data, book) = tiny::book();
    let names = "talk care";
    // 4 × 1.2 = 4.8 is cut to 4 again: still 16 of 20.
    let early = decided(&data, &book, names, Stage::Launching, Size::Unknown);
    assert_eq!((early.cm, early.smm, early.verdict), (16, 4, Verdict::CommunityManager));
    // With ten times the weight nothing is lost by cutting, and the factor shows: 160 of 208 are 76.9 percent.
    let mut heavy = tiny::data();
    heavy.scales.primary_points = 100;
    let (heavy, book) = tiny::compiled(heavy);
    let early = decided(&heavy, &book, names, Stage::Launching, Size::Unknown);
    assert_eq!((early.cm, early.smm, early.verdict), (160, 48, Verdict::Both));
}

#[test]
fn the_first_rule_by_priority_decides_and_ties_go_by_id() {
    let (data, book) = tiny::book();
    let decided_by = |book: &RuleBook, data: &DecideData, names: &str, size| {
        let core = decided(data, book, names, Stage::Growing, size);
        data.rules[book.verdicts[core.verdict_row].rule].id.clone()
    };
    // Both rules hold for a large company with goals of both kinds; the one for large companies stands first.
    assert_eq!(decided_by(&book, &data, "sell talk", Size::Medium), "verdict-even");
    assert_eq!(decided_by(&book, &data, "sell talk", Size::Large), "verdict-large");
    assert_eq!(
        book.verdicts.iter().map(|row| data.rules[row.rule].id.as_str()).collect::<Vec<_>>(),
        [
            "verdict-outside",
            "verdict-large",
            "verdict-talk",
            "verdict-plan",
            "verdict-open-late",
            "verdict-open",
            "verdict-even",
        ]
    );
    let mut rules = RULES.to_vec();
    rules.push(("verdict-evan", 60, "", "verdict = \"community-manager\""));
    let (data, book) = tiny::compiled(tiny::data_with(&rules));
    assert_eq!(decided_by(&book, &data, "sell", Size::Unknown), "verdict-evan");
}

#[test]
fn who_leads_is_asked_only_where_both_are_needed() {
    let (data, book) = tiny::book();
    let of = |names: &str| {
        let core = decided(&data, &book, names, Stage::Growing, Size::Unknown);
        (core.verdict, core.lead, core.order_row)
    };
    assert_eq!(of("site"), (Verdict::Neither, None, None));
    assert_eq!(of("talk"), (Verdict::CommunityManager, Some(Role::CommunityManager), None));
    assert_eq!(of("talk care-"), (Verdict::Both, Some(Role::CommunityManager), Some(0)));
    // 10 to 10: nobody is heavier, so the rule for all others decides.
    assert_eq!(of("talk plan"), (Verdict::Both, Some(Role::SocialMediaManager), Some(1)));
}

#[test]
fn open_goals_follow_the_stage() {
    let (data, book) = tiny::book();
    let of = |stage| decided(&data, &book, "write", stage, Size::Unknown).verdict;
    assert_eq!(of(Stage::Growing), Verdict::SocialMediaManager);
    assert_eq!(of(Stage::Established), Verdict::CommunityManager);
    let core = decided(&data, &book, "write", Stage::Growing, Size::Unknown);
    assert_eq!(core.facts.value(LEANS, Leans::ALL), Some(Leans::Nowhere));
    assert_eq!(core.facts.value(NEEDS, Needs::ALL), Some(Needs::Either));
}

#[test]
fn a_gap_in_a_table_names_the_layer() {
    for (without, names, layer) in
        [("verdict-even", "sell", Layer::Verdict), ("order-plan", "talk plan", Layer::Order)]
    {
        let (data, book) = tiny::compiled(tiny::data_without(&[without]));
        let tally = book.tally(tiny::goals(&data, names));
        let gap = book.decide(&tally, RuleBook::cell(Stage::Growing, Size::Unknown)).unwrap_err();
        assert_eq!(gap.layer, layer, "{without}");
    }
    let (data, book) = tiny::compiled(tiny::data_without(&["staff-single"]));
    let core = decided(&data, &book, "talk", Stage::Growing, Size::Unknown);
    let facts = core.facts.and(super::super::hours::LoadClass::Full.into());
    assert_eq!(book.staff(facts, 1).unwrap_err().layer, Layer::Staffing);
}

#[test]
fn only_rules_in_force_are_compiled() {
    let mut data = tiny::data();
    let at = |data: &DecideData, id: &str| data.rules.iter().position(|rule| rule.id == id).unwrap();
    let even = at(&data, "verdict-even");
    data.rules[even].valid_to = parse_day("2026-05-31");
    let of = |data: &DecideData, day: &str| RuleBook::compile(data, parse_day(day).unwrap());
    assert_eq!(of(&data, "2025-12-31").verdicts, []);
    assert_eq!(of(&data, "2026-01-01").verdicts.len(), 7);
    assert_eq!(of(&data, "2026-05-31").verdicts.len(), 7);
    assert_eq!(of(&data, "2026-06-01").verdicts.len(), 6);
    let talk = at(&data, "need-talk");
    data.rules[talk].status = super::super::rule::Status::Withdrawn;
    let book = of(&data, "2026-01-01");
    assert_eq!(book.cm_goals, 0);
    assert_eq!(book.needs(tiny::goals(&data, "talk").all()), Needs::Outside, "a goal that no rule reads");
}

#[test]
fn the_first_of_two_readers_of_a_goal_counts() {
    let mut rules = RULES.to_vec();
    rules.push(("need-late", 1, "goals_any = [\"talk\"]", "outside = true"));
    let (data, book) = tiny::compiled(tiny::data_with(&rules));
    assert_eq!(book.outside_goals, tiny::goals(&data, "site").all());
    assert_eq!(data.rules[book.goals[0].rule].id, "need-talk");
}

#[test]
fn goals_are_interchangeable_when_no_rule_tells_them_apart() {
    // "advice-alone" asks for talk alone, but advice changes no result.
    let (data, book) = tiny::book();
    let classes = ["talk care", "plan", "sell", "write", "site"].map(|names| tiny::goals(&data, names).all());
    assert_eq!(book.classes, classes);
    let mut rules = RULES.to_vec();
    rules.push(("verdict-care", 25, "goals_none = [\"care\"], size = [\"large\"]", "verdict = \"both\""));
    let (_, book) = tiny::compiled(tiny::data_with(&rules));
    assert_eq!(book.classes.len(), 6, "a condition on care alone keeps it apart from talk");
}

#[test]
fn members_of_a_set_that_must_be_complete_are_never_interchangeable() {
    let mut rules = RULES.to_vec();
    rules.push(("verdict-care", 25, "goals_all = [\"talk\", \"care\"]", "verdict = \"both\""));
    let (_, book) = tiny::compiled(tiny::data_with(&rules));
    assert_eq!(book.classes.len(), 6);
}

#[test]
fn the_table_that_is_spread_out_and_the_list_of_rules_staff_alike() {
    use super::super::facts::{Agency, Audience, Channels, Hires, MarketFact, Staff};
    use super::super::hours::LoadClass;
    let (data, book) = tiny::book();
    assert!(!book.dense.cells.is_empty(), "no rule of staffing asks about goals");
    for verdict in Verdict::ALL {
        for hires in Hires::ALL {
            for load in LoadClass::ALL {
                let facts = Facts::from(Stage::Growing)
                    .and(Size::Micro.into())
                    .and(Needs::BothKinds.into())
                    .and(Leans::Even.into())
                    .and(Heavier::Equal.into())
                    .and((*verdict).into())
                    .and((*hires).into())
                    .and((*load).into())
                    .and(Staff::None.into())
                    .and(Agency::No.into())
                    .and(MarketFact::B2b.into())
                    .and(Channels::Few.into())
                    .and(Audience::Small.into());
                assert_eq!(book.staff(facts, 0).ok(), first(&book.staffing, facts, 0), "{facts:?}");
            }
        }
    }
    // A rule of staffing that asks about goals cannot be spread out over facts: the list is walked.
    let mut rules = RULES.to_vec();
    rules.push(("staff-site", 5, "goals_any = [\"site\"]", "arrange = \"wait\""));
    let (other, book) = tiny::compiled(tiny::data_with(&rules));
    assert!(book.dense.cells.is_empty());
    let facts = decided(&other, &book, "talk site", Stage::Growing, Size::Unknown).facts;
    let facts = facts.and(LoadClass::Full.into());
    let arranged = |goals: &str| {
        let row = book.staff(facts, tiny::goals(&data, goals).all()).unwrap();
        other.arrangements[book.staffing[row].effect].id.as_str()
    };
    assert_eq!((arranged("talk site"), arranged("talk")), ("wait", "single"));
}

#[test]
fn books_are_the_same_when_their_tables_are() {
    let (data, book) = tiny::book();
    assert!(book.same_as(&RuleBook::compile(&data, tiny::day())));
    let (_, other) = tiny::compiled(tiny::data_without(&["advice-agency"]));
    assert!(!book.same_as(&other));
}

#[test]
fn sources_are_found_by_their_ids() {
    let data = tiny::data();
    let ids = ["book", "unread", "web"].map(|id| data.source_at(id).map(|at| data.sources[at].id.as_str()));
    assert_eq!(ids, [Some("book"), Some("unread"), Some("web")]);
    assert_eq!(data.source_at("boo"), None);
}

proptest! {
    /// The order of the rules in their files decides nothing.
    #[test]
    fn the_order_of_the_records_never_matters(order in Just(RULES.to_vec()).prop_shuffle(), mask in 1_u64..64) {
        let (data, book) = tiny::book();
        let (other, shuffled) = tiny::compiled(tiny::data_with(&order));
        let tally = book.tally(GoalSet { primary: mask, secondary: 0 });
        prop_assert_eq!(tally, shuffled.tally(GoalSet { primary: mask, secondary: 0 }));
        for stage in Stage::ALL {
            let of = |data: &DecideData, book: &RuleBook| {
                let core = book.decide(&tally, RuleBook::cell(*stage, Size::Large)).unwrap();
                (core.verdict, core.lead, data.rules[book.verdicts[core.verdict_row].rule].id.clone())
            };
            prop_assert_eq!(of(&data, &book), of(&other, &shuffled));
        }
    }

    /// The points of a set of goals are those of its parts, and never more than the weights.
    #[test]
    fn points_add_up(primary in 0_u64..64, secondary in 0_u64..64) {
        let (_, book) = tiny::book();
        let set = GoalSet { primary, secondary: secondary & !primary };
        let whole = book.tally(set);
        let (mut cm, mut smm) = (0, 0);
        for goal in members(set.all()) {
            let one = book.tally(GoalSet { primary: set.primary & goal.bit(), secondary: set.secondary & goal.bit() });
            cm += one.cm;
            smm += one.smm;
        }
        prop_assert_eq!((whole.cm, whole.smm), (cm, smm));
        let owned = book.cm_goals | book.smm_goals;
        let weight = 10 * (set.primary & owned).count_ones() + 4 * (set.secondary & owned).count_ones();
        prop_assert_eq!(cm + smm, i64::from(weight));
    }
}

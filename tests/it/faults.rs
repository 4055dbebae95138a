//! The gate: planted faults in the rules are each caught by name, and such data does not load.

use super::{overlay, toolkit};
use rolecall::domain::decide::verify::{Code, Finding};
use rolecall::domain::vocab::{Size, Stage};
use rolecall::toolkit::Toolkit;

const HEAD: &str = "title = { fr = \"x\", en = \"x\" }\nvalid_from = \"2026-01-01\"\nverified_on = \"2026-11-21\"\nstrength = \"opinion\"\nsources = [\"atypique/N10\"]\nbecause.fr = \"x\"\nbecause.en = \"x\"\n";

fn rule(id: &str, rest: &str) -> String {
    format!("[[rule]]\nid = \"{id}\"\n{HEAD}{rest}\n")
}

/// What the verification finds in the built-in data with these files on top; checks that such data does not load.
fn findings(files: &[(&str, &str)]) -> Vec<Finding> {
    let folder = overlay(files);
    let loaded = Toolkit::load(Some(folder.path()));
    let unverified =
        Toolkit::load_unverified(Some(folder.path())).unwrap_or_else(|errors| panic!("{errors}"));
    let report = unverified.verify(super::asking(rolecall::domain::text::Lang::En));
    let findings: Vec<Finding> = report.periods.into_iter().flat_map(|period| period.findings).collect();
    assert_eq!(loaded.is_err(), !findings.is_empty(), "the gate and the report must agree");
    if let Err(errors) = loaded {
        for finding in &findings {
            assert!(errors.to_string().contains(&format!("[{}]", finding.code)), "{errors}");
        }
    }
    findings
}

fn caught(findings: &[Finding], code: Code, rule: &str) -> Finding {
    findings
        .iter()
        .find(|finding| finding.code == code && finding.rule.as_deref().unwrap_or("") == rule)
        .unwrap_or_else(|| panic!("no {code} at {rule:?} in {findings:#?}"))
        .clone()
}

#[test]
fn the_built_in_rules_are_clean_and_all_exercised() {
    let toolkit = toolkit();
    let report = toolkit.verify(super::asking(rolecall::domain::text::Lang::En));
    assert!(report.ok, "{:#?}", report.periods[0].findings);
    let period = &report.periods[0];
    assert_eq!(period.unexercised, Vec::<String>::new());
    // Each goal is left out, primary or secondary, but one at least is there; each with every stage and size.
    let goals = u32::try_from(toolkit.catalog().decide().goals.len()).unwrap();
    let cells = u128::try_from(Stage::ALL.len() * Size::ALL.len()).unwrap();
    assert_eq!(period.inputs, (3_u128.pow(goals) - 1) * cells);
    assert_eq!(period.verdicts.iter().map(|count| count.inputs).sum::<u128>(), period.inputs);
}

#[test]
fn a_missing_case_is_caught_with_a_witness() {
    let found =
        findings(&[("rules/x.toml", "[[rule]]\nid = \"verdict-both-material\"\nstatus = \"withdrawn\"\n")]);
    let finding = caught(&found, Code::MissingCase, "");
    let witness = finding.witness.unwrap();
    assert!(witness["goals"].as_array().is_some_and(|goals| goals.len() >= 2), "{witness}");
}

#[test]
fn a_rule_shadowed_by_one_earlier_rule_is_caught() {
    let late = rule(
        "verdict-late",
        "priority = 45\nwhen.leans = [\"social-media-manager\"]\nwhen.stage = [\"growing\"]\nthen = { verdict = \"both\" }",
    );
    let found = findings(&[("rules/x.toml", &late)]);
    assert_eq!(caught(&found, Code::Shadowed, "verdict-late").others, ["verdict-social-media-manager"]);
}

#[test]
fn a_rule_covered_only_by_two_rules_together_is_caught() {
    let late = rule(
        "verdict-late",
        "priority = 65\nwhen.leans = [\"social-media-manager\", \"community-manager\"]\nwhen.stage = [\"growing\"]\nthen = { verdict = \"both\" }",
    );
    let found = findings(&[("rules/x.toml", &late)]);
    let finding = caught(&found, Code::CoveredTogether, "verdict-late");
    assert_eq!(finding.others, ["verdict-social-media-manager", "verdict-community-manager"]);
    assert!(!found.iter().any(|finding| finding.code == Code::Shadowed));
}

#[test]
fn a_duplicate_is_caught_in_tables_and_among_needs() {
    let twin = rule("verdict-twin", "priority = 61\nwhen.leans = [\"even\"]\nthen = { verdict = \"both\" }");
    let found = findings(&[("rules/x.toml", &twin)]);
    assert_eq!(caught(&found, Code::Duplicate, "verdict-twin").others, ["verdict-both-material"]);

    let twin = rule(
        "need-strategy-again",
        "when.goals_any = [\"define-strategy\"]\nthen = { need = { role = \"social-media-manager\", degree = \"mainly\" } }",
    );
    let found = findings(&[("rules/x.toml", &twin)]);
    assert!(found.iter().any(|finding| finding.code == Code::Duplicate), "{found:#?}");

    let other = rule(
        "need-strategy-otherwise",
        "when.goals_any = [\"define-strategy\"]\nthen = { need = { role = \"community-manager\", degree = \"mainly\" } }",
    );
    let found = findings(&[("rules/x.toml", &other)]);
    assert!(found.iter().any(|finding| finding.code == Code::Contradiction), "{found:#?}");
}

#[test]
fn a_contradiction_without_a_reason_is_caught_and_a_reason_settles_it() {
    let body = "priority = 5\nwhen.leans = [\"even\"]\nwhen.size = [\"micro\"]\nwhen.stage = [\"launching\"]\nthen = { verdict = \"social-media-manager\" }";
    let found = findings(&[("rules/x.toml", &rule("verdict-early", body))]);
    assert_eq!(caught(&found, Code::Contradiction, "verdict-early").others, ["verdict-both-material"]);
    let reasoned = format!(
        "{body}\n[[rule.overrides]]\nrule = \"verdict-both-material\"\nreason = {{ fr = \"y\", en = \"y\" }}\n"
    );
    let found = findings(&[("rules/x.toml", &rule("verdict-early", &reasoned))]);
    assert!(!found.iter().any(|finding| finding.code == Code::Contradiction), "{found:#?}");
}

#[test]
fn a_goal_that_no_rule_reads_is_caught() {
    let goal = "[[goal]]\nid = \"podcast\"\ntheme = \"production\"\nname = { fr = \"x\", en = \"x\" }\nhelp = { fr = \"x\", en = \"x\" }\nsources = [\"atypique/N10\"]\n";
    let found = findings(&[("goals.toml", goal)]);
    assert_eq!(found.len(), 1, "{found:#?}");
    caught(&found, Code::UnreadGoal, "podcast");
}

#[test]
fn a_tie_of_priorities_is_caught() {
    let tied = rule(
        "verdict-tied",
        "priority = 60\nwhen.leans = [\"even\"]\nwhen.stage = [\"growing\"]\nthen = { verdict = \"community-manager\" }",
    );
    let found = findings(&[("rules/x.toml", &tied)]);
    assert!(found.iter().any(|finding| finding.code == Code::Tie), "{found:#?}");
}

#[test]
fn a_goal_that_moves_the_verdict_the_wrong_way_is_caught() {
    // Adding "retention", a community manager's goal, would turn the verdict to the social media manager.
    let odd = rule(
        "verdict-odd",
        "priority = 15\nwhen.goals_all = [\"retention\", \"moderation\"]\nwhen.leans = [\"community-manager\"]\nthen = { verdict = \"social-media-manager\" }",
    );
    let found = findings(&[("rules/x.toml", &odd)]);
    let breach = found
        .iter()
        .find(|finding| finding.code == Code::NotMonotone)
        .unwrap_or_else(|| panic!("{found:#?}"));
    assert!(breach.witness.is_some());
    // A degree below the threshold breaks it as well.
    let found = findings(&[("degrees.toml", "[[degree]]\nid = \"disputed\"\nper_mille = 600\n")]);
    assert!(found.iter().any(|finding| finding.code == Code::NotMonotone), "{found:#?}");
}

#[test]
fn rules_without_effect_or_without_input_are_caught() {
    // Adds nothing that the next rule does not say: removing it changes no answer.
    let idle = rule(
        "order-idle",
        "priority = 15\nwhen.stage = [\"launching\"]\nwhen.size = [\"small\"]\nthen = { first = \"social-media-manager\" }",
    );
    caught(&findings(&[("rules/x.toml", &idle)]), Code::NoEffect, "order-idle");
    // No goal of either kind alone leans anywhere.
    let never = rule(
        "verdict-never",
        "priority = 15\nwhen.needs = [\"either\"]\nwhen.leans = [\"even\"]\nthen = { verdict = \"both\" }",
    );
    caught(&findings(&[("rules/x.toml", &never)]), Code::Unreachable, "verdict-never");
    let never =
        rule("advice-never", "when.needs = [\"either\"]\nwhen.leans = [\"even\"]\nthen = { advise = true }");
    caught(&findings(&[("rules/x.toml", &never)]), Code::Unreachable, "advice-never");
    let factor = "[[rule]]\nid = \"balance-audience-to-keep\"\nthen = { scale = { role = \"community-manager\", percent = 100 } }\n";
    let found = findings(&[("rules/x.toml", factor)]);
    caught(&found, Code::NoEffect, "balance-audience-to-keep");
}

#[test]
fn a_verdict_that_nothing_leads_to_and_a_wrong_example_are_caught() {
    let found = findings(&[(
        "rules/x.toml",
        "[[rule]]\nid = \"verdict-other-professions\"\nthen = { verdict = \"both\" }\n",
    )]);
    caught(&found, Code::UnreachableVerdict, "neither");
    let wrong = rule(
        "advice-wrong",
        "when.market = [\"b2b\"]\nthen = { advise = true }\n[[rule.case]]\ngiven = { presence_stage = \"growing\", goals = [\"retention\"], market = \"b2b\" }\nverdict = \"both\"",
    );
    caught(&findings(&[("rules/x.toml", &wrong)]), Code::CaseFailed, "advice-wrong");
}

#[test]
fn a_rule_without_example_is_reported_as_unexercised_and_loads() {
    let quiet = rule("advice-quiet", "when.market = [\"mixed\"]\nthen = { advise = true }");
    let folder = overlay(&[("rules/x.toml", &quiet)]);
    let toolkit = Toolkit::load(Some(folder.path())).unwrap_or_else(|errors| panic!("{errors}"));
    let report = toolkit.verify(super::asking(rolecall::domain::text::Lang::En));
    assert!(report.ok);
    assert_eq!(report.periods[0].unexercised, ["advice-quiet"]);
}

#[test]
fn rules_are_replayed_as_they_were_in_force() {
    use rolecall::domain::dated::parse_day;
    use rolecall::domain::vocab::Verdict;
    // From July on, watching competitors is declared either role's: a different answer, and only from then on.
    let data = format!(
        "[[rule]]\nid = \"need-competitive-watch\"\nvalid_to = \"2026-06-30\"\n{}",
        rule(
            "need-competitive-watch-2",
            "when.goals_any = [\"competitive-watch\"]\nthen = { either = true }"
        )
        .replace("2026-01-01", "2026-07-01")
    );
    let folder = overlay(&[("rules/x.toml", &data)]);
    let toolkit = Toolkit::load(Some(folder.path())).unwrap_or_else(|errors| panic!("{errors}"));
    let profile = toolkit
        .read_profile(br#"{"presence_stage":"established","goals":["competitive-watch"]}"#, true)
        .unwrap();
    let verdict =
        |day: &str| toolkit.decide(&profile, parse_day(day).unwrap()).map(|decision| decision.verdict);
    assert_eq!(verdict("2026-06-30").unwrap(), Verdict::SocialMediaManager);
    assert_eq!(verdict("2026-07-01").unwrap(), Verdict::CommunityManager);
    assert!(verdict("2025-12-31").unwrap_err().to_string().contains("2026-01-01"));
    assert_eq!(toolkit.verify(super::asking(rolecall::domain::text::Lang::En)).periods.len(), 2);
}

//! A rulebook small enough to reckon by hand, for the tests of the engines: six goals and two dozen rules.
//!
//! A primary goal weighs 10 points and a secondary one 4; `mainly` gives four fifths to the role, `can` three fifths. A
//! role dominates from 80 percent of the points. So `talk` is 8 to 2, as a secondary goal 3 to 1 (3.2 is cut), and
//! `sell` 6 to 4.

use serde::Deserialize;

use super::context::Context;
use super::rule::{Arrangement, Degree, Disagreement, Question, Rule, Scales};
use super::rulebook::{DecideData, RuleBook, conditions_matcher};
use crate::domain::dated::{Day, parse_day};
use crate::domain::goal::{Goal, GoalIndex, GoalSet};
use crate::domain::profile::Profile;
use crate::domain::provenance::Source;
use crate::domain::reference::{Item, Profession};
use crate::domain::text::Lang;
use crate::domain::vocab::{Priority, Stage};

/// Id, priority, conditions and effect of a rule, as in the data.
pub(super) type Line<'l> = (&'l str, u32, &'l str, &'l str);

const NEED: &str = "need = { role = \"community-manager\", degree = \"mainly\" }";

/// The rules, in an order that must not matter.
pub(super) const RULES: [Line<'static>; 23] = [
    ("need-talk", 0, "goals_any = [\"talk\", \"care\"]", NEED),
    (
        "need-plan",
        0,
        "goals_any = [\"plan\"]",
        "need = { role = \"social-media-manager\", degree = \"mainly\" }",
    ),
    (
        "need-sell",
        0,
        "goals_any = [\"sell\"]",
        "need = { role = \"social-media-manager\", degree = \"can\" }",
    ),
    ("either-write", 0, "goals_any = [\"write\"]", "either = true"),
    ("outside-site", 0, "goals_any = [\"site\"]", "outside = true"),
    (
        "early-plans",
        0,
        "stage = [\"launching\"]",
        "scale = { role = \"social-media-manager\", percent = 120 }",
    ),
    ("verdict-even", 60, "", "verdict = \"both\""),
    ("verdict-outside", 10, "needs = [\"outside\"]", "verdict = \"neither\""),
    ("verdict-large", 20, "size = [\"large\"], needs = [\"both-kinds\"]", "verdict = \"both\""),
    ("verdict-talk", 30, "leans = [\"community-manager\"]", "verdict = \"community-manager\""),
    ("verdict-plan", 40, "leans = [\"social-media-manager\"]", "verdict = \"social-media-manager\""),
    (
        "verdict-open-late",
        50,
        "needs = [\"either\"], stage = [\"established\"]",
        "verdict = \"community-manager\"",
    ),
    ("verdict-open", 55, "needs = [\"either\"]", "verdict = \"social-media-manager\""),
    ("order-talk", 10, "heavier = [\"community-manager\"]", "first = \"community-manager\""),
    ("order-plan", 20, "", "first = \"social-media-manager\""),
    ("staff-nobody", 10, "verdict = [\"neither\"]", "arrange = \"nobody\""),
    ("staff-wait", 20, "hires = [\"zero\"]", "arrange = \"wait\""),
    ("staff-one-for-both", 30, "verdict = [\"both\"], hires = [\"one\"]", "arrange = \"one-for-both\""),
    ("staff-team", 40, "verdict = [\"both\"], load = [\"heavy\"]", "arrange = \"team\""),
    ("staff-pair", 50, "verdict = [\"both\"]", "arrange = \"pair\""),
    ("staff-single", 60, "", "arrange = \"single\""),
    ("advice-agency", 0, "agency = [\"yes\"]", "advise = true"),
    ("advice-alone", 0, "goals_all = [\"talk\"], goals_none = [\"plan\", \"sell\"]", "advise = true"),
];

const REST: &str = r#"
degrees = [
  { id = "mainly", per_mille = 800, meaning = { fr = "x", en = "x" }, sources = ["book"] },
  { id = "can", per_mille = 600, meaning = { fr = "x", en = "x" }, sources = ["book"] },
]
arrangements = [
  { id = "nobody", name = { fr = "x", en = "x" }, headline = { fr = "Personne.", en = "Nobody." }, reporting = { fr = "x", en = "x" }, sources = ["book"] },
  { id = "wait", name = { fr = "x", en = "x" }, headline = { fr = "x", en = "Later {first}, {third}{" }, reporting = { fr = "x", en = "x" }, sources = ["book"] },
  { id = "single", name = { fr = "x", en = "x" }, headline = { fr = "Un {first}.", en = "Hire {first}." }, reporting = { fr = "x", en = "x" }, sources = ["book"], positions = [{ seat = "first", smm_level = "senior", cm_level = "mid" }] },
  { id = "one-for-both", combines = true, name = { fr = "x", en = "x" }, headline = { fr = "x", en = "One person." }, reporting = { fr = "x", en = "x" }, sources = ["book"], positions = [{ seat = "hybrid", smm_level = "senior", cm_level = "mid" }] },
  { id = "pair", name = { fr = "x", en = "x" }, headline = { fr = "x", en = "{first}, then {second}." }, reporting = { fr = "x", en = "x" }, sources = ["book"], positions = [{ seat = "first", smm_level = "senior", cm_level = "mid" }, { seat = "second", smm_level = "mid", cm_level = "junior" }], phases = [{ id = "now", when = { fr = "x", en = "now" }, action = { fr = "x", en = "hire {first}" }, sources = ["book"] }] },
  { id = "team", name = { fr = "x", en = "x" }, headline = { fr = "x", en = "A team." }, reporting = { fr = "x", en = "x" }, sources = ["book"], positions = [{ seat = "social-media-manager", smm_level = "senior", cm_level = "mid" }, { seat = "community-managers", smm_level = "mid", cm_level = "junior" }] },
]
principles = [{ id = "both-count", text = { fr = "x", en = "Both roles count." }, sources = ["book"] }]
professions = [
  { id = "photographer", name = { fr = "x", en = "x" }, does = { text = { fr = "x", en = "x" }, sources = ["book"] }, task = [{ goal = "site", fit = "alternative", text = { fr = "x", en = "its pictures" }, sources = ["book"] }] },
  { id = "web-developer", name = { fr = "x", en = "x" }, does = { text = { fr = "x", en = "x" }, sources = ["book"] }, task = [{ goal = "site", fit = "first", text = { fr = "x", en = "the site" }, sources = ["web/W1", "book"] }] },
]
disagreements = [
  { id = "who-talks", scope = "decision", topic = { fr = "x", en = "x" }, when = { goals_any = ["talk"] }, position = [{ text = { fr = "x", en = "x" }, sources = ["book/B1"] }], handling = { fr = "x", en = "x" } },
]
questions = [
  { id = "goals", text = { fr = "x", en = "x" }, why = { fr = "x", en = "x" }, help = { fr = "x", en = "x" }, sources = ["book"] },
  { id = "presence_stage", text = { fr = "x", en = "x" }, why = { fr = "x", en = "x" }, help = { fr = "x", en = "x" }, sources = ["book"] },
  { id = "team", text = { fr = "x", en = "x" }, why = { fr = "x", en = "x" }, help = { fr = "x", en = "x" }, sources = ["book"] },
  { id = "employees", text = { fr = "x", en = "x" }, why = { fr = "x", en = "x" }, help = { fr = "x", en = "x" }, sources = ["book"] },
  { id = "max_hires", text = { fr = "x", en = "x" }, why = { fr = "x", en = "x" }, help = { fr = "x", en = "x" }, sources = ["book"] },
  { id = "workload", text = { fr = "x", en = "x" }, why = { fr = "x", en = "x" }, help = { fr = "x", en = "x" }, sources = ["book"] },
]

[scales]
primary_points = 10
secondary_points = 4
dominance_percent = 80
sources = ["book"]

# A message takes 3 to 6 minutes and messages half of the week; a post 60 to 120 minutes and posts half of the week.
[scales.load]
minutes_per_message = { low = 3, high = 6 }
minutes_per_post = { low = 60, high = 120 }
conversation_percent = 50
creation_percent = 50
full_time_hours = 40
light_below_percent = 50
heavy_above_percent = 150
sources = ["book"]
"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tiny {
    goals: Vec<Goal>,
    rules: Vec<Rule>,
    degrees: Vec<Degree>,
    scales: Scales,
    arrangements: Vec<Arrangement>,
    principles: Vec<Item>,
    professions: Vec<Profession>,
    disagreements: Vec<Disagreement>,
    questions: Vec<Question>,
    sources: Vec<Source>,
}

/// The tiny data.
pub(in crate::domain) fn data() -> DecideData {
    data_with(&RULES)
}

/// The tiny data without the rules of these ids.
pub(super) fn data_without(ids: &[&str]) -> DecideData {
    let kept: Vec<Line<'_>> = RULES.iter().copied().filter(|(id, ..)| !ids.contains(id)).collect();
    data_with(&kept)
}

/// The tiny data with other rules.
pub(super) fn data_with(rules: &[Line<'_>]) -> DecideData {
    let list = |items: Vec<String>| items.join(",\n");
    let goals = ["talk", "care", "plan", "sell", "write", "site"].map(|id| {
        format!("{{ id = \"{id}\", theme = \"reach\", name = {{ fr = \"{id}\", en = \"{id}\" }}, help = {{ fr = \"x\", en = \"x\" }}, sources = [\"book\"] }}")
    });
    let rules = rules.iter().map(|(id, priority, when, then)| {
        format!("{{ id = \"{id}\", title = {{ fr = \"x\", en = \"{id}\" }}, valid_from = \"2026-01-01\", verified_on = \"2026-01-01\", strength = \"survey\", priority = {priority}, when = {{ {when} }}, then = {{ {then} }}, because = {{ fr = \"x\", en = \"x\" }}, sources = [\"book/B1\"] }}")
    });
    let sources = ["book", "web", "unread"].map(|id| {
        format!("{{ id = \"{id}\", title = \"{id}\", publisher = \"{id}\", retrieved_on = \"2026-01-01\", kind = \"blog\", reliability = \"low\", licence = \"x\", covers = {{ fr = \"x\", en = \"x\" }} }}")
    });
    let text = format!(
        "goals = [{}]\nrules = [{}]\nsources = [{}]\n{REST}",
        list(goals.to_vec()),
        list(rules.collect()),
        list(sources.to_vec())
    );
    let mut tiny: Tiny = toml::from_str(&text).unwrap();
    // The catalogue takes these from the records of the countries.
    tiny.scales.load.full_time_hours_by_country.insert("FR".to_owned(), 35);
    let goal_index = GoalIndex::new(tiny.goals.iter().map(|goal| goal.id.clone()));
    let matcher = |item: &Disagreement| conditions_matcher(&item.when, &goal_index);
    DecideData {
        disagreement_matchers: tiny.disagreements.iter().map(matcher).collect(),
        source_index: DecideData::index_sources(&tiny.sources),
        source_json: DecideData::write_sources(&tiny.sources),
        goals: tiny.goals,
        goal_index,
        rules: tiny.rules,
        degrees: tiny.degrees,
        scales: tiny.scales,
        arrangements: tiny.arrangements,
        principles: tiny.principles,
        professions: tiny.professions,
        disagreements: tiny.disagreements,
        questions: tiny.questions,
        remarks: Vec::new(),
        sources: tiny.sources,
    }
}

/// A day on which every rule is in force.
pub(super) fn day() -> Day {
    parse_day("2026-06-01").unwrap()
}

/// The tiny data with their rulebook.
pub(super) fn book() -> (DecideData, RuleBook) {
    compiled(data())
}

/// Data with their rulebook.
pub(super) fn compiled(data: DecideData) -> (DecideData, RuleBook) {
    let book = RuleBook::compile(&data, day());
    (data, book)
}

/// What an answer in English is made from.
pub(super) fn context<'c>(data: &'c DecideData, book: &'c RuleBook) -> Context<'c> {
    Context {
        data,
        book,
        lang: Lang::En,
        as_of: day(),
        version: "1",
        digest: "d",
        role_names: ["a community manager", "a social media manager"],
    }
}

/// A set of goals by name; a name that ends in `-` is a secondary goal.
pub(super) fn goals(data: &DecideData, names: &str) -> GoalSet {
    let mut set = GoalSet::default();
    for name in names.split_whitespace() {
        let (name, priority) =
            name.strip_suffix('-').map_or((name, Priority::Primary), |name| (name, Priority::Secondary));
        set.add(data.goal_index.find(name).unwrap(), priority);
    }
    set
}

/// A growing presence with these goals, and nothing else told.
pub(super) fn profile(data: &DecideData, names: &str) -> Profile {
    Profile { presence_stage: Some(Stage::Growing), goals: Some(goals(data, names)), ..Profile::default() }
}

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
pub(super) const RULES: [Line<'static>; 24] = [
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
    ("staff-covered", 25, "load = [\"carried\"]", "arrange = \"wait\""),
    ("staff-one-for-both", 30, "verdict = [\"both\"], hires = [\"one\"]", "arrange = \"one-for-both\""),
    ("staff-team", 40, "verdict = [\"both\"], load = [\"heavy\", \"team\"]", "arrange = \"team\""),
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
  { id = "team", name = { fr = "x", en = "x" }, headline = { fr = "x", en = "A team." }, reporting = { fr = "x", en = "x" }, sources = ["book"], positions = [{ seat = "social-media-manager", smm_level = "senior", cm_level = "mid" }, { seat = "community-manager", smm_level = "mid", cm_level = "junior" }] },
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

# A message takes 6 minutes and a post 90; planning takes two hours. Where nobody said, there are 100 messages and 6 posts.
[work]
full_time_hours = 40
apprentice_percent = { value = 50, sources = ["book"] }
agency_hours = { low = 5, typical = 10, high = 20, sources = ["book"] }
part_below_percent = 30
stretch_percent = 115
own_share_percent = 40
slight_below_hours = 6
least_support_hours = 6
study_above_hours = 200
lead_from_people = 3
senior_from_people = 5
languages_for_two = 4
senior_goals = []
size_percent = { micro = 100, small = 100, medium = 100, large = 100, unknown = 100 }
ad_thousand = { EUR = 1000 }
sources = ["book"]
[work.hire]
one = { fr = "x", en = "{role}" }
part = { fr = "x", en = "{role} for {h} hours" }
many = { fr = "x", en = "{n} {role}" }
hybrid = { fr = "x", en = "both as {role}" }
hybrid_part = { fr = "x", en = "both as {role} for {h} hours" }
[work.assumed]
without_role_percent = 100
messages = { absent = { low = 50, typical = 100, high = 200 }, launching = { low = 50, typical = 100, high = 200 }, growing = { low = 50, typical = 100, high = 200 }, established = { low = 50, typical = 100, high = 200 } }
posts = { absent = { low = 3, typical = 6, high = 12 }, launching = { low = 3, typical = 6, high = 12 }, growing = { low = 3, typical = 6, high = 12 }, established = { low = 3, typical = 6, high = 12 } }
ad_thousands = { goals_any = [], low = 0, typical = 0, high = 0 }
market_percent = { b2b = 100, mixed = 100, b2c = 100, unknown = 100 }
size_percent = { micro = 100, small = 100, medium = 100, large = 100, unknown = 100 }
posts_size_percent = { micro = 100, small = 100, medium = 100, large = 100, unknown = 100 }
channels_percent = { one = 100, two = 100, three = 100, four = 100, more = 100 }
sources = ["book"]

[[work.task]]
id = "answering"
name = { fr = "x", en = "answering" }
support = [{ profession = "helper" }]
[[work.task.part]]
per = "message"
minutes = { low = 3, typical = 6, high = 9 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "moderating"
name = { fr = "x", en = "moderating" }
support = [{ profession = "helper" }]
[[work.task.part]]
per = "out-of-hours"
minutes = { low = 300, typical = 600, high = 900 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "producing-posts"
name = { fr = "x", en = "producing-posts" }
support = [{ profession = "maker" }]
[[work.task.part]]
per = "post"
minutes = { low = 60, typical = 90, high = 120 }
strength = "opinion"
sources = ["book"]
[[work.task.part]]
per = "text-post"
minutes = { low = 60, typical = 90, high = 120 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "producing-long-video"
name = { fr = "x", en = "producing-long-video" }
support = [{ profession = "maker" }]
[[work.task.part]]
per = "long-video"
minutes = { low = 300, typical = 600, high = 900 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "planning"
name = { fr = "x", en = "planning" }
[[work.task.part]]
per = "need"
minutes = { low = 60, typical = 120, high = 180 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "animating"
name = { fr = "x", en = "animating" }
[[work.task.part]]
per = "own-space"
minutes = { low = 60, typical = 60, high = 60 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "producing-short-video"
name = { fr = "x", en = "producing-short-video" }
[[work.task.part]]
per = "own-space"
minutes = { low = 60, typical = 60, high = 60 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "advertising"
name = { fr = "x", en = "advertising" }
[[work.task.part]]
per = "own-space"
minutes = { low = 60, typical = 60, high = 60 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "listening"
name = { fr = "x", en = "listening" }
[[work.task.part]]
per = "own-space"
minutes = { low = 60, typical = 60, high = 60 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "analysis"
name = { fr = "x", en = "analysis" }
[[work.task.part]]
per = "own-space"
minutes = { low = 60, typical = 60, high = 60 }
strength = "opinion"
sources = ["book"]

[[work.task]]
id = "coordination"
name = { fr = "x", en = "coordination" }
[[work.task.part]]
per = "own-space"
minutes = { low = 60, typical = 60, high = 60 }
strength = "opinion"
sources = ["book"]

[[work.support]]
id = "helper"
name = { fr = "x", en = "helper" }
one = { fr = "x", en = "a helper" }
part = { fr = "x", en = "a part-time helper" }
many = { fr = "x", en = "{n} helpers" }
study = { fr = "x", en = "much for helpers" }
study_step = { fr = "x", en = "study helpers" }
sources = ["book"]

[[work.support]]
id = "maker"
name = { fr = "x", en = "maker" }
one = { fr = "x", en = "a maker" }
part = { fr = "x", en = "a part-time maker" }
many = { fr = "x", en = "{n} makers" }
study = { fr = "x", en = "much for makers" }
study_step = { fr = "x", en = "study makers" }
sources = ["book"]

[[work.published]]
employees_from = 1
text = { fr = "x", en = "Most have three." }
sources = ["book"]
"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tiny {
    goals: Vec<Goal>,
    rules: Vec<Rule>,
    degrees: Vec<Degree>,
    scales: Scales,
    work: super::scale::WorkScale,
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
    tiny.work.full_time_hours_by_country.insert("FR".to_owned(), 35);
    let goal_index = GoalIndex::new(tiny.goals.iter().map(|goal| goal.id.clone()));
    let matcher = |item: &Disagreement| conditions_matcher(&item.when, &goal_index);
    DecideData {
        disagreement_matchers: tiny.disagreements.iter().map(matcher).collect(),
        source_index: DecideData::index_sources(&tiny.sources),
        source_json: vec![std::sync::OnceLock::new(); tiny.sources.len()],
        goals: tiny.goals,
        rules: tiny.rules,
        degrees: tiny.degrees,
        scales: tiny.scales,
        work: {
            tiny.work.index_goals(&goal_index, 0);
            tiny.work
        },
        arrangements: tiny.arrangements,
        principles: tiny.principles,
        professions: tiny.professions,
        disagreements: tiny.disagreements,
        questions: tiny.questions,
        remarks: Vec::new(),
        sources: tiny.sources,
        goal_index,
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

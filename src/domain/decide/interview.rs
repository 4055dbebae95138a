//! Which question to ask next: the one whose answers can change the result most; none when no answer can.
//!
//! The result depends on the optional inputs only through a few classes (size, salaries, team, load), so every
//! combination of the open ones is tried. Stage and goals are required; they are weighed the same way, with one
//! set of goals standing for each kind of need.

use serde::Serialize;
use utoipa::ToSchema;

use super::answer::Part;
use super::assign::Maker;
use super::context::Context;
use super::facts::{Facts, Hires, Staff};
use super::hours::{Hours, LoadClass};
use super::rule::Seat;
use super::rulebook::{DecideData, GoalKind, RuleBook, Tally};
use super::run::{counted_first, next_hire};
use super::team::Cap;
use crate::domain::goal::{GoalId, GoalSet, members};
use crate::domain::input::questions::TEAM;
use crate::domain::profile::Profile;
use crate::domain::text::{Lang, Phrase};
use crate::domain::vocab::{Role, Size, Stage, Verdict};

/// The inputs that can change the result, by the name of their field in a profile.
pub const ASKED: [&str; 6] = ["presence_stage", "goals", "employees", "max_hires", "team", "workload"];

/// Those of them without which there is no recommendation.
pub const REQUIRED: [&str; 2] = ["presence_stage", "goals"];

/// A result small enough to compare: verdict, arrangement, first hire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Outcome {
    verdict: Verdict,
    /// Position of the arrangement; 255 when a table has a gap.
    arrangement: u8,
    first: Option<Role>,
}

/// Results numbered from 0 in order of appearance, so that a set of them is one machine word (what goes beyond 64
/// shares the last bit: there are at most 4 verdicts × 9 arrangements × 3 first hires, and far fewer occur).
fn numbered(results: &[Outcome]) -> Vec<u64> {
    // Neighbours are mostly alike, so the last one is looked at before the list of those seen.
    let mut seen: Vec<Outcome> = Vec::with_capacity(24);
    let mut last = (None, 0_u64);
    results
        .iter()
        .map(|result| {
            if last.0 != Some(*result) {
                let at = seen.iter().position(|known| known == result).unwrap_or_else(|| {
                    seen.push(*result);
                    seen.len() - 1
                });
                last = (Some(*result), 1 << at.min(63));
            }
            last.1
        })
        .collect()
}

/// What asking one question can still bring about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Field of the profile.
    pub field: &'static str,
    /// Different results over its answers and those of the other open questions.
    pub before: usize,
    /// The same, added up over its answers: the lower against `before` × answers, the more it settles.
    pub after: usize,
    /// How many answers were tried.
    pub answers: usize,
    /// Parts of the answer that it can change.
    pub parts: Vec<Part>,
    /// Hours a week by which an answer can narrow the estimate of the work.
    pub narrows: Hours,
}

struct Space {
    stages: Vec<Stage>,
    goals: Vec<Tally>,
    sizes: Vec<Size>,
    hires: Vec<Hires>,
    /// Who may be there, and the load that each then has where it is known: several people share it.
    staff: Vec<(Facts, Option<LoadClass>)>,
    /// As estimated, or any class that an answer can make it.
    load: Vec<Option<LoadClass>>,
}

impl Space {
    fn dims(&self) -> [usize; 6] {
        [
            self.stages.len(),
            self.goals.len(),
            self.sizes.len(),
            self.hires.len(),
            self.staff.len(),
            self.load.len(),
        ]
    }
}

/// Whether a field of the profile still waits for an answer.
#[must_use]
pub fn unanswered(profile: &Profile, field: &str) -> bool {
    match field {
        "presence_stage" => profile.presence_stage.is_none(),
        "goals" => profile.goals.is_none(),
        "employees" => profile.employees.is_none(),
        "max_hires" => profile.max_hires.is_none(),
        "team" => profile.team.is_none(),
        "workload" => profile.workload.is_none_or(|load| {
            load.messages_per_week.is_none() || load.posts_per_week.is_none() && load.posts.is_none()
        }),
        _ => false,
    }
}

/// The open questions that can still change the result, the most useful first.
///
/// `skipped` holds fields that the user does not want to answer.
#[must_use]
pub fn open_questions(data: &DecideData, book: &RuleBook, profile: &Profile, skipped: &[&str]) -> Vec<Open> {
    let asks = |field: &str| unanswered(profile, field) && !skipped.contains(&field);
    if !ASKED.iter().any(|field| asks(field)) {
        return Vec::new();
    }
    let known = Facts::of(profile);
    let space = Space {
        stages: profile.presence_stage.map_or_else(|| Stage::ALL.to_vec(), |stage| vec![stage]),
        goals: profile.goals.map_or_else(|| samples(book), |goals| vec![book.tally(goals)]),
        sizes: if asks("employees") { Size::ALL.to_vec() } else { vec![profile.size()] },
        hires: if asks("max_hires") { Hires::ALL.to_vec() } else { Vec::new() },
        staff: if asks("team") {
            // How many are there is not known either: a load that one person cannot carry may be light for three.
            let shared = LoadClass::ALL;
            let classes = |staff: Staff| {
                let shared = shared.iter().filter(move |_| staff != Staff::None);
                std::iter::once(None).chain(shared.copied().map(Some))
            };
            let of =
                |staff: &Staff| classes(*staff).map(|class| (Facts::from(*staff), class)).collect::<Vec<_>>();
            Staff::ALL.iter().flat_map(of).collect()
        } else {
            Vec::new()
        },
        load: if asks("workload") {
            std::iter::once(None).chain(LoadClass::ALL.iter().copied().map(Some)).collect()
        } else {
            Vec::new()
        },
    };
    let results = results(data, book, profile, known, &space);
    let dims = space.dims().map(|len| len.max(1));
    let bits = numbered(&results);
    let before = bits.iter().fold(0, |set, bit| set | bit).count_ones() as usize;
    let mut open: Vec<Open> = Vec::new();
    for (at, field) in ASKED.iter().enumerate() {
        if dims[at] < 2 {
            continue;
        }
        let inner: usize = dims[at + 1..].iter().product();
        let value = |index: usize| index / inner % dims[at];
        // Does changing this input alone, whatever the others, ever change the result?
        let mut changes = [false; 3];
        let mut sets = [0_u64; 64];
        for (index, result) in results.iter().enumerate() {
            let value = value(index);
            sets[value % 64] |= bits[index];
            let base = &results[index - value * inner];
            if bits[index] != bits[index - value * inner] {
                changes[0] |= result.verdict != base.verdict;
                changes[1] |= result.first != base.first;
                changes[2] |= result.arrangement != base.arrangement;
            }
        }
        let mut parts: Vec<Part> =
            Part::ALL.iter().zip(changes).filter(|(_, changes)| *changes).map(|(part, _)| *part).collect();
        if parts.is_empty() {
            // Stage and goals stand in the reasons even where the result is settled without them; only other
            // professions' goals make the stage irrelevant.
            if !REQUIRED.contains(field) || settled_without_stage(book, profile) {
                continue;
            }
            parts.push(Part::Reasons);
        }
        let after = sets.iter().map(|set| set.count_ones() as usize).sum();
        let narrows = narrows(data, book, profile, field);
        open.push(Open { field, before, after, answers: dims[at], parts, narrows });
    }
    // What an answer cannot do without comes first; then what can change the verdict; then what settles most.
    let place =
        |field: &str| data.questions.iter().position(|question| question.id == field).unwrap_or(usize::MAX);
    open.sort_by(|a, b| {
        let verdict = |open: &Open| !open.parts.contains(&Part::Verdict);
        let left = |open: &Open, other: &Open| open.after * other.answers;
        let optional = |open: &Open| !REQUIRED.contains(&open.field);
        let narrows = |open: &Open| std::cmp::Reverse(open.narrows);
        (optional(a), verdict(a), narrows(a), left(a, b), place(a.field)).cmp(&(
            optional(b),
            verdict(b),
            narrows(b),
            left(b, a),
            place(b.field),
        ))
    });
    open
}

/// By how many hours an answer can narrow the estimate: what the unsaid counts leave open, or how far the sizes differ.
fn narrows(data: &DecideData, book: &RuleBook, profile: &Profile, field: &str) -> Hours {
    let Ok(core) = book.decide_profile(profile) else { return Hours(0) };
    let of = |profile: &Profile| data.work.estimate(profile, core.verdict).total();
    match field {
        "workload" => {
            let open = of(profile);
            let load = data.work.estimate(profile, core.verdict);
            let mut workload = profile.workload.unwrap_or_default();
            let taken =
                |input: super::hours::Input| load.assumed[input as usize].map(|estimate| estimate.typical);
            workload.messages_per_week =
                workload.messages_per_week.or_else(|| taken(super::hours::Input::Messages));
            workload.posts_per_week = workload.posts_per_week.or_else(|| taken(super::hours::Input::Posts));
            let said = of(&Profile { workload: Some(workload), ..*profile });
            open.high.less(open.low).less(said.high.less(said.low))
        }
        "employees" => {
            let sizes = Size::ALL.iter().filter_map(|size| size.employees_from());
            let hours =
                sizes.map(|employees| of(&Profile { employees: Some(employees), ..*profile }).typical);
            let (least, most) = hours.fold((Hours(u32::MAX), Hours(0)), |(least, most), hours| {
                (least.min(hours), most.max(hours))
            });
            most.less(least)
        }
        _ => Hours(0),
    }
}

/// Whether the goals belong to other professions only, so that no stage could change anything.
#[must_use]
pub fn settled_without_stage(book: &RuleBook, profile: &Profile) -> bool {
    profile.goals.is_some_and(|goals| goals.all() & !book.outside_goals == 0)
}

/// One set of goals for each kind of need: every class alone, and a primary goal of each role together.
fn samples(book: &RuleBook) -> Vec<Tally> {
    let first = |set: u64| members(set).next();
    let mut sets: Vec<u64> = book
        .classes
        .iter()
        .filter_map(|class| first(*class))
        .filter(|goal| book.goals[usize::from(goal.0)].kind != GoalKind::Unread)
        .map(GoalId::bit)
        .collect();
    if let (Some(cm), Some(smm)) = (first(book.cm_goals), first(book.smm_goals)) {
        sets.push(cm.bit() | smm.bit());
    }
    sets.into_iter().map(|primary| book.tally(GoalSet { primary, secondary: 0 })).collect()
}

/// The result of every combination, the last dimension fastest.
fn results(
    data: &DecideData,
    book: &RuleBook,
    profile: &Profile,
    known: Facts,
    space: &Space,
) -> Vec<Outcome> {
    let mut results = Vec::with_capacity(space.dims().map(|len| len.max(1)).iter().product());
    for stage in &space.stages {
        for tally in &space.goals {
            for size in &space.sizes {
                let facts =
                    known.with(super::facts::STAGE, (*stage).into()).with(super::facts::SIZE, (*size).into());
                let core = book.decide(tally, facts);
                let of = Profile {
                    presence_stage: Some(*stage),
                    employees: if space.sizes.len() > 1 { size.employees_from() } else { profile.employees },
                    ..*profile
                };
                let load =
                    core.as_ref().ok().map(|core| (core.verdict, data.work.estimate(&of, core.verdict)));
                let maker = load.as_ref().map(|(verdict, load)| Maker {
                    scale: &data.work,
                    goals: &data.goal_index,
                    load,
                    verdict: *verdict,
                    profile: &of,
                });
                let class = maker.map_or(LoadClass::Carried, |maker| maker.class());
                // Of those who hold both roles, the counted hours say which comes first: once for each arrangement.
                let mut firsts: Vec<(usize, Option<Role>)> = Vec::new();
                let mut counted = |at: usize, lead: Role| {
                    let maker = maker.filter(|maker| maker.load.told())?;
                    let arrangement = data.arrangements.get(at)?;
                    if !arrangement.positions.iter().any(|item| item.seat == Seat::Hybrid) {
                        return None;
                    }
                    if let Some((_, first)) = firsts.iter().find(|(known, _)| *known == at) {
                        return *first;
                    }
                    let first = counted_first(maker.load, &maker.team(arrangement, lead, Cap::default()));
                    firsts.push((at, first));
                    first
                };
                each(&space.hires, |hires| {
                    each(&space.staff, |staff| {
                        each(&space.load, |load| {
                            let Ok(core) = &core else {
                                return results.push(Outcome {
                                    verdict: Verdict::Neither,
                                    arrangement: u8::MAX,
                                    first: None,
                                });
                            };
                            let shared = staff.and_then(|(_, shared)| *shared);
                            let told = shared.or(load.copied().flatten()).unwrap_or(class);
                            let mut facts = core.facts.and(told.into());
                            if let Some(hires) = hires {
                                facts = facts.with(super::facts::HIRES, (*hires).into());
                            }
                            if let Some((staff, _)) = staff {
                                facts = facts.with(super::facts::STAFF, *staff);
                            }
                            let arrangement = book
                                .staff(facts, tally.goals.all())
                                .map_or(usize::MAX, |row| book.staffing[row].effect);
                            let hired = data.arrangements.get(arrangement).is_some_and(|item| {
                                item.positions.iter().any(|item| item.seat != Seat::More)
                            });
                            let first = core.lead.filter(|_| hired).map(|lead| {
                                counted(arrangement, lead).unwrap_or_else(|| next_hire(core, facts, lead))
                            });
                            let arrangement = u8::try_from(arrangement).unwrap_or(u8::MAX);
                            results.push(Outcome { verdict: core.verdict, arrangement, first });
                        });
                    });
                });
            }
        }
    }
    results
}

/// Visits every value, or `None` once where the input is not open.
fn each<'v, T>(values: &'v [T], mut visit: impl FnMut(Option<&'v T>)) {
    if values.is_empty() {
        visit(None);
    }
    values.iter().for_each(|value| visit(Some(value)));
}

/// One value that may be chosen.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Choice<'c> {
    /// What to send.
    pub value: &'c str,
    /// What to show.
    pub label: Phrase<'c>,
    /// Heading under which to show it (goals only).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Phrase<'c>>,
    /// What choosing it means (goals only).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Phrase<'c>>,
}

crate::domain::vocab::vocabulary! {
    /// How a question is answered.
    AnswerKind("kind of answer") {
        /// One of the choices.
        One = "one",
        /// Any number of the choices, at least one.
        Many = "many",
        /// A whole number.
        Integer = "integer",
        /// An object with the fields named in `fields`.
        Object = "object",
    }
}

/// The question to ask.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Asked<'c> {
    /// Field of the profile that the answer fills.
    pub id: &'c str,
    /// The question.
    pub text: Phrase<'c>,
    /// Why it is asked.
    pub why: Phrase<'c>,
    /// How to answer.
    pub help: Phrase<'c>,
    /// Form of the answer.
    pub kind: AnswerKind,
    /// Choices, where the answer is one or several of them.
    pub choices: Vec<Choice<'c>>,
    /// Fields of the answer, where it is an object.
    pub fields: Vec<&'static str>,
    /// Parts of the answer that it can change.
    pub can_change: Vec<Part>,
    /// What makes it matter.
    pub sources: &'c crate::domain::provenance::Citations,
}

/// The next question, or the recommendation when none is left.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Interview<'c> {
    /// Whether no remaining answer can change the result.
    pub done: bool,
    /// The question to ask next; null when done.
    #[schema(required)]
    pub question: Option<Asked<'c>>,
    /// Open questions that can still change the result, this one included.
    pub open: Vec<&'static str>,
    /// Fields that the user passed over.
    pub skipped: Vec<&'static str>,
    /// The answer so far, as soon as stage and goals are known or no longer matter; null before.
    #[schema(required)]
    pub recommendation: Option<super::answer::Recommendation<'c>>,
    /// The input as it was understood.
    #[schema(value_type = crate::domain::input::schema::PartialProfileSchema)]
    pub input: crate::domain::profile::NamedProfile<'c>,
    /// Language of the texts.
    pub lang: Lang,
    /// Day for which the answer holds.
    #[schema(value_type = String, format = Date)]
    pub as_of: crate::domain::dated::Day,
    /// Version of the data.
    pub data_version: &'c str,
    /// Publications cited by the question.
    pub sources: Vec<crate::domain::cite::SourceRef<'c>>,
}

/// The question with its choices.
///
/// `label` names the values of an attribute in the language of the answer.
#[must_use]
pub fn ask<'c>(
    context: &Context<'c>,
    open: &Open,
    label: impl Fn(&str, &str) -> Phrase<'c>,
) -> Option<Asked<'c>> {
    let lang = context.lang;
    let question = context.data.questions.iter().find(|question| question.id == open.field)?;
    let (kind, choices, fields): (AnswerKind, Vec<Choice<'c>>, Vec<&'static str>) = match open.field {
        "presence_stage" => {
            let choice =
                |id: &&'static str| Choice { value: id, label: label("stage", id), theme: None, help: None };
            (AnswerKind::One, Stage::IDS.iter().map(choice).collect(), Vec::new())
        }
        "goals" => {
            let choices = context.data.goals.iter().map(|goal| Choice {
                value: &goal.id,
                label: goal.name.phrase(lang),
                theme: Some(label("theme", goal.theme.id())),
                help: Some(goal.help.phrase(lang)),
            });
            (AnswerKind::Many, choices.collect(), Vec::new())
        }
        "team" => {
            // How much of full time they give is asked on the form: the answer to "who" stays a few numbers.
            let asked = TEAM.iter().filter(|field| field.name != "fte_percent");
            (AnswerKind::Object, Vec::new(), asked.map(|field| field.name).collect())
        }
        "workload" => (AnswerKind::Object, Vec::new(), vec!["messages_per_week", "posts_per_week"]),
        _ => (AnswerKind::Integer, Vec::new(), Vec::new()),
    };
    Some(Asked {
        id: &question.id,
        text: question.text.phrase(lang),
        why: question.why.phrase(lang),
        help: question.help.phrase(lang),
        kind,
        choices,
        fields,
        can_change: open.parts.clone(),
        sources: &question.sources,
    })
}

#[cfg(test)]
mod tests;

//! The answer to "whom should we hire?": every field that callers see, in the order in which it is written.
//!
//! Texts are borrowed from the catalogue in the language asked for; nothing here is computed.

use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::hours::{Hours, Input, LoadClass, Span, Task};
use super::rule::Layer;
use crate::domain::cite::{DisagreementView, SourceRef};
use crate::domain::dated::Day;
use crate::domain::money::Money;
use crate::domain::next::NextStep;
use crate::domain::profile::NamedProfile;
use crate::domain::provenance::{Citation, Citations};
use crate::domain::text::{Lang, Phrase};
use crate::domain::vocab::{Grade, Level, Priority, Role, Size, Stage, Strength, Verdict, vocabulary};

vocabulary! {
    /// Fixed sentences of an answer (`data/remarks.toml`).
    Remark("remark") {
        /// Only one goal counts.
        SingleGoal = "single-goal",
        /// Either role can serve the goals.
        OpenGoals = "open-goals",
        /// Sources disagree on a goal.
        DisputedGoals = "disputed-goals",
        /// Goals and stage point to different roles.
        StageAgainstGoals = "stage-against-goals",
        /// Near the threshold of dominance.
        NearThreshold = "near-threshold",
        /// Far from it.
        ClearBalance = "clear-balance",
        /// Fewer than three publications.
        FewSources = "few-sources",
        /// Three publications or more.
        SourcesAgree = "sources-agree",
        /// No survey or measurement.
        OpinionOnly = "opinion-only",
        /// Missing answers matter.
        OpenQuestions = "open-questions",
        /// Our own tie-break decides.
        OwnJudgement = "own-judgement",
        /// No budget given.
        BudgetNotGiven = "budget-not-given",
        /// Budget given, nothing to compare it with.
        BudgetNotUsed = "budget-not-used",
        /// No workload given.
        LoadUnknown = "load-unknown",
        /// No role is called for, so no load is estimated.
        LoadNotNeeded = "load-not-needed",
        /// The load is a range.
        LoadRange = "load-range",
        /// The range and what drives it.
        LoadSummary = "load-summary",
        /// When messages reach a number.
        WhenMessages = "when-messages",
        /// When posts do.
        WhenPosts = "when-posts",
        /// When either does.
        WhenEither = "when-either",
        /// Who joins then.
        ThenJoins = "then-joins",
        /// Several names in a sentence.
        And = "and",
        /// Those who join somebody whose description is long.
        AndBesides = "and-besides",
        /// When too much work to count people is looked into.
        StudyWhen = "study-when",
        /// When other professions join.
        SupportWhen = "support-when",
        /// Which of them.
        SupportJoins = "support-joins",
        /// When hours are nobody's.
        OpenWhen = "open-when",
        /// Hours that are nobody's.
        OpenHours = "open-hours",
        /// First by goals is the community manager, by hours the social media manager.
        ByHoursSocial = "by-hours-social",
        /// The other way round.
        ByHoursCommunity = "by-hours-community",
        /// The budget pays for a lower level.
        JuniorNow = "junior-now",
        /// Hours that are more than those in post have.
        Stretched = "stretched",
        /// Part of the goals is other professions' work.
        ForOtherProfessions = "for-other-professions",
        /// Bring in-house what an agency does.
        BringInHouse = "bring-in-house",
        /// Give the tasks to the profession.
        Entrust = "entrust",
    }
}

/// Whom to hire, why, and what would change it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Recommendation<'c> {
    /// The answer in one sentence.
    pub headline: String,
    /// Its reasons in three sentences at most.
    pub summary: Vec<String>,
    /// What to ask next, three questions at most.
    pub next: Vec<NextStep>,
    /// Which role is needed.
    pub verdict: Verdict,
    /// Whom to hire first; null when nobody is to be hired.
    #[schema(required)]
    pub first_hire: Option<Role>,
    /// How to staff it.
    pub staffing: Staffing<'c>,
    /// Goals that other professions serve, always reported, whatever the verdict.
    pub other_professions: Vec<OtherProfession<'c>>,
    /// Points of both roles.
    pub scores: Scores,
    /// How far the answer can be relied on, and why.
    pub confidence: Confidence<'c>,
    /// Rules that led to the answer, most decisive layer first.
    pub reasons: Vec<Reason<'c>>,
    /// What else to consider; decides nothing.
    pub advice: Vec<Reason<'c>>,
    /// Where the sources disagree on something that matters here.
    pub disagreements: Vec<DisagreementView<'c>>,
    /// Smallest changes of the input that change the verdict.
    pub counterfactuals: Vec<Counterfactual<'c>>,
    /// The verdict that comes nearest, and how near.
    #[schema(required)]
    pub runner_up: Option<RunnerUp>,
    /// Rules that nearly applied and would have led elsewhere.
    pub why_not: Vec<WhyNot<'c>>,
    /// Missing inputs that can still change the answer, the most useful first.
    pub next_questions: Vec<NextQuestion<'c>>,
    /// Steps, in order.
    pub plan: Vec<Step<'c>>,
    /// Pay and cost of each position; null without a country or without positions.
    #[schema(required)]
    pub pay: Option<crate::domain::pay::answer::PaySummary<'c>>,
    /// What became of the budget.
    pub budget: Budget,
    /// Where to go from here.
    pub links: Links,
    /// The input as it was understood; sending it again gives the same answer.
    #[schema(value_type = crate::domain::input::schema::PartialProfileSchema)]
    pub input: NamedProfile<'c>,
    /// Language of the texts.
    pub lang: Lang,
    /// Day for which the answer holds.
    #[schema(value_type = String, format = Date)]
    pub as_of: Day,
    /// Version of the data.
    pub data_version: &'c str,
    /// SHA-256 of input, day, rules and data: equal digests, equal answers.
    pub digest: String,
    /// Every publication cited above.
    #[schema(value_type = Vec<SourceRef<'c>>)]
    pub sources: Vec<&'c RawValue>,
}

/// How to staff the need.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Staffing<'c> {
    /// Id of the arrangement.
    pub arrangement: &'c str,
    /// Its name.
    pub name: Phrase<'c>,
    /// Community and social media managers to hire; those in post are in `existing`, other professions in `support`.
    pub people: u32,
    /// Positions to fill, in order of hiring.
    pub positions: Vec<PositionView>,
    /// Those who are there already, with the hours that they bring.
    pub existing: Existing,
    /// Professions that take what one post cannot hold.
    pub support: Vec<SupportView<'c>>,
    /// The tasks, with their hours and who does them. The typical hours of a task are those of its people together.
    pub work: Vec<WorkView<'c>>,
    /// Whom they report to.
    pub reporting: Phrase<'c>,
    /// How one person holds both roles; empty otherwise.
    pub principles: Vec<PrincipleView<'c>>,
    /// All the work together.
    pub load: LoadView<'c>,
    /// Published sizes of such teams; null where nobody is needed.
    #[schema(required)]
    pub published: Option<PublishedView<'c>>,
    /// Other ways of getting the work done, beside what is recommended.
    pub alternatives: Vec<StaffingAlternative<'c>>,
    /// What stands behind the arrangement.
    pub sources: &'c Citations,
}

/// One position to fill.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PositionView {
    /// Roles that the person holds: one, or both.
    pub roles: Vec<Role>,
    /// How many such people.
    pub count: u32,
    /// Level to look for.
    pub level: Level,
    /// How the week divides between roles when one person holds both; percents add up to 100.
    pub time_split: Vec<TimeSplit>,
    /// Hours of work a week for all of them.
    pub hours: Hours,
    /// Share of a full-time post that this is for each, in percent; over 100 where a post is more than filled.
    pub fte_percent: u32,
    /// What they do.
    pub tasks: Vec<TaskTime>,
}

/// Hours of one task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct TaskTime {
    /// The task.
    pub task: Task,
    /// Hours a week.
    pub hours: Hours,
}

/// Those who are there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Existing {
    /// Community managers in post.
    pub community_managers: u32,
    /// Social media managers in post.
    pub social_media_managers: u32,
    /// Apprentices and interns.
    pub apprentices: u32,
    /// Whether an agency or freelance works for the company.
    pub agency: bool,
    /// Hours a week that all of them bring.
    pub hours: Hours,
    /// Hours of those that the work leaves free.
    pub spare_hours: Hours,
}

/// A profession that takes what one post cannot hold.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SupportView<'c> {
    /// Its id in `data/work.toml`.
    pub profession: &'c str,
    /// Its name.
    pub name: Phrase<'c>,
    /// How many; null where their number is a matter for a study of its own.
    #[schema(required)]
    pub people: Option<u32>,
    /// Hours a week for all of them.
    pub hours: Hours,
    /// Share of a full-time post for each, in percent; null without a number of people.
    #[schema(required)]
    pub fte_percent: Option<u32>,
    /// Hours that there are at least, where people are not counted; null otherwise.
    #[schema(required)]
    pub hours_at_least: Option<Hours>,
    /// What they do.
    pub tasks: Vec<TaskTime>,
    /// What stands behind it.
    pub sources: &'c Citations,
}

/// One task of the work.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WorkView<'c> {
    /// Which.
    pub task: Task,
    /// Its name.
    pub name: Phrase<'c>,
    /// Hours a week, as a range.
    pub hours: Span,
    /// Its share of all typical hours, in percent.
    pub percent: u32,
    /// Whether it rests on something that was not said.
    pub assumed: bool,
    /// Who does it.
    pub who: Vec<Share<'c>>,
    /// What stands behind the estimate.
    pub sources: Vec<&'c str>,
}

/// What somebody does of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Share<'c> {
    /// A role to hire, `hybrid`, somebody in post, `apprentice`, `agency`, a profession of `support`, `outside` (an agency
    /// or freelance instead of a hire), or `open` (nobody yet).
    pub who: &'c str,
    /// Hours a week.
    pub hours: Hours,
}

/// Published sizes of teams.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct PublishedView<'c> {
    /// What was found.
    pub text: Phrase<'c>,
    /// Who says so.
    pub sources: &'c Citations,
}

vocabulary! {
    /// Another way of getting the work done.
    StaffingAlternativeKind("alternative") {
        /// Do what an agency does with people of one's own.
        BringInHouse = "bring-in-house",
    }
}

/// Another way of getting the work done.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StaffingAlternative<'c> {
    /// Which.
    pub id: StaffingAlternativeKind,
    /// What it means here.
    pub text: String,
    /// Hours a week concerned.
    pub hours: Hours,
    /// What it costs now, a year; null where that is not known.
    #[schema(required)]
    pub cost_now: Option<Money>,
    /// What it would cost, a year; null where that is not known.
    #[schema(required)]
    pub cost_then: Option<Money>,
    /// Who says so.
    pub sources: Vec<&'c str>,
}

/// Part of a week that goes to one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct TimeSplit {
    /// The role.
    pub role: Role,
    /// Percent of the week.
    pub percent: u32,
}

/// One principle for combining both roles.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct PrincipleView<'c> {
    /// Id of the principle in `data/principles.toml`, stable between releases.
    pub id: &'c str,
    /// The principle.
    pub text: Phrase<'c>,
    /// Who says it.
    pub sources: &'c Citations,
}

/// All the work together.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LoadView<'c> {
    /// The work that nobody in post does yet, roughly.
    pub class: LoadClass,
    /// Hours a week of all tasks, as a range.
    pub hours: Span,
    /// Hours of a full-time week used.
    pub full_time_hours: u32,
    /// The range and what drives it, in a sentence.
    pub summary: String,
    /// What was taken for inputs that were not given.
    pub assumed: Vec<Assumption>,
    /// How to read it.
    pub note: Phrase<'c>,
    /// What stands behind the parameters.
    pub sources: &'c Citations,
}

/// What was taken for an input that was not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Assumption {
    /// The input; `ad_budget_per_month` in thousands.
    pub input: Input,
    /// Low end.
    pub low: u32,
    /// What staffing follows.
    pub typical: u32,
    /// High end.
    pub high: u32,
}

/// Another profession and the goals that it serves.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OtherProfession<'c> {
    /// Id of the profession.
    pub id: &'c str,
    /// Its name.
    pub name: Phrase<'c>,
    /// Whether it is the first one to think of for at least one of the goals.
    pub first_choice: bool,
    /// Goals that it serves, of those ticked.
    pub goals: Vec<&'c str>,
    /// The tasks.
    pub tasks: Vec<Phrase<'c>>,
    /// Who says so.
    pub sources: Vec<&'c Citation>,
}

/// Points of both roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Scores {
    /// The community manager's.
    pub community_manager: Score,
    /// The social media manager's.
    pub social_media_manager: Score,
    /// Share of points, in percent, from which one role dominates.
    pub dominance_percent: u32,
    /// Goals that either role can serve.
    pub open_goals: u32,
    /// Goals of other professions.
    pub outside_goals: u32,
}

/// Points of one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Score {
    /// Points after stage and size.
    pub points: i64,
    /// Share of all points, in percent; both shares add up to 100, or are 0 without points.
    pub percent: u32,
}

/// How far the answer can be relied on.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Confidence<'c> {
    /// Grade.
    pub grade: Grade,
    /// What raises or lowers the grade, the weightiest first.
    pub causes: Vec<Cause<'c>>,
}

/// One cause of the confidence.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Cause<'c> {
    /// Code.
    pub code: Remark,
    /// Whether it lowers the grade.
    pub lowers: bool,
    /// In words.
    pub text: Phrase<'c>,
}

/// A rule that applied.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Reason<'c> {
    /// Id of the rule.
    pub rule: &'c str,
    /// Which question it answers.
    pub layer: Layer,
    /// What it says.
    pub title: Phrase<'c>,
    /// Why the rule counts here, in one sentence.
    pub text: Phrase<'c>,
    /// Goals that it read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<&'c str>,
    /// Points that it gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// How strong the evidence is.
    pub strength: Strength,
    /// Who says it.
    pub sources: &'c Citations,
}

/// Points given to the roles, or the factor on their points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Weight {
    /// The community manager's points, or factor in percent.
    pub community_manager: i64,
    /// The social media manager's points, or factor in percent.
    pub social_media_manager: i64,
    /// Unit of both: `points` or `percent`.
    pub unit: &'static str,
}

/// The smallest change of one kind that changes the verdict. No part of it would be enough.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Counterfactual<'c> {
    /// What to change, all of it.
    pub changes: Vec<Change<'c>>,
    /// The verdict that results.
    pub verdict: Verdict,
    /// Who would lead.
    #[schema(required)]
    pub lead: Option<Role>,
    /// The team that results, where the change is one of the load: the verdict stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamChange<'c>>,
}

/// The team after a change of the load.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TeamChange<'c> {
    /// Community and social media managers to hire.
    pub people: u32,
    /// Professions that help: how many of each; null where their number is a matter for a study.
    pub support: Vec<SupportCount<'c>>,
    /// Who joins, in a sentence.
    pub text: String,
    /// The positions then, for those who price them.
    #[serde(skip)]
    pub positions: Vec<PositionView>,
}

/// How many of a profession.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct SupportCount<'c> {
    /// The profession.
    pub profession: &'c str,
    /// How many.
    #[schema(required)]
    pub people: Option<u32>,
}

/// One change of the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "action", rename_all = "kebab-case")]
pub enum Change<'c> {
    /// Tick more goals, as primary.
    AddGoals {
        /// How many of them.
        count: u32,
        /// Any of these.
        any_of: Vec<&'c str>,
    },
    /// Untick goals.
    RemoveGoals {
        /// How many of them.
        count: u32,
        /// Any of these.
        any_of: Vec<&'c str>,
    },
    /// Give goals another priority.
    SetPriority {
        /// How many of them.
        count: u32,
        /// Any of these.
        any_of: Vec<&'c str>,
        /// The new priority.
        priority: Priority,
    },
    /// Another stage.
    SetStage {
        /// The new stage.
        stage: Stage,
    },
    /// A count of the load that is reached.
    SetCount {
        /// The field of the profile.
        field: &'static str,
        /// From this number on.
        at_least: u32,
    },
    /// A yearly budget that is reached.
    SetBudget {
        /// From this amount on.
        at_least: Money,
    },
    /// Another size.
    SetSize {
        /// The new size class.
        size: Size,
        /// Smallest number of employees in it.
        employees_from: u32,
    },
}

impl<'c> Change<'c> {
    /// How many of which goals it is about, where it is about goals.
    #[must_use]
    pub fn goals(&self) -> Option<(u32, &[&'c str])> {
        match self {
            Self::AddGoals { count, any_of }
            | Self::RemoveGoals { count, any_of }
            | Self::SetPriority { count, any_of, .. } => Some((*count, any_of)),
            _ => None,
        }
    }
}

/// The verdict that comes nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct RunnerUp {
    /// Which.
    pub verdict: Verdict,
    /// Percentage points of share that separate it from the verdict given.
    pub share_gap: u32,
}

/// A rule that nearly applied.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WhyNot<'c> {
    /// Id of the rule.
    pub rule: &'c str,
    /// Which question it answers.
    pub layer: Layer,
    /// What it says.
    pub title: Phrase<'c>,
    /// Each condition that failed.
    pub failed: Vec<FailedCondition<'c>>,
}

/// A condition that failed, with what was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FailedCondition<'c> {
    /// Attribute, or `goals_any`, `goals_all`, `goals_none`.
    pub condition: &'static str,
    /// Values that the rule accepts.
    pub expected: Vec<&'c str>,
    /// Values given.
    pub given: Vec<&'c str>,
}

vocabulary! {
    /// Part of an answer that an input can change.
    Part("part of the answer") {
        /// Which role.
        Verdict = "verdict",
        /// Whom first.
        FirstHire = "first-hire",
        /// How many, in which arrangement.
        Staffing = "staffing",
        /// Only reasons, advice and confidence.
        Reasons = "reasons",
    }
}

/// An input that can still change the answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NextQuestion<'c> {
    /// Field of the profile.
    pub id: &'c str,
    /// The question.
    pub text: Phrase<'c>,
    /// Why it is asked.
    pub why: Phrase<'c>,
    /// Parts of the answer that it can change.
    pub can_change: Vec<Part>,
    /// Hours a week by which an answer can narrow the estimate of the work.
    pub narrows_hours: Hours,
    /// What makes it matter.
    pub sources: &'c Citations,
}

/// One step of the plan.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Step<'c> {
    /// From 1.
    pub step: u32,
    /// When it is due.
    pub when: String,
    /// What to do.
    pub action: String,
    /// What the step costs a year, employer cost included, where the step is priced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<crate::domain::pay::answer::CostRange>,
    /// Whether the step hires the people of `staffing`.
    pub hires: bool,
    /// Other profession concerned, if the step is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profession: Option<&'c str>,
    /// Who advises it.
    pub sources: Vec<&'c str>,
}

vocabulary! {
    /// What became of the budget.
    BudgetUse("use of the budget") {
        /// None was given.
        NotGiven = "not-given",
        /// One was given, but there was nothing to compare it with.
        NotUsed = "not-used",
        /// It was compared with what the people cost.
        Used = "used",
    }
}

/// What became of the budget.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Budget {
    /// Whether it was used.
    pub used: BudgetUse,
    /// The budget as given.
    #[schema(required)]
    pub annual: Option<Money>,
    /// What the whole need costs a year, in the middle of the bands; null where it cannot be priced.
    #[schema(required)]
    pub needed: Option<Money>,
    /// How many people the budget pays for; null where it was not used.
    #[schema(required)]
    pub affordable_people: Option<u32>,
    /// What it buys; null where no country is given, no cost is known there, or nobody is to be paid.
    #[schema(required)]
    pub buys: Option<crate::domain::pay::answer::WhatBudgetBuys>,
    /// In words.
    pub note: String,
}

/// Where to go from here: paths of the API.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Links {
    /// What the roles concerned are.
    pub roles: Vec<String>,
    /// How they compare.
    pub comparison: &'static str,
    /// Every rule.
    pub rules: &'static str,
}

//! Rules and scales as written in the data: no arithmetic beyond the factors named here, no expression language.

use serde::Deserialize;

use super::facts::Conditions;
use crate::domain::dated::{Day, Validity, day, optional_day};
use crate::domain::provenance::Citations;
use crate::domain::text::Text;
use crate::domain::vocab::{Level, Priority, Role, Strength, Verdict, vocabulary};

vocabulary! {
    /// Whether a rule takes part.
    Status("status") {
        /// In use.
        Stable = "stable",
        /// Known, but out of use (an overlay may withdraw a rule, never reuse its id).
        Withdrawn = "withdrawn",
    }
}

vocabulary! {
    /// Which question a rule helps to answer; follows from its effect.
    Layer("layer") {
        /// What one goal asks for. Every matching rule counts; a goal is read by one rule.
        Need = "need",
        /// How stage or size shift the balance of points. Every matching rule counts.
        Balance = "balance",
        /// Which role is needed. The first match by priority decides.
        Verdict = "verdict",
        /// Who comes first when both are needed. The first match by priority decides.
        Order = "order",
        /// How to staff the need. The first match by priority decides.
        Staffing = "staffing",
        /// What else to consider. Every matching rule is reported.
        Advice = "advice",
    }
}

/// What a rule does when its conditions hold.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Effect {
    /// The goals in `goals_any` ask for a role, to a degree.
    Need {
        /// The role favoured.
        role: Role,
        /// Id of a degree in `degrees.toml`: `mainly`, `either`, `can`.
        degree: String,
    },
    /// Either role can serve the goals; they follow whichever leads.
    Either(bool),
    /// The goals belong to another profession.
    Outside(bool),
    /// Points of a role are multiplied, in percent.
    Scale {
        /// The role.
        role: Role,
        /// Factor in percent: 120 adds a fifth.
        percent: u32,
    },
    /// The role needed.
    Verdict(Verdict),
    /// Who is hired first.
    First(Role),
    /// Id of an arrangement.
    Arrange(String),
    /// The text of the rule is worth reading; nothing is decided.
    Advise(bool),
}

impl Effect {
    /// The layer that the effect belongs to.
    #[must_use]
    pub const fn layer(&self) -> Layer {
        match self {
            Self::Need { .. } | Self::Either(_) | Self::Outside(_) => Layer::Need,
            Self::Scale { .. } => Layer::Balance,
            Self::Verdict(_) => Layer::Verdict,
            Self::First(_) => Layer::Order,
            Self::Arrange(_) => Layer::Staffing,
            Self::Advise(_) => Layer::Advice,
        }
    }
}

/// Why a rule may decide otherwise than a later rule whose conditions also hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// Id of the later rule.
    pub rule: String,
    /// The reason.
    pub reason: Text,
}

/// An example that the rule must get right; run by `rolecall rules check`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// A profile, as in the API.
    pub given: serde_json::Value,
    /// The expected verdict.
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// The expected first hire; `none` for nobody.
    #[serde(default)]
    pub first_hire: Option<String>,
    /// The expected arrangement.
    #[serde(default)]
    pub arrangement: Option<String>,
}

/// One rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable kebab-case id.
    pub id: String,
    /// What the rule says, as a heading.
    pub title: Text,
    /// Whether it takes part.
    #[serde(default = "stable")]
    pub status: Status,
    /// First day in force.
    #[serde(deserialize_with = "day")]
    pub valid_from: Day,
    /// Last day in force.
    #[serde(default, deserialize_with = "optional_day")]
    pub valid_to: Option<Day>,
    /// Day on which somebody last checked it against its sources.
    #[serde(deserialize_with = "day")]
    pub verified_on: Day,
    /// How strong the evidence is.
    pub strength: Strength,
    /// Order among the rules of a first-match layer: lower comes first.
    #[serde(default)]
    pub priority: u32,
    /// When it applies.
    #[serde(default = "always")]
    pub when: Conditions,
    /// What it does.
    pub then: Effect,
    /// Why, as shown to the user.
    pub because: Text,
    /// What stands behind it.
    pub sources: Citations,
    /// Later rules that it overrides, each with the reason.
    #[serde(default)]
    pub overrides: Vec<Override>,
    /// Examples.
    #[serde(default, rename = "case")]
    pub cases: Vec<Case>,
}

const fn stable() -> Status {
    Status::Stable
}

fn always() -> Conditions {
    Conditions { accepted: super::facts::Facts::ANY.0, ..Conditions::default() }
}

impl Rule {
    /// When it is in force.
    #[must_use]
    pub const fn validity(&self) -> Validity {
        Validity { from: self.valid_from, to: self.valid_to }
    }

    /// Whether it takes part on that day.
    #[must_use]
    pub fn in_force(&self, day: Day) -> bool {
        self.status == Status::Stable && self.validity().contains(day)
    }
}

/// How the points of a goal are split when a source says "mainly", "either", "can".
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Degree {
    /// Id, as rules name it.
    pub id: String,
    /// Per mille of the goal's weight that goes to the role favoured; the rest goes to the other role.
    pub per_mille: u32,
    /// What the degree means.
    pub meaning: Text,
    /// What stands behind it.
    pub sources: Citations,
}

/// Numbers that the engine works with (`data/scales.toml`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scales {
    /// Weight of a goal of primary priority, in points.
    pub primary_points: u32,
    /// Weight of a goal of secondary priority, in points.
    pub secondary_points: u32,
    /// Share of the points, in percent, from which a role dominates.
    pub dominance_percent: u32,
    /// What stands behind weights and threshold.
    pub sources: Citations,
}

impl Scales {
    /// Weight of a priority.
    #[must_use]
    pub const fn points(&self, priority: Priority) -> u32 {
        match priority {
            Priority::Primary => self.primary_points,
            Priority::Secondary => self.secondary_points,
        }
    }
}

vocabulary! {
    /// Whom a position of an arrangement is for.
    Seat("position") {
        /// The role that comes first.
        First = "first",
        /// The role that comes second.
        Second = "second",
        /// One person who holds both roles.
        Hybrid = "hybrid",
        /// Social media managers, as many as the work asks for.
        SocialMediaManager = "social-media-manager",
        /// Community managers, as many as the work asks for.
        CommunityManager = "community-manager",
        /// More of those in post, as many as the work asks for; perhaps none.
        More = "more",
    }
}

vocabulary! {
    /// Who does what nobody is hired for.
    Rest("who does the rest") {
        /// Nobody yet.
        Open = "open",
        /// Those who are there.
        There = "there",
        /// Somebody in the company, beside another job.
        Inside = "inside",
        /// An agency or freelance.
        Outside = "outside",
    }
}

/// One position of an arrangement.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Whom it is for.
    pub seat: Seat,
    /// Level asked of a social media manager in it.
    pub smm_level: Level,
    /// Level asked of a community manager in it.
    pub cm_level: Level,
}

/// One step of the plan that goes with an arrangement.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Id within the arrangement.
    pub id: String,
    /// When the step is due. `{first}` and `{second}` stand for the roles.
    pub when: Text,
    /// What to do. `{first}` and `{second}` stand for the roles.
    pub action: Text,
    /// Whether the step hires the people of the team: with a country, each of them has a step with its cost instead.
    #[serde(default)]
    pub hires: bool,
    /// What stands behind it.
    pub sources: Citations,
}

const fn open() -> Rest {
    Rest::Open
}

/// A way of staffing a need.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrangement {
    /// Id, as rules name it.
    pub id: String,
    /// Short name.
    pub name: Text,
    /// The headline of an answer; `{first}` and `{second}` stand for the roles.
    pub headline: Text,
    /// Whom the people report to.
    pub reporting: Text,
    /// Whether the J7 principles are to be shown: one person holds both roles.
    #[serde(default)]
    pub combines: bool,
    /// The people to hire; none where nobody is hired.
    #[serde(default)]
    pub positions: Vec<Position>,
    /// Who does what nobody is hired for.
    #[serde(default = "open")]
    pub rest: Rest,
    /// Steps, in order.
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// What stands behind it.
    pub sources: Citations,
}

vocabulary! {
    /// Which question a disagreement bears on.
    Scope("scope") {
        /// Which role, and how to staff it.
        Decision = "decision",
        /// What the roles earn.
        Pay = "pay",
    }
}

/// Statements of different sources that do not agree, shown side by side wherever they matter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// Stable id.
    pub id: String,
    /// Which question it bears on.
    pub scope: Scope,
    /// ISO 3166-1 country that it is about; none is any.
    pub country: Option<String>,
    /// What they disagree about.
    pub topic: Text,
    /// When it matters to an answer.
    #[serde(default = "always")]
    pub when: Conditions,
    /// Who says what.
    #[serde(rename = "position")]
    pub positions: Vec<crate::domain::provenance::Sourced>,
    /// How rolecall deals with it.
    pub handling: Text,
}

/// A question of the interview: one field of the profile.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The field of the profile that the answer fills.
    pub id: String,
    /// The question.
    pub text: Text,
    /// Why it is asked.
    pub why: Text,
    /// How to answer.
    pub help: Text,
    /// What makes it matter.
    pub sources: Citations,
}

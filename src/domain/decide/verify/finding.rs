//! What a verification says: its findings, and what it walked.

use serde::Serialize;

use crate::domain::dated::Day;
use crate::domain::message::{Messages, Said};
use crate::domain::text::{Lang, Text};
use crate::domain::vocab::{Verdict, vocabulary};

vocabulary! {
    /// What can be wrong with a set of rules.
    Code("finding") {
        /// An input that no rule of a layer covers.
        MissingCase = "missing-case",
        /// A rule that never decides, because one earlier rule covers all its cases.
        Shadowed = "shadowed",
        /// A rule that never decides, because several earlier rules together cover its cases.
        CoveredTogether = "covered-together",
        /// A rule that repeats another, or a goal that two rules read.
        Duplicate = "duplicate",
        /// Two rules that disagree on common cases without a written reason.
        Contradiction = "contradiction",
        /// Two rules of one priority that disagree on common cases.
        Tie = "tie",
        /// A goal that no rule reads.
        UnreadGoal = "unread-goal",
        /// A rule or goal that changes no answer.
        NoEffect = "no-effect",
        /// A rule whose conditions no input meets.
        Unreachable = "unreachable",
        /// A verdict that no input leads to.
        UnreachableVerdict = "unreachable-verdict",
        /// Adding a goal that favours a role moves the verdict away from it.
        NotMonotone = "not-monotone",
        /// The answer depends on the order of the records.
        OrderDependent = "order-dependent",
        /// A claim to override a rule that shares no case.
        StaleOverride = "stale-override",
        /// An example of a rule does not come out as written.
        CaseFailed = "case-failed",
        /// The rules ask about too many single goals to be walked exactly.
        TooLarge = "too-large",
        /// No rule is in force on some day that the data answers for.
        NoRules = "no-rules",
    }
}

/// One thing wrong with the rules.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Finding {
    /// What sort of fault.
    pub code: Code,
    /// The rule or goal at fault, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Other rules involved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
    /// What is wrong and what to do, in both languages.
    #[schema(value_type = Object)]
    #[serde(serialize_with = "in_both")]
    pub message: Said,
    /// An input that shows it, as a profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<serde_json::Value>,
}

impl Finding {
    /// Builds a finding.
    pub fn new(code: Code, message: impl Into<Said>) -> Self {
        Self { code, rule: None, others: Vec::new(), message: message.into(), witness: None }
    }

    /// Names the rule or goal at fault.
    #[must_use]
    pub fn rule(mut self, id: impl Into<String>) -> Self {
        self.rule = Some(id.into());
        self
    }

    /// Names the other rules involved.
    #[must_use]
    pub fn others(mut self, ids: Vec<String>) -> Self {
        self.others = ids;
        self
    }

    /// Adds an input that shows it.
    #[must_use]
    pub fn witness(mut self, profile: serde_json::Value) -> Self {
        self.witness = Some(profile);
        self
    }
}

/// Whoever mends rules reads either language, in the words of the built-in catalogue.
fn in_both<S: serde::Serializer>(message: &Said, serializer: S) -> Result<S::Ok, S::Error> {
    let text = |lang| message.text(&Messages::BUILTIN, lang).into();
    Text { fr: text(Lang::Fr), en: text(Lang::En) }.serialize(serializer)
}

/// How many inputs lead to a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct VerdictCount {
    /// The verdict.
    pub verdict: Verdict,
    /// Inputs, as a decimal number in a string: they exceed what JSON numbers carry exactly.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    pub inputs: u128,
}

fn as_text<S: serde::Serializer>(value: &u128, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// What the verification of one period found.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Report {
    /// First day of the period in which these rules are in force.
    #[schema(value_type = String, format = Date)]
    pub from: Day,
    /// Rules in force.
    pub rules: usize,
    /// Goals.
    pub goals: usize,
    /// Inputs walked: stage × non-empty choice of goals and priorities × size class (unknown included).
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    pub inputs: u128,
    /// States that stand for them.
    pub states: usize,
    /// Inputs per verdict.
    pub verdicts: Vec<VerdictCount>,
    /// Staffing situations walked.
    pub staffing_cells: usize,
    /// Teams made, half an hour of work apart.
    pub teams: usize,
    /// Examples run.
    pub cases: usize,
    /// Rules that no example exercises. Reported, not a fault.
    pub unexercised: Vec<String>,
    /// Faults; none when the rules may be used.
    pub findings: Vec<Finding>,
}

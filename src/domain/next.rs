//! What an answer says first, and what to ask after it.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::message::{Message, Said};
use super::vocab::vocabulary;

/// Most steps that an answer names.
pub const MOST: usize = 3;

vocabulary! {
    /// A question that rolecall answers, by the name of its command.
    Question("question") {
        /// Whom to hire.
        Recommend = "recommend",
        /// What a role pays.
        Salary = "salary",
        /// Where an offer stands.
        Offer = "offer",
        /// What a person costs.
        Cost = "cost",
        /// A job description or an ad.
        Draft = "draft",
        /// What an ad says.
        Audit = "audit",
        /// Roles side by side.
        Compare = "compare",
    }
}

vocabulary! {
    /// A tool by which assistants ask, by its name.
    Tool("tool") {
        /// Whom to hire.
        RecommendHire = "recommend_hire",
        /// Roles side by side.
        CompareRoles = "compare_roles",
        /// What a role pays, or where an offer stands.
        CheckPay = "check_pay",
        /// What a person costs.
        EmployerCost = "employer_cost",
        /// A job description or an ad.
        DraftJobDescription = "draft_job_description",
        /// What an ad says.
        AuditJobAd = "audit_job_ad",
    }
}

impl Question {
    /// The tool that answers it.
    #[must_use]
    pub const fn tool(self) -> Tool {
        match self {
            Self::Recommend => Tool::RecommendHire,
            Self::Compare => Tool::CompareRoles,
            Self::Salary | Self::Offer => Tool::CheckPay,
            Self::Cost => Tool::EmployerCost,
            Self::Draft => Tool::DraftJobDescription,
            Self::Audit => Tool::AuditJobAd,
        }
    }
}

/// A question to ask next, filled in as far as the answer knows it. `with` is the body of that question: what the API
/// takes, and what the command line and the forms take by the same names. What is left open is what only the asker knows,
/// such as the amount of an offer.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct NextStep {
    /// Stable code.
    pub code: &'static str,
    /// In words: what one learns or gets.
    pub text: String,
    /// The question.
    pub question: Question,
    /// Its body, as far as it is known.
    #[schema(value_type = Object)]
    pub with: Value,
}

/// What stands at the head of every answer: enough to act on without reading further.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Outline {
    /// The answer in one or two sentences.
    pub headline: String,
    /// Its reasons, or what else matters most: three sentences at most.
    pub summary: Vec<String>,
    /// What to ask next, three questions at most.
    pub next: Vec<NextStep>,
}

/// Steps in the making: no more than [`MOST`].
pub struct Steps<'a> {
    say: &'a dyn Fn(Said) -> String,
    list: Vec<NextStep>,
}

impl<'a> Steps<'a> {
    /// None yet; `say` writes a message in the language asked for.
    pub fn new(say: &'a dyn Fn(Said) -> String) -> Self {
        Self { say, list: Vec::new() }
    }

    /// Adds a step, as long as there are not too many. Empty fields of the question are left out.
    pub fn add(&mut self, message: Message, question: Question, mut with: Value) {
        if self.list.len() < MOST {
            if let Value::Object(fields) = &mut with {
                fields.retain(|_, value| !value.is_null());
            }
            let text = (self.say)(message.into());
            self.list.push(NextStep { code: message.id(), text, question, with });
        }
    }

    /// The steps.
    #[must_use]
    pub fn done(self) -> Vec<NextStep> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::message::ids;

    #[test]
    fn no_more_than_three_steps_and_no_empty_field() {
        let mut steps = Steps::new(&|said| said.message().id().to_owned());
        for _ in 0..5 {
            steps.add(ids::NEXT_DRAFT, Question::Draft, json!({"role": "cm", "level": null}));
        }
        let steps = steps.done();
        assert_eq!(steps.len(), MOST);
        assert_eq!(steps[0].with, json!({"role": "cm"}));
    }
}

//! The tools: each takes the body of an address of the API and gives what that address answers.

use serde_json::{Map, Value};

use crate::api::problem::Problem;
use crate::domain::dated::parse_day;
use crate::domain::input::fault::InputError;
use crate::domain::message::{Message, ids};
use crate::domain::next::Tool;
use crate::domain::text::Lang;
use crate::domain::vocab::Role;
use crate::toolkit::{AskError, Asking, Document, DraftForm, Submission, Toolkit, to_json};

impl Tool {
    /// Its title and what it does.
    pub(super) const fn words(self) -> (Message, Message) {
        match self {
            Self::RecommendHire => (ids::ASSISTANT_RECOMMEND_TITLE, ids::ASSISTANT_RECOMMEND),
            Self::CompareRoles => (ids::ASSISTANT_COMPARE_TITLE, ids::ASSISTANT_COMPARE),
            Self::CheckPay => (ids::ASSISTANT_PAY_TITLE, ids::ASSISTANT_PAY),
            Self::EmployerCost => (ids::ASSISTANT_COST_TITLE, ids::ASSISTANT_COST),
            Self::DraftJobDescription => (ids::ASSISTANT_DRAFT_TITLE, ids::ASSISTANT_DRAFT),
            Self::AuditJobAd => (ids::ASSISTANT_AUDIT_TITLE, ids::ASSISTANT_AUDIT),
        }
    }

    /// The addresses of the API whose questions it takes and whose answers it gives.
    pub(super) const fn addresses(self) -> &'static [&'static str] {
        match self {
            Self::RecommendHire => &["/v1/recommendations"],
            Self::CompareRoles => &["/v1/comparison"],
            Self::CheckPay => &["/v1/salary-bands", "/v1/offer-assessments"],
            Self::EmployerCost => &["/v1/employer-costs"],
            Self::DraftJobDescription => &["/v1/job-descriptions"],
            Self::AuditJobAd => &["/v1/job-ad-audits"],
        }
    }

    /// Whether the token of the service stands before it, as before the same question in the API.
    pub(super) const fn guarded(self) -> bool {
        matches!(self, Self::DraftJobDescription | Self::AuditJobAd)
    }

    /// How its answers are counted.
    pub(super) const fn metric(self) -> &'static str {
        match self {
            Self::RecommendHire => "recommendation",
            Self::CompareRoles => "comparison",
            Self::CheckPay => "pay",
            Self::EmployerCost => "cost",
            Self::DraftJobDescription => "draft",
            Self::AuditJobAd => "audit",
        }
    }
}

/// What a tool gives.
#[derive(Debug)]
pub(super) struct Answer {
    /// What the API answers to the same question.
    pub(super) body: Value,
    /// The same in short, in Markdown.
    pub(super) text: String,
    /// A document that goes with it, in Markdown.
    pub(super) document: Option<String>,
}

/// Takes language and day out of the arguments; they are parameters of the address in the API.
///
/// # Errors
/// Both faults, with their pointers.
pub(super) fn asking(arguments: &mut Map<String, Value>, otherwise: Asking) -> Result<Asking, Problem> {
    let mut asking = otherwise;
    let mut faults = Vec::new();
    match arguments.remove("lang") {
        None | Some(Value::Null) => {}
        Some(given) => match given.as_str().unwrap_or_default().parse::<Lang>() {
            Ok(lang) => asking.lang = lang,
            Err(error) => faults.push(InputError::new("/lang", "unknown-value", error.said())),
        },
    }
    match arguments.remove("as_of") {
        None | Some(Value::Null) => {}
        Some(given) => match given.as_str().and_then(parse_day) {
            Some(day) => asking.as_of = day,
            None => faults.push(InputError::new("/as_of", "wrong-format", ids::API_WRITE_DAY_YYYY_MM_DD)),
        },
    }
    if faults.is_empty() { Ok(asking) } else { Err(Problem::input(&faults)) }
}

/// Answers a tool's question. `wanted` says whether somebody still waits.
///
/// # Errors
/// The problem that the API answers with.
pub(super) fn answer(
    toolkit: &Toolkit,
    tool: Tool,
    arguments: Value,
    asking: Asking,
    wanted: &dyn Fn() -> bool,
) -> Result<Answer, Problem> {
    let fail = |error: AskError| Problem::ask(&error);
    let answered = |name: &str, json: Vec<u8>| in_short(toolkit, name, &json, asking.lang);
    match tool {
        Tool::RecommendHire => {
            let profile = toolkit
                .read_profile(arguments.to_string().as_bytes(), true)
                .map_err(|error| Problem::unread(&error))?;
            let found = toolkit.recommend(&profile, asking).map_err(fail)?;
            answered("recommendation", to_json(&found))
        }
        Tool::CompareRoles => {
            let (roles, place) = roles_and_place(arguments)?;
            let found = toolkit.compare(&roles, &place, asking).map_err(fail)?;
            answered("comparison", to_json(&found))
        }
        // An offer names an amount; without one the market is asked for.
        Tool::CheckPay if arguments.get("amount").is_some() => {
            let found = toolkit.assess_offer(&arguments, asking).map_err(fail)?;
            answered("offer", to_json(&found))
        }
        Tool::CheckPay => {
            let found = toolkit.salary_band(&arguments, asking).map_err(fail)?;
            answered("salary", to_json(&found))
        }
        Tool::EmployerCost => {
            let found = toolkit.employer_cost(&arguments, asking).map_err(fail)?;
            answered("cost", to_json(&found))
        }
        Tool::DraftJobDescription => {
            let draft = toolkit.draft(&arguments, asking).map_err(fail)?;
            let document = toolkit.document(&draft, Document::Ad, DraftForm::Markdown).map_err(fail)?;
            let document = Some(String::from_utf8_lossy(&document).into_owned());
            Ok(Answer { document, ..answered("draft", to_json(&draft))? })
        }
        Tool::AuditJobAd => {
            let (text, form) = toolkit.ad_in(&arguments).map_err(fail)?;
            let submission = Submission::new(text.as_bytes(), form, &arguments).wanted(wanted);
            let found = toolkit.audit(submission, asking).map_err(fail)?;
            answered("audit", to_json(&found))
        }
    }
}

/// The body, read back from what the API sends, and its short report.
fn in_short(toolkit: &Toolkit, name: &str, json: &[u8], lang: Lang) -> Result<Answer, Problem> {
    let broken = |_| Problem::new("internal", ids::API_NOT_MADE);
    let body: Value = serde_json::from_slice(json).map_err(broken)?;
    let text = toolkit
        .assistant_report(name, &body, lang)
        .map_err(|error| Problem::ask(&AskError::Render(error)))?;
    Ok(Answer { body, text: text.trim().to_owned(), document: None })
}

/// The roles of a comparison, and the place where their pay is compared.
fn roles_and_place(arguments: Value) -> Result<(Vec<Role>, Value), Problem> {
    let Value::Object(mut place) = arguments else { return Ok((Vec::new(), arguments)) };
    let named = match place.remove("roles") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(named)) => named,
        // "cm,smm", as on the command line and in the address.
        Some(Value::String(text)) => text.split(',').map(|name| name.trim().into()).collect(),
        Some(other) => vec![other],
    };
    let mut roles = Vec::new();
    let mut faults = Vec::new();
    for (at, name) in named.iter().enumerate() {
        match Role::find_or_alias(name.as_str().unwrap_or_default()) {
            Ok(role) => roles.push(role),
            Err(error) => faults.push(InputError::new(format!("/roles/{at}"), "unknown-value", error.said())),
        }
    }
    if faults.is_empty() { Ok((roles, Value::Object(place))) } else { Err(Problem::input(&faults)) }
}

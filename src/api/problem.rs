//! Errors as RFC 9457 problem documents. The `type` values are part of the contract and listed in the API document.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::heavy::{COME_BACK, Undone};
use crate::domain::input::fault::InputError;
use crate::domain::json;
use crate::domain::message::{Message, Said, Words, ids, said};
use crate::domain::vocab::UnknownValue;
use crate::toolkit::{AskError, IntakeError, ReadError};

/// Media type of problem documents.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A problem, before it is put into the words of a language: [`Body`] is what is sent.
#[derive(Clone, Debug)]
pub struct Problem {
    slug: &'static str,
    title: Message,
    detail: Box<Said>,
    /// HTTP status.
    pub status: StatusCode,
    /// Id of the request.
    pub instance: Option<String>,
    errors: Vec<InputError>,
}

/// A problem document.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Body {
    /// What sort of problem: a stable relative reference to its description in the documentation.
    #[serde(rename = "type")]
    pub kind: String,
    /// The sort of problem in words.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What is wrong this time and what to do about it.
    pub detail: String,
    /// Id of the request, as in the `x-request-id` header and in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// The faults of the input, each with its place; a hundred at most, of which the last then says how many more there are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
}

impl utoipa::PartialSchema for Problem {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        Body::schema()
    }
}

impl ToSchema for Problem {
    fn name() -> std::borrow::Cow<'static, str> {
        Body::name()
    }

    fn schemas(schemas: &mut Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::schema::Schema>)>) {
        Body::schemas(schemas);
    }
}

/// One fault of the input.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Fault {
    /// JSON pointer (RFC 6901) to the value; empty for the whole document.
    pub pointer: String,
    /// Stable code.
    pub code: &'static str,
    /// What is wrong and what to write instead.
    pub detail: String,
}

/// The sorts of problem: slug, status, title.
pub const KINDS: [(&str, StatusCode, Message); 18] = [
    ("unauthorized", StatusCode::UNAUTHORIZED, ids::PROBLEM_UNAUTHORIZED),
    ("too-many-requests", StatusCode::TOO_MANY_REQUESTS, ids::PROBLEM_TOO_MANY_REQUESTS),
    ("not-ready", StatusCode::SERVICE_UNAVAILABLE, ids::PROBLEM_NOT_READY),
    ("busy", StatusCode::SERVICE_UNAVAILABLE, ids::PROBLEM_BUSY),
    ("incomplete", StatusCode::UNPROCESSABLE_ENTITY, ids::PROBLEM_INCOMPLETE),
    ("not-acceptable", StatusCode::NOT_ACCEPTABLE, ids::PROBLEM_NOT_ACCEPTABLE),
    ("invalid-json", StatusCode::BAD_REQUEST, ids::PROBLEM_INVALID_JSON),
    ("invalid-parameter", StatusCode::BAD_REQUEST, ids::PROBLEM_INVALID_PARAMETER),
    ("not-found", StatusCode::NOT_FOUND, ids::PROBLEM_NOT_FOUND),
    ("unknown-name", StatusCode::NOT_FOUND, ids::PROBLEM_UNKNOWN_NAME),
    ("method-not-allowed", StatusCode::METHOD_NOT_ALLOWED, ids::PROBLEM_METHOD_NOT_ALLOWED),
    ("timeout", StatusCode::REQUEST_TIMEOUT, ids::PROBLEM_TIMEOUT),
    ("body-too-large", StatusCode::PAYLOAD_TOO_LARGE, ids::PROBLEM_BODY_TOO_LARGE),
    ("unsupported-media-type", StatusCode::UNSUPPORTED_MEDIA_TYPE, ids::PROBLEM_UNSUPPORTED_MEDIA_TYPE),
    ("invalid-input", StatusCode::UNPROCESSABLE_ENTITY, ids::PROBLEM_INVALID_INPUT),
    ("not-covered", StatusCode::UNPROCESSABLE_ENTITY, ids::PROBLEM_NOT_COVERED),
    ("bad-request", StatusCode::BAD_REQUEST, ids::PROBLEM_BAD_REQUEST),
    ("internal", StatusCode::INTERNAL_SERVER_ERROR, ids::PROBLEM_INTERNAL),
];

impl Problem {
    /// A problem of one sort.
    pub fn new(slug: &'static str, detail: impl Into<Said>) -> Self {
        let internal = KINDS[KINDS.len() - 1];
        let (slug, status, title) = KINDS.into_iter().find(|(known, ..)| *known == slug).unwrap_or(internal);
        Self { slug, status, title, detail: Box::new(detail.into()), instance: None, errors: Vec::new() }
    }

    /// The same problem with another status.
    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// The same problem as another sort.
    fn of_sort(self, slug: &'static str) -> Self {
        Self { errors: self.errors, ..Self::new(slug, *self.detail) }
    }

    /// Faults of an input.
    #[must_use]
    pub fn input(errors: &[InputError]) -> Self {
        let detail = match errors {
            [one] => one.message.clone(),
            many => said!(API_SEVERAL_FAULTS, n = many.len().to_string()),
        };
        Self { errors: errors.to_vec(), ..Self::new("invalid-input", detail) }
    }

    /// A body that is no JSON.
    #[must_use]
    pub fn no_json(fault: &json::Fault) -> Self {
        Self::new("invalid-json", fault.said())
    }

    /// A body that could not be read.
    #[must_use]
    pub fn unread(error: &ReadError) -> Self {
        match error {
            ReadError::Invalid(errors) => Self::input(errors),
            ReadError::Syntax(fault) => Self::no_json(fault),
        }
    }

    /// A name that is not known, in the path.
    #[must_use]
    pub fn unknown(error: &UnknownValue) -> Self {
        Self::new("unknown-name", error.said())
    }

    /// Heavy work that was not done.
    #[must_use]
    pub fn undone(undone: Undone) -> Self {
        match undone {
            Undone::Busy => Self::new("busy", said!(API_BUSY, seconds = COME_BACK.to_string())),
            Undone::Broken => Self::new("internal", ids::API_NOT_MADE),
        }
    }

    /// A question without an answer.
    #[must_use]
    pub fn ask(error: &AskError) -> Self {
        match error {
            AskError::NotCovered(error) => Self::new("not-covered", error.said()),
            AskError::NoCost(error) => Self::input(std::slice::from_ref(error)).of_sort("not-covered"),
            AskError::Input(errors) => Self::input(errors),
            AskError::Unknown(error) => Self::unknown(error),
            AskError::Incomplete(errors) => Self::input(errors).of_sort("incomplete"),
            AskError::Intake(error @ IntakeError::Abandoned) => Self::new("timeout", error.said()),
            AskError::Intake(error) => {
                let sort = match error {
                    IntakeError::NoReader(reason) => {
                        tracing::error!(reason, "the program that reads documents cannot be started");
                        "internal"
                    }
                    _ => "invalid-input",
                };
                Self::new(sort, error.outside())
            }
            AskError::Gap(_) | AskError::Data(_) | AskError::File(_) | AskError::Render(_) => {
                // The reason goes to the log, never to the client.
                let (template, reason) = error.reason();
                tracing::error!(template, error = %reason, "an answer could not be made");
                Self::new("internal", ids::API_NOT_MADE)
            }
        }
    }

    /// The body, in the words of a language.
    #[must_use]
    pub fn written(&self, words: Words<'_>) -> Body {
        let fault = |error: &InputError| Fault {
            pointer: error.pointer.clone(),
            code: error.code,
            detail: words.say(error.message.clone()),
        };
        Body {
            kind: format!("/docs#problem-{}", self.slug),
            title: words.say(self.title),
            status: self.status.as_u16(),
            detail: words.say((*self.detail).clone()),
            instance: self.instance.clone(),
            errors: self.errors.iter().map(fault).collect(),
        }
    }
}

impl IntoResponse for Problem {
    /// Without a body: the outermost layer, which knows language and id of the request, writes it.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        if self.slug == "busy" {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(COME_BACK));
        }
        response.extensions_mut().insert(Shown(self));
        response
    }
}

impl IntoResponse for Body {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, serde_json::to_vec(&self).unwrap_or_default()).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        response
    }
}

/// Too many requests, for the document.
#[derive(utoipa::IntoResponses)]
#[response(
    status = 429,
    description = "More requests in a minute than the operator lets one client send; `retry-after` says when to come back.",
    content_type = "application/problem+json"
)]
#[expect(dead_code, reason = "only described here")]
pub(super) struct Limited(Problem);

/// Too much heavy work, for the document.
#[derive(utoipa::IntoResponses)]
#[response(
    status = 503,
    description = "As much heavy work waits as may; `retry-after` says when to come back.",
    content_type = "application/problem+json"
)]
#[expect(dead_code, reason = "only described here")]
pub(super) struct Busy(Problem);

/// No token, for the document.
#[derive(utoipa::IntoResponses)]
#[response(
    status = 401,
    description = "The operator asks for a token here: send `authorization: Bearer …`.",
    content_type = "application/problem+json"
)]
#[expect(dead_code, reason = "only described here")]
pub(super) struct Unauthorized(Problem);

/// Another media type is wanted than is written, for the document.
#[derive(utoipa::IntoResponses)]
#[response(
    status = 406,
    description = "None of the accepted media types can be written.",
    content_type = "application/problem+json"
)]
#[expect(dead_code, reason = "only described here")]
pub(super) struct NotAcceptable(Problem);

/// The problem that a response carries, so that a layer can add the request id.
#[derive(Clone, Debug)]
pub struct Shown(pub Problem);

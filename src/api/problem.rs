//! Errors as RFC 9457 problem documents. The `type` values are part of the contract and listed in the API document.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::heavy::{COME_BACK, Undone};
use crate::domain::input::fault::InputError;
use crate::domain::text::Lang;
use crate::domain::vocab::UnknownValue;
use crate::toolkit::{AskError, IntakeError, ReadError};

/// Media type of problem documents.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A problem document.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What sort of problem: a stable relative reference to its description in the documentation.
    #[serde(rename = "type")]
    pub kind: String,
    /// The sort of problem in words.
    pub title: &'static str,
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

/// The sorts of problem: slug, status, title in English and in French.
pub const KINDS: [(&str, StatusCode, &str, &str); 18] = [
    (
        "unauthorized",
        StatusCode::UNAUTHORIZED,
        "This address asks for a token",
        "Cette adresse demande un jeton",
    ),
    (
        "too-many-requests",
        StatusCode::TOO_MANY_REQUESTS,
        "Too many requests in a minute",
        "Trop de requêtes en une minute",
    ),
    (
        "not-ready",
        StatusCode::SERVICE_UNAVAILABLE,
        "The service takes no new requests",
        "Le service ne prend plus de nouvelles requêtes",
    ),
    ("busy", StatusCode::SERVICE_UNAVAILABLE, "The service is busy", "Le service est occupé"),
    (
        "incomplete",
        StatusCode::UNPROCESSABLE_ENTITY,
        "The draft lacks something that it must have",
        "Il manque au brouillon une mention nécessaire",
    ),
    (
        "not-acceptable",
        StatusCode::NOT_ACCEPTABLE,
        "None of the accepted media types can be written",
        "Aucun des types acceptés ne peut être écrit",
    ),
    (
        "invalid-json",
        StatusCode::BAD_REQUEST,
        "The body is not valid JSON",
        "Le corps n’est pas du JSON valide",
    ),
    (
        "invalid-parameter",
        StatusCode::BAD_REQUEST,
        "A query parameter cannot be used",
        "Un paramètre est inutilisable",
    ),
    ("not-found", StatusCode::NOT_FOUND, "There is nothing at this address", "Il n’y a rien à cette adresse"),
    (
        "unknown-name",
        StatusCode::NOT_FOUND,
        "There is no record of this name",
        "Aucun enregistrement de ce nom",
    ),
    (
        "method-not-allowed",
        StatusCode::METHOD_NOT_ALLOWED,
        "This address does not take this method",
        "Cette adresse n’accepte pas cette méthode",
    ),
    ("timeout", StatusCode::REQUEST_TIMEOUT, "The request took too long", "La requête a pris trop de temps"),
    ("body-too-large", StatusCode::PAYLOAD_TOO_LARGE, "The body is too large", "Le corps est trop grand"),
    (
        "unsupported-media-type",
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "The body is not JSON",
        "Le corps n’est pas envoyé en JSON",
    ),
    (
        "invalid-input",
        StatusCode::UNPROCESSABLE_ENTITY,
        "The input cannot be used",
        "Les données sont inutilisables",
    ),
    (
        "not-covered",
        StatusCode::UNPROCESSABLE_ENTITY,
        "This day or place is not covered",
        "Ce jour ou ce lieu n’est pas couvert",
    ),
    ("bad-request", StatusCode::BAD_REQUEST, "The request cannot be read", "La requête est illisible"),
    (
        "internal",
        StatusCode::INTERNAL_SERVER_ERROR,
        "Something went wrong here",
        "Une erreur est survenue de notre côté",
    ),
];

impl Problem {
    /// Builds a problem of one sort.
    pub fn new(slug: &str, detail: impl Into<String>) -> Self {
        let internal = KINDS[KINDS.len() - 1];
        let (slug, status, title, _) =
            KINDS.into_iter().find(|(known, ..)| *known == slug).unwrap_or(internal);
        Self {
            kind: format!("/docs#problem-{slug}"),
            title,
            status: status.as_u16(),
            detail: detail.into(),
            instance: None,
            errors: Vec::new(),
        }
    }

    /// The same problem with its title in a language.
    #[must_use]
    pub fn titled(mut self, lang: Lang) -> Self {
        let slug = self.kind.rsplit("problem-").next().unwrap_or("");
        if let Some((_, _, en, fr)) = KINDS.into_iter().find(|(known, ..)| *known == slug) {
            self.title = if lang == Lang::Fr { fr } else { en };
        }
        self
    }

    /// Faults of an input.
    #[must_use]
    pub fn input(errors: &[InputError], lang: Lang) -> Self {
        let detail = match (lang, errors) {
            (_, [one]) => one.message.get(lang).to_owned(),
            (Lang::Fr, many) => format!("{} erreurs\u{202f}; voir «\u{a0}errors\u{a0}»", many.len()),
            (Lang::En, many) => format!("{} faults; see `errors`", many.len()),
        };
        let mut problem = Self::new("invalid-input", detail);
        problem.errors = errors
            .iter()
            .map(|error| Fault {
                pointer: error.pointer.clone(),
                code: error.code,
                detail: error.message.get(lang).to_owned(),
            })
            .collect();
        problem
    }

    /// A body that could not be read.
    #[must_use]
    pub fn unread(error: &ReadError, lang: Lang) -> Self {
        match error {
            ReadError::Invalid(errors) => Self::input(errors, lang),
            ReadError::Syntax { .. } => Self::new("invalid-json", error.to_string()),
        }
    }

    /// A name that is not known, in the path.
    #[must_use]
    pub fn unknown(error: &UnknownValue) -> Self {
        Self::new("unknown-name", error.to_string())
    }

    /// Heavy work that was not done.
    #[must_use]
    pub fn undone(undone: Undone, lang: Lang) -> Self {
        match (undone, lang) {
            (Undone::Busy, Lang::Fr) => Self::new(
                "busy",
                format!("trop de travaux lourds à la fois\u{202f}; réessayez dans {COME_BACK}\u{a0}s"),
            ),
            (Undone::Busy, Lang::En) => {
                Self::new("busy", format!("too much heavy work at once; try again in {COME_BACK} s"))
            }
            (Undone::Broken, _) => Self::new(
                "internal",
                "the answer could not be made; the log has the reason under this request id",
            ),
        }
    }

    /// A question without an answer.
    #[must_use]
    pub fn ask(error: &AskError, lang: Lang) -> Self {
        match error {
            AskError::NotCovered(error) => Self::new("not-covered", error.to_string()),
            AskError::NoCost(error) => {
                let mut problem = Self::input(std::slice::from_ref(error), lang);
                problem.kind = Self::new("not-covered", "").kind;
                problem
            }
            AskError::Input(errors) => Self::input(errors, lang),
            AskError::Unknown(error) => Self::unknown(error),
            AskError::Incomplete(errors) => {
                let mut problem = Self::input(errors, lang);
                problem.kind = Self::new("incomplete", "").kind;
                problem
            }
            AskError::Intake(IntakeError::Abandoned) => Self::new("timeout", error.to_string()),
            AskError::Intake(IntakeError::NoReader(reason)) => {
                tracing::error!(reason, "the program that reads documents cannot be started");
                Self::new("internal", IntakeError::NoReader(String::new()).outside().get(lang))
            }
            AskError::Intake(error) => Self::new("invalid-input", error.outside().get(lang)),
            AskError::Gap(_) | AskError::Data(_) | AskError::File(_) | AskError::Render(_) => {
                // The reason goes to the log, never to the client.
                tracing::error!(error = %error, "an answer could not be made");
                Self::new(
                    "internal",
                    "the answer could not be made; the log has the reason under this request id",
                )
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, serde_json::to_vec(&self).unwrap_or_default()).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        if self.kind.ends_with("#problem-busy") {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(COME_BACK));
        }
        response.extensions_mut().insert(Shown(self));
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

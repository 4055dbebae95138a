//! `POST /v1/interview`.

use axum::extract::State;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::problem::{Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, JsonBody, Params};
use super::{Answered, answer};
use crate::app::App;
use crate::domain::decide::interview::{ASKED, Interview};
use crate::domain::input::fault::{Faults, InputError, token};
use crate::domain::input::schema::PartialProfileSchema;
use crate::domain::message::ids;
use crate::domain::vocab::UnknownValue;
use crate::toolkit::{ReadError, read_question};

/// What has been answered so far.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InterviewRequest {
    /// The profile so far; may be empty.
    profile: Option<PartialProfileSchema>,
    /// Fields that the user does not want to answer.
    skipped: Option<Vec<Skippable>>,
}

/// A field that can be passed over.
#[derive(Serialize)]
pub(super) struct Skippable;

impl utoipa::PartialSchema for Skippable {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some("A field of a profile that is asked for."))
            .enum_values(Some(ASKED))
            .into()
    }
}

impl ToSchema for Skippable {}

/// Ask the next question
///
/// The question whose answers can change the result most, or none when no answer can any more; with the answer so far
/// as soon as there is one.
#[utoipa::path(
    post,
    path = "/v1/interview",
    tag = "decide",
    params(
        AnswerParams
    ),
    request_body(
        content = InterviewRequest,
        examples(
            ("beginning" = (summary = "Nothing is known yet", value = json!({"profile": {}}))),
            ("half-way" = (summary = "Stage and goals are known, the size is passed over", value = json!({"profile": {"presence_stage": "growing", "goals": ["retention", "content-strategy"]}, "skipped": ["employees"]})))
        )
    ),
    responses(
        (status = 200, description = "The next question, or `done`.", body = Interview<'static>),
        (status = 400, description = "The body is not JSON, or a parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not sent as JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The profile cannot be used; `errors` names every fault.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn ask_next_question(State(app): State<App>, params: Params, body: JsonBody) -> Answered {
    let lang = params.asking.lang;
    let asking = params.done(&[])?;
    let value = read_question(&body.0).map_err(|fault| Problem::no_json(&fault))?;
    let mut errors = Faults::default();
    let fields = ["profile", "skipped"];
    let object = value.as_object();
    if object.is_none() {
        errors.push(InputError::wrong_type("", &value, ids::ASKS_OBJECT));
    }
    for key in
        object.into_iter().flat_map(|object| object.keys()).filter(|key| !fields.contains(&key.as_str()))
    {
        errors.note(|| {
            let error = UnknownValue::new("field", key, fields);
            InputError::unknown(format!("/{}", token(key)), "unknown-field", &error)
        });
    }
    let empty = Value::Object(serde_json::Map::new());
    let profile = value.get("profile").filter(|profile| !profile.is_null()).unwrap_or(&empty);
    let profile = match app.toolkit().read_profile(&serde_json::to_vec(profile).unwrap_or_default(), false) {
        Ok(profile) => Some(profile),
        Err(ReadError::Invalid(found)) => {
            errors.extend(
                found
                    .into_iter()
                    .map(|error| InputError { pointer: format!("/profile{}", error.pointer), ..error }),
            );
            None
        }
        Err(error) => return Err(Problem::unread(&error)),
    };
    let mut skipped = Vec::new();
    match value.get("skipped") {
        None | Some(Value::Null) => {}
        Some(Value::Array(list)) => {
            for (at, item) in list.iter().enumerate() {
                let pointer = format!("/skipped/{at}");
                match item.as_str().map(|name| (name, ASKED.contains(&name))) {
                    Some((name, true)) => skipped.push(name),
                    Some((name, false)) => errors.note(|| {
                        let error = UnknownValue::new("question", name, ASKED);
                        InputError::unknown(pointer, "unknown-value", &error)
                    }),
                    None => errors.push(InputError::wrong_type(pointer, item, ids::ASKS_TEXT)),
                }
            }
        }
        Some(other) => errors.push(InputError::wrong_type("/skipped", other, ids::ASKS_LIST)),
    }
    let Some(profile) = profile.filter(|_| errors.is_empty()) else {
        return Err(Problem::input(&errors.into_list()));
    };
    let next = app.toolkit().interview(&profile, &skipped, asking).map_err(|error| Problem::ask(&error))?;
    Ok(answer(&next, lang))
}

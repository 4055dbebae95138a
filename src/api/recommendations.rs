//! `POST /v1/recommendations`.

use axum::extract::State;

use super::problem::Problem;
use super::request::{AnswerParams, JsonBody, Params};
use super::{Answered, App, answer};
use crate::domain::decide::answer::Recommendation;
use crate::domain::profile::schema::ProfileSchema;

/// Say whom to hire
///
/// The verdict, whom to hire first, how to staff it, why, what would change it, and what to do next.
#[utoipa::path(
    post,
    path = "/v1/recommendations",
    tag = "decide",
    params(
        AnswerParams
    ),
    request_body(
        content = ProfileSchema,
        examples(
            ("start-up" = (summary = "A start-up launching its presence", value = json!({"presence_stage": "launching", "goals": ["awareness", "new-channels", "content-strategy"], "employees": 4}))),
            ("established" = (summary = "An established brand that wants loyal customers", value = json!({"presence_stage": "established", "goals": ["retention", "advocacy", {"goal": "awareness", "priority": "secondary"}], "employees": 60}))),
            ("one-salary" = (summary = "Both needs, one salary", value = json!({"presence_stage": "growing", "goals": ["retention", "content-strategy"], "employees": 5, "max_hires": 1}))),
            ("other-professions" = (summary = "A need of other professions", value = json!({"presence_stage": "launching", "goals": ["website", "seo"]})))
        )
    ),
    responses(
        (status = 200, description = "The recommendation.", body = Recommendation<'static>),
        (status = 400, description = "The body is not JSON, or a parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not sent as JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The profile cannot be used, or no rules answer for the day; `errors` names every fault.", body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn create_recommendation(
    State(app): State<App>,
    params: Params,
    body: JsonBody,
) -> Answered {
    let lang = params.asking.lang;
    let asking = params.done(&[])?;
    let profile = app.toolkit().read_profile(&body.0, true).map_err(|error| Problem::unread(&error, lang))?;
    let recommendation =
        app.toolkit().recommend(&profile, asking).map_err(|error| Problem::ask(&error, lang))?;
    Ok(answer(&recommendation, lang))
}

//! `GET /v1/goals`.

use axum::extract::State;

use super::problem::{Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, Params};
use super::{Answered, reference};
use crate::app::App;
use crate::domain::views::GoalList;

/// List the goals
///
/// Everything that a profile may name as a goal, the work of other professions included.
#[utoipa::path(
    get,
    path = "/v1/goals",
    tag = "reference",
    params(
        AnswerParams
    ),
    responses(
        (status = 200, description = "Every goal.", body = GoalList<'static>),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn list_goals(State(app): State<App>, params: Params) -> Answered {
    let asking = params.done(&[])?;
    Ok(reference(&app.toolkit().goals(asking), asking))
}

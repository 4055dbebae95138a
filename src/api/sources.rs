//! `GET /v1/sources`.

use axum::extract::State;
use axum::http::HeaderMap;

use super::problem::Problem;
use super::request::{AnswerParams, Params};
use super::{Answered, App, reference};
use crate::domain::views::SourceList;

/// List the sources
///
/// Every publication with its date, reliability and licence, what it says in our own words, and where they disagree.
#[utoipa::path(
    get,
    path = "/v1/sources",
    tag = "reference",
    params(
        AnswerParams
    ),
    responses(
        (status = 200, description = "Every source.", body = SourceList<'static>),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn list_sources(State(app): State<App>, params: Params, headers: HeaderMap) -> Answered {
    let asking = params.done(&[])?;
    let list = app.toolkit().sources(asking).map_err(|error| Problem::ask(&error, asking.lang))?;
    Ok(reference(&list, asking, &headers))
}

//! `GET /v1/sources`.

use axum::extract::State;

use super::problem::{Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, Page, PageParams, Params};
use super::{Answered, linked, reference};
use crate::app::App;
use crate::domain::views::SourceList;

/// List the sources
///
/// Every publication with its date, reliability and licence, what it says in our own words, and where they disagree.
#[utoipa::path(
    get,
    path = "/v1/sources",
    tag = "reference",
    params(
        PageParams,
        AnswerParams
    ),
    responses(
        (status = 200, description = "Every source.", body = SourceList<'static>),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`after` is no id of the list.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn list_sources(State(app): State<App>, mut params: Params) -> Answered {
    let page = Page::take(&mut params)?;
    let asking = params.done(&Page::FIELDS)?;
    let mut list = app.toolkit().sources(asking).map_err(|error| Problem::ask(&error))?;
    let next = page.cut("/v1/sources", &mut list.publications, |source| source.id)?;
    Ok(linked(reference(&list, asking), next))
}

//! `GET /v1/rules`, `/v1/rules/{id}`.

use axum::extract::{Path, State};

use super::problem::{Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, Page, PageParams, Params};
use super::{Answered, linked, reference};
use crate::app::App;
use crate::domain::decide::rule::Layer;
use crate::domain::message::said;
use crate::domain::views::{RuleDetail, RuleList};

/// List the rules in force
///
/// What each of them asks for and gives, why, and what stands behind it. `after` leads through the list page by page.
#[utoipa::path(
    get,
    path = "/v1/rules",
    tag = "reference",
    params(
        ("layer" = Option<Layer>, Query, description = "Only the rules of one layer."),
        PageParams,
        AnswerParams
    ),
    responses(
        (status = 200, description = "The rules.", body = RuleList<'static>),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "No rules answer for the day, or `after` is no id of the list.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn list_rules(State(app): State<App>, mut params: Params) -> Answered {
    let page = Page::take(&mut params)?;
    let layer = params.take("layer").map(|layer| layer.parse::<Layer>()).transpose();
    let layer = layer.map_err(|error| Problem::new("invalid-parameter", said!(API_LAYER, error = &error)))?;
    let asking = params.done(&["layer", "limit", "after"])?;
    let mut list = app.toolkit().rules(layer, asking).map_err(|error| Problem::ask(&error))?;
    let next = page.cut("/v1/rules", &mut list.rules, |rule| rule.id)?;
    Ok(linked(reference(&list, asking), next))
}

/// Show a rule
///
/// With its examples and with what its sources say; rules that are not in force are shown too.
#[utoipa::path(
    get,
    path = "/v1/rules/{id}",
    tag = "reference",
    params(
        ("id" = String, Path, description = "Id of a rule.", example = "verdict-large-structure"),
        AnswerParams
    ),
    responses(
        (status = 200, description = "The rule.", body = RuleDetail<'static>),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such rule.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn find_rule(State(app): State<App>, Path(id): Path<String>, params: Params) -> Answered {
    let asking = params.done(&[])?;
    let detail = app.toolkit().rule(&id, asking).map_err(|error| Problem::ask(&error))?;
    Ok(reference(&detail, asking))
}

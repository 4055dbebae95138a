//! `GET /v1/roles`, `/v1/roles/{role}`, `/v1/comparison`.

use axum::extract::{Path, State};
use serde_json::Value;

use super::problem::{Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, Params};
use super::{Answered, reference};
use crate::app::App;
use crate::domain::input::questions::PLACE;
use crate::domain::input::schema::PlaceParams;
use crate::domain::message::said;
use crate::domain::views::{Comparison, RoleDetail, RoleList};
use crate::domain::vocab::{Role, RoleName};

/// List the roles
///
/// What each of them is in a sentence, with the short names that other questions take.
#[utoipa::path(
    get,
    path = "/v1/roles",
    tag = "reference",
    params(
        AnswerParams
    ),
    responses(
        (status = 200, description = "Every role.", body = RoleList<'static>),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn list_roles(State(app): State<App>, params: Params) -> Answered {
    let asking = params.done(&[])?;
    let list = app.toolkit().roles(asking).map_err(|error| Problem::ask(&error))?;
    Ok(reference(&list, asking))
}

/// Describe a role
///
/// Missions, skills, indicators, time split, place in the structure, career path, codes in classifications.
#[utoipa::path(
    get,
    path = "/v1/roles/{role}",
    tag = "reference",
    params(
        ("role" = RoleName, Path, description = "Id of a role, or its short name.", example = "social-media-manager"),
        AnswerParams
    ),
    responses(
        (status = 200, description = "The role.", body = RoleDetail<'static>),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such role.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn find_role(State(app): State<App>, Path(role): Path<String>, params: Params) -> Answered {
    let asking = params.done(&[])?;
    let role = Role::find_or_alias(&role).map_err(|error| Problem::unknown(&error))?;
    let detail = app.toolkit().role(role, asking).map_err(|error| Problem::ask(&error))?;
    Ok(reference(&detail, asking))
}

/// Compare roles
///
/// Missions, skills, indicators, tools and pay side by side, dimension by dimension.
#[utoipa::path(
    get,
    path = "/v1/comparison",
    tag = "reference",
    params(
        ("roles" = Option<Vec<RoleName>>, Query, style = Form, explode = false, description = "Roles, comma-separated, by id or short name; `cm,smm` when left out.", example = json!(["cm", "smm"])),
        PlaceParams,
        AnswerParams
    ),
    responses(
        (status = 200, description = "The roles side by side.", body = Comparison<'static>),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The place cannot be used; `errors` names every fault.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn compare_roles(State(app): State<App>, mut params: Params) -> Answered {
    let named = params.take("roles").unwrap_or_default();
    let place = Value::Object(params.question(PLACE, &[]));
    let asking = params.done(&["roles"])?;
    let names = named.split(',').map(str::trim).filter(|name| !name.is_empty());
    let roles: Result<Vec<Role>, _> = names.map(Role::find_or_alias).collect();
    let roles = roles.map_err(|error| Problem::new("invalid-parameter", said!(API_ROLES, error = &error)))?;
    let comparison = app.toolkit().compare(&roles, &place, asking).map_err(|error| Problem::ask(&error))?;
    Ok(reference(&comparison, asking))
}

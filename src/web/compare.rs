//! Roles side by side.

use super::form::Form;
use crate::domain::views::{Comparison, TimeView};
use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use serde_json::json;

use super::form::{city_wins, question, shown};
use super::next::{Link, links};
use super::visit::{Visit, form_page, refused};
use crate::app::App;
use crate::domain::input::questions::PLACE;
use crate::domain::vocab::Role;
use crate::toolkit::AskError;

/// How the week of a role divides.
#[derive(Serialize)]
struct RoleTime<'c> {
    role: Role,
    time: Vec<TimeView<'c>>,
}

/// Roles side by side.
#[derive(Serialize)]
struct ComparePage<'a, 'c> {
    form: Form,
    /// Countries whose pay is not known.
    unknown: Vec<String>,
    answer: &'a Comparison<'c>,
    times: Vec<RoleTime<'c>>,
    chart: String,
    steps: Vec<Link<'a>>,
}

/// The two jobs, and the third where it is asked for; pay in a country or city.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let lang = visit.lang;
    let roles: Vec<Role> =
        if visit.fields.get("content").is_some() { Role::ALL.to_vec() } else { Role::HIREABLE.to_vec() };
    let mut place = question(&app, &visit.fields, PLACE, visit.lang);
    city_wins(&app, &mut place);
    let (errors, comparison) = match app.toolkit().compare(&roles, &place, visit.asking) {
        Ok(comparison) => (Vec::new(), Ok(comparison)),
        Err(AskError::Input(errors)) => (errors, app.toolkit().compare(&roles, &json!({}), visit.asking)),
        Err(error) => (Vec::new(), Err(error)),
    };
    let comparison = match comparison {
        Ok(comparison) => comparison,
        Err(error) => return refused(&app, &error, lang),
    };
    let time =
        |role: &Role| Ok(RoleTime { role: *role, time: app.toolkit().role(*role, visit.asking)?.time });
    let times: Result<Vec<RoleTime<'_>>, AskError> = roles.iter().map(time).collect();
    let times = times.unwrap_or_default();
    let chart = app.toolkit().comparison_rows(&comparison, visit.asking);
    let named = visit.fields.get("country").is_some();
    let fields = if named {
        visit.fields.clone()
    } else {
        visit.fields.clone().with("country", &comparison.pay.country)
    };
    let form = shown(&app, &fields, &errors, PLACE, lang);
    let context = ComparePage {
        form,
        unknown: app.toolkit().countries_without_bands(visit.asking).unwrap_or_default(),
        answer: &comparison,
        times,
        chart,
        steps: links(&visit, &comparison.outline.next),
    };
    form_page(&app, "web/compare.html.j2", &visit, &context, !errors.is_empty())
}

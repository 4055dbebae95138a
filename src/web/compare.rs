//! Roles side by side.

use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};

use super::form::{city_wins, question, shown};
use super::visit::{Visit, form_page, refused};
use crate::app::App;
use crate::domain::input::questions::PLACE;
use crate::domain::vocab::Role;
use crate::toolkit::AskError;

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
    let times: Result<Vec<Value>, AskError> = roles
        .iter()
        .map(|role| {
            let detail = app.toolkit().role(*role, visit.asking)?;
            Ok(json!({ "role": role, "time": detail.time }))
        })
        .collect();
    let times = times.unwrap_or_default();
    let chart = app.toolkit().comparison_chart(&comparison, visit.asking);
    let named = visit.fields.get("country").is_some();
    let fields = if named {
        visit.fields.clone()
    } else {
        visit.fields.clone().with("country", &comparison.pay.country)
    };
    let form = shown(&app, &fields, &errors, PLACE, lang);
    let context = json!({
        "form": form,
        "answer": comparison,
        "times": times,
        "chart": chart,
    });
    form_page(&app, "web/compare.html.j2", &visit, context, !errors.is_empty())
}

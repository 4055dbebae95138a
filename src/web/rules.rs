//! The rules, and one rule by itself.

use super::visit::{Listed, Report};
use axum::extract::{Path, State};
use axum::response::Response;

use super::visit::{Visit, page, refused};
use crate::app::App;

/// Every rule in force.
pub(super) async fn list(State(app): State<App>, visit: Visit) -> Response {
    let answer = match app.toolkit().rules(None, visit.asking) {
        Ok(answer) => answer,
        Err(error) => return refused(&app, &error, visit.lang),
    };
    page(&app, "web/rules.html.j2", &visit, &Listed { answer: &answer })
}

/// One rule.
pub(super) async fn show(State(app): State<App>, Path(id): Path<String>, visit: Visit) -> Response {
    let answer = match app.toolkit().rule(&id, visit.asking) {
        Ok(answer) => answer,
        Err(error) => return refused(&app, &error, visit.lang),
    };
    match app.toolkit().sections("rule", &answer, visit.lang) {
        Ok(sections) => page(&app, "web/rule.html.j2", &visit, &Report { answer: &answer, sections }),
        Err(error) => refused(&app, &error.into(), visit.lang),
    }
}

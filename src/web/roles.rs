//! One role by itself.

use super::visit::Report;
use axum::extract::{Path, State};
use axum::response::Response;

use super::visit::{Visit, page, refused};
use crate::app::App;
use crate::domain::vocab::Role;
use crate::toolkit::AskError;

/// One role.
pub(super) async fn show(State(app): State<App>, Path(role): Path<String>, visit: Visit) -> Response {
    let lang = visit.lang;
    let found = Role::find_or_alias(&role).map_err(AskError::from);
    let answer = found.and_then(|role| app.toolkit().role(role, visit.asking));
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) => return refused(&app, &error, lang),
    };
    match app.toolkit().sections("role", &answer, lang) {
        Ok(sections) => page(&app, "web/role.html.j2", &visit, &Report { answer: &answer, sections }),
        Err(error) => refused(&app, &error.into(), lang),
    }
}

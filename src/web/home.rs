//! The first page: what this is, for whom, and where each of them begins.

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::visit::{Visit, page};
use crate::app::App;

/// How much stands behind the answers.
#[derive(Serialize)]
struct HomePage {
    sources: usize,
    rules: usize,
}

pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let catalog = app.toolkit().catalog();
    let sources = catalog.decide().sources.len() + catalog.pay().map_or(0, |pay| pay.data.sources.len());
    page(&app, "web/home.html.j2", &visit, &HomePage { sources, rules: catalog.decide().rules.len() })
}

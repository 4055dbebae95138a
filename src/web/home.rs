//! The first page: what this is, for whom, and where each of them begins.

use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use super::visit::{Visit, page};
use crate::app::App;

pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let catalog = app.toolkit().catalog();
    let sources = catalog.decide().sources.len() + catalog.pay().map_or(0, |pay| pay.data.sources.len());
    page(
        &app,
        "web/home.html.j2",
        &visit,
        json!({ "sources": sources, "rules": catalog.decide().rules.len() }),
    )
}

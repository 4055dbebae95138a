//! What is not an answer: the document, its page, the state of the service, and what is not there.

use axum::extract::State;
use axum::http::{HeaderValue, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::{KINDS, Problem};
use super::request::Params;
use super::{Answered, App, answer};
use crate::domain::text::Lang;

/// State of the service.
#[derive(Serialize, ToSchema)]
pub(super) struct Health<'a> {
    /// `ok`.
    status: &'static str,
    /// Version of rolecall.
    version: &'static str,
    /// Version of the data.
    data_version: &'a str,
}

/// Fetch this document
#[utoipa::path(get, path = "/openapi.json", tag = "service", responses((status = 200, description = "The `OpenAPI` 3.1 document.", body = Object)))]
pub(super) async fn openapi_document(State(app): State<App>) -> Response {
    let mut response = app.document.to_string().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// Read the documentation
#[utoipa::path(get, path = "/docs", tag = "service", responses((status = 200, description = "The API explained on one page; needs no internet.", body = String, content_type = "text/html")))]
pub(super) async fn documentation(State(app): State<App>, params: Params) -> Answered {
    params.done(&[])?;
    if let Some(page) = app.page.get() {
        return Ok(Html(page.clone()).into_response());
    }
    let document: serde_json::Value = serde_json::from_str(&app.document).unwrap_or_default();
    let problems: Vec<_> = KINDS
        .iter()
        .map(|(slug, status, title, _)| serde_json::json!({ "slug": slug, "status": status.as_u16(), "title": title }))
        .collect();
    let context = serde_json::json!({ "api": document, "problems": problems });
    match app.toolkit().page("web/docs.html.j2", &context, Lang::En) {
        Ok(page) => Ok(Html(app.page.get_or_init(|| page).clone()).into_response()),
        Err(error) => {
            tracing::error!(error = %error, "the documentation could not be written");
            Err(Problem::new("internal", "the documentation could not be written"))
        }
    }
}

/// Say that the process is alive
#[utoipa::path(get, path = "/healthz", tag = "service", responses((status = 200, description = "Alive.", body = Health<'static>)))]
pub(super) async fn is_alive(State(app): State<App>) -> Response {
    health(&app)
}

/// Say that answers can be given
///
/// The data is read and checked before the server listens, so that being reached is being ready.
#[utoipa::path(get, path = "/readyz", tag = "service", responses((status = 200, description = "Ready.", body = Health<'static>)))]
pub(super) async fn is_ready(State(app): State<App>) -> Response {
    health(&app)
}

fn health(app: &App) -> Response {
    let health = Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
        data_version: app.toolkit().catalog().version(),
    };
    answer(&health, Lang::En)
}

pub(super) async fn nothing_here(uri: Uri) -> Problem {
    let path: String = uri.path().chars().take(200).collect();
    Problem::new("not-found", format!("`{}` is not an address of this API; see /docs", path.escape_debug()))
}

pub(super) async fn wrong_method() -> Problem {
    Problem::new(
        "method-not-allowed",
        "this address takes another method; the `allow` header names it, see /docs",
    )
}

//! `/openapi.json`, `/docs`, health, metrics, and the 404.

use std::sync::{Arc, OnceLock};

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderValue, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::{KINDS, Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, Params};
use super::{Answered, answer};
use crate::app::{App, assets};
use crate::domain::message::{ids, said};
use crate::domain::text::Lang;

/// The document, and the page made of it on first use: both are the same for everybody.
#[derive(Debug)]
pub(super) struct Docs {
    document: String,
    page: OnceLock<String>,
    schemas: OnceLock<String>,
}

impl Docs {
    pub(super) fn new(document: String) -> Self {
        Self { document, page: OnceLock::new(), schemas: OnceLock::new() }
    }
}

/// State of the service.
#[derive(Serialize, ToSchema)]
pub(super) struct Health<'a> {
    /// `ok`; `stale-data` when the last reload failed, so that the data before it answer.
    status: &'static str,
    /// Version of rolecall.
    version: &'static str,
    /// Version of the data.
    data_version: &'a str,
}

/// Fetch this document
///
/// Everything that can be asked and answered, for tools that make clients or tests of it.
#[utoipa::path(get, path = "/openapi.json", tag = "service", responses(
    (status = 200, description = "The `OpenAPI` 3.1 document.", body = Object),
    (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
    NotAcceptable,
    Limited
))]
pub(super) async fn openapi_document(Extension(docs): Extension<Arc<Docs>>) -> Response {
    let mut response = docs.document.clone().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// Read the documentation
///
/// Every address with its parameters, examples and problems, for people.
#[utoipa::path(get, path = "/docs", tag = "service", params(AnswerParams), responses(
    (status = 200, description = "The API explained on one page; needs no internet.", body = String, content_type = "text/html"),
    (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
    (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
    NotAcceptable,
    Limited
))]
pub(super) async fn documentation(
    State(app): State<App>,
    Extension(docs): Extension<Arc<Docs>>,
    params: Params,
) -> Answered {
    params.done(&[])?;
    written(&app, &docs.document, &docs.page, "addresses")
}

/// The types of the API, for people: beside the documentation, which is long enough.
pub(super) async fn schemas(State(app): State<App>, Extension(docs): Extension<Arc<Docs>>) -> Answered {
    written(&app, &docs.document, &docs.schemas, "schemas")
}

/// A part of the documentation, written once.
fn written(app: &App, document: &str, kept: &OnceLock<String>, part: &str) -> Answered {
    if let Some(page) = kept.get() {
        return Ok(Html(page.clone()).into_response());
    }
    let document: serde_json::Value = serde_json::from_str(document).unwrap_or_default();
    let toolkit = app.toolkit();
    let words = toolkit.words(Lang::En);
    let problems: Vec<_> = KINDS
        .iter()
        .map(|(slug, status, title)| {
            let title = words.get(*title);
            serde_json::json!({ "slug": slug, "status": status.as_u16(), "title": title })
        })
        .collect();
    let context = serde_json::json!({
        "api": document,
        "part": part,
        "problems": problems,
        "css": assets::href(assets::CSS),
        "js": assets::href(assets::JS),
        "icon": assets::href(assets::ICON),
    });
    match app.toolkit().page("web/docs.html.j2", &context, Lang::En) {
        Ok(page) => Ok(Html(kept.get_or_init(|| page).clone()).into_response()),
        Err(error) => {
            tracing::error!(template = error.name, error = %error.reason, "the documentation could not be written");
            Err(Problem::new("internal", ids::API_DOCUMENTATION_COULD_WRITTEN))
        }
    }
}

/// Say that the process is alive
///
/// For whoever restarts a process that hangs: it answers as long as it can answer anything.
#[utoipa::path(get, path = "/healthz", tag = "service", responses(
    (status = 200, description = "Alive.", body = Health<'static>),
    NotAcceptable
))]
pub(super) async fn is_alive(State(app): State<App>) -> Response {
    health(&app)
}

/// Say whether answers can be given
///
/// The data is read and checked before the server listens, so that being reached is being ready, until the service is
/// told to stop: then the answer is 503 while running requests are finished.
#[utoipa::path(get, path = "/readyz", tag = "service", responses(
    (status = 200, description = "Ready.", body = Health<'static>),
    (status = 503, description = "About to stop.", body = Problem, content_type = "application/problem+json"),
    NotAcceptable
))]
pub(super) async fn is_ready(State(app): State<App>) -> Answered {
    if app.process().draining() {
        return Err(Problem::new("not-ready", ids::API_SERVICE_ABOUT_STOP_ASK_ANOTHER));
    }
    Ok(health(&app))
}

fn health(app: &App) -> Response {
    let health = Health {
        status: if app.process().stale() { "stale-data" } else { "ok" },
        version: env!("CARGO_PKG_VERSION"),
        data_version: app.toolkit().catalog().version(),
    };
    let mut response = answer(&health, Lang::En);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Measure the service
///
/// Requests by route and status, latencies, audits, drafts, connections, reloads, version of the data, in the
/// `OpenMetrics` text format. Not for the public: let the proxy refuse it.
#[utoipa::path(get, path = "/metrics", tag = "service", responses(
    (status = 200, description = "The measurements.", body = String, content_type = "application/openmetrics-text"),
    NotAcceptable
))]
pub(super) async fn measurements(State(app): State<App>) -> Response {
    let mut response = app.process().metrics.text().into_response();
    let media_type = HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, media_type);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What is answered where there is nothing.
pub async fn nothing_here(uri: Uri) -> Problem {
    let path: String = uri.path().chars().take(200).collect();
    Problem::new("not-found", said!(API_ADDRESS_API_SEE_DOCS, path = path.escape_debug()))
}

pub(super) async fn wrong_method() -> Problem {
    Problem::new("method-not-allowed", ids::API_ADDRESS_TAKES_ANOTHER_METHOD_ALLOW)
}

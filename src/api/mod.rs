//! The JSON API: one file a resource. Handlers read the request, ask the toolkit, write the answer; they decide nothing.

mod ads;
mod descriptions;
mod goals;
mod interview;
mod pay;
pub mod problem;
mod recommendations;
pub mod request;
mod roles;
mod rules;
mod service;
mod sources;

use std::sync::{Arc, OnceLock};

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::problem::Problem;
use crate::domain::dated::Day;
use crate::domain::hex::hex;
use crate::domain::text::Lang;
use crate::toolkit::{Asking, Toolkit, to_json};

/// Largest body read.
pub const MAX_BODY_BYTES: usize = 64 * 1024;

/// What handlers share.
#[derive(Clone, Debug)]
pub struct App {
    toolkit: Arc<Toolkit>,
    clock: fn() -> Day,
    as_of: Option<Day>,
    document: Arc<str>,
    /// The documentation, written on first use: it is the same for everybody.
    page: Arc<OnceLock<String>>,
}

impl App {
    /// Shares a toolkit. `clock` says what day it is; `as_of` fixes the day instead.
    #[must_use]
    pub fn new(toolkit: Toolkit, clock: fn() -> Day, as_of: Option<Day>) -> Self {
        let document = openapi_json(&toolkit).into();
        // A server answers for every country: read them before the first request, not during it.
        drop(toolkit.catalog().pay());
        drop(toolkit.catalog().job_ads());
        Self { toolkit: Arc::new(toolkit), clock, as_of, document, page: Arc::default() }
    }

    /// The day for which answers hold when the request does not say.
    #[must_use]
    pub fn today(&self) -> Day {
        self.as_of.unwrap_or_else(self.clock)
    }

    /// The toolkit.
    #[must_use]
    pub fn toolkit(&self) -> &Toolkit {
        &self.toolkit
    }
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "rolecall",
        description = "Whom to hire for your social presence: community manager, social media manager, both, or neither; how many people, in which order, and why.\n\nEvery answer names the rules that led to it and the sources behind them, and carries `as_of` and `data_version`; the same question with the same `as_of` gives the same answer. Texts come in French or English: `lang`, else `Accept-Language`, else English. Errors are RFC 9457 problem documents. The body of an answer equals what `rolecall … --format json` prints, byte for byte.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    tags(
        (name = "decide", description = "Whom to hire, and what to ask next."),
        (name = "pay", description = "What roles pay, where an offer stands, what a person costs the employer."),
        (name = "job", description = "Job ads: what they describe, and drafts that can be published."),
        (name = "reference", description = "Roles, goals, rules and sources."),
        (name = "service", description = "State of the service.")
    ),
    components(schemas(problem::Problem))
)]
struct Document;

fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(recommendations::create_recommendation))
        .routes(routes!(interview::ask_next_question))
        .routes(routes!(roles::list_roles))
        .routes(routes!(roles::find_role))
        .routes(routes!(roles::compare_roles))
        .routes(routes!(pay::find_salary_band))
        .routes(routes!(pay::list_salary_bands))
        .routes(routes!(pay::draw_salary_band))
        .routes(routes!(pay::assess_offer))
        .routes(routes!(pay::compute_employer_cost))
        .routes(routes!(descriptions::draft_job_description))
        .routes(routes!(ads::audit_job_ad))
        .routes(routes!(goals::list_goals))
        .routes(routes!(rules::list_rules))
        .routes(routes!(rules::find_rule))
        .routes(routes!(sources::list_sources))
        .routes(routes!(service::openapi_document))
        .routes(routes!(service::documentation))
        .routes(routes!(service::is_alive))
        .routes(routes!(service::is_ready))
}

/// The routes, ready for the server's layers.
pub fn router(app: App) -> axum::Router {
    let (router, _) = routes().split_for_parts();
    router
        .route("/", axum::routing::get(|| async { axum::response::Redirect::temporary("/docs") }))
        .fallback(service::nothing_here)
        .method_not_allowed_fallback(service::wrong_method)
        .layer(axum::extract::DefaultBodyLimit::max(MAX_BODY_BYTES))
        .with_state(app)
}

/// The `OpenAPI` 3.1 document as it is checked in and served.
#[must_use]
pub fn openapi_json(toolkit: &Toolkit) -> String {
    let (_, document) = routes().split_for_parts();
    let mut value = serde_json::to_value(&document).unwrap_or_default();
    // Goals are data: the document lists those of the data at hand.
    let goals: Vec<&str> = toolkit.catalog().decide().goal_index.ids().collect();
    name_goals(&mut value, &goals);
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

/// Adds the list of goals to the schema of a goal.
fn name_goals(document: &mut serde_json::Value, goals: &[&str]) {
    let Some(choices) =
        document.pointer_mut("/components/schemas/GoalChoice/oneOf").and_then(|list| list.as_array_mut())
    else {
        return;
    };
    for choice in choices {
        if choice.get("type").is_some_and(|kind| kind == "string") {
            choice["enum"] = serde_json::json!(goals);
        } else if let Some(goal) = choice.pointer_mut("/properties/goal") {
            goal["enum"] = serde_json::json!(goals);
        }
    }
}

/// A JSON answer in a language.
fn answer<T: serde::Serialize>(answer: &T, lang: Lang) -> Response {
    let mut response = to_json(answer).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.id()));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// Reference data: as [`answer`], with a validator, so that callers may keep it and ask whether it changed.
fn reference<T: serde::Serialize>(value: &T, asking: Asking, request: &HeaderMap) -> Response {
    let body = to_json(value);
    let tag = format!("\"{}\"", hex(&Sha256::digest(&body)[..12]));
    let known = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let unchanged = known.flat_map(|list| list.split(',')).any(|known| {
        let known = known.trim();
        known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag
    });
    let mut response =
        if unchanged { StatusCode::NOT_MODIFIED.into_response() } else { body.into_response() };
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    if !unchanged {
        set(header::CONTENT_TYPE, "application/json");
    }
    set(header::CONTENT_LANGUAGE, asking.lang.id());
    set(header::VARY, "accept-language");
    set(header::ETAG, &tag);
    set(header::CACHE_CONTROL, "public, max-age=300");
    response
}

/// What handlers return.
type Answered = Result<Response, Problem>;

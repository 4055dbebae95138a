//! The JSON API: one file a resource. Handlers read the request, ask the toolkit, write the answer; they decide nothing.

mod employer_costs;
mod goals;
mod interview;
mod job_ad_audits;
mod job_descriptions;
mod offer_assessments;
pub mod problem;
mod recommendations;
pub mod request;
mod roles;
mod rules;
mod salary_bands;
mod service;
mod sources;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::problem::Problem;
pub use self::service::nothing_here;
use crate::app::App;
use crate::domain::message::ids;
use crate::domain::pay::job::JobName;
use crate::domain::text::Lang;
use crate::domain::vocab::RoleName;
use crate::toolkit::{Asking, Toolkit, to_json};

/// Largest body read.
pub const MAX_BODY_BYTES: usize = 64 * 1024;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "rolecall",
        description = "Whom to hire for your social presence: community manager, social media manager, both, or neither; how many people, in which order, and why.\n\nEvery answer names the rules that led to it and the sources behind them, and carries `as_of` and `data_version`; the same question with the same `as_of` gives the same answer. Texts come in French or English: `lang`, else `Accept-Language`, else English. Errors are RFC 9457 problem documents. The body of an answer equals what `rolecall … --format json` prints, byte for byte.",
        contact(name = "rolecall", url = "https://github.com/rolecall/rolecall"),
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    servers((url = "/", description = "This server.")),
    tags(
        (name = "decide", description = "Whom to hire, and what to ask next."),
        (name = "pay", description = "What roles pay, where an offer stands, what a person costs the employer."),
        (name = "job", description = "Job ads: what they describe, and drafts that can be published."),
        (name = "reference", description = "Roles, goals, rules and sources."),
        (name = "service", description = "State of the service.")
    ),
    components(schemas(problem::Problem, JobName, RoleName))
)]
struct Document;

/// Addresses that ask for the token where there is one.
fn guarded() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(job_descriptions::draft_job_description))
        .routes(routes!(job_ad_audits::audit_job_ad))
}

fn open() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(recommendations::create_recommendation))
        .routes(routes!(recommendations::create_recommendations))
        .routes(routes!(interview::ask_next_question))
        .routes(routes!(roles::list_roles))
        .routes(routes!(roles::find_role))
        .routes(routes!(roles::compare_roles))
        .routes(routes!(salary_bands::find_salary_band))
        .routes(routes!(salary_bands::list_salary_bands))
        .routes(routes!(salary_bands::draw_salary_band))
        .routes(routes!(offer_assessments::assess_offer))
        .routes(routes!(employer_costs::compute_employer_cost))
        .routes(routes!(goals::list_goals))
        .routes(routes!(rules::list_rules))
        .routes(routes!(rules::find_rule))
        .routes(routes!(sources::list_sources))
        .routes(routes!(service::openapi_document))
        .routes(routes!(service::documentation))
        .routes(routes!(service::is_alive))
        .routes(routes!(service::is_ready))
        .routes(routes!(service::measurements))
}

/// The routes, ready for the server's layers.
pub fn router(app: App) -> axum::Router {
    let docs = Arc::new(service::Docs::new(openapi_json(app.toolkit())));
    let (guarded, _) = guarded().split_for_parts();
    let (open, _) = open().split_for_parts();
    open.route("/docs/schemas", axum::routing::get(service::schemas))
        .merge(guarded.route_layer(from_fn_with_state(app.clone(), with_token)))
        .method_not_allowed_fallback(service::wrong_method)
        .layer(axum::extract::DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(axum::Extension(docs))
        .with_state(app)
}

/// Lets only those through who have the token, where there is one.
async fn with_token(State(app): State<App>, request: Request, next: Next) -> Response {
    if app.allows(request.headers()) {
        return next.run(request).await;
    }
    let mut response = Problem::new("unauthorized", ids::API_ADDRESS_ASKS_TOKEN_SEND).into_response();
    let challenge = HeaderValue::from_static("Bearer realm=\"rolecall\"");
    response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
    response
}

/// The `OpenAPI` 3.1 document as it is checked in and served.
#[must_use]
pub fn openapi_json(toolkit: &Toolkit) -> String {
    let (_, document) = open().merge(guarded()).split_for_parts();
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
    let places =
        ["/components/schemas/GoalChoice/oneOf/0", "/components/schemas/GoalWithPriority/properties/goal"];
    for place in places {
        if let Some(schema) = document.pointer_mut(place) {
            schema["enum"] = serde_json::json!(goals);
        }
    }
}

/// A JSON answer in a language.
fn answer<T: serde::Serialize>(answer: &T, lang: Lang) -> Response {
    sent(to_json(answer).into(), lang)
}

/// An answer that is JSON already.
fn sent(json: Bytes, lang: Lang) -> Response {
    let mut response = json.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.id()));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// Reference data: as [`answer`], to be kept for a while. The server adds the validator.
fn reference<T: serde::Serialize>(value: &T, asking: Asking) -> Response {
    let mut response = answer(value, asking.lang);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    response
}

/// Adds the link to the next page of a list.
fn linked(mut response: Response, next: Option<HeaderValue>) -> Response {
    if let Some(next) = next {
        response.headers_mut().insert(header::LINK, next);
    }
    response
}

/// A file, as its bytes.
#[derive(utoipa::ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "only described here")]
struct File(Vec<u8>);

/// What handlers return.
type Answered = Result<Response, Problem>;

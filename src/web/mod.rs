//! The pages: one file a page, rendered on the server, useful without script, in French under `/fr` and in English under
//! `/en`. A page reads its address, asks the toolkit, and shows the answer; it decides nothing. The address holds the
//! answers given so far, so that it can be kept, sent and asked again.

mod assets;
mod audit;
mod compare;
mod cost;
mod draft;
mod embed;
mod form;
mod hire;
mod home;
mod method;
mod next;
mod offer;
mod pay;
mod pay_question;
mod roles;
mod rules;
mod site;
mod sources;
mod visit;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use self::visit::{Visit, page};
use crate::app::App;
use crate::app::language::accepted_language;
use crate::domain::input::questions;
use crate::domain::message::{Words, ids};
use crate::domain::text::Lang;

/// Largest form read: an ad as a file.
const MAX_FORM_BYTES: usize = 6 << 20;

/// Every page, ready for the server's layers.
pub fn router(app: App) -> Router {
    let mut router = Router::new().route("/", get(front)).route("/assets/{file}", get(assets::asset));
    router = router
        .route("/embed.js", get(embed::script))
        .route("/robots.txt", get(site::robots))
        .route("/sitemap.xml", get(site::sitemap))
        .route("/manifest.webmanifest", get(site::manifest))
        .route("/favicon.ico", get(site::favicon))
        .route("/apple-touch-icon.png", get(site::touch_icon));
    for lang in [Lang::Fr, Lang::En] {
        let home = Router::new().route(&format!("/{lang}/"), get(home::show)).layer(axum::Extension(lang));
        router = router
            .merge(home)
            .nest(&format!("/{lang}"), pages(&app).layer(axum::Extension(lang)))
            .nest(&format!("/embed/{lang}"), embed::pages().layer(axum::Extension(lang)));
    }
    router.with_state(app)
}

/// The pages of one language.
fn pages(app: &App) -> Router<App> {
    // What the token guards in the API, it guards here too.
    let guarded = Router::new()
        .route("/draft", get(draft::show))
        .route("/draft/file", get(draft::download))
        .route("/draft/preview", get(draft::preview))
        .route("/audit", get(audit::ask).post(audit::show).layer(DefaultBodyLimit::max(MAX_FORM_BYTES)))
        .route_layer(from_fn_with_state(app.clone(), with_token));
    Router::new()
        .route("/", get(home::show))
        .route("/hire", get(hire::interview))
        .route("/hire/form", get(hire::form))
        .route("/hire/check", get(hire::check))
        .route("/hire/result", get(hire::result))
        .route("/compare", get(compare::show))
        .route("/roles/{role}", get(roles::show))
        .route("/pay", get(pay::show))
        .route("/offer", get(offer::show))
        .route("/cost", get(cost::show))
        .route("/sources", get(sources::show))
        .route("/sources/{id}", get(sources::one))
        .route("/rules", get(rules::list))
        .route("/rules/{id}", get(rules::show))
        .route("/method", get(method::show))
        .route("/about", get(site::about))
        .route("/embed", get(embed::show))
        .merge(guarded)
}

/// Fields of addresses that belong to no list of a page: lists with values of their own, and what steers a page.
const OTHER_FIELDS: [&str; 12] = [
    "page",
    "kind",
    "what",
    "tint",
    "text_lang",
    "content",
    "document",
    "as",
    "pay_from_band",
    "q",
    "lang",
    "as_of",
];

/// Whether some page knows a field. What none knows is not carried along: a link of ours holds nothing that we did not
/// ask for.
fn is_known(name: &str) -> bool {
    static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let questions = questions::ALL.iter().map(|(_, fields)| *fields).chain([questions::BRIEF]);
        questions.flat_map(|fields| form::names(fields, true)).collect()
    });
    KNOWN.contains(name) || hire::STEERING.contains(&name) || OTHER_FIELDS.contains(&name)
}

/// Leads to the pages in the language that the browser prefers.
async fn front(headers: HeaderMap) -> Response {
    let lang = accepted_language(&headers);
    let mut response = Redirect::temporary(&format!("/{lang}/")).into_response();
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// Lets only those through who have the token, where there is one. Browsers ask for it as a password.
async fn with_token(State(app): State<App>, request: Request, next: Next) -> Response {
    if app.allows(request.headers()) {
        return next.run(request).await;
    }
    let lang = language_of(request.uri().path()).unwrap_or(Lang::En);
    let toolkit = app.toolkit();
    let words = toolkit.words(lang);
    let fault = Fault {
        status: StatusCode::UNAUTHORIZED,
        title: words.say(ids::WEB_PAGE_ASKS_TOKEN),
        detail: words.say(ids::WEB_ENTER_PASSWORD_USER_NAME_DOES),
        request: None,
    };
    let mut response = error_page(&app, &fault, lang);
    let challenge = HeaderValue::from_static("Basic realm=\"rolecall\", charset=\"UTF-8\"");
    response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
    response
}

/// The language of a page by its address; none for what is no page.
#[must_use]
pub fn language_of(path: &str) -> Option<Lang> {
    let path = path.strip_prefix("/embed").unwrap_or(path);
    Lang::find(path.strip_prefix('/')?.split('/').next()?)
}

/// Why there is no page.
#[derive(Clone, Debug)]
pub struct Fault {
    /// HTTP status.
    pub status: StatusCode,
    /// What went wrong, in a few words.
    pub title: String,
    /// What is wrong this time, and what to do.
    pub detail: String,
    /// Id of the request, to be found in the log.
    pub request: Option<String>,
}

impl Fault {
    /// What a page says of a status: for people, not for programs.
    #[must_use]
    pub fn of(status: StatusCode, request: Option<String>, words: Words<'_>) -> Self {
        let (title, detail) = match status {
            StatusCode::NOT_FOUND => (ids::WEB_NOT_FOUND, ids::WEB_NOT_FOUND_DO),
            StatusCode::METHOD_NOT_ALLOWED => (ids::WEB_METHOD_NOT_ALLOWED, ids::WEB_METHOD_NOT_ALLOWED_DO),
            StatusCode::PAYLOAD_TOO_LARGE => (ids::WEB_PAYLOAD_TOO_LARGE, ids::WEB_PAYLOAD_TOO_LARGE_DO),
            StatusCode::TOO_MANY_REQUESTS => (ids::WEB_TOO_MANY_REQUESTS, ids::WEB_TOO_MANY_REQUESTS_DO),
            StatusCode::REQUEST_TIMEOUT => (ids::WEB_REQUEST_TIMEOUT, ids::WEB_REQUEST_TIMEOUT_DO),
            StatusCode::SERVICE_UNAVAILABLE => {
                (ids::WEB_SERVICE_UNAVAILABLE, ids::WEB_SERVICE_UNAVAILABLE_DO)
            }
            status if status.is_client_error() => (ids::WEB_UNREADABLE, ids::WEB_UNREADABLE_DO),
            _ => (ids::WEB_INTERNAL, ids::WEB_INTERNAL_DO),
        };
        Self { status, title: words.say(title), detail: words.say(detail), request }
    }
}

#[derive(serde::Serialize)]
struct FaultPage<'f> {
    title: &'f str,
    detail: &'f str,
    request: Option<&'f str>,
    status: u16,
}

/// A page that says what went wrong.
#[must_use]
pub fn error_page(app: &App, fault: &Fault, lang: Lang) -> Response {
    let mut response = page(
        app,
        "web/error.html.j2",
        &Visit::nowhere(app, lang),
        &FaultPage {
            title: &fault.title,
            detail: &fault.detail,
            request: fault.request.as_deref(),
            status: fault.status.as_u16(),
        },
    );
    *response.status_mut() = fault.status;
    response
}

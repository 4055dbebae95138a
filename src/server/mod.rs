//! The server: API, pages and the layers around them, start, reload and graceful stop.

mod conventions;
mod limit;
mod listen;
mod log;
mod pages;
mod reload;
mod stream;

use std::num::NonZeroU32;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::to_bytes;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use ipnet::IpNet;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::cors::{AllowHeaders, AllowMethods, AllowOrigin, CorsLayer, ExposeHeaders};
use tower_http::request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::{DefaultOnResponse, TraceLayer};

use self::limit::Limiter;
pub use self::pages::page_faults;
use crate::api;
use crate::api::problem::{Problem, Shown};
use crate::api::request::accepted_language;
use crate::app::accept::preferred;
use crate::app::metrics::Served as Answered;
use crate::app::operator::Operator;
use crate::app::{App, Process};
use crate::cli::serve::{Served, Service, Serving};
use crate::domain::dated::Day;
use crate::domain::message::{ids, said};
use crate::domain::text::Lang;
use crate::mcp;
use crate::toolkit::Toolkit;
use crate::web;

/// Where assistants ask, in a service that answers them.
pub const ASSISTANTS: &str = "/mcp";

/// Smallest answer worth compressing, in bytes.
const WORTH_COMPRESSING: u64 = 1_024;

/// Characters of a path and of a method that are logged.
const LONGEST_PATH: usize = 256;
const LONGEST_METHOD: usize = 32;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Numbers the requests of this process, behind a prefix that tells processes apart.
#[derive(Clone, Debug, Default)]
struct Numbered {
    next: Arc<std::sync::atomic::AtomicU64>,
}

impl MakeRequestId for Numbered {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        let number = self.next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        HeaderValue::from_str(&format!("{:08x}-{number:08x}", std::process::id())).ok().map(RequestId::new)
    }
}

/// What stands between the network and the handlers. It outlives a reload of the data.
#[derive(Clone, Debug)]
pub struct Edge {
    request_timeout: Duration,
    limiter: Option<Arc<Limiter>>,
    cors: Vec<String>,
    watched_apart: bool,
    assistants: bool,
    numbers: Numbered,
}

impl Edge {
    /// Longest time that one request may take, requests a minute for each client (none: no limit), networks whose
    /// `X-Forwarded-For` is believed, origins that may call from a browser (`*`: any).
    #[must_use]
    pub fn new(
        request_timeout: Duration,
        a_minute: Option<NonZeroU32>,
        proxies: Vec<IpNet>,
        cors: Vec<String>,
    ) -> Self {
        let limiter = a_minute.map(|a_minute| Arc::new(Limiter::new(a_minute, proxies)));
        Self {
            request_timeout,
            limiter,
            cors,
            watched_apart: false,
            assistants: false,
            numbers: Numbered::default(),
        }
    }

    /// The same, where `/healthz`, `/readyz` and `/metrics` have an address of their own and are not found on this one.
    #[must_use]
    pub fn watched_apart(self) -> Self {
        Self { watched_apart: true, ..self }
    }

    /// The same, where assistants are answered at [`ASSISTANTS`].
    #[must_use]
    pub fn with_assistants(self) -> Self {
        Self { assistants: true, ..self }
    }
}

impl Default for Edge {
    fn default() -> Self {
        Self::new(Duration::from_secs(10), None, Vec::new(), Vec::new())
    }
}

/// API and pages with every layer around them; what the tests drive and what [`run`] listens with.
pub fn router(app: &App, edge: &Edge) -> axum::Router {
    assembled(app, edge, if edge.watched_apart { Part::Public } else { Part::Whole })
}

/// What those see who watch the service, on an address of their own.
fn admin_router(app: &App, edge: &Edge) -> axum::Router {
    assembled(app, edge, Part::Watched)
}

/// Which addresses are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// All of them.
    Whole,
    /// All but those for who watches the service.
    Public,
    /// Only those.
    Watched,
}

impl Part {
    /// Whether a path is there.
    fn holds(self, path: &str) -> bool {
        match self {
            Self::Whole => true,
            Self::Public => !limit::watched(path),
            Self::Watched => limit::watched(path),
        }
    }
}

/// Answers what is not in this part as what is nowhere.
async fn partly(part: Part, request: Request, next: Next) -> Response {
    if part.holds(request.uri().path()) {
        return next.run(request).await;
    }
    api::nothing_here(request.uri().clone()).await.into_response()
}

fn assembled(app: &App, edge: &Edge, part: Part) -> axum::Router {
    let trace = TraceLayer::new_for_http()
        .make_span_with(|request: &Request| {
            let id = request
                .extensions()
                .get::<RequestId>()
                .and_then(|id| id.header_value().to_str().ok())
                .unwrap_or("");
            // Path only: queries and bodies may hold what is nobody's business.
            let method = log::short(request.method().as_str(), LONGEST_METHOD);
            let path = log::short(request.uri().path(), LONGEST_PATH);
            tracing::info_span!("request", method, path, id)
        })
        .on_response(DefaultOnResponse::new().level(tracing::Level::INFO));
    let compression = CompressionLayer::new()
        // The lowest levels: answers are made anew, and time counts more than the last percent.
        .quality(CompressionLevel::Fastest)
        .compress_when(
            SizeAbove::new(WORTH_COMPRESSING)
                .and(NotForContentType::const_new("application/vnd.openxmlformats")),
        );
    let (measured, shown) = (app.clone(), app.clone());
    let policies = conventions::Policies::new(&app.process().embed_origins);
    let asks_for_token = app.process().token.is_some();
    // Layers added later lie further out: a request meets them from the last to the first.
    let mut router = api::router(app.clone()).merge(web::router(app.clone()));
    if edge.assistants && part != Part::Watched {
        router = router.route_service(ASSISTANTS, mcp::service(app.clone()));
    }
    let mut router = router
        .fallback(api::nothing_here)
        .layer(from_fn(move |request, next| partly(part, request, next)))
        .layer(from_fn(conventions::conventions))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
            Problem::new("internal", ids::API_REQUEST_COULD_ANSWERED_LOG_HAS).into_response()
        }))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, edge.request_timeout))
        .layer(from_fn(conventions::host));
    if let Some(limiter) = edge.limiter.clone().filter(|_| part != Part::Watched) {
        let app = app.clone();
        // What is not there is no way around the limit.
        let unlimited: fn(&str) -> bool =
            if part == Part::Public { limit::is_asset } else { limit::uncounted };
        router = router.layer(from_fn(move |request, next| {
            limit::limit(app.clone(), Arc::clone(&limiter), unlimited, request, next)
        }));
    }
    if !edge.cors.is_empty() {
        router = router.layer(cors(&edge.cors));
    }
    router
        .layer(from_fn(move |request, next| problems(shown.clone(), request, next)))
        .layer(from_fn(move |request, next| conventions::protect(policies.clone(), request, next)))
        .layer(compression)
        .layer(from_fn(move |request, next| conventions::keeping(asks_for_token, request, next)))
        .layer(from_fn(move |request, next| measure(measured.clone(), request, next)))
        .layer(trace)
        .layer(PropagateRequestIdLayer::new(REQUEST_ID.clone()))
        .layer(SetRequestIdLayer::new(REQUEST_ID.clone(), edge.numbers.clone()))
        .layer(from_fn(|request, next| conventions::plain_id(REQUEST_ID.clone(), request, next)))
}

/// Lets pages of other origins call the API. Nothing here depends on who calls, so that no credentials are let through.
fn cors(origins: &[String]) -> CorsLayer {
    let origin = if origins.iter().any(|origin| origin == "*") {
        AllowOrigin::any()
    } else {
        AllowOrigin::list(origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok()))
    };
    let exposed =
        ["etag", "link", "ratelimit", "ratelimit-policy", "retry-after", "x-request-id", "content-language"];
    CorsLayer::new()
        .allow_origin(origin)
        .allow_methods(AllowMethods::list([Method::GET, Method::HEAD, Method::POST]))
        .allow_headers(AllowHeaders::list([
            header::ACCEPT,
            header::ACCEPT_LANGUAGE,
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_NONE_MATCH,
        ]))
        .expose_headers(ExposeHeaders::list(exposed.map(HeaderName::from_static)))
        .max_age(Duration::from_hours(1))
}

/// Counts requests and times answers, by the pattern of the route.
async fn measure(app: App, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let metrics = &app.process().metrics;
    let _running = metrics.begin();
    let method = match *request.method() {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    };
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    metrics.served(Answered { method, route, status: response.status().as_u16(), took: begun.elapsed() });
    response
}

/// Every error is a problem document with the id of its request, or a page where a page was asked for.
async fn problems(app: App, request: Request, next: Next) -> Response {
    let id = request
        .extensions()
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok())
        .map(str::to_owned);
    let path = request.uri().path();
    let assistants = path == ASSISTANTS;
    // Outside of the API somebody with a browser is told what is wrong on a page, whatever the address.
    let reads_pages = !path.starts_with("/v1/")
        && preferred(request.headers(), &["application/problem+json", "text/html"]) == Some("text/html");
    let page = web::language_of(path).or_else(|| reads_pages.then(|| accepted_language(request.headers())));
    let asked = request
        .uri()
        .query()
        .unwrap_or("")
        .split('&')
        .find_map(|pair| Lang::find(pair.strip_prefix("lang=")?));
    let lang = page.or(asked).unwrap_or_else(|| accepted_language(request.headers()));
    let response = next.run(request).await;
    let status = response.status();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|media_type| media_type.as_bytes().starts_with(b"text/html"));
    // Assistants read faults in the form of their own protocol.
    let is_message = assistants
        && response.headers().get(header::CONTENT_TYPE).is_some_and(|media| media == "application/json");
    if is_page || is_message || !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let (parts, body) = response.into_parts();
    let mut problem = match parts.extensions.get::<Shown>() {
        Some(Shown(problem)) => problem.clone(),
        None => {
            let text = to_bytes(body, 1024)
                .await
                .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
                .unwrap_or_default();
            match status {
                StatusCode::REQUEST_TIMEOUT => Problem::new("timeout", ids::API_REQUEST_TOOK_TOO_LONG_TRY),
                status if status.is_client_error() => {
                    Problem::new("bad-request", said!(FAULT_AS_TOLD, text = text)).with_status(status)
                }
                _ => Problem::new("internal", ids::API_REQUEST_COULD_ANSWERED_LOG_HAS),
            }
        }
    };
    problem.instance = id;
    let toolkit = app.toolkit();
    let words = toolkit.words(lang);
    let mut response = if page.is_some() {
        let fault = web::Fault::of(problem.status, problem.instance, words);
        web::error_page(&app, &fault, lang)
    } else {
        problem.written(words).into_response()
    };
    let kept = |name: &HeaderName| *name != header::CONTENT_TYPE && *name != header::CONTENT_LENGTH;
    for name in parts.headers.keys().filter(|name| kept(name)) {
        response.headers_mut().remove(name);
    }
    // A header may stand in several lines.
    for (name, value) in parts.headers.iter().filter(|(name, _)| kept(name)) {
        response.headers_mut().append(name, value.clone());
    }
    response
}

/// Prints the `OpenAPI` document, or serves until told to stop. Returns the exit code.
#[must_use]
pub fn run(service: Service, clock: fn() -> Day) -> ExitCode {
    let Service { toolkit, serving, as_of } = service;
    let Served { options, token, overlay } = match serving {
        Serving::Network(served) => *served,
        Serving::Assistant(lang) => return assistant(toolkit, clock, as_of, lang),
        Serving::Document => {
            let document = api::openapi_json(&toolkit);
            let written = std::io::Write::write_all(&mut std::io::stdout().lock(), document.as_bytes());
            return match written {
                Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::from(2),
                _ => ExitCode::SUCCESS,
            };
        }
    };
    let operator = Operator {
        name: options.operator.clone(),
        contact: options.contact.clone(),
        legal_notice: options.legal_notice.clone(),
        public_url: options.public_url.clone(),
    };
    let mut process = Process::new(token, options.embed_origin.clone()).with_operator(operator);
    if let Some(places) = options.max_heavy {
        process = process.with_heavy(places);
    }
    let process = Arc::new(process);
    // Until the end of this function, so that the last lines are written.
    let _log = log::Log::begin(&process.metrics.log_lines_lost());
    // The reference part is read on first use; a server reads it before it listens, so that being up is being ready.
    if let Err(errors) = toolkit.catalog().reference() {
        tracing::error!(%errors, "the data cannot be used");
        return ExitCode::from(2);
    }
    let app = App::new(toolkit, clock, as_of, Arc::clone(&process));
    let mut edge = Edge::new(
        Duration::from_secs(options.request_timeout.into()),
        NonZeroU32::new(options.rate_limit),
        options.trusted_proxy.clone(),
        options.cors.clone(),
    );
    if options.admin_listen.is_some() {
        edge = edge.watched_apart();
    }
    if options.mcp {
        edge = edge.with_assistants();
    }
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    if let Some(workers) = options.workers {
        runtime.worker_threads(workers.get());
    }
    let live = reload::Live::new(&app, edge, overlay, clock, as_of);
    let runtime = match runtime.enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "cannot serve; the system gives no threads");
            return ExitCode::from(2);
        }
    };
    let result = runtime.block_on(listen::serve(&live, &options, &process));
    // Work that does not end is not waited for.
    runtime.shutdown_timeout(Duration::from_millis(500));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err((option, listen, error)) => {
            tracing::error!(%error, %listen, "cannot serve; choose another {option} address, or stop what uses it");
            ExitCode::from(2)
        }
    }
}

/// Answers one assistant over standard input and output until it goes away. Returns the exit code.
fn assistant(toolkit: Arc<Toolkit>, clock: fn() -> Day, as_of: Option<Day>, lang: Lang) -> ExitCode {
    let process = Arc::new(Process::default());
    let _log = log::Log::begin(&process.metrics.log_lines_lost());
    let app = App::new(toolkit, clock, as_of, process);
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "cannot answer; the system gives no threads");
            return ExitCode::from(2);
        }
    };
    let ended = runtime.block_on(mcp::over_pipes(app, lang));
    // Standard input may never end.
    runtime.shutdown_timeout(Duration::from_millis(200));
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            tracing::error!(reason, "the assistant broke off");
            ExitCode::from(2)
        }
    }
}

//! The server: API and layers, start and graceful stop.

use std::process::ExitCode;
use std::time::Duration;

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::{DefaultOnResponse, TraceLayer};

use crate::api::problem::{Problem, Shown};
use crate::api::request::accepted_language;
use crate::api::{self, App};
use crate::cli::Service;
use crate::domain::dated::Day;
use crate::domain::text::Lang;

/// Longest time one request may take.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(10);
/// Longest time that running requests are given when the server stops.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(10);

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Numbers the requests of this process, behind a prefix that tells processes apart.
#[derive(Clone, Debug)]
struct Numbered {
    prefix: u32,
    next: std::sync::Arc<std::sync::atomic::AtomicU64>,
}

impl MakeRequestId for Numbered {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        let number = self.next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        HeaderValue::from_str(&format!("{:08x}-{number:08x}", self.prefix)).ok().map(RequestId::new)
    }
}

/// The API with every layer around it; what the tests drive and what [`run`] listens with.
pub fn router(app: App) -> axum::Router {
    let ids = Numbered { prefix: std::process::id(), next: std::sync::Arc::default() };
    let trace = TraceLayer::new_for_http()
        .make_span_with(|request: &Request| {
            let id = request
                .extensions()
                .get::<RequestId>()
                .and_then(|id| id.header_value().to_str().ok())
                .unwrap_or("");
            // Path only: queries and bodies may hold what is nobody's business.
            tracing::info_span!("request", method = %request.method(), path = request.uri().path(), id)
        })
        .on_response(DefaultOnResponse::new().level(tracing::Level::INFO));
    // Layers added later lie further out: a request meets them from the last to the first.
    api::router(app)
        .layer(from_fn(finish))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
            Problem::new(
                "internal",
                "the request could not be answered; the log has the reason under this request id",
            )
            .into_response()
        }))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, REQUEST_TIMEOUT))
        .layer(from_fn(problems))
        .layer(trace)
        .layer(PropagateRequestIdLayer::new(REQUEST_ID.clone()))
        .layer(SetRequestIdLayer::new(REQUEST_ID.clone(), ids))
}

/// Headers that every response carries.
async fn finish(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
    );
    response
}

/// Every error is a problem document with the id of its request.
async fn problems(request: Request, next: Next) -> Response {
    let id = request
        .extensions()
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok())
        .map(str::to_owned);
    let asked = request
        .uri()
        .query()
        .unwrap_or("")
        .split('&')
        .find_map(|pair| Lang::find(pair.strip_prefix("lang=")?));
    let lang = asked.unwrap_or_else(|| accepted_language(request.headers()));
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
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
                StatusCode::REQUEST_TIMEOUT => {
                    Problem::new("timeout", "the request took too long; try again, or send less")
                }
                status if status.is_client_error() => {
                    Problem { status: status.as_u16(), ..Problem::new("bad-request", text) }
                }
                _ => Problem::new(
                    "internal",
                    "the request could not be answered; the log has the reason under this request id",
                ),
            }
        }
    };
    problem.instance = id;
    let problem = problem.titled(lang);
    let mut response = problem.into_response();
    for (name, value) in parts
        .headers
        .iter()
        .filter(|(name, _)| **name != header::CONTENT_TYPE && **name != header::CONTENT_LENGTH)
    {
        response.headers_mut().insert(name, value.clone());
    }
    response
}

/// Prints the `OpenAPI` document, or serves until told to stop. Returns the exit code.
#[must_use]
pub fn run(service: Service, clock: fn() -> Day) -> ExitCode {
    let Service { toolkit, listen, as_of } = service;
    let Some(listen) = listen else {
        let written =
            std::io::Write::write_all(&mut std::io::stdout().lock(), api::openapi_json(&toolkit).as_bytes());
        return match written {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::from(2),
            _ => ExitCode::SUCCESS,
        };
    };
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into());
    let _ = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
    // The reference part is read on first use; a server reads it before it listens, so that being up is being ready.
    if let Err(errors) = toolkit.catalog().reference() {
        tracing::error!(%errors, "the data cannot be used");
        return ExitCode::from(2);
    }
    let app = App::new(toolkit, clock, as_of);
    let result = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .and_then(|runtime| runtime.block_on(listen_and_serve(app, listen)));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, %listen, "cannot serve; choose another --listen address, or stop what uses it");
            ExitCode::from(2)
        }
    }
}

async fn listen_and_serve(app: App, listen: std::net::SocketAddr) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind(listen).await?;
    let address = listener.local_addr()?;
    tracing::info!(%address, docs = %format!("http://{address}/docs"), data_version = app.toolkit().catalog().version(), "listening");
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let mut wait = stopped.clone();
    let server = axum::serve(listener, router(app)).with_graceful_shutdown(async move {
        let _ = wait.wait_for(|stop| *stop).await;
    });
    let deadline = async move {
        signal().await;
        tracing::info!("stopping; running requests are finished");
        let _ = stop.send(true);
        tokio::time::sleep(SHUTDOWN_TIMEOUT).await;
    };
    tokio::select! {
        result = server => result,
        () = deadline => {
            tracing::warn!("stopped with requests still running");
            Ok(())
        }
    }
}

/// Waits for Ctrl-C or a termination signal.
async fn signal() {
    let interrupt = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

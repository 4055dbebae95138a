//! Anything as the body of a JSON endpoint, or as the query of a page, through every layer of the service: it is answered
//! or refused with a problem document, and never with an error of ours.
//!
//! `ROLECALL_FUZZ_TARGET` names the address: `/v1/recommendations` and so on, or a page.
#![no_main]

use std::sync::{Arc, OnceLock};

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use libfuzzer_sys::fuzz_target;
use rolecall::app::App;
use rolecall::domain::dated::Day;
use rolecall::server::{Edge, router};
use rolecall::toolkit::Toolkit;
use tower::ServiceExt;

struct Service {
    routes: axum::Router,
    runtime: tokio::runtime::Runtime,
    target: String,
}

fn service() -> &'static Service {
    static SERVICE: OnceLock<Service> = OnceLock::new();
    SERVICE.get_or_init(|| {
        let clock = || Day::from_ymd_opt(2026, 11, 21).unwrap();
        let app = App::new(Toolkit::load(None).unwrap(), clock, None, Arc::default());
        Service {
            routes: router(&app, &Edge::default()),
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap(),
            target: std::env::var("ROLECALL_FUZZ_TARGET").unwrap_or("/v1/recommendations".into()),
        }
    })
}

fuzz_target!(|data: &[u8]| {
    let Service { routes, runtime, target } = service();
    let api = target.starts_with("/v1/");
    let request = if api {
        Request::post(target).header(header::CONTENT_TYPE, "application/json").body(Body::from(data.to_vec()))
    } else {
        Request::get(format!("{target}?{}", String::from_utf8_lossy(data))).body(Body::empty())
    };
    // What is no address at all never reaches the service.
    let Ok(request) = request else { return };
    let response = runtime.block_on(routes.clone().oneshot(request)).unwrap();
    let status = response.status();
    assert!(!status.is_server_error(), "{status}");
    let body = runtime.block_on(to_bytes(response.into_body(), usize::MAX)).unwrap();
    if api {
        let answer: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(status.is_success(), answer["type"].is_null(), "{status}");
    } else {
        assert!(body.starts_with(b"<!doctype html>") || body.is_empty(), "{status}");
    }
});

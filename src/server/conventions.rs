//! What every address does the same way: validators, `OPTIONS`, refused media types, security headers.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::api::problem::Problem;
use crate::app::accept::{Settled, preferred};
use crate::domain::hex::hex;

/// Largest answer that gets a validator; larger ones do not occur.
const LARGEST: usize = 16 << 20;

/// Whether `If-None-Match` names a validator.
fn unchanged(headers: &HeaderMap, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(','))
        .any(|known| known.trim() == "*" || bare(known) == bare(tag))
}

/// Whether answers of an address may be kept: those of the state of the process may not.
fn kept(path: &str) -> bool {
    !matches!(path, "/healthz" | "/readyz" | "/metrics")
}

/// Answers `OPTIONS`, refuses what the client does not accept, adds validators to what is read.
pub(super) async fn conventions(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let kept = matches!(method, Method::GET | Method::HEAD) && kept(request.uri().path());
    let mut asked = HeaderMap::new();
    for name in [header::ACCEPT, header::IF_NONE_MATCH] {
        for value in request.headers().get_all(&name) {
            asked.append(name.clone(), value.clone());
        }
    }
    let mut response = next.run(request).await;
    if method == Method::OPTIONS && response.status() == StatusCode::METHOD_NOT_ALLOWED {
        // The router says which methods those are, in `allow`, on the way out.
        return StatusCode::NO_CONTENT.into_response();
    }
    if response.status() != StatusCode::OK {
        return response;
    }
    let media_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = media_type.filter(|_| response.extensions().get::<Settled>().is_none());
    if let Some(media_type) = media_type.filter(|media_type| preferred(&asked, &[media_type]).is_none()) {
        let essence = media_type.split(';').next().unwrap_or("").to_owned();
        return Problem::new(
            "not-acceptable",
            format!("this address answers with {essence}; accept that, or `*/*`"),
        )
        .into_response();
    }
    if kept {
        response = validated(response, &asked).await;
    }
    response
}

/// Adds an `ETag` to an answer, and leaves its body out where the client has it already. The tag is weak: the same
/// answer may be sent compressed.
async fn validated(response: Response, asked: &HeaderMap) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST).await else {
        return Problem::new("internal", "the answer is larger than any should be").into_response();
    };
    let tag = format!("W/\"{}\"", hex(&Sha256::digest(&bytes)[..12]));
    if let Ok(value) = HeaderValue::from_str(&tag) {
        parts.headers.insert(header::ETAG, value);
    }
    parts.headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    if unchanged(asked, &tag) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        parts.headers.remove(header::CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// What a page may load, and who may frame it.
fn policy(ancestors: &str) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
    );
    // Origins are checked when they are read.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// The policies of pages and of pages in frames, written once.
#[derive(Clone, Debug)]
pub(super) struct Policies {
    pages: HeaderValue,
    framed: HeaderValue,
}

impl Policies {
    pub(super) fn new(embed_origins: &[String]) -> Self {
        Self { pages: policy("'none'"), framed: policy(&embed_origins.join(" ")) }
    }
}

/// Headers that protect whoever reads the answer.
pub(super) async fn protect(policies: Policies, request: Request, next: Next) -> Response {
    let framed = request.uri().path().starts_with("/embed/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !framed {
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    let policy = if framed { policies.framed } else { policies.pages };
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn validators_compare_weakly() {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, "\"x\", W/\"abc\"".parse().unwrap());
        assert!(unchanged(&headers, "W/\"abc\"") && unchanged(&headers, "\"abc\""));
        assert!(!unchanged(&headers, "W/\"abd\""));
    }
}

//! What every address does the same way: validators, `OPTIONS`, refused requests and media types, what may be kept by
//! whom, security headers.

use std::collections::BTreeSet;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::limit::{Peer, watched};
use crate::api::problem::{MEDIA_TYPE, Problem};
use crate::app::accept::{Settled, preferred};
use crate::domain::hex::hex;
use crate::domain::message::{ids, said};
use crate::web;

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

/// Answers `OPTIONS`, refuses what the client does not accept, adds validators to what is read.
pub(super) async fn conventions(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    // What tells of the state of the process is never kept.
    let kept = matches!(method, Method::GET | Method::HEAD) && !watched(request.uri().path());
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
        return Problem::new("not-acceptable", said!(API_ADDRESS_ANSWERS_ACCEPT, essence = essence))
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
        return Problem::new("internal", ids::API_ANSWER_LARGER_THAN_ANY_SHOULD).into_response();
    };
    let tag = format!("W/\"{}\"", hex(&Sha256::digest(&bytes)[..12]));
    if let Ok(value) = HeaderValue::from_str(&tag) {
        parts.headers.insert(header::ETAG, value);
    }
    parts.headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    // Compression would say so of the answer alone, not of the notice that it is unchanged: both must say the same.
    parts.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    if unchanged(asked, &tag) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        parts.headers.remove(header::CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// Longest id of a request that is taken over from who sends it.
const LONGEST_ID: usize = 64;

/// Drops an id that a request brings unless it is short and plain: it goes to the log and back to the client.
pub(super) async fn plain_id(name: HeaderName, mut request: Request, next: Next) -> Response {
    let plain = |id: &HeaderValue| {
        (1..=LONGEST_ID).contains(&id.len())
            && id.as_bytes().iter().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(byte))
    };
    let mut ids = request.headers().get_all(&name).iter();
    let kept = ids.next().is_some_and(plain) && ids.next().is_none();
    if !kept {
        request.headers_mut().remove(&name);
    }
    next.run(request).await
}

/// Whether a request says once, in a form that can be right, whom it is for (RFC 9112, 3.2).
fn addressed(version: Version, headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let sound = |host: &HeaderValue| {
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:[]%".contains(byte);
        !host.is_empty() && host.as_bytes().iter().all(plain)
    };
    match (hosts.next(), hosts.next()) {
        // Before HTTP/1.1 there was no such header.
        (None, _) => version < Version::HTTP_11,
        (Some(host), None) => sound(host),
        (Some(_), Some(_)) => false,
    }
}

/// Refuses a request that does not say whom it is for, where it came over a connection.
pub(super) async fn host(request: Request, next: Next) -> Response {
    let connected = request.extensions().get::<Peer>().is_some();
    if !connected || addressed(request.version(), request.headers()) {
        return next.run(request).await;
    }
    let mut response = Problem::new("bad-request", ids::API_SEND_EXACTLY_ONE_HOST_HEADER).into_response();
    // What else such a client sends may be meant for somebody else.
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

/// Whether an address writes the same answer in several media types, by `Accept`.
fn negotiated(path: &str) -> bool {
    matches!(path, "/v1/salary-bands/table" | "/v1/job-descriptions" | "/v1/job-ad-audits")
}

/// Whether the token stands before an address, where there is one.
fn guarded(path: &str) -> bool {
    let page = web::language_of(path).and_then(|_| {
        let path = path.strip_prefix("/embed").unwrap_or(path);
        path.split('/').nth(2)
    });
    matches!(path, "/v1/job-descriptions" | "/v1/job-ad-audits") || matches!(page, Some("draft" | "audit"))
}

/// Says what an answer depends on, in one line, and who may keep it for how long. Outermost, because other layers say
/// what the answer depends on too.
pub(super) async fn keeping(asks_for_token: bool, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let negotiated = negotiated(path);
    let guarded = asks_for_token && guarded(path);
    // The query holds what somebody answered.
    let answered = web::language_of(path).is_some() && request.uri().query().is_some();
    let method = request.method().clone();
    let mut response = next.run(request).await;
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let headers = response.headers_mut();
    let mut varies: BTreeSet<String> = headers
        .get_all(header::VARY)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(|name| name.trim().to_ascii_lowercase())
        .filter(|name| !name.is_empty())
        .collect();
    if negotiated || status == StatusCode::NOT_ACCEPTABLE {
        varies.insert("accept".to_owned());
    }
    if headers.get(header::CONTENT_TYPE).is_some_and(|media_type| media_type == MEDIA_TYPE) {
        varies.insert("accept-language".to_owned());
    }
    let line = varies.into_iter().collect::<Vec<_>>().join(", ");
    headers.remove(header::VARY);
    if let Some(line) = HeaderValue::from_str(&line).ok().filter(|line| !line.is_empty()) {
        headers.insert(header::VARY, line);
    }
    let said = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok());
    let policy = if guarded {
        "private, no-store"
    } else if failed {
        "no-store"
    } else if method == Method::POST && said.is_none() {
        "private, no-store"
    } else if answered
        && matches!(method, Method::GET | Method::HEAD)
        && said.is_none_or(|said| !said.contains("no-store"))
    {
        "private, no-cache"
    } else {
        return response;
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(policy));
    response
}

/// What a page may load, and who may frame it.
fn policy(ancestors: &str) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
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
        // Our own page shows what it offers to others.
        Self { pages: policy("'none'"), framed: policy(&format!("'self' {}", embed_origins.join(" "))) }
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
    fn a_request_says_once_whom_it_is_for() {
        let said = |version, hosts: &[&str]| {
            let mut headers = HeaderMap::new();
            for host in hosts {
                headers.append(header::HOST, host.parse().unwrap());
            }
            addressed(version, &headers)
        };
        for host in ["localhost", "a.example:8080", "[::1]:80", "xn--caf-dma.example"] {
            assert!(said(Version::HTTP_11, &[host]) && said(Version::HTTP_10, &[host]), "{host}");
        }
        assert!(said(Version::HTTP_10, &[]) && !said(Version::HTTP_11, &[]));
        for hosts in [&[""][..], &["a", "a"], &["a", ""], &["a, b"], &["a/b"], &["a b"], &["x@a"]] {
            assert!(!said(Version::HTTP_11, hosts) && !said(Version::HTTP_10, hosts), "{hosts:?}");
        }
    }

    #[test]
    fn what_the_token_guards_is_known_by_its_address() {
        for path in ["/v1/job-descriptions", "/v1/job-ad-audits", "/fr/draft", "/en/draft/file", "/fr/audit"]
        {
            assert!(guarded(path) && guarded(&format!("/embed{path}")) != path.starts_with("/v1"), "{path}");
        }
        for path in ["/", "/fr/", "/fr", "/fr/pay", "/de/draft", "/v1/roles", "/fr/drafts", "/draft"] {
            assert!(!guarded(path), "{path}");
        }
    }

    #[test]
    fn validators_compare_weakly() {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, "\"x\", W/\"abc\"".parse().unwrap());
        assert!(unchanged(&headers, "W/\"abc\"") && unchanged(&headers, "\"abc\""));
        assert!(!unchanged(&headers, "W/\"abd\""));
    }
}

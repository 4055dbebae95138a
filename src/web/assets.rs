//! Sends style, script and icons.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::app::accept::Settled;
use crate::app::assets::{ALL, Asset};

/// Sends one of them by its name, which changes with its content: it may be kept for ever.
pub(super) async fn asset(Path(file): Path<String>) -> Response {
    match ALL.iter().find(|asset| asset.name == file) {
        Some(asset) => sent(asset, "public, max-age=31536000, immutable"),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Sends a file, to be kept as the policy says.
pub(super) fn sent(asset: &Asset, kept: &'static str) -> Response {
    let mut response = asset.bytes.into_response();
    // There is one form of it, whatever is asked for.
    response.extensions_mut().insert(Settled);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    response
}

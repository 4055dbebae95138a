//! Style, script and icon: ours, served from here, named after their content so that they may be kept for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::domain::hex::hex;

/// A file that pages refer to.
#[derive(Debug)]
pub(super) struct Asset {
    name: String,
    media_type: &'static str,
    text: &'static str,
}

impl Asset {
    fn new(stem: &str, ending: &str, media_type: &'static str, text: &'static str) -> Self {
        let digest = hex(&Sha256::digest(text)[..6]);
        Self { name: format!("{stem}-{digest}.{ending}"), media_type, text }
    }

    /// Its address.
    pub(super) fn href(&self) -> String {
        format!("/assets/{}", self.name)
    }
}

pub(super) static CSS: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("rolecall", "css", "text/css; charset=utf-8", include_str!("assets/rolecall.css"))
});
pub(super) static JS: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("rolecall", "js", "text/javascript; charset=utf-8", include_str!("assets/rolecall.js"))
});
pub(super) static ICON: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("icon", "svg", "image/svg+xml", include_str!("assets/icon.svg")));

/// Sends one of them.
pub(super) async fn asset(Path(file): Path<String>) -> Response {
    let known = [&*CSS, &*JS, &*ICON];
    let Some(asset) = known.into_iter().find(|asset| asset.name == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = asset.text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    response
}

//! Style, script and icon: ours, served from here, named after their content so that they may be kept for ever.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use crate::domain::hex::hex;

/// A file that pages refer to.
#[derive(Debug)]
pub struct Asset {
    /// File name, with the digest of the content in it.
    pub name: String,
    /// Media type.
    pub media_type: &'static str,
    /// Content.
    pub text: &'static str,
}

impl Asset {
    fn new(stem: &str, ending: &str, media_type: &'static str, text: &'static str) -> Self {
        let digest = hex(&Sha256::digest(text)[..6]);
        Self { name: format!("{stem}-{digest}.{ending}"), media_type, text }
    }

    /// Its address.
    #[must_use]
    pub fn href(&self) -> String {
        format!("/assets/{}", self.name)
    }
}

/// The style of every page.
pub static CSS: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("rolecall", "css", "text/css; charset=utf-8", include_str!("../web/assets/rolecall.css"))
});
/// The script of every page.
pub static JS: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("rolecall", "js", "text/javascript; charset=utf-8", include_str!("../web/assets/rolecall.js"))
});
/// The icon.
pub static ICON: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("icon", "svg", "image/svg+xml", include_str!("../web/assets/icon.svg")));

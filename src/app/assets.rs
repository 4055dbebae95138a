//! Style, script and icons: ours, served from here, named after their content so that they may be kept for ever.

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
    pub bytes: &'static [u8],
}

impl Asset {
    fn new(stem: &str, ending: &str, media_type: &'static str, bytes: &'static [u8]) -> Self {
        let digest = hex(&Sha256::digest(bytes)[..6]);
        Self { name: format!("{stem}-{digest}.{ending}"), media_type, bytes }
    }

    /// Its address.
    #[must_use]
    pub fn href(&self) -> String {
        format!("/assets/{}", self.name)
    }
}

/// Every file, in the order of the constants below.
pub static ALL: LazyLock<[Asset; 8]> = LazyLock::new(|| {
    let css = include_bytes!("../web/assets/rolecall.css");
    let js = include_bytes!("../web/assets/rolecall.js");
    let frame = include_bytes!("../web/assets/frame.js");
    [
        Asset::new("rolecall", "css", "text/css; charset=utf-8", css),
        Asset::new("rolecall", "js", "text/javascript; charset=utf-8", js),
        Asset::new("frame", "js", "text/javascript; charset=utf-8", frame),
        Asset::new("icon", "svg", "image/svg+xml", include_bytes!("../web/assets/icon.svg")),
        Asset::new("icon-192", "png", "image/png", include_bytes!("../web/assets/icon-192.png")),
        Asset::new("icon-512", "png", "image/png", include_bytes!("../web/assets/icon-512.png")),
        Asset::new("touch", "png", "image/png", include_bytes!("../web/assets/apple-touch-icon.png")),
        Asset::new("og", "png", "image/png", include_bytes!("../web/assets/og.png")),
    ]
});

/// The style of every page.
pub const CSS: usize = 0;
/// The script of every page.
pub const JS: usize = 1;
/// The script for pages that frame one of ours: it gives the frame the height of its content.
pub const FRAME_JS: usize = 2;
/// The mark, as a drawing.
pub const ICON: usize = 3;
/// The mark, 192 pixels wide.
pub const ICON_192: usize = 4;
/// The mark, 512 pixels wide.
pub const ICON_512: usize = 5;
/// The mark for the start screen of a telephone.
pub const TOUCH: usize = 6;
/// The picture that stands for a page where somebody shares it.
pub const SHARED: usize = 7;

/// The mark as the file that browsers ask for unasked.
pub static FAVICON: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("favicon", "ico", "image/x-icon", include_bytes!("../web/assets/favicon.ico"))
});

/// The address of one of [`ALL`].
#[must_use]
pub fn href(which: usize) -> String {
    ALL.get(which).map_or_else(String::new, Asset::href)
}

//! What robots, browsers and telephones ask of every site: robots.txt, a sitemap, icons, a manifest; and who runs this one.

use std::fmt::Write as _;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::json;

use super::assets::sent;
use super::visit::{Visit, page};
use crate::app::App;
use crate::app::accept::Settled;
use crate::app::assets::{ALL, FAVICON, ICON_192, ICON_512, TOUCH, href};
use crate::domain::text::Lang;
use crate::domain::vocab::Role;

/// How long robots and browsers may keep these.
const A_DAY: &str = "public, max-age=86400";

/// The pages without an answer on them: what a search engine may list.
const LISTED: [&str; 12] = [
    "/", "/hire", "/compare", "/pay", "/offer", "/cost", "/draft", "/audit", "/sources", "/rules", "/method",
    "/about",
];

fn text(media_type: &'static str, body: String) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(A_DAY));
    // There is one form of it, whatever is asked for.
    response.extensions_mut().insert(Settled);
    response
}

/// What robots may read: pages, but not the interface for programs, and not the pages for frames.
pub(super) async fn robots(State(app): State<App>) -> Response {
    let mut body = "User-agent: *\nDisallow: /v1/\nDisallow: /embed/\n".to_owned();
    if let Some(site) = &app.process().operator.public_url {
        let _ = writeln!(body, "Sitemap: {site}/sitemap.xml");
    }
    text("text/plain; charset=utf-8", body)
}

/// Every page in both languages. It needs whole addresses, so there is one only where the operator says the site's own.
pub(super) async fn sitemap(State(app): State<App>) -> Response {
    let Some(site) = &app.process().operator.public_url else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut body = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let roles = Role::ALL.iter().map(|role| format!("/roles/{role}"));
    for path in LISTED.into_iter().map(str::to_owned).chain(roles) {
        for lang in [Lang::Fr, Lang::En] {
            let _ = write!(body, "<url><loc>{site}/{lang}{path}</loc>");
            for other in [Lang::Fr, Lang::En] {
                let _ = write!(
                    body,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{other}\" href=\"{site}/{other}{path}\"/>"
                );
            }
            body += "</url>\n";
        }
    }
    body += "</urlset>\n";
    text("application/xml; charset=utf-8", body)
}

/// What a telephone needs to put the site on its start screen.
pub(super) async fn manifest() -> Response {
    let icon = |which: usize, size: &str| json!({ "src": href(which), "sizes": size, "type": "image/png", "purpose": "any" });
    let manifest = json!({
        "name": "rolecall",
        "short_name": "rolecall",
        "start_url": "/",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": "#0b5866",
        "icons": [icon(ICON_192, "192x192"), icon(ICON_512, "512x512")],
    });
    text("application/manifest+json", manifest.to_string())
}

/// The icon that browsers ask for by this name.
pub(super) async fn favicon() -> Response {
    sent(&FAVICON, A_DAY)
}

/// Likewise telephones.
pub(super) async fn touch_icon() -> Response {
    sent(&ALL[TOUCH], A_DAY)
}

/// How much stands behind the answers.
#[derive(Serialize)]
struct AboutPage {
    sources: usize,
    rules: usize,
}

/// Who makes this, who runs it, what it keeps, under which licence.
pub(super) async fn about(State(app): State<App>, visit: Visit) -> Response {
    let toolkit = app.toolkit();
    let sources = toolkit.source_count();
    page(
        &app,
        "web/about.html.j2",
        &visit,
        &AboutPage { sources, rules: toolkit.catalog().decide().rules.len() },
    )
}

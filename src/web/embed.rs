//! The recommendation and the offer check for frames on other people's pages: the same answers in less space; and the page
//! that writes what to put into those pages.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use axum::routing::get;
use serde::Serialize;

use super::assets::sent;
use super::visit::{Fields, TINTS, Visit, page};
use super::{hire, offer};
use crate::app::App;
use crate::app::assets::{ALL, FRAME_JS};
use crate::domain::text::Lang;

/// What may be framed.
const FRAMED: [&str; 2] = ["hire", "offer"];

/// The pages that may be framed.
pub(super) fn pages() -> Router<App> {
    Router::new()
        .route("/hire", get(hire::form))
        .route("/hire/result", get(hire::result))
        .route("/offer", get(offer::show))
}

/// The script for pages that frame one of ours, under an address that stays.
pub(super) async fn script() -> Response {
    sent(&ALL[FRAME_JS], "public, max-age=86400")
}

/// What to put into a page.
#[derive(Serialize)]
struct EmbedPage<'a> {
    what: &'a str,
    text_lang: Lang,
    tint: &'a str,
    tints: [&'static str; 6],
    /// Address of the framed page on this site.
    framed_href: String,
    /// What to copy.
    snippet: String,
}

/// One of a list, the first where none of them is named.
fn chosen<'a>(given: Option<&str>, list: &[&'a str]) -> &'a str {
    list.iter().find(|known| given == Some(known)).copied().unwrap_or(list[0])
}

/// The address of this site as the visitor sees it: what the operator says, else what the browser asked for.
fn origin(app: &App, headers: &HeaderMap) -> String {
    if let Some(site) = &app.process().operator.public_url {
        return site.clone();
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let own = ["localhost", "127.", "[::1]"].iter().any(|name| host.starts_with(name));
    format!("{}://{host}", if own { "http" } else { "https" })
}

/// A preview, what to copy, and the choices that change both.
pub(super) async fn show(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Response {
    let what = chosen(visit.fields.get("what"), &FRAMED);
    let tint = chosen(visit.fields.get("tint"), &TINTS);
    let text_lang = visit.fields.get("text_lang").and_then(Lang::find).unwrap_or(visit.lang);
    let fields = if tint == TINTS[0] { Fields::default() } else { Fields::default().with("tint", tint) };
    let framed_href = format!("/embed/{text_lang}/{what}{}", fields.query());
    let origin = origin(&app, &headers);
    let snippet = format!(
        "<iframe src=\"{origin}{framed_href}\" title=\"rolecall\" width=\"100%\" height=\"720\" style=\"border:0\" loading=\"lazy\"></iframe>\n<script src=\"{origin}/embed.js\" async></script>"
    );
    let context = EmbedPage { what, text_lang, tint, tints: TINTS, framed_href, snippet };
    page(&app, "web/embed.html.j2", &visit, &context)
}

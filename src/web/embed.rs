//! The recommendation and the offer check for frames on other people's pages: the same answers in less space.

use axum::Router;
use axum::routing::get;

use super::{hire, offer};
use crate::app::App;

/// The pages that may be framed.
pub(super) fn pages() -> Router<App> {
    Router::new()
        .route("/hire", get(hire::form))
        .route("/hire/result", get(hire::result))
        .route("/offer", get(offer::show))
}

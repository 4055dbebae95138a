//! Pages.
use axum::response::{IntoResponse, Response};
use crate::app::App;
use crate::domain::text::Lang;
/// x
pub fn router(app: App) -> axum::Router { axum::Router::new().with_state(app) }
/// x
pub fn language_of(path: &str) -> Option<Lang> { path.strip_prefix('/').and_then(|p| Lang::find(p.split('/').next()?)) }
/// x
pub fn error_page(_: &App, title: &str, _: Lang) -> Response { title.to_owned().into_response() }

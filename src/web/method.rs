//! How the answers are made, and how good the bands are.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::visit::{Visit, page, refused, undone_page};
use crate::app::App;
use crate::toolkit::{AskError, Asking, Section, to_json};

/// The report on the bands in parts, as it is kept for the day.
#[derive(Default, Deserialize, Serialize)]
struct MethodPage {
    sections: Vec<Section>,
}

/// How the answers are made, and how good the bands are.
///
/// The back-test takes a tenth of a second and changes with the data only: it is made once a day and language.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let asking = Asking { lang: visit.lang, as_of: app.today() };
    let asked = app.clone();
    let work = app.heavy(move |_| {
        asked.answers().get("method", &Bytes::new(), asking, || {
            let backtest = asked.toolkit().backtest(asking)?;
            let sections = asked.toolkit().sections("backtest", &backtest, asking.lang)?;
            Ok::<_, AskError>(to_json(&MethodPage { sections }))
        })
    });
    let made = match work.await {
        Ok(made) => made,
        Err(undone) => return undone_page(&app, undone, visit.lang),
    };
    match made {
        Ok(json) => {
            let context: MethodPage = serde_json::from_slice(&json).unwrap_or_default();
            page(&app, "web/method.html.j2", &visit, &context)
        }
        Err(error) => refused(&app, &error, visit.lang),
    }
}

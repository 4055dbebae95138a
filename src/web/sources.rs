//! Sources and method: what rests on which source, every rule, the back-test.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::{Value, json};

use super::visit::{Visit, page, refused};
use crate::app::App;
use crate::toolkit::{AskError, Asking, to_json};

/// Every source with what rests on it.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let lang = visit.lang;
    let answer = match app.toolkit().sources(visit.asking) {
        Ok(answer) => answer,
        Err(error) => return refused(&app, &error, lang),
    };
    let rests = match app.toolkit().catalog().citations() {
        Ok(citations) => rests(citations),
        Err(errors) => return refused(&app, &AskError::Data(errors), lang),
    };
    // Those that decide come first; those behind a single pay figure or parameter follow.
    let wanted = visit.fields.get("q").map(str::to_lowercase);
    let mut publications: Vec<Value> = Vec::new();
    for source in &answer.publications {
        let found = wanted.as_ref().is_none_or(|wanted| {
            [source.id, source.title, source.publisher]
                .iter()
                .any(|text| text.to_lowercase().contains(wanted))
        });
        if found {
            publications.push(json!({ "source": source, "rests": rests.get(source.id) }));
        }
    }
    let context = json!({
        "publications": publications,
        "total": answer.publications.len(),
        "disagreements": answer.disagreements,
        "q": visit.fields.get("q"),
    });
    page(&app, "web/sources.html.j2", &visit, context)
}

/// For each source, the records that cite it.
fn rests<'c>(citations: Vec<(&'c str, &'c str)>) -> BTreeMap<String, Vec<&'c str>> {
    let mut rests: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (record, citation) in citations {
        let source = citation.split('/').next().unwrap_or(citation);
        let list = rests.entry(source.to_owned()).or_default();
        if !list.contains(&record) {
            list.push(record);
        }
    }
    rests
}

/// Every rule in force.
pub(super) async fn rules(State(app): State<App>, visit: Visit) -> Response {
    let answer = match app.toolkit().rules(None, visit.asking) {
        Ok(answer) => answer,
        Err(error) => return refused(&app, &error, visit.lang),
    };
    page(&app, "web/rules.html.j2", &visit, json!({ "answer": answer }))
}

/// One rule.
pub(super) async fn rule(State(app): State<App>, Path(id): Path<String>, visit: Visit) -> Response {
    let answer = match app.toolkit().rule(&id, visit.asking) {
        Ok(answer) => answer,
        Err(error) => return refused(&app, &error, visit.lang),
    };
    match app.toolkit().sections("rule", &answer, visit.lang) {
        Ok(sections) => {
            page(&app, "web/rule.html.j2", &visit, json!({ "answer": answer, "sections": sections }))
        }
        Err(error) => refused(&app, &error.into(), visit.lang),
    }
}

/// How the answers are made, and how good the bands are.
///
/// The back-test takes a tenth of a second and changes with the data only: it is made once a day and language.
pub(super) async fn method(State(app): State<App>, visit: Visit) -> Response {
    let asking = Asking { lang: visit.lang, as_of: app.today() };
    let made = app.answers().get("method", &Bytes::new(), asking, || {
        let backtest = app.toolkit().backtest(asking)?;
        let sections = app.toolkit().sections("backtest", &backtest, asking.lang)?;
        Ok::<_, AskError>(to_json(&json!({ "sections": sections })))
    });
    match made {
        Ok(json) => {
            let context = serde_json::from_slice(&json).unwrap_or_default();
            page(&app, "web/method.html.j2", &visit, context)
        }
        Err(error) => refused(&app, &error, visit.lang),
    }
}

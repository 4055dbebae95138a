//! Every source, and what rests on it.

use crate::domain::cite::DisagreementView;
use crate::domain::views::SourceView;
use serde::Serialize;
use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;

use super::visit::{Visit, page, refused};
use crate::app::App;
use crate::toolkit::AskError;

/// A publication, and the records that rest on it.
#[derive(Serialize)]
struct Publication<'a, 'c> {
    source: &'a SourceView<'c>,
    rests: Option<&'a Vec<&'c str>>,
}

/// Who says what.
#[derive(Serialize)]
struct SourcesPage<'a, 'c> {
    publications: Vec<Publication<'a, 'c>>,
    total: usize,
    disagreements: &'a [DisagreementView<'c>],
    q: Option<&'a str>,
}

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
    let found = |source: &&SourceView<'_>| {
        wanted.as_ref().is_none_or(|wanted| {
            [source.id, source.title, source.publisher]
                .iter()
                .any(|text| text.to_lowercase().contains(wanted))
        })
    };
    let publications = answer.publications.iter().filter(found);
    let context = SourcesPage {
        publications: publications
            .map(|source| Publication { source, rests: rests.get(source.id) })
            .collect(),
        total: answer.publications.len(),
        disagreements: &answer.disagreements,
        q: visit.fields.get("q"),
    };
    page(&app, "web/sources.html.j2", &visit, &context)
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

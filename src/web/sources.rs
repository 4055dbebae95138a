//! The publications: a list in pages, filtered by kind and words; one page each with what it says and what rests on it.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::visit::{Fields, Visit, page, refused};
use super::{Fault, error_page};
use crate::app::App;
use crate::domain::cite::DisagreementView;
use crate::domain::provenance::SourceKind;
use crate::domain::views::SourceView;
use crate::toolkit::AskError;

/// Publications on a page: two screens of a desktop.
const A_PAGE: usize = 20;

/// A page of the list.
#[derive(Serialize)]
struct SourcesPage<'a, 'c> {
    publications: &'a [&'a SourceView<'c>],
    total: usize,
    found: usize,
    number: usize,
    pages: usize,
    before: Option<String>,
    after: Option<String>,
    kind_ids: &'static [&'static str],
    kind: Option<&'a str>,
    q: Option<&'a str>,
    disagreements: &'a [DisagreementView<'c>],
}

/// The list.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let lang = visit.lang;
    let answer = match app.toolkit().sources(visit.asking) {
        Ok(answer) => answer,
        Err(error) => return refused(&app, &error, lang),
    };
    // Those that decide come first; those behind a single pay figure or parameter follow.
    let wanted = visit.fields.get("q").map(str::to_lowercase);
    let kind = visit.fields.get("kind");
    let found = |source: &&SourceView<'_>| {
        kind.is_none_or(|kind| source.kind.id() == kind)
            && wanted.as_ref().is_none_or(|wanted| {
                [source.id, source.title, source.publisher]
                    .iter()
                    .any(|text| text.to_lowercase().contains(wanted))
            })
    };
    let all: Vec<&SourceView<'_>> = answer.publications.iter().filter(found).collect();
    let pages = all.len().div_ceil(A_PAGE).max(1);
    let number = visit.fields.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, pages);
    let kept = visit.fields.filled().without(&["page"]);
    let at = |number: usize| {
        let fields = if number == 1 { kept.clone() } else { kept.clone().with("page", &number.to_string()) };
        visit.href("/sources", &fields)
    };
    let from = (number - 1) * A_PAGE;
    let context = SourcesPage {
        publications: &all[from..all.len().min(from + A_PAGE)],
        total: answer.publications.len(),
        found: all.len(),
        number,
        pages,
        before: (number > 1).then(|| at(number - 1)),
        after: (number < pages).then(|| at(number + 1)),
        kind_ids: SourceKind::IDS,
        kind,
        q: visit.fields.get("q"),
        disagreements: &answer.disagreements,
    };
    page(&app, "web/sources.html.j2", &visit, &context)
}

/// One publication.
#[derive(Serialize)]
struct SourcePage<'a, 'c> {
    source: &'a SourceView<'c>,
    /// The records that rest on it.
    rests: Vec<&'c str>,
    list_href: String,
}

/// One publication with what it says and what rests on it.
pub(super) async fn one(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Response {
    let lang = visit.lang;
    let toolkit = app.toolkit();
    let answer = match toolkit.sources(visit.asking) {
        Ok(answer) => answer,
        Err(error) => return refused(&app, &error, lang),
    };
    let Some(source) = answer.publications.iter().find(|source| source.id == id) else {
        return error_page(&app, &Fault::of(StatusCode::NOT_FOUND, None, toolkit.words(lang)), lang);
    };
    let rests = match toolkit.catalog().citations() {
        Ok(citations) => rests(citations).remove(source.id).unwrap_or_default(),
        Err(errors) => return refused(&app, &AskError::Data(errors), lang),
    };
    let context = SourcePage { source, rests, list_href: visit.href("/sources", &Fields::default()) };
    page(&app, "web/source.html.j2", &visit, &context)
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

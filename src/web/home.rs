//! The first page: what this is, and where each of its users begins, with one field to fill in.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::visit::{Visit, page, refused};
use crate::app::App;
use crate::toolkit::{AskError, Asking, to_json};

/// What the sample answer is asked: a company as many are.
const SAMPLE: &str = r#"{"presence_stage":"growing","goals":["retention","awareness","content-strategy"],"employees":12,"country":"FR","annual_budget":{"amount":45000,"currency":"EUR"}}"#;

/// The answer to the sample, and how much stands behind all answers; made once a day and language.
#[derive(Default, Deserialize, Serialize)]
struct Sample {
    headline: String,
    pay: Option<String>,
    summary: Vec<String>,
    sources: usize,
    rules: usize,
}

/// The first page.
#[derive(Serialize)]
struct HomePage {
    sample: Sample,
    currency: String,
}

fn sample(app: &App, asking: Asking) -> Result<Sample, AskError> {
    let toolkit = app.toolkit();
    let (sources, rules) = (toolkit.source_count(), toolkit.catalog().decide().rules.len());
    // Other data may know other goals: then there is no sample.
    let Ok(profile) = toolkit.read_profile(SAMPLE.as_bytes(), true) else {
        return Ok(Sample { sources, rules, ..Sample::default() });
    };
    let answer = toolkit.recommend(&profile, asking)?;
    let bought = answer.budget.buys.and_then(|buys| buys.purchase).map(|purchase| purchase.text);
    Ok(Sample { headline: answer.headline, pay: bought, summary: answer.summary, sources, rules })
}

pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let asking = Asking { lang: visit.lang, as_of: app.today() };
    let made = app
        .answers()
        .get("home", &Bytes::new(), asking, || Ok::<_, AskError>(to_json(&sample(&app, asking)?)));
    match made {
        Ok(json) => {
            let country = app.toolkit().default_country();
            let currency = app.toolkit().currency_of(country).ok().flatten().unwrap_or("EUR").to_owned();
            let context = HomePage { sample: serde_json::from_slice(&json).unwrap_or_default(), currency };
            page(&app, "web/home.html.j2", &visit, &context)
        }
        Err(error) => refused(&app, &error, visit.lang),
    }
}

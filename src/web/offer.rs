//! Check an offer.

use super::form::Form;
use crate::domain::pay::answer::OfferAssessment;
use crate::toolkit::Section;
use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use serde_json::json;

use super::form::shown;
use super::next::{Link, links};
use super::pay_question::{asked, form};
use super::visit::{Visit, page, refused};
use crate::app::App;
use crate::domain::input::questions::{BAND, OFFER};
use crate::toolkit::AskError;

/// Where an offer stands.
#[derive(Serialize)]
struct OfferPage<'a, 'c> {
    answer: &'a OfferAssessment<'c>,
    /// Countries whose pay is not known.
    unknown: Vec<String>,
    sections: Vec<Section>,
    chart: String,
    form: Form,
    steps: Vec<Link<'a>>,
}

/// Countries whose money bears a sign: what an amount typed on the first page says of the place. The euro says nothing.
const SIGNS: [(&str, &str); 2] = [("£", "GB"), ("$", "US")];

/// The form with the country that the amount tells, else the default one.
fn visit_of(mut visit: Visit, app: &App) -> Visit {
    let amount = visit.fields.get("amount").unwrap_or("").to_owned();
    let told = SIGNS.iter().find(|(sign, _)| amount.contains(sign));
    if let (Some((sign, country)), false) = (told, visit.fields.sent("country")) {
        let plain = amount.replace(sign, "");
        visit.fields =
            visit.fields.without(&["amount"]).with("amount", plain.trim()).with("country", country);
    }
    visit.in_default_country(app)
}

/// Where an offer stands.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let template = if visit.framed { "web/embed/offer.html.j2" } else { "web/offer.html.j2" };
    // The first page sends an amount alone.
    if !visit.fields.sent("amount") || !visit.fields.sent("role") {
        return form(&app, &visit_of(visit, &app), template, OFFER, &[]);
    }
    let asked = asked(&app, &visit, OFFER);
    let answer = match app.toolkit().assess_offer(&asked, visit.asking) {
        Ok(answer) => answer,
        Err(AskError::Input(errors)) => return form(&app, &visit, template, OFFER, &errors),
        Err(error) => return refused(&app, &error, visit.lang),
    };
    let annual = Some(answer.measured.annual.amount);
    let mut band = json!({});
    for name in BAND.iter().map(|field| field.name) {
        if let Some(value) = asked.get(name) {
            band[name] = value.clone();
        }
    }
    let chart = app.toolkit().offer_rows(&band, annual, visit.asking).unwrap_or_default();
    let fields =
        visit.fields.without(&["country"]).with("country", &answer.measured.offer.band.place.country);
    match app.toolkit().sections("offer", &answer, visit.lang) {
        Ok(sections) => {
            let context = OfferPage {
                answer: &answer,
                unknown: app.toolkit().countries_without_bands(visit.asking).unwrap_or_default(),
                sections,
                chart,
                form: shown(&app, &fields, &[], OFFER, visit.lang),
                steps: links(&visit, &answer.outline.next),
            };
            page(&app, template, &visit, &context)
        }
        Err(error) => refused(&app, &error.into(), visit.lang),
    }
}

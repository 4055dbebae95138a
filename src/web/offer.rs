//! Check an offer; employer cost. Each page has one purpose and few fields.

use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};

use super::form::{Field, Kind, city_wins, field, names, question, shown};
use super::visit::{Visit, form_page, page, refused};
use crate::app::App;
use crate::domain::input::fault::InputError;
use crate::toolkit::AskError;

pub(super) const OFFER: [Field; 16] = [
    field("role", Kind::Text),
    field("level", Kind::Text),
    field("country", Kind::Text),
    field("region", Kind::Text),
    field("city", Kind::Text),
    field("amount", Kind::Number),
    field("currency", Kind::Text),
    field("period", Kind::Text),
    field("payments", Kind::Number),
    field("fte", Kind::Number),
    field("variable", Kind::Number),
    field("agreement", Kind::Number),
    field("against.amount", Kind::Number),
    field("against.period", Kind::Text),
    field("against.payments", Kind::Number),
    field("against.variable", Kind::Number),
];

pub(super) const COST: [Field; 22] = [
    field("country", Kind::Text),
    field("region", Kind::Text),
    field("city", Kind::Text),
    field("gross", Kind::Number),
    field("fte", Kind::Number),
    field("headcount", Kind::Number),
    field("executive", Kind::Tick),
    field("mobility_rate", Kind::Number),
    field("accident_rate", Kind::Number),
    field("health_cover", Kind::Number),
    field("role", Kind::Text),
    field("level", Kind::Text),
    field("agreement", Kind::Number),
    field("apprentice.age", Kind::Number),
    field("apprentice.degree", Kind::Number),
    field("apprentice.year", Kind::Number),
    field("apprentice.presence_percent", Kind::Number),
    field("freelance.day_rate", Kind::Number),
    field("freelance.days", Kind::Number),
    field("freelance.fees_percent", Kind::Number),
    field("agency.monthly_retainer", Kind::Number),
    field("agency.setup", Kind::Number),
];

/// The question of a form. People choose percent of full time; the question wants a share. A city says its country.
fn asked(app: &App, visit: &Visit, spec: &[Field]) -> Value {
    let mut asked = question(&visit.fields, spec);
    city_wins(&mut asked);
    let Some(map) = asked.as_object_mut() else { return asked };
    if let Some(percent) = map.get("fte").and_then(Value::as_f64) {
        map.insert("fte".to_owned(), json!(percent / 100.0));
    }
    // Currency and period count for an amount only.
    if let Some(against) = map.get("against").and_then(Value::as_object)
        && !against.contains_key("amount")
    {
        map.remove("against");
    }
    for (part, main) in [("freelance", "day_rate"), ("agency", "monthly_retainer"), ("apprentice", "age")] {
        let lacks = map.get(part).and_then(Value::as_object).is_some_and(|part| !part.contains_key(main));
        if lacks {
            map.remove(part);
        }
    }
    if spec.iter().any(|field| field.name == "currency") && !map.contains_key("currency") {
        let place =
            json!({ "country": map.get("country"), "city": map.get("city"), "region": map.get("region") });
        let country = app.toolkit().place(&place, visit.asking).map(|place| place.country);
        let currency = country
            .ok()
            .and_then(|country| app.toolkit().currency_of(&country).ok().flatten().map(ToOwned::to_owned));
        if let Some(currency) = currency {
            map.insert("currency".to_owned(), json!(currency));
        }
    }
    asked
}

/// A form, with what is wrong where it was sent.
fn form(app: &App, visit: &Visit, template: &str, spec: &[Field], errors: &[InputError]) -> Response {
    let context = json!({
        "answer": null,
        "form": shown(&visit.fields, errors, &names(spec), visit.lang),
        "places": app.toolkit().pay_choices(visit.lang).ok(),
    });
    form_page(app, template, visit, context, !errors.is_empty())
}

/// Where an offer stands.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let template = if visit.framed { "web/embed/offer.html.j2" } else { "web/offer.html.j2" };
    let visit = visit.in_france_by_default();
    if !visit.fields.sent("amount") {
        return form(&app, &visit, template, &OFFER, &[]);
    }
    let asked = asked(&app, &visit, &OFFER);
    let answer = match app.toolkit().assess_offer(&asked, visit.asking) {
        Ok(answer) => answer,
        Err(AskError::Input(errors)) => return form(&app, &visit, template, &OFFER, &errors),
        Err(error) => return refused(&app, &error, visit.lang),
    };
    let annual = Some(answer.measured.annual.amount);
    let mut band = json!({});
    for name in ["role", "level", "country", "region", "city", "agreement"] {
        if let Some(value) = asked.get(name) {
            band[name] = value.clone();
        }
    }
    let chart = app.toolkit().band_chart(&band, annual, visit.asking).ok();
    let fields =
        visit.fields.without(&["country"]).with("country", &answer.measured.offer.band.place.country);
    match app.toolkit().sections("offer", &answer, visit.lang) {
        Ok(sections) => {
            let context = json!({
                "answer": answer,
                "sections": sections,
                "chart": chart,
                "form": shown(&fields, &[], &names(&OFFER), visit.lang),
                "places": app.toolkit().pay_choices(visit.lang).ok(),
                "band_href": visit.href("/pay", &visit.fields.filled().without(&["amount", "currency", "period", "payments", "fte", "variable", "against."])),
            });
            page(&app, template, &visit, context)
        }
        Err(error) => refused(&app, &error.into(), visit.lang),
    }
}

/// What a person costs.
pub(super) async fn cost(State(app): State<App>, visit: Visit) -> Response {
    let visit = visit.in_france_by_default();
    if !visit.fields.sent("gross") {
        return form(&app, &visit, "web/cost.html.j2", &COST, &[]);
    }
    let asked = asked(&app, &visit, &COST);
    let answer = match app.toolkit().employer_cost(&asked, visit.asking) {
        Ok(answer) => answer,
        Err(AskError::Input(errors)) => return form(&app, &visit, "web/cost.html.j2", &COST, &errors),
        Err(AskError::NoCost(error)) => return form(&app, &visit, "web/cost.html.j2", &COST, &[error]),
        Err(error) => return refused(&app, &error, visit.lang),
    };
    match app.toolkit().sections("cost", &answer, visit.lang) {
        Ok(sections) => {
            let context = json!({
                "answer": answer,
                "sections": sections,
                "form": shown(&visit.fields, &[], &names(&COST), visit.lang),
                "places": app.toolkit().pay_choices(visit.lang).ok(),
            });
            page(&app, "web/cost.html.j2", &visit, context)
        }
        Err(error) => refused(&app, &error.into(), visit.lang),
    }
}

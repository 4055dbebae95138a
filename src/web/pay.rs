//! The pay explorer: a band with the figures behind it.

use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use super::form::{Field, Kind, city_wins, field, names, question, shown};
use super::visit::{Visit, form_page, page, refused};
use crate::app::App;
use crate::toolkit::AskError;

pub(super) const FIELDS: [Field; 6] = [
    field("role", Kind::Text),
    field("level", Kind::Text),
    field("country", Kind::Text),
    field("region", Kind::Text),
    field("city", Kind::Text),
    field("agreement", Kind::Number),
];

pub(super) async fn show(State(app): State<App>, mut visit: Visit) -> Response {
    let lang = visit.lang;
    // The page shows something at once: the role and country with the most evidence.
    if visit.fields.get("role").is_none() {
        visit.fields = visit.fields.with("role", "social-media-manager");
    }
    let visit = visit.in_default_country(&app);
    let mut asked = question(&visit.fields, &FIELDS);
    city_wins(&mut asked);
    // The region comes by links only: no field of the form could show what is wrong with it.
    let names: Vec<&str> = names(&FIELDS).into_iter().filter(|name| *name != "region").collect();
    let places = app.toolkit().pay_choices(lang).ok();
    let answer = match app.toolkit().salary_band(&asked, visit.asking) {
        Ok(answer) => answer,
        Err(AskError::Input(errors)) => {
            let form = shown(&visit.fields, &errors, &names, lang);
            let context = json!({ "answer": null, "form": form, "places": places });
            return form_page(&app, "web/pay.html.j2", &visit, context, true);
        }
        Err(error) => return refused(&app, &error, lang),
    };
    let sections = match app.toolkit().sections("salary", &answer, lang) {
        Ok(sections) => sections,
        Err(error) => return refused(&app, &error.into(), lang),
    };
    let chart = app.toolkit().band_chart(&asked, None, visit.asking).ok();
    let mut fields = visit.fields.filled().without(&["city", "country", "region"]);
    for (name, value) in [
        ("country", Some(&answer.asked.place.country)),
        ("region", answer.asked.place.region.as_ref()),
        ("city", answer.asked.place.city.as_ref()),
    ] {
        if let Some(value) = value {
            fields = fields.with(name, value);
        }
    }
    let context = json!({
        "answer": answer,
        "sections": sections,
        "chart": chart,
        "form": shown(&visit.fields.without(&["country"]).with("country", &answer.asked.place.country), &[], &names, lang),
        "offer_href": visit.href("/offer", &fields),
        "api_href": format!("/v1/salary-bands{}", fields.query()),
        "places": places,
    });
    page(&app, "web/pay.html.j2", &visit, context)
}

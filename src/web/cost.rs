//! What a person costs the employer.

use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use super::form::{Field, Kind, field, names, shown};
use super::pay_question::{asked, form};
use super::visit::{Visit, page, refused};
use crate::app::App;
use crate::toolkit::AskError;

pub(super) const FIELDS: [Field; 22] = [
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

/// What a person costs.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    let visit = visit.in_default_country(&app);
    if !visit.fields.sent("gross") {
        return form(&app, &visit, "web/cost.html.j2", &FIELDS, &[]);
    }
    let asked = asked(&app, &visit, &FIELDS);
    let answer = match app.toolkit().employer_cost(&asked, visit.asking) {
        Ok(answer) => answer,
        Err(AskError::Input(errors)) => return form(&app, &visit, "web/cost.html.j2", &FIELDS, &errors),
        Err(AskError::NoCost(error)) => return form(&app, &visit, "web/cost.html.j2", &FIELDS, &[error]),
        Err(error) => return refused(&app, &error, visit.lang),
    };
    match app.toolkit().sections("cost", &answer, visit.lang) {
        Ok(sections) => {
            let context = json!({
                "answer": answer,
                "sections": sections,
                "form": shown(&visit.fields, &[], &names(&FIELDS), visit.lang),
                "places": app.toolkit().pay_choices(visit.lang).ok(),
            });
            page(&app, "web/cost.html.j2", &visit, context)
        }
        Err(error) => refused(&app, &error.into(), visit.lang),
    }
}

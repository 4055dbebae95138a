//! What a person costs the employer.

use super::form::Form;
use crate::domain::pay::answer::EmployerCost;
use crate::toolkit::Section;
use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::form::shown;
use super::next::{Link, links};
use super::pay_question::{asked, form};
use super::visit::{Visit, page, refused};
use crate::app::App;
use crate::domain::input::questions::COST;
use crate::toolkit::AskError;

/// What a person costs.
#[derive(Serialize)]
struct CostPage<'a, 'c> {
    answer: &'a EmployerCost<'c>,
    sections: Vec<Section>,
    /// Countries whose cost is not known.
    uncosted: Vec<String>,
    form: Form,
    steps: Vec<Link<'a>>,
}

/// What a person costs.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    if !["gross", "budget", "net"].iter().any(|name| visit.fields.sent(name)) {
        return form(&app, &visit.in_default_country(&app), "web/cost.html.j2", COST, &[]);
    }
    let asked = asked(&app, &visit, COST);
    let answer = match app.toolkit().employer_cost(&asked, visit.asking) {
        Ok(answer) => answer,
        Err(AskError::Input(errors)) => return form(&app, &visit, "web/cost.html.j2", COST, &errors),
        Err(AskError::NoCost(error)) => return form(&app, &visit, "web/cost.html.j2", COST, &[error]),
        Err(error) => return refused(&app, &error, visit.lang),
    };
    match app.toolkit().sections("cost", &answer, visit.lang) {
        Ok(sections) => {
            let context = CostPage {
                answer: &answer,
                sections,
                uncosted: app.toolkit().countries_without_cost(visit.lang).unwrap_or_default(),
                form: shown(&app, &visit.fields, &[], COST, visit.lang),
                steps: links(&visit, &answer.outline.next),
            };
            page(&app, "web/cost.html.j2", &visit, &context)
        }
        Err(error) => refused(&app, &error.into(), visit.lang),
    }
}

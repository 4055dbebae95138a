//! The pay explorer: a band with the figures behind it.

use super::form::Form;
use crate::domain::pay::answer::SalaryBand;
use crate::toolkit::Section;
use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::form::{city_wins, question, shown};
use super::next::{Link, links};
use super::visit::{Visit, form_page, page, refused};
use crate::app::App;
use crate::domain::input::questions::BAND;
use crate::toolkit::AskError;

/// The form alone.
#[derive(Serialize)]
struct Unanswered {
    answer: (),
    form: Form,
    /// Countries whose pay is not known.
    unknown: Vec<String>,
}

/// What a role pays somewhere.
#[derive(Serialize)]
struct PayPage<'a, 'c> {
    answer: &'a SalaryBand<'c>,
    unknown: Vec<String>,
    sections: Vec<Section>,
    chart: String,
    form: Form,
    steps: Vec<Link<'a>>,
    api_href: String,
}

/// The band, or the form with what is wrong.
pub(super) async fn show(State(app): State<App>, mut visit: Visit) -> Response {
    let lang = visit.lang;
    // The page shows something at once: the role and country with the most evidence.
    if visit.fields.get("role").is_none() {
        visit.fields = visit.fields.with("role", "social-media-manager");
    }
    let visit = visit.in_default_country(&app);
    let mut asked = question(&app, &visit.fields, BAND, lang);
    city_wins(&app, &mut asked);
    let unknown = app.toolkit().countries_without_bands(visit.asking).unwrap_or_default();
    let answer = match app.toolkit().salary_band(&asked, visit.asking) {
        Ok(answer) => answer,
        Err(AskError::Input(errors)) => {
            let form = shown(&app, &visit.fields, &errors, BAND, lang);
            return form_page(
                &app,
                "web/pay.html.j2",
                &visit,
                &Unanswered { answer: (), form, unknown },
                true,
            );
        }
        Err(error) => return refused(&app, &error, lang),
    };
    let sections = match app.toolkit().sections("salary", &answer, lang) {
        Ok(sections) => sections,
        Err(error) => return refused(&app, &error.into(), lang),
    };
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
    let chosen = visit.fields.without(&["country"]).with("country", &answer.asked.place.country);
    let context = PayPage {
        chart: app.toolkit().band_rows(&answer, lang),
        form: shown(&app, &chosen, &[], BAND, lang),
        steps: links(&visit, &answer.outline.next),
        api_href: format!("/v1/salary-bands{}", fields.query()),
        answer: &answer,
        unknown,
        sections,
    };
    page(&app, "web/pay.html.j2", &visit, &context)
}

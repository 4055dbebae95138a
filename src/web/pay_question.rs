//! What the pages on offers and employer cost share: the question of their forms, and the form itself.

use super::form::Form;
use axum::response::Response;
use serde::Serialize;
use serde_json::{Value, json};

use super::form::{city_wins, question, shown};
use super::visit::{Visit, form_page};
use crate::app::App;
use crate::domain::input::fault::InputError;
use crate::domain::input::field::Field;

/// The question of a form. A city says its country, and the country its currency.
pub(super) fn asked(app: &App, visit: &Visit, fields: &[Field]) -> Value {
    let mut asked = question(app, &visit.fields, fields, visit.lang);
    city_wins(app, &mut asked);
    let Some(map) = asked.as_object_mut() else { return asked };
    if fields.iter().any(|field| field.name == "currency") && !map.contains_key("currency") {
        let place =
            json!({ "country": map.get("country"), "city": map.get("city"), "region": map.get("region") });
        // Where the place is wrong, that is the fault to tell, and not a currency that nobody could know.
        let found = app.toolkit().place(&place, visit.asking).map(|place| place.country).ok();
        let said = place["country"].as_str().unwrap_or(app.toolkit().default_country());
        let currency = Some(found.unwrap_or_else(|| said.to_owned()))
            .and_then(|country| app.toolkit().currency_of(&country).ok().flatten().map(str::to_owned));
        if let Some(currency) = currency {
            map.insert("currency".to_owned(), json!(currency));
        }
    }
    asked
}

/// The form alone.
#[derive(Serialize)]
struct FormPage {
    answer: (),
    /// Countries whose pay is not known.
    unknown: Vec<String>,
    /// Countries whose cost is not known.
    uncosted: Vec<String>,
    form: Form,
}

/// A form, with what is wrong where it was sent.
pub(super) fn form(
    app: &App,
    visit: &Visit,
    template: &str,
    fields: &[Field],
    errors: &[InputError],
) -> Response {
    let context = FormPage {
        answer: (),
        unknown: app.toolkit().countries_without_bands(visit.asking).unwrap_or_default(),
        uncosted: app.toolkit().countries_without_cost(visit.lang).unwrap_or_default(),
        form: shown(app, &visit.fields, errors, fields, visit.lang),
    };
    form_page(app, template, visit, &context, !errors.is_empty())
}

//! What the pages on offers and employer cost share: the question of their forms, and the form itself.

use axum::response::Response;
use serde_json::{Value, json};

use super::form::{Field, city_wins, names, question, shown};
use super::visit::{Visit, form_page};
use crate::app::App;
use crate::domain::input::fault::InputError;

/// The question of a form. People choose percent of full time; the question wants a share. A city says its country.
pub(super) fn asked(app: &App, visit: &Visit, spec: &[Field]) -> Value {
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
pub(super) fn form(
    app: &App,
    visit: &Visit,
    template: &str,
    spec: &[Field],
    errors: &[InputError],
) -> Response {
    let context = json!({
        "answer": null,
        "form": shown(&visit.fields, errors, &names(spec), visit.lang),
        "places": app.toolkit().pay_choices(visit.lang).ok(),
    });
    form_page(app, template, visit, context, !errors.is_empty())
}

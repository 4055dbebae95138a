//! Options → the question that the API also takes, and its faults back to the options.

use serde_json::{Map, Value, json};

use super::args::{Place, Salary};
use super::{Failure, Session};
use crate::domain::input::fault::InputError;
use crate::domain::text::Lang;
use crate::toolkit::{AskError, Toolkit};

/// A question under construction.
#[derive(Default)]
pub(super) struct Question(pub(super) Map<String, Value>);

impl Question {
    /// A field as it was typed.
    pub(super) fn text(&mut self, name: &str, value: Option<&String>) -> &mut Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), json!(value));
        }
        self
    }

    /// A number as it was typed.
    pub(super) fn number(&mut self, name: &str, value: Option<&String>) -> &mut Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), number(value));
        }
        self
    }

    /// Country, region and city.
    pub(super) fn place(&mut self, place: &Place) -> &mut Self {
        self.text("country", place.country.as_ref())
            .text("region", place.region.as_ref())
            .text("city", place.city.as_ref())
    }

    /// Which band is asked for.
    pub(super) fn band(&mut self, options: &Salary) -> &mut Self {
        self.text("role", options.role.as_ref())
            .text("level", options.level.as_ref())
            .place(&options.place)
            .number("agreement", options.agreement.as_ref())
    }

    /// A question inside the question, unless it is empty.
    pub(super) fn nested(&mut self, name: &str, inner: Self) {
        if !inner.0.is_empty() {
            self.0.insert(name.to_owned(), Value::Object(inner.0));
        }
    }

    /// The question as JSON.
    pub(super) fn value(self) -> Value {
        Value::Object(self.0)
    }
}

/// A place as a question.
pub(super) fn place(place: &Place) -> Value {
    let mut question = Question::default();
    question.place(place);
    question.value()
}

/// Country and region of a city, as fields of a profile.
pub(super) fn located(
    session: &Session,
    toolkit: &Toolkit,
    city: &String,
    country: Option<&String>,
    region: Option<&String>,
) -> Result<Map<String, Value>, Failure> {
    let mut question = Question::default();
    question.text("city", Some(city)).text("country", country).text("region", region);
    let place = toolkit.place(&question.value(), session.asking).map_err(|error| failure(session, error))?;
    let mut fields = Question::default();
    fields.text("country", Some(&place.country)).text("region", place.region.as_ref());
    Ok(fields.0)
}

/// The option that fills a field of a question.
fn option(pointer: &str) -> String {
    let mut parts = pointer.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some("against"), Some(field)) => format!("--against {field}=…"),
        (Some("apprentice"), Some("year")) => "--apprentice-year".to_owned(),
        (Some("apprentice"), Some("presence_percent")) => "--presence".to_owned(),
        (Some("apprentice"), None | Some("age")) => "--apprentice-age".to_owned(),
        (Some("freelance"), Some("fees_percent")) => "--fees".to_owned(),
        (Some("agency"), Some("monthly_retainer")) => "--retainer".to_owned(),
        (Some(_), Some(field)) | (Some(field), None) => format!("--{}", field.replace('_', "-")),
        (None, _) => String::new(),
    }
}

/// What is wrong with a question, each fault with its option.
pub(super) fn failure(session: &Session, error: AskError) -> Failure {
    let errors = match error {
        AskError::Input(errors) => errors,
        AskError::NoCost(error) => vec![error],
        other => return session.failure(other),
    };
    let lang = session.asking.lang;
    let separator = if lang == Lang::Fr { "\u{a0}: " } else { ": " };
    let line =
        |error: &InputError| format!("{}{separator}{}", option(&error.pointer), error.message.get(lang));
    match errors.as_slice() {
        [one] => Failure::Ask(line(one)),
        many => {
            let head = match lang {
                Lang::Fr => "la question est incomplète ou fausse\u{a0}:",
                Lang::En => "the question is incomplete or wrong:",
            };
            Failure::Ask(
                many.iter().fold(head.to_owned(), |text, error| format!("{text}\n  {}", line(error))),
            )
        }
    }
}

/// A number as typed, left to the reader of the question to judge.
pub(super) fn number(text: &str) -> Value {
    text.trim().parse::<i64>().map_or_else(
        |_| {
            text.trim()
                .parse::<f64>()
                .ok()
                .and_then(serde_json::Number::from_f64)
                .map_or_else(|| json!(text), Value::Number)
        },
        |number| json!(number),
    )
}

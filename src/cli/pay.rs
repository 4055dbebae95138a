//! `rolecall salary`, `offer`, `cost`: options → the question that the API also takes.

use serde_json::{Map, Value, json};

use super::args::{Cost, Offer, Place, Salary};
use super::input::number;
use super::{Failure, Session};
use crate::domain::input::fault::InputError;
use crate::domain::text::Lang;
use crate::toolkit::{AskError, Toolkit};

/// A question under construction.
#[derive(Default)]
struct Question(Map<String, Value>);

impl Question {
    fn text(&mut self, name: &str, value: Option<&String>) -> &mut Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), json!(value));
        }
        self
    }

    fn number(&mut self, name: &str, value: Option<&String>) -> &mut Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), number(value));
        }
        self
    }

    fn place(&mut self, place: &Place) -> &mut Self {
        self.text("country", place.country.as_ref())
            .text("region", place.region.as_ref())
            .text("city", place.city.as_ref())
    }

    fn band(&mut self, options: &Salary) -> &mut Self {
        self.text("role", options.role.as_ref())
            .text("level", options.level.as_ref())
            .place(&options.place)
            .number("agreement", options.agreement.as_ref())
    }

    fn nested(&mut self, name: &str, inner: Self) {
        if !inner.0.is_empty() {
            self.0.insert(name.to_owned(), Value::Object(inner.0));
        }
    }

    fn value(self) -> Value {
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

pub(super) fn salary(session: &Session, options: &Salary) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let mut question = Question::default();
    question.band(options);
    let answer =
        toolkit.salary_band(&question.value(), session.asking).map_err(|error| failure(session, error))?;
    session.answer_by(&answer, |lang, form| toolkit.band_report(&answer, lang, form))
}

pub(super) fn offer(session: &Session, options: &Offer) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let mut question = Question::default();
    question
        .band(&options.band)
        .number("amount", options.amount.as_ref())
        .text("currency", options.currency.as_ref())
        .text("period", options.period.as_ref())
        .number("payments", options.payments.as_ref())
        .number("fte", options.fte.as_ref())
        .number("variable", options.variable.as_ref());
    let mut against = Question::default();
    for pair in options.against.iter().filter(|pair| !pair.trim().is_empty()) {
        let Some((field, value)) = pair.split_once('=') else {
            return Err(Failure::Ask(match session.asking.lang {
                Lang::Fr => format!("--against {pair}\u{a0}: écrivez champ=valeur, par exemple amount=28000"),
                Lang::En => format!("--against {pair}: write field=value, for example amount=28000"),
            }));
        };
        let (field, value) = (field.trim(), value.trim().to_owned());
        if against.0.contains_key(field) {
            return Err(Failure::Ask(match session.asking.lang {
                Lang::Fr => format!(
                    "--against\u{a0}: «\u{a0}{field}\u{a0}» est donné deux fois\u{202f}; une seule autre offre peut être comparée"
                ),
                Lang::En => {
                    format!("--against: `{field}` is given twice; only one other offer can be compared")
                }
            }));
        }
        match field {
            "amount" | "payments" | "fte" | "variable" | "agreement" => against.number(field, Some(&value)),
            _ => against.text(field, Some(&value)),
        };
    }
    question.nested("against", against);
    let answer =
        toolkit.assess_offer(&question.value(), session.asking).map_err(|error| failure(session, error))?;
    session.answer_by(&answer, |lang, form| toolkit.offer_report(&answer, lang, form))
}

pub(super) fn cost(session: &Session, options: &Cost) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let mut question = Question::default();
    question
        .place(&options.place)
        .number("gross", options.gross.as_ref())
        .number("fte", options.fte.as_ref())
        .number("headcount", options.headcount.as_ref())
        .number("mobility_rate", options.mobility_rate.as_ref())
        .number("accident_rate", options.accident_rate.as_ref())
        .number("health_cover", options.health_cover.as_ref())
        .text("role", options.role.as_ref())
        .text("level", options.level.as_ref())
        .number("agreement", options.agreement.as_ref());
    if options.executive {
        question.0.insert("executive".to_owned(), json!(true));
    }
    let mut apprentice = Question::default();
    apprentice
        .number("age", options.apprentice_age.as_ref())
        .number("degree", options.degree.as_ref())
        .number("year", options.apprentice_year.as_ref())
        .number("presence_percent", options.presence.as_ref());
    question.nested("apprentice", apprentice);
    let mut freelance = Question::default();
    freelance
        .number("day_rate", options.day_rate.as_ref())
        .number("days", options.days.as_ref())
        .number("fees_percent", options.fees.as_ref());
    question.nested("freelance", freelance);
    let mut agency = Question::default();
    agency.number("monthly_retainer", options.retainer.as_ref()).number("setup", options.setup.as_ref());
    question.nested("agency", agency);
    let answer =
        toolkit.employer_cost(&question.value(), session.asking).map_err(|error| failure(session, error))?;
    session.answer(&toolkit, "cost", &answer)
}

//! Forms, made from the descriptions of the fields: what they show, the JSON question that they ask (the one that command
//! line and API take too), and its faults back beside the inputs.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::visit::{Fields, sentence};
use crate::app::App;
use crate::domain::input::amount::{self, Habits};
use crate::domain::input::fault::InputError;
use crate::domain::input::field::{Face, Field, Kind, Unit};
use crate::domain::iso;
use crate::domain::message::{Message, Words, ids, said};
use crate::domain::text::{Lang, capitalised};
use crate::toolkit::PayChoices;

/// The name of an input: fields inside fields have dots.
fn named(outer: &str, field: &Field) -> String {
    if outer.is_empty() { field.name.to_owned() } else { format!("{outer}.{}", field.name) }
}

/// The names of the inputs that some fields become; with `links` those too that only links carry.
pub(super) fn names(fields: &[Field], links: bool) -> Vec<String> {
    fn add(outer: &str, fields: &[Field], links: bool, names: &mut Vec<String>) {
        for field in fields.iter().filter(|field| links || !field.is_absent(Face::Form)) {
            let name = named(outer, field);
            add(&name, field.fields(), links, names);
            if matches!(field.kind, Kind::Goals { .. }) {
                names.push("secondary".to_owned());
            }
            names.push(name);
        }
    }
    let mut names = Vec::new();
    add("", fields, links, &mut names);
    names
}

/// Leaves country and region out of a question that names a city which does not lie there: the city says both, and a
/// country left at its default must not contradict it. Where it does lie there, they tell it from others of its name.
pub(super) fn city_wins(app: &App, question: &mut Value) {
    let Some(map) = question.as_object_mut() else { return };
    let said = |name: &str| map.get(name).and_then(Value::as_str);
    let Some(city) = said("city") else { return };
    let left = said("country").is_none_or(|country| country == app.toolkit().default_country());
    if app.toolkit().knows_city(city, said("country"), said("region")) {
        return;
    }
    if left {
        map.remove("country");
    }
    map.remove("region");
}

/// The question that some fields ask. What is empty is left out; what cannot be read stays as it is, so that the reader
/// of the question says what is wrong with it.
pub(super) fn question(app: &App, sent: &Fields, fields: &[Field], lang: Lang) -> Value {
    // A brief has its place inside it.
    let said = |name: &str| sent.get(name).or_else(|| sent.get(&format!("place.{name}")));
    let place = ["country", "region", "city"].map(said);
    read(sent, fields, &app.toolkit().habits(sent.get("currency"), place, lang))
}

fn read(sent: &Fields, fields: &[Field], habits: &Habits) -> Value {
    Value::Object(object(sent, "", fields, habits))
}

fn object(sent: &Fields, outer: &str, fields: &[Field], habits: &Habits) -> Map<String, Value> {
    // An amount that has a currency of its own beside it.
    let own = fields.iter().find(|field| !outer.is_empty() && matches!(field.kind, Kind::Currency));
    let own = own.and_then(|field| sent.get(&named(outer, field))).and_then(iso::currency);
    let habits = &Habits { currency: own.or(habits.currency), ..habits.clone() };
    let mut question = Map::new();
    for field in fields {
        if let Some(value) = value(sent, &named(outer, field), field, habits) {
            question.insert(field.name.to_owned(), value);
        }
    }
    question
}

fn value(sent: &Fields, name: &str, field: &Field, habits: &Habits) -> Option<Value> {
    match field.kind {
        Kind::Object(_) | Kind::Difference(_) | Kind::Pay(_) | Kind::FlagOr(_) => {
            let inner = object(sent, name, field.fields(), habits);
            // Values that a form begins with are always sent; alone they say nothing.
            let says = field
                .fields()
                .iter()
                .any(|field| field.fallback.is_empty() && inner.contains_key(field.name));
            if says || !matches!(field.kind, Kind::FlagOr(_)) {
                return says.then_some(Value::Object(inner));
            }
        }
        Kind::Goals { .. } => {
            let secondary = |goal: &str| sent.all("secondary").any(|known| known == goal);
            let chosen = |goal: &str| {
                if secondary(goal) { json!({ "goal": goal, "priority": "secondary" }) } else { json!(goal) }
            };
            let goals: Vec<Value> = sent.all(name).map(chosen).collect();
            return (!goals.is_empty()).then_some(Value::Array(goals));
        }
        _ => {}
    }
    let text = sent.get(name)?;
    Some(match field.kind {
        Kind::Whole { .. } | Kind::Number { .. } => amount::typed(field, text, habits),
        Kind::Flag | Kind::YesNo | Kind::FlagOr(_) => match text {
            "yes" | "on" | "true" => json!(true),
            "no" | "false" => json!(false),
            other => json!(other),
        },
        Kind::Lines | Kind::Languages => {
            // Several inputs may bear the name: boxes of a list.
            let lines = sent.all(name).flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty());
            json!(lines.collect::<Vec<_>>())
        }
        _ => json!(text),
    })
}

/// What inputs let people choose from, in the language of the page.
struct Choices<'a> {
    app: &'a App,
    pay: Option<PayChoices>,
    /// The country that is chosen; empty: none.
    country: &'a str,
    lang: Lang,
}

impl Choices<'_> {
    /// A message of a field, where it has one.
    fn text(&self, message: Option<Message>) -> String {
        message.map_or(String::new(), |message| self.app.toolkit().words(self.lang).get(message).to_owned())
    }

    /// The values to choose from, each with its name; none where the value is typed.
    fn options(&self, field: &Field) -> Vec<[String; 2]> {
        let toolkit = self.app.toolkit();
        let name = |group: &str, id: &str| toolkit.name(group, id, self.lang).to_owned();
        let pay = self.pay.as_ref();
        match field.kind {
            Kind::Choice(choice) => {
                choice.ids.iter().map(|id| [(*id).to_owned(), name(choice.labels, id)]).collect()
            }
            Kind::YesNo => [("yes", ids::WEB_YES), ("no", ids::WEB_NO)]
                .map(|(id, name)| [id.to_owned(), self.text(Some(name))])
                .to_vec(),
            Kind::Role => {
                // Their order says which come first to mind.
                let jobs = ["community-manager", "social-media-manager", "hybrid", "content-manager"];
                jobs.iter().map(|id| [(*id).to_owned(), capitalised(&name("job", id))]).collect()
            }
            Kind::Country => pay
                .into_iter()
                .flat_map(|pay| &pay.countries)
                .map(|item| [item.id.clone(), item.name.clone()])
                .collect(),
            Kind::Currency => pay
                .into_iter()
                .flat_map(|pay| &pay.currencies)
                .map(|code| [code.clone(), code.clone()])
                .collect(),
            Kind::Whole { from, to } if !field.fallback.is_empty() => {
                (from..=to).map(|number| [number.to_string(), number.to_string()]).collect()
            }
            Kind::Whole { .. } if field.name == "agreement" => {
                let ours = |country: &str| ["", country].contains(&self.country);
                let agreements = pay.into_iter().flat_map(|pay| &pay.agreements);
                let agreements = agreements.filter(|item| ours(&item.country));
                agreements.map(|item| [item.id.clone(), format!("{} ({})", item.name, item.id)]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// One input as templates write it; a group of them for a field with fields of its own; none where there is nothing
    /// to choose from.
    fn input(&self, outer: &str, field: &Field) -> Option<Input> {
        let name = named(outer, field);
        let inner: Vec<&Field> = field.fields().iter().filter(|field| !field.is_absent(Face::Form)).collect();
        if !inner.is_empty() {
            let mut inputs: Vec<Input> = inner.iter().filter_map(|field| self.input(&name, field)).collect();
            let choosable = matches!(field.kind, Kind::FlagOr(_));
            if choosable {
                let label = self.text(field.label);
                inputs.insert(0, Input { control: "tick", name: name.clone(), label, ..Input::default() });
            }
            // What is ticked has the label; the group around it says what it is about.
            let label = self.text(if choosable { field.echoed() } else { field.label });
            return Some(Input { control: "group", name, label, inputs, ..Input::default() });
        }
        let options = self.options(field);
        if field.name == "agreement" && options.is_empty() {
            return None;
        }
        let default_currency = self.pay.as_ref().and_then(|pay| pay.default_currency.as_deref());
        let fallback = match field.kind {
            Kind::Currency if !field.fallback.is_empty() => default_currency.unwrap_or(field.fallback),
            _ => field.fallback,
        };
        let percent = field.unit == Unit::Percent;
        let (control, mode) = match field.kind {
            _ if !options.is_empty() => ("select", ""),
            Kind::Flag => ("tick", ""),
            Kind::Lines | Kind::Languages | Kind::Text => ("area", ""),
            Kind::Day => ("date", ""),
            Kind::City => ("city", ""),
            Kind::Line { .. } if field.name == "city" => ("city", ""),
            Kind::Goals { .. } => ("goals", ""),
            Kind::Whole { .. } => ("text", "numeric"),
            Kind::Number { .. } => ("text", "decimal"),
            _ => ("text", ""),
        };
        Some(Input {
            control,
            name,
            label: self.text(field.label),
            hint: self.text(field.hint),
            mode,
            short: !mode.is_empty() && field.unit != Unit::Money,
            unit: if percent { "%" } else { "" },
            none: self.text(field.no_choice()),
            fallback: fallback.to_owned(),
            options,
            none_box: ["other_compensation", "collective_agreement"].contains(&field.name),
            inputs: Vec::new(),
        })
    }

    /// The inputs of some fields by the part of the form in which they stand.
    fn parts(&self, fields: &[Field]) -> BTreeMap<&'static str, Vec<Input>> {
        let mut parts: BTreeMap<_, Vec<Input>> = BTreeMap::new();
        for field in fields.iter().filter(|field| !field.part.is_empty() && !field.is_absent(Face::Form)) {
            if let Some(input) = self.input("", field) {
                parts.entry(field.part).or_default().push(input);
            }
        }
        parts
    }
}

/// An input as templates write it.
#[derive(Default, Serialize)]
struct Input {
    /// How it is answered: `tick`, `select`, `text`, …; `group` for several under one label.
    control: &'static str,
    name: String,
    label: String,
    hint: String,
    /// Which keys a telephone shows.
    mode: &'static str,
    short: bool,
    unit: &'static str,
    /// What stands for no choice.
    none: String,
    fallback: String,
    options: Vec<[String; 2]>,
    /// Whether a box says that there is expressly none, which the question has as `none`.
    none_box: bool,
    inputs: Vec<Self>,
}

impl Input {
    /// The input and those inside it.
    fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.inputs.iter().flat_map(Self::all)).collect()
    }
}

/// What is wrong with a form, in the list above it.
#[derive(PartialEq, Serialize)]
struct FormFault {
    /// The input that it stands beside; none where it is about the whole.
    field: Option<String>,
    /// What the input is called; empty where it has no name of its own.
    label: String,
    message: String,
}

/// What was typed, and what is wrong with it.
#[derive(Serialize)]
struct Typed {
    values: Value,
    errors: BTreeMap<String, String>,
    summary: Vec<FormFault>,
}

/// A form as templates show it: its inputs, what was typed, and what is wrong with it.
#[derive(Serialize)]
pub(super) struct Form {
    #[serde(flatten)]
    typed: Typed,
    parts: BTreeMap<&'static str, Vec<Input>>,
    default_country: String,
    cities: Vec<String>,
}

/// The form of some fields.
pub(super) fn shown(app: &App, sent: &Fields, errors: &[InputError], fields: &[Field], lang: Lang) -> Form {
    let toolkit = app.toolkit();
    let pay = toolkit.pay_choices(lang).ok();
    let choices = Choices { app, pay, country: sent.get("country").unwrap_or(""), lang };
    let mut names = names(fields, false);
    // An input, and no field of a question.
    names.push("file".to_owned());
    let parts = choices.parts(fields);
    let mut typed = with_faults(sent, errors, &names, toolkit.words(lang));
    for fault in &mut typed.summary {
        let inputs = || parts.values().flatten().flat_map(Input::all);
        let named = fault.field.as_ref().and_then(|field| inputs().find(|input| input.name == *field));
        fault.label = named.map_or_else(String::new, |input| input.label.clone());
    }
    Form {
        typed,
        parts,
        default_country: toolkit.default_country().to_owned(),
        cities: choices.pay.map_or_else(Vec::new, |pay| pay.cities),
    }
}

fn with_faults<N: AsRef<str>>(sent: &Fields, errors: &[InputError], names: &[N], words: Words<'_>) -> Typed {
    let mut by_field = BTreeMap::new();
    let mut summary = Vec::new();
    for error in errors {
        let place = error.pointer.trim_start_matches('/').replace('/', ".");
        // The longest field name that the place begins with: `/goals/3/priority` is in the field `goals`.
        let field = names
            .iter()
            .map(AsRef::as_ref)
            .filter(|name| {
                place == *name || place.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
            })
            .max_by_key(|name| name.len())
            .map(str::to_owned);
        let message = message(error, words);
        if let Some(name) = &field {
            by_field.entry(name.clone()).or_insert_with(|| message.clone());
        }
        let fault = FormFault { field, label: String::new(), message };
        if !summary.contains(&fault) {
            summary.push(fault);
        }
    }
    Typed { values: sent.values(), errors: by_field, summary }
}

/// What is wrong, for people who see a form and no JSON.
fn message(error: &InputError, words: Words<'_>) -> String {
    // What is asked for in words of its own, such as a share of full time, is asked for in them.
    let of_number = [ids::ASKS_NUMBER, ids::ASKS_WHOLE_NUMBER, ids::ASKS_ANY_NUMBER];
    let number = error.asks.as_ref().is_none_or(|asks| of_number.contains(&asks.message()));
    match error.code {
        "missing-field" | "no-goal" => words.say(ids::WEB_ANSWER_THIS),
        "wrong-type" if number => words.say(ids::WEB_WRITE_A_NUMBER),
        _ => {
            let text = match &error.asks {
                Some(asks) => words.say(said!(WEB_WRITE, what = (**asks).clone())),
                None => words.say(error.message.clone()),
            };
            sentence(&text, words)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::input::questions;
    use crate::domain::message::Messages;

    #[test]
    fn messages_are_sentences() {
        let words = |lang| Words { messages: &Messages::BUILTIN, lang };
        let range = InputError::out_of_range("/x", &0.into(), said!(ASKS_WHOLE_NUMBER, from = 1, to = 9));
        assert_eq!(message(&range, words(Lang::En)), "Write a whole number from 1 to 9.");
        assert_eq!(message(&range, words(Lang::Fr)), "Écrivez un nombre entier de 1 à 9.");
        assert_eq!(
            sentence("unknown city `Londn`; did you mean `London`?", words(Lang::En)),
            "Unknown city “Londn”; did you mean “London”?"
        );
    }

    #[test]
    fn fields_become_a_question_and_faults_find_their_field() {
        let fields = Fields(
            [
                ("annual_budget.amount", "60 000"),
                ("annual_budget.currency", "EUR"),
                ("team.agency", "on"),
                ("goals", "retention"),
                ("goals", "awareness"),
                ("secondary", "awareness"),
                ("employees", " "),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec(),
        );
        assert_eq!(
            read(&fields, questions::PROFILE, &Habits::of(Lang::En)),
            json!({
                "annual_budget": {"amount": 60000, "currency": "EUR"},
                "team": {"agency": true},
                "goals": ["retention", {"goal": "awareness", "priority": "secondary"}],
            })
        );
        let errors = [InputError::new("/annual_budget/amount", "out-of-range", ids::ASKS_ANY_NUMBER)];
        let form = with_faults(
            &fields,
            &errors,
            &names(questions::PROFILE, false),
            Words { messages: &Messages::BUILTIN, lang: Lang::En },
        );
        assert_eq!(form.errors["annual_budget.amount"], "A number.");
        assert_eq!(form.summary[0].field.as_deref(), Some("annual_budget.amount"));
    }

    #[test]
    fn what_a_form_begins_with_says_nothing_alone_and_percent_become_shares() {
        let fields = Fields(
            [
                ("annual_budget.currency", "EUR"),
                ("against.period", "year"),
                ("against.payments", "12"),
                ("fte", "80"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec(),
        );
        assert_eq!(read(&fields, questions::PROFILE, &Habits::of(Lang::En)), json!({}));
        assert_eq!(read(&fields, questions::OFFER, &Habits::of(Lang::En)), json!({"fte": 0.8}));
    }
}

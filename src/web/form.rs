//! Forms, made from the descriptions of the fields: what they show, the JSON question that they ask (the one that command
//! line and API take too), and its faults back beside the inputs.

use serde_json::{Map, Value, json};

use super::visit::Fields;
use crate::app::App;
use crate::domain::input::amount::{self, Habits};
use crate::domain::input::fault::InputError;
use crate::domain::input::field::{Face, Field, Kind, Unit};
use crate::domain::iso;
use crate::domain::text::Lang;
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
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
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
    /// The values to choose from, each with its name; none where the value is typed.
    fn options(&self, field: &Field) -> Vec<[String; 2]> {
        let toolkit = self.app.toolkit();
        let name = |group: &str, id: &str| toolkit.name(group, id, self.lang).to_owned();
        let capital = |text: String| {
            let mut chars = text.chars();
            chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
        };
        let pay = self.pay.as_ref();
        match field.kind {
            Kind::Choice(choice) => {
                choice.ids.iter().map(|id| [(*id).to_owned(), name(choice.labels, id)]).collect()
            }
            Kind::YesNo => match self.lang {
                Lang::Fr => [["yes", "Oui"], ["no", "Non"]],
                Lang::En => [["yes", "Yes"], ["no", "No"]],
            }
            .map(|pair| pair.map(str::to_owned))
            .to_vec(),
            Kind::Role => {
                // Their order says which come first to mind.
                let jobs = ["community-manager", "social-media-manager", "hybrid", "content-manager"];
                jobs.iter().map(|id| [(*id).to_owned(), capital(name("job", id))]).collect()
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
    fn input(&self, outer: &str, field: &Field) -> Option<Value> {
        let name = named(outer, field);
        let inner: Vec<&Field> = field.fields().iter().filter(|field| !field.is_absent(Face::Form)).collect();
        if !inner.is_empty() {
            let mut inputs: Vec<Value> = inner.iter().filter_map(|field| self.input(&name, field)).collect();
            if matches!(field.kind, Kind::FlagOr(_)) {
                inputs.insert(
                    0,
                    json!({ "control": "tick", "name": name, "label": field.label.get(self.lang) }),
                );
            }
            // What is ticked has the label; the group around it says what it is about.
            let label = if matches!(field.kind, Kind::FlagOr(_)) { field.echoed() } else { field.label };
            return Some(
                json!({ "control": "group", "name": name, "label": label.get(self.lang), "inputs": inputs }),
            );
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
        let short = !mode.is_empty() && field.unit != Unit::Money;
        Some(json!({
            "control": control,
            "name": name,
            "label": field.label.get(self.lang),
            "hint": field.hint.get(self.lang),
            "mode": mode,
            "short": short,
            "unit": if percent { "%" } else { "" },
            "none": field.no_choice().get(self.lang),
            "fallback": fallback,
            "options": options,
        }))
    }

    /// The inputs of some fields by the part of the form in which they stand.
    fn parts(&self, fields: &[Field]) -> Value {
        let mut parts = Map::new();
        for field in fields.iter().filter(|field| !field.part.is_empty() && !field.is_absent(Face::Form)) {
            let Some(input) = self.input("", field) else { continue };
            if let Value::Array(part) = parts.entry(field.part).or_insert_with(|| json!([])) {
                part.push(input);
            }
        }
        Value::Object(parts)
    }
}

/// A form as templates show it: its inputs, what was typed, and what is wrong with it.
pub(super) fn shown(app: &App, sent: &Fields, errors: &[InputError], fields: &[Field], lang: Lang) -> Value {
    let choices = Choices {
        app,
        pay: app.toolkit().pay_choices(lang).ok(),
        country: sent.get("country").unwrap_or(""),
        lang,
    };
    let mut names = names(fields, false);
    // An input, and no field of a question.
    names.push("file".to_owned());
    let mut form = with_faults(sent, errors, &names, lang);
    form["parts"] = choices.parts(fields);
    form["default_country"] = json!(app.toolkit().default_country());
    form["cities"] = json!(choices.pay.as_ref().map(|pay| &pay.cities));
    form
}

/// What was typed, and what is wrong with it.
fn with_faults<N: AsRef<str>>(sent: &Fields, errors: &[InputError], names: &[N], lang: Lang) -> Value {
    let mut by_field = Map::new();
    let mut summary = Vec::new();
    for error in errors {
        let place = error.pointer.trim_start_matches('/').replace('/', ".");
        // The longest field name that the place begins with: `/goals/3/priority` is in the field `goals`.
        let name = names
            .iter()
            .map(AsRef::as_ref)
            .filter(|name| {
                place == *name || place.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
            })
            .max_by_key(|name| name.len());
        let message = message(error, lang);
        if let Some(name) = name {
            by_field.entry(name.to_owned()).or_insert_with(|| json!(message));
        }
        let entry = json!({ "field": name, "message": message });
        if !summary.contains(&entry) {
            summary.push(entry);
        }
    }
    json!({ "values": sent.values(), "errors": by_field, "summary": summary })
}

/// What is wrong, for people who see a form and no JSON.
fn message(error: &InputError, lang: Lang) -> String {
    // What is asked for in words of its own, such as a share of full time, is asked for in them.
    let number = error.asks.as_ref().is_none_or(|asks| asks.fr.starts_with("un nombre"));
    let text = match (error.code, lang) {
        ("missing-field" | "no-goal", Lang::Fr) => "Répondez à cette question.",
        ("missing-field" | "no-goal", Lang::En) => "Answer this question.",
        ("wrong-type", Lang::Fr) if number => "Écrivez un nombre seul, en chiffres, par exemple 2050.",
        ("wrong-type", Lang::En) if number => "Write a number alone, in digits, for example 2050.",
        _ => {
            let asked = error.asks.as_ref().map(|asks| match lang {
                Lang::Fr => format!("écrivez {}", &*asks.fr),
                Lang::En => format!("write {}", &*asks.en),
            });
            return sentence(asked.as_deref().unwrap_or(error.message.get(lang)), lang);
        }
    };
    text.to_owned()
}

/// A message of the API as a sentence.
fn sentence(text: &str, lang: Lang) -> String {
    // Names between backticks are quoted as people quote.
    let quotes = if lang == Lang::Fr { ["«\u{a0}", "\u{a0}»"] } else { ["“", "”"] };
    let mut quoted = String::with_capacity(text.len() + 8);
    for (at, piece) in text.split('`').enumerate() {
        if at > 0 {
            quoted.push_str(quotes[(at + 1) % 2]);
        }
        quoted.push_str(piece);
    }
    let mut chars = quoted.chars();
    let first: String = chars.next().map_or(String::new(), |first| first.to_uppercase().collect());
    let end = if quoted.ends_with(['.', '?', '!', ')']) { "" } else { "." };
    format!("{first}{}{end}", chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::input::questions;

    #[test]
    fn messages_are_sentences() {
        let given = serde_json::Number::from(0);
        let range =
            InputError::out_of_range("/x", &given, "un nombre de 1 à 9", "a whole number from 1 to 9");
        assert_eq!(message(&range, Lang::En), "Write a whole number from 1 to 9.");
        assert_eq!(message(&range, Lang::Fr), "Écrivez un nombre de 1 à 9.");
        assert_eq!(
            sentence("unknown city `Londn`; did you mean `London`?", Lang::En),
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
        let errors = [InputError::new("/annual_budget/amount", "out-of-range", "trop", "too much")];
        let form = with_faults(&fields, &errors, &names(questions::PROFILE, false), Lang::En);
        assert_eq!(form["errors"]["annual_budget.amount"], "Too much.");
        assert_eq!(form["summary"][0]["field"], "annual_budget.amount");
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

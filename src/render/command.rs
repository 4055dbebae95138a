//! A question as the command that asks it: what the next steps of an answer show on a terminal.

use serde_json::{Map, Value};

use crate::domain::input::field::{Face, Field, Kind};
use crate::domain::input::questions;
use crate::domain::next::Question;
use crate::domain::vocab::Role;

/// The command that asks a question. What is needed and not known stands in capitals, for whoever reads it to replace; a
/// recommendation asks for what is open.
#[must_use]
pub fn command(question: Question, with: &Value) -> String {
    let mut words = vec!["rolecall".to_owned(), question.id().to_owned()];
    if question == Question::Recommend {
        words.push("--interview".to_owned());
    }
    if let Value::Object(with) = with {
        options(questions::of(question), with, &mut words);
        // The interview asks for what a recommendation needs.
        let open = questions::of(question)
            .iter()
            .filter(|field| question != Question::Recommend && field.required());
        for option in open.filter(|field| !with.contains_key(field.name)).filter_map(|field| field.option) {
            words.push(format!("--{} {}", option.long, option.value));
        }
    }
    words.join(" ")
}

fn options(fields: &'static [Field], with: &Map<String, Value>, words: &mut Vec<String>) {
    for field in fields.iter().filter(|field| !field.is_absent(Face::Option)) {
        let Some(value) = with.get(field.name) else { continue };
        // What the question takes for granted need not be written.
        if !field.required() && !field.fallback.is_empty() && text(value) == field.fallback {
            continue;
        }
        match (field.option, value) {
            (Some(option), Value::Bool(true)) => words.push(format!("--{}", option.long)),
            (_, Value::Bool(false)) => {}
            (Some(option), Value::Array(list)) => {
                let list: Vec<String> = list.iter().map(goal).collect();
                words.push(format!("--{} {}", option.long, quoted(&list.join(","))));
            }
            (Some(option), Value::Object(object)) if matches!(field.kind, Kind::Object(_)) => {
                let part = |name: &str| object.get(name).map_or(String::new(), text);
                words.push(format!(
                    "--{} {}",
                    option.long,
                    quoted(&format!("{}{}", part("amount"), part("currency")))
                ));
            }
            (_, Value::Object(object)) => options(field.fields(), object, words),
            (Some(option), value) if matches!(field.kind, Kind::Role) => {
                let role = text(value);
                let short = Role::find(&role).map_or_else(|| role.clone(), |role| role.alias().to_owned());
                words.push(format!("--{} {short}", option.long));
            }
            (Some(option), value) => words.push(format!("--{} {}", option.long, quoted(&text(value)))),
            (None, _) => {}
        }
    }
}

/// A goal with its priority, as the option takes it.
fn goal(value: &Value) -> String {
    match (value["goal"].as_str(), value["priority"].as_str()) {
        (Some(goal), Some(priority)) => format!("{goal}:{priority}"),
        (Some(goal), None) => goal.to_owned(),
        _ => text(value),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A word for a shell.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.,:/+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_question_becomes_a_command() {
        let salary = json!({ "role": "cm", "level": "mid", "country": "FR", "city": "Le Havre" });
        assert_eq!(
            command(Question::Salary, &salary),
            "rolecall salary --role cm --level mid --country FR --city 'Le Havre'"
        );
        assert_eq!(
            command(
                Question::Offer,
                &json!({ "role": "smm", "currency": "EUR", "period": "year", "payments": 12 })
            ),
            "rolecall offer --role smm --period year --currency EUR --amount AMOUNT"
        );
        let profile = json!({
            "presence_stage": "growing",
            "goals": [{ "goal": "retention", "priority": "secondary" }, "seo"],
            "annual_budget": { "amount": 45000, "currency": "EUR" },
            "workload": { "channels": 3 },
            "team": { "agency": true },
        });
        assert_eq!(
            command(Question::Recommend, &profile),
            "rolecall recommend --interview --stage growing --goal retention:secondary,seo --budget 45000EUR --agency \
             --channels 3"
        );
    }
}

//! What to ask next, as links: the questions that an answer names become addresses of our pages.

use serde::Serialize;
use serde_json::Value;

use super::visit::{Fields, Visit};
use crate::domain::next::{NextStep, Question};

/// A question to ask next, and where.
#[derive(Serialize)]
pub(super) struct Link<'a> {
    text: &'a str,
    href: String,
}

/// The steps of an answer as links. They lead out of a frame: few of our pages may be framed.
pub(super) fn links<'a>(visit: &Visit, steps: &'a [NextStep]) -> Vec<Link<'a>> {
    steps.iter().map(|step| Link { text: &step.text, href: href(visit, step) }).collect()
}

fn href(visit: &Visit, step: &NextStep) -> String {
    let path = match step.question {
        Question::Recommend => "hire",
        Question::Salary => "pay",
        Question::Offer => "offer",
        Question::Cost => "cost",
        Question::Draft => "draft",
        Question::Audit => "audit",
        Question::Compare => "compare",
    };
    let mut fields = Fields::default();
    add("", &step.with, &mut fields);
    if visit.dated {
        fields = fields.with("as_of", &visit.asking.as_of.to_string());
    }
    format!("/{}/{path}{}", visit.lang, fields.query())
}

/// Adds a value under a name, as the forms have it: fields inside fields have dots, a brief has no name of its own.
fn add(name: &str, value: &Value, fields: &mut Fields) {
    let mut put = |name: &str, value: &str| fields.0.push((name.to_owned(), value.to_owned()));
    match value {
        Value::Null => {}
        Value::Bool(yes) => put(name, if *yes { "on" } else { "no" }),
        Value::String(text) => put(name, text),
        Value::Number(number) => put(name, &number.to_string()),
        Value::Array(list) => list.iter().for_each(|item| add(name, item, fields)),
        Value::Object(map) => match (map.get("goal").and_then(Value::as_str), map.get("priority")) {
            (Some(goal), priority) => {
                put(name, goal);
                if priority.and_then(Value::as_str) == Some("secondary") {
                    put("secondary", goal);
                }
            }
            (None, _) => {
                for (inner, value) in map {
                    let inner = if name.is_empty() || name == "brief" {
                        inner.clone()
                    } else {
                        format!("{name}.{inner}")
                    };
                    add(&inner, value, fields);
                }
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_question_becomes_the_fields_of_its_form() {
        let mut fields = Fields::default();
        let goals = json!([{ "goal": "retention", "priority": "secondary" }, "seo"]);
        add(
            "",
            &json!({ "role": "cm", "brief": { "place": { "country": "FR" }, "goals": goals }, "gross": 34030 }),
            &mut fields,
        );
        fields.0.sort();
        assert_eq!(
            fields.query(),
            "?goals=retention&goals=seo&gross=34030&place.country=FR&role=cm&secondary=retention"
        );
    }
}

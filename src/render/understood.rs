//! A question as it was understood, field by field: what reports and pages repeat to whoever asked it. Which fields there
//! are and how they are called, their descriptions say; how a value is written, the macro `said` of the templates.

use serde_json::{Map, Value, json};

use crate::domain::input::field::{Face, Field, Kind, Unit};
use crate::domain::input::questions;
use crate::domain::message::Words;

/// How a question is repeated.
struct Reading<'m> {
    /// Whether fields are said that mean something under French law only.
    french: bool,
    words: Words<'m>,
}

/// The fields that were given, in their order: name, label, what sort of value it is, the value. `french`: with those that
/// mean something under French law only.
pub(super) fn understood(question: &str, given: &Value, french: bool, words: Words<'_>) -> Vec<Value> {
    let known = questions::ALL.iter().find(|(name, _)| *name == question);
    let mut said = Vec::new();
    if let (Some((_, fields)), Value::Object(map)) = (known, given) {
        add("", fields, map, &Reading { french, words }, &mut said);
    }
    said
}

fn add(
    outer: &str,
    fields: &'static [Field],
    map: &Map<String, Value>,
    reading: &Reading<'_>,
    said: &mut Vec<Value>,
) {
    // Where the region is not said on its own, the country says the whole place.
    let region = fields.iter().find(|field| matches!(field.kind, Kind::Region));
    let whole_place = region.is_some_and(|region| region.is_absent(Face::Echo));
    for field in
        fields.iter().filter(|field| !field.is_absent(Face::Echo) && (reading.french || !field.french))
    {
        let Some(value) = map.get(field.name).filter(|value| !value.is_null()) else { continue };
        let budget = field.fields().iter().all(|inner| inner.is_absent(Face::Echo));
        let (sort, labels, value) = match (field.kind, value) {
            (Kind::Object(_) | Kind::FlagOr(_), Value::Object(inner)) if !budget => {
                add(field.name, field.fields(), inner, reading, said);
                continue;
            }
            (Kind::Object(_), value) => ("money", "", value.clone()),
            (Kind::Country, _) if whole_place => ("place", "", Value::Object(map.clone())),
            (Kind::Country, value) => ("country", "", value.clone()),
            (Kind::Region, value) => ("region", "", value.clone()),
            (Kind::Choice(choice), value) => ("choice", choice.labels, value.clone()),
            (Kind::Role, value) => ("role", "", value.clone()),
            (Kind::Flag | Kind::YesNo | Kind::FlagOr(_), value) => ("yes-no", "", value.clone()),
            (Kind::Goals { .. }, value) => ("goals", "", value.clone()),
            (Kind::Whole { .. } | Kind::Number { .. }, value) => (unit(field.unit), "", value.clone()),
            (_, value) => ("text", "", value.clone()),
        };
        let name = if outer.is_empty() { field.name.to_owned() } else { format!("{outer}.{}", field.name) };
        said.push(json!({
            "name": name,
            "part": field.part,
            "label": field.echoed().map(|label| reading.words.get(label)),
            "sort": sort,
            "labels": labels,
            "value": value,
        }));
    }
}

const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "count",
        Unit::People => "people",
        Unit::Percent => "percent",
        Unit::Share => "share",
        Unit::Money => "amount",
        Unit::MoneyAMonth => "amount-a-month",
        Unit::Number => "text",
    }
}

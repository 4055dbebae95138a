//! Forms: fields → the JSON question that CLI and API ask too, and its faults back beside the fields.

use serde_json::{Map, Value, json};

use super::visit::Fields;
use crate::domain::input::fault::InputError;
use crate::domain::text::Lang;

/// How a field is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As it is.
    Text,
    /// A number, as people write them: `32 000`, `1 867,02 €`.
    Number,
    /// `yes` or `no`; nothing when not answered.
    Choice,
    /// A box: true when ticked, nothing otherwise.
    Tick,
    /// A list, one item a line.
    Lines,
}

/// A field and where its value goes: dots in the name are levels of the question.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
}

/// A field.
pub(super) const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind }
}

/// The names of some fields.
pub(super) fn names(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().map(|field| field.name).collect()
}

/// Leaves country and region out of a question that names a city: the city says both, and a country left at its default
/// must not contradict it.
pub(super) fn city_wins(question: &mut Value) {
    if let Some(map) = question.as_object_mut()
        && map.contains_key("city")
    {
        map.remove("country");
        map.remove("region");
    }
}

/// A number as people write it; none where it is something else, which the reader of the question then says.
fn number(text: &str) -> Option<Value> {
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '€' | '$' | '£' | '%' | '\'' | '’'))
        .collect();
    // One comma is a decimal mark unless three digits follow it; several commas, or a comma before a point, group.
    let commas = bare.matches(',').count();
    let groups = commas > 1
        || commas == 1
            && (bare.contains('.')
                || bare.rsplit(',').next().is_some_and(|tail| tail.len() == 3 && !bare.starts_with("0,")));
    let plain = if groups { bare.replace(',', "") } else { bare.replace(',', ".") };
    // 32.000 and 1.234.567 are thousands where people write commas for decimals.
    let points = plain.matches('.').count();
    let plain = if points > 1 { plain.replace('.', "") } else { plain };
    if let Ok(whole) = plain.parse::<i64>() {
        return Some(json!(whole));
    }
    plain.parse::<f64>().ok().filter(|value| value.is_finite()).map(|value| json!(value))
}

/// The question that some fields ask. What is empty is left out; what cannot be read stays as it is, so that the reader
/// of the question says what is wrong with it.
pub(super) fn question(fields: &Fields, spec: &[Field]) -> Value {
    let mut question = Value::Object(Map::new());
    for Field { name, kind } in spec {
        let Some(text) = fields.get(name) else { continue };
        let value = match kind {
            Kind::Text => json!(text),
            Kind::Number => number(text).unwrap_or_else(|| json!(text)),
            Kind::Choice | Kind::Tick => match text {
                "yes" | "on" | "true" => json!(true),
                "no" | "false" => json!(false),
                other => json!(other),
            },
            Kind::Lines => {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                json!(lines.collect::<Vec<_>>())
            }
        };
        put(&mut question, name, value);
    }
    question
}

/// Sets a value at a name with dots.
pub(super) fn put(question: &mut Value, name: &str, value: Value) {
    let mut place = question;
    for part in name.split('.') {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = &mut place[part];
    }
    *place = value;
}

/// A form as templates show it: what was typed, and what is wrong with it.
pub(super) fn shown(fields: &Fields, errors: &[InputError], names: &[&str], lang: Lang) -> Value {
    let mut by_field = Map::new();
    let mut summary = Vec::new();
    for error in errors {
        let place = error.pointer.trim_start_matches('/').replace('/', ".");
        // The longest field name that the place begins with: `/goals/3/priority` is in the field `goals`.
        let name = names
            .iter()
            .filter(|name| {
                place == **name || place.strip_prefix(*name).is_some_and(|rest| rest.starts_with('.'))
            })
            .max_by_key(|name| name.len());
        let message = message(error, lang);
        if let Some(name) = name {
            by_field.entry((*name).to_owned()).or_insert_with(|| json!(message));
        }
        let entry = json!({ "field": name, "message": message });
        if !summary.contains(&entry) {
            summary.push(entry);
        }
    }
    json!({ "values": fields.values(), "errors": by_field, "summary": summary })
}

/// What is wrong, for people who see a form and no JSON.
fn message(error: &InputError, lang: Lang) -> String {
    let text = match (error.code, lang) {
        ("missing-field" | "no-goal", Lang::Fr) => "Répondez à cette question.",
        ("missing-field" | "no-goal", Lang::En) => "Answer this question.",
        ("wrong-type", Lang::Fr) => "Écrivez un nombre seul, en chiffres, par exemple 2050.",
        ("wrong-type", Lang::En) => "Write a number alone, in digits, for example 2050.",
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

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("32000", json!(32000)),
            ("32 000", json!(32000)),
            ("32\u{202f}000 €", json!(32000)),
            ("1 867,02", json!(1867.02)),
            ("$45,500", json!(45500)),
            ("45,500.50", json!(45500.5)),
            ("1.234.567", json!(1_234_567)),
            ("0,5", json!(0.5)),
            ("-3", json!(-3)),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in ["abc", "", "1e999", "12 k"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

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
            [("budget.amount", "60 000"), ("agency", "on"), ("tools", "a\n\n b "), ("empty", " ")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec(),
        );
        let spec = [
            field("budget.amount", Kind::Number),
            field("agency", Kind::Tick),
            field("tools", Kind::Lines),
            field("empty", Kind::Text),
        ];
        assert_eq!(
            question(&fields, &spec),
            json!({"budget": {"amount": 60000}, "agency": true, "tools": ["a", "b"]})
        );
        let errors = [InputError::new("/budget/amount", "out-of-range", "trop", "too much")];
        let form = shown(&fields, &errors, &["budget.amount", "budget"], Lang::En);
        assert_eq!(form["errors"]["budget.amount"], "Too much.");
        assert_eq!(form["summary"][0]["field"], "budget.amount");
    }
}

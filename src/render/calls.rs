//! The messages that a template asks for: `t("id", place=value)`, read from its text, so that an unknown id or place is
//! found before anybody comes to the line that has it.

use crate::domain::message::Message;
use crate::domain::suggest::nearest;

/// One call of `t` in a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Call<'t> {
    /// The line, from 1.
    pub(super) line: usize,
    /// The id, where it is written out.
    pub(super) id: Option<&'t str>,
    /// The names of the places that are given.
    pub(super) places: Vec<&'t str>,
}

/// Every call in a template.
#[must_use]
pub(super) fn calls(template: &str) -> Vec<Call<'_>> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let starts = template.match_indices("t(").filter(|(at, _)| !template[..*at].ends_with(is_name));
    starts
        .map(|(at, call)| {
            let line = 1 + template[..at].matches('\n').count();
            let mut arguments = arguments(&template[at + call.len()..]).into_iter();
            let first = arguments.next().unwrap_or("").trim();
            let id = first.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            let places = arguments.filter_map(|given| given.split_once('=')).map(|(name, _)| name.trim());
            Call { line, id, places: places.collect() }
        })
        .collect()
}

/// The arguments of a call up to its closing parenthesis.
fn arguments(text: &str) -> Vec<&str> {
    let (mut depth, mut quote, mut from) = (0usize, None, 0);
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')') if depth == 0 => {
                found.push(&text[from..at]);
                return found;
            }
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                found.push(&text[from..at]);
                from = at + 1;
            }
            // Inside a quotation, or a letter like any other.
            _ => {}
        }
    }
    found
}

/// What is wrong with the calls of a template, each with its line.
#[must_use]
pub(super) fn faults(template: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for call in calls(template) {
        let Some(id) = call.id else {
            found.push((
                call.line,
                "asks for a message by a name that is worked out; write its id".to_owned(),
            ));
            continue;
        };
        let Some(message) = Message::find(id) else {
            let near = nearest(id, Message::all().map(Message::id));
            let hint = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            found.push((call.line, format!("there is no message `{id}`{hint}")));
            continue;
        };
        let missing = message.places.iter().filter(|place| !call.places.contains(place));
        found.extend(missing.map(|place| (call.line, format!("message `{id}` needs `{place}=…`"))));
        let unknown = call.places.iter().filter(|place| !message.places.contains(place));
        found.extend(unknown.map(|place| (call.line, format!("message `{id}` has no place `{place}`"))));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_read_with_their_places() {
        let found = calls(
            "a {{ t(\"x\") }}\n{% set y = t(\"z\", n=f(1, \"a,)b\"), of={\"k\": 2}) %}{{ cut(1) }}{{ t(id) }}",
        );
        let call = |line, id, places: &[&'static str]| Call { line, id, places: places.to_vec() };
        assert_eq!(found, [call(1, Some("x"), &[]), call(2, Some("z"), &["n", "of"]), call(2, None, &[])]);
    }

    #[test]
    fn a_wrong_call_is_told_with_its_line() {
        let told: Vec<String> = faults("\n{{ t(\"percnt\", n=1) }}{{ t(\"percent\", m=1) }}{{ t(x) }}")
            .into_iter()
            .map(|(line, reason)| format!("{line}: {reason}"))
            .collect();
        assert_eq!(
            told,
            [
                "2: there is no message `percnt`; did you mean `percent`?",
                "2: message `percent` needs `n=…`",
                "2: message `percent` has no place `m`",
                "2: asks for a message by a name that is worked out; write its id",
            ]
        );
    }
}

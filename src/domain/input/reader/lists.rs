//! Lists: short texts, languages, goals.

use serde_json::Value;

use super::{Reader, wrong};
use crate::domain::input::fault::{InputError, MOST_FAULTS};
use crate::domain::input::field::Kind;
use crate::domain::input::questions::{GOAL, LANGUAGE, MOST};
use crate::domain::message::{ids, said};
use crate::domain::vocab::{Priority, UnknownValue};

impl<'v> Reader<'v, '_> {
    /// The items of a list, each with its pointer; too many are a fault where there is a limit.
    fn items(&mut self, name: &str, limited: bool) -> Vec<(String, &'v Value)> {
        let Some((value, field)) = self.given(name) else { return Vec::new() };
        let at = self.at(name);
        let Some(list) = value.as_array() else {
            let goals = matches!(field.kind, Kind::Goals { .. });
            let asks = if goals { ids::ASKS_GOALS } else { ids::ASKS_LIST };
            self.errors.push(InputError::wrong_type(at, value, asks));
            return Vec::new();
        };
        if limited && list.len() > MOST {
            self.errors.push(wrong(at, said!(FAULT_MOST_ITEMS, most = MOST)));
            return Vec::new();
        }
        list.iter().enumerate().map(|(index, item)| (format!("{at}/{index}"), item)).collect()
    }

    /// A list of short texts; blank ones are left out.
    pub(in crate::domain) fn lines(&mut self, name: &str) -> Vec<String> {
        self.lines_with_places(name).into_iter().map(|(_, line)| line).collect()
    }

    /// The same, each with its pointer.
    pub(in crate::domain) fn lines_with_places(&mut self, name: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for (pointer, item) in self.items(name, true) {
            match item.as_str() {
                Some(text) => {
                    found.extend(self.clean(pointer.clone(), text).map(|line| (pointer, line)));
                }
                None => self.errors.push(InputError::wrong_type(pointer, item, ids::ASKS_TEXT)),
            }
        }
        found
    }

    /// A list of missions, by their ids.
    pub(in crate::domain) fn missions(&mut self, name: &str) -> Vec<String> {
        let lines = self.lines_with_places(name);
        for (pointer, id) in &lines {
            if let Some(known) = self.known.missions.filter(|known| !known.contains(&id.as_str())) {
                let error = UnknownValue::new("mission", id, known.iter().copied());
                self.errors.push(InputError::unknown(pointer.clone(), "unknown-value", &error));
            }
        }
        lines.into_iter().map(|(_, id)| id).collect()
    }

    /// A list of languages, each with its level where one is given.
    pub(in crate::domain) fn languages<T: std::str::FromStr<Err = UnknownValue>>(
        &mut self,
        name: &str,
    ) -> Vec<(String, Option<T>)> {
        let mut found = Vec::new();
        for (pointer, item) in self.items(name, true) {
            if let Some(text) = item.as_str() {
                found.extend(self.clean(pointer, text).map(|text| with_level(&text)));
                continue;
            }
            let read = self.inner(item, &pointer, LANGUAGE, |inner| {
                let level = inner.choice("level");
                inner.line("language").map(|language| (language, level))
            });
            found.extend(read);
        }
        found
    }

    /// The goals, each with its priority, in the order given.
    pub(in crate::domain) fn goals(&mut self, name: &str) -> Vec<(&'v str, Priority)> {
        let any = matches!(self.field(name).map(|field| field.kind), Some(Kind::Goals { any: true }));
        let items = self.items(name, !any);
        if any && items.is_empty() && self.get(name).is_some_and(Value::is_array) {
            let at = self.at(name);
            self.errors.push(InputError::new(at, "no-goal", ids::FAULT_LIST_GOALS_EMPTY_NAME_LEAST));
        }
        let total = items.len();
        let mut found = Vec::new();
        for (position, (pointer, item)) in items.into_iter().enumerate() {
            if self.errors.len() >= MOST_FAULTS {
                // What is wrong with the rest is not worth finding out: it is counted as faults that are not listed.
                self.errors.leave_out(total - position);
                break;
            }
            match item {
                Value::Object(_) => found.extend(self.inner(item, &pointer, GOAL, |inner| {
                    let goal = inner.text("goal").and_then(|id| inner.goal(inner.at("goal"), id));
                    let priority = inner.choice("priority").unwrap_or(Priority::Primary);
                    goal.map(|goal| (goal, priority))
                })),
                Value::String(id) => {
                    found.extend(self.goal(pointer, id).map(|goal| (goal, Priority::Primary)));
                }
                _ => self.errors.push(InputError::wrong_type(pointer, item, ids::ASKS_GOAL)),
            }
        }
        found
    }

    /// A goal that the catalogue knows.
    fn goal(&mut self, pointer: String, id: &'v str) -> Option<&'v str> {
        match self.known.goals.map(|goals| goals.resolve(id)) {
            Some(Err(error)) => {
                self.errors.push(InputError::unknown(pointer, "unknown-value", &error));
                None
            }
            _ => Some(id),
        }
    }
}

/// A language and its level, as one line writes both: `anglais B2`, `English (C1)`, `German: A2`.
fn with_level<T: std::str::FromStr>(text: &str) -> (String, Option<T>) {
    let mark = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | ',' | '-' | '–');
    let bare = text.trim_end_matches(mark);
    let found = bare.rsplit_once(mark).and_then(|(language, level)| {
        let level = level.to_uppercase().parse().ok()?;
        Some((language.trim_end_matches(mark).to_owned(), level))
    });
    match found {
        Some((language, level)) if !language.is_empty() => (language, Some(level)),
        _ => (text.to_owned(), None),
    }
}

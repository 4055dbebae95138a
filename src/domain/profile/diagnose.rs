//! What is wrong with a profile, all of it, in words: field by field, with the place and the remedy.

use serde_json::{Map, Value};

use super::{
    Country, FIELDS, MAX_AGREEMENT, MAX_AMOUNT, MAX_COUNT, Region, TEAM_FIELDS, WORKLOAD_FIELDS, currency,
    whole,
};
use crate::domain::goal::GoalIndex;
use crate::domain::input::fault::{Code, Faults, InputError, MOST_FAULTS, token};
use crate::domain::vocab::{Market, Priority, Stage, UnknownValue};

/// Lists everything wrong with a profile, up to [`MOST_FAULTS`]; empty when it can be read.
///
/// `complete` says whether stage and goals are required (a recommendation) or may be missing (an interview).
#[must_use]
pub fn diagnose(value: &Value, goals: &GoalIndex, complete: bool) -> Vec<InputError> {
    let mut walk = Walk { goals, errors: Faults::default() };
    walk.profile(value, complete);
    walk.errors.into_list()
}

struct Walk<'c> {
    goals: &'c GoalIndex,
    errors: Faults,
}

/// A whole number, with or without a point.
fn natural(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| whole(value.as_f64()?))
}

impl Walk<'_> {
    fn wrong_type(&mut self, pointer: &str, value: &Value, fr: &str, en: &str) {
        self.errors.push(InputError::wrong_type(pointer, value, fr, en));
    }

    fn object<'v>(
        &mut self,
        pointer: &str,
        value: &'v Value,
        fields: &[&str],
    ) -> Option<&'v Map<String, Value>> {
        let Value::Object(map) = value else {
            self.wrong_type(pointer, value, "un objet", "an object");
            return None;
        };
        for key in map.keys().filter(|key| !fields.contains(&key.as_str())) {
            self.errors.note(|| {
                let error = UnknownValue::new("field", key, fields.iter().copied());
                let at = format!("{pointer}/{}", token(key));
                InputError::unknown(at, "unknown-field", "champ inconnu", &error)
            });
        }
        Some(map)
    }

    fn profile(&mut self, value: &Value, complete: bool) {
        let Some(map) = self.object("", value, &FIELDS) else { return };
        let given = |field: &str| map.get(field).filter(|value| !value.is_null());
        if complete {
            for field in ["presence_stage", "goals"].into_iter().filter(|field| given(field).is_none()) {
                let (fr, en) = if field == "goals" {
                    ("indiquez au moins un objectif".to_owned(), "name at least one goal".to_owned())
                } else {
                    let accepted = Stage::IDS.join(", ");
                    (format!("valeurs acceptées\u{a0}: {accepted}"), format!("accepted: {accepted}"))
                };
                self.errors.push(InputError::new(
                    format!("/{field}"),
                    "missing-field",
                    format!("le champ «\u{a0}{field}\u{a0}» manque\u{202f}; {fr}"),
                    format!("field `{field}` is missing; {en}"),
                ));
            }
        }
        if let Some(value) = given("presence_stage") {
            self.vocabulary("/presence_stage", value, "stade de présence inconnu", |id| {
                id.parse::<Stage>().err()
            });
        }
        if let Some(value) = given("market") {
            self.vocabulary("/market", value, "marché inconnu", |id| id.parse::<Market>().err());
        }
        if let Some(value) = given("goals") {
            self.goal_list(value);
        }
        self.count("/employees", given("employees"), 1);
        self.count("/max_hires", given("max_hires"), 0);
        self.count_to("/agreement", given("agreement"), 1, MAX_AGREEMENT);
        self.place(given("country"), given("region"));
        if let Some(map) =
            given("annual_budget").and_then(|v| self.object("/annual_budget", v, &["amount", "currency"]))
        {
            self.money(map);
        }
        if let Some(map) = given("team").and_then(|v| self.object("/team", v, &TEAM_FIELDS)) {
            for field in &TEAM_FIELDS[..2] {
                self.count(&format!("/team/{field}"), map.get(*field), 0);
            }
            if let Some(value) = map.get("agency").filter(|value| !value.is_boolean() && !value.is_null()) {
                self.wrong_type("/team/agency", value, "true ou false", "true or false");
            }
        }
        if let Some(map) = given("workload").and_then(|v| self.object("/workload", v, &WORKLOAD_FIELDS)) {
            for field in WORKLOAD_FIELDS {
                self.count(&format!("/workload/{field}"), map.get(field), 0);
            }
        }
    }

    fn vocabulary(
        &mut self,
        pointer: &str,
        value: &Value,
        fr: &str,
        parse: impl Fn(&str) -> Option<UnknownValue>,
    ) {
        match value {
            Value::String(id) => {
                if let Some(error) = parse(id) {
                    self.errors.push(InputError::unknown(pointer, "unknown-value", fr, &error));
                }
            }
            other => self.wrong_type(pointer, other, "un texte", "a string"),
        }
    }

    fn goal_list(&mut self, value: &Value) {
        let Value::Array(list) = value else {
            return self.wrong_type("/goals", value, "une liste d’objectifs", "a list of goals");
        };
        if list.is_empty() {
            self.errors.push(InputError::new(
                "/goals",
                "no-goal",
                "la liste des objectifs est vide\u{202f}; indiquez-en au moins un (voir «\u{a0}rolecall goals\u{a0}» ou GET /v1/goals)",
                "the list of goals is empty; name at least one (see `rolecall goals` or GET /v1/goals)",
            ));
        }
        let goals = self.goals;
        for (position, item) in list.iter().enumerate() {
            if self.errors.len() >= MOST_FAULTS {
                // What is wrong with the rest is not worth finding out: it is counted as faults that are not listed.
                self.errors.leave_out(list.len() - position);
                return;
            }
            let pointer = format!("/goals/{position}");
            match item {
                Value::Object(_) => {
                    let Some(map) = self.object(&pointer, item, &["goal", "priority"]) else { continue };
                    match map.get("goal") {
                        Some(goal) => {
                            self.vocabulary(&format!("{pointer}/goal"), goal, "objectif inconnu", |id| {
                                goals.resolve(id).err()
                            });
                        }
                        None => self.errors.push(InputError::new(
                            format!("{pointer}/goal"),
                            "missing-field",
                            "le champ «\u{a0}goal\u{a0}» manque",
                            "field `goal` is missing",
                        )),
                    }
                    if let Some(priority) = map.get("priority").filter(|value| !value.is_null()) {
                        self.vocabulary(
                            &format!("{pointer}/priority"),
                            priority,
                            "priorité inconnue",
                            |id| id.parse::<Priority>().err(),
                        );
                    }
                }
                other => self.vocabulary(&pointer, other, "objectif inconnu", |id| goals.resolve(id).err()),
            }
        }
    }

    fn count(&mut self, pointer: &str, value: Option<&Value>, from: u32) {
        self.count_to(pointer, value, from, MAX_COUNT);
    }

    fn count_to(&mut self, pointer: &str, value: Option<&Value>, from: u32, to: u32) {
        let Some(value) = value.filter(|value| !value.is_null()) else { return };
        let given = natural(value).and_then(|value| u32::try_from(value).ok());
        if given.is_some_and(|value| (from..=to).contains(&value)) {
            return;
        }
        if let Value::Number(number) = value {
            self.errors.push(InputError::out_of_range(
                pointer,
                number,
                format_args!("un nombre entier de {from} à {to}"),
                format_args!("a whole number from {from} to {to}"),
            ));
        } else {
            self.wrong_type(pointer, value, "un nombre entier", "a whole number");
        }
    }

    fn place(&mut self, country: Option<&Value>, region: Option<&Value>) {
        let found = match country {
            Some(Value::String(code)) => {
                let found = Country::find(code);
                if found.is_none() {
                    let upper = code.to_uppercase();
                    let hint =
                        if code.len() < 8 && Country::find(&upper).is_some() { Some(upper) } else { None };
                    self.errors.push(InputError::unknown_code(
                        "/country",
                        Code::Country,
                        code,
                        hint.as_deref(),
                    ));
                }
                found
            }
            Some(other) => {
                self.wrong_type(
                    "/country",
                    other,
                    "un code de pays à deux lettres",
                    "a two-letter country code",
                );
                None
            }
            None => None,
        };
        match region {
            Some(Value::String(code)) => match (Region::find(code), found) {
                (None, _) => {
                    let upper = code.to_uppercase();
                    let hint =
                        if code.len() < 12 && Region::find(&upper).is_some() { Some(upper) } else { None };
                    self.errors.push(InputError::unknown_code(
                        "/region",
                        Code::Region,
                        code,
                        hint.as_deref(),
                    ));
                }
                (Some(region), Some(country)) if region.country() != country.code() => {
                    self.errors.push(InputError::region_elsewhere(
                        "/region",
                        region.code(),
                        region.country(),
                        country.code(),
                    ));
                }
                _ => {}
            },
            Some(other) => {
                self.wrong_type(
                    "/region",
                    other,
                    "un code de région ISO 3166-2",
                    "an ISO 3166-2 region code",
                );
            }
            None => {}
        }
    }

    fn money(&mut self, map: &Map<String, Value>) {
        match map.get("amount") {
            Some(value @ Value::Number(number)) => {
                if !natural(value).is_some_and(|amount| (1..=MAX_AMOUNT).contains(&amount)) {
                    self.errors.push(InputError::out_of_range(
                        "/annual_budget/amount",
                        number,
                        format_args!("un nombre entier d’unités de 1 à {MAX_AMOUNT}"),
                        format_args!("a whole number of units from 1 to {MAX_AMOUNT}"),
                    ));
                }
            }
            Some(other) => {
                self.wrong_type("/annual_budget/amount", other, "un nombre entier", "a whole number");
            }
            None => self.errors.push(InputError::new(
                "/annual_budget/amount",
                "missing-field",
                "le champ «\u{a0}amount\u{a0}» manque (unités entières par an)",
                "field `amount` is missing (whole units a year)",
            )),
        }
        match map.get("currency") {
            Some(Value::String(code)) => {
                if currency(code).is_none() {
                    let upper = code.to_uppercase();
                    let hint = if code.len() < 8 && currency(&upper).is_some() { Some(upper) } else { None };
                    self.errors.push(InputError::unknown_code(
                        "/annual_budget/currency",
                        Code::Currency,
                        code,
                        hint.as_deref(),
                    ));
                }
            }
            Some(other) => {
                self.wrong_type("/annual_budget/currency", other, "un code de devise", "a currency code");
            }
            None => self.errors.push(InputError::new(
                "/annual_budget/currency",
                "missing-field",
                "le champ «\u{a0}currency\u{a0}» manque (code ISO 4217, par exemple EUR)",
                "field `currency` is missing (ISO 4217 code, such as EUR)",
            )),
        }
    }
}

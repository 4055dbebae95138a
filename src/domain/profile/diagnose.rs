//! What is wrong with a profile, all of it, in words: field by field, with the place and the remedy.

use serde_json::{Map, Value};

use super::{
    Country, FIELDS, MAX_AGREEMENT, MAX_AMOUNT, MAX_COUNT, Region, TEAM_FIELDS, WORKLOAD_FIELDS, currency,
    whole,
};
use crate::domain::goal::GoalIndex;
use crate::domain::text::Text;
use crate::domain::vocab::{Market, Priority, Stage, UnknownValue};

/// One thing wrong with an input, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// JSON pointer (RFC 6901) to the value; empty for the whole document.
    pub pointer: String,
    /// Stable kebab-case code.
    pub code: &'static str,
    /// What is wrong and what to write instead.
    pub message: Text,
}

impl InputError {
    /// Builds an error.
    pub fn new(
        pointer: impl Into<String>,
        code: &'static str,
        fr: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self { pointer: pointer.into(), code, message: Text { fr: fr.into().into(), en: en.into().into() } }
    }

    /// An unknown value or field, in both languages.
    #[must_use]
    pub fn unknown(
        pointer: impl Into<String>,
        code: &'static str,
        fr_what: &str,
        error: &UnknownValue,
    ) -> Self {
        let given = error.given.escape_debug();
        let accepted = error.accepted.join(", ");
        let (mut fr, mut en) =
            (format!("{fr_what}\u{a0}: «\u{a0}{given}\u{a0}»"), format!("unknown {} `{given}`", error.what));
        if let Some(nearest) = &error.nearest {
            fr += &format!("\u{202f}; vouliez-vous dire «\u{a0}{nearest}\u{a0}»\u{202f}?");
            en += &format!("; did you mean `{nearest}`?");
        }
        fr += &format!(" (valeurs acceptées\u{a0}: {accepted})");
        en += &format!(" (accepted: {accepted})");
        Self::new(pointer, code, fr, en)
    }
}

/// Most faults that are listed of one input. Nobody mends more at once, and an input of 64 kB can hold thousands.
pub const MOST_FAULTS: usize = 100;

/// The faults of one input, in the order in which they are found: the first ones, and how many there are beyond.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    listed: Vec<InputError>,
    beyond: usize,
}

impl Faults {
    /// Notes a fault.
    pub fn push(&mut self, fault: InputError) {
        self.note(|| fault);
    }

    /// Notes a fault that is put into words only if it is going to be listed.
    pub fn note(&mut self, fault: impl FnOnce() -> InputError) {
        if self.listed.len() < MOST_FAULTS {
            self.listed.push(fault());
        } else {
            self.beyond += 1;
        }
    }

    /// Notes the faults of a part of the input.
    pub fn append(&mut self, part: &mut Self) {
        part.listed.drain(..).for_each(|fault| self.push(fault));
        self.beyond += std::mem::take(&mut part.beyond);
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.listed.len() + self.beyond
    }

    /// Those that are listed.
    #[must_use]
    pub fn listed(&self) -> &[InputError] {
        &self.listed
    }

    /// Drops some.
    pub fn retain(&mut self, keep: impl FnMut(&InputError) -> bool) {
        self.listed.retain(keep);
    }

    /// As a list of [`MOST_FAULTS`] entries at most; where there are more, the last entry says how many.
    #[must_use]
    pub fn into_list(mut self) -> Vec<InputError> {
        if self.beyond > 0 {
            self.listed.truncate(MOST_FAULTS - 1);
            let more = self.beyond + 1;
            self.listed.push(InputError::new(
                "",
                "more-faults",
                format!("{more} autres erreurs ne sont pas listées\u{202f}; corrigez d’abord celles-ci"),
                format!("{more} more faults are not listed; mend these first"),
            ));
        }
        self.listed
    }
}

impl Extend<InputError> for Faults {
    fn extend<I: IntoIterator<Item = InputError>>(&mut self, faults: I) {
        faults.into_iter().for_each(|fault| self.push(fault));
    }
}

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

fn kind(value: &Value) -> (&'static str, &'static str) {
    match value {
        Value::Null => ("null", "null"),
        Value::Bool(_) => ("un booléen", "a boolean"),
        Value::Number(_) => ("un nombre", "a number"),
        Value::String(_) => ("un texte", "a string"),
        Value::Array(_) => ("une liste", "a list"),
        Value::Object(_) => ("un objet", "an object"),
    }
}

/// A whole number, with or without a point.
fn natural(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| whole(value.as_f64()?))
}

/// Escapes a key for a JSON pointer; a very long one is cut.
#[must_use]
pub fn token(key: &str) -> String {
    key.chars().take(80).collect::<String>().replace('~', "~0").replace('/', "~1")
}

impl Walk<'_> {
    fn wrong_type(&mut self, pointer: &str, value: &Value, fr: &str, en: &str) {
        let (given_fr, given_en) = kind(value);
        self.errors.push(InputError::new(
            pointer,
            "wrong-type",
            format!("attendu\u{a0}: {fr}\u{202f}; reçu\u{a0}: {given_fr}"),
            format!("expected {en}, got {given_en}"),
        ));
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
                self.errors.beyond += list.len() - position;
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
            self.errors.push(InputError::new(
                pointer,
                "out-of-range",
                format!("attendu\u{a0}: un nombre entier de {from} à {to}\u{202f}; reçu\u{a0}: {number}"),
                format!("expected a whole number from {from} to {to}, got {number}"),
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
                    self.bad_code(
                        "/country",
                        code,
                        hint,
                        ("pays inconnu", "country"),
                        (
                            "ISO 3166-1 alpha-2, par exemple FR, DE, US",
                            "ISO 3166-1 alpha-2, such as FR, DE, US",
                        ),
                    );
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
                    self.bad_code(
                        "/region",
                        code,
                        hint,
                        ("région inconnue", "region"),
                        (
                            "ISO 3166-2, par exemple FR-IDF, DE-BE, US-TX",
                            "ISO 3166-2, such as FR-IDF, DE-BE, US-TX",
                        ),
                    );
                }
                (Some(region), Some(country)) if region.country() != country.code() => {
                    self.errors.push(InputError::new(
                        "/region",
                        "place-mismatch",
                        format!(
                            "la région {} se trouve dans le pays {}, non dans {}",
                            region.code(),
                            region.country(),
                            country.code()
                        ),
                        format!(
                            "region {} lies in {}, not in {}",
                            region.code(),
                            region.country(),
                            country.code()
                        ),
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

    fn bad_code(
        &mut self,
        pointer: &str,
        given: &str,
        hint: Option<String>,
        what: (&str, &str),
        form: (&str, &str),
    ) {
        let short: String = given.chars().take(40).collect();
        let given = short.escape_debug();
        let (hint_fr, hint_en) = hint.map_or((String::new(), String::new()), |hint| {
            (
                format!("\u{202f}; vouliez-vous dire «\u{a0}{hint}\u{a0}»\u{202f}?"),
                format!("; did you mean `{hint}`?"),
            )
        });
        self.errors.push(InputError::new(
            pointer,
            "unknown-code",
            format!("{}\u{a0}: «\u{a0}{given}\u{a0}»{hint_fr} (code {})", what.0, form.0),
            format!("unknown {} `{given}`{hint_en} (code: {})", what.1, form.1),
        ));
    }

    fn money(&mut self, map: &Map<String, Value>) {
        match map.get("amount") {
            Some(value @ Value::Number(number)) => {
                if !natural(value).is_some_and(|amount| (1..=MAX_AMOUNT).contains(&amount)) {
                    self.errors.push(InputError::new(
                        "/annual_budget/amount",
                        "out-of-range",
                        format!("attendu\u{a0}: un nombre entier d’unités de 1 à {MAX_AMOUNT}\u{202f}; reçu\u{a0}: {number}"),
                        format!("expected a whole number of units from 1 to {MAX_AMOUNT}, got {number}"),
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
                    self.bad_code(
                        "/annual_budget/currency",
                        code,
                        hint,
                        ("devise inconnue", "currency"),
                        ("ISO 4217, par exemple EUR, USD", "ISO 4217, such as EUR, USD"),
                    );
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

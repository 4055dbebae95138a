//! Reads the fields of a question from JSON as [`super::questions`] describes them, and lists every fault with its place
//! and its remedy.

mod lists;
mod place;

pub(crate) use self::place::unknown_agreement;

use serde_json::{Map, Value};

use super::amount::{has_period, has_sign, readings};
use super::fault::{Faults, InputError, token};
use super::field::{Face, Field, Kind, Unit};
use super::questions::LONGEST;
use crate::domain::dated::{Day, parse_day};
use crate::domain::decide::hours::Hours;
use crate::domain::goal::GoalIndex;
use crate::domain::message::{Filling, Said, ids, said};
use crate::domain::money::Cents;
use crate::domain::pay::data::PayData;
use crate::domain::pay::figure::Period;
use crate::domain::pay::job::{Community, Job};
use crate::domain::rounding::whole;
use crate::domain::vocab::{Level, UnknownValue};

/// What the catalogue knows, against which values are checked.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::domain) struct Known<'d> {
    /// The goals; without them no goal is known.
    pub(in crate::domain) goals: Option<&'d GoalIndex>,
    /// Places and currencies; without them no city is known.
    pub(in crate::domain) pay: Option<&'d PayData>,
    /// The missions of the roles; without them any is one.
    pub(in crate::domain) missions: Option<&'d [&'d str]>,
}

impl<'d> From<&'d PayData> for Known<'d> {
    fn from(pay: &'d PayData) -> Self {
        Self { goals: None, pay: Some(pay), missions: None }
    }
}

/// Reads one object field by field and collects what is wrong with it.
pub(in crate::domain) struct Reader<'v, 'd> {
    pub(in crate::domain) known: Known<'d>,
    pointer: String,
    pub(in crate::domain) map: &'v Map<String, Value>,
    fields: &'static [Field],
    /// Whether fields that must be given may still be missing.
    partial: bool,
    pub(in crate::domain) errors: Faults,
}

/// A value that contradicts another, or says something that does not hold.
pub(in crate::domain) fn wrong(pointer: String, message: impl Into<Said>) -> InputError {
    InputError::new(pointer, "wrong-value", message)
}

fn no_object(pointer: &str, given: &Value) -> InputError {
    InputError::wrong_type(pointer, given, ids::ASKS_OBJECT)
}

impl<'v, 'd> Reader<'v, 'd> {
    /// Begins to read an object; notes its fields that are not known.
    ///
    /// # Errors
    /// When it is no object.
    pub(in crate::domain) fn new(
        known: impl Into<Known<'d>>,
        value: &'v Value,
        pointer: &str,
        fields: &'static [Field],
    ) -> Result<Self, Vec<InputError>> {
        let Value::Object(map) = value else {
            return Err(vec![no_object(pointer, value)]);
        };
        let pointer = pointer.to_owned();
        let mut reader =
            Self { known: known.into(), pointer, map, fields, partial: false, errors: Faults::default() };
        let accepted = || fields.iter().filter(|field| !field.is_absent(Face::Json)).map(|field| field.name);
        for key in map.keys().filter(|key| accepted().all(|name| name != key.as_str())) {
            let at = reader.at(&token(key));
            reader.errors.note(|| {
                let error = UnknownValue::new("field", key, accepted());
                InputError::unknown(at, "unknown-field", &error)
            });
        }
        Ok(reader)
    }

    /// Lets fields be missing that must be given in the end.
    pub(in crate::domain) const fn partial(mut self) -> Self {
        self.partial = true;
        self
    }

    /// The pointer to a field.
    pub(in crate::domain) fn at(&self, field: &str) -> String {
        format!("{}/{field}", self.pointer)
    }

    /// The value of a field, unless it is null.
    pub(in crate::domain) fn get(&self, field: &str) -> Option<&'v Value> {
        self.map.get(field).filter(|value| !value.is_null())
    }

    /// The description of a field. The tables are fixed: a name that is not in them shows in the first test.
    fn field(&self, name: &str) -> Option<&'static Field> {
        let found = self.fields.iter().find(|field| field.name == name);
        debug_assert!(found.is_some(), "no field {name}");
        found
    }

    /// The value of a field with its description. One that is missing and must be given is a fault.
    fn given(&mut self, name: &str) -> Option<(&'v Value, &'static Field)> {
        let field = self.field(name)?;
        match self.get(name) {
            Some(value) => Some((value, field)),
            None => {
                let ask = field.ask.filter(|_| !self.partial)?;
                let at = self.at(name);
                self.errors.push(InputError::new(at, "missing-field", ask));
                None
            }
        }
    }

    /// A text as it is.
    pub(in crate::domain) fn text(&mut self, name: &str) -> Option<&'v str> {
        let (value, _) = self.given(name)?;
        if value.as_str().is_none() {
            self.errors.push(InputError::wrong_type(self.at(name), value, ids::ASKS_TEXT));
        }
        value.as_str()
    }

    /// True or false; nothing when left out.
    pub(in crate::domain) fn maybe(&mut self, name: &str) -> Option<bool> {
        let (value, _) = self.given(name)?;
        if value.as_bool().is_none() {
            self.errors.push(InputError::wrong_type(self.at(name), value, ids::ASKS_TRUE_OR_FALSE));
        }
        value.as_bool()
    }

    /// True or false; false when left out.
    pub(in crate::domain) fn flag(&mut self, name: &str) -> bool {
        self.maybe(name).unwrap_or(false)
    }

    /// The number that a field is when it is left out.
    fn default(&self, name: &str) -> Option<u32> {
        self.field(name)?.default.filter(|_| self.get(name).is_none())
    }

    /// A number within the bounds of the field, or what it is when it is left out.
    pub(in crate::domain) fn number(&mut self, name: &str) -> Option<f64> {
        if let Some(default) = self.default(name) {
            return Some(default.into());
        }
        let (value, field) = self.given(name)?;
        let Kind::Number { from, to } = field.kind else { return None };
        let such = field.unit == Unit::Share;
        let bound = |value: f64| Filling::Decimal(value, 6);
        let asks = if such {
            said!(ASKS_SHARE, from = bound(from), to = bound(to))
        } else {
            said!(ASKS_NUMBER, from = bound(from), to = bound(to))
        };
        // A share may be told in percent too: 80 is 0.8.
        let percent = |number: f64| such && number > to && (from..=to).contains(&(number / 100.0));
        let within = |number: f64| (from..=to).contains(&number) || percent(number);
        let found = self.within(name, value, asks, within)?;
        Some(if percent(found) { (found * 1e4).round() / 1e6 } else { found })
    }

    /// An amount to the cent, within the bounds of the field.
    pub(in crate::domain) fn cents(&mut self, name: &str) -> Option<Cents> {
        self.number(name).map(Cents::nearest)
    }

    /// Hours, to the half hour.
    pub(in crate::domain) fn hours(&mut self, name: &str) -> Option<Hours> {
        let hours = self.number(name)?;
        let halves = hours * 2.0;
        if halves.fract() != 0.0 {
            let at = self.at(name);
            self.errors.push(wrong(at, ids::FAULT_HOURS_HALF_HOUR_SUCH_17));
            return None;
        }
        u32::try_from(whole(halves)).ok().map(Hours)
    }

    /// A whole number within the bounds of the field, written with or without a point, or what it is when it is left out.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be whole and in range"
    )]
    #[expect(clippy::cast_precision_loss, reason = "bounds are below 2^53")]
    pub(in crate::domain) fn whole(&mut self, name: &str) -> Option<u64> {
        if let Some(default) = self.default(name) {
            return Some(default.into());
        }
        let (value, field) = self.given(name)?;
        let (from, to) = field.bounds();
        let asks = said!(ASKS_WHOLE_NUMBER, from = from, to = to);
        let bounds = from as f64..=to as f64;
        let number =
            self.within(name, value, asks, |number| number.fract() == 0.0 && bounds.contains(&number))?;
        Some(number as u64)
    }

    /// The same, where the bounds keep it small.
    pub(in crate::domain) fn count(&mut self, name: &str) -> Option<u32> {
        self.whole(name).and_then(|number| u32::try_from(number).ok())
    }

    /// A number that is as it is asked to be.
    fn within(&mut self, name: &str, value: &Value, asks: Said, holds: impl Fn(f64) -> bool) -> Option<f64> {
        let at = self.at(name);
        let share = self.field(name).is_some_and(|field| field.unit == Unit::Share);
        let Value::Number(given) = value else {
            if let Some(text) = value.as_str().filter(|text| has_period(text)) {
                let asks = self.field(name).and_then(|field| field.ask).map_or(asks, Said::from);
                self.errors.push(InputError::text_for_number(
                    at,
                    text,
                    said!(ASKS_NUMBER_ALONE, asks = asks),
                ));
                return None;
            }
            let two = value.as_str().filter(|_| !share).and_then(|text| Some((text, readings(text)?)));
            self.errors.push(match two {
                Some((text, readings)) => InputError::two_readings(at, text, readings),
                None if share && value.is_string() => {
                    InputError::text_for_number(at, value.as_str().unwrap_or(""), asks)
                }
                None if value.as_str().is_some_and(has_sign) => InputError::other_currency(at),
                None => InputError::wrong_type(at, value, asks),
            });
            return None;
        };
        let found = given.as_f64().filter(|number| number.is_finite() && holds(*number));
        if found.is_none() {
            self.errors.push(InputError::out_of_range(at, given, asks));
        }
        found
    }

    /// Notes where not exactly one of some fields is given.
    pub(in crate::domain) fn one_of(&mut self, names: &[&str]) {
        let given: Vec<&str> = names.iter().copied().filter(|name| self.get(name).is_some()).collect();
        let quoted = |name: &&str| Filling::from(said!(AS_TYPED, text = *name));
        let (last, rest) = names.split_last().map_or((&"", &[][..]), |(last, rest)| (last, rest));
        let (rest, last) = (Filling::List(rest.iter().map(quoted).collect()), quoted(last));
        match given.as_slice() {
            [_] => {}
            [] => {
                let at = self.at(names.first().copied().unwrap_or(""));
                let message = said!(FAULT_ONE_OF, names = rest, last = last);
                self.errors.push(InputError::new(at, "missing-field", message));
            }
            [_, second, ..] => {
                let at = self.at(second);
                self.errors.push(wrong(at, said!(FAULT_ONLY_ONE_OF, names = rest, last = last)));
            }
        }
    }

    /// A value out of a list, read by `find`.
    pub(in crate::domain) fn named<T>(
        &mut self,
        name: &str,
        find: impl Fn(&str) -> Result<T, UnknownValue>,
    ) -> Option<T> {
        match find(self.text(name)?) {
            Ok(found) => Some(found),
            Err(error) => {
                self.errors.push(InputError::unknown(self.at(name), "unknown-value", &error));
                None
            }
        }
    }

    /// A value out of the closed list of the field.
    pub(in crate::domain) fn choice<T: std::str::FromStr<Err = UnknownValue>>(
        &mut self,
        name: &str,
    ) -> Option<T> {
        self.named(name, str::parse)
    }

    /// The role.
    pub(in crate::domain) fn job(&mut self) -> Option<Job> {
        self.named("role", Job::find_or_alias)
    }

    /// The level, as given or as the years of experience choose it. The two must not contradict each other.
    pub(in crate::domain) fn level(&mut self) -> Option<Level> {
        self.seniority().0
    }

    /// The same, with the years.
    pub(in crate::domain) fn seniority(&mut self) -> (Option<Level>, Option<u32>) {
        let (level, years) = (self.choice::<Level>("level"), self.count("years"));
        let chosen = years.map(Level::of_years);
        if let (Some(level), Some(years), Some(chosen)) = (level, years, chosen)
            && level != chosen
        {
            let at = self.at("level");
            self.errors.push(wrong(
                at,
                said!(
                    FAULT_YEARS_EXPERIENCE_MAKE_LEVEL_KEEP,
                    chosen = chosen.id(),
                    level = level.id(),
                    years = years
                ),
            ));
        }
        (level.or(chosen), years)
    }

    /// What an amount is paid for.
    pub(in crate::domain) fn period(&mut self) -> Option<Period> {
        self.choice("period")
    }

    /// Whose community a community manager looks after; for that job alone.
    pub(in crate::domain) fn community(&mut self, job: Option<Job>) -> Option<Community> {
        let found = self.choice("community");
        if found == Some(Community::Online)
            && job.is_some_and(|job| !matches!(job, Job::CommunityManager | Job::Hybrid))
        {
            let at = self.at("community");
            self.errors.push(wrong(at, ids::FAULT_ONLINE_COMMUNITY_WORK_COMMUNITY));
        }
        found
    }

    /// One line of text: no control characters, not too long; nothing where it is blank.
    pub(in crate::domain) fn line(&mut self, name: &str) -> Option<String> {
        let text = self.text(name)?;
        self.clean(self.at(name), text)
    }

    fn clean(&mut self, pointer: String, text: &str) -> Option<String> {
        // As it is sent, spaces included: the document of the API says so.
        if text.chars().count() > LONGEST {
            self.errors.push(wrong(pointer, said!(FAULT_MOST_CHARACTERS, longest = LONGEST)));
            return None;
        }
        let text: String = text
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !c.is_control())
            .collect();
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The address of a page.
    pub(in crate::domain) fn web(&mut self, name: &str) -> Option<String> {
        let url = self.line(name)?;
        if !url.starts_with("https://") && !url.starts_with("http://") {
            let at = self.at(name);
            self.errors.push(wrong(at, ids::FAULT_MUST_BEGIN_HTTPS));
        }
        Some(url)
    }

    /// A calendar day.
    pub(in crate::domain) fn day(&mut self, name: &str) -> Option<Day> {
        let text = self.text(name)?;
        let found = parse_day(text);
        if found.is_none() {
            let at = self.at(name);
            self.errors.push(wrong(at, ids::FAULT_WRITE_DATE_YYYY_MM_DD));
        }
        found
    }

    /// Reads the object of a field.
    pub(in crate::domain) fn object<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let (value, field) = self.given(name)?;
        self.inner(value, &self.at(name), field.fields(), read)
    }

    /// Reads a field that is true, false, or an object.
    pub(in crate::domain) fn flag_or<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let (value, field) = self.given(name)?;
        match value {
            Value::Bool(_) => None,
            Value::Object(_) => self.inner(value, &self.at(name), field.fields(), read),
            other => {
                let at = self.at(name);
                self.errors.push(InputError::wrong_type(at, other, ids::ASKS_TRUE_FALSE_OR_OBJECT));
                None
            }
        }
    }

    fn inner<T>(
        &mut self,
        value: &'v Value,
        pointer: &str,
        fields: &'static [Field],
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        match Reader::new(self.known, value, pointer, fields) {
            Err(errors) => {
                self.errors.extend(errors);
                None
            }
            Ok(mut inner) => {
                let found = read(&mut inner);
                self.errors.append(&mut inner.errors);
                found
            }
        }
    }

    /// What was read, unless something is wrong.
    ///
    /// # Errors
    /// Every fault.
    pub(in crate::domain) fn finish<T>(self, found: Option<T>) -> Result<T, Vec<InputError>> {
        match found {
            Some(found) if self.errors.is_empty() => Ok(found),
            _ => Err(self.errors.into_list()),
        }
    }
}

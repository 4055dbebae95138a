//! What is wrong with an input: the one type of fault, and its sentences. Whatever reads an input makes its faults here, so
//! that the same fault has the same code, pointer and sentence on every face.

use serde_json::Value;

use crate::domain::message::unknown::guessed;
use crate::domain::message::{Filling, Said, ids, said};
use crate::domain::vocab::UnknownValue;

/// One thing wrong with an input, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct InputError {
    /// JSON pointer (RFC 6901) to the value; empty for the whole document.
    pub pointer: String,
    /// Stable kebab-case code.
    pub code: &'static str,
    /// What is wrong and what to write instead.
    pub message: Said,
    /// What is asked for, where the fault is that something else was given: `a whole number from 1 to 9`. Forms, which
    /// show what was given, ask for it and say no more.
    pub asks: Option<Box<Said>>,
}

impl InputError {
    /// Builds an error.
    pub fn new(pointer: impl Into<String>, code: &'static str, message: impl Into<Said>) -> Self {
        Self { pointer: pointer.into(), code, message: message.into(), asks: None }
    }

    /// An unknown value or field.
    #[must_use]
    pub fn unknown(pointer: impl Into<String>, code: &'static str, error: &UnknownValue) -> Self {
        Self::new(pointer, code, error.said())
    }

    /// A value of another type than is asked for.
    #[must_use]
    pub fn wrong_type(pointer: impl Into<String>, given: &Value, asks: impl Into<Said>) -> Self {
        Self::other_than_asked(pointer, "wrong-type", asks.into(), said!(KIND_OF_VALUE, kind = kind(given)))
    }

    fn other_than_asked(
        pointer: impl Into<String>,
        code: &'static str,
        asks: Said,
        given: impl Into<Filling>,
    ) -> Self {
        let given: Filling = given.into();
        let message = said!(FAULT_OTHER_THAN_ASKED, asks = asks.clone(), given = given);
        Self { asks: Some(Box::new(asks)), ..Self::new(pointer, code, message) }
    }

    /// A number that lies outside its bounds, or is broken where it must be whole.
    #[must_use]
    pub fn out_of_range(pointer: impl Into<String>, given: &serde_json::Number, asks: Said) -> Self {
        let given: String = given.to_string().chars().take(40).collect();
        Self::other_than_asked(pointer, "out-of-range", asks, given)
    }

    /// A text where a number is asked for, told as it was written.
    #[must_use]
    pub fn text_for_number(pointer: impl Into<String>, given: &str, asks: Said) -> Self {
        let given: String = given.chars().take(40).flat_map(char::escape_debug).collect();
        Self::other_than_asked(pointer, "wrong-type", asks, said!(AS_TYPED, text = given))
    }

    /// A number that can be read two ways: with its digits grouped by thousands, and with decimals.
    #[must_use]
    pub fn two_readings(pointer: impl Into<String>, given: &str, (grouped, decimal): (f64, f64)) -> Self {
        let given: String = given.chars().take(40).collect();
        let message = said!(
            FAULT_TWO_READINGS,
            given = given.escape_debug(),
            grouped = Filling::Decimal(grouped, 3),
            decimal = Filling::Decimal(decimal, 3),
            first = grouped.to_string(),
            second = decimal.to_string(),
        );
        Self::new(pointer, "ambiguous-number", message)
    }

    /// An amount with a sign beside it that is another currency's, or with something else.
    #[must_use]
    pub fn other_currency(pointer: impl Into<String>) -> Self {
        Self::new(pointer, "other-currency", ids::FAULT_OTHER_CURRENCY)
    }

    /// A number that JSON cannot hold: infinite, or none at all.
    #[must_use]
    pub fn not_a_number(pointer: impl Into<String>, given: f64) -> Self {
        Self::other_than_asked(pointer, "not-a-number", ids::ASKS_ANY_NUMBER.into(), given.to_string())
    }

    /// A code that its standard does not have.
    #[must_use]
    pub fn unknown_code(pointer: impl Into<String>, code: Code, given: &str, guess: Option<&str>) -> Self {
        let given: String = given.chars().take(40).collect();
        let standard = match code {
            Code::Country => "country",
            Code::Region => "region",
            Code::Currency => "currency",
        };
        let message = said!(
            FAULT_UNKNOWN_CODE,
            standard = standard,
            given = given.escape_debug(),
            guessed = guessed(guess),
            guess = guess.unwrap_or(""),
        );
        Self::new(pointer, "unknown-code", message)
    }

    /// A region that lies in another country than the one given.
    #[must_use]
    pub fn region_elsewhere(pointer: impl Into<String>, region: &str, lies_in: &str, given: &str) -> Self {
        let message = said!(FAULT_REGION_ELSEWHERE, region = region, lies_in = lies_in, given = given);
        Self::new(pointer, "place-mismatch", message)
    }

    /// A city that is not known here.
    #[must_use]
    pub fn unknown_city(pointer: impl Into<String>, error: &UnknownValue) -> Self {
        let guess = error.nearest.as_deref();
        let message = said!(
            FAULT_UNKNOWN_CITY,
            given = error.given.escape_debug(),
            guessed = guessed(guess),
            guess = guess.unwrap_or(""),
        );
        Self::new(pointer, "unknown-value", message)
    }

    /// A city of a name that several places share.
    #[must_use]
    pub fn shared_city(pointer: impl Into<String>, city: &str, regions: &[&str]) -> Self {
        let message = said!(FAULT_SHARED_CITY, city = city, regions = regions.join(", "));
        Self::new(pointer, "ambiguous-city", message)
    }

    /// A city that lies elsewhere than the country or region given.
    #[must_use]
    pub fn city_elsewhere(pointer: impl Into<String>, city: &str, lies_in: &str, given: &str) -> Self {
        let message = said!(FAULT_CITY_ELSEWHERE, city = city, lies_in = lies_in, given = given);
        Self::new(pointer, "place-mismatch", message)
    }
}

/// Standards whose codes inputs hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// ISO 3166-1 alpha-2.
    Country,
    /// ISO 3166-2.
    Region,
    /// ISO 4217.
    Currency,
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

    /// Counts so many things that were not looked at because enough is wrong before them.
    pub fn leave_out(&mut self, count: usize) {
        self.beyond += count;
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
            let more = said!(FAULT_MORE, n = more.to_string());
            self.listed.push(InputError::new("", "more-faults", more));
        }
        self.listed
    }
}

impl Extend<InputError> for Faults {
    fn extend<I: IntoIterator<Item = InputError>>(&mut self, faults: I) {
        faults.into_iter().for_each(|fault| self.push(fault));
    }
}

/// Escapes a key for a JSON pointer; a very long one is cut.
#[must_use]
pub fn token(key: &str) -> String {
    key.chars().take(80).collect::<String>().replace('~', "~0").replace('/', "~1")
}

/// What a value is: the variants of a message.
const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

//! What is wrong with an input: the one type of fault, and its sentences. Whatever reads an input makes its faults here, so
//! that the same fault has the same code, pointer and sentence on every face.

use serde_json::Value;

use crate::domain::locale;
use crate::domain::text::{Lang, Text};
use crate::domain::vocab::UnknownValue;

/// One thing wrong with an input, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// JSON pointer (RFC 6901) to the value; empty for the whole document.
    pub pointer: String,
    /// Stable kebab-case code.
    pub code: &'static str,
    /// What is wrong and what to write instead.
    pub message: Text,
    /// What is asked for, where the fault is that something else was given: `a whole number from 1 to 9`. Forms, which
    /// show what was given, ask for it and say no more.
    pub asks: Option<Box<Text>>,
}

impl InputError {
    /// Builds an error.
    pub fn new(
        pointer: impl Into<String>,
        code: &'static str,
        fr: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        let message = Text { fr: fr.into().into(), en: en.into().into() };
        Self { pointer: pointer.into(), code, message, asks: None }
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

    /// A value of another type than is asked for; `fr` and `en` say what is.
    #[must_use]
    pub fn wrong_type(pointer: impl Into<String>, given: &Value, fr: &str, en: &str) -> Self {
        Self::other_than_asked(pointer, "wrong-type", (fr, en), kind(given))
    }

    fn other_than_asked(
        pointer: impl Into<String>,
        code: &'static str,
        (fr, en): (&str, &str),
        (given_fr, given_en): (&str, &str),
    ) -> Self {
        let fault = Self::new(
            pointer,
            code,
            format!("attendu\u{a0}: {fr}\u{202f}; reçu\u{a0}: {given_fr}"),
            format!("expected {en}, got {given_en}"),
        );
        Self { asks: Some(Box::new(Text { fr: fr.into(), en: en.into() })), ..fault }
    }

    /// A number that lies outside its bounds, or is broken where it must be whole; `fr` and `en` say what is asked for.
    #[must_use]
    pub fn out_of_range(
        pointer: impl Into<String>,
        given: &serde_json::Number,
        fr: impl std::fmt::Display,
        en: impl std::fmt::Display,
    ) -> Self {
        let given: String = given.to_string().chars().take(40).collect();
        Self::other_than_asked(pointer, "out-of-range", (&fr.to_string(), &en.to_string()), (&given, &given))
    }

    /// A text where a number is asked for, told as it was written.
    #[must_use]
    pub fn text_for_number(pointer: impl Into<String>, given: &str, fr: &str, en: &str) -> Self {
        let given: String = given.chars().take(40).flat_map(char::escape_debug).collect();
        let quoted = (format!("«\u{a0}{given}\u{a0}»"), format!("`{given}`"));
        Self::other_than_asked(pointer, "wrong-type", (fr, en), (&quoted.0, &quoted.1))
    }

    /// A number that can be read two ways: with its digits grouped by thousands, and with decimals.
    #[must_use]
    pub fn two_readings(pointer: impl Into<String>, given: &str, (grouped, decimal): (f64, f64)) -> Self {
        let given: String = given.chars().take(40).collect();
        let given = given.escape_debug();
        let shown = |value: f64, lang| locale::decimal(value, 3, lang);
        Self::new(
            pointer,
            "ambiguous-number",
            format!(
                "«\u{a0}{given}\u{a0}» se lit {} ou {}\u{a0}: écrivez {grouped} ou {decimal}",
                shown(grouped, Lang::Fr),
                shown(decimal, Lang::Fr),
            ),
            format!(
                "`{given}` can be read as {} or as {}: write {grouped} or {decimal}",
                shown(grouped, Lang::En),
                shown(decimal, Lang::En),
            ),
        )
    }

    /// An amount with a sign beside it that is another currency's, or with something else.
    #[must_use]
    pub fn other_currency(pointer: impl Into<String>) -> Self {
        Self::new(
            pointer,
            "other-currency",
            "ce montant ne se lit pas\u{a0}: écrivez-le seul, en chiffres, dans la monnaie du lieu",
            "this amount cannot be read: write it alone, in digits, in the currency of the place",
        )
    }

    /// A number that JSON cannot hold: infinite, or none at all.
    #[must_use]
    pub fn not_a_number(pointer: impl Into<String>, given: f64) -> Self {
        let given = given.to_string();
        Self::other_than_asked(pointer, "not-a-number", ("un nombre", "a number"), (&given, &given))
    }

    /// A code that its standard does not have.
    #[must_use]
    pub fn unknown_code(pointer: impl Into<String>, code: Code, given: &str, guess: Option<&str>) -> Self {
        let short: String = given.chars().take(40).collect();
        let given = short.escape_debug();
        let (fr, en, fr_form, en_form) = match code {
            Code::Country => (
                "pays inconnu",
                "country",
                "ISO 3166-1 alpha-2, par exemple FR, DE, US",
                "ISO 3166-1 alpha-2, such as FR, DE, US",
            ),
            Code::Region => (
                "région inconnue",
                "region",
                "ISO 3166-2, par exemple FR-IDF, DE-BE, US-TX",
                "ISO 3166-2, such as FR-IDF, DE-BE, US-TX",
            ),
            Code::Currency => (
                "devise inconnue",
                "currency",
                "ISO 4217, par exemple EUR, USD",
                "ISO 4217, such as EUR, USD",
            ),
        };
        let (guess_fr, guess_en) = guess.map_or((String::new(), String::new()), |guess| {
            (
                format!("\u{202f}; vouliez-vous dire «\u{a0}{guess}\u{a0}»\u{202f}?"),
                format!("; did you mean `{guess}`?"),
            )
        });
        Self::new(
            pointer,
            "unknown-code",
            format!("{fr}\u{a0}: «\u{a0}{given}\u{a0}»{guess_fr} (code {fr_form})"),
            format!("unknown {en} `{given}`{guess_en} (code: {en_form})"),
        )
    }

    /// A region that lies in another country than the one given.
    #[must_use]
    pub fn region_elsewhere(pointer: impl Into<String>, region: &str, lies_in: &str, given: &str) -> Self {
        Self::new(
            pointer,
            "place-mismatch",
            format!("la région {region} se trouve dans le pays {lies_in}, non dans {given}"),
            format!("region {region} lies in {lies_in}, not in {given}"),
        )
    }

    /// A city that is not known here.
    #[must_use]
    pub fn unknown_city(pointer: impl Into<String>, error: &UnknownValue) -> Self {
        let given = error.given.escape_debug();
        let (fr, en) = match &error.nearest {
            None => (".".to_owned(), ".".to_owned()),
            Some(near) => (
                format!("\u{202f}; vouliez-vous dire «\u{a0}{near}\u{a0}»\u{202f}?"),
                format!("; did you mean `{near}`?"),
            ),
        };
        Self::new(
            pointer,
            "unknown-value",
            format!("ville inconnue\u{a0}: «\u{a0}{given}\u{a0}»{fr} Donnez sinon la région (ISO 3166-2)."),
            format!("unknown city `{given}`{en} Give the region instead (ISO 3166-2)."),
        )
    }

    /// A city of a name that several places share.
    #[must_use]
    pub fn shared_city(pointer: impl Into<String>, city: &str, regions: &[&str]) -> Self {
        let list = regions.join(", ");
        Self::new(
            pointer,
            "ambiguous-city",
            format!(
                "plusieurs lieux s’appellent {city}\u{a0}: {list}\u{202f}; indiquez aussi le pays ou la région"
            ),
            format!("several places are called {city}: {list}; give the country or the region too"),
        )
    }

    /// A city that lies elsewhere than the country or region given.
    #[must_use]
    pub fn city_elsewhere(pointer: impl Into<String>, city: &str, lies_in: &str, given: &str) -> Self {
        Self::new(
            pointer,
            "place-mismatch",
            format!(
                "{city} se trouve dans {lies_in}, pas dans {given}\u{202f}; gardez l’une des deux indications"
            ),
            format!("{city} lies in {lies_in}, not in {given}; keep one of the two"),
        )
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

/// Escapes a key for a JSON pointer; a very long one is cut.
#[must_use]
pub fn token(key: &str) -> String {
    key.chars().take(80).collect::<String>().replace('~', "~0").replace('/', "~1")
}

/// What a value is, in both languages.
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

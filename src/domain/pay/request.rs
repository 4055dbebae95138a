//! Questions about pay, read from JSON: every fault is listed, with its place and its remedy, in both languages.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::band::Job;
use super::data::PayData;
use super::figure::Period;
use super::place::{City, city};
use crate::domain::input::fault::{Code, Faults, InputError, token};
use crate::domain::locale;
use crate::domain::profile::{Country, Region, currency};
use crate::domain::suggest::nearest;
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, UnknownValue};

/// Largest pay read, in whole units a period.
pub const MAX_PAY: f64 = 1e9;
/// Smallest pay, and smallest share of full time: a hundredth. What is smaller is a slip, and dividing by it gives
/// numbers that mean nothing.
const LEAST: f64 = 0.01;

/// Writes an amount as it was given: whole where it is whole.
#[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn as_given<S: Serializer>(amount: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if amount.fract() == 0.0 && amount.abs() < 9e15 {
        serializer.serialize_i64(*amount as i64)
    } else {
        serializer.serialize_f64(*amount)
    }
}

#[expect(clippy::ref_option, reason = "serde asks for this")]
fn as_given_if_any<S: Serializer>(amount: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        Some(amount) => as_given(amount, serializer),
        None => serializer.serialize_none(),
    }
}

/// Where the work is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Place {
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// City, as it is known here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
}

/// Which band is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct BandRequest {
    /// The role, or `hybrid` for one person who holds both.
    pub role: Job,
    /// The level; all levels together when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Where the work is done.
    #[serde(flatten)]
    pub place: Place,
    /// French collective agreement (IDCC).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<u32>,
}

/// An offer to be measured.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct OfferRequest {
    /// What it is for.
    #[serde(flatten)]
    pub band: BandRequest,
    /// Gross pay for one period, without the variable part.
    #[schema(minimum = 0.01)]
    #[serde(serialize_with = "as_given")]
    pub amount: f64,
    /// ISO 4217 currency.
    pub currency: String,
    /// What it is paid for.
    pub period: Period,
    /// Monthly payments a year: 12, 13 or 14.
    #[schema(minimum = 12, maximum = 14)]
    pub payments: u32,
    /// Share of full time, from 0.01 to 1.
    #[schema(minimum = 0.01, maximum = 1.0)]
    #[serde(serialize_with = "as_given")]
    pub fte: f64,
    /// Variable pay a year, at target.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_given_if_any")]
    pub variable: Option<f64>,
}

/// An offer, and another one to set beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferQuestion {
    /// The offer.
    pub offer: OfferRequest,
    /// The other one.
    pub against: Option<OfferRequest>,
}

/// An apprentice.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct ApprenticeRequest {
    /// Age in years, 15 to 35.
    pub age: u32,
    /// Level of the degree prepared: 4 baccalauréat or below, 5 bac+2, 6 bac+3 or 4, 7 bac+5.
    pub degree: u32,
    /// Year of the contract, 1 to 3.
    pub year: u32,
    /// Percent of the time that is spent in the company.
    pub presence_percent: u32,
}

/// A freelancer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct FreelanceRequest {
    /// Fee a day, without value-added tax.
    #[serde(serialize_with = "as_given")]
    pub day_rate: f64,
    /// Days a year.
    pub days: u32,
    /// Fees of a platform, in percent.
    #[serde(serialize_with = "as_given")]
    pub fees_percent: f64,
}

/// An agency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct AgencyRequest {
    /// Fee a month, without value-added tax.
    #[serde(serialize_with = "as_given")]
    pub monthly_retainer: f64,
    /// Fee at the start.
    #[serde(serialize_with = "as_given")]
    pub setup: f64,
}

/// Whose cost is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct CostRequest {
    /// Where the work is done.
    #[serde(flatten)]
    pub place: Place,
    /// Gross pay of a year, as it is actually paid.
    #[serde(serialize_with = "as_given")]
    pub gross: f64,
    /// Share of full time, from 0.01 to 1.
    #[serde(serialize_with = "as_given")]
    pub fte: f64,
    /// Employees of the company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headcount: Option<u32>,
    /// Executive status (cadre).
    pub executive: bool,
    /// Local transport levy, in percent.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_given_if_any")]
    pub mobility_rate: Option<f64>,
    /// Accident insurance rate, in percent.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_given_if_any")]
    pub accident_rate: Option<f64>,
    /// Health cover a month, employer and employee together.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_given_if_any")]
    pub health_cover: Option<f64>,
    /// The role, for the collective agreement and for published fees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Job>,
    /// The level, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// French collective agreement (IDCC).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<u32>,
    /// An apprentice to compare with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apprentice: Option<ApprenticeRequest>,
    /// A freelancer to compare with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freelance: Option<FreelanceRequest>,
    /// An agency to compare with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<AgencyRequest>,
}

/// Fields of a place.
pub const PLACE_FIELDS: [&str; 3] = ["country", "region", "city"];
/// Fields of the question for a band.
pub const BAND_FIELDS: [&str; 6] = ["role", "level", "country", "region", "city", "agreement"];
const OFFER_FIELDS: [&str; 13] = [
    "role",
    "level",
    "country",
    "region",
    "city",
    "agreement",
    "amount",
    "currency",
    "period",
    "payments",
    "fte",
    "variable",
    "against",
];
const COST_FIELDS: [&str; 16] = [
    "country",
    "region",
    "city",
    "gross",
    "fte",
    "headcount",
    "executive",
    "mobility_rate",
    "accident_rate",
    "health_cover",
    "role",
    "level",
    "agreement",
    "apprentice",
    "freelance",
    "agency",
];

/// Reads one object field by field and collects what is wrong with it.
pub(in crate::domain) struct Reader<'v, 'd> {
    pub(in crate::domain) data: &'d PayData,
    pointer: String,
    map: &'v Map<String, Value>,
    pub(in crate::domain) errors: Faults,
}

pub(in crate::domain) fn wrong(pointer: String, fr: impl Into<String>, en: impl Into<String>) -> InputError {
    InputError::new(pointer, "wrong-value", fr, en)
}

fn no_object(pointer: &str, given: &Value) -> InputError {
    InputError::wrong_type(pointer, given, "un objet", "an object")
}

impl<'v, 'd> Reader<'v, 'd> {
    pub(in crate::domain) fn new(
        data: &'d PayData,
        value: &'v Value,
        pointer: &str,
        fields: &[&str],
    ) -> Result<Self, Vec<InputError>> {
        let Value::Object(map) = value else {
            return Err(vec![no_object(pointer, value)]);
        };
        let mut reader = Self { data, pointer: pointer.to_owned(), map, errors: Faults::default() };
        for key in map.keys().filter(|key| !fields.contains(&key.as_str())) {
            let at = reader.at(&token(key));
            reader.errors.note(|| {
                let error = UnknownValue::new("field", key, fields.iter().copied());
                InputError::unknown(at, "unknown-field", "champ inconnu", &error)
            });
        }
        Ok(reader)
    }

    pub(in crate::domain) fn at(&self, field: &str) -> String {
        format!("{}/{field}", self.pointer)
    }

    pub(in crate::domain) fn get(&self, field: &str) -> Option<&'v Value> {
        self.map.get(field).filter(|value| !value.is_null())
    }

    pub(in crate::domain) fn missing(&mut self, field: &str, fr: &str, en: &str) {
        self.errors.push(InputError::new(self.at(field), "missing-field", fr, en));
    }

    pub(in crate::domain) fn require(&mut self, field: &str, fr: &str, en: &str) {
        if self.get(field).is_none() {
            self.missing(field, fr, en);
        }
    }

    pub(in crate::domain) fn text(&mut self, field: &str) -> Option<&'v str> {
        let value = self.get(field)?;
        if value.as_str().is_none() {
            self.errors.push(InputError::wrong_type(self.at(field), value, "un texte", "a string"));
        }
        value.as_str()
    }

    pub(in crate::domain) fn flag(&mut self, field: &str) -> bool {
        match self.get(field) {
            None => false,
            Some(Value::Bool(yes)) => *yes,
            Some(other) => {
                self.errors.push(InputError::wrong_type(
                    self.at(field),
                    other,
                    "true ou false",
                    "true or false",
                ));
                false
            }
        }
    }

    /// A number within bounds, both of which belong to it.
    pub(in crate::domain) fn number(&mut self, field: &str, low: f64, high: f64) -> Option<f64> {
        let asked = (format!("un nombre de {low} à {high}"), format!("a number from {low} to {high}"));
        self.within(field, &asked, |number| (low..=high).contains(&number))
    }

    /// A number that is as it is `asked` to be, in both languages.
    fn within(
        &mut self,
        field: &str,
        (fr, en): &(String, String),
        holds: impl Fn(f64) -> bool,
    ) -> Option<f64> {
        let value = self.get(field)?;
        let at = self.at(field);
        let Value::Number(given) = value else {
            self.errors.push(InputError::wrong_type(at, value, fr, en));
            return None;
        };
        let found = given.as_f64().filter(|number| number.is_finite() && holds(*number));
        if found.is_none() {
            self.errors.push(InputError::out_of_range(at, given, fr, en));
        }
        found
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be whole and in range"
    )]
    pub(in crate::domain) fn whole(&mut self, field: &str, low: u32, high: u32) -> Option<u32> {
        let asked =
            (format!("un nombre entier de {low} à {high}"), format!("a whole number from {low} to {high}"));
        let bounds = f64::from(low)..=f64::from(high);
        let number =
            self.within(field, &asked, |number| number.fract() == 0.0 && bounds.contains(&number))?;
        Some(number as u32)
    }

    /// A value out of a list, read by `find`.
    pub(in crate::domain) fn named<T>(
        &mut self,
        field: &str,
        unknown: &str,
        find: impl Fn(&str) -> Result<T, UnknownValue>,
    ) -> Option<T> {
        match find(self.text(field)?) {
            Ok(found) => Some(found),
            Err(error) => {
                self.errors.push(InputError::unknown(self.at(field), "unknown-value", unknown, &error));
                None
            }
        }
    }

    pub(in crate::domain) fn job(&mut self) -> Option<Job> {
        self.named("role", "rôle inconnu", Job::find_or_alias)
    }

    pub(in crate::domain) fn level(&mut self) -> Option<Level> {
        self.named("level", "niveau inconnu", str::parse)
    }

    pub(in crate::domain) fn period(&mut self) -> Option<Period> {
        self.named("period", "période inconnue", str::parse)
    }

    pub(in crate::domain) fn agreement(&mut self) -> Option<u32> {
        self.get("agreement")?;
        self.whole("agreement", 1, 99_999)
    }

    pub(in crate::domain) fn place(&mut self) -> Option<Place> {
        let (country, region, name) = (self.text("country"), self.text("region"), self.text("city"));
        let failed = self.errors.len();
        let known = country.and_then(|code| {
            let found = Country::find(code);
            if found.is_none() {
                let at = self.at("country");
                let upper = code.to_uppercase();
                let guess = if upper == "UK" { Some("GB") } else { Country::find(&upper).map(Country::code) };
                self.errors.push(InputError::unknown_code(at, Code::Country, code, guess));
            }
            found
        });
        let region = region.and_then(|code| {
            let found = Region::find(code);
            if found.is_none() {
                let at = self.at("region");
                let codes = self.data.differentials.iter().map(|item| item.region.as_str());
                let guess =
                    nearest(code, codes.chain(self.data.cities.iter().map(|city| city.region.as_str())));
                self.errors.push(InputError::unknown_code(at, Code::Region, code, guess));
            }
            found
        });
        let within = known.map(Country::code).or(region.map(Region::country));
        let city = name.and_then(|name| self.city(name, within));
        if self.errors.len() > failed {
            return None;
        }
        let implied = region.map(Region::country).or(city.map(|city| city.country.as_str()));
        let Some(country) = known.map(Country::code).or(implied) else {
            self.missing("country", "indiquez le pays, par exemple FR", "give the country, for example FR");
            return None;
        };
        if let Some(region) = region.filter(|region| region.country() != country) {
            let at = self.at("region");
            self.errors.push(InputError::region_elsewhere(at, region.code(), region.country(), country));
            return None;
        }
        if let (Some(region), Some(city)) = (region, city)
            && region.code() != city.region
        {
            let at = self.at("city");
            self.errors.push(InputError::city_elsewhere(at, &city.name, &city.region, region.code()));
            return None;
        }
        Some(Place {
            country: country.to_owned(),
            region: region.map(|region| region.code().to_owned()).or(city.map(|city| city.region.clone())),
            city: city.map(|city| city.name.clone()),
        })
    }

    /// A city, in a country where one is known.
    fn city(&mut self, name: &str, within: Option<&str>) -> Option<&'d City> {
        let data: &'d PayData = self.data;
        let error = match city(&data.cities, name, within) {
            Ok(found) => return Some(found),
            Err(error) => error,
        };
        let at = self.at("city");
        self.errors.push(if let (Ok(elsewhere), Some(country)) = (city(&data.cities, name, None), within) {
            InputError::city_elsewhere(at, &elsewhere.name, &elsewhere.country, country)
        } else {
            let given = error.given.escape_debug();
            let (fr, en) = match &error.nearest {
                None => (".".to_owned(), ".".to_owned()),
                Some(near) => (
                    format!("\u{202f}; vouliez-vous dire «\u{a0}{near}\u{a0}»\u{202f}?"),
                    format!("; did you mean `{near}`?"),
                ),
            };
            InputError::new(
                at,
                "unknown-value",
                format!(
                    "ville inconnue\u{a0}: «\u{a0}{given}\u{a0}»{fr} Donnez sinon la région (ISO 3166-2)."
                ),
                format!("unknown city `{given}`{en} Give the region instead (ISO 3166-2)."),
            )
        });
        None
    }

    fn band(&mut self) -> Option<BandRequest> {
        let role = self.job();
        self.require(
            "role",
            "indiquez le rôle\u{a0}: cm, smm, hybrid ou content-manager",
            "give the role: cm, smm, hybrid or content-manager",
        );
        let (level, place, agreement) = (self.level(), self.place(), self.agreement());
        Some(BandRequest { role: role?, level, place: place?, agreement })
    }

    fn offer(&mut self) -> Option<OfferRequest> {
        let band = self.band();
        let amount = self.number("amount", LEAST, MAX_PAY);
        self.require(
            "amount",
            "indiquez le montant, par exemple 25000",
            "give the amount, for example 25000",
        );
        let period = self.period();
        self.require(
            "period",
            "indiquez la période\u{a0}: year, month, week, day ou hour",
            "give the period: year, month, week, day or hour",
        );
        let given = self.text("currency");
        self.require("currency", "indiquez la devise, par exemple EUR", "give the currency, for example EUR");
        let code = given.and_then(|code| {
            let found = currency(code).map(|found| found.code());
            if found.is_none() {
                let at = self.at("currency");
                let guess = currency(&code.to_uppercase()).map(|found| found.code());
                self.errors.push(InputError::unknown_code(at, Code::Currency, code, guess));
            }
            found
        });
        if let (Some(code), Some(band)) = (code, &band)
            && let Some(expected) = self.data.currency(&band.place.country)
            && expected != code
        {
            let at = self.at("currency");
            let country = &band.place.country;
            self.errors.push(wrong(
                at,
                format!("les salaires de {country} sont connus en {expected}, pas en {code}\u{202f}; aucun taux de change n’est appliqué\u{a0}: donnez le montant en {expected}"),
                format!("pay in {country} is known in {expected}, not in {code}; no exchange rate is applied: give the amount in {expected}"),
            ));
        }
        let payments = self.whole("payments", 12, 14);
        if payments.is_some_and(|payments| payments != 12)
            && period.is_some_and(|period| period != Period::Month)
        {
            let at = self.at("payments");
            self.errors.push(wrong(
                at,
                "un nombre de mensualités n’a de sens qu’avec la période month",
                "a number of payments makes sense with the period month only",
            ));
        }
        let fte = self.number("fte", LEAST, 1.0);
        let variable = self.number("variable", 0.0, MAX_PAY);
        Some(OfferRequest {
            band: band?,
            amount: amount?,
            currency: code?.to_owned(),
            period: period?,
            payments: payments.unwrap_or(12),
            fte: fte.unwrap_or(1.0),
            variable,
        })
    }

    fn nested<T>(
        &mut self,
        field: &str,
        fields: &[&str],
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(field)?;
        match Reader::new(self.data, value, &self.at(field), fields) {
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

    fn required(&mut self, field: &str, low: f64, high: f64) -> Option<f64> {
        self.require(field, "cette valeur manque", "this value is missing");
        self.number(field, low.max(LEAST), high)
    }

    fn cost(&mut self) -> Option<CostRequest> {
        let place = self.place();
        let gross = self.number("gross", LEAST, MAX_PAY);
        self.require(
            "gross",
            "indiquez le salaire brut annuel, par exemple 32000",
            "give the gross pay of a year, for example 32000",
        );
        let fte = self.number("fte", LEAST, 1.0);
        let headcount = self.whole("headcount", 1, 10_000_000);
        let executive = self.flag("executive");
        let mobility_rate = self.number("mobility_rate", 0.0, 10.0);
        let accident_rate = self.number("accident_rate", 0.0, 30.0);
        let health_cover = self.number("health_cover", 0.0, 400.0);
        let (role, level, agreement) = (self.job(), self.level(), self.agreement());
        if let Some(place) = place.as_ref().filter(|place| place.country != "FR") {
            let country = place.country.clone();
            for field in ["executive", "mobility_rate", "accident_rate", "health_cover", "apprentice"] {
                if self.get(field).is_some_and(|value| *value != Value::Bool(false)) {
                    let at = self.at(field);
                    self.errors.push(wrong(
                        at,
                        format!(
                            "ne vaut que pour la France, pas pour {country}\u{202f}; retirez cette valeur"
                        ),
                        format!("holds for France only, not for {country}; leave it out"),
                    ));
                }
            }
        }
        let apprentice = self.nested("apprentice", &["age", "degree", "year", "presence_percent"], |inner| {
            let age = inner.whole("age", 15, 35);
            inner.require("age", "indiquez l’âge", "give the age");
            Some(ApprenticeRequest {
                age: age?,
                degree: inner.whole("degree", 4, 7).unwrap_or(6),
                year: inner.whole("year", 1, 3).unwrap_or(1),
                presence_percent: inner.whole("presence_percent", 10, 100).unwrap_or(100),
            })
        });
        let freelance = self.nested("freelance", &["day_rate", "days", "fees_percent"], |inner| {
            Some(FreelanceRequest {
                day_rate: inner.required("day_rate", 0.0, 100_000.0)?,
                days: inner.whole("days", 1, 366).unwrap_or(100),
                fees_percent: inner.number("fees_percent", 0.0, 100.0).unwrap_or(0.0),
            })
        });
        let agency = self.nested("agency", &["monthly_retainer", "setup"], |inner| {
            Some(AgencyRequest {
                monthly_retainer: inner.required("monthly_retainer", 0.0, 1e7)?,
                setup: inner.number("setup", 0.0, 1e7).unwrap_or(0.0),
            })
        });
        Some(CostRequest {
            place: place?,
            gross: gross?,
            fte: fte.unwrap_or(1.0),
            headcount,
            executive,
            mobility_rate,
            accident_rate,
            health_cover,
            role,
            level,
            agreement,
            apprentice,
            freelance,
            agency,
        })
    }

    fn finish<T>(self, found: Option<T>) -> Result<T, Vec<InputError>> {
        match found {
            Some(found) if self.errors.is_empty() => Ok(found),
            _ => Err(self.errors.into_list()),
        }
    }
}

/// Reads which band is asked for.
///
/// # Errors
/// Every fault of the request.
pub fn band(data: &PayData, value: &Value) -> Result<BandRequest, Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", &BAND_FIELDS)?;
    let found = reader.band();
    let asked = reader.finish(found)?;
    known_agreement(data, asked.agreement, &asked.place.country)?;
    Ok(asked)
}

/// Reads a place; France when nothing is said.
///
/// # Errors
/// Every fault of the request.
pub fn place_of(data: &PayData, value: &Value) -> Result<Place, Vec<InputError>> {
    if value.as_object().is_some_and(Map::is_empty) {
        return Ok(Place { country: "FR".to_owned(), region: None, city: None });
    }
    let mut reader = Reader::new(data, value, "", &PLACE_FIELDS)?;
    let found = reader.place();
    reader.finish(found)
}

/// Reads an offer, and another to set beside it: what `against` leaves out is as in the offer.
///
/// # Errors
/// Every fault of the request.
pub fn offer(data: &PayData, value: &Value) -> Result<OfferQuestion, Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", &OFFER_FIELDS)?;
    let found = reader.offer();
    let against = match reader.get("against") {
        None => None,
        Some(Value::Object(over)) => {
            let fields: Vec<&str> =
                OFFER_FIELDS.iter().copied().filter(|field| *field != "against").collect();
            let mut merged = reader.map.clone();
            merged.remove("against");
            // Another place replaces the whole place.
            if PLACE_FIELDS.iter().any(|field| over.contains_key(*field)) {
                PLACE_FIELDS.iter().for_each(|field| drop(merged.remove(*field)));
            }
            // A number of payments means nothing for another period than the month.
            if over.get("period").is_some_and(|period| period != "month") {
                merged.remove("payments");
            }
            if over.is_empty() {
                reader.errors.push(wrong(
                    "/against".to_owned(),
                    "indiquez au moins un champ qui diffère, par exemple amount",
                    "name at least one field that differs, for example amount",
                ));
            }
            merged.extend(over.iter().map(|(field, value)| (field.clone(), value.clone())));
            let merged = Value::Object(merged);
            match Reader::new(data, &merged, "/against", &fields) {
                Err(errors) => {
                    reader.errors.extend(errors);
                    None
                }
                Ok(mut inner) => {
                    let found = inner.offer();
                    // A fault of the first offer is told once.
                    inner.errors.retain(|error| {
                        let field = error.pointer.split('/').nth(2).unwrap_or("");
                        over.contains_key(field)
                            || !reader
                                .errors
                                .listed()
                                .iter()
                                .any(|known| known.pointer == format!("/{field}"))
                    });
                    reader.errors.append(&mut inner.errors);
                    found
                }
            }
        }
        Some(other) => {
            reader.errors.push(no_object("/against", other));
            None
        }
    };
    let found = found.map(|offer| OfferQuestion { offer, against });
    let asked = reader.finish(found)?;
    for OfferRequest { band, .. } in std::iter::once(&asked.offer).chain(&asked.against) {
        known_agreement(data, band.agreement, &band.place.country)?;
    }
    Ok(asked)
}

/// Reads whose cost is asked for.
///
/// # Errors
/// Every fault of the request.
pub fn cost(data: &PayData, value: &Value) -> Result<CostRequest, Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", &COST_FIELDS)?;
    let found = reader.cost();
    let asked = reader.finish(found)?;
    known_agreement(data, asked.agreement, &asked.place.country)?;
    Ok(asked)
}

/// The collective agreement asked for, checked.
///
/// # Errors
/// An agreement outside France, or one that is not known, with those that are.
pub fn known_agreement(data: &PayData, idcc: Option<u32>, country: &str) -> Result<(), Vec<InputError>> {
    let Some(idcc) = idcc else { return Ok(()) };
    if country != "FR" {
        return Err(vec![wrong(
            "/agreement".to_owned(),
            format!(
                "les conventions collectives (IDCC) sont françaises\u{202f}; retirez cette valeur pour {country}"
            ),
            format!("collective agreements (IDCC) are French; leave it out for {country}"),
        )]);
    }
    if data.agreements.iter().any(|item| item.idcc == idcc) {
        return Ok(());
    }
    let mut known: Vec<(u32, &str)> =
        data.agreements.iter().map(|item| (item.idcc, item.name.as_str())).collect();
    known.sort_unstable();
    known.dedup_by_key(|(idcc, _)| *idcc);
    let list =
        known.iter().map(|(idcc, name)| format!("{idcc} {name}")).collect::<Vec<_>>().join("\u{202f}; ");
    let count = locale::number(i128::try_from(known.len()).unwrap_or(0), Lang::En);
    Err(vec![InputError::new(
        "/agreement",
        "unknown-value",
        format!("convention inconnue ici\u{a0}: {idcc}. Les {count} connues\u{a0}: {list}"),
        format!("agreement {idcc} is not known here. The {count} that are: {}", list.replace('\u{202f}', "")),
    )])
}

#[cfg(test)]
mod tests;

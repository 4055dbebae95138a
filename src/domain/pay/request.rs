//! Questions about pay: what each becomes once its fields are read, and what must hold between them.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::cost::{CostOption, EmployerKind};
use super::country::CostModel;
use super::data::PayData;
use super::figure::Period;
use super::job::{Community, Job};
use super::ladder::Seniority;
use super::market::Market;
use super::place::Place;
use crate::domain::input::fault::InputError;
use crate::domain::input::questions;
use crate::domain::input::reader::{Reader, wrong};
use crate::domain::message::{ids, said};
use crate::domain::rounding::to_float;
use crate::domain::vocab::{Level, vocabulary};

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

/// Which band is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct BandRequest {
    /// The role, or `hybrid` for one person who holds both.
    pub role: Job,
    /// The level; all levels together when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Years of experience: a point within the level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// Whose community a community manager looks after; a brand's when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<Community>,
    /// Where the work is done.
    #[serde(flatten)]
    pub place: Place,
    /// Collective agreement, by its number (IDCC in France).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<u32>,
}

impl BandRequest {
    /// The band of a job at a level and place.
    #[must_use]
    pub const fn new(role: Job, level: Option<Level>, place: Place) -> Self {
        Self { role, level, years: None, community: None, place, agreement: None }
    }

    /// What the band is looked up by.
    #[must_use]
    pub fn market(&self) -> Market<'_> {
        Market {
            job: self.role,
            seniority: Seniority::new(self.level, self.years),
            community: self.community.unwrap_or_default(),
            site: self.place.site(),
            city: self.place.city.as_deref(),
        }
    }
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
    /// Units of the country's currency for one unit of this one, where they differ.
    #[schema(minimum = 0.000_001)]
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_given_if_any")]
    pub rate: Option<f64>,
    /// Monthly payments a year, from 12 to 14.5.
    #[schema(minimum = 12.0, maximum = 14.5)]
    #[serde(serialize_with = "as_given")]
    pub payments: f64,
    /// Share of full time, from 0.1 to 1.
    #[schema(minimum = 0.1, maximum = 1.0)]
    #[serde(serialize_with = "as_given")]
    pub fte: f64,
    /// Variable pay a year, at target.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_given_if_any")]
    pub variable: Option<f64>,
    /// Shares or options, what they are worth a year.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_given_if_any")]
    pub equity: Option<f64>,
    /// Benefits, what they are worth a year.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_given_if_any")]
    pub benefits: Option<f64>,
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
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_given_if_any")]
    pub gross: Option<f64>,
    /// What may be spent in a year, contributions included, where the gross is sought that it pays for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<u64>,
    /// What is to be left to the employee of a year before income tax, where the gross is sought that leaves it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net: Option<u64>,
    /// Share of full time, from 0.1 to 1.
    #[serde(serialize_with = "as_given")]
    pub fte: f64,
    /// Employees of the company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headcount: Option<u32>,
    /// Executive status (cadre).
    pub executive: bool,
    /// What kind of employer it is; a company when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer: Option<EmployerKind>,
    /// Age of the person, for contributions that go by age.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<u32>,
    /// Whether holiday pay comes on top of the gross.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    pub holiday_pay: bool,
    /// Whether a thirteenth month comes on top of the gross.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    pub thirteenth_month: bool,
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
    /// Collective agreement, by its number (IDCC in France).
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

vocabulary! {
    /// From what a cost is reckoned.
    Basis("basis") {
        /// From the gross pay.
        Gross = "gross",
        /// From what may be spent.
        Budget = "budget",
        /// From what is to be left to the employee.
        Net = "net",
    }
}

impl CostRequest {
    /// A question about a place that says nothing else.
    #[must_use]
    pub const fn of(place: Place) -> Self {
        Self {
            place,
            gross: None,
            budget: None,
            net: None,
            fte: 1.0,
            headcount: None,
            executive: false,
            employer: None,
            age: None,
            holiday_pay: false,
            thirteenth_month: false,
            mobility_rate: None,
            accident_rate: None,
            health_cover: None,
            role: None,
            level: None,
            agreement: None,
            apprentice: None,
            freelance: None,
            agency: None,
        }
    }

    /// From what the cost is reckoned.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        match (self.budget, self.net) {
            (Some(_), _) => Basis::Budget,
            (None, Some(_)) => Basis::Net,
            (None, None) => Basis::Gross,
        }
    }

    /// What is counted on top of the gross.
    #[must_use]
    pub const fn options(&self) -> &'static [CostOption] {
        match (self.holiday_pay, self.thirteenth_month) {
            (true, true) => &[CostOption::HolidayPay, CostOption::ThirteenthMonth],
            (true, false) => &[CostOption::HolidayPay],
            (false, true) => &[CostOption::ThirteenthMonth],
            (false, false) => &[],
        }
    }

    /// The amount that was given: gross, budget or net.
    #[must_use]
    pub fn amount(&self) -> f64 {
        self.gross.or(self.budget.or(self.net).map(to_float)).unwrap_or_default()
    }
}

/// Reads which band is asked for.
///
/// # Errors
/// Every fault of the request.
pub fn band(data: &PayData, value: &Value) -> Result<BandRequest, Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", questions::BAND)?;
    let found = read_band(&mut reader);
    reader.finish(found)
}

fn read_band(reader: &mut Reader<'_, '_>) -> Option<BandRequest> {
    let (role, (level, years)) = (reader.job(), reader.seniority());
    let community = reader.community(role);
    let place = reader.place();
    let agreement = reader.agreement(place.as_ref().map(|place| place.country.as_str()));
    Some(BandRequest { role: role?, level, years, community, place: place?, agreement })
}

/// Reads a place; the default country when nothing is said.
///
/// # Errors
/// Every fault of the request.
pub fn place_of(data: &PayData, value: &Value) -> Result<Place, Vec<InputError>> {
    if value.as_object().is_some_and(Map::is_empty) {
        return Ok(Place { country: data.default_country.clone(), region: None, city: None, area: None });
    }
    let mut reader = Reader::new(data, value, "", questions::PLACE)?;
    let found = reader.place();
    reader.finish(found)
}

/// Reads an offer, and another to set beside it: what `against` leaves out is as in the offer.
///
/// # Errors
/// Every fault of the request.
pub fn offer(data: &PayData, value: &Value) -> Result<OfferQuestion, Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", questions::OFFER)?;
    let found = read_offer(&mut reader);
    let against = match reader.get("against") {
        None => None,
        Some(Value::Object(over)) => read_against(&mut reader, over),
        Some(other) => {
            reader.errors.push(InputError::wrong_type("/against", other, ids::ASKS_OBJECT));
            None
        }
    };
    let found = found.map(|offer| OfferQuestion { offer, against });
    reader.finish(found)
}

fn read_offer(reader: &mut Reader<'_, '_>) -> Option<OfferRequest> {
    let band = read_band(reader);
    let (amount, period, currency) = (reader.number("amount"), reader.period(), reader.currency("currency"));
    let rate = reader.number("rate");
    if let (Some(code), Some(band)) = (currency, &band)
        && let Some(expected) = reader.known.pay.and_then(|data| data.currency(&band.place.country))
    {
        let country = &band.place.country;
        if expected != code && rate.is_none() && reader.get("rate").is_none() {
            let at = reader.at("currency");
            reader.errors.push(wrong(
                at,
                said!(
                    FAULT_PAY_KNOWN_GIVE_AMOUNT_EXCHANGE,
                    code = code,
                    country = country,
                    expected = expected
                ),
            ));
        } else if expected == code && rate.is_some() {
            let at = reader.at("rate");
            reader.errors.push(wrong(
                at,
                said!(FAULT_OFFER_ALREADY_CURRENCY_PAY_LEAVE, country = country, expected = expected),
            ));
        }
    }
    let payments = reader.number("payments");
    if payments.is_some_and(|payments| payments > 12.0)
        && period.is_some_and(|period| period != Period::Month)
    {
        let at = reader.at("payments");
        reader.errors.push(wrong(at, ids::FAULT_NUMBER_PAYMENTS_MAKES_SENSE_PERIOD));
    }
    let (fte, variable) = (reader.number("fte"), reader.number("variable"));
    let (equity, benefits) = (reader.number("equity"), reader.number("benefits"));
    Some(OfferRequest {
        band: band?,
        amount: amount?,
        currency: currency?.to_owned(),
        rate,
        period: period?,
        payments: payments?,
        fte: fte?,
        variable,
        equity,
        benefits,
    })
}

/// Reads the offer that differs from another in some fields.
fn read_against(reader: &mut Reader<'_, '_>, over: &Map<String, Value>) -> Option<OfferRequest> {
    let mut merged = reader.map.clone();
    merged.remove("against");
    // Another place replaces the whole place.
    let place = || questions::PLACE.iter().map(|field| field.name);
    if place().any(|field| over.contains_key(field)) {
        place().for_each(|field| drop(merged.remove(field)));
    }
    // Level and years of experience say the same thing: either replaces both.
    if over.contains_key("level") || over.contains_key("years") {
        merged.remove("level");
        merged.remove("years");
    }
    // Another currency has another rate, and the country's own none.
    if over.contains_key("currency") || over.contains_key("country") {
        merged.remove("rate");
    }
    // A number of payments means nothing for another period than the month.
    if over.get("period").is_some_and(|period| period != "month") {
        merged.remove("payments");
    }
    if over.is_empty() {
        reader.errors.push(wrong("/against".to_owned(), ids::FAULT_NAME_LEAST_ONE_FIELD_DIFFERS));
    }
    // An offer inside the other one is no field of an offer.
    if let Some(nested) = over.get("against") {
        merged.insert("against".to_owned(), nested.clone());
    }
    merged.extend(over.iter().map(|(field, value)| (field.clone(), value.clone())));
    let merged = Value::Object(merged);
    let fields = questions::OFFER_ALONE;
    match Reader::new(reader.known, &merged, "/against", fields) {
        Err(errors) => {
            reader.errors.extend(errors);
            None
        }
        Ok(mut inner) => {
            let found = read_offer(&mut inner);
            // A fault of the first offer is told once.
            inner.errors.retain(|error| {
                let field = error.pointer.split('/').nth(2).unwrap_or("");
                let told = format!("/{field}");
                over.contains_key(field) || reader.errors.listed().iter().all(|known| known.pointer != told)
            });
            reader.errors.append(&mut inner.errors);
            found
        }
    }
}

/// Reads whose cost is asked for.
///
/// # Errors
/// Every fault of the request.
pub fn cost(data: &PayData, value: &Value) -> Result<CostRequest, Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", questions::COST)?;
    let found = read_cost(&mut reader);
    reader.finish(found)
}

fn read_cost(reader: &mut Reader<'_, '_>) -> Option<CostRequest> {
    let place = reader.place();
    let (gross, budget, net) = (reader.number("gross"), reader.whole("budget"), reader.whole("net"));
    reader.one_of(&["gross", "budget", "net"]);
    let (fte, headcount) = (reader.number("fte"), reader.count("headcount"));
    let executive = reader.flag("executive");
    let (employer, age) = (reader.choice("employer"), reader.count("age"));
    let (holiday_pay, thirteenth_month) = (reader.flag("holiday_pay"), reader.flag("thirteenth_month"));
    let (mobility_rate, accident_rate) = (reader.number("mobility_rate"), reader.number("accident_rate"));
    let health_cover = reader.number("health_cover");
    let (role, level) = (reader.job(), reader.level());
    let agreement = reader.agreement(place.as_ref().map(|place| place.country.as_str()));
    let french =
        |place: &Place| reader.known.pay.is_some_and(|data| data.costs_by(CostModel::France, &place.country));
    if let Some(place) = place.as_ref().filter(|place| !french(place)) {
        for field in questions::COST.iter().filter(|field| field.french) {
            if reader.get(field.name).is_some_and(|value| *value != Value::Bool(false)) {
                let (at, country) = (reader.at(field.name), &place.country);
                reader.errors.push(wrong(at, said!(FAULT_HOLDS_FRANCE_ONLY_LEAVE_OUT, country = country)));
            }
        }
    }
    let apprentice = reader.object("apprentice", |inner| {
        let age = inner.count("age");
        let (degree, year) = (inner.count("degree"), inner.count("year"));
        let presence_percent = inner.count("presence_percent");
        Some(ApprenticeRequest {
            age: age?,
            degree: degree?,
            year: year?,
            presence_percent: presence_percent?,
        })
    });
    let freelance = reader.object("freelance", |inner| {
        let day_rate = inner.number("day_rate");
        let (days, fees_percent) = (inner.count("days"), inner.number("fees_percent"));
        Some(FreelanceRequest { day_rate: day_rate?, days: days?, fees_percent: fees_percent? })
    });
    let agency = reader.object("agency", |inner| {
        let monthly_retainer = inner.number("monthly_retainer");
        let setup = inner.number("setup");
        Some(AgencyRequest { monthly_retainer: monthly_retainer?, setup: setup? })
    });
    Some(CostRequest {
        place: place?,
        gross,
        budget,
        net,
        fte: fte?,
        headcount,
        executive,
        employer,
        age,
        holiday_pay,
        thirteenth_month,
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

#[cfg(test)]
mod tests;

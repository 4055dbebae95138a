//! The brief of a draft: what the employer knows, read from JSON with every fault named.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::domain::dated::{Day, parse_day};
use crate::domain::goal::GoalIndex;
use crate::domain::input::fault::{Faults, InputError};
use crate::domain::pay::band::Job;
use crate::domain::pay::data::PayData;
use crate::domain::pay::figure::Period;
use crate::domain::pay::request::{Place, Reader, wrong};
use crate::domain::profile::currency;
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, Priority, Stage, UnknownValue, vocabulary};

vocabulary! {
    /// Sort of contract.
    Contract("contract") {
        /// Without end (CDI).
        Permanent = "permanent",
        /// With an end (CDD).
        FixedTerm = "fixed-term",
        /// Apprenticeship.
        Apprenticeship = "apprenticeship",
        /// Internship.
        Internship = "internship",
        /// Freelance.
        Freelance = "freelance",
    }
}

vocabulary! {
    /// Common European level of a language.
    Cefr("language level") {
        /// Breakthrough.
        A1 = "A1",
        /// Waystage.
        A2 = "A2",
        /// Threshold.
        B1 = "B1",
        /// Vantage.
        B2 = "B2",
        /// Effective proficiency.
        C1 = "C1",
        /// Mastery.
        C2 = "C2",
    }
}

vocabulary! {
    /// How an ad speaks.
    Tone("tone") {
        /// Plain and polite.
        Formal = "formal",
        /// Friendly.
        Warm = "warm",
    }
}

vocabulary! {
    /// How a French ad addresses the reader.
    Address("form of address") {
        /// Vous.
        Vous = "vous",
        /// Tu.
        Tu = "tu",
    }
}

/// Who hires.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Company {
    /// Legal or brand name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it does, in a sentence or a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Employees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
    /// Site or profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
}

/// A language and its level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Language {
    /// The language, as it is to be written.
    pub language: String,
    /// Level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Cefr>,
}

/// Pay as the employer gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum BriefPay {
    /// `from-band`: propose it.
    FromBand(FromBand),
    /// A range or a fixed amount.
    Given(GivenPay),
}

vocabulary! {
    /// The wish that pay be proposed.
    FromBand("pay") {
        /// From the market band.
        FromBand = "from-band",
    }
}

/// A range or a fixed amount, gross, whole units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct GivenPay {
    /// Lower end.
    pub min: u64,
    /// Upper end; the same for a fixed amount.
    pub max: u64,
    /// ISO 4217 currency.
    pub currency: String,
    /// What it is paid for.
    pub period: Period,
    /// Monthly payments a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payments: Option<u32>,
}

/// What is known about a post. Everything is optional: what is missing becomes a gap.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Brief {
    /// Who hires.
    pub company: Company,
    /// Country, region and known city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// City as it is to be written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Remote days a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remote_days: Option<u32>,
    /// Whether the work may be done wholly away from the office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fully_remote: Option<bool>,
    /// Contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// Months, of a contract with an end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_months: Option<u32>,
    /// Hours a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<u32>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub start_date: Option<Day>,
    /// Stage of the online presence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presence_stage: Option<Stage>,
    /// Goals, in order of weight.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<String>,
    /// Pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<BriefPay>,
    /// Bonus, commission, equity; `none` when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_compensation: Option<String>,
    /// Collective agreement; `none` when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collective_agreement: Option<String>,
    /// Whether more than the stated minimum may be paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pays_more: Option<bool>,
    /// Benefits, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<String>,
    /// Tools.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tools: Vec<String>,
    /// Networks and spaces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub platforms: Vec<String>,
    /// Languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The team.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// To whom the person reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<String>,
    /// Steps of the selection.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub process: Vec<String>,
    /// Last day to apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub closing_date: Option<Day>,
    /// Day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub date_posted: Option<Day>,
    /// Whom to write to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Reference of the post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Whether software screens or ranks applications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai_screening: Option<bool>,
    /// Whether the vacancy exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub existing_vacancy: Option<bool>,
    /// How the ad speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    /// Tu or vous, in French.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
}

/// What is asked: a draft for a role.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftQuestion {
    /// The role, or both in one post.
    pub role: Job,
    /// The level.
    pub level: Option<Level>,
    /// Language of the draft.
    pub language: Lang,
    /// The brief.
    pub brief: Brief,
    /// Refuse a draft in which something is missing that the law requires.
    pub strict: bool,
}

/// Fields of the question.
pub const QUESTION_FIELDS: [&str; 5] = ["role", "level", "language", "strict", "brief"];
const FIELDS: [&str; 33] = [
    "company",
    "place",
    "remote_days",
    "fully_remote",
    "contract",
    "duration_months",
    "hours_per_week",
    "start_date",
    "presence_stage",
    "goals",
    "pay",
    "other_compensation",
    "collective_agreement",
    "pays_more",
    "benefits",
    "tools",
    "platforms",
    "languages",
    "team",
    "reports_to",
    "process",
    "closing_date",
    "date_posted",
    "contact",
    "reference",
    "ai_screening",
    "existing_vacancy",
    "tone",
    "address",
    "role",
    "level",
    "language",
    "strict",
];
const COMPANY: [&str; 5] = ["name", "activity", "employees", "website", "tone"];
const PLACE: [&str; 5] = ["city", "postal_code", "region", "country", "street"];
const PAY: [&str; 6] = ["min", "max", "amount", "currency", "period", "payments"];
const LANGUAGE: [&str; 2] = ["language", "level"];
const GOAL: [&str; 2] = ["goal", "priority"];

/// Longest text of a field, in characters, and most items of a list.
const LONGEST: usize = 600;
const MOST: usize = 30;

/// Reads the question of a draft. `lang` is the language when the question names none.
///
/// # Errors
/// Every fault, with its place.
pub fn question(
    data: &PayData,
    goals: &GoalIndex,
    value: &Value,
    lang: Lang,
) -> Result<DraftQuestion, Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", &QUESTION_FIELDS)?;
    let role = reader.job();
    reader.require(
        "role",
        "indiquez le rôle\u{a0}: cm, smm, hybrid ou content-manager",
        "give the role: cm, smm, hybrid or content-manager",
    );
    let level = reader.level();
    let language = reader.named("language", "langue inconnue", str::parse).unwrap_or(lang);
    let strict = reader.flag("strict");
    let empty = Value::Object(serde_json::Map::new());
    let given = reader.get("brief").unwrap_or(&empty);
    let mut errors = std::mem::take(&mut reader.errors);
    let brief = brief(data, goals, given, &mut errors);
    match (role, brief) {
        (Some(role), Some(brief)) if errors.is_empty() => {
            Ok(DraftQuestion { role, level, language, brief, strict })
        }
        _ => Err(errors.into_list()),
    }
}

struct Texts<'r, 'v, 'd>(&'r mut Reader<'v, 'd>);

impl<'v> Texts<'_, 'v, '_> {
    /// One line of text: no control characters, not too long.
    fn line(&mut self, field: &str) -> Option<String> {
        let text = self.0.text(field)?;
        self.clean(&self.0.at(field), text)
    }

    fn clean(&mut self, pointer: &str, text: &str) -> Option<String> {
        // As it is sent, spaces included: the document of the API says so.
        if text.chars().count() > LONGEST {
            self.0.errors.push(wrong(
                pointer.to_owned(),
                format!("au plus {LONGEST} signes"),
                format!("at most {LONGEST} characters"),
            ));
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

    fn items(&mut self, field: &str) -> Vec<&'v Value> {
        let Some(value) = self.0.get(field) else { return Vec::new() };
        let at = self.0.at(field);
        let Some(list) = value.as_array() else {
            self.0.errors.push(InputError::wrong_type(at, value, "une liste", "a list"));
            return Vec::new();
        };
        if list.len() > MOST {
            self.0.errors.push(wrong(
                at,
                format!("au plus {MOST} éléments"),
                format!("at most {MOST} items"),
            ));
            return Vec::new();
        }
        list.iter().collect()
    }

    fn lines(&mut self, field: &str) -> Vec<String> {
        let at = self.0.at(field);
        let mut found = Vec::new();
        for (index, item) in self.items(field).into_iter().enumerate() {
            let pointer = format!("{at}/{index}");
            match item.as_str() {
                Some(text) => found.extend(self.clean(&pointer, text)),
                None => {
                    self.0.errors.push(InputError::wrong_type(pointer, item, "un texte", "a string"));
                }
            }
        }
        found
    }

    fn day(&mut self, field: &str) -> Option<Day> {
        let text = self.0.text(field)?;
        let found = parse_day(text);
        if found.is_none() {
            let at = self.0.at(field);
            self.0.errors.push(wrong(
                at,
                "écrivez la date AAAA-MM-JJ, par exemple 2027-01-04",
                "write the date as YYYY-MM-DD, for example 2027-01-04",
            ));
        }
        found
    }

    fn maybe(&mut self, field: &str) -> Option<bool> {
        self.0.get(field)?;
        Some(self.0.flag(field))
    }
}

fn brief(data: &PayData, goals: &GoalIndex, value: &Value, errors: &mut Faults) -> Option<Brief> {
    let mut reader = match Reader::new(data, value, "/brief", &FIELDS[..29]) {
        Ok(reader) => reader,
        Err(found) => {
            errors.extend(found);
            return None;
        }
    };
    let mut brief = Brief::default();
    let (stage, contract) = (
        reader.named("presence_stage", "stade inconnu", str::parse),
        reader.named("contract", "contrat inconnu", str::parse),
    );
    let (tone, address) = (
        reader.named("tone", "ton inconnu", str::parse),
        reader.named("address", "forme d’adresse inconnue", str::parse),
    );
    (brief.presence_stage, brief.contract, brief.tone, brief.address) = (stage, contract, tone, address);
    brief.remote_days = reader.whole("remote_days", 0, 5);
    brief.duration_months = reader.whole("duration_months", 1, 60);
    brief.hours_per_week = reader.whole("hours_per_week", 1, 60);
    let mut texts = Texts(&mut reader);
    brief.fully_remote = texts.maybe("fully_remote");
    brief.pays_more = texts.maybe("pays_more");
    brief.ai_screening = texts.maybe("ai_screening");
    brief.existing_vacancy = texts.maybe("existing_vacancy");
    brief.start_date = texts.day("start_date");
    brief.closing_date = texts.day("closing_date");
    brief.date_posted = texts.day("date_posted");
    brief.other_compensation = texts.line("other_compensation");
    brief.collective_agreement = texts.line("collective_agreement");
    brief.team = texts.line("team");
    brief.reports_to = texts.line("reports_to");
    brief.contact = texts.line("contact");
    brief.reference = texts.line("reference");
    brief.benefits = texts.lines("benefits");
    brief.tools = texts.lines("tools");
    brief.platforms = texts.lines("platforms");
    brief.process = texts.lines("process");
    brief.goals = self::goals(&mut texts, goals);
    brief.languages = languages(&mut texts, data);
    if let (Some(posted), Some(closing)) = (brief.date_posted, brief.closing_date)
        && closing <= posted
    {
        reader.errors.push(wrong(
            reader.at("closing_date"),
            "doit suivre la date de publication",
            "must lie after the date of publication",
        ));
    }
    if brief.contract == Some(Contract::Permanent) && brief.duration_months.is_some() {
        reader.errors.push(wrong(
            reader.at("duration_months"),
            "un CDI n’a pas de durée\u{202f}; retirez-la ou changez de contrat",
            "a permanent contract has no length; remove it or change the contract",
        ));
    }
    if brief.fully_remote == Some(true) && brief.remote_days.is_some_and(|days| days < 5) {
        reader.errors.push(wrong(
            reader.at("remote_days"),
            "le poste est entièrement en télétravail\u{202f}; gardez l’une des deux indications",
            "the post is fully remote; keep one of the two",
        ));
    }
    company(&mut reader, &mut brief);
    place(&mut reader, &mut brief);
    pay(&mut reader, &mut brief);
    errors.append(&mut reader.errors);
    Some(brief)
}

fn goals(texts: &mut Texts<'_, '_, '_>, known: &GoalIndex) -> Vec<String> {
    let at = texts.0.at("goals");
    let mut found: Vec<String> = Vec::new();
    for (index, item) in texts.items("goals").into_iter().enumerate() {
        let pointer = format!("{at}/{index}");
        // As in a profile: an id, or an object with a priority.
        let goal = match item {
            Value::String(id) => resolve(known, id)
                .map_err(|error| {
                    texts.0.errors.push(InputError::unknown(
                        pointer,
                        "unknown-value",
                        "objectif inconnu",
                        &error,
                    ));
                })
                .ok(),
            Value::Object(_) => match Reader::new(texts.0.data, item, &pointer, &GOAL) {
                Err(errors) => {
                    texts.0.errors.extend(errors);
                    None
                }
                Ok(mut reader) => {
                    reader.require("goal", "indiquez l’objectif", "give the goal");
                    let goal = reader.named("goal", "objectif inconnu", |id| resolve(known, id));
                    // Missions follow from every goal; its priority is checked, and plays no part.
                    reader.named("priority", "priorité inconnue", str::parse::<Priority>);
                    texts.0.errors.append(&mut reader.errors);
                    goal
                }
            },
            _ => {
                texts.0.errors.push(InputError::wrong_type(pointer, item, "un objectif", "a goal"));
                None
            }
        };
        found.extend(goal.filter(|goal| !found.contains(goal)));
    }
    found
}

fn resolve(known: &GoalIndex, id: &str) -> Result<String, UnknownValue> {
    known.resolve(id).map(|_| id.to_owned())
}

fn languages(texts: &mut Texts<'_, '_, '_>, data: &PayData) -> Vec<Language> {
    let at = texts.0.at("languages");
    let mut found = Vec::new();
    for (index, item) in texts.items("languages").into_iter().enumerate() {
        let pointer = format!("{at}/{index}");
        if let Some(text) = item.as_str() {
            found.extend(texts.clean(&pointer, text).map(|language| Language { language, level: None }));
            continue;
        }
        match Reader::new(data, item, &pointer, &LANGUAGE) {
            Err(errors) => texts.0.errors.extend(errors),
            Ok(mut reader) => {
                let level = reader.named("level", "niveau inconnu", str::parse);
                reader.require("language", "indiquez la langue", "give the language");
                let language = Texts(&mut reader).line("language");
                texts.0.errors.append(&mut reader.errors);
                found.extend(language.map(|language| Language { language, level }));
            }
        }
    }
    found
}

fn company(reader: &mut Reader<'_, '_>, brief: &mut Brief) {
    let Some(value) = reader.get("company") else { return };
    let at = reader.at("company");
    match Reader::new(reader.data, value, &at, &COMPANY) {
        Err(errors) => reader.errors.extend(errors),
        Ok(mut inner) => {
            let employees = inner.whole("employees", 0, 10_000_000);
            let tone = inner.named("tone", "ton inconnu", str::parse);
            let mut texts = Texts(&mut inner);
            let name = texts.line("name");
            let activity = texts.line("activity");
            let website = texts.line("website");
            if website
                .as_deref()
                .is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://"))
            {
                let pointer = inner.at("website");
                inner.errors.push(wrong(pointer, "doit commencer par https://", "must begin with https://"));
            }
            brief.company = Company { name, activity, employees, website };
            brief.tone = brief.tone.or(tone);
            reader.errors.append(&mut inner.errors);
        }
    }
}

fn place(reader: &mut Reader<'_, '_>, brief: &mut Brief) {
    let Some(value) = reader.get("place") else { return };
    let at = reader.at("place");
    match Reader::new(reader.data, value, &at, &PLACE) {
        Err(errors) => reader.errors.extend(errors),
        Ok(mut inner) => {
            let mut texts = Texts(&mut inner);
            brief.city = texts.line("city");
            brief.postal_code = texts.line("postal_code");
            brief.street = texts.line("street");
            let codes = inner.get("country").is_some() || inner.get("region").is_some();
            // A city that pay does not know is still a place of work.
            let known = inner.place();
            if known.is_none() && codes {
                let city = inner.at("city");
                inner.errors.retain(|error| error.pointer != city || error.code != "unknown-value");
                if inner.errors.is_empty() {
                    let mut map = value.as_object().cloned().unwrap_or_default();
                    map.remove("city");
                    let without = Value::Object(map);
                    if let Ok(mut again) = Reader::new(reader.data, &without, &at, &PLACE) {
                        brief.place = again.place();
                        inner.errors.append(&mut again.errors);
                    }
                }
            } else {
                brief.place = known;
            }
            reader.errors.append(&mut inner.errors);
        }
    }
}

fn pay(reader: &mut Reader<'_, '_>, brief: &mut Brief) {
    let Some(value) = reader.get("pay") else { return };
    let at = reader.at("pay");
    if let Some(text) = value.as_str() {
        match text.parse::<FromBand>() {
            Ok(wish) => brief.pay = Some(BriefPay::FromBand(wish)),
            Err(error) => {
                reader.errors.push(InputError::unknown(at, "unknown-value", "salaire inconnu", &error));
            }
        }
        return;
    }
    match Reader::new(reader.data, value, &at, &PAY) {
        Err(errors) => reader.errors.extend(errors),
        Ok(mut inner) => {
            let amount = inner.whole("amount", 1, 1_000_000_000);
            let (min, max) = (
                inner.whole("min", 1, 1_000_000_000).or(amount),
                inner.whole("max", 1, 1_000_000_000).or(amount),
            );
            if min.is_none() && max.is_none() && inner.errors.is_empty() {
                inner.missing("min", "donnez min et max, ou amount", "give min and max, or amount");
            }
            let period = inner.period();
            inner.require(
                "period",
                "indiquez la période\u{a0}: year, month, week, day ou hour",
                "give the period: year, month, week, day or hour",
            );
            let payments = inner.whole("payments", 12, 14);
            let code = inner.text("currency");
            inner.require(
                "currency",
                "indiquez la devise, par exemple EUR",
                "give the currency, for example EUR",
            );
            let known = code.and_then(currency).map(|known| known.code());
            if code.is_some() && known.is_none() {
                let pointer = inner.at("currency");
                inner.errors.push(wrong(
                    pointer,
                    "devise inconnue (ISO 4217, par exemple EUR)",
                    "unknown currency (ISO 4217, for example EUR)",
                ));
            }
            let (low, high) = (min.or(max), max.or(min));
            if let (Some(low), Some(high)) = (low, high)
                && low > high
            {
                let pointer = inner.at("min");
                inner.errors.push(wrong(pointer, "min dépasse max", "min is above max"));
            }
            if let (Some(low), Some(high), Some(code), Some(period)) = (low, high, known, period) {
                brief.pay = Some(BriefPay::Given(GivenPay {
                    min: low.into(),
                    max: high.into(),
                    currency: code.to_owned(),
                    period,
                    payments: payments.filter(|payments| *payments != 12),
                }));
            }
            reader.errors.append(&mut inner.errors);
        }
    }
}

#[cfg(test)]
mod tests;

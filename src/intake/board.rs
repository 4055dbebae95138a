//! Ads as job boards hand them on, one object each → what the reading of an ad takes: text, and facts beside it.
//!
//! Four forms are told apart by their keys: schema.org `JobPosting`, objects of the French employment service
//! (`intitule`), of Adzuna, and any other whose keys are named by a [`Mapping`] or are the usual ones.

use serde_json::Value;

use super::facts::{Facts, said};
use super::{Words, html};
use crate::domain::dated::{Day, parse_day};
use crate::domain::iso::Country;
use crate::domain::job::facts::{Fact, name};
use crate::domain::job::fold::fold;
use crate::domain::job::lists::List;
use crate::domain::job::terms::Contract;
use crate::domain::market::observe::Ad;
use crate::domain::market::record::Unreadable;

/// Where the fields of an ad stand in objects of a form that we do not know: dotted paths, `company.name`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    paths: Vec<(Fact, String)>,
}

impl Mapping {
    /// The fields that can be named.
    #[must_use]
    pub fn fields() -> Vec<&'static str> {
        Fact::ALL.iter().map(|fact| fact.id()).collect()
    }

    /// Adds `field=path`.
    ///
    /// # Errors
    /// The field that is not known, or the whole where there is no `=`.
    ///
    /// ```
    /// use rolecall::intake::board::Mapping;
    ///
    /// let mut mapping = Mapping::default();
    /// assert!(mapping.add("title=job.name").is_ok());
    /// assert_eq!(mapping.add("colour=red"), Err("colour".to_owned()));
    /// ```
    pub fn add(&mut self, part: &str) -> Result<(), String> {
        let Some((field, path)) = part.split_once('=') else { return Err(part.trim().to_owned()) };
        let field = field.trim();
        let (Some(fact), false) = (Fact::find(field), path.trim().is_empty()) else {
            return Err(field.to_owned());
        };
        self.paths.push((fact, path.trim().to_owned()));
        Ok(())
    }

    /// Whether nothing is named.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    fn names(&self, fact: Fact) -> bool {
        self.paths.iter().any(|(known, _)| *known == fact)
    }

    /// The value of a fact: where the mapping says, or below one of the usual names.
    fn get<'v>(&self, keys: &Keys<'v>, fact: Fact, words: Words<'_>) -> Option<&'v Value> {
        let found = |path: &str| {
            // A key with a dot in it is a key; a table has no other.
            let object = keys.object;
            let value =
                object.get(path).or_else(|| path.split('.').try_fold(object, |value, key| value.get(key)));
            value.filter(|value| !value.is_null())
        };
        match self.paths.iter().find(|(known, _)| *known == fact) {
            Some((_, path)) => found(path),
            None => words.facts.names(fact).iter().find_map(|name| keys.get(name)).or_else(|| {
                let mut parts = keys.parts.iter().filter(|(name, _)| words.facts.named(name) == Some(fact));
                parts.next().map(|(_, value)| *value)
            }),
        }
    }
}

/// The keys of an object as names are looked up, and those of the objects inside of it behind a dot.
struct Keys<'v> {
    object: &'v Value,
    whole: Vec<(String, &'v Value)>,
    parts: Vec<(String, &'v Value)>,
}

impl<'v> Keys<'v> {
    fn of(object: &'v Value) -> Self {
        let fields =
            |value: &'v Value| value.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
        let whole: Vec<(String, &Value)> = fields(object).map(|(key, value)| (name(key), value)).collect();
        let parts = whole.iter().flat_map(|(outer, value)| {
            fields(value).map(move |(key, value)| (format!("{outer}.{}", name(key)), value))
        });
        Self { object, parts: parts.collect(), whole }
    }

    fn get(&self, name: &str) -> Option<&'v Value> {
        let known = self.whole.iter().chain(&self.parts).find(|(known, _)| known == name);
        known.map(|(_, value)| *value)
    }
}

/// Keys that objects of the French employment service have and tables of others have not; `intitule` stands in both.
const FRANCE_TRAVAIL: [&str; 6] =
    ["lieuTravail", "romeCode", "typeContrat", "dateCreation", "experienceExige", "alternance"];

/// Longest text of an ad that is read, in bytes.
pub const MAX_TEXT: usize = super::MAX_TEXT;

/// An ad from an object.
///
/// # Errors
/// Why it is none.
pub fn ad(object: &Value, mapping: &Mapping, words: Words<'_>) -> Result<Ad, Unreadable> {
    if !object.is_object() {
        return Err(Unreadable::NotObject);
    }
    let kind = object.get("@type").map_or(String::new(), Value::to_string);
    let has = |key: &str| object.get(key).is_some();
    let (facts, ad) = if !mapping.is_empty() {
        mapped(&Keys::of(object), mapping, words)
    } else if kind.contains("JobPosting\"") {
        schema_org(object)
    } else if has("intitule") && FRANCE_TRAVAIL.iter().any(|key| has(key)) {
        france_travail(object, words)
    } else if has("salary_is_predicted") || has("adref") || (has("redirect_url") && has("created")) {
        adzuna(object)
    } else {
        let keys = Keys::of(object);
        if mapping.get(&keys, Fact::Text, words).is_none() {
            return Err(Unreadable::UnknownForm);
        }
        mapped(&keys, mapping, words)
    };
    written(facts, ad, words)
}

/// The text of the ad with its facts as lines above it.
fn written(mut facts: Facts, ad: Ad, words: Words<'_>) -> Result<Ad, Unreadable> {
    let body = facts.description.take().unwrap_or_default();
    if body.len() > super::MAX_BYTES {
        return Err(Unreadable::TooLong);
    }
    let body = if looks_like_html(&body) {
        html::read(&body, MAX_TEXT, words).map_err(|_| Unreadable::TooLong)?.text
    } else {
        body
    };
    if body.trim().is_empty() {
        return Err(Unreadable::NoText);
    }
    if body.len() > MAX_TEXT {
        return Err(Unreadable::TooLong);
    }
    let lang = words.lang(&body);
    let mut text = String::with_capacity(body.len() + 256);
    // What is told beside the text already need not be in it.
    let date = facts.posted.take().as_deref().and_then(day);
    let employer = facts.employer.take();
    let title = facts.title.take().map(|title| html::line(&title, words));
    for (line, _) in facts.lines(words, lang) {
        text.push_str(&line);
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&body);
    Ok(Ad { title, text, employer, date, ..ad })
}

fn looks_like_html(text: &str) -> bool {
    ["</", "<br", "<p>", "<li>", "&lt;", "&nbsp;", "&eacute;", "&amp;"].iter().any(|sign| text.contains(sign))
}

/// A day of a date or time, of a table as people write it too: 2026-09-03T10:00:00Z, 03/09/2026.
fn day(text: &str) -> Option<Day> {
    let head: String = text.trim().chars().take(10).collect();
    parse_day(&head).or_else(|| {
        let mut parts = head.split('/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        (year.len() == 4).then(|| parse_day(&format!("{year}-{month:0>2}-{day:0>2}"))).flatten()
    })
}

/// A country by its code.
fn country(text: &str) -> Option<String> {
    Country::meant(text).map(|country| country.code().to_owned())
}

fn schema_org(posting: &Value) -> (Facts, Ad) {
    let facts = Facts::of_posting(posting);
    let identifier = posting.get("identifier");
    // What an identifier is named after is the employer.
    let id = identifier.and_then(|id| if id.is_object() { id.get("value").and_then(said) } else { said(id) });
    let address =
        posting.pointer("/jobLocation/address").or_else(|| posting.pointer("/jobLocation/0/address"));
    let place = address.and_then(|address| address.get("addressCountry")).and_then(said);
    let months = posting.pointer("/experienceRequirements/monthsOfExperience").and_then(Value::as_f64);
    let kinds = posting.get("employmentType").map_or(String::new(), Value::to_string);
    let ad = Ad {
        id: id.or_else(|| posting.get("url").and_then(said)),
        country: place.as_deref().and_then(country),
        years: months.and_then(whole_years),
        contract: kind_of(&kinds.to_uppercase()),
        part_time: kinds.contains("PART_TIME") && !kinds.contains("FULL_TIME"),
        ..Ad::default()
    };
    (facts, ad)
}

/// The sort of contract of schema.org's words, where one of them is no usual employment.
fn kind_of(kinds: &str) -> Option<Contract> {
    [
        ("INTERN", Contract::Internship),
        ("VOLUNTEER", Contract::Internship),
        ("CONTRACTOR", Contract::Freelance),
    ]
    .into_iter()
    .find(|(word, _)| kinds.contains(word))
    .map(|(_, contract)| contract)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred months at most")]
fn whole_years(months: f64) -> Option<u32> {
    (0.0..=600.0).contains(&months).then(|| (months / 12.0) as u32)
}

/// An object of the French employment service's API v2.
fn france_travail(offer: &Value, words: Words<'_>) -> (Facts, Ad) {
    let text = |pointer: &str| offer.pointer(pointer).and_then(said);
    let mut facts = Facts {
        title: text("/intitule"),
        description: offer.get("description").and_then(Value::as_str).map(str::to_owned),
        employer: text("/entreprise/nom"),
        hours: text("/dureeTravailLibelle"),
        posted: text("/dateCreation"),
        ..Facts::default()
    };
    // "69 - Vaulx-en-Velin": the department, then the town.
    let town = text("/lieuTravail/libelle").map(|label| match label.split_once(" - ") {
        Some((_, town)) => town.to_owned(),
        None => label,
    });
    let label =
        text("/lieuTravail/libelle").and_then(|label| Some(label.split_once(" - ")?.0.trim().to_owned()));
    let code = text("/lieuTravail/codePostal")
        .or(label.filter(|code| code.len() < 4).map(|code| format!("{code:0<5}")));
    facts.place = match (code, town) {
        (Some(code), Some(town)) => Some(format!("{code} {town}, France")),
        (_, town) => town.map(|town| format!("{town}, France")),
    };
    let contract = text("/typeContratLibelle").or_else(|| text("/typeContrat"));
    let work_study = offer.get("alternance").and_then(Value::as_bool).unwrap_or(false);
    facts.contract = match (contract, work_study) {
        (Some(contract), true) => Some(format!("{contract}, en alternance")),
        (None, true) => Some("en alternance".to_owned()),
        (contract, false) => contract,
    };
    if let Some(pay) = text("/salaire/libelle").or_else(|| text("/salaire/commentaire")) {
        facts.pay_in_words(&pay);
    }
    let asked = text("/experienceLibelle").unwrap_or_default().to_lowercase();
    let number = asked.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty());
    let number = number.and_then(|digits| digits.parse::<u32>().ok()).filter(|number| *number <= 600);
    let years = match (number, text("/experienceExige").as_deref()) {
        (Some(months), _) if asked.contains("mois") => Some(months / 12),
        (Some(years), _) if asked.contains("an") => Some(years),
        (_, Some("D")) => Some(0),
        _ => None,
    };
    let converted = text("/dureeTravailLibelleConverti").unwrap_or_default().to_lowercase();
    let told = |pointer: &str| text(pointer).unwrap_or_default().to_lowercase();
    let (kind, nature) = (told("/typeContrat"), told("/natureContrat"));
    let sort = match kind.as_str() {
        _ if work_study || nature.contains("apprentissage") || nature.contains("professionnalisation") => {
            Some(Contract::Apprenticeship)
        }
        "lib" | "fra" | "cce" => Some(Contract::Freelance),
        _ if nature.contains("non salarié") => Some(Contract::Freelance),
        _ => None,
    };
    let ad = Ad {
        id: text("/id"),
        country: Some("FR".to_owned()),
        contract: sort,
        years,
        part_time: words.lists.inside(List::PartTime, &converted),
        ..Ad::default()
    };
    (facts, ad)
}

/// An object of Adzuna. Pay that it predicts is no evidence.
fn adzuna(offer: &Value) -> (Facts, Ad) {
    let text = |pointer: &str| offer.pointer(pointer).and_then(said);
    let areas: Vec<String> = offer
        .pointer("/location/area")
        .and_then(Value::as_array)
        .map(|areas| areas.iter().filter_map(said).collect())
        .unwrap_or_default();
    let place = if areas.is_empty() {
        text("/location/display_name")
    } else {
        Some(areas.iter().rev().cloned().collect::<Vec<_>>().join(", "))
    };
    let mut facts = Facts {
        title: text("/title"),
        description: offer.get("description").and_then(Value::as_str).map(str::to_owned),
        employer: text("/company/display_name"),
        place,
        contract: text("/contract_type")
            .map(|kind| if kind == "contract" { "fixed-term".to_owned() } else { kind }),
        posted: text("/created"),
        ..Facts::default()
    };
    let predicted = match offer.get("salary_is_predicted") {
        Some(Value::String(said)) => said != "0" && said != "false",
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::Bool(said)) => *said,
        _ => false,
    };
    let pay = [text("/salary_min"), text("/salary_max")];
    let given = pay.iter().any(Option::is_some);
    if !predicted {
        let [min, max] = pay;
        facts.pay_between(min, max, "", "YEAR");
    }
    let ad = Ad {
        id: text("/id"),
        country: areas.first().and_then(|area| country(area)),
        part_time: text("/contract_time").as_deref() == Some("part_time"),
        predicted_pay: predicted && given,
        ..Ad::default()
    };
    (facts, ad)
}

fn mapped(keys: &Keys<'_>, mapping: &Mapping, words: Words<'_>) -> (Facts, Ad) {
    let text = |fact: Fact| mapping.get(keys, fact, words).and_then(said).filter(|text| !text.is_empty());
    // The text is whole, however long.
    let body = match mapping.get(keys, Fact::Text, words) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(other) => said(other),
        None => None,
    };
    let mut facts = Facts {
        title: text(Fact::Title),
        description: body,
        employer: text(Fact::Employer),
        place: text(Fact::Place),
        hours: text(Fact::Hours),
        contract: text(Fact::Contract),
        posted: text(Fact::Posted),
        closes: text(Fact::Closes),
        ..Facts::default()
    };
    // Pay that the mapping names as a whole is not what usual names say beside it.
    let bounds = !mapping.names(Fact::Pay) || mapping.names(Fact::PayMin) || mapping.names(Fact::PayMax);
    let bound = |fact: Fact| text(fact).filter(|_| bounds);
    let (min, max) = (bound(Fact::PayMin), bound(Fact::PayMax));
    if min.is_some() || max.is_some() {
        let (currency, period) = (text(Fact::Currency), text(Fact::Period));
        facts.pay_between(min, max, &currency.unwrap_or_default(), &period.unwrap_or_default());
    } else if let Some(pay) = text(Fact::Pay) {
        facts.pay_in_words(&pay);
    }
    // A country that is no code is told beside the town, where the reader looks for it.
    let told = text(Fact::Country);
    let code = told.as_deref().and_then(country);
    if let (Some(told), None) = (told, &code) {
        facts.place = Some(facts.place.map_or(told.clone(), |place| format!("{place}, {told}")));
    }
    let contract = fold(facts.contract.as_deref().unwrap_or_default(), &[]).text;
    let hours = facts.hours.as_deref().unwrap_or_default().to_lowercase();
    let ad = Ad {
        id: text(Fact::Id),
        country: code,
        contract: sort_of(&contract, words),
        part_time: [&contract, &hours].into_iter().any(|text| words.lists.inside(List::PartTime, text)),
        ..Ad::default()
    };
    (facts, ad)
}

/// The sort of a contract in small letters without accents, where it is no usual employment.
fn sort_of(contract: &str, words: Words<'_>) -> Option<Contract> {
    match () {
        () if words.lists.any_word(List::ContractInternship, contract) => Some(Contract::Internship),
        () if words.lists.any_word(List::Trainee, contract) => Some(Contract::Apprenticeship),
        () if words.lists.begins_word(List::ContractFreelance, contract) => Some(Contract::Freelance),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::with_words;
    use super::*;

    fn ad(object: &Value, mapping: &Mapping) -> Result<Ad, Unreadable> {
        with_words(|words| super::ad(object, mapping, words))
    }

    fn read(object: &Value) -> Ad {
        ad(object, &Mapping::default()).unwrap()
    }

    #[test]
    fn an_offer_of_the_french_service_says_what_its_fields_do() {
        let found = read(&json!({
            "id": "213ABCD", "intitule": "Community manager (H/F)", "description": "Vous animez la communauté.",
            "dateCreation": "2026-09-03T10:00:00.000Z", "lieuTravail": {"libelle": "69 - Vaulx-en-Velin", "codePostal": "69120"},
            "entreprise": {"nom": "Café Noir"}, "typeContrat": "CDI", "typeContratLibelle": "CDI", "alternance": false,
            "experienceExige": "E", "experienceLibelle": "2 An(s)", "dureeTravailLibelleConverti": "Temps partiel",
            "salaire": {"libelle": "Mensuel de 1950.0 Euros à 2400.0 Euros sur 12.0 mois"}
        }));
        assert_eq!(found.employer.as_deref(), Some("Café Noir"));
        assert_eq!((found.years, found.part_time, found.country.as_deref()), (Some(2), true, Some("FR")));
        assert_eq!(found.date, parse_day("2026-09-03"));
        for line in
            ["Lieu : 69120 Vaulx-en-Velin, France", "Salaire : Mensuel de 1950.0 Euros", "Contrat : CDI"]
        {
            assert!(found.text.contains(line), "{}", found.text);
        }
        let beginner =
            read(&json!({"intitule": "x", "description": "y", "experienceExige": "D", "alternance": true}));
        assert!(beginner.years == Some(0) && beginner.text.contains("en alternance"), "{}", beginner.text);
    }

    #[test]
    fn pay_that_adzuna_predicts_is_not_read() {
        let offer = |predicted: Value| {
            json!({"id": 1, "title": "Social media manager", "description": "You plan our channels.", "salary_min": 30000,
                "salary_max": 35000, "salary_is_predicted": predicted, "location": {"area": ["UK", "London"]},
                "company": {"display_name": "Acme"}, "created": "2026-09-03T10:00:00Z", "contract_time": "part_time"})
        };
        for predicted in [json!("1"), json!(1), json!(true)] {
            let found = read(&offer(predicted));
            assert!(found.predicted_pay && !found.text.contains("30000"), "{}", found.text);
        }
        let found = read(&offer(json!("0")));
        assert!(found.text.contains("Salary: 30000 - 35000") && !found.predicted_pay && found.part_time);
        assert_eq!(found.country.as_deref(), Some("GB"));
    }

    #[test]
    fn other_objects_are_read_by_a_mapping_or_by_usual_names() {
        let mut mapping = Mapping::default();
        for part in ["title=job.name", "text=job.words", "employer=by", "place=at", "pay=money"] {
            mapping.add(part).unwrap();
        }
        let object = json!({"job": {"name": "CM", "words": "<p>You host our forum.</p>"}, "by": "Acme", "at": "Leeds", "money": "28k"});
        let found = ad(&object, &mapping).unwrap();
        assert_eq!((found.title.as_deref(), found.employer.as_deref()), (Some("CM"), Some("Acme")));
        assert!(
            found.text.contains("Location: Leeds")
                && found.text.contains("Salary: 28k")
                && !found.text.contains('<')
        );
        let table = json!({"title": "CM", "text": "You host our forum.", "salary_min": "28000", "salary_max": "32000",
            "currency": "GBP", "period": "annual", "salary": "see above"});
        let found = read(&table);
        assert!(found.text.contains("Salary: 28000 - 32000 GBP per year"), "{}", found.text);
        let nested = read(
            &json!({"title": "CM", "text": "You host our forum.", "salary": {"min": 28, "currency": "EUR"}}),
        );
        assert!(nested.text.contains("Salary: from 28 EUR"), "{}", nested.text);
        let part = |contract: &str| {
            let row = json!({ "Job Title": "CM", "text": "You host our forum.", "employment type": contract, "hours": 21 });
            read(&row)
        };
        assert!(
            part("Part-time").part_time
                && part("CDI temps partiel").part_time
                && !part("permanent").part_time
        );
        assert!(part("").text.contains("Hours: 21 hours a week"), "{}", part("").text);
        assert_eq!(part("Stage").contract, Some(Contract::Internship));
        assert_eq!(part("Alternance").contract, Some(Contract::Apprenticeship));
        let far = read(
            &json!({ "title": "CM", "text": "You host our forum.", "city": "Cambridge", "country": "United States" }),
        );
        assert!(far.text.contains("Location: Cambridge, United States"), "{}", far.text);
        // A column of that name is no object of the French service.
        let table = read(
            &json!({ "intitule": "CM", "description": "Vous animez le forum et les groupes.", "lieu": "Rennes" }),
        );
        assert!(table.text.contains("Lieu\u{a0}: Rennes") && table.country.is_none(), "{}", table.text);
        let usual = read(&json!({"title": "CM", "text": "You host our forum.", "date": "03/09/2026"}));
        assert_eq!(usual.date, parse_day("2026-09-03"));
        let refused = |object: Value| ad(&object, &Mapping::default()).unwrap_err();
        assert_eq!(refused(json!([1])), Unreadable::NotObject);
        assert_eq!(refused(json!({"a": 1})), Unreadable::UnknownForm);
        assert_eq!(refused(json!({"title": "CM", "text": "  "})), Unreadable::NoText);
        assert_eq!(refused(json!({"title": "CM", "text": "a ".repeat(MAX_TEXT)})), Unreadable::TooLong);
    }
}

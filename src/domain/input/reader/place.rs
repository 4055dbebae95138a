//! Places and what hangs on them: country, region, city, currency, collective agreement.

use serde_json::Value;

use super::{Reader, wrong};
use crate::domain::input::fault::{Code, InputError};
use crate::domain::input::field::Kind;
use crate::domain::input::questions::MOST_REGIONS;
use crate::domain::iso::{Country, Region, currency};
use crate::domain::message::{Filling, ids, said};
use crate::domain::pay::data::PayData;
use crate::domain::pay::place::{City, NoCity, Place, city};
use crate::domain::suggest::nearest;

impl<'v, 'd> Reader<'v, 'd> {
    /// A currency, as its code.
    pub(in crate::domain) fn currency(&mut self, name: &str) -> Option<&'static str> {
        let code = self.text(name)?;
        let found = currency(code).map(|found| found.code());
        if found.is_none() {
            let at = self.at(name);
            let guess = upper(code).and_then(|upper| currency(&upper)).map(|found| found.code());
            self.errors.push(InputError::unknown_code(at, Code::Currency, code, guess));
        }
        found
    }

    /// The country, by its code.
    pub(in crate::domain) fn country(&mut self) -> Option<Country> {
        let code = self.text("country")?;
        let found = Country::find(code);
        if found.is_none() {
            let at = self.at("country");
            let guess = Country::meant(code).map(Country::code);
            self.errors.push(InputError::unknown_code(at, Code::Country, code, guess));
        }
        found
    }

    /// The region, by its code; the first where several may be given.
    pub(in crate::domain) fn region(&mut self) -> Option<Region> {
        if self.field("region").is_some_and(|field| matches!(field.kind, Kind::Regions)) {
            self.wrong_regions();
            let (at, code) = self.region_codes().into_iter().next()?;
            return self.region_of(at, code);
        }
        let code = self.text("region")?;
        self.region_of(self.at("region"), code)
    }

    /// The regions beside the first, all in one country.
    pub(in crate::domain) fn further_regions(&mut self, country: &str) -> Vec<Region> {
        let codes = self.region_codes();
        if codes.len() > MOST_REGIONS {
            let at = self.at("region");
            self.errors.push(wrong(at, said!(FAULT_MOST_REGIONS, most_regions = MOST_REGIONS)));
            return Vec::new();
        }
        let mut found: Vec<Region> = Vec::new();
        for (at, code) in codes.into_iter().skip(1) {
            let Some(region) = self.region_of(at.clone(), code) else { continue };
            if region.country() != country {
                self.errors.push(InputError::region_elsewhere(at, region.code(), region.country(), country));
            } else if !found.contains(&region) {
                found.push(region);
            }
        }
        found
    }

    /// The codes of regions with their places: of a list, or of one text with commas between them. What is neither is
    /// noted once, when the first region is read.
    fn region_codes(&self) -> Vec<(String, &'v str)> {
        let at = self.at("region");
        match self.get("region") {
            Some(Value::String(codes)) => codes.split(',').map(|code| (at.clone(), code.trim())).collect(),
            Some(Value::Array(items)) => {
                let items = items.iter().enumerate();
                items.filter_map(|(index, item)| Some((format!("{at}/{index}"), item.as_str()?))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Notes what is no code in a list of regions, or no list.
    fn wrong_regions(&mut self) {
        let at = self.at("region");
        let wrong: Vec<(String, &'v Value)> = match self.get("region") {
            None | Some(Value::String(_)) => return,
            Some(Value::Array(items)) => {
                let items = items.iter().enumerate().filter(|(_, item)| !item.is_string());
                items.map(|(index, item)| (format!("{at}/{index}"), item)).collect()
            }
            Some(other) => vec![(at, other)],
        };
        for (at, value) in wrong {
            self.errors.push(InputError::wrong_type(at, value, ids::ASKS_REGION_CODE));
        }
    }

    /// A region by its code, which stands at a place of the question.
    fn region_of(&mut self, at: String, code: &str) -> Option<Region> {
        let found = Region::find(code);
        if found.is_none() {
            let known = self.known.pay.into_iter().flat_map(|data| {
                let regions = data.differentials.iter().map(|item| item.region.as_str());
                regions.chain(data.cities.iter().map(|city| city.region.as_str()))
            });
            let upper = upper(code).and_then(|upper| Region::find(&upper)).map(Region::code);
            let guess = upper.or_else(|| nearest(code, known));
            self.errors.push(InputError::unknown_code(at, Code::Region, code, guess));
        }
        found
    }

    /// Notes a region that lies in another country.
    pub(in crate::domain) fn lies_within(&mut self, region: Region, country: &str) -> bool {
        let fits = region.country() == country;
        if !fits {
            let at = self.at("region");
            self.errors.push(InputError::region_elsewhere(at, region.code(), region.country(), country));
        }
        fits
    }

    /// Country, region and city, of which any may say the others.
    pub(in crate::domain) fn place(&mut self) -> Option<Place> {
        self.place_with(true)
    }

    /// Country and region, whatever is said of the city.
    pub(in crate::domain) fn place_without_city(&mut self) -> Option<Place> {
        self.place_with(false)
    }

    fn place_with(&mut self, city: bool) -> Option<Place> {
        let failed = self.errors.len();
        let (known, region) = (self.country(), self.region());
        let within = known.map(Country::code).or(region.map(Region::country));
        let name = if city { self.text("city") } else { None };
        let city = name.and_then(|name| self.city(name, within, region.map(Region::code)));
        if self.errors.len() > failed {
            return None;
        }
        let implied = region.map(Region::country).or(city.map(|city| city.country.as_str()));
        let Some(country) = known.map(Country::code).or(implied) else {
            let at = self.at("country");
            self.errors.push(InputError::new(at, "missing-field", ids::FAULT_GIVE_COUNTRY_EXAMPLE_FR));
            return None;
        };
        if region.is_some_and(|region| !self.lies_within(region, country)) {
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
            area: city.and_then(|city| city.area.clone()),
        })
    }

    /// A place, where one is given.
    pub(in crate::domain) fn place_if_given(&mut self) -> Option<Place> {
        ["country", "region", "city"]
            .iter()
            .any(|field| self.get(field).is_some())
            .then(|| self.place())
            .flatten()
    }

    /// A city, in a country and region where they are known.
    fn city(&mut self, name: &str, within: Option<&str>, region: Option<&str>) -> Option<&'d City> {
        let cities: &'d [City] = self.known.pay.map_or(&[], |data| &data.cities);
        let error = match city(cities, name, within, region) {
            Ok(found) => return Some(found),
            Err(error) => error,
        };
        let at = self.at("city");
        self.errors.push(match (error, city(cities, name, None, None), within) {
            (NoCity::Shared(several), ..) => {
                let regions: Vec<&str> = several.iter().map(|city| city.region.as_str()).collect();
                InputError::shared_city(at, &several[0].name, &regions)
            }
            (_, Err(NoCity::Shared(several)), Some(country)) => {
                let regions: Vec<&str> = several.iter().map(|city| city.region.as_str()).collect();
                InputError::city_elsewhere(at, &several[0].name, &regions.join(", "), country)
            }
            (_, Ok(elsewhere), Some(country)) => {
                InputError::city_elsewhere(at, &elsewhere.name, &elsewhere.country, country)
            }
            (NoCity::Unknown(unknown), ..) => InputError::unknown_city(at, &unknown),
        });
        None
    }

    /// A collective agreement by its number, one of those of the country where that is known.
    pub(in crate::domain) fn agreement(&mut self, country: Option<&str>) -> Option<u32> {
        let number = self.count("agreement")?;
        if let (Some(data), Some(country)) = (self.known.pay, country) {
            self.errors.extend(unknown_agreement(data, number, country, self.at("agreement")));
        }
        Some(number)
    }
}

/// What is wrong with a collective agreement asked for in a country: it has none, or not this one; those that are known
/// are named.
pub(crate) fn unknown_agreement(
    data: &PayData,
    number: u32,
    country: &str,
    pointer: String,
) -> Option<InputError> {
    let mut known: Vec<(u32, &str)> = data
        .agreements
        .iter()
        .filter(|item| item.country == country)
        .map(|item| (item.idcc, item.name.as_str()))
        .collect();
    if known.is_empty() {
        return Some(wrong(pointer, said!(FAULT_NO_AGREEMENTS_THERE, country = country)));
    }
    if known.iter().any(|(known, _)| *known == number) {
        return None;
    }
    known.sort_unstable();
    known.dedup_by_key(|(number, _)| *number);
    let list = known.iter().map(|(number, name)| Filling::Text(format!("{number} {name}"))).collect();
    let message = said!(
        FAULT_UNKNOWN_AGREEMENT,
        idcc = number.to_string(),
        n = known.len(),
        list = Filling::Several(list),
    );
    Some(InputError::new(pointer, "unknown-value", message))
}

/// A code in capitals, unless it is far too long to be one.
fn upper(code: &str) -> Option<String> {
    (code.len() < 12).then(|| code.to_uppercase())
}

//! Places: what pay is worth there compared with the whole country, and which region a city lies in.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::suggest::nearest;
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, Level, Role, UnknownValue};

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

/// A geographic differential (`data/pay/differentials.csv`).
#[derive(Clone, Debug)]
pub struct Differential {
    /// Stable id.
    pub id: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region.
    pub region: String,
    /// The role it holds for; none is any.
    pub role: Option<Role>,
    /// The level it holds for; none is any.
    pub level: Option<Level>,
    /// Pay there over pay in the whole country.
    pub ratio: f64,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// Why this ratio.
    pub because: Text,
    /// Who stands behind it.
    pub sources: Vec<String>,
}

/// The differential of a region for a role and level: the most specific one.
#[must_use]
pub fn differential<'d>(
    all: &'d [Differential],
    region: &str,
    role: Role,
    level: Option<Level>,
) -> Option<&'d Differential> {
    let fits = |item: &&Differential| {
        item.region == region
            && item.role.is_none_or(|wanted| wanted == role)
            && item.level.is_none_or(|wanted| Some(wanted) == level)
    };
    let specific = |item: &&Differential| {
        (u8::from(item.role.is_some()) + u8::from(item.level.is_some()), item.role.is_some())
    };
    // All levels together centre on the middle one.
    let middle = || level.is_none().then(|| differential(all, region, role, Some(Level::Mid))).flatten();
    all.iter().filter(fits).max_by_key(specific).or_else(middle)
}

/// A published difference of pay between places (`data/pay/places.csv`), raw.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPlace {
    /// Stable id.
    pub id: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region.
    pub region: Option<String>,
    /// The place in the source's words.
    pub area: String,
    /// What is compared: pay, prices, employers.
    pub kind: String,
    /// Whose pay.
    pub population: String,
    /// The value as published.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// The ratio, where the source gives one.
    pub ratio: Option<f64>,
    /// Date as far as known.
    pub as_of: Option<String>,
    /// Who publishes it.
    pub source: String,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// What to know before relying on the difference.
    pub note: Option<String>,
}

/// A city and the region it lies in (`data/pay/cities.csv`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names, separated by semicolons.
    pub aliases: Option<String>,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region.
    pub region: String,
}

/// Letters and digits only, lower case, accents dropped: how names of cities are compared.
pub(crate) fn plain(name: &str) -> String {
    let fold = |c: char| match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' | 'ì' => 'i',
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ÿ' => 'y',
        other => other,
    };
    name.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).map(fold).collect()
}

/// Finds a city by any of its names, in a country where one is given.
///
/// # Errors
/// [`UnknownValue`] with the nearest name.
pub fn city<'c>(all: &'c [City], name: &str, country: Option<&str>) -> Result<&'c City, UnknownValue> {
    let wanted = plain(name);
    let names = |city: &'c City| {
        let others = city.aliases.as_deref().unwrap_or("").split(';');
        std::iter::once(city.name.as_str()).chain(others).map(str::trim).filter(|name| !name.is_empty())
    };
    let there = || all.iter().filter(|city| country.is_none_or(|code| code == city.country));
    there().find(|city| names(city).any(|known| plain(known) == wanted)).ok_or_else(|| UnknownValue {
        what: "city",
        given: name.chars().take(80).collect(),
        accepted: Vec::new(),
        nearest: nearest(name, there().map(|city| city.name.as_str())).map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_answer_to_their_other_names() {
        let lyon = City {
            id: "lyon".into(),
            name: "Lyon".into(),
            aliases: Some("Lyons;Lione".into()),
            country: "FR".into(),
            region: "FR-ARA".into(),
        };
        let etienne = City { id: "st".into(), name: "Saint-Étienne".into(), aliases: None, ..lyon.clone() };
        let all = [lyon, etienne];
        assert_eq!(city(&all, "LYONS", None).unwrap().region, "FR-ARA");
        assert_eq!(city(&all, "saint etienne", Some("FR")).unwrap().id, "st");
        assert_eq!(city(&all, "Lyoon", None).unwrap_err().nearest.as_deref(), Some("Lyon"));
        assert!(city(&all, "Lyon", Some("DE")).is_err());
    }
}

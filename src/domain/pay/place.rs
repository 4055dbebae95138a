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
    /// The area around that city whose pay is known apart from its region's.
    #[serde(skip)]
    pub area: Option<String>,
}

impl Place {
    /// The place as bands are looked up by.
    #[must_use]
    pub fn site(&self) -> Site<'_> {
        Site { country: &self.country, region: self.region.as_deref(), area: self.area.as_deref() }
    }
}

/// A place by its codes: a country, a region in it, an area around a city in that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Site<'a> {
    /// ISO 3166-1 country.
    pub country: &'a str,
    /// ISO 3166-2 region; none is the whole country.
    pub region: Option<&'a str>,
    /// Area around a city (`us-san-jose`), as [`City::area`] names it; none is the whole region.
    pub area: Option<&'a str>,
}

impl<'a> Site<'a> {
    /// A country, or a region in it.
    #[must_use]
    pub const fn new(country: &'a str, region: Option<&'a str>) -> Self {
        Self { country, region, area: None }
    }
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
    /// Area around a city in that region; none is the whole region.
    pub area: Option<String>,
    /// The role it holds for; none is any.
    pub role: Option<Role>,
    /// The level it holds for; none is any.
    pub level: Option<Level>,
    /// Pay there over pay in the whole country.
    pub ratio: f64,
    /// Standard deviation of the logarithm of the ratio.
    pub uncertainty: f64,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// Why this ratio.
    pub because: Text,
    /// Who stands behind it.
    pub sources: Vec<String>,
}

impl Differential {
    /// Whether it is that of a place: of an area, or of a whole region.
    #[must_use]
    pub fn is_of(&self, site: Site<'_>) -> bool {
        match site.area {
            Some(area) => self.area.as_deref() == Some(area),
            None => self.area.is_none() && Some(self.region.as_str()) == site.region,
        }
    }
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
    /// The area around a large city that it belongs to, where pay is known of that.
    pub area: Option<String>,
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

/// A city without the number of a part of it: `Lyon 3e`, `Paris 15`, `Marseille 8ème`.
fn without_part(name: &str) -> &str {
    let name = name.trim();
    let Some((city, part)) = name.rsplit_once(' ') else { return name };
    let digits = part.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = part.get(digits.len()..).unwrap_or("").to_lowercase();
    let numbered = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let ordinal = ["", "e", "er", "eme", "ème", "è", "nd", "ᵉ"].contains(&ending.as_str());
    if numbered && ordinal { city.trim() } else { name }
}

/// Why a city was not found.
#[derive(Clone, Debug)]
pub enum NoCity<'c> {
    /// No city of that name is known, with the nearest one.
    Unknown(UnknownValue),
    /// Several places have a city of that name.
    Shared(Vec<&'c City>),
}

/// Finds a city by any of its names, in a country and region where they are given.
///
/// # Errors
/// [`NoCity`] where none is known, or several are.
pub fn city<'c>(
    all: &'c [City],
    name: &str,
    country: Option<&str>,
    region: Option<&str>,
) -> Result<&'c City, NoCity<'c>> {
    let wanted = plain(name);
    let names = |city: &'c City| {
        let others = city.aliases.as_deref().unwrap_or("").split(';');
        std::iter::once(city.name.as_str()).chain(others).map(str::trim).filter(|name| !name.is_empty())
    };
    let there = || all.iter().filter(|city| country.is_none_or(|code| code == city.country));
    let called = |wanted: &str| -> Vec<&City> {
        there().filter(|city| names(city).any(|known| plain(known) == wanted)).collect()
    };
    let mut found = called(&wanted);
    if found.is_empty() {
        // "Lyon 3e", "Paris 15": a part of a city has the city's pay.
        found = called(&plain(without_part(name)));
    }
    // A region decides between cities of one name; one that fits none is a fault of its own.
    let within = found.iter().find(|city| region.is_some_and(|code| code == city.region));
    match (within, found.as_slice()) {
        (Some(city), _) => Ok(city),
        (None, []) => Err(NoCity::Unknown(UnknownValue {
            what: "city",
            given: name.chars().take(80).collect(),
            accepted: Vec::new(),
            nearest: nearest(name, there().map(|city| city.name.as_str())).map(str::to_owned),
        })),
        (None, [one]) => Ok(one),
        (None, several) if several.iter().all(|city| city.region == several[0].region) => Ok(several[0]),
        (None, _) => Err(NoCity::Shared(found)),
    }
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
            area: None,
        };
        let etienne = City { id: "st".into(), name: "Saint-Étienne".into(), aliases: None, ..lyon.clone() };
        let springfield = City {
            id: "il".into(),
            name: "Springfield".into(),
            aliases: None,
            country: "US".into(),
            region: "US-IL".into(),
            area: None,
        };
        let other = City { id: "ma".into(), region: "US-MA".into(), ..springfield.clone() };
        let all = [lyon, etienne, springfield, other];
        let find = |name, country| city(&all, name, country, None);
        assert_eq!(find("LYONS", None).unwrap().region, "FR-ARA");
        assert_eq!(find("saint etienne", Some("FR")).unwrap().id, "st");
        for part in ["lyon 3e", "Lyon 03", "LYON 7ème", "Lyon 1er"] {
            assert_eq!(find(part, Some("FR")).unwrap().id, "lyon", "{part}");
        }
        assert!(find("Lyon 69003", Some("FR")).is_err());
        let Err(NoCity::Unknown(unknown)) = find("Lyoon", None) else { panic!("Lyoon is no city") };
        assert_eq!(unknown.nearest.as_deref(), Some("Lyon"));
        assert!(find("Lyon", Some("DE")).is_err());
        let Err(NoCity::Shared(several)) = find("Springfield", Some("US")) else { panic!("there are two") };
        assert_eq!(several.len(), 2);
        assert_eq!(city(&all, "Springfield", None, Some("US-MA")).unwrap().id, "ma");
    }
}

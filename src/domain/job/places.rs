//! Names of places as ads write them: cities, regions and countries, from the records that own them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::domain::iso::{Country, Region};
use crate::domain::pay::place::{City, Place, plain};
use crate::domain::text::{Lang, Text};

/// Most words that a name of a place has.
const MOST_WORDS: usize = 6;

/// How ads write a country or region beside the names that its own record has (`data/job-ads/places.csv`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceNames {
    /// ISO 3166-1 country or ISO 3166-2 region.
    pub id: String,
    /// Its French name, where no record of its own has it.
    pub fr: Option<String>,
    /// Its English name, likewise.
    pub en: Option<String>,
    /// Other names, and those of its large cities that no figures know, separated by semicolons.
    pub also: Option<String>,
    /// How its postcodes begin, likewise.
    pub postcodes: Option<String>,
    /// ISO 3166-2 region of another country that this country's code stands for too: Guadeloupe is GP and FR-971. Ads that
    /// name it mean the region, whose law and pay are known.
    pub region: Option<String>,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region.
    pub region: Option<String>,
    /// A city that figures or law know by its name.
    pub city: Option<String>,
    /// The area around that city whose pay is known apart.
    pub area: Option<String>,
}

impl Spot {
    /// A whole country.
    #[must_use]
    pub fn country(country: Country) -> Self {
        Self { country: country.code().to_owned(), region: None, city: None, area: None }
    }

    /// A whole region.
    #[must_use]
    pub fn region(region: Region) -> Self {
        Self {
            country: region.country().to_owned(),
            region: Some(region.code().to_owned()),
            city: None,
            area: None,
        }
    }

    /// What two places have in common; none when they lie in two countries.
    #[must_use]
    pub fn common(&self, other: &Self) -> Option<Self> {
        let same = |a: &Option<String>, b: &Option<String>| if a == b { a.clone() } else { None };
        (self.country == other.country).then(|| Self {
            country: self.country.clone(),
            region: same(&self.region, &other.region),
            city: same(&self.city, &other.city),
            area: same(&self.area, &other.area),
        })
    }

    /// Whether the other place holds this one, as Texas holds Austin.
    #[must_use]
    pub fn lies_in(&self, other: &Self) -> bool {
        self.country == other.country
            && (other.region.is_none() || other.region == self.region)
            && (other.city.is_none() || other.city == self.city)
    }
}

impl From<Spot> for Place {
    fn from(spot: Spot) -> Self {
        Self { country: spot.country, region: spot.region, city: spot.city, area: spot.area }
    }
}

/// What one name stands for: Cambridge in England, Cambridge in Massachusetts.
#[derive(Clone, Debug)]
pub struct Named {
    /// Each place of that name.
    pub each: Vec<Spot>,
    /// What they share; none where they lie in several countries.
    pub shared: Option<Spot>,
}

impl Named {
    /// Whether it is the name of a city, and of nothing else.
    #[must_use]
    pub fn is_city(&self) -> bool {
        self.each.iter().all(|spot| spot.city.is_some())
    }

    /// What the places of that name share that lie in another, or in one of several of another name.
    #[must_use]
    pub fn within(&self, wider: &[Spot]) -> Option<Spot> {
        let inside = |spot: &&Spot| wider.iter().any(|wider| spot.lies_in(wider) && *spot != wider);
        let mut there = self.each.iter().filter(inside);
        let first = there.next()?.clone();
        there.try_fold(first, |shared, spot| shared.common(spot))
    }

    /// The one place of that name in which another lies: Seattle lies in one Washington.
    #[must_use]
    pub fn around(&self, inner: &Spot) -> Option<&Spot> {
        self.each.iter().find(|spot| inner.lies_in(spot) && *spot != inner)
    }

    /// The first place of that name that lies in a region, or that is known as no more than the region.
    #[must_use]
    pub fn within_or_as(&self, region: &Spot) -> Option<&Spot> {
        self.each.iter().find(|spot| spot.lies_in(region))
    }

    /// The one place of that name in a country.
    #[must_use]
    pub fn in_country(&self, country: &str) -> Option<&Spot> {
        let mut there = self.each.iter().filter(|spot| spot.country == country);
        there.next().filter(|_| there.next().is_none())
    }
}

/// All names that are read.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// What a name, without spaces and marks, stands for.
    names: BTreeMap<String, Named>,
    /// First words of the names.
    beginnings: BTreeSet<String>,
    /// Names of countries as answers show them, by code.
    shown: BTreeMap<String, Text>,
    /// Beginnings of postcodes, and the region that they lie in.
    postcodes: BTreeMap<String, Region>,
}

impl Places {
    /// Takes the names. Rows whose code is none are left out, which the catalogue refuses before.
    #[must_use]
    pub fn new<'n>(
        cities: &[City],
        countries: impl Iterator<Item = (&'n str, &'n Text)>,
        rows: &[PlaceNames],
    ) -> Self {
        let mut all = Self::default();
        for city in cities {
            let spot = Spot {
                country: city.country.clone(),
                region: Some(city.region.clone()),
                city: Some(city.name.clone()),
                area: city.area.clone(),
            };
            all.add(&city.name, &spot);
            all.add_each(city.aliases.as_deref().unwrap_or(""), &spot);
        }
        for (country, name) in countries.filter_map(|(code, name)| Some((Country::find(code)?, name))) {
            all.add(&name.fr, &Spot::country(country));
            all.add(&name.en, &Spot::country(country));
            all.shown.insert(country.code().to_owned(), name.clone());
        }
        for row in rows {
            let country = Country::find(&row.id).map(Spot::country);
            let region = Region::find(row.region.as_deref().unwrap_or(&row.id));
            let Some(spot) = region.map(Spot::region).or(country) else { continue };
            for names in [&row.fr, &row.en, &row.also].into_iter().flatten() {
                all.add_each(names, &spot);
            }
            if let (Some(fr), Some(en)) = (&row.fr, &row.en) {
                all.shown.insert(row.id.clone(), Text { fr: fr.as_str().into(), en: en.as_str().into() });
            }
            if let Some(region) = region {
                let codes = row.postcodes.as_deref().unwrap_or("").split(';').map(str::trim);
                all.postcodes
                    .extend(codes.filter(|code| !code.is_empty()).map(|code| (code.to_owned(), region)));
            }
        }
        all
    }

    fn add_each(&mut self, names: &str, spot: &Spot) {
        names.split(';').for_each(|name| self.add(name, spot));
    }

    fn add(&mut self, name: &str, spot: &Spot) {
        let key = plain(name);
        if key.is_empty() {
            return;
        }
        let first = name.trim().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        self.beginnings.insert(plain(first));
        let first = || Named { each: Vec::new(), shared: Some(spot.clone()) };
        let known = self.names.entry(key).or_insert_with(first);
        // Québec the city and Québec the province; Georgia and Georgia.
        known.shared = known.shared.as_ref().and_then(|known| known.common(spot));
        if !known.each.contains(spot) {
            known.each.push(spot.clone());
        }
    }

    /// The longest name at the beginning of a text in small letters without accents that tells a place, and where it ends.
    #[must_use]
    pub fn at_start(&self, text: &str) -> Option<(&Spot, usize)> {
        let (named, end) = self.longest(text, |named| named.shared.is_some())?;
        Some((named.shared.as_ref()?, end))
    }

    /// The longest name of places at the beginning of such a text, even where it tells none.
    #[must_use]
    pub fn name_at_start(&self, text: &str) -> Option<(&Named, usize)> {
        self.longest(text, |_| true)
    }

    fn longest(&self, text: &str, wanted: impl Fn(&Named) -> bool) -> Option<(&Named, usize)> {
        let word = |text: &str| text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
        let mut end = word(text);
        if !self.beginnings.contains(&text[..end]) {
            return None;
        }
        let mut key = text[..end].to_owned();
        let mut best = None;
        for _ in 0..MOST_WORDS {
            if let Some(named) = self.names.get(&key).filter(|named| wanted(named)) {
                best = Some((named, end));
            }
            // The next word, behind one space, hyphen, apostrophe or abbreviation.
            let rest = &text[end..];
            let gap = ["- ", ". ", "'", "-", " ", "."].iter().find(|gap| rest.starts_with(**gap));
            let Some(gap) = gap.map(|gap| gap.len()) else { break };
            let length = word(&rest[gap..]);
            if length == 0 {
                break;
            }
            key.push_str(&rest[gap..gap + length]);
            end += gap + length;
        }
        best
    }

    /// The name of a country; its code where no name is known.
    #[must_use]
    pub fn name<'p>(&'p self, country: &'p str, lang: Lang) -> &'p str {
        self.shown.get(country).map_or(country, |name| name.get(lang))
    }

    /// The region in which a postcode, or the number of a French département, lies.
    #[must_use]
    pub fn of_postcode(&self, digits: &str) -> Option<Region> {
        let begins = |length: usize| digits.get(..length).and_then(|begin| self.postcodes.get(begin));
        begins(3).or_else(|| begins(2)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        let city = |name: &str, aliases: &str, country: &str, region: &str| City {
            id: name.to_owned(),
            name: name.to_owned(),
            aliases: Some(aliases.to_owned()),
            country: country.to_owned(),
            region: region.to_owned(),
            area: None,
        };
        let cities = [
            city("Saint-Étienne", "Sainté", "FR", "FR-ARA"),
            city("Québec", "", "CA", "CA-QC"),
            city("Luxembourg", "", "LU", "LU-LU"),
        ];
        let row = |id: &str, names: &str, postcodes: &str| PlaceNames {
            id: id.to_owned(),
            fr: None,
            en: None,
            also: Some(names.to_owned()),
            postcodes: Some(postcodes.to_owned()),
            region: (id == "RE").then(|| "FR-974".to_owned()),
        };
        let rows = [
            row("CA-QC", "Québec", ""),
            row("FR-974", "La Réunion", "974"),
            row("RE", "La Réunion", ""),
            row("FR-ARA", "Auvergne-Rhône-Alpes", "42;69"),
            row("US-GA", "Georgia", ""),
            row("GE", "Georgia", ""),
        ];
        let luxembourg = Text { fr: "Luxembourg".into(), en: "Luxembourg".into() };
        Places::new(&cities, [("LU", &luxembourg)].into_iter(), &rows)
    }

    #[test]
    fn a_name_is_found_as_long_as_it_is() {
        let places = places();
        let found = |text: &str| places.at_start(text).map(|(spot, end)| (spot.clone(), end));
        let (spot, end) = found("saint etienne, loire").unwrap();
        assert_eq!((spot.city.as_deref(), end), (Some("Saint-Étienne"), 13));
        assert_eq!(found("auvergne - rhone - alpes"), None);
        assert_eq!(found("auvergne-rhone-alpes.").unwrap().0.region.as_deref(), Some("FR-ARA"));
        assert_eq!(found("saintes"), None);
    }

    #[test]
    fn a_name_of_two_places_stands_for_what_they_share() {
        let places = places();
        let quebec = places.at_start("quebec").unwrap().0;
        assert_eq!((quebec.region.as_deref(), quebec.city.as_deref()), (Some("CA-QC"), None));
        assert_eq!(places.at_start("luxembourg").unwrap().0.country, "LU");
        assert_eq!(places.at_start("georgia"), None);
        assert_eq!(places.at_start("la reunion").unwrap().0.region.as_deref(), Some("FR-974"));
        // What stands beside the name tells which is meant.
        let (georgia, _) = places.name_at_start("georgia").unwrap();
        assert_eq!(georgia.in_country("US").and_then(|spot| spot.region.as_deref()), Some("US-GA"));
        assert_eq!((georgia.in_country("FR"), georgia.is_city()), (None, false));
        let (quebec, _) = places.name_at_start("quebec").unwrap();
        let wider = Spot::country(Country::find("CA").unwrap());
        assert_eq!(quebec.within(&[wider]).and_then(|spot| spot.region).as_deref(), Some("CA-QC"));
    }

    #[test]
    fn postcodes_tell_the_region() {
        assert_eq!(places().of_postcode("69006").unwrap().code(), "FR-ARA");
        assert_eq!(places().of_postcode("42").unwrap().code(), "FR-ARA");
        assert!(places().of_postcode("10115").is_none());
    }
}

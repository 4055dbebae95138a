//! Everything that pay answers are made from, read once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::ageing::{Chain, Growth};
use super::country::{CostModel, Country};
use super::evidence::{Correction, Exclusion, Observation};
use super::figure::Post;
use super::minimum::{AgreementMinimum, MinimumWage};
use super::place::{City, Differential, RawPlace, Site, plain};
use crate::domain::cite::source_json;
use crate::domain::message::Messages;
use crate::domain::provenance::Source;
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, Level, Role, vocabulary};

vocabulary! {
    /// What an adjustment brings a figure to.
    AdjustmentKind("kind of adjustment") {
        /// Pay of a level over pay of all levels together.
        Level = "level",
        /// Pay of a role over pay of a sample that mixes both.
        Pool = "pool",
        /// Pay of a role over pay of a neighbouring occupation.
        Proxy = "proxy",
        /// Pay of a role over pay of social media managers.
        Role = "role",
        /// Pay of community managers of online communities over pay of those of brands.
        Community = "community",
        /// Third quartile over median, where a figure shows no spread: within a level, or over all levels together.
        Spread = "spread",
    }
}

/// A ratio of our own between kinds of figures (`data/pay/adjustments.csv`).
#[derive(Clone, Debug)]
pub struct Adjustment {
    /// Stable id.
    pub id: String,
    /// What it does.
    pub kind: AdjustmentKind,
    /// The role it leads to; none is any.
    pub role: Option<Role>,
    /// The level it leads to.
    pub level: Option<Level>,
    /// ISO 3166-1 country; none is any.
    pub country: Option<String>,
    /// The neighbouring occupation it starts from.
    pub occupation: Option<String>,
    /// The ratio.
    pub ratio: f64,
    /// Standard deviation of the logarithm of the ratio.
    pub uncertainty: f64,
    /// Weight of such a figure beside one of the role itself, above 0 to 1.
    pub nearness: f64,
    /// Why the factor is what it is.
    pub because: Text,
    /// What stands behind it.
    pub sources: Vec<String>,
}

/// A point of the curve of experience (`data/pay/experience.csv`): pay after so many years over pay after two to four.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experience {
    /// Stable id.
    pub id: String,
    /// Years in the field: the middle of the bracket that was measured.
    pub years: f64,
    /// The ratio.
    pub ratio: f64,
    /// Standard deviation of its logarithm.
    pub uncertainty: f64,
    /// People asked.
    pub n: u32,
    /// Who publishes it.
    pub source: String,
    /// Whose pay, and how it was computed.
    pub note: String,
}

/// A part of a region that has its pay (`data/pay/parts.csv`): a French department.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// ISO 3166-2 code of the part.
    pub id: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region that it lies in.
    pub region: String,
}

/// A figure that the back-test predicts (`data/pay/targets.csv`). The list is fixed, so that two methods are measured on
/// the same figures.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The set of figures.
    pub id: String,
    /// `yes` where nothing was tuned on it.
    pub held_out: Option<String>,
}

/// How many people earn how much (`data/pay/distributions.csv`): answers to a survey counted in brackets of five percent,
/// to see how many individual salaries lie between predicted percentiles.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bracket {
    /// Stable id.
    pub id: String,
    /// The role.
    pub role: Role,
    /// The level; empty is not known.
    pub level: Option<Level>,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region.
    pub region: Option<String>,
    /// ISO 4217 currency.
    pub currency: String,
    /// When they answered.
    pub as_of: String,
    /// From this gross yearly pay …
    pub from: f64,
    /// … to below this.
    pub to: f64,
    /// How many answers.
    pub n: u32,
    /// Who publishes them.
    pub source: String,
    /// The survey.
    pub series: String,
}

/// A published fee (`data/pay/day_rates.csv`), raw.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// `SET.STATISTIC`.
    pub id: String,
    /// Whose fee.
    pub role: Post,
    /// `day-rate`, `hour-rate`, `monthly-retainer`, `annual-budget`, `other`.
    pub kind: String,
    /// The level, where the source gives one.
    pub level: Option<Level>,
    /// ISO 3166-1 country.
    pub country: Option<String>,
    /// The place in the source's words.
    pub area: Option<String>,
    /// What the figure is.
    pub statistic: super::figure::Statistic,
    /// Units of the currency, without value-added tax.
    pub amount: f64,
    /// ISO 4217 currency.
    pub currency: String,
    /// Sample size.
    pub n: Option<u32>,
    /// Date as far as known.
    pub as_of: Option<String>,
    /// Who publishes it.
    pub source: String,
    /// The data set behind it.
    pub series: Option<String>,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// `yes` where it may serve as a range.
    pub usable: Option<String>,
    /// The source's own words.
    pub words: Option<String>,
    /// What to know before relying on the fee.
    pub note: Option<String>,
}

/// Figures, what may be done with them, and the minima.
#[derive(Clone, Debug, Default)]
pub struct PayData {
    /// The countries; the one asked for alone, where only its data was read.
    pub countries: Vec<Country>,
    /// Code of the country where none is named.
    pub default_country: String,
    /// Observations, by country, then by set.
    pub observations: Vec<Observation>,
    /// Records that keep observations out.
    pub exclusions: Vec<Exclusion>,
    /// Records that read them differently.
    pub corrections: Vec<Correction>,
    /// Growth chain of each country.
    pub chains: BTreeMap<String, Chain>,
    /// Growth figures, raw.
    pub growth: Vec<Growth>,
    /// Ratios of our own.
    pub adjustments: Vec<Adjustment>,
    /// Points of the curve of experience, by years.
    pub experience: Vec<Experience>,
    /// Figures that the back-test predicts, by set.
    pub targets: Vec<Target>,
    /// Salaries that it predicts, counted.
    pub distributions: Vec<Bracket>,
    /// Geographic differentials.
    pub differentials: Vec<Differential>,
    /// Parts of regions.
    pub parts: Vec<Part>,
    /// Differences between places, raw.
    pub places: Vec<RawPlace>,
    /// Cities and their regions.
    pub cities: Vec<City>,
    /// Legal minimum wages.
    pub minimums: Vec<MinimumWage>,
    /// Minima of collective agreements.
    pub agreements: Vec<AgreementMinimum>,
    /// Fees of freelancers and agencies.
    pub fees: Vec<Fee>,
    /// Fixed sentences.
    pub messages: Messages,
    /// Publications cited by pay and cost data.
    pub sources: Vec<Source>,
    /// Their positions by id.
    pub source_index: BTreeMap<String, usize>,
    /// Each of them as the JSON that recommendations write, made on first use.
    pub source_json: Vec<OnceLock<Box<RawValue>>>,
}

impl PayData {
    /// The observations of one country.
    #[must_use]
    pub fn of(&self, country: &str) -> &[Observation] {
        let start = self.observations.partition_point(|item| item.country.as_str() < country);
        let rest = &self.observations[start..];
        &rest[..rest.partition_point(|item| item.country == country)]
    }

    /// The countries with at least one observation, in order.
    pub fn countries(&self) -> impl Iterator<Item = &str> {
        let mut last = "";
        self.observations.iter().filter_map(move |item| {
            let new = !item.country.is_empty() && item.country != last;
            last = &item.country;
            new.then_some(item.country.as_str())
        })
    }

    /// The growth chain of a country; an empty one where none is known.
    #[must_use]
    pub fn chain(&self, country: &str) -> &Chain {
        static NONE: std::sync::LazyLock<Chain> = std::sync::LazyLock::new(Chain::default);
        self.chains.get(country).unwrap_or(&NONE)
    }

    /// A country by its code.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.iter().find(|item| item.code == code)
    }

    /// Whether the employer's cost of a country is reckoned by a model.
    #[must_use]
    pub fn costs_by(&self, model: CostModel, country: &str) -> bool {
        self.country(country).and_then(Country::cost_model) == Some(model)
    }

    /// The currency in which a country's pay is known here; none where neither figures nor a minimum are.
    #[must_use]
    pub fn currency(&self, country: &str) -> Option<&str> {
        let known = !self.of(country).is_empty() || self.minimums.iter().any(|item| item.country == country);
        self.country(country).filter(|_| known).map(|item| item.currency.as_str())
    }

    /// The most specific adjustment of a kind that fits.
    #[must_use]
    pub fn adjustment(
        &self,
        kind: AdjustmentKind,
        role: Role,
        level: Option<Level>,
        country: &str,
        occupation: Option<&str>,
    ) -> Option<&Adjustment> {
        self.adjustment_at(kind, role, level, country, occupation).map(|(_, item)| item)
    }

    /// The same, with its position.
    #[must_use]
    pub fn adjustment_at(
        &self,
        kind: AdjustmentKind,
        role: Role,
        level: Option<Level>,
        country: &str,
        occupation: Option<&str>,
    ) -> Option<(usize, &Adjustment)> {
        let fits = |(_, item): &(usize, &Adjustment)| {
            item.kind == kind
                && item.role.is_none_or(|known| known == role)
                && match kind {
                    AdjustmentKind::Level => item.level == level,
                    _ => item.level.is_none() || item.level == level,
                }
                && item.country.as_deref().is_none_or(|known| known == country)
                && item.occupation.as_deref() == occupation
        };
        let specific = |(_, item): &(usize, &Adjustment)| {
            (item.country.is_some(), item.role.is_some(), item.level.is_some())
        };
        self.adjustments.iter().enumerate().filter(fits).max_by_key(specific)
    }

    /// Finds out which figures are of an area that has a differential: its name stands in the source's own words for the
    /// place, and the region is the same.
    pub fn locate(&mut self) {
        let mut areas: Vec<(&str, &str, String)> = Vec::new();
        for item in &self.differentials {
            if let Some(area) = &item.area {
                let city = area.split_once('-').map_or(area.as_str(), |(_, city)| city);
                areas.push((&item.region, area, plain(city)));
            }
        }
        for item in &mut self.observations {
            let (Some(region), Some(words)) = (&item.region, &item.area) else { continue };
            let words = plain(words);
            let found = areas.iter().find(|(of, _, city)| of == region && words.contains(city.as_str()));
            item.within = found.map(|(_, area, _)| (*area).to_owned());
        }
    }

    /// The region whose pay a part of it has.
    #[must_use]
    pub fn region_of(&self, part: &str) -> Option<&str> {
        self.parts.iter().find(|item| item.id == part).map(|item| &*item.region)
    }

    /// Where the band of a place is known: the city's own area, else its region, else the region that it is a part of,
    /// else the whole country.
    #[must_use]
    pub fn site<'a>(&'a self, asked: Site<'a>) -> Site<'a> {
        let known = |site: Site<'_>| self.differentials.iter().any(|item| item.is_of(site));
        let regions = [asked.region, asked.region.and_then(|region| self.region_of(region))];
        let area = asked.area.map(|area| Site { area: Some(area), ..asked });
        let regions =
            regions.into_iter().flatten().map(|region| Site { region: Some(region), area: None, ..asked });
        let national = Site { country: asked.country, region: None, area: None };
        area.into_iter().chain(regions).find(|site| known(*site)).unwrap_or(national)
    }

    /// Position of the differential of a place for a role and level: the most specific one.
    #[must_use]
    pub fn differential_at(&self, site: Site<'_>, role: Role, level: Option<Level>) -> Option<usize> {
        site.region?;
        let fits = |(_, item): &(usize, &Differential)| {
            item.is_of(site)
                && item.role.is_none_or(|wanted| wanted == role)
                && item.level.is_none_or(|wanted| Some(wanted) == level)
        };
        let specific = |(_, item): &(usize, &Differential)| {
            (u8::from(item.role.is_some()) + u8::from(item.level.is_some()), item.role.is_some())
        };
        // All levels together centre on the middle one.
        let middle = || level.is_none().then(|| self.differential_at(site, role, Some(Level::Mid))).flatten();
        let found = self.differentials.iter().enumerate().filter(fits).max_by_key(specific);
        found.map(|(at, _)| at).or_else(middle)
    }

    /// The differential of a place for a role and level.
    #[must_use]
    pub fn differential(&self, site: Site<'_>, role: Role, level: Option<Level>) -> Option<&Differential> {
        self.differential_at(site, role, level).map(|at| &self.differentials[at])
    }

    /// Standard deviation of the logarithm of a ratio, by its number: adjustments first, then differentials.
    #[must_use]
    pub fn uncertainty_of(&self, number: u16) -> f64 {
        let number = usize::from(number);
        match self.adjustments.get(number) {
            Some(item) => item.uncertainty,
            None => {
                self.differentials.get(number - self.adjustments.len()).map_or(0.0, |item| item.uncertainty)
            }
        }
    }

    /// Where the levels junior and senior lie on the curve of experience: the means of its points below two years and from
    /// five years on, by the people asked. Both are zero where no curve is known.
    #[must_use]
    pub fn heights(&self) -> [f64; 2] {
        let mean = |holds: &dyn Fn(f64) -> bool| {
            let points = self.experience.iter().filter(|item| holds(item.years));
            let (sum, n) = points.fold((0.0, 0.0), |(sum, n), item| {
                (sum + item.ratio.ln() * f64::from(item.n), n + f64::from(item.n))
            });
            if n > 0.0 { sum / n } else { 0.0 }
        };
        [mean(&|years| years < 2.0), mean(&|years| years >= 5.0)]
    }

    /// Logarithm of pay after so many years over pay after two to four, with its standard deviation; between the points of
    /// the curve it is interpolated, beyond them it is flat.
    #[must_use]
    pub fn experience(&self, years: u32) -> (f64, f64) {
        let years = f64::from(years);
        let point = |item: &Experience| (item.ratio.ln(), item.uncertainty);
        let after = self.experience.partition_point(|item| item.years <= years);
        match (after.checked_sub(1).and_then(|at| self.experience.get(at)), self.experience.get(after)) {
            (Some(a), Some(b)) => {
                let share = (years - a.years) / (b.years - a.years);
                let ((from, unsure), (to, more)) = (point(a), point(b));
                (from + (to - from) * share, unsure + (more - unsure) * share)
            }
            (Some(end), None) | (None, Some(end)) => point(end),
            (None, None) => (0.0, 0.0),
        }
    }

    /// A source as the JSON that recommendations write.
    #[must_use]
    pub fn source_json(&self, id: &str) -> Option<&RawValue> {
        let at = *self.source_index.get(id)?;
        self.source_json.get(at).map(|cell| &**cell.get_or_init(|| source_json(&self.sources[at])))
    }

    /// A source by its id, or by a citation of one of its statements.
    #[must_use]
    pub fn source(&self, citation: &str) -> Option<&Source> {
        let id = citation.split('/').next().unwrap_or(citation);
        self.sources.get(*self.source_index.get(id)?)
    }
}

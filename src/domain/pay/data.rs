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
use super::place::{City, Differential, RawPlace};
use super::words::Words;
use crate::domain::cite::source_ref;
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
        /// Third quartile over median, where a figure shows no spread.
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
    /// Weight of such a figure beside one of the role itself, above 0 to 1.
    pub nearness: f64,
    /// Why the factor is what it is.
    pub because: Text,
    /// What stands behind it.
    pub sources: Vec<String>,
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
    /// Geographic differentials.
    pub differentials: Vec<Differential>,
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
    pub words: Words,
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
        let fits = |item: &&Adjustment| {
            item.kind == kind
                && item.role.is_none_or(|known| known == role)
                && (kind != AdjustmentKind::Level || item.level == level)
                && item.country.as_deref().is_none_or(|known| known == country)
                && item.occupation.as_deref() == occupation
        };
        self.adjustments.iter().filter(fits).max_by_key(|item| (item.country.is_some(), item.role.is_some()))
    }

    /// A source as the JSON that recommendations write.
    #[must_use]
    pub fn source_json(&self, id: &str) -> Option<&RawValue> {
        let at = *self.source_index.get(id)?;
        let json = || serde_json::value::to_raw_value(&source_ref(&self.sources[at])).unwrap_or_default();
        self.source_json.get(at).map(|cell| &**cell.get_or_init(json))
    }

    /// A source by its id, or by a citation of one of its statements.
    #[must_use]
    pub fn source(&self, citation: &str) -> Option<&Source> {
        let id = citation.split('/').next().unwrap_or(citation);
        self.sources.get(*self.source_index.get(id)?)
    }
}

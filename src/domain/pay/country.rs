//! Countries: what is one to a country and holds for every answer about it. What is dated (minima, contributions) or many
//! to a country (figures, cities, agreements) stands in rows that name the country by its code.

use serde::Deserialize;

use crate::domain::dated::{Day, day};
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, vocabulary};

vocabulary! {
    /// How the employer's cost of a country is reckoned from gross pay.
    CostModel("cost model") {
        /// The French public model: besides contributions a reduction on low pay, a transport levy, health cover,
        /// executive status and apprentices.
        France = "france",
        /// Contributions alone: each a rate on pay or on a slice of it.
        Rates = "rates",
    }
}

/// A country (`data/countries.toml`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code, `FR`.
    #[serde(rename = "id")]
    pub code: String,
    /// Its name, as lists show it: `Netherlands`.
    pub name: Text,
    /// Its name inside a sentence, where that differs: `the Netherlands`.
    pub in_sentence: Option<Text>,
    /// ISO 4217 currency of its pay.
    pub currency: String,
    /// Hours of a full-time week by law; fewer are part time. Left out where the law sets none: then general scales hold.
    pub full_time_hours: Option<u32>,
    /// What an hour beyond full time is paid more by law, as a share of its price, for the first hours of a week; left out
    /// where the law sets none.
    pub overtime_premium: Option<f64>,
    /// Fewest hours a week of a part-time contract by law; left out where the law sets none.
    pub part_time_hours: Option<u32>,
    /// What is to be known of that limit, exceptions and articles; a general sentence stands where it is left out.
    pub part_time_note: Option<Text>,
    /// What is to be known of the pay scales of its collective agreements.
    pub agreement_note: Option<Text>,
    /// Time zone, as the tz database names it; where there are several, the one in which a day ends last.
    pub time_zone: Option<String>,
    /// How the employer's cost is reckoned; left out where it is not known.
    pub cost: Option<CostTerms>,
}

/// How the cost of a country is reckoned, for which days, and how well.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostTerms {
    /// The formulas.
    pub model: CostModel,
    /// First day covered.
    #[serde(deserialize_with = "day")]
    pub covered_from: Day,
    /// Last day for which the values are known to hold.
    #[serde(deserialize_with = "day")]
    pub verified_until: Day,
    /// How far the result can be relied on.
    pub confidence: Grade,
    /// Which employees the parameters hold for, and what they leave out.
    pub note: Option<Text>,
    /// Publications behind it, by id.
    pub sources: Vec<String>,
}

impl Country {
    /// The formulas of its cost; none where cost is not known.
    #[must_use]
    pub fn cost_model(&self) -> Option<CostModel> {
        self.cost.as_ref().map(|terms| terms.model)
    }
}

impl CostTerms {
    /// Last day answered at all: twelve months after the last verified one.
    #[must_use]
    pub fn answered_until(&self) -> Day {
        self.verified_until.checked_add_months(chrono::Months::new(12)).unwrap_or(Day::MAX)
    }
}

//! Currencies as ads write them: `data/job-ads/currencies.toml`.

use serde::Deserialize;

/// How ads write one currency.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CurrencyWords {
    /// ISO 4217 code.
    pub id: String,
    /// Signs and names that mean it everywhere, as folded text has them.
    #[serde(default)]
    pub signs: Vec<String>,
    /// Signs that several currencies share.
    #[serde(default)]
    pub shared: Vec<String>,
    /// ISO 3166-1 countries in which a shared sign means this one.
    #[serde(default)]
    pub countries: Vec<String>,
    /// Whether a shared sign means this one where no other claims it.
    #[serde(default)]
    pub elsewhere: bool,
    /// Whether amounts a month reach what is paid a year in other currencies.
    #[serde(default)]
    pub by_month: bool,
    /// What stands for it right behind the k of thousands.
    #[serde(default)]
    pub k: Vec<String>,
    /// Words behind a number that multiply it by 100,000 and name the currency.
    #[serde(default)]
    pub lakhs: Vec<String>,
}

/// A sign of a currency, and what it means.
#[derive(Clone, Debug)]
pub struct Sign {
    /// The sign, as folded text has it.
    pub text: String,
    /// Currencies that it means in some countries.
    there: Vec<(Vec<String>, &'static str)>,
    /// The currency that it means elsewhere.
    elsewhere: Option<&'static str>,
}

impl Sign {
    /// The ISO 4217 code that the sign means in a country; none when that cannot be told.
    #[must_use]
    pub fn currency(&self, country: Option<&str>) -> Option<&'static str> {
        let claims = |(countries, _): &&(Vec<String>, &str)| {
            countries.iter().any(|code| Some(code.as_str()) == country)
        };
        self.there.iter().find(claims).map(|(_, code)| *code).or(self.elsewhere)
    }
}

/// All currencies that are read.
#[derive(Clone, Debug, Default)]
pub struct Currencies {
    signs: Vec<Sign>,
    /// Signs right behind the k of thousands.
    pub after_k: Vec<Sign>,
    /// Words that multiply by 100,000.
    pub lakhs: Vec<Sign>,
    by_month: Vec<&'static str>,
}

impl Currencies {
    /// Takes the currencies; those whose code `code` does not know are left out, which the catalogue refuses before.
    #[must_use]
    pub fn new(records: &[CurrencyWords], code: impl Fn(&str) -> Option<&'static str>) -> Self {
        let mut all = Self::default();
        for (record, code) in records.iter().filter_map(|record| Some((record, code(&record.id)?))) {
            let own = |text: &String| Sign { text: text.clone(), there: Vec::new(), elsewhere: Some(code) };
            all.signs.extend(record.signs.iter().map(own));
            all.after_k.extend(record.k.iter().map(own));
            all.lakhs.extend(record.lakhs.iter().map(own));
            all.by_month.extend(record.by_month.then_some(code));
            for text in &record.shared {
                let at = all.signs.iter().position(|sign| sign.text == *text).unwrap_or_else(|| {
                    all.signs.push(Sign { text: text.clone(), there: Vec::new(), elsewhere: None });
                    all.signs.len() - 1
                });
                all.signs[at].there.push((record.countries.clone(), code));
                all.signs[at].elsewhere = all.signs[at].elsewhere.or(record.elsewhere.then_some(code));
            }
        }
        all
    }

    /// The longest sign with some property.
    pub fn longest(&self, holds: impl Fn(&str) -> bool) -> Option<&Sign> {
        self.signs.iter().filter(|sign| holds(&sign.text)).max_by_key(|sign| sign.text.len())
    }

    /// Whether amounts a month in a currency reach what is paid a year in others.
    #[must_use]
    pub fn by_month(&self, code: Option<&str>) -> bool {
        code.is_some_and(|code| self.by_month.contains(&code))
    }
}

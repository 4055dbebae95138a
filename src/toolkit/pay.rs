//! Questions about pay: bands, offers, costs, the back-test, and the files and pictures made of them.

#[cfg(not(feature = "tables"))]
use super::left_out;
use super::{AskError, Asking, Sheet, Toolkit};
use crate::catalog::pay::Pay;
use crate::domain::input::amount::Habits;
use crate::domain::input::fault::InputError;
use crate::domain::iso;
use crate::domain::message::{ids, said};
use crate::domain::pay::answer::{BandTable, BandView, EmployerCost, OfferAssessment, SalaryBand};
use crate::domain::pay::answers::PayAnswers;
use crate::domain::pay::backtest::{Backtest, backtest};
use crate::domain::pay::cost::NotCovered as NoCost;
use crate::domain::pay::job::Job;
use crate::domain::pay::ladder::Seniority;
use crate::domain::pay::market::Market;
use crate::domain::pay::place::{self, Place, Site};
use crate::domain::pay::request;
use crate::domain::text::{Lang, capitalised};
use crate::domain::views::Comparison;
use crate::domain::vocab::Level;
use crate::render::bands;
use crate::render::chart::{self, Bar, Chart};
use crate::render::sheet;
#[cfg(feature = "tables")]
use crate::render::workbook;

impl Toolkit {
    /// Answers about pay, in the language and for the day that are asked for.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn pay_answers(&self, asking: Asking) -> Result<PayAnswers<'_>, AskError> {
        Ok(self.pay_answers_with(self.catalog.pay()?, asking))
    }

    pub(super) fn pay_answers_with<'c>(&'c self, pay: &'c Pay, asking: Asking) -> PayAnswers<'c> {
        PayAnswers {
            data: &pay.data,
            cost: &pay.cost,
            decide: self.catalog.decide(),
            ladders: &pay.ladders,
            counted: self.settings.counted,
            lang: asking.lang,
            as_of: asking.as_of,
            released_on: self.catalog.manifest().released_on,
            version: self.catalog.version(),
        }
    }

    /// A place, its city looked up.
    ///
    /// # Errors
    /// [`AskError::Input`] with every fault of the question.
    pub fn place(&self, question: &serde_json::Value, asking: Asking) -> Result<Place, AskError> {
        request::place_of(self.pay_answers(asking)?.data, question).map_err(AskError::Input)
    }

    /// Whether a city of that name is known in a country and region, where they are given, and tells one place.
    #[must_use]
    pub fn knows_city(&self, name: &str, country: Option<&str>, region: Option<&str>) -> bool {
        let Ok(pay) = self.catalog.pay() else { return false };
        let found = place::city(&pay.data.cities, name, country, region);
        found.is_ok_and(|city| region.is_none_or(|region| region == city.region))
    }

    /// What says how the numbers of a question are meant that somebody types: language, and the currency that it names or
    /// that of its place.
    #[must_use]
    pub fn habits(&self, currency: Option<&str>, place: [Option<&str>; 3], lang: Lang) -> Habits {
        let [country, region, city] = place;
        // Cities are looked up only where nothing else says the country: that takes all data of pay.
        let found = |name: &str| {
            let pay = self.catalog.pay().ok()?;
            place::city(&pay.data.cities, name, country, region).ok().map(|city| &*city.country)
        };
        let of_region = || region.and_then(|region| region.split('-').next());
        let there = country.or_else(of_region).or_else(|| city.and_then(found));
        let own = currency
            .or_else(|| there.and_then(|there| self.catalog.country(there)).map(|item| &*item.currency));
        let codes = self.catalog.countries().map(|item| item.currency.as_str());
        let mut known: Vec<_> = codes.filter_map(iso::currency).collect();
        known.sort_unstable();
        known.dedup();
        Habits { lang, currency: own.and_then(iso::currency), known }
    }

    /// The market band of a role: what it pays, on which evidence.
    ///
    /// # Errors
    /// [`AskError::Input`] with every fault of the question.
    pub fn salary_band(
        &self,
        question: &serde_json::Value,
        asking: Asking,
    ) -> Result<SalaryBand<'_>, AskError> {
        let market = self.pay_answers(asking)?;
        let asked = request::band(market.data, question).map_err(AskError::Input)?;
        Ok(market.salary_band(&asked))
    }

    /// The band of a role beside those of its other levels, as a table.
    ///
    /// # Errors
    /// As [`Self::salary_band`].
    pub fn salary_rows(
        &self,
        question: &serde_json::Value,
        asking: Asking,
    ) -> Result<BandTable<'_>, AskError> {
        let market = self.pay_answers(asking)?;
        let asked = request::band(market.data, question).map_err(AskError::Input)?;
        Ok(market.rows(&asked))
    }

    /// The countries that forms offer and that no band is known for, by name: what a form says before it is sent.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn countries_without_bands(&self, asking: Asking) -> Result<Vec<String>, AskError> {
        let market = self.pay_answers(asking)?;
        let known = |country: &str| {
            let site = Site::new(country, None);
            let of = |job: &Job| market.find(Market::new(*job, Seniority::All, site)).band.is_some();
            Job::ALL.iter().any(of)
        };
        let choices = self.pay_choices(asking.lang)?.countries;
        Ok(choices.into_iter().filter(|item| !known(&item.id)).map(|item| item.name).collect())
    }

    /// The countries that forms offer and whose employer cost is not known, by name: what a form says before it is sent.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn countries_without_cost(&self, lang: Lang) -> Result<Vec<String>, AskError> {
        let known = |code: &str| self.catalog.country(code).is_some_and(|country| country.cost.is_some());
        let choices = self.pay_choices(lang)?.countries;
        Ok(choices.into_iter().filter(|item| !known(&item.id)).map(|item| item.name).collect())
    }

    /// Every band.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn salary_table(&self, asking: Asking) -> Result<BandTable<'_>, AskError> {
        Ok(self.pay_answers(asking)?.table())
    }

    /// The bands of the three levels of a role as an SVG, an offer marked where one is given.
    ///
    /// # Errors
    /// As [`Self::salary_band`].
    pub fn band_chart(
        &self,
        question: &serde_json::Value,
        offer: Option<u64>,
        asking: Asking,
    ) -> Result<String, AskError> {
        let band = self.salary_band(question, asking)?;
        Ok(self.chart_of(&band, offer, asking.lang))
    }

    /// The bands of the levels of a role as a page shows them, with the published figures.
    #[must_use]
    pub fn band_rows(&self, band: &SalaryBand<'_>, lang: Lang) -> String {
        bands::html(&self.picture(band, None, lang), self.words(lang))
    }

    /// The band that an offer is measured by as a page shows it, with the offer marked: the nearest one where none is known;
    /// empty where there is none either.
    ///
    /// # Errors
    /// As [`Self::salary_band`].
    pub fn offer_rows(
        &self,
        question: &serde_json::Value,
        offer: Option<u64>,
        asking: Asking,
    ) -> Result<String, AskError> {
        let mut band = self.salary_band(question, asking)?;
        if let Some(nearest) = &band.nearest {
            let nearest = serde_json::to_value(&nearest.asked).unwrap_or_default();
            band = self.salary_band(&nearest, asking)?;
        }
        let mut chart = self.picture(&band, offer, asking.lang);
        // All levels together, and years of experience, stand first.
        let first = band.asked.level.is_none() || band.asked.years.is_some();
        let asked = band.asked.level.filter(|_| !first);
        let at = asked.and_then(|level| Level::ALL.iter().position(|known| *known == level)).unwrap_or(0);
        chart.bars = chart.bars.into_iter().skip(at).take(1).collect();
        Ok(bands::html(&chart, self.words(asking.lang)))
    }

    /// The picture of [`Self::band_chart`] of a band that is at hand.
    fn chart_of(&self, band: &SalaryBand<'_>, offer: Option<u64>, lang: Lang) -> String {
        chart::svg(&self.picture(band, offer, lang), self.words(lang))
    }

    pub(super) fn picture(&self, band: &SalaryBand<'_>, offer: Option<u64>, lang: Lang) -> Chart {
        let level = |level: Level| self.level_name(level, lang).to_owned();
        // The city where its pay is known, else the place that the band is of.
        let city = band.asked.place.city.as_deref().filter(|_| band.holds_for.as_asked);
        let place = city.unwrap_or(&band.holds_for.name);
        let quartiles = |band: Option<BandView>| band.map(|band| [band.p25, band.p50, band.p75]);
        let mut bars: Vec<Bar> = band
            .levels
            .iter()
            .map(|item| Bar { label: level(item.level), quartiles: quartiles(item.band) })
            .collect();
        // The band that was asked for is the one with the figures.
        let years = band.asked.years.map(|years| self.words(lang).say(said!(YEARS_OF_EXPERIENCE, n = years)));
        let alone = band.asked.level.is_none() || years.is_some();
        let named =
            || band.asked.level.map_or_else(|| self.name("job", "all-levels", lang).to_owned(), level);
        let asked = years.unwrap_or_else(named);
        if alone {
            bars.insert(0, Bar { label: asked.clone(), quartiles: quartiles(band.band) });
        }
        let dots = band.contributions.iter().map(|item| (asked.clone(), item.adjusted));
        let job = self.name("job", band.asked.role.id(), lang);
        Chart {
            title: format!("{}, {place}", capitalised(job)),
            currency: band.band.map_or("", |band| band.currency).to_owned(),
            bars,
            offer,
            dots: dots.collect(),
        }
    }

    /// The pay of compared roles as a page shows it, level by level; empty where no band is known.
    #[must_use]
    pub fn comparison_rows(&self, comparison: &Comparison<'_>, asking: Asking) -> String {
        let lang = asking.lang;
        let mut chart = Chart::default();
        for level in &comparison.pay.levels {
            for item in &level.bands {
                let job = capitalised(self.name("job", item.role.id(), lang));
                let name = level.level.map_or_else(
                    || self.name("job", "all-levels", lang),
                    |level| self.level_name(level, lang),
                );
                chart.currency = item.band.map_or(chart.currency, |band| band.currency.to_owned());
                let quartiles = item.band.map(|band| [band.p25, band.p50, band.p75]);
                chart.bars.push(Bar { label: format!("{job}, {name}"), quartiles });
            }
        }
        bands::html(&chart, self.words(lang))
    }

    /// The table of all bands as a file.
    ///
    /// # Errors
    /// [`AskError::File`] when it cannot be written, which does not happen in memory.
    #[cfg_attr(not(feature = "tables"), expect(unused_variables, reason = "for workbooks only"))]
    pub fn sheet(&self, table: &BandTable<'_>, sheet: Sheet, lang: Lang) -> Result<Vec<u8>, AskError> {
        let file = |error: &dyn std::fmt::Display| AskError::File(error.to_string());
        match sheet {
            Sheet::Csv => sheet::csv(table).map_err(|error| file(&error)),
            #[cfg(not(feature = "tables"))]
            Sheet::Xlsx => Err(AskError::File(left_out("tables"))),
            #[cfg(feature = "tables")]
            Sheet::Xlsx => {
                let asking = Asking { lang, as_of: table.meta.as_of };
                let note = self.pay_answers(asking)?.say(ids::BAND_NOTE);
                workbook::xlsx(table, &note, self.words(lang)).map_err(|error| file(&error))
            }
        }
    }

    /// How good the bands are: each source left out in turn and predicted.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn backtest(&self, asking: Asking) -> Result<Backtest<'_>, AskError> {
        let market = self.pay_answers(asking)?;
        let usable = market.data.observations.iter().filter(|item| item.excluded.is_none());
        let meta = market.meta(usable.map(|item| item.source.as_str()));
        Ok(backtest(market.data, meta))
    }

    /// Where an offer stands.
    ///
    /// # Errors
    /// [`AskError::Input`] with every fault of the question.
    pub fn assess_offer(
        &self,
        question: &serde_json::Value,
        asking: Asking,
    ) -> Result<OfferAssessment<'_>, AskError> {
        let market = self.pay_answers(asking)?;
        let asked = request::offer(market.data, question).map_err(AskError::Input)?;
        Ok(market.offer(&asked))
    }

    /// What a person costs the employer.
    ///
    /// # Errors
    /// [`AskError::Input`] with every fault of the question; [`AskError::NoCost`] when the place or day is not covered.
    pub fn employer_cost(
        &self,
        question: &serde_json::Value,
        asking: Asking,
    ) -> Result<EmployerCost<'_>, AskError> {
        let market = self.pay_answers(asking)?;
        let asked = request::cost(market.data, question).map_err(AskError::Input)?;
        market
            .employer_cost(&asked)
            .map_err(|error| AskError::NoCost(not_covered(&error, &asked.place.country)))
    }
}

/// Why no cost can be given, in both languages, with what is covered.
fn not_covered(error: &NoCost, country: &str) -> InputError {
    match error {
        NoCost::Country { covered } => {
            let covered = covered.join(", ");
            InputError::new(
                "/country",
                "not-covered",
                said!(FAULT_COST_PARAMETERS_COUNTRIES_COVERED, country = country, covered = covered),
            )
        }
        NoCost::Net => InputError::new(
            "/net",
            "not-covered",
            said!(FAULT_EMPLOYEES_CONTRIBUTIONS_KNOWN_HERE, country = country),
        ),
        NoCost::Budget => InputError::new("/budget", "wrong-value", ids::FAULT_BUDGET_DOES_PAY_ANY_SALARY),
        NoCost::TooEarly { from } => InputError::new(
            "/as_of",
            "not-covered",
            said!(FAULT_PARAMETERS_BEGIN_ASK_DAY_LATER, country = country, from = *from),
        ),
        NoCost::TooLate { verified_until, answered_until } => InputError::new(
            "/as_of",
            "not-covered",
            said!(
                FAULT_PARAMETERS_VERIFIED_UNTIL_USED,
                answered_until = *answered_until,
                country = country,
                verified_until = *verified_until
            ),
        ),
    }
}

/// A country that a form offers.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Choice {
    /// What to send.
    pub id: String,
    /// What to show.
    pub name: String,
}

/// A collective agreement that a form offers.
#[derive(Clone, Debug, serde::Serialize)]
pub struct AgreementChoice {
    /// Its number, to send.
    pub id: String,
    /// Its name, to show.
    pub name: String,
    /// ISO 3166-1 country that it is of.
    pub country: String,
}

/// What forms about pay offer. Other values are accepted too.
#[derive(Clone, Debug, serde::Serialize)]
pub struct PayChoices {
    /// Countries with pay or cost, by name.
    pub countries: Vec<Choice>,
    /// Their currencies.
    pub currencies: Vec<String>,
    /// Cities that are looked up to their region, by name.
    pub cities: Vec<String>,
    /// Collective agreements whose minima are known, by name.
    pub agreements: Vec<AgreementChoice>,
    /// Code of the country that a form begins with.
    pub default_country: String,
    /// Its currency.
    pub default_currency: Option<String>,
}

impl Toolkit {
    /// What forms about pay offer.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn pay_choices(&self, lang: Lang) -> Result<PayChoices, AskError> {
        let pay = self.catalog.pay()?;
        let known = self.catalog.countries();
        let mut countries: Vec<Choice> = known
            .filter(|item| item.cost.is_some() || !pay.data.of(&item.code).is_empty())
            .map(|item| Choice { id: item.code.clone(), name: item.name.get(lang).to_owned() })
            .collect();
        countries.sort_by_key(|item| folded(&item.name));
        let costed = self.catalog.countries().filter(|item| item.cost.is_some());
        let mut currencies: Vec<String> = costed.map(|item| item.currency.clone()).collect();
        currencies.sort_unstable();
        currencies.dedup();
        let mut cities: Vec<String> = pay.data.cities.iter().map(|city| city.name.clone()).collect();
        cities.sort_by_key(|name| folded(name));
        cities.dedup();
        let mut agreements: Vec<AgreementChoice> = pay
            .data
            .agreements
            .iter()
            .map(|item| AgreementChoice {
                id: item.idcc.to_string(),
                name: item.name.clone(),
                country: item.country.clone(),
            })
            .collect();
        agreements.sort_by_key(|item| folded(&item.name));
        agreements.dedup_by(|a, b| (&a.id, &a.country) == (&b.id, &b.country));
        let default_country = self.default_country().to_owned();
        let default_currency = self.catalog.country(&default_country).map(|item| item.currency.clone());
        Ok(PayChoices { countries, currencies, cities, agreements, default_country, default_currency })
    }

    /// The code of the country that questions and forms begin with.
    #[must_use]
    pub fn default_country(&self) -> &str {
        &self.catalog.manifest().default_country
    }

    /// The currency that is paid in a country; none where it is not known here.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn currency_of(&self, country: &str) -> Result<Option<&str>, AskError> {
        Ok(self.catalog.country(country).map(|item| item.currency.as_str()))
    }
}

/// A name as it is sorted: É beside E.
fn folded(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfd().filter(char::is_ascii).collect::<String>().to_lowercase()
}

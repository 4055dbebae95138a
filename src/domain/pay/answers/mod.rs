//! Answers about pay: the data, a day, a language, and the ladders computed so far.

mod band;
mod compare;
mod cost;
mod join;
mod offer;

pub use join::Names;

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use iso_currency::Currency;

use crate::domain::cite::Meta;
use crate::domain::cite::SourceRef;
use crate::domain::cite::source_ref;
use crate::domain::dated::{Day, years};
use crate::domain::decide::rulebook::DecideData;
use crate::domain::iso::currency;
use crate::domain::locale;
use crate::domain::money::Money;
use crate::domain::pay::answer::{BandCause, BandConfidence, BandView, Component, Said};
use crate::domain::pay::band::{
    Band, BandGrade, Cause, CauseCode, Estimate, Job, Ladder, METHOD, Nearness, Used, finish, grade, ladder,
};
use crate::domain::pay::cost::{Book, CostData, NotCovered};
use crate::domain::pay::data::PayData;
use crate::domain::pay::figure::Period;
use crate::domain::pay::minimum::{MinimumWage, legal};
use crate::domain::pay::place::differential;
use crate::domain::pay::words::Word;
use crate::domain::rounding::whole;
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, Role};

type Key = (Role, String, Option<String>, Day);

/// Ladders already computed; the same question costs nothing the second time.
#[derive(Debug, Default)]
pub struct Ladders {
    known: RwLock<BTreeMap<Key, Option<Arc<Ladder>>>>,
}

/// Where the API shows a band with its evidence.
fn band_href(job: Job, level: Option<Level>, country: &str, region: Option<&str>) -> String {
    let mut href = format!("/v1/salary-bands?role={job}&country={country}");
    if let Some(level) = level {
        href += &format!("&level={level}");
    }
    if let Some(region) = region {
        href += &format!("&region={region}");
    }
    href
}

/// A currency by its code. The data is checked to hold no other codes, so ISO 4217's code for "no currency" stands only
/// for a country without a record, and then beside no amount.
fn currency_of(code: Option<&str>) -> Currency {
    code.and_then(currency).unwrap_or(Currency::XXX)
}

/// How many ladders are kept; more start anew.
const KEPT: usize = 4096;

impl Ladders {
    fn get(
        &self,
        data: &PayData,
        role: Role,
        country: &str,
        region: Option<&str>,
        day: Day,
    ) -> Option<Arc<Ladder>> {
        let key = (role, country.to_owned(), region.map(str::to_owned), day);
        if let Ok(known) = self.known.read()
            && let Some(found) = known.get(&key)
        {
            return found.clone();
        }
        let found = ladder(data, role, country, region, years(day), METHOD).map(Arc::new);
        if let Ok(mut known) = self.known.write() {
            if known.len() >= KEPT {
                known.clear();
            }
            known.insert(key, found.clone());
        }
        found
    }
}

/// What pay answers are made from.
#[derive(Clone, Copy, Debug)]
pub struct PayAnswers<'c> {
    /// Figures, minima, sentences.
    pub data: &'c PayData,
    /// Contributions.
    pub cost: &'c CostData,
    /// Decision data, for the publications it holds.
    pub decide: &'c DecideData,
    /// Ladders computed so far.
    pub ladders: &'c Ladders,
    /// Language of the texts.
    pub lang: Lang,
    /// Day for which answers hold.
    pub as_of: Day,
    /// Version of the data.
    pub version: &'c str,
}

/// A band looked up: numbers, grade, causes.
#[derive(Clone, Debug)]
pub struct Found {
    /// The band; none when the evidence is insufficient.
    pub band: Option<Band>,
    /// How far it can be relied on.
    pub grade: BandGrade,
    /// What raises or lowers the confidence in the band.
    pub causes: Vec<Cause>,
    /// The role whose figures it rests on.
    pub role: Role,
    /// The ladder of those figures; none when the country has no figure.
    pub ladder: Option<Arc<Ladder>>,
}

impl<'c> PayAnswers<'c> {
    /// A sentence.
    #[must_use]
    pub fn say(&self, word: Word, places: &[(&str, &str)]) -> String {
        self.data.words.say(word, self.lang, places)
    }

    /// A sentence with its code.
    #[must_use]
    pub fn said(&self, word: Word, places: &[(&str, &str)]) -> Said {
        Said { code: word.id(), text: self.say(word, places) }
    }

    /// An amount as the language writes it.
    #[must_use]
    pub fn money(&self, amount: u64, currency: &str) -> String {
        locale::money(amount.into(), currency, self.lang)
    }

    /// A number as the language writes it.
    #[must_use]
    pub fn number(&self, value: f64, digits: usize) -> String {
        locale::decimal(value, digits, self.lang)
    }

    /// The legal minimum of a place.
    #[must_use]
    pub fn minimum(&self, country: &str, region: Option<&str>) -> Option<&'c MinimumWage> {
        legal(&self.data.minimums, country, region, self.as_of)
    }

    /// The currency of a country's pay; its code outlives the data.
    #[must_use]
    pub fn currency(&self, country: &str) -> &'static str {
        currency_of(self.data.country(country).map(|item| item.currency.as_str())).code()
    }

    /// The contributions of a country.
    ///
    /// # Errors
    /// [`NotCovered`] with what is covered.
    pub fn book(&self, country: &str) -> Result<Book<'c>, NotCovered> {
        self.cost.book(&self.data.countries, country, self.as_of)
    }

    /// Looks a band up.
    #[must_use]
    pub fn find(&self, job: Job, level: Option<Level>, country: &str, region: Option<&str>) -> Found {
        match job.role() {
            Some(role) => self.single(role, level, country, region),
            None => self.hybrid(level, country, region),
        }
    }

    fn single(&self, role: Role, level: Option<Level>, country: &str, region: Option<&str>) -> Found {
        let Some(ladder) = self.ladders.get(self.data, role, country, region, self.as_of) else {
            let causes = vec![Cause { code: CauseCode::FewSources, lowers: true, number: 0.0 }];
            return Found { band: None, grade: BandGrade::Insufficient, causes, role, ladder: None };
        };
        let estimate = ladder.at(level);
        let (grade, causes) = grade(self.data, estimate);
        let band = (grade != BandGrade::Insufficient).then(|| self.finished(estimate, country, region));
        Found { band, grade, causes, role, ladder: Some(ladder) }
    }

    fn finished(&self, estimate: &Estimate, country: &str, region: Option<&str>) -> Band {
        finish(estimate.quartiles, self.minimum(country, region).map(MinimumWage::annual))
    }

    /// One person for both roles: at each quartile the higher of the two roles.
    fn hybrid(&self, level: Option<Level>, country: &str, region: Option<&str>) -> Found {
        let find = |role| self.single(role, level, country, region);
        let (cm, smm) = (find(Role::CommunityManager), find(Role::SocialMediaManager));
        let (Some(cm_band), Some(smm_band)) = (&cm.band, &smm.band) else {
            // Without both bands there is no hybrid band; the causes of the missing role are reported.
            let lacking = if smm.band.is_none() { smm } else { cm };
            return Found { band: None, grade: BandGrade::Insufficient, ..lacking };
        };
        let mut quartiles = smm_band.quartiles;
        for (value, other) in quartiles.iter_mut().zip(cm_band.quartiles) {
            *value = (*value).max(other);
        }
        // A derived band is never better than medium, and no better than the worse of the two.
        let grade = match cm.grade.max(smm.grade) {
            BandGrade::High => BandGrade::Medium,
            _ => BandGrade::Low,
        };
        // The better paid role gives the numbers, so its figures, causes and floor are the band's.
        let lead = if cm_band.quartiles[1] > smm_band.quartiles[1] { cm } else { smm };
        let floored = lead.band.as_ref().is_some_and(|band| band.floored);
        let mut causes = vec![Cause { code: CauseCode::Derived, lowers: true, number: 0.0 }];
        causes.extend(&lead.causes);
        Found { band: Some(Band { quartiles, floored }), grade, causes, role: lead.role, ladder: lead.ladder }
    }

    /// A band as answers show it.
    #[must_use]
    pub fn view(&self, band: &Band, country: &str) -> BandView {
        let [p25, p50, p75] = band.quartiles;
        BandView {
            p25,
            p50,
            p75,
            currency: self.currency(country),
            period: Period::Year,
            raised_to_legal_minimum: band.floored,
        }
    }

    /// The band of one role, as a part of another answer.
    fn component(&self, role: Role, level: Option<Level>, country: &str, region: Option<&str>) -> Component {
        let found = self.single(role, level, country, region);
        Component {
            role: role.into(),
            band: found.band.as_ref().map(|band| self.view(band, country)),
            grade: found.grade,
        }
    }

    /// Who publishes the figures that a band rests on.
    fn evidence_sources<'f>(
        &'f self,
        found: &'f Found,
        level: Option<Level>,
    ) -> impl Iterator<Item = &'c str> + use<'f, 'c> {
        let used = found.ladder.iter().flat_map(move |ladder| &ladder.at(level).used);
        used.map(|used| self.data.observations[used.observation].source.as_str())
    }

    /// That a country's parameters are older than the day asked for, where they are.
    fn provisional(&self, book: &Book<'_>) -> Option<Said> {
        book.provisional.then(|| {
            let date = locale::date(&book.terms.verified_until.to_string(), self.lang);
            self.said(Word::Provisional, &[("date", &date)])
        })
    }

    /// The grade with its causes in words.
    #[must_use]
    pub fn confidence(&self, found: &Found) -> BandConfidence {
        let causes = found.causes.iter().map(|cause| {
            let word = Word::find(cause.code.id()).unwrap_or(Word::FewSources);
            let digits = usize::from(matches!(cause.code, CauseCode::OldFigures | CauseCode::NotFullyAged));
            BandCause {
                code: cause.code,
                lowers: cause.lowers,
                text: self.say(word, &[("n", &self.number(cause.number, digits))]),
            }
        });
        BandConfidence { grade: found.grade, causes: causes.collect() }
    }

    /// What stood in for what in a band.
    #[must_use]
    pub fn fallbacks(
        &self,
        found: &Found,
        role: Role,
        level: Option<Level>,
        country: &str,
        region: Option<&str>,
    ) -> Vec<Said> {
        let mut list = Vec::new();
        let Some(ladder) = &found.ladder else {
            return list;
        };
        let estimate = ladder.at(level);
        // What hardly weighs did not stand in for anything.
        let weighs = |picked: &dyn Fn(&Used) -> bool| estimate.percent(picked) >= 5.0;
        let mut note = |holds: bool, word: Word, places: &[(&str, &str)]| {
            if holds {
                list.push(self.said(word, places));
            }
        };
        if level.is_some() {
            note(weighs(&|used| used.level == Nearness::Mixed), Word::LevelFromAll, &[]);
        }
        note(weighs(&|used| used.level == Nearness::Other), Word::LevelFromOther, &[]);
        note(weighs(&|used| used.role == Nearness::Mixed), Word::RoleFromMixed, &[]);
        note(weighs(&|used| used.role == Nearness::Other), Word::RoleFromOccupation, &[]);
        if let Some(region) = region {
            match differential(&self.data.differentials, region, role, level) {
                Some(item) => {
                    let percent = (item.ratio - 1.0) * 100.0;
                    let sign = if percent > 0.0 { "+" } else { "" };
                    let percent = format!("{sign}{}", self.number(percent, 1));
                    let national = percent != "0" && weighs(&|used| used.place == Nearness::Mixed);
                    note(national, Word::PlaceFromCountry, &[("place", region), ("n", &percent)]);
                }
                None => note(true, Word::PlaceUnknown, &[("place", region)]),
            }
        }
        note(weighs(&|used| used.place == Nearness::Other), Word::PlaceFromOther, &[]);
        note(weighs(&|used| used.later), Word::LaterFigures, &[]);
        note(!self.data.chains.contains_key(country), Word::NoGrowth, &[("place", country)]);
        note(ladder.moved && level.is_some(), Word::LevelsOrdered, &[]);
        note(found.band.as_ref().is_some_and(|band| band.floored), Word::FloorApplied, &[]);
        note(
            self.minimum(country, region).is_none(),
            Word::MinimumUnknown,
            &[("place", region.unwrap_or(country))],
        );
        list
    }

    /// Money of a country.
    #[must_use]
    pub fn amount(&self, amount: f64, currency_code: &str) -> Money {
        Money { amount: whole(amount), currency: currency_of(Some(currency_code)) }
    }

    /// What an answer says of itself, with the publications it cites.
    #[must_use]
    pub fn meta<'s>(&self, cited: impl IntoIterator<Item = &'s str>) -> Meta<'c> {
        let mut ids: Vec<&str> =
            cited.into_iter().map(|citation| citation.split('/').next().unwrap_or(citation)).collect();
        ids.sort_unstable();
        ids.dedup();
        let sources = ids.into_iter().filter_map(|id| self.source(id)).collect();
        Meta { lang: self.lang, as_of: self.as_of, data_version: self.version, sources }
    }

    /// A publication by its id, of the pay data or of the decision data.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<SourceRef<'c>> {
        let found = self.data.source(id).or_else(|| {
            let at = self.decide.source_at(id)?;
            self.decide.sources.get(at)
        });
        found.map(source_ref)
    }

    /// The countries with enough evidence for some band of a role, for whoever asked for another one.
    #[must_use]
    pub fn documented(&self, job: Job) -> Vec<&'c str> {
        self.data.countries().filter(|country| self.find(job, None, country, None).band.is_some()).collect()
    }
}

//! Answers about pay: the data, a day, a language, and the ladders computed so far.

mod band;
mod budget;
mod compare;
mod cost;
mod join;
mod names;
mod offer;
mod outline;
mod price;
mod purchase;
mod steps;
pub use offer::doubt;

pub use join::Need;
pub use names::Names;

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use iso_currency::Currency;

use crate::domain::cite::Meta;
use crate::domain::cite::SourceRef;
use crate::domain::cite::source_ref;
use crate::domain::dated::{Day, years};
use crate::domain::decide::rulebook::DecideData;
use crate::domain::iso::{Region, currency};
use crate::domain::locale;
use crate::domain::message::{self, Message, filled, ids, said};
use crate::domain::money::Money;
use crate::domain::pay::answer::{BandCause, BandConfidence, BandView, Component, HoldsFor, Interval, Said};
use crate::domain::pay::band::{Band, finish};
use crate::domain::pay::cost::{Book, CostData, NotCovered};
use crate::domain::pay::data::PayData;
use crate::domain::pay::estimate::{Estimate, Uncertainty};
use crate::domain::pay::evidence::Counted;
use crate::domain::pay::figure::{Period, Post};
use crate::domain::pay::grade::{BandGrade, Cause, CauseCode, causes, grade};
use crate::domain::pay::job::{Community, Job};
use crate::domain::pay::ladder::{Ladder, Seniority, ladder};
use crate::domain::pay::market::Market;
use crate::domain::pay::minimum::{MinimumWage, ended, legal};
use crate::domain::pay::place::{Site, plain};
use crate::domain::pay::request::BandRequest;
use crate::domain::pay::select::{METHOD, Nearness, Used};
use crate::domain::rounding::{tenths, whole};
use crate::domain::text::{Lang, Phrase, Text};
use crate::domain::vocab::{Level, Role};

type Key = (Role, Community, String, Option<String>, Option<String>, Day, Counted);

/// Ladders already computed; the same question costs nothing the second time.
#[derive(Debug, Default)]
pub struct Ladders {
    known: RwLock<BTreeMap<Key, Option<Arc<Ladder>>>>,
}

/// Where the API shows a band with its evidence.
fn band_href(asked: &BandRequest) -> String {
    let mut href = format!("/v1/salary-bands?role={}&country={}", asked.role, asked.place.country);
    match (asked.years, asked.level) {
        (Some(years), _) => href += &format!("&years={years}"),
        (None, Some(level)) => href += &format!("&level={level}"),
        (None, None) => {}
    }
    if let Some(community) = asked.community {
        href += &format!("&community={community}");
    }
    match (&asked.place.city, &asked.place.region) {
        (Some(city), Some(region)) if asked.place.area.is_some() => {
            let city: String = url_part(city);
            href += &format!("&region={region}&city={city}");
        }
        (_, Some(region)) => href += &format!("&region={region}"),
        _ => {}
    }
    href
}

/// A value as it stands in an address: what is no letter, digit, `-`, `.` or `_` is escaped.
fn url_part(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    value
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// A currency by its code. The data is checked to hold no other codes, so ISO 4217's code for "no currency" stands only
/// for a country without a record, and then beside no amount.
fn currency_of(code: Option<&str>) -> Currency {
    code.and_then(currency).unwrap_or(Currency::XXX)
}

/// Whether a region is a city: Berlin, London, Brussels.
fn is_city(region: &str, city: &str) -> bool {
    let city = plain(city);
    Region::find(region).is_some_and(|region| !city.is_empty() && plain(region.name).contains(&city))
}

/// How many ladders are kept; more start anew.
const KEPT: usize = 4096;

impl Ladders {
    fn get(
        &self,
        data: &PayData,
        role: Role,
        community: Community,
        site: Site<'_>,
        day: Day,
        counted: Counted,
    ) -> Option<Arc<Ladder>> {
        // The kind of community matters to one role only.
        let community = if role == Role::CommunityManager { community } else { Community::Brand };
        let owned = |code: Option<&str>| code.map(str::to_owned);
        let key =
            (role, community, site.country.to_owned(), owned(site.region), owned(site.area), day, counted);
        if let Ok(known) = self.known.read()
            && let Some(found) = known.get(&key)
        {
            return found.clone();
        }
        let found = ladder(data, role, community, site, years(day), METHOD, counted).map(Arc::new);
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
    /// Which figures count.
    pub counted: Counted,
    /// Language of the texts.
    pub lang: Lang,
    /// Day for which answers hold.
    pub as_of: Day,
    /// Day on which the data was released.
    pub released_on: Day,
    /// Version of the data.
    pub version: &'c str,
}

/// Minimum wages change every year or so: how long one without an end is taken to hold once it was looked at.
const LOOKED_AT: chrono::Months = chrono::Months::new(12);

/// A band looked up: numbers, grade, causes.
#[derive(Clone, Debug)]
pub struct Found {
    /// The band; none when the evidence is insufficient.
    pub band: Option<Band>,
    /// How far it can be relied on.
    pub grade: BandGrade,
    /// How sure its median is; none when the country has no figure.
    pub uncertainty: Option<Uncertainty>,
    /// Whether other jobs stand in for the role, in whole.
    pub derived: bool,
    /// What makes the band more or less sure.
    pub causes: Vec<Cause>,
    /// The role whose figures it rests on.
    pub role: Role,
    /// The ladder of those figures; none when the country has no figure.
    pub ladder: Option<Arc<Ladder>>,
}

impl<'c> PayAnswers<'c> {
    /// A sentence.
    #[must_use]
    pub fn say(&self, said: impl Into<message::Said>) -> String {
        said.into().text(&self.data.messages, self.lang)
    }

    /// A sentence with its code.
    #[must_use]
    pub fn said(&self, said: impl Into<message::Said>) -> Said {
        let said = said.into();
        Said { code: said.message().id(), text: self.say(said) }
    }

    /// What the data say of a country in words of their own, under the code of a message; else the message.
    fn noted(&self, note: Option<&Text>, said: impl Into<message::Said>) -> Said {
        let general = self.said(said);
        match note {
            Some(note) => Said { text: note.get(self.lang).to_owned(), ..general },
            None => general,
        }
    }

    /// A message without places, for an answer.
    pub(super) fn phrase(&self, message: Message) -> Phrase<'c> {
        self.data.messages.get(message, self.lang).into()
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

    /// The legal minimum of a place on a day, or the last one known: minima only rise, so what lies below that one is below
    /// the law whatever it is by then.
    #[must_use]
    pub fn floor_on(&self, country: &str, region: Option<&str>, day: Day) -> Option<&'c MinimumWage> {
        legal(&self.data.minimums, country, region, day)
            .or_else(|| ended(&self.data.minimums, country, region, day))
    }

    /// What is stale about the legal minimum of a place: the last one known is over, or was looked at long ago.
    #[must_use]
    pub fn stale_minimum(&self, country: &str, region: Option<&str>) -> Option<Said> {
        if let Some(item) = ended(&self.data.minimums, country, region, self.as_of) {
            let date = item.validity.to.map_or(String::new(), |to| locale::date(&to.to_string(), self.lang));
            let amount = self.money(whole(item.annual()), &item.currency);
            return Some(self.said(said!(MINIMUM_ENDED, amount = &amount, date = &date)));
        }
        let item = self.minimum(country, region)?;
        let looked_at = self.released_on.checked_add_months(LOOKED_AT).unwrap_or(Day::MAX);
        (item.validity.to.is_none() && self.as_of > looked_at).then(|| {
            let date = locale::date(&self.released_on.to_string(), self.lang);
            self.said(said!(MINIMUM_OLD, date = &date))
        })
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
    pub fn find(&self, market: Market<'_>) -> Found {
        match market.job.role() {
            Some(role) => self.single(role, market),
            None => self.hybrid(market),
        }
    }

    fn single(&self, role: Role, market: Market<'_>) -> Found {
        let site = self.data.site(market.site);
        let Some(ladder) =
            self.ladders.get(self.data, role, market.community, site, self.as_of, self.counted)
        else {
            let causes = vec![Cause::new(CauseCode::NoFigure, true, 0.0)];
            let grade = BandGrade::Insufficient;
            return Found {
                band: None,
                grade,
                uncertainty: None,
                derived: false,
                causes,
                role,
                ladder: None,
            };
        };
        let minimum = self.minimum(market.site.country, market.site.region).map(MinimumWage::annual);
        let of = |estimate: &Estimate| {
            let grade = grade(estimate);
            Found {
                band: (grade != BandGrade::Insufficient).then(|| finish(estimate, minimum)),
                grade,
                uncertainty: Some(estimate.uncertainty),
                derived: estimate.derived,
                causes: causes(self.data, estimate),
                role,
                ladder: None,
            }
        };
        let found = match market.seniority {
            Seniority::Years(years) => {
                let (height, unsure) = self.data.experience(years);
                of(&ladder.between(Level::of_years(years), height, unsure))
            }
            other => of(ladder.at(other.level())),
        };
        Found { ladder: Some(ladder), ..found }
    }

    /// One person for both roles: at each percentile the higher of the two roles.
    fn hybrid(&self, market: Market<'_>) -> Found {
        let find = |role| self.single(role, market);
        let (cm, smm) = (find(Role::CommunityManager), find(Role::SocialMediaManager));
        let (Some(cm_band), Some(smm_band)) = (cm.band, smm.band) else {
            // Without both bands there is no hybrid band; the causes of the missing role are reported.
            let lacking = if smm.band.is_none() { smm } else { cm };
            return Found { band: None, grade: BandGrade::Insufficient, ..lacking };
        };
        // A band made of two is never better than medium, and no better than the worse of them.
        let grade = match cm.grade.max(smm.grade) {
            BandGrade::High => BandGrade::Medium,
            other => other.max(BandGrade::Low),
        };
        let derived = cm.derived || smm.derived;
        // The better paid role gives the numbers, so its figures and causes are the band's.
        let lead = if cm_band.median() > smm_band.median() { cm } else { smm };
        let mut reasons = vec![Cause::new(CauseCode::Derived, true, 0.0)];
        reasons.extend(&lead.causes);
        Found { band: Some(cm_band.higher(&smm_band)), grade, derived, causes: reasons, ..lead }
    }

    /// A found band as answers show it.
    #[must_use]
    pub fn view(&self, found: &Found, country: &str) -> Option<BandView> {
        let band = found.band?;
        let [p10, p25, p50, p75, p90] = band.percentiles;
        // The tails of pay are asked of the job itself or not at all.
        let tail = |amount| Some(amount).filter(|_| !found.derived);
        Some(BandView {
            p10: tail(p10),
            p25,
            p50,
            p75,
            p90: tail(p90),
            interval: Interval { low: band.interval[0], high: band.interval[1] },
            derived: found.derived,
            currency: self.currency(country),
            period: Period::Year,
            raised_to_legal_minimum: band.floored,
        })
    }

    /// The band of one role, as a part of another answer.
    fn component(&self, role: Role, market: Market<'_>) -> Component {
        let found = self.single(role, market);
        Component { role: role.into(), band: self.view(&found, market.site.country), grade: found.grade }
    }

    /// Who publishes the figures that a band rests on.
    pub(crate) fn evidence_sources<'f>(
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
            self.said(said!(PROVISIONAL, date = &date))
        })
    }

    /// The grade with its causes in words.
    #[must_use]
    pub fn confidence(&self, found: &Found) -> BandConfidence {
        let causes = found.causes.iter().map(|cause| {
            let word = match cause.interval {
                Some((effective, _)) if effective < 1.5 => ids::INTERVAL_OF_ONE,
                _ => Message::find(cause.code.id()).unwrap_or(ids::FEW_SOURCES),
            };
            let digits = match cause.code {
                CauseCode::OldFigures | CauseCode::NotFullyAged | CauseCode::FewSources => 1,
                _ => 0,
            };
            let (effective, percent) = cause.interval.unwrap_or_default();
            let places = [
                ("n", &*self.number(cause.number, digits)),
                ("sources", &*self.number(effective.round().max(1.0), 0)),
                ("interval", &*self.number(tenths(percent), 0)),
            ];
            BandCause { code: cause.code, lowers: cause.lowers, text: self.say(filled(word, &places)) }
        });
        let of = |value: &dyn Fn(&Uncertainty) -> f64| found.uncertainty.as_ref().map(value);
        BandConfidence {
            grade: found.grade,
            interval_percent: of(&|sure| tenths(sure.percent())),
            effective_sources: of(&|sure| tenths(sure.effective)),
            sources: found.uncertainty.map_or(0, |sure| sure.series),
            derived: found.derived,
            causes: causes.collect(),
        }
    }

    /// What stood in for what in a band.
    #[must_use]
    pub fn fallbacks(&self, found: &Found, market: Market<'_>) -> Vec<Said> {
        let mut list = Vec::new();
        let Some(ladder) = &found.ladder else {
            return list;
        };
        let level = market.seniority.level();
        let estimate = ladder.at(level);
        let (country, site) = (market.site.country, self.data.site(market.site));
        // What hardly weighs did not stand in for anything.
        let weighs = |picked: &dyn Fn(&Used) -> bool| estimate.percent(picked) >= 5.0;
        let role_of = |used: &Used| self.data.observations[used.observation].role;
        let mut note = |holds: bool, word: Message, places: &[(&str, &str)]| {
            if holds {
                list.push(self.said(filled(word, places)));
            }
        };
        let holds = self.holds_for(market);
        let asked = market.city.map_or_else(|| self.place_name(market.site), str::to_owned);
        note(!holds.as_asked, ids::PLACE_UNKNOWN, &[("place", &asked), ("held", &holds.name)]);
        note(matches!(market.seniority, Seniority::Years(_)), ids::BY_EXPERIENCE, &[]);
        if level.is_some() {
            note(weighs(&|used| used.level == Nearness::Mixed), ids::LEVEL_FROM_ALL, &[]);
        }
        note(weighs(&|used| used.level == Nearness::Other), ids::LEVEL_FROM_OTHER, &[]);
        note(weighs(&|used| used.role == Nearness::Mixed), ids::ROLE_FROM_MIXED, &[]);
        let neighbour = |used: &Used| used.role == Nearness::Other && role_of(used) == Post::Neighbour;
        note(weighs(&neighbour), ids::ROLE_FROM_OCCUPATION, &[]);
        let borrowed = |used: &Used| used.role == Nearness::Other && role_of(used) != Post::Neighbour;
        note(weighs(&borrowed), ids::ROLE_FROM_ROLE, &[]);
        if let Some(item) = self.data.differential(site, found.role, level) {
            let percent = (item.ratio - 1.0) * 100.0;
            let sign = if percent > 0.0 { "+" } else { "" };
            let percent = format!("{sign}{}", self.number(percent, 1));
            let national = percent != "0" && weighs(&|used| used.place == Nearness::Mixed);
            note(national, ids::PLACE_FROM_COUNTRY, &[("place", &self.place_name(site)), ("n", &percent)]);
        }
        note(weighs(&|used| used.place == Nearness::Other), ids::PLACE_FROM_OTHER, &[]);
        note(weighs(&|used| used.later), ids::LATER_FIGURES, &[]);
        note(!self.data.chains.contains_key(country), ids::NO_GROWTH, &[("place", country)]);
        note(ladder.moved && level.is_some(), ids::LEVELS_ORDERED, &[]);
        note(found.band.as_ref().is_some_and(|band| band.floored), ids::FLOOR_APPLIED, &[]);
        note(
            self.minimum(country, market.site.region).is_none(),
            ids::MINIMUM_UNKNOWN,
            &[("place", market.site.region.unwrap_or(country))],
        );
        list
    }

    /// The place that a band is of.
    pub(super) fn holds_for(&self, market: Market<'_>) -> HoldsFor {
        let (asked, site) = (market.site, self.data.site(market.site));
        // A part of a region has the pay of that region.
        let region = asked.region.map(|region| self.data.region_of(region).unwrap_or(region));
        let as_asked = match (market.city, site.area) {
            // London is a region of its own; Paris is a part of one.
            (Some(city), None) => {
                site.region.is_some()
                    && site.region == region
                    && site.region.is_some_and(|region| is_city(region, city))
            }
            (Some(_), Some(_)) => true,
            (None, _) => site.region == region,
        };
        let owned = |code: Option<&str>| code.map(str::to_owned);
        HoldsFor {
            country: site.country.to_owned(),
            region: owned(site.region),
            area: owned(site.area),
            name: self.place_name(site),
            as_asked,
        }
    }

    /// Name of a place for people: that of the city in whose area it lies, else of the region or country.
    #[must_use]
    pub fn place_name(&self, site: Site<'_>) -> String {
        let city = site
            .area
            .and_then(|area| self.data.cities.iter().find(|city| city.area.as_deref() == Some(area)));
        let country = || {
            self.data
                .country(site.country)
                .map_or(site.country, |country| country.name.get(self.lang))
                .to_owned()
        };
        match (city, site.region) {
            (Some(city), _) => city.name.clone(),
            (None, Some(code)) => {
                Region::find(code).map_or_else(|| code.to_owned(), |region| region.name().to_owned())
            }
            (None, None) => country(),
        }
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

    /// That the sources do not suffice for a job, with the other countries for which they do.
    fn insufficient(&self, job: Job, country: &str) -> Said {
        let market = |country| Market::new(job, Seniority::All, Site::new(country, None));
        let known = self.data.countries().filter(|other| *other != country);
        let known = known.filter(|country| self.find(market(country)).band.is_some());
        let names: Vec<String> = known.map(|country| self.place_name(Site::new(country, None))).collect();
        if names.is_empty() {
            // The code is that of a missing band in either case.
            let text = self.say(ids::INSUFFICIENT_ANYWHERE);
            return Said { code: ids::INSUFFICIENT_BAND.id(), text };
        }
        self.said(said!(INSUFFICIENT_BAND, list = &names.join(", ")))
    }
}

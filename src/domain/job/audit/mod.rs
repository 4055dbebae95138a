//! The audit of an ad that somebody else wrote: what the job really is, what it should pay, what to change.

mod amount;
pub mod answer;
mod beside;
mod candidate;
mod changes;
mod check;
pub mod described;
pub mod hours;
mod level;
pub mod location;
mod market;
mod nearby;
mod parts;
pub mod pay;
pub mod place;
pub mod quality;
mod reading;
pub mod rewrite;
pub mod scope;
mod shares;
mod summary;
mod title;

use answer::{Audit, AuditInput, Finding, LocationView, PlaceFrom, Readability};
use changes::{changes, counts, merge};
pub use check::Statement;
use check::{Checks, Coding};
use described::Described;
pub(crate) use level::{level, level_in_title, trainee, years};
use location::Location;
pub use reading::scan;
pub(crate) use reading::{Reading, read};

use super::data::JobData;
use super::fold::Kind;
use super::law::{Law, Reach, Where, concerning};
use super::lexicon::{Cue, Part};
use super::wording::Severity;
use crate::domain::iso::{Country, Region};
use crate::domain::message::{self, ids};
use crate::domain::pay::answer::Said;
use crate::domain::pay::answers::PayAnswers;
use crate::domain::pay::place::{City, Place};
use crate::domain::pay::request::BandRequest;
use crate::domain::text::Lang;
use crate::domain::vocab::{Grade, Level};
use crate::domain::work::{Abandoned, Work};

/// Most findings that an answer lists.
pub const MOST_FINDINGS: usize = 300;

/// What is asked: an ad, and where it will be published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuestion {
    /// The text of the ad.
    pub text: String,
    /// Its title, when it is not in the text.
    pub title: Option<String>,
    /// Where the job is.
    pub place: Option<Place>,
    /// ISO 3166-2 codes of further regions of its country where it is offered.
    pub regions: Vec<String>,
    /// Employees of the company.
    pub employees: Option<u32>,
    /// Language of the ad, where known.
    pub language: Option<Lang>,
    /// Whether a candidate asks, and not the employer.
    pub candidate: bool,
}

/// What the audit works with.
#[derive(Clone, Debug)]
pub struct AdAudit<'c> {
    /// Lexicon, wording, law, sentences.
    pub data: &'c JobData,
    /// Pay, for measuring: of the country of the ad at least.
    pub market: PayAnswers<'c>,
    /// The cities that are known by name.
    pub cities: &'c [City],
    /// The roles, for their names.
    pub roles: &'c [crate::domain::reference::RoleSheet],
}

impl<'c> AdAudit<'c> {
    fn lang(&self) -> Lang {
        self.market.lang
    }

    /// A message in the language of the answer.
    pub(crate) fn say(&self, said: impl Into<message::Said>) -> String {
        said.into().text(&self.data.phrases.messages, self.lang())
    }

    /// A message by the code of a finding or the id of a record.
    pub(crate) fn by_id(&self, id: &str, places: &[(&str, &str)]) -> String {
        self.data.phrases.say(id, self.lang(), places)
    }

    /// A message with its code.
    pub(crate) fn said(&self, said: impl Into<message::Said>) -> Said {
        let said = said.into();
        Said { code: said.message().id(), text: self.say(said) }
    }

    /// The name of a role, profession or neighbour.
    pub(crate) fn name(&self, id: &str) -> String {
        let lang = self.lang();
        let role = self.roles.iter().find(|sheet| sheet.id.id() == id).map(|sheet| sheet.name.get(lang));
        let profession =
            self.market.decide.professions.iter().find(|item| item.id == id).map(|item| item.name.get(lang));
        let neighbour =
            self.data.lexicon.neighbours.iter().find(|item| item.id == id).map(|item| item.name.get(lang));
        role.or(profession).or(neighbour).map_or_else(|| self.by_id(id, &[]), str::to_owned)
    }

    /// Audits an ad, for as long as the answer is wanted.
    ///
    /// # Errors
    /// [`Abandoned`] when it is not.
    pub fn audit(&self, question: &AuditQuestion, work: &Work<'_>) -> Result<Audit<'c>, Abandoned> {
        self.judge(&read(self.data, question, work)?)
    }

    /// Audits an ad that was read, for as long as the answer is wanted.
    ///
    /// # Errors
    /// [`Abandoned`] when it is not.
    pub(crate) fn judge(&self, reading: &Reading<'_>) -> Result<Audit<'c>, Abandoned> {
        let (question, work) = (reading.question, reading.work);
        let trainee = trainee(self.data, reading);
        let level = level(self.data, reading);
        let place = reading.place.as_ref();
        let reach = self.reach(reading);
        let laws: Vec<&'c Law> = concerning(&self.data.laws, &reach, trainee);
        let (shares, other_jobs) = self.shares(reading, place.map(|place| place.country.as_str()));
        let pay = self.pay(reading, place, level, trainee);
        let mut checks = Checks::new(self, reading, &laws, &reach, trainee);
        checks.scope(&shares, &other_jobs);
        checks.pay(&pay);
        checks.wording()?;
        checks.grounds();
        checks.contradictions();
        if !reading.unread {
            checks.law(&pay);
        }
        let sections = checks.quality();
        work.go_on()?;
        let (mut findings, missing_by_law, coding) = (checks.findings, checks.missing, checks.coding);
        let readability = self.readability(reading, coding, &mut findings);
        findings.sort_by(|a, b| {
            let at = |finding: &Finding<'_>| finding.place.as_ref().map(|place| place.start.byte);
            (a.severity, at(a).is_none(), at(a), a.code).cmp(&(b.severity, at(b).is_none(), at(b), b.code))
        });
        merge(&mut findings);
        let counts = counts(&findings);
        let left_out = findings.len().saturating_sub(MOST_FINDINGS);
        let changes = changes(&self.data.categories, &findings);
        findings.truncate(MOST_FINDINGS);
        let cited: Vec<&str> = findings
            .iter()
            .flat_map(|finding| finding.sources.iter().copied())
            .chain(laws.iter().flat_map(|law| law.sources.iter().map(String::as_str)))
            .collect();
        let mut meta = self.market.meta(cited.iter().copied());
        self.add_sources(&mut meta, &cited);
        if let (Some(job), Some(place)) = (Self::job(reading.scope.described), place) {
            let asked = BandRequest::new(job, level, place.clone());
            for source in self.market.offer_sources(&asked) {
                if !meta.sources.iter().any(|known| known.id == source.id) {
                    meta.sources.push(source);
                }
            }
        }
        let scope = &reading.scope;
        let title = scope.title.as_ref();
        let job = self.job_in_words(reading, &other_jobs);
        let mut audit = Audit {
            summary: [&job, &self.title_in_words(reading), &self.pay_in_words(reading, &pay)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" "),
            job,
            locations: self.locations(reading),
            role_described: scope.described,
            role_in_title: title.and_then(scope::TitleReading::role),
            title_says: title
                .and_then(|title| title.says.as_deref())
                .filter(|id| Described::find(id).is_none())
                .map(|id| self.name(id)),
            confidence: self.confidence(reading),
            shares,
            other_jobs,
            pay,
            changes,
            counts,
            findings,
            findings_left_out: left_out,
            sections,
            missing_by_law,
            law: laws.iter().map(|law| law.view(self.lang(), &reach)).collect(),
            readability,
            activities: self.activities(reading),
            input: self.understood(reading, &reach, level),
            must_haves: must_haves(reading),
            candidate: None,
            disclaimer: self.data.phrases.messages.get(ids::AUDIT_DISCLAIMER, self.lang()),
            meta,
        };
        if question.candidate {
            audit.candidate = Some(self.for_candidate(&audit, &laws, &reach));
        }
        Ok(audit)
    }

    /// The question as it was understood.
    fn understood(&self, reading: &Reading<'_>, reach: &Reach<'_>, level: Option<Level>) -> AuditInput<'c> {
        let (question, scope, place) = (reading.question, &reading.scope, reading.place.as_ref());
        let title = scope.title.as_ref();
        AuditInput {
            title: title.map(|title| title.text.clone()),
            title_found_in_text: scope.title_block.is_some(),
            language: reading.lang,
            language_certain: reading.certain,
            country: self.place_code(place, |place| Some(place.country.as_str())),
            region: self.place_code(place, |place| place.region.as_deref()),
            regions: regions(reach, place),
            city: self.place_city(place),
            place_from: place
                .map(|_| if question.place.is_some() { PlaceFrom::Question } else { PlaceFrom::Ad }),
            employees: question.employees,
            level,
        }
    }

    /// The places whose law counts: where the job is, every region it is offered in, and for a remote job in a country
    /// whose regions have rules of their own each of these, unless the question or the ad says which.
    fn reach<'r>(&'r self, reading: &'r Reading<'_>) -> Reach<'r> {
        let Some(place) = &reading.place else { return Reach::default() };
        let question = reading.question;
        // A country that is given does not take back the region and city that the ad names in it.
        let named = &reading.named;
        let named = named.as_ref().filter(|named| place.region.is_none() && named.country == place.country);
        let home = Where {
            country: &place.country,
            region: place.region.as_deref().or(named.and_then(|named| named.region.as_deref())),
            city: place.city.as_deref().or(named.and_then(|named| named.city.as_deref())),
            employees: question.employees,
            as_of: self.market.as_of,
        };
        let beside = |region| Where { region: Some(region), city: None, ..home };
        let named = question.regions.iter().map(|region| beside(region.as_str()));
        let asked = question.place.as_ref().is_some_and(|place| place.region.is_some());
        // "New York, NY or Boston, MA": the law of each, unless the question says which.
        let found = reading.locations.0.iter().filter(|location| {
            !asked && location.grade != Grade::Low && location.spot.country == place.country
        });
        let mut regions: Vec<&str> = found.filter_map(|location| location.spot.region.as_deref()).collect();
        regions.retain(|region| {
            home.region != Some(region) && question.regions.iter().all(|known| known != region)
        });
        regions.sort_unstable();
        regions.dedup();
        let several = !regions.is_empty();
        let named = named.chain(regions.into_iter().map(beside));
        let mut reach = Reach { named: std::iter::once(home).chain(named).collect(), remote: Vec::new() };
        if !asked && !several && reading.scope.says(Cue::FullyRemote) {
            let own = self.data.laws.iter().filter(|law| law.country == place.country);
            let mut regions: Vec<&str> = own.filter_map(|law| law.region.as_deref()).collect();
            regions.sort_unstable();
            regions.dedup();
            regions.retain(|region| home.region != Some(region));
            reach.remote = regions.into_iter().map(beside).collect();
        }
        reach
    }

    /// Where the ad says that the job is.
    fn locations(&self, reading: &Reading<'_>) -> Vec<LocationView> {
        let view = |found: &Location| LocationView {
            name: self.data.places.name(&found.spot.country, self.lang()).to_owned(),
            country: found.spot.country.clone(),
            region: found.spot.region.clone(),
            city: found.spot.city.clone(),
            clue: found.clue,
            confidence: found.grade,
            place: found.range.as_ref().map(|range| reading.excerpt(range.start, range.end)),
        };
        reading.locations.0.iter().map(view).collect()
    }

    /// A code of the place that outlives the question.
    fn place_code<'p>(
        &self,
        place: Option<&'p Place>,
        code: impl Fn(&'p Place) -> Option<&'p str>,
    ) -> Option<&'c str> {
        let code = code(place?)?;
        let countries = self
            .data
            .laws
            .iter()
            .flat_map(|law| [Some(law.country.as_str()), law.region.as_deref()])
            .flatten();
        let regions = self.cities.iter().flat_map(|city| [city.country.as_str(), city.region.as_str()]);
        let known = countries.chain(regions).find(|known| *known == code);
        known
            .or_else(|| Country::find(code).map(Country::code))
            .or_else(|| Region::find(code).map(Region::code))
    }

    fn place_city(&self, place: Option<&Place>) -> Option<&'c str> {
        let name = place?.city.as_deref()?;
        self.cities.iter().find(|city| city.name == name).map(|city| city.name.as_str())
    }

    fn add_sources(&self, meta: &mut crate::domain::cite::Meta<'c>, cited: &[&str]) {
        for source in &self.data.sources {
            let wanted = cited.contains(&source.id.as_str());
            if wanted && !meta.sources.iter().any(|known| known.id == source.id) {
                meta.sources.push(crate::domain::cite::source_ref(source));
            }
        }
    }

    fn readability(
        &self,
        reading: &Reading<'_>,
        coding: Coding,
        findings: &mut Vec<Finding<'c>>,
    ) -> Readability {
        let measures = quality::measure(&reading.question.text, &reading.folded, reading.lang);
        let Coding { masculine, feminine } = coding;
        if masculine >= feminine + 4 {
            findings.push(Finding {
                code: "wording-masculine-coded",
                severity: Severity::Info,
                category: "gender-coded",
                place: None,
                more_places: Vec::new(),
                why: self.say(message::said!(
                    MASCULINE_CODED,
                    masculine = &masculine.to_string(),
                    feminine = &feminine.to_string()
                )),
                suggestion: self.say(ids::MASCULINE_CODED_SUGGESTION),
                replacement: None,
                law: None,
                confidence: Grade::Low,
                sources: self.cited("masculine-coded"),
            });
        }
        let id = match measures.lix {
            lix if lix < 30.0 => ids::LIX_SIMPLE,
            lix if lix < 40.0 => ids::LIX_NORMAL,
            lix if lix < 50.0 => ids::LIX_FACTUAL,
            lix if lix < 60.0 => ids::LIX_SPECIALIST,
            _ => ids::LIX_DIFFICULT,
        };
        Readability {
            characters: reading.question.text.chars().count(),
            words: measures.words,
            sentences: measures.sentences,
            lix: measures.lix,
            reading_ease: measures.ease,
            formula: quality::formula(reading.lang),
            reading: self.say(id),
            masculine_words: masculine,
            feminine_words: feminine,
        }
    }

    /// The sources behind a sentence.
    fn cited(&self, id: &str) -> Vec<&'c str> {
        self.data.phrases.sources(id).iter().filter_map(|id| self.source(id)).collect()
    }

    /// A source by its id, if it is known.
    pub(crate) fn source(&self, id: &str) -> Option<&'c str> {
        let own = self.data.sources.iter().map(|source| source.id.as_str());
        let decide = self.market.decide.sources.iter().map(|source| source.id.as_str());
        own.chain(decide).find(|known| *known == id)
    }
}

/// The regions whose law counts beside the first, by codes that outlive the question.
fn regions<'c>(reach: &Reach<'_>, place: Option<&Place>) -> Vec<&'c str> {
    let own = place.and_then(|place| place.region.as_deref());
    let all = reach.named.iter().filter_map(|place| place.region).filter(|region| Some(*region) != own);
    all.filter_map(Region::find).map(Region::code).collect()
}

/// How many things the ad asks of the person: the items of its profile that are not merely welcome.
fn must_haves(reading: &Reading<'_>) -> usize {
    let scope = &reading.scope;
    let blocks = reading.folded.blocks.iter().zip(&scope.parts);
    blocks.filter(|(block, (_, part))| *part == Part::Profile && block.kind == Kind::Item).count()
}

#[cfg(test)]
mod tiny;

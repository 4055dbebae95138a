//! The audit of an ad that somebody else wrote: what the job really is, what it should pay, what to change.

pub mod answer;
mod check;
pub mod pay;
pub mod place;
pub mod quality;
pub mod rewrite;
pub mod scope;

use std::collections::BTreeMap;

use answer::{
    ActivityView, Audit, AuditInput, Change, Confidence, Counts, Excerpt, Finding, OtherJob, Owner, PayView,
    Readability, ShareView, StatedView,
};
use check::Checks;
use pay::{PayKind, PayRead, Stated};
use place::Index;
use scope::{Described, Scope};

use super::data::JobData;
use super::fold::{Folded, fold, fold_with};
use super::law::{Law, Where, concerning};
use super::wording::Severity;
use crate::domain::pay::answer::{Measured, Said};
use crate::domain::pay::band::Job;
use crate::domain::pay::desk::Desk;
use crate::domain::pay::figure::Period;
use crate::domain::pay::request::{BandRequest, OfferQuestion, OfferRequest, Place};
use crate::domain::text::Lang;
use crate::domain::vocab::{Grade, Level};
use crate::domain::work::{Abandoned, Work};

/// Most findings that an answer lists.
pub const MOST_FINDINGS: usize = 300;
/// Most passages listed for one activity.
const MOST_PASSAGES: usize = 8;

/// What is asked: an ad, and where it will be published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuestion {
    /// The text of the ad.
    pub text: String,
    /// Its title, when it is not in the text.
    pub title: Option<String>,
    /// Where the job is.
    pub place: Option<Place>,
    /// Employees of the company.
    pub employees: Option<u32>,
    /// Language of the ad, where known.
    pub language: Option<Lang>,
}

/// What the audit works with.
#[derive(Clone, Debug)]
pub struct Bench<'c> {
    /// Lexicon, wording, law, sentences.
    pub data: &'c JobData,
    /// Pay, for measuring.
    pub desk: Desk<'c>,
    /// The roles, for their names.
    pub roles: &'c [crate::domain::reference::RoleSheet],
}

/// Everything read from an ad, before it is judged.
pub(crate) struct Reading<'q> {
    pub(crate) question: &'q AuditQuestion,
    pub(crate) folded: Folded,
    pub(crate) lang: Lang,
    pub(crate) certain: bool,
    pub(crate) scope: Scope,
    pub(crate) pay: PayRead,
    pub(crate) index: Index<'q>,
    pub(crate) work: &'q Work<'q>,
}

impl Reading<'_> {
    pub(crate) fn excerpt(&self, start: usize, end: usize) -> Excerpt {
        self.work.count(1);
        self.index.excerpt(self.folded.source(&self.question.text, start, end))
    }
}

/// The language of an ad, and whether it was recognised.
///
/// Only the words that both languages use all the time are looked at, in the first part of the text.
#[must_use]
pub fn language(folded: &Folded) -> (Lang, bool) {
    const FR: [&str; 24] = [
        "le", "la", "les", "des", "du", "et", "vous", "nous", "une", "pour", "avec", "dans", "sur", "est",
        "votre", "nos", "au", "aux", "ou", "qui", "en", "tu", "ton", "notre",
    ];
    const EN: [&str; 24] = [
        "the", "and", "of", "to", "you", "we", "our", "with", "for", "in", "is", "are", "your", "will",
        "this", "an", "be", "as", "that", "have", "who", "or", "on", "at",
    ];
    let (mut fr, mut en) = (0_usize, 0_usize);
    for word in folded.text.split(|c: char| !c.is_alphanumeric()).take(1500) {
        fr += usize::from(FR.contains(&word));
        en += usize::from(EN.contains(&word));
    }
    let lang = if fr > en { Lang::Fr } else { Lang::En };
    (lang, fr.abs_diff(en) >= 4 && fr.max(en) >= 2 * fr.min(en))
}

/// Reads an ad without judging it.
pub(crate) fn read<'q>(
    data: &JobData,
    question: &'q AuditQuestion,
    work: &'q Work<'q>,
) -> Result<Reading<'q>, Abandoned> {
    let folded = fold_with(&question.text, work)?;
    let (found, certain) = language(&folded);
    let lang = question.language.unwrap_or(found);
    let mut scope = scope::read(&data.lexicon, &folded, question.title.as_deref(), lang, work)?;
    let pay = pay::read(&folded, &scope, question.place.as_ref().map(|place| place.country.as_str()), work)?;
    work.step(question.text.len())?;
    let index = Index::new(&question.text);
    // A title found in the text is shown as it stands there.
    if let (Some(title), Some(block)) =
        (scope.title.as_mut(), scope.title_block.and_then(|at| folded.blocks.get(at)))
    {
        let shown = index.excerpt(folded.source(&question.text, block.start, block.end)).text;
        shown.trim().clone_into(&mut title.text);
    }
    Ok(Reading {
        question,
        folded,
        lang,
        certain: certain || question.language.is_some(),
        scope,
        pay,
        index,
        work,
    })
}

/// What is found without being explained: for measuring how fast the audit reads.
///
/// # Errors
/// [`Abandoned`] when `work` is given up.
pub fn scan(
    data: &JobData,
    question: &AuditQuestion,
    work: &Work<'_>,
) -> Result<(Described, usize), Abandoned> {
    let reading = read(data, question, work)?;
    let matches =
        data.wording.find(&reading.folded, &reading.scope.triggers, reading.lang, MOST_FINDINGS, work)?;
    Ok((reading.scope.described, matches.len()))
}

impl<'c> Bench<'c> {
    fn lang(&self) -> Lang {
        self.desk.lang
    }

    pub(crate) fn say(&self, id: &str, places: &[(&str, &str)]) -> String {
        self.data.phrases.say(id, self.lang(), places)
    }

    pub(crate) fn said(&self, id: &'static str, places: &[(&str, &str)]) -> Said {
        Said { code: id, text: self.say(id, places) }
    }

    /// The name of a role, profession or neighbour.
    pub(crate) fn name(&self, id: &str) -> String {
        let lang = self.lang();
        let role = self.roles.iter().find(|sheet| sheet.id.id() == id).map(|sheet| sheet.name.get(lang));
        let profession =
            self.desk.decide.professions.iter().find(|item| item.id == id).map(|item| item.name.get(lang));
        let neighbour =
            self.data.lexicon.neighbours.iter().find(|item| item.id == id).map(|item| item.name.get(lang));
        role.or(profession).or(neighbour).map_or_else(|| self.say(id, &[]), str::to_owned)
    }

    /// Audits an ad, for as long as the answer is wanted.
    ///
    /// # Errors
    /// [`Abandoned`] when it is not.
    pub fn audit(&self, question: &AuditQuestion, work: &Work<'_>) -> Result<Audit<'c>, Abandoned> {
        let reading = read(self.data, question, work)?;
        let level = level(&reading);
        let place = question.place.as_ref();
        let spot = place.map(|place| Where {
            country: &place.country,
            region: place.region.as_deref(),
            city: place.city.as_deref(),
            employees: question.employees,
            as_of: self.desk.as_of,
        });
        let laws: Vec<&'c Law> =
            spot.as_ref().map_or_else(Vec::new, |spot| concerning(&self.data.laws, spot, trainee(&reading)));
        let (shares, other_jobs) = self.shares(&reading, place.map(|place| place.country.as_str()));
        let pay = self.pay(&reading, place, level);
        let mut checks = Checks { bench: self, reading: &reading, findings: Vec::new(), missing: Vec::new() };
        checks.scope(&shares, &other_jobs);
        checks.pay(&pay);
        checks.wording()?;
        if let Some(spot) = &spot {
            checks.law(&laws, spot, &pay);
        }
        let sections = checks.quality();
        work.go_on()?;
        let (mut findings, missing_by_law) = (checks.findings, checks.missing);
        missing_by_law_once(&mut findings);
        let readability = self.readability(&reading, &mut findings);
        findings.sort_by(|a, b| {
            let at = |finding: &Finding<'_>| finding.place.as_ref().map(|place| place.start.byte);
            (at(a), a.severity, a.code).cmp(&(at(b), b.severity, b.code))
        });
        let mut counts = Counts::default();
        for finding in &findings {
            match finding.severity {
                Severity::Error => counts.error += 1,
                Severity::Warning => counts.warning += 1,
                Severity::Notice => counts.notice += 1,
                Severity::Info => counts.info += 1,
            }
        }
        let left_out = findings.len().saturating_sub(MOST_FINDINGS);
        let changes = changes(&findings);
        findings.truncate(MOST_FINDINGS);
        let cited: Vec<&str> = findings
            .iter()
            .flat_map(|finding| finding.sources.iter().copied())
            .chain(laws.iter().flat_map(|law| law.sources.iter().map(String::as_str)))
            .collect();
        let mut meta = self.desk.meta(cited.iter().copied());
        self.add_sources(&mut meta, &cited);
        if let (Some(job), Some(place)) = (Self::job(reading.scope.described), place) {
            let asked = BandRequest { role: job, level, place: place.clone(), agreement: None };
            for source in self.desk.offer_sources(&asked) {
                if !meta.sources.iter().any(|known| known.id == source.id) {
                    meta.sources.push(source);
                }
            }
        }
        let scope = &reading.scope;
        let title = scope.title.as_ref();
        Ok(Audit {
            summary: self.summary(&reading, &other_jobs, &pay),
            role_described: scope.described,
            role_in_title: title.and_then(scope::TitleReading::role),
            title_says: title
                .and_then(|title| title.says.as_deref())
                .filter(|id| Described::find(id).is_none())
                .map(|id| self.name(id)),
            confidence: self.confidence(&reading),
            shares,
            other_jobs,
            pay,
            changes,
            counts,
            findings,
            findings_left_out: left_out,
            sections,
            missing_by_law,
            law: spot
                .as_ref()
                .map_or_else(Vec::new, |spot| laws.iter().map(|law| law.view(self.lang(), spot)).collect()),
            readability,
            activities: self.activities(&reading),
            input: AuditInput {
                title: title.map(|title| title.text.clone()),
                title_found_in_text: scope.title_block.is_some(),
                language: reading.lang,
                language_certain: reading.certain,
                country: self.place_code(place, |place| Some(place.country.as_str())),
                region: self.place_code(place, |place| place.region.as_deref()),
                city: self.place_city(place),
                employees: question.employees,
                level,
            },
            disclaimer: self.data.phrases.get("audit-disclaimer", self.lang()),
            meta,
        })
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
        let regions =
            self.desk.data.cities.iter().flat_map(|city| [city.country.as_str(), city.region.as_str()]);
        let known = countries.chain(regions).find(|known| *known == code);
        known
            .or_else(|| {
                crate::domain::profile::Country::find(code).map(crate::domain::profile::Country::code)
            })
            .or_else(|| crate::domain::profile::Region::find(code).map(crate::domain::profile::Region::code))
    }

    fn place_city(&self, place: Option<&Place>) -> Option<&'c str> {
        let name = place?.city.as_deref()?;
        self.desk.data.cities.iter().find(|city| city.name == name).map(|city| city.name.as_str())
    }

    fn add_sources(&self, meta: &mut crate::domain::views::Meta<'c>, cited: &[&str]) {
        for source in &self.data.sources {
            let wanted = cited.contains(&source.id.as_str());
            if wanted && !meta.sources.iter().any(|known| known.id == source.id) {
                meta.sources.push(crate::domain::decide::cited::source_ref(source));
            }
        }
    }

    fn shares(
        &self,
        reading: &Reading<'_>,
        country: Option<&str>,
    ) -> (Vec<ShareView<'c>>, Vec<OtherJob<'c>>) {
        let points = &reading.scope.points;
        let mut owners: Vec<(&'c str, f64, Owner)> = vec![
            ("community-manager", points.community, Owner::Role),
            ("social-media-manager", points.social, Owner::Role),
            ("content-manager", points.content, Owner::Role),
        ];
        for (id, value) in &points.others {
            let found =
                self.data.lexicon.activities.iter().find_map(|item| item.other().filter(|other| other == id));
            let found = found.or_else(|| {
                self.data.lexicon.neighbours.iter().map(|item| item.id.as_str()).find(|known| known == id)
            });
            let Some(id) = found else { continue };
            let kind = if self.data.lexicon.neighbours.iter().any(|item| item.id == id) {
                Owner::Neighbour
            } else {
                Owner::Profession
            };
            owners.push((id, *value, kind));
        }
        owners.push(("neither", points.neither, Owner::Neither));
        let total: f64 = owners.iter().map(|(_, value, _)| value.max(0.0)).sum();
        if total <= 0.0 {
            return (Vec::new(), Vec::new());
        }
        let percents =
            hundred(&owners.iter().map(|(_, value, _)| value.max(0.0) / total).collect::<Vec<_>>());
        let mut shares: Vec<ShareView<'c>> = owners
            .iter()
            .zip(&percents)
            .filter(|(_, percent)| **percent > 0)
            .map(|((id, _, kind), percent)| ShareView {
                id,
                name: if *kind == Owner::Neither { self.say("share-neither", &[]) } else { self.name(id) },
                kind: *kind,
                percent: *percent,
            })
            .collect();
        shares
            .sort_by_key(|share| (share.kind == Owner::Neither, std::cmp::Reverse(share.percent), share.id));
        let load = &self.desk.decide.scales.load;
        let hours = load.full_time_hours(country);
        // What was recognised is the job; the rest of the ad is no time.
        let known: u32 =
            shares.iter().filter(|share| share.kind != Owner::Neither).map(|share| share.percent).sum();
        let jobs = shares
            .iter()
            .filter(|share| matches!(share.kind, Owner::Profession | Owner::Neighbour))
            .map(|share| {
                let activities = reading.scope.passages.iter().filter_map(|passage| {
                    let item = self.data.lexicon.activities.get(usize::from(passage.activity))?;
                    (item.other() == Some(share.id)).then_some(item.name.get(self.lang()))
                });
                let mut activities: Vec<&'c str> = activities.collect();
                activities.sort_unstable();
                activities.dedup();
                OtherJob {
                    id: share.id,
                    name: share.name.clone(),
                    percent: share.percent,
                    hours_a_week: (share.percent * hours + known / 2) / known.max(1),
                    activities,
                }
            })
            .collect();
        (shares, jobs)
    }

    fn activities(&self, reading: &Reading<'_>) -> Vec<ActivityView<'c>> {
        let mut by: BTreeMap<u8, (f64, Vec<std::ops::Range<usize>>)> = BTreeMap::new();
        for passage in &reading.scope.passages {
            let entry = by.entry(passage.activity).or_default();
            entry.0 += passage.points;
            entry.1.push(passage.range.clone());
        }
        let total: f64 = by.values().map(|(points, _)| points).sum();
        let mut found: Vec<(u8, f64, Vec<std::ops::Range<usize>>)> =
            by.into_iter().map(|(at, (points, ranges))| (at, points, ranges)).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let percents =
            hundred(&found.iter().map(|(_, points, _)| points / total.max(1e-9)).collect::<Vec<_>>());
        found
            .into_iter()
            .zip(percents)
            .filter_map(|((at, _, ranges), percent)| {
                let item = self.data.lexicon.activities.get(usize::from(at))?;
                let share = &item.share;
                let owner = [
                    (share.community_manager, "community-manager"),
                    (share.social_media_manager, "social-media-manager"),
                    (share.content_manager, "content-manager"),
                    (share.other, item.other().unwrap_or("other")),
                ];
                let owner =
                    owner.into_iter().max_by_key(|(share, _)| *share).map_or("other", |(_, owner)| owner);
                let passages =
                    ranges.iter().take(MOST_PASSAGES).map(|range| reading.excerpt(range.start, range.end));
                Some(ActivityView {
                    id: &item.id,
                    name: item.name.get(self.lang()),
                    owner,
                    percent,
                    passages: passages.collect(),
                    passages_left_out: ranges.len().saturating_sub(MOST_PASSAGES),
                })
            })
            .collect()
    }

    fn confidence(&self, reading: &Reading<'_>) -> Confidence {
        let scope = &reading.scope;
        let mut causes = Vec::new();
        let evidence = scope.passages.iter().filter(|passage| passage.points >= 0.5).count();
        let n = evidence.to_string();
        causes.push(
            self.said(
                if evidence >= 6 { "cause-much-evidence" } else { "cause-little-evidence" },
                &[("n", &n)],
            ),
        );
        if scope.points.neither > scope.points.owned() {
            causes.push(self.said("cause-unrecognised", &[]));
        }
        let roles = scope.points.community + scope.points.social;
        let lead = if roles > 0.0 { scope.points.community / roles } else { 0.0 };
        if roles > 0.0 && (0.3..0.7).contains(&lead) && scope.described != Described::Other {
            causes.push(self.said("cause-mixed", &[]));
        }
        if !reading.certain {
            causes.push(self.said("cause-language", &[]));
        }
        Confidence { grade: scope.confidence, causes }
    }

    fn job(described: Described) -> Option<Job> {
        match described {
            Described::CommunityManager => Some(Job::CommunityManager),
            Described::SocialMediaManager => Some(Job::SocialMediaManager),
            Described::Both => Some(Job::Hybrid),
            Described::ContentManager => Some(Job::ContentManager),
            Described::Other => None,
        }
    }

    fn pay(&self, reading: &Reading<'_>, place: Option<&Place>, level: Option<Level>) -> PayView<'c> {
        let read = &reading.pay;
        let mut notes = Vec::new();
        let stated = read.stated.as_ref().map(view_of);
        let (mut low, mut high) = (None, None);
        if let Some(stated) = &read.stated {
            if stated.period_assumed {
                notes.push(self.said("pay-period-assumed", &[]));
            }
            if stated.pro_rata {
                notes.push(self.said("pay-pro-rata", &[]));
            }
            match (Self::job(reading.scope.described), place) {
                _ if trainee(reading) => notes.push(self.said("pay-trainee", &[])),
                _ if stated.period == Period::Day => notes.push(self.said("pay-day-rate", &[])),
                _ if stated.net => notes.push(self.said("pay-net-not-compared", &[])),
                (None, _) => notes.push(self.said("pay-other-job", &[])),
                (_, None) => notes.push(self.said("pay-no-place", &[])),
                (Some(job), Some(place)) => {
                    let own = self.desk.currency(&place.country);
                    if stated.currency.is_none() && own != "XXX" {
                        notes.push(self.said("pay-currency-assumed", &[("own", own)]));
                    }
                    match stated.currency.or(Some(own)) {
                        Some(currency) if currency == own => {
                            low = Some(self.measure(job, level, place, stated, stated.min));
                            if stated.max > stated.min {
                                high = Some(self.measure(job, level, place, stated, stated.max));
                            }
                            if low.as_ref().is_some_and(|measured| measured.band.is_none()) {
                                notes.push(self.said("pay-no-band-here", &[]));
                            }
                        }
                        _ if own == "XXX" => notes.push(self.said("pay-no-band-here", &[])),
                        Some(currency) => {
                            notes.push(self.said("pay-other-currency", &[("given", currency), ("own", own)]));
                        }
                        None => notes.push(self.said("pay-no-currency", &[])),
                    }
                }
            }
        }
        let at = read.range.as_ref().map(|range| reading.excerpt(range.start, range.end));
        let asked = Self::job(reading.scope.described)
            .zip(place)
            .filter(|_| !trainee(reading))
            .map(|(role, place)| BandRequest { role, level, place: place.clone(), agreement: None });
        let (market, market_confidence) = match &asked {
            Some(asked) => {
                let (band, confidence) = self.desk.market(asked);
                (band, Some(confidence))
            }
            None => (None, None),
        };
        PayView { kind: read.kind, place: at, stated, market, market_confidence, low, high, notes }
    }

    fn measure(
        &self,
        job: Job,
        level: Option<Level>,
        place: &Place,
        stated: &Stated,
        amount: f64,
    ) -> Measured<'c> {
        let offer = OfferRequest {
            band: BandRequest { role: job, level, place: place.clone(), agreement: None },
            amount,
            currency: self.desk.currency(&place.country).to_owned(),
            period: stated.period,
            payments: stated.payments,
            // An amount in proportion is stated for full time.
            fte: if stated.pro_rata { 1.0 } else { stated.fte.unwrap_or(1.0) },
            variable: None,
        };
        self.desk.offer(&OfferQuestion { offer, against: None }).measured
    }

    fn readability(&self, reading: &Reading<'_>, findings: &mut Vec<Finding<'c>>) -> Readability {
        let measures = quality::measure(&reading.question.text, &reading.folded, reading.lang);
        let coded = |findings: &[Finding<'_>], category: &str| {
            findings.iter().filter(|finding| finding.category == category).count()
        };
        let (masculine, feminine) =
            (coded(findings, "gender-coded-masculine"), coded(findings, "gender-coded-feminine"));
        // Single coded words are no findings: their balance is.
        findings.retain(|finding| !finding.category.starts_with("gender-coded"));
        if masculine >= feminine + 4 {
            findings.push(Finding {
                code: "wording-masculine-coded",
                severity: Severity::Info,
                category: "gender-coded",
                place: None,
                why: self.say(
                    "masculine-coded",
                    &[("masculine", &masculine.to_string()), ("feminine", &feminine.to_string())],
                ),
                suggestion: self.say("masculine-coded-suggestion", &[]),
                replacement: None,
                law: None,
                confidence: Grade::Low,
                sources: self.source("gender-decoder").into_iter().collect(),
            });
        }
        let id = match measures.lix {
            lix if lix < 30.0 => "lix-simple",
            lix if lix < 40.0 => "lix-normal",
            lix if lix < 50.0 => "lix-factual",
            lix if lix < 60.0 => "lix-specialist",
            _ => "lix-difficult",
        };
        Readability {
            characters: reading.question.text.chars().count(),
            words: measures.words,
            sentences: measures.sentences,
            lix: measures.lix,
            reading_ease: measures.ease,
            formula: if reading.lang == Lang::Fr { "kandel-moles" } else { "flesch-reading-ease" },
            reading: self.say(id, &[]),
            masculine_words: masculine,
            feminine_words: feminine,
        }
    }

    /// A source by its id, if it is known.
    pub(crate) fn source(&self, id: &str) -> Option<&'c str> {
        let own = self.data.sources.iter().map(|source| source.id.as_str());
        let decide = self.desk.decide.sources.iter().map(|source| source.id.as_str());
        own.chain(decide).find(|known| *known == id)
    }

    fn summary(&self, reading: &Reading<'_>, others: &[OtherJob<'_>], pay: &PayView<'_>) -> String {
        let scope = &reading.scope;
        let mut parts = Vec::new();
        if scope.passages.is_empty() {
            return self.say("sum-no-tasks", &[]);
        }
        let role = self.say(
            match scope.described {
                Described::CommunityManager => "sum-cm",
                Described::SocialMediaManager => "sum-smm",
                Described::Both => "sum-both",
                Described::ContentManager => "sum-content",
                Described::Other => "sum-other",
            },
            &[],
        );
        parts.push(role);
        if scope.described == Described::Other
            && let Some(first) = others.first()
        {
            parts.push(self.say("sum-mostly", &[("name", &first.name)]));
        }
        let title = scope.title.as_ref().and_then(scope::TitleReading::role);
        if title.is_some_and(|title| title != scope.described) {
            parts.push(self.say("sum-title", &[]));
        }
        let several: Vec<&str> =
            others.iter().filter(|job| job.percent >= 8).map(|job| job.name.as_str()).collect();
        if scope.described != Described::Other && !several.is_empty() {
            parts.push(self.say("sum-also", &[("names", &several.join(", "))]));
        }
        match pay.kind {
            PayKind::Absent => parts.push(self.say("sum-no-pay", &[])),
            PayKind::Vague => parts.push(self.say("sum-vague-pay", &[])),
            PayKind::Unpaid => parts.push(self.say("sum-unpaid", &[])),
            PayKind::Amount => {}
        }
        if let Some(band) = &pay.market {
            let money = |amount: u64| self.desk.money(amount, band.currency);
            parts.push(self.say(
                "sum-pay",
                &[("p25", &money(band.p25)), ("p50", &money(band.p50)), ("p75", &money(band.p75))],
            ));
        }
        parts.join(" ")
    }
}

fn view_of(stated: &Stated) -> StatedView {
    let shown = |amount: f64| {
        if amount.fract() == 0.0 { format!("{amount:.0}") } else { format!("{amount:.2}") }
    };
    StatedView {
        min: shown(stated.min),
        max: shown(stated.max),
        currency: stated.currency,
        period: stated.period,
        period_assumed: stated.period_assumed,
        payments: stated.payments,
        fte: stated.fte,
        pro_rata: stated.pro_rata,
        net: stated.net,
        open_ended: stated.open,
    }
}

/// Whether the ad is for an internship or an apprenticeship, which market bands and minimum wages do not measure.
fn trainee(reading: &Reading<'_>) -> bool {
    const WORDS: [&str; 12] = [
        "stage",
        "stagiaire",
        "alternance",
        "alternant",
        "alternante",
        "apprenti",
        "apprentie",
        "apprentissage",
        "intern",
        "internship",
        "apprentice",
        "apprenticeship",
    ];
    let title = reading.scope.title.as_ref().map(|title| fold(&title.text).text).unwrap_or_default();
    let named = title.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word));
    let near = reading.pay.range.as_ref().is_some_and(|range| {
        let at = reading.scope.sentences.partition_point(|sentence| sentence.range.end < range.start);
        let text = reading
            .scope
            .sentences
            .get(at)
            .map_or("", |sentence| &reading.folded.text[sentence.range.clone()]);
        ["gratification", "indemnite de stage", "stage de", "internship"]
            .iter()
            .any(|word| text.contains(word))
    });
    named || near
}

/// Shares as whole percent that add up to 100 (largest remainder).
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "shares lie between 0 and 1")]
fn hundred(shares: &[f64]) -> Vec<u32> {
    let mut whole: Vec<u32> = shares.iter().map(|share| (share * 100.0).floor() as u32).collect();
    let sum: u32 = whole.iter().sum();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order
        .sort_by(|a, b| (shares[*b] * 100.0).fract().total_cmp(&(shares[*a] * 100.0).fract()).then(a.cmp(b)));
    for at in order.into_iter().take(100_usize.saturating_sub(sum as usize)) {
        whole[at] += 1;
    }
    whole
}

/// The level that title and text name.
fn level(reading: &Reading<'_>) -> Option<Level> {
    let title = reading.scope.title.as_ref().map(|title| fold(&title.text).text).unwrap_or_default();
    let has = |text: &str, words: &[&str]| {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
    };
    if has(
        &title,
        &[
            "junior",
            "assistant",
            "assistante",
            "stagiaire",
            "intern",
            "alternance",
            "alternant",
            "apprenti",
            "entry",
            "debutant",
        ],
    ) {
        return Some(Level::Junior);
    }
    if has(&title, &["senior", "head", "lead", "director", "directeur", "directrice", "principal"]) {
        return Some(Level::Senior);
    }
    // "2 ans d'expérience", "5+ years of experience": the first such number.
    let text = &reading.folded.text;
    for (at, _) in text.match_indices(" ans ").chain(text.match_indices(" years")).take(40) {
        let window: String = text[at..].chars().take(48).collect();
        if !window.contains("experience") {
            continue;
        }
        let digits: String = text[..at]
            .chars()
            .rev()
            .skip_while(|c| *c == '+' || *c == ' ')
            .take_while(char::is_ascii_digit)
            .collect();
        let years: u32 = digits.chars().rev().collect::<String>().parse().unwrap_or(99);
        match years {
            0..=1 => return Some(Level::Junior),
            2..=4 => return Some(Level::Mid),
            5..=30 => return Some(Level::Senior),
            _ => {}
        }
    }
    None
}

/// One finding for each missing thing, the gravest.
fn missing_by_law_once(findings: &mut Vec<Finding<'_>>) {
    let mut kept: Vec<(String, Severity)> = Vec::new();
    findings.sort_by_key(|finding| (finding.place.is_some(), finding.severity));
    findings.retain(|finding| {
        if finding.category != "law" {
            return true;
        }
        let key = finding.code.to_owned();
        if kept.iter().any(|(known, _)| *known == key) {
            return false;
        }
        kept.push((key, finding.severity));
        true
    });
}

/// The most useful changes: the gravest findings, what matters most to readers first.
fn changes<'c>(findings: &[Finding<'c>]) -> Vec<Change<'c>> {
    let matters = |finding: &Finding<'_>| match finding.category {
        _ if finding.code == "law-pay" => 0,
        "pay" => 0,
        "scope" => 1,
        "law" => 2,
        "age" | "sex" | "origin" | "family" | "health" | "language" => 3,
        "quality" => 5,
        _ => 4,
    };
    let mut order: Vec<&Finding<'c>> =
        findings.iter().filter(|finding| finding.severity != Severity::Info).collect();
    order.sort_by_key(|finding| (finding.severity, matters(finding)));
    let mut seen: Vec<&str> = Vec::new();
    order
        .into_iter()
        .filter(|finding| {
            let new = !seen.contains(&finding.code) && !finding.suggestion.is_empty();
            seen.push(finding.code);
            new
        })
        .take(3)
        .map(|finding| Change { code: finding.code, text: finding.suggestion.clone() })
        .collect()
}

#[cfg(test)]
mod tiny;

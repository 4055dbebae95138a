//! "What does this role pay there?": the band with its evidence, and the table of all bands.

use std::collections::BTreeMap;

use super::{Found, PayAnswers};
use crate::domain::message::{filled, ids, said};
use crate::domain::next::Outline;
use crate::domain::pay::answer::{
    AdjustmentView, AgreementLevel, AgreementView, BandAsked, BandRow, BandTable, Contribution, Derivation,
    DifferentialView, LeftOut, LegalMinimum, LevelBand, MarketBand, MethodView, NearestBand, Said,
    SalaryBand,
};
use crate::domain::pay::band::Band;
use crate::domain::pay::data::{Adjustment, AdjustmentKind};
use crate::domain::pay::estimate::Uncertainty;
use crate::domain::pay::evidence::{Counted, ExclusionReason, Observation};
use crate::domain::pay::figure::Post;
use crate::domain::pay::job::{Community, Job};
use crate::domain::pay::ladder::Seniority;
use crate::domain::pay::market::Market;
use crate::domain::pay::minimum::{AgreementMinimum, MinimumWage, Named};
use crate::domain::pay::place::Site;
use crate::domain::pay::request::BandRequest;
use crate::domain::pay::select::{METHOD, Used, other_community};
use crate::domain::rounding::{hundredths, tenths, whole};
use crate::domain::text::Phrase;
use crate::domain::vocab::{Level, Role};

impl<'c> PayAnswers<'c> {
    /// The band by the user's ads alone and by published figures alone; nothing where there are no such ads, or one of them
    /// was chosen.
    fn markets(&self, market: Market<'_>) -> Vec<MarketBand> {
        let country = market.site.country;
        let own = self.data.of(country).iter().find(|item| item.own && self.counted == Counted::Both);
        let Some(own) = own else { return Vec::new() };
        let publisher = self.source(&own.source).map_or("", |source| source.publisher);
        let one = |counted: Counted| {
            let part = Self { counted, ..*self };
            let found = part.find(market);
            let band = part.view(&found, country);
            let money = |amount: u64| band.map_or(String::new(), |band| self.money(amount, band.currency));
            let text = match (counted, band) {
                (Counted::Own, Some(band)) => self.say(said!(
                    MARKET_OWN_BAND,
                    publisher = publisher,
                    low = money(band.p25),
                    high = money(band.p75),
                    median = money(band.p50)
                )),
                (_, Some(band)) => self.say(said!(
                    MARKET_PUBLISHED_BAND,
                    low = money(band.p25),
                    high = money(band.p75),
                    median = money(band.p50)
                )),
                (Counted::Own, None) => self.say(said!(MARKET_OWN_TOO_FEW, publisher = publisher)),
                (_, None) => self.say(ids::MARKET_PUBLISHED_TOO_FEW),
            };
            MarketBand { figures: counted, band, grade: found.grade, text }
        };
        vec![one(Counted::Own), one(Counted::Published)]
    }

    /// The band of a role, with everything it rests on.
    #[must_use]
    pub fn salary_band(&self, asked: &BandRequest) -> SalaryBand<'c> {
        let (job, market) = (asked.role, asked.market());
        let level = market.seniority.level();
        let (country, region) = (market.site.country, market.site.region);
        let found = self.find(market);
        let lead = found.role;
        let mut fallbacks = self.fallbacks(&found, market);
        let nearest = if found.band.is_some() { None } else { self.nearest(asked) };
        if found.band.is_none() {
            fallbacks.insert(0, self.insufficient(job, country));
        }
        let legal_minimum = self.minimum(country, region);
        let agreement = self.agreement(asked.agreement, job, level, country, region);
        let alerts = self.above_band(agreement.as_ref(), found.band.as_ref()).into_iter().collect();
        let site = self.data.site(market.site);
        let differential = self.data.differential_at(site, lead, level).map(|at| {
            let item = &self.data.differentials[at];
            DifferentialView {
                id: &item.id,
                region: &item.region,
                area: item.area.as_deref(),
                percent: tenths((item.ratio - 1.0) * 100.0),
                uncertainty_percent: deviation(item.uncertainty),
                reliability: item.reliability,
                because: item.because.phrase(self.lang),
                sources: &item.sources,
            }
        });
        let contributions = self.contributions(&found, level);
        let left_out = self.left_out(lead, market);
        let adjustments = self.adjustments(&found, lead, level, country);
        let derivation = job.role().is_none().then(|| self.derivation(market));
        let mut cited: Vec<&str> = contributions.iter().map(|item| item.source).collect();
        cited.extend(left_out.iter().map(|item| item.source));
        cited.extend(adjustments.iter().flat_map(|item| item.sources).map(String::as_str));
        cited.extend(differential.iter().flat_map(|item| item.sources).map(String::as_str));
        if matches!(market.seniority, Seniority::Years(_)) {
            cited.extend(self.data.experience.iter().map(|item| item.source.as_str()));
        }
        cited.extend(legal_minimum.map(|item| item.source.as_str()));
        cited.extend(agreement.iter().flat_map(|item| &item.levels).map(|item| item.source));
        cited.extend(derivation.iter().flat_map(|item| item.sources.iter().copied()));
        if !contributions.is_empty() {
            cited.extend(self.growth_sources(country));
        }
        let levels = Level::ALL.iter().map(|level| {
            let found = self.find(market.at(Seniority::Level(*level)));
            LevelBand { level: *level, band: self.view(&found, country), grade: found.grade }
        });
        let mut answer = SalaryBand {
            outline: Outline::default(),
            asked: understood(asked),
            holds_for: self.holds_for(market),
            band: self.view(&found, country),
            confidence: self.confidence(&found),
            markets: self.markets(market),
            nearest,
            alerts,
            levels: levels.collect(),
            legal_minimum: legal_minimum.map(|item| self.legal_minimum(item)),
            agreement,
            derivation,
            differential,
            adjustments,
            method: MethodView {
                combine: METHOD.combine,
                growth_percent: METHOD.pass_through * 100.0,
                half_life_years: METHOD.half_life,
            },
            note: self.say(ids::BAND_NOTE),
            meta: self.meta(cited),
            fallbacks,
            contributions,
            left_out,
        };
        answer.outline = self.outline_of_band(&answer);
        answer
    }

    /// The nearest band to one that is not known: the role at all levels together, another role there, a brand's
    /// community instead of an online one.
    pub(super) fn nearest(&self, asked: &BandRequest) -> Option<NearestBand> {
        let all = BandRequest { level: None, years: None, ..asked.clone() };
        let of = |role| BandRequest { role, ..asked.clone() };
        let tries = [
            (BandRequest { years: None, ..asked.clone() }, ids::NEAREST_LEVEL),
            (BandRequest { community: None, ..asked.clone() }, ids::NEAREST_COMMUNITY),
            (all, ids::NEAREST_ALL_LEVELS),
            (of(Job::SocialMediaManager), ids::NEAREST_ROLE),
            (of(Job::CommunityManager), ids::NEAREST_ROLE),
            (of(Job::ContentManager), ids::NEAREST_ROLE),
        ];
        tries.into_iter().filter(|(other, _)| other != asked).find_map(|(other, word)| {
            let found = self.find(other.market());
            let band = self.view(&found, &asked.place.country)?;
            Some(NearestBand { asked: understood(&other), band, grade: found.grade, because: self.say(word) })
        })
    }

    /// The alert when a band lies below the least of an agreement, in part or whole.
    pub(super) fn above_band(
        &self,
        agreement: Option<&AgreementView<'c>>,
        band: Option<&Band>,
    ) -> Option<Said> {
        let least = agreement?.applicable?;
        let [p25, p50, p75] = band?.quartiles();
        let word = if p75 < least.amount {
            ids::AGREEMENT_ABOVE_ALL
        } else if p50 < least.amount {
            ids::AGREEMENT_ABOVE_MEDIAN
        } else if p25 < least.amount {
            ids::AGREEMENT_ABOVE_BAND
        } else {
            return None;
        };
        Some(self.said(filled(word, &[("amount", &self.money(least.amount, least.currency.code()))])))
    }

    fn growth_sources(&self, country: &str) -> impl Iterator<Item = &'c str> + use<'c, '_> {
        let country = country.to_owned();
        self.data
            .growth
            .iter()
            .filter(move |item| item.country == country && item.used.is_some())
            .map(|item| item.source.as_str())
    }

    /// A legal minimum as answers show it.
    #[must_use]
    pub fn legal_minimum(&self, item: &'c MinimumWage) -> LegalMinimum<'c> {
        LegalMinimum {
            annual: self.amount(item.annual(), &item.currency),
            published: plain(item.amount),
            period: item.period,
            valid_from: item.validity.from,
            source: &item.source,
            reliability: item.reliability,
            note: item.note.as_ref().map(|note| note.phrase(self.lang)),
        }
    }

    fn contributions(&self, found: &Found, level: Option<Level>) -> Vec<Contribution<'c>> {
        let Some(ladder) = &found.ladder else {
            return Vec::new();
        };
        let estimate = ladder.at(level);
        let total = estimate.total();
        let mut list: Vec<(f64, Contribution<'c>)> = estimate
            .used
            .iter()
            .map(|used| (used.point.weight, self.contribution(used, 100.0 * used.point.weight / total)))
            .collect();
        list.sort_by(|(a, left), (b, right)| b.total_cmp(a).then_with(|| left.figure.cmp(right.figure)));
        list.into_iter().map(|(_, item)| item).collect()
    }

    fn contribution(&self, used: &Used, percent: f64) -> Contribution<'c> {
        let item: &'c Observation = &self.data.observations[used.observation];
        Contribution {
            figure: &item.set,
            source: &item.source,
            series: &item.series_name,
            role: item.role,
            occupation: item.occupation.as_deref(),
            level: item.level,
            region: item.region.as_deref(),
            area: item.area.as_deref(),
            words: item.words.as_deref(),
            as_of: item.as_of.as_deref().unwrap_or(""),
            n: item.n,
            reliability: item.reliability,
            centre: item.centre_from,
            published: item.original().map_or(String::new(), plain),
            period: item.period,
            original: whole(item.centre.exp()),
            aged: whole((item.centre + used.growth).exp()),
            localised: whole((item.centre + used.growth + used.place_log).exp()),
            adjusted: whole(used.point.centre.exp()),
            role_nearness: used.role,
            level_nearness: used.level,
            place_nearness: used.place,
            weight_percent: tenths(percent),
            note: item.note.as_deref(),
            corrections: item
                .corrections
                .iter()
                .map(|at| self.data.corrections[*at].because.phrase(self.lang))
                .collect(),
        }
    }

    /// The figures of the country that speak of the role and do not count.
    fn left_out(&self, role: Role, market: Market<'_>) -> Vec<LeftOut<'c>> {
        let concerns = |item: &&'c Observation| item.role == Post::from(role) || item.role == Post::Pooled;
        let shown = |item: &'c Observation| {
            let (reason, record) = match &item.excluded {
                Some(excluded) => (excluded.reason, excluded.record),
                None if other_community(item, role, market.community) => {
                    (ExclusionReason::OtherCommunity, None)
                }
                None => return None,
            };
            Some(LeftOut {
                figure: &item.set,
                source: &item.source,
                reason,
                because: match record {
                    Some(at) => self.data.exclusions[at].because.phrase(self.lang),
                    None => self.rule(reason),
                },
            })
        };
        self.data.of(market.site.country).iter().filter(concerns).filter_map(shown).collect()
    }

    fn rule(&self, reason: ExclusionReason) -> Phrase<'c> {
        let word = match reason {
            ExclusionReason::NoCountry => ids::REASON_NO_COUNTRY,
            ExclusionReason::OtherCommunity => ids::REASON_OTHER_COMMUNITY,
            ExclusionReason::OneBound => ids::REASON_ONE_BOUND,
            ExclusionReason::Superseded => ids::REASON_SUPERSEDED,
            ExclusionReason::Repeat => ids::REASON_REPEAT,
            ExclusionReason::BelowLegalMinimum => ids::REASON_BELOW_LEGAL_MINIMUM,
            _ => ids::REASON_UNDATED,
        };
        self.phrase(word)
    }

    /// The ratios of ours that some figure went through.
    fn adjustments(
        &self,
        found: &Found,
        role: Role,
        level: Option<Level>,
        country: &str,
    ) -> Vec<AdjustmentView<'c>> {
        let Some(ladder) = &found.ladder else {
            return Vec::new();
        };
        let mut used: BTreeMap<&'c str, &'c Adjustment> = BTreeMap::new();
        for item in &ladder.at(level).used {
            let numbers = item.steps.iter().map(|(number, _)| usize::from(number));
            for item in numbers.filter_map(|number| self.data.adjustments.get(number)) {
                used.insert(&item.id, item);
            }
            if !item.own_spread
                && let Some(item) = self.data.adjustment(AdjustmentKind::Spread, role, level, country, None)
            {
                used.insert(&item.id, item);
            }
        }
        used.into_values()
            .map(|item| AdjustmentView {
                id: &item.id,
                kind: item.kind,
                ratio: plain(item.ratio),
                uncertainty_percent: deviation(item.uncertainty),
                because: item.because.phrase(self.lang),
                sources: &item.sources,
            })
            .collect()
    }

    fn derivation(&self, market: Market<'_>) -> Derivation<'c> {
        let components = Role::HIREABLE.map(|role| self.component(role, market));
        Derivation {
            text: self.say(ids::HYBRID_RULE),
            components: components.into(),
            sources: vec!["journal-du-cm/J8", "rolecall-judgement"],
        }
    }

    /// What a collective agreement says for a job and level.
    #[must_use]
    pub fn agreement(
        &self,
        idcc: Option<u32>,
        job: Job,
        level: Option<Level>,
        country: &str,
        region: Option<&str>,
    ) -> Option<AgreementView<'c>> {
        let idcc = idcc?;
        let all: Vec<&'c AgreementMinimum> = self
            .data
            .agreements
            .iter()
            .filter(|item| item.country == country && item.idcc == idcc && item.valid_from <= self.as_of)
            .collect();
        let AgreementMinimum { name, currency, .. } = all.first()?;
        // One person for both roles is classified as the more responsible of them.
        let role = job.role().unwrap_or(Role::SocialMediaManager);
        let concerns = |item: &&&AgreementMinimum| item.roles.contains(&role);
        let of_role: Vec<_> = all.iter().filter(concerns).copied().collect();
        let at_level: Vec<_> = of_role
            .iter()
            .filter(|item| level.is_none() || item.experience.is_none() || item.experience == level)
            .copied()
            .collect();
        let named = at_level.iter().any(|item| item.named == Some(Named::Yes));
        let (mut levels, linked) = if at_level.is_empty() { (all, false) } else { (at_level, true) };
        // Where the agreement names the job, its own word goes before custom.
        if named {
            levels.retain(|item| item.named == Some(Named::Yes));
        }
        levels.sort_by(|a, b| a.monthly.total_cmp(&b.monthly).then_with(|| a.id.cmp(&b.id)));
        let legal = self.minimum(country, region).map_or(0.0, MinimumWage::annual);
        let least = levels.first().map(|item| item.annual()).filter(|_| linked);
        let mut notes: Vec<Said> = Vec::new();
        let word = match (linked, named) {
            (false, _) => ids::AGREEMENT_NO_LEVEL,
            (true, true) => ids::AGREEMENT_NAMED,
            (true, false) => ids::AGREEMENT_JUDGEMENT,
        };
        notes.push(self.said(word));
        if least.is_some_and(|least| least < legal.floor()) {
            notes.push(self.said(ids::AGREEMENT_OVERRIDDEN));
        }
        let note = self.data.country(country).and_then(|country| country.agreement_note.as_ref());
        notes.push(self.noted(note, ids::CHECK_TEXT));
        Some(AgreementView {
            idcc,
            name,
            applicable: least.map(|least| self.amount(least.max(legal), currency)),
            levels: levels
                .into_iter()
                .map(|item| AgreementLevel {
                    level: &item.level,
                    coefficient: item.coefficient.as_deref(),
                    monthly: plain(item.monthly),
                    annual: self.amount(item.annual(), &item.currency),
                    named: item.named.filter(|_| linked),
                    extended: item.extended,
                    valid_from: item.valid_from,
                    below_legal_minimum: item.annual() < legal.floor(),
                    source: &item.source,
                    note: item.note.as_ref().map(|note| note.phrase(self.lang)),
                })
                .collect(),
            notes,
        })
    }

    /// Every band: role, level, country, and the regions and areas with a differential of their own; community managers of
    /// online communities where the country has figures of them.
    #[must_use]
    pub fn table(&self) -> BandTable<'c> {
        let mut bands = Vec::new();
        let mut cited: Vec<&'c str> = Vec::new();
        let mut places: Vec<Site<'c>> = Vec::new();
        for country in self.data.countries() {
            let differentials = self.data.differentials.iter().filter(|item| item.country == country);
            let mut known: Vec<Site<'c>> = differentials
                .map(|item| Site { country, region: Some(&item.region), area: item.area.as_deref() })
                .collect();
            known.sort_unstable_by_key(|site| (site.region, site.area));
            known.dedup();
            places.push(Site::new(country, None));
            places.extend(known);
        }
        let levels = || std::iter::once(None).chain(Level::ALL.iter().copied().map(Some));
        for site in places {
            let online = site.region.is_none()
                && self
                    .data
                    .of(site.country)
                    .iter()
                    .any(|item| item.excluded.is_none() && item.community == Some(Community::Online));
            for job in Job::ALL {
                for community in [Community::Brand, Community::Online] {
                    if community == Community::Online && !(online && *job == Job::CommunityManager) {
                        continue;
                    }
                    for level in levels() {
                        let seniority = Seniority::new(level, None);
                        let market = Market { community, ..Market::new(*job, seniority, site) };
                        let found = self.find(market);
                        if found.ladder.is_none() {
                            continue;
                        }
                        if site.region.is_none() {
                            cited.extend(self.evidence_sources(&found, level));
                        }
                        bands.push(self.row(market, level, &found));
                    }
                }
            }
        }
        bands.sort_by(|a, b| {
            let key = |row: &BandRow| (row.role, row.community, row.level);
            (&a.country, &a.region, &a.area, key(a)).cmp(&(&b.country, &b.region, &b.area, key(b)))
        });
        BandTable { bands, meta: self.meta(cited) }
    }

    /// The band asked for, then those of all levels and of each level, as lines of a table.
    #[must_use]
    pub fn rows(&self, asked: &BandRequest) -> BandTable<'c> {
        let market = asked.market();
        let levels = std::iter::once(None).chain(Level::ALL.iter().copied().map(Some));
        let others = levels.map(|level| Seniority::new(level, None));
        let all = std::iter::once(market.seniority).chain(others.filter(|other| *other != market.seniority));
        let mut cited: Vec<&'c str> = Vec::new();
        let bands = all
            .map(|seniority| {
                let (market, level) = (market.at(seniority), seniority.level());
                let found = self.find(market);
                cited.extend(self.evidence_sources(&found, level));
                self.row(market, level, &found)
            })
            .collect();
        BandTable { bands, meta: self.meta(cited) }
    }

    fn row(&self, market: Market<'_>, level: Option<Level>, found: &Found) -> BandRow {
        let estimate = found.ladder.as_ref().map(|ladder| ladder.at(level));
        let weighs = |used: &&Used| estimate.is_some_and(|all| used.point.weight >= 0.05 * all.total());
        let figures = estimate.into_iter().flat_map(|estimate| estimate.used.iter().filter(weighs));
        let mut figures: Vec<&Observation> =
            figures.map(|used| &self.data.observations[used.observation]).collect();
        figures.sort_by(|a, b| a.at.total_cmp(&b.at));
        let date = |item: Option<&&Observation>| item.and_then(|item| item.as_of.clone());
        let confidence =
            |value: &dyn Fn(&Uncertainty) -> f64| found.uncertainty.as_ref().map(value).map(tenths);
        let owned = |code: Option<&str>| code.map(str::to_owned);
        let band = self.view(found, market.site.country);
        // The place that the band is of.
        let site = self.data.site(market.site);
        BandRow {
            role: market.job,
            level,
            years: match market.seniority {
                Seniority::Years(years) => Some(years),
                _ => None,
            },
            country: site.country.to_owned(),
            region: owned(site.region),
            area: owned(site.area),
            community: (market.job == Job::CommunityManager).then_some(market.community),
            p10: band.and_then(|band| band.p10),
            p25: band.map(|band| band.p25),
            p50: band.map(|band| band.p50),
            p75: band.map(|band| band.p75),
            p90: band.and_then(|band| band.p90),
            interval_low: band.map(|band| band.interval.low),
            interval_high: band.map(|band| band.interval.high),
            currency: self.currency(market.site.country),
            grade: found.grade,
            interval_percent: confidence(&Uncertainty::percent),
            effective_sources: confidence(&|sure| sure.effective),
            sources: found.uncertainty.map_or(0, |sure| sure.series),
            derived: found.derived,
            oldest: date(figures.first()),
            newest: date(figures.last()),
        }
    }
}

/// A question as it was understood: years make the level.
fn understood(asked: &BandRequest) -> BandAsked {
    BandAsked {
        role: asked.role,
        level: asked.market().seniority.level(),
        years: asked.years,
        community: asked.community,
        place: asked.place.clone(),
    }
}

/// A standard deviation of a logarithm, in percent.
fn deviation(log: f64) -> f64 {
    tenths(100.0 * log.exp_m1())
}

/// A published number as it stands: without trailing zeros, with a dot.
fn plain(value: f64) -> String {
    hundredths(value).to_string()
}

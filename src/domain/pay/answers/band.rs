//! "What does this role pay there?": the band with its evidence, and the table of all bands.

use std::collections::BTreeMap;

use super::{Found, PayAnswers};
use crate::domain::pay::answer::{
    AdjustmentView, AgreementLevel, AgreementView, BandAsked, BandRow, BandTable, Contribution, Derivation,
    DifferentialView, LeftOut, LegalMinimum, LevelBand, MethodView, Said, SalaryBand,
};
use crate::domain::pay::band::{Band, Job, METHOD, Nearness, Used, voices};
use crate::domain::pay::data::{Adjustment, AdjustmentKind};
use crate::domain::pay::evidence::{ExclusionReason, Observation};
use crate::domain::pay::figure::Post;
use crate::domain::pay::minimum::{AgreementMinimum, MinimumWage, Named};
use crate::domain::pay::place::differential;
use crate::domain::pay::request::BandRequest;
use crate::domain::pay::words::Word;
use crate::domain::rounding::{hundredths, tenths, whole};
use crate::domain::text::Phrase;
use crate::domain::vocab::{Level, Role};

impl<'c> PayAnswers<'c> {
    /// The band of a role, with everything it rests on.
    #[must_use]
    pub fn salary_band(&self, asked: &BandRequest) -> SalaryBand<'c> {
        let (job, level) = (asked.role, asked.level);
        let (country, region) = (asked.place.country.as_str(), asked.place.region.as_deref());
        let found = self.find(job, level, country, region);
        let lead = found.role;
        let mut fallbacks = self.fallbacks(&found, lead, level, country, region);
        if found.band.is_none() {
            let list = self.documented(job).join(", ");
            fallbacks.insert(0, self.said(Word::InsufficientBand, &[("list", &list)]));
        }
        let legal_minimum = self.minimum(country, region);
        let agreement = self.agreement(asked.agreement, job, level, country, region);
        let alerts = self.above_band(agreement.as_ref(), found.band.as_ref()).into_iter().collect();
        let differential = region
            .and_then(|region| differential(&self.data.differentials, region, lead, level))
            .map(|item| DifferentialView {
                id: &item.id,
                region: &item.region,
                percent: tenths((item.ratio - 1.0) * 100.0),
                reliability: item.reliability,
                because: item.because.phrase(self.lang),
                sources: &item.sources,
            });
        let contributions = self.contributions(&found, level);
        let left_out = self.left_out(lead, country);
        let adjustments = self.adjustments(&found, lead, level, country);
        let derivation = job.role().is_none().then(|| self.derivation(level, country, region));
        let mut cited: Vec<&str> = contributions.iter().map(|item| item.source).collect();
        cited.extend(left_out.iter().map(|item| item.source));
        cited.extend(adjustments.iter().flat_map(|item| item.sources).map(String::as_str));
        cited.extend(differential.iter().flat_map(|item| item.sources).map(String::as_str));
        cited.extend(legal_minimum.map(|item| item.source.as_str()));
        cited.extend(agreement.iter().flat_map(|item| &item.levels).map(|item| item.source));
        cited.extend(derivation.iter().flat_map(|item| item.sources.iter().copied()));
        if !contributions.is_empty() {
            cited.extend(self.growth_sources(country));
        }
        let levels = Level::ALL.iter().map(|level| {
            let found = self.find(job, Some(*level), country, region);
            LevelBand {
                level: *level,
                band: found.band.as_ref().map(|band| self.view(band, country)),
                grade: found.grade,
            }
        });
        SalaryBand {
            asked: BandAsked { role: job, level, place: asked.place.clone() },
            band: found.band.as_ref().map(|band| self.view(band, country)),
            confidence: self.confidence(&found),
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
            note: self.say(Word::BandNote, &[]),
            meta: self.meta(cited),
            fallbacks,
            contributions,
            left_out,
        }
    }

    /// The alert when a band lies below the least of an agreement, in part or whole.
    pub(super) fn above_band(
        &self,
        agreement: Option<&AgreementView<'c>>,
        band: Option<&Band>,
    ) -> Option<Said> {
        let least = agreement?.applicable?;
        let [p25, p50, p75] = band?.quartiles;
        let word = if p75 < least.amount {
            Word::AgreementAboveAll
        } else if p50 < least.amount {
            Word::AgreementAboveMedian
        } else if p25 < least.amount {
            Word::AgreementAboveBand
        } else {
            return None;
        };
        Some(self.said(word, &[("amount", &self.money(least.amount, least.currency.code()))]))
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
    fn left_out(&self, role: Role, country: &str) -> Vec<LeftOut<'c>> {
        let concerns = |item: &&'c Observation| item.role == Post::from(role) || item.role == Post::Pooled;
        let shown = |item: &'c Observation| {
            let excluded = item.excluded.as_ref()?;
            Some(LeftOut {
                figure: &item.set,
                source: &item.source,
                reason: excluded.reason,
                because: match excluded.record {
                    Some(at) => self.data.exclusions[at].because.phrase(self.lang),
                    None => self.rule(excluded.reason),
                },
            })
        };
        self.data.of(country).iter().filter(concerns).filter_map(shown).collect()
    }

    fn rule(&self, reason: ExclusionReason) -> Phrase<'c> {
        let word = match reason {
            ExclusionReason::NoCountry => Word::ReasonNoCountry,
            ExclusionReason::SmallSample => Word::ReasonSmallSample,
            ExclusionReason::OneBound => Word::ReasonOneBound,
            ExclusionReason::Superseded => Word::ReasonSuperseded,
            ExclusionReason::Repeat => Word::ReasonRepeat,
            ExclusionReason::BelowLegalMinimum => Word::ReasonBelowLegalMinimum,
            _ => Word::ReasonUndated,
        };
        self.data.words.phrase(word, self.lang)
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
        let mut note = |item: Option<&'c Adjustment>| {
            if let Some(item) = item {
                used.insert(&item.id, item);
            }
        };
        let of_level = |level: Option<Level>| {
            level.and_then(|level| {
                self.data.adjustment(AdjustmentKind::Level, role, Some(level), country, None)
            })
        };
        for item in &ladder.at(level).used {
            let observation: &'c Observation = &self.data.observations[item.observation];
            if item.level != Nearness::Own {
                note(of_level(level));
                note(of_level(observation.level));
            }
            match item.role {
                Nearness::Own => {}
                Nearness::Mixed => {
                    note(self.data.adjustment(AdjustmentKind::Pool, role, None, country, None));
                }
                Nearness::Other => {
                    let occupation = observation.occupation.as_deref();
                    note(self.data.adjustment(AdjustmentKind::Proxy, role, None, country, occupation));
                }
            }
            if observation.spread.is_none() {
                note(self.data.adjustment(AdjustmentKind::Spread, role, None, country, None));
            }
        }
        used.into_values()
            .map(|item| AdjustmentView {
                id: &item.id,
                kind: item.kind,
                ratio: plain(item.ratio),
                because: item.because.phrase(self.lang),
                sources: &item.sources,
            })
            .collect()
    }

    fn derivation(&self, level: Option<Level>, country: &str, region: Option<&str>) -> Derivation<'c> {
        let components = Role::HIREABLE.map(|role| self.component(role, level, country, region));
        Derivation {
            text: self.say(Word::HybridRule, &[]),
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
            (false, _) => Word::AgreementNoLevel,
            (true, true) => Word::AgreementNamed,
            (true, false) => Word::AgreementJudgement,
        };
        notes.push(self.said(word, &[]));
        if least.is_some_and(|least| least < legal.floor()) {
            notes.push(self.said(Word::AgreementOverridden, &[]));
        }
        notes.push(self.said(Word::CheckText, &[]));
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

    /// Every band: role, level, country, and the regions with a differential of their own.
    #[must_use]
    pub fn table(&self) -> BandTable<'c> {
        let mut bands = Vec::new();
        let mut cited: Vec<&'c str> = Vec::new();
        let mut places: Vec<(&'c str, Option<&'c str>)> = Vec::new();
        for country in self.data.countries() {
            places.push((country, None));
            let mut regions: Vec<&'c str> = self
                .data
                .differentials
                .iter()
                .filter(|item| item.country == country)
                .map(|item| item.region.as_str())
                .collect();
            regions.sort_unstable();
            regions.dedup();
            places.extend(regions.into_iter().map(|region| (country, Some(region))));
        }
        for (country, region) in places {
            for job in Job::ALL {
                for level in std::iter::once(None).chain(Level::ALL.iter().copied().map(Some)) {
                    let found = self.find(*job, level, country, region);
                    let Some(ladder) = &found.ladder else { continue };
                    let estimate = ladder.at(level);
                    if region.is_none() {
                        cited.extend(self.evidence_sources(&found, level));
                    }
                    let quartile = |at: usize| found.band.as_ref().map(|band| band.quartiles[at]);
                    bands.push(BandRow {
                        role: *job,
                        level,
                        country: country.to_owned(),
                        region: region.map(str::to_owned),
                        p25: quartile(0),
                        p50: quartile(1),
                        p75: quartile(2),
                        currency: self.currency(country),
                        grade: found.grade,
                        sources: voices(self.data, estimate),
                    });
                }
            }
        }
        bands.sort_by(|a, b| {
            (&a.country, &a.region, a.role, a.level).cmp(&(&b.country, &b.region, b.role, b.level))
        });
        BandTable { bands, meta: self.meta(cited) }
    }
}

/// A published number as it stands: without trailing zeros, with a dot.
fn plain(value: f64) -> String {
    hundredths(value).to_string()
}

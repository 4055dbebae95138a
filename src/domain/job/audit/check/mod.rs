//! Findings: what to change in an ad, and why. Here title, tasks, pay and wording; `law` and `sections` beside it.

mod contradictions;
mod grounds;
mod law;
mod sections;

pub use contradictions::Statement;

use super::answer::{Excerpt, Finding, OtherJob, Owner, PayView, ShareView};
use super::described::Described;
use super::pay::{Instead, PayState};
use super::scope::{TitleReading, bit};
use super::{AdAudit, MOST_FINDINGS, Reading};
use crate::domain::job::category::Coded;
use crate::domain::job::law::{Binds, Law, Prohibition, Reach, Requirement};
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::List;
use crate::domain::job::wording::Severity;
use crate::domain::message::{self, ids};
use crate::domain::pay::answer::Position;
use crate::domain::text::Lang;
use crate::domain::vocab::Grade;
use crate::domain::work::Abandoned;

/// Collects findings about one ad.
pub(super) struct Checks<'a, 'c> {
    pub(super) bench: &'a AdAudit<'c>,
    pub(super) reading: &'a Reading<'a>,
    /// The law of the places, and these.
    pub(super) laws: &'a [&'c Law],
    pub(super) reach: &'a Reach<'a>,
    pub(super) findings: Vec<Finding<'c>>,
    pub(super) missing: Vec<Requirement>,
    pub(super) coding: Coding,
    /// Whether the post is an apprenticeship or internship.
    trainee: bool,
    /// The sentence that was judged last, and how likely it shuts somebody out.
    judged: Option<(usize, f32)>,
}

/// How many gender-coded words an ad has: their balance is a finding, not each of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Coding {
    pub(super) masculine: usize,
    pub(super) feminine: usize,
}

/// Lowest share at which another profession's work is worth a finding, in percent.
const OTHER_JOB: u32 = 6;
/// Lowest share at which it is a job of its own, in percent, and how many of these make an ad several jobs in one.
const WHOLE_JOB: u32 = 10;
const SEVERAL: usize = 2;
/// Share of the roles from which an ad is not for another profession alone, in percent.
const A_ROLE: u32 = 34;
/// A range is too wide when its end lies this many percent above its beginning.
const TOO_WIDE: f64 = 1.6;
/// How many times the median, or which part of the first quartile, an amount must reach to be a mistake rather than pay.
const IMPLAUSIBLE: u64 = 4;

/// How grave it is that a title says something else than the tasks; none where it does not, or where the other findings say
/// it. A title of both roles is wide enough for each; a title of one is narrower than both, no falsehood.
fn against_title(says: Described, described: Described, sure: Grade) -> Option<Severity> {
    match (says, described) {
        (says, described) if says == described => None,
        (Described::Other | Described::Both, _) | (_, Described::Other | Described::Undetermined) => None,
        (_, Described::Both) | (Described::ContentManager, _) => Some(Severity::Notice),
        _ if sure == Grade::Low => Some(Severity::Notice),
        _ => Some(Severity::Warning),
    }
}

impl<'a, 'c> Checks<'a, 'c> {
    /// Begins without findings.
    pub(super) fn new(
        bench: &'a AdAudit<'c>,
        reading: &'a Reading<'a>,
        laws: &'a [&'c Law],
        reach: &'a Reach<'a>,
        trainee: bool,
    ) -> Self {
        let (findings, missing) = (Vec::new(), Vec::new());
        let coding = Coding::default();
        Self { bench, reading, laws, reach, trainee, findings, missing, coding, judged: None }
    }

    /// Adds a finding whose sentences are those of its code: why, and with `-do` at its end what to do.
    fn found(
        &mut self,
        code: &'static str,
        category: &'static str,
        (severity, confidence): (Severity, Grade),
        place: Option<Excerpt>,
        places: &[(&str, &str)],
    ) -> &mut Finding<'c> {
        let (why, suggestion) = (self.by_id(code, places), self.by_id(&format!("{code}-do"), places));
        let behind = self.bench.data.phrases.sources(code);
        let sources = if behind.is_empty() { Vec::new() } else { self.backed(behind, &[]).1 };
        self.findings.push(Finding {
            code,
            severity,
            category,
            place,
            more_places: Vec::new(),
            why,
            suggestion,
            replacement: None,
            law: None,
            confidence,
            sources,
        });
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// Sources by their ids: those that are known, and whose law, if they speak of any, is that of the places.
    fn sources(&self, ids: &[String]) -> Vec<&'c str> {
        let here = |id: &&String| {
            let source = self.bench.data.sources.iter().find(|source| source.id == **id);
            source
                .and_then(|source| source.place.as_deref())
                .is_none_or(|place| self.reach.lies_in(place, &self.bench.data.unions))
        };
        ids.iter().filter(here).filter_map(|id| self.bench.source(id)).collect()
    }

    /// The rule of the places that prohibits something, binding ones first, and who stands behind a sentence: its own
    /// sources as far as they speak of these places, that rule's, or else our judgement.
    fn backed(&self, ids: &[String], prohibited: &[Prohibition]) -> (Option<&'c Law>, Vec<&'c str>) {
        let prohibits = |law: &&&Law| prohibited.iter().any(|item| law.prohibits.contains(item));
        let bound = self.laws.iter().filter(prohibits).filter(|law| self.reach.binds(law) > Binds::No);
        // The first thing prohibited is the nearest to the matter.
        let nearest = |law: &&&Law| prohibited.iter().position(|item| law.prohibits.contains(item));
        let law = bound.min_by_key(nearest).copied();
        let mut sources = self.sources(ids);
        for source in law.map_or_else(Vec::new, |law| self.sources(&law.sources)) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        if sources.is_empty() {
            sources = self.sources(self.bench.data.phrases.sources("said-by-us"));
        }
        (law, sources)
    }

    fn say(&self, said: impl Into<message::Said>) -> String {
        self.bench.say(said)
    }

    fn by_id(&self, id: &str, places: &[(&str, &str)]) -> String {
        self.bench.by_id(id, places)
    }

    /// Title against tasks, work of other professions, several jobs in one.
    pub(super) fn scope(&mut self, shares: &[ShareView<'_>], others: &[OtherJob<'_>]) {
        let scope = &self.reading.scope;
        let described = scope.described;
        let name = |described: Described| match described {
            Described::Both => self.say(ids::ROLE_BOTH),
            Described::Other => {
                others.first().map_or_else(|| self.say(ids::ROLE_OTHER), |job| job.name.clone())
            }
            role => self.bench.name(role.id()),
        };
        if let Some(title) = &scope.title
            && let Some(says) = title.role()
            && let Some(severity) = against_title(says, described, scope.confidence)
        {
            let tasks = name(described);
            let place = scope
                .title_block
                .and_then(|block| self.reading.folded.blocks.get(block))
                .map(|block| self.reading.excerpt(block.start, block.end));
            let heaviest = scope.passages.iter().filter(|passage| passage.points >= 1.0).take(3);
            let quoted: Vec<String> = heaviest
                .map(|passage| {
                    let text = self.reading.excerpt(passage.range.start, passage.range.end).text;
                    self.say(message::said!(QUOTED_PASSAGE, text = text))
                })
                .collect();
            let places =
                [("title", title.text.as_str()), ("tasks", tasks.as_str()), ("passages", &quoted.join(", "))];
            self.found("scope-title", "scope", (severity, scope.confidence), place, &places);
        }
        if described == Described::Other
            && scope
                .title
                .as_ref()
                .and_then(TitleReading::role)
                .is_some_and(|title| !matches!(title, Described::Other | Described::ContentManager))
            // A third of a role's work is not "neither".
            && shares.iter().filter(|share| share.kind == Owner::Role).map(|share| share.percent).sum::<u32>() < A_ROLE
        {
            let name = others.first().map_or("", |job| &job.name);
            let severity = if scope.confidence == Grade::High { Severity::Warning } else { Severity::Notice };
            let sure = (severity, scope.confidence);
            self.found("scope-not-the-role", "scope", sure, None, &[("name", name)]);
        }
        if matches!(described, Described::Other | Described::Undetermined) {
            return;
        }
        let material: Vec<&OtherJob<'_>> = others.iter().filter(|job| job.percent >= OTHER_JOB).collect();
        for job in &material {
            let place = scope.passages.iter().find_map(|passage| {
                let item = self.bench.data.lexicon.activities.get(usize::from(passage.activity))?;
                (item.other() == Some(job.id) && passage.part != Part::Nice)
                    .then(|| self.reading.excerpt(passage.range.start, passage.range.end))
            });
            let places = [("name", job.name.as_str()), ("percent", &job.percent.to_string())];
            self.found("scope-out-of-scope", "scope", (Severity::Notice, Grade::Medium), place, &places);
        }
        // A bullet of another profession makes no second job; several whole parts of an ad do.
        let whole: Vec<&str> =
            material.iter().filter(|job| job.percent >= WHOLE_JOB).map(|job| job.name.as_str()).collect();
        if whole.len() >= SEVERAL {
            let places = [("n", &*whole.len().to_string()), ("names", &whole.join(", "))];
            self.found("scope-several-jobs", "scope", (Severity::Notice, Grade::Low), None, &places);
        }
    }

    /// Pay: absent, vague, unpaid, too low, too wide.
    pub(super) fn pay(&mut self, pay: &PayView<'c>) {
        let place = pay.place.clone();
        let simple = |checks: &mut Self, code: &'static str, severity: Severity, places: &[(&str, &str)]| {
            checks.found(code, "pay", (severity, Grade::High), place.clone(), places);
        };
        match (pay.state, pay.instead) {
            (PayState::Parsed, _) => {}
            (PayState::Ambiguous, _) => simple(self, "pay-ambiguous", Severity::Warning, &[]),
            (PayState::Named, _) => simple(self, "pay-named", Severity::Notice, &[]),
            (_, Some(Instead::Unpaid)) => simple(self, "pay-unpaid", Severity::Error, &[]),
            (_, Some(Instead::Vague)) => simple(self, "pay-vague", Severity::Warning, &[]),
            (_, Some(Instead::Equity | Instead::Commission)) => {
                simple(self, "pay-refused", Severity::Warning, &[]);
            }
            // In another language nobody can tell.
            (_, None) if self.reading.unread => {}
            (_, None) => simple(self, "pay-absent", Severity::Warning, &[]),
        }
        let Some(stated) = &self.reading.pay.stated else { return };
        if stated.open() {
            simple(self, "pay-open", Severity::Notice, &[]);
        }
        if stated.net {
            simple(self, "pay-net", Severity::Notice, &[]);
        }
        if stated.high() > stated.low() * TOO_WIDE {
            let wide = ((stated.high() / stated.low() - 1.0) * 100.0).round();
            simple(self, "pay-wide", Severity::Notice, &[("percent", &format!("{wide:.0}"))]);
        }
        let top = pay.high.as_ref().or(pay.low.as_ref());
        if let Some(measured) = pay.low.as_ref()
            && let Some(band) = &measured.band
            && (measured.annual.amount > IMPLAUSIBLE * band.p50
                || measured.annual.amount * IMPLAUSIBLE < band.p25)
        {
            let places = [
                ("given", measured.annual.to_text(self.bench.market.lang)),
                ("p50", self.bench.market.money(band.p50, band.currency)),
            ];
            let places = places.each_ref().map(|(name, value)| (*name, value.as_str()));
            simple(self, "pay-implausible", Severity::Warning, &places);
        }
        if let Some(low) = &pay.low
            && low.meets_legal_minimum == Some(false)
        {
            let least = low
                .legal_minimum
                .as_ref()
                .map_or(String::new(), |minimum| minimum.annual.to_text(self.bench.market.lang));
            let given = low.annual.to_text(self.bench.market.lang);
            let places = [("given", given.as_str()), ("least", least.as_str())];
            let severity = if stated.period_assumed { Severity::Warning } else { Severity::Error };
            let source = low.legal_minimum.as_ref().and_then(|minimum| self.bench.source(minimum.source));
            let sure = (severity, Grade::High);
            let finding = self.found("pay-below-minimum", "pay", sure, pay.place.clone(), &places);
            finding.sources.extend(source);
        }
        if let Some(top) = top
            && let Some(band) = &top.band
            && top.position == Some(Position::Below)
            && top.meets_legal_minimum != Some(false)
        {
            let money = |amount: u64| self.bench.market.money(amount, band.currency);
            let places = [
                ("p25", money(band.p25)),
                ("p50", money(band.p50)),
                ("p75", money(band.p75)),
                ("given", top.annual.to_text(self.bench.market.lang)),
            ];
            let places: Vec<(&str, &str)> =
                places.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let sure = (Severity::Warning, Grade::Medium);
            self.found("pay-below-band", "pay", sure, pay.place.clone(), &places);
        }
    }

    /// Rules on wording.
    ///
    /// # Errors
    /// [`Abandoned`] when nobody waits for them any longer.
    pub(super) fn wording(&mut self) -> Result<(), Abandoned> {
        let reading = self.reading;
        let lang = self.bench.market.lang;
        let matches = self.bench.data.wording.find(
            &reading.folded,
            &reading.scope.triggers,
            reading.lang,
            MOST_FINDINGS * 4,
            reading.work,
        )?;
        let mut last: Option<(usize, &str)> = None;
        for found in matches {
            let rule = found.rule;
            if rule.place.as_ref().is_some_and(|place| !self.reach.lies_in(place, &self.bench.data.unions)) {
                continue;
            }
            let at = reading.scope.sentences.partition_point(|sentence| sentence.range.end < found.start);
            let sentence = reading.scope.sentences.get(at);
            let welcome = sentence.is_some_and(|sentence| sentence.cues & bit(Cue::EqualOpportunity) != 0);
            // An equal-opportunity statement names the grounds in order not to use them.
            if welcome && rule.category.protected {
                continue;
            }
            // "We seek a young woman to talk to our readers" speaks of candidates.
            let text = &reading.folded.text[found.start..found.end];
            let sought = self.bench.data.lists.begins(List::CandidateSought, text);
            // "Our readers: women, 25 to 35" speaks of somebody else.
            let others = |checks: &mut Self| {
                let row = sentence.is_some_and(|sentence| checks.row_of_ages(sentence));
                // A limit that no text allows stands on its own, whatever else is said beside it.
                let grave = (rule.severity == Severity::Error).then_some(found.start..found.end);
                row || checks.about_others(at, grave)
            };
            if rule.category.protected && rule.severity <= Severity::Warning && !sought && others(self) {
                continue;
            }
            let company =
                sentence.is_some_and(|sentence| matches!(sentence.part, Part::Company | Part::Legal));
            if company && rule.category.of_company {
                continue;
            }
            // Pay has findings of its own.
            let said = match (reading.pay.state, reading.pay.instead) {
                (PayState::Parsed | PayState::Ambiguous | PayState::Named, _) => {
                    rule.severity != Severity::Error
                }
                (_, Some(_)) => rule.severity != Severity::Info,
                (_, None) => false,
            };
            if said && rule.category.id == "pay" {
                continue;
            }
            if last.is_some_and(|(end, category)| found.start < end && category == rule.category.id) {
                continue;
            }
            last = Some((found.end, &rule.category.id));
            match rule.category.coded {
                Some(Coded::Masculine) => self.coding.masculine += 1,
                Some(Coded::Feminine) => self.coding.feminine += 1,
                None => {}
            }
            if rule.category.coded.is_some() {
                continue;
            }
            let place = reading.excerpt(found.start, found.end);
            let (law, sources) = self.backed(&rule.sources, &rule.category.prohibited);
            let binding = law.is_some_and(|law| self.reach.binds(law) == Binds::Yes);
            self.findings.push(Finding {
                code: &rule.id,
                severity: if rule.category.unlawful && binding { Severity::Error } else { rule.severity },
                category: &rule.category.id,
                place: Some(place),
                more_places: Vec::new(),
                why: rule.why.get(lang).to_owned(),
                suggestion: rule.suggestion.get(lang).to_owned(),
                replacement: rule.replacement.as_deref(),
                law: law.map(|law| law.id.as_str()),
                confidence: rule.confidence,
                sources,
            });
        }
        Ok(())
    }

    /// How grave the sex of the title is: `info` when there is nothing to say.
    fn title_severity(&self) -> Severity {
        let Some(title) = &self.reading.scope.title else { return Severity::Info };
        let top: String = self.reading.question.text.chars().take(600).collect();
        let near = format!("{} {top}", title.text).to_lowercase();
        let lists = &self.bench.data.lists;
        let shown = title.text.to_lowercase();
        if lists.inside(List::BothSexes, &near) || lists.inside(List::InclusiveTitle, &shown) {
            return Severity::Info;
        }
        if self.reading.lang != Lang::Fr {
            return Severity::Info;
        }
        // "Gestionnaire de communauté" names everybody.
        let epicene = || lists.begins_word(List::EpiceneTitle, shown.split_whitespace().next().unwrap_or(""));
        match lists.inside(List::GenderedTitle, &shown) {
            true => Severity::Warning,
            false if epicene() => Severity::Info,
            false => Severity::Notice,
        }
    }
}

#[cfg(test)]
mod tests;

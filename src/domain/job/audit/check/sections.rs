//! What a good ad says and this one does not; how it is written.

use super::super::answer::{Finding, SectionView};
use super::super::must_haves;
use super::super::quality::stands;
use super::Checks;
use super::law::law_code;
use crate::domain::job::lexicon::Cue;
use crate::domain::job::wording::Severity;
use crate::domain::message;
use crate::domain::vocab::Grade;

impl<'c> Checks<'_, 'c> {
    /// What a good ad says, and whether this one does; how long it is, how it is written.
    pub(in super::super) fn quality(&mut self) -> Vec<SectionView<'c>> {
        let reading = self.reading;
        let lang = self.bench.market.lang;
        let mut sections = Vec::new();
        for section in &self.bench.data.sections {
            let stands = || stands(&reading.folded, &reading.scope, &section.cues, &section.parts);
            // Pay, tasks and places are found by reading them.
            let at = match section.id.as_str() {
                "pay" => reading.pay.range.as_ref().map(|range| range.start),
                "missions" => {
                    stands().or_else(|| reading.scope.passages.first().map(|passage| passage.range.start))
                }
                "place" => {
                    let named = reading.locations.0.iter().find_map(|found| found.range.as_ref());
                    named.map(|range| range.start).or_else(stands)
                }
                "hours" => stands().or(reading.hours.at),
                _ => stands(),
            };
            let line = at.map(|at| reading.excerpt(at, at + 1).start.line);
            sections.push(SectionView {
                id: &section.id,
                name: self.bench.data.phrases.get(&section.id, lang),
                present: at.is_some(),
                line,
            });
        }
        if reading.unread {
            self.found("language-unread", "language", (Severity::Warning, Grade::Medium), None, &[]);
        } else if reading.scope.passages.is_empty() {
            self.found("quality-no-tasks", "quality", (Severity::Warning, Grade::High), None, &[]);
        }
        // What a text in another language says cannot be told to be missing.
        let missing = self.bench.data.sections.iter().zip(&sections);
        let missing = missing.filter(|(_, view)| !view.present && !reading.unread);
        let mut findings = Vec::new();
        for (section, view) in missing {
            let Some(severity) = section.severity else { continue };
            // What a law finding has said already need not be said again.
            let law = section.law.map(law_code);
            if law.is_some_and(|code| self.findings.iter().any(|finding| finding.code == code)) {
                continue;
            }
            findings.push(Finding {
                code: &section.code,
                severity,
                category: "quality",
                place: None,
                more_places: Vec::new(),
                why: self.say(message::said!(QUALITY_MISSING, what = view.name)),
                suggestion: self.by_id(&format!("add-{}", section.id), &[]),
                replacement: None,
                law: None,
                confidence: Grade::Medium,
                sources: Vec::new(),
            });
        }
        self.findings.append(&mut findings);
        self.style();
        sections
    }

    /// Length, capitals, many requirements, moderation without support, a title for one sex.
    fn style(&mut self) {
        let reading = self.reading;
        let characters = reading.question.text.chars().count();
        let n = characters.to_string();
        match characters {
            0..1_000 => {
                self.found("quality-short", "quality", (Severity::Notice, Grade::Low), None, &[("n", &n)]);
            }
            10_000.. => {
                self.found("quality-long", "quality", (Severity::Notice, Grade::Low), None, &[("n", &n)]);
            }
            _ => {}
        }
        if let Some(title) = &reading.scope.title
            && title.text.chars().count() > 80
        {
            self.found("quality-title-long", "quality", (Severity::Notice, Grade::Medium), None, &[]);
        }
        let (capitals, letters) =
            reading.question.text.chars().take(20_000).fold((0_usize, 0_usize), |(capitals, letters), c| {
                (capitals + usize::from(c.is_uppercase()), letters + usize::from(c.is_alphabetic()))
            });
        if letters > 200 && capitals * 10 > letters * 3 {
            self.found("quality-capitals", "quality", (Severity::Notice, Grade::High), None, &[]);
        }
        let musts = must_haves(reading);
        if musts > 10 {
            let places = [("n", &*musts.to_string())];
            self.found("quality-many-musts", "quality", (Severity::Notice, Grade::Low), None, &places);
        }
        let cue = |cue: Cue| reading.scope.cues.contains_key(&cue);
        let moderates = reading.scope.passages.iter().any(|passage| {
            passage.points >= 1.5
                && self
                    .bench
                    .data
                    .lexicon
                    .activities
                    .get(usize::from(passage.activity))
                    .is_some_and(|item| item.support)
        });
        if moderates && !cue(Cue::ModerationSupport) {
            self.found("quality-moderation-support", "conditions", (Severity::Info, Grade::Low), None, &[]);
        }
        if let Some(severity) = Some(self.title_severity()).filter(|severity| *severity != Severity::Info)
            && !self.findings.iter().any(|finding| finding.code == "law-title")
        {
            self.found("title-one-sex", "sex", (severity, Grade::Medium), None, &[]);
        }
    }
}

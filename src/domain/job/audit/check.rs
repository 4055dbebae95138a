//! Findings: what to change in an ad, and why.

use super::answer::{Excerpt, Finding, OtherJob, PayView, SectionView, ShareView};
use super::pay::PayKind;
use super::quality::{SECTIONS, stands};
use super::scope::{Described, TitleReading, bit};
use super::{Bench, MOST_FINDINGS, Reading};
use crate::domain::job::law::{Binds, Law, LawStatus, Requirement, Where};
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::wording::Severity;
use crate::domain::pay::answer::Position;
use crate::domain::pay::figure::Period;
use crate::domain::text::Lang;
use crate::domain::vocab::Grade;
use crate::domain::work::Abandoned;

/// Collects findings about one ad.
pub(super) struct Checks<'a, 'c> {
    pub(super) bench: &'a Bench<'c>,
    pub(super) reading: &'a Reading<'a>,
    pub(super) findings: Vec<Finding<'c>>,
    pub(super) missing: Vec<Requirement>,
}

/// Lowest share at which another profession's work is worth a finding, in percent.
const OTHER_JOB: u32 = 6;
/// A range is too wide when its end lies this many percent above its beginning.
const TOO_WIDE: f64 = 1.6;

impl<'c> Checks<'_, 'c> {
    #[expect(clippy::too_many_arguments, reason = "a finding has that many sides")]
    fn add(
        &mut self,
        code: &'c str,
        severity: Severity,
        category: &'c str,
        place: Option<Excerpt>,
        why: String,
        suggestion: String,
        confidence: Grade,
        sources: &[&str],
    ) {
        let sources =
            sources.iter().filter_map(|id| self.bench.source(id.split('/').next().unwrap_or(id))).collect();
        self.findings.push(Finding {
            code,
            severity,
            category,
            place,
            why,
            suggestion,
            replacement: None,
            law: None,
            confidence,
            sources,
        });
    }

    fn say(&self, id: &str, places: &[(&str, &str)]) -> String {
        self.bench.say(id, places)
    }

    fn whole(
        &mut self,
        code: &'static str,
        severity: Severity,
        category: &'static str,
        confidence: Grade,
        sources: &[&str],
        places: &[(&str, &str)],
    ) {
        let why = self.say(code, places);
        let suggestion = self.say(&format!("{code}-do"), places);
        self.add(code, severity, category, None, why, suggestion, confidence, sources);
    }

    #[expect(clippy::too_many_lines, reason = "one finding after another")]
    /// Title against tasks, work of other professions, several jobs in one.
    pub(super) fn scope(&mut self, shares: &[ShareView<'_>], others: &[OtherJob<'_>]) {
        let scope = &self.reading.scope;
        let described = scope.described;
        let name = |described: Described| match described {
            Described::Both => self.say("role-both", &[]),
            Described::Other => {
                others.first().map_or_else(|| self.say("role-other", &[]), |job| job.name.clone())
            }
            role => self.bench.name(role.id()),
        };
        if let Some(title) = &scope.title
            && let Some(says) = title.role()
            && says != described
            && says != Described::Other
            && !scope.passages.is_empty()
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
                    if self.bench.desk.lang == Lang::Fr {
                        format!("«\u{a0}{text}\u{a0}»")
                    } else {
                        format!("\"{text}\"")
                    }
                })
                .collect();
            let places =
                [("title", title.text.as_str()), ("tasks", tasks.as_str()), ("passages", &quoted.join(", "))];
            let (why, suggestion) = (self.say("scope-title", &places), self.say("scope-title-do", &places));
            let severity = if scope.confidence == Grade::Low { Severity::Notice } else { Severity::Warning };
            self.add(
                "scope-title",
                severity,
                "scope",
                place,
                why,
                suggestion,
                scope.confidence,
                &["atypique"],
            );
        }
        if described == Described::Other
            && scope
                .title
                .as_ref()
                .and_then(TitleReading::role)
                .is_some_and(|title| title != Described::Other)
        {
            self.whole(
                "scope-not-the-role",
                Severity::Warning,
                "scope",
                scope.confidence,
                &["atypique"],
                &[("name", &others.first().map_or(String::new(), |job| job.name.clone()))],
            );
        }
        if described == Described::Other {
            return;
        }
        let material: Vec<&OtherJob<'_>> = others.iter().filter(|job| job.percent >= OTHER_JOB).collect();
        for job in &material {
            let place = scope.passages.iter().find_map(|passage| {
                let item = self.bench.data.lexicon.activities.get(usize::from(passage.activity))?;
                (item.other() == Some(job.id) && passage.part != Part::Nice)
                    .then(|| self.reading.excerpt(passage.range.start, passage.range.end))
            });
            let places = [
                ("name", job.name.as_str()),
                ("percent", &job.percent.to_string()),
                ("hours", &job.hours_a_week.to_string()),
            ];
            let (why, suggestion) =
                (self.say("scope-out-of-scope", &places), self.say("scope-out-of-scope-do", &places));
            self.add(
                "scope-out-of-scope",
                Severity::Notice,
                "scope",
                place,
                why,
                suggestion,
                Grade::Medium,
                &["atypique"],
            );
        }
        let own = shares
            .iter()
            .filter(|share| {
                share.percent >= 10
                    && ["community-manager", "social-media-manager", "content-manager"].contains(&share.id)
            })
            .count();
        let jobs = own.max(1) + material.len();
        if jobs >= 4 {
            let names: Vec<&str> = material.iter().map(|job| job.name.as_str()).collect();
            let hours: u32 = material.iter().map(|job| job.hours_a_week).sum();
            self.whole(
                "scope-several-jobs",
                Severity::Warning,
                "scope",
                Grade::Medium,
                &["atypique"],
                &[("n", &jobs.to_string()), ("names", &names.join(", ")), ("hours", &hours.to_string())],
            );
        }
    }

    /// Pay: absent, vague, unpaid, too low, too wide.
    pub(super) fn pay(&mut self, pay: &PayView<'c>) {
        let place = pay.place.clone();
        let simple = |checks: &mut Self, code: &'static str, severity: Severity, places: &[(&str, &str)]| {
            let (why, suggestion) = (checks.say(code, places), checks.say(&format!("{code}-do"), places));
            checks.add(
                code,
                severity,
                "pay",
                place.clone(),
                why,
                suggestion,
                Grade::High,
                &["law-eu-directive-leglobal"],
            );
        };
        match pay.kind {
            PayKind::Absent => simple(self, "pay-absent", Severity::Warning, &[]),
            PayKind::Vague => simple(self, "pay-vague", Severity::Warning, &[]),
            PayKind::Unpaid => simple(self, "pay-unpaid", Severity::Error, &[]),
            PayKind::Amount => {}
        }
        let Some(stated) = &self.reading.pay.stated else { return };
        if stated.open {
            simple(self, "pay-open", Severity::Notice, &[]);
        }
        if stated.net {
            simple(self, "pay-net", Severity::Notice, &[]);
        }
        if stated.max > stated.min * TOO_WIDE {
            let wide = ((stated.max / stated.min - 1.0) * 100.0).round();
            simple(self, "pay-wide", Severity::Notice, &[("percent", &format!("{wide:.0}"))]);
        }
        let top = pay.high.as_ref().or(pay.low.as_ref());
        if let Some(low) = &pay.low {
            let sources: Vec<&str> =
                low.legal_minimum.as_ref().map(|minimum| minimum.source).into_iter().collect();
            if low.meets_legal_minimum == Some(false) {
                let least = low
                    .legal_minimum
                    .as_ref()
                    .map_or(String::new(), |minimum| minimum.annual.to_text(self.bench.desk.lang));
                let given = low.annual.to_text(self.bench.desk.lang);
                let places = [("given", given.as_str()), ("least", least.as_str())];
                let (why, suggestion) =
                    (self.say("pay-below-minimum", &places), self.say("pay-below-minimum-do", &places));
                let severity = if stated.period_assumed { Severity::Warning } else { Severity::Error };
                self.add(
                    "pay-below-minimum",
                    severity,
                    "pay",
                    pay.place.clone(),
                    why,
                    suggestion,
                    Grade::High,
                    &sources,
                );
            }
        }
        if let Some(top) = top
            && let Some(band) = &top.band
            && top.position == Some(Position::Below)
            && top.meets_legal_minimum != Some(false)
        {
            let money = |amount: u64| self.bench.desk.money(amount, band.currency);
            let places = [
                ("p25", money(band.p25)),
                ("p50", money(band.p50)),
                ("p75", money(band.p75)),
                ("given", top.annual.to_text(self.bench.desk.lang)),
            ];
            let places: Vec<(&str, &str)> =
                places.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let (why, suggestion) =
                (self.say("pay-below-band", &places), self.say("pay-below-band-do", &places));
            self.add(
                "pay-below-band",
                Severity::Warning,
                "pay",
                pay.place.clone(),
                why,
                suggestion,
                Grade::Medium,
                &[],
            );
        }
    }

    /// Rules on wording.
    ///
    /// # Errors
    /// [`Abandoned`] when nobody waits for them any longer.
    pub(super) fn wording(&mut self) -> Result<(), Abandoned> {
        let reading = self.reading;
        let lang = self.bench.desk.lang;
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
            let at = reading.scope.sentences.partition_point(|sentence| sentence.range.end < found.start);
            let sentence = reading.scope.sentences.get(at);
            let welcome = sentence.is_some_and(|sentence| sentence.cues & bit(Cue::EqualOpportunity) != 0);
            let protected = ["age", "sex", "origin", "family", "health", "belief", "appearance", "residence"]
                .contains(&rule.category.as_str());
            // An equal-opportunity statement names the grounds in order not to use them.
            if welcome && protected {
                continue;
            }
            let company =
                sentence.is_some_and(|sentence| matches!(sentence.part, Part::Company | Part::Legal));
            if company
                && ["conditions", "requirements", "culture", "vague-trait", "pay"]
                    .contains(&rule.category.as_str())
            {
                continue;
            }
            // Pay has findings of its own.
            if rule.category == "pay"
                && reading.pay.kind == PayKind::Amount
                && rule.severity != Severity::Error
            {
                continue;
            }
            if rule.category == "pay"
                && matches!(reading.pay.kind, PayKind::Vague | PayKind::Unpaid)
                && rule.severity != Severity::Info
            {
                continue;
            }
            if last.is_some_and(|(end, category)| found.start < end && category == rule.category) {
                continue;
            }
            last = Some((found.end, &rule.category));
            let place = reading.excerpt(found.start, found.end);
            self.findings.push(Finding {
                code: &rule.id,
                severity: rule.severity,
                category: &rule.category,
                place: Some(place),
                why: rule.why.get(lang).to_owned(),
                suggestion: rule.suggestion.get(lang).to_owned(),
                replacement: rule.replacement.as_deref(),
                law: None,
                confidence: rule.confidence,
                sources: rule.sources.iter().filter_map(|id| self.bench.source(id)).collect(),
            });
        }
        Ok(())
    }

    /// What the law of the place requires.
    pub(super) fn law(&mut self, laws: &[&'c Law], place: &Where<'_>, pay: &PayView<'_>) {
        for law in laws {
            let binds = law.binds(place);
            let guidance =
                law.status == LawStatus::Guidance && law.valid_from.is_none_or(|from| from <= place.as_of);
            for requirement in &law.requires {
                if binds == Binds::No || self.says(*requirement) {
                    continue;
                }
                let severity = match (binds, law.confidence) {
                    // An ad is dated where it is published, not in its text.
                    _ if *requirement == Requirement::DatePosted => Severity::Notice,
                    _ if *requirement == Requirement::GenderNeutralTitle => self.title_severity(),
                    (Binds::Yes, Grade::High) => Severity::Error,
                    (Binds::Yes, Grade::Medium) | (Binds::Perhaps, Grade::High) => Severity::Warning,
                    _ => Severity::Notice,
                };
                if !self.missing.contains(requirement) && severity <= Severity::Warning {
                    self.missing.push(*requirement);
                }
                self.legal(law, *requirement, severity, binds == Binds::Perhaps);
            }
            if guidance {
                for requirement in &law.recommends {
                    if !self.says(*requirement)
                        && *requirement != Requirement::DatePosted
                        && law.country != "EU"
                    {
                        self.legal(law, *requirement, Severity::Notice, false);
                    }
                }
            }
            if binds != Binds::No
                && let Some((spread, currency)) = &law.max_spread
                && let Some(stated) = &self.reading.pay.stated
                && stated.currency == Some(currency.as_str())
            {
                let times = if stated.period == Period::Month {
                    f64::from(stated.payments)
                } else {
                    stated.period.per_year(2_080.0)
                };
                #[expect(clippy::cast_precision_loss, reason = "a bound of a few thousand")]
                if (stated.max - stated.min) * times > *spread as f64 {
                    let most = self.bench.desk.money(*spread, currency);
                    let (why, suggestion) = (
                        self.say(
                            "law-spread",
                            &[("most", &most), ("law", law.name.get(self.bench.desk.lang))],
                        ),
                        self.say("law-spread-do", &[]),
                    );
                    let mut finding = self.finding("law-spread", Severity::Error, why, suggestion, law);
                    finding.place.clone_from(&pay.place);
                    self.findings.push(finding);
                }
            }
        }
    }

    fn finding(
        &self,
        code: &'c str,
        severity: Severity,
        why: String,
        suggestion: String,
        law: &'c Law,
    ) -> Finding<'c> {
        Finding {
            code,
            severity,
            category: "law",
            place: None,
            why,
            suggestion,
            replacement: None,
            law: Some(&law.id),
            confidence: law.confidence,
            sources: law.sources.iter().filter_map(|id| self.bench.source(id)).collect(),
        }
    }

    fn legal(&mut self, law: &'c Law, requirement: Requirement, severity: Severity, perhaps: bool) {
        let lang = self.bench.desk.lang;
        let (name, checked) =
            (law.name.get(lang), crate::domain::locale::date(&law.verified_on.to_string(), lang));
        let what = self.say(&format!("needs-{}", requirement.id()), &[]);
        let from = law.employees_from.map_or(String::new(), |n| n.to_string());
        let places = [
            ("what", what.as_str()),
            ("law", name),
            ("says", law.says.get(lang)),
            ("date", checked.as_str()),
            ("n", from.as_str()),
        ];
        // The second thing that a rule asks for need not quote the whole rule again.
        let again = self.findings.iter().any(|finding| finding.law == Some(&law.id));
        let sentence = match (again, perhaps) {
            (true, _) => "law-missing-too",
            (false, true) => "law-missing-perhaps",
            (false, false) => "law-missing",
        };
        let why = self.say(sentence, &places);
        let suggestion = self.say(&format!("do-{}", requirement.id()), &places);
        let code =
            LAW_CODES.iter().find(|(known, _)| *known == requirement).map_or("law-missing", |(_, code)| code);
        let finding = self.finding(code, severity, why, suggestion, law);
        self.findings.push(finding);
    }

    /// Whether the ad says what the law asks.
    fn says(&self, requirement: Requirement) -> bool {
        let scope = &self.reading.scope;
        let cue = |cues: &[Cue]| cues.iter().any(|cue| scope.cues.contains_key(cue));
        let part = |parts: &[Part]| scope.parts.iter().any(|(_, part)| parts.contains(part));
        let stated = self.reading.pay.stated.as_ref();
        match requirement {
            Requirement::PayRange => stated.is_some_and(|stated| !stated.open),
            Requirement::PayMinimum => stated.is_some(),
            Requirement::Benefits => cue(&[Cue::Benefits]),
            Requirement::OtherCompensation => cue(&[Cue::OtherCompensation]),
            Requirement::GenderNeutralTitle => self.title_severity() == Severity::Info,
            Requirement::EqualOpportunityStatement => cue(&[Cue::EqualOpportunity]),
            Requirement::EmploymentLanguageFr => self.reading.lang == Lang::Fr || !self.reading.certain,
            Requirement::DatePosted => cue(&[Cue::DatePosted]),
            Requirement::CompanyPresentation => part(&[Part::Company]) || cue(&[Cue::CompanyTalk]),
            Requirement::Missions => !scope.passages.is_empty() || part(&[Part::Tasks]),
            Requirement::ContractType => cue(&[Cue::Contract]),
            Requirement::Profile => part(&[Part::Profile]) || cue(&[Cue::Diploma]),
            Requirement::Location => {
                cue(&[Cue::Place, Cue::Remote])
                    || self
                        .reading
                        .question
                        .place
                        .as_ref()
                        .and_then(|place| place.city.as_deref())
                        .is_some_and(|city| self.mentions(city))
            }
            Requirement::HowToApply => cue(&[Cue::HowToApply]) || self.reading.question.text.contains('@'),
            Requirement::ClosingDate => cue(&[Cue::ClosingDate]),
            Requirement::AiUse => cue(&[Cue::AiUse]),
            Requirement::VacancyStatus => cue(&[Cue::VacancyStatus]),
            Requirement::CollectiveAgreement => cue(&[Cue::CollectiveAgreement]),
            Requirement::WillingnessToPayMore => cue(&[Cue::WillingnessToPayMore]),
            // Whoever publishes knows the employer, contracts without end have no length, and commission jobs cannot be
            // told apart but by saying so: the text alone cannot tell that these are missing.
            Requirement::EmployerIdentity
            | Requirement::ContractDuration
            | Requirement::CommissionStatement => true,
        }
    }

    fn mentions(&self, word: &str) -> bool {
        let word = crate::domain::job::fold::fold(word).text;
        self.reading.folded.text.contains(word.trim())
    }

    /// How grave the sex of the title is: `info` when there is nothing to say.
    fn title_severity(&self) -> Severity {
        let Some(title) = &self.reading.scope.title else { return Severity::Info };
        let top: String = self.reading.question.text.chars().take(600).collect();
        let near = format!("{} {top}", title.text).to_lowercase();
        let marks = [
            "h/f",
            "f/h",
            "h / f",
            "f / h",
            "m/f",
            "f/m",
            "m/w",
            "w/m",
            "h-f",
            "all genders",
            "tous genres",
            "x/f",
            "(x)",
            "m/v",
        ];
        if marks.iter().any(|mark| near.contains(mark)) {
            return Severity::Info;
        }
        let shown = title.text.to_lowercase();
        if shown.contains(['·', '•'])
            || ["(e)", "(ne)", "(trice)", " ou ", "/trice", ".e", "-e ", "/euse", " / "]
                .iter()
                .any(|mark| shown.contains(mark))
        {
            return Severity::Info;
        }
        if self.reading.lang != Lang::Fr {
            return Severity::Info;
        }
        let gendered = [
            "chargé",
            "chargée",
            "animateur",
            "animatrice",
            "rédacteur",
            "rédactrice",
            "directeur",
            "directrice",
            "chef de",
            "cheffe de",
            "assistant",
            "assistante",
            "consultant",
            "coordinateur",
            "coordinatrice",
            "conseiller",
            "conseillère",
            "créateur",
            "créatrice",
            "modérateur",
            "modératrice",
        ];
        if gendered.iter().any(|word| shown.contains(word)) { Severity::Warning } else { Severity::Notice }
    }

    #[expect(clippy::too_many_lines, reason = "one finding after another")]
    /// What a good ad says; length; requirements.
    pub(super) fn quality(&mut self) -> Vec<SectionView<'c>> {
        let reading = self.reading;
        let lang = self.bench.desk.lang;
        let mut sections = Vec::new();
        for (id, cues, parts) in SECTIONS {
            let at = match id {
                "pay" => reading
                    .pay
                    .range
                    .as_ref()
                    .filter(|_| reading.pay.kind != PayKind::Absent)
                    .map(|range| range.start),
                "missions" => stands(&reading.folded, &reading.scope, cues, parts)
                    .or_else(|| reading.scope.passages.first().map(|passage| passage.range.start)),
                _ => stands(&reading.folded, &reading.scope, cues, parts),
            };
            let line = at.map(|at| reading.excerpt(at, at + 1).start.line);
            sections.push(SectionView {
                id,
                name: self.bench.data.phrases.get(section_name(id), lang),
                present: at.is_some(),
                line,
            });
        }
        if reading.scope.passages.is_empty() {
            self.whole("quality-no-tasks", Severity::Warning, "quality", Grade::High, &[], &[]);
        }
        // What a law finding has said already need not be said again.
        let twins = [
            ("benefits", "law-benefits"),
            ("closing-date", "law-closing-date"),
            ("profile", "law-profile"),
            ("company", "law-company"),
            ("contract", "law-contract"),
            ("place", "law-place"),
            ("how-to-apply", "law-how-to-apply"),
            ("equal-opportunity", "law-equal-opportunity"),
        ];
        let said: Vec<&str> = twins
            .iter()
            .filter(|(_, code)| self.findings.iter().any(|finding| finding.code == *code))
            .map(|(id, _)| *id)
            .collect();
        for section in &sections {
            if section.present || said.contains(&section.id) || ["pay", "missions"].contains(&section.id) {
                continue;
            }
            let code = SECTION_CODES
                .iter()
                .find(|(id, _)| *id == section.id)
                .map_or("quality-missing", |(_, code)| code);
            let severity = if ["contract", "place", "profile", "how-to-apply"].contains(&section.id) {
                Severity::Notice
            } else {
                Severity::Info
            };
            let why = self.say("quality-missing", &[("what", section.name)]);
            let suggestion = self.say(&format!("add-{}", section.id), &[]);
            self.add(code, severity, "quality", None, why, suggestion, Grade::Medium, &[]);
        }
        let characters = reading.question.text.chars().count();
        let n = characters.to_string();
        match characters {
            0..1_000 => {
                self.whole("quality-short", Severity::Notice, "quality", Grade::Low, &[], &[("n", &n)]);
            }
            10_000.. => {
                self.whole("quality-long", Severity::Notice, "quality", Grade::Low, &[], &[("n", &n)]);
            }
            _ => {}
        }
        if let Some(title) = &reading.scope.title
            && title.text.chars().count() > 80
        {
            self.whole("quality-title-long", Severity::Notice, "quality", Grade::Medium, &[], &[]);
        }
        let (capitals, letters) =
            reading.question.text.chars().take(20_000).fold((0_usize, 0_usize), |(capitals, letters), c| {
                (capitals + usize::from(c.is_uppercase()), letters + usize::from(c.is_alphabetic()))
            });
        if letters > 200 && capitals * 10 > letters * 3 {
            self.whole("quality-capitals", Severity::Notice, "quality", Grade::High, &[], &[]);
        }
        let musts = reading
            .folded
            .blocks
            .iter()
            .zip(&reading.scope.parts)
            .filter(|(block, (_, part))| {
                *part == Part::Profile && block.kind == crate::domain::job::fold::Kind::Item
            })
            .count();
        if musts > 10 {
            self.whole(
                "quality-many-musts",
                Severity::Notice,
                "quality",
                Grade::Low,
                &[],
                &[("n", &musts.to_string())],
            );
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
                    .is_some_and(|item| item.id == "moderate")
        });
        if moderates && !cue(Cue::ModerationSupport) {
            self.whole("quality-moderation-support", Severity::Info, "conditions", Grade::Low, &[], &[]);
        }
        if let Some(severity) = Some(self.title_severity()).filter(|severity| *severity != Severity::Info)
            && !self.findings.iter().any(|finding| finding.code == "law-title")
        {
            self.whole("title-one-sex", severity, "sex", Grade::Medium, &["law-fr-l1142-1-doctrine"], &[]);
        }
        sections
    }
}

const fn section_name(id: &'static str) -> &'static str {
    // The sentences are named after the sections.
    id
}

/// Codes of findings on what the law asks.
pub(super) const LAW_CODES: [(Requirement, &str); 22] = [
    (Requirement::PayRange, "law-pay"),
    (Requirement::PayMinimum, "law-pay"),
    (Requirement::Benefits, "law-benefits"),
    (Requirement::OtherCompensation, "law-other-compensation"),
    (Requirement::GenderNeutralTitle, "law-title"),
    (Requirement::EqualOpportunityStatement, "law-equal-opportunity"),
    (Requirement::EmploymentLanguageFr, "law-language"),
    (Requirement::DatePosted, "law-date"),
    (Requirement::EmployerIdentity, "law-employer"),
    (Requirement::CompanyPresentation, "law-company"),
    (Requirement::Missions, "law-missions"),
    (Requirement::ContractType, "law-contract"),
    (Requirement::ContractDuration, "law-duration"),
    (Requirement::Profile, "law-profile"),
    (Requirement::Location, "law-place"),
    (Requirement::HowToApply, "law-how-to-apply"),
    (Requirement::ClosingDate, "law-closing-date"),
    (Requirement::AiUse, "law-ai"),
    (Requirement::VacancyStatus, "law-vacancy"),
    (Requirement::CollectiveAgreement, "law-agreement"),
    (Requirement::WillingnessToPayMore, "law-pay-more"),
    (Requirement::CommissionStatement, "law-commission"),
];

const SECTION_CODES: [(&str, &str); 13] = [
    ("profile", "quality-profile"),
    ("company", "quality-company"),
    ("reporting-line", "quality-reporting-line"),
    ("kpis", "quality-kpis"),
    ("contract", "quality-contract"),
    ("hours", "quality-hours"),
    ("place", "quality-place"),
    ("benefits", "quality-benefits"),
    ("platforms", "quality-platforms"),
    ("how-to-apply", "quality-how-to-apply"),
    ("process", "quality-process"),
    ("closing-date", "quality-closing-date"),
    ("equal-opportunity", "quality-equal-opportunity"),
];

#[cfg(test)]
mod tests;

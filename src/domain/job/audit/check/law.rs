//! What the law of the place requires of an ad, and whether the ad says it.

use super::super::answer::{Finding, PayView};
use super::super::scope::bit;
use super::Checks;
use crate::domain::dated::Day;
use crate::domain::job::fold::fold;
use crate::domain::job::law::{Binds, Law, LawStatus, Requirement};
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::List;
use crate::domain::job::wording::Severity;
use crate::domain::locale;
use crate::domain::message::{filled, ids};
use crate::domain::pay::figure::Period;
use crate::domain::text::Lang;
use crate::domain::vocab::Grade;

/// Most rules that a finding names beside the first.
const NAMED: usize = 4;

/// Something that a rule asks for and the ad does not say.
#[derive(Clone, Copy)]
struct Asked<'c> {
    law: &'c Law,
    requirement: Requirement,
    binds: Binds,
    severity: Severity,
}

impl<'c> Checks<'_, 'c> {
    /// What the law of the places requires: one finding for each thing that is missing, by the rule that asks for it most
    /// firmly, with the others named.
    pub(in super::super) fn law(&mut self, pay: &PayView<'_>) {
        let (laws, day) = (self.laws, self.bench.market.as_of);
        let mut missing: Vec<(&'static str, Vec<Asked<'c>>)> = Vec::new();
        let mut ask = |asked: Asked<'c>| {
            let code = law_code(asked.requirement);
            match missing.iter_mut().find(|(known, _)| *known == code) {
                Some((_, list)) => list.push(asked),
                None => missing.push((code, vec![asked])),
            }
        };
        for law in laws.iter().copied() {
            let binds = self.reach.binds(law);
            let guidance = law.status == LawStatus::Guidance && law.valid_from.is_none_or(|from| from <= day);
            for requirement in law.requires.iter().copied() {
                if binds > Binds::No && !self.exempt(law, requirement) && !self.says(requirement) {
                    let severity = self.severity(requirement, binds, law.confidence_on(day));
                    ask(Asked { law, requirement, binds, severity });
                }
            }
            // What a union recommends binds through the law of its members.
            for requirement in law.recommends.iter().copied().filter(|_| guidance && law.members.is_empty()) {
                if requirement != Requirement::DatePosted && !self.says(requirement) {
                    ask(Asked { law, requirement, binds, severity: Severity::Notice });
                }
            }
        }
        // Pay is what readers look for first: the rule is quoted there, and not again.
        missing.sort_by_key(|(code, _)| *code != law_code(Requirement::PayRange));
        for (code, mut asked) in missing {
            let strict = |asked: &Asked<'_>| {
                let (asks, sure) = asked.law.strictness();
                (asked.severity, std::cmp::Reverse(asked.binds), std::cmp::Reverse(asks), sure)
            };
            asked.sort_by_key(strict);
            for asked in &asked {
                if asked.severity <= Severity::Warning && !self.missing.contains(&asked.requirement) {
                    self.missing.push(asked.requirement);
                }
            }
            self.legal(code, &asked);
        }
        for law in laws.iter().copied().filter(|law| self.reach.binds(law) > Binds::No) {
            self.spread(law, pay);
        }
    }

    /// A range of pay that is wider than a rule permits.
    fn spread(&mut self, law: &'c Law, pay: &PayView<'_>) {
        let Some((spread, currency)) = &law.max_spread else { return };
        let Some((low, high)) = self.a_year(currency) else { return };
        #[expect(clippy::cast_precision_loss, reason = "a bound of a few thousand")]
        if high - low <= *spread as f64 || self.exempt(law, Requirement::PayRange) {
            return;
        }
        let most = self.bench.market.money(*spread, currency);
        let places = [("most", most.as_str()), ("law", law.name.get(self.bench.market.lang))];
        let (why, suggestion) = (self.say(filled(ids::LAW_SPREAD, &places)), self.say(ids::LAW_SPREAD_DO));
        let mut finding = self.finding("law-spread", Severity::Error, why, suggestion, law);
        finding.place.clone_from(&pay.place);
        self.findings.push(finding);
    }

    /// The lowest and the highest pay a year that the ad states in a currency.
    fn a_year(&self, currency: &str) -> Option<(f64, f64)> {
        let stated = self.reading.pay.stated.as_ref().filter(|stated| stated.currency == Some(currency))?;
        let times = if stated.period == Period::Month {
            f64::from(stated.payments)
        } else {
            stated.period.per_year(2_080.0)
        };
        Some((stated.low() * times, stated.high() * times))
    }

    /// Whether a rule leaves such pay alone.
    #[expect(clippy::cast_precision_loss, reason = "a bound of some hundred thousand")]
    fn exempt(&self, law: &Law, requirement: Requirement) -> bool {
        let about_pay = matches!(requirement, Requirement::PayRange | Requirement::PayMinimum);
        law.exempt_above.as_ref().filter(|_| about_pay).is_some_and(|(most, currency)| {
            self.a_year(currency).is_some_and(|(_, high)| high > *most as f64)
        })
    }

    /// How grave it is that an ad does not say what a rule asks for.
    fn severity(&self, requirement: Requirement, binds: Binds, sure: Grade) -> Severity {
        match (binds, sure) {
            // An ad is dated where it is published, not in its text.
            _ if requirement == Requirement::DatePosted => Severity::Notice,
            _ if requirement == Requirement::GenderNeutralTitle => self.title_severity(),
            (Binds::Yes, Grade::High) => Severity::Error,
            (Binds::Yes, Grade::Medium) | (Binds::Perhaps | Binds::Remote, Grade::High) => Severity::Warning,
            _ => Severity::Notice,
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
            more_places: Vec::new(),
            why,
            suggestion,
            replacement: None,
            law: Some(&law.id),
            confidence: law.confidence_on(self.bench.market.as_of),
            sources: self.sources(&law.sources),
        }
    }

    /// One finding on something that rules ask for, the strictest of them first.
    fn legal(&mut self, code: &'static str, asked: &[Asked<'c>]) {
        let Some(Asked { law, requirement, binds, severity }) = asked.first().copied() else { return };
        let lang = self.bench.market.lang;
        let date = |day: Day| locale::date(&day.to_string(), lang);
        let what = self.by_id(&format!("needs-{}", requirement.id()), &[]);
        let from = law.employees_from.map_or(String::new(), |n| n.to_string());
        let (checked, due) = (date(law.verified_on), date(law.review_by));
        let mut others: Vec<&str> = Vec::new();
        for other in asked.iter().skip(1).filter(|other| other.law.id != law.id && other.binds > Binds::No) {
            let name = other.law.name.get(lang);
            if !others.contains(&name) {
                others.push(name);
            }
        }
        let count = others.len();
        let (names, more) = (others[..count.min(NAMED)].join(", "), count.saturating_sub(NAMED).to_string());
        let places = [
            ("what", what.as_str()),
            ("law", law.name.get(lang)),
            ("says", law.says.get(lang)),
            ("date", &checked),
            ("due", &due),
            ("n", &from),
            ("names", &names),
            ("more", &more),
        ];
        // The second thing that a rule asks for need not quote the whole rule again.
        let again =
            self.findings.iter().any(|finding| finding.category == "law" && finding.law == Some(&law.id));
        let sentence = match (again, binds) {
            (true, _) => ids::LAW_MISSING_TOO,
            (false, Binds::Perhaps) => ids::LAW_MISSING_PERHAPS,
            (false, Binds::Remote) => ids::LAW_MISSING_REMOTE,
            (false, _) => ids::LAW_MISSING,
        };
        let mut why = self.say(filled(sentence, &places));
        let also = match count {
            0 => None,
            known if known > NAMED => Some(ids::LAW_ASKED_MORE),
            _ => Some(ids::LAW_ASKED_TOO),
        };
        let stale = law.overdue(self.bench.market.as_of).then_some(ids::LAW_OVERDUE);
        for sentence in also.into_iter().chain(stale) {
            why = format!("{why} {}", self.say(filled(sentence, &places)));
        }
        let suggestion = self.by_id(&format!("do-{}", requirement.id()), &places);
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
            Requirement::PayRange => stated.is_some_and(|stated| !stated.open()),
            Requirement::PayMinimum => stated.is_some(),
            Requirement::Benefits => cue(&[Cue::Benefits]),
            Requirement::OtherCompensation => cue(&[Cue::OtherCompensation]),
            Requirement::GenderNeutralTitle => self.title_severity() == Severity::Info,
            Requirement::EqualOpportunityStatement => cue(&[Cue::EqualOpportunity]),
            Requirement::EmploymentLanguageFr => self.reading.lang == Lang::Fr || !self.reading.certain,
            Requirement::LanguageReasons => !self.language_without_reasons(),
            Requirement::DatePosted => cue(&[Cue::DatePosted]),
            Requirement::CompanyPresentation => {
                part(&[Part::Company]) || cue(&[Cue::CompanyTalk, Cue::CompanyFacts])
            }
            Requirement::Missions => !scope.passages.is_empty() || part(&[Part::Tasks]),
            Requirement::ContractType => cue(&[Cue::Contract]),
            Requirement::Profile => part(&[Part::Profile]) || cue(&[Cue::Diploma, Cue::Asks]),
            Requirement::Location => {
                cue(&[Cue::Place, Cue::Remote])
                    || !self.reading.locations.0.is_empty()
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

    /// Whether the ad asks for a language other than French without saying why.
    fn language_without_reasons(&self) -> bool {
        let lists = &self.bench.data.lists;
        let mut asked = self.reading.scope.sentences.iter().filter(|sentence| {
            let text = &self.reading.folded.text[sentence.range.clone()];
            let about = sentence.cues & bit(Cue::Languages) != 0 && sentence.part != Part::Company;
            about && lists.any_word(List::LanguagesButFrench, text)
        });
        asked.any(|sentence| !lists.inside(List::Reasons, &self.reading.folded.text[sentence.range.clone()]))
    }

    fn mentions(&self, word: &str) -> bool {
        let word = fold(word, self.bench.data.lists.of(List::NameBeginnings)).text;
        self.reading.folded.text.contains(word.trim())
    }
}

/// Codes of findings on what the law asks: the API promises them, so they are no data.
const LAW_CODES: [(Requirement, &str); 23] = [
    (Requirement::LanguageReasons, "law-language-reasons"),
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

/// The code of a finding on something that the law asks.
pub(super) fn law_code(requirement: Requirement) -> &'static str {
    LAW_CODES.iter().find(|(known, _)| *known == requirement).map_or("law-missing", |(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_requirement_has_a_code_of_its_own_but_pay() {
        for requirement in Requirement::ALL {
            let codes: Vec<&str> =
                LAW_CODES.iter().filter(|(known, _)| known == requirement).map(|(_, code)| *code).collect();
            assert_eq!(codes.len(), 1, "{requirement}");
        }
        let mut codes: Vec<&str> = LAW_CODES.iter().map(|(_, code)| *code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), LAW_CODES.len() - 1, "only the two kinds of pay share one");
    }
}

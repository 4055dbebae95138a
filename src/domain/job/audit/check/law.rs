//! What the law of the place requires of an ad, and whether the ad says it.

use super::super::answer::{Finding, PayView};
use super::Checks;
use crate::domain::job::fold::fold;
use crate::domain::job::law::{Binds, Law, LawStatus, Requirement, Where};
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::List;
use crate::domain::job::wording::Severity;
use crate::domain::pay::figure::Period;
use crate::domain::text::Lang;
use crate::domain::vocab::Grade;

impl<'c> Checks<'_, 'c> {
    /// What the law of the place requires.
    pub(in super::super) fn law(&mut self, laws: &[&'c Law], place: &Where<'_>, pay: &PayView<'_>) {
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
                        && law.members.is_empty()
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
                if (stated.high() - stated.low()) * times > *spread as f64 {
                    let most = self.bench.market.money(*spread, currency);
                    let (why, suggestion) = (
                        self.say(
                            "law-spread",
                            &[("most", &most), ("law", law.name.get(self.bench.market.lang))],
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
            sources: self.sources(&law.sources),
        }
    }

    fn legal(&mut self, law: &'c Law, requirement: Requirement, severity: Severity, perhaps: bool) {
        let lang = self.bench.market.lang;
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
        let finding = self.finding(law_code(requirement), severity, why, suggestion, law);
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
            Requirement::DatePosted => cue(&[Cue::DatePosted]),
            Requirement::CompanyPresentation => part(&[Part::Company]) || cue(&[Cue::CompanyTalk]),
            Requirement::Missions => !scope.passages.is_empty() || part(&[Part::Tasks]),
            Requirement::ContractType => cue(&[Cue::Contract]),
            Requirement::Profile => part(&[Part::Profile]) || cue(&[Cue::Diploma]),
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

    fn mentions(&self, word: &str) -> bool {
        let word = fold(word, self.bench.data.lists.of(List::NameBeginnings)).text;
        self.reading.folded.text.contains(word.trim())
    }
}

/// Codes of findings on what the law asks: the API promises them, so they are no data.
const LAW_CODES: [(Requirement, &str); 22] = [
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

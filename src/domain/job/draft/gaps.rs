//! What a brief leaves open, visible in the document too.

use super::{AdDraft, Gap, JobDescription};
use crate::domain::job::brief::{Brief, BriefPay};
use crate::domain::job::fold::fold;
use crate::domain::job::law::{Binds, Law, Requirement, Where};
use crate::domain::job::lists::List;
use crate::domain::job::terms::Contract;
use crate::domain::message::{Message, ids};
use crate::domain::pay::figure::Period;
use crate::domain::pay::job::Job;
use crate::domain::pay::minimum::ANNUAL_HOURS;
use crate::domain::rounding::to_float;
use crate::domain::text::Lang;

impl<'c> AdDraft<'c> {
    /// A range of pay that is wider than the law of the place permits.
    pub(super) fn too_wide(
        &self,
        draft: &JobDescription<'c>,
        laws: &[&'c Law],
        place: &Where<'_>,
    ) -> Option<Gap<'c>> {
        let pay = draft.pay.as_ref()?;
        let (min, max) = (pay.min?, pay.max?);
        let times = match pay.period {
            Period::Month => f64::from(pay.payments.unwrap_or(12)),
            other => other.per_year(ANNUAL_HOURS),
        };
        let law = laws.iter().find(|law| {
            law.binds(place) != Binds::No
                && law.max_spread.as_ref().is_some_and(|(most, currency)| {
                    *currency == pay.currency && (max.to_float() - min.to_float()) * times > to_float(*most)
                })
        })?;
        Some(Gap {
            code: "pay-spread",
            pointer: "/brief/pay",
            text: self.phrase(ids::GAP_PAY_SPREAD, draft.language),
            required_by: vec![law.id.as_str()],
        })
    }

    /// What is missing, in the order of the document.
    #[expect(clippy::too_many_lines, reason = "one gap after another")]
    pub(super) fn gaps(
        &self,
        draft: &JobDescription<'c>,
        brief: &Brief,
        asked: &[(Requirement, &'c Law)],
        budget_too_small: bool,
        both: bool,
    ) -> Vec<Gap<'c>> {
        let lang = draft.language;
        let mut gaps = Vec::new();
        let mut gap = |missing: bool,
                       code: &'static str,
                       pointer: &'static str,
                       requirements: &[Requirement],
                       always: bool| {
            let mut required_by: Vec<&'c str> = asked
                .iter()
                .filter(|(requirement, _)| requirements.contains(requirement))
                .map(|(_, law)| law.id.as_str())
                .collect();
            required_by.dedup();
            if missing && (always || !required_by.is_empty()) {
                gaps.push(Gap { code, pointer, text: self.phrase(gap_phrase(code), lang), required_by });
            }
        };
        gap(
            draft.company.name.is_none() || draft.company.activity.is_none(),
            "company",
            "/brief/company",
            &[Requirement::CompanyPresentation, Requirement::EmployerIdentity],
            true,
        );
        let learning = matches!(draft.contract, Some(Contract::Internship | Contract::Apprenticeship));
        gap(draft.level.is_none() && !learning, "level", "/level", &[], true);
        gap(
            draft.city.is_none() && !draft.fully_remote,
            "place",
            "/brief/place",
            &[Requirement::Location],
            true,
        );
        gap(draft.contract.is_none(), "contract", "/brief/contract", &[Requirement::ContractType], true);
        let ends = matches!(
            draft.contract,
            Some(Contract::FixedTerm | Contract::Apprenticeship | Contract::Internship | Contract::Freelance)
        );
        gap(
            ends && draft.duration_months.is_none(),
            "duration",
            "/brief/duration_months",
            &[Requirement::ContractDuration],
            true,
        );
        gap(draft.hours_per_week.is_none(), "hours", "/brief/hours_per_week", &[], true);
        gap(draft.start_date.is_none(), "start", "/brief/start_date", &[], true);
        let wished = matches!(brief.pay, Some(BriefPay::FromBand(_)));
        let ordinary = matches!(draft.contract, None | Some(Contract::Permanent | Contract::FixedTerm));
        let code = match (wished, ordinary) {
            (true, true) if budget_too_small => "pay-budget-below-law",
            (true, true) => "pay-band-missing",
            (true, false) => "pay-band-no-contract",
            (false, _) => "pay",
        };
        let unpaid = draft.pay.is_none() && draft.apprentice_pay.is_empty();
        gap(unpaid, code, "/brief/pay", &[Requirement::PayRange, Requirement::PayMinimum], true);
        let open = |end: &dyn Fn(&super::DraftPay) -> bool| draft.pay.as_ref().is_some_and(end);
        gap(
            open(&|pay| pay.min.is_none()),
            "pay-open-below",
            "/brief/pay",
            &[Requirement::PayRange, Requirement::PayMinimum],
            false,
        );
        gap(open(&|pay| pay.max.is_none()), "pay-open-above", "/brief/pay", &[Requirement::PayRange], false);
        gap(draft.pays_too_little(), "pay-below-minimum", "/brief/pay", &[], true);
        gap(draft.pays_in_another_currency(), "pay-currency", "/brief/pay/currency", &[], true);
        gap(draft.exceeds_budget(), "pay-above-budget", "/brief/pay", &[], true);
        let learner = draft.contract == Some(Contract::Apprenticeship);
        gap(learner && draft.diploma.is_none(), "diploma", "/brief/diploma", &[], true);
        gap(learner && draft.school.is_none(), "school", "/brief/school", &[], true);
        gap(learner && draft.rhythm.is_none(), "rhythm", "/brief/rhythm", &[], true);
        gap(learner && draft.tutor.is_none(), "tutor", "/brief/tutor", &[], true);
        gap(draft.pay.as_ref().is_some_and(|pay| pay.proposed), "pay-confirm", "/brief/pay", &[], true);
        let employed = !matches!(draft.contract, Some(Contract::Freelance | Contract::Internship));
        gap(
            draft.benefits.is_empty() && employed,
            "benefits",
            "/brief/benefits",
            &[Requirement::Benefits],
            true,
        );
        gap(
            draft.other_compensation.is_none(),
            "other-compensation",
            "/brief/other_compensation",
            &[Requirement::OtherCompensation],
            false,
        );
        gap(
            draft.collective_agreement.is_none(),
            "collective-agreement",
            "/brief/collective_agreement",
            &[Requirement::CollectiveAgreement],
            false,
        );
        gap(
            draft.pays_more.is_none(),
            "willingness-to-pay-more",
            "/brief/pays_more",
            &[Requirement::WillingnessToPayMore],
            false,
        );
        gap(draft.reports_to.is_none(), "reports-to", "/brief/reports_to", &[], true);
        gap(
            draft.platforms.is_empty() && draft.role != Job::ContentManager,
            "platforms",
            "/brief/platforms",
            &[],
            true,
        );
        gap(draft.tools.is_empty(), "tools", "/brief/tools", &[], true);
        gap(draft.process.is_empty(), "process", "/brief/process", &[], true);
        gap(
            draft.closing_date.is_none(),
            "closing-date",
            "/brief/closing_date",
            &[Requirement::ClosingDate],
            true,
        );
        gap(draft.contact.is_none(), "contact", "/brief/contact", &[Requirement::HowToApply], true);
        gap(
            draft.date_posted.is_none(),
            "date-posted",
            "/brief/date_posted",
            &[Requirement::DatePosted],
            false,
        );
        gap(draft.ai_screening.is_none(), "ai-use", "/brief/ai_screening", &[Requirement::AiUse], false);
        gap(
            draft.existing_vacancy.is_none(),
            "vacancy-status",
            "/brief/existing_vacancy",
            &[Requirement::VacancyStatus],
            false,
        );
        let names = draft.languages.iter().map(|item| fold(&item.language, &[]).text);
        let other = names.into_iter().any(|name| self.data.lists.any_word(List::LanguagesButFrench, &name));
        gap(other, "language-reasons", "/brief/languages", &[Requirement::LanguageReasons], false);
        gap(
            lang != Lang::Fr && !both,
            "employment-language-fr",
            "/language",
            &[Requirement::EmploymentLanguageFr],
            false,
        );
        gaps
    }
}

/// The sentence that names a gap.
#[must_use]
pub fn gap_phrase(code: &str) -> Message {
    GAPS.iter().find(|(known, _)| *known == code).map_or(ids::GAP_COMPANY, |(_, phrase)| *phrase)
}

/// Codes of gaps and the sentences that name them: the API promises the codes, so they are no data.
const GAPS: [(&str, Message); 37] = [
    ("pay-currency", ids::GAP_PAY_CURRENCY),
    ("pay-above-budget", ids::GAP_PAY_ABOVE_BUDGET),
    ("pay-budget-below-law", ids::PAY_BUDGET_BELOW_LAW),
    ("pay-open-below", ids::GAP_PAY_OPEN_BELOW),
    ("pay-open-above", ids::GAP_PAY_OPEN_ABOVE),
    ("pay-below-minimum", ids::GAP_PAY_BELOW_MINIMUM),
    ("diploma", ids::GAP_DIPLOMA),
    ("school", ids::GAP_SCHOOL),
    ("rhythm", ids::GAP_RHYTHM),
    ("tutor", ids::GAP_TUTOR),
    ("pay-spread", ids::GAP_PAY_SPREAD),
    ("pay-band-missing", ids::PAY_BAND_MISSING),
    ("pay-band-no-contract", ids::PAY_BAND_NO_CONTRACT),
    ("company", ids::GAP_COMPANY),
    ("level", ids::GAP_LEVEL),
    ("place", ids::GAP_PLACE),
    ("contract", ids::GAP_CONTRACT),
    ("duration", ids::GAP_DURATION),
    ("hours", ids::GAP_HOURS),
    ("start", ids::GAP_START),
    ("pay", ids::GAP_PAY),
    ("pay-confirm", ids::GAP_PAY_CONFIRM),
    ("benefits", ids::GAP_BENEFITS),
    ("other-compensation", ids::GAP_OTHER_COMPENSATION),
    ("collective-agreement", ids::GAP_COLLECTIVE_AGREEMENT),
    ("willingness-to-pay-more", ids::GAP_WILLINGNESS_TO_PAY_MORE),
    ("reports-to", ids::GAP_REPORTS_TO),
    ("platforms", ids::GAP_PLATFORMS),
    ("tools", ids::GAP_TOOLS),
    ("process", ids::GAP_PROCESS),
    ("closing-date", ids::GAP_CLOSING_DATE),
    ("contact", ids::GAP_CONTACT),
    ("date-posted", ids::GAP_DATE_POSTED),
    ("ai-use", ids::GAP_AI_USE),
    ("vacancy-status", ids::GAP_VACANCY_STATUS),
    ("language-reasons", ids::GAP_LANGUAGE_REASONS),
    ("employment-language-fr", ids::GAP_EMPLOYMENT_LANGUAGE_FR),
];

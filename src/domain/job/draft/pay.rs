//! Title and pay of a draft, in words.

use super::{AdDraft, DraftPay};
use crate::domain::job::brief::{BriefPay, DraftQuestion, GivenPay};
use crate::domain::job::terms::Contract;
use crate::domain::locale;
use crate::domain::pay::figure::Period;
use crate::domain::pay::request::BandRequest;
use crate::domain::text::Lang;

impl AdDraft<'_> {
    /// Pay that the brief gives, or that the market band proposes.
    pub(super) fn pay(&self, question: &DraftQuestion) -> Option<DraftPay> {
        let lang = question.language;
        match question.brief.pay.as_ref()? {
            BriefPay::Given(given) => Some(DraftPay {
                text: self.pay_text(given, question.brief.contract, lang),
                min: given.min,
                max: given.max,
                currency: given.currency.clone(),
                period: given.period,
                payments: given.payments,
                proposed: false,
                grade: None,
                note: None,
            }),
            BriefPay::FromBand(_) => {
                let place = question.brief.place.clone()?;
                if !matches!(question.brief.contract, None | Some(Contract::Permanent | Contract::FixedTerm))
                {
                    return None;
                }
                let asked = BandRequest::new(question.role, question.level, place);
                let (band, confidence) = self.market.market(&asked);
                let band = band?;
                let given = GivenPay {
                    min: band.p25,
                    max: band.p75,
                    currency: band.currency.to_owned(),
                    period: Period::Year,
                    payments: None,
                };
                let grade = self.data.phrases.say(&format!("grade-{}", confidence.grade), lang, &[]);
                Some(DraftPay {
                    text: self.pay_text(&given, question.brief.contract, lang),
                    min: given.min,
                    max: given.max,
                    currency: given.currency,
                    period: Period::Year,
                    payments: None,
                    proposed: true,
                    grade: Some(confidence.grade),
                    note: Some(self.data.phrases.say("pay-from-band", lang, &[("grade", &grade)])),
                })
            }
        }
    }

    /// The title as published, and the same without marks that address everybody.
    pub(super) fn title(&self, question: &DraftQuestion, country: Option<&str>) -> (String, String) {
        let phrases = &self.data.phrases;
        let say = |id: &str, title: &str| phrases.say(id, question.language, &[("title", title)]);
        let name = say(&format!("draft-title-{}", question.role.id()), "");
        let contract = question.brief.contract.map(|contract| format!("draft-title-{}", contract.id()));
        let plain = contract.filter(|id| phrases.has(id)).map_or_else(|| name.clone(), |id| say(&id, &name));
        // A country may write the marks otherwise than its language does.
        let own = country.map(|code| format!("draft-title-marked-{code}")).filter(|id| phrases.has(id));
        (say(own.as_deref().unwrap_or("draft-title-marked"), &plain), plain)
    }

    /// `30 000 à 36 000 € brut par an`.
    fn pay_text(&self, pay: &GivenPay, contract: Option<Contract>, lang: Lang) -> String {
        let high = locale::money(pay.max.into(), &pay.currency, lang);
        let unit = self.phrase(
            match pay.period {
                Period::Year => "unit-year",
                Period::Month => "unit-month",
                Period::HalfMonth => "unit-half-month",
                Period::TwoWeeks => "unit-two-weeks",
                Period::Week => "unit-week",
                Period::Day => "unit-day",
                Period::Hour => "unit-hour",
            },
            lang,
        );
        let number = |amount: u64| locale::number(amount.into(), lang);
        let least = locale::money(pay.min.into(), &pay.currency, lang);
        let (min, max) = (number(pay.min), number(pay.max));
        let say = |id: &str, places: &[(&str, &str)]| self.data.phrases.say(id, lang, places);
        let range = if pay.min == pay.max {
            high
        } else {
            let places = [("min", &*min), ("max", &*max), ("least", &*least), ("most", &*high)];
            say("draft-pay-range", &places)
        };
        let times = pay.payments.map(|n| n.to_string());
        let places = [("range", &*range), ("unit", unit), ("n", times.as_deref().unwrap_or(""))];
        // A freelancer sends an invoice; nobody deducts anything from it.
        let sentence = match (contract, &times) {
            (Some(Contract::Freelance), _) => "draft-pay-invoice",
            (_, Some(_)) => "draft-pay-payments",
            (_, None) => "draft-pay-gross",
        };
        say(sentence, &places)
    }
}

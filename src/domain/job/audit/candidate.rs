//! What an audit tells a candidate: what the pay means, how to negotiate, what to ask.

use super::answer::{AskAbout, ForCandidate, OtherJob, PayView, SectionView};
use super::described::Described;
use super::pay::PayState;
use super::{AdAudit, Audit};
use crate::domain::job::law::{Binds, Law, Prohibition, Reach, Requirement};
use crate::domain::message::{self, Message, filled, ids};
use crate::domain::pay::answer::{Position, Said};

/// Lowest share of another profession's work that is worth a word about priorities, in percent.
const OTHER_JOB: u32 = 10;

impl<'c> AdAudit<'c> {
    /// Advice for a candidate.
    pub(super) fn for_candidate(
        &self,
        audit: &Audit<'c>,
        laws: &[&'c Law],
        reach: &Reach<'_>,
    ) -> ForCandidate<'c> {
        ForCandidate {
            pay: self.what_the_pay_means(&audit.pay, audit.role_described),
            negotiate: self.how_to_negotiate(audit, laws, reach),
            ask: self.what_to_ask(&audit.sections, &audit.pay),
        }
    }

    fn what_the_pay_means(&self, pay: &PayView<'c>, described: Described) -> Vec<Said> {
        let mut said = Vec::new();
        let Some(band) = &pay.market else {
            // The notes on pay say why there is none, where there is a country.
            if pay.notes.is_empty() {
                let unknown = described == Described::Undetermined;
                said.push(self.said(if unknown { ids::CAND_NO_JOB } else { ids::CAND_NO_BAND }));
            }
            return said;
        };
        let money = |amount: u64| self.market.money(amount, band.currency);
        let month = |amount: u64| money(amount / 12);
        let (p25, p50, p75) = (money(band.p25), money(band.p50), money(band.p75));
        let (low, middle, high) = (month(band.p25), month(band.p50), month(band.p75));
        let places = [
            ("p25", p25.as_str()),
            ("p50", &p50),
            ("p75", &p75),
            ("m25", &low),
            ("m50", &middle),
            ("m75", &high),
        ];
        said.push(self.said(filled(ids::CAND_BAND, &places)));
        let top = pay.high.as_ref().or(pay.low.as_ref());
        match (pay.low.as_ref().and_then(|low| low.position), top.and_then(|top| top.position)) {
            (_, Some(Position::Below)) => said.push(self.said(filled(ids::CAND_BELOW, &places))),
            (Some(Position::Above), _) => said.push(self.said(filled(ids::CAND_ABOVE, &places))),
            (Some(_), Some(_)) => said.push(self.said(filled(ids::CAND_WITHIN, &places))),
            _ => {}
        }
        said
    }

    fn how_to_negotiate(&self, audit: &Audit<'c>, laws: &[&'c Law], reach: &Reach<'_>) -> Vec<Said> {
        let pay = &audit.pay;
        let mut said = Vec::new();
        if let Some(band) = &pay.market {
            let money = |amount: u64| self.market.money(amount, band.currency);
            let places = [("p50", money(band.p50)), ("p75", money(band.p75))];
            let places = places.each_ref().map(|(name, value)| (*name, value.as_str()));
            let top = pay.high.as_ref().or(pay.low.as_ref());
            match top.filter(|top| top.annual.amount > band.p50) {
                // What the ad offers is for the hours that it offers.
                Some(top) => {
                    let high = top.paid.to_text(self.lang());
                    said.push(self.said(message::said!(CAND_AIM_STATED, high = &high)));
                }
                None => said.push(self.said(filled(ids::CAND_AIM, &places))),
            }
        }
        let binding = || laws.iter().filter(|law| reach.binds(law) == Binds::Yes);
        let named = |law: &&'c Law| law.name.get(self.lang());
        if pay.state != PayState::Parsed
            && let Some(law) = binding().find(|law| law.requires.contains(&Requirement::PayRange))
        {
            said.push(self.said(message::said!(CAND_RANGE_IS_DUE, law = named(law))));
        }
        if let Some(law) = binding().find(|law| law.prohibits.contains(&Prohibition::PayHistory)) {
            said.push(self.said(message::said!(CAND_NO_HISTORY, law = named(law))));
        }
        let more: Vec<&str> = audit
            .other_jobs
            .iter()
            .filter(|job: &&OtherJob<'_>| job.percent >= OTHER_JOB)
            .map(|job| job.name.as_str())
            .collect();
        if !more.is_empty() {
            said.push(self.said(message::said!(CAND_SEVERAL_JOBS, names = &more.join(", "))));
        }
        said
    }

    /// A question for each thing that the ad does not say.
    fn what_to_ask(&self, sections: &[SectionView<'c>], pay: &PayView<'_>) -> Vec<AskAbout<'c>> {
        let unsaid = sections
            .iter()
            .filter(|section| !section.present || section.id == "pay" && pay.state != PayState::Parsed);
        let about = |section: &SectionView<'c>| {
            let id = format!("ask-{}", section.id);
            Message::find(&id).map(|message| AskAbout {
                id: section.id,
                name: section.name,
                question: self.say(message),
            })
        };
        unsaid.filter_map(about).collect()
    }
}

//! An audit in a few sentences: the job, its title, its pay.

use super::answer::{OtherJob, PayView};
use super::described::Described;
use super::pay::{Instead, PayState};
use super::{AdAudit, Reading, scope};
use crate::domain::message::{self, ids};

impl AdAudit<'_> {
    /// What the job is, and where.
    pub(super) fn job_in_words(&self, reading: &Reading<'_>, others: &[OtherJob<'_>]) -> String {
        let scope = &reading.scope;
        let mut parts = Vec::new();
        let mut place_read = None;
        let role = self.say(match scope.described {
            Described::CommunityManager => ids::SUM_CM,
            Described::SocialMediaManager => ids::SUM_SMM,
            Described::Both => ids::SUM_BOTH,
            Described::ContentManager => ids::SUM_CONTENT,
            Described::Other => ids::SUM_OTHER,
            Described::Undetermined if reading.unread => ids::SUM_LANGUAGE,
            Described::Undetermined => ids::SUM_NO_TASKS,
        });
        parts.push(role);
        if reading.question.place.is_none()
            && let Some(place) = &reading.place
            && let Some(found) = reading.locations.0.first()
        {
            let country = self.data.places.name(&place.country, self.lang());
            let title = || scope.title.as_ref().map_or(String::new(), |title| title.text.clone());
            let words =
                found.range.as_ref().map_or_else(title, |range| reading.excerpt(range.start, range.end).text);
            place_read = Some(self.say(message::said!(SUM_PLACE, country = country, words = &words)));
        }
        if scope.described == Described::Other
            && let Some(first) = others.first()
        {
            parts.push(self.say(message::said!(SUM_MOSTLY, name = &first.name)));
        }
        let told = scope.described != Described::Undetermined;
        let several: Vec<&str> =
            others.iter().filter(|job| job.percent >= 8).map(|job| job.name.as_str()).collect();
        if told && scope.described != Described::Other && !several.is_empty() {
            parts.push(self.say(message::said!(SUM_ALSO, names = &several.join(", "))));
        }
        parts.extend(place_read);
        parts.join(" ")
    }

    /// Whether the title says otherwise; nothing where it does not.
    pub(super) fn title_in_words(&self, reading: &Reading<'_>) -> String {
        let scope = &reading.scope;
        let title = scope.title.as_ref().and_then(scope::TitleReading::role);
        let told = scope.described != Described::Undetermined;
        let otherwise = told && title.is_some_and(|title| title != scope.described);
        if otherwise { self.say(ids::SUM_TITLE) } else { String::new() }
    }

    /// What of its pay: what the ad does not say, and what the market pays.
    pub(super) fn pay_in_words(&self, reading: &Reading<'_>, pay: &PayView<'_>) -> String {
        let mut parts = Vec::new();
        parts.extend(match (pay.state, pay.instead) {
            (PayState::Parsed, _) => None,
            (PayState::Ambiguous, _) => Some(self.say(ids::SUM_AMBIGUOUS_PAY)),
            (PayState::Named, _) => Some(self.say(ids::SUM_NAMED_PAY)),
            (_, Some(Instead::Vague)) => Some(self.say(ids::SUM_VAGUE_PAY)),
            (_, Some(Instead::Unpaid)) => Some(self.say(ids::SUM_UNPAID)),
            (_, Some(Instead::Equity | Instead::Commission)) => Some(self.say(ids::SUM_REFUSED_PAY)),
            (_, None) if reading.unread => None,
            (_, None) => Some(self.say(ids::SUM_NO_PAY)),
        });
        if let Some(band) = &pay.market {
            let money = |amount: u64| self.market.money(amount, band.currency);
            parts.push(self.say(message::said!(
                SUM_PAY,
                p25 = &money(band.p25),
                p50 = &money(band.p50),
                p75 = &money(band.p75)
            )));
        }
        parts.join(" ")
    }
}

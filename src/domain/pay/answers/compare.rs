//! Pay of roles side by side.

use super::PayAnswers;
use crate::domain::cite::DisagreementView;
use crate::domain::decide::explain::disagreement;
use crate::domain::decide::rule::Scope;
use crate::domain::message::ids;
use crate::domain::pay::answer::{Component, LevelComparison, PayComparison};
use crate::domain::pay::job::Job;
use crate::domain::pay::ladder::Seniority;
use crate::domain::pay::market::Market;
use crate::domain::pay::place::Place;
use crate::domain::rounding::{tenths, to_float};
use crate::domain::vocab::{Level, Role};

impl<'c> PayAnswers<'c> {
    /// The bands of some roles, level by level, with the gap between the first two.
    #[must_use]
    pub fn compare(&self, roles: &[Role], place: &Place) -> PayComparison<'c> {
        let (country, region) = (place.country.as_str(), place.region.as_deref());
        let market = |level| Market::new(Job::CommunityManager, Seniority::new(level, None), place.site());
        let levels = Level::ALL.iter().copied().map(Some).chain([None]).map(|level| {
            let bands: Vec<Component> =
                roles.iter().map(|role| self.component(*role, market(level))).collect();
            let median = |at: usize| bands.get(at).and_then(|item| item.band).map(|band| band.p50);
            let gap_percent = median(0)
                .zip(median(1))
                .map(|(first, second)| tenths(100.0 * (to_float(second) / to_float(first) - 1.0)));
            LevelComparison { level, bands, gap_percent }
        });
        let held = Market { city: place.city.as_deref(), ..market(None) };
        PayComparison {
            holds_for: self.holds_for(held),
            country: country.to_owned(),
            region: region.map(str::to_owned),
            levels: levels.collect(),
            note: self.say(ids::COMPARE_NOTE),
            disagreements: self.pay_disagreements(country),
            legal_minimum: self.minimum(country, region).map(|item| self.legal_minimum(item)),
        }
    }

    /// Where sources disagree on pay in general, or in the country.
    fn pay_disagreements(&self, country: &str) -> Vec<DisagreementView<'c>> {
        let there = |code: &String| code == country;
        let about_pay = self
            .decide
            .disagreements
            .iter()
            .filter(|item| item.scope == Scope::Pay && item.country.as_ref().is_none_or(there));
        about_pay.map(|item| disagreement(item, self.lang)).collect()
    }

    /// The sources behind the bands of some roles.
    #[must_use]
    pub fn compared_sources(&self, roles: &[Role], place: &Place) -> Vec<&'c str> {
        let mut cited = Vec::new();
        for role in roles {
            let found = self.find(Market::new((*role).into(), Seniority::All, place.site()));
            cited.extend(self.evidence_sources(&found, None));
        }
        cited.extend(self.minimum(&place.country, place.region.as_deref()).map(|item| item.source.as_str()));
        cited
    }
}

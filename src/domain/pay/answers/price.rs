//! What the positions of a recommendation are paid, and what they cost.

use super::{PayAnswers, band_href};
use crate::domain::decide::answer::PositionView;
use crate::domain::decide::team::PART_TIME_BELOW;
use crate::domain::iso::Region;
use crate::domain::message::{filled, ids, said};
use crate::domain::pay::answer::{CostRange, PaySummary, PositionPay, Said};
use crate::domain::pay::band::three_digits;
use crate::domain::pay::cost::{EmployerKind, Side};
use crate::domain::pay::country::CostModel;
use crate::domain::pay::job::Job;
use crate::domain::pay::ladder::Seniority;
use crate::domain::pay::market::Market;
use crate::domain::pay::place::{Place, Site};
use crate::domain::pay::request::{BandRequest, CostRequest};
use crate::domain::profile::Profile;
use crate::domain::rounding::{to_float, whole};
use crate::domain::vocab::Level;

/// The job of a position: its role, or both in one person.
pub(super) fn job(position: &PositionView) -> Job {
    match position.roles.as_slice() {
        [one] => (*one).into(),
        _ => Job::Hybrid,
    }
}

/// Where the company is; none without a country.
fn place(profile: &Profile) -> Option<Place> {
    Some(Place {
        country: profile.country?.code().to_owned(),
        region: profile.region.map(|region| region.code().to_owned()),
        city: None,
        area: None,
    })
}

/// The band of a position of this company.
fn asked(profile: &Profile, job: Job, level: Level) -> Option<BandRequest> {
    Some(BandRequest::new(job, Some(level), place(profile)?))
}

pub(super) fn market(profile: &Profile, job: Job, level: Level) -> Option<Market<'static>> {
    let site = Site::new(profile.country?.code(), profile.region.map(Region::code));
    Some(Market::new(job, Seniority::Level(level), site))
}

impl<'c> PayAnswers<'c> {
    /// Whose cost a position of this company is; `fte` is its share of full time.
    pub(super) fn request(profile: &Profile, job: Job, level: Level, fte: f64) -> Option<CostRequest> {
        Some(CostRequest {
            gross: Some(1.0),
            fte,
            headcount: profile.employees,
            role: Some(job),
            level: Some(level),
            agreement: profile.agreement,
            ..CostRequest::of(place(profile)?)
        })
    }

    /// Low, middle and high cost of a post that is `percent` of full time.
    pub(super) fn cost_range(
        &self,
        profile: &Profile,
        job: Job,
        level: Level,
        percent: u32,
    ) -> Option<CostRange> {
        let (country, region) = (profile.country?.code(), profile.region.map(Region::code));
        let band = self.find(market(profile, job, level)?).band?;
        let share = f64::from(percent) / 100.0;
        let request = Self::request(profile, job, level, share)?;
        // Nobody is hired below the minimum of the company's agreement.
        let agreed = self.agreement(profile.agreement, job, Some(level), country, region);
        let least = agreed.and_then(|agreement| agreement.applicable).map_or(0, |least| least.amount);
        let cost = self
            .cost_of(&request, band.quartiles().map(|pay| whole(to_float(pay.max(least)) * share)))
            .ok()?;
        // No more precise than the band that it comes from.
        let [low, mid, high] = cost.map(|cost| three_digits(to_float(cost)));
        Some(CostRange { low, mid, high, currency: self.currency(country) })
    }

    fn position(&self, profile: &Profile, position: &PositionView) -> Option<PositionPay<'c>> {
        let country = profile.country?.code();
        let region = profile.region.map(Region::code);
        let (job, level) = (job(position), position.level);
        let asked = asked(profile, job, level)?;
        let found = self.find(asked.market());
        let agreement = self.agreement(profile.agreement, job, Some(level), country, region);
        let alerts: Vec<Said> =
            self.above_band(agreement.as_ref(), found.band.as_ref()).into_iter().collect();
        Some(PositionPay {
            role: job,
            level,
            count: position.count,
            band: self.view(&found, country),
            grade: found.grade,
            fte_percent: counted_share(position),
            employer_cost: self.cost_range(profile, job, level, counted_share(position)),
            agreement,
            alerts,
            band_href: band_href(&asked),
        })
    }

    /// Pay and cost of the positions of a recommendation; `None` without a country or without positions.
    #[must_use]
    pub fn price(&self, positions: &[PositionView], profile: &Profile) -> Option<PaySummary<'c>> {
        let country = profile.country?.code();
        let region = profile.region.map(Region::code);
        if positions.is_empty() {
            return None;
        }
        let priced: Vec<PositionPay<'c>> =
            positions.iter().filter_map(|position| self.position(profile, position)).collect();
        let total = priced.iter().try_fold((0, 0, 0), |(low, mid, high), item| {
            let cost = item.employer_cost?;
            let times = |amount: u64| amount * u64::from(item.count);
            Some((low + times(cost.low), mid + times(cost.mid), high + times(cost.high)))
        });
        let book = self.book(country);
        let mut notes: Vec<Said> = book.iter().filter_map(|book| self.provisional(book)).collect();
        let provisional = !notes.is_empty();
        let place = region.unwrap_or(country);
        if priced.iter().any(|item| item.band.is_none()) {
            notes.push(self.said(said!(PAY_NO_BAND, place = place)));
        }
        match &book {
            Err(_) => notes.push(self.said(said!(PAY_NO_COST, place = country))),
            Ok(book) => {
                let part = priced.iter().any(|item| item.fte_percent < 100);
                notes.push(self.said(if part { ids::PAY_NOTE_PART } else { ids::PAY_NOTE }));
                if book.terms.model == CostModel::France {
                    notes.push(self.said(ids::EXECUTIVE_ASSUMED));
                }
                let site = Site::new(country, region);
                let holds = self.holds_for(Market::new(Job::CommunityManager, Seniority::All, site));
                if !holds.as_asked {
                    let places = [("place", &*self.place_name(site)), ("held", &holds.name)];
                    notes.push(self.said(filled(ids::PLACE_UNKNOWN, &places)));
                }
                if let Some(request) = Self::request(profile, Job::CommunityManager, Level::Mid, 1.0) {
                    notes.extend(self.assumptions(&request, book));
                }
                let missing: Vec<&str> = book
                    .parameters
                    .iter()
                    .filter(|item| item.side == Side::Missing && item.regions.is_empty())
                    .filter(|item| item.employer.is_none_or(|kind| kind == EmployerKind::Company))
                    .map(|item| item.label.get(self.lang))
                    .collect();
                if !missing.is_empty() {
                    notes.push(self.said(said!(PAY_MISSING, list = &missing.join(", "))));
                }
            }
        }
        Some(PaySummary {
            country,
            region,
            total: total.map(|(low, mid, high)| CostRange {
                low,
                mid,
                high,
                currency: self.currency(country),
            }),
            positions: priced,
            provisional,
            notes,
        })
    }
}

/// The share of full time at which a position is priced, in percent: its own where it is part time.
pub(super) fn counted_share(position: &PositionView) -> u32 {
    if position.fte_percent < PART_TIME_BELOW { position.fte_percent.max(1) } else { 100 }
}

//! The pay of an ad beside the market: what can be compared, and what the comparison says.

use super::answer::{PayView, StatedView};
use super::described::Described;
use super::pay::Stated;
use super::{AdAudit, Reading};
use crate::domain::message::{self, ids};
use crate::domain::pay::answer::Measured;
use crate::domain::pay::figure::Period;
use crate::domain::pay::job::Job;
use crate::domain::pay::minimum::MinimumWage;
use crate::domain::pay::place::Place;
use crate::domain::pay::request::{BandRequest, OfferQuestion, OfferRequest};
use crate::domain::vocab::Level;

impl<'c> AdAudit<'c> {
    /// The job whose pay is compared; none where the tasks are another profession's.
    pub(super) fn job(described: Described) -> Option<Job> {
        match described {
            Described::CommunityManager => Some(Job::CommunityManager),
            Described::SocialMediaManager => Some(Job::SocialMediaManager),
            Described::Both => Some(Job::Hybrid),
            Described::ContentManager => Some(Job::ContentManager),
            Described::Other | Described::Undetermined => None,
        }
    }

    /// Pay as the ad states it, and as it compares with the market.
    pub(super) fn pay(
        &self,
        reading: &Reading<'_>,
        place: Option<&Place>,
        level: Option<Level>,
        trainee: bool,
    ) -> PayView<'c> {
        let read = &reading.pay;
        let mut notes = Vec::new();
        let stated = read.stated.as_ref().map(view_of);
        let (mut low, mut high) = (None, None);
        let share = place.and_then(|place| self.share_of_full_time(reading, place));
        if let Some(stated) = &read.stated {
            if stated.period_assumed {
                notes.push(self.said(ids::PAY_PERIOD_ASSUMED));
            }
            if stated.pro_rata {
                notes.push(self.said(ids::PAY_PRO_RATA));
            }
            match (Self::job(reading.scope.described), place) {
                _ if trainee => notes.push(self.said(ids::PAY_TRAINEE)),
                _ if stated.period == Period::Day => notes.push(self.said(ids::PAY_DAY_RATE)),
                _ if stated.net => notes.push(self.said(ids::PAY_NET_NOT_COMPARED)),
                (None, _) => notes.push(self.said(ids::PAY_OTHER_JOB)),
                (_, None) => notes.push(self.said(ids::PAY_NO_PLACE)),
                (Some(job), Some(place)) => {
                    let own = self.market.currency(&place.country);
                    if stated.currency.is_none() && own != "XXX" {
                        notes.push(self.said(message::said!(PAY_CURRENCY_ASSUMED, own = own)));
                    }
                    match stated.currency.or(Some(own)) {
                        Some(currency) if currency == own => {
                            let measure = |amount| self.measure(job, level, place, (stated, share), amount);
                            low = Some(measure(stated.low()));
                            if stated.high() > stated.low() {
                                high = Some(measure(stated.high()));
                            }
                            if low.as_ref().is_some_and(|measured| measured.band.is_none()) {
                                notes.push(self.said(ids::PAY_NO_BAND_HERE));
                            }
                        }
                        _ if own == "XXX" => notes.push(self.said(ids::PAY_NO_BAND_HERE)),
                        Some(currency) => {
                            notes.push(self.said(message::said!(
                                PAY_OTHER_CURRENCY,
                                given = currency,
                                own = own
                            )));
                        }
                        None => notes.push(self.said(ids::PAY_NO_CURRENCY)),
                    }
                }
            }
        }
        let at = read.range.as_ref().map(|range| reading.excerpt(range.start, range.end));
        let asked = Self::job(reading.scope.described)
            .zip(place)
            .filter(|_| !trainee)
            .map(|(role, place)| BandRequest::new(role, level, place.clone()));
        let (market, market_confidence) = match &asked {
            Some(asked) => {
                let (band, confidence) = self.market.market(asked);
                (band, Some(confidence))
            }
            None => (None, None),
        };
        PayView {
            state: read.state,
            instead: read.instead,
            place: at,
            stated,
            readings: read.readings.iter().map(view_of).collect(),
            on_target: read.on_target.as_ref().map(view_of),
            bonus: read.bonus.as_ref().map(view_of),
            equity: read.equity.as_ref().map(view_of),
            market,
            market_confidence,
            low,
            high,
            notes,
        }
    }

    /// The share of full time that the ad states anywhere, by the full time of the place: the week over which its minimum
    /// wage is counted, as drafts and offers have it.
    pub(crate) fn share_of_full_time(&self, reading: &Reading<'_>, place: &Place) -> Option<f64> {
        let usual = || f64::from(self.market.decide.work.full_time_hours(Some(&place.country)));
        let minimum = self.market.minimum(&place.country, place.region.as_deref());
        let full = minimum.map_or_else(usual, MinimumWage::week_hours);
        let country = self.market.data.country(&place.country);
        reading.hours.of_full(full, country.and_then(|item| item.overtime_premium))
    }

    fn measure(
        &self,
        job: Job,
        level: Option<Level>,
        place: &Place,
        (stated, share): (&Stated, Option<f64>),
        amount: f64,
    ) -> Measured<'c> {
        let offer = OfferRequest {
            band: BandRequest::new(job, level, place.clone()),
            amount,
            currency: self.market.currency(&place.country).to_owned(),
            period: stated.period,
            rate: None,
            payments: f64::from(stated.payments),
            // An amount in proportion is stated for full time.
            fte: if stated.pro_rata { 1.0 } else { stated.fte.or(share).unwrap_or(1.0) },
            variable: None,
            equity: None,
            benefits: None,
        };
        self.market.offer(&OfferQuestion { offer, against: None }).measured
    }
}

fn view_of(stated: &Stated) -> StatedView {
    let shown =
        |amount: f64| if amount.fract() == 0.0 { format!("{amount:.0}") } else { format!("{amount:.2}") };
    StatedView {
        min: stated.min.map(shown),
        max: stated.max.map(shown),
        currency: stated.currency,
        period: stated.period,
        period_assumed: stated.period_assumed,
        payments: stated.payments,
        fte: stated.fte,
        pro_rata: stated.pro_rata,
        net: stated.net,
    }
}

//! "Where does this offer stand?"

use super::{Desk, whole};
use crate::domain::pay::answer::{
    AgreementView, BandView, Difference, Measured, OfferAssessment, Position, Reading, Said,
};
use crate::domain::pay::band::BandGrade;
use crate::domain::pay::figure::Period;
use crate::domain::pay::minimum::{ANNUAL_HOURS, MinimumWage};
use crate::domain::pay::offer::{
    annual, compa_ratio, hundredths, paid, percentile, position, range_penetration,
};
use crate::domain::pay::request::{OfferQuestion, OfferRequest};
use crate::domain::pay::words::Word;
use crate::domain::vocab::Role;

impl<'c> Desk<'c> {
    /// An offer measured, beside another one where asked.
    #[must_use]
    pub fn offer(&self, question: &OfferQuestion) -> OfferAssessment<'c> {
        let measured = self.measure(&question.offer);
        let against = question.against.as_ref().map(|offer| self.measure(offer));
        let difference = against.as_ref().map(|other| difference(&measured, other));
        let mut cited: Vec<&str> = Vec::new();
        for item in std::iter::once(&measured).chain(&against) {
            let asked = &item.offer.band;
            let role = asked.role.role().unwrap_or(Role::SocialMediaManager);
            let found =
                self.find(role.into(), asked.level, &asked.place.country, asked.place.region.as_deref());
            if let Some(ladder) = &found.ladder {
                let used = &ladder.at(asked.level).used;
                cited
                    .extend(used.iter().map(|used| self.data.observations[used.observation].source.as_str()));
            }
            cited.extend(item.legal_minimum.as_ref().map(|minimum| minimum.source));
            cited.extend(
                item.agreement.iter().flat_map(|agreement| &agreement.levels).map(|level| level.source),
            );
        }
        let meta = self.meta(cited);
        OfferAssessment { measured, against, difference, meta }
    }

    fn measure(&self, offer: &OfferRequest) -> Measured<'c> {
        let asked = &offer.band;
        let (country, region) = (asked.place.country.as_str(), asked.place.region.as_deref());
        let found = self.find(asked.role, asked.level, country, region);
        let minimum = self.minimum(country, region);
        let hours = minimum.map_or(ANNUAL_HOURS, |item| item.annual_hours);
        let yearly = annual(offer, hours);
        let code = offer.currency.as_str();
        let band = found.band.as_ref().map(|band| self.view(band, country));
        let agreement = self.agreement(asked.agreement, asked.role, asked.level, country, region);
        let meets = minimum.map(|item| yearly >= item.annual().floor());
        let alerts = self.offer_alerts(offer, yearly, band.as_ref(), minimum, agreement.as_ref());
        let mut notes = Vec::new();
        match offer.period {
            Period::Hour => notes.push(self.said(Word::HoursNote, &[("n", &self.number(hours, 0))])),
            Period::Day => notes.push(self.said(Word::DayNote, &[])),
            _ => {}
        }
        if offer.variable.is_some() {
            notes.push(self.said(Word::VariableNote, &[]));
        }
        if found.grade == BandGrade::Low {
            notes.push(self.said(Word::ReadWithCare, &[]));
        }
        let lead = asked.role.role().unwrap_or(Role::SocialMediaManager);
        notes.extend(self.fallbacks(&found, lead, asked.level, country, region));
        let amount = whole(yearly);
        let mut href = format!("/v1/salary-bands?role={}&country={country}", asked.role);
        if let Some(level) = asked.level {
            href += &format!("&level={level}");
        }
        if let Some(region) = region {
            href += &format!("&region={region}");
        }
        Measured {
            offer: offer.clone(),
            alerts,
            annual: self.amount(yearly, code),
            annual_with_variable: offer
                .variable
                .map(|variable| self.amount(yearly + variable / offer.fte, code)),
            paid: self.amount(paid(offer, hours), code),
            percentile: band.as_ref().map(|band| percentile(band, yearly)),
            compa_ratio: band.as_ref().map(|band| compa_ratio(band, yearly)),
            range_penetration: band.as_ref().and_then(|band| range_penetration(band, yearly)),
            position: band.as_ref().map(|band| position(band, amount)),
            reading: self.reading(band.as_ref(), yearly, amount),
            confidence: self.confidence(&found),
            legal_minimum: minimum.map(|item| self.legal_minimum(item)),
            meets_legal_minimum: meets,
            band,
            agreement,
            notes,
            band_href: href,
        }
    }

    fn offer_alerts(
        &self,
        offer: &OfferRequest,
        yearly: f64,
        band: Option<&BandView>,
        minimum: Option<&MinimumWage>,
        agreement: Option<&AgreementView<'c>>,
    ) -> Vec<Said> {
        let code = offer.currency.as_str();
        let shown = |amount: f64| self.money(whole(amount), code);
        let mut alerts = Vec::new();
        let least = minimum.map(MinimumWage::annual);
        let reference = least.or(band.map(|band| to_float(band.p25)));
        let too_high = band.is_some_and(|band| yearly > 4.0 * to_float(band.p50));
        if offer.period == Period::Year && reference.is_some_and(|reference| yearly < reference / 4.0) {
            alerts.push(self.said(Word::LooksMonthly, &[]));
        } else if offer.period == Period::Month && too_high {
            alerts.push(self.said(Word::LooksYearly, &[]));
        } else if too_high {
            alerts.push(self.said(Word::LooksTooHigh, &[]));
        }
        if let Some(least) = least.filter(|least| yearly < least.floor()) {
            let amounts = [("given", &*shown(yearly)), ("amount", &shown(least))];
            alerts.push(self.said(Word::BelowLegalMinimum, &amounts));
        }
        alerts.extend(self.below_agreement(agreement, yearly));
        alerts
    }

    /// The alert when pay lies below the least of an agreement.
    pub(super) fn below_agreement(&self, agreement: Option<&AgreementView<'c>>, yearly: f64) -> Option<Said> {
        let agreement = agreement?;
        agreement.applicable?;
        let lowest = agreement.levels.first()?;
        let least = lowest.annual;
        (whole(yearly) < least.amount).then(|| {
            let places = [
                ("idcc", &*agreement.idcc.to_string()),
                ("given", &self.money(whole(yearly), least.currency.code())),
                ("amount", &self.money(least.amount, least.currency.code())),
                ("level", lowest.level),
            ];
            self.said(Word::BelowAgreement, &places)
        })
    }

    fn reading(&self, band: Option<&BandView>, yearly: f64, amount: u64) -> Reading {
        let Some(band) = band else {
            let text = self.say(Word::NoComparison, &[]);
            return Reading { candidate: text.clone(), employer: text };
        };
        let rank = percentile(band, yearly).to_string();
        let [p25, p50, p75] = [band.p25, band.p50, band.p75].map(|amount| self.money(amount, band.currency));
        let (candidate, employer, reference) = match position(band, amount) {
            Position::Below => (Word::CandidateBelow, Word::EmployerBelow, &p25),
            Position::Within if amount < band.p50 => {
                (Word::CandidateWithinLow, Word::EmployerWithinLow, &p50)
            }
            Position::Within => (Word::CandidateWithinHigh, Word::EmployerWithinHigh, &p50),
            Position::Above => (Word::CandidateAbove, Word::EmployerAbove, &p75),
        };
        Reading {
            candidate: self.say(candidate, &[("n", &rank), ("amount", &p50)]),
            employer: self.say(employer, &[("amount", reference)]),
        }
    }
}

fn difference(first: &Measured<'_>, other: &Measured<'_>) -> Difference {
    let same = first.annual.currency == other.annual.currency;
    let amount = |money: crate::domain::money::Money| i64::try_from(money.amount).unwrap_or(i64::MAX);
    let annual = same.then(|| amount(other.annual) - amount(first.annual));
    let percent = annual.filter(|_| first.annual.amount > 0).map(|difference| {
        #[expect(clippy::cast_precision_loss, reason = "pay is far below 2^52")]
        let ratio = difference as f64 / first.annual.amount as f64;
        hundredths(100.0 * ratio)
    });
    let rank = |item: &Measured<'_>| item.percentile.and_then(|rank| i32::try_from(rank).ok());
    let percentile_points = rank(first).zip(rank(other)).map(|(first, other)| other - first);
    Difference { annual, percent, percentile_points }
}

#[expect(clippy::cast_precision_loss, reason = "pay is far below 2^52")]
const fn to_float(amount: u64) -> f64 {
    amount as f64
}

//! "Where does this offer stand?"

use super::{Found, PayAnswers, band_href};
use crate::domain::locale;
use crate::domain::message::{Message, filled, ids, said};
use crate::domain::next::Outline;
use crate::domain::pay::answer::{
    AgreementView, Aim, BandView, Difference, Distance, Interval, Measured, OfferAssessment, Package,
    PercentileRange, Position, Reading, Said,
};
use crate::domain::pay::figure::Period;
use crate::domain::pay::grade::BandGrade;
use crate::domain::pay::market::Market;
use crate::domain::pay::minimum::{ANNUAL_HOURS, MinimumWage, falls_short};
use crate::domain::pay::offer::{
    annual, compa_ratio, paid, percentile, percentiles, position, range_penetration,
};
use crate::domain::pay::request::{OfferQuestion, OfferRequest};
use crate::domain::pay::select::Used;
use crate::domain::rounding::{tenths, to_float, whole};
use crate::domain::vocab::Level;

/// Times the legal minimum from which pay is probably mistyped where no band is known. By judgement: it is several times
/// what the best paid of these jobs earn, so that nothing real is asked back.
const TOO_HIGH: f64 = 12.0;
/// The same for a beginner.
const JUNIOR_TOO_HIGH: f64 = 8.0;

/// Alerts after which nothing else matters: pay below what law or agreement ask for.
pub(super) const UNLAWFUL: [Message; 3] =
    [ids::BELOW_LEGAL_MINIMUM, ids::BELOW_MONTHLY_MINIMUM, ids::BELOW_AGREEMENT];

/// Alerts after which an amount has no place in the market.
pub(super) const DOUBTS: [Message; 5] =
    [ids::LOOKS_MONTHLY, ids::LOOKS_YEARLY, ids::LOOKS_TOO_LOW, ids::LOOKS_TOO_HIGH, ids::LOOKS_FAR];

impl<'c> PayAnswers<'c> {
    /// An offer measured, beside another one where asked.
    #[must_use]
    pub fn offer(&self, question: &OfferQuestion) -> OfferAssessment<'c> {
        let measured = self.measure(&question.offer);
        let against = question.against.as_ref().map(|offer| self.measure(offer));
        let difference = against.as_ref().map(|other| difference(&measured, other));
        let mut cited: Vec<&str> = Vec::new();
        for item in std::iter::once(&measured).chain(&against) {
            let market = item.offer.band.market();
            cited.extend(self.evidence_sources(&self.find(market), market.seniority.level()));
            cited.extend(item.legal_minimum.as_ref().map(|minimum| minimum.source));
            cited.extend(
                item.agreement.iter().flat_map(|agreement| &agreement.levels).map(|level| level.source),
            );
        }
        let meta = self.meta(cited);
        let mut answer = OfferAssessment { outline: Outline::default(), measured, against, difference, meta };
        answer.outline = self.outline_of_offer(&answer);
        answer
    }

    /// The market band of a question, and how far it can be relied on.
    #[must_use]
    pub fn market(
        &self,
        asked: &crate::domain::pay::request::BandRequest,
    ) -> (Option<BandView>, crate::domain::pay::answer::BandConfidence) {
        let found = self.find(asked.market());
        (self.view(&found, &asked.place.country), self.confidence(&found))
    }

    /// The sources on which the band of a question rests, and its legal minimum.
    #[must_use]
    pub fn offer_sources(
        &self,
        asked: &crate::domain::pay::request::BandRequest,
    ) -> Vec<crate::domain::cite::SourceRef<'c>> {
        let market = asked.market();
        let (country, region) = (market.site.country, market.site.region);
        let found = self.find(market);
        let mut cited: Vec<&str> = self.evidence_sources(&found, market.seniority.level()).collect();
        cited.extend(self.minimum(country, region).map(|minimum| minimum.source.as_str()));
        self.meta(cited).sources
    }

    fn measure(&self, offer: &OfferRequest) -> Measured<'c> {
        let asked = &offer.band;
        let market = asked.market();
        let (country, region) = (market.site.country, market.site.region);
        let found = self.find(market);
        let minimum = self.minimum(country, region);
        let hours = minimum.map_or(ANNUAL_HOURS, |item| item.annual_hours);
        // What is compared is in the currency of the country, at the rate that was given.
        let rate = offer.rate.unwrap_or(1.0);
        let yearly = annual(offer, hours) * rate;
        let code = if offer.rate.is_some() { self.currency(country) } else { offer.currency.as_str() };
        let band = self.view(&found, country);
        let agreement = self.agreement(asked.agreement, asked.role, asked.level, country, region);
        let checked = guaranteed(offer, minimum, yearly);
        let meets = minimum.map(|item| !falls_short(checked, item.annual()));
        let alerts = self.offer_alerts(offer, code, yearly, band.as_ref(), minimum, agreement.as_ref());
        let mut notes = Vec::new();
        match offer.period {
            Period::Hour => notes.push(self.said(said!(HOURS_NOTE, n = &self.number(hours, 0)))),
            Period::Day => notes.push(self.said(ids::DAY_NOTE)),
            _ => {}
        }
        if offer.variable.is_some() {
            notes.push(self.said(ids::VARIABLE_NOTE));
        }
        if offer.equity.is_some() || offer.benefits.is_some() {
            notes.push(self.said(ids::PACKAGE_NOTE));
        }
        if let Some(rate) = offer.rate {
            let rate = self.number(rate, 4);
            let places = [("rate", &*rate), ("from", &offer.currency), ("to", code)];
            notes.push(self.said(filled(ids::RATE_NOTE, &places)));
        }
        if let (Some(band), true) = (&band, offer.period == Period::Month && offer.payments > 12.0)
            && self.monthly_share(&found, market) > 50.0
        {
            let monthly = 100.0 * (yearly / offer.payments * 12.0 / to_float(band.p50) - 1.0);
            let sign = if monthly > 0.0 { "+" } else { "" };
            let percent = format!("{sign}{}", self.number(monthly, 0));
            notes.push(self.said(said!(MONTHLY_FIGURES, n = &percent)));
        }
        if found.grade == BandGrade::Low {
            notes.push(self.said(ids::READ_WITH_CARE));
        }
        notes.extend(self.fallbacks(&found, market));
        let amount = whole(yearly);
        let reading = self.reading(code, band.as_ref(), yearly, minimum, &alerts, found.grade);
        let paid_out = paid(offer, hours) * rate;
        let least = minimum.map(MinimumWage::annual);
        Measured {
            offer: offer.clone(),
            alerts,
            annual: self.amount(yearly, code),
            annual_with_variable: offer
                .variable
                .map(|variable| self.amount(yearly + variable * rate / offer.fte, code)),
            paid: self.amount(paid_out, code),
            annual_as_offered: offer.rate.map(|rate| self.amount(yearly / rate, &offer.currency)),
            package: self.package(offer, paid_out, rate, code),
            to_median: band.as_ref().map(|band| to_median(band, amount)),
            aim: band.as_ref().map(|band| self.aim(band, amount, least, agreement.as_ref())),
            percentile: band.as_ref().map(|band| percentile(band, yearly, least)),
            percentile_range: band.as_ref().map(|band| {
                let [low, high] = percentiles(band, yearly, least);
                PercentileRange { low, high }
            }),
            holds_for: self.holds_for(market),
            nearest: if band.is_some() { None } else { self.nearest(asked) },
            compa_ratio: band.as_ref().map(|band| compa_ratio(band, yearly)),
            range_penetration: band.as_ref().and_then(|band| range_penetration(band, yearly)),
            position: band.as_ref().map(|band| position(band, amount)),
            reading,
            confidence: self.confidence(&found),
            legal_minimum: minimum.map(|item| self.legal_minimum(item)),
            meets_legal_minimum: meets,
            band,
            agreement,
            notes,
            band_href: band_href(asked),
        }
    }

    /// Share of the weight, in percent, that lies on figures published a month.
    fn monthly_share(&self, found: &Found, market: Market<'_>) -> f64 {
        let monthly = |used: &Used| self.data.observations[used.observation].period == Period::Month;
        found.ladder.as_ref().map_or(0.0, |ladder| ladder.at(market.seniority.level()).percent(monthly))
    }

    /// What an offer is worth in all, as it is paid.
    fn package(&self, offer: &OfferRequest, base: f64, rate: f64, code: &str) -> Package {
        let part = |value: Option<f64>| value.map(|value| self.amount(value * rate, code));
        let extra = [offer.variable, offer.equity, offer.benefits].into_iter().flatten().sum::<f64>();
        Package {
            base: self.amount(base, code),
            variable: part(offer.variable),
            equity: part(offer.equity),
            benefits: part(offer.benefits),
            total: self.amount(base + extra * rate, code),
        }
    }

    /// What to aim for: the middle of the market as far as it is known, never less than is due.
    fn aim(
        &self,
        band: &BandView,
        amount: u64,
        minimum: Option<f64>,
        agreement: Option<&AgreementView<'_>>,
    ) -> Aim {
        let due = minimum.map_or(0, |least| whole(least.ceil()));
        let due = agreement.and_then(|item| item.applicable).map_or(due, |least| due.max(least.amount));
        let Interval { low, high } = band.interval;
        let (low, high) = (low.max(due), high.max(due));
        let (range, word) = if amount < low {
            (Some((low, high)), ids::AIM_BELOW)
        } else if amount < high {
            (Some((amount.max(band.p50.min(high)), high)), ids::AIM_MIDDLE)
        } else {
            (None, ids::AIM_ABOVE)
        };
        let money = |amount: u64| self.money(amount, band.currency);
        let percent = self.number(100.0 * (to_float(high) / to_float(band.p50) - 1.0), 0);
        let places =
            [("low", &*money(low)), ("high", &money(high)), ("amount", &money(band.p50)), ("n", &percent)];
        let because = self.say(filled(word, &places));
        let amount = |amount: u64| self.amount(to_float(amount), band.currency);
        Aim { low: range.map(|(low, _)| amount(low)), high: range.map(|(_, high)| amount(high)), because }
    }

    fn offer_alerts(
        &self,
        offer: &OfferRequest,
        code: &str,
        yearly: f64,
        band: Option<&BandView>,
        minimum: Option<&MinimumWage>,
        agreement: Option<&AgreementView<'c>>,
    ) -> Vec<Said> {
        let shown = |amount: f64| self.money(whole(amount), code);
        let mut alerts = Vec::new();
        let least = minimum.map(MinimumWage::annual);
        if let Some(word) = doubt(offer.period, yearly, band, minimum, offer.band.level) {
            alerts.push(self.said(word));
        }
        let checked = guaranteed(offer, minimum, yearly);
        if let (Some(least), Some(minimum)) = (least.filter(|least| falls_short(checked, *least)), minimum) {
            if checked < yearly && !falls_short(yearly, least) {
                // Twelve payments lie below the monthly minimum; the thirteenth does not make up for them.
                let places = [
                    ("given", &*self.cents(offer.amount * offer.rate.unwrap_or(1.0) / offer.fte, code)),
                    ("amount", &self.cents(minimum.amount, code)),
                    ("n", &self.number(offer.payments, if offer.payments.fract() == 0.0 { 0 } else { 2 })),
                ];
                alerts.push(self.said(filled(ids::BELOW_MONTHLY_MINIMUM, &places)));
            } else {
                let amounts = [("given", &*shown(yearly)), ("amount", &shown(least))];
                alerts.push(self.said(filled(ids::BELOW_LEGAL_MINIMUM, &amounts)));
            }
        }
        alerts.extend(self.below_agreement(agreement, yearly));
        let place = &offer.band.place;
        alerts.extend(self.stale_minimum(&place.country, place.region.as_deref()));
        alerts
    }

    /// The alert when pay lies below the least of an agreement.
    #[must_use]
    pub fn below_agreement(&self, agreement: Option<&AgreementView<'c>>, yearly: f64) -> Option<Said> {
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
            self.said(filled(ids::BELOW_AGREEMENT, &places))
        })
    }

    /// An amount with its cents, as the language writes it.
    fn cents(&self, amount: f64, currency: &str) -> String {
        let written = self.number(amount, 2);
        let whole = locale::money(whole(amount.trunc()).into(), currency, self.lang);
        let (number, trunc) = (written, self.number(amount.trunc(), 0));
        whole.replacen(&trunc, &number, 1)
    }

    fn reading(
        &self,
        code: &str,
        band: Option<&BandView>,
        yearly: f64,
        minimum: Option<&MinimumWage>,
        alerts: &[Said],
        grade: BandGrade,
    ) -> Reading {
        let alerted = |word: Message| alerts.iter().any(|alert| alert.code == word.id());
        let both = |candidate: Message, employer: Message, places: &[(&str, &str)]| Reading {
            candidate: self.say(filled(candidate, places)),
            employer: self.say(filled(employer, places)),
        };
        // What is unlawful, or was probably mistyped, has no place in the market.
        if DOUBTS.into_iter().any(alerted) {
            return both(ids::CHECK_AMOUNT, ids::CHECK_AMOUNT, &[]);
        }
        let least = minimum.map_or(0.0, MinimumWage::annual);
        let shown = match minimum.filter(|_| alerted(ids::BELOW_MONTHLY_MINIMUM)) {
            Some(item) => self.say(said!(AMOUNT_A_MONTH, amount = self.cents(item.amount, code))),
            None => self.say(said!(AMOUNT_A_YEAR, amount = self.money(whole(least), code))),
        };
        if alerted(ids::BELOW_LEGAL_MINIMUM) || alerted(ids::BELOW_MONTHLY_MINIMUM) {
            return both(ids::CANDIDATE_UNLAWFUL, ids::EMPLOYER_UNLAWFUL, &[("amount", &shown)]);
        }
        if alerted(ids::BELOW_AGREEMENT) {
            return both(ids::CANDIDATE_BELOW_AGREEMENT, ids::EMPLOYER_BELOW_AGREEMENT, &[]);
        }
        let Some(band) = band else {
            return both(ids::NO_COMPARISON, ids::NO_COMPARISON, &[]);
        };
        let rank = self.rank(percentile(band, yearly, minimum.map(MinimumWage::annual)));
        let [p25, p50, p75] = [band.p25, band.p50, band.p75].map(|amount| self.money(amount, band.currency));
        // Within a hundredth of the median is at the median.
        let low = yearly < to_float(band.p50) * 0.99;
        let (candidate, employer, reference) = match position(band, whole(yearly)) {
            Position::Below => (ids::CANDIDATE_BELOW, ids::EMPLOYER_BELOW, &p25),
            Position::Within if low => (ids::CANDIDATE_WITHIN_LOW, ids::EMPLOYER_WITHIN_LOW, &p50),
            Position::Within => (ids::CANDIDATE_WITHIN_HIGH, ids::EMPLOYER_WITHIN_HIGH, &p50),
            Position::Above => (ids::CANDIDATE_ABOVE, ids::EMPLOYER_ABOVE, &p75),
        };
        let mut candidate = self.say(filled(candidate, &[("n", &rank), ("amount", &p50)]));
        let mut employer = self.say(filled(employer, &[("amount", reference)]));
        if grade == BandGrade::Low {
            let care = self.say(ids::READ_WITH_CARE);
            candidate = format!("{care} {candidate}");
            employer = format!("{care} {employer}");
        }
        Reading { candidate, employer }
    }

    /// A share of posts in words: the tails have no exact number.
    pub(super) fn rank(&self, percentile: u32) -> String {
        match percentile {
            0 | 1 => self.say(ids::RANK_LEAST),
            99.. => self.say(ids::RANK_MOST),
            other => self.say(said!(RANK_ABOUT, n = &other.to_string())),
        }
    }
}

/// Why full-time pay is probably not what was meant, whoever gave it: far below a quarter of the minimum, or of the
/// market where no minimum is known; or many times what is paid.
#[must_use]
pub fn doubt(
    period: Period,
    yearly: f64,
    band: Option<&BandView>,
    minimum: Option<&MinimumWage>,
    level: Option<Level>,
) -> Option<Message> {
    let least = minimum.map(MinimumWage::annual);
    let reference = least.or(band.map(|band| to_float(band.p25)))?;
    let multiple = if level == Some(Level::Junior) { JUNIOR_TOO_HIGH } else { TOO_HIGH };
    let top = band.map_or(multiple * reference, |band| 4.0 * to_float(band.p50));
    if yearly < reference / 4.0 {
        let monthly = period == Period::Year && yearly * 12.0 > reference / 2.0;
        return Some(if monthly { ids::LOOKS_MONTHLY } else { ids::LOOKS_TOO_LOW });
    }
    (yearly > top).then_some(match (period, band) {
        (Period::Month, _) => ids::LOOKS_YEARLY,
        (_, Some(_)) => ids::LOOKS_TOO_HIGH,
        (_, None) => ids::LOOKS_FAR,
    })
}

/// The yearly pay that the check against the legal minimum sees. Where that minimum is monthly, a thirteenth payment counts
/// only in the month in which it is paid, so twelve ordinary months must reach it.
fn guaranteed(offer: &OfferRequest, minimum: Option<&MinimumWage>, yearly: f64) -> f64 {
    let monthly = minimum.is_some_and(|item| item.period == Period::Month);
    if monthly && offer.period == Period::Month {
        offer.amount * 12.0 / offer.fte * offer.rate.unwrap_or(1.0)
    } else {
        yearly
    }
}

/// How far an amount lies from the median.
fn to_median(band: &BandView, amount: u64) -> Distance {
    let signed = |amount: u64| i64::try_from(amount).unwrap_or(i64::MAX);
    let percent = tenths(100.0 * (to_float(amount) / to_float(band.p50) - 1.0));
    Distance { amount: signed(amount) - signed(band.p50), percent, currency: band.currency }
}

fn difference(first: &Measured<'_>, other: &Measured<'_>) -> Difference {
    let same = first.annual.currency == other.annual.currency;
    let amount = |money: crate::domain::money::Money| i64::try_from(money.amount).unwrap_or(i64::MAX);
    let annual = same.then(|| amount(other.annual) - amount(first.annual));
    let package = same.then(|| amount(other.package.total) - amount(first.package.total));
    let percent = annual.filter(|_| first.annual.amount > 0).map(|difference| {
        let ratio = to_float(difference.unsigned_abs()) / to_float(first.annual.amount);
        tenths(100.0 * ratio.copysign(if difference < 0 { -1.0 } else { 1.0 }))
    });
    let rank = |item: &Measured<'_>| item.percentile.and_then(|rank| i32::try_from(rank).ok());
    let percentile_points = rank(first).zip(rank(other)).map(|(first, other)| other - first);
    Difference { annual, percent, package, percentile_points }
}

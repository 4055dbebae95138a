//! What answers about pay say first: a headline, up to three sentences, what to ask next.

use serde_json::{Value, json};

use super::PayAnswers;
use super::offer::{DOUBTS, UNLAWFUL};
use crate::domain::iso::Region;
use crate::domain::message::{Message, filled, ids, said};
use crate::domain::money::Money;
use crate::domain::next::{MOST, Outline, Question, Steps};
use crate::domain::pay::answer::{
    BandConfidence, BandView, EmployerCost, HoldsFor, LegalMinimum, Measured, NearestBand, OfferAssessment,
    Said, SalaryBand,
};
use crate::domain::pay::figure::Period;
use crate::domain::pay::job::Job;
use crate::domain::pay::place::{self, Place};
use crate::domain::pay::request::Basis;
use crate::domain::rounding::{to_float, whole};
use crate::domain::vocab::Level;

impl<'c> PayAnswers<'c> {
    /// A job and its level, as a sentence begins with it.
    fn who(&self, role: Job, level: Option<Level>) -> String {
        self.say(said!(JOB_AND_LEVEL, role = role.id(), level = level.map_or("none", Level::id)))
    }

    /// What is said where figures are not of the place asked for.
    fn elsewhere(&self, place: &Place, holds_for: &HoldsFor) -> Option<String> {
        if holds_for.as_asked {
            return None;
        }
        let held = match &holds_for.region {
            None => self.country_in_sentence(&holds_for.country),
            Some(_) => &holds_for.name,
        };
        let region = || place.region.as_deref().and_then(Region::find).map(Region::name);
        let asked = place.city.as_deref().or_else(region)?;
        Some(self.say(said!(SUMMARY_PLACE, held = held, place = asked)))
    }

    /// How sure a median is.
    fn interval(&self, band: &BandView, confidence: &BandConfidence) -> Option<String> {
        let percent = self.number(confidence.interval_percent?, 0);
        let money = |amount| self.money(amount, band.currency);
        let (low, high) = (money(band.interval.low), money(band.interval.high));
        Some(self.say(said!(SUMMARY_INTERVAL, percent = percent, low = low, high = high)))
    }

    fn nearest_in_words(&self, nearest: Option<&NearestBand>) -> Option<String> {
        let NearestBand { asked, band, because, .. } = nearest?;
        let who = self.who(asked.role, asked.level);
        let median = self.money(band.p50, band.currency);
        Some(self.say(said!(SUMMARY_NEAREST, because = because, who = who, median = median)))
    }

    fn minimum_in_words(&self, minimum: Option<&LegalMinimum<'_>>, message: Message) -> Option<String> {
        let annual = minimum?.annual.to_text(self.lang);
        Some(self.say(filled(message, &[("amount", &annual)])))
    }

    /// What stands at the head of a band.
    pub(super) fn outline_of_band(&self, answer: &SalaryBand<'_>) -> Outline {
        let asked = &answer.asked;
        let who = self.who(asked.role, asked.level);
        let place = spot(&asked.place, &answer.holds_for);
        let headline = match &answer.band {
            None => self.say(said!(HEADLINE_SALARY_UNKNOWN, who = who, place = place)),
            Some(band) => {
                let [low, median, high] =
                    [band.p25, band.p50, band.p75].map(|amount| self.money(amount, band.currency));
                self.say(said!(
                    HEADLINE_SALARY,
                    who = who,
                    place = place,
                    low = low,
                    high = high,
                    median = median
                ))
            }
        };
        let tails = answer.band.as_ref().and_then(|band| {
            let (low, high) = (band.p10?, band.p90?);
            let (low, high) = (self.money(low, band.currency), self.money(high, band.currency));
            Some(self.say(said!(SUMMARY_TAILS, low = low, high = high)))
        });
        let summary = answer
            .alerts
            .iter()
            .map(|alert| Some(alert.text.clone()))
            .chain([
                self.elsewhere(&asked.place, &answer.holds_for),
                self.nearest_in_words(answer.nearest.as_ref()),
                answer.band.as_ref().and_then(|band| self.interval(band, &answer.confidence)),
                tails,
                self.minimum_in_words(answer.legal_minimum.as_ref(), ids::SUMMARY_MINIMUM),
                first_cause(&answer.confidence),
            ])
            .flatten()
            .take(MOST)
            .collect();
        let say = |said| self.say(said);
        let mut steps = Steps::new(&say);
        let of = |role: Job, level: Option<Level>| {
            self.with_place(json!({ "role": role, "level": level }), &asked.place)
        };
        if let Some(nearest) = &answer.nearest {
            let mut with = of(nearest.asked.role, nearest.asked.level);
            with["community"] = json!(nearest.asked.community);
            steps.add(ids::NEXT_NEAREST, Question::Salary, with);
        }
        if let Some(band) = &answer.band {
            let mut offer = of(asked.role, asked.level);
            offer["years"] = json!(asked.years);
            offer["community"] = json!(asked.community);
            offer["currency"] = json!(band.currency);
            offer["period"] = json!(Period::Year);
            steps.add(ids::NEXT_OFFER, Question::Offer, offer);
            if self.knows_cost(&asked.place.country) {
                let mut cost = of(asked.role, asked.level);
                cost["gross"] = json!(band.p50);
                steps.add(ids::NEXT_COST_OF_MEDIAN, Question::Cost, cost);
            }
        }
        steps.add(ids::NEXT_DRAFT, Question::Draft, json!({ "role": asked.role, "level": asked.level }));
        Outline { headline, summary, next: steps.done() }
    }

    /// What stands at the head of an assessed offer.
    pub(super) fn outline_of_offer(&self, answer: &OfferAssessment<'_>) -> Outline {
        let measured = &answer.measured;
        let grave = |codes: &[Message]| {
            measured.alerts.iter().find(|alert| codes.iter().any(|message| message.id() == alert.code))
        };
        let (doubt, unlawful) = (grave(&DOUBTS), grave(&UNLAWFUL));
        let headline = match (doubt, unlawful) {
            (Some(alert), _) | (None, Some(alert)) => alert.text.clone(),
            (None, None) => self.distance_in_words(measured),
        };
        let below = measured.position.is_some() && doubt.is_none();
        let rank = measured.percentile.filter(|_| below).map(|percentile| {
            let rank = self.rank(percentile);
            self.say(said!(SUMMARY_OFFER_RANK, amount = measured.annual.to_text(self.lang), rank = rank))
        });
        let others = |alert: &&Said| alert.text != headline;
        let place = &measured.offer.band.place;
        let lawful = measured.legal_minimum.as_ref().filter(|_| measured.meets_legal_minimum == Some(true));
        let summary = measured
            .alerts
            .iter()
            .filter(others)
            .map(|alert| Some(alert.text.clone()))
            .chain([
                // The fee of a freelancer is no salary.
                measured
                    .notes
                    .iter()
                    .find(|note| note.code == ids::DAY_NOTE.id())
                    .map(|note| note.text.clone()),
                rank,
                self.elsewhere(place, &measured.holds_for),
                self.nearest_in_words(measured.nearest.as_ref()),
                measured.band.as_ref().and_then(|band| self.interval(band, &measured.confidence)),
                self.minimum_in_words(lawful, ids::SUMMARY_OFFER_LAWFUL),
                first_cause(&measured.confidence),
            ])
            .flatten()
            .take(MOST)
            .collect();
        let say = |said| self.say(said);
        let mut steps = Steps::new(&say);
        let band = &measured.offer.band;
        let of = |level: Option<Level>| self.with_place(json!({ "role": band.role, "level": level }), place);
        let given = |period: Period| {
            let mut with = json!(measured.offer);
            // Full time goes without saying.
            if measured.offer.fte >= 1.0 {
                with["fte"] = Value::Null;
            }
            with["period"] = json!(period);
            with
        };
        if doubt.is_some_and(|alert| alert.code == ids::LOOKS_MONTHLY.id()) {
            steps.add(ids::NEXT_MONTH, Question::Offer, given(Period::Month));
        }
        if doubt.is_some_and(|alert| alert.code == ids::LOOKS_YEARLY.id()) {
            steps.add(ids::NEXT_YEAR, Question::Offer, given(Period::Year));
        }
        if let Some(nearest) = &measured.nearest {
            let mut with = of(nearest.asked.level);
            with["role"] = json!(nearest.asked.role);
            steps.add(ids::NEXT_NEAREST, Question::Salary, with);
        }
        if measured.band.is_some() {
            let mut with = of(band.level);
            with["years"] = json!(band.years);
            with["community"] = json!(band.community);
            steps.add(ids::NEXT_EVIDENCE, Question::Salary, with);
            let up = match band.market().seniority.level() {
                Some(Level::Junior) => Some(Level::Mid),
                Some(Level::Mid) => Some(Level::Senior),
                _ => None,
            };
            if let Some(up) = up {
                steps.add(ids::NEXT_LEVEL, Question::Salary, of(Some(up)));
            }
        }
        if self.knows_cost(&place.country) && doubt.is_none() && measured.annual_as_offered.is_none() {
            let mut with = of(band.level);
            with["gross"] = json!(measured.paid.amount);
            with["fte"] = json!(Some(measured.offer.fte).filter(|fte| *fte < 1.0));
            steps.add(ids::NEXT_OFFER_COST, Question::Cost, with);
        }
        Outline { headline, summary, next: steps.done() }
    }

    /// How far an offer lies from the middle of the market, and what to aim for.
    fn distance_in_words(&self, measured: &Measured<'_>) -> String {
        let Some(distance) = measured.to_median else {
            return measured.reading.candidate.clone();
        };
        // A part-time offer is told in its own amounts.
        let fte = measured.offer.fte.min(1.0);
        let own = |amount: u64| whole(to_float(amount) * fte);
        let amount = self.money(own(distance.amount.unsigned_abs()), distance.currency);
        let percent = self.number(distance.percent.abs(), 0);
        let distance = match (distance.percent.abs() < 1.0, distance.amount < 0) {
            (true, _) => self.say(ids::HEADLINE_OFFER_MIDDLE),
            (false, true) => self.say(said!(HEADLINE_OFFER_BELOW, amount = amount, percent = percent)),
            (false, false) => self.say(said!(HEADLINE_OFFER_ABOVE, amount = amount, percent = percent)),
        };
        let range = measured.aim.as_ref().and_then(|aim| aim.low.zip(aim.high));
        let aim = range.map(|(low, high)| {
            let text = |amount: Money| Money { amount: own(amount.amount), ..amount }.to_text(self.lang);
            let (low, high) = (text(low), text(high));
            let share = self.number(fte * 100.0, 0);
            match (low == high, fte < 1.0) {
                (true, false) => self.say(said!(HEADLINE_OFFER_AIM_ONE, amount = high)),
                (true, true) => self.say(said!(HEADLINE_OFFER_AIM_ONE_PART, amount = high, n = share)),
                (false, false) => self.say(said!(HEADLINE_OFFER_AIM, low = low, high = high)),
                (false, true) => self.say(said!(HEADLINE_OFFER_AIM_PART, low = low, high = high, n = share)),
            }
        });
        match aim {
            Some(aim) => format!("{distance} {aim}"),
            None => distance,
        }
    }

    /// What stands at the head of a cost.
    pub(super) fn outline_of_cost(&self, answer: &EmployerCost<'_>) -> Outline {
        let input = &answer.input;
        let currency = answer.gross.currency.code();
        let (gross, cost) = (answer.gross.to_text(self.lang), answer.employer_cost.to_text(self.lang));
        let headline = match answer.basis {
            Basis::Budget => {
                let budget = self.money(input.budget.unwrap_or(0), currency);
                self.say(said!(HEADLINE_COST_BUDGET, budget = budget, gross = gross))
            }
            Basis::Net => {
                let net = self.money(input.net.unwrap_or(0), currency);
                self.say(said!(HEADLINE_COST_NET, net = net, gross = gross, cost = cost))
            }
            Basis::Gross => self.say(said!(HEADLINE_COST_GROSS, gross = gross, cost = cost)),
        };
        let a_month = |amount: u64| self.money(whole(to_float(amount) / 12.0), currency);
        let month = self.say(said!(
            SUMMARY_COST_MONTH,
            amount = a_month(answer.employer_cost.amount),
            ratio = self.number(answer.ratio, 2)
        ));
        let net = answer.net_before_tax.map(|net| {
            self.say(said!(SUMMARY_COST_NET, net = net.to_text(self.lang), month = a_month(net.amount)))
        });
        let freelance = answer
            .break_even_day_rate
            .map(|rate| self.say(said!(SUMMARY_COST_FREELANCE, amount = rate.to_text(self.lang))));
        let summary = answer
            .alerts
            .iter()
            .map(|alert| Some(alert.text.clone()))
            .chain([Some(month), net, freelance])
            .flatten()
            .take(MOST)
            .collect();
        let say = |said| self.say(said);
        let mut steps = Steps::new(&say);
        let place = &input.place;
        match input.role {
            Some(role) => {
                let with = self.with_place(json!({ "role": role, "level": input.level }), place);
                steps.add(ids::NEXT_PAY, Question::Salary, with);
                let draft = json!({ "role": role, "level": input.level });
                steps.add(ids::NEXT_DRAFT, Question::Draft, draft);
            }
            None => {
                steps.add(ids::NEXT_COMPARE, Question::Compare, self.with_place(json!({}), place));
                // A recommendation takes no city.
                let budget = json!({ "amount": answer.employer_cost.amount, "currency": currency });
                let (country, region) = (&place.country, &place.region);
                let with = json!({ "country": country, "region": region, "annual_budget": budget });
                steps.add(ids::NEXT_RECOMMEND, Question::Recommend, with);
            }
        }
        Outline { headline, summary, next: steps.done() }
    }

    /// A question with its place: the region is left out where the city says it.
    fn with_place(&self, mut question: Value, place: &Place) -> Value {
        let country = place.country.as_str();
        let says_region = |name: &str| place::city(&self.data.cities, name, Some(country), None).is_ok();
        let told = place.city.as_deref().is_some_and(says_region);
        question["country"] = json!(country);
        question["region"] = json!(place.region.as_deref().filter(|_| !told));
        question["city"] = json!(place.city);
        question
    }

    /// Whether the employer's cost of a country is known.
    pub(super) fn knows_cost(&self, country: &str) -> bool {
        self.data.country(country).is_some_and(|country| country.cost.is_some())
    }

    /// A country inside a sentence.
    pub(super) fn country_in_sentence(&self, code: &str) -> &'c str {
        self.data
            .country(code)
            .map_or("", |country| country.in_sentence.as_ref().unwrap_or(&country.name).get(self.lang))
    }
}

/// The weightiest cause of how sure a band is.
fn first_cause(confidence: &BandConfidence) -> Option<String> {
    confidence.causes.first().map(|cause| cause.text.clone())
}

/// The place that figures are of: the city asked for where its pay is known.
fn spot<'p>(place: &'p Place, holds_for: &'p HoldsFor) -> &'p str {
    place.city.as_deref().filter(|_| holds_for.as_asked).unwrap_or(&holds_for.name)
}

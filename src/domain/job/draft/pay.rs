//! Title and pay of a draft, in words.

use super::{AdDraft, ApprenticePay, Bound, DraftPay};
use crate::domain::input::fault::InputError;
use crate::domain::job::brief::{Brief, BriefPay, DraftQuestion, GivenPay};
use crate::domain::job::terms::Contract;
use crate::domain::locale;
use crate::domain::message::{self, Filling, Message, filled, ids};
use crate::domain::money::Cents;
use crate::domain::pay::answer::{AgreementView, BandView, Said};
use crate::domain::pay::answers::doubt;
use crate::domain::pay::band::three_digits;
use crate::domain::pay::cost::NotCovered;
use crate::domain::pay::cost::alternatives::pay_grid;
use crate::domain::pay::figure::Period;
use crate::domain::pay::minimum::{ANNUAL_HOURS, MinimumWage, falls_short};
use crate::domain::pay::offer::annual;
use crate::domain::pay::request::{BandRequest, CostRequest, OfferRequest};
use crate::domain::rounding::{to_float, whole};
use crate::domain::text::Lang;

/// Code of what is said of proposed pay that ends at the budget.
pub(super) const BUDGET_BOUND: &str = "budget-bound";
/// Code of what is said of pay in another currency than the place's.
pub(super) const OTHER_CURRENCY: &str = "other-currency";
/// Code of what is said of pay that costs more than the budget.
pub(super) const ABOVE_BUDGET: &str = "above-budget";

impl<'c> AdDraft<'c> {
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
                bounds: Vec::new(),
                alerts: self
                    .below(question, given)
                    .into_iter()
                    .chain(self.above_budget(question, given))
                    .collect(),
            }),
            BriefPay::FromBand(_) => self.proposed(question),
        }
    }

    /// Pay from the market band, inside law, agreement and budget, for the hours of the post.
    fn proposed(&self, question: &DraftQuestion) -> Option<DraftPay> {
        let (brief, lang) = (&question.brief, question.language);
        let place = brief.place.clone()?;
        if !employed(brief) {
            return None;
        }
        let asked = BandRequest::new(question.role, question.level, place);
        let (band, confidence) = self.market.market(&asked);
        let band = band?;
        let share = self.share(brief);
        let (low, high, bounds) = self.bounded(question, &band, share)?;
        let given = GivenPay {
            min: Some(Cents::whole(low)),
            max: Some(Cents::whole(high)),
            currency: band.currency.to_owned(),
            period: Period::Year,
            payments: None,
        };
        let grade = self.data.phrases.say(&format!("term-{}", confidence.grade), lang, &[]);
        let mut note = message::said!(PAY_FROM_BAND, grade = grade).text(&self.data.phrases.messages, lang);
        let mut alerts = Vec::new();
        for bound in &bounds {
            match bound {
                Bound::Law => note = format!("{note} {}", self.phrase(ids::PAY_BOUNDED_LAW, lang)),
                Bound::Agreement => {
                    note = format!("{note} {}", self.phrase(ids::PAY_BOUNDED_AGREEMENT, lang));
                }
                // The budget is the employer's own business: it is told beside the ad, not in it.
                Bound::Budget => {
                    let text = self.phrase(ids::PAY_BOUNDED_BUDGET, lang).to_owned();
                    alerts.push(Said { code: BUDGET_BOUND, text });
                }
            }
        }
        Some(DraftPay {
            text: self.pay_text(&given, brief.contract, lang),
            min: given.min,
            max: given.max,
            currency: given.currency,
            period: Period::Year,
            payments: None,
            proposed: true,
            grade: Some(confidence.grade),
            note: Some(note),
            bounds,
            alerts,
        })
    }

    /// The quartiles of the band for a share of full time, as far as law, agreement and budget let them be; nothing where
    /// the budget does not pay the least that is due.
    fn bounded(
        &self,
        question: &DraftQuestion,
        band: &BandView,
        share: f64,
    ) -> Option<(u64, u64, Vec<Bound>)> {
        let whole_post = (share - 1.0).abs() < f64::EPSILON;
        let of = |amount: u64| if whole_post { amount } else { three_digits(to_float(amount) * share) };
        let (mut low, mut high) = (of(band.p25), of(band.p75));
        let mut bounds = Vec::new();
        let (law, agreed) = self.due(question, share);
        let due = law.max(agreed);
        if low < due {
            low = due;
            high = high.max(due);
            bounds.push(if agreed > law { Bound::Agreement } else { Bound::Law });
        }
        if let Some(most) = self.within_budget(question, share).filter(|most| *most < high) {
            bounds.push(Bound::Budget);
            if most < due || most == 0 {
                return None;
            }
            // A round number is published, and no more than the budget pays for.
            high = (most - most % 100).max(due);
            low = low.min(high);
        }
        Some((low, high, bounds))
    }

    /// Whether the budget does not pay the least that is due for the post.
    pub(super) fn budget_too_small(&self, question: &DraftQuestion) -> bool {
        let brief = &question.brief;
        let share = self.share(brief);
        let due = self.due(question, share);
        matches!(brief.pay, Some(BriefPay::FromBand(_)))
            && employed(brief)
            && self.within_budget(question, share).is_some_and(|most| most == 0 || most < due.0.max(due.1))
    }

    /// What law and agreement ask for a share of full time, in whole units.
    fn due(&self, question: &DraftQuestion, share: f64) -> (u64, u64) {
        let law = self.minimum(&question.brief).map_or(0, |least| whole((least.annual() * share).ceil()));
        let agreed = self.agreed(question).and_then(|agreement| agreement.applicable);
        (law, agreed.map_or(0, |least| whole((to_float(least.amount) * share).ceil())))
    }

    /// The gross that the budget pays for.
    fn within_budget(&self, question: &DraftQuestion, share: f64) -> Option<u64> {
        let brief = &question.brief;
        let request = CostRequest {
            gross: None,
            budget: Some(brief.budget?),
            net: None,
            fte: share.clamp(0.1, 1.0),
            headcount: brief.company.employees,
            role: Some(question.role),
            level: question.level,
            ..CostRequest::of(brief.place.clone()?)
        };
        match self.market.gross_of(&request) {
            Ok(gross) => Some(gross),
            // It pays for nobody.
            Err(NotCovered::Budget) => Some(0),
            Err(_) => None,
        }
    }

    /// How much of a full-time week the post is: less than 1 part time, more than 1 with overtime, which counts with its
    /// premium; 1 where the hours are not given. The week is that over which the minimum wage is counted.
    fn share(&self, brief: &Brief) -> f64 {
        let country = brief.place.as_ref().map(|place| place.country.as_str());
        let Some(hours) = brief.hours_per_week.map(|hours| f64::from(hours.0) / 2.0) else { return 1.0 };
        let usual = f64::from(self.market.decide.work.full_time_hours(country));
        let full = self.minimum(brief).map_or(usual, MinimumWage::week_hours).max(1.0);
        let known = country.and_then(|code| self.market.data.country(code));
        let premium = known.and_then(|country| country.overtime_premium).unwrap_or(0.0);
        let over = (hours - full).max(0.0);
        (hours.min(full) + over * (1.0 + premium)) / full
    }

    fn minimum(&self, brief: &Brief) -> Option<&'c MinimumWage> {
        let place = brief.place.as_ref()?;
        // What is lawful today may be no more on the first day of work.
        let day = brief.start_date.map_or(self.market.as_of, |start| start.max(self.market.as_of));
        self.market.floor_on(&place.country, place.region.as_deref(), day)
    }

    /// The collective agreement that the brief names by its number.
    fn agreed(&self, question: &DraftQuestion) -> Option<AgreementView<'c>> {
        let place = question.brief.place.as_ref()?;
        let text = question.brief.collective_agreement.as_deref()?;
        let number = text.split(|c: char| !c.is_ascii_digit()).find(|digits| (1..=4).contains(&digits.len()));
        let known = || self.market.data.agreements.iter().filter(|item| item.country == place.country);
        let by_number = number.and_then(|digits| digits.parse().ok());
        let by_number = by_number.filter(|idcc| known().any(|item| item.idcc == *idcc));
        let idcc = by_number.or_else(|| named(text, known().map(|item| (item.idcc, item.name.as_str()))))?;
        let (country, region) = (place.country.as_str(), place.region.as_deref());
        self.market.agreement(Some(idcc), question.role, question.level, country, region)
    }

    /// What an amount of the brief is for a full-time year.
    fn yearly(&self, brief: &Brief, given: &GivenPay, amount: Cents) -> Option<f64> {
        let place = brief.place.clone()?;
        let hours = self.minimum(brief).map_or(ANNUAL_HOURS, |item| item.annual_hours);
        let offer = OfferRequest {
            band: BandRequest::new(crate::domain::pay::job::Job::CommunityManager, None, place),
            amount: amount.to_float(),
            currency: given.currency.clone(),
            period: given.period,
            rate: None,
            payments: given.payments.map_or(12.0, f64::from),
            fte: self.share(brief).max(0.01),
            variable: None,
            equity: None,
            benefits: None,
        };
        Some(annual(&offer, hours))
    }

    /// Whether an amount is in the currency of the place, so that it can be compared.
    fn comparable(&self, brief: &Brief, given: &GivenPay) -> bool {
        brief.place.as_ref().is_some_and(|place| self.market.currency(&place.country) == given.currency)
    }

    /// What to say of pay below the legal minimum or that of the agreement. An open lower end promises the law alone.
    fn below(&self, question: &DraftQuestion, given: &GivenPay) -> Vec<Said> {
        let brief = &question.brief;
        let learner = brief.contract == Some(Contract::Apprenticeship);
        if !employed(brief) && !learner {
            return Vec::new();
        }
        if !self.comparable(brief, given) {
            let Some(place) = &brief.place else { return Vec::new() };
            let own = self.market.currency(&place.country);
            // Of a country that is not known here nobody can say in which currency it pays.
            if self.market.data.country(&place.country).is_none() {
                return Vec::new();
            }
            let text = message::said!(DRAFT_OTHER_CURRENCY, currency = own)
                .text(&self.data.phrases.messages, question.language);
            return vec![Said { code: OTHER_CURRENCY, text }];
        }
        let lowest = given.min.or(given.max).and_then(|amount| self.yearly(brief, given, amount));
        let Some(yearly) = lowest else { return Vec::new() };
        let grid = self.apprentice_pay(question);
        let least = if learner {
            // Whoever is youngest may be paid least; nobody may be paid less than that.
            grid.iter().map(|row| to_float(row.monthly.amount) * 12.0).reduce(f64::min)
        } else {
            self.minimum(brief).map(MinimumWage::annual)
        };
        let legal = least.filter(|least| falls_short(yearly, *least));
        let legal = legal.map(|least| {
            let amount =
                |amount: f64| locale::money(whole(amount).into(), &given.currency, question.language);
            let places = [("given", &*amount(yearly)), ("amount", &*amount(least))];
            Said {
                code: "below-legal-minimum",
                text: filled(ids::PAY_BELOW_LEGAL, &places)
                    .text(&self.data.phrases.messages, question.language),
            }
        });
        let agreed = self.agreed(question);
        legal.into_iter().chain(self.market.below_agreement(agreed.as_ref(), yearly)).collect()
    }

    /// What to say of pay that costs more than the budget.
    fn above_budget(&self, question: &DraftQuestion, given: &GivenPay) -> Option<Said> {
        let brief = &question.brief;
        if !employed(brief) || !self.comparable(brief, given) {
            return None;
        }
        let share = self.share(brief);
        let yearly = self.yearly(brief, given, given.max.or(given.min)?)?;
        let most = self.within_budget(question, share)?;
        (whole(yearly * share) > most).then(|| {
            let lang = question.language;
            let money = |amount: u64| locale::money(amount.into(), &given.currency, lang);
            let places = [("amount", &*money(most)), ("budget", &money(brief.budget.unwrap_or_default()))];
            Said {
                code: ABOVE_BUDGET,
                text: filled(ids::PAY_ABOVE_BUDGET, &places).text(&self.data.phrases.messages, lang),
            }
        })
    }

    /// Asks back about pay that cannot be meant: 28 to 32 a year.
    #[must_use]
    pub fn doubtful_pay(&self, question: &DraftQuestion) -> Option<InputError> {
        let brief = &question.brief;
        let Some(BriefPay::Given(given)) = &brief.pay else { return None };
        if !employed(brief) || !self.comparable(brief, given) {
            return None;
        }
        let place = brief.place.clone()?;
        let (band, _) = self.market.market(&BandRequest::new(question.role, question.level, place));
        [given.min, given.max].into_iter().flatten().find_map(|amount| {
            let yearly = self.yearly(brief, given, amount)?;
            doubt(given.period, yearly, band.as_ref(), self.minimum(brief), question.level)?;
            let message = message::said!(
                FAULT_IMPLAUSIBLE_PAY,
                amount = Filling::Cents(amount.0, given.currency.clone()),
                unit = unit_phrase(given.period),
            );
            Some(InputError::new("/brief/pay", "implausible-pay", message))
        })
    }

    /// The least pay of an apprentice, by age and year, where the law of the place sets it.
    pub(super) fn apprentice_pay(&self, question: &DraftQuestion) -> Vec<ApprenticePay> {
        let brief = &question.brief;
        let Some(place) = brief.place.as_ref().filter(|_| brief.contract == Some(Contract::Apprenticeship))
        else {
            return Vec::new();
        };
        let Ok(book) = self.market.book(&place.country) else { return Vec::new() };
        let grid = pay_grid(self.market.cost, &book);
        let years = brief.duration_months.map_or(3, |months| months.div_ceil(12));
        let shown = grid.into_iter().filter(|row| row.year <= years.max(1));
        shown
            .map(|row| ApprenticePay {
                age_from: row.ages.0,
                age_to: row.ages.1,
                year: row.year,
                percent: row.percent,
                monthly: self.market.amount(row.monthly, &book.country.currency),
            })
            .collect()
    }

    /// The title as published, and the same without marks that address everybody.
    pub(super) fn title(&self, question: &DraftQuestion, country: Option<&str>) -> (String, String) {
        let phrases = &self.data.phrases;
        let say = |id: &str, title: &str| phrases.say(id, question.language, &[("title", title)]);
        let name = say(&format!("draft-title-{}", question.role.id()), "");
        let contract = question.brief.contract.map(|contract| format!("draft-title-{}", contract.id()));
        let plain = contract
            .filter(|id| Message::find(id).is_some())
            .map_or_else(|| name.clone(), |id| say(&id, &name));
        // A country may write the marks otherwise than its language does.
        let own =
            country.map(|code| format!("draft-title-marked-{code}")).filter(|id| Message::find(id).is_some());
        (say(own.as_deref().unwrap_or("draft-title-marked"), &plain), plain)
    }

    /// `30 000 à 36 000 € brut par an`, `jusqu’à 32 000 € brut par an`.
    fn pay_text(&self, pay: &GivenPay, contract: Option<Contract>, lang: Lang) -> String {
        let unit = self.phrase(unit_phrase(pay.period), lang);
        let money = |amount: Cents| amount.to_text(&pay.currency, lang);
        let say = |message: Message, places: &[(&str, &str)]| {
            filled(message, places).text(&self.data.phrases.messages, lang)
        };
        let range = match (pay.min, pay.max) {
            (Some(min), Some(max)) if min == max => money(max),
            (Some(min), Some(max)) => {
                // The sign of the currency stands once, where the language writes it.
                let bare = |text: &str| text.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
                let (least, most) = (money(min), money(max));
                let places =
                    [("min", &*bare(&least)), ("max", &*bare(&most)), ("least", &*least), ("most", &*most)];
                say(ids::DRAFT_PAY_RANGE, &places)
            }
            (None, Some(max)) => say(ids::DRAFT_PAY_MOST, &[("most", &money(max))]),
            (Some(min), None) => say(ids::DRAFT_PAY_LEAST, &[("least", &money(min))]),
            (None, None) => String::new(),
        };
        let times = pay.payments.map(|n| n.to_string());
        let places = [("range", &*range), ("unit", unit), ("n", times.as_deref().unwrap_or(""))];
        // A freelancer sends an invoice; nobody deducts anything from it. An intern has an allowance, which is no gross pay.
        let sentence = match (contract, &times) {
            (Some(Contract::Freelance), _) => ids::DRAFT_PAY_INVOICE,
            (Some(Contract::Internship), _) => ids::DRAFT_PAY_ALLOWANCE,
            (_, Some(_)) => ids::DRAFT_PAY_PAYMENTS,
            (_, None) => ids::DRAFT_PAY_GROSS,
        };
        say(sentence, &places)
    }
}

/// Whether somebody is employed at pay that the minima of law bound.
fn employed(brief: &Brief) -> bool {
    matches!(brief.contract, None | Some(Contract::Permanent | Contract::FixedTerm))
}

/// The agreement that a text names, by a word that only its name has: `Syntec`.
fn named<'a>(text: &str, known: impl Iterator<Item = (u32, &'a str)>) -> Option<u32> {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        parts.filter(|word| word.chars().count() > 4).map(str::to_lowercase).collect()
    };
    let wanted = words(text);
    let mut found: Vec<(u32, usize)> = Vec::new();
    for (idcc, name) in known {
        let shared = words(name).iter().filter(|word| wanted.contains(word)).count();
        match found.iter_mut().find(|(known, _)| *known == idcc) {
            Some((_, most)) => *most = shared.max(*most),
            None => found.push((idcc, shared)),
        }
    }
    let most = found.iter().map(|(_, shared)| *shared).max().filter(|shared| *shared > 0)?;
    let mut best = found.iter().filter(|(_, shared)| *shared == most);
    match (best.next(), best.next()) {
        (Some((idcc, _)), None) => Some(*idcc),
        _ => None,
    }
}

/// The words for what pay is for.
const fn unit_phrase(period: Period) -> Message {
    match period {
        Period::Year => ids::UNIT_YEAR,
        Period::Month => ids::UNIT_MONTH,
        Period::HalfMonth => ids::UNIT_HALF_MONTH,
        Period::TwoWeeks => ids::UNIT_TWO_WEEKS,
        Period::Week => ids::UNIT_WEEK,
        Period::Day => ids::UNIT_DAY,
        Period::Hour => ids::UNIT_HOUR,
    }
}

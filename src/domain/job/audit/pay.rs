//! The pay of an ad: which amount is pay, for what period, of how many, or why there is none.

use std::ops::Range;

use super::amount::{Amounts, Span};
use super::beside::Meaning;
use super::hours::share;
use super::scope::{Scope, Sentence, bit};
use crate::domain::job::data::JobData;
use crate::domain::job::fold::Folded;
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::{List, starts_word};
use crate::domain::pay::figure::Period;
use crate::domain::pay::minimum::ANNUAL_HOURS;
use crate::domain::text::{head, tail};
use crate::domain::vocab::vocabulary;
use crate::domain::work::{Abandoned, Work};

vocabulary! {
    /// What is known of the pay that an ad states.
    PayState("state of the pay") {
        /// An amount or a range was read.
        Parsed = "parsed",
        /// An amount was found that can be read in two ways.
        Ambiguous = "ambiguous",
        /// A scale, an agreement or a legal minimum is named, without an amount.
        Named = "named",
        /// No amount and no name of one.
        Absent = "absent",
        /// What is offered is no pay.
        Refused = "refused",
    }
}

vocabulary! {
    /// What an ad says in the place of an amount.
    Instead("words in the place of pay") {
        /// Words that say nothing: "competitive".
        Vague = "vague",
        /// That the work is not paid.
        Unpaid = "unpaid",
        /// Shares of the company.
        Equity = "equity",
        /// Commission only.
        Commission = "commission",
    }
}

/// An amount or range as the ad states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// Lower end, for one period; none where the ad gives the upper end only.
    pub min: Option<f64>,
    /// Upper end; the same for a single amount, none where the ad gives the lower end only.
    pub max: Option<f64>,
    /// ISO 4217 currency; none when the ad does not say and the country does not tell.
    pub currency: Option<&'static str>,
    /// What it is paid for.
    pub period: Period,
    /// Whether the period was read off the size of the amount.
    pub period_assumed: bool,
    /// Monthly payments a year.
    pub payments: u32,
    /// Share of full time, where stated beside the amount.
    pub fte: Option<f64>,
    /// Whether the amount is that of a full-time post, to be paid in proportion.
    pub pro_rata: bool,
    /// Whether the amount is net of contributions.
    pub net: bool,
}

impl Stated {
    /// The lowest amount stated.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.min.or(self.max).unwrap_or(0.0)
    }

    /// The highest amount stated.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.max.or(self.min).unwrap_or(0.0)
    }

    /// Whether only one end is given.
    #[must_use]
    pub const fn open(&self) -> bool {
        self.min.is_some() != self.max.is_some()
    }
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct PayRead {
    /// What is known of the pay.
    pub state: PayState,
    /// What stands in the place of an amount.
    pub instead: Option<Instead>,
    /// Where, in the folded text.
    pub range: Option<Range<usize>>,
    /// The amount.
    pub stated: Option<Stated>,
    /// The best amount of each sentence that states base pay, in order of place.
    pub amounts: Vec<(Range<usize>, Stated)>,
    /// The ways in which an ambiguous amount can be read.
    pub readings: Vec<Stated>,
    /// What is paid when all goals are met: never compared as base pay.
    pub on_target: Option<Stated>,
    /// A bonus with its amount, likewise.
    pub bonus: Option<Stated>,
    /// The value of shares of the company, likewise.
    pub equity: Option<Stated>,
}

/// How many times the lower end the upper end of one range may be.
const APART: f64 = 6.0;
/// Points from which an amount is base pay even beside another one.
const SURE: i32 = 5;
/// From what amount, beside how many words at most, a line holds nothing but pay: "Up to £40k DOE".
const ALONE_FROM: f64 = 12_000.0;
const ALONE_WORDS: usize = 3;
/// From what amount pay "paid monthly" is a year's.
const YEARLY_FROM: f64 = 12_000.0;
/// Most amounts that are compared with one another.
const MOST_AMOUNTS: usize = 12;

struct Candidate {
    score: i32,
    range: Range<usize>,
    stated: Stated,
}

/// Reads the pay of an ad.
///
/// # Errors
/// [`Abandoned`] when nobody waits for it any longer.
pub fn read(
    data: &JobData,
    folded: &Folded,
    scope: &Scope,
    country: Option<&str>,
    work: &Work<'_>,
) -> Result<PayRead, Abandoned> {
    let amounts = Amounts { lists: &data.lists, currencies: &data.currencies };
    let mut best: Option<Candidate> = None;
    let mut read = PayRead {
        state: PayState::Absent,
        instead: None,
        range: None,
        stated: None,
        amounts: Vec::new(),
        readings: Vec::new(),
        on_target: None,
        bonus: None,
        equity: None,
    };
    for (at, sentence) in scope.sentences.iter().enumerate() {
        // "£13.28 an hour; this increases to £14.55" is one statement.
        let goes_on = |next: &&Sentence| {
            let text = &folded.text[next.range.clone()];
            data.lists
                .of(List::Range)
                .iter()
                .any(|words| words.contains(' ') && text.starts_with(words.as_str()))
        };
        let end = folded.text[sentence.range.clone()].ends_with(';').then(|| scope.sentences.get(at + 1));
        let end = end.flatten().filter(goes_on).map_or(sentence.range.end, |next| next.range.end);
        let text = &folded.text[sentence.range.start..end];
        work.step(text.len())?;
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let mut beside = |meaning: Meaning, stated: Stated| {
            let slot = match meaning {
                Meaning::OnTarget => &mut read.on_target,
                Meaning::Bonus => &mut read.bonus,
                Meaning::Equity => &mut read.equity,
                Meaning::Base | Meaning::SomethingElse => return,
            };
            slot.get_or_insert(stated);
        };
        // Money in a task is what the task is about, under whichever heading.
        let task = sentence.task && sentence.part != Part::Offer;
        let part = if task { Part::Tasks } else { sentence.part };
        let found = amounts.in_sentence(text, sentence.cues, part, country, &mut beside, work);
        let Some(found) = found else { continue };
        let offset = sentence.range.start;
        let range = offset + found.range.start..offset + found.range.end;
        if found.score >= SURE && read.amounts.len() < MOST_AMOUNTS {
            read.amounts.push((range.clone(), found.stated.clone()));
        }
        if best.as_ref().is_none_or(|known| found.score > known.score) {
            best = Some(Candidate { range, ..found });
        }
    }
    // Pay when all goals are met is never below the base: "£3,000 per month; OTE £4,500" is a month's too.
    if let (Some(target), Some(base)) = (&mut read.on_target, best.as_ref().map(|best| &best.stated)) {
        let year = |amount: f64, period: Period| amount * period.per_year(ANNUAL_HOURS);
        let (aimed, paid) = (year(target.low(), target.period), year(base.low(), base.period));
        if aimed < paid && year(target.low(), base.period) >= paid {
            target.period = base.period;
        }
    }
    without_amount(data, folded, scope, &mut read, work);
    // "Commission only, top earners make 30k a month": that is nobody's pay. Beside a scale that is named, a small amount of
    // which nothing says the period is a row of it.
    let row = |stated: &Stated| {
        let small = matches!(stated.period, Period::Hour | Period::Day);
        read.state == PayState::Named && stated.period_assumed && small
    };
    if let Some(Candidate { range, stated, .. }) = best.filter(|found| !row(&found.stated))
        && read.instead != Some(Instead::Commission)
    {
        (read.state, read.instead, read.range) = (PayState::Ambiguous, None, Some(range));
        if let Some(period) = amounts.other_period(&stated) {
            read.readings = vec![Stated { period, ..stated.clone() }, stated];
        } else if stated.high() > APART * stated.low() {
            // "15 000 - 280 000": one of the two is a slip.
            let one = |amount: f64| Stated { min: Some(amount), max: Some(amount), ..stated.clone() };
            read.readings = vec![one(stated.low()), one(stated.high())];
        } else {
            (read.state, read.stated) = (PayState::Parsed, Some(stated));
        }
    }
    Ok(read)
}

/// What an ad without an amount says of the pay.
fn without_amount(data: &JobData, folded: &Folded, scope: &Scope, read: &mut PayRead, work: &Work<'_>) {
    let serious = |part: Part| !matches!(part, Part::Company | Part::Legal);
    let part_of = |range: &Range<usize>| {
        let at = scope.sentences.partition_point(|sentence| sentence.range.end < range.start);
        scope.sentences.get(at).map_or(Part::Unknown, |sentence| sentence.part)
    };
    // "We never ask for unpaid trials" asks for none.
    let denied =
        |range: &Range<usize>| data.lists.inside(List::Denied, tail(&folded.text[..range.start], 28));
    // "Unpaid overtime" says nothing of the pay, bad as it is.
    let other = |range: &Range<usize>| {
        data.lists.begins(List::UnpaidOther, folded.text[range.end..].trim_start_matches([' ', '-']))
    };
    let of_post = |range: &Range<usize>| !denied(range) && !other(range);
    let first = |wanted: Cue| {
        scope
            .pay_cues
            .iter()
            .find(|(cue, range)| {
                work.count(1);
                *cue == wanted && serious(part_of(range)) && (wanted != Cue::Unpaid || of_post(range))
            })
            .map(|(_, range)| range.clone())
    };
    // Where pay is spoken of: in a sentence with a word for it, or in the part about the offer.
    let spoken = || {
        let about = |part: Part, cues: u64| part == Part::Offer || cues & bit(Cue::PayWord) != 0;
        scope.sentences.iter().filter(move |item| serious(item.part) && about(item.part, item.cues))
    };
    // "A competitive landscape", "a line to be defined" are no pay.
    let of_pay = |range: &Range<usize>| spoken().any(|item| item.range.contains(&range.start));
    let says = |list: List| {
        spoken()
            .map(|item| item.range.clone())
            // What is still to be filled in names nothing.
            .filter(|range| !data.lists.inside(List::Unfinished, &folded.text[range.clone()]))
            .find(|range| data.lists.begins_word(list, &folded.text[range.clone()]))
    };
    (read.state, read.instead, read.range) = if let Some(range) = first(Cue::Unpaid) {
        (PayState::Refused, Some(Instead::Unpaid), Some(range))
    } else if let Some(range) = says(List::CommissionOnly) {
        (PayState::Refused, Some(Instead::Commission), Some(range))
    } else if let Some(range) = says(List::NamedPay) {
        (PayState::Named, None, Some(range))
    } else if let Some(range) = first(Cue::PayVague).filter(|range| of_pay(range)) {
        (PayState::Absent, Some(Instead::Vague), Some(range))
    } else if read.equity.is_some() {
        (PayState::Refused, Some(Instead::Equity), None)
    } else {
        (PayState::Absent, None, None)
    };
}

/// Whether few words and no other number stand beside an amount: "Up to £40k DOE".
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let outside = [&text[..range.start], &text[range.end..]];
    let words = outside.iter().flat_map(|text| text.split_whitespace());
    words.filter(|word| word.contains(char::is_alphabetic)).count() <= ALONE_WORDS
        && !outside.iter().any(|text| text.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Below this, an amount for a period is a perk, in the currencies whose salaries are counted in thousands a month.
const fn least(period: Period) -> f64 {
    match period {
        Period::Hour => 1.0,
        Period::Day => 20.0,
        Period::Week => 50.0,
        Period::TwoWeeks | Period::HalfMonth => 100.0,
        Period::Month => 250.0,
        Period::Year => 2_500.0,
    }
}

impl Amounts<'_> {
    /// The best candidate of a sentence; `beside` is told of amounts that are paid beside the base.
    fn in_sentence(
        self,
        text: &str,
        cues: u64,
        part: Part,
        country: Option<&str>,
        beside: &mut impl FnMut(Meaning, Stated),
        work: &Work<'_>,
    ) -> Option<Candidate> {
        let has = |cue: Cue| cues & bit(cue) != 0;
        let mut best: Option<Candidate> = None;
        let spans = self.ranges(text);
        for (at, Span { low, high, range }) in spans.iter().enumerate() {
            let sign = high.sign.or(low.sign);
            // What stands beyond another amount is said of that one.
            let from = at.checked_sub(1).map_or(0, |at| spans[at].range.end).min(range.start);
            let to = spans.get(at + 1).map_or(text.len(), |next| next.range.start).max(range.end);
            let (before, after) = (tail(&text[from..range.start], 48), head(&text[range.end..to], 48));
            let bare = sign.is_none() && !low.thousand;
            // Years, percentages, hours and postcodes are not pay.
            let other = after.trim_start().starts_with('%')
                || self.lists.begins(List::Units, after.trim_start())
                || low.value < 100.0
                || (1900.0..2100.0).contains(&low.value);
            if bare && (!has(Cue::PayWord) || other) || self.lists.begins(List::Plans, &text[range.start..]) {
                continue;
            }
            let last = spans.len() == at + 1;
            let meaning = match self.meaning(before, after, last) {
                Meaning::Base | Meaning::Bonus if self.with_variable(&text[range.end..]) => Meaning::OnTarget,
                meaning => meaning,
            };
            if meaning == Meaning::SomethingElse {
                continue;
            }
            let large = low.value >= YEARLY_FROM
                && !self.currencies.by_month(sign.and_then(|sign| sign.currency(country)));
            let period = self.paid_for(before, &text[range.clone()], after, meaning, large);
            // A bonus is what a year brings, unless it says otherwise; one that comes several times a year is no one amount.
            if meaning != Meaning::Base
                && self.lists.begins_word(List::SeveralTimes, &format!("{before} {after}"))
            {
                continue;
            }
            let period = period.or((meaning != Meaning::Base).then_some(Period::Year));
            // Ads that begin with a line of facts put the pay beside the contract.
            let named = [Cue::PayWord, Cue::PayVague, Cue::Contract, Cue::Hours].into_iter().any(has)
                || part == Part::Offer;
            // An amount that nothing calls pay is pay only where it says for what period, or stands alone.
            let told =
                part != Part::Tasks && part != Part::Company && sign.is_some() && low.value >= ALONE_FROM;
            let alone = 2 * range.len() >= text.trim().len() || told && stands_alone(text, range);
            let wide = sign.is_some() && high.value > low.value;
            if !named && !alone && !wide && (period.is_none() || part == Part::Tasks) {
                continue;
            }
            let single = (high.value - low.value).abs() < f64::EPSILON;
            let currency = sign.and_then(|sign| sign.currency(country));
            // Small change beside vague words is a perk.
            let perk = single
                && meaning == Meaning::Base
                && match period {
                    None => low.value < if has(Cue::PayVague) { 1_000.0 } else { 100.0 },
                    Some(period) => !self.currencies.by_month(currency) && low.value < least(period),
                };
            let points = [
                (sign.is_some(), 2),
                (low.thousand, 1),
                (has(Cue::PayWord), 2),
                (period.is_some(), 2),
                (high.value > low.value, 1),
                (part == Part::Offer, 1),
                (sign.is_some() && (9_000.0..400_000.0).contains(&low.value), 1),
                (part == Part::Company, -3),
                (part == Part::Tasks && !named && !alone, -2),
                (perk, -6),
            ];
            let score: i32 = points.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
            let wanted = meaning != Meaning::Base || best.as_ref().is_none_or(|known| known.score < score);
            if score < 3 || !wanted {
                continue;
            }
            // Each better candidate looks over the whole sentence once more; scores rise a few times at most.
            work.count(text.len());
            let (period, period_assumed) =
                period.map_or_else(|| (self.assumed(low.value, currency), true), |period| (period, false));
            let upper = single && self.lists.ends(List::UpperBefore, before.trim_end());
            let lower = single
                && !upper
                && (self.lists.ends(List::OpenBefore, before.trim_end())
                    || self.lists.begins(List::OpenAfter, after.trim_start())
                    // "36 000 €+", not "36 000 € + 13ème mois".
                    || after.starts_with('+'));
            let net = self.lists.begins_word(List::NetAfter, head(after, 14))
                || self.lists.ends(List::NetBefore, before.trim_end())
                || self.lists.inside(List::NetSalary, before);
            let stated = Stated {
                min: (!upper).then_some(low.value),
                max: (!lower).then_some(high.value),
                currency,
                period,
                period_assumed,
                payments: self.payments(text),
                fte: share(self.lists, text),
                // Between two amounts the words are said of the later one's full time, not of the first.
                pro_rata: self.lists.inside(List::ProRata, &text[from..to])
                    || self.lists.begins(List::FullTime, after.trim_start()),
                net,
            };
            if meaning == Meaning::Base {
                best = Some(Candidate { score, range: range.clone(), stated });
            } else {
                beside(meaning, stated);
            }
        }
        best
    }

    /// The period that an amount without one is most likely for.
    fn assumed(self, amount: f64, currency: Option<&str>) -> Period {
        let small = self.currencies.by_month(currency);
        match amount {
            amount if small && amount >= 500.0 => Period::Month,
            amount if amount >= 9_000.0 => Period::Year,
            amount if amount >= 600.0 => Period::Month,
            amount if amount >= 120.0 => Period::Day,
            _ => Period::Hour,
        }
    }

    /// The other period that an amount without one may well be for: few monthly salaries are so high, and few yearly ones
    /// so low.
    fn other_period(self, stated: &Stated) -> Option<Period> {
        if !stated.period_assumed || self.currencies.by_month(stated.currency) {
            return None;
        }
        match stated.low() {
            amount if (6_000.0..9_000.0).contains(&amount) => Some(Period::Year),
            amount if (9_000.0..12_000.0).contains(&amount) => Some(Period::Month),
            _ => None,
        }
    }

    /// Monthly payments a year: 12 where the sentence states no other number.
    fn payments(self, text: &str) -> u32 {
        let stated = self.lists.payments.iter().find(|(_, sign)| starts_word(text, sign));
        stated.map_or(12, |(months, _)| *months)
    }
}

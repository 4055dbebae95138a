//! What an ad says in one place and takes back in another.

use std::ops::Range;

use super::super::pay::Stated;
use super::super::scope::{Sentence, bit};
use super::Checks;
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::List;
use crate::domain::job::wording::Severity;
use crate::domain::pay::figure::Period;
use crate::domain::pay::minimum::ANNUAL_HOURS;
use crate::domain::vocab::Grade;

/// Fewest years of experience that somebody without any does not have.
const YEARS: u32 = 2;
/// Hours a week from which a post is a full one, and below which it is a part of one.
const FULL: f64 = 35.0;
const PART: f64 = 30.0;
/// How many times the upper end of one amount the lower end of another must be to contradict it: a thirteenth month that
/// nobody mentions explains less.
const APART: f64 = 1.1;

/// Where an amount stands, its lower and upper end a year, and its currency.
type Amount<'a> = (&'a Range<usize>, (f64, f64), Option<&'static str>);

/// Two sets of places at which an ad says what cannot both hold.
struct Sides {
    one: Vec<Range<usize>>,
    other: Vec<Range<usize>>,
}

impl Checks<'_, '_> {
    /// Contradictions inside the ad, one of each kind at most.
    pub(in super::super) fn contradictions(&mut self) {
        // Of two posts in one ad each may ask for something else.
        if self.reading.scope.sentences.iter().any(|item| self.inside(List::SeveralPosts, item)) {
            return;
        }
        let remote = self.presence();
        let contract = self.sides(&|item| has(item, Cue::Permanent), &|item| has(item, Cue::FixedTerm));
        let hours = self.sides(&|item| self.full_time(item), &|item| self.part_time(item));
        let experience = self.sides(&|item| self.years_needed(item), &|item| has(item, Cue::Beginners));
        let pays = self.two_pays();
        for (code, found) in [
            ("contradiction-remote", remote),
            ("contradiction-contract", contract),
            ("contradiction-hours", hours),
            ("contradiction-experience", experience),
            ("contradiction-pay", pays),
        ] {
            let Some((one, other)) = found else { continue };
            let (one, other) = (self.excerpt(&one), self.excerpt(&other));
            let places = [("one", one.text.as_str()), ("other", other.text.as_str())];
            let sure = (Severity::Warning, Grade::Medium);
            self.found(code, "contradiction", sure, Some(other.clone()), &places);
        }
    }

    fn excerpt(&self, range: &Range<usize>) -> super::Excerpt {
        self.reading.excerpt(range.start, range.end)
    }

    fn text(&self, sentence: &Sentence) -> &str {
        &self.reading.folded.text[sentence.range.clone()]
    }

    fn inside(&self, list: List, sentence: &Sentence) -> bool {
        self.bench.data.lists.inside(list, self.text(sentence))
    }

    /// The sentences that speak of the post, plainly: what they offer is no choice, and nothing that comes later.
    fn plain(&self) -> impl Iterator<Item = &Sentence> {
        let about = |item: &&Sentence| item.part != Part::Legal;
        self.reading
            .scope
            .sentences
            .iter()
            .filter(about)
            .filter(|item| !self.inside(List::Alternatives, item))
    }

    /// The first sentences that say one thing and the other. A sentence that says both, or offers them as a choice, explains
    /// the whole ad.
    fn sides(
        &self,
        one: &dyn Fn(&Sentence) -> bool,
        other: &dyn Fn(&Sentence) -> bool,
    ) -> Option<(Range<usize>, Range<usize>)> {
        if self.reading.scope.sentences.iter().any(|item| one(item) && other(item)) {
            return None;
        }
        let of = |side: &dyn Fn(&Sentence) -> bool| {
            self.plain().filter(|item| side(item)).map(|item| item.range.clone()).collect()
        };
        Sides { one: of(one), other: of(other) }.first()
    }

    /// All work at home, and presence every day; one sentence may say both.
    fn presence(&self) -> Option<(Range<usize>, Range<usize>)> {
        let daily = |item: &&Sentence| has(item, Cue::OnSite) && !self.inside(List::Occasional, item);
        let of = |items: Vec<&Sentence>| items.into_iter().map(|item| item.range.clone()).collect();
        Sides {
            one: of(self.plain().filter(|item| has(item, Cue::FullyRemote)).collect()),
            other: of(self.plain().filter(daily).collect()),
        }
        .first()
    }

    fn full_time(&self, item: &Sentence) -> bool {
        has(item, Cue::FullTime) && !has(item, Cue::PartTime) || self.weekly(item, |hours| hours >= FULL)
    }

    fn part_time(&self, item: &Sentence) -> bool {
        let share = super::super::hours::share(&self.bench.data.lists, self.text(item));
        has(item, Cue::PartTime) && !has(item, Cue::FullTime)
            || self.weekly(item, |hours| hours < PART)
            || share.is_some_and(|share| share * FULL < PART)
    }

    /// Whether a sentence states hours a week of some number.
    fn weekly(&self, sentence: &Sentence, fits: impl Fn(f64) -> bool) -> bool {
        let hours = super::super::hours::hours(&self.bench.data.lists, self.text(sentence));
        hours.is_some_and(fits)
    }

    /// Whether a sentence makes some years of experience a condition.
    fn years_needed(&self, sentence: &Sentence) -> bool {
        let lists = &self.bench.data.lists;
        let text = self.text(sentence);
        if has(sentence, Cue::Beginners) || !lists.inside(List::Needed, text) {
            return false;
        }
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        words.windows(2).any(|pair| {
            let years = matches!(pair[1], "ans" | "annees" | "years" | "yrs");
            let enough = pair[0].parse::<u32>().map_or_else(
                |_| lists.has(List::NumbersInWords, pair[0]),
                |years| (YEARS..=30).contains(&years),
            );
            years && enough
        })
    }

    /// Two amounts of base pay of which neither can be the other.
    fn two_pays(&self) -> Option<(Range<usize>, Range<usize>)> {
        let known: Vec<Amount<'_>> = self
            .reading
            .pay
            .amounts
            .iter()
            .filter(|(range, stated)| {
                let at = self.reading.scope.sentences.partition_point(|item| item.range.end < range.start);
                let sentence = self.reading.scope.sentences.get(at);
                let fits = |item: &Sentence| {
                    !matches!(item.part, Part::Company | Part::Legal) && !self.inside(List::PayOfSome, item)
                };
                sentence.is_some_and(fits)
                    && !stated.open()
                    && !stated.net
                    && !stated.pro_rata
                    && stated.fte.is_none()
            })
            .filter_map(|(range, stated)| Some((range, self.yearly(stated)?, stated.currency)))
            .collect();
        for (at, (range, (low, high), currency)) in known.iter().enumerate() {
            for (other, (least, most), other_currency) in &known[at + 1..] {
                let apart = *least > high * APART || *low > most * APART;
                if apart && currency == other_currency {
                    return Some(((*range).clone(), (*other).clone()));
                }
            }
        }
        None
    }

    /// An amount as that of a year; none where its period is only assumed.
    fn yearly(&self, stated: &Stated) -> Option<(f64, f64)> {
        let hours = self.reading.hours.hours;
        let times = match stated.period {
            _ if stated.period_assumed && stated.period != Period::Year => return None,
            Period::Month => f64::from(stated.payments),
            Period::Hour => hours.map_or(ANNUAL_HOURS, |hours| hours * 52.0),
            period => period.per_year(ANNUAL_HOURS),
        };
        Some((stated.low() * times, stated.high() * times))
    }
}

impl Sides {
    fn first(self) -> Option<(Range<usize>, Range<usize>)> {
        Some((self.one.into_iter().next()?, self.other.into_iter().next()?))
    }
}

const fn has(sentence: &Sentence, cue: Cue) -> bool {
    sentence.cues & bit(cue) != 0
}

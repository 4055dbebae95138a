//! What an ad says in one place and takes back in another.

use std::ops::Range;

use super::super::pay::Stated;
use super::super::scope::Sentence;
use super::Checks;
use crate::domain::job::lexicon::Part;
use crate::domain::job::lists::List;
use crate::domain::job::wording::Severity;
use crate::domain::pay::figure::Period;
use crate::domain::pay::minimum::ANNUAL_HOURS;
use crate::domain::vocab::{Grade, vocabulary};

/// From which probability a line states something.
const LIKELY: f32 = 0.6;
/// Most words of one fact among several in a line.
const FACT: usize = 4;
/// How many times the upper end of one amount the lower end of another must be to contradict it: a thirteenth month that
/// nobody mentions explains less.
const APART: f64 = 1.1;

/// Where an amount stands, its lower and upper end a year, and its currency.
type Amount<'a> = (&'a Range<usize>, (f64, f64), Option<&'static str>);

vocabulary! {
    /// What a line of an ad may state about the post.
    Statement("statement") {
        /// All of its work is done away from the office.
        Remote = "remote",
        /// The person must be there every day.
        OnSite = "onsite",
        /// It has no end.
        Permanent = "permanent",
        /// It has one.
        Ends = "ends",
        /// It is for a whole week.
        FullTime = "full",
        /// It is for a part of the week.
        PartTime = "part",
        /// Years of experience are a condition.
        Experience = "experience",
        /// People without experience are accepted.
        Beginners = "beginners",
    }
}

/// What cannot both be said of one post.
const OPPOSITES: [(&str, Statement, Statement); 4] = [
    ("contradiction-remote", Statement::Remote, Statement::OnSite),
    ("contradiction-contract", Statement::Permanent, Statement::Ends),
    ("contradiction-hours", Statement::FullTime, Statement::PartTime),
    ("contradiction-experience", Statement::Experience, Statement::Beginners),
];

/// A statement where it stands, and how sure it is.
struct Stating {
    what: Statement,
    likely: f32,
    range: Range<usize>,
}

impl Checks<'_, '_> {
    /// Contradictions inside the ad, one of each kind at most.
    pub(in super::super) fn contradictions(&mut self) {
        // Of two posts in one ad each may ask for something else.
        if self.reading.scope.sentences.iter().any(|item| self.inside(List::SeveralPosts, item)) {
            return;
        }
        let stated = self.statements();
        let opposed = OPPOSITES.iter().filter_map(|(code, one, other)| {
            let surest = |what: Statement| {
                stated.iter().filter(|item| item.what == what).max_by(|a, b| a.likely.total_cmp(&b.likely))
            };
            let (one, other) = (surest(*one)?, surest(*other)?);
            Some((*code, one.range.clone(), other.range.clone()))
        });
        let pays = self.two_pays().map(|(one, other)| ("contradiction-pay", one, other));
        for (code, one, other) in opposed.chain(pays).collect::<Vec<_>>() {
            let (one, other) = (self.excerpt(&one), self.excerpt(&other));
            let places = [("one", one.text.as_str()), ("other", other.text.as_str())];
            let sure = (Severity::Warning, Grade::Medium);
            self.found(code, "contradiction", sure, Some(other.clone()), &places);
        }
    }

    /// What the lines of the ad state about the post, by the model of statements. A line that offers a choice, says what
    /// comes later or speaks of somebody else states nothing.
    fn statements(&self) -> Vec<Stating> {
        let model = &self.bench.data.statements;
        let mut found = Vec::new();
        let about = |item: &&Sentence| {
            let plain = item.part != Part::Legal && !self.inside(List::Alternatives, item);
            plain && self.inside(List::OfThePost, item) && !self.label(item) && !self.row_of_ages(item)
        };
        for sentence in self.reading.scope.sentences.iter().filter(about) {
            let text = self.text(sentence);
            self.reading.work.count(text.len());
            for piece in pieces(text) {
                let range = sentence.range.start + piece.start..sentence.range.start + piece.end;
                let shares = model.probabilities(&text[piece.clone()]);
                let labels = model.owners().iter().zip(shares).filter(|(_, likely)| *likely >= LIKELY);
                // Pay by the hour says nothing of how many there are.
                let by_hour = self.reading.pay.amounts.iter().any(|(at, stated)| {
                    stated.period == Period::Hour && at.start < range.end && range.start < at.end
                });
                let states = labels.filter_map(|(label, likely)| {
                    Some(Stating { what: Statement::find(label)?, likely, range: range.clone() })
                });
                // "25 days" are leave: a week has seven.
                let no_share = by_hour || self.days_of_leave(&text[piece.clone()]);
                // "Less than 30 hours a week" is no full time either.
                let at_most = self.bench.data.lists.inside(List::HoursAtMost, &text[piece.clone()]);
                found.extend(states.filter(|item| match item.what {
                    Statement::PartTime => !no_share,
                    Statement::FullTime => !at_most,
                    _ => true,
                }));
            }
        }
        found
    }

    /// Whether a text begins with more days than a week has.
    fn days_of_leave(&self, text: &str) -> bool {
        let mut words = text.split_whitespace();
        let number = words.next().and_then(|word| word.parse::<u32>().ok());
        let day = words.next().unwrap_or("").trim_end_matches(|c: char| !c.is_alphanumeric());
        number.is_some_and(|number| number > 7) && self.bench.data.lists.has(List::WorkingTime, day)
    }

    /// Whether a line is nothing but what its value is called, as a cell of a table: "Contrat", "Contract type".
    fn label(&self, sentence: &Sentence) -> bool {
        self.bench.data.lists.has(List::Labels, self.text(sentence).trim().trim_end_matches([':', ' ']))
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

/// The facts of a line such as "CDI - temps plein - Lyon"; a sentence is one piece.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let cut = |separator: &str| -> Vec<Range<usize>> {
        let mut at = 0;
        text.split(separator)
            .map(|piece| {
                let start = at + piece.len() - piece.trim_start().len();
                // The bars of a table are no words.
                let bare = |c: char| c.is_whitespace() || c == '|';
                let start = start + (piece.trim_start().len() - piece.trim_start_matches(bare).len());
                let range = start..start + piece.trim_matches(bare).len();
                at += piece.len() + separator.len();
                range
            })
            .filter(|range| !range.is_empty())
            .collect()
    };
    for separator in [" | ", " - ", " \u{2022} ", " \u{b7} "] {
        let mut found = cut(separator);
        if found.len() > 1 {
            // The first cell of a row says what the row is about; it states nothing.
            if text.trim_start().starts_with('|') {
                found.remove(0);
            }
            return found;
        }
    }
    let found = cut(",");
    let short = |range: &Range<usize>| text[range.clone()].split_whitespace().count() <= FACT;
    if found.len() > 1 && found.iter().all(short) {
        return found;
    }
    std::iter::once(0..text.trim_end().len()).collect()
}

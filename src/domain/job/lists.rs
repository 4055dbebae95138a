//! Lists of words that reading turns on, one for each use in the code: `data/job-ads/lists.toml`.
//!
//! The lexicon finds thousands of phrases in one pass. These lists are short, and are asked about beside a title or an
//! amount only. The order of words counts where the first of several wins.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use serde::Deserialize;

use super::matcher::Matcher;
use crate::domain::pay::figure::Period;
use crate::domain::text::Lang;
use crate::domain::vocab::vocabulary;

vocabulary! {
    /// What a list of words is for.
    List("list of words") {
        /// Words that French uses all the time.
        CommonFrench = "common-french",
        /// Words that English uses all the time.
        CommonEnglish = "common-english",
        /// Words that other languages use all the time.
        CommonElsewhere = "common-elsewhere",
        /// Beginnings of names with a capital inside.
        NameBeginnings = "name-beginnings",
        /// Words of a title that make the post a traineeship.
        Trainee = "trainee",
        /// Phrases beside the pay that do so.
        TraineePay = "trainee-pay",
        /// Names of such contracts.
        TraineeContract = "trainee-contract",
        /// Words that make a traineeship an internship.
        ContractInternship = "contract-internship",
        /// Words for a contract without end.
        ContractPermanent = "contract-permanent",
        /// Words for a contract with an end.
        ContractFixedTerm = "contract-fixed-term",
        /// Words for freelance work.
        ContractFreelance = "contract-freelance",
        /// Words behind the name of a company that say its legal form.
        LegalForms = "legal-forms",
        /// Words in the names of those who recruit for others.
        AgencyNames = "agency-names",
        /// Phrases by which an ad says that somebody recruits for another.
        AgencyPhrases = "agency-phrases",
        /// Words of a title that say `junior`.
        Junior = "junior",
        /// Words of a title that say `senior`.
        Senior = "senior",
        /// Words before a number of hours that make it the most there may be.
        HoursAtMost = "hours-at-most",
        /// Words before a period that say when pay is paid, not for what.
        PaidWhen = "paid-when",
        /// What follows a number of years.
        Years = "years",
        /// Words for the numbers from one to ten, a language after the other.
        SmallNumbers = "small-numbers",
        /// What makes such years experience.
        Experience = "experience",
        /// Marks near a title that address everybody.
        BothSexes = "both-sexes",
        /// Signs inside a title that it names both sexes.
        InclusiveTitle = "inclusive-title",
        /// First words of French titles that name both sexes alike.
        EpiceneTitle = "epicene-title",
        /// Words by which a French title names one sex.
        GenderedTitle = "gendered-title",
        /// Beginnings of what asks for a person, by which a rule on wording speaks of candidates and of nobody else.
        CandidateSought = "candidate-sought",
        /// Words that take a negation back.
        NotNegated = "not-negated",
        /// Words that deny unpaid work.
        Denied = "denied",
        /// What follows a word for unpaid work when it is not the pay of the post.
        UnpaidOther = "unpaid-other",
        /// Abbreviations of millions and more.
        Millions = "millions",
        /// What may follow the k of thousands.
        Thousands = "thousands",
        /// What may close the first amount of a range.
        AmountEnds = "amount-ends",
        /// What joins two amounts to a range.
        Range = "range",
        /// Words beside an amount that make it something else than pay.
        Noise = "noise",
        /// Words near an amount, on either side, that make it shares of the company.
        Equity = "equity",
        /// Words beside an amount that make it what is paid when all goals are met.
        OnTarget = "on-target",
        /// Words beside an amount that make it a bonus.
        Bonus = "bonus",
        /// Words by which nothing but commission is paid.
        CommissionOnly = "commission-only",
        /// Savings plans whose names are numbers.
        Plans = "plans",
        /// Words by which pay is named without an amount.
        NamedPay = "named-pay",
        /// Units that make a bare number something else than pay.
        Units = "units",
        /// Words before an amount that leave a range without one of its ends.
        OpenBefore = "open-before",
        /// Of these, those that leave the upper end only.
        UpperBefore = "upper-before",
        /// Conjunctions that lead from an amount to what is paid beside it.
        Beside = "beside",
        /// Words behind an amount after which comes what is in it.
        Inclusive = "inclusive",
        /// Words of a bonus that is paid several times a year.
        SeveralTimes = "several-times",
        /// Words behind an amount that leave a range without one of its ends.
        OpenAfter = "open-after",
        /// Phrases by which an amount is that of a full-time post.
        ProRata = "pro-rata",
        /// Words right behind an amount that say so.
        FullTime = "full-time",
        /// Words before an amount that is paid by the day.
        DayRate = "day-rate",
        /// Words right behind an amount that make it net.
        NetAfter = "net-after",
        /// Words right before it that do so.
        NetBefore = "net-before",
        /// Words anywhere before it that do so.
        NetSalary = "net-salary",
        /// Words for pay by the hour.
        PerHour = "per-hour",
        /// Words for pay by the day.
        PerDay = "per-day",
        /// Words for pay by the week.
        PerWeek = "per-week",
        /// Words for pay every two weeks.
        PerTwoWeeks = "per-two-weeks",
        /// Words for pay twice a month.
        PerHalfMonth = "per-half-month",
        /// Words for pay by the month.
        PerMonth = "per-month",
        /// Words for pay by the year.
        PerYear = "per-year",
        /// Words for a period that count behind an amount only.
        PeriodAfter = "period-after",
        /// Words for a period that count something else after a number.
        PeriodCounted = "period-counted",
        /// Words for working time.
        WorkingTime = "working-time",
        /// What may stand behind them.
        WorkingTimeWhere = "working-time-where",
        /// How ads count monthly payments.
        Payments = "payments",
        /// Words for the whole of it.
        WholeWeek = "whole-week",
        /// Words for half of full time.
        HalfTime = "half-time",
        /// Words for four fifths of it.
        FourFifths = "four-fifths",
        /// What stands behind the number of any other share.
        ShareOfTime = "share-of-time",
        /// Words for hours behind their number.
        Hours = "hours",
        /// What follows hours that are not those of a week.
        HoursElse = "hours-else",
        /// What stands before such hours.
        HoursElseBefore = "hours-else-before",
        /// What makes them those of a week.
        HoursAWeek = "hours-a-week",
        /// What says so before it.
        WeeklyBefore = "weekly-before",
        /// What makes a number of hours the lower end of a range.
        HoursRange = "hours-range",
        /// What stands between a number and the period that it is counted in.
        EachPeriod = "each-period",
        /// Words for work of less than full time.
        PartTime = "part-time",
        /// Labels of the place of the job.
        PlaceLabels = "place-labels",
        /// Words right before a place that make it the job's.
        PlaceBefore = "place-before",
        /// Words before a place that make it the job's among the tasks too.
        PlaceOfPost = "place-of-post",
        /// Prepositions before a town.
        PlacePrepositions = "place-prepositions",
        /// Words of a row that says an age.
        Ages = "ages",
        /// What the facts of a post are called.
        Labels = "labels",
        /// Beginnings of what an ad has still to say.
        Unfinished = "unfinished",
        /// What post offices write behind a town.
        PostalSuffix = "postal-suffix",
        /// Endings of the number of a quarter.
        OrdinalEndings = "ordinal-endings",
        /// Words that may follow a place among the facts of an ad.
        PlaceAfter = "place-after",
        /// Words by which a sentence offers a choice or says what comes later: it contradicts nothing.
        Alternatives = "alternatives",
        /// Words of which a line that states something about the post holds one.
        OfThePost = "of-the-post",
        /// Words of an ad for several posts.
        SeveralPosts = "several-posts",
        /// Words by which an amount is one of several levels, or holds more than base pay.
        PayOfSome = "pay-of-some",
        /// Names of languages other than French.
        LanguagesButFrench = "languages-but-french",
        /// Words by which an ad gives a reason.
        Reasons = "reasons",
        /// Answers of a brief that mean: expressly none.
        None = "none",
    }
}

impl List {
    /// Whether the list is looked for in text as it is written, in small letters but with accents, and not in folded text.
    #[must_use]
    pub const fn keeps_accents(self) -> bool {
        matches!(
            self,
            Self::BothSexes | Self::InclusiveTitle | Self::EpiceneTitle | Self::GenderedTitle | Self::None
        )
    }
}

/// A list, as the data has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordList {
    /// What it is for.
    pub id: List,
    /// Its words.
    pub words: Vec<String>,
    /// Words added to them: what an overlay adds to ours.
    #[serde(default)]
    pub also: Vec<String>,
}

/// A word that says what an amount is paid for.
#[derive(Clone, Debug)]
pub struct PeriodWord {
    /// The word, as folded text has it.
    pub word: String,
    /// What it means.
    pub period: Period,
    /// Whether it counts behind an amount only.
    pub after_only: bool,
    /// Whether it counts something else right behind a number.
    pub counted: bool,
}

/// Most monthly payments a year that ads state beside the usual twelve.
const PAYMENTS: [u32; 2] = [13, 14];

/// From how many words on a list is looked for in one pass.
const TOGETHER: usize = 4;

/// All lists.
#[derive(Clone, Debug)]
pub struct Lists {
    /// In the order of [`List::ALL`].
    words: Vec<Vec<String>>,
    /// The words of each list as one automaton, made when it is first looked for inside a text.
    together: Vec<OnceLock<Option<AhoCorasick>>>,
    /// Words for periods: shorter periods first.
    pub periods: Vec<PeriodWord>,
    /// Finds them all at once, by their place in that order.
    pub period_words: Matcher<usize>,
    /// Numbers of monthly payments, and phrases that state them.
    pub payments: Vec<(u32, String)>,
}

impl Lists {
    /// Takes the lists.
    ///
    /// # Errors
    /// The first list that is missing.
    pub fn new(records: Vec<WordList>) -> Result<Self, List> {
        let mut words: Vec<Option<Vec<String>>> = vec![None; List::ALL.len()];
        for mut record in records {
            record.words.append(&mut record.also);
            words[record.id as usize] = Some(record.words);
        }
        let words: Vec<Vec<String>> =
            words.into_iter().zip(List::ALL).map(|(words, id)| words.ok_or(*id)).collect::<Result<_, _>>()?;
        let together = words.iter().map(|_| OnceLock::new()).collect();
        let period_words = Matcher::new([]);
        let mut lists = Self { words, together, periods: Vec::new(), period_words, payments: Vec::new() };
        for (period, list) in [
            (Period::Hour, List::PerHour),
            (Period::Day, List::PerDay),
            (Period::TwoWeeks, List::PerTwoWeeks),
            (Period::HalfMonth, List::PerHalfMonth),
            (Period::Week, List::PerWeek),
            (Period::Month, List::PerMonth),
            (Period::Year, List::PerYear),
        ] {
            let words = lists.of(list).iter().map(|word| PeriodWord {
                word: word.clone(),
                period,
                after_only: lists.has(List::PeriodAfter, word),
                counted: lists.has(List::PeriodCounted, word),
            });
            let words: Vec<PeriodWord> = words.collect();
            lists.periods.extend(words);
        }
        let words = lists.periods.iter().enumerate();
        lists.period_words = Matcher::new(words.map(|(at, known)| (known.word.as_str(), at)));
        for months in PAYMENTS {
            let signs = lists.of(List::Payments).iter();
            let signs: Vec<(u32, String)> =
                signs.map(|sign| (months, sign.replace("{n}", &months.to_string()))).collect();
            lists.payments.extend(signs);
        }
        Ok(lists)
    }

    /// The words of a list.
    #[must_use]
    pub fn of(&self, list: List) -> &[String] {
        &self.words[list as usize]
    }

    /// Whether a word is in a list.
    #[must_use]
    pub fn has(&self, list: List, word: &str) -> bool {
        self.of(list).iter().any(|known| known == word)
    }

    /// Whether one of the words of a list stands anywhere in a text.
    #[must_use]
    pub fn inside(&self, list: List, text: &str) -> bool {
        let words = self.of(list);
        let one_by_one = || words.iter().any(|word| text.contains(word.as_str()));
        if words.len() < TOGETHER {
            return one_by_one();
        }
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        let make = || AhoCorasick::builder().kind(kind).build(words).ok();
        match self.together[list as usize].get_or_init(make) {
            Some(all) => all.is_match(text),
            None => one_by_one(),
        }
    }

    /// The number that a word says, from one to ten.
    #[must_use]
    pub fn number(&self, word: &str) -> Option<u32> {
        let at = self.of(List::SmallNumbers).iter().position(|known| known == word)?;
        u32::try_from(at % 10 + 1).ok()
    }

    /// Whether a text begins with one of them.
    #[must_use]
    pub fn begins(&self, list: List, text: &str) -> bool {
        self.of(list).iter().any(|word| text.starts_with(word.as_str()))
    }

    /// Whether a text ends with one of them.
    #[must_use]
    pub fn ends(&self, list: List, text: &str) -> bool {
        self.of(list).iter().any(|word| text.ends_with(word.as_str()))
    }

    /// Whether a text ends with one of them as a word of its own.
    #[must_use]
    pub fn ends_word(&self, list: List, text: &str) -> bool {
        let whole = |word: &String| {
            text.strip_suffix(word.as_str())
                .is_some_and(|head| !head.ends_with(|c: char| c.is_alphanumeric()))
        };
        self.of(list).iter().any(whole)
    }

    /// Whether one of the words of a text is in a list.
    #[must_use]
    pub fn any_word(&self, list: List, text: &str) -> bool {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| self.has(list, word))
    }

    /// How many of some words French, English and other languages use all the time.
    #[must_use]
    pub fn common<'t>(&self, words: impl IntoIterator<Item = &'t str>) -> Common {
        let mut found = Common::default();
        for word in words {
            found.french += usize::from(self.has(List::CommonFrench, word));
            found.english += usize::from(self.has(List::CommonEnglish, word));
            found.elsewhere += usize::from(self.has(List::CommonElsewhere, word));
            found.words += usize::from(word.chars().any(char::is_alphabetic));
        }
        found
    }

    /// Whether a word of a text begins with one of them.
    #[must_use]
    pub fn begins_word(&self, list: List, text: &str) -> bool {
        let words = self.of(list);
        word_starts(text).any(|rest| words.iter().any(|word| begins_so(rest, word)))
    }
}

/// Numbers of words that languages use all the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// Of French.
    pub french: usize,
    /// Of English.
    pub english: usize,
    /// Of others.
    pub elsewhere: usize,
    /// Of all words.
    pub words: usize,
}

impl Common {
    /// The nearer of the two languages.
    #[must_use]
    pub const fn lang(self) -> Lang {
        if self.french > self.english { Lang::Fr } else { Lang::En }
    }
}

/// Whether a word of a text begins so.
#[must_use]
pub fn starts_word(text: &str, word: &str) -> bool {
    word_starts(text).any(|rest| begins_so(rest, word))
}

/// What follows each place of a short text where a word may begin: any that no letter or digit stands right before.
fn word_starts(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let starts = !std::mem::replace(&mut inside, c.is_alphanumeric());
        starts.then(|| &text[at..])
    })
}

/// Whether a text begins with a word; most do not by their first letter.
#[must_use]
pub fn begins_so(text: &str, word: &str) -> bool {
    text.as_bytes().first() == word.as_bytes().first() && text.starts_with(word)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Our own lists.
    pub(crate) fn lists() -> Lists {
        #[derive(Deserialize)]
        struct All {
            list: Vec<WordList>,
        }
        let all: All = toml::from_str(include_str!("../../../data/job-ads/lists.toml")).unwrap();
        Lists::new(all.list).unwrap()
    }

    #[test]
    fn the_nearer_language_is_told_by_its_usual_words() {
        let of = |text: &str| lists().common(text.split(' '));
        assert_eq!(of("vous animez la page et les groupes").lang(), Lang::Fr);
        assert_eq!(of("you run the page and the groups").lang(), Lang::En);
        let german = of("die gruppen und der verein sind nicht da");
        assert!(german.elsewhere > german.french.max(german.english), "{german:?}");
        assert_eq!(of("").words, 0);
    }
}

//! What the audit of an ad looks for: words, activities, headings, titles and signs, as data, and the automata made of
//! them.

mod entries;

use std::sync::OnceLock;

pub use self::entries::{
    Activity, Alone, CueTerms, Ground, Heading, Neighbour, Raw, Share, Terms, Title, Word,
};
use super::matcher::Matcher;
use crate::domain::text::Lang;
use crate::domain::vocab::vocabulary;

vocabulary! {
    /// What a part of an ad is about.
    Part("part of an ad") {
        /// Before any heading that says so.
        Unknown = "unknown",
        /// What the person will do.
        Tasks = "tasks",
        /// What is asked of the person.
        Profile = "profile",
        /// What would be welcome.
        Nice = "nice",
        /// Who the employer is.
        Company = "company",
        /// Contract, pay, benefits, place.
        Offer = "offer",
        /// How to apply.
        Process = "process",
        /// Equal opportunities and other notices.
        Legal = "legal",
    }
}

vocabulary! {
    /// A sign that an ad says something.
    Cue("sign") {
        /// The sort of contract.
        Contract = "contract",
        /// Working hours.
        Hours = "hours",
        /// When the job begins.
        Start = "start",
        /// Where the work is done.
        Place = "place",
        /// Work away from the office.
        Remote = "remote",
        /// To whom the person reports.
        ReportingLine = "reporting-line",
        /// How success is measured.
        Kpis = "kpis",
        /// Benefits, by name.
        Benefits = "benefits",
        /// Pay beside the base.
        OtherCompensation = "other-compensation",
        /// How to apply.
        HowToApply = "how-to-apply",
        /// The steps of the selection.
        Process = "process",
        /// Until when to apply.
        ClosingDate = "closing-date",
        /// When the ad was published.
        DatePosted = "date-posted",
        /// Equal opportunities.
        EqualOpportunity = "equal-opportunity",
        /// Whether software screens applications.
        AiUse = "ai-use",
        /// Whether the vacancy exists.
        VacancyStatus = "vacancy-status",
        /// The collective agreement.
        CollectiveAgreement = "collective-agreement",
        /// Whether more than the minimum may be paid.
        WillingnessToPayMore = "willingness-to-pay-more",
        /// Commission.
        Commission = "commission",
        /// Languages.
        Languages = "languages",
        /// Tools.
        Tools = "tools",
        /// Platforms.
        Platforms = "platforms",
        /// A degree.
        Diploma = "diploma",
        /// Moderation.
        Moderation = "moderation",
        /// How moderation is supported.
        ModerationSupport = "moderation-support",
        /// Work without pay.
        Unpaid = "unpaid",
        /// Pay without an amount.
        PayVague = "pay-vague",
        /// A word that makes an amount pay.
        PayWord = "pay-word",
        /// A word that makes an amount something else.
        PayNoise = "pay-noise",
        /// Net pay.
        Net = "net",
        /// A negation.
        Negation = "negation",
        /// Something welcome but not required.
        Plus = "plus",
        /// A colleague's work.
        Colleague = "colleague",
        /// The employer looks for somebody.
        Hire = "hire",
        /// An internship.
        Internship = "internship",
        /// The company talks about itself.
        CompanyTalk = "company-talk",
        /// What the employer is or makes, wherever it stands.
        CompanyFacts = "company-facts",
        /// What the ad asks of people.
        Asks = "asks",
        /// The name of a job, whose words are no tasks.
        JobTitle = "job-title",
        /// All of the work is done away from the office.
        FullyRemote = "fully-remote",
    }
}

/// What a hit in the body of an ad says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// One of a set of words, by index.
    Word(u8),
    /// An activity, by index.
    Activity(u8),
    /// A sign.
    Cue(Cue),
    /// A wording rule may match here, by index.
    Rule(u16),
    /// A word about a protected ground, by index.
    Ground(u8),
}

/// Words of an activity that must stand together.
#[derive(Clone, Debug)]
pub struct Combination {
    /// The activity, by index.
    pub activity: u8,
    /// The sets of words, by index.
    pub words: Vec<u8>,
    /// The same as a set of bits.
    pub mask: u64,
}

/// The automata for ads of one language.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// For the body.
    pub body: Matcher<Tag>,
    /// For headings.
    pub headings: Matcher<Part>,
    /// For titles: index into [`Lexicon::titles`].
    pub titles: Matcher<u16>,
}

/// Everything the audit looks for.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Activities.
    pub activities: Vec<Activity>,
    /// Neighbours.
    pub neighbours: Vec<Neighbour>,
    /// What titles say: ids of roles, professions, neighbours, `both`.
    pub titles: Vec<String>,
    /// Titles that name a field and no job.
    pub fields: Vec<String>,
    /// Protected grounds.
    pub grounds: Vec<Ground>,
    /// Activities, by index, that count for nothing beside one of some others.
    pub yields: Vec<(u8, Vec<u8>)>,
    /// Words that must stand together.
    pub combinations: Vec<Combination>,
    /// Sets of words that a heading lends to what stands below it, as bits.
    pub lent: u64,
    /// Sets too common to be completed that way.
    pub common: u64,
    words: Vec<Word>,
    headings: Vec<Heading>,
    cues: Vec<CueTerms>,
    named: Vec<Title>,
    triggers: Vec<(Lang, String, u16)>,
    /// By language, made when the first ad in it is read: most processes read ads in one.
    fr: OnceLock<Compiled>,
    en: OnceLock<Compiled>,
}

impl Lexicon {
    /// Takes the lexicon; `triggers` are the beginnings of wording rules, with the rule's index.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn new(raw: Raw, triggers: Vec<(Lang, String, u16)>) -> Result<Self, String> {
        let mut titles: Vec<String> = raw.titles.iter().map(|title| title.id.clone()).collect();
        titles.extend(raw.neighbours.iter().map(|item| item.id.clone()));
        let fields = raw.titles.iter().flat_map(|title| title.fields.iter().cloned()).collect();
        let most = usize::from(u8::MAX);
        if [raw.words.len(), raw.activities.len(), raw.grounds.len()].iter().any(|count| *count > most) {
            return Err(format!("more than {most} sets of words, activities or grounds"));
        }
        let index = |id: &String| Some(small(raw.activities.iter().position(|item| item.id == *id)?));
        let yields = raw
            .activities
            .iter()
            .filter(|item| !item.yields_to.is_empty())
            .filter_map(|item| Some((index(&item.id)?, item.yields_to.iter().filter_map(index).collect())))
            .collect();
        let combinations = combinations(&raw)?;
        let bits = |of: fn(&Word) -> bool| {
            let named = raw.words.iter().enumerate().filter(|(_, word)| of(word));
            named.fold(0_u64, |mask, (at, _)| mask | 1 << (at % 64))
        };
        let (lent, common) = (bits(|word| word.lent), bits(|word| word.common));
        let Raw { words, activities, headings, cues, titles: named, neighbours, mut grounds } = raw;
        grounds.iter_mut().for_each(|ground| ground.code = format!("ground-{}", ground.id));
        Ok(Self {
            activities,
            neighbours,
            titles,
            fields,
            grounds,
            yields,
            combinations,
            lent,
            common,
            words,
            headings,
            cues,
            named,
            triggers,
            fr: OnceLock::new(),
            en: OnceLock::new(),
        })
    }

    /// The automata for ads of one language.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &Compiled {
        let made = match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        };
        made.get_or_init(|| self.compiled(lang))
    }

    fn compiled(&self, lang: Lang) -> Compiled {
        let words = self.words.iter().enumerate();
        let words =
            words.flat_map(|(at, word)| word.terms.of(lang).map(move |term| (term, Tag::Word(small(at)))));
        let activities = self.activities.iter().enumerate();
        let activities = activities
            .flat_map(|(at, item)| item.terms.of(lang).map(move |term| (term, Tag::Activity(small(at)))));
        let grounds = self.grounds.iter().enumerate();
        let grounds = grounds
            .flat_map(|(at, item)| item.terms.of(lang).map(move |term| (term, Tag::Ground(small(at)))));
        let cues = self.cues.iter().flat_map(|cue| cue.terms.of(lang).map(|term| (term, Tag::Cue(cue.id))));
        let rules = self.triggers.iter().filter(|(of, ..)| *of == lang);
        let rules = rules.map(|(_, term, rule)| (term.as_str(), Tag::Rule(*rule)));
        let headings = self.headings.iter().flat_map(|item| item.terms.of(lang).map(|term| (term, item.id)));
        // Titles of either language stand in ads of both.
        let named = self.named.iter().map(|title| &title.terms);
        let titles = named.chain(self.neighbours.iter().map(|item| &item.terms)).enumerate().flat_map(
            |(at, terms)| {
                let at = u16::try_from(at).unwrap_or(u16::MAX);
                Lang::ALL.iter().flat_map(move |lang| terms.of(*lang).map(move |term| (term, at)))
            },
        );
        Compiled {
            body: Matcher::new(words.chain(activities).chain(grounds).chain(cues).chain(rules)),
            headings: Matcher::new(headings),
            titles: Matcher::new(titles),
        }
    }
}

/// An index, of which [`Lexicon::new`] lets no more be than fit.
fn small(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(u8::MAX)
}

/// Words that must stand together, of every activity.
fn combinations(raw: &Raw) -> Result<Vec<Combination>, String> {
    let mut found = Vec::new();
    for (at, activity) in raw.activities.iter().enumerate() {
        for line in &activity.together {
            let mut words = Vec::new();
            for name in line.split_whitespace() {
                let word = raw.words.iter().position(|word| word.id == name);
                let word =
                    word.ok_or_else(|| format!("activity `{}`: no set of words `{name}`", activity.id))?;
                words.push(small(word));
            }
            let mask = words.iter().fold(0, |mask, word| mask | 1_u64 << (word % 64));
            found.push(Combination { activity: small(at), words, mask });
        }
    }
    Ok(found)
}

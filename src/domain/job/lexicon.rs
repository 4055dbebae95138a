//! What the audit of an ad looks for: words, activities, headings, titles and signs, as data, and the automata made of
//! them.

mod entries;

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
    /// Words that must stand together.
    pub combinations: Vec<Combination>,
    /// Sets of words that a heading lends to what stands below it, as bits.
    pub lent: u64,
    /// Sets too common to be completed that way.
    pub common: u64,
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
    fr: Compiled,
    en: Compiled,
}

impl Lexicon {
    /// Compiles the lexicon; `triggers` are the beginnings of wording rules, with the rule's index.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn compile(raw: Raw, triggers: &[(Lang, String, u16)]) -> Result<Self, String> {
        let mut titles: Vec<String> = raw.titles.iter().map(|title| title.id.clone()).collect();
        titles.extend(raw.neighbours.iter().map(|item| item.id.clone()));
        let fr = compiled(&raw, triggers, Lang::Fr)?;
        let en = compiled(&raw, triggers, Lang::En)?;
        let fields = raw.titles.iter().flat_map(|title| title.fields.iter().cloned()).collect();
        let index = |id: &String| {
            let at = raw.activities.iter().position(|item| item.id == *id)?;
            u8::try_from(at).ok()
        };
        let yields = raw
            .activities
            .iter()
            .filter(|item| !item.yields_to.is_empty())
            .filter_map(|item| Some((index(&item.id)?, item.yields_to.iter().filter_map(index).collect())))
            .collect();
        let Raw { activities, neighbours, mut grounds, .. } = raw;
        grounds.iter_mut().for_each(|ground| ground.code = format!("ground-{}", ground.id));
        Ok(Self { activities, neighbours, titles, fields, grounds, yields, fr, en })
    }

    /// The automata for ads of one language.
    #[must_use]
    pub const fn of(&self, lang: Lang) -> &Compiled {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

fn compiled(raw: &Raw, triggers: &[(Lang, String, u16)], lang: Lang) -> Result<Compiled, String> {
    let index =
        |at: usize| u8::try_from(at).map_err(|_| "more than 255 sets of words or activities".to_owned());
    let mut body: Vec<(&str, Tag)> = Vec::new();
    for (at, word) in raw.words.iter().enumerate() {
        let tag = Tag::Word(index(at)?);
        body.extend(word.terms.of(lang).map(|term| (term, tag)));
    }
    let mut combinations = Vec::new();
    for (at, activity) in raw.activities.iter().enumerate() {
        let tag = Tag::Activity(index(at)?);
        body.extend(activity.terms.of(lang).map(|term| (term, tag)));
        for line in &activity.together {
            let mut words = Vec::new();
            for name in line.split_whitespace() {
                let found = raw.words.iter().position(|word| word.id == name);
                let found =
                    found.ok_or_else(|| format!("activity `{}`: no set of words `{name}`", activity.id))?;
                words.push(index(found)?);
            }
            let mask = words.iter().fold(0, |mask, word| mask | 1_u64 << (word % 64));
            combinations.push(Combination { activity: index(at)?, words, mask });
        }
    }
    for (at, ground) in raw.grounds.iter().enumerate() {
        let tag = Tag::Ground(index(at)?);
        body.extend(ground.terms.of(lang).map(|term| (term, tag)));
    }
    body.extend(raw.cues.iter().flat_map(|cue| cue.terms.of(lang).map(|term| (term, Tag::Cue(cue.id)))));
    let own = triggers.iter().filter(|(of, ..)| *of == lang);
    body.extend(own.map(|(_, term, rule)| (term.as_str(), Tag::Rule(*rule))));
    let headings = raw.headings.iter().flat_map(|item| item.terms.of(lang).map(|term| (term, item.id)));
    let both = [Lang::Fr, Lang::En];
    // Titles of either language stand in ads of both.
    let titles = raw
        .titles
        .iter()
        .map(|title| &title.terms)
        .chain(raw.neighbours.iter().map(|item| &item.terms))
        .enumerate()
        .flat_map(|(at, terms)| {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            both.into_iter().flat_map(move |lang| terms.of(lang).map(move |term| (term, at)))
        });
    let bits = |of: fn(&Word) -> bool| {
        let named = raw.words.iter().enumerate().filter(|(_, word)| of(word));
        named.fold(0_u64, |mask, (at, _)| mask | 1 << (at % 64))
    };
    Ok(Compiled {
        body: Matcher::new(body),
        headings: Matcher::new(headings),
        titles: Matcher::new(titles),
        combinations,
        lent: bits(|word| word.lent),
        common: bits(|word| word.common),
    })
}

//! A lexicon small enough to count its points by hand, for the tests of what reads and judges ads. Lists of words,
//! currencies, categories and sections are ours: nothing is counted by them.

use serde::Deserialize;

use crate::domain::iso::currency;
use crate::domain::job::category::{Categories, Category};
use crate::domain::job::classifier::{Classifier, train};
use crate::domain::job::currency::{Currencies, CurrencyWords};
use crate::domain::job::data::{Drafting, JobData, Phrases, Section};
use crate::domain::job::law::Law;
use crate::domain::job::lexicon::{
    Activity, CueTerms, Ground, Heading, Lexicon, Neighbour, Raw, Title, Word,
};
use crate::domain::job::wording::{Wording, WordingRule};

/// English ads only; weights 1 to 3, and one activity that two roles share.
const LEXICON: &str = r#"
words = [
  { id = "social", lent = true, any = ["social"] },
  { id = "community", lent = true, any = ["communit*"] },
  { id = "strategy", any = ["strateg*"] },
  { id = "manage", common = true, any = ["manag*"] },
]
activities = [
  { id = "moderate", name = { fr = "x", en = "x" }, share = { community-manager = 100 }, weight = 2, support = true, alone = { neighbour = "content-moderator", titles = ["content-moderator"], beside = ["run-community", "answer-messages", "produce-content"] }, any = ["moderat*"] },
  { id = "run-community", name = { fr = "x", en = "x" }, share = { community-manager = 100 }, weight = 2, together = ["manage community"] },
  { id = "answer-messages", name = { fr = "x", en = "x" }, share = { community-manager = 100 }, weight = 2, any = ["answer messages"] },
  { id = "define-strategy", name = { fr = "x", en = "x" }, share = { social-media-manager = 100 }, weight = 3, together = ["social strategy"] },
  { id = "run-advertising", name = { fr = "x", en = "x" }, share = { social-media-manager = 75, community-manager = 25 }, weight = 2, any = ["run ads"] },
  { id = "create-content", name = { fr = "x", en = "x" }, share = { content-manager = 50, social-media-manager = 50 }, weight = 1, yields_to = ["produce-content"], any = ["create content"] },
  { id = "produce-content", name = { fr = "x", en = "x" }, share = { content-manager = 100 }, weight = 2, any = ["produce videos"] },
  { id = "build-site", name = { fr = "x", en = "build sites" }, share = { other = 100 }, profession = "web-developer", weight = 2, any = ["build the site"] },
  { id = "hire-people", name = { fr = "x", en = "hire" }, share = { other = 100 }, neighbour = "recruiter", weight = 2, any = ["hire people"] },
  { id = "take-pictures", name = { fr = "x", en = "take pictures" }, share = { other = 100 }, profession = "photographer", weight = 2, any = ["take pictures"] },
]
headings = [
  { id = "tasks", any = ["missions", "you will"] },
  { id = "profile", any = ["profile"] },
  { id = "nice", any = ["nice to have"] },
  { id = "company", any = ["about us"] },
]
cues = [
  { id = "negation", any = ["not", "no"] },
  { id = "colleague", any = ["alongside"] },
  { id = "plus", any = ["ideally"] },
  { id = "unpaid", any = ["unpaid"] },
  { id = "pay-word", any = ["salary"] },
  { id = "pay-vague", any = ["competitive salary"] },
  { id = "contract", any = ["permanent"] },
  { id = "equal-opportunity", any = ["equal opportunity"] },
  { id = "fully-remote", any = ["fully remote"] },
  { id = "languages", any = ["spanish", "french"] },
  { id = "job-title", any = ["community manager*", "social media manager*"] },
]
titles = [
  { id = "community-manager", any = ["community manager*"] },
  { id = "social-media-manager", fields = ["social media"], any = ["social media manager*", "social media"] },
  { id = "content-manager", any = ["content manager*"] },
  { id = "web-developer", any = ["web developer*"] },
]
grounds = [
  { id = "age", category = "age", any = ["adult*"] },
]
neighbours = [
  { id = "recruiter", name = { fr = "x", en = "recruiter" }, any = ["recruiter*"] },
  { id = "content-moderator", name = { fr = "x", en = "content moderator" }, any = ["content moderator*"] },
]
"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tiny {
    words: Vec<Word>,
    activities: Vec<Activity>,
    headings: Vec<Heading>,
    cues: Vec<CueTerms>,
    titles: Vec<Title>,
    neighbours: Vec<Neighbour>,
    grounds: Vec<Ground>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ours {
    #[serde(default)]
    currency: Vec<CurrencyWords>,
    #[serde(default)]
    category: Vec<Category>,
    #[serde(default)]
    section: Vec<Section>,
}

/// The records of one of our files.
fn ours(file: &str) -> Ours {
    toml::from_str(file).unwrap()
}

/// The categories of findings.
pub(super) fn categories() -> Categories {
    let all = ours(include_str!("../../../../data/job-ads/categories.toml")).category;
    all.into_iter().map(|category| (category.id.clone(), category)).collect()
}

/// A model that has seen two sentences about age: one of candidates, one of readers.
fn exclusion() -> Classifier {
    let seen = [("age", "only adults need apply"), ("fine", "our readers are adults who love cats")];
    Classifier::read(train(&seen), true).unwrap()
}

/// A model that has seen one line of each statement, and some that state nothing.
fn statements() -> Classifier {
    let seen = [
        ("remote", "the job is fully remote"),
        ("onsite", "you are every day in the office"),
        ("permanent", "a permanent contract"),
        ("ends", "a fixed term of nine months"),
        ("full", "a full time post"),
        ("part", "you work 20 hours per week"),
        ("experience", "3 years of practice required"),
        ("beginners", "no experience needed"),
        ("none", "answer messages and manage the community"),
        (
            "none",
            "we sell useful things for the house, and we have done so for a long time, in a quiet street",
        ),
        ("none", "the salary is 30,000 euros per year or month"),
        ("none", "a year of practice is welcome"),
    ];
    Classifier::read(train(&seen), true).unwrap()
}

/// Everything that an audit is made from: the tiny lexicon, these rules on wording, these laws, and no sentences.
pub(super) fn data(rules: Vec<WordingRule>, laws: Vec<Law>) -> JobData {
    let wording = Wording::compile(rules, true).unwrap();
    let tiny: Tiny = toml::from_str(LEXICON).unwrap();
    let Tiny { words, activities, headings, cues, titles, neighbours, grounds } = tiny;
    let raw = Raw { words, activities, headings, cues, titles, neighbours, grounds };
    let currencies = ours(include_str!("../../../../data/job-ads/currencies.toml")).currency;
    let mut sections = ours(include_str!("../../../../data/job-ads/sections.toml")).section;
    sections.iter_mut().for_each(|section| section.code = format!("quality-{}", section.id));
    JobData {
        lexicon: Lexicon::new(raw, wording.triggers().to_vec()).unwrap(),
        classifier: Classifier::default(),
        exclusion: exclusion(),
        statements: statements(),
        lists: crate::domain::job::lists::tests::lists(),
        currencies: Currencies::new(&currencies, |code| Some(currency(code)?.code())),
        facts: crate::domain::job::facts::tests::ours(),
        places: crate::domain::job::places::Places::default(),
        categories: categories(),
        sections,
        wording,
        unions: Vec::new(),
        laws,
        drafting: Drafting::default(),
        phrases: Phrases::default(),
        sources: Vec::new(),
    }
}

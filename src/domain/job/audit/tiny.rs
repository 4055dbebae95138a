//! A lexicon small enough to count its points by hand, for the tests of what reads and judges ads.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::job::data::{Drafting, JobData, Phrases};
use crate::domain::job::law::Law;
use crate::domain::job::lexicon::{Activity, CueTerms, Heading, Lexicon, Neighbour, Raw, Title, Word};
use crate::domain::job::wording::{Wording, WordingRule};

/// English ads only; weights 1 to 3, and one activity that two roles share.
const LEXICON: &str = r#"
words = [
  { id = "social", any = ["social"] },
  { id = "community", any = ["communit*"] },
  { id = "strategy", any = ["strateg*"] },
  { id = "manage", any = ["manag*"] },
]
activities = [
  { id = "moderate", name = { fr = "x", en = "x" }, share = { community-manager = 100 }, weight = 2, any = ["moderat*"] },
  { id = "run-community", name = { fr = "x", en = "x" }, share = { community-manager = 100 }, weight = 2, together = ["manage community"] },
  { id = "answer-messages", name = { fr = "x", en = "x" }, share = { community-manager = 100 }, weight = 2, any = ["answer messages"] },
  { id = "define-strategy", name = { fr = "x", en = "x" }, share = { social-media-manager = 100 }, weight = 3, together = ["social strategy"] },
  { id = "run-advertising", name = { fr = "x", en = "x" }, share = { social-media-manager = 75, community-manager = 25 }, weight = 2, any = ["run ads"] },
  { id = "create-content", name = { fr = "x", en = "x" }, share = { content-manager = 50, social-media-manager = 50 }, weight = 1, any = ["create content"] },
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
  { id = "job-title", any = ["community manager*", "social media manager*"] },
]
titles = [
  { id = "community-manager", any = ["community manager*"] },
  { id = "social-media-manager", any = ["social media manager*", "social media"] },
  { id = "content-manager", any = ["content manager*"] },
  { id = "web-developer", any = ["web developer*"] },
]
neighbours = [
  { id = "recruiter", name = { fr = "x", en = "recruiter" }, any = ["recruiter*"] },
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
}

/// Everything that an audit is made from: the tiny lexicon, these rules on wording, these laws, and no sentences.
pub(super) fn data(rules: Vec<WordingRule>, laws: Vec<Law>) -> JobData {
    let wording = Wording::compile(rules).unwrap();
    let tiny: Tiny = toml::from_str(LEXICON).unwrap();
    let Tiny { words, activities, headings, cues, titles, neighbours } = tiny;
    let raw = Raw { words, activities, headings, cues, titles, neighbours };
    JobData {
        lexicon: Lexicon::compile(raw, wording.triggers()).unwrap(),
        wording,
        laws,
        drafting: Drafting::default(),
        phrases: Phrases::new(BTreeMap::new()),
        sources: Vec::new(),
    }
}

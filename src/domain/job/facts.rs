//! Facts of an ad that stand beside its prose: what boards, tables and front matter call them, and the lines that they
//! become (`data/job-ads/facts.toml`, `data/job-ads/posting-terms.toml`).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::text::{Lang, Text};
use crate::domain::vocab::vocabulary;

vocabulary! {
    /// What is told of an ad beside its prose.
    Fact("fact of an ad") {
        /// Its id.
        Id = "id",
        /// Title of the job.
        Title = "title",
        /// The prose itself.
        Text = "text",
        /// Who hires.
        Employer = "employer",
        /// Where.
        Place = "place",
        /// In which country.
        Country = "country",
        /// First day.
        Posted = "date",
        /// Last day to apply.
        Closes = "closes",
        /// Pay as a whole: "30 to 35 k€ a year".
        Pay = "pay",
        /// Lower end of pay.
        PayMin = "pay_min",
        /// Upper end of pay.
        PayMax = "pay_max",
        /// Its currency.
        Currency = "currency",
        /// What it is paid for.
        Period = "period",
        /// Sort of contract.
        Contract = "contract",
        /// Working time.
        Hours = "hours",
    }
}

/// A name as it is looked up: `salaryMin`, `Salary Min` and `salary-min` are `salary_min`.
///
/// ```
/// use rolecall::domain::job::facts::name;
///
/// assert_eq!(name(" salaryMin "), "salary_min");
/// assert_eq!(name("Temps de travail"), "temps_de_travail");
/// ```
#[must_use]
pub fn name(written: &str) -> String {
    let mut out = String::with_capacity(written.len() + 4);
    let mut small = false;
    for c in written.trim().chars() {
        if matches!(c, '-' | ' ') {
            out.push('_');
        } else {
            if small && c.is_uppercase() {
                out.push('_');
            }
            out.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    out
}

impl Fact {
    /// What it is told together with.
    const fn whole(self) -> Option<Self> {
        match self {
            Self::Pay | Self::PayMin | Self::PayMax | Self::Currency | Self::Period => Some(Self::Pay),
            Self::Place | Self::Country => Some(Self::Place),
            _ => None,
        }
    }

    /// The facts that become lines of their own, in the order of those lines.
    pub const LINES: [Self; 7] =
        [Self::Employer, Self::Place, Self::Pay, Self::Hours, Self::Contract, Self::Posted, Self::Closes];
}

/// What one fact is called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactNames {
    /// The fact.
    pub id: Fact,
    /// Its names in tables and front matter, best first: small letters, `_` between words, a dot into what is nested.
    pub names: Vec<String>,
    /// Names added to them: what an overlay adds to ours.
    #[serde(default)]
    pub also: Vec<String>,
    /// Names that it has inside of what is told together: `min` inside of pay, `city` inside of a place.
    #[serde(default)]
    pub inner: Vec<String>,
    /// The line that it becomes, with `{value}` in it; none where it becomes none.
    #[serde(default)]
    pub line: Option<Text>,
}

/// What a word of schema.org becomes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostingTerm {
    /// The word in small letters, with `_` between its parts; or [`FROM`], [`UP_TO`].
    pub id: String,
    /// Other words for the same.
    #[serde(default)]
    pub also: Vec<String>,
    /// As people write it.
    pub text: Text,
}

/// Id of how hours are written that are told as a number alone.
pub const A_WEEK: &str = "hours-a-week";
/// Id of what stands before pay that has a lower end only.
pub const FROM: &str = "from";
/// Id of what stands before pay that has an upper end only.
pub const UP_TO: &str = "up-to";
/// Where the value stands in a line or term.
const VALUE: &str = "{value}";

/// What facts are called, and how they are written.
#[derive(Clone, Debug)]
pub struct FactWords {
    /// In the order of [`Fact::ALL`].
    names: Vec<FactNames>,
    terms: BTreeMap<String, Text>,
}

impl FactWords {
    /// Takes the names and terms.
    ///
    /// # Errors
    /// What is missing or said twice: the fact or term, and why.
    pub fn new(records: Vec<FactNames>, terms: Vec<PostingTerm>) -> Result<Self, (String, String)> {
        let wrong = |id: &str, reason: &str| Err((id.to_owned(), reason.to_owned()));
        let mut names: Vec<Option<FactNames>> = vec![None; Fact::ALL.len()];
        let mut known: BTreeMap<String, Fact> = BTreeMap::new();
        for mut record in records {
            record.names.append(&mut record.also);
            for name in &record.names {
                if let Some(other) = known.insert(name.clone(), record.id) {
                    return wrong(
                        record.id.id(),
                        &format!("`{name}` is a name of `{other}` already; keep one"),
                    );
                }
            }
            let line = record.line.as_ref();
            if line.is_some_and(|line| !Lang::ALL.iter().all(|lang| line.get(*lang).contains(VALUE))) {
                return wrong(record.id.id(), "its line has no `{value}`");
            }
            if line.is_some() != Fact::LINES.contains(&record.id) {
                let lines: Vec<&str> = Fact::LINES.iter().map(|fact| fact.id()).collect();
                return wrong(record.id.id(), &format!("of the facts, {} have a line", lines.join(", ")));
            }
            let id = record.id;
            names[id as usize] = Some(record);
        }
        if let Some(id) = Fact::ALL.iter().find(|id| names[**id as usize].is_none()) {
            return wrong(id.id(), "is missing; every fact is required");
        }
        let words = terms.into_iter().flat_map(|term| {
            let ids = std::iter::once(term.id).chain(term.also);
            ids.map(move |id| (id, term.text.clone()))
        });
        let terms: BTreeMap<String, Text> = words.collect();
        for id in [FROM, UP_TO, A_WEEK] {
            let sound = terms
                .get(id)
                .is_some_and(|text| Lang::ALL.iter().all(|lang| text.get(*lang).contains(VALUE)));
            if !sound {
                return wrong(id, "must be there, with `{value}` where the amount stands");
            }
        }
        Ok(Self { names: names.into_iter().flatten().collect(), terms })
    }

    /// The names of a fact, best first.
    #[must_use]
    pub fn names(&self, fact: Fact) -> &[String] {
        &self.names[fact as usize].names
    }

    /// The fact of a name as [`name`] writes it; a dot leads into what is told together.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Fact> {
        let whole = self.names.iter().find(|item| item.names.iter().any(|known| known == name));
        let inside = || {
            let (outer, inner) = name.split_once('.')?;
            let whole = self.named(outer)?.whole()?;
            let parts = self.names.iter().filter(|item| item.id.whole() == Some(whole));
            parts.into_iter().find(|item| item.inner.iter().any(|known| known == inner))
        };
        whole.or_else(inside).map(|item| item.id)
    }

    /// A fact as a line.
    #[must_use]
    pub fn line(&self, fact: Fact, value: &str, lang: Lang) -> String {
        let line = self.names[fact as usize].line.as_ref();
        line.map_or_else(|| value.to_owned(), |line| line.get(lang).replace(VALUE, value))
    }

    /// What a word of schema.org is called; none of any other.
    #[must_use]
    pub fn term(&self, word: &str, lang: Lang) -> Option<&str> {
        let word = word.trim().to_lowercase().replace(['-', ' '], "_");
        Some(self.terms.get(&word)?.get(lang))
    }

    /// A value in words of its own: `end` is [`FROM`], [`UP_TO`] or [`A_WEEK`].
    #[must_use]
    pub fn open(&self, end: &str, amount: &str, lang: Lang) -> String {
        self.terms.get(end).map_or_else(String::new, |text| text.get(lang).replace(VALUE, amount))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Our own words.
    pub(crate) fn ours() -> FactWords {
        #[derive(Deserialize)]
        struct Names {
            fact: Vec<FactNames>,
        }
        #[derive(Deserialize)]
        struct Terms {
            term: Vec<PostingTerm>,
        }
        let names: Names = toml::from_str(include_str!("../../../data/job-ads/facts.toml")).unwrap();
        let terms: Terms = toml::from_str(include_str!("../../../data/job-ads/posting-terms.toml")).unwrap();
        FactWords::new(names.fact, terms.term).unwrap()
    }

    #[test]
    fn a_name_means_one_fact() {
        let words = ours();
        for fact in Fact::ALL {
            assert!(!words.names(*fact).is_empty());
            for name in words.names(*fact) {
                assert_eq!(words.named(name), Some(*fact), "{name}");
            }
        }
        assert_eq!(words.named("colour"), None);
        assert_eq!(words.named("remuneration.minimum"), Some(Fact::PayMin));
        assert_eq!(words.named("location.country"), Some(Fact::Country));
        assert_eq!((words.named("title.minimum"), words.named("salary.city")), (None, None));
    }

    #[test]
    fn words_that_cannot_be_used_are_refused() {
        let words = ours();
        let refused = |change: &dyn Fn(&mut Vec<FactNames>)| {
            let mut names = words.names.clone();
            change(&mut names);
            let terms = words.terms.iter().map(|(id, text)| PostingTerm {
                id: id.clone(),
                also: Vec::new(),
                text: text.clone(),
            });
            FactWords::new(names, terms.collect()).unwrap_err()
        };
        assert_eq!(refused(&|names| drop(names.remove(0))).0, "id");
        assert!(refused(&|names| names[0].also.push("titre".to_owned())).1.contains("already"));
        assert!(refused(&|names| names[0].line = names[3].line.clone()).1.contains("have a line"));
        assert!(
            refused(&|names| names[3].line = Some(Text { fr: "x".into(), en: "y".into() }))
                .1
                .contains("{value}")
        );
        assert_eq!(FactWords::new(words.names.clone(), Vec::new()).unwrap_err().0, FROM);
    }
}

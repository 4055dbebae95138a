//! Reading an ad before it is judged.

use super::answer::Excerpt;
use super::described::Described;
use super::hours::WorkingTime;
use super::level::language;
use super::location::Locations;
use super::pay::PayRead;
use super::place::Index;
use super::scope::{Points, Scope};
use super::{AuditQuestion, MOST_FINDINGS, hours, location, pay, scope};
use crate::domain::job::data::JobData;
use crate::domain::job::fold::{Folded, fold_with};
use crate::domain::job::lists::List;
use crate::domain::pay::place::Place;
use crate::domain::text::Lang;
use crate::domain::vocab::Grade;
use crate::domain::work::{Abandoned, Work};

/// Most bytes by which a passage is widened to whole words.
const LONGEST_WORD: usize = 40;

/// Everything read from an ad, before it is judged.
pub(crate) struct Reading<'q> {
    pub(crate) question: &'q AuditQuestion,
    pub(crate) folded: Folded,
    pub(crate) lang: Lang,
    pub(crate) certain: bool,
    /// Whether the text is in a language that is not read.
    pub(crate) unread: bool,
    pub(crate) scope: Scope,
    pub(crate) locations: Locations,
    /// Where the job is: as the question says, or else as the ad does.
    pub(crate) place: Option<Place>,
    /// What all places that the ad names have in common.
    pub(crate) named: Option<Place>,
    pub(crate) pay: PayRead,
    pub(crate) hours: WorkingTime,
    pub(crate) index: Index<'q>,
    pub(crate) work: &'q Work<'q>,
}

impl Reading<'_> {
    pub(crate) fn excerpt(&self, start: usize, end: usize) -> Excerpt {
        self.work.count(1);
        let text = &self.question.text;
        self.index.excerpt(whole_words(text, self.folded.source(text, start, end)))
    }
}

/// A part of a text with the words at its ends whole.
fn whole_words(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let within = |at: usize| {
        let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        before && text[at..].starts_with(char::is_alphanumeric)
    };
    let (mut start, mut end) = (range.start, range.end);
    if start < end && text.is_char_boundary(start) && text.is_char_boundary(end) {
        while within(end) && end - range.end < LONGEST_WORD {
            end += text[end..].chars().next().map_or(1, char::len_utf8);
        }
        while within(start) && range.start - start < LONGEST_WORD {
            start -= text[..start].chars().next_back().map_or(1, char::len_utf8);
        }
    }
    start..end
}

/// Reads an ad without judging it.
pub(crate) fn read<'q>(
    data: &JobData,
    question: &'q AuditQuestion,
    work: &'q Work<'q>,
) -> Result<Reading<'q>, Abandoned> {
    let folded = fold_with(&question.text, data.lists.of(List::NameBeginnings), work)?;
    let found = language(&data.lists, &folded, question.language);
    let lang = question.language.unwrap_or(found.lang);
    let mut scope = scope::read(data, &folded, question.title.as_deref(), lang, work)?;
    if found.neither {
        // What seems to be a task there is a word that happens to look like one of ours.
        (scope.described, scope.confidence) = (Described::Undetermined, Grade::Low);
        (scope.points, scope.work) = (Points::default(), Points::default());
        scope.passages.clear();
    }
    let locations = location::read(data, question, &folded, &scope, lang, work)?;
    let named = locations.agreed().map(Place::from);
    let place = question.place.clone().or_else(|| named.clone());
    let country = place.as_ref().map(|place| place.country.as_str());
    let pay = pay::read(data, &folded, &scope, country, work)?;
    let hours = hours::read(&data.lists, &folded, &scope, work);
    work.step(question.text.len())?;
    let index = Index::new(&question.text);
    // A title found in the text is shown as it stands there.
    if let (Some(title), Some(block)) =
        (scope.title.as_mut(), scope.title_block.and_then(|at| folded.blocks.get(at)))
    {
        let shown = index.excerpt(folded.source(&question.text, block.start, block.end)).text;
        shown.trim().clone_into(&mut title.text);
    }
    Ok(Reading {
        question,
        folded,
        lang,
        certain: found.certain && !found.neither || question.language.is_some(),
        unread: found.neither,
        scope,
        locations,
        place,
        named,
        pay,
        hours,
        index,
        work,
    })
}

/// What is found without being explained: for measuring how fast the audit reads.
///
/// # Errors
/// [`Abandoned`] when `work` is given up.
pub fn scan(
    data: &JobData,
    question: &AuditQuestion,
    work: &Work<'_>,
) -> Result<(Described, usize), Abandoned> {
    let reading = read(data, question, work)?;
    let matches =
        data.wording.find(&reading.folded, &reading.scope.triggers, reading.lang, MOST_FINDINGS, work)?;
    Ok((reading.scope.described, matches.len()))
}

//! What title and text say of the post: its language, its level, whether it is a traineeship.

use super::Reading;
use super::scope::bit;
use crate::domain::job::data::JobData;
use crate::domain::job::fold::{Folded, fold};
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::{List, Lists};
use crate::domain::text::Lang;
use crate::domain::vocab::Level;

/// The language of an ad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Language {
    /// The nearer of the two.
    pub(super) lang: Lang,
    /// Whether it was recognised.
    pub(super) certain: bool,
    /// Whether the text is in neither.
    pub(super) neither: bool,
}

/// Fewest words by which a text can be told to be in neither language.
const TOLD: usize = 15;
/// Of a thousand words of French or English, how many at least are such as each uses all the time: the ads at hand have
/// 106 and more, texts in six other languages 83 and less.
const COMMON: usize = 95;

/// The language of an ad.
///
/// Only the words that both languages use all the time are looked at, in the first part of the text.
#[must_use]
pub(super) fn language(lists: &Lists, folded: &Folded) -> Language {
    let found = lists.common(folded.text.split(|c: char| !c.is_alphanumeric()).take(1500));
    let (more, less) = (found.french.max(found.english), found.french.min(found.english));
    Language {
        lang: found.lang(),
        certain: more - less >= 4 && more >= 2 * less,
        neither: found.words >= TOLD && (more * 1_000 < found.words * COMMON || found.elsewhere > more),
    }
}

/// Whether the ad is for an internship or an apprenticeship, which market bands and minimum wages do not measure.
pub(crate) fn trainee(data: &JobData, reading: &Reading<'_>) -> bool {
    let lists = &data.lists;
    let near = || {
        let range = reading.pay.range.as_ref()?;
        let at = reading.scope.sentences.partition_point(|sentence| sentence.range.end < range.start);
        reading.scope.sentences.get(at).map(|sentence| &reading.folded.text[sentence.range.clone()])
    };
    // "Contrat d'apprentissage" where the contract is told; not a trainee to be looked after, nor a company that has some.
    let mut contracts = reading.scope.sentences.iter().filter(|item| {
        !matches!(item.part, Part::Company | Part::Profile | Part::Legal)
            && item.cues & bit(Cue::Contract) != 0
    });
    lists.any_word(List::Trainee, &folded_title(data, reading))
        || near().is_some_and(|text| lists.inside(List::TraineePay, text))
        || contracts.any(|item| lists.inside(List::TraineeContract, &reading.folded.text[item.range.clone()]))
}

/// The title, as the audit reads it.
fn folded_title(data: &JobData, reading: &Reading<'_>) -> String {
    let title = reading.scope.title.as_ref();
    title.map(|title| fold(&title.text, data.lists.of(List::NameBeginnings)).text).unwrap_or_default()
}

/// The level that the title says in words.
pub(crate) fn level_in_title(data: &JobData, reading: &Reading<'_>) -> Option<Level> {
    let title = folded_title(data, reading);
    if data.lists.any_word(List::Junior, &title) {
        return Some(Level::Junior);
    }
    data.lists.any_word(List::Senior, &title).then_some(Level::Senior)
}

/// The years of experience that the text asks for, "2 ans d'expérience", "5+ years of experience": the first such number.
pub(crate) fn years(data: &JobData, reading: &Reading<'_>) -> Option<u32> {
    let text = &reading.folded.text;
    let places = data.lists.of(List::Years).iter().flat_map(|years| text.match_indices(years.as_str()));
    for (at, _) in places.take(40) {
        let window: String = text[at..].chars().take(48).collect();
        if !data.lists.inside(List::Experience, &window) {
            continue;
        }
        let digits: String = text[..at]
            .chars()
            .rev()
            .skip_while(|c| *c == '+' || *c == ' ')
            .take_while(char::is_ascii_digit)
            .collect();
        let years: u32 = digits.chars().rev().collect::<String>().parse().unwrap_or(99);
        if years <= 30 {
            return Some(years);
        }
    }
    None
}

/// The level that title and text name.
pub(crate) fn level(data: &JobData, reading: &Reading<'_>) -> Option<Level> {
    level_in_title(data, reading).or_else(|| years(data, reading).map(Level::of_years))
}

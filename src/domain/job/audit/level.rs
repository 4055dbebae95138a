//! What title and text say of the post: its language, its level, whether it is a traineeship.

use super::Reading;
use super::scope::{Sentence, bit};
use crate::domain::job::data::JobData;
use crate::domain::job::fold::{Folded, fold};
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::{List, Lists};
use crate::domain::text::{Lang, head, tail};
use crate::domain::vocab::Level;

/// Numbers of years that are looked at in a sentence.
const MOST_YEARS: usize = 10;
/// Most years that a job asks for.
const MOST: u32 = 30;
/// How far from the years the word that makes them experience may stand, in bytes.
const AROUND: usize = 48;

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
/// Fewest words by which too few common ones tell the same: bullets in a few words each have hardly any.
const TOLD_BY_FEW: usize = 30;
/// Of a thousand words of French or English, how many at least are such as each uses all the time: the ads at hand have
/// 106 and more, texts in six other languages 83 and less.
const COMMON: usize = 95;

/// The language of an ad.
///
/// Only the words that each language uses all the time are looked at, in the first part of the text. Whoever says which
/// language it is is believed, unless another language's words outnumber them.
#[must_use]
pub(super) fn language(lists: &Lists, folded: &Folded, given: Option<Lang>) -> Language {
    let found = lists.common(folded.text.split(|c: char| !c.is_alphanumeric()).take(1500));
    let (more, less) = (found.french.max(found.english), found.french.min(found.english));
    Language {
        lang: found.lang(),
        certain: more - less >= 4 && more >= 2 * less,
        neither: found.words >= TOLD && found.elsewhere > more
            || found.words >= TOLD_BY_FEW && given.is_none() && more * 1_000 < found.words * COMMON,
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

/// The years of experience that the text asks for, the first such number: "2 ans d'expérience", "5+ years of experience",
/// "expérience : 3 ans". Of a range the lower end counts: "2 à 5 ans" asks for two.
pub(crate) fn years(data: &JobData, reading: &Reading<'_>) -> Option<u32> {
    // "Forte de 20 ans d'expérience" is said of the company.
    let about = |item: &&Sentence| !matches!(item.part, Part::Company | Part::Legal);
    reading.scope.sentences.iter().filter(about).find_map(|item| {
        let text = &reading.folded.text[item.range.clone()];
        let places = data.lists.of(List::Years).iter().flat_map(|years| text.match_indices(years.as_str()));
        let whole = |(at, word): &(usize, &str)| {
            let alone = |c: char| c.is_alphanumeric();
            !text[..*at].ends_with(alone) && !text[at + word.len()..].starts_with(alone)
        };
        places.filter(whole).take(MOST_YEARS).find_map(|(at, _)| {
            let behind = head(&text[at..], AROUND);
            let told = data.lists.inside(List::Experience, behind)
                || data.lists.inside(List::Experience, tail(&text[..at], AROUND));
            least(&data.lists, &text[..at]).filter(|years| told && *years <= MOST)
        })
    })
}

/// The number, or the lower end of the range, that a text ends with.
fn least(lists: &Lists, text: &str) -> Option<u32> {
    let number = |text: &str| {
        let text = text.trim_end_matches([' ', '+', ')']);
        let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
        let value = text[text.len() - digits..].parse::<u32>().ok();
        let word = || text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        match value {
            Some(value) => Some((value, text.len() - digits)),
            None => Some((lists.number(word())?, text.len() - word().len())),
        }
    };
    let (upper, start) = number(text)?;
    let before = text[..start].trim_end();
    let range = lists.of(List::Range).iter().filter(|mark| {
        let rest = before.strip_suffix(mark.as_str());
        let whole = !mark.ends_with(char::is_alphabetic);
        rest.is_some_and(|rest| whole || rest.ends_with(' '))
    });
    let lower =
        range.max_by_key(|mark| mark.len()).and_then(|mark| number(&before[..before.len() - mark.len()]));
    Some(lower.map_or(upper, |(lower, _)| lower.min(upper)))
}

/// The level that title and text name.
pub(crate) fn level(data: &JobData, reading: &Reading<'_>) -> Option<Level> {
    level_in_title(data, reading).or_else(|| years(data, reading).map(Level::of_years))
}

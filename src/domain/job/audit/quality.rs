//! What a good ad says, and how it reads.

use super::scope::Scope;
use crate::domain::job::fold::{Folded, Kind};
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::rounding::tenths;
use crate::domain::text::Lang;

/// Where the ad says a thing, in the folded text.
#[must_use]
pub fn stands(folded: &Folded, scope: &Scope, cues: &[Cue], parts: &[Part]) -> Option<usize> {
    let by_cue = cues.iter().filter_map(|cue| scope.cues.get(cue)).map(|range| range.start).min();
    let by_part = || {
        let found = scope.parts.iter().find(|(_, part)| parts.contains(part));
        found.and_then(|(block, _)| folded.blocks.get(*block)).map(|block| block.start)
    };
    by_cue.or_else(by_part)
}

/// Bytes of a text that are measured: no ad is longer, and a longer text does not read otherwise.
const SAMPLE: usize = 200_000;

/// Counts of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// Words.
    pub words: usize,
    /// Sentences and items.
    pub sentences: usize,
    /// LIX.
    pub lix: f64,
    /// Kandel-Moles or Flesch.
    pub ease: f64,
}

/// The name of the formula by which the ease of reading is measured: of Kandel and Moles for French, of Flesch for English.
#[must_use]
pub const fn formula(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "kandel-moles",
        Lang::En => "flesch-reading-ease",
    }
}

/// Measures a text. Addresses, numbers and single letters are no words.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub fn measure(source: &str, folded: &Folded, lang: Lang) -> Measures {
    let (mut words, mut long, mut syllables, mut sentences) = (0_usize, 0_usize, 0_usize, 0_usize);
    for block in folded.blocks.iter().take_while(|block| block.start < SAMPLE) {
        for range in folded.sentences(*block) {
            let mut own = 0;
            for word in folded.text[range].split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-')) {
                for word in word.split('\'') {
                    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
                    if letters == 0 || word.contains("www") {
                        continue;
                    }
                    own += 1;
                    long += usize::from(letters > 6);
                }
            }
            words += own;
            // A heading of two words is no sentence.
            sentences += usize::from(own > 2 || own > 0 && block.kind == Kind::Item);
        }
    }
    if words == 0 {
        return Measures::default();
    }
    // Accents tell a sounded final é from a mute e, so syllables are counted in the text as it was written.
    let mut seen = 0;
    for word in source.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        seen += 1;
        if seen > words {
            break;
        }
        syllables += self::syllables(&word.to_lowercase(), lang);
    }
    let (w, s, y, l) = (words as f64, sentences.max(1) as f64, syllables as f64, long as f64);
    let (base, by_syllable) = match lang {
        Lang::Fr => (207.0, 73.6),
        Lang::En => (206.835, 84.6),
    };
    let ease = base - 1.015 * (w / s) - by_syllable * (y / w);
    Measures { words, sentences, lix: tenths(w / s + 100.0 * l / w), ease: tenths(ease) }
}

/// Whether a letter sounds. Letters and mute endings are grammar of the two languages, and so no data.
const fn vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'à'
            | 'â'
            | 'é'
            | 'è'
            | 'ê'
            | 'ë'
            | 'î'
            | 'ï'
            | 'ô'
            | 'ö'
            | 'ù'
            | 'û'
            | 'ü'
            | 'œ'
            | 'æ'
    )
}

/// Syllables of a lower-case word: groups of vowels, less a final mute e.
fn syllables(word: &str, lang: Lang) -> usize {
    let mut count = 0_usize;
    let mut inside = false;
    for letter in word.chars() {
        count += usize::from(vowel(letter) && !inside);
        inside = vowel(letter);
    }
    let mute = match lang {
        Lang::Fr => ["e", "es", "ent"].iter().any(|end| ends(word, end)),
        Lang::En => {
            ends(word, "e") && !word.ends_with("le")
                || ends(word, "ed") && !word.ends_with("ted") && !word.ends_with("ded")
        }
    };
    count.saturating_sub(usize::from(mute && count > 1)).max(1)
}

/// Whether a word ends so after a consonant.
fn ends(word: &str, end: &str) -> bool {
    word.strip_suffix(end).is_some_and(|head| head.ends_with(|c: char| !vowel(c)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::job::fold::fold;

    #[test]
    fn syllables_are_counted_as_spoken() {
        for (word, count) in [("communauté", 4), ("anime", 2), ("modèrent", 2), ("équipe", 2), ("contenu", 3)]
        {
            assert_eq!(syllables(word, Lang::Fr), count, "{word}");
        }
        for (word, count) in [("manage", 2), ("community", 4), ("table", 2), ("reached", 1), ("content", 2)] {
            assert_eq!(syllables(word, Lang::En), count, "{word}");
        }
    }

    #[test]
    fn short_words_read_easily() {
        let read = |text: &str| measure(text, &fold(text, &[]), Lang::En);
        let plain = read("You run the shop. You talk to the fans. You like it.");
        let heavy = read(
            "Operationalising organisational communications infrastructure necessitates comprehensive interdepartmental coordination capabilities.",
        );
        assert!(
            plain.ease > 80.0 && heavy.ease < 0.0 && plain.lix < 20.0 && heavy.lix > 60.0,
            "{plain:?} {heavy:?}"
        );
    }
}

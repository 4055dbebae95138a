//! Whose work a sentence describes: a linear model over words, pairs of words, beginnings and ends of words and the words
//! that a sentence begins with, trained on the sentences in `tests/reading` by `cargo run --release --example train`.
//!
//! The method is multinomial logistic regression with feature hashing (Weinberger et al. 2009, "Feature hashing for large
//! scale multitask learning"): every feature adds a row of weights, one for each owner, and the softmax of the sums says
//! how likely each owner is. It is linear, so what each word contributes can be told.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::fold::fold;
use super::lists::{List, Lists};

/// Fewest and most rows of weights, powers of two; a feature is hashed to one of them.
const ROWS: std::ops::RangeInclusive<usize> = 1 << 15..=1 << 17;
/// Rows for each sentence of the training: with fewer, features that have nothing in common share too many of them.
const ROWS_A_SENTENCE: usize = 4;
/// Longest sentence that is looked at, in words: each adds up to eight weights of up to 46, and the sums must fit in 16
/// bits.
const MOST_WORDS: usize = 80;
/// The byte that stands for a weight of zero.
const ZERO: u8 = b'P';
/// How many steps of a written weight make one.
const STEPS: f32 = 8.0;
/// What the sums are multiplied by before they become probabilities: trained weights are surer of sentences like those they
/// were trained on than of others. Tuned on `tests/reading/tuned.toml`.
const SOFTER: f32 = 0.8;
/// Most owners: a row is added in one piece.
const WIDTH: usize = 32;
/// Letters of the beginnings of a word that are features of their own: what its endings have in common.
const BEGINNINGS: [usize; 3] = [4, 5, 7];
/// Words of a sentence that count as its beginning: "animer la" begins a task, "vous avez" none.
const FIRST_WORDS: usize = 2;

/// A sentence that is no task.
pub const NONE: &str = "none";
/// A task of everybody.
pub const SHARED: &str = "shared";
/// A sentence that shuts nobody out.
pub const FINE: &str = "fine";
/// A sentence that shuts people out on several grounds.
pub const MIXED: &str = "mixed";

/// The trained model.
#[derive(Clone, Debug, Default)]
pub struct Classifier {
    owners: Vec<String>,
    /// The file: its first line, then a line for each row, of one character for each owner. It is looked up as it stands, for
    /// a start that reads a million characters one by one would take longer than reading an ad.
    text: Cow<'static, str>,
    /// Where the rows begin.
    start: usize,
    /// How many rows there are, as a power of two.
    bits: u32,
}

/// What is wrong with a model's file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}; write the file with `cargo run --release --example train`")]
pub struct ModelError(String);

/// FNV-1a, which is short for short keys and the same on every machine: goes on from a hash.
fn hash(from: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(from, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The features of a folded sentence, as hashes: a model takes as many of their upper bits, which are the better mixed
/// ones, as it has rows for.
fn features(text: &str, found: &mut Vec<u32>) {
    found.clear();
    let begin = |sort: &[u8]| hash(0xcbf2_9ce4_8422_2325, sort);
    let (words, pairs, firsts, beginnings, first, end) =
        (begin(b"w"), begin(b"b"), begin(b"f"), begin(b"p"), begin(b"c_"), begin(b"c"));
    let mut add = |hash: u64| found.push((hash >> 32) as u32);
    add(begin(b"bias"));
    let mut before: &[u8] = b"";
    let mut count = 0;
    for word in text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric() && *byte < 0x80) {
        if word.is_empty() {
            continue;
        }
        add(hash(words, word));
        let stem = &word[..word.len().min(6)];
        if !before.is_empty() {
            add(hash(hash(hash(pairs, before), b" "), stem));
        }
        if count < FIRST_WORDS {
            add(hash(firsts, stem));
        }
        before = stem;
        count += 1;
        for length in BEGINNINGS.into_iter().filter(|length| word.len() >= *length) {
            add(hash(beginnings, &word[..length]));
        }
        // Where a word begins and ends tells more than what stands in its middle.
        if word.len() >= 3 {
            add(hash(first, &word[..3]));
            add(hash(hash(end, &word[word.len() - 3..]), b"_"));
        }
        if count >= MOST_WORDS {
            break;
        }
    }
}

/// The row of a feature among two to the power of `bits`.
const fn row(feature: u32, bits: u32) -> usize {
    (feature >> (u32::BITS - bits)) as usize
}

/// Weights as probabilities that add up to one.
fn softmax(sums: &mut [f32]) {
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    let mut total = 0.0;
    for sum in sums.iter_mut() {
        *sum = (*sum - most).exp();
        total += *sum;
    }
    sums.iter_mut().for_each(|sum| *sum /= total);
}

impl Classifier {
    /// Takes a model as [`train`] writes it; an empty file is none. `thorough` looks at every character of it, which may be
    /// wrong in somebody else's file.
    ///
    /// # Errors
    /// [`ModelError`] when the file is not one.
    pub fn read(text: impl Into<Cow<'static, str>>, thorough: bool) -> Result<Self, ModelError> {
        let text = text.into();
        if text.is_empty() {
            return Ok(Self::default());
        }
        let (head, body) = text.split_once('\n').unwrap_or((&text, ""));
        let owners: Vec<String> = head.split_whitespace().map(str::to_owned).collect();
        if owners.is_empty() || owners.len() > WIDTH {
            return Err(ModelError(format!("the first line must name one to {WIDTH} owners")));
        }
        let sound =
            |line: &str| line.len() == owners.len() && line.bytes().all(|byte| byte.is_ascii_graphic());
        if thorough && !body.lines().all(sound) {
            return Err(ModelError("a row must have one character for each owner".to_owned()));
        }
        let rows = body.len() / (owners.len() + 1);
        if rows * (owners.len() + 1) != body.len() || !rows.is_power_of_two() || !ROWS.contains(&rows) {
            let (least, most) = (ROWS.start(), ROWS.end());
            return Err(ModelError(format!("{rows} rows; there must be {least} to {most}, a power of two")));
        }
        let start = head.len() + 1;
        Ok(Self { owners, text, start, bits: rows.trailing_zeros() })
    }

    /// Where the weights of a feature begin.
    fn at(&self, feature: u32) -> usize {
        self.start + row(feature, self.bits) * (self.owners.len() + 1)
    }

    /// The weights of a feature, in steps.
    fn weights(&self, feature: u32) -> impl Iterator<Item = i32> {
        let row = &self.text.as_bytes()[self.at(feature)..][..self.owners.len()];
        row.iter().map(|byte| i32::from(*byte) - i32::from(ZERO))
    }

    /// Whose work it can tell, [`NONE`] and [`SHARED`] among them.
    #[must_use]
    pub fn owners(&self) -> &[String] {
        &self.owners
    }

    /// How likely each owner is, in the order of [`Self::owners`]; nothing without a model.
    #[must_use]
    pub fn probabilities(&self, folded: &str) -> Vec<f32> {
        if self.owners.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        features(folded, &mut found);
        let count = u16::try_from(found.len()).unwrap_or(0);
        // Nothing is added but that each weight is written so many steps above zero: that is taken off at the end, where
        // the sums fit again.
        let mut sums = [0_u16; WIDTH];
        let mut add = |row: &[u8]| {
            for (sum, byte) in sums.iter_mut().zip(row) {
                *sum = sum.wrapping_add(u16::from(*byte));
            }
        };
        let bytes = self.text.as_bytes();
        for feature in &found {
            let row = &bytes[self.at(*feature)..];
            // Always as many as there may be, which is one step for the processor: what belongs to the rows behind is
            // added to sums that nobody looks at.
            match row.first_chunk::<WIDTH>() {
                Some(row) => add(row),
                None => add(&row[..self.owners.len()]),
            }
        }
        let zeros = count.wrapping_mul(u16::from(ZERO));
        let length = f32::from(count).sqrt() * STEPS / SOFTER;
        let mut found: Vec<f32> = sums[..self.owners.len()]
            .iter()
            .map(|sum| f32::from(sum.wrapping_sub(zeros).cast_signed()) / length)
            .collect();
        softmax(&mut found);
        found
    }

    /// The words of a sentence that speak most for an owner, the weightiest first: what each of them adds beyond what it
    /// adds for the owners on average.
    #[must_use]
    pub fn evidence<'t>(&self, folded: &'t str, owner: usize, most: usize) -> Vec<&'t str> {
        let mut of_word = Vec::new();
        let mut found: Vec<(i32, &str)> = Vec::new();
        let owners = self.owners.len();
        for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2) {
            features(word, &mut of_word);
            let speaks: i32 = of_word
                .iter()
                .skip(1)
                .map(|feature| {
                    let sum: i32 = self.weights(*feature).sum();
                    let own = self.weights(*feature).nth(owner).unwrap_or(0);
                    own * i32::try_from(owners).unwrap_or(1) - sum
                })
                .sum();
            if speaks > 0 && !found.iter().any(|(_, known)| *known == word) {
                found.push((speaks, word));
            }
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        found.into_iter().take(most).map(|(_, word)| word).collect()
    }
}

/// How often training goes over the sentences.
const EPOCHS: u32 = 30;
/// How far the first step goes; the last goes nowhere.
const RATE: f32 = 6.0;
/// What a weight loses at each step that touches it, so that rare words do not decide alone.
const DECAY: f32 = 1e-4;

/// Labelled sentences as they stand in a CSV file (`label,text`), folded as ads are.
///
/// # Errors
/// When the file is not of that form.
pub fn labelled(text: &str, lists: &Lists) -> Result<Vec<(String, String)>, csv::Error> {
    let names = lists.of(List::NameBeginnings);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<(String, String)>();
    rows.map(|row| row.map(|(owner, text)| (owner, fold(&text, names).text))).collect()
}

/// An ad whose every line has its owner, as `tests/reading/ads` has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelledAd {
    /// Stable id.
    pub id: String,
    /// `fr` or `en`.
    pub lang: String,
    /// The role that the whole ad describes.
    pub role: String,
    /// The lines: owner and text.
    pub lines: Vec<(String, String)>,
}

impl LabelledAd {
    /// Reads ads: a line `@ id | language | role | what sort of ad`, then for each line of the ad its owner, a tab and its
    /// text. An owner with a plus continues the line above.
    #[must_use]
    pub fn all(text: &str) -> Vec<Self> {
        let mut ads: Vec<Self> = Vec::new();
        for line in text.lines() {
            if let Some(head) = line.strip_prefix("@ ") {
                let mut parts = head.split('|').map(|part| part.trim().to_owned());
                let mut part = || parts.next().unwrap_or_default();
                ads.push(Self { id: part(), lang: part(), role: part(), lines: Vec::new() });
            } else if let (Some(ad), Some((owner, text))) = (ads.last_mut(), line.split_once('\t')) {
                ad.lines.push((owner.trim().to_owned(), text.to_owned()));
            }
        }
        ads
    }

    /// The ad as it was published.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (owner, line) in &self.lines {
            text.push_str(match (text.is_empty(), owner.ends_with('+')) {
                (true, _) => "",
                (_, true) => " ",
                _ => "\n",
            });
            text.push_str(line);
        }
        text.push('\n');
        text
    }

    /// Its sentences of three words and more, folded as ads are, each with its owner; headings are none.
    #[must_use]
    pub fn sentences(&self, lists: &Lists) -> Vec<(String, String)> {
        let names = lists.of(List::NameBeginnings);
        let mut found = Vec::new();
        for (owner, line) in self.lines.iter().filter(|(_, line)| !line.trim_start().starts_with('#')) {
            let owner = owner.trim_end_matches('+');
            let folded = fold(line, names).text;
            let long = folded.lines().filter(|sentence| sentence.split_whitespace().nth(2).is_some());
            found.extend(long.map(|sentence| (owner.to_owned(), sentence.to_owned())));
        }
        found
    }
}

/// Trains a model on folded sentences, each with its owner, and writes it: the owners, then a line for each row, with one
/// character for each owner. The same sentences give the same model.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "some thousands of sentences")]
pub fn train<T: AsRef<str>>(sentences: &[(T, T)]) -> String {
    let names: BTreeSet<&str> = sentences.iter().map(|(owner, _)| owner.as_ref()).collect();
    let names: Vec<&str> = names.into_iter().take(WIDTH).collect();
    let rows = (ROWS_A_SENTENCE * sentences.len()).next_power_of_two().clamp(*ROWS.start(), *ROWS.end());
    let mut weights = vec![[0.0_f32; WIDTH]; rows];
    let samples: Vec<(usize, Vec<usize>)> = sentences
        .iter()
        .filter_map(|(owner, text)| {
            let mut found = Vec::new();
            features(text.as_ref(), &mut found);
            let found = found.into_iter().map(|feature| row(feature, rows.trailing_zeros()));
            Some((names.iter().position(|name| *name == owner.as_ref())?, found.collect()))
        })
        .collect();
    // Every sentence after one far from it: neighbours in the file say the same.
    let stride =
        (1..=samples.len()).find(|stride| stride * stride > samples.len() && coprime(*stride, samples.len()));
    let stride = stride.unwrap_or(1);
    let steps = (samples.len() as f32) * EPOCHS as f32;
    let mut step = 0.0;
    for epoch in 0..EPOCHS as usize {
        for number in 0..samples.len() {
            let (owner, rows) = &samples[(number * stride + epoch) % samples.len()];
            let scale = 1.0 / (rows.len() as f32).sqrt();
            let mut sums = [0.0_f32; WIDTH];
            for row in rows {
                let row = &weights[*row];
                sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
            }
            let sums = &mut sums[..names.len()];
            sums.iter_mut().for_each(|sum| *sum *= scale);
            softmax(sums);
            sums[*owner] -= 1.0;
            let rate = RATE * (1.0 - step / steps);
            for row in rows {
                let row = &mut weights[*row];
                for (weight, error) in row.iter_mut().zip(sums.iter()) {
                    *weight -= rate * (error * scale + DECAY * *weight);
                }
            }
            step += 1.0;
        }
    }
    let mut text = names.join(" ");
    text.push('\n');
    for row in weights {
        text.extend(row[..names.len()].iter().map(|weight| written(*weight)));
        text.push('\n');
    }
    text
}

/// A weight as a printable character.
#[expect(clippy::cast_possible_truncation, reason = "clamped before")]
fn written(weight: f32) -> char {
    let steps = (weight * STEPS).round().clamp(-46.0, 46.0) as i8;
    char::from(ZERO.saturating_add_signed(steps))
}

fn coprime(a: usize, b: usize) -> bool {
    if b == 0 { a == 1 } else { coprime(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCES: [(&str, &str); 6] = [
        ("cook", "chop onions and stir the soup"),
        ("cook", "bake the bread"),
        ("driver", "drive the lorry to the harbour"),
        ("driver", "park the lorry"),
        ("none", "we are a family business"),
        ("none", "you like people"),
    ];

    #[test]
    fn it_learns_what_it_is_shown_and_says_which_words_told() {
        let model = Classifier::read(train(&SENTENCES), true).unwrap();
        assert_eq!(model.owners(), ["cook", "driver", "none"]);
        for (owner, text) in SENTENCES {
            let found = model.probabilities(text);
            assert!((found.iter().sum::<f32>() - 1.0).abs() < 1e-4);
            let best = (0..3).max_by(|a, b| found[*a].total_cmp(&found[*b])).unwrap();
            assert_eq!(model.owners()[best], owner, "{text}: {found:?}");
        }
        // A word never seen, of letters that were.
        assert!(model.probabilities("two lorries")[1] > 0.4);
        assert_eq!(model.evidence("we park the lorry", 1, 1), ["lorry"]);
    }

    #[test]
    fn the_same_sentences_give_the_same_model() {
        assert_eq!(train(&SENTENCES), train(&SENTENCES));
    }

    #[test]
    fn without_a_model_nothing_is_said() {
        assert!(Classifier::default().probabilities("bake the bread").is_empty());
    }

    #[test]
    fn a_file_that_is_no_model_is_refused() {
        let short = Classifier::read("cook driver\nPP\n", true).unwrap_err();
        assert!(short.to_string().contains("1 rows; there must be 32768 to 131072"), "{short}");
        assert!(Classifier::read("\nPP\n", true).is_err());
        let wide = Classifier::read("cook driver\nPPP\n", true).unwrap_err();
        assert!(wide.to_string().contains("one character for each owner"), "{wide}");
    }

    #[test]
    fn the_longest_sentence_still_adds_up() {
        let model = Classifier::read(train(&SENTENCES), true).unwrap();
        let found = model.probabilities(&"lorry harbour ".repeat(2_000));
        assert!(found[1] > 0.9, "{found:?}");
    }
}

//! PDF → text, by its text layer. Whatever the library does with a hostile document, it does it in the child.

use std::collections::BTreeSet;
use std::io::Cursor;

use oxidize_pdf::parser::{ParseError, ParseOptions, PdfDocument, PdfReader};
use oxidize_pdf::text::{ExtractionOptions, TextExtractor};

use super::{Damage, Form, IntakeError};

/// Most pages that are read: an ad has two or three.
const MOST_PAGES: u32 = 200;

/// Reads a document whose text is no longer than `max_text` bytes.
pub(super) fn read(bytes: &[u8], max_text: usize) -> Result<String, IntakeError> {
    let damaged = |damage| IntakeError::Damaged(Form::Pdf.name(), damage);
    // The library panics on some malformed documents.
    match std::panic::catch_unwind(|| text(bytes, max_text)) {
        Ok(Ok(text)) if text.len() > max_text => Err(IntakeError::TooLong(max_text)),
        Ok(Ok(text)) => Ok(text),
        Ok(Err(ParseError::WrongPassword | ParseError::EncryptionNotSupported | ParseError::PdfLocked)) => {
            Err(damaged(Damage::Encrypted))
        }
        Ok(Err(error)) => Err(damaged(Damage::Malformed(error.to_string()))),
        Err(_) => Err(damaged(Damage::Fatal)),
    }
}

fn text(bytes: &[u8], max_text: usize) -> Result<String, ParseError> {
    // Readers of people show what they can of a slightly damaged document; so does this.
    let lenient = ParseOptions { log_recovery_details: false, ..ParseOptions::tolerant() };
    let mut reader = PdfReader::new_with_options(Cursor::new(bytes), lenient)?;
    // Documents that may be read but not changed are locked with an empty password.
    reader.unlock("")?;
    let document = PdfDocument::new(reader);
    let options = ExtractionOptions {
        // One byte more tells a text that is too long.
        max_extracted_bytes: Some(max_text + 1),
        // Headers and footers hold names of employers and dates.
        include_artifacts: true,
        // It joins "eux-" and "mêmes" too.
        merge_hyphenated: false,
        ..ExtractionOptions::default()
    };
    let mut extractor = TextExtractor::with_options(options);
    let mut out = String::new();
    for page in 0..document.page_count()?.min(MOST_PAGES) {
        out.push_str(&extractor.extract_from_page(&document, page)?.text);
        out.push('\n');
        if out.len() > max_text {
            break;
        }
    }
    Ok(join_lines(&out))
}

/// What stands after a hyphen that belongs to the word: French pronouns and adverbs.
const KEPT_AFTER: [&str; 18] = [
    "mêmes", "même", "ci", "là", "vous", "nous", "moi", "toi", "je", "tu", "il", "elle", "on", "ils",
    "elles", "en", "y", "t",
];
/// What stands before such a hyphen.
const KEPT_BEFORE: [&str; 26] = [
    "eux", "elle", "soi", "non", "co", "e", "demi", "semi", "mi", "ex", "vice", "self", "full", "part",
    "long", "short", "high", "well", "follow", "cross", "on", "in", "to", "de", "d", "peut",
];

/// Longest half of a word that is looked up, in characters.
const LONGEST: usize = 40;

/// The last word of a text, or its end: what is joined again and again is not read again and again.
fn last_word(text: &str, letters: impl Fn(char) -> bool) -> &str {
    let length: usize =
        text.chars().rev().take(LONGEST).take_while(|c| letters(*c)).map(char::len_utf8).sum();
    &text[text.len() - length..]
}

/// Joins words that were cut at the ends of lines. A hyphen stays where the document writes the word with it elsewhere,
/// or where grammar does.
fn join_lines(text: &str) -> String {
    let letters = |c: char| c.is_alphabetic() || c == '\'' || c == '’';
    let mut words: BTreeSet<&str> = BTreeSet::new();
    for word in text.split(|c: char| !letters(c) && c != '-') {
        words.insert(word);
        words.extend(word.split('-'));
    }
    let mut out = String::with_capacity(text.len());
    // How much of the text that is written already belongs to the last line.
    let mut begin = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let cut = out[begin..].trim_end().strip_suffix('-').filter(|body| body.ends_with(letters));
        match cut.filter(|_| line[indent..].starts_with(char::is_lowercase)) {
            Some(before) => {
                let head = last_word(before, letters);
                let tail = line[indent..].split(|c| !letters(c)).next().unwrap_or("");
                let hyphened = words.contains(format!("{head}-{tail}").as_str());
                let whole = words.contains(format!("{head}{tail}").as_str());
                let grammar =
                    KEPT_AFTER.contains(&tail) || KEPT_BEFORE.contains(&head.to_lowercase().as_str());
                let keep = hyphened || !whole && grammar;
                out.truncate(begin + before.len() + usize::from(keep));
                out.push_str(&line[indent..]);
            }
            None => {
                begin = out.len();
                out.push_str(line);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cut_at_the_end_of_a_line_are_joined() {
        for (cut, joined) in [
            ("Animer la commu-\nnauté et modérer", "Animer la communauté et modérer"),
            (
                "vous le ferez vous-\nmêmes ; eux-\n  mêmes aussi",
                "vous le ferez vous-mêmes ; eux-mêmes aussi",
            ),
            ("a long-\nterm plan", "a long-term plan"),
            ("un porte-\nparole ; le porte-parole", "un porte-parole ; le porte-parole"),
            ("- item\n- item", "- item\n- item"),
            ("28-\n32 k€", "28-\n32 k€"),
            ("Lyon-\nParis", "Lyon-\nParis"),
        ] {
            assert_eq!(join_lines(cut), joined);
        }
    }
}

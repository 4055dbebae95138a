//! A text as the audit reads it: folded to plain lower-case letters, one sentence a line, every byte traceable to where
//! it stood.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::domain::work::{Abandoned, Work};

/// What a block of text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A heading, with its depth: 1 to 6 for Markdown, 7 for a line in bold, in capitals or with a final colon.
    Heading(u8),
    /// An item of a list.
    Item,
    /// Anything else.
    Text,
}

/// A heading, an item or a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it looks like.
    pub kind: Kind,
    /// Where it begins in the folded text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// A folded text.
///
/// Lower case, no accents, straight apostrophes and hyphens, single spaces, no Markdown emphasis, no inclusive endings
/// (`chargé·e` reads `charge`); a line break ends every sentence and every block.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The text.
    pub text: String,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Where the distance between folded and original changes: (folded, original).
    anchors: Vec<(usize, usize)>,
}

impl Folded {
    /// What tells where the bytes of a part stood: cheap to ask for many words of one line.
    #[must_use]
    pub fn anchors(&self, range: std::ops::Range<usize>) -> Anchors<'_> {
        let from = self.anchors.partition_point(|(known, _)| *known <= range.start).saturating_sub(1);
        let here = &self.anchors[from..];
        Anchors(&here[..here.partition_point(|(known, _)| *known < range.end)])
    }

    /// The part of the original from which a part of the folded text was made.
    #[must_use]
    pub fn source(&self, original: &str, start: usize, end: usize) -> std::ops::Range<usize> {
        Anchors(&self.anchors).source(original, start, end)
    }

    /// The sentences of a block.
    pub fn sentences(&self, block: Block) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        let mut at = block.start;
        self.text[block.start..block.end].split('\n').filter_map(move |line| {
            let start = at;
            at += line.len() + 1;
            (!line.trim().is_empty()).then_some(start..start + line.len())
        })
    }
}

/// Where the bytes of a part of a folded text stood: (folded, original) where the distance changes, in order.
#[derive(Clone, Copy, Debug)]
pub struct Anchors<'f>(&'f [(usize, usize)]);

impl Anchors<'_> {
    /// The byte of the original at which a byte of the folded text stood.
    fn original(self, folded: usize) -> usize {
        let at = self.0.partition_point(|(known, _)| *known <= folded);
        match at.checked_sub(1).and_then(|at| self.0.get(at)) {
            Some((known, original)) => original + (folded - known),
            None => folded,
        }
    }

    /// The part of the original from which a part of the folded text was made; both in bytes of the whole texts.
    #[must_use]
    pub fn source(self, original: &str, start: usize, end: usize) -> std::ops::Range<usize> {
        let from = floor(original, self.original(start));
        let last = floor(original, self.original(end.max(start + 1) - 1));
        let mut to = last + original[last..].chars().next().map_or(0, char::len_utf8);
        // What was dropped inside a word belongs to it: combining marks, an inclusive ending.
        while let Some(next) = original[to..].chars().next().filter(|c| is_combining_mark(*c)) {
            to += next.len_utf8();
        }
        from..to.max(from)
    }
}

/// The nearest character boundary at or before a byte.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Endings that inclusive writing adds to a word: grammar of French, and so no data.
const ENDINGS: [&str; 22] = [
    "e", "es", "s", "ne", "nes", "le", "les", "trice", "trices", "rice", "rices", "euse", "euses", "se",
    "ses", "ve", "ves", "ere", "eres", "te", "tes", "re",
];

/// Characters that begin an item of a list.
const BULLETS: [char; 26] = [
    '-', '*', '+', '•', '·', '–', '—', '▪', '►', '▶', '✔', '✓', '➤', '→', '●', '○', '◦', '‣', '■', '□', '✅',
    '👉', '➡', '❖', '»', '🔹',
];

/// Most letters that one character is taken apart into. The letters of French and English give three at most (`ﬃ`);
/// single characters that spell whole phrases (U+FDFA gives eighteen) stay as they are, or a text would grow many times
/// over while it is read.
const MOST_PARTS: usize = 4;

struct Writer<'s> {
    source: &'s str,
    /// Beginnings of names with a capital inside, which begins no sentence.
    names: &'s [String],
    out: String,
    anchors: Vec<(usize, usize)>,
    shift: isize,
    work: &'s Work<'s>,
}

impl Writer<'_> {
    #[expect(clippy::cast_possible_wrap, reason = "texts are far shorter than isize::MAX")]
    fn push(&mut self, c: char, original: usize) {
        self.work.count(1);
        let shift = original as isize - self.out.len() as isize;
        if shift != self.shift {
            self.anchors.push((self.out.len(), original));
            self.shift = shift;
        }
        self.out.push(c);
    }

    fn space(&mut self, original: usize) {
        if !self.out.is_empty() && !self.out.ends_with([' ', '\n']) {
            self.push(' ', original);
        }
    }

    fn line(&mut self, original: usize) {
        if self.out.ends_with(' ') {
            self.out.pop();
            // The anchor of the dropped space may lie beyond the end now.
            while self.anchors.last().is_some_and(|(at, _)| *at >= self.out.len()) {
                self.anchors.pop();
            }
            self.shift = isize::MIN;
        }
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.push('\n', original);
        }
    }

    /// Folds one line of the source.
    fn fold(&mut self, start: usize, end: usize) -> Result<(), Abandoned> {
        let source = self.source;
        let bytes = source.as_bytes();
        let mut at = start;
        // Length of the word being written, in letters.
        let mut word = 0_usize;
        let mut previous_lower = false;
        while at < end {
            let byte = bytes[at];
            match byte {
                b'a'..=b'z' => {
                    self.push(char::from(byte), at);
                    word += 1;
                    previous_lower = true;
                    at += 1;
                    continue;
                }
                b'A'..=b'Z' => {
                    // "the managerAn understanding": two sentences that lost their break.
                    if previous_lower && word >= 4 && self.breaks(word, &bytes[at..end]) {
                        self.line(at);
                    }
                    self.push(char::from(byte.to_ascii_lowercase()), at);
                    word += 1;
                    previous_lower = false;
                    at += 1;
                    continue;
                }
                b'0'..=b'9' => {
                    self.push(char::from(byte), at);
                    word += 1;
                    previous_lower = false;
                }
                b' ' | b'\t' | b'\r' | b'\n' => {
                    self.work.go_on()?;
                    self.space(at);
                    word = 0;
                }
                b'_' if word == 0 || !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) => {}
                b'(' | b'.' | b'-' | b'/' if word > 0 => {
                    if let Some(skip) = self.ending(at, end) {
                        at += skip;
                        continue;
                    }
                    self.push(char::from(byte), at);
                    if byte == b'.' && self.stops(at, end) {
                        self.line(at + 1);
                    }
                    word = 0;
                }
                b'.' | b'!' | b'?' => {
                    self.push(char::from(byte), at);
                    if self.stops(at, end) {
                        self.line(at + 1);
                    }
                    word = 0;
                }
                b';' => {
                    self.push(';', at);
                    self.line(at + 1);
                    word = 0;
                }
                // Emphasis, escapes and control characters are nothing that is read.
                b'*' | b'`' | b'\\' | 0..=0x1f | 0x7f => {}
                0x80.. => {
                    let c = source[at..].chars().next().unwrap_or(' ');
                    self.other(c, at, end, &mut word, &mut previous_lower);
                    at += self.wide(c, at, end, word);
                    continue;
                }
                _ => {
                    self.push(char::from(byte), at);
                    word = 0;
                }
            }
            at += 1;
            if !byte.is_ascii_alphanumeric() {
                previous_lower = false;
            }
        }
        Ok(())
    }

    /// How far a character outside ASCII takes us: an inclusive point takes its ending along.
    fn wide(&self, c: char, at: usize, end: usize, word: usize) -> usize {
        if is_point(c) && word > 0 {
            return self.ending(at, end).unwrap_or(c.len_utf8());
        }
        c.len_utf8()
    }

    /// A character outside ASCII.
    fn other(&mut self, c: char, at: usize, end: usize, word: &mut usize, previous_lower: &mut bool) {
        match c {
            '’' | '‘' | 'ʼ' | '′' | '´' => {
                self.push('\'', at);
                *word = 0;
            }
            '–' | '—' | '‑' | '‐' | '−' => {
                self.push('-', at);
                *word = 0;
            }
            '“' | '”' | '„' | '«' | '»' => {
                self.push('"', at);
                *word = 0;
            }
            '…' => {
                self.push('.', at);
                *word = 0;
            }
            c if is_point(c) && *word > 0 && self.ending(at, end).is_some() => {}
            '•' | '●' | '▪' | '►' | '➤' | '✔' | '✅' | '·' | '‣' | '◦' => {
                self.line(at);
                *word = 0;
            }
            // Soft hyphens, joiners, direction marks: nothing that is read.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fe0f}' => {}
            c if c.is_whitespace() => {
                self.space(at);
                *word = 0;
            }
            c if is_combining_mark(c) => {}
            c => {
                let lower = c.is_lowercase();
                if *previous_lower && *word >= 4 && c.is_uppercase() {
                    self.line(at);
                }
                let mut letters = 0;
                match c {
                    'œ' | 'Œ' => {
                        self.push('o', at);
                        self.push('e', at);
                        letters = 2;
                    }
                    'æ' | 'Æ' => {
                        self.push('a', at);
                        self.push('e', at);
                        letters = 2;
                    }
                    'ß' => {
                        self.push('s', at);
                        self.push('s', at);
                        letters = 2;
                    }
                    '€' | '£' | '₱' | '₹' | '¥' | '₦' => self.push(c, at),
                    c => {
                        let mut parts: Vec<char> = Vec::new();
                        decompose_compatible(c, |part| {
                            if !is_combining_mark(part) {
                                parts.extend(part.to_lowercase());
                            }
                        });
                        self.work.count(parts.len());
                        if parts.len() > MOST_PARTS {
                            parts = vec![c];
                        }
                        for part in parts {
                            self.push(part, at);
                            letters += usize::from(part.is_alphanumeric());
                        }
                    }
                }
                *word = if letters == 0 { 0 } else { *word + letters };
                *previous_lower = lower;
            }
        }
    }

    /// Whether a stop ends a sentence: a capital, a bullet or nothing follows.
    fn stops(&self, at: usize, end: usize) -> bool {
        let rest = &self.source[at + 1..end];
        let next = rest.trim_start();
        let spaced = next.len() < rest.len();
        self.work.count(1 + rest.len() - next.len());
        match next.chars().next() {
            None => true,
            Some(c) if c.is_uppercase() => spaced || self.out.len() > 1 && self.before_is_word(),
            Some(c) => spaced && !c.is_alphanumeric() && c != ')' && c != ',',
        }
    }

    fn before_is_word(&self) -> bool {
        self.out[..self.out.len() - 1].chars().next_back().is_some_and(|c| c.is_lowercase() || c == ')')
    }

    /// Whether a capital inside a word begins a new sentence.
    fn breaks(&self, word: usize, rest: &[u8]) -> bool {
        let followed = rest.iter().skip(1).take_while(|byte| byte.is_ascii_lowercase()).count();
        let capitals = rest.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
        self.work.count(1 + followed + capitals);
        let name = self.names.iter().any(|name| name.len() == word && self.out.ends_with(name.as_str()));
        !name && capitals == 1 && (followed > 0 || rest.get(1) == Some(&b' '))
    }

    /// The length of an inclusive ending that begins here with its mark, if there is one.
    fn ending(&self, at: usize, end: usize) -> Option<usize> {
        let rest = &self.source[at..end];
        let mark = rest.chars().next()?;
        let inner = &rest[mark.len_utf8()..];
        // The longest ending has six letters; what goes on beyond eight bytes is none, however long it is.
        let letters: usize =
            inner.chars().take(9).take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
        self.work.count(1 + letters);
        let written = &inner[..letters];
        if written.is_empty() || written.len() > 8 {
            return None;
        }
        let folded: String = written.chars().map(|c| if matches!(c, 'è' | 'é') { 'e' } else { c }).collect();
        if !ENDINGS.contains(&folded.as_str()) {
            return None;
        }
        let after = inner[letters..].chars().next();
        let whole = mark.len_utf8() + letters;
        match mark {
            '(' => (after == Some(')')).then_some(whole + 1),
            // "un.e", "chargé-e", "créateur/trice": only before something that is no word.
            '.' | '-' | '/' => {
                let plural = inner[letters..].strip_prefix(mark).is_some_and(|more| more.starts_with('s'));
                let alone = after.is_none_or(|c| !c.is_alphanumeric() && c != '\'' && (c != mark || plural));
                let one_letter = folded == "s" && mark != '.';
                (alone && !one_letter).then_some(whole)
            }
            _ => Some(whole),
        }
    }
}

const fn is_point(c: char) -> bool {
    matches!(c, '·' | '‧' | '•' | '⋅' | '∙')
}

/// What a line is, and where its text begins and ends.
fn line_kind(line: &str) -> (Kind, usize, usize) {
    let trimmed = line.trim_start();
    let start = line.len() - trimmed.len();
    let end = line.trim_end().len();
    if trimmed.starts_with('#') {
        let depth = trimmed.bytes().take_while(|byte| *byte == b'#').count();
        if depth <= 6 {
            return (Kind::Heading(u8::try_from(depth).unwrap_or(6)), (start + depth).min(end), end);
        }
    }
    let bold =
        trimmed.starts_with("**") && trimmed.trim_end().trim_end_matches(':').trim_end().ends_with("**");
    let first = trimmed.chars().next().unwrap_or(' ');
    let after = trimmed[first.len_utf8().min(trimmed.len())..].chars().next().unwrap_or(' ');
    if !bold
        && BULLETS.contains(&first)
        && (after.is_whitespace() || after == '\u{fe0f}' || !first.is_ascii())
    {
        return (Kind::Item, start + first.len_utf8(), end);
    }
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits)
        && trimmed[digits..].starts_with(['.', ')'])
        && trimmed[digits + 1..].starts_with(' ')
    {
        return (Kind::Item, start + digits + 1, end);
    }
    let text = trimmed.trim_end();
    let short = text.chars().count() <= 70;
    let inner = text.trim_end_matches(['*', ' ', ':', '\u{a0}', '\u{202f}']);
    let colon = text.trim_end_matches(['*', ' ']).ends_with(':') && !inner.contains([':', '.', '•']);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 4 && text.chars().all(|c| !c.is_lowercase());
    if short && (colon || bold && text.len() <= 90 || capitals) {
        return (Kind::Heading(7), start, end);
    }
    (Kind::Text, start, end)
}

/// Folds a short text: a title, a word. `names` as for [`fold_with`].
#[must_use]
pub fn fold(source: &str, names: &[String]) -> Folded {
    // Work that nobody gives up always ends.
    fold_with(source, names, &Work::unhurried()).unwrap_or_default()
}

/// Folds a text, for as long as it is wanted. `names` are beginnings of names with a capital inside (`link`edIn), in
/// small letters.
///
/// # Errors
/// [`Abandoned`] when it is not.
pub fn fold_with(source: &str, names: &[String], work: &Work<'_>) -> Result<Folded, Abandoned> {
    let mut writer = Writer {
        source,
        names,
        out: String::with_capacity(source.len()),
        anchors: Vec::new(),
        shift: 0,
        work,
    };
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    let mut open: Option<(Kind, usize)> = None;
    let mut long = false;
    for line in source.split_inclusive('\n') {
        let start = at;
        at += line.len();
        work.step(line.len())?;
        let content = line.trim_end_matches(['\n', '\r']);
        if content.trim().is_empty() {
            close(&mut writer, &mut blocks, &mut open, start);
            continue;
        }
        let (kind, from, to) = line_kind(content);
        let lower = content[from..].trim_start().chars().next().is_some_and(char::is_lowercase);
        // A wrapped line goes on with the one before; a row of a table does not.
        let wrapped = kind == Kind::Text
            && !content.trim_start().starts_with('|')
            && matches!(open, Some((Kind::Text | Kind::Item, _)))
            && (long || lower)
            && (lower || !writer.out.ends_with(['.', '!', '?', ':']));
        if wrapped {
            writer.space(start);
        } else {
            close(&mut writer, &mut blocks, &mut open, start);
            open = Some((kind, writer.out.len()));
        }
        writer.fold(start + from, start + to)?;
        long = content.chars().count() >= 60;
    }
    close(&mut writer, &mut blocks, &mut open, source.len());
    Ok(Folded { text: writer.out, blocks, anchors: writer.anchors })
}

fn close(writer: &mut Writer<'_>, blocks: &mut Vec<Block>, open: &mut Option<(Kind, usize)>, at: usize) {
    if let Some((kind, start)) = open.take() {
        writer.line(at);
        let end = writer.out.trim_end_matches('\n').len().max(start);
        if end > start {
            blocks.push(Block { kind, start, end });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_inclusive_endings_and_markup_go() {
        let read = |text: &str| fold(text, &[]).text.trim_end().to_owned();
        assert_eq!(read("Chargé·e·s de **communauté** (H/F)"), "charge de communaute (h/f)");
        assert_eq!(
            read("un(e) animateur(trice) motivé(e)s, curieux.euse, un.e"),
            "un animateur motives, curieux, un"
        );
        assert_eq!(read("L’œuvre d’Élise – 25\u{202f}000\u{a0}€"), "l'oeuvre d'elise - 25 000 €");
        assert_eq!(read("e\u{301}te\u{301} 𝗠𝗶𝘀𝘀𝗶𝗼𝗻𝘀"), "ete missions");
        assert_eq!(read("créateur/trice, chargé-e"), "createur, charge");
        assert_eq!(read("and/or on-site 24/7"), "and/or on-site 24/7");
    }

    #[test]
    fn sentences_and_blocks_are_lines() {
        let folded = fold(
            "# Missions\n\n- Animer la communauté. Répondre.\n- Modérer\n\nWe hire a managerAn understanding of TikTok.Good",
            &[],
        );
        assert_eq!(
            folded.text,
            "missions\nanimer la communaute.\nrepondre.\nmoderer\nwe hire a manager\nan understanding of tiktok.\ngood\n"
        );
        let kinds: Vec<Kind> = folded.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Kind::Heading(1), Kind::Item, Kind::Item, Kind::Text]);
    }

    #[test]
    fn rows_of_a_table_are_sentences() {
        let folded = fold(
            "| | |\n| --- | --- |\n| Lieu | entièrement en télétravail (US), bureaux à New York |\n| Salaire | 30 000 € |\n",
            &[],
        );
        assert!(folded.text.contains("\n| salaire | 30 000 € |"), "{}", folded.text);
    }

    #[test]
    fn a_character_that_spells_a_phrase_stays_one() {
        assert_eq!(fold("ﬃ Ⅷ \u{fdfa}", &[]).text.trim_end(), "ffi viii \u{fdfa}");
        let text = "\u{fdfa}".repeat(1_000);
        assert!(fold(&text, &[]).text.len() <= text.len() + 1);
    }

    #[test]
    fn every_part_is_found_again_in_the_original() {
        let text = "Rôle : **Chargé·e** d’animation —\nvous aimez l’écoute.";
        let folded = fold(text, &[]);
        let at = folded.text.find("animation").unwrap();
        assert_eq!(&text[folded.source(text, at, at + 9)], "animation");
        let at = folded.text.find("ecoute").unwrap();
        assert_eq!(&text[folded.source(text, at, at + 6)], "écoute");
    }
}

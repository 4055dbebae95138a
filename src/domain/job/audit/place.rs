//! Where something stands in the text that was given.

use std::ops::Range;

use super::answer::{Excerpt, Point};
use crate::domain::text::is_obeyed;

/// Longest excerpt, in characters.
const LONGEST: usize = 240;

/// Bytes between two marks: as far as a place is counted by hand.
const BETWEEN_MARKS: usize = 256;

/// What is known at some bytes of the text, so that places on a long line need not be counted from its beginning.
#[derive(Clone, Copy, Debug)]
struct Mark {
    byte: usize,
    /// Characters of the line before it.
    characters: usize,
    /// UTF-16 units of the text before it.
    utf16: usize,
}

/// Finds lines, columns and UTF-16 offsets.
#[derive(Debug)]
pub struct Index<'t> {
    text: &'t str,
    /// The byte at which each line begins.
    lines: Vec<usize>,
    /// One at the beginning of each line, and on long lines one every few hundred bytes.
    marks: Vec<Mark>,
}

impl<'t> Index<'t> {
    /// Reads the lines of a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut lines = vec![0];
        let mut marks = Vec::new();
        let mut utf16 = 0;
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            marks.push(Mark { byte: start, characters: 0, utf16 });
            if line.is_ascii() && line.len() <= BETWEEN_MARKS {
                utf16 += line.len();
            } else {
                let mut last = start;
                for (characters, (at, c)) in line.char_indices().enumerate() {
                    let byte = start + at;
                    if byte - last >= BETWEEN_MARKS {
                        marks.push(Mark { byte, characters, utf16 });
                        last = byte;
                    }
                    utf16 += c.len_utf16();
                }
            }
            start += line.len();
            lines.push(start);
        }
        marks.push(Mark { byte: start, characters: 0, utf16 });
        Self { text, lines, marks }
    }

    /// The place of a byte.
    #[must_use]
    pub fn point(&self, byte: usize) -> Point {
        let byte = byte.min(self.text.len());
        let at = self.lines.partition_point(|start| *start <= byte).max(1) - 1;
        // The end of a text without a final line break is still on its last line.
        let at = if at > 0 && self.lines[at] == byte && byte == self.text.len() && !self.text.ends_with('\n')
        {
            at - 1
        } else {
            at
        };
        let line = self.lines[at];
        // Never the mark of the line after, which may stand at the same byte.
        let known = self.marks.partition_point(|mark| mark.byte <= byte).max(1) - 1;
        let mark = self.marks[..=known]
            .iter()
            .rev()
            .find(|mark| mark.byte >= line && (mark.byte < byte || mark.byte == line))
            .copied()
            .unwrap_or(Mark { byte: line, characters: 0, utf16: 0 });
        let between = self.text.get(mark.byte..byte).unwrap_or("");
        Point {
            line: at + 1,
            column: mark.characters + between.chars().count() + 1,
            byte,
            utf16: mark.utf16 + between.encode_utf16().count(),
        }
    }

    /// The place and words of a part.
    #[must_use]
    pub fn excerpt(&self, range: Range<usize>) -> Excerpt {
        let words = self.text.get(range.clone()).unwrap_or("");
        let mut shown = words;
        if let Some((end, _)) = words.char_indices().nth(LONGEST) {
            // No word is cut: what is left out begins with a word, unless a single one is that long.
            let whole = words[..end].rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(end);
            shown = &words[..if words[end..].starts_with(char::is_whitespace) { end } else { whole }];
        }
        let mut text: String = shown.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        // Direction marks would reorder what a terminal or page shows around them.
        text.retain(|c| !is_obeyed(c));
        if shown.len() < words.len() {
            text.push('…');
        }
        Excerpt { start: self.point(range.start), end: self.point(range.end), text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_every_way() {
        let text = "é😀a\nbc";
        let index = Index::new(text);
        let point = |byte| index.point(byte);
        assert_eq!(point(6), Point { line: 1, column: 3, byte: 6, utf16: 3 });
        assert_eq!(point(8), Point { line: 2, column: 1, byte: 8, utf16: 5 });
        assert_eq!(point(10), Point { line: 2, column: 3, byte: 10, utf16: 7 });
        // Places on a long line are the same as counted from its beginning.
        let long = format!("é\n{}\n", "aé😀".repeat(400));
        let index = Index::new(&long);
        for (byte, _) in long.char_indices().chain([(long.len(), ' ')]) {
            let line = long[..byte].matches('\n').count();
            let start = long[..byte].rfind('\n').map_or(0, |at| at + 1);
            let expected = Point {
                line: line + 1,
                column: long[start..byte].chars().count() + 1,
                byte,
                utf16: long[..byte].encode_utf16().count(),
            };
            assert_eq!(index.point(byte), expected);
        }
        assert_eq!(Index::new("").point(0), Point { line: 1, column: 1, byte: 0, utf16: 0 });
    }
}

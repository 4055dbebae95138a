//! Where something stands in the text that was given.

use std::ops::Range;

use super::answer::{Excerpt, Point};

/// Longest excerpt, in characters.
const LONGEST: usize = 240;

/// Finds lines, columns and UTF-16 offsets.
#[derive(Debug)]
pub struct Index<'t> {
    text: &'t str,
    /// Byte and UTF-16 offset of the beginning of each line.
    lines: Vec<(usize, usize)>,
}

impl<'t> Index<'t> {
    /// Reads the lines of a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut lines = vec![(0, 0)];
        let mut utf16 = 0;
        for line in text.split_inclusive('\n') {
            utf16 += if line.is_ascii() { line.len() } else { line.encode_utf16().count() };
            let (start, _) = lines.last().copied().unwrap_or((0, 0));
            lines.push((start + line.len(), utf16));
        }
        Self { text, lines }
    }

    /// The place of a byte.
    #[must_use]
    pub fn point(&self, byte: usize) -> Point {
        let byte = byte.min(self.text.len());
        let at = self.lines.partition_point(|(start, _)| *start <= byte).max(1) - 1;
        let at =
            if at > 0 && self.lines[at].0 == byte && byte == self.text.len() && !self.text.ends_with('\n') {
                at - 1
            } else {
                at
            };
        let (start, utf16) = self.lines[at];
        let before = self.text.get(start..byte).unwrap_or("");
        Point {
            line: at + 1,
            column: before.chars().count() + 1,
            byte,
            utf16: utf16 + before.encode_utf16().count(),
        }
    }

    /// The place and words of a part.
    #[must_use]
    pub fn excerpt(&self, range: Range<usize>) -> Excerpt {
        let words = self.text.get(range.clone()).unwrap_or("");
        let mut text: String =
            words.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
        // Direction marks would reorder what a terminal or page shows around them.
        text.retain(
            |c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'),
        );
        if words.chars().count() > LONGEST {
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
        assert_eq!(Index::new("").point(0), Point { line: 1, column: 1, byte: 0, utf16: 0 });
    }
}

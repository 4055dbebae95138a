//! Markdown → terminal text: wrapped to the width, tables fitted to it, colour by ANSI codes that the output stream
//! removes where it is no terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use unicode_width::UnicodeWidthStr;

use crate::domain::text::is_obeyed;

const STRONG: Style = Style::new().bold();
const HEADING: Style = Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Cyan)));
const CODE: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Green)));

/// Narrowest and widest text that is laid out.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// A word or a space, with its style.
#[derive(Clone)]
struct Piece {
    text: String,
    style: Style,
}

/// Renders Markdown for a terminal of some width. Wider terminals get lines of 100 columns at most.
#[must_use]
pub fn render(markdown: &str, width: usize) -> String {
    let mut writer = Writer {
        width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
        out: String::new(),
        inline: Vec::new(),
        style: vec![Style::new()],
        lists: Vec::new(),
        item: None,
        table: Vec::new(),
        link: None,
        tight: false,
        code: false,
        last: Last::Other,
    };
    for event in Parser::new_ext(markdown, super::html::options()) {
        writer.event(event);
    }
    writer.out.truncate(writer.out.trim_end().len());
    writer.out.push('\n');
    writer.out
}

struct Writer {
    width: usize,
    out: String,
    inline: Vec<Piece>,
    style: Vec<Style>,
    /// Number of the next item of each open list; none for bullets.
    lists: Vec<Option<u64>>,
    /// Marker of the item that has not been written yet.
    item: Option<String>,
    table: Vec<Vec<Vec<Piece>>>,
    link: Option<String>,
    /// The next block follows without a blank line (after the first heading, and inside lists).
    tight: bool,
    /// Inside a block of code, which is written as it stands.
    code: bool,
    /// What was written last.
    last: Last,
}

/// What stands right above.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// An item of a list.
    Item,
    /// One line in bold, which names what follows.
    Label,
    /// Anything else.
    Other,
}

fn styled(out: &mut String, text: &str, style: Style) {
    if style == Style::new() {
        out.push_str(text);
    } else {
        let _ = write!(out, "{style}{text}{style:#}");
    }
}

impl Writer {
    fn current(&self) -> Style {
        self.style.last().copied().unwrap_or_default()
    }

    fn push(&mut self, text: &str, style: Style) {
        // Control characters in somebody's text must not reach the terminal.
        let clean: String = text.chars().filter(|c| !is_obeyed(*c)).collect();
        self.inline.push(Piece { text: clean, style });
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code => self.verbatim(&text),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.push(&text, self.current());
            }
            Event::Code(text) => self.push(&text, CODE),
            Event::SoftBreak | Event::HardBreak => self.push(" ", Style::new()),
            Event::Rule => self.block(|width| "─".repeat(width)),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong | Tag::Emphasis => self.style.push(STRONG),
            Tag::Heading { .. } => self.style.push(HEADING),
            Tag::List(first) => {
                if !self.inline.is_empty() {
                    self.paragraph();
                }
                self.lists.push(first);
            }
            Tag::Item => {
                let depth = self.lists.len().saturating_sub(1);
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}. ");
                        *number += 1;
                        marker
                    }
                    _ => "• ".to_owned(),
                };
                self.item = Some(format!("{}{marker}", "  ".repeat(depth)));
            }
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.to_string()),
            Tag::CodeBlock(_) => {
                self.gap();
                self.code = true;
            }
            Tag::Table(_) => self.table.clear(),
            Tag::TableHead | Tag::TableRow => self.table.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => drop(self.style.pop()),
            TagEnd::Heading(level) => {
                self.style.pop();
                self.paragraph();
                // The verdict and the sentence under it stay together: they are the first two lines.
                self.tight = level == HeadingLevel::H1;
            }
            TagEnd::Paragraph => self.paragraph(),
            TagEnd::Item if !self.inline.is_empty() || self.item.is_some() => self.paragraph(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Link => {
                if let Some(url) = self.link.take() {
                    let shown = self.inline.last().is_some_and(|piece| piece.text == url);
                    if !shown {
                        self.push(&format!(" <{url}>"), Style::new());
                    }
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.inline);
                if let Some(row) = self.table.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => self.write_table(),
            TagEnd::CodeBlock => self.code = false,
            _ => {}
        }
    }

    /// Lines as they stand, without control characters.
    fn verbatim(&mut self, text: &str) {
        for line in text.lines() {
            let clean: String = line.chars().filter(|c| !is_obeyed(*c)).collect();
            self.out.push_str(clean.trim_end());
            self.out.push('\n');
        }
    }

    fn gap(&mut self) {
        if !self.out.is_empty() && !self.tight && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
        self.tight = false;
        self.last = Last::Other;
    }

    fn block(&mut self, text: impl FnOnce(usize) -> String) {
        self.gap();
        let text = text(self.width);
        self.out.push_str(&text);
        self.out.push('\n');
    }

    fn paragraph(&mut self) {
        let pieces = std::mem::take(&mut self.inline);
        let in_list = !self.lists.is_empty();
        let first = self.item.take();
        // Items of one list follow each other closely; a list is set off from what precedes it, but for its own name.
        if in_list && self.last != Last::Other {
            self.tight = true;
        }
        self.gap();
        let depth = self.lists.len().saturating_sub(1);
        let indent = if in_list { "  ".repeat(depth) + "  " } else { String::new() };
        let marker = first.unwrap_or_else(|| indent.clone());
        let hanging = if in_list { " ".repeat(marker.width()) } else { indent };
        let lines = wrap(&pieces, self.width.saturating_sub(hanging.width()).max(20));
        for (at, line) in lines.iter().enumerate() {
            self.out.push_str(if at == 0 { &marker } else { &hanging });
            write_line(&mut self.out, line);
            self.out.push('\n');
        }
        let names = lines.len() == 1 && pieces.iter().all(|piece| piece.style == STRONG);
        self.last = match (in_list, names) {
            (true, _) => Last::Item,
            (false, true) => Last::Label,
            (false, false) => Last::Other,
        };
    }

    fn write_table(&mut self) {
        let rows = std::mem::take(&mut self.table);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        self.gap();
        let widths = column_widths(&rows, columns, self.width);
        if widths.contains(&0) {
            return self.write_narrow(&rows);
        }
        // Rows are set apart as soon as one of them takes several lines.
        let tall =
            |row: &Vec<Vec<Piece>>| row.iter().zip(&widths).any(|(cell, width)| wrap(cell, *width).len() > 1);
        let airy = rows.iter().skip(1).any(tall);
        for (number, row) in rows.iter().enumerate() {
            let cells: Vec<Vec<Vec<Piece>>> = (0..columns)
                .map(|at| row.get(at).map_or_else(Vec::new, |cell| wrap(cell, widths[at])))
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
            for line in 0..height {
                let mut text = String::new();
                for (at, cell) in cells.iter().enumerate() {
                    let pieces: &[Piece] = cell.get(line).map_or(&[], |pieces| pieces);
                    let used: usize = pieces.iter().map(|piece| piece.text.width()).sum();
                    for piece in pieces {
                        styled(&mut text, &piece.text, if number == 0 { STRONG } else { piece.style });
                    }
                    if at + 1 < columns {
                        text.push_str(&" ".repeat(widths[at].saturating_sub(used) + 2));
                    }
                }
                self.out.push_str(text.trim_end());
                self.out.push('\n');
            }
            if number == 0 {
                let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
                self.out.push_str(&rule.join("  "));
                self.out.push('\n');
            } else if airy && number + 1 < rows.len() {
                self.out.push('\n');
            }
        }
        self.out.push('\n');
    }

    /// A table too wide for the terminal: one block a row, each value under the heading of its column.
    fn write_narrow(&mut self, rows: &[Vec<Vec<Piece>>]) {
        let Some((head, body)) = rows.split_first() else { return };
        for row in body {
            for (at, cell) in row.iter().enumerate() {
                let name: String =
                    head.get(at).into_iter().flatten().map(|piece| piece.text.as_str()).collect();
                let mut pieces = Vec::new();
                if !name.is_empty() {
                    pieces.push(Piece { text: format!("{name} – "), style: STRONG });
                }
                pieces.extend(cell.iter().cloned());
                for (number, line) in wrap(&pieces, self.width.saturating_sub(2)).iter().enumerate() {
                    self.out.push_str(if number == 0 { "" } else { "  " });
                    write_line(&mut self.out, line);
                    self.out.push('\n');
                }
            }
            self.out.push('\n');
        }
    }
}

fn write_line(out: &mut String, line: &[Piece]) {
    for piece in line {
        styled(out, &piece.text, piece.style);
    }
}

/// Breaks styled text into lines; no-break spaces hold, and addresses stay whole, so that they can be followed.
fn wrap(pieces: &[Piece], width: usize) -> Vec<Vec<Piece>> {
    let plain: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let options = textwrap::Options::new(width)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    let mut styles =
        pieces.iter().flat_map(|piece| piece.text.chars().map(move |c| (c, piece.style))).peekable();
    let mut lines = Vec::new();
    for line in textwrap::wrap(&plain, options) {
        let mut out: Vec<Piece> = Vec::new();
        for c in line.chars() {
            // Wrapping only drops spaces, so the styles are found by skipping what was dropped.
            while styles.peek().is_some_and(|(next, _)| *next != c) {
                styles.next();
            }
            let style = styles.next().map_or_else(Style::new, |(_, style)| style);
            match out.last_mut() {
                Some(piece) if piece.style == style => piece.text.push(c),
                _ => out.push(Piece { text: c.to_string(), style }),
            }
        }
        lines.push(out);
    }
    lines
}

/// Widths of the columns: what they need, or a share of the width in proportion to what they need.
fn column_widths(rows: &[Vec<Vec<Piece>>], columns: usize, width: usize) -> Vec<usize> {
    let cell_width = |cell: &Vec<Piece>| cell.iter().map(|piece| piece.text.width()).sum::<usize>();
    let longest_word = |cell: &Vec<Piece>| {
        let text: String = cell.iter().map(|piece| piece.text.as_str()).collect();
        text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0)
    };
    let column = |at: usize, f: &dyn Fn(&Vec<Piece>) -> usize| {
        rows.iter().filter_map(|row| row.get(at)).map(f).max().unwrap_or(1).max(1)
    };
    let wanted: Vec<usize> = (0..columns).map(|at| column(at, &cell_width)).collect();
    let least: Vec<usize> = (0..columns).map(|at| column(at, &longest_word)).collect();
    let room = width.saturating_sub(2 * (columns - 1));
    if wanted.iter().sum::<usize>() <= room {
        return wanted;
    }
    let spare = room.saturating_sub(least.iter().sum());
    let need: usize = wanted.iter().zip(&least).map(|(wanted, least)| wanted.saturating_sub(*least)).sum();
    if room < least.iter().sum() {
        return vec![0; columns]; // not even the longest words fit: no table
    }
    wanted
        .iter()
        .zip(&least)
        .map(|(wanted, least)| least + wanted.saturating_sub(*least) * spare / need.max(1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(markdown: &str, width: usize) -> String {
        anstream::adapter::strip_str(&render(markdown, width)).to_string()
    }

    #[test]
    fn heading_and_first_paragraph_stay_together() {
        assert_eq!(plain("# A\n\nB\n\nC", 80), "A\nB\n\nC\n");
    }

    #[test]
    fn lists_hang_and_tables_fit() {
        assert_eq!(plain("x\n\n- one two\n- three\n", 40), "x\n\n• one two\n• three\n");
        let table = plain(
            "| a | b |\n|---|---|\n| one two three four five six | seven eight nine ten eleven |\n",
            40,
        );
        assert!(table.lines().all(|line| line.width() <= 40), "{table}");
        assert!(table.contains("─"));
    }

    #[test]
    fn a_list_follows_its_name_closely_and_a_picture_at_a_distance() {
        assert_eq!(plain("x\n\n**N**\n\n- one\n", 40), "x\n\nN\n• one\n");
        assert_eq!(plain("```chart\n  a\n```\n\n- one\n", 40), "  a\n\n• one\n");
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        assert_eq!(plain("a\u{1b}[31mb\u{202e}c", 80), "a[31mbc\n");
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let text = "mot ".repeat(100);
        for width in [40, 60, 100] {
            assert!(plain(&format!("- **{text}** {text}"), width).lines().all(|line| line.width() <= width));
        }
    }
}

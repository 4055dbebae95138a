//! Markdown → DOCX: real headings, lists and tables, so that a word processor can go on from there.

use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, IndentLevel, Level, LevelJc, LevelText, NumberFormat, Numbering,
    NumberingId, PageMargin, Paragraph, Run, RunFonts, SpecialIndentType, Start, Style, StyleType, Table,
    TableCell, TableRow, WidthType,
};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

/// Numbering of bullets, and of the first numbered list; each further one has its own, so that it begins at 1.
const BULLETS: usize = 50;
const NUMBERS: usize = 60;

/// Half-points of headings by level.
const SIZES: [usize; 3] = [34, 26, 22];

struct Writer {
    docx: Docx,
    runs: Vec<Run>,
    bold: usize,
    italic: usize,
    heading: Option<usize>,
    lists: Vec<Option<usize>>,
    numbered: usize,
    rows: Vec<TableRow>,
    cells: Vec<TableCell>,
    columns: usize,
    /// Whether the row being read holds any text.
    written: bool,
    item_open: bool,
}

/// Writes a document.
///
/// # Errors
/// When it cannot be packed, which does not happen in memory.
pub fn docx(markdown: &str) -> Result<Vec<u8>, String> {
    let mut base = Docx::new()
        .default_fonts(RunFonts::new().ascii("Liberation Sans").hi_ansi("Liberation Sans"))
        .default_size(21)
        .page_margin(PageMargin::new().top(1020).bottom(1020).left(1134).right(1134))
        .page_size(11_906, 16_838);
    for (at, size) in SIZES.iter().enumerate() {
        let style = Style::new(format!("Heading{}", at + 1), StyleType::Paragraph)
            .name(format!("heading {}", at + 1))
            .based_on("Normal")
            .size(*size)
            .bold()
            .outline_lvl(at);
        base = base.add_style(style);
    }
    let bullet =
        Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"))
            .indent(Some(420), Some(SpecialIndentType::Hanging(260)), None, None);
    base = base
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet))
        .add_numbering(Numbering::new(BULLETS, BULLETS));
    let mut writer = Writer {
        docx: base,
        runs: Vec::new(),
        bold: 0,
        italic: 0,
        heading: None,
        lists: Vec::new(),
        numbered: 0,
        rows: Vec::new(),
        cells: Vec::new(),
        columns: 0,
        written: false,
        item_open: false,
    };
    for event in Parser::new_ext(markdown, super::html::options()) {
        writer.event(event);
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    writer.docx.build().pack(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes.into_inner())
}

impl Writer {
    fn text(&mut self, text: &str) {
        // XML has no place for control characters.
        let clean: String =
            text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
        self.written |= !clean.trim().is_empty();
        let mut run = Run::new().add_text(clean);
        if self.bold > 0 {
            run = run.bold();
        }
        if self.italic > 0 {
            run = run.italic();
        }
        self.runs.push(run);
    }

    fn paragraph(&mut self) -> Paragraph {
        let mut paragraph = Paragraph::new();
        for run in std::mem::take(&mut self.runs) {
            paragraph = paragraph.add_run(run);
        }
        paragraph
    }

    /// Writes what was gathered as a paragraph of the body.
    fn flush(&mut self) {
        if self.runs.is_empty() {
            return;
        }
        let mut paragraph = self.paragraph();
        if let Some(level) = self.heading {
            paragraph = paragraph.style(&format!("Heading{level}")).keep_next(true);
        } else if let Some(list) = self.lists.last() {
            let id = list.unwrap_or(BULLETS);
            if self.item_open {
                paragraph = paragraph.numbering(NumberingId::new(id), IndentLevel::new(0));
                self.item_open = false;
            }
        }
        let spacing =
            docx_rs::LineSpacing::new().before(if self.heading.is_some() { 200 } else { 0 }).after(80);
        let docx = std::mem::take(&mut self.docx);
        self.docx = docx.add_paragraph(paragraph.line_spacing(spacing));
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.flush();
                self.heading = Some(match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                });
            }
            Event::End(TagEnd::Heading(_)) => {
                self.flush();
                self.heading = None;
            }
            Event::End(TagEnd::Paragraph) => self.flush(),
            Event::Start(Tag::List(first)) => {
                self.flush();
                let id = first.map(|_| {
                    let id = NUMBERS + self.numbered;
                    self.numbered += 1;
                    let level = Level::new(
                        0,
                        Start::new(1),
                        NumberFormat::new("decimal"),
                        LevelText::new("%1."),
                        LevelJc::new("left"),
                    )
                    .indent(Some(420), Some(SpecialIndentType::Hanging(320)), None, None);
                    let docx = std::mem::take(&mut self.docx);
                    self.docx = docx
                        .add_abstract_numbering(AbstractNumbering::new(id).add_level(level))
                        .add_numbering(Numbering::new(id, id));
                    id
                });
                self.lists.push(id);
            }
            Event::End(TagEnd::List(_)) => {
                self.flush();
                self.lists.pop();
            }
            Event::Start(Tag::Item) => {
                self.flush();
                self.item_open = true;
            }
            Event::End(TagEnd::Item) => {
                self.flush();
                self.item_open = false;
            }
            Event::Start(Tag::Strong) => self.bold += 1,
            Event::End(TagEnd::Strong) => self.bold = self.bold.saturating_sub(1),
            Event::Start(Tag::Emphasis) => self.italic += 1,
            Event::End(TagEnd::Emphasis) => self.italic = self.italic.saturating_sub(1),
            Event::Start(Tag::Table(_)) => {
                self.flush();
                self.columns = 0;
                self.rows.clear();
            }
            Event::End(TagEnd::TableCell) => {
                let paragraph = self.paragraph().align(AlignmentType::Left);
                self.cells.push(TableCell::new().add_paragraph(paragraph));
            }
            Event::Start(Tag::TableHead) => {
                self.written = false;
                self.bold += 1;
            }
            Event::Start(Tag::TableRow) => self.written = false,
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                if matches!(event, Event::End(TagEnd::TableHead)) {
                    self.bold = self.bold.saturating_sub(1);
                }
                let cells = std::mem::take(&mut self.cells);
                self.columns = self.columns.max(cells.len());
                // A table without headings has an empty first row in Markdown, and none here.
                if std::mem::take(&mut self.written) {
                    self.rows.push(TableRow::new(cells));
                }
            }
            Event::End(TagEnd::Table) => {
                let rows = std::mem::take(&mut self.rows);
                let grid = if self.columns > 2 { vec![6_600, 1_500, 1_500] } else { vec![2_700, 6_900] };
                let table = Table::new(rows).width(9_600, WidthType::Dxa).set_grid(grid);
                let docx = std::mem::take(&mut self.docx);
                self.docx = docx.add_table(table);
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            _ => {}
        }
    }
}

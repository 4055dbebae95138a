//! DOCX → text: paragraphs, headings, lists, table cells. Only the main part is read, and only so much of it.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Damage, Form, IntakeError};

fn damaged(reason: impl std::fmt::Display) -> IntakeError {
    IntakeError::Damaged(Form::Docx.name(), Damage::Malformed(reason.to_string()))
}

/// Bytes of markup for a byte of text, at most: word processors wrap every word in a run with its own properties.
const MARKUP: usize = 100;

/// Reads a document whose text is no longer than `max_text` bytes.
pub(super) fn read(bytes: &[u8], max_text: usize) -> Result<String, IntakeError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let part = archive.by_name("word/document.xml").map_err(|_| damaged("no word/document.xml inside"))?;
    // What unfolds beyond the limit is no job ad: read one byte more than allowed, and no further.
    let mut xml = Vec::new();
    let limit = MARKUP * max_text;
    part.take(limit as u64 + 1).read_to_end(&mut xml).map_err(damaged)?;
    if xml.len() > limit {
        return Err(IntakeError::TooLong(max_text));
    }
    text(std::str::from_utf8(&xml).map_err(damaged)?, max_text)
}

fn text(xml: &str, max_text: usize) -> Result<String, IntakeError> {
    let mut reader = Reader::from_str(xml);
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut mark = String::new();
    let mut in_text = false;
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "p" => {
                    paragraph.clear();
                    mark.clear();
                }
                "pStyle" => {
                    let style =
                        tag.attributes().flatten().find(|item| item.key.local_name().as_ref() == "val");
                    let style = style.map_or(String::new(), |item| item.value.to_lowercase());
                    if style.starts_with("heading") || style.starts_with("titre") || style == "title" {
                        let level = style.chars().rev().find_map(|c| c.to_digit(10)).unwrap_or(1).clamp(1, 6);
                        mark = format!("{} ", "#".repeat(level as usize));
                    } else if style.contains("list") {
                        "- ".clone_into(&mut mark);
                    }
                }
                "numPr" if mark.is_empty() => "- ".clone_into(&mut mark),
                "t" => in_text = true,
                "br" | "cr" => paragraph.push('\n'),
                "tab" => paragraph.push(' '),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "p" => {
                    if mark.starts_with('#') {
                        out.push('\n');
                    }
                    out.push_str(&mark);
                    out.push_str(paragraph.trim_end());
                    out.push('\n');
                    paragraph.clear();
                    mark.clear();
                }
                _ => {}
            },
            Event::Text(piece) if in_text => paragraph.push_str(&piece),
            Event::GeneralRef(name) if in_text => {
                let c = match &*name {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    other => other.strip_prefix('#').and_then(|code| {
                        let number = code
                            .strip_prefix('x')
                            .map_or_else(|| code.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
                        number.and_then(char::from_u32)
                    }),
                };
                paragraph.extend(c);
            }
            _ => {}
        }
        if out.len() + paragraph.len() > max_text {
            return Err(IntakeError::TooLong(max_text));
        }
    }
    Ok(out)
}

//! DOCX → text: headers, then paragraphs, headings, lists, table cells and text boxes, then footers, and only so much.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Damage, Form, IntakeError};

fn damaged(reason: impl std::fmt::Display) -> IntakeError {
    IntakeError::Damaged(Form::Docx.name(), Damage::Malformed(reason.to_string()))
}

/// Most headers, and most footers, that are read: a section has three.
const MOST_BESIDE: usize = 6;
/// Bytes of markup for a byte of text, at most: word processors wrap every word in a run with its own properties.
const MARKUP: usize = 100;

/// Reads a document whose text is no longer than `max_text` bytes.
pub(super) fn read(bytes: &[u8], max_text: usize) -> Result<String, IntakeError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let named = |archive: &zip::ZipArchive<_>, kind: &str| {
        let mut names: Vec<String> = archive
            .file_names()
            .filter_map(Result::ok)
            .filter(|name| {
                let number = name.strip_prefix("word/").and_then(|name| name.strip_prefix(kind));
                let number = number.and_then(|name| name.strip_suffix(".xml"));
                number.is_some_and(|number| number.parse::<u8>().is_ok())
            })
            .map(std::borrow::Cow::into_owned)
            .collect();
        names.sort();
        names.truncate(MOST_BESIDE);
        names
    };
    // Letterheads name employer and place; a document has one for the first page and one for the others.
    let (headers, footers) = (named(&archive, "header"), named(&archive, "footer"));
    let mut out = String::new();
    let mut seen: Vec<String> = Vec::new();
    for (name, beside) in headers
        .iter()
        .map(|name| (name.as_str(), true))
        .chain([("word/document.xml", false)])
        .chain(footers.iter().map(|name| (name.as_str(), true)))
    {
        let part = archive.by_name(name).map_err(|_| damaged("no word/document.xml inside"))?;
        // What unfolds beyond the limit is no job ad: read one byte more than allowed, and no further.
        let mut xml = Vec::new();
        let limit = MARKUP * max_text;
        part.take(limit as u64 + 1).read_to_end(&mut xml).map_err(damaged)?;
        if xml.len() > limit {
            return Err(IntakeError::TooLong(max_text));
        }
        let text = text(std::str::from_utf8(&xml).map_err(damaged)?, max_text)?;
        if beside && (text.trim().is_empty() || seen.contains(&text)) {
            continue;
        }
        out.push_str(&text);
        if beside {
            out.push('\n');
            seen.push(text);
        }
        if out.len() > max_text {
            return Err(IntakeError::TooLong(max_text));
        }
    }
    Ok(out)
}

/// A paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// What stands before it: `# ` or `- `.
    mark: String,
}

fn text(xml: &str, max_text: usize) -> Result<String, IntakeError> {
    let mut reader = Reader::from_str(xml);
    let mut out = String::new();
    // A text box is a paragraph, or several, inside another.
    let mut open: Vec<Paragraph> = Vec::new();
    let mut held = 0_usize;
    let mut in_text = false;
    // A drawing that old programs cannot show is written a second time for them.
    let mut fallback = 0_usize;
    loop {
        let event = reader.read_event().map_err(damaged)?;
        if fallback > 0 {
            match event {
                Event::Eof => break,
                Event::Start(tag) if tag.local_name().as_ref() == "Fallback" => fallback += 1,
                Event::End(tag) if tag.local_name().as_ref() == "Fallback" => fallback -= 1,
                _ => {}
            }
            continue;
        }
        let mut push = |piece: &str| {
            if let Some(paragraph) = open.last_mut() {
                paragraph.text.push_str(piece);
                held += piece.len();
            }
        };
        match event {
            Event::Eof => break,
            Event::Start(tag) if tag.local_name().as_ref() == "Fallback" => fallback = 1,
            Event::Start(tag) if tag.local_name().as_ref() == "p" => open.push(Paragraph::default()),
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "pStyle" => {
                    let style =
                        tag.attributes().flatten().find(|item| item.key.local_name().as_ref() == "val");
                    let style = style.map_or(String::new(), |item| item.value.to_lowercase());
                    let heading =
                        style.starts_with("heading") || style.starts_with("titre") || style == "title";
                    if let Some(paragraph) = open.last_mut() {
                        if heading {
                            let level =
                                style.chars().rev().find_map(|c| c.to_digit(10)).unwrap_or(1).clamp(1, 6);
                            paragraph.mark = format!("{} ", "#".repeat(level as usize));
                        } else if style.contains("list") {
                            "- ".clone_into(&mut paragraph.mark);
                        }
                    }
                }
                "numPr" => {
                    if let Some(paragraph) = open.last_mut().filter(|paragraph| paragraph.mark.is_empty()) {
                        "- ".clone_into(&mut paragraph.mark);
                    }
                }
                "t" => in_text = true,
                "br" | "cr" => push("\n"),
                "tab" => push(" "),
                "noBreakHyphen" => push("-"),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "p" => {
                    let Some(Paragraph { text, mark }) = open.pop() else { continue };
                    held -= text.len();
                    if mark.starts_with('#') {
                        out.push('\n');
                    }
                    out.push_str(&mark);
                    out.push_str(text.trim_end());
                    out.push('\n');
                }
                _ => {}
            },
            Event::Text(piece) if in_text => push(&piece),
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
                let mut buffer = [0; 4];
                push(c.map_or("", |c| c.encode_utf8(&mut buffer)));
            }
            _ => {}
        }
        if out.len() + held > max_text {
            return Err(IntakeError::TooLong(max_text));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn paragraph(text: &str) -> String {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    /// A document with these parts.
    fn document(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, body) in parts {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            write!(archive, "<w:document>{body}</w:document>").unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_text_box_is_read_once_and_takes_nothing_away() {
        let shape = format!("<w:txbxContent>{}</w:txbxContent>", paragraph("Poste à pourvoir"));
        let drawing = format!(
            "<mc:AlternateContent><mc:Choice>{shape}</mc:Choice><mc:Fallback><w:pict>{shape}</w:pict></mc:Fallback></mc:AlternateContent>"
        );
        let body = format!(
            "<w:p><w:r><w:t>Community manager</w:t></w:r><w:r>{drawing}</w:r></w:p>{}",
            paragraph("CDI")
        );
        let text = read(&document(&[("word/document.xml", &body)]), 1_000).unwrap();
        assert_eq!(text, "Poste à pourvoir\nCommunity manager\nCDI\n");
    }

    #[test]
    fn headers_and_footers_are_read_once_each() {
        let (header, footer) = (paragraph("Acme, Lyon"), paragraph("jobs@acme.example"));
        let text = read(
            &document(&[
                ("word/document.xml", &paragraph("Community manager")),
                ("word/footer1.xml", &footer),
                ("word/header1.xml", &header),
                ("word/header2.xml", &header),
                ("word/header3.xml", "<w:p/>"),
                ("word/headerlines.xml", &paragraph("no part of the text")),
            ]),
            1_000,
        );
        assert_eq!(text.unwrap(), "Acme, Lyon\n\nCommunity manager\njobs@acme.example\n\n");
    }

    #[test]
    fn a_hyphen_that_does_not_break_is_a_hyphen() {
        let body = "<w:p><w:r><w:t>28</w:t><w:noBreakHyphen/><w:t>32 k€ &amp; primes</w:t></w:r></w:p>";
        assert_eq!(read(&document(&[("word/document.xml", body)]), 1_000).unwrap(), "28-32 k€ & primes\n");
    }
}

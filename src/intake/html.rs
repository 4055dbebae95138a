//! HTML → text, with the place of every character in the page.

use html5gum::{DefaultEmitter, Readable, Reader, StringReader, Token, Tokenizer};

use super::facts::{Facts, place};
use super::{Extracted, IntakeError, Origin, Words};

/// Elements that begin a line of their own.
const BLOCKS: [&[u8]; 25] = [
    b"p",
    b"div",
    b"br",
    b"ul",
    b"ol",
    b"table",
    b"tr",
    b"section",
    b"article",
    b"header",
    b"footer",
    b"main",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"li",
    b"dt",
    b"dd",
    b"blockquote",
    b"pre",
    b"form",
    b"hr",
];

/// Elements whose text nobody reads.
const HIDDEN: [&[u8]; 6] = [b"script", b"style", b"template", b"noscript", b"title", b"head"];

struct Page<'s> {
    source: &'s str,
    out: String,
    anchors: Vec<(usize, usize)>,
}

impl Page<'_> {
    fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// Notes where the next byte of the text stood, where that is not told by the place before.
    fn anchor(&mut self, original: usize) {
        let here = self.out.len();
        let told = self.anchors.last().is_some_and(|(known, from)| from + (here - known) == original);
        if !told {
            self.anchors.push((here, original));
        }
    }

    /// Text of the page between two bytes. `value` is what it reads; where the source spells a character as an entity,
    /// both are walked side by side.
    fn text(&mut self, value: &str, start: usize, end: usize) {
        let source = self.source.get(start..end).unwrap_or("");
        if source == value {
            self.anchor(start);
            self.push(value);
            return;
        }
        let mut at = 0;
        for c in value.chars() {
            let rest = source.get(at..).unwrap_or("");
            self.anchor(start + at);
            let mut buffer = [0; 4];
            self.push(c.encode_utf8(&mut buffer));
            at += spelt(rest, c);
        }
    }

    /// Source breaks are spaces in HTML; a break in our text would end a sentence.
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            self.out.push(if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
        }
    }
}

/// How many bytes of the source spell a character of the text.
fn spelt(source: &str, c: char) -> usize {
    let Some(first) = source.chars().next() else { return 0 };
    if first != '&' {
        return first.len_utf8();
    }
    // Names have 32 characters at most: no more than that is ever looked at.
    let name = source.bytes().skip(1).take(40);
    let end = 1 + name.take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    match source.as_bytes().get(end) {
        Some(b';') if end > 1 => end + 1,
        // An ampersand that stands for itself, or whose name lacks its semicolon.
        _ if c == '&' => {
            if source[1..].starts_with("amp") {
                4
            } else {
                1
            }
        }
        // Another name without a semicolon.
        _ => end,
    }
}

/// Quoted values of one element that are read before the tokenizer is made to take a breath.
const BETWEEN_BREATHS: u32 = 64;

/// A pause in the source: the tokenizer returns, and goes on where it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a pause, not a fault")]
struct Breath;

/// The source of a page, with pauses.
///
/// The tokenizer goes from one quoted attribute to the next by calling itself, as deep as an element has attributes:
/// some ten thousand of them overflow the stack. A reader that fails makes it return, with its state kept, because a
/// reader of files may fail and be tried again.
struct Source<'s> {
    text: StringReader<'s>,
    values: u32,
}

impl Reader for Source<'_> {
    type Error = Breath;

    fn read_byte(&mut self) -> Result<Option<u8>, Breath> {
        let Ok(byte) = self.text.read_byte();
        Ok(byte)
    }

    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Breath> {
        let Ok(found) = self.text.try_read_string(text, case_sensitive);
        Ok(found)
    }

    fn read_until<'b>(
        &'b mut self,
        needle: &[u8],
        buffer: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, Breath> {
        // Inside a value in double quotes, and nowhere else, is the end sought like this.
        if needle.contains(&b'"') && !needle.contains(&b'<') {
            self.values += 1;
            if self.values.is_multiple_of(BETWEEN_BREATHS) {
                return Err(Breath);
            }
        }
        let Ok(found) = self.text.read_until(needle, buffer);
        Ok(found)
    }
}

/// Reads a page whose text is no longer than `max_text` bytes.
pub(super) fn read(source: &str, max_text: usize, words: Words<'_>) -> Result<Extracted, IntakeError> {
    let mut page = Page { source, out: String::with_capacity(source.len()), anchors: Vec::new() };
    let mut hidden: Option<Vec<u8>> = None;
    // JSON-LD scripts say what the job is in so many words.
    let mut in_data = false;
    let mut script: (usize, String) = (0, String::new());
    let mut facts: Option<(usize, String, Facts)> = None;
    // An element that ends where another begins keeps their words apart: "<span>Pay</span><span>30 000".
    let mut ended = false;
    let mut apart = false;
    let mut emitter: DefaultEmitter<usize> = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    let source_read = Source { text: source.to_reader(), values: 0 };
    for token in Tokenizer::new_with_emitter(source_read, emitter) {
        let Ok(token) = token else { continue };
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                apart |= std::mem::take(&mut ended);
                let kind = tag.attributes.get(b"type".as_slice());
                in_data = name == b"script"
                    && kind.is_some_and(|kind| kind.to_ascii_lowercase() == b"application/ld+json");
                if hidden.is_none() && HIDDEN.contains(&name) && !tag.self_closing {
                    hidden = Some(name.to_vec());
                }
                if hidden.is_some() {
                    continue;
                }
                if BLOCKS.contains(&name) {
                    page.line();
                }
                match name {
                    b"li" => page.out.push_str("- "),
                    [b'h', level @ b'1'..=b'6'] => {
                        page.line();
                        page.out.push('\n');
                        for _ in b'0'..*level {
                            page.out.push('#');
                        }
                        page.out.push(' ');
                    }
                    b"td" | b"th" => page.out.push(' '),
                    b"p" | b"ul" | b"ol" | b"section" | b"table" | b"dl" => page.out.push('\n'),
                    _ => {}
                }
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                ended = true;
                if hidden.as_deref() == Some(name) {
                    hidden = None;
                    let (begin, text) = std::mem::take(&mut script);
                    if std::mem::take(&mut in_data) && facts.is_none() {
                        facts = Facts::of_json_ld(&text).map(|found| (begin, text, found));
                    }
                } else if hidden.is_none() && BLOCKS.contains(&name) {
                    page.line();
                }
            }
            Token::String(text) if in_data => {
                if script.1.is_empty() {
                    script.0 = text.span.start;
                }
                script.1.push_str(&String::from_utf8_lossy(&text.value));
            }
            Token::String(text) if hidden.is_none() => {
                let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let first = text.value.first().map(|byte| char::from(*byte));
                // A letter outside ASCII is a letter too.
                let first = first.map(|c| if c.is_ascii() { c } else { 'a' });
                if std::mem::take(&mut apart) && inside(page.out.chars().next_back()) && inside(first) {
                    page.out.push(' ');
                }
                ended = false;
                let value = String::from_utf8_lossy(&text.value).into_owned();
                if value.trim().is_empty() {
                    if !page.out.ends_with(['\n', ' ']) && !page.out.is_empty() {
                        page.out.push(' ');
                    }
                } else {
                    if page.out.len() + value.len() > max_text {
                        return Err(IntakeError::TooLong(max_text));
                    }
                    page.text(&value, text.span.start, text.span.end);
                }
            }
            _ => {}
        }
    }
    let Page { out, anchors, .. } = page;
    let (text, anchors) = match facts {
        Some((begin, script, facts)) => {
            with_facts(&out, &anchors, (begin, &script), &facts, (max_text, words))?
        }
        None => (out, anchors),
    };
    Ok(Extracted { text, original: Some(Origin { text: source.to_owned(), anchors }) })
}

/// One line of text that may be written as markup: `Community &amp; Social`.
pub(super) fn line(text: &str, words: Words<'_>) -> String {
    let read = |text: &str| read(text, text.len(), words).ok();
    match text.contains('&').then(|| read(text)).flatten() {
        Some(found) => found.text.split_whitespace().collect::<Vec<_>>().join(" "),
        None => text.to_owned(),
    }
}

/// Letters and digits alone: how it is told whether a page says what its data say.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How far beyond its own length a line of a description is looked for in the script.
const NEAR: usize = 400;
/// Most of a description that is looked for in the page.
const COMPARED: usize = 60;

/// The text of a page with what its data say and it does not: title first, then description and facts. Each line is
/// placed where its words stand in the script.
fn with_facts(
    page: &str,
    anchors: &[(usize, usize)],
    (begin, script): (usize, &str),
    facts: &Facts,
    (max_text, words): (usize, Words<'_>),
) -> Result<(String, Vec<(usize, usize)>), IntakeError> {
    let told = letters(page);
    let (mut text, mut places) = (String::new(), Vec::new());
    let title = facts.title.as_deref().map(|title| line(title, words));
    if let Some(title) = title.filter(|title| !told.contains(&letters(title))) {
        place(&mut text, &mut places, &format!("# {title}"), &title, script, begin);
        text.push('\n');
    }
    let shift = text.len();
    places.extend(anchors.iter().map(|(at, from)| (at + shift, *from)));
    text.push_str(page);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    if let Some(description) = &facts.description {
        let mut plain = read(description, max_text, words)?.text;
        // Some sites write the markup itself as text.
        if plain.contains("</") || plain.contains("<br") {
            plain = read(&plain, max_text, words)?.text;
        }
        let start: String = letters(&plain).chars().take(COMPARED).collect();
        if !told.contains(&start) {
            // Each line stands behind the one before, a little farther on.
            let mut from = script.find("\"description\"").unwrap_or(0);
            for line in plain.lines() {
                let end = (from + 2 * line.len() + NEAR).min(script.len());
                let end = (end..=script.len()).find(|end| script.is_char_boundary(*end)).unwrap_or(from);
                place(&mut text, &mut places, line, line.trim(), &script[from..end], begin + from);
                from += script[from..end].find(line.trim()).map_or(0, |at| at + line.trim().len());
            }
        }
    }
    let lang = words.lang(&text);
    for (line, told) in facts.lines(words, lang) {
        place(&mut text, &mut places, &line, &told, script, begin);
    }
    Ok((text, places))
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_words;
    use super::*;

    fn read(source: &str, max_text: usize) -> Result<Extracted, IntakeError> {
        with_words(|words| super::read(source, max_text, words))
    }

    #[test]
    fn text_is_found_again_in_the_page() {
        let source = "<html><head><title>x</title><style>p{}</style></head><body><h2>Missions</h2><ul><li>Animer la communaut&eacute; &amp; mod&#233;rer</li><li>R\u{e9}pondre</li></ul></body></html>";
        let found = read(source, 1_000).unwrap();
        assert_eq!(found.text.trim(), "## Missions\n\n- Animer la communauté & modérer\n- Répondre");
        let origin = found.original.unwrap();
        for word in ["Animer", "Répondre"] {
            let at = found.text.find(word).unwrap();
            assert!(source[origin.at(at)..].starts_with(word), "{word}");
        }
        let at = found.text.find("modérer").unwrap();
        assert!(source[origin.at(at)..].starts_with("mod&#233;rer"));
    }

    #[test]
    fn no_number_of_attributes_is_too_deep() {
        for attribute in ["a=\"1\" ", "a=\"&amp;\"", "a='1' ", "a=1 ", "a ", "=\"\"", "a=\">\" ", "a=\"=\" "]
        {
            let page = format!("<p {}>Animer</p>", attribute.repeat(100_000));
            assert_eq!(read(&page, 1_000).unwrap().text.trim(), "Animer", "{attribute}");
        }
        // Few or many, what is read is the same, and so are the places.
        let plain = "<p a=\"1\" b=\"x y\">Répondre <b title=\"&lt;\">aux</b> messages</p>".repeat(200);
        let found = read(&plain, 100_000).unwrap();
        assert_eq!(found.text.matches("Répondre aux messages").count(), 200);
        let origin = found.original.unwrap();
        for (at, _) in found.text.match_indices("messages") {
            assert!(plain[origin.at(at)..].starts_with("messages"));
        }
    }

    #[test]
    fn entities_without_an_end_are_walked_in_a_straight_line() {
        for (source, read_as) in [
            ("<p>animer &amp modérer R&D &eacute tout", "animer & modérer R&D é tout"),
            ("<p>&#x41&#x42 fin", "AB fin"),
        ] {
            let found = read(source, 1_000).unwrap();
            assert_eq!(found.text.trim(), read_as);
            let last = read_as.rsplit(' ').next().unwrap();
            let at = found.text.rfind(last).unwrap();
            assert!(source[found.original.unwrap().at(at)..].starts_with(last), "{source}");
        }
        // Two megabytes of them are refused or read at once; the walk looks at forty bytes for each.
        for piece in ["&", "&#x41", "&amp", "& ", "&a"] {
            let page = format!("<p>animer &amp; {}", piece.repeat(2_000_000 / piece.len()));
            assert!(read(&page, 4_000_000).is_ok());
        }
    }
}

//! HTML → text, with the place of every character in the page.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::{Extracted, Origin};

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

    fn anchor(&mut self, original: usize) {
        self.anchors.push((self.out.len(), original));
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
            match rest.chars().next() {
                Some('&') if entity(rest) > 0 => at += entity(rest),
                Some(same) if same == c => at += c.len_utf8(),
                Some('&') => {
                    at += rest.find(';').filter(|length| *length < 40).map_or(1, |length| length + 1);
                }
                Some(other) => at += other.len_utf8(),
                None => {}
            }
        }
    }

    /// Source breaks are spaces in HTML; a break in our text would end a sentence.
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            self.out.push(if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
        }
    }
}

/// The length of the entity at the beginning of a text; 0 when there is none.
fn entity(text: &str) -> usize {
    match text.find(';') {
        Some(end)
            if end > 1
                && end < 40
                && text[1..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') =>
        {
            end + 1
        }
        _ => 0,
    }
}

/// Reads a page.
pub(super) fn read(source: &str) -> Extracted {
    let mut page = Page { source, out: String::with_capacity(source.len()), anchors: Vec::new() };
    let mut hidden: Option<Vec<u8>> = None;
    let mut emitter: DefaultEmitter<usize> = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
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
                if hidden.as_deref() == Some(name) {
                    hidden = None;
                } else if hidden.is_none() && BLOCKS.contains(&name) {
                    page.line();
                }
            }
            Token::String(text) if hidden.is_none() => {
                let value = String::from_utf8_lossy(&text.value).into_owned();
                if value.trim().is_empty() {
                    if !page.out.ends_with(['\n', ' ']) && !page.out.is_empty() {
                        page.out.push(' ');
                    }
                } else {
                    page.text(&value, text.span.start, text.span.end);
                }
            }
            _ => {}
        }
    }
    let Page { out, anchors, .. } = page;
    Extracted { text: out, original: Some(Origin { text: source.to_owned(), anchors }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_found_again_in_the_page() {
        let source = "<html><head><title>x</title><style>p{}</style></head><body><h2>Missions</h2><ul><li>Animer la communaut&eacute; &amp; mod&#233;rer</li><li>R\u{e9}pondre</li></ul></body></html>";
        let found = read(source);
        assert_eq!(found.text.trim(), "## Missions\n\n- Animer la communauté & modérer\n- Répondre");
        let origin = found.original.unwrap();
        for word in ["Animer", "Répondre"] {
            let at = found.text.find(word).unwrap();
            assert!(source[origin.at(at)..].starts_with(word), "{word}");
        }
        let at = found.text.find("modérer").unwrap();
        assert!(source[origin.at(at)..].starts_with("mod&#233;rer"));
    }
}

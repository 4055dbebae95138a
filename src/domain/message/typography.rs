//! Typography by language, applied to every text of the catalogue of messages: files are written with plain spaces and
//! apostrophes. The build script reads this file too.

/// A text as its language sets it. `lang` is a code: `fr`, `en`.
#[must_use]
pub fn written(text: &str, lang: &str) -> String {
    if lang == "fr" { spaced(text) } else { text.to_owned() }
}

/// A French sentence with the spaces that must not break before and inside its punctuation.
#[must_use]
pub fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            (' ', Some(':' | '»' | '€' | '%')) => out.push('\u{a0}'),
            (' ', Some(';' | '?' | '!')) => out.push('\u{202f}'),
            ('«', Some(' ')) => {
                chars.next();
                out.push_str("«\u{a0}");
            }
            ('\'', _) => out.push('’'),
            (c, _) => out.push(c),
        }
    }
    out
}

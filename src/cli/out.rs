//! Where output goes: results to standard output, remarks to standard error, colour only on a terminal.
//!
//! What users type, name their files or write in them comes back in results and errors. A terminal obeys some of it
//! (control characters, marks that turn the direction of text), so that none of it reaches one: remarks are always
//! cleaned, results where they are shown and not passed on.

use std::io::{IsTerminal, Write};

use crate::domain::text::is_obeyed;

/// Writes a report made for terminals, in which the texts of others are clean already. Colour codes are removed where
/// the stream is no terminal or `NO_COLOR` is set.
pub(crate) fn report(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Writes a result that is the same wherever it goes, byte for byte; only a terminal is shown it clean.
pub(crate) fn result(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if out.is_terminal() {
        out.write_all(clean(&String::from_utf8_lossy(bytes)).as_bytes())?;
    } else {
        out.write_all(bytes)?;
    }
    out.flush()
}

/// Writes JSON. What a terminal would obey, it is shown as JSON escapes, which mean the same.
pub(crate) fn json(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if out.is_terminal() {
        out.write_all(escaped(&String::from_utf8_lossy(bytes)).as_bytes())?;
    } else {
        out.write_all(bytes)?;
    }
    out.flush()
}

/// Writes a remark, on lines of its own. Errors in writing it are ignored: nobody is left to be told.
pub(crate) fn remark(text: &str) {
    drop(writeln!(anstream::stderr().lock(), "{}", clean(text)));
}

/// Writes a file to standard output as it is.
pub(crate) fn raw(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// A text with its line breaks and tabs, and nothing else that a terminal would obey.
pub(crate) fn clean(text: &str) -> String {
    text.chars().map(|c| if is_obeyed(c) && c != '\n' && c != '\t' { '\u{fffd}' } else { c }).collect()
}

fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_obeyed(c) && c != '\n' {
            // All of them lie in the basic plane.
            out += &format!("\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let hostile = "a\u{1b}[2J\u{9b}31m\r\u{202e}b\u{2066}\u{200f}\u{7f}\u{feff}\n\tc";
        assert_eq!(clean(hostile).chars().filter(|c| is_obeyed(*c)).collect::<String>(), "\n\t");
        let json = serde_json::to_string(&serde_json::json!({ hostile: hostile })).unwrap();
        let shown = escaped(&json);
        assert!(!shown.chars().any(is_obeyed), "{shown:?}");
        let back: serde_json::Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(back[hostile], hostile);
    }
}

//! The file format of the catalogue of messages: the part of Fluent syntax that rolecall uses
//! (<https://projectfluent.org/fluent/guide/>). The build script reads the built-in files with it, the catalogue those of an
//! overlay, so that both mean the same.
//!
//! ```ftl
//! # A comment.
//! greeting = Good morning, { $name }!
//! unread = { $count ->
//!     [one] One message
//!    *[other] { $count } messages
//! }
//! ```
//!
//! A message has an id and a pattern; a pattern holds text, places (`{ $name }`), texts in quotes (`{ "{" }`) and choices
//! between variants by a number's plural category, an exact number or a word. There are no attributes, terms, references
//! or functions: whoever gives a number says how it is written.

use std::fmt::Write as _;

/// Before the name of a place in a resolved pattern; [`END`] closes it.
pub const PLACE: char = '\u{1}';
/// Before the name of the place that a choice hangs on; variants follow, [`END`] closes the choice.
pub const CHOICE: char = '\u{2}';
/// Before the key of a variant.
pub const VARIANT: char = '\u{3}';
/// Between the key of a variant and its pattern.
pub const IS: char = '\u{4}';
/// Ends a place or a choice.
pub const END: char = '\u{5}';

/// One message of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id: `offer-title`.
    pub id: String,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// Its pattern, resolved: text, with the marks above around places and choices.
    pub pattern: String,
    /// The places that it has, in order of name.
    pub places: Vec<String>,
}

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to write instead.
    pub reason: String,
}

/// Reads a file; texts pass through `written`, which applies the typography of the language.
///
/// # Errors
/// The first thing that is not the format, with its line.
pub fn read(text: &str, written: &dyn Fn(&str) -> String) -> Result<Vec<Entry>, Wrong> {
    let mut entries = Vec::new();
    let mut lines = text.lines().enumerate().peekable();
    while let Some((at, line)) = lines.next() {
        let wrong = |reason: &str| Wrong { line: at + 1, reason: reason.to_owned() };
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((id, first)) = line.split_once('=') else {
            return Err(wrong("is no message; write `id = text`, or `#` before a comment"));
        };
        let id = id.trim_end();
        let is_id = id.starts_with(|c: char| c.is_ascii_lowercase())
            && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !is_id {
            return Err(wrong("has an id that is not letters, digits and hyphens"));
        }
        // What is indented, and a brace alone that ends a choice, belongs to the message.
        let mut source = first.trim_start_matches(' ').to_owned();
        while let Some((_, more)) = lines.next_if(|(_, more)| more.starts_with([' ', '}'])) {
            source.push('\n');
            source.push_str(more.trim_matches(' '));
        }
        let mut reader = Pattern { rest: source.trim_matches([' ', '\n']), places: Vec::new(), written };
        let pattern = reader.pattern(0).map_err(|reason| wrong(&format!("`{id}`: {reason}")))?;
        if pattern.is_empty() {
            return Err(wrong(&format!("`{id}` says nothing; write its text after the `=`")));
        }
        let mut places = reader.places;
        places.sort_unstable();
        places.dedup();
        entries.push(Entry { id: id.to_owned(), line: at + 1, pattern, places });
    }
    Ok(entries)
}

struct Pattern<'t> {
    rest: &'t str,
    places: Vec<String>,
    written: &'t dyn Fn(&str) -> String,
}

impl<'t> Pattern<'t> {
    /// A pattern up to the end, or inside a choice up to the next variant or the end of the choice.
    fn pattern(&mut self, depth: usize) -> Result<String, String> {
        let mut out = String::new();
        // Texts in quotes belong to the text around them, so that typography sees the whole.
        let mut pending = String::new();
        loop {
            let end = self.rest.find(|c| matches!(c, '{' | '}') || (depth > 0 && c == '\n'));
            let (text, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
            if text.contains(|c: char| c < ' ' && c != '\n') {
                return Err("holds a control character; remove it".to_owned());
            }
            pending += &text.replace('\n', " ");
            self.rest = rest;
            if let Some(quoted) = self.quoted()? {
                pending += quoted;
                continue;
            }
            out += &(self.written)(&std::mem::take(&mut pending));
            match rest.chars().next() {
                Some('{') => self.placeable(&mut out, depth)?,
                Some('}') if depth == 0 => {
                    return Err("has a `}` that nothing opens; write it as `{ \"}\" }`".to_owned());
                }
                // A line ends a variant.
                _ => return Ok(out),
            }
        }
    }

    /// A text in quotes, where one comes next.
    fn quoted(&mut self) -> Result<Option<&'t str>, String> {
        let inside =
            self.rest.strip_prefix('{').and_then(|rest| rest.trim_start_matches(' ').strip_prefix('"'));
        let Some(inside) = inside else { return Ok(None) };
        let (text, rest) = inside.split_once('"').ok_or("has a `\"` that nothing closes")?;
        self.rest = rest;
        self.skip("}")?;
        Ok(Some(text))
    }

    fn placeable(&mut self, out: &mut String, depth: usize) -> Result<(), String> {
        self.skip("{")?;
        let name = self.name("$")?;
        self.places.push(name.to_owned());
        if self.rest.starts_with('}') {
            let _ = write!(out, "{PLACE}{name}{END}");
            return self.skip("}");
        }
        self.skip("->")?;
        if depth > 1 {
            return Err("has a choice inside a choice inside a choice; write fewer".to_owned());
        }
        let _ = write!(out, "{CHOICE}{name}");
        let mut defaults = 0;
        while !self.rest.starts_with('}') {
            let default = self.rest.starts_with('*');
            if default {
                self.rest = &self.rest[1..];
                defaults += 1;
            }
            self.skip("[")?;
            let (key, rest) = self.rest.split_once(']').ok_or("has a `[` that nothing closes")?;
            let key = key.trim();
            if key.is_empty() || !key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
                return Err(format!("has the variant `{key}`; write a word or a number"));
            }
            self.rest = rest.strip_prefix(' ').unwrap_or(rest);
            let pattern = self.pattern(depth + 1)?;
            self.rest = self.rest.trim_start_matches([' ', '\n']);
            let _ = write!(out, "{VARIANT}{}{IS}{pattern}", if default { "" } else { key });
            if default && !self.rest.starts_with('}') {
                return Err("has a variant after the default one; put the one with `*` last".to_owned());
            }
        }
        if defaults != 1 {
            return Err("has a choice without a default; write `*` before its last variant".to_owned());
        }
        out.push(END);
        self.skip("}")
    }

    fn name(&mut self, mark: &str) -> Result<&'t str, String> {
        let rest = self
            .rest
            .strip_prefix(mark)
            .ok_or("has a `{` that is no place; write `{ $name }` or `{ \"{\" }`")?;
        let end = rest
            .find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
            .unwrap_or(rest.len());
        let (name, rest) = rest.split_at(end);
        self.rest = rest.trim_start_matches([' ', '\n']);
        if name.is_empty() {
            Err("has a place without a name; write `{ $name }`".to_owned())
        } else {
            Ok(name)
        }
    }

    fn skip(&mut self, mark: &str) -> Result<(), String> {
        let rest = self
            .rest
            .trim_start_matches([' ', '\n'])
            .strip_prefix(mark)
            .ok_or_else(|| format!("lacks a `{mark}`"))?;
        self.rest = if mark == "}" { rest } else { rest.trim_start_matches([' ', '\n']) };
        Ok(())
    }
}

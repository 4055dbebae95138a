//! The messages of rolecall: every sentence and word that people read and that no record of the data explains. Their texts
//! stand in `data/messages/`, a folder for each language; an overlay may replace any of them.
//!
//! Code names a message by a constant of [`ids`], which the build script makes from the catalogue, so that an unknown id
//! does not compile; [`said!`](crate::domain::message::said) also compares the places that are given with those that the
//! message has. Templates call `t("id", place=value)`; `rolecall check` and the test suite compare those calls likewise.

pub mod ftl;
pub mod ids;
pub mod typography;
pub mod unknown;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::dated::Day;
use super::locale;
use super::text::Lang;

/// A message: what it is called and the places that it has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Message {
    index: u16,
    /// The names of its places, in order.
    pub places: &'static [&'static str],
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

impl Message {
    /// A message of the catalogue; only the build script knows the numbers.
    const fn new(index: u16, places: &'static [&'static str]) -> Self {
        Self { index, places }
    }

    /// Its id in the catalogue.
    #[must_use]
    pub fn id(self) -> &'static str {
        ids::IDS.get(usize::from(self.index)).map_or("", |(id, ..)| id)
    }

    /// The message of an id.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        let at = ids::IDS.binary_search_by(|(known, ..)| (*known).cmp(id)).ok()?;
        Some(Self { index: u16::try_from(at).ok()?, places: ids::IDS[at].1 })
    }

    /// Whether templates alone use it: code cannot name it.
    #[must_use]
    pub fn is_of_templates(self) -> bool {
        ids::IDS.get(usize::from(self.index)).is_some_and(|(.., named)| !named)
    }

    /// Every message, in order of id.
    pub fn all() -> impl Iterator<Item = Self> {
        (0u16..).zip(ids::IDS).map(|(index, (_, places, _))| Self { index, places })
    }
}

/// Whether the places given are those of a message; a wrong one is an error of the compiler.
#[doc(hidden)]
pub const fn fit(message: Message, given: &[&str]) {
    assert!(message.places.len() == given.len(), "the message has other places");
    let mut at = 0;
    while at < given.len() {
        let mut found = false;
        let mut other = 0;
        while other < message.places.len() {
            found |= same(given[at], message.places[other]);
            other += 1;
        }
        assert!(found, "the message has no such place");
        at += 1;
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// A message with what fills its places: `said!(UNKNOWN_CITY, city = name)`.
#[macro_export]
#[doc(hidden)]
macro_rules! __said {
    ($id:ident $(, $place:ident = $value:expr)* $(,)?) => {{
        const { $crate::domain::message::fit($crate::domain::message::ids::$id, &[$(stringify!($place)),*]) };
        $crate::domain::message::Said::new(
            $crate::domain::message::ids::$id,
            vec![$((stringify!($place), $crate::domain::message::Filling::from($value))),*],
        )
    }};
}
pub use crate::__said as said;

/// What fills a place of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Filling {
    /// A text or a number already written as the language writes it.
    Text(String),
    /// A whole number: written with its thousands, and what a choice by plural goes by.
    Count(i128),
    /// A number with so many decimals at most.
    Decimal(f64, usize),
    /// An amount with the code of its currency.
    Money(i128, String),
    /// Another message.
    Said(Box<Said>),
    /// An amount in hundredths with the code of its currency.
    Cents(u64, String),
    /// Several, with commas between them.
    List(Vec<Self>),
    /// Several that may hold commas, with semicolons between them.
    Several(Vec<Self>),
}

impl From<&str> for Filling {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Filling {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Filling {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Cow<'_, str>> for Filling {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

impl From<std::str::EscapeDebug<'_>> for Filling {
    fn from(text: std::str::EscapeDebug<'_>) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<Day> for Filling {
    /// As it is typed: `2026-11-21`.
    fn from(day: Day) -> Self {
        Self::Text(day.to_string())
    }
}

impl From<Said> for Filling {
    fn from(said: Said) -> Self {
        Self::Said(Box::new(said))
    }
}

impl From<Message> for Filling {
    fn from(message: Message) -> Self {
        Said::from(message).into()
    }
}

macro_rules! counts {
    ($($number:ty),*) => {$(
        impl From<$number> for Filling {
            fn from(count: $number) -> Self {
                Self::Count(i128::try_from(count).unwrap_or(i128::MAX))
            }
        }
    )*};
}
counts!(usize, u64, u32, u16, u8, i64, i32, i128);

/// A message with what fills its places, not yet in a language.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    message: Message,
    fillings: Vec<(&'static str, Filling)>,
}

impl From<Message> for Said {
    /// A message without places.
    fn from(message: Message) -> Self {
        Self { message, fillings: Vec::new() }
    }
}

impl Said {
    /// A message with its fillings; use [`said!`](crate::domain::message::said), which compares them with its places.
    #[must_use]
    pub const fn new(message: Message, fillings: Vec<(&'static str, Filling)>) -> Self {
        Self { message, fillings }
    }

    /// The message.
    #[must_use]
    pub const fn message(&self) -> Message {
        self.message
    }

    /// The text in a language.
    #[must_use]
    pub fn text(&self, messages: &Messages, lang: Lang) -> String {
        let mut out = String::new();
        let of = |name: &str| self.fillings.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        write(
            messages.pattern(self.message, lang),
            lang,
            &mut out,
            &mut |name, out| {
                if let Some(value) = of(name) {
                    value.write(messages, lang, out);
                }
            },
            &|name| of(name).map_or(Key::Word(String::new()), |value| value.key(messages, lang)),
        );
        out
    }
}

/// A message whose places are known only as the program runs: those that it has are taken from what is given, and none may
/// be missing.
#[must_use]
pub fn filled(message: Message, given: &[(&str, &str)]) -> Said {
    let filling = |place: &&'static str| {
        let value = given.iter().find(|(name, _)| name == place);
        debug_assert!(value.is_some(), "{message:?} needs `{place}`: {given:?}");
        (*place, Filling::from(value.map_or("", |(_, value)| value)))
    };
    Said { message, fillings: message.places.iter().map(filling).collect() }
}

impl std::fmt::Display for Said {
    /// The built-in English text, for logs and errors of the library.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.text(&Messages::BUILTIN, Lang::En))
    }
}

/// The messages in one language: what a face speaks.
#[derive(Clone, Copy, Debug)]
pub struct Words<'m> {
    /// The texts.
    pub messages: &'m Messages,
    /// The language.
    pub lang: Lang,
}

impl<'m> Words<'m> {
    /// A message with its places filled.
    #[must_use]
    pub fn say(&self, said: impl Into<Said>) -> String {
        said.into().text(self.messages, self.lang)
    }

    /// A message without places.
    #[must_use]
    pub fn get(&self, message: Message) -> &'m str {
        self.messages.get(message, self.lang)
    }
}

impl Filling {
    fn write(&self, messages: &Messages, lang: Lang, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(text),
            Self::Count(count) => out.push_str(&locale::number(*count, lang)),
            Self::Decimal(number, digits) => out.push_str(&locale::decimal(*number, *digits, lang)),
            Self::Money(amount, currency) => out.push_str(&locale::money(*amount, currency, lang)),
            Self::Cents(hundredths, currency) => out.push_str(&locale::cents(*hundredths, currency, lang)),
            Self::Said(said) => out.push_str(&said.text(messages, lang)),
            Self::List(list) => join(list, ", ", messages, lang, out),
            Self::Several(list) => {
                join(list, messages.get(ids::SEMICOLON_BETWEEN, lang), messages, lang, out);
            }
        }
    }

    fn key(&self, messages: &Messages, lang: Lang) -> Key {
        match self {
            Self::Count(count) => Key::number(&count.to_string()),
            Self::Decimal(number, digits) => Key::number(&format!("{number:.digits$}")),
            other => {
                let mut text = String::new();
                other.write(messages, lang, &mut text);
                Key::number(&text)
            }
        }
    }
}

fn join(list: &[Filling], between: &str, messages: &Messages, lang: Lang, out: &mut String) {
    for (at, item) in list.iter().enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        item.write(messages, lang, out);
    }
}

/// What a choice between variants goes by.
#[derive(Clone, Debug, PartialEq)]
pub enum Key {
    /// A number, and how it was written.
    Number(f64, String),
    /// A word.
    Word(String),
}

impl Key {
    /// A number where the text is one, else a word.
    #[must_use]
    pub fn number(text: &str) -> Self {
        match text.parse::<f64>() {
            Ok(number) => Self::Number(number, text.to_owned()),
            Err(_) => Self::Word(text.to_owned()),
        }
    }

    /// Whether a variant fits: the number itself, its plural category, or the word.
    fn fits(&self, key: &str, lang: Lang) -> bool {
        match self {
            Self::Word(word) => word == key,
            Self::Number(number, written) => {
                key == written
                    || match (key, lang) {
                        // Zero and one and a half are singular in French (CLDR plural rules).
                        ("one", Lang::Fr) => number.abs() < 2.0,
                        ("one", Lang::En) => written == "1",
                        _ => false,
                    }
            }
        }
    }
}

/// Writes a resolved pattern: `fill` writes what fills a place, `key` says what a choice goes by.
pub fn write(
    pattern: &str,
    lang: Lang,
    out: &mut String,
    fill: &mut dyn FnMut(&str, &mut String),
    key: &dyn Fn(&str) -> Key,
) {
    let mut rest = pattern;
    while let Some(at) = rest.find([ftl::PLACE, ftl::CHOICE]) {
        out.push_str(&rest[..at]);
        let is_place = rest[at..].starts_with(ftl::PLACE);
        rest = &rest[at + 1..];
        if is_place {
            let (name, after) = rest.split_once(ftl::END).unwrap_or((rest, ""));
            fill(name, out);
            rest = after;
        } else {
            let (choice, after) = rest.split_at(end_of_choice(rest));
            rest = after.get(1..).unwrap_or("");
            let (name, variants) = choice.split_once(ftl::VARIANT).unwrap_or((choice, ""));
            let wanted = key(name);
            let chosen = variants_of(variants).find(|(id, _)| id.is_empty() || wanted.fits(id, lang));
            write(chosen.map_or("", |(_, text)| text), lang, out, fill, key);
        }
    }
    out.push_str(rest);
}

/// Where the choice that a text begins inside of ends.
fn end_of_choice(text: &str) -> usize {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            ftl::PLACE | ftl::CHOICE => depth += 1,
            ftl::END if depth == 0 => return at,
            ftl::END => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The variants of a choice, each with its key; a choice inside one keeps its own.
fn variants_of(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut depth = 0usize;
        let end = text.char_indices().find_map(|(at, c)| {
            match c {
                ftl::PLACE | ftl::CHOICE => depth += 1,
                ftl::END => depth = depth.saturating_sub(1),
                ftl::VARIANT if depth == 0 => return Some(at),
                _ => {}
            }
            None
        });
        rest = end.map(|at| &text[at + 1..]);
        text[..end.unwrap_or(text.len())].split_once(ftl::IS)
    })
}

/// The texts of the messages: the built-in ones, and those that an overlay puts in their place.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    changed: Option<Arc<BTreeMap<(u16, Lang), String>>>,
}

impl Messages {
    /// The built-in texts.
    pub const BUILTIN: Self = Self { changed: None };

    /// The same, to be borrowed from.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: Messages = Messages::BUILTIN;
        &BUILTIN
    }

    /// The built-in texts with others in the place of some.
    #[must_use]
    pub fn with(changed: impl IntoIterator<Item = (Message, Lang, String)>) -> Self {
        let changed: BTreeMap<_, _> =
            changed.into_iter().map(|(message, lang, pattern)| ((message.index, lang), pattern)).collect();
        Self { changed: (!changed.is_empty()).then(|| Arc::new(changed)) }
    }

    /// The resolved pattern of a message: see [`ftl`].
    #[must_use]
    pub fn pattern(&self, message: Message, lang: Lang) -> &str {
        let changed = self.changed.as_ref().and_then(|changed| changed.get(&(message.index, lang)));
        changed.map_or_else(
            || {
                ids::PATTERNS[usize::from(lang == Lang::Fr)]
                    .get(usize::from(message.index))
                    .copied()
                    .unwrap_or("")
            },
            String::as_str,
        )
    }

    /// The text of a message without places.
    #[must_use]
    pub fn get(&self, message: Message, lang: Lang) -> &str {
        self.pattern(message, lang)
    }
}

#[cfg(test)]
mod tests;

//! Words of the command line read as values, with what to write instead where they are none.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::help::{speak, spoken};
use crate::domain::dated::{Day, parse_day};
use crate::domain::decide::rule::Layer;
use crate::domain::message::ids;
use crate::domain::pay::evidence::Counted;
use crate::domain::text::{Lang, is_obeyed};
use crate::domain::vocab::Role;
use crate::toolkit::AdForm;

/// A language.
pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::IDS).try_map(|id| id.parse::<Lang>())
}

/// Which figures count.
pub(super) fn counted() -> impl TypedValueParser<Value = Counted> {
    PossibleValuesParser::new(Counted::IDS).try_map(|id| id.parse::<Counted>())
}

/// A layer of rules.
pub(super) fn layer() -> impl TypedValueParser<Value = Layer> {
    PossibleValuesParser::new(Layer::IDS).try_map(|id| id.parse::<Layer>())
}

/// The form of a document.
pub(super) fn document_form() -> impl TypedValueParser<Value = AdForm> {
    PossibleValuesParser::new(AdForm::IDS).try_map(|id| id.parse::<AdForm>())
}

/// A length in kB, as bytes.
pub(super) fn kilobytes(text: &str) -> Result<usize, String> {
    let wrong = || spoken(ids::HELP_WRITE_KB).to_owned();
    let number: usize = text.parse().map_err(|_| wrong())?;
    if (1..=16_000).contains(&number) { Ok(number * 1_000) } else { Err(wrong()) }
}

/// A day.
pub(super) fn day(text: &str) -> Result<Day, String> {
    parse_day(text).ok_or_else(|| spoken(ids::HELP_WRITE_DAY).to_owned())
}

/// A role, or another name for one.
pub(super) fn role(name: &str) -> Result<Role, String> {
    Role::find_or_alias(name).map_err(|error| speak(&error.said()))
}

/// A name to be shown.
pub(super) fn named(text: &str) -> Result<String, String> {
    let text = text.trim();
    let sound = !text.is_empty() && text.len() <= 200 && !text.chars().any(is_obeyed);
    if sound { Ok(text.to_owned()) } else { Err(spoken(ids::HELP_WRITE_NAME).to_owned()) }
}

//! The question of an audit, read from JSON: every fault with its place and remedy.

use serde_json::Value;

use super::audit::AuditQuestion;
use super::terms::{AdFormat, AuditFor};
use crate::domain::input::fault::InputError;
use crate::domain::input::questions;
use crate::domain::input::reader::Reader;
use crate::domain::message::ids;
use crate::domain::pay::data::PayData;

/// What is said about an ad beside its text.
///
/// # Errors
/// Every fault.
pub fn context(data: &PayData, value: &Value) -> Result<AuditQuestion, Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", questions::AUDIT)?.partial();
    let question = said(&mut reader);
    reader.finish(Some(question))
}

fn said(reader: &mut Reader<'_, '_>) -> AuditQuestion {
    let title = reader.text("title").map(str::trim).filter(|title| !title.is_empty()).map(str::to_owned);
    let place = reader.place_if_given();
    let further = place.as_ref().map_or_else(Vec::new, |place| reader.further_regions(&place.country));
    let regions = further.into_iter().map(|region| region.code().to_owned()).collect();
    let employees = reader.count("employees");
    let (language, reader_is) = (reader.choice("language"), reader.choice("for"));
    let candidate = reader_is == Some(AuditFor::Candidate);
    AuditQuestion { text: String::new(), title, place, regions, employees, language, candidate }
}

/// The text and its form, of a question that holds them. What else it says must be sound too, even where a parameter
/// says it otherwise and wins.
///
/// # Errors
/// Every fault.
pub fn text<'v>(data: &PayData, value: &'v Value) -> Result<(&'v str, Option<AdFormat>), Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", questions::AUDIT)?;
    let text = reader.text("text");
    if text.is_some_and(|text| text.trim().is_empty()) {
        let at = reader.at("text");
        reader.errors.push(InputError::new(at, "missing-field", ids::FIELD_TEXT_ASK));
    }
    let format = reader.choice("format");
    said(&mut reader);
    reader.finish(text.map(|text| (text, format)))
}

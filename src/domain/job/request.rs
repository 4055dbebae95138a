//! The question of an audit, read from JSON: every fault with its place and remedy.

use serde_json::Value;

use super::audit::AuditQuestion;
use crate::domain::input::fault::InputError;
use crate::domain::pay::data::PayData;
use crate::domain::pay::request::{PLACE_FIELDS, Place, Reader};

/// Fields beside the text itself.
pub const CONTEXT_FIELDS: [&str; 6] = ["title", "country", "region", "city", "employees", "language"];
/// All fields.
const FIELDS: [&str; 8] = ["text", "format", "title", "country", "region", "city", "employees", "language"];

/// What is said about an ad beside its text.
///
/// # Errors
/// Every fault.
pub fn context(data: &PayData, value: &Value) -> Result<AuditQuestion, Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", &FIELDS)?;
    let question = said(&mut reader);
    if reader.errors.is_empty() { Ok(question) } else { Err(reader.errors.into_list()) }
}

fn said(reader: &mut Reader<'_, '_>) -> AuditQuestion {
    let title = reader.text("title").map(str::trim).filter(|title| !title.is_empty()).map(str::to_owned);
    let place = place(reader);
    let employees = reader.whole("employees", 0, 10_000_000);
    let language = reader.named("language", "langue inconnue", str::parse);
    AuditQuestion { text: String::new(), title, place, employees, language }
}

/// A place, where one is given.
pub(super) fn place(reader: &mut Reader<'_, '_>) -> Option<Place> {
    PLACE_FIELDS.iter().any(|field| reader.get(field).is_some()).then(|| reader.place()).flatten()
}

/// The text and its form, of a question that holds them. What else it says must be sound too, even where a parameter
/// says it otherwise and wins.
///
/// # Errors
/// Every fault.
pub fn text<'v>(data: &PayData, value: &'v Value) -> Result<(&'v str, Option<&'v str>), Vec<InputError>> {
    let mut reader = Reader::new(data, value, "", &FIELDS)?;
    let text = reader.text("text");
    reader.require("text", "donnez le texte de l’annonce", "give the text of the ad");
    let form = reader.text("format");
    said(&mut reader);
    match text {
        Some(text) if reader.errors.is_empty() => Ok((text, form)),
        _ => Err(reader.errors.into_list()),
    }
}

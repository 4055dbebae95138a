//! `rolecall salary`.

use serde_json::Value;

use super::args::Format;
use super::options::{Band, Options, failure};
use super::{Failure, Session, out};
use crate::toolkit::Sheet;

/// The formats of this command.
const SALARY_FORMATS: &str = "text, json, md, html, csv";

/// Answers the question that the options ask.
pub(super) fn run(session: &Session, options: &Options<Band>) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let question = Value::Object(options.question(&toolkit, session.asking.lang)?);
    if session.global.format == Format::Csv {
        let rows = toolkit
            .salary_rows(&question, session.asking)
            .map_err(|error| failure::<Band>(session, error))?;
        return Ok(out::result(
            &toolkit
                .sheet(&rows, Sheet::Csv, session.asking.lang)
                .map_err(|error| failure::<Band>(session, error))?,
        )?);
    }
    if matches!(session.global.format, Format::Jsonl | Format::Sarif | Format::Docx | Format::Jsonld) {
        return Err(Session::no_such_format(session.global.format, SALARY_FORMATS));
    }
    let answer =
        toolkit.salary_band(&question, session.asking).map_err(|error| failure::<Band>(session, error))?;
    session
        .answer_in_short(&toolkit, "salary", &answer, |lang, form| toolkit.band_report(&answer, lang, form))
}

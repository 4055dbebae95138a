//! `rolecall salary`.

use serde_json::Value;

use super::args::Format;
use super::options::{Band, Options, failure};
use super::{Failure, Session, out};
use crate::toolkit::Sheet;

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
    let answer =
        toolkit.salary_band(&question, session.asking).map_err(|error| failure::<Band>(session, error))?;
    session
        .answer_in_short(&toolkit, "salary", &answer, |lang, form| toolkit.band_report(&answer, lang, form))
}

//! `rolecall salary`.

use serde_json::Value;

use super::options::{Band, Options, failure};
use super::{Failure, Session};

/// Answers the question that the options ask.
pub(super) fn run(session: &Session, options: &Options<Band>) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let question = Value::Object(options.question(session.asking.lang)?);
    let answer =
        toolkit.salary_band(&question, session.asking).map_err(|error| failure::<Band>(session, error))?;
    session.answer_by(&answer, |lang, form| toolkit.band_report(&answer, lang, form))
}

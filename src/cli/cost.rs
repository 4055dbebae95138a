//! `rolecall cost`.

use serde_json::Value;

use super::options::{Cost, Options, failure};
use super::{Failure, Session};

/// Answers the question that the options ask.
pub(super) fn run(session: &Session, options: &Options<Cost>) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let question = Value::Object(options.question(&toolkit, session.asking.lang)?);
    let answer =
        toolkit.employer_cost(&question, session.asking).map_err(|error| failure::<Cost>(session, error))?;
    session
        .answer_in_short(&toolkit, "cost", &answer, |lang, form| toolkit.report("cost", &answer, lang, form))
}

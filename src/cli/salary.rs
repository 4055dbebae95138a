//! `rolecall salary`.

use super::args::Salary;
use super::question::{Question, failure};
use super::{Failure, Session};

/// Answers the question that the options ask.
pub(super) fn run(session: &Session, options: &Salary) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let mut question = Question::default();
    question.band(options);
    let answer =
        toolkit.salary_band(&question.value(), session.asking).map_err(|error| failure(session, error))?;
    session.answer_by(&answer, |lang, form| toolkit.band_report(&answer, lang, form))
}

//! `rolecall cost`.

use super::args::Cost;
use super::question::{Question, failure};
use super::{Failure, Session};
use serde_json::json;

/// Answers the question that the options ask.
pub(super) fn run(session: &Session, options: &Cost) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let mut question = Question::default();
    question
        .place(&options.place)
        .number("gross", options.gross.as_ref())
        .number("fte", options.fte.as_ref())
        .number("headcount", options.headcount.as_ref())
        .number("mobility_rate", options.mobility_rate.as_ref())
        .number("accident_rate", options.accident_rate.as_ref())
        .number("health_cover", options.health_cover.as_ref())
        .text("role", options.role.as_ref())
        .text("level", options.level.as_ref())
        .number("agreement", options.agreement.as_ref());
    if options.executive {
        question.0.insert("executive".to_owned(), json!(true));
    }
    let mut apprentice = Question::default();
    apprentice
        .number("age", options.apprentice_age.as_ref())
        .number("degree", options.degree.as_ref())
        .number("year", options.apprentice_year.as_ref())
        .number("presence_percent", options.presence.as_ref());
    question.nested("apprentice", apprentice);
    let mut freelance = Question::default();
    freelance
        .number("day_rate", options.day_rate.as_ref())
        .number("days", options.days.as_ref())
        .number("fees_percent", options.fees.as_ref());
    question.nested("freelance", freelance);
    let mut agency = Question::default();
    agency.number("monthly_retainer", options.retainer.as_ref()).number("setup", options.setup.as_ref());
    question.nested("agency", agency);
    let answer =
        toolkit.employer_cost(&question.value(), session.asking).map_err(|error| failure(session, error))?;
    session.answer(&toolkit, "cost", &answer)
}

//! `rolecall offer`.

use serde_json::Value;

use super::options::{Offer, Options, failure};
use super::{Failure, Session};

/// Answers the question that the options ask.
pub(super) fn run(session: &Session, options: &Options<Offer>) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let question = Value::Object(options.question(&toolkit, session.asking.lang)?);
    let answer =
        toolkit.assess_offer(&question, session.asking).map_err(|error| failure::<Offer>(session, error))?;
    session
        .answer_in_short(&toolkit, "offer", &answer, |lang, form| toolkit.offer_report(&answer, lang, form))
}

//! `rolecall compare`.

use serde_json::Value;

use super::options::{Options, Place, failure};
use super::{Failure, Session};
use crate::domain::vocab::Role;

/// Sets roles side by side.
pub(super) fn run(session: &Session, roles: &[Role], place: &Options<Place>) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let place = Value::Object(place.question(&toolkit, session.asking.lang)?);
    let answer =
        toolkit.compare(roles, &place, session.asking).map_err(|error| failure::<Place>(session, error))?;
    session.answer_in_short(&toolkit, "comparison", &answer, |lang, form| {
        toolkit.report("comparison", &answer, lang, form)
    })
}

//! `rolecall compare`.

use super::args::Place;
use super::{Failure, Session, question};
use crate::domain::vocab::Role;

/// Sets roles side by side.
pub(super) fn run(session: &Session, roles: &[Role], place: &Place) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let place = question::place(place);
    let answer =
        toolkit.compare(roles, &place, session.asking).map_err(|error| question::failure(session, error))?;
    session.answer(&toolkit, "comparison", &answer)
}

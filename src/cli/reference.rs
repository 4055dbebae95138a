//! `rolecall compare`, `roles`, `goals`, `sources`.

use super::args::Place;
use super::{Failure, Session};
use crate::domain::vocab::Role;

pub(super) fn compare(session: &Session, roles: &[Role], place: &Place) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let place = super::pay::place(place);
    let answer = toolkit
        .compare(roles, &place, session.asking)
        .map_err(|error| super::pay::failure(session, error))?;
    session.answer(&toolkit, "comparison", &answer)
}

pub(super) fn roles(session: &Session, role: Option<Role>) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let failure = |error| session.failure(error);
    match role {
        Some(role) => session.answer(&toolkit, "role", &toolkit.role(role, session.asking).map_err(failure)?),
        None => session.answer(&toolkit, "roles", &toolkit.roles(session.asking).map_err(failure)?),
    }
}

pub(super) fn goals(session: &Session) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    session.answer(&toolkit, "goals", &toolkit.goals(session.asking))
}

pub(super) fn sources(session: &Session) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let answer = toolkit.sources(session.asking).map_err(|error| session.failure(error))?;
    session.answer(&toolkit, "sources", &answer)
}

//! `rolecall roles`.

use super::{Failure, Session};
use crate::domain::vocab::Role;

/// Lists the roles, or describes one.
pub(super) fn run(session: &Session, role: Option<Role>) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let failure = |error| session.failure(error);
    match role {
        Some(role) => session.answer(&toolkit, "role", &toolkit.role(role, session.asking).map_err(failure)?),
        None => session.answer(&toolkit, "roles", &toolkit.roles(session.asking).map_err(failure)?),
    }
}

//! `rolecall goals`.

use super::{Failure, Session};

/// Lists the goals.
pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    session.answer(&toolkit, "goals", &toolkit.goals(session.asking))
}

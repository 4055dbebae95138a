//! `rolecall sources`.

use super::{Failure, Session};

/// Lists the sources.
pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let answer = toolkit.sources(session.asking).map_err(|error| session.failure(error))?;
    session.answer(&toolkit, "sources", &answer)
}

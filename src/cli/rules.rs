//! `rolecall rules list|show|check`.

use super::{Ended, Failure, Session};
use crate::domain::decide::rule::Layer;
use crate::toolkit::Toolkit;

pub(super) fn list(session: &Session, layer: Option<Layer>) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let answer = toolkit.rules(layer, session.asking).map_err(|error| session.failure(error))?;
    session.answer(&toolkit, "rules", &answer)
}

pub(super) fn show(session: &Session, id: &str) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let answer = toolkit.rule(id, session.asking).map_err(|error| session.failure(error))?;
    session.answer(&toolkit, "rule", &answer)
}

/// Verifies rules that would not load as well: that is when the report is needed.
pub(super) fn check(session: &Session) -> Result<Ended, Failure> {
    let toolkit = Toolkit::load_unverified(session.overlay())?; // not `session.toolkit()`: that refuses them
    let answer = toolkit.verify(session.asking);
    session.answer(&toolkit, "verification", &answer)?;
    Ok(if answer.ok { Ended::Answered } else { Ended::Findings })
}

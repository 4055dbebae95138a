//! Commands that render templates of an overlay run again in a process with limits on memory (see
//! [`crate::toolkit::check::has_templates`]).

use std::path::Path;
use std::process::{Command, ExitCode};

use super::{Session, out};
use crate::domain::message::said;
use crate::toolkit::check::{CONFINED, CONFINED_MEMORY, too_much_memory};
use crate::toolkit::child;

/// Sets the limits of this process, for good.
pub(super) fn confine() -> std::io::Result<()> {
    child::limit_memory(CONFINED_MEMORY)
}

/// Runs this command again within limits; its exit code is ours.
pub(super) fn again(session: &Session, program: &Path) -> std::io::Result<ExitCode> {
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).arg(CONFINED);
    child::spare_memory(&mut command);
    let status = command.status()?;
    Ok(match status.code() {
        Some(code) => ExitCode::from(u8::try_from(code).unwrap_or(2)),
        None => {
            let words = session.words();
            out::remark(&words.say(said!(CLI_ERROR, reason = words.say(too_much_memory()))));
            ExitCode::from(2)
        }
    })
}

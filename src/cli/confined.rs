//! Commands that render templates of an overlay, which is somebody else's folder: they run again in a process with
//! limits. Steps and output of a template are bounded where it is rendered; a variable that doubles again and again is
//! not, and takes all memory before it is printed.

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use super::{Session, out};
use crate::domain::text::Lang;
use crate::toolkit::child;

/// The hidden option that says that the limits are to be set.
pub(crate) const OPTION: &str = "--confined";

/// Most memory of such a process, in bytes: ten times what all our own reports take together.
const MEMORY: u64 = 512 << 20;

/// Whether a folder of data holds templates.
#[expect(clippy::disallowed_methods, reason = "a look at the folder, before anything is read")]
pub(crate) fn has_templates(folder: &Path) -> bool {
    std::fs::metadata(folder.join("templates")).is_ok_and(|found| found.is_dir())
}

/// Sets the limits of this process, for good.
pub(super) fn confine() -> std::io::Result<()> {
    child::limit_memory(MEMORY)
}

/// What is wrong when a confined process was ended by its limits.
fn too_much(lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "un modèle du dossier de données demande plus de {}\u{a0}Mo de mémoire\u{202f}; cherchez une variable qui grandit sans fin, et comparez avec l’original («\u{a0}rolecall data export\u{a0}»)",
            MEMORY >> 20
        ),
        Lang::En => format!(
            "a template of the data folder takes more than {} MB of memory; look for a variable that grows without end, and compare it with the original (`rolecall data export`)",
            MEMORY >> 20
        ),
    }
}

/// Runs this command again within limits; its exit code is ours.
pub(super) fn again(session: &Session, program: &Path) -> std::io::Result<ExitCode> {
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).arg(OPTION);
    child::spare_memory(&mut command);
    let status = command.status()?;
    Ok(match status.code() {
        Some(code) => ExitCode::from(u8::try_from(code).unwrap_or(2)),
        None => {
            out::remark(&format!(
                "{}: {}",
                if session.asking.lang == Lang::Fr { "erreur\u{a0}" } else { "error" },
                too_much(session.asking.lang)
            ));
            ExitCode::from(2)
        }
    })
}

/// Checks a folder of data with its templates within limits, as `rolecall check` does. For a service, which must not
/// try them in its own memory.
///
/// # Errors
/// What is wrong with the folder, in words.
pub(crate) fn checked(program: &Path, folder: &Path) -> Result<(), String> {
    let mut command = Command::new(program);
    command.args(["check", "--lang", "en", OPTION, "--data-dir"]).arg(folder).stdin(Stdio::null());
    child::spare_memory(&mut command);
    let output = command.output().map_err(|error| error.to_string())?;
    match output.status.code() {
        Some(0) => Ok(()),
        Some(_) => {
            let said = [output.stdout, output.stderr].concat();
            Err(String::from_utf8_lossy(&said).trim().to_owned())
        }
        None => Err(too_much(Lang::En)),
    }
}

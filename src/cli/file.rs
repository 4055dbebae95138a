//! Files that a command writes where the user says.

use std::path::Path;

use super::Failure;
use crate::domain::message::said;
use crate::toolkit::{Sheet, write_file};

/// The kind of table that the ending of a name asks for.
pub(super) fn sheet(file: &Path) -> Result<Sheet, Failure> {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or("").to_lowercase();
    match extension.as_str() {
        "csv" => Ok(Sheet::Csv),
        "xlsx" => Ok(Sheet::Xlsx),
        _ => Err(Failure::from(said!(CLI_NAME_MUST_END_CSV_XLSX, file = file.display().to_string()))),
    }
}

/// Writes a file whole or not at all; what stands there already is replaced only with `force`.
pub(super) fn save(file: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    write_file(file, bytes, force).map_err(|error| {
        let file = file.display().to_string();
        match error.kind() {
            std::io::ErrorKind::AlreadyExists => Failure::from(said!(CLI_FILE_EXISTS, file = file)),
            _ => Failure::Ask(format!("{file}: {error}")),
        }
    })
}

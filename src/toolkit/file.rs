//! Files that the user names.

use std::path::Path;

use crate::catalog::store;

/// Writes a file that the user names, whole or not at all. What stands there already is replaced only with `force`.
///
/// # Errors
/// When something stands there, or it cannot be written.
pub fn write_file(path: &Path, bytes: &[u8], force: bool) -> std::io::Result<()> {
    store::write_user_file(path, bytes, force)
}

/// Reads a file that the user names, up to a limit in bytes.
///
/// # Errors
/// When it cannot be read or is larger.
pub fn read_file(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    store::read_user_file(path, limit)
}

/// Makes a folder that the user names, and those above it.
///
/// # Errors
/// When it cannot be made.
pub fn create_folder(folder: &Path) -> std::io::Result<()> {
    store::create_user_folder(folder)
}

/// Removes a file that a command wrote before.
///
/// # Errors
/// When it cannot be removed.
pub fn remove_file(path: &Path) -> std::io::Result<()> {
    store::remove_user_file(path)
}

/// Opens a file that the user names, to be read as a stream; with its length in bytes.
///
/// # Errors
/// When it cannot be opened, or is a folder.
pub fn open_file(path: &Path) -> std::io::Result<(std::fs::File, u64)> {
    store::open_user_file(path)
}

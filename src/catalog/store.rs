//! Bytes: the files built into the binary, and those of an overlay folder. The only module that touches files.
//!
//! An overlay is somebody else's folder, so it is read with limits: number, size and depth of files, no links, nothing
//! but regular files, UTF-8 only.
#![expect(clippy::disallowed_methods, reason = "the one module that reads and writes files")]

use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

use super::error::LoadError;
use crate::domain::suggest::nearest;
use crate::domain::text::is_obeyed;

/// A file as the build script embeds it.
struct Builtin {
    path: &'static str,
    shown: &'static str,
    text: &'static str,
    prepared: Option<&'static str>,
}

static BUILTIN: &[Builtin] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// Digest of the built-in data, made by the build script.
pub const BUILTIN_DIGEST: &str = env!("ROLECALL_DATA_DIGEST");

/// Largest file an overlay may hold, but for a trained model.
pub const MAX_FILE_BYTES: u64 = 1 << 20;
/// As [`MAX_FILE_BYTES`], for a trained model (`.txt`).
pub const MAX_MODEL_BYTES: u64 = 8 << 20;
/// Largest overlay, all files together.
pub const MAX_TOTAL_BYTES: u64 = 16 << 20;
/// Most entries (files and folders) an overlay may hold.
pub const MAX_ENTRIES: usize = 2_000;
/// Deepest folder an overlay may hold.
pub const MAX_DEPTH: usize = 6;

/// One file of the data.
#[derive(Clone, Debug)]
pub struct File {
    /// Path inside the data: `rules/30-verdict.toml`, `templates/report/…`.
    pub path: String,
    /// Path to show to the user.
    pub shown: String,
    /// Content.
    pub text: Cow<'static, str>,
    /// Whether it comes from an overlay.
    pub overlay: bool,
    /// Its records as the build script wrote them, where it did: of TOML `[{"at": offset, "value": record}, …]` or, of
    /// a file that is one record, that record; of CSV rows of U+001E, the offset, and the fields, each between two U+001F.
    pub prepared: Option<&'static str>,
}

impl File {
    /// The line, from 1, of a byte offset.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        1 + self.text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count()
    }
}

/// Every built-in file, data and templates, in order of path.
#[must_use]
pub fn builtin() -> Vec<File> {
    let file = |file: &Builtin| File {
        path: file.path.to_owned(),
        shown: file.shown.to_owned(),
        text: Cow::Borrowed(file.text),
        overlay: false,
        prepared: file.prepared,
    };
    BUILTIN.iter().map(file).collect()
}

/// Whether a path inside an overlay is one that rolecall knows.
fn known(path: &str, builtin: &[File]) -> bool {
    let in_folder = |folder: &str| {
        path.strip_prefix(folder).is_some_and(|rest| {
            !rest.contains('/') && Path::new(rest).extension().is_some_and(|end| end == "toml")
        })
    };
    in_folder("rules/") || builtin.iter().any(|file| file.path == path)
}

/// Whether an overlay folder holds templates.
#[must_use]
pub fn has_templates(folder: &Path) -> bool {
    std::fs::metadata(folder.join("templates")).is_ok_and(|found| found.is_dir())
}

/// Reads an overlay folder.
///
/// # Errors
/// Everything that keeps it from being read: see the module documentation.
pub fn overlay(folder: &Path, builtin: &[File]) -> Result<Vec<File>, Vec<LoadError>> {
    let mut walk = Walk { builtin, files: Vec::new(), errors: Vec::new(), bytes: 0, entries: 0, full: false };
    match std::fs::metadata(folder) {
        Ok(found) if found.is_dir() => walk.folder(folder, "", 0),
        Ok(_) => walk.error(folder, "is not a folder; give the folder that holds the data files"),
        Err(error) => {
            walk.error(folder, &format!("cannot be read: {error}; check the path and its permissions"));
        }
    }
    walk.files.sort_by(|a, b| a.path.cmp(&b.path));
    if walk.errors.is_empty() { Ok(walk.files) } else { Err(walk.errors) }
}

struct Walk<'b> {
    builtin: &'b [File],
    files: Vec<File>,
    errors: Vec<LoadError>,
    bytes: u64,
    entries: usize,
    full: bool,
}

/// A path made safe for a terminal.
fn shown(path: &Path) -> String {
    path.to_string_lossy()
        .chars()
        .flat_map(|c| if is_obeyed(c) { c.escape_default().collect::<Vec<_>>() } else { vec![c] })
        .collect()
}

impl Walk<'_> {
    fn error(&mut self, path: &Path, reason: &str) {
        // A hostile folder may be wrong in thousands of places; a hundred tell the story.
        if self.errors.len() < 100 {
            self.errors.push(LoadError {
                file: shown(path),
                line: None,
                record: None,
                reason: reason.to_owned(),
            });
        }
    }

    fn folder(&mut self, folder: &Path, inside: &str, depth: usize) {
        if depth > MAX_DEPTH {
            return self.error(
                folder,
                &format!("lies deeper than {MAX_DEPTH} folders; data files are never that deep"),
            );
        }
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.error(folder, &format!("cannot be read: {error}")),
        };
        for entry in entries {
            if self.full {
                return;
            }
            self.entries += 1;
            if self.entries > MAX_ENTRIES {
                self.full = true;
                return self.error(
                    folder,
                    &format!("holds more than {MAX_ENTRIES} files and folders; keep only data files in it"),
                );
            }
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.error(folder, &format!("cannot be read: {error}"));
                    continue;
                }
            };
            let path = entry.path();
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                self.error(&path, "has a name that is not UTF-8; rename it");
                continue;
            };
            if name.starts_with('.') || name.ends_with('~') {
                continue; // version control and editors
            }
            let inside = if inside.is_empty() { name.to_owned() } else { format!("{inside}/{name}") };
            // `file_type` does not follow links: a link is never a folder or a file here.
            match entry.file_type() {
                Ok(kind) if kind.is_symlink() => {
                    self.error(&path, "is a link; data is read from regular files inside the folder only, copy the file instead");
                }
                Ok(kind) if kind.is_dir() => self.folder(&path, &inside, depth + 1),
                Ok(kind) if kind.is_file() => self.file(&path, inside),
                Ok(_) => self.error(&path, "is neither a file nor a folder; remove it"),
                Err(error) => self.error(&path, &format!("cannot be read: {error}")),
            }
        }
    }

    fn file(&mut self, path: &Path, inside: String) {
        if !known(&inside, self.builtin) {
            let hint = nearest(&inside, self.builtin.iter().map(|file| file.path.as_str()))
                .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            let reason = format!(
                "is not a data file{hint}; rolecall knows the files that `rolecall data export` writes, and any `rules/*.toml`"
            );
            return self.error(path, &reason);
        }
        let mut bytes = Vec::new();
        let model = path.extension().is_some_and(|extension| extension == "txt");
        let most = if model { MAX_MODEL_BYTES } else { MAX_FILE_BYTES };
        let read = std::fs::File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            return self.error(path, &format!("cannot be read: {error}"));
        }
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > most {
            return self.error(
                path,
                &format!("is larger than {most} bytes; split it or check that it is the right file"),
            );
        }
        self.bytes += size;
        if self.bytes > MAX_TOTAL_BYTES {
            self.full = true;
            return self.error(
                path,
                &format!("brings the folder over {MAX_TOTAL_BYTES} bytes; keep only data files in it"),
            );
        }
        match String::from_utf8(bytes) {
            Ok(text) => self.files.push(File {
                path: inside,
                shown: shown(path),
                text: Cow::Owned(text),
                overlay: true,
                prepared: None,
            }),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let line = 1 + error.as_bytes()[..valid].iter().filter(|byte| **byte == b'\n').count();
                self.errors.push(LoadError {
                    file: shown(path),
                    line: Some(line),
                    record: None,
                    reason: "is not UTF-8 from here on; save the file as UTF-8".to_owned(),
                });
            }
        }
    }
}

/// Writes every built-in file below a folder; refuses to overwrite.
///
/// # Errors
/// The first file that exists already or cannot be written.
pub fn export(folder: &Path) -> Result<usize, LoadError> {
    let fail =
        |path: &Path, reason: String| LoadError { file: shown(path), line: None, record: None, reason };
    let files = builtin();
    if let Some(taken) =
        files.iter().map(|file| folder.join(&file.path)).find(|path| std::fs::symlink_metadata(path).is_ok())
    {
        return Err(fail(&taken, "exists already; export into an empty folder".to_owned()));
    }
    let mut written: Vec<std::path::PathBuf> = Vec::with_capacity(files.len());
    for file in &files {
        let path = folder.join(&file.path);
        if let Err(error) = write_exported(&path, file.text.as_bytes()) {
            // Half an export would pass for a small overlay.
            for path in &written {
                drop(std::fs::remove_file(path));
            }
            return Err(fail(&path, format!("cannot be written: {error}; nothing was kept")));
        }
        written.push(path);
    }
    Ok(files.len())
}

fn write_exported(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    write_user_file(path, bytes, false)
}

/// Writes a file that the user names: to a file beside it, which then takes its name, so that a full disk or a kill
/// leaves either what was there before or the whole new file. What stands there already, a link too, is replaced only
/// with `force`, and a link is replaced itself, not what it points to.
///
/// # Errors
/// When something stands there, or it cannot be written.
pub fn write_user_file(path: &Path, bytes: &[u8], force: bool) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::PermissionsExt;
    if !force && std::fs::symlink_metadata(path).is_ok() {
        return Err(std::io::ErrorKind::AlreadyExists.into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".rolecall-")
        // What a new file of this user may be read by, the mask of the user says.
        .permissions(std::fs::Permissions::from_mode(0o666))
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if force { file.persist(path) } else { file.persist_noclobber(path) }
        .map(drop)
        .map_err(|failed| failed.error)
}

/// Makes a folder that the user names, and those above it.
///
/// # Errors
/// When it cannot be made.
pub fn create_user_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// Removes a file.
///
/// # Errors
/// When it cannot be removed.
pub fn remove_user_file(path: &Path) -> std::io::Result<()> {
    std::fs::remove_file(path)
}

/// Opens a file that the user names, with its length.
///
/// # Errors
/// When it cannot be opened, or is a folder.
pub fn open_user_file(path: &Path) -> std::io::Result<(std::fs::File, u64)> {
    let file = std::fs::File::open(path)?;
    let length = file.metadata()?;
    if length.is_dir() {
        return Err(std::io::Error::from(std::io::ErrorKind::IsADirectory));
    }
    Ok((file, length.len()))
}

/// Reads a file that the user names, up to a limit.
///
/// # Errors
/// When it cannot be read or is larger.
pub fn read_user_file(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(std::io::Error::new(
            std::io::ErrorKind::FileTooLarge,
            format!("larger than {limit} bytes"),
        ));
    }
    Ok(bytes)
}

//! Embedded folders: rebuild when a file in them appears or changes (`include_dir` alone misses new files),
//! and hand their digest to the crate, so that a start need not hash the built-in data.

#![expect(clippy::disallowed_methods, reason = "a build script reads the files that it embeds")]

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Kept out of the digest: they say something *about* the data (`verified.txt` holds the digest itself).
const NOT_DATA: [&str; 2] = ["data/README.md", "data/verified.txt"];

fn main() {
    let mut files = Vec::new();
    for root in ["data", "templates"] {
        walk(Path::new(root), &mut files);
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files.iter().filter(|file| file.starts_with("data")) {
        let name = file.to_string_lossy().replace('\\', "/");
        if !NOT_DATA.contains(&name.as_str()) {
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(std::fs::read(file).unwrap_or_default());
            hash.update([0]);
        }
    }
    let mut hex = String::new();
    for byte in hash.finalize() {
        let _ = write!(hex, "{byte:02x}");
    }
    println!("cargo::rustc-env=ROLECALL_DATA_DIGEST={hex}");
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    println!("cargo::rerun-if-changed={}", folder.display());
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
}

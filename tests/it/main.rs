//! The one integration binary. Each file tests one face of the product or one promise that it makes.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "tests read and write files, and stop where something is missing"
)]

mod ads;
mod allocation;
mod api;
mod arch;
mod assistants;
mod baseline;
mod brief;
mod cases;
mod catalog;
mod cli;
mod country;
mod faults;
mod fields;
mod generated;
mod hostile;
mod http;
mod interview;
mod job;
mod lifecycle;
mod limits;
mod lists;
mod market;
mod oracle;
mod page;
mod parity;
mod pay;
mod process;
mod properties;
mod pseudo;
mod reading;
mod readme;
mod reload;
mod style;
mod teams;
mod token;
mod watch;
mod web;
mod wording;
mod words;
mod work;

use std::path::{Path, PathBuf};

use rolecall::domain::dated::{Day, parse_day};
use rolecall::domain::text::Lang;
use rolecall::toolkit::{AdReader, Asking, Toolkit};

/// The repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The day of every test.
fn today() -> Day {
    parse_day("2026-11-21").unwrap()
}

fn asking(lang: Lang) -> Asking {
    Asking { lang, as_of: today() }
}

/// A message in words.
fn said(said: &rolecall::domain::message::Said, lang: rolecall::domain::text::Lang) -> String {
    said.text(&rolecall::domain::message::Messages::BUILTIN, lang)
}

fn toolkit() -> Toolkit {
    let reader = AdReader::with_program(env!("CARGO_BIN_EXE_rolecall"));
    Toolkit::load(None).expect("the built-in data is valid").with_reader(reader)
}

/// The binary, undisturbed by the environment of whoever runs the tests.
fn rolecall() -> assert_cmd::Command {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_rolecall"));
    command
        .env_remove("ROLECALL_DATA_DIR")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C")
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS");
    command
}

/// Writes an overlay folder from pairs of path and text.
fn overlay(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(&folder.path().join(path), text);
    }
    folder
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// A data file that renames one goal, so that an answer shows which data it comes from.
fn goal(name: &str) -> String {
    format!("[[goal]]\nid = \"retention\"\nname = {{ fr = \"{name}\", en = \"{name}\" }}\n")
}

/// Compares a generated file with the checked-in one, or rewrites it when `UPDATE` is set.
fn up_to_date(path: &str, actual: &str) {
    let file = root().join(path);
    if std::env::var("UPDATE").is_ok_and(|value| !value.is_empty() && value != "0") {
        std::fs::write(&file, actual).unwrap();
        return;
    }
    let checked_in = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        checked_in == actual,
        "{path} is out of date; run `UPDATE=1 cargo test` and read the difference before committing"
    );
}

//! `rolecall check`: all data and all templates, built-in and overlay. What is wrong is the result here, not an error.

use serde::Serialize;

use super::args::Format;
use super::{Ended, Failure, Session, out};
use crate::domain::message::{Words, said};
use crate::toolkit::check::check;
use crate::toolkit::{LoadError, MAX_AD_TEXT, to_json};

#[derive(Serialize)]
struct Checked {
    ok: bool,
    findings: Vec<LoadError>,
    /// Rules of law that have to be looked at again soon: no findings.
    remarks: Vec<LoadError>,
    data_version: Option<String>,
    as_of: crate::domain::dated::Day,
}

pub(super) fn run(session: &Session) -> Result<Ended, Failure> {
    let found = check(session.overlay(), session.settings(MAX_AD_TEXT), session.asking.as_of, session.pages);
    let findings = found.faults;
    let version = found.toolkit.map(|toolkit| toolkit.catalog().version().to_owned());
    let checked = Checked {
        ok: findings.is_empty(),
        findings,
        remarks: found.remarks,
        data_version: version,
        as_of: session.asking.as_of,
    };
    if session.global.format == Format::Json {
        out::json(&to_json(&checked))?;
    } else {
        out::result(out::clean(&text(&checked, session.words())).as_bytes())?;
        checked.remarks.iter().for_each(|remark| out::remark(line(remark).trim_end()));
    }
    Ok(if checked.ok { Ended::Answered } else { Ended::Findings })
}

/// A fault or remark with its place.
fn line(found: &LoadError) -> String {
    let line = found.line.map_or(String::new(), |line| format!(":{line}"));
    let record = found.record.as_ref().map_or(String::new(), |record| format!("`{record}`: "));
    format!("{}{line}: {record}{}\n", found.file, found.reason)
}

fn text(checked: &Checked, words: Words<'_>) -> String {
    let mut text: String = checked.findings.iter().map(line).collect();
    text += &match &checked.data_version {
        Some(version) if checked.ok => words.say(said!(CLI_CHECK_NO_FINDINGS, version = version)),
        _ => words.say(said!(CLI_CHECK_FINDINGS, n = checked.findings.len())),
    };
    text.push('\n');
    text
}

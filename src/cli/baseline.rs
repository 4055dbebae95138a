//! Findings that were there before: a file says which, so that only new ones count.
//!
//! An entry names file, code and fingerprint of a finding, never words of an ad; it stays true while the ad changes
//! elsewhere.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::domain::job::audit::answer::{Audit, Finding};
use crate::domain::job::wording::Severity;
use crate::domain::message::said;
use crate::toolkit::{read_file, write_file};

/// Largest file that is read.
const MAX_BYTES: u64 = 64 << 20;
/// The form of the file.
const VERSION: u32 = 1;

/// One finding that was there before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    file: String,
    code: String,
    fingerprint: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    findings: BTreeSet<Known>,
}

/// The findings that were there before; none for those who keep no such file.
#[derive(Debug, Default)]
pub(super) struct Baseline(Option<BTreeSet<Known>>);

impl Baseline {
    /// Reads the file, where one is named.
    pub(super) fn read(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self(None)) };
        let unusable = |reason: String| {
            Failure::from(said!(CLI_BASELINE_UNUSABLE, file = path.display().to_string(), reason = reason))
        };
        let bytes = read_file(path, MAX_BYTES).map_err(|error| unusable(error.to_string()))?;
        let written: Written = serde_json::from_slice(&bytes).map_err(|error| unusable(error.to_string()))?;
        if written.version != VERSION {
            return Err(unusable(format!("version {} (known: {VERSION})", written.version)));
        }
        Ok(Self(Some(written.findings)))
    }

    /// Whether a finding of a file was there before; nothing where no file says so.
    pub(super) fn holds(&self, file: &str, finding: &Finding<'_>) -> Option<bool> {
        Some(self.0.as_ref()?.contains(&known(file, finding)))
    }

    /// Whether an audit has something new, as grave as `least` or graver.
    pub(super) fn fails(&self, file: &str, audit: &Audit<'_>, least: Option<Severity>) -> bool {
        let Some(least) = least else { return false };
        if self.0.is_none() {
            let counts = audit.counts;
            let at_least = [
                (Severity::Error, counts.error),
                (Severity::Warning, counts.warning),
                (Severity::Notice, counts.notice),
            ];
            return at_least.into_iter().any(|(severity, count)| severity <= least && count > 0);
        }
        self.unknown(file, audit).any(|finding| finding.severity <= least)
    }

    /// The findings that the baseline does not know.
    pub(super) fn unknown<'a, 'c>(
        &'a self,
        file: &'a str,
        audit: &'a Audit<'c>,
    ) -> impl Iterator<Item = &'a Finding<'c>> {
        audit.findings.iter().filter(move |finding| self.holds(file, finding) == Some(false))
    }
}

fn known(file: &str, finding: &Finding<'_>) -> Known {
    Known { file: file.to_owned(), code: finding.code.to_owned(), fingerprint: finding.fingerprint() }
}

/// The findings of a run, to be written as the new baseline.
#[derive(Debug, Default)]
pub(super) struct Gathered(BTreeSet<Known>);

impl Gathered {
    /// Adds those of an audit; signals are no findings to be kept.
    pub(super) fn add(&mut self, file: &str, audit: &Audit<'_>) {
        let kept = audit.findings.iter().filter(|finding| finding.severity <= Severity::Notice);
        self.0.extend(kept.map(|finding| known(file, finding)));
    }

    /// Writes the file, whole or not at all. Returns how many there are.
    pub(super) fn write(self, path: &Path) -> Result<usize, Failure> {
        let count = self.0.len();
        let written = Written { version: VERSION, findings: self.0 };
        let mut bytes = serde_json::to_vec_pretty(&written).map_err(std::io::Error::from)?;
        bytes.push(b'\n');
        write_file(path, &bytes, true).map_err(|error| {
            let file = path.display().to_string();
            Failure::from(said!(CLI_BASELINE_UNUSABLE, file = file, reason = error.to_string()))
        })?;
        Ok(count)
    }
}

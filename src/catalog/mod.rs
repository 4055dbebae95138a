//! `data/` and an overlay → one validated, immutable [`Catalog`].

mod check;
pub mod error;
pub mod job;
pub mod load;
pub mod manifest;
mod messages;
pub mod pay;
pub mod records;
pub mod store;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

pub use error::{LoadError, LoadErrors};
use load::{Core, Reference};
use manifest::Manifest;
use pay::Pay;
use records::Reader;
use store::File;

use crate::domain::dated::Day;
use crate::domain::decide::rulebook::{DecideData, RuleBook};
use crate::domain::decide::verify::{Report, verify};
use crate::domain::hex::hex;
use crate::domain::job::data::JobData;
use crate::domain::message::{Messages, Said, said};
use crate::domain::pay::country::Country;
use crate::domain::provenance::SourceKind;
use crate::domain::reference::{Label, RoleSheet};

/// The digest of the built-in data whose rules passed the verification (see `docs/reference/findings.md`).
const VERIFIED: &str = include_str!("../../data/verified.txt");

/// All the data, read once, checked, and never changed again.
#[derive(Debug)]
pub struct Catalog {
    core: Core,
    files: Vec<File>,
    reference: OnceLock<Result<Reference, LoadErrors>>,
    pay: OnceLock<Result<Pay, LoadErrors>>,
    /// Countries and cities, where nothing of their pay was asked for.
    places: OnceLock<Result<Pay, LoadErrors>>,
    /// Pay and cost data of one country, where only that was asked for.
    pay_alone: OnceLock<(String, Result<Pay, LoadErrors>)>,
    job_ads: OnceLock<Result<JobData, LoadErrors>>,
    books: Vec<(Day, RuleBook)>,
    version: String,
    digest: String,
}

/// No rules answer for a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.said())]
pub struct NotCovered {
    /// The day asked for.
    pub as_of: Day,
    /// The first day covered.
    pub from: Day,
    /// Data version.
    pub version: String,
}

impl NotCovered {
    /// The error as a message.
    #[must_use]
    pub fn said(&self) -> Said {
        said!(FAULT_DAY_NOT_COVERED, as_of = self.as_of, version = &self.version, from = self.from,)
    }
}

impl Catalog {
    /// The built-in data alone.
    ///
    /// # Errors
    /// When the built-in data is wrong, which the test suite excludes.
    pub fn builtin() -> Result<Self, LoadErrors> {
        Self::assemble(store::builtin(), false)
    }

    /// The built-in data with an overlay folder on top.
    ///
    /// # Errors
    /// Everything wrong with the overlay, or with the rules that result.
    pub fn with_overlay(folder: &Path) -> Result<Self, LoadErrors> {
        let mut files = store::builtin();
        files.extend(store::overlay(folder, &files).map_err(LoadErrors)?);
        Self::assemble(files, true)
    }

    /// As [`Self::builtin`] or [`Self::with_overlay`], without refusing rules that fail the verification.
    ///
    /// # Errors
    /// Everything else wrong with the data.
    pub fn unverified(folder: Option<&Path>) -> Result<Self, LoadErrors> {
        let mut files = store::builtin();
        if let Some(folder) = folder {
            files.extend(store::overlay(folder, &files).map_err(LoadErrors)?);
        }
        // Everything is read now, with every check.
        Self::read(files, true)
    }

    fn assemble(files: Vec<File>, overlaid: bool) -> Result<Self, LoadErrors> {
        let catalog = Self::read(files, overlaid)?;
        if catalog.digest != VERIFIED.trim() {
            catalog.verified()?;
        }
        Ok(catalog)
    }

    fn read(files: Vec<File>, overlaid: bool) -> Result<Self, LoadErrors> {
        let mut reader = Reader::new(&files, overlaid);
        let core = load::core(&mut reader);
        let mut errors = std::mem::take(&mut reader.errors);
        let Some(core) = core.filter(|_| errors.is_empty() || overlaid) else { return Err(sorted(errors)) };
        let reference = OnceLock::new();
        let pay = OnceLock::new();
        let job_ads = OnceLock::new();
        if overlaid {
            // Somebody else's data: everything is read and checked now, so that all errors come at once.
            match read_reference(&files, &core, true) {
                Ok(found) => drop(reference.set(Ok(found))),
                Err(found) => errors.extend(found.0),
            }
            let roles = reference.get().and_then(|found: &Result<Reference, LoadErrors>| found.as_ref().ok());
            match read_job_ads(&files, &core, roles.map(|found| &*found.roles), true) {
                Ok(found) => drop(job_ads.set(Ok(found))),
                Err(found) => errors.extend(found.0),
            }
            let statements = match reference.get() {
                Some(Ok(found)) => &*found.statements,
                _ => &[],
            };
            match read_pay(&files, &core, statements, true, None) {
                Ok(found) => drop(pay.set(Ok(found))),
                Err(found) if reference.get().is_some() => errors.extend(found.0),
                // Without statements, citations of them would all seem wrong.
                Err(_) => {}
            }
        }
        if !errors.is_empty() {
            return Err(sorted(errors));
        }
        let books = books(&core);
        let digest = digest(&files);
        let version = if digest == store::BUILTIN_DIGEST {
            core.manifest.version.clone()
        } else {
            format!("{}+overlay.{}", core.manifest.version, &digest[..12])
        };
        Ok(Self {
            core,
            files,
            reference,
            pay,
            places: OnceLock::new(),
            pay_alone: OnceLock::new(),
            job_ads,
            books,
            version,
            digest,
        })
    }

    fn verified(&self) -> Result<(), LoadErrors> {
        let errors: Vec<LoadError> = self
            .verify()
            .into_iter()
            .flat_map(|report| report.findings)
            .map(|finding| {
                let rules = &self.core.decide.rules;
                let place = rules
                    .iter()
                    .zip(&self.core.rule_places)
                    .find(|(rule, _)| Some(&rule.id) == finding.rule.as_ref())
                    .map(|(_, place)| place.shown(&self.files));
                let example =
                    finding.witness.map_or(String::new(), |witness| format!("; for example {witness}"));
                LoadError {
                    file: place.as_ref().map_or("rules".to_owned(), |(file, _)| file.clone()),
                    line: place.map(|(_, line)| line),
                    record: finding.rule,
                    reason: format!("[{}] {}{example}", finding.code, finding.message),
                }
            })
            .collect();
        if errors.is_empty() { Ok(()) } else { Err(LoadErrors(errors)) }
    }

    /// Verifies the rules of every period (see [`crate::domain::decide::verify`]).
    #[must_use]
    pub fn verify(&self) -> Vec<Report> {
        self.books.iter().map(|(from, _)| verify(&self.core.decide, *from)).collect()
    }

    /// What decisions are made with.
    #[must_use]
    pub const fn decide(&self) -> &DecideData {
        &self.core.decide
    }

    /// Version and dates of the data.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.core.manifest
    }

    /// Version returned in every answer; says when an overlay takes part.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// SHA-256 of all the data, in hexadecimal.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The rules in force on a day.
    ///
    /// # Errors
    /// [`NotCovered`] before the first day that the rules answer for.
    pub fn rules_at(&self, as_of: Day) -> Result<&RuleBook, NotCovered> {
        self.books.iter().rev().find(|(from, _)| *from <= as_of).map(|(_, book)| book).ok_or_else(|| {
            NotCovered { as_of, from: self.core.manifest.rules_from, version: self.version.clone() }
        })
    }

    /// Roles, skills, comparison, statements: read on first use when the data is built in.
    ///
    /// # Errors
    /// When the built-in data is wrong, which the test suite excludes.
    pub fn reference(&self) -> Result<&Reference, LoadErrors> {
        self.reference
            .get_or_init(|| read_reference(&self.files, &self.core, false))
            .as_ref()
            .map_err(Clone::clone)
    }

    /// Pay and cost data: read on first use when the data is built in, and then without the checks that the test suite
    /// has made already.
    ///
    /// # Errors
    /// When the built-in data is wrong, which the test suite excludes.
    pub fn pay(&self) -> Result<&Pay, LoadErrors> {
        self.pay
            .get_or_init(|| read_pay(&self.files, &self.core, &[], false, None))
            .as_ref()
            .map_err(Clone::clone)
    }

    /// As [`Self::pay`], but one country is enough: the first to be asked for is read alone, unless everything is read
    /// already.
    ///
    /// # Errors
    /// As [`Self::pay`].
    pub fn pay_of(&self, country: &str) -> Result<&Pay, LoadErrors> {
        if self.pay.get().is_some() {
            return self.pay();
        }
        let alone = || (country.to_owned(), read_pay(&self.files, &self.core, &[], false, Some(country)));
        match self.pay_alone.get_or_init(alone) {
            (known, found) if known == country => found.as_ref().map_err(Clone::clone),
            _ => self.pay(),
        }
    }

    /// Countries and cities, with the rest of [`Self::pay`] where that is read already.
    ///
    /// # Errors
    /// As [`Self::pay`].
    pub fn places(&self) -> Result<&Pay, LoadErrors> {
        if self.pay.get().is_some() {
            return self.pay();
        }
        let read = || {
            let mut reader = Reader::new(&self.files, false);
            let found = pay::places(&mut reader, &self.core);
            if reader.errors.is_empty() { Ok(found) } else { Err(sorted(reader.errors)) }
        };
        self.places.get_or_init(read).as_ref().map_err(Clone::clone)
    }

    /// Whether an id is that of a source of pay in our own data.
    #[must_use]
    pub fn knows_pay_source(&self, id: &str) -> bool {
        self.pay().is_ok_and(|pay| {
            pay.data.sources.iter().any(|source| source.id == id && source.kind != SourceKind::OwnAds)
        })
    }

    /// Data of job ads: read on first use when the data is built in.
    ///
    /// # Errors
    /// When the built-in data is wrong, which the test suite excludes.
    pub fn job_ads(&self) -> Result<&JobData, LoadErrors> {
        self.job_ads
            .get_or_init(|| read_job_ads(&self.files, &self.core, None, false))
            .as_ref()
            .map_err(Clone::clone)
    }

    /// The messages that people read.
    #[must_use]
    pub const fn messages(&self) -> &Messages {
        &self.core.messages
    }

    /// The name of an attribute value.
    #[must_use]
    pub fn label(&self, attribute: &str, value: &str) -> Option<&crate::domain::text::Text> {
        self.labels(attribute)?.values.get(value)
    }

    /// The names of an attribute.
    #[must_use]
    pub fn labels(&self, attribute: &str) -> Option<&Label> {
        self.core.labels.iter().find(|label| label.id == attribute)
    }

    /// The names of every attribute.
    #[must_use]
    pub fn all_labels(&self) -> &[Label] {
        &self.core.labels
    }

    /// A country by its code.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries().find(|item| item.code == code)
    }

    /// Every country that has a record.
    pub fn countries(&self) -> impl Iterator<Item = &Country> {
        self.core.countries.iter().map(|item| &item.value)
    }

    /// Template texts by name; an overlay's template replaces the built-in one of the same path.
    #[must_use]
    pub fn templates(&self) -> BTreeMap<&str, &str> {
        self.files
            .iter()
            .filter_map(|file| Some((file.path.strip_prefix("templates/")?, &*file.text)))
            .collect()
    }

    /// Every citation made anywhere in the data, with the record that makes it.
    ///
    /// # Errors
    /// As [`Self::reference`].
    pub fn citations(&self) -> Result<Vec<(&str, &str)>, LoadErrors> {
        let mut all = Vec::new();
        let reference = self.reference()?;
        load::each_citation(&self.core, reference, |record, citation| {
            all.push((record, citation.0.as_str()));
        });
        pay::each_source(self.pay()?, |record, source| all.push((record, source)));
        let ads = self.job_ads()?;
        let wording =
            ads.wording.rules().flat_map(|rule| rule.sources.iter().map(|source| (&rule.id, source)));
        let law = ads.laws.iter().flat_map(|law| law.sources.iter().map(|source| (&law.id, source)));
        all.extend(wording.chain(law).map(|(record, source)| (record.as_str(), source.as_str())));
        all.extend(ads.phrases.cited());
        Ok(all)
    }
}

fn read_reference(files: &[File], core: &Core, thorough: bool) -> Result<Reference, LoadErrors> {
    let mut reader = Reader::new(files, thorough);
    let reference = load::reference(&mut reader, core);
    if thorough && reader.errors.is_empty() {
        load::citations(&mut reader, core, &reference);
    }
    if reader.errors.is_empty() { Ok(reference) } else { Err(sorted(reader.errors)) }
}

fn read_pay(
    files: &[File],
    core: &Core,
    statements: &[crate::domain::provenance::Statement],
    thorough: bool,
    country: Option<&str>,
) -> Result<Pay, LoadErrors> {
    let mut reader = Reader::new(files, thorough);
    let found = pay::pay(&mut reader, core, statements, thorough, country);
    if reader.errors.is_empty() { Ok(found) } else { Err(sorted(reader.errors)) }
}

fn read_job_ads(
    files: &[File],
    core: &Core,
    roles: Option<&[RoleSheet]>,
    thorough: bool,
) -> Result<JobData, LoadErrors> {
    let mut reader = Reader::new(files, thorough);
    match job::job_ads(&mut reader, core, roles, thorough) {
        Some(found) if reader.errors.is_empty() => Ok(found),
        _ => Err(sorted(reader.errors)),
    }
}

fn sorted(mut errors: Vec<LoadError>) -> LoadErrors {
    errors.sort();
    errors.dedup();
    LoadErrors(errors)
}

/// One compiled rule book for each period between two changes of the rules in force.
fn books(core: &Core) -> Vec<(Day, RuleBook)> {
    let first = core.manifest.rules_from;
    let mut days = vec![first];
    for rule in &core.decide.rules {
        days.push(rule.valid_from);
        days.extend(rule.valid_to.and_then(|to| to.succ_opt()));
    }
    days.retain(|day| *day >= first);
    days.sort_unstable();
    days.dedup();
    days.into_iter().map(|day| (day, RuleBook::compile(&core.decide, day))).collect()
}

/// The digest of what answers are made from: that of the built-in data, extended by the overlay's files. Its templates
/// count too, for what people read comes from them.
fn digest(files: &[File]) -> String {
    let says_nothing = |file: &File| file.path == "README.md" || file.path == "verified.txt";
    let overlay: Vec<&File> = files.iter().filter(|file| file.overlay && !says_nothing(file)).collect();
    if overlay.is_empty() {
        return store::BUILTIN_DIGEST.to_owned();
    }
    let mut hash = Sha256::new();
    hash.update(store::BUILTIN_DIGEST);
    for file in overlay {
        hash.update(&file.path);
        hash.update([0]);
        hash.update(file.text.as_bytes());
        hash.update([0]);
    }
    hex(&hash.finalize())
}

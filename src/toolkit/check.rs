//! Everything that can be wrong with data and templates, found before anybody is answered: what `rolecall check` prints,
//! and what a service asks before it takes new data into use.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use super::{Asking, LoadError, LoadErrors, RenderError, Settings, Toolkit, child};
use crate::catalog::store;
use crate::domain::dated::Day;
use crate::domain::message::{Said, said};
use crate::domain::pay::minimum::ended;
use crate::domain::text::{Lang, shown};

/// The hidden option of the command line that sets limits on the memory of its process.
pub const CONFINED: &str = "--confined";
/// Most memory of such a process, in bytes: far above what checking all our own reports and pages takes. The pages of the
/// program itself come on top, some 80 MB in a build for tests.
pub const CONFINED_MEMORY: u64 = 192 << 20;

/// Writes every page from these data as of a day, and returns what fails. The server has the pages; whoever checks is
/// given this.
pub type PageCheck = fn(&Arc<Toolkit>, Day) -> Vec<LoadError>;

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    /// The data, where they load.
    pub toolkit: Option<Arc<Toolkit>>,
    /// Everything that is wrong; the data can be used when nothing is.
    pub faults: Vec<LoadError>,
    /// What will be wrong soon, or may be already: rules of law that have to be looked at again, figures that are over.
    pub remarks: Vec<LoadError>,
}

/// How many days before its review a rule of law is remarked upon.
const BEFORE_REVIEW: u64 = 30;

/// Everything that a day makes worth looking at again.
fn remarks(toolkit: &Toolkit, day: Day) -> Vec<LoadError> {
    [reviews(toolkit, day), stale(toolkit, day)].concat()
}

/// The rules of law whose review is due by some weeks after a day, the earliest first.
fn reviews(toolkit: &Toolkit, day: Day) -> Vec<LoadError> {
    let Ok(ads) = toolkit.catalog().job_ads() else { return Vec::new() };
    let soon = day.checked_add_days(chrono::Days::new(BEFORE_REVIEW)).unwrap_or(day);
    // What is over needs no review.
    let over = |to: Option<Day>| to.is_some_and(|to| to < day);
    let mut due: Vec<_> =
        ads.laws.iter().filter(|law| law.review_by <= soon && !over(law.valid_to)).collect();
    due.sort_by_key(|law| (law.review_by, &law.id));
    let remark = |law: &&crate::domain::job::law::Law| LoadError {
        file: "data/job-ads/jurisdictions.csv".to_owned(),
        line: None,
        record: Some(law.id.clone()),
        reason: if law.overdue(day) {
            format!(
                "was to be checked again by {}; until that is done, answers call it less sure",
                law.review_by
            )
        } else {
            format!("is to be checked again by {}", law.review_by)
        },
    };
    due.iter().map(remark).collect()
}

/// How many months after the end of what it measures a series of wage growth is remarked upon.
const GROWTH_OLD: chrono::Months = chrono::Months::new(24);

/// Dated figures that a day has passed by: minimum wages that are over without a successor, contributions verified until
/// an earlier day, growth of wages measured long ago.
fn stale(toolkit: &Toolkit, day: Day) -> Vec<LoadError> {
    let Ok(pay) = toolkit.catalog().pay() else { return Vec::new() };
    let remark = |file: &str, id: &str, reason: String| LoadError {
        file: format!("data/{file}"),
        line: None,
        record: Some(id.to_owned()),
        reason,
    };
    let mut found = Vec::new();
    for item in &pay.data.minimums {
        let over = ended(&pay.data.minimums, &item.country, item.region.as_deref(), day);
        if let Some(to) = over.filter(|over| over.id == item.id).and(item.validity.to) {
            let reason = format!("the last minimum wage of its place was in force until {to}; add the next");
            found.push(remark("pay/minimum_wages.csv", &item.id, reason));
        }
    }
    for country in toolkit.catalog().countries() {
        if let Some(terms) = country.cost.as_ref().filter(|terms| terms.verified_until < day) {
            let reason = format!(
                "contributions are verified until {}; answers call them provisional",
                terms.verified_until
            );
            found.push(remark("countries.toml", &country.code, reason));
        }
        let series = pay.data.growth.iter().filter(|item| item.country == country.code);
        if let Some(newest) = series.max_by_key(|item| item.valid_to)
            && newest.valid_to.checked_add_months(GROWTH_OLD).is_some_and(|limit| limit < day)
        {
            let reason =
                format!("wage growth is measured until {}; add what was published since", newest.valid_to);
            found.push(remark("pay/growth.csv", &newest.id, reason));
        }
    }
    found
}

/// Loads the data. A panic on the way is a fault like any other: data must not end the process.
///
/// # Errors
/// Everything wrong with the data.
pub fn load(overlay: Option<&Path>) -> Result<Toolkit, LoadErrors> {
    caught(overlay, || Toolkit::load(overlay))
}

/// Whether a folder of data holds templates.
///
/// Templates of somebody else are tried in a process with limits. Their steps and their output are bounded where they
/// are rendered; a variable that doubles again and again is not, and takes all memory before it is printed.
#[must_use]
pub fn has_templates(folder: &Path) -> bool {
    store::has_templates(folder)
}

/// What is wrong when a process was ended by its limits.
#[must_use]
pub fn too_much_memory() -> Said {
    said!(FAULT_TEMPLATE_MEMORY, most = CONFINED_MEMORY >> 20)
}

/// As [`check`], for a service: an overlay with templates is checked by another process, for a service must not try them
/// in its own memory.
#[must_use]
pub fn check_for_service(overlay: &Path, settings: Settings, day: Day, pages: PageCheck) -> Checked {
    let Some(program) = settings.reader.program.clone().filter(|_| has_templates(overlay)) else {
        return check(Some(overlay), settings, day, pages);
    };
    let faults = match checked_apart(&program, overlay, day) {
        Ok(faults) => faults,
        Err(reason) => {
            vec![LoadError { file: overlay.display().to_string(), line: None, record: None, reason }]
        }
    };
    if !faults.is_empty() {
        return Checked { toolkit: None, faults, remarks: Vec::new() };
    }
    match load(Some(overlay)) {
        Ok(toolkit) => {
            let remarks = remarks(&toolkit, day);
            Checked { toolkit: Some(Arc::new(toolkit.with_settings(settings))), faults, remarks }
        }
        Err(errors) => Checked { toolkit: None, faults: errors.0, remarks: Vec::new() },
    }
}

/// What `rolecall check` in a process with limits finds wrong with a folder.
fn checked_apart(program: &Path, overlay: &Path, day: Day) -> Result<Vec<LoadError>, String> {
    #[derive(serde::Deserialize)]
    struct Answer {
        findings: Vec<LoadError>,
    }
    let mut command = Command::new(program);
    command.args(["check", "--format", "json", "--as-of", &day.to_string(), CONFINED, "--data-dir"]);
    command.arg(overlay).stdin(Stdio::null());
    child::spare_memory(&mut command);
    let output = command.output().map_err(|error| format!("cannot be checked: {error}"))?;
    if output.status.code().is_none() {
        return Err(too_much_memory().to_string());
    }
    let answer: Answer = serde_json::from_slice(&output.stdout)
        .map_err(|_| format!("cannot be checked: {}", shown(&String::from_utf8_lossy(&output.stderr))))?;
    Ok(answer.findings)
}

/// Loads the data, verifies the rules, and writes every report, document and page in both languages.
#[must_use]
pub fn check(overlay: Option<&Path>, settings: Settings, day: Day, pages: PageCheck) -> Checked {
    let toolkit = match load(overlay) {
        Ok(toolkit) => Arc::new(toolkit.with_settings(settings)),
        Err(errors) => return Checked { toolkit: None, faults: errors.0, remarks: Vec::new() },
    };
    let mut faults = Vec::new();
    // Built-in data is trusted at load; here every row is checked again. An overlay was checked when it was read.
    let again = if overlay.is_none() {
        caught(overlay, || Toolkit::load_unverified(overlay).map(drop))
    } else {
        Ok(())
    };
    match again {
        Err(errors) => faults.extend(errors.0),
        Ok(()) => {
            for lang in Lang::ALL {
                let asking = Asking { lang: *lang, as_of: day };
                let written = caught(overlay, || Ok(toolkit.check_templates(asking)));
                faults.extend(written.map_or_else(
                    |errors| errors.0,
                    |failures| failures.into_iter().map(LoadError::from).collect(),
                ));
            }
            let written = caught(overlay, || Ok(pages(&toolkit, day)));
            faults.extend(written.unwrap_or_else(|errors| errors.0));
        }
    }
    let mut known = std::collections::BTreeSet::new();
    faults.retain(|fault| known.insert(fault.clone()));
    let remarks = remarks(&toolkit, day);
    Checked { toolkit: Some(toolkit), faults, remarks }
}

fn caught<T>(overlay: Option<&Path>, read: impl FnOnce() -> Result<T, LoadErrors>) -> Result<T, LoadErrors> {
    // What was being made is dropped; nothing that a panic could leave half done outlives it.
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|panic| Err(LoadErrors(vec![panicked(overlay, &*panic)])))
}

/// What to say of a panic.
fn panicked(overlay: Option<&Path>, panic: &(dyn Any + Send)) -> LoadError {
    let said = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    LoadError {
        file: overlay.map_or("data".to_owned(), |folder| folder.display().to_string()),
        line: None,
        record: None,
        reason: format!(
            "these data cannot be worked with, which is a fault of rolecall too: {said}; take back the last change, and report it"
        ),
    }
}

impl From<RenderError> for LoadError {
    fn from(error: RenderError) -> Self {
        Self { file: format!("templates/{}", error.name), line: None, record: None, reason: error.reason }
    }
}

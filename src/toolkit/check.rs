//! Everything that can be wrong with data and templates, found before anybody is answered: what `rolecall check` prints,
//! and what a service asks before it takes new data into use.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use super::{Asking, LoadError, LoadErrors, RenderError, Toolkit};
use crate::domain::dated::Day;
use crate::domain::text::Lang;

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
}

/// Loads the data. A panic on the way is a fault like any other: data must not end the process.
///
/// # Errors
/// Everything wrong with the data.
pub fn load(overlay: Option<&Path>) -> Result<Toolkit, LoadErrors> {
    caught(overlay, || Toolkit::load(overlay))
}

/// Loads the data, verifies the rules, and writes every report, document and page in both languages.
#[must_use]
pub fn check(overlay: Option<&Path>, day: Day, pages: PageCheck) -> Checked {
    let toolkit = match load(overlay) {
        Ok(toolkit) => Arc::new(toolkit),
        Err(errors) => return Checked { toolkit: None, faults: errors.0 },
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
    Checked { toolkit: Some(toolkit), faults }
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

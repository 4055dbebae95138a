//! How jobs and levels are called in a sentence.

use crate::domain::pay::job::Job;
use crate::domain::vocab::Level;

/// Names of jobs and levels in a sentence.
#[derive(Clone, Copy)]
pub struct Names<'n> {
    /// Of a job.
    pub job: &'n dyn Fn(Job) -> String,
    /// Of a level.
    pub level: &'n dyn Fn(Level) -> String,
}

impl std::fmt::Debug for Names<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Names").finish_non_exhaustive()
    }
}

//! What a band is looked up by.

use super::job::{Community, Job};
use super::ladder::Seniority;
use super::place::Site;

/// A market: a job at a place, at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Market<'a> {
    /// The job.
    pub job: Job,
    /// How experienced.
    pub seniority: Seniority,
    /// Whose community a community manager looks after.
    pub community: Community,
    /// Where the work is done, as asked.
    pub site: Site<'a>,
    /// The city, where one was named.
    pub city: Option<&'a str>,
}

impl<'a> Market<'a> {
    /// The market of a job; community managers are those of a brand.
    #[must_use]
    pub const fn new(job: Job, seniority: Seniority, site: Site<'a>) -> Self {
        Self { job, seniority, community: Community::Brand, site, city: None }
    }

    /// The same for another job.
    #[must_use]
    pub const fn of(self, job: Job) -> Self {
        Self { job, ..self }
    }

    /// The same for another seniority.
    #[must_use]
    pub const fn at(self, seniority: Seniority) -> Self {
        Self { seniority, ..self }
    }
}

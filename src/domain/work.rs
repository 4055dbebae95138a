//! How much work an answer takes, and whether anybody still waits for it.
//!
//! Reading a text takes work in proportion to its length; a scan that looked at every pair of two things would not. So
//! the loops over a text count their steps here: a test compares the counts at one and two times a size (a count, unlike
//! a time, is the same on every machine), and every few thousand steps the reader asks whether to go on at all.

use std::cell::Cell;

/// Steps between two looks at whether anybody still waits: well under a millisecond of work.
const BETWEEN_LOOKS: u64 = 20_000;

/// The answer was given up before it was ready: the request timed out, or the client has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the answer took too long and was given up; send less text")]
pub struct Abandoned;

/// Counts the steps of one answer.
///
/// A step is a byte looked at, a hit weighed or a pair compared. `wanted` says from time to time whether anybody still
/// waits; the domain knows neither clock nor network, so that the caller brings it.
///
/// ```
/// use rolecall::domain::work::{Abandoned, Work};
///
/// let work = Work::new(&|| false);
/// work.count(1_000_000);
/// assert_eq!(work.go_on(), Err(Abandoned));
/// assert_eq!(work.steps(), 1_000_000);
/// ```
pub struct Work<'w> {
    steps: Cell<u64>,
    next_look: Cell<u64>,
    given_up: Cell<bool>,
    wanted: &'w dyn Fn() -> bool,
}

impl std::fmt::Debug for Work<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Work").field("steps", &self.steps).finish_non_exhaustive()
    }
}

impl<'w> Work<'w> {
    /// Work for as long as `wanted` says so.
    #[must_use]
    pub fn new(wanted: &'w dyn Fn() -> bool) -> Self {
        Self { steps: Cell::new(0), next_look: Cell::new(BETWEEN_LOOKS), given_up: Cell::new(false), wanted }
    }

    /// Work that is never given up: for short texts, and for callers who wait as long as it takes.
    #[must_use]
    pub fn unhurried() -> Work<'static> {
        Work::new(&|| true)
    }

    /// Notes some steps.
    pub fn count(&self, steps: usize) {
        self.steps.set(self.steps.get().saturating_add(steps as u64));
    }

    /// Whether to go on. Cheap enough to be asked in every loop over sentences or hits.
    ///
    /// # Errors
    /// [`Abandoned`] from the first time on that nobody waits any longer.
    pub fn go_on(&self) -> Result<(), Abandoned> {
        if self.steps.get() >= self.next_look.get() {
            self.next_look.set(self.steps.get() + BETWEEN_LOOKS);
            if !(self.wanted)() {
                self.given_up.set(true);
            }
        }
        if self.given_up.get() { Err(Abandoned) } else { Ok(()) }
    }

    /// Notes some steps and says whether to go on.
    ///
    /// # Errors
    /// As [`Self::go_on`].
    pub fn step(&self, steps: usize) -> Result<(), Abandoned> {
        self.count(steps);
        self.go_on()
    }

    /// The steps so far.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_stops_when_nobody_waits_and_not_before() {
        let asked = Cell::new(0);
        let wanted = || {
            asked.set(asked.get() + 1);
            asked.get() < 3
        };
        let work = Work::new(&wanted);
        let mut done = 0;
        while work.step(1_000).is_ok() {
            done += 1;
        }
        assert_eq!(asked.get(), 3);
        assert_eq!(done, 3 * BETWEEN_LOOKS / 1_000 - 1);
        // Given up once, given up for good.
        assert_eq!(work.go_on(), Err(Abandoned));
        assert!(Work::unhurried().step(usize::MAX / 2).is_ok());
    }
}

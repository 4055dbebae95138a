//! What API and pages share while the service runs: the data, the day, the state of the process, its measurements.

pub mod accept;
pub mod answers;
pub mod assets;
pub mod heavy;
pub mod language;
pub mod metrics;
pub mod operator;
pub mod token;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::{HeaderMap, header};

use self::answers::Answers;
use self::heavy::{Heavy, Undone, Wanted};
use self::metrics::Metrics;
use self::operator::Operator;
use self::token::Token;
use crate::domain::dated::Day;
use crate::toolkit::Toolkit;

/// What outlives a reload of the data.
#[derive(Debug)]
pub struct Process {
    /// Measurements.
    pub metrics: Metrics,
    /// Who may audit and draft; everybody when none.
    pub token: Option<Token>,
    /// Origins that may frame the pages under `/embed/`; `*` for any.
    pub embed_origins: Vec<String>,
    /// Who runs the service.
    pub operator: Operator,
    heavy: Heavy,
    draining: AtomicBool,
    stale: AtomicBool,
}

impl Process {
    /// A process that has just begun.
    #[must_use]
    pub fn new(token: Option<Token>, embed_origins: Vec<String>) -> Self {
        Self {
            metrics: Metrics::new(),
            token,
            embed_origins,
            operator: Operator::default(),
            heavy: Heavy::default(),
            draining: AtomicBool::new(false),
            stale: AtomicBool::new(false),
        }
    }

    /// The same process with so many places for heavy work.
    #[must_use]
    pub fn with_heavy(self, places: std::num::NonZeroUsize) -> Self {
        Self { heavy: Heavy::new(places), ..self }
    }

    /// The same process, run by somebody.
    #[must_use]
    pub fn with_operator(self, operator: Operator) -> Self {
        Self { operator, ..self }
    }

    /// Whether the process is about to stop and wants no new requests.
    #[must_use]
    pub fn draining(&self) -> bool {
        self.draining.load(Ordering::Relaxed)
    }

    /// Says that the process is about to stop.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    /// Whether the last reload failed, so that older data answer than those in the folder.
    #[must_use]
    pub fn stale(&self) -> bool {
        self.stale.load(Ordering::Relaxed)
    }

    /// Says how the last reload went.
    pub fn reloaded(&self, succeeded: bool) {
        self.stale.store(!succeeded, Ordering::Relaxed);
        self.metrics.reloaded(succeeded);
    }
}

impl Default for Process {
    fn default() -> Self {
        Self::new(None, vec!["*".to_owned()])
    }
}

/// What handlers share; a reload of the data makes a new one around the same [`Process`].
#[derive(Clone, Debug)]
pub struct App {
    toolkit: Arc<Toolkit>,
    clock: fn() -> Day,
    as_of: Option<Day>,
    process: Arc<Process>,
    answers: Arc<Answers>,
}

impl App {
    /// Shares a toolkit. `clock` says what day it is; `as_of` fixes the day instead.
    #[must_use]
    pub fn new(
        toolkit: impl Into<Arc<Toolkit>>,
        clock: fn() -> Day,
        as_of: Option<Day>,
        process: Arc<Process>,
    ) -> Self {
        let toolkit = toolkit.into();
        // A server answers for every country: read them before the first request, not during it.
        drop(toolkit.catalog().pay());
        drop(toolkit.catalog().job_ads());
        process.metrics.data(toolkit.catalog().version(), toolkit.catalog().digest());
        Self { toolkit, clock, as_of, process, answers: Arc::default() }
    }

    /// The day for which answers hold when the request does not say.
    #[must_use]
    pub fn today(&self) -> Day {
        self.as_of.unwrap_or_else(self.clock)
    }

    /// The toolkit.
    #[must_use]
    pub fn toolkit(&self) -> &Toolkit {
        &self.toolkit
    }

    /// Whether a request may audit and draft: it carries the token, or there is none.
    #[must_use]
    pub fn allows(&self, headers: &HeaderMap) -> bool {
        let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        self.process.token.as_ref().is_none_or(|token| given.is_some_and(|given| token.matches(given)))
    }

    /// The process, to be shared with the data that come after these.
    #[must_use]
    pub fn shared_process(&self) -> Arc<Process> {
        Arc::clone(&self.process)
    }

    /// Answers given before from these data.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Does heavy work aside, when its turn comes (see [`heavy`]).
    ///
    /// # Errors
    /// [`Undone`].
    pub async fn heavy<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Wanted) -> T + Send + 'static,
    ) -> Result<T, Undone> {
        let done = self.process.heavy.run(work).await;
        if done.as_ref().is_err_and(|undone| *undone == Undone::Busy) {
            self.process.metrics.busy();
        }
        done
    }

    /// The process.
    #[must_use]
    pub fn process(&self) -> &Process {
        &self.process
    }
}

//! New data for a running service: read and checked aside, then swapped in between two requests, or refused.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use axum::Router;
use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use tokio::sync::mpsc;

use super::{Edge, router};
use crate::app::{App, Process};
use crate::domain::dated::Day;
use crate::toolkit::Toolkit;

/// Quiet time after a change before the folder is read: editors and copies write in several steps.
const QUIET: Duration = Duration::from_millis(400);

/// The routes as the data in use have them.
#[derive(Debug)]
pub(super) struct Live {
    routes: ArcSwap<Router>,
    process: Arc<Process>,
    edge: Edge,
    overlay: Option<PathBuf>,
    clock: fn() -> Day,
    as_of: Option<Day>,
}

impl Live {
    pub(super) fn new(
        app: &App,
        edge: Edge,
        overlay: Option<PathBuf>,
        clock: fn() -> Day,
        as_of: Option<Day>,
    ) -> Arc<Self> {
        let process = app.shared_process();
        let routes = ArcSwap::from_pointee(router(app, &edge));
        Arc::new(Self { routes, process, edge, overlay, clock, as_of })
    }

    /// The routes for one request. Requests that run keep those they began with.
    pub(super) fn routes(&self) -> Router {
        Router::clone(&self.routes.load())
    }

    /// Reads the data again. When they cannot be used, those in use stay, and the log says why.
    fn reload(&self) {
        let loaded = Toolkit::load(self.overlay.as_deref()).and_then(|toolkit| {
            toolkit.catalog().reference().map(drop)?;
            toolkit.catalog().pay().map(drop)?;
            toolkit.catalog().job_ads().map(drop)?;
            Ok(toolkit)
        });
        match loaded {
            Ok(toolkit) => {
                let version = toolkit.catalog().version().to_owned();
                let app = App::new(toolkit, self.clock, self.as_of, Arc::clone(&self.process));
                self.routes.store(Arc::new(router(&app, &self.edge)));
                self.process.reloaded(true);
                tracing::info!(data_version = version, "the data were read again");
            }
            Err(errors) => {
                self.process.reloaded(false);
                tracing::error!(%errors, "the data in the folder cannot be used; the data in use stay");
            }
        }
    }
}

/// Reloads on SIGHUP, and on changes of the folder where that is asked for. Runs until the service ends.
pub(super) async fn follow(live: Arc<Live>, mut hangup: Hangup, watch: bool) {
    let (tell, mut told) = mpsc::channel::<()>(1);
    let watched = live.overlay.clone().filter(|_| watch);
    // Watches for as long as it lives.
    let _watcher = watched.and_then(|folder| {
        let tell = tell.clone();
        let changed = move |events: DebounceEventResult| {
            // Reading the folder is an event too; only changes count.
            let change = events.is_ok_and(|events| {
                events.iter().any(|event| !matches!(event.kind, EventKind::Access(_)))
            });
            if change {
                // A reload is already due where the channel is full.
                let _ = tell.try_send(());
            }
        };
        let watcher = new_debouncer(QUIET, None, changed).and_then(|mut watcher| {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
            Ok(watcher)
        });
        match watcher {
            Ok(watcher) => Some(watcher),
            Err(error) => {
                tracing::error!(%error, folder = %folder.display(), "the folder cannot be watched; send SIGHUP instead");
                None
            }
        }
    });
    loop {
        tokio::select! {
            () = hangup.recv() => {}
            told = told.recv() => if told.is_none() { return },
        }
        let live = Arc::clone(&live);
        drop(tokio::task::spawn_blocking(move || live.reload()).await);
    }
}

/// Says when SIGHUP arrives; never where there is none.
pub(super) struct Hangup {
    #[cfg(unix)]
    signal: Option<tokio::signal::unix::Signal>,
}

impl Hangup {
    /// Listens from now on, so that no signal is lost between two reloads, and none ends the process.
    pub(super) fn new() -> Self {
        Self {
            #[cfg(unix)]
            signal: tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup()).ok(),
        }
    }

    async fn recv(&mut self) {
        #[cfg(unix)]
        if let Some(signal) = &mut self.signal
            && signal.recv().await.is_some()
        {
            return;
        }
        std::future::pending::<()>().await;
    }
}

//! New data for a running service: read and checked aside, then swapped in between two requests, or refused.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use arc_swap::ArcSwap;
use axum::Router;
use notify_debouncer_full::notify::event::ModifyKind;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use tokio::sync::mpsc;

use super::pages::page_faults;
use super::{Edge, admin_router, router};
use crate::app::{App, Process};
use crate::domain::dated::Day;
use crate::toolkit::check::{check_for_service, load};
use crate::toolkit::{LoadErrors, Settings, Toolkit};

/// Quiet time after a change before the folder is read: editors and copies write in several steps.
const QUIET: Duration = Duration::from_millis(400);
/// How often it is looked whether the watched folder is still the one that its path names.
const LOOK: Duration = Duration::from_millis(500);

/// The routes as the data in use have them.
#[derive(Debug)]
pub(super) struct Live {
    routes: ArcSwap<Routes>,
    process: Arc<Process>,
    edge: Edge,
    overlay: Option<PathBuf>,
    settings: Settings,
    clock: fn() -> Day,
    as_of: Option<Day>,
}

/// What everybody sees, and what those see who watch the service.
#[derive(Debug)]
struct Routes {
    public: Router,
    admin: Router,
}

impl Routes {
    fn new(app: &App, edge: &Edge) -> Self {
        Self { public: router(app, edge), admin: admin_router(app, edge) }
    }
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
        let routes = ArcSwap::from_pointee(Routes::new(app, &edge));
        let settings = app.toolkit().settings().clone();
        Arc::new(Self { routes, process, edge, overlay, settings, clock, as_of })
    }

    /// The routes for one request. Requests that run keep those they began with.
    pub(super) fn routes(&self) -> Router {
        self.routes.load().public.clone()
    }

    /// The routes for one request of those who watch the service.
    pub(super) fn admin_routes(&self) -> Router {
        self.routes.load().admin.clone()
    }

    /// Reads and checks the data. Without an overlay nothing can have changed, and the tests have checked the rest.
    fn read(&self) -> Result<Arc<Toolkit>, LoadErrors> {
        let Some(overlay) = &self.overlay else {
            let toolkit = load(None)?.with_settings(self.settings.clone());
            toolkit.catalog().reference()?;
            toolkit.catalog().pay()?;
            toolkit.catalog().job_ads()?;
            return Ok(Arc::new(toolkit));
        };
        let day = self.as_of.unwrap_or_else(self.clock);
        let checked = check_for_service(overlay, self.settings.clone(), day, page_faults);
        checked.toolkit.filter(|_| checked.faults.is_empty()).ok_or(LoadErrors(checked.faults))
    }

    /// Reads the data again. When they cannot be used, those in use stay, and the log says why.
    fn reload(&self) {
        match self.read() {
            Ok(toolkit) => {
                let version = toolkit.catalog().version().to_owned();
                let app = App::new(toolkit, self.clock, self.as_of, Arc::clone(&self.process));
                self.routes.store(Arc::new(Routes::new(&app, &self.edge)));
                self.process.reloaded(true);
                tracing::info!(data_version = version, "the data were read again");
            }
            Err(errors) => self.refused(&errors),
        }
    }

    fn refused(&self, errors: &dyn std::fmt::Display) {
        self.process.reloaded(false);
        tracing::error!(%errors, "the data in the folder cannot be used; the data in use stay");
    }
}

/// What tells of changes of the folder, where that is asked for.
pub(super) struct Changes {
    watched: Option<Watched>,
    told: mpsc::Receiver<()>,
    /// Keeps `told` open where nothing is watched.
    _tell: mpsc::Sender<()>,
}

impl Changes {
    /// Watches from now on, so that no change is lost after whoever starts the service has heard that it listens.
    pub(super) fn new(live: &Live, watch: bool) -> Self {
        let (tell, told) = mpsc::channel(1);
        let mut watched =
            live.overlay.clone().filter(|_| watch).map(|folder| Watched::new(folder, tell.clone()));
        if let Some(watched) = &mut watched {
            watched.look();
        }
        Self { watched, told, _tell: tell }
    }
}

/// Reloads on SIGHUP and on changes. Runs until the service ends.
pub(super) async fn follow(live: Arc<Live>, mut hangup: Hangup, changes: Changes) {
    let Changes { mut watched, mut told, _tell } = changes;
    let mut look = tokio::time::interval(LOOK);
    look.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = hangup.recv() => {}
            told = told.recv() => if told.is_none() { return },
            _ = look.tick(), if watched.is_some() => {
                // The folder may lie on a disk that takes its time.
                let looked = watched.take().map(|mut watched| tokio::task::spawn_blocking(move || {
                    watched.look();
                    watched
                }));
                if let Some(looked) = looked {
                    watched = looked.await.ok();
                }
                continue;
            }
        }
        let live = Arc::clone(&live);
        let reloaded = Arc::clone(&live);
        if let Err(error) = tokio::task::spawn_blocking(move || reloaded.reload()).await {
            live.refused(&error);
        }
    }
}

/// What tells a folder from another one of the same name: device, inode, and when it was made, because the inode of a
/// folder that is gone may be given again.
type Identity = (u64, u64, Option<SystemTime>);

/// A folder whose changes are told. A watch follows the folder, not its name: it ends when the folder is deleted, and
/// sees nothing when another one is moved or linked to its place. So it is begun anew whenever the name stands for
/// another folder.
struct Watched {
    folder: PathBuf,
    tell: mpsc::Sender<()>,
    /// Watches for as long as it lives.
    watcher: Option<Debouncer<RecommendedWatcher, RecommendedCache>>,
    identity: Option<Identity>,
    /// The folder itself was moved or deleted since the watch began.
    gone: Arc<AtomicBool>,
    /// The folder was watched before: what is there now is a change.
    before: bool,
}

impl Watched {
    fn new(folder: PathBuf, tell: mpsc::Sender<()>) -> Self {
        Self { folder, tell, watcher: None, identity: None, gone: Arc::default(), before: false }
    }

    #[expect(clippy::disallowed_methods, reason = "the folder is looked at, not read")]
    fn found(folder: &Path) -> Option<Identity> {
        use std::os::unix::fs::MetadataExt;
        let found = std::fs::metadata(folder).ok().filter(std::fs::Metadata::is_dir)?;
        Some((found.dev(), found.ino(), found.created().ok()))
    }

    /// Begins the watch anew where its folder is no longer the one that the name stands for.
    fn look(&mut self) {
        let found = Self::found(&self.folder);
        if found == self.identity && !self.gone.load(Ordering::Relaxed) {
            return;
        }
        self.watcher = None;
        self.identity = None;
        self.gone = Arc::default();
        let Some(found) = found else { return };
        match self.watch() {
            Ok(watcher) => self.watcher = Some(watcher),
            Err(error) => {
                let folder = self.folder.display();
                tracing::error!(%error, %folder, "the folder cannot be watched; send SIGHUP instead");
            }
        }
        self.identity = Some(found);
        if std::mem::replace(&mut self.before, true) {
            // Whoever puts a folder there may still be filling it.
            std::thread::sleep(QUIET);
            let _ = self.tell.try_send(());
        }
    }

    fn watch(
        &self,
    ) -> notify_debouncer_full::notify::Result<Debouncer<RecommendedWatcher, RecommendedCache>> {
        let (tell, gone) = (self.tell.clone(), Arc::clone(&self.gone));
        // Events name the whole path.
        let folder = std::path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone());
        let changed = move |events: DebounceEventResult| {
            // Reading the folder is an event too; only changes count.
            let changes = events.unwrap_or_default();
            let changes = || changes.iter().filter(|event| !matches!(event.kind, EventKind::Access(_)));
            let itself = |kind: &EventKind| {
                matches!(kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)))
            };
            if changes().any(|event| itself(&event.kind) && event.paths.contains(&folder)) {
                gone.store(true, Ordering::Relaxed);
            }
            if changes().next().is_some() {
                // A reload is already due where the channel is full.
                let _ = tell.try_send(());
            }
        };
        let mut watcher = new_debouncer(QUIET, None, changed)?;
        watcher.watch(&self.folder, RecursiveMode::Recursive)?;
        Ok(watcher)
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

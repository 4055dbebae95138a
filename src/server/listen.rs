//! Sockets and connections: limits on number and on slowness, drain and stop within a deadline.
//!
//! `axum::serve` sets no limit on the time in which a client sends its headers or takes its answer; this loop does.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket, UnixListener};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot, watch};
use tower::ServiceExt;

use super::limit::{Connections, Held, Peer};
use super::reload::{self, Changes, Hangup, Live};
use super::stream::{BUFFER, Paced};
use crate::app::Process;
use crate::cli::serve::{Listen, Serve};

/// Connections that wait to be accepted, as tokio has it.
const BACKLOG: u32 = 1_024;
/// Connections at once of those who watch the service: few, and nobody else can take them.
const ADMIN_CONNECTIONS: usize = 64;
/// Time in which a connection that was taken just before the stop sends what it came with.
const LAST_REQUESTS: Duration = Duration::from_millis(50);

/// Which option names an address that cannot be listened on, which address, and why.
pub(super) type NotBound = (&'static str, Listen, io::Error);

/// A connection of either kind.
trait Stream: AsyncRead + AsyncWrite + Send {}
impl<T: AsyncRead + AsyncWrite + Send> Stream for T {}

/// Where connections come from.
enum Socket {
    Tcp(TcpListener),
    Unix(UnixListener, Place),
}

/// The path of a Unix socket that we made, and what tells it from one that somebody else makes there later.
struct Place {
    path: PathBuf,
    made: Option<(u64, u64)>,
}

impl Place {
    /// Device and inode of what is there now.
    #[expect(clippy::disallowed_methods, reason = "a socket is no file of data")]
    fn found(path: &Path) -> Option<(u64, u64)> {
        use std::os::unix::fs::MetadataExt;
        std::fs::symlink_metadata(path).ok().map(|found| (found.dev(), found.ino()))
    }

    /// Removes the path, unless a successor has taken it. As long as the socket is open its inode is not given to
    /// another, and nobody takes the path from a socket that answers: call this before the socket is closed.
    fn leave(&self) {
        if self.made.is_some() && Self::found(&self.path) == self.made {
            drop(std::fs::remove_file(&self.path));
        }
    }
}

impl Socket {
    async fn bind(listen: &Listen) -> io::Result<(Self, String)> {
        match listen {
            Listen::Tcp(address) => {
                let socket = listening(*address)?;
                let shown = format!("http://{}", socket.local_addr()?);
                Ok((Self::Tcp(socket), shown))
            }
            Listen::Unix(path) => {
                clear(path).await?;
                let socket = UnixListener::bind(path)?;
                let place = Place { path: path.clone(), made: Place::found(path) };
                Ok((Self::Unix(socket, place), format!("unix:{}", path.display())))
            }
        }
    }

    async fn accept(&self) -> io::Result<(Pin<Box<dyn Stream>>, Option<IpAddr>)> {
        match self {
            Self::Tcp(socket) => {
                let (stream, peer) = socket.accept().await?;
                // Answers are written whole; waiting to fill a packet only delays them.
                drop(stream.set_nodelay(true));
                Ok((Box::pin(stream), Some(peer.ip())))
            }
            Self::Unix(socket, _) => {
                let (stream, _) = socket.accept().await?;
                Ok((Box::pin(stream), None))
            }
        }
    }
}

/// As [`TcpListener::bind`], with a small buffer for what is sent: connections inherit it, and a client that does not read
/// is noticed before megabytes wait for it.
fn listening(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    socket.set_send_buffer_size(BUFFER)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Removes a socket that a process left behind when it was killed; one that answers is left alone.
#[expect(clippy::disallowed_methods, reason = "a socket is no file of data")]
async fn clear(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::FileTypeExt;
    let Ok(found) = std::fs::symlink_metadata(path) else { return Ok(()) };
    if found.file_type().is_socket() && tokio::net::UnixStream::connect(path).await.is_err() {
        return std::fs::remove_file(path);
    }
    Ok(())
}

/// A listener, with what its connections have in common.
struct Door {
    socket: Socket,
    places: Arc<Semaphore>,
    clients: Arc<Connections>,
    patience: Duration,
    process: Arc<Process>,
    graceful: GracefulShutdown,
}

impl Door {
    /// Takes connections until told to stop, then closes the listener. `routes` are asked for anew for each request.
    async fn open<R>(&mut self, routes: R, mut stopping: watch::Receiver<bool>)
    where
        R: Fn() -> Router + Clone + Send + Sync + 'static,
    {
        // A connection that is closed at once leaves its place to the next.
        let mut place = None;
        loop {
            // Beyond the limit, connections wait in the queue of the system.
            let accepted = async {
                if place.is_none() {
                    place = Arc::clone(&self.places).acquire_owned().await.ok();
                }
                self.socket.accept().await
            };
            let (stream, peer) = tokio::select! {
                accepted = accepted => match accepted {
                    Ok(accepted) => accepted,
                    Err(error) => {
                        // Too many open files, say: connections that end make room.
                        tracing::warn!(%error, "a connection could not be taken");
                        tokio::time::sleep(Duration::from_millis(50)).await;
                        continue;
                    }
                },
                () = async { drop(stopping.wait_for(|stop| *stop).await) } => break,
            };
            match self.clients.admit(peer) {
                Some(held) => self.serve(stream, peer, routes.clone(), (place.take(), held)),
                None => self.process.metrics.refused(),
            }
        }
        if let Socket::Unix(_, place) = &self.socket {
            place.leave();
        }
        // The system has let these in already: they are not turned away.
        let mut taken = false;
        while let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            let (stream, peer) = tokio::select! {
                biased;
                accepted = self.socket.accept() => match accepted {
                    Ok(accepted) => accepted,
                    Err(_) => break,
                },
                () = std::future::ready(()) => break,
            };
            if let Some(held) = self.clients.admit(peer) {
                self.serve(stream, peer, routes.clone(), (Some(place), held));
                taken = true;
            }
        }
        if taken {
            tokio::time::sleep(LAST_REQUESTS).await;
        }
    }

    /// Serves one connection, beside the others.
    fn serve<R>(
        &self,
        stream: Pin<Box<dyn Stream>>,
        peer: Option<IpAddr>,
        routes: R,
        counted: (Option<OwnedSemaphorePermit>, Held),
    ) where
        R: Fn() -> Router + Clone + Send + Sync + 'static,
    {
        let service = tower::service_fn(move |request: hyper::Request<Incoming>| {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(Peer(peer));
            routes().oneshot(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.patience)
            .serve_connection(
                TokioIo::new(Paced::new(stream, self.patience)),
                TowerToHyperService::new(service),
            );
        let connection = self.graceful.watch(connection);
        let counted = (counted, self.process.metrics.connected());
        tokio::spawn(async move {
            // A client that goes away or is cut off is no fault of ours.
            drop(connection.await);
            drop(counted);
        });
    }

    /// Waits for running requests, within a deadline. Says whether all were finished.
    async fn close(self, deadline: Duration) -> bool {
        // Nobody connects to a socket that is closed.
        drop(self.socket);
        tokio::select! {
            () = self.graceful.shutdown() => true,
            () = tokio::time::sleep(deadline) => false,
        }
    }
}

/// Serves until told to stop: then `/readyz` says so for a while, the listener closes, and running requests are
/// finished within a deadline.
pub(super) async fn serve(live: &Arc<Live>, options: &Serve, process: &Arc<Process>) -> Result<(), NotBound> {
    let not_bound = |error| ("--listen", options.listen.clone(), error);
    // Whoever reads that we listen may send signals: from here on, none of them simply ends the process.
    let (stop_signals, hangup) = (Signals::new().map_err(not_bound)?, Hangup::new());
    let (socket, address) = Socket::bind(&options.listen).await.map_err(not_bound)?;
    let deadline = Duration::from_secs(options.shutdown_timeout.into());
    let patience = Duration::from_secs(options.client_timeout.into());
    let mut door = Door {
        socket,
        places: Arc::new(Semaphore::new(options.max_connections.get())),
        clients: Connections::new(options.max_connections_per_client, options.trusted_proxy.clone()),
        patience,
        process: Arc::clone(process),
        graceful: GracefulShutdown::new(),
    };
    let changes = Changes::new(live, options.watch);
    let (stop_all, stopping) = watch::channel(false);
    let pages = format!("{address}/");
    let docs = format!("{address}/docs");
    let admin = match &options.admin_listen {
        None => {
            tracing::info!(address, pages, docs, "listening");
            None
        }
        Some(listen) => {
            let routes = Arc::clone(live);
            let (admin, ended) =
                watched(listen, patience, deadline, Arc::clone(process), routes, stopping.clone())
                    .await
                    .map_err(|error| ("--admin-listen", listen.clone(), error))?;
            tracing::info!(address, pages, docs, admin, "listening");
            Some(ended)
        }
    };
    let reloads = tokio::spawn(reload::follow(Arc::clone(live), hangup, changes));
    let routes = Arc::clone(live);
    let stop = async {
        stop(stop_signals, options.drain, process).await;
        stop_all.send_replace(true);
    };
    tokio::join!(door.open(move || routes.routes(), stopping), stop);
    reloads.abort();
    let finished = door.close(deadline).await;
    if let Some(ended) = admin {
        // It has the same deadline, and began as early.
        drop(tokio::time::timeout(Duration::from_secs(1), ended).await);
    }
    if finished {
        tracing::info!("stopped");
    } else {
        tracing::warn!("stopped with requests still running");
    }
    Ok(())
}

/// Serves those who watch the service on an address of their own, in a thread of their own: they are answered however
/// busy the other one is. Returns the address, and what says when it has ended.
async fn watched(
    listen: &Listen,
    patience: Duration,
    deadline: Duration,
    process: Arc<Process>,
    live: Arc<Live>,
    stopping: watch::Receiver<bool>,
) -> io::Result<(String, oneshot::Receiver<()>)> {
    let (bound, told) = oneshot::channel();
    let (end, ended) = oneshot::channel();
    let listen = listen.clone();
    let serving = async move {
        let (socket, address) = match Socket::bind(&listen).await {
            Ok(found) => found,
            Err(error) => return drop(bound.send(Err(error))),
        };
        drop(bound.send(Ok(address)));
        let mut door = Door {
            socket,
            places: Arc::new(Semaphore::new(ADMIN_CONNECTIONS)),
            clients: Connections::new(0, Vec::new()),
            patience,
            process,
            graceful: GracefulShutdown::new(),
        };
        door.open(move || live.admin_routes(), stopping).await;
        door.close(deadline).await;
    };
    std::thread::Builder::new().name("admin".to_owned()).spawn(move || {
        match tokio::runtime::Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => runtime.block_on(serving),
            Err(error) => tracing::error!(%error, "nobody can watch the service"),
        }
        let _ = end.send(());
    })?;
    let address = told.await.map_err(io::Error::other)??;
    Ok((address, ended))
}

/// Waits for the signal to stop, then for as long as others may take to see that we are about to.
async fn stop(mut signals: Signals, drain: u32, process: &Process) {
    signals.recv().await;
    process.drain();
    tracing::info!(drain, "stopping; running requests are finished");
    tokio::select! {
        () = tokio::time::sleep(Duration::from_secs(drain.into())) => {}
        // Asked twice, we do not wait.
        () = signals.recv() => {}
    }
}

/// Ctrl-C and the signal to terminate, from when this is made.
struct Signals {
    interrupt: Signal,
    terminate: Signal,
}

impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    /// Waits for one of them.
    async fn recv(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

//! Sockets and connections: limits on number and on slowness, drain and stop within a deadline.
//!
//! `axum::serve` sets no limit on the time in which a client sends its headers or takes its answer; this loop does.

use std::io;
use std::net::IpAddr;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, UnixListener};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use super::limit::Peer;
use super::reload::{self, Hangup, Live};
use crate::app::Process;
use crate::cli::args::{Listen, Serve};

/// Where connections come from.
enum Socket {
    Tcp(TcpListener),
    Unix(UnixListener),
}

/// A connection of either kind.
trait Stream: AsyncRead + AsyncWrite + Send {}
impl<T: AsyncRead + AsyncWrite + Send> Stream for T {}

impl Socket {
    async fn bind(listen: &Listen) -> io::Result<(Self, String)> {
        match listen {
            Listen::Tcp(address) => {
                let socket = TcpListener::bind(address).await?;
                let shown = format!("http://{}", socket.local_addr()?);
                Ok((Self::Tcp(socket), shown))
            }
            Listen::Unix(path) => {
                clear(path).await?;
                Ok((Self::Unix(UnixListener::bind(path)?), format!("unix:{}", path.display())))
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
            Self::Unix(socket) => {
                let (stream, _) = socket.accept().await?;
                Ok((Box::pin(stream), None))
            }
        }
    }
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

/// Serves until told to stop: then `/readyz` says so for a while, the listener closes, and running requests are
/// finished within a deadline.
pub(super) async fn serve(live: &Arc<Live>, options: &Serve, process: &Arc<Process>) -> io::Result<()> {
    // Whoever reads that we listen may send signals: from here on, none of them simply ends the process.
    let (stop_signals, hangup) = (Signals::new()?, Hangup::new());
    let (socket, address) = Socket::bind(&options.listen).await?;
    let pages = format!("{address}/");
    tracing::info!(address, pages, docs = %format!("{address}/docs"), "listening");
    let reloads = tokio::spawn(reload::follow(Arc::clone(live), hangup, options.watch));
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(options.max_connections.get()));
    let patience = Duration::from_secs(options.client_timeout.into());
    let mut stopping = std::pin::pin!(stop(stop_signals, options.drain, process));
    loop {
        // Beyond the limit, connections wait in the queue of the system.
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await;
            socket.accept().await.map(|accepted| (accepted, place))
        };
        let ((stream, peer), place) = tokio::select! {
            accepted = accepted => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Too many open files, say: connections that end make room.
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stopping => break,
        };
        let live = Arc::clone(live);
        let service = tower::service_fn(move |request: hyper::Request<Incoming>| {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(Peer(peer));
            live.routes().oneshot(request)
        });
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(patience));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(patience)
            .serve_connection(TokioIo::new(Box::pin(stream)), TowerToHyperService::new(service));
        let connection = graceful.watch(connection);
        let counted = process.metrics.connected();
        tokio::spawn(async move {
            // A client that goes away or is cut off is no fault of ours.
            drop(connection.await);
            drop((place, counted));
        });
    }
    drop(socket);
    if let Listen::Unix(path) = &options.listen {
        drop(std::fs::remove_file(path));
    }
    reloads.abort();
    let deadline = Duration::from_secs(options.shutdown_timeout.into());
    tokio::select! {
        () = graceful.shutdown() => tracing::info!("stopped"),
        () = tokio::time::sleep(deadline) => tracing::warn!("stopped with requests still running"),
    }
    Ok(())
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

//! The log: JSON lines on standard error, written by a thread of their own.
//!
//! Whoever writes a line never waits and never fails. A reader that stands still, a full disk or a closed pipe costs
//! lines, which are counted; it does not cost the service.

use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::time::Duration;

use prometheus_client::metrics::counter::Counter;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// Most lines that wait to be written.
const LINES: usize = 16_384;
/// Most bytes that they hold.
const BYTES: usize = 8 << 20;
/// How long the end of the process waits for the last lines.
const LAST_LINES: Duration = Duration::from_millis(500);
/// How long a stream that takes nothing at the moment is left alone.
const BUSY: Duration = Duration::from_millis(20);
/// Longest panic message, in characters.
const LONGEST_PANIC: usize = 1_000;

/// What the thread is told.
enum Order {
    Write(Vec<u8>),
    /// Say when everything before is written.
    Tell(Sender<()>),
}

/// Where lines go: never waits, never fails.
#[derive(Clone)]
struct Lines {
    orders: SyncSender<Order>,
    waiting: Arc<AtomicUsize>,
    lost: Counter,
}

impl Lines {
    fn send(&self, line: &[u8]) {
        // The length is taken before the line is queued, so that the thread never gives back more than was taken.
        let before = self.waiting.fetch_add(line.len(), Ordering::Relaxed);
        let taken = before + line.len() <= BYTES && self.orders.try_send(Order::Write(line.to_vec())).is_ok();
        if !taken {
            self.waiting.fetch_sub(line.len(), Ordering::Relaxed);
            self.lost.inc();
        }
    }
}

impl Write for Lines {
    /// Takes one whole line: the formatter hands lines over in one piece.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.send(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Lines {
    type Writer = Self;
    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// Writes one line to the end, begun anew where the one before it broke off. Says how many lines were lost.
fn put(out: &mut impl Write, line: &[u8], broken: &mut bool) -> u64 {
    let mut rest = line;
    let mut mended = !*broken;
    while !rest.is_empty() {
        let next = if mended { rest } else { b"\n" };
        match out.write(next) {
            Ok(0) => break,
            Ok(_) if !mended => mended = true,
            Ok(written) => rest = rest.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // Somebody else made the stream non-blocking.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => std::thread::sleep(BUSY),
            Err(_) => break,
        }
    }
    *broken = if mended { !rest.is_empty() && rest.len() < line.len() } else { *broken };
    u64::from(!rest.is_empty())
}

/// Writes what it is told to, until nobody can tell it anything any more.
fn write_all(orders: &Receiver<Order>, out: &mut impl Write, waiting: &AtomicUsize, lost: &Counter) {
    let mut broken = false;
    while let Ok(order) = orders.recv() {
        match order {
            Order::Write(line) => {
                lost.inc_by(put(out, &line, &mut broken));
                waiting.fetch_sub(line.len(), Ordering::Relaxed);
            }
            Order::Tell(done) => drop(done.send(())),
        }
    }
}

/// The log of the process. Dropping it waits for the last lines, but not for long.
pub(super) struct Log(SyncSender<Order>);

impl Log {
    /// Begins the log: lines of our own and of libraries, and panics. `lost` counts the lines that could not be written.
    pub(super) fn begin(lost: &Counter) -> Self {
        let (orders, told) = sync_channel(LINES);
        let lines =
            Lines { orders: orders.clone(), waiting: Arc::new(AtomicUsize::new(0)), lost: lost.clone() };
        let (waiting, lost) = (Arc::clone(&lines.waiting), lost.clone());
        // A descriptor of our own: `std::io::stderr` would be locked for as long as a write stands still.
        let out = io::stderr().as_fd().try_clone_to_owned().map(std::fs::File::from);
        let writing = std::thread::Builder::new().name("log".to_owned()).spawn(move || match out {
            Ok(mut out) => write_all(&told, &mut out, &waiting, &lost),
            Err(_) => write_all(&told, &mut io::sink(), &waiting, &lost),
        });
        // Without the thread every line counts as lost: its receiver is gone.
        drop(writing);
        let set = tracing_subscriber::fmt().json().with_env_filter(filter()).with_writer(lines).try_init();
        // Only another log in the same process would be in the way; then lines go there.
        drop(set);
        std::panic::set_hook(Box::new(note));
        Self(orders)
    }
}

/// Logs a panic, where the standard library would write to standard error and wait for it.
fn note(panic: &std::panic::PanicHookInfo<'_>) {
    let text = short(panic.payload_as_str().unwrap_or("no message"), LONGEST_PANIC);
    let location = panic.location().map_or(String::new(), ToString::to_string);
    tracing::error!(location, "panic: {text}");
}

impl Drop for Log {
    fn drop(&mut self) {
        let (done, told) = channel();
        let begun = std::time::Instant::now();
        let mut order = Order::Tell(done);
        // The queue may be full of lines that nobody reads.
        while begun.elapsed() < LAST_LINES {
            match self.0.try_send(order) {
                Ok(()) => {
                    let _ = told.recv_timeout(LAST_LINES.saturating_sub(begun.elapsed()));
                    return;
                }
                Err(TrySendError::Full(back)) => order = back,
                Err(TrySendError::Disconnected(_)) => return,
            }
            std::thread::sleep(BUSY);
        }
    }
}

/// What is logged: what `RUST_LOG` says, else from `info` on; of the messages of assistants only what went wrong.
fn filter() -> EnvFilter {
    EnvFilter::try_from_default_env().unwrap_or_else(|_| "info,rmcp=error".into())
}

/// A text from outside, as long as the log has room for.
pub(super) fn short(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes some bytes at a time, then fails, then takes again.
    struct Flaky {
        taken: Vec<u8>,
        room: usize,
    }

    impl Write for Flaky {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.room == 0 {
                return Err(io::Error::from(io::ErrorKind::StorageFull));
            }
            let count = bytes.len().min(self.room).min(4);
            self.room -= count;
            self.taken.extend(&bytes[..count]);
            Ok(count)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_line_that_broke_off_does_not_spoil_the_next() {
        let mut out = Flaky { taken: Vec::new(), room: 9 };
        let mut broken = false;
        assert_eq!(put(&mut out, b"first\n", &mut broken), 0);
        assert_eq!(put(&mut out, b"second\n", &mut broken), 1);
        assert_eq!(put(&mut out, b"third\n", &mut broken), 1);
        out.room = 100;
        assert_eq!(put(&mut out, b"fourth\n", &mut broken), 0);
        assert_eq!(put(&mut out, b"fifth\n", &mut broken), 0);
        assert_eq!(String::from_utf8(out.taken).unwrap(), "first\nsec\nfourth\nfifth\n");
    }

    #[test]
    fn lines_that_nobody_takes_are_counted_and_hold_little_memory() {
        let (orders, told) = sync_channel(LINES);
        let lost = Counter::default();
        let mut lines = Lines { orders, waiting: Arc::default(), lost: lost.clone() };
        let line = vec![b'x'; 1 << 10];
        for _ in 0..20_000 {
            lines.write_all(&line).unwrap();
        }
        assert_eq!(lines.waiting.load(Ordering::Relaxed), BYTES);
        assert_eq!(lost.get(), 20_000 - (BYTES >> 10) as u64);
        for _ in 0..20_000 {
            lines.write_all(b"x\n").unwrap();
        }
        assert_eq!(lost.get(), 40_000 - (BYTES >> 10) as u64);
        drop(lines.orders);
        let mut out = Vec::new();
        write_all(&told, &mut out, &lines.waiting, &lost);
        assert_eq!((out.len(), lines.waiting.load(Ordering::Relaxed)), (BYTES, 0));
    }

    #[test]
    fn a_panic_is_a_line_like_any_other() {
        let (orders, told) = sync_channel(LINES);
        let lines = Lines { orders, waiting: Arc::default(), lost: Counter::default() };
        let log = tracing_subscriber::fmt().json().with_writer(lines).finish();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(note));
        let ended = tracing::subscriber::with_default(log, || {
            std::panic::catch_unwind(|| panic!("out of {}", "cheese".repeat(1_000)))
        });
        std::panic::set_hook(before);
        assert!(ended.is_err());
        let Ok(Order::Write(line)) = told.recv() else { panic!("nothing is logged") };
        let entry: serde_json::Value = serde_json::from_slice(&line).unwrap();
        let said = |name: &str| entry["fields"][name].as_str().unwrap().to_owned();
        assert!(said("message").starts_with("panic: out of cheese") && line.len() < 2_000, "{entry}");
        assert!(said("location").contains("log.rs:"), "{entry}");
    }

    #[test]
    fn what_comes_from_outside_is_cut() {
        assert_eq!((short("äöü", 2), short("äöü", 3), short("", 3)), ("äö", "äöü", ""));
    }
}

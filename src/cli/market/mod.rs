//! `rolecall market observe`, `build`, `merge`.

mod build;
mod observe;

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::args::Market;
use super::{Ended, Failure, Session};
use crate::toolkit::market::Items;
use crate::toolkit::open_file;

/// Runs a command.
pub(super) fn run(session: &Session, command: &Market) -> Result<Ended, Failure> {
    match command {
        Market::Observe(options) => observe::run(session, options),
        Market::Build(options) => build::run(session, options),
        Market::Merge(options) => build::merge(session, options),
    }
}

/// How many work at once: as many as asked for, or as there are processors.
fn jobs(asked: Option<std::num::NonZeroUsize>) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    asked.map_or(processors, std::num::NonZero::get)
}

/// Counts the bytes that are read.
struct Counting<R> {
    inner: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Files one after the other, each with its ads; `-` is standard input.
struct Files {
    waiting: std::vec::IntoIter<PathBuf>,
    /// Bytes read so far.
    read: Arc<AtomicU64>,
}

/// A file that is read, and its name as it is shown.
struct Opened {
    name: Arc<str>,
    items: Items,
    columns: Option<Arc<[String]>>,
}

impl Files {
    fn new(paths: &[PathBuf]) -> Self {
        let paths = if paths.is_empty() { vec![PathBuf::from("-")] } else { paths.to_vec() };
        Self { waiting: paths.into_iter(), read: Arc::default() }
    }

    /// Bytes of all files; none where one of them is no file.
    fn length(&self) -> Option<u64> {
        self.waiting.as_slice().iter().map(|path| open_file(path).ok().map(|(_, length)| length)).sum()
    }

    /// The next file; what cannot be opened is an error with its name.
    fn next(&mut self) -> Option<Result<Opened, (Arc<str>, io::Error)>> {
        let path = self.waiting.next()?;
        let name: Arc<str> = crate::domain::text::shown(&path.to_string_lossy()).into();
        let opened = source(&path, &self.read).and_then(Items::new).map(|items| {
            let columns = items.heading().map(Arc::from);
            Opened { name: Arc::clone(&name), items, columns }
        });
        Some(opened.map_err(|error| (name, error)))
    }
}

fn source(path: &Path, read: &Arc<AtomicU64>) -> io::Result<Box<dyn Read + Send>> {
    let read = Arc::clone(read);
    Ok(if path.as_os_str() == "-" {
        Box::new(Counting { inner: io::stdin(), read })
    } else {
        Box::new(Counting { inner: open_file(path)?.0, read })
    })
}

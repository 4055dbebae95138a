//! `rolecall market observe`, `build`, `merge`.

mod build;
mod observe;

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::args::Market;
use super::{Ended, Failure, Session, out};
use crate::domain::message::said;
use crate::toolkit::market::{Item, Items};
use crate::toolkit::open_file;

/// Runs a command.
pub(super) fn run(session: &Session, command: &Market) -> Result<Ended, Failure> {
    match command {
        Market::Observe(options) => observe::run(session, options),
        Market::Build(options) => build::run(session, options),
        Market::Merge(options) => build::merge(session, options),
    }
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
    open: Option<Opened>,
    /// Bytes read so far.
    read: Arc<AtomicU64>,
}

/// A file that is read, and its name as it is shown.
struct Opened {
    name: Arc<str>,
    items: Items,
    columns: Option<Arc<[String]>>,
}

/// What a worker takes: lines of one file, each with its number, or why the file gives no more.
enum Piece {
    Lines { name: Arc<str>, columns: Option<Arc<[String]>>, items: Vec<(u64, Item)> },
    Stopped(Stopped),
}

/// A file that could not be opened, or not be read to its end, and why.
struct Stopped(Arc<str>, io::Error);

impl Stopped {
    /// Says so; what was read before is kept.
    fn tell(&self, session: &Session) {
        let Self(file, reason) = self;
        let said = said!(MARKET_STOPPED, file = file.to_string(), reason = reason.to_string());
        out::remark(&session.words().say(said));
    }
}

impl Files {
    fn new(paths: &[PathBuf]) -> Self {
        let paths = if paths.is_empty() { vec![PathBuf::from("-")] } else { paths.to_vec() };
        Self { waiting: paths.into_iter(), open: None, read: Arc::default() }
    }

    /// Bytes of all files; none where one of them is no file.
    fn length(&self) -> Option<u64> {
        self.waiting.as_slice().iter().map(|path| open_file(path).ok().map(|(_, length)| length)).sum()
    }

    /// The next lines, so many at most; none at the end of the last file. What was read before a fault comes first.
    fn next(&mut self, most: usize) -> Option<Piece> {
        loop {
            let file = match &mut self.open {
                Some(file) => file,
                none => {
                    let path = self.waiting.next()?;
                    let name: Arc<str> = crate::domain::text::shown(&path.to_string_lossy()).into();
                    match source(&path, &self.read).and_then(Items::new) {
                        Ok(items) => {
                            let columns = items.heading().map(Arc::from);
                            none.insert(Opened { name, items, columns })
                        }
                        Err(error) => return Some(Piece::Stopped(Stopped(name, error))),
                    }
                }
            };
            let mut items = Vec::with_capacity(most);
            let mut fault = None;
            while items.len() < most {
                match file.items.take() {
                    Ok(Some(item)) => items.push(item),
                    Ok(None) => break,
                    Err(error) => {
                        fault = Some(error);
                        break;
                    }
                }
            }
            let name = Arc::clone(&file.name);
            match fault {
                Some(fault) if items.is_empty() => {
                    self.open = None;
                    return Some(Piece::Stopped(Stopped(name, fault)));
                }
                Some(fault) => file.items.fail(fault),
                None if items.is_empty() => {
                    self.open = None;
                    continue;
                }
                None => {}
            }
            return Some(Piece::Lines { name, columns: file.columns.clone(), items });
        }
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

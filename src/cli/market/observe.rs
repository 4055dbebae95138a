//! `rolecall market observe`: ads from files or standard input, one record a line, in order.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use super::{Files, Piece, Stopped};
use crate::cli::args::{Format, Observe};
use crate::cli::{Ended, Failure, Session, batch, out};
use crate::domain::job::audit::described::Described;
use crate::domain::market::observe::Employers;
use crate::domain::market::record::Unreadable;
use crate::domain::message::{ids, said};
use crate::toolkit::market::{Lines, Mapping, heading};
use crate::toolkit::read_file;

/// Ads handed to a worker together.
const TOGETHER: usize = 32;
/// Largest salt, in bytes.
const SALT: u64 = 4 << 10;

/// What became of a piece.
#[derive(Default)]
struct Read {
    lines: Vec<u8>,
    ads: u64,
    roles: u64,
    priced: u64,
    unread: BTreeMap<Unreadable, u64>,
    stopped: Option<Stopped>,
}

/// Reads the files.
pub(super) fn run(session: &Session, options: &Observe) -> Result<Ended, Failure> {
    let lines = match session.global.format {
        Format::Text | Format::Jsonl | Format::Json => Lines::Json,
        Format::Csv => Lines::Csv,
        _ => return Err(Failure::from(ids::MARKET_OBSERVE_FORMAT)),
    };
    let mut mapping = Mapping::default();
    for part in &options.map {
        mapping.add(part).map_err(|field| {
            Failure::from(said!(MARKET_MAP_UNKNOWN, field = field, fields = Mapping::fields().join(", ")))
        })?;
    }
    let employers = employers(session, options)?;
    let toolkit = session.toolkit()?;
    let observer = toolkit
        .observer(&mapping, &employers, lines, session.asking)
        .map_err(|error| session.failure(error))?;
    let mut files = Files::new(&options.files);
    let progress = Progress::new(&files);
    let next = || files.next(TOGETHER);
    let work = |piece: Piece| {
        let mut read = Read::default();
        match piece {
            Piece::Stopped(stopped) => read.stopped = Some(stopped),
            Piece::Lines { name, columns, items } => {
                for (at, item) in items {
                    let place = format!("{name}:{at}");
                    let written = observer.write(item, columns.as_deref(), &place, &mut read.lines);
                    match written.unread {
                        Some(reason) => *read.unread.entry(reason).or_default() += 1,
                        None => read.ads += 1,
                    }
                    let ours = |role: Described| !matches!(role, Described::Other | Described::Undetermined);
                    read.roles += u64::from(written.role.is_some_and(ours));
                    read.priced += u64::from(written.priced);
                }
            }
        }
        read
    };
    let mut total = Read::default();
    let mut stopped = false;
    let mut output = std::io::BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let terminal = std::io::stdout().is_terminal();
    if lines == Lines::Csv {
        output.write_all(heading().as_bytes())?;
    }
    batch::ordered(batch::jobs(options.jobs), next, work, |read: Read| -> Result<(), Failure> {
        if terminal {
            output.write_all(out::clean(&String::from_utf8_lossy(&read.lines)).as_bytes())?;
        } else {
            output.write_all(&read.lines)?;
        }
        total.ads += read.ads;
        total.roles += read.roles;
        total.priced += read.priced;
        for (reason, count) in read.unread {
            *total.unread.entry(reason).or_default() += count;
        }
        if let Some(file) = read.stopped {
            stopped = true;
            file.tell(session);
        }
        progress.told(session, total.ads);
        Ok(())
    })?;
    output.flush()?;
    progress.end();
    let words = session.words();
    out::remark(&words.say(said!(
        MARKET_OBSERVED,
        ads = total.ads.to_string(),
        roles = total.roles.to_string(),
        priced = total.priced.to_string()
    )));
    if !total.unread.is_empty() {
        let reasons: Vec<String> =
            total.unread.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
        let n: u64 = total.unread.values().sum();
        out::remark(&words.say(said!(
            MARKET_OBSERVED_UNREAD,
            n = usize::try_from(n).unwrap_or(usize::MAX),
            reasons = reasons.join(", ")
        )));
    }
    if stopped { Err(Failure::from(ids::MARKET_INCOMPLETE)) } else { Ok(Ended::Answered) }
}

/// What becomes of the names of employers.
fn employers(session: &Session, options: &Observe) -> Result<Employers, Failure> {
    if options.keep_employer {
        return Ok(Employers::Kept);
    }
    let Some(path) = options.salt_file.as_deref() else {
        out::remark(session.words().get(ids::MARKET_NO_SALT));
        return Ok(Employers::Hashed(Vec::new()));
    };
    salt(path).map(Employers::Hashed)
}

fn salt(path: &Path) -> Result<Vec<u8>, Failure> {
    let file = path.display().to_string();
    let bytes = read_file(path, SALT).map_err(|error| Failure::Ask(format!("{file}: {error}")))?;
    let bytes = bytes.trim_ascii().to_vec();
    if bytes.is_empty() { Err(Failure::from(said!(MARKET_SALT_EMPTY, file = file))) } else { Ok(bytes) }
}

/// How far the reading is, on a terminal.
struct Progress {
    bar: indicatif::ProgressBar,
    read: Arc<std::sync::atomic::AtomicU64>,
    begun: Instant,
}

impl Progress {
    fn new(files: &Files) -> Self {
        let bar = match (std::io::stderr().is_terminal(), files.length()) {
            (false, _) => indicatif::ProgressBar::hidden(),
            (true, Some(length)) => indicatif::ProgressBar::new(length),
            (true, None) => indicatif::ProgressBar::new_spinner(),
        };
        if let Ok(style) = indicatif::ProgressStyle::with_template("{bar:30} {percent:>3} % {msg} {eta}") {
            bar.set_style(style);
        }
        Self { bar, read: Arc::clone(&files.read), begun: Instant::now() }
    }

    fn told(&self, session: &Session, ads: u64) {
        if self.bar.is_hidden() {
            return;
        }
        let seconds = self.begun.elapsed().as_secs().max(1);
        self.bar.set_position(self.read.load(Ordering::Relaxed));
        let rate = (ads / seconds).to_string();
        self.bar.set_message(session.words().say(said!(MARKET_PROGRESS, ads = ads.to_string(), rate = rate)));
    }

    fn end(&self) {
        self.bar.finish_and_clear();
    }
}

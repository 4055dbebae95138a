//! `rolecall market build` and `merge`: records to figures, or to counts that can be merged.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Files, Opened, jobs};
use crate::cli::args::{Build, Format, Merge};
use crate::cli::{Ended, Failure, Session, batch, out};
use crate::domain::market::record::Unreadable;
use crate::domain::message::{ids, said};
use crate::toolkit::market::{Counting, Counts, Gathered, Item, Naming, build, growth, overlay};
use crate::toolkit::{create_folder, write_file};

/// Records handed to a worker together.
const TOGETHER: usize = 4_096;

enum Piece {
    Records(Option<Arc<[String]>>, Vec<Item>),
    Stopped(Arc<str>, std::io::Error),
}

enum Counted {
    Records(Box<Gathered>),
    Stopped(Arc<str>, std::io::Error),
}

/// Counts the records of files; says what could not be read.
fn counted(
    session: &Session,
    files: &[PathBuf],
    asked: Option<std::num::NonZeroUsize>,
) -> Result<Counts, Failure> {
    let mut files = Files::new(files);
    let mut open: Option<Opened> = None;
    let next = || pieces(&mut files, &mut open);
    let work = |piece: Piece| match piece {
        Piece::Stopped(name, error) => Counted::Stopped(name, error),
        Piece::Records(columns, items) => {
            let mut gathered = Gathered::default();
            for item in items {
                gathered.item(item, columns.as_deref());
            }
            Counted::Records(Box::new(gathered))
        }
    };
    let mut all = Gathered::default();
    let mut stopped = false;
    batch::ordered(jobs(asked), next, work, |part| -> Result<(), Failure> {
        match part {
            Counted::Records(part) => all.merge(*part),
            Counted::Stopped(name, error) => {
                stopped = true;
                out::remark(&session.words().say(said!(
                    MARKET_STOPPED,
                    file = name.to_string(),
                    reason = error.to_string()
                )));
            }
        }
        Ok(())
    })?;
    let unknown = all.tally.unread.get(&Unreadable::UnknownForm).copied().unwrap_or(0);
    if all.tally.ads == 0 && unknown > 0 {
        return Err(Failure::from(ids::MARKET_NO_RECORDS));
    }
    // Figures of a part would pass for those of the whole.
    if stopped {
        return Err(Failure::from(ids::MARKET_INCOMPLETE));
    }
    Ok(all.counted())
}

fn pieces(files: &mut Files, open: &mut Option<Opened>) -> Option<Piece> {
    loop {
        if open.is_none() {
            match files.next()? {
                Ok(opened) => *open = Some(opened),
                Err((name, error)) => return Some(Piece::Stopped(name, error)),
            }
        }
        let Some(file) = open.as_mut() else { continue };
        let mut items = Vec::with_capacity(TOGETHER);
        while items.len() < TOGETHER {
            match file.items.take() {
                Ok(Some((_, item))) => items.push(item),
                Ok(None) => break,
                Err(error) => {
                    let name = Arc::clone(&file.name);
                    *open = None;
                    return Some(Piece::Stopped(name, error));
                }
            }
        }
        if items.is_empty() {
            *open = None;
            continue;
        }
        return Some(Piece::Records(file.columns.clone(), items));
    }
}

/// Makes figures.
pub(super) fn run(session: &Session, options: &Build) -> Result<Ended, Failure> {
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if options.name.is_empty() || !options.name.chars().all(sound) || options.name.starts_with('-') {
        return Err(Failure::from(said!(MARKET_NAME_UNUSABLE, name = &options.name)));
    }
    let toolkit = session.toolkit()?;
    let figures = build(&counted(session, &options.records, options.jobs)?);
    let growths = if options.before.is_empty() {
        None
    } else {
        Some(growth(&build(&counted(session, &options.before, options.jobs)?), &figures))
    };
    if let Some(folder) = &options.overlay {
        let naming = Naming {
            id: options.name.clone(),
            publisher: options.publisher.clone(),
            made_on: session.asking.as_of,
        };
        for (path, text) in overlay(&figures, growths.as_ref(), &naming) {
            write(&folder.join(path), text.as_bytes(), options.force)?;
        }
    }
    let printed = figures.figures.iter().any(|item| item.band.is_some());
    let answer =
        toolkit.market_answer(figures, growths, session.asking).map_err(|error| session.failure(error))?;
    if let Some(file) = &options.sheet {
        let extension =
            file.extension().and_then(|extension| extension.to_str()).unwrap_or("").to_lowercase();
        let bytes = match extension.as_str() {
            "csv" => answer.csv(),
            "xlsx" => toolkit.market_workbook(&answer).map_err(|error| session.failure(error))?,
            _ => {
                return Err(Failure::from(said!(
                    CLI_NAME_MUST_END_CSV_XLSX,
                    file = file.display().to_string()
                )));
            }
        };
        write(file, &bytes, options.force)?;
    }
    match session.global.format {
        Format::Csv => out::result(&answer.csv())?,
        _ => session.answer(&toolkit, "market", &answer)?,
    }
    if let Some(folder) = &options.overlay {
        out::remark(&session.words().say(said!(MARKET_BUILT, folder = folder.display().to_string())));
    }
    Ok(if printed { Ended::Answered } else { Ended::Findings })
}

fn write(file: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let made = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => create_folder(folder),
        _ => Ok(()),
    };
    made.and_then(|()| write_file(file, bytes, force)).map_err(|error| {
        let name = file.display().to_string();
        match error.kind() {
            std::io::ErrorKind::AlreadyExists => Failure::from(said!(CLI_FILE_EXISTS, file = name)),
            _ => Failure::Ask(format!("{name}: {error}")),
        }
    })
}

/// Writes counts.
pub(super) fn merge(session: &Session, options: &Merge) -> Result<Ended, Failure> {
    match session.global.format {
        Format::Text | Format::Jsonl | Format::Json => {}
        _ => return Err(Failure::from(ids::MARKET_MERGE_FORMAT)),
    }
    let counts = counted(session, &options.records, options.jobs)?;
    let mut output = std::io::BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    for line in counts.lines() {
        output.write_all(line.as_bytes())?;
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(Ended::Answered)
}

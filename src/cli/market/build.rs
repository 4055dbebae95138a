//! `rolecall market build` and `merge`: records to figures, or to counts that can be merged.

use std::io::Write;
use std::path::PathBuf;

use super::{Files, Piece, Stopped};
use crate::cli::args::{Build, Format, Merge};
use crate::cli::{Ended, Failure, Session, batch, file, out};
use crate::domain::market::record::Unreadable;
use crate::domain::message::{ids, said};
use crate::toolkit::market::{Counting, Counts, GROWTH, Gathered, Naming, build, growth};
use crate::toolkit::{Sheet, create_folder, remove_file};

/// Records handed to a worker together.
const TOGETHER: usize = 4_096;

/// What became of a piece.
enum Counted {
    Records(Box<Gathered>),
    Stopped(Stopped),
}

/// Counts the records of files; says what could not be read.
fn counted(
    session: &Session,
    files: &[PathBuf],
    asked: Option<std::num::NonZeroUsize>,
) -> Result<Counts, Failure> {
    let mut files = Files::new(files);
    let next = || files.next(TOGETHER);
    let work = |piece: Piece| match piece {
        Piece::Stopped(stopped) => Counted::Stopped(stopped),
        Piece::Lines { columns, items, .. } => {
            let mut gathered = Gathered::default();
            for (_, item) in items {
                gathered.item(item, columns.as_deref());
            }
            Counted::Records(Box::new(gathered))
        }
    };
    let mut all = Gathered::default();
    let mut stopped = false;
    batch::ordered(batch::jobs(asked), next, work, |part| -> Result<(), Failure> {
        match part {
            Counted::Records(part) => all.merge(*part),
            Counted::Stopped(file) => {
                stopped = true;
                file.tell(session);
            }
        }
        Ok(())
    })?;
    let unknown = all.tally.unread.get(&Unreadable::UnknownForm).copied().unwrap_or(0);
    if all.tally.ads == 0 && unknown > 0 {
        return Err(Failure::from(ids::MARKET_NO_RECORDS));
    }
    if !all.whole() {
        return Err(Failure::from(ids::MARKET_PARTIAL_BROKEN));
    }
    // Figures of a part would pass for those of the whole.
    if stopped {
        return Err(Failure::from(ids::MARKET_INCOMPLETE));
    }
    Ok(all.counted())
}

/// Makes figures.
pub(super) fn run(session: &Session, options: &Build) -> Result<Ended, Failure> {
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if options.name.is_empty() || !options.name.chars().all(sound) || options.name.starts_with('-') {
        return Err(Failure::from(said!(MARKET_NAME_UNUSABLE, name = &options.name)));
    }
    let toolkit = session.toolkit()?;
    if toolkit.knows_source(&options.name) {
        return Err(Failure::from(said!(MARKET_NAME_TAKEN, name = &options.name)));
    }
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
        let tables = toolkit.market_overlay(&figures, growths.as_ref(), &naming);
        // All or nothing: half an overlay would pass for a whole one.
        if !options.force
            && let Some((path, _)) = tables.iter().find(|(path, _)| folder.join(path).exists())
        {
            return Err(Failure::from(said!(
                CLI_FILE_EXISTS,
                file = folder.join(path).display().to_string()
            )));
        }
        // Growth of another time would be used with these figures.
        let stale = folder.join(GROWTH);
        if options.force && !tables.iter().any(|(path, _)| *path == GROWTH) && stale.exists() {
            remove_file(&stale).map_err(|error| Failure::Ask(format!("{}: {error}", stale.display())))?;
        }
        for (path, text) in tables {
            let path = folder.join(path);
            if let Some(folder) = path.parent() {
                create_folder(folder)
                    .map_err(|error| Failure::Ask(format!("{}: {error}", folder.display())))?;
            }
            file::save(&path, &text, options.force)?;
        }
    }
    let printed = figures.figures.iter().any(|item| item.band.is_some());
    let answer =
        toolkit.market_answer(figures, growths, session.asking).map_err(|error| session.failure(error))?;
    if let Some(file) = &options.sheet {
        let bytes = match file::sheet(file)? {
            Sheet::Csv => answer.csv(),
            Sheet::Xlsx => toolkit.market_workbook(&answer).map_err(|error| session.failure(error))?,
        };
        file::save(file, &bytes, options.force)?;
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

//! `rolecall data export`, `backtest`, `bands`.

use std::path::Path;

use super::{Failure, Session, file, out};
use crate::domain::message::said;
use crate::toolkit::export_data;

pub(super) fn export(session: &Session, folder: &Path) -> Result<(), Failure> {
    let count = export_data(folder).map_err(|error| Failure::Ask(error.to_string()))?;
    out::remark(&session.words().say(said!(
        CLI_FILES_WRITTEN_KEEP_THOSE_CHANGE,
        count = count,
        folder = folder.display().to_string()
    )));
    Ok(())
}

pub(super) fn backtest(session: &Session) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let answer = toolkit.backtest(session.asking).map_err(|error| session.failure(error))?;
    session.answer(&toolkit, "backtest", &answer)
}

pub(super) fn bands(session: &Session, file: &Path, force: bool) -> Result<(), Failure> {
    let kind = file::sheet(file)?;
    let toolkit = session.toolkit()?;
    let table = toolkit.salary_table(session.asking).map_err(|error| session.failure(error))?;
    let bytes = toolkit.sheet(&table, kind, session.asking.lang).map_err(|error| session.failure(error))?;
    file::save(file, &bytes, force)?;
    let count = table.bands.len();
    out::remark(&session.words().say(said!(
        CLI_BANDS_WRITTEN,
        count = count,
        file = file.display().to_string()
    )));
    Ok(())
}

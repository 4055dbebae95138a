//! `rolecall data export`, `backtest`, `bands`.

use std::path::Path;

use super::{Failure, Session, out};
use crate::domain::message::said;
use crate::toolkit::{Sheet, export_data, write_file};

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
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or("").to_lowercase();
    let sheet = match extension.as_str() {
        "csv" => Sheet::Csv,
        "xlsx" => Sheet::Xlsx,
        _ => {
            return Err(Failure::from(said!(CLI_NAME_MUST_END_CSV_XLSX, file = file.display().to_string())));
        }
    };
    let toolkit = session.toolkit()?;
    let table = toolkit.salary_table(session.asking).map_err(|error| session.failure(error))?;
    let bytes = toolkit.sheet(&table, sheet, session.asking.lang).map_err(|error| session.failure(error))?;
    write_file(file, &bytes, force).map_err(|error| {
        let file = file.display().to_string();
        match error.kind() {
            std::io::ErrorKind::AlreadyExists => Failure::from(said!(CLI_FILE_EXISTS, file = file)),
            _ => Failure::Ask(format!("{file}: {error}")),
        }
    })?;
    let count = table.bands.len();
    out::remark(&session.words().say(said!(
        CLI_BANDS_WRITTEN,
        count = count,
        file = file.display().to_string()
    )));
    Ok(())
}

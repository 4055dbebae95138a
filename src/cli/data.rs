//! `rolecall data export`, `backtest`, `bands`.

use std::path::Path;

use super::{Failure, Session, out};
use crate::domain::text::Lang;
use crate::toolkit::export_data;

pub(super) fn export(session: &Session, folder: &Path) -> Result<(), Failure> {
    let count = export_data(folder).map_err(|error| Failure::Ask(error.to_string()))?;
    out::remark(&match session.asking.lang {
        Lang::Fr => format!(
            "{count} fichiers écrits dans {}\u{202f}; gardez ceux que vous changez, puis «\u{a0}rolecall check --data-dir {}\u{a0}»",
            folder.display(),
            folder.display()
        ),
        Lang::En => format!(
            "{count} files written to {}; keep those that you change, then `rolecall check --data-dir {}`",
            folder.display(),
            folder.display()
        ),
    });
    Ok(())
}

pub(super) fn backtest(session: &Session) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let answer = toolkit.backtest(session.asking).map_err(|error| session.failure(error))?;
    session.answer(&toolkit, "backtest", &answer)
}

pub(super) fn bands(_session: &Session, _file: &Path) -> Result<(), Failure> {
    Ok(())
}

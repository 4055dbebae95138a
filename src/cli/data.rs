//! `rolecall data export`, `backtest`, `bands`.

use std::path::Path;

use super::{Failure, Session, out};
use crate::domain::text::Lang;
use crate::toolkit::{Sheet, export_data, write_file};

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

pub(super) fn bands(session: &Session, file: &Path, force: bool) -> Result<(), Failure> {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or("").to_lowercase();
    let sheet = match extension.as_str() {
        "csv" => Sheet::Csv,
        "xlsx" => Sheet::Xlsx,
        _ => {
            return Err(Failure::Ask(match session.asking.lang {
                Lang::Fr => format!("{}\u{a0}: le nom doit finir par .csv ou .xlsx", file.display()),
                Lang::En => format!("{}: the name must end in .csv or .xlsx", file.display()),
            }));
        }
    };
    let toolkit = session.toolkit()?;
    let table = toolkit.salary_table(session.asking).map_err(|error| session.failure(error))?;
    let bytes = toolkit.sheet(&table, sheet, session.asking.lang).map_err(|error| session.failure(error))?;
    write_file(file, &bytes, force).map_err(|error| {
        Failure::Ask(match (error.kind(), session.asking.lang) {
            (std::io::ErrorKind::AlreadyExists, Lang::Fr) => {
                format!("{}\u{a0}: il existe déjà\u{202f}; ajoutez --force pour le remplacer", file.display())
            }
            (std::io::ErrorKind::AlreadyExists, Lang::En) => {
                format!("{}: exists already; add --force to replace it", file.display())
            }
            _ => format!("{}: {error}", file.display()),
        })
    })?;
    let count = table.bands.len();
    out::remark(&match session.asking.lang {
        Lang::Fr => format!("{count} fourchettes écrites dans {}", file.display()),
        Lang::En => format!("{count} bands written to {}", file.display()),
    });
    Ok(())
}

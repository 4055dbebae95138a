//! The table of bands as CSV; `workbook.rs` writes it for spreadsheets.

use crate::domain::pay::answer::{BandRow, BandTable};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Comma-separated values, UTF-8.
    Csv,
    /// Office Open XML workbook.
    Xlsx,
}

impl Sheet {
    /// Media type of a workbook.
    pub const XLSX_TYPE: &'static str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => Self::XLSX_TYPE,
        }
    }
}

/// Column names: those of the JSON, so that programs find them; the workbook has them in the reader's language.
const COLUMNS: [&str; 10] =
    ["role", "level", "country", "region", "p25", "p50", "p75", "currency", "grade", "sources"];

pub(super) fn words(row: &BandRow) -> [String; 4] {
    [
        row.role.id().to_owned(),
        row.level.map_or(String::new(), |level| level.id().to_owned()),
        row.country.clone(),
        row.region.clone().unwrap_or_default(),
    ]
}

/// A cell that no spreadsheet takes for a formula: those that begin like one get an apostrophe in front, as people write
/// it.
fn inert(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}

/// The table as CSV, with `as_of` and `data_version` in every line, so that a line taken out of it still says them.
///
/// # Errors
/// Writing to memory fails, which it does not.
pub fn csv(table: &BandTable<'_>) -> Result<Vec<u8>, std::io::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let (day, version) = (table.meta.as_of.to_string(), table.meta.data_version);
    writer.write_record(COLUMNS.iter().copied().chain(["as_of", "data_version"]))?;
    for row in &table.bands {
        let amount = |amount: Option<u64>| amount.map_or(String::new(), |amount| amount.to_string());
        let numbers = [amount(row.p25), amount(row.p50), amount(row.p75)];
        let rest = [row.currency.to_owned(), row.grade.id().to_owned(), row.sources.to_string()];
        let dated = [day.clone(), version.to_owned()];
        writer.write_record(words(row).into_iter().chain(numbers).chain(rest).chain(dated).map(inert))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(inert(cell.to_owned()), format!("'{cell}"));
        }
        assert_eq!(inert("FR-IDF".to_owned()), "FR-IDF");
    }
}

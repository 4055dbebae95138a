//! The table of bands as CSV; `workbook.rs` writes it for spreadsheets.

use crate::domain::message::{Message, ids};
use crate::domain::pay::answer::{BandRow, BandTable};
use crate::domain::pay::job::Community;
use crate::domain::vocab::Level;

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

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Empty,
    /// A word or code.
    Text(String),
    /// Whole units of a currency.
    Amount(u64),
    /// Another number.
    Number(f64),
}

/// A column of the table.
pub(super) struct Column {
    /// Its name in CSV: that of the JSON, so that programs find it.
    pub(super) id: &'static str,
    /// Its heading in the workbook.
    #[cfg_attr(not(feature = "tables"), expect(dead_code, reason = "for workbooks only"))]
    pub(super) heading: Message,
    /// Its width there, in characters.
    #[cfg_attr(not(feature = "tables"), expect(dead_code, reason = "for workbooks only"))]
    pub(super) width: u8,
    /// What stands in it.
    pub(super) cell: fn(&BandRow) -> Cell,
}

const fn column(id: &'static str, heading: Message, width: u8, cell: fn(&BandRow) -> Cell) -> Column {
    Column { id, heading, width, cell }
}

fn text(text: Option<&str>) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))
}

fn amount(amount: Option<u64>) -> Cell {
    amount.map_or(Cell::Empty, Cell::Amount)
}

fn number(number: Option<f64>) -> Cell {
    number.map_or(Cell::Empty, Cell::Number)
}

/// The columns, in order.
pub(super) const COLUMNS: [Column; 21] = [
    column("role", ids::COLUMN_ROLE, 22, |row| text(Some(row.role.id()))),
    column("level", ids::COLUMN_LEVEL, 9, |row| text(row.level.map(Level::id))),
    column("years", ids::COLUMN_YEARS, 8, |row| {
        row.years.map_or(Cell::Empty, |years| Cell::Number(years.into()))
    }),
    column("country", ids::COLUMN_COUNTRY, 9, |row| text(Some(&row.country))),
    column("region", ids::COLUMN_REGION, 9, |row| text(row.region.as_deref())),
    column("area", ids::COLUMN_AREA, 18, |row| text(row.area.as_deref())),
    column("community", ids::COLUMN_COMMUNITY, 12, |row| text(row.community.map(Community::id))),
    column("p10", ids::COLUMN_P10, 14, |row| amount(row.p10)),
    column("p25", ids::COLUMN_P25, 14, |row| amount(row.p25)),
    column("p50", ids::COLUMN_P50, 12, |row| amount(row.p50)),
    column("p75", ids::COLUMN_P75, 14, |row| amount(row.p75)),
    column("p90", ids::COLUMN_P90, 14, |row| amount(row.p90)),
    column("interval_low", ids::COLUMN_INTERVAL_LOW, 16, |row| amount(row.interval_low)),
    column("interval_high", ids::COLUMN_INTERVAL_HIGH, 16, |row| amount(row.interval_high)),
    column("interval_percent", ids::COLUMN_INTERVAL_PERCENT, 8, |row| number(row.interval_percent)),
    column("effective_sources", ids::COLUMN_EFFECTIVE_SOURCES, 16, |row| number(row.effective_sources)),
    column("derived", ids::COLUMN_DERIVED, 9, |row| text(Some(if row.derived { "yes" } else { "no" }))),
    column("currency", ids::COLUMN_CURRENCY, 9, |row| text(Some(row.currency))),
    column("grade", ids::COLUMN_GRADE, 12, |row| text(Some(row.grade.id()))),
    column("oldest", ids::COLUMN_OLDEST, 16, |row| text(row.oldest.as_deref())),
    column("newest", ids::COLUMN_NEWEST, 16, |row| text(row.newest.as_deref())),
];

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
    writer.write_record(COLUMNS.iter().map(|column| column.id).chain(["as_of", "data_version"]))?;
    for row in &table.bands {
        let cells = COLUMNS.iter().map(|column| match (column.cell)(row) {
            Cell::Empty => String::new(),
            Cell::Text(text) => inert(text),
            Cell::Amount(amount) => amount.to_string(),
            Cell::Number(number) => number.to_string(),
        });
        writer.write_record(cells.chain([day.clone(), version.to_owned()]))?;
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

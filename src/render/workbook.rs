//! The table of bands as a workbook for spreadsheets.

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::sheet::{COLUMNS, Cell};
use crate::domain::message::{Words, ids, said};
use crate::domain::pay::answer::BandTable;
use crate::domain::rounding::to_float;

/// A table of words and numbers as a workbook: a heading, then rows.
///
/// # Errors
/// What the writer of workbooks reports.
pub fn plain(table: &[Vec<String>], as_of: crate::domain::dated::Day) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook
        .set_properties(&DocProperties::new().set_title("rolecall").set_creation_datetime(&created(as_of)?));
    let sheet = workbook.add_worksheet();
    let head = Format::new().set_bold();
    let (mut last_row, mut last_column) = (0, 0);
    for (row, cells) in (0_u32..).zip(table) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell.parse::<f64>() {
                _ if row == 0 => drop(sheet.write_with_format(0, column, cell, &head)?),
                Ok(number) if number.is_finite() => drop(sheet.write_number(row, column, number)?),
                _ if cell.is_empty() => {}
                _ => drop(sheet.write_string(row, column, cell)?),
            }
            last_column = last_column.max(column);
        }
        last_row = row;
    }
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

/// When a workbook is said to be made: the same table gives the same bytes.
fn created(day: crate::domain::dated::Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(
        u16::try_from(day.year().clamp(1900, 9999)).unwrap_or(1900),
        u8::try_from(day.month()).unwrap_or(1),
        u8::try_from(day.day()).unwrap_or(1),
    )
}

/// The table as a workbook: bands on the first sheet with a filter, how to read them and the sources on the second.
///
/// # Errors
/// What the writer of workbooks reports.
pub fn xlsx(table: &BandTable<'_>, note: &str, words: Words<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = created(table.meta.as_of)?;
    workbook.set_properties(&DocProperties::new().set_title("rolecall").set_creation_datetime(&created));
    let (head, amount) = (Format::new().set_bold(), Format::new().set_num_format("#,##0"));
    let (first, second) = (words.get(ids::SHEET_BANDS), words.get(ids::SHEET_SOURCES));
    let sheet = workbook.add_worksheet().set_name(first)?;
    let mut last_column = 0;
    for (at, column) in (0_u16..).zip(&COLUMNS) {
        sheet.write_with_format(0, at, words.get(column.heading), &head)?;
        sheet.set_column_width(at, column.width)?;
        last_column = at;
    }
    let mut last = 0;
    for (line, row) in (1_u32..).zip(&table.bands) {
        last = line;
        for (at, column) in (0_u16..).zip(&COLUMNS) {
            match (column.cell)(row) {
                Cell::Empty => {}
                Cell::Text(text) => drop(sheet.write_string(line, at, text)?),
                Cell::Amount(number) => {
                    sheet.write_number_with_format(line, at, to_float(number), &amount)?;
                }
                Cell::Number(number) => drop(sheet.write_number(line, at, number)?),
            }
        }
    }
    sheet.autofilter(0, 0, last, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    let sheet = workbook.add_worksheet().set_name(second)?;
    sheet.write_string(0, 0, note)?;
    sheet.write_string(
        1,
        0,
        words.say(said!(
            SHEET_STAMP,
            as_of = table.meta.as_of.to_string(),
            version = table.meta.data_version
        )),
    )?;
    let columns = [
        ids::SHEET_ID,
        ids::SHEET_TITLE,
        ids::SHEET_PUBLISHER,
        ids::SHEET_DATE,
        ids::SHEET_RELIABILITY,
        ids::SHEET_ADDRESS,
    ]
    .map(|heading| words.get(heading));
    for (column, heading) in (0_u16..).zip(columns) {
        sheet.write_with_format(3, column, heading, &head)?;
    }
    for (line, source) in (4_u32..).zip(&table.meta.sources) {
        let cells = [
            source.id,
            source.title,
            source.publisher,
            source.published.unwrap_or(""),
            source.reliability.id(),
            source.url.unwrap_or(""),
        ];
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(line, column, cell)?;
        }
    }
    for (column, width) in (0_u16..).zip([28, 60, 30, 12, 12, 60]) {
        sheet.set_column_width(column, width)?;
    }
    workbook.save_to_buffer()
}

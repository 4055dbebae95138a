//! The table of bands as a workbook for spreadsheets.

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::sheet::words;
use crate::domain::pay::answer::BandTable;
use crate::domain::text::Lang;

fn headings(lang: Lang) -> [&'static str; 10] {
    match lang {
        Lang::Fr => [
            "Rôle",
            "Niveau",
            "Pays",
            "Région",
            "1er quartile",
            "Médiane",
            "3e quartile",
            "Devise",
            "Confiance",
            "Sources",
        ],
        Lang::En => [
            "Role",
            "Level",
            "Country",
            "Region",
            "First quartile",
            "Median",
            "Third quartile",
            "Currency",
            "Confidence",
            "Sources",
        ],
    }
}

/// The table as a workbook: bands on the first sheet with a filter, how to read them and the sources on the second.
///
/// # Errors
/// What the writer of workbooks reports.
pub fn xlsx(table: &BandTable<'_>, note: &str, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same table gives the same bytes.
    let created = ExcelDateTime::from_ymd(
        u16::try_from(table.meta.as_of.year().clamp(1900, 9999)).unwrap_or(1900),
        u8::try_from(table.meta.as_of.month()).unwrap_or(1),
        u8::try_from(table.meta.as_of.day()).unwrap_or(1),
    )?;
    workbook.set_properties(&DocProperties::new().set_title("rolecall").set_creation_datetime(&created));
    let (head, amount) = (Format::new().set_bold(), Format::new().set_num_format("#,##0"));
    let (first, second) = if lang == Lang::Fr { ("Fourchettes", "Sources") } else { ("Bands", "Sources") };
    let sheet = workbook.add_worksheet().set_name(first)?;
    for (column, heading) in (0_u16..).zip(headings(lang)) {
        sheet.write_with_format(0, column, heading, &head)?;
    }
    let mut last = 0;
    for (line, row) in (1_u32..).zip(&table.bands) {
        last = line;
        for (column, text) in (0_u16..).zip(words(row)) {
            sheet.write_string(line, column, text)?;
        }
        for (column, number) in (4_u16..).zip([row.p25, row.p50, row.p75]) {
            if let Some(number) = number.and_then(|number| u32::try_from(number).ok()) {
                sheet.write_number_with_format(line, column, number, &amount)?;
            }
        }
        sheet.write_string(line, 7, row.currency)?;
        sheet.write_string(line, 8, row.grade.id())?;
        sheet.write_number(line, 9, u32::try_from(row.sources).unwrap_or(u32::MAX))?;
    }
    sheet.autofilter(0, 0, last, 9)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, width) in (0_u16..).zip([22, 9, 9, 9, 14, 12, 14, 9, 12, 9]) {
        sheet.set_column_width(column, width)?;
    }
    let sheet = workbook.add_worksheet().set_name(second)?;
    sheet.write_string(0, 0, note)?;
    sheet.write_string(1, 0, format!("as_of {} · data {}", table.meta.as_of, table.meta.data_version))?;
    let columns = match lang {
        Lang::Fr => ["id", "Titre", "Éditeur", "Date", "Fiabilité", "Adresse"],
        Lang::En => ["id", "Title", "Publisher", "Date", "Reliability", "Address"],
    };
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

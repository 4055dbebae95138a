//! `/v1/salary-bands`: one band, its picture, and the table of all.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::problem::{Busy, Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, Params};
use super::{Answered, File, reference};
use crate::app::App;
use crate::app::accept::{Settled, preferred};
use crate::domain::input::questions::BAND;
use crate::domain::input::schema::BandParams;
use crate::domain::message::{ids, said};
use crate::domain::pay::answer::{BandTable, SalaryBand};
use crate::toolkit::Sheet;

/// Find a market band
///
/// What a role pays somewhere: quartiles, the confidence in them, and every figure behind them. Insufficient evidence
/// gives no numbers.
#[utoipa::path(
    get,
    path = "/v1/salary-bands",
    tag = "pay",
    params(
        BandParams,
        AnswerParams
    ),
    responses(
        (status = 200, description = "The band and its evidence.", body = SalaryBand<'static>),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter is not known.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The question cannot be used; `errors` names every fault.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn find_salary_band(State(app): State<App>, mut params: Params) -> Answered {
    let question = Value::Object(params.question(BAND, &[]));
    let asking = params.done(&[])?;
    let band = app.toolkit().salary_band(&question, asking).map_err(|error| Problem::ask(&error))?;
    Ok(reference(&band, asking))
}

/// Draw a market band
///
/// The bands of the three levels as a picture, with the figures as dots and an offer as a marker; readable without colour
/// and by screen readers.
#[utoipa::path(
    get,
    path = "/v1/salary-bands/chart",
    tag = "pay",
    params(
        BandParams,
        ("offer" = Option<u64>, Query, description = "Yearly amount to mark.", minimum = 1, maximum = 1_000_000_000, example = 38000),
        AnswerParams
    ),
    responses(
        (status = 200, description = "The picture.", body = String, content_type = "image/svg+xml"),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The question cannot be used; `errors` names every fault.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn draw_salary_band(State(app): State<App>, mut params: Params) -> Answered {
    let offer = match params.take("offer") {
        None => None,
        Some(text) => Some(
            text.parse::<u64>()
                .ok()
                .filter(|amount| (1..=1_000_000_000).contains(amount))
                .ok_or_else(|| Problem::new("invalid-parameter", ids::API_OFFER_WRITE_WHOLE_AMOUNT_YEAR))?,
        ),
    };
    let question = Value::Object(params.question(BAND, &[]));
    let asking = params.done(&["offer"])?;
    let picture = app.toolkit().band_chart(&question, offer, asking).map_err(|error| Problem::ask(&error))?;
    Ok(file(picture.into_bytes(), "image/svg+xml", None))
}

/// Forms of the table.
#[derive(utoipa::ToSchema)]
#[schema(rename_all = "kebab-case")]
#[expect(dead_code, reason = "only described here")]
enum TableFormat {
    Json,
    Csv,
    Xlsx,
}

/// List all market bands
///
/// One line a role, level, country and region, as JSON, CSV or an Excel workbook.
#[utoipa::path(
    get,
    path = "/v1/salary-bands/table",
    tag = "pay",
    params(
        ("format" = inline(Option<TableFormat>), Query, description = "`json` (the default), `csv` or `xlsx`; wins over `Accept`.", example = "csv"),
        AnswerParams
    ),
    responses(
        (status = 200, description = "The table.", content(
            (BandTable<'static> = "application/json"),
            (String = "text/csv"),
            (File = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        )),
        (status = 304, description = "Unchanged since the `ETag` sent in `If-None-Match`."),
        (status = 400, description = "A parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited,
        Busy
    )
)]
pub(super) async fn list_salary_bands(
    State(app): State<App>,
    mut params: Params,
    headers: HeaderMap,
) -> Answered {
    // The parameter wins: a link cannot set `Accept`.
    let named = params.take("format");
    let format = named.clone().unwrap_or_else(|| {
        let offered = ["application/json", "text/csv", Sheet::XLSX_TYPE];
        match preferred(&headers, &offered) {
            Some("text/csv") => "csv".to_owned(),
            Some(Sheet::XLSX_TYPE) => "xlsx".to_owned(),
            _ => "json".to_owned(),
        }
    });
    let asking = params.done(&["format"])?;
    let sheet = match format.as_str() {
        "json" => None,
        "csv" => Some(Sheet::Csv),
        "xlsx" => Some(Sheet::Xlsx),
        other => {
            let other: String = other.chars().take(40).collect();
            return Err(Problem::new(
                "invalid-parameter",
                said!(
                    API_UNKNOWN_CHOICE,
                    name = "format",
                    given = other.escape_debug().to_string(),
                    accepted = "json, csv, xlsx"
                ),
            ));
        }
    };
    let asked = app.clone();
    let work = app.heavy(move |_| -> Answered {
        let failure = |error| Problem::ask(&error);
        let table = asked.toolkit().salary_table(asking).map_err(failure)?;
        let Some(sheet) = sheet else { return Ok(reference(&table, asking)) };
        let bytes = asked.toolkit().sheet(&table, sheet, asking.lang).map_err(failure)?;
        let name = if sheet == Sheet::Csv { "salary-bands.csv" } else { "salary-bands.xlsx" };
        Ok(file(bytes, sheet.media_type(), Some(name)))
    });
    let response = work.await.unwrap_or_else(|undone| Err(Problem::undone(undone)))?;
    Ok(settled(response, named.is_some()))
}

/// Marks a response whose form a parameter asked for.
fn settled(mut response: Response, named: bool) -> Response {
    if named {
        response.extensions_mut().insert(Settled);
    }
    response
}

fn file(bytes: Vec<u8>, media_type: &'static str, name: Option<&'static str>) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::VARY, HeaderValue::from_static("accept, accept-language"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    let disposition = name.map(|name| format!("attachment; filename=\"{name}\""));
    if let Some(value) = disposition.and_then(|text| HeaderValue::from_str(&text).ok()) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

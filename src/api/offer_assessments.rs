//! `/v1/offer-assessments`.

use axum::extract::State;

use super::problem::{Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, JsonBody, Params};
use super::{Answered, answer};
use crate::app::App;
use crate::domain::input::schema::OfferSchema;
use crate::domain::pay::answer::OfferAssessment;
use crate::toolkit::read_question;

/// Assess an offer
///
/// Annualised, measured against the band and the legal minimum, read for a candidate and for an employer; beside another
/// offer where `against` says what differs.
#[utoipa::path(
    post,
    path = "/v1/offer-assessments",
    tag = "pay",
    params(AnswerParams),
    request_body(
        content = OfferSchema,
        examples(
            ("junior-in-paris" = (summary = "A junior community manager in Paris", value = json!({"role": "cm", "level": "junior", "city": "Paris", "amount": 25000, "currency": "EUR", "period": "year"}))),
            ("thirteen-months" = (summary = "Thirteen monthly payments, part time", value = json!({"role": "smm", "level": "mid", "country": "FR", "amount": 2400, "currency": "EUR", "period": "month", "payments": 13, "fte": 0.8, "variable": 2000}))),
            ("two-offers" = (summary = "Two offers side by side", value = json!({"role": "smm", "level": "mid", "city": "Lyon", "amount": 38000, "currency": "EUR", "period": "year", "against": {"amount": 41000, "city": "Paris"}})))
        )
    ),
    responses(
        (status = 200, description = "The assessment.", body = OfferAssessment<'static>),
        (status = 400, description = "The body is not JSON, or a parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not sent as JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The offer cannot be used; `errors` names every fault.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn assess_offer(State(app): State<App>, params: Params, body: JsonBody) -> Answered {
    let lang = params.asking.lang;
    let asking = params.done(&[])?;
    let question = read_question(&body.0).map_err(|fault| Problem::no_json(&fault))?;
    let assessment = app.toolkit().assess_offer(&question, asking).map_err(|error| Problem::ask(&error))?;
    Ok(answer(&assessment, lang))
}

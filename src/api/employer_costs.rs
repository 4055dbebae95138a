//! `/v1/employer-costs`.

use axum::extract::State;

use super::problem::{Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, JsonBody, Params};
use super::{Answered, answer};
use crate::app::App;
use crate::domain::input::schema::CostSchema;
use crate::domain::pay::answer::EmployerCost;
use crate::toolkit::read_question;

/// Compute an employer cost
///
/// What a person costs a year, contribution by contribution, what remains of the pay, and what other ways cost: apprentice,
/// freelancer, agency.
#[utoipa::path(
    post,
    path = "/v1/employer-costs",
    tag = "pay",
    params(AnswerParams),
    request_body(
        content = CostSchema,
        examples(
            ("france" = (summary = "A company of thirty in France", value = json!({"country": "FR", "gross": 32000, "headcount": 30}))),
            ("executive" = (summary = "An executive in Paris", value = json!({"city": "Paris", "gross": 48000, "headcount": 120, "executive": true, "health_cover": 60}))),
            ("alternatives" = (summary = "Beside an apprentice, a freelancer and an agency", value = json!({"country": "FR", "gross": 32000, "headcount": 8, "apprentice": {"age": 21, "presence_percent": 60}, "freelance": {"day_rate": 350, "days": 80}, "agency": {"monthly_retainer": 1200}}))),
            ("budget" = (summary = "What a budget pays for in Lyon", value = json!({"city": "Lyon", "budget": 45000}))),
            ("association" = (summary = "An association in Lille", value = json!({"city": "Lille", "gross": 28000, "headcount": 20, "employer": "association"}))),
            ("germany" = (summary = "Germany", value = json!({"country": "DE", "gross": 42000})))
        )
    ),
    responses(
        (status = 200, description = "The cost.", body = EmployerCost<'static>),
        (status = 400, description = "The body is not JSON, or a parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not sent as JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The question cannot be used, or the place or day is not covered; `errors` names every fault.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn compute_employer_cost(
    State(app): State<App>,
    params: Params,
    body: JsonBody,
) -> Answered {
    let lang = params.asking.lang;
    let asking = params.done(&[])?;
    let question = read_question(&body.0).map_err(|fault| Problem::no_json(&fault))?;
    let cost = app.toolkit().employer_cost(&question, asking).map_err(|error| Problem::ask(&error))?;
    Ok(answer(&cost, lang))
}

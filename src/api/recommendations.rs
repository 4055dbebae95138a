//! `POST /v1/recommendations`, one profile or many.

use axum::extract::State;
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use utoipa::openapi::schema::{AnyOfBuilder, ArrayBuilder, ObjectBuilder, SchemaType};
use utoipa::openapi::{Ref, RefOr, Schema};

use super::problem::{Body, Busy, Limited, NotAcceptable, Problem};
use super::request::{AnswerParams, JsonBody, Params};
use super::{Answered, answer, sent};
use crate::app::App;
use crate::domain::decide::answer::Recommendation;
use crate::domain::input::fault::InputError;
use crate::domain::input::schema::ProfileSchema;
use crate::domain::json::Fault;
use crate::domain::message::said;
use crate::toolkit::to_json;

/// Say whom to hire
///
/// The verdict, whom to hire first, how to staff it, why, what would change it, and what to do next.
#[utoipa::path(
    post,
    path = "/v1/recommendations",
    tag = "decide",
    params(
        AnswerParams
    ),
    request_body(
        content = ProfileSchema,
        examples(
            ("start-up" = (summary = "A start-up launching its presence", value = json!({"presence_stage": "launching", "goals": ["awareness", "new-channels", "content-strategy"], "employees": 4}))),
            ("established" = (summary = "An established brand that wants loyal customers", value = json!({"presence_stage": "established", "goals": ["retention", "advocacy", {"goal": "awareness", "priority": "secondary"}], "employees": 60}))),
            ("one-salary" = (summary = "Both needs, one salary", value = json!({"presence_stage": "growing", "goals": ["retention", "content-strategy"], "employees": 5, "max_hires": 1}))),
            ("other-professions" = (summary = "A need of other professions", value = json!({"presence_stage": "launching", "goals": ["website", "seo"]})))
        )
    ),
    responses(
        (status = 200, description = "The recommendation.", body = Recommendation<'static>),
        (status = 400, description = "The body is not JSON, or a parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not sent as JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The profile cannot be used, or no rules answer for the day; `errors` names every fault.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited
    )
)]
pub(super) async fn create_recommendation(
    State(app): State<App>,
    params: Params,
    body: JsonBody,
) -> Answered {
    let lang = params.asking.lang;
    let asking = params.done(&[])?;
    app.process().metrics.answered("recommendation");
    let json = app.answers().get("recommendation", &body.0, asking, || {
        let profile = app.toolkit().read_profile(&body.0, true).map_err(|error| Problem::unread(&error))?;
        let recommendation =
            app.toolkit().recommend(&profile, asking).map_err(|error| Problem::ask(&error))?;
        Ok::<_, Problem>(to_json(&recommendation))
    })?;
    Ok(sent(json, lang))
}

/// Most profiles of one request.
const MOST_PROFILES: usize = 100;

/// The profiles of one request. What is no profile stops nothing, so that the document must allow it.
struct Profiles;

impl utoipa::PartialSchema for Profiles {
    fn schema() -> RefOr<Schema> {
        let anything = ObjectBuilder::new()
            .schema_type(SchemaType::AnyValue)
            .description(Some("Anything else; its place in the results holds the problem."));
        ArrayBuilder::new()
            .description(Some("One profile for each company."))
            .items(AnyOfBuilder::new().item(Ref::from_schema_name("Profile")).item(anything))
            .min_items(Some(1))
            .max_items(Some(MOST_PROFILES))
            .into()
    }
}

impl ToSchema for Profiles {}

/// What became of one profile: `recommendation`, or `problem`.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Outcome<'c> {
    /// The recommendation.
    Recommendation(Box<Recommendation<'c>>),
    /// Why there is none; its pointers begin at the profile.
    Problem(Box<Body>),
}

/// The answers to several profiles.
#[derive(Serialize, ToSchema)]
pub(super) struct Recommendations<'c> {
    /// One for each profile, in the order given.
    results: Vec<Outcome<'c>>,
    /// How many profiles could not be answered.
    failed: usize,
}

/// Say whom to hire, for several companies at once
///
/// A list of up to 100 profiles. A profile that cannot be used does not stop the others: its place in the results holds
/// the problem. An answer has about 20 kB for each profile, 4 MB at most.
#[utoipa::path(
    post,
    path = "/v1/recommendations/batch",
    tag = "decide",
    params(
        AnswerParams
    ),
    request_body(
        content = inline(Profiles),
        examples(
            ("two" = (summary = "Two companies", value = json!([{"presence_stage": "launching", "goals": ["awareness"], "employees": 4}, {"presence_stage": "established", "goals": ["retention"], "employees": 60}]))),
            ("one-wrong" = (summary = "The second profile names a country that there is not", value = json!([{"presence_stage": "growing", "goals": ["moderation"]}, {"presence_stage": "growing", "goals": ["moderation"], "country": "XX"}])))
        )
    ),
    responses(
        (status = 200, description = "One result for each profile.", body = Recommendations<'static>),
        (status = 400, description = "The body is not JSON, or a parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not sent as JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The body is no list of 1 to 100 profiles.", body = Problem, content_type = "application/problem+json"),
        NotAcceptable,
        Limited,
        Busy
    )
)]
pub(super) async fn create_recommendations(
    State(app): State<App>,
    params: Params,
    body: JsonBody,
) -> Answered {
    let lang = params.asking.lang;
    let asking = params.done(&[])?;
    let profiles: Vec<Box<RawValue>> = match serde_json::from_slice(&body.0) {
        Ok(profiles) => profiles,
        Err(error) if error.is_data() => return Err(Problem::input(&[no_list(0)])),
        Err(error) => return Err(Problem::no_json(&Fault::of(&body.0, &error))),
    };
    if profiles.is_empty() || profiles.len() > MOST_PROFILES {
        return Err(Problem::input(&[no_list(profiles.len())]));
    }
    let asked = app.clone();
    let work = app.heavy(move |wanted| {
        let one = |profile: &RawValue| {
            let read = asked.toolkit().read_profile(profile.get().as_bytes(), true);
            let profile = read.map_err(|error| Problem::unread(&error))?;
            let found = asked.toolkit().recommend(&profile, asking);
            found.map_err(|error| Problem::ask(&error))
        };
        let results: Vec<Outcome<'_>> = profiles
            .iter()
            .take_while(|_| wanted.still())
            .map(|profile| match one(profile) {
                Ok(found) => Outcome::Recommendation(Box::new(found)),
                Err(problem) => Outcome::Problem(Box::new(problem.written(asked.toolkit().words(lang)))),
            })
            .collect();
        let failed = results.iter().filter(|result| matches!(result, Outcome::Problem(_))).count();
        answer(&Recommendations { results, failed }, lang)
    });
    work.await.map_err(Problem::undone)
}

fn no_list(given: usize) -> InputError {
    InputError::new(
        "",
        "wrong-type",
        said!(FAULT_EXPECTED_LIST_1_PROFILES_GOT, given = given, most_profiles = MOST_PROFILES),
    )
}

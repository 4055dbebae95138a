//! `/v1/job-descriptions`.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::problem::{Busy, Limited, NotAcceptable, Problem, Unauthorized};
use super::request::{AnswerParams, JsonBody, Params};
use super::{Answered, File, answer};
use crate::app::App;
use crate::app::accept::preferred;
use crate::domain::input::schema::DraftSchema;
use crate::domain::job::draft::JobDescription;
use crate::domain::message::said;
use crate::toolkit::{Document, DraftForm, read_question};

/// What a request accepts: JSON (none), or the draft as a document.
fn wanted(headers: &HeaderMap) -> Result<Option<DraftForm>, Problem> {
    let forms = [DraftForm::Markdown, DraftForm::Html, DraftForm::Jsonld, DraftForm::Docx];
    let offered: Vec<&str> =
        std::iter::once("application/json").chain(forms.iter().map(|form| form.media_type())).collect();
    let chosen = preferred(headers, &offered)
        .ok_or_else(|| Problem::new("not-acceptable", said!(API_ACCEPT_ONE, offered = offered.join(", "))))?;
    Ok(forms.into_iter().find(|form| form.media_type() == chosen))
}

/// Which of the two texts.
#[derive(utoipa::ToSchema)]
#[schema(rename_all = "kebab-case")]
#[expect(dead_code, reason = "only described here")]
enum DocumentName {
    Ad,
    Description,
}

/// Draft a job description
///
/// From a brief in which everything is optional: what is missing is listed as gaps, and marked in the text. `Accept`
/// chooses the form: JSON, Markdown, HTML, DOCX, or schema.org `JobPosting` (`application/ld+json`), which is checked
/// before it is sent and never holds a proposed salary. `strict` refuses a draft without what the law of the place
/// requires.
#[utoipa::path(
    post,
    path = "/v1/job-descriptions",
    tag = "job",
    params(
        ("document" = inline(Option<DocumentName>), Query, description = "`ad` (default), or `description`, the internal document.", example = "ad"),
        AnswerParams
    ),
    request_body(
        content = DraftSchema,
        examples(
            ("lyon" = (summary = "A community manager in Lyon", value = json!({"role": "cm", "level": "mid", "language": "fr", "brief": {"company": {"name": "Exemple SAS", "activity": "matériel de randonnée", "employees": 25}, "place": {"city": "Lyon", "postal_code": "69003", "country": "FR"}, "remote_days": 2, "contract": "permanent", "hours_per_week": 35, "start_date": "2027-01-04", "presence_stage": "growing", "goals": ["retention", "moderation"], "pay": {"min": 28000, "max": 32000, "currency": "EUR", "period": "year"}, "benefits": ["mutuelle", "titres-restaurant"], "reports_to": "la responsable de la communication", "closing_date": "2026-12-31", "date_posted": "2026-11-23", "contact": "jobs@exemple.fr"}}))),
            ("little-known" = (summary = "Little is known yet", value = json!({"role": "smm", "language": "en"}))),
            ("from-the-band" = (summary = "Pay proposed from the market", value = json!({"role": "hybrid", "level": "mid", "language": "en", "brief": {"place": {"region": "US-CO"}, "contract": "permanent", "pay": "from-band", "goals": ["awareness", "community-bonding"]}})))
        )
    ),
    responses(
        (status = 200, description = "The draft.", content(
            (JobDescription<'static> = "application/json"),
            (String = "text/markdown"),
            (String = "text/html"),
            (Object = "application/ld+json"),
            (File = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        )),
        (status = 400, description = "The body is not JSON, or a parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not sent as JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The brief cannot be used, or the draft lacks what it must have; `errors` names every fault.", body = Problem, content_type = "application/problem+json"),
        Unauthorized,
        NotAcceptable,
        Limited,
        Busy
    )
)]
pub(super) async fn draft_job_description(
    State(app): State<App>,
    mut params: Params,
    headers: HeaderMap,
    body: JsonBody,
) -> Answered {
    let document = match params.take("document").as_deref() {
        None | Some("ad") => Document::Ad,
        Some("description") => Document::Description,
        Some(other) => {
            let other: String = other.chars().take(40).collect();
            return Err(Problem::new(
                "invalid-parameter",
                said!(
                    API_UNKNOWN_CHOICE,
                    name = "document",
                    given = other.escape_debug().to_string(),
                    accepted = "ad, description"
                ),
            ));
        }
    };
    let asking = params.done(&["document"])?;
    let form = wanted(&headers)?;
    let question = read_question(&body.0).map_err(|fault| Problem::no_json(&fault))?;
    app.process().metrics.answered("draft");
    let fail = move |error| Problem::ask(&error);
    let Some(form) = form else {
        let draft = app.toolkit().draft(&question, asking).map_err(fail)?;
        let mut response = answer(&draft, draft.language);
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept, accept-language"));
        return Ok(response);
    };
    let asked = app.clone();
    let work = app.heavy(move |_| -> Answered {
        let draft = asked.toolkit().draft(&question, asking).map_err(fail)?;
        let written = asked.toolkit().document(&draft, document, form).map_err(fail)?;
        Ok(file(written, form, draft.language.id()))
    });
    work.await.unwrap_or_else(|undone| Err(Problem::undone(undone)))
}

fn file(bytes: Vec<u8>, form: DraftForm, lang: &'static str) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    let media_type = match form {
        DraftForm::Markdown => "text/markdown; charset=utf-8",
        DraftForm::Html => "text/html; charset=utf-8",
        DraftForm::Docx | DraftForm::Jsonld => form.media_type(),
    };
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang));
    headers.insert(header::VARY, HeaderValue::from_static("accept, accept-language"));
    if form == DraftForm::Docx {
        headers.insert(
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"job.docx\""),
        );
    }
    response
}

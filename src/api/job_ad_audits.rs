//! `/v1/job-ad-audits`.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::problem::{Busy, Limited, NotAcceptable, Problem, Unauthorized};
use super::request::{AnswerParams, Params};
use super::{Answered, File, answer};
use crate::app::App;
use crate::app::accept::preferred;
use crate::domain::input::questions::AUDIT;
use crate::domain::input::schema::{AuditParams, AuditSchema};
use crate::domain::job::audit::answer::Audit;
use crate::domain::message::said;
use crate::toolkit::{AdForm, Submission, read_question, to_json};

/// Media type of findings for code-scanning tools.
const SARIF: &str = "application/sarif+json";
/// Largest ad read.
const MAX_AD_BODY: usize = 2 << 20;

/// An ad as it was sent: its media type and bytes.
#[derive(Debug)]
pub(super) struct AdBody {
    media_type: String,
    bytes: Vec<u8>,
}

impl FromRequest<App> for AdBody {
    type Rejection = Problem;
    async fn from_request(request: Request, _: &App) -> Result<Self, Problem> {
        let media_type = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("application/json");
        let media_type = media_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        let bytes = to_bytes(request.into_body(), MAX_AD_BODY).await.map_err(|_| {
            Problem::new("body-too-large", said!(API_BODY_MAY_HOLD_BYTES_MOST, max_ad_body = MAX_AD_BODY))
        })?;
        Ok(Self { media_type, bytes: bytes.to_vec() })
    }
}

/// Audit a job ad
///
/// What the tasks really describe, title against tasks, work of other professions, pay against the market and the law,
/// what the law of the place asks, wording, completeness. Send JSON, or the file itself (text, Markdown, HTML, DOCX,
/// PDF) with the rest as query parameters. The text may have 200 kB, unless the operator sets another limit. `Accept: application/sarif+json` gives the findings for code-scanning tools.
#[utoipa::path(
    post,
    path = "/v1/job-ad-audits",
    tag = "job",
    params(AuditParams, AnswerParams),
    request_body(content(
        (AuditSchema = "application/json", examples(
            ("french-ad" = (summary = "A French ad", value = json!({"text": "Community manager (H/F) en CDI à Lyon. Vos missions : animer la communauté, répondre aux messages, modérer. Salaire selon profil.", "country": "FR", "employees": 25}))),
            ("colorado" = (summary = "An ad in Colorado", value = json!({"title": "Social Media Manager", "text": "You define the social media strategy, run paid social and report on performance. $60k-$70k a year.", "region": "US-CO"})))
        )),
        (String = "text/plain"),
        (String = "text/markdown"),
        (String = "text/html"),
        (File = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (File = "application/pdf")
    )),
    responses(
        (status = 200, description = "The audit.", content(
            (Audit<'static> = "application/json"),
            (Object = "application/sarif+json")
        )),
        (status = 400, description = "The body is not JSON, or a parameter cannot be used.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is none of the accepted media types.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The ad cannot be read, or what is said about it cannot be used.", body = Problem, content_type = "application/problem+json"),
        Unauthorized,
        NotAcceptable,
        Limited,
        Busy
    )
)]
pub(super) async fn audit_job_ad(
    State(app): State<App>,
    mut params: Params,
    headers: HeaderMap,
    body: AdBody,
) -> Answered {
    let lang = params.asking.lang;
    let mut context = params.question(AUDIT, &["text", "format"]);
    let asking = params.done(&[])?;
    let sarif = preferred(&headers, &["application/json", SARIF]) == Some(SARIF);
    app.process().metrics.answered("audit");
    let json = body.media_type == "application/json" || body.media_type.ends_with("+json");
    let form = if json { None } else { Some(form(&body.media_type)?) };
    let asked = app.clone();
    let work = app.heavy(move |wanted| {
        let app = asked;
        let fail = |error| Problem::ask(&error);
        let (bytes, form) = match form {
            Some(form) => (body.bytes, form),
            None => {
                let question = read_question(&body.bytes).map_err(|fault| Problem::no_json(&fault))?;
                let (text, form) = app.toolkit().ad_in(&question).map_err(fail)?;
                let bytes = text.as_bytes().to_vec();
                if let Value::Object(map) = question {
                    for (name, value) in map {
                        context.entry(name).or_insert(value);
                    }
                }
                (bytes, form)
            }
        };
        let context = Value::Object(context);
        let wanted = || wanted.still();
        let submission = Submission::new(&bytes, form, &context).wanted(&wanted);
        let audit = app.toolkit().audit(submission, asking).map_err(fail)?;
        if sarif {
            let report = app.toolkit().sarif(&[("ad".to_owned(), audit)], &|_, _| None, lang);
            let mut response = to_json(&report).into_response();
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(SARIF));
            return Ok::<Response, Problem>(response);
        }
        Ok(answer(&audit, lang))
    });
    work.await.unwrap_or_else(|undone| Err(Problem::undone(undone)))
}

fn form(media_type: &str) -> Result<AdForm, Problem> {
    AdForm::of_media_type(media_type).ok_or_else(|| {
        let given: String = media_type.chars().take(60).collect();
        let known: Vec<&str> = AdForm::ALL.iter().map(|form| form.media_type()).collect();
        Problem::new(
            "unsupported-media-type",
            said!(API_SEND_JSON_OR_FILE, known = known.join(", "), given = given.escape_debug().to_string()),
        )
    })
}

//! Write a job description: the brief, the preview beside it, what is missing, the files to take away.

use super::form::Form;
use crate::domain::views::GoalView;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde::Serialize;
use serde_json::{Value, json};

use super::form::{question, shown};
use super::visit::{Fields, Visit, form_page, refused, undone_page};
use crate::app::App;
use crate::domain::input::fault::InputError;
use crate::domain::input::field::Field;
use crate::domain::input::questions::{BRIEF, DRAFT};
use crate::domain::job::draft::JobDescription;
use crate::toolkit::{AskError, Document, DraftForm};

/// The question of the form.
fn asked(app: &App, visit: &Visit) -> Value {
    let fields = &visit.fields;
    let mut brief = question(app, fields, BRIEF, visit.lang);
    // Currency and period count for an amount only.
    let amount = |pay: &Value| ["min", "max", "amount"].iter().any(|end| pay.get(*end).is_some());
    if let Some(map) = brief.as_object_mut()
        && !map.get("pay").is_some_and(amount)
    {
        map.remove("pay");
    }
    if let Some(pay) = brief.get_mut("pay") {
        // The currency of the country, a year: what most ads mean.
        let country = fields.get("place.country").unwrap_or("");
        if pay.get("currency").is_none()
            && let Ok(Some(currency)) = app.toolkit().currency_of(country)
        {
            pay["currency"] = json!(currency);
        }
        if pay.get("period").is_none() {
            pay["period"] = json!("year");
        }
    } else if fields.get("pay_from_band").is_some() {
        brief["pay"] = json!("from-band");
    }
    let mut asked = question(app, fields, DRAFT, visit.lang);
    asked["brief"] = brief;
    if asked.get("language").is_none() {
        asked["language"] = json!(visit.lang);
    }
    asked
}

/// The fields of the form: those of the question, and those of the brief, which has no name there.
fn form_fields() -> Vec<Field> {
    [DRAFT, BRIEF].concat()
}

/// Faults with the names of the form: the brief has no name there.
fn in_form(errors: &[InputError]) -> Vec<InputError> {
    let place = |pointer: &str| pointer.strip_prefix("/brief").unwrap_or(pointer).to_owned();
    errors.iter().map(|error| InputError { pointer: place(&error.pointer), ..error.clone() }).collect()
}

fn document(visit: &Visit) -> Document {
    if visit.fields.get("document") == Some("description") { Document::Description } else { Document::Ad }
}

/// The form, and the draft that it gives.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Response {
    // Opened without a role there is nothing to draft yet.
    if visit.fields.get("role").is_none() {
        return form(&app, &visit, None, &[]);
    }
    app.process().metrics.answered("draft");
    match app.toolkit().draft(&asked(&app, &visit), visit.asking) {
        Ok(draft) => form(&app, &visit, Some(&draft), &[]),
        Err(AskError::Input(errors) | AskError::Incomplete(errors)) => form(&app, &visit, None, &errors),
        Err(error) => refused(&app, &error, visit.lang),
    }
}

/// A draft, and the form that it is made from.
#[derive(Serialize)]
struct DraftPage<'a, 'c> {
    draft: Option<&'a JobDescription<'c>>,
    preview: Option<String>,
    form: Form,
    goals: Vec<GoalView<'c>>,
    file_href: String,
    check_href: String,
    check_text: String,
}

/// What a draft lacks.
#[derive(Serialize)]
struct Gaps<'a, 'c> {
    draft: &'a JobDescription<'c>,
    check_href: String,
    check_text: String,
}

/// Where the ad is checked, for the same day.
fn check_href(visit: &Visit) -> String {
    let day = visit.asking.as_of.to_string();
    let fields = if visit.dated { Fields::default().with("as_of", &day) } else { Fields::default() };
    visit.href("/audit", &fields)
}

/// The text of the ad, for the audit to check.
fn check_text(app: &App, draft: &JobDescription<'_>) -> Result<String, AskError> {
    let bytes = app.toolkit().document(draft, Document::Ad, DraftForm::Markdown)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn form(app: &App, visit: &Visit, draft: Option<&JobDescription<'_>>, errors: &[InputError]) -> Response {
    let lang = visit.lang;
    let preview = draft.map(|draft| app.toolkit().preview(draft, document(visit))).transpose();
    let preview = match preview {
        Ok(preview) => preview,
        Err(error) => return refused(app, &error, lang),
    };
    let check_text = match draft.map(|draft| check_text(app, draft)).transpose() {
        Ok(text) => text.unwrap_or_default(),
        Err(error) => return refused(app, &error, lang),
    };
    let context = DraftPage {
        draft,
        check_text,
        preview,
        form: shown(app, &visit.fields, &in_form(errors), &form_fields(), lang),
        goals: app.toolkit().goals(visit.asking).goals,
        file_href: visit.href("/draft/file", &Fields::default()),
        check_href: check_href(visit),
    };
    form_page(app, "web/draft.html.j2", visit, &context, !errors.is_empty())
}

/// The draft alone, for the live preview.
pub(super) async fn preview(State(app): State<App>, visit: Visit) -> Response {
    let draft = match app.toolkit().draft(&asked(&app, &visit), visit.asking) {
        Ok(draft) => draft,
        Err(AskError::Input(errors) | AskError::Incomplete(errors)) => {
            let form = shown(&app, &visit.fields, &in_form(&errors), &form_fields(), visit.lang);
            return (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(form)).into_response();
        }
        Err(error) => return refused(&app, &error, visit.lang),
    };
    let check_text = match check_text(&app, &draft) {
        Ok(text) => text,
        Err(error) => return refused(&app, &error, visit.lang),
    };
    let context = Gaps { draft: &draft, check_href: check_href(&visit), check_text };
    let gaps = app.toolkit().page("web/draft/gaps.html.j2", &context, visit.lang);
    match (app.toolkit().preview(&draft, document(&visit)), gaps) {
        (Ok(preview), Ok(gaps)) => Html(format!(
            "{gaps}\n<article class=\"preview\" lang=\"{}\">{preview}</article>",
            draft.language
        ))
        .into_response(),
        (Err(error), _) => refused(&app, &error, visit.lang),
        (_, Err(error)) => refused(&app, &error.into(), visit.lang),
    }
}

/// The draft as a file.
pub(super) async fn download(State(app): State<App>, visit: Visit) -> Response {
    let (asked, lang) = (app.clone(), visit.lang);
    let work = app.heavy(move |_| downloaded(&asked, &visit));
    work.await.unwrap_or_else(|undone| undone_page(&app, undone, lang))
}

fn downloaded(app: &App, visit: &Visit) -> Response {
    let (written, ending) = match visit.fields.get("as") {
        Some("docx") => (DraftForm::Docx, "docx"),
        Some("html") => (DraftForm::Html, "html"),
        Some("jsonld") => (DraftForm::Jsonld, "jsonld"),
        _ => (DraftForm::Markdown, "md"),
    };
    let asked = asked(app, visit);
    let draft = match app.toolkit().draft(&asked, visit.asking) {
        Ok(draft) => draft,
        Err(AskError::Input(errors) | AskError::Incomplete(errors)) => {
            return form(app, visit, None, &errors);
        }
        Err(error) => return refused(app, &error, visit.lang),
    };
    match app.toolkit().document(&draft, document(visit), written) {
        Ok(bytes) => file(bytes, written.media_type(), &name(&draft, ending)),
        // Structured data without what search engines ask for is not written: the form says what is missing.
        Err(AskError::Incomplete(errors)) => form(app, visit, Some(&draft), &errors),
        Err(error) => refused(app, &error, visit.lang),
    }
}

/// `community-manager-lyon.docx`: letters, digits and hyphens only.
fn name(draft: &JobDescription<'_>, ending: &str) -> String {
    let text = format!("{} {}", draft.role, draft.city.as_deref().unwrap_or(""));
    let plain: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    format!("{}.{ending}", parts.join("-"))
}

/// A file to be kept.
pub(super) fn file(bytes: Vec<u8>, media_type: &str, name: &str) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    let text = media_type.starts_with("text/");
    let media_type = if text { format!("{media_type}; charset=utf-8") } else { media_type.to_owned() };
    for (header, value) in [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(header, value);
        }
    }
    response
}

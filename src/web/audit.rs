//! Check an ad: the text with its passages marked, the findings beside it, whose work it is, pay against the band.

use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use serde_json::json;

use super::draft::file;
use super::form::{Form, city_wins, question, shown};
use super::visit::{Fields, Visit, form_page, page, refused, undone_page};
use crate::app::App;
use crate::app::heavy::Wanted;
use crate::domain::input::fault::InputError;
use crate::domain::input::questions::AUDIT;
use crate::domain::job::audit::answer::{Audit, Finding};
use crate::domain::message::{Message, ids};
use crate::domain::text::Lang;
use crate::domain::vocab::Level;
use crate::toolkit::{AdForm, AskError, Form as ReportForm, IntakeError, Section, Submission, to_json};

/// The form alone.
#[derive(Serialize)]
struct Unanswered {
    answer: (),
    form: Form,
}

/// The empty form; the address may name the place.
pub(super) async fn ask(State(app): State<App>, visit: Visit) -> Response {
    form(&app, &visit, &visit.fields.clone(), &[])
}

fn form(app: &App, visit: &Visit, fields: &Fields, errors: &[InputError]) -> Response {
    let context = Unanswered { answer: (), form: shown(app, fields, errors, AUDIT, visit.lang) };
    form_page(app, "web/audit.html.j2", visit, &context, !errors.is_empty())
}

/// What was sent: fields, and a file where there is one.
struct Sent {
    fields: Fields,
    file: Option<(String, Vec<u8>)>,
}

async fn sent(mut parts: Multipart) -> Result<Sent, MultipartError> {
    let mut sent = Sent { fields: Fields::default(), file: None };
    while let Some(part) = parts.next_field().await? {
        let name = part.name().unwrap_or("").to_owned();
        if name == "file" {
            let file = part.file_name().unwrap_or("").to_owned();
            let bytes = part.bytes().await?;
            if !bytes.is_empty() {
                sent.file = Some((file, bytes.to_vec()));
            }
        } else {
            let text = part.text().await?;
            sent.fields.0.push((name, text));
        }
    }
    Ok(sent)
}

fn wrong(field: &str, message: Message) -> InputError {
    InputError::new(format!("/{field}"), "wrong-value", message)
}

/// Audits what was pasted or uploaded.
pub(super) async fn show(State(app): State<App>, visit: Visit, parts: Multipart) -> Response {
    let sent = match sent(parts).await {
        Ok(sent) => sent,
        Err(error) => {
            let error = if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
                wrong("file", ids::WEB_AUDIT_FILE_TOO_LARGE_6_MB)
            } else {
                wrong("text", ids::WEB_AUDIT_FORM_DID_ARRIVE_WHOLE_SEND)
            };
            return form(&app, &visit, &Fields::default(), &[error]);
        }
    };
    app.process().metrics.answered("audit");
    let (again, lang) = (app.clone(), visit.lang);
    let work = app.heavy(move |wanted| audited(&again, &visit, sent, wanted));
    work.await.unwrap_or_else(|undone| undone_page(&app, undone, lang))
}

fn audited(app: &App, visit: &Visit, sent: Sent, wanted: &Wanted) -> Response {
    let lang = visit.lang;
    let Sent { fields, file: uploaded } = sent;
    let (name, bytes) = match (uploaded, fields.get("text")) {
        (Some((name, bytes)), _) => (name, bytes),
        // Browsers send line breaks as two characters.
        (None, Some(text)) => (String::new(), text.replace("\r\n", "\n").into_bytes()),
        (None, None) => {
            let error = wrong("text", ids::WEB_AUDIT_PASTE_AD_CHOOSE_FILE);
            return form(app, visit, &fields, &[error]);
        }
    };
    let mut context = question(app, &fields.without(&["text"]), AUDIT, visit.lang);
    city_wins(app, &mut context);
    let wanted = || wanted.still();
    let submission = Submission::new(&bytes, AdForm::of_file(&name, &bytes), &context).wanted(&wanted);
    let (text, audit) = match app.toolkit().audit_shown(submission, visit.asking) {
        Ok(found) => found,
        Err(AskError::Input(errors)) => return form(app, visit, &fields, &errors),
        Err(AskError::Intake(error)) => {
            let at = if name.is_empty() { "text" } else { "file" };
            tracing::info!(%error, "a file could not be read");
            let error = unreadable(at, &error);
            return form(app, visit, &fields, &[error]);
        }
        Err(error) => return refused(app, &error, lang),
    };
    if let Some(wanted) = fields.get("as") {
        return taken_away(app, &audit, wanted, lang);
    }
    let sections = match app.toolkit().sections("audit", &audit, lang) {
        Ok(sections) => sections,
        Err(error) => return refused(app, &error.into(), lang),
    };
    let chart = pay_chart(app, visit, &audit);
    // What was read goes back into the form, so that it can be changed and checked again.
    let mut fields = fields.without(&["text", "as"]).with("text", &text);
    // So does the place that the ad says.
    if let (None, Some(country)) = (fields.get("country"), audit.input.country) {
        fields = fields.without(&["country"]).with("country", country);
        if let (None, Some(city)) = (fields.get("city"), audit.input.city) {
            fields = fields.without(&["city"]).with("city", city);
        }
    }
    let order = by_severity(&audit);
    let numbered = order.iter().enumerate();
    let findings =
        numbered.map(|(at, nth)| Numbered { number: at + 1, finding: &audit.findings[*nth] }).collect();
    let context = AuditPage {
        segments: segments(&text, &audit, &order),
        findings,
        answer: &audit,
        sections,
        chart,
        form: shown(app, &fields, &[], AUDIT, visit.lang),
    };
    page(app, "web/audit.html.j2", visit, &context)
}

/// Why a file gives no text, beside the input that gave it.
fn unreadable(field: &str, error: &IntakeError) -> InputError {
    InputError::new(format!("/{field}"), "wrong-value", error.outside())
}

/// The audit as a file.
fn taken_away(app: &App, audit: &Audit<'_>, wanted: &str, lang: Lang) -> Response {
    let report = |form| app.toolkit().report("audit", audit, lang, form).map(String::into_bytes);
    let (bytes, media_type, name) = match wanted {
        "json" => (Ok(to_json(audit)), "application/json", "audit.json"),
        "md" => (report(ReportForm::Markdown), "text/markdown", "audit.md"),
        _ => (report(ReportForm::Html), "text/html", "audit.html"),
    };
    match bytes {
        Ok(bytes) => file(bytes, media_type, name),
        Err(error) => refused(app, &error.into(), lang),
    }
}

/// The band of the work that the ad describes, with the middle of its pay marked.
fn pay_chart(app: &App, visit: &Visit, audit: &Audit<'_>) -> Option<String> {
    audit.pay.market.as_ref()?;
    let role = match audit.role_described.id() {
        "both" => "hybrid",
        known @ ("community-manager" | "social-media-manager" | "content-manager") => known,
        _ => return None,
    };
    let input = &audit.input;
    let mut asked = json!({ "role": role, "country": input.country });
    for (name, value) in
        [("region", input.region), ("city", input.city), ("level", input.level.map(Level::id))]
    {
        if let Some(value) = value {
            asked[name] = json!(value);
        }
    }
    let ends: Vec<u64> = [&audit.pay.low, &audit.pay.high]
        .into_iter()
        .flatten()
        .map(|measured| measured.annual.amount)
        .collect();
    let offer = (!ends.is_empty()).then(|| ends.iter().sum::<u64>() / ends.len() as u64);
    app.toolkit().offer_rows(&asked, offer, visit.asking).ok()
}

/// The findings by their place in the audit, the gravest first.
fn by_severity(audit: &Audit<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..audit.findings.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(weight(audit.findings[*at].severity.id())));
    order
}

/// How grave a severity is.
fn weight(severity: &str) -> u8 {
    match severity {
        "error" => 4,
        "warning" => 3,
        "notice" => 2,
        _ => 1,
    }
}

/// A finding by its number on the page.
#[derive(Serialize)]
struct Numbered<'a, 'c> {
    number: usize,
    finding: &'a Finding<'c>,
}

/// A mark that leads to a finding.
#[derive(Clone, Copy, Serialize)]
struct Reference {
    number: usize,
    /// Whether it is the first of the finding's places.
    first: bool,
}

/// A piece of the ad between two marks.
#[derive(Serialize)]
struct Segment<'a> {
    text: &'a str,
    /// The gravest mark on it.
    kind: Option<&'a str>,
    refs: Vec<Reference>,
    task: Option<&'a str>,
}

/// What is wrong with an ad, with the ad in view.
#[derive(Serialize)]
struct AuditPage<'a, 'c> {
    segments: Vec<Segment<'a>>,
    findings: Vec<Numbered<'a, 'c>>,
    answer: &'a Audit<'c>,
    sections: Vec<Section>,
    chart: Option<String>,
    form: Form,
}

/// What a mark is of.
enum Of<'a> {
    Finding(Reference),
    Task(&'a str),
}

/// The text cut where marks begin and end. Where marks overlap, the gravest shows.
fn segments<'a>(text: &'a str, audit: &'a Audit<'_>, order: &[usize]) -> Vec<Segment<'a>> {
    // (start, end, weight, kind, what it is of)
    let mut marks: Vec<(usize, usize, u8, &str, Of<'a>)> = Vec::new();
    for (at, finding) in order.iter().enumerate().map(|(at, finding)| (at, &audit.findings[*finding])) {
        let kind = finding.severity.id();
        // The finding leads to the first of its places.
        marks.extend(finding.places().enumerate().map(|(nth, place)| {
            let of = Of::Finding(Reference { number: at + 1, first: nth == 0 });
            (place.start.byte, place.end.byte, weight(kind), kind, of)
        }));
    }
    for activity in &audit.activities {
        for passage in &activity.passages {
            marks.push((passage.start.byte, passage.end.byte, 0, "task", Of::Task(activity.name)));
        }
    }
    marks.retain(|(start, end, ..)| {
        start < end && text.is_char_boundary(*start) && text.get(*start..*end).is_some()
    });
    let mut cuts: Vec<usize> =
        marks.iter().flat_map(|mark| [mark.0, mark.1]).chain([0, text.len()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    marks.sort_by_key(|mark| (mark.0, std::cmp::Reverse(mark.2)));
    let mut segments = Vec::with_capacity(cuts.len());
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    for pair in cuts.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let mut refs = Vec::new();
        while marks.get(next).is_some_and(|mark| mark.0 <= from) {
            if let Of::Finding(reference) = marks[next].4 {
                refs.push(reference);
            }
            open.push(next);
            next += 1;
        }
        open.retain(|mark| marks[*mark].1 > from);
        let shown = open.iter().max_by_key(|mark| marks[**mark].2);
        let task = open.iter().find_map(|mark| match marks[*mark].4 {
            Of::Task(name) => Some(name),
            Of::Finding(_) => None,
        });
        segments.push(Segment { text: &text[from..to], kind: shown.map(|mark| marks[*mark].3), refs, task });
    }
    segments
}

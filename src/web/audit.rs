//! Check an ad: the text with its passages marked, the findings beside it, whose work it is, pay against the band.

use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::draft::file;
use super::form::{city_wins, question, shown};
use super::visit::{Fields, Visit, form_page, page, refused, undone_page};
use crate::app::App;
use crate::app::heavy::Wanted;
use crate::domain::input::fault::InputError;
use crate::domain::input::questions::AUDIT;
use crate::domain::job::audit::answer::Audit;
use crate::domain::text::{Lang, Text};
use crate::domain::vocab::Level;
use crate::toolkit::{AdForm, AskError, Form, IntakeError, Submission, to_json};

/// The empty form; the address may name the place.
pub(super) async fn ask(State(app): State<App>, visit: Visit) -> Response {
    form(&app, &visit, &visit.fields.clone(), &[])
}

fn form(app: &App, visit: &Visit, fields: &Fields, errors: &[InputError]) -> Response {
    let context = json!({
        "answer": null,
        "form": shown(app, fields, errors, AUDIT, visit.lang),
    });
    form_page(app, "web/audit.html.j2", visit, context, !errors.is_empty())
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

fn wrong(field: &str, fr: &str, en: &str) -> InputError {
    InputError::new(format!("/{field}"), "wrong-value", fr, en)
}

/// Audits what was pasted or uploaded.
pub(super) async fn show(State(app): State<App>, visit: Visit, parts: Multipart) -> Response {
    let sent = match sent(parts).await {
        Ok(sent) => sent,
        Err(error) => {
            let error = if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
                wrong(
                    "file",
                    "ce fichier est trop grand\u{a0}: 6 Mo au plus",
                    "this file is too large: 6 MB at most",
                )
            } else {
                wrong(
                    "text",
                    "le formulaire n’est pas arrivé entier\u{202f}; envoyez-le de nouveau",
                    "the form did not arrive whole; send it again",
                )
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
            let error =
                wrong("text", "collez l’annonce, ou choisissez un fichier", "paste the ad, or choose a file");
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
    let fields = fields.without(&["text", "as"]).with("text", &text);
    let order = by_severity(&audit);
    let numbered = order.iter().enumerate();
    let findings: Vec<Value> = numbered
        .map(|(at, finding)| json!({ "number": at + 1, "finding": audit.findings[*finding] }))
        .collect();
    let context = json!({
        "segments": segments(&text, &audit, &order),
        "findings": findings,
        "answer": audit,
        "sections": sections,
        "chart": chart,
        "form": shown(app, &fields, &[], AUDIT, visit.lang),
    });
    page(app, "web/audit.html.j2", visit, context)
}

/// Why a file gives no text, beside the input that gave it.
fn unreadable(field: &str, error: &IntakeError) -> InputError {
    let Text { fr, en } = error.outside();
    wrong(field, &fr, &en)
}

/// The audit as a file.
fn taken_away(app: &App, audit: &Audit<'_>, wanted: &str, lang: Lang) -> Response {
    let report = |form| app.toolkit().report("audit", audit, lang, form).map(String::into_bytes);
    let (bytes, media_type, name) = match wanted {
        "json" => (Ok(to_json(audit)), "application/json", "audit.json"),
        "md" => (report(Form::Markdown), "text/markdown", "audit.md"),
        _ => (report(Form::Html), "text/html", "audit.html"),
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
    app.toolkit().band_chart(&asked, offer, visit.asking).ok()
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

/// The text cut where marks begin and end. Where marks overlap, the gravest shows.
fn segments(text: &str, audit: &Audit<'_>, order: &[usize]) -> Vec<Value> {
    // (start, end, weight, kind, number of the finding or name of the task)
    let mut marks: Vec<(usize, usize, u8, &str, Value)> = Vec::new();
    for (at, finding) in order.iter().enumerate().map(|(at, finding)| (at, &audit.findings[*finding])) {
        let kind = finding.severity.id();
        // The finding leads to the first of its places.
        marks.extend(finding.places().enumerate().map(|(nth, place)| {
            let number = json!({ "number": at + 1, "first": nth == 0 });
            (place.start.byte, place.end.byte, weight(kind), kind, number)
        }));
    }
    for activity in &audit.activities {
        for passage in &activity.passages {
            marks.push((passage.start.byte, passage.end.byte, 0, "task", json!(activity.name)));
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
            if marks[next].3 != "task" {
                refs.push(marks[next].4.clone());
            }
            open.push(next);
            next += 1;
        }
        open.retain(|mark| marks[*mark].1 > from);
        let shown = open.iter().max_by_key(|mark| marks[**mark].2);
        let task = open.iter().find(|mark| marks[**mark].3 == "task").map(|mark| marks[*mark].4.clone());
        segments.push(json!({
            "text": &text[from..to],
            "kind": shown.map(|mark| marks[*mark].3),
            "refs": refs,
            "task": task,
        }));
    }
    segments
}

//! `rolecall audit`: ads from files or standard input.

use std::io::{IsTerminal, Read};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use super::args::{Audit, Format};
use super::options::{Audit as About, failure};
use super::{Ended, Failure, Session, out};
use crate::domain::job::audit::answer::Audit as Answer;
use crate::domain::text::Lang;
use crate::toolkit::{AdForm, AskError, IntakeError, MAX_AD_BYTES, Submission, Toolkit, read_file, to_json};

/// A file and its bytes, or why there are none.
fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let limit = MAX_AD_BYTES as u64;
    if path.as_os_str() != "-" {
        return read_file(path, limit);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(std::io::Error::new(
            std::io::ErrorKind::InvalidData,
            format!("larger than {limit} bytes"),
        ));
    }
    Ok(bytes)
}

/// The name of a file, safe wherever it is shown.
fn shown(path: &Path) -> String {
    crate::domain::text::shown(&path.to_string_lossy())
}

fn reason(session: &Session, name: &str, error: AskError) -> String {
    match error {
        AskError::Input(errors) => {
            let lines = errors
                .iter()
                .map(|error| format!("{} {}", error.pointer, error.message.get(session.asking.lang)));
            format!("{name}: {}", lines.collect::<Vec<_>>().join("; "))
        }
        AskError::Intake(error) => {
            let option = if matches!(error, IntakeError::TooLong(_)) { " (--max-text)" } else { "" };
            format!("{name}: {}{option}", error.message().get(session.asking.lang))
        }
        other => format!("{name}: {other}"),
    }
}

fn grave(answer: &Answer<'_>) -> bool {
    answer.counts.error + answer.counts.warning > 0
}

/// Audits the files.
pub(super) fn run(session: &Session, options: &Audit) -> Result<Ended, Failure> {
    let toolkit = session.toolkit()?.with_reader(session.reader(options.max_text));
    let context = Value::Object(options.fields.question(session.asking.lang)?);
    match options.files.as_slice() {
        [one] if session.global.format != Format::Jsonl => single(session, &toolkit, options, one, &context),
        _ => batch(session, &toolkit, options, &context),
    }
}

fn single(
    session: &Session,
    toolkit: &Toolkit,
    options: &Audit,
    path: &Path,
    context: &Value,
) -> Result<Ended, Failure> {
    let name = shown(path);
    let bytes = bytes(path).map_err(|error| Failure::Ask(format!("{name}: {error}")))?;
    let submission = Submission::new(&bytes, AdForm::of_file(&name, &bytes), context);
    let fail = |error: AskError| match error {
        AskError::Input(_) => failure::<About>(session, error),
        error => Failure::Ask(reason(session, &name, error)),
    };
    let answer = toolkit.audit(submission, session.asking).map_err(fail)?;
    if options.rewrite {
        let (diff, made) = toolkit
            .rewritten(submission, &answer, &name)
            .map_err(|error| Failure::Ask(reason(session, &name, error)))?;
        out::result(out::clean(&diff).as_bytes())?;
        out::remark(&match session.asking.lang {
            Lang::Fr => format!("{made} remplacement(s) sûr(s)"),
            Lang::En => format!("{made} safe replacement(s)"),
        });
        return Ok(if made > 0 { Ended::Findings } else { Ended::Answered });
    }
    if session.global.format == Format::Sarif {
        let ended = if grave(&answer) { Ended::Findings } else { Ended::Answered };
        out::json(&to_json(&toolkit.sarif(&[(name, answer)], session.asking.lang)))?;
        return Ok(ended);
    }
    session.answer(toolkit, "audit", &answer)?;
    Ok(if grave(&answer) { Ended::Findings } else { Ended::Answered })
}

fn batch(session: &Session, toolkit: &Toolkit, options: &Audit, context: &Value) -> Result<Ended, Failure> {
    if options.rewrite
        || matches!(session.global.format, Format::Html | Format::Md | Format::Docx | Format::Jsonld)
    {
        return Err(Failure::Ask(match session.asking.lang {
            Lang::Fr => "plusieurs fichiers\u{a0}: choisissez --format text, jsonl ou sarif, sans --rewrite"
                .to_owned(),
            Lang::En => "several files: choose --format text, jsonl or sarif, without --rewrite".to_owned(),
        }));
    }
    let total = options.files.len();
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let jobs = options.jobs.map_or(processors, std::num::NonZero::get).min(total);
    let bar = if std::io::stderr().is_terminal() {
        indicatif::ProgressBar::new(total as u64)
    } else {
        indicatif::ProgressBar::hidden()
    };
    let next = AtomicUsize::new(0);
    let results: Vec<Mutex<Option<Result<Answer<'_>, String>>>> =
        (0..total).map(|_| Mutex::new(None)).collect();
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = options.files.get(at) else { break };
                    let name = shown(path);
                    let result = bytes(path).map_err(|error| format!("{name}: {error}")).and_then(|bytes| {
                        let submission = Submission::new(&bytes, AdForm::of_file(&name, &bytes), context);
                        toolkit
                            .audit(submission, session.asking)
                            .map_err(|error| reason(session, &name, error))
                    });
                    *results[at].lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    let (mut found, mut failed) = (false, 0);
    let mut good = Vec::new();
    for (path, result) in options.files.iter().zip(results) {
        let name = shown(path);
        match result.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(Ok(answer)) => {
                found |= grave(&answer);
                match session.global.format {
                    Format::Sarif => good.push((name, answer)),
                    Format::Text => out::result(line(&name, &answer).as_bytes())?,
                    _ => out::json(&to_json(&serde_json::json!({ "file": name, "audit": answer })))?,
                }
            }
            Some(Err(reason)) => {
                failed += 1;
                if matches!(session.global.format, Format::Json | Format::Jsonl) {
                    out::json(&to_json(&serde_json::json!({ "file": name, "error": reason })))?;
                }
                out::remark(&reason);
            }
            None => {}
        }
    }
    if session.global.format == Format::Sarif {
        out::json(&to_json(&toolkit.sarif(&good, session.asking.lang)))?;
    }
    if failed > 0 {
        return Err(Failure::Ask(match session.asking.lang {
            Lang::Fr => format!("{failed} fichier(s) sur {total} n’ont pas pu être lus"),
            Lang::En => format!("{failed} of {total} files could not be read"),
        }));
    }
    Ok(if found { Ended::Findings } else { Ended::Answered })
}

fn line(name: &str, answer: &Answer<'_>) -> String {
    let counts = answer.counts;
    format!(
        "{name}\t{}\t{}\t{} errors, {} warnings, {} notices\n",
        answer.role_described, answer.confidence.grade, counts.error, counts.warning, counts.notice
    )
}

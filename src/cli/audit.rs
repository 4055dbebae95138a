//! `rolecall audit`: ads from files or standard input.

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use super::args::{Audit, Format};
use super::baseline::{Baseline, Gathered};
use super::options::{Audit as About, failure};
use super::{Ended, Failure, Session, batch, out};
use crate::domain::job::audit::answer::{Audit as Answer, Finding};
use crate::domain::job::wording::Severity;
use crate::domain::message::{ids, said};
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
                .map(|error| format!("{} {}", error.pointer, session.words().say(error.message.clone())));
            format!("{name}: {}", lines.collect::<Vec<_>>().join("; "))
        }
        AskError::Intake(error) => {
            let option = if matches!(error, IntakeError::TooLong(_)) { " (--max-text)" } else { "" };
            format!("{name}: {}{option}", session.words().say(error.said()))
        }
        other => format!("{name}: {other}"),
    }
}

/// What of the findings counts: which were there before, and how grave the others must be.
struct Measure {
    baseline: Baseline,
    least: Option<Severity>,
    /// What was found, to be written down.
    gathered: Mutex<Gathered>,
    /// How many findings are known, and how many new.
    known: AtomicUsize,
    new: AtomicUsize,
}

impl Measure {
    fn of(options: &Audit) -> Result<Self, Failure> {
        // What is about to be written need not be there.
        let before = options.baseline.as_deref().filter(|_| !options.write_baseline);
        Ok(Self {
            baseline: Baseline::read(before)?,
            least: options.fail_on.least(),
            gathered: Mutex::default(),
            known: AtomicUsize::new(0),
            new: AtomicUsize::new(0),
        })
    }

    /// Notes the findings of a file; whether they fail the run.
    fn grave(&self, file: &str, answer: &Answer<'_>) -> bool {
        self.gathered.lock().unwrap_or_else(PoisonError::into_inner).add(file, answer);
        for finding in answer.findings.iter().filter(|finding| finding.severity <= Severity::Notice) {
            match self.baseline.holds(file, finding) {
                Some(true) => self.known.fetch_add(1, Ordering::Relaxed),
                Some(false) => self.new.fetch_add(1, Ordering::Relaxed),
                None => 0,
            };
        }
        self.baseline.fails(file, answer, self.least)
    }

    /// Says what was known, or writes what was found; then how the run ended.
    fn ended(self, session: &Session, options: &Audit, failed: bool) -> Result<Ended, Failure> {
        let Some(path) = options.baseline.as_deref() else {
            return Ok(if failed { Ended::Findings } else { Ended::Answered });
        };
        let file = path.display().to_string();
        if options.write_baseline {
            let gathered = self.gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
            let count = gathered.write(path)?;
            out::remark(&session.words().say(said!(
                CLI_BASELINE_WRITTEN,
                n = count.to_string(),
                file = file
            )));
            return Ok(Ended::Answered);
        }
        let [known, new] = [&self.known, &self.new].map(|count| count.load(Ordering::Relaxed).to_string());
        out::remark(&session.words().say(said!(CLI_BASELINE_COUNTED, known = known, new = new, file = file)));
        Ok(if failed { Ended::Findings } else { Ended::Answered })
    }

    /// Findings as SARIF, each with what the baseline says of it.
    fn sarif(&self, toolkit: &Toolkit, audits: &[(String, Answer<'_>)], session: &Session) -> Vec<u8> {
        let known = |file: &str, finding: &Finding<'_>| self.baseline.holds(file, finding);
        to_json(&toolkit.sarif(audits, &known, session.asking.lang))
    }
}

/// Audits the files.
pub(super) fn run(session: &Session, options: &Audit) -> Result<Ended, Failure> {
    let toolkit = session.toolkit()?.with_reader(session.reader(options.max_text));
    let context = Value::Object(options.fields.question(&toolkit, session.asking.lang)?);
    let measure = Measure::of(options)?;
    match options.files.as_slice() {
        [one] if session.global.format != Format::Jsonl => {
            single(session, &toolkit, options, one, &context, measure)
        }
        _ => batch(session, &toolkit, options, &context, measure),
    }
}

fn single(
    session: &Session,
    toolkit: &Toolkit,
    options: &Audit,
    path: &Path,
    context: &Value,
    measure: Measure,
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
        out::remark(&session.words().say(said!(CLI_SAFE_REPLACEMENTS, made = made)));
        return Ok(if made > 0 { Ended::Findings } else { Ended::Answered });
    }
    let grave = measure.grave(&name, &answer);
    if session.global.format == Format::Sarif {
        out::json(&measure.sarif(toolkit, &[(name, answer)], session))?;
    } else {
        session.answer_in_short(toolkit, "audit", &answer, |lang, form| {
            toolkit.report("audit", &answer, lang, form)
        })?;
    }
    measure.ended(session, options, grave)
}

fn batch(
    session: &Session,
    toolkit: &Toolkit,
    options: &Audit,
    context: &Value,
    measure: Measure,
) -> Result<Ended, Failure> {
    if options.rewrite
        || matches!(session.global.format, Format::Html | Format::Md | Format::Docx | Format::Jsonld)
    {
        return Err(Failure::from(ids::CLI_SEVERAL_FILES_CHOOSE_FORMAT_TEXT));
    }
    let total = options.files.len();
    let jobs = batch::jobs(options.jobs).min(total);
    let bar = if std::io::stderr().is_terminal() {
        indicatif::ProgressBar::new(total as u64)
    } else {
        indicatif::ProgressBar::hidden()
    };
    let audited = |path: &Path| {
        let name = shown(path);
        let bytes = bytes(path).map_err(|error| format!("{name}: {error}"))?;
        let submission = Submission::new(&bytes, AdForm::of_file(&name, &bytes), context);
        toolkit.audit(submission, session.asking).map_err(|error| reason(session, &name, error))
    };
    let (mut found, mut failed) = (false, 0);
    let mut good = Vec::new();
    let mut paths = options.files.iter();
    let work = |path: &Path| {
        // What is written is made here already: it takes much less memory than the answer.
        let result = audited(path).map(|answer| {
            let name = shown(path);
            let grave = measure.grave(&name, &answer);
            match session.global.format {
                Format::Sarif => Piece::Answer(grave, Box::new(answer)),
                Format::Text => Piece::Text(grave, line(&name, &answer).into_bytes()),
                _ => {
                    let json = serde_json::json!({ "file": name, "audit": answer });
                    Piece::Text(grave, to_json(&json))
                }
            }
        });
        bar.inc(1);
        (shown(path), result)
    };
    let next = || paths.next().map(PathBuf::as_path);
    let written = batch::ordered(jobs, next, work, |(name, result)| -> Result<(), Failure> {
        match result {
            Ok(Piece::Answer(grave, answer)) => {
                found |= grave;
                good.push((name, *answer));
            }
            Ok(Piece::Text(grave, text)) => {
                found |= grave;
                if session.global.format == Format::Text {
                    out::result(&text)?;
                } else {
                    out::json(&text)?;
                }
            }
            Err(reason) => {
                failed += 1;
                if matches!(session.global.format, Format::Json | Format::Jsonl) {
                    out::json(&to_json(&serde_json::json!({ "file": name, "error": reason })))?;
                }
                out::remark(&reason);
            }
        }
        Ok(())
    });
    bar.finish_and_clear();
    written?;
    if session.global.format == Format::Sarif {
        out::json(&measure.sarif(toolkit, &good, session))?;
    }
    if failed > 0 {
        return Err(Failure::from(said!(CLI_FILES_COULD_READ, failed = failed, total = total)));
    }
    measure.ended(session, options, found)
}

/// What is written of an answer.
enum Piece<'c> {
    /// Whether something in it is grave, and the whole of it: SARIF is one document of all.
    Answer(bool, Box<Answer<'c>>),
    /// Whether something in it is grave, and its line.
    Text(bool, Vec<u8>),
}

fn line(name: &str, answer: &Answer<'_>) -> String {
    let counts = answer.counts;
    format!(
        "{name}\t{}\t{}\t{} errors, {} warnings, {} notices\n",
        answer.role_described, answer.confidence.grade, counts.error, counts.warning, counts.notice
    )
}

//! `rolecall draft`: a brief → a document.

use serde_json::Value;

use super::args::{DocumentArg, Draft, Format};
use super::options::{lines, told};
use super::{Ended, Failure, Session, out, question_file};
use crate::domain::input::fault::InputError;
use crate::domain::input::questions::{BRIEF, DRAFT};
use crate::domain::message::{ids, said};
use crate::toolkit::{AskError, Document, DraftForm, to_json};

/// Drafts the document.
pub(super) fn run(session: &Session, options: &Draft) -> Result<Ended, Failure> {
    let lang = session.asking.lang;
    let toolkit = session.toolkit()?;
    let mut question = options.fields.question(&toolkit, lang)?;
    if let Some(path) = &options.brief {
        question.insert("brief".to_owned(), question_file::read(path, BRIEF, session.words())?);
    }
    let lines = |errors: &[InputError]| lines(DRAFT, errors, false, session.words()).join("\n  ");
    let missing = |errors: &[InputError]| {
        let head = session.words().say(ids::CLI_DRAFT_LACKS);
        out::remark(&format!("{head}\n  {}", lines(errors)));
        Ok(Ended::Findings)
    };
    let draft = match toolkit.draft(&Value::Object(question), session.asking) {
        Ok(draft) => draft,
        Err(AskError::Incomplete(errors)) => return missing(&errors),
        Err(AskError::Input(errors)) => return Err(told(DRAFT, &errors, false, session.words())),
        Err(error) => return Err(session.failure(error)),
    };
    let document = match options.document {
        DocumentArg::Ad => Document::Ad,
        DocumentArg::Description => Document::Description,
    };
    let form = match session.global.format {
        Format::Json => {
            out::json(&to_json(&draft))?;
            return Ok(Ended::Answered);
        }
        Format::Html => DraftForm::Html,
        Format::Docx => DraftForm::Docx,
        Format::Jsonld => DraftForm::Jsonld,
        Format::Text | Format::Md => DraftForm::Markdown,
        Format::Jsonl | Format::Sarif | Format::Csv => {
            return Err(Failure::from(ids::CLI_FORMAT_DRAFT_WRITTEN_MD_HTML));
        }
    };
    let written = match toolkit.document(&draft, document, form) {
        Ok(written) => written,
        Err(AskError::Incomplete(errors)) => return missing(&errors),
        Err(error) => return Err(session.failure(error)),
    };
    if form == DraftForm::Docx {
        out::raw(&written)?;
    } else {
        out::result(&written)?;
    }
    if !draft.goals_not_served.is_empty() {
        let list = draft.goals_not_served.join(", ");
        out::remark(&session.words().say(said!(CLI_MISSION_ROLE_SERVES_THESE_GOALS, list = list)));
    }
    if !draft.gaps.is_empty() {
        let gaps: Vec<String> = draft
            .gaps
            .iter()
            .map(|gap| {
                let law = if gap.required_by.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", gap.required_by.join(", "))
                };
                format!("{}{law} [{}]", gap.text, gap.pointer)
            })
            .collect();
        let head = session.words().say(ids::CLI_COMPLETE);
        out::remark(&format!("{head}\n  {}", gaps.join("\n  ")));
    }
    for alert in draft.pay.iter().flat_map(|pay| &pay.alerts) {
        out::remark(&alert.text);
    }
    out::remark(draft.disclaimer);
    Ok(Ended::Answered)
}

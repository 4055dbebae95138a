//! `rolecall draft`: a brief → a document.

use serde_json::{Map, Value};

use super::args::{DocumentArg, Draft, Format};
use super::input::{bytes, from_toml};
use super::{Ended, Failure, Session, out};
use crate::domain::input::fault::InputError;
use crate::domain::text::Lang;
use crate::toolkit::{AskError, Document, DraftForm, read_question, to_json};

fn brief(session: &Session, options: &Draft) -> Result<Option<Value>, Failure> {
    let Some(path) = &options.brief else { return Ok(None) };
    let shown = path.display().to_string();
    let bytes = bytes(path).map_err(|error| Failure::Ask(format!("{shown}: {error}")))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::Ask(format!("{shown}: not UTF-8; save the brief as UTF-8")))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let toml = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
        || !text.trim_start().starts_with('{');
    if toml {
        return from_toml(text, &shown, session.asking.lang).map(Some);
    }
    read_question(text.as_bytes()).map(Some).map_err(|error| Failure::Ask(format!("{shown}: {error}")))
}

fn lines(errors: &[InputError], lang: Lang) -> String {
    let separator = if lang == Lang::Fr { "\u{a0}: " } else { ": " };
    let line = |error: &InputError| {
        let place = match error.pointer.as_str() {
            "/role" => "--role",
            "/level" => "--level",
            pointer => pointer,
        };
        format!("{place}{separator}{}", error.message.get(lang))
    };
    errors.iter().map(line).collect::<Vec<_>>().join("\n  ")
}

/// Drafts the document.
pub(super) fn run(session: &Session, options: &Draft) -> Result<Ended, Failure> {
    let lang = session.asking.lang;
    let toolkit = session.toolkit()?;
    let mut question = Map::new();
    for (name, value) in [("role", &options.role), ("level", &options.level)] {
        if let Some(value) = value {
            question.insert(name.to_owned(), Value::from(value.as_str()));
        }
    }
    if options.strict {
        question.insert("strict".to_owned(), Value::from(true));
    }
    if let Some(brief) = brief(session, options)? {
        question.insert("brief".to_owned(), brief);
    }
    let missing = |errors: &[InputError]| {
        let head = match lang {
            Lang::Fr => "il manque au brouillon\u{a0}:",
            Lang::En => "the draft lacks:",
        };
        out::remark(&format!("{head}\n  {}", lines(errors, lang)));
        Ok(Ended::Findings)
    };
    let draft = match toolkit.draft(&Value::Object(question), session.asking) {
        Ok(draft) => draft,
        Err(AskError::Incomplete(errors)) => return missing(&errors),
        Err(AskError::Input(errors)) => return Err(Failure::Ask(lines(&errors, lang))),
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
        Format::Jsonl | Format::Sarif => {
            return Err(Failure::Ask(match lang {
                Lang::Fr => {
                    "--format\u{a0}: un brouillon s’écrit en md, html, docx, jsonld ou json".to_owned()
                }
                Lang::En => "--format: a draft is written as md, html, docx, jsonld or json".to_owned(),
            }));
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
        out::remark(&match lang {
            Lang::Fr => format!(
                "Aucune mission de ce rôle ne sert ces objectifs\u{a0}: {list} (voir `rolecall recommend`)"
            ),
            Lang::En => {
                format!("No mission of this role serves these goals: {list} (see `rolecall recommend`)")
            }
        });
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
        let head = match lang {
            Lang::Fr => "À compléter\u{a0}:",
            Lang::En => "To complete:",
        };
        out::remark(&format!("{head}\n  {}", gaps.join("\n  ")));
    }
    out::remark(draft.disclaimer);
    Ok(Ended::Answered)
}

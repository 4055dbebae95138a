//! `rolecall recommend`: from file and options, or question by question.

use serde_json::{Map, Value};

use super::args::Recommend;
use super::options::{locate, told};
use super::{Failure, Session, interview, out, question_file};
use crate::domain::decide::answer::BudgetUse;
use crate::domain::input::questions::PROFILE;
use crate::domain::message::{ids, said};
use crate::domain::profile::Profile;
use crate::toolkit::{ReadError, Toolkit};

pub(super) fn run(session: &Session, options: &Recommend) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let can_ask = session.surroundings.interactive
        && options.profile.as_ref().is_none_or(|path| path.as_os_str() != "-");
    let ask = options.interview || options.profile.is_none();
    let read = profile(session, &toolkit, options, !(ask && can_ask))?;
    let incomplete = read.is_none_or(|profile| profile.presence_stage.is_none() || profile.goals.is_none());
    let profile = if can_ask && (options.interview || incomplete) {
        let stdin = std::io::stdin().lock();
        let stderr = anstream::stderr().lock();
        interview::run(&toolkit, session.asking, read.unwrap_or_default(), stdin, stderr)?
    } else if let Some(profile) = read {
        if options.interview {
            out::remark(&session.words().say(ids::CLI_NOTE_TERMINAL_SO_QUESTION_ASKED));
        }
        profile
    } else {
        return Err(Failure::from(ids::CLI_NOTHING_GO_GIVE_STAGE_GOAL));
    };
    let answer = toolkit.recommend(&profile, session.asking).map_err(|error| session.failure(error))?;
    if answer.budget.used == BudgetUse::NotUsed {
        out::remark(&session.words().say(said!(CLI_NOTE, note = answer.budget.note.clone())));
    }
    session.answer_in_short(&toolkit, "recommendation", &answer, |lang, form| {
        toolkit.report("recommendation", &answer, lang, form)
    })
}

/// Reads the profile from file and options, which win; `None` when neither says anything.
fn profile(
    session: &Session,
    toolkit: &Toolkit,
    options: &Recommend,
    complete: bool,
) -> Result<Option<Profile>, Failure> {
    let lang = session.asking.lang;
    let mut asked = options.fields.question(toolkit, lang)?;
    locate(session, toolkit, &mut asked)?;
    let question = match &options.profile {
        None if asked.is_empty() => return Ok(None),
        None => Value::Object(asked),
        Some(path) => match question_file::read(path, PROFILE, session.words())? {
            Value::Object(mut object) => {
                merge(&mut object, asked);
                Value::Object(object)
            }
            other => other,
        },
    };
    let bytes = serde_json::to_vec(&question).unwrap_or_default();
    toolkit.read_profile(&bytes, complete).map(Some).map_err(|error| match &error {
        ReadError::Syntax(fault) => question_file::unread(fault, "profile", session.words()),
        ReadError::Invalid(errors) => told(PROFILE, errors, options.profile.is_some(), session.words()),
    })
}

/// Options laid over a profile: objects field by field, all else replaced.
fn merge(base: &mut Map<String, Value>, over: Map<String, Value>) {
    for (name, value) in over {
        match (base.get_mut(&name), value) {
            (Some(Value::Object(inner)), Value::Object(over)) => merge(inner, over),
            (_, value) => drop(base.insert(name, value)),
        }
    }
}

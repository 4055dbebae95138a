//! `rolecall recommend`: from file and options, or question by question.

use super::args::Recommend;
use super::{Failure, Session, input, interview, out};
use crate::domain::decide::answer::BudgetUse;
use crate::domain::text::Lang;

pub(super) fn run(session: &Session, options: &Recommend) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let can_ask = session.surroundings.interactive
        && options.profile.as_ref().is_none_or(|path| path.as_os_str() != "-");
    let ask = options.interview || options.profile.is_none();
    let read = input::profile(session, &toolkit, options, !(ask && can_ask))?;
    let incomplete = read.is_none_or(|profile| profile.presence_stage.is_none() || profile.goals.is_none());
    let profile = if can_ask && (options.interview || incomplete) {
        let stdin = std::io::stdin().lock();
        let stderr = anstream::stderr().lock();
        interview::run(&toolkit, session.asking, read.unwrap_or_default(), stdin, stderr)?
    } else if let Some(profile) = read {
        if options.interview {
            out::remark(match session.asking.lang {
                Lang::Fr => "remarque\u{a0}: pas de terminal, aucune question n’est posée",
                Lang::En => "note: no terminal, so no question is asked",
            });
        }
        profile
    } else {
        return Err(Failure::Ask(
            match session.asking.lang {
                Lang::Fr => "rien à examiner\u{a0}: donnez --stage et --goal, ou --profile FICHIER, ou lancez la commande sur un terminal (voir «\u{a0}rolecall recommend --help\u{a0}»)",
                Lang::En => "nothing to go on: give --stage and --goal, or --profile FILE, or run the command on a terminal (see `rolecall recommend --help`)",
            }
            .to_owned(),
        ));
    };
    let answer = toolkit.recommend(&profile, session.asking).map_err(|error| session.failure(error))?;
    if answer.budget.used == BudgetUse::NotUsed {
        out::remark(&format!(
            "{}{}",
            if session.asking.lang == Lang::Fr { "remarque\u{a0}: " } else { "note: " },
            answer.budget.note
        ));
    }
    session.answer(&toolkit, "recommendation", &answer)
}

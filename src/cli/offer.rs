//! `rolecall offer`.

use super::args::Offer;
use super::question::{Question, failure};
use super::{Failure, Session};
use crate::domain::text::Lang;

/// Answers the question that the options ask.
pub(super) fn run(session: &Session, options: &Offer) -> Result<(), Failure> {
    let toolkit = session.toolkit()?;
    let mut question = Question::default();
    question
        .band(&options.band)
        .number("amount", options.amount.as_ref())
        .text("currency", options.currency.as_ref())
        .text("period", options.period.as_ref())
        .number("payments", options.payments.as_ref())
        .number("fte", options.fte.as_ref())
        .number("variable", options.variable.as_ref());
    let mut against = Question::default();
    for pair in options.against.iter().filter(|pair| !pair.trim().is_empty()) {
        let Some((field, value)) = pair.split_once('=') else {
            return Err(Failure::Ask(match session.asking.lang {
                Lang::Fr => format!("--against {pair}\u{a0}: écrivez champ=valeur, par exemple amount=28000"),
                Lang::En => format!("--against {pair}: write field=value, for example amount=28000"),
            }));
        };
        let (field, value) = (field.trim(), value.trim().to_owned());
        if against.0.contains_key(field) {
            return Err(Failure::Ask(match session.asking.lang {
                Lang::Fr => format!(
                    "--against\u{a0}: «\u{a0}{field}\u{a0}» est donné deux fois\u{202f}; une seule autre offre peut être comparée"
                ),
                Lang::En => {
                    format!("--against: `{field}` is given twice; only one other offer can be compared")
                }
            }));
        }
        match field {
            "amount" | "payments" | "fte" | "variable" | "agreement" => against.number(field, Some(&value)),
            _ => against.text(field, Some(&value)),
        };
    }
    question.nested("against", against);
    let answer =
        toolkit.assess_offer(&question.value(), session.asking).map_err(|error| failure(session, error))?;
    session.answer_by(&answer, |lang, form| toolkit.offer_report(&answer, lang, form))
}

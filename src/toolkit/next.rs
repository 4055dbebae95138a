//! What to ask after a recommendation or a comparison: these know of every other question.

use serde_json::{Value, json};

use super::{Asking, Toolkit};
use crate::domain::decide::answer::{PositionView, Recommendation};
use crate::domain::decide::hours::Hours;
use crate::domain::message::{ids, said};
use crate::domain::next::{MOST, Outline, Question, Steps};
use crate::domain::pay::job::Job;
use crate::domain::pay::place::Place;
use crate::domain::profile::Profile;
use crate::domain::text::capitalised;
use crate::domain::views::Comparison;
use crate::domain::vocab::Role;

/// Most goals that a brief has.
const MOST_GOALS: usize = 30;

/// The job of a position: its one role, or both.
fn job(position: &PositionView) -> Job {
    match position.roles.as_slice() {
        [role] => Job::from(*role),
        _ => Job::Hybrid,
    }
}

impl Toolkit {
    /// Adds to a recommendation what to ask next: the draft of the first post, its pay and cost, or what is missing for
    /// them.
    pub(super) fn add_steps(&self, answer: &mut Recommendation<'_>, profile: &Profile, asking: Asking) {
        let words = self.words(asking.lang);
        let say = |said| words.say(said);
        let mut steps = Steps::new(&say);
        let known = serde_json::to_value(self.named(profile)).unwrap_or_default();
        let (country, region) = (&known["country"], &known["region"]);
        match answer.staffing.positions.first() {
            Some(first) => {
                let (role, level) = (job(first), first.level);
                // A place is one with its country.
                let place = json!({ "country": country, "region": region });
                let place = if country.is_null() { Value::Null } else { without_nulls(place) };
                let goals: Option<Vec<&Value>> =
                    known["goals"].as_array().map(|goals| goals.iter().take(MOST_GOALS).collect());
                let full = Hours::whole(answer.staffing.load.full_time_hours);
                let part = (first.fte_percent < 100).then(|| full.percent(first.fte_percent).rounded());
                let brief = json!({
                    "place": place,
                    "goals": goals,
                    "presence_stage": known["presence_stage"],
                    "hours_per_week": part,
                });
                let mut draft = json!({ "role": role, "level": level });
                draft["brief"] = without_nulls(brief);
                steps.add(ids::NEXT_DRAFT, Question::Draft, draft);
                let position = answer.pay.as_ref().and_then(|pay| pay.positions.first());
                match (profile.country, position) {
                    (None, _) => steps.add(ids::NEXT_COUNTRY, Question::Recommend, known.clone()),
                    (Some(_), position) => {
                        let mut pay =
                            json!({ "role": role, "level": level, "country": country, "region": region });
                        if position.and_then(|item| item.band).is_some() {
                            steps.add(ids::NEXT_PAY, Question::Salary, pay.clone());
                        }
                        // What the budget buys, else the middle of the market.
                        let bought = answer.budget.buys.as_ref().and_then(|buys| buys.purchase.as_ref());
                        let gross = match (bought, position.and_then(|item| item.band)) {
                            (Some(bought), _) => Some(bought.gross.amount),
                            (None, band) => band.map(|band| band.p50),
                        };
                        if let Some(gross) = gross
                            && position.is_some_and(|item| item.employer_cost.is_some())
                        {
                            pay["gross"] = json!(gross);
                            steps.add(ids::NEXT_COST, Question::Cost, pay);
                        }
                    }
                }
            }
            None => steps.add(ids::NEXT_COMPARE, Question::Compare, json!({ "country": country })),
        }
        if !answer.next_questions.is_empty() && profile.country.is_some() {
            steps.add(ids::NEXT_ANSWER, Question::Recommend, known);
        }
        answer.next = steps.done();
    }

    /// What stands at the head of a comparison: what the first two roles are paid, what each is, what to ask next.
    pub(super) fn outline_of_comparison(
        &self,
        answer: &Comparison<'_>,
        place: &Place,
        asking: Asking,
    ) -> Outline {
        let words = self.words(asking.lang);
        let here = capitalised(&answer.pay.holds_for.name);
        let name = |role: Role| self.name("role", role.id(), asking.lang);
        let all = answer.pay.levels.iter().find(|item| item.level.is_none());
        let roles: Vec<Role> = answer.roles.iter().map(|role| role.id).collect();
        let headline = match (roles.as_slice(), all.and_then(|item| item.gap_percent)) {
            ([first, second, ..], Some(gap)) => {
                let (first, second) = (name(*first), name(*second));
                let percent = crate::domain::locale::decimal(gap.abs(), 0, asking.lang);
                if percent == "0" {
                    said!(HEADLINE_COMPARE_SAME, place = &here, first = first, second = second)
                } else if gap > 0.0 {
                    said!(
                        HEADLINE_COMPARE_MORE,
                        place = &here,
                        first = first,
                        second = second,
                        percent = percent
                    )
                } else {
                    said!(
                        HEADLINE_COMPARE_LESS,
                        place = &here,
                        first = first,
                        second = second,
                        percent = percent
                    )
                }
            }
            ([_], _) => ids::HEADLINE_COMPARE_ONE.into(),
            _ => said!(HEADLINE_COMPARE_UNKNOWN, place = &here),
        };
        let about = |role: &crate::domain::views::RoleSummary<'_>| {
            let name = capitalised(&role.name.to_string());
            words.say(said!(
                SUMMARY_ROLE,
                role = name,
                text = first_sentence(&role.definition.text.to_string())
            ))
        };
        let say = |said| words.say(said);
        let mut steps = Steps::new(&say);
        // The country of a place where the city's own name says it.
        let here = json!({ "country": place.country, "region": place.region });
        steps.add(ids::NEXT_RECOMMEND, Question::Recommend, here.clone());
        for (role, message) in roles.iter().zip([ids::NEXT_PAY_OF, ids::NEXT_PAY_OF_SECOND]) {
            let mut with = here.clone();
            with["role"] = json!(role);
            if let Some(city) = &place.city {
                with["city"] = json!(city);
            }
            steps.add(message, Question::Salary, with);
        }
        Outline {
            headline: words.say(headline),
            summary: answer.roles.iter().take(MOST).map(about).collect(),
            next: steps.done(),
        }
    }
}

/// A text up to the end of its first sentence.
fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |at| &text[..=at])
}

/// An object without its empty fields.
fn without_nulls(mut object: Value) -> Value {
    if let Value::Object(fields) = &mut object {
        fields.retain(|_, value| !value.is_null());
    }
    object
}

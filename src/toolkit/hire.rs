//! Whom to hire: profiles read, recommendations and the interview.

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::{AskError, Asking, ReadError, Toolkit, without_mark};
use crate::domain::dated::Day;
use crate::domain::decide::answer::PositionView;
use crate::domain::decide::answer::Recommendation;
use crate::domain::decide::cited;
use crate::domain::decide::context::Context;
use crate::domain::decide::explain;
use crate::domain::decide::hours::Hours;
use crate::domain::decide::interview::{self, Asked, Interview};
use crate::domain::decide::run::{Affordability, Means};
use crate::domain::input::fault::InputError;
use crate::domain::input::reader::unknown_agreement;
use crate::domain::iso::{Country, Region};
use crate::domain::json;
use crate::domain::pay::answers::{Names, Need, PayAnswers};
use crate::domain::profile::{self, Profile, ProfileSeed};
use crate::domain::text::Phrase;
use crate::domain::vocab::{Role, UnknownValue, Verdict};

/// Verdict and points: all that is decided before anything is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which role is needed.
    pub verdict: Verdict,
    /// Who leads.
    pub lead: Option<Role>,
    /// Community manager's points.
    pub community_manager: i64,
    /// Social media manager's points.
    pub social_media_manager: i64,
}

/// How often a team is made smaller at most until a budget pays for it.
const MOST_CUTS: u32 = 20;

impl Toolkit {
    /// Reads a profile from JSON. `complete` asks for stage and goals.
    ///
    /// # Errors
    /// [`ReadError`], with every fault of the profile.
    pub fn read_profile(&self, json: &[u8], complete: bool) -> Result<Profile, ReadError> {
        let json = without_mark(json);
        let seed = ProfileSeed { goals: &self.catalog.decide().goal_index };
        let mut reader = serde_json::Deserializer::from_slice(json);
        let read = seed.deserialize(&mut reader).and_then(|profile| reader.end().map(|()| profile));
        match read {
            Ok(profile) if !complete || profile.presence_stage.is_some() && profile.goals.is_some() => {
                match self.wrong_agreement(&profile) {
                    Some(fault) => Err(ReadError::Invalid(vec![fault])),
                    None => Ok(profile),
                }
            }
            Ok(_) => Err(self.explain_failure(json, complete, None)),
            Err(error) => Err(self.explain_failure(json, complete, Some(&error))),
        }
    }

    /// The slow way, taken only when the fast one failed: says everything that is wrong.
    fn explain_failure(&self, json: &[u8], complete: bool, error: Option<&serde_json::Error>) -> ReadError {
        match json::read(json) {
            Err(fault) => ReadError::Syntax(fault),
            Ok(value) => {
                let errors = self.profile_faults(&value, complete);
                match error {
                    Some(error) if errors.is_empty() => ReadError::Syntax(json::Fault::of(json, error)),
                    _ => ReadError::Invalid(errors),
                }
            }
        }
    }

    /// Everything that is wrong with a profile.
    fn profile_faults(&self, value: &Value, complete: bool) -> Vec<InputError> {
        let code = |name: &str| value.get(name).and_then(Value::as_str);
        let country = code("country").and_then(Country::find).map(Country::code);
        let country = country.or_else(|| code("region").and_then(Region::find).map(Region::country));
        let pay = country.and_then(|country| self.catalog.pay_of(country).ok());
        let data = pay.map(|pay| &pay.data);
        profile::faults(value, &self.catalog.decide().goal_index, data, complete)
    }

    /// What is wrong with the collective agreement of a profile: the fast way reads any number.
    fn wrong_agreement(&self, profile: &Profile) -> Option<InputError> {
        let (number, country) = (profile.agreement?, profile.country?);
        let pay = self.catalog.pay_of(country.code()).ok()?;
        unknown_agreement(&pay.data, number, country.code(), "/agreement".to_owned())
    }

    fn context(&self, asking: Asking) -> Result<Context<'_>, AskError> {
        let name = |role: Role| self.name("role", role.id(), asking.lang);
        Ok(Context {
            data: self.catalog.decide(),
            book: self.catalog.rules_at(asking.as_of)?,
            lang: asking.lang,
            as_of: asking.as_of,
            version: self.catalog.version(),
            digest: self.catalog.digest(),
            role_names: [name(Role::CommunityManager), name(Role::SocialMediaManager)],
        })
    }

    /// Decides a profile without explaining it. Allocates nothing.
    ///
    /// # Errors
    /// [`AskError`] when no rules answer for the day.
    pub fn decide(&self, profile: &Profile, as_of: Day) -> Result<Decision, AskError> {
        let core = self.catalog.rules_at(as_of)?.decide_profile(profile)?;
        Ok(Decision {
            verdict: core.verdict,
            lead: core.lead,
            community_manager: core.cm,
            social_media_manager: core.smm,
        })
    }

    /// Whom to hire. Stage and goals of the profile must be known.
    ///
    /// # Errors
    /// [`AskError`] when a required field is missing or no rules answer for the day.
    pub fn recommend(&self, profile: &Profile, asking: Asking) -> Result<Recommendation<'_>, AskError> {
        let book = self.catalog.rules_at(asking.as_of)?;
        // Goals of other professions only: the stage cannot change the answer, and the interview does not ask for it.
        let settled = interview::settled_without_stage(book, profile);
        if profile.goals.is_none() || profile.presence_stage.is_none() && !settled {
            let value =
                serde_json::to_value(profile.named(&self.catalog.decide().goal_index)).unwrap_or_default();
            return Err(AskError::Input(self.profile_faults(&value, true)));
        }
        self.explained(&self.context(asking)?, profile, asking)
    }

    /// The recommendation, with pay and cost where a country is given. A budget that does not pay for everybody changes
    /// the staffing, never the verdict.
    fn explained<'c>(
        &'c self,
        context: &Context<'c>,
        profile: &Profile,
        asking: Asking,
    ) -> Result<Recommendation<'c>, AskError> {
        let mut answer = explain::recommend(context, profile)?;
        let Some(country) = profile.country else {
            self.add_steps(&mut answer, profile, asking);
            return Ok(answer);
        };
        let pay = self.catalog.pay_of(country.code())?;
        let market = self.pay_answers_with(pay, asking);
        if let Some(fault) = self.wrong_agreement(profile) {
            return Err(AskError::Input(vec![fault]));
        }
        let need = market.price(&answer.staffing.positions, profile);
        let whole = answer.headline.clone();
        let mut affordable = None;
        // The post whose pay is beyond the budget, as the work asks for it.
        let mut beyond = None;
        if let (Some(priced), Some(budget)) = (&need, profile.annual_budget) {
            affordable = PayAnswers::affordable(priced, budget);
            // Fewer people do more each, which may cost more than the budget again: one after the other goes, then the level
            // or the hours of the last.
            let mut staffed = need.clone();
            for _ in 0..MOST_CUTS {
                let Some(people) =
                    staffed.as_ref().and_then(|staffed| PayAnswers::affordable(staffed, budget))
                else {
                    break;
                };
                if people >= answer.staffing.people {
                    break;
                }
                let last = people == 0 && answer.staffing.people == 1;
                let means = match answer.staffing.positions.first().filter(|_| last) {
                    // Not even one as needed: a junior, or a part of the post, may be within reach.
                    Some(first) => {
                        affordable = Some(0);
                        beyond = staffed;
                        let full = Hours::whole(answer.staffing.load.full_time_hours);
                        let one = PositionView { count: 1, ..first.clone() };
                        market.means(profile, &one, budget, full, context.data.work.part_below_percent)
                    }
                    None => Means { people: people.max(1), ..Means::default() },
                };
                answer = explain::recommend_affordable(context, profile, Affordability::Priced(means))?;
                // What a junior or a part costs was looked at when it was chosen.
                if last {
                    break;
                }
                staffed = market.price(&answer.staffing.positions, profile);
            }
        }
        let names = Names {
            job: &|job| self.name("job", job.id(), asking.lang).to_owned(),
            level: &|level| self.level_name(level, asking.lang).to_owned(),
        };
        market.join(&mut answer, profile, Need { team: need, whole, beyond, affordable }, names);
        self.add_steps(&mut answer, profile, asking);
        Ok(answer)
    }

    /// The question to ask next, and the answer so far.
    ///
    /// # Errors
    /// [`AskError`] when a skipped field is not one that is asked, or no rules answer for the day.
    pub fn interview(
        &self,
        profile: &Profile,
        skipped: &[&str],
        asking: Asking,
    ) -> Result<Interview<'_>, AskError> {
        let context = self.context(asking)?;
        let mut passed = Vec::new();
        for field in skipped {
            let known = interview::ASKED.iter().find(|known| *known == field);
            let known = known.ok_or_else(|| UnknownValue::new("question", field, interview::ASKED))?;
            if !passed.contains(known) {
                passed.push(*known);
            }
        }
        let open = interview::open_questions(context.data, context.book, profile, &passed);
        let labels = |attribute: &str, value: &str| {
            self.catalog.label(attribute, value).map_or(Phrase::from(""), |text| text.phrase(asking.lang))
        };
        let question = open.first().and_then(|open| interview::ask(&context, open, labels));
        let settled = interview::settled_without_stage(context.book, profile);
        let recommendation = match (profile.presence_stage, profile.goals) {
            (Some(_), Some(_)) => Some(self.explained(&context, profile, asking)?),
            (None, Some(_)) if settled => Some(self.explained(&context, profile, asking)?),
            _ => None,
        };
        let sources =
            question.as_ref().map_or(Vec::new(), |asked| cited::cited(context.data, [asked.sources]));
        Ok(Interview {
            done: question.is_none(),
            question,
            open: open.iter().map(|open| open.field).collect(),
            skipped: passed,
            recommendation,
            input: profile.named(&context.data.goal_index),
            lang: asking.lang,
            as_of: asking.as_of,
            data_version: self.catalog.version(),
            sources,
        })
    }

    /// One question of the interview, whether it can still change anything or not; none that is not asked.
    #[must_use]
    pub fn interview_question(&self, id: &str, asking: Asking) -> Option<Asked<'_>> {
        let field = interview::ASKED.iter().find(|known| **known == id)?;
        let context = self.context(asking).ok()?;
        let labels = |attribute: &str, value: &str| {
            self.catalog.label(attribute, value).map_or(Phrase::from(""), |text| text.phrase(asking.lang))
        };
        let open = interview::Open {
            field,
            before: 0,
            after: 0,
            answers: 0,
            parts: Vec::new(),
            narrows: crate::domain::decide::hours::Hours(0),
        };
        interview::ask(&context, &open, labels)
    }

    /// Every question of the interview.
    #[must_use]
    pub fn interview_questions(&self, asking: Asking) -> Vec<Asked<'_>> {
        interview::ASKED.iter().filter_map(|id| self.interview_question(id, asking)).collect()
    }
}

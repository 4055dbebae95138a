//! The brief of a draft: what the employer knows, read from JSON with every fault named.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::terms::{Address, Cefr, Contract, FromBand, Tone};
use crate::domain::dated::Day;
use crate::domain::decide::hours::{Hours, Task};
use crate::domain::goal::GoalIndex;
use crate::domain::input::fault::InputError;
use crate::domain::input::questions;
use crate::domain::input::reader::{Known, Reader, wrong};
use crate::domain::message::{ids, said};
use crate::domain::money::Cents;
use crate::domain::pay::data::PayData;
use crate::domain::pay::figure::Period;
use crate::domain::pay::job::Job;
use crate::domain::pay::place::Place;
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, Stage};

/// Who hires.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Company {
    /// Legal or brand name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it does, in a sentence or a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Employees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
    /// Site or profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
}

/// A language and its level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Language {
    /// The language, as it is to be written.
    pub language: String,
    /// Level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Cefr>,
}

/// Pay as the employer gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum BriefPay {
    /// `from-band`: propose it.
    FromBand(FromBand),
    /// A range or a fixed amount.
    Given(GivenPay),
}

/// A range, one end of it or a fixed amount, gross.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct GivenPay {
    /// Lower end; none: up to `max`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Cents>,
    /// Upper end, the same for a fixed amount; none: from `min` on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Cents>,
    /// ISO 4217 currency.
    pub currency: String,
    /// What it is paid for.
    pub period: Period,
    /// Monthly payments a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payments: Option<u32>,
}

/// What is known about a post. Everything is optional: what is missing becomes a gap.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Brief {
    /// Who hires.
    pub company: Company,
    /// Country, region and known city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// City as it is to be written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Remote days a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remote_days: Option<u32>,
    /// Whether the work may be done wholly away from the office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fully_remote: Option<bool>,
    /// Contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// Months, of a contract with an end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_months: Option<u32>,
    /// Hours a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<Hours>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub start_date: Option<Day>,
    /// Stage of the online presence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presence_stage: Option<Stage>,
    /// Goals, in order of weight.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<String>,
    /// Pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<BriefPay>,
    /// What may be spent in a year, contributions included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<u64>,
    /// Diploma that an apprentice prepares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diploma: Option<String>,
    /// School of an apprentice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// How an apprentice's time is shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rhythm: Option<String>,
    /// Who guides an apprentice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tutor: Option<String>,
    /// Bonus, commission, equity; `none` when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_compensation: Option<String>,
    /// Collective agreement; `none` when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collective_agreement: Option<String>,
    /// Whether more than the stated minimum may be paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pays_more: Option<bool>,
    /// Benefits, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<String>,
    /// Tasks with their hours a week; empty where the published shares of the role divide the week.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub week: Vec<TaskHours>,
    /// Tools.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tools: Vec<String>,
    /// Networks and spaces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub platforms: Vec<String>,
    /// Languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The team.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// To whom the person reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<String>,
    /// Missions that the draft leaves out, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leave_out: Vec<String>,
    /// Steps of the selection.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub process: Vec<String>,
    /// Last day to apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub closing_date: Option<Day>,
    /// Day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub date_posted: Option<Day>,
    /// Whom to write to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Reference of the post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Whether software screens or ranks applications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai_screening: Option<bool>,
    /// Whether the vacancy exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub existing_vacancy: Option<bool>,
    /// How the ad speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    /// Tu or vous, in French.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
}

/// What is asked: a draft for a role.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftQuestion {
    /// The role, or both in one post.
    pub role: Job,
    /// The level.
    pub level: Option<Level>,
    /// Language of the draft.
    pub language: Lang,
    /// The brief.
    pub brief: Brief,
    /// Refuse a draft in which something is missing that the law requires.
    pub strict: bool,
    /// Whether the other language is written too.
    pub both: bool,
}

/// Reads the question of a draft. `lang` is the language when the question names none.
///
/// # Errors
/// Every fault, with its place.
pub fn question(
    data: &PayData,
    goals: &GoalIndex,
    missions: &[&str],
    value: &Value,
    lang: Lang,
) -> Result<DraftQuestion, Vec<InputError>> {
    let known = Known { goals: Some(goals), pay: Some(data), missions: Some(missions) };
    let mut reader = Reader::new(known, value, "", questions::DRAFT)?;
    let (role, level) = (reader.job(), reader.level());
    let language = reader.choice("language").unwrap_or(lang);
    let (strict, both) = (reader.flag("strict"), reader.flag("both"));
    let brief = match reader.get("brief") {
        None => Some(Brief::default()),
        Some(_) => reader.object("brief", |inner| Some(brief(inner))),
    };
    let found =
        role.zip(brief).map(|(role, brief)| DraftQuestion { role, level, language, brief, strict, both });
    reader.finish(found)
}

fn brief(reader: &mut Reader<'_, '_>) -> Brief {
    let languages = reader.languages("languages").into_iter();
    let mut brief = Brief {
        presence_stage: reader.choice("presence_stage"),
        contract: reader.choice("contract"),
        tone: reader.choice("tone"),
        address: reader.choice("address"),
        remote_days: reader.count("remote_days"),
        duration_months: reader.count("duration_months"),
        hours_per_week: reader.hours("hours_per_week"),
        budget: reader.whole("budget"),
        diploma: reader.line("diploma"),
        school: reader.line("school"),
        rhythm: reader.line("rhythm"),
        tutor: reader.line("tutor"),
        fully_remote: reader.maybe("fully_remote"),
        pays_more: reader.maybe("pays_more"),
        ai_screening: reader.maybe("ai_screening"),
        existing_vacancy: reader.maybe("existing_vacancy"),
        start_date: reader.day("start_date"),
        closing_date: reader.day("closing_date"),
        date_posted: reader.day("date_posted"),
        other_compensation: reader.line("other_compensation"),
        collective_agreement: reader.line("collective_agreement"),
        team: reader.line("team"),
        reports_to: reader.line("reports_to"),
        contact: reader.line("contact"),
        reference: reader.line("reference"),
        benefits: reader.lines("benefits"),
        week: week(reader),
        tools: reader.lines("tools"),
        platforms: reader.lines("platforms"),
        leave_out: reader.missions("leave_out"),
        process: reader.lines("process"),
        goals: goals(reader),
        languages: languages.map(|(language, level)| Language { language, level }).collect(),
        ..Brief::default()
    };
    if let (Some(posted), Some(closing)) = (brief.date_posted, brief.closing_date)
        && closing <= posted
    {
        reader.errors.push(wrong(reader.at("closing_date"), ids::FAULT_MUST_LIE_AFTER_DATE_PUBLICATION));
    }
    if brief.contract == Some(Contract::Permanent) && brief.duration_months.is_some() {
        reader.errors.push(wrong(reader.at("duration_months"), ids::FAULT_PERMANENT_CONTRACT_HAS_LENGTH));
    }
    if brief.fully_remote == Some(true) && brief.remote_days.is_some_and(|days| days < 5) {
        reader.errors.push(wrong(reader.at("remote_days"), ids::FAULT_POST_FULLY_REMOTE_KEEP_ONE));
    }
    let company = reader.object("company", |inner| {
        let (employees, tone) = (inner.count("employees"), inner.choice("tone"));
        let (name, activity) = (inner.line("name"), inner.line("activity"));
        Some((Company { name, activity, employees, website: inner.web("website") }, tone))
    });
    if let Some((company, tone)) = company {
        brief.company = company;
        brief.tone = brief.tone.or(tone);
    }
    reader.object("place", |inner| {
        place(inner, &mut brief);
        Some(())
    });
    brief.pay = pay(reader);
    brief
}

/// The goals: missions follow from every one; its priority is checked, and plays no part.
fn goals(reader: &mut Reader<'_, '_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (goal, _) in reader.goals("goals") {
        if found.iter().all(|known| known != goal) {
            found.push(goal.to_owned());
        }
    }
    found
}

fn place(reader: &mut Reader<'_, '_>, brief: &mut Brief) {
    brief.city = reader.line("city");
    brief.postal_code = reader.line("postal_code");
    brief.street = reader.line("street");
    let (city, earlier) = (reader.at("city"), reader.errors.len());
    let codes = reader.get("country").is_some() || reader.get("region").is_some();
    brief.place = reader.place();
    // A city that pay does not know is still a place of work.
    if brief.place.is_none() && codes {
        reader.errors.retain(|error| error.pointer != city || error.code != "unknown-value");
        if reader.errors.len() == earlier {
            brief.place = reader.place_without_city();
        }
    }
}

fn pay(reader: &mut Reader<'_, '_>) -> Option<BriefPay> {
    if reader.get("pay").is_some_and(Value::is_string) {
        return reader.named("pay", str::parse).map(BriefPay::FromBand);
    }
    reader.object("pay", |inner| {
        let amount = inner.cents("amount");
        let (min, max) = (inner.cents("min").or(amount), inner.cents("max").or(amount));
        if amount.is_some() && (inner.get("min").is_some() || inner.get("max").is_some()) {
            inner.errors.push(wrong(inner.at("amount"), ids::FAULT_GIVE_FIXED_AMOUNT_AMOUNT_RANGE));
        }
        if min.is_none() && max.is_none() && inner.errors.is_empty() {
            inner.errors.push(InputError::new(
                inner.at("min"),
                "missing-field",
                ids::FAULT_GIVE_MIN_MAX_BOTH_AMOUNT,
            ));
        }
        let (period, payments) = (inner.period(), inner.count("payments"));
        let currency = inner.currency("currency");
        if let (Some(low), Some(high)) = (min, max)
            && low > high
        {
            inner.errors.push(wrong(inner.at("min"), ids::FAULT_MIN_ABOVE_MAX));
        }
        min.or(max)?;
        Some(BriefPay::Given(GivenPay {
            min,
            max,
            currency: currency?.to_owned(),
            period: period?,
            payments: payments.filter(|payments| *payments != 12),
        }))
    })
}

/// Hours that a task takes a week, as a brief writes them: `answering: 12.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskHours {
    /// The task.
    pub task: Task,
    /// Hours a week.
    pub hours: Hours,
}

impl serde::Serialize for TaskHours {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let half = if self.hours.0.is_multiple_of(2) { "" } else { ".5" };
        serializer.collect_str(&format_args!("{}: {}{half}", self.task, self.hours.0 / 2))
    }
}

/// The tasks of the week, each once, with half an hour to a whole week.
fn week(reader: &mut Reader<'_, '_>) -> Vec<TaskHours> {
    let mut found: Vec<TaskHours> = Vec::new();
    for (pointer, line) in reader.lines_with_places("week") {
        let Some((task, hours)) = line.split_once(':') else {
            reader.errors.push(wrong(pointer, ids::FAULT_WRITE_TASK_ITS_HOURS_SUCH));
            continue;
        };
        let hours: Option<f64> = hours.trim().trim_end_matches(['h', ' ']).replace(',', ".").parse().ok();
        let hours = hours.filter(|hours| (0.5..=168.0).contains(hours)).map(half_hours);
        match (task.trim().parse::<Task>(), hours) {
            (Err(error), _) => {
                reader.errors.push(InputError::unknown(pointer, "unknown-value", &error));
            }
            (Ok(_), None) => reader.errors.push(wrong(pointer, ids::FAULT_HOURS_GO_FROM_0_5)),
            (Ok(task), _) if found.iter().any(|known| known.task == task) => {
                reader.errors.push(wrong(pointer, said!(FAULT_TASK_GIVEN_TWICE, task = task.id())));
            }
            (Ok(task), Some(hours)) => found.push(TaskHours { task, hours }),
        }
    }
    found
}

/// Hours to the nearest half.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie within a week")]
fn half_hours(hours: f64) -> Hours {
    Hours((hours * 2.0).round() as u32)
}

#[cfg(test)]
mod tests;

//! The parameters of the work as `data/work.toml` holds them: minutes by task, what is assumed, thresholds, professions
//! that help. [`super::load`] reckons with them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::hours::{Driver, Estimate, Task};
use crate::domain::goal::GoalIndex;
use crate::domain::provenance::Citations;
use crate::domain::text::Text;
use crate::domain::vocab::{Role, Size, Stage, Strength};

/// Most professions that help.
pub const MAX_SUPPORTS: usize = 6;

/// A percentage for each size of company.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BySize {
    pub(super) micro: u32,
    pub(super) small: u32,
    pub(super) medium: u32,
    pub(super) large: u32,
    pub(super) unknown: u32,
}

impl BySize {
    pub(super) const fn of(&self, size: Size) -> u32 {
        match size {
            Size::Micro => self.micro,
            Size::Small => self.small,
            Size::Medium => self.medium,
            Size::Large => self.large,
            Size::Unknown => self.unknown,
        }
    }
}

/// An estimate for each stage.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByStage {
    pub(super) absent: Estimate,
    pub(super) launching: Estimate,
    pub(super) growing: Estimate,
    pub(super) established: Estimate,
}

impl ByStage {
    pub(super) const fn of(&self, stage: Stage) -> Estimate {
        match stage {
            Stage::Absent => self.absent,
            Stage::Launching => self.launching,
            Stage::Growing => self.growing,
            Stage::Established => self.established,
        }
    }

    /// Every estimate.
    fn all(&self) -> [Estimate; 4] {
        [self.absent, self.launching, self.growing, self.established]
    }
}

/// A percentage for each market.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByMarket {
    pub(super) b2b: u32,
    pub(super) mixed: u32,
    pub(super) b2c: u32,
    pub(super) unknown: u32,
}

/// A percentage by number of channels.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByChannels {
    pub(super) one: u32,
    pub(super) two: u32,
    pub(super) three: u32,
    pub(super) four: u32,
    pub(super) more: u32,
}

/// What is assumed for money spent on advertising, and when.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssumedAds {
    /// Goals that make it likely.
    pub(super) goals_any: Vec<String>,
    pub(super) low: u32,
    pub(super) typical: u32,
    pub(super) high: u32,
    #[serde(skip)]
    pub(super) goals: u64,
}

/// What is taken where nobody said it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumed {
    /// Share, in percent, where the verdict does not ask for the role that owns the task.
    pub(super) without_role_percent: u32,
    pub(super) messages: ByStage,
    pub(super) posts: ByStage,
    pub(super) ad_thousands: AssumedAds,
    pub(super) market_percent: ByMarket,
    pub(super) size_percent: BySize,
    pub(super) posts_size_percent: BySize,
    pub(super) channels_percent: ByChannels,
    /// What stands behind it.
    pub sources: Citations,
}

/// A part of a task: something counted, times minutes; or a percentage on top of the other parts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskPart {
    /// What is counted.
    pub per: Driver,
    /// Minutes a week for each.
    #[serde(default)]
    pub minutes: Option<Estimate>,
    /// Percent on top, for each.
    #[serde(default)]
    pub percent: Option<Estimate>,
    /// At most so many are counted.
    #[serde(default)]
    pub most: Option<u32>,
    /// Whether it grows with the size of the company.
    #[serde(default)]
    pub by_size: bool,
    /// The role that the verdict must ask for, for all of it.
    #[serde(default)]
    pub role: Option<Role>,
    /// It counts only with one of these goals, where any are named.
    #[serde(default)]
    pub goals_any: Vec<String>,
    #[serde(skip)]
    pub(super) goals: u64,
    /// How strong the evidence is.
    pub strength: Strength,
    /// What stands behind it.
    pub sources: Citations,
}

/// A profession that takes over a task, and for which goals.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenBy {
    /// Id of a profession of this file.
    pub profession: String,
    /// Only with one of these goals, where any are named.
    #[serde(default)]
    pub goals_any: Vec<String>,
}

/// The parameters of one task.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskRecord {
    /// Which.
    pub id: Task,
    /// Its name, as something that is done.
    pub name: Text,
    /// Who takes over what one post cannot hold: the first whose goals are ticked.
    #[serde(default)]
    pub support: Vec<TakenBy>,
    /// Its parts.
    #[serde(rename = "part")]
    pub parts: Vec<TaskPart>,
}

/// A profession that helps.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupportRecord {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// One of them, in a sentence.
    pub one: Text,
    /// One who works part time, in a sentence.
    pub part: Text,
    /// Several, in a sentence; `{n}` is how many.
    pub many: Text,
    /// Too many hours to count people, in a sentence; `{h}` is how many hours there are at least.
    pub study: Text,
    /// What to do then.
    pub study_step: Text,
    /// What stands behind it.
    pub sources: Citations,
}

/// Whom to hire, in a sentence; `{role}`, `{n}` and `{h}` (hours a week) are filled in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HireWords {
    /// One manager.
    pub one: Text,
    /// One who works part time.
    pub part: Text,
    /// Several.
    pub many: Text,
    /// One who holds both roles.
    pub hybrid: Text,
    /// The same, part time.
    pub hybrid_part: Text,
}

/// The size of published teams.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Employees from which it is shown.
    pub employees_from: u32,
    /// What was found.
    pub text: Text,
    /// Who says so.
    pub sources: Citations,
}

/// A number with its sources.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced {
    /// The number.
    pub value: u32,
    /// What stands behind it.
    pub sources: Citations,
}

/// An estimate with its sources.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcedEstimate {
    pub(super) low: u32,
    pub(super) typical: u32,
    pub(super) high: u32,
    /// What stands behind it.
    pub sources: Citations,
}

impl SourcedEstimate {
    /// The numbers.
    #[must_use]
    pub const fn estimate(&self) -> Estimate {
        Estimate { low: self.low, typical: self.typical, high: self.high }
    }
}

/// Everything in `data/work.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkScale {
    /// Full-time hours a week where the country has no entry of its own.
    pub full_time_hours: u32,
    /// Full-time hours a week by country, from the records of the countries.
    #[serde(skip)]
    pub full_time_hours_by_country: BTreeMap<String, u32>,
    /// Share of a full-time post that an apprentice brings, in percent.
    pub apprentice_percent: Sourced,
    /// Hours a week of an agency of which no more is said.
    pub agency_hours: SourcedEstimate,
    /// Below this share of a post, in percent, the work is part of somebody's job.
    pub part_below_percent: u32,
    /// Up to this share of a post, in percent, one person does.
    pub stretch_percent: u32,
    /// Share of a post, in percent, that a role keeps of its own work before others take over.
    pub own_share_percent: u32,
    /// Goals for which whoever sets the line in a large company is senior.
    pub senior_goals: Vec<String>,
    /// Fewer hours than these are part of somebody's job.
    pub slight_below_hours: u32,
    /// Fewer hours than these are not worth another person.
    pub least_support_hours: u32,
    /// Hours of conversation from which people are not counted any more.
    pub study_above_hours: u32,
    /// People from which a social media manager leads.
    pub lead_from_people: u32,
    /// People from which the one who leads is senior.
    pub senior_from_people: u32,
    /// Languages from which one person is not enough.
    pub languages_for_two: u32,
    /// Whom to hire, in a sentence.
    pub hire: HireWords,
    /// What is taken where nobody said it.
    pub assumed: Assumed,
    /// The unit of a thousand spent on advertising, by currency.
    pub ad_thousand: BTreeMap<String, u64>,
    /// How parts grow with the size of the company.
    pub size_percent: BySize,
    /// The tasks.
    #[serde(rename = "task")]
    pub tasks: Vec<TaskRecord>,
    /// The professions that help.
    #[serde(rename = "support")]
    pub supports: Vec<SupportRecord>,
    /// Published sizes of teams.
    pub published: Vec<Published>,
    /// What stands behind the thresholds.
    pub sources: Citations,
    /// Goals that the two roles serve, as the goals' file groups them.
    #[serde(skip)]
    pub(super) ours: u64,
}

impl WorkScale {
    /// Looks up the goals that parts name; `ours` are those that no other profession takes.
    pub fn index_goals(&mut self, goals: &GoalIndex, ours: u64) {
        self.ours = ours;
        let set =
            |names: &[String]| names.iter().filter_map(|id| goals.find(id)).fold(0, |set, id| set | id.bit());
        self.assumed.ad_thousands.goals = set(&self.assumed.ad_thousands.goals_any);
        for part in self.tasks.iter_mut().flat_map(|task| &mut task.parts) {
            part.goals = set(&part.goals_any);
        }
    }

    /// Hours of a full-time week in a country.
    #[must_use]
    pub fn full_time_hours(&self, country: Option<&str>) -> u32 {
        country
            .and_then(|code| self.full_time_hours_by_country.get(code))
            .copied()
            .unwrap_or(self.full_time_hours)
    }

    /// The record of a task.
    #[must_use]
    pub fn task(&self, task: Task) -> Option<&TaskRecord> {
        self.tasks.iter().find(|record| record.id == task)
    }

    /// Who takes over a task, for these goals: a position in [`Self::supports`].
    #[must_use]
    pub fn taker(&self, task: Task, goals: u64, index: &GoalIndex) -> Option<usize> {
        let wanted = |taken: &&TakenBy| {
            taken.goals_any.is_empty()
                || taken.goals_any.iter().filter_map(|id| index.find(id)).any(|goal| goals & goal.bit() != 0)
        };
        let taken = self.task(task)?.support.iter().find(wanted)?;
        self.supports.iter().position(|record| record.id == taken.profession)
    }

    /// What stands behind each number.
    pub fn citations(&self) -> impl Iterator<Item = &Citations> {
        let own = [
            &self.sources,
            &self.apprentice_percent.sources,
            &self.agency_hours.sources,
            &self.assumed.sources,
        ];
        own.into_iter()
            .chain(self.tasks.iter().flat_map(|task| task.parts.iter().map(|part| &part.sources)))
            .chain(self.supports.iter().map(|support| &support.sources))
            .chain(self.published.iter().map(|published| &published.sources))
    }

    /// Every text.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let supports = self
            .supports
            .iter()
            .flat_map(|item| [&item.name, &item.one, &item.part, &item.many, &item.study, &item.study_step]);
        let tasks = self.tasks.iter().map(|task| &task.name);
        let HireWords { one, part, many, hybrid, hybrid_part } = &self.hire;
        let hire = [one, part, many, hybrid, hybrid_part];
        tasks.chain(supports).chain(hire).chain(self.published.iter().map(|published| &published.text))
    }

    /// Every goal that is named.
    pub fn goals_named(&self) -> impl Iterator<Item = &str> {
        let parts = self.tasks.iter().flat_map(|task| {
            let takers = task.support.iter().flat_map(|taken| &taken.goals_any);
            task.parts.iter().flat_map(|part| &part.goals_any).chain(takers)
        });
        let named = self.assumed.ad_thousands.goals_any.iter().chain(&self.senior_goals);
        named.chain(parts).map(String::as_str)
    }

    /// What is wrong with the numbers; empty where nothing is.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for task in Task::ALL {
            let count = self.tasks.iter().filter(|record| record.id == *task).count();
            if count != 1 {
                faults.push(format!("task `{task}` is described {count} times; describe every task once"));
            }
        }
        for record in &self.tasks {
            for part in &record.parts {
                let given = [part.minutes, part.percent];
                if given.iter().flatten().count() != 1 {
                    faults.push(format!(
                        "task `{}`, part `{}`: give either minutes or percent",
                        record.id, part.per
                    ));
                }
                if given.iter().flatten().any(|estimate| !estimate.in_order()) {
                    faults.push(format!(
                        "task `{}`, part `{}`: a range must satisfy low <= typical <= high",
                        record.id, part.per
                    ));
                }
            }
            for taken in &record.support {
                if !self.supports.iter().any(|known| known.id == taken.profession) {
                    faults.push(format!(
                        "task `{}`: unknown profession `{}`; describe it in a [[support]]",
                        record.id, taken.profession
                    ));
                }
            }
        }
        let assumed = self.assumed.messages.all().into_iter().chain(self.assumed.posts.all());
        let ads = &self.assumed.ad_thousands;
        let ads = Estimate { low: ads.low, typical: ads.typical, high: ads.high };
        if assumed.chain([ads, self.agency_hours.estimate()]).any(|estimate| !estimate.in_order()) {
            faults.push("a range must satisfy low <= typical <= high".to_owned());
        }
        if self.full_time_hours == 0 || self.full_time_hours > 168 {
            faults.push("full_time_hours must lie from 1 to 168".to_owned());
        }
        if self.part_below_percent >= 100 || self.stretch_percent < 100 || self.stretch_percent > 200 {
            faults.push(
                "part_below_percent must stay below 100, stretch_percent lie from 100 to 200".to_owned(),
            );
        }
        if self.supports.len() > MAX_SUPPORTS {
            faults.push(format!("there are more than {MAX_SUPPORTS} professions that help"));
        }
        faults
    }
}

//! Workload: how many hours a week the work takes, task by task.
//!
//! Each task is a sum of parts, each part a number of something (messages, posts, languages …) times minutes. Numbers that
//! the profile does not say are taken from goals, stage and size, as a wide range; the parameters are data
//! (`data/work.toml`) with their sources. The published figures disagree several-fold (`docs/method/team.md`), so every
//! estimate has a low, a typical and a high value. How hours become people is [`super::team`]'s business.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};

use crate::domain::goal::GoalIndex;
use crate::domain::profile::{Profile, Workload};
use crate::domain::provenance::Citations;
use crate::domain::text::Text;
use crate::domain::vocab::{Market, Role, Size, Stage, Strength, Verdict, vocabulary};

vocabulary! {
    /// The work that nobody in post does yet, in full-time posts.
    LoadClass("load") {
        /// Those who are there carry it.
        Carried = "carried",
        /// Those who are there part time carry it with more hours.
        Raised = "raised",
        /// Less than about a day a week.
        Slight = "slight",
        /// Under a third of a post.
        Light = "light",
        /// Up to about one post.
        Full = "full",
        /// More than one post.
        Heavy = "heavy",
        /// A team of three people or more.
        Team = "team",
    }
}

vocabulary! {
    /// A sort of work on social networks.
    Task("task") {
        /// Answering messages and comments.
        Answering = "answering",
        /// Moderating, and keeping watch out of hours.
        Moderating = "moderating",
        /// Keeping a community alive.
        Animating = "animating",
        /// Text and pictures.
        Posts = "producing-posts",
        /// Videos up to about a minute and a half.
        ShortVideo = "producing-short-video",
        /// Longer videos.
        LongVideo = "producing-long-video",
        /// Planning and strategy.
        Planning = "planning",
        /// Advertising.
        Advertising = "advertising",
        /// Listening and reputation.
        Listening = "listening",
        /// Analysis and reporting.
        Analysis = "analysis",
        /// Coordination.
        Coordination = "coordination",
    }
}

/// How many tasks there are.
pub const TASKS: usize = Task::ALL.len();

impl Task {
    /// Whether it is conversation, which customer care or moderators can take over.
    #[must_use]
    pub const fn is_conversation(self) -> bool {
        matches!(self, Self::Answering | Self::Moderating)
    }

    /// Whether it is production, which content creators or videographers can take over.
    #[must_use]
    pub const fn is_production(self) -> bool {
        matches!(self, Self::Posts | Self::ShortVideo | Self::LongVideo)
    }

    /// Whose task it is where both roles are there.
    #[must_use]
    pub const fn owner(self) -> Role {
        match self {
            Self::Answering | Self::Moderating | Self::Animating | Self::Listening => Role::CommunityManager,
            _ => Role::SocialMediaManager,
        }
    }
}

vocabulary! {
    /// What a part of a task grows with.
    Driver("driver") {
        /// Messages that need an answer.
        Message = "message",
        /// Posts of no stated kind.
        Post = "post",
        /// Posts of text.
        TextPost = "text-post",
        /// Posts with pictures.
        ImagePost = "image-post",
        /// Short videos.
        ShortVideo = "short-video",
        /// Longer videos.
        LongVideo = "long-video",
        /// Languages beyond the first.
        ExtraLanguage = "extra-language",
        /// One, wherever the need is ours.
        Need = "need",
        /// Goals of ours beyond the first two.
        FurtherGoal = "further-goal",
        /// One, with a community space of one's own.
        OwnSpace = "own-space",
        /// One, where evenings and weekends are covered.
        OutOfHours = "out-of-hours",
        /// One, where they are and answers are promised within four hours.
        OutOfHoursPrompt = "out-of-hours-prompt",
        /// One, where they are and answers are promised within an hour.
        OutOfHoursImmediate = "out-of-hours-immediate",
        /// One, where answers are promised within four hours.
        PromptReply = "prompt-reply",
        /// One, where answers are promised within an hour.
        ImmediateReply = "immediate-reply",
        /// One, where money is spent on advertising.
        AdAccount = "ad-account",
        /// Thousands spent on advertising a month.
        AdThousand = "ad-thousand",
        /// Hundreds of hours of all other tasks.
        OtherHours = "other-hours",
        /// Apprentices to look after.
        Apprentice = "apprentice",
    }
}

/// How many drivers there are.
const DRIVERS: usize = Driver::ALL.len();

vocabulary! {
    /// An input on which the estimate rests.
    Input("input of the load") {
        /// Messages a week.
        Messages = "messages_per_week",
        /// Posts a week.
        Posts = "posts_per_week",
        /// Advertising budget.
        AdBudget = "ad_budget_per_month",
    }
}

/// A low, a typical and a high value of one parameter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// Low end.
    pub low: u32,
    /// What is met most often.
    pub typical: u32,
    /// High end.
    pub high: u32,
}

impl Estimate {
    /// The same number three times: it was said.
    #[must_use]
    pub const fn exactly(value: u32) -> Self {
        Self { low: value, typical: value, high: value }
    }

    /// Whether the ends are in order.
    #[must_use]
    pub const fn in_order(&self) -> bool {
        self.low <= self.typical && self.typical <= self.high
    }
}

/// Hours a week, kept in half hours so that sums are exact; written as a number of hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours(pub u32);

impl Hours {
    /// Whole hours.
    #[must_use]
    pub const fn whole(hours: u32) -> Self {
        Self(hours.saturating_mul(2))
    }

    /// A percentage of the hours, rounded down to half hours.
    #[must_use]
    pub const fn percent(self, percent: u32) -> Self {
        Self((self.0 as u64 * percent as u64 / 100) as u32)
    }

    /// These hours in percent of others, to the nearest percent.
    #[must_use]
    pub const fn share_of(self, whole: Self) -> u32 {
        let whole = if whole.0 == 0 { 1 } else { whole.0 as u64 };
        ((self.0 as u64 * 200 + whole) / (2 * whole)) as u32
    }

    /// To the nearest whole hour, for sentences.
    #[must_use]
    pub const fn rounded(self) -> u32 {
        self.0.div_ceil(2)
    }

    /// What is left of them.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Hours {
    fn sum<I: Iterator<Item = Self>>(hours: I) -> Self {
        hours.fold(Self(0), Self::and)
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(2) {
            serializer.serialize_u32(self.0 / 2)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 2.0)
        }
    }
}

impl utoipa::PartialSchema for Hours {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::Number)
            .description(Some("Hours a week, to the half hour."))
            .minimum(Some(0))
            .into()
    }
}

impl utoipa::ToSchema for Hours {
    fn name() -> std::borrow::Cow<'static, str> {
        "Hours".into()
    }
}

/// Hours a week as a range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Span {
    /// Low estimate.
    pub low: Hours,
    /// What staffing follows.
    pub typical: Hours,
    /// High estimate.
    pub high: Hours,
}

impl Span {
    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            low: self.low.and(other.low),
            typical: self.typical.and(other.typical),
            high: self.high.and(other.high),
        }
    }
}

/// A percentage for each size of company.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BySize {
    micro: u32,
    small: u32,
    medium: u32,
    large: u32,
    unknown: u32,
}

impl BySize {
    const fn of(&self, size: Size) -> u32 {
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
    absent: Estimate,
    launching: Estimate,
    growing: Estimate,
    established: Estimate,
}

impl ByStage {
    const fn of(&self, stage: Stage) -> Estimate {
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
    b2b: u32,
    mixed: u32,
    b2c: u32,
    unknown: u32,
}

/// A percentage by number of channels.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByChannels {
    one: u32,
    two: u32,
    three: u32,
    four: u32,
    more: u32,
}

/// What is assumed for money spent on advertising, and when.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssumedAds {
    /// Goals that make it likely.
    goals_any: Vec<String>,
    low: u32,
    typical: u32,
    high: u32,
    #[serde(skip)]
    goals: u64,
}

/// What is taken where nobody said it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumed {
    /// Share, in percent, where the verdict does not ask for the role that owns the task.
    without_role_percent: u32,
    messages: ByStage,
    posts: ByStage,
    ad_thousands: AssumedAds,
    market_percent: ByMarket,
    size_percent: BySize,
    posts_size_percent: BySize,
    channels_percent: ByChannels,
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
    goals: u64,
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
    low: u32,
    typical: u32,
    high: u32,
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
    ours: u64,
}

/// The hours of one task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskLoad {
    /// Hours a week.
    pub hours: Span,
    /// Whether something in it was assumed.
    pub assumed: bool,
}

/// The estimate for one input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Each task.
    pub tasks: [TaskLoad; TASKS],
    /// A full-time week.
    pub full_time: Hours,
    /// What each input that was not said was taken to be.
    pub assumed: [Option<Estimate>; Input::ALL.len()],
    /// Hours of the watch out of hours, within moderating: somebody else's week.
    pub out_of_hours: Hours,
}

impl Load {
    /// All tasks together.
    #[must_use]
    pub fn total(&self) -> Span {
        self.tasks.iter().fold(Span::default(), |sum, task| sum.and(task.hours))
    }

    /// The hours of a task that staffing follows.
    #[must_use]
    pub const fn typical(&self, task: Task) -> Hours {
        self.tasks[task as usize].hours.typical
    }

    /// Whether the count of messages or posts was given, so that the class rests on more than an assumption.
    #[must_use]
    pub const fn told(&self) -> bool {
        self.assumed[Input::Messages as usize].is_none() || self.assumed[Input::Posts as usize].is_none()
    }
}

/// Counts in hundredths: assumed numbers need not be whole.
type Counts = [[u64; 3]; DRIVERS];

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
                || taken
                    .goals_any
                    .iter()
                    .filter_map(|id| index.find(id))
                    .any(|goal| goals & goal.bit() != 0)
        };
        let taken = self.task(task)?.support.iter().find(wanted)?;
        self.supports.iter().position(|record| record.id == taken.profession)
    }

    /// Estimates the work for a verdict. Without one of ours there is none.
    #[must_use]
    pub fn estimate(&self, profile: &Profile, verdict: Verdict) -> Load {
        let country = profile.country.map(crate::domain::iso::Country::code);
        let full_time = Hours::whole(self.full_time_hours(country));
        let mut load = Load {
            tasks: [TaskLoad::default(); TASKS],
            full_time,
            assumed: [None; Input::ALL.len()],
            out_of_hours: Hours(0),
        };
        if verdict == Verdict::Neither {
            return load;
        }
        let mut counts = self.counts(profile, verdict, &mut load);
        let goals = profile.goals.map_or(0, |goals| goals.all());
        let size = u64::from(self.size_percent.of(profile.size()));
        // Coordination grows with everything else, so it comes last.
        let last = |record: &&TaskRecord| record.id == Task::Coordination;
        for record in self.tasks.iter().filter(|record| !last(record)).chain(self.tasks.iter().filter(last)) {
            if record.id == Task::Coordination {
                // Half hours in hundredths of a hundred hours.
                let all = load.total();
                counts[Driver::OtherHours as usize] =
                    [all.low, all.typical, all.high].map(|hours| u64::from(hours.0) / 2);
            }
            // In hundredths of a minute.
            let (mut sum, mut on_top, mut watch) = ([0_u64; 3], [0_u64; 3], 0_u64);
            let mut assumed = false;
            for part in &record.parts {
                if !part.goals_any.is_empty() && part.goals & goals == 0 {
                    continue;
                }
                let scale = |value: u64| if part.by_size { value * size / 100 } else { value };
                let role = part.role.is_none_or(|role| verdict.includes(role));
                let reduced = |value: u64| {
                    if role { value } else { value * u64::from(self.assumed.without_role_percent) / 100 }
                };
                let most = part.most.map_or(u64::MAX, |most| u64::from(most) * 100);
                let count = counts[part.per as usize].map(|count| count.min(most));
                let times = |each: Estimate| {
                    [(count[0], each.low), (count[1], each.typical), (count[2], each.high)]
                        .map(|(count, each)| reduced(scale(count * u64::from(each))))
                };
                if let Some(minutes) = part.minutes {
                    let added = times(minutes);
                    for (sum, added) in sum.iter_mut().zip(added) {
                        *sum += added;
                    }
                    if matches!(
                        part.per,
                        Driver::OutOfHours | Driver::OutOfHoursPrompt | Driver::OutOfHoursImmediate
                    ) {
                        watch += added[1];
                    }
                    assumed |= added[2] > 0 && Self::rests_on(part.per, &load);
                }
                if let Some(percent) = part.percent {
                    for (on_top, added) in on_top.iter_mut().zip(times(percent)) {
                        *on_top += added / 100;
                    }
                }
            }
            let minutes = |at: usize| sum[at] * (100 + on_top[at]) / 10_000;
            let halves = |minutes: u64| u32::try_from(minutes).unwrap_or(u32::MAX);
            let typical = Hours(halves((minutes(1) + 15) / 30));
            let low = Hours(halves(minutes(0) / 30).min(typical.0));
            let high = Hours(halves(minutes(2).div_ceil(30)).max(typical.0));
            load.tasks[record.id as usize] = TaskLoad { hours: Span { low, typical, high }, assumed };
            if watch > 0 {
                load.out_of_hours = Hours(halves((watch / 100 + 15) / 30)).min(typical);
            }
        }
        load
    }

    /// Whether a driver rests on an input that nobody gave.
    const fn rests_on(driver: Driver, load: &Load) -> bool {
        let input = match driver {
            Driver::Message => Input::Messages,
            Driver::Post => Input::Posts,
            Driver::AdAccount | Driver::AdThousand => Input::AdBudget,
            _ => return false,
        };
        load.assumed[input as usize].is_some()
    }

    /// How many of everything, and what of it was assumed.
    fn counts(&self, profile: &Profile, verdict: Verdict, load: &mut Load) -> Counts {
        let Workload { channels, messages_per_week, posts_per_week, posts, .. } =
            profile.workload.unwrap_or_default();
        let stage = profile.presence_stage.unwrap_or(Stage::Growing);
        let size = profile.size();
        let role = |role: Role| {
            if verdict.includes(role) { 100 } else { u64::from(self.assumed.without_role_percent) }
        };
        let mut counts: Counts = [[0; 3]; DRIVERS];
        let mut set = |driver: Driver, count: [u64; 3]| counts[driver as usize] = count;
        let told = |count: u32| [u64::from(count) * 100; 3];
        let flag = |holds: bool| if holds { [100; 3] } else { [0; 3] };
        let scaled = |estimate: Estimate, percents: &[u64]| {
            [estimate.low, estimate.typical, estimate.high].map(|value| {
                percents.iter().fold(u64::from(value) * 100, |value, percent| value * percent / 100)
            })
        };
        let whole = |count: [u64; 3]| {
            let [low, typical, high] = count.map(|count| u32::try_from(count.div_ceil(100)).unwrap_or(u32::MAX));
            Estimate { low, typical, high }
        };

        set(
            Driver::Message,
            match messages_per_week {
                Some(messages) => told(messages),
                None => {
                    let market = match profile.market {
                        None => self.assumed.market_percent.unknown,
                        Some(Market::B2b) => self.assumed.market_percent.b2b,
                        Some(Market::Mixed) => self.assumed.market_percent.mixed,
                        Some(Market::B2c) => self.assumed.market_percent.b2c,
                    };
                    let percents = [
                        u64::from(self.assumed.size_percent.of(size)),
                        u64::from(market),
                        role(Role::CommunityManager),
                    ];
                    let count = scaled(self.assumed.messages.of(stage), &percents);
                    load.assumed[Input::Messages as usize] = Some(whole(count));
                    count
                }
            },
        );

        let posts_by_kind = posts.unwrap_or_default();
        let kinds = posts_by_kind.counts();
        let by_kind = posts_by_kind.all();
        let drivers = [Driver::TextPost, Driver::ImagePost, Driver::ShortVideo, Driver::LongVideo];
        for (driver, count) in drivers.into_iter().zip(kinds) {
            set(driver, told(count));
        }
        set(
            Driver::Post,
            match posts_per_week {
                Some(posts) => told(posts.saturating_sub(by_kind)),
                None if posts.is_some() => [0; 3],
                None => {
                    let channels = match channels {
                        None => 100,
                        Some(0 | 1) => self.assumed.channels_percent.one,
                        Some(2) => self.assumed.channels_percent.two,
                        Some(3) => self.assumed.channels_percent.three,
                        Some(4) => self.assumed.channels_percent.four,
                        Some(_) => self.assumed.channels_percent.more,
                    };
                    let percents = [
                        u64::from(self.assumed.posts_size_percent.of(size)),
                        u64::from(channels),
                        role(Role::SocialMediaManager),
                    ];
                    let count = scaled(self.assumed.posts.of(stage), &percents);
                    load.assumed[Input::Posts as usize] = Some(whole(count));
                    count
                }
            },
        );

        let unit = |budget: crate::domain::money::Money| {
            self.ad_thousand.get(budget.currency.code()).copied().filter(|unit| *unit > 0).map(|unit| {
                // Hundredths of a thousand.
                [budget.amount.saturating_mul(100) / unit; 3]
            })
        };
        let goals = profile.goals.map_or(0, |goals| goals.all());
        let ads = &self.assumed.ad_thousands;
        let spent = match profile.ad_budget_per_month {
            Some(budget) => unit(budget),
            None if goals & ads.goals == 0 => Some([0; 3]),
            None => None,
        };
        let spent = spent.unwrap_or_else(|| {
            let assumed = Estimate { low: ads.low, typical: ads.typical, high: ads.high };
            load.assumed[Input::AdBudget as usize] = Some(assumed);
            scaled(assumed, &[100])
        });
        set(Driver::AdAccount, flag(spent[2] > 0));
        set(Driver::AdThousand, spent);

        let within = |hours: u32| profile.reply_within_hours.is_some_and(|promise| promise <= hours);
        let out = profile.out_of_hours == Some(true);
        set(Driver::ExtraLanguage, told(profile.languages.unwrap_or(1).saturating_sub(1)));
        set(Driver::Need, flag(true));
        set(Driver::FurtherGoal, told((goals & self.ours).count_ones().saturating_sub(2)));
        set(Driver::OwnSpace, flag(profile.own_space == Some(true)));
        set(Driver::OutOfHours, flag(out));
        set(Driver::OutOfHoursPrompt, flag(out && within(4)));
        set(Driver::OutOfHoursImmediate, flag(out && within(1)));
        set(Driver::PromptReply, flag(within(4)));
        set(Driver::ImmediateReply, flag(within(1)));
        set(Driver::Apprentice, told(profile.team.map_or(0, |team| team.apprentices.min(100))));
        counts
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
        let supports = self.supports.iter().flat_map(|item| {
            [&item.name, &item.one, &item.part, &item.many, &item.study, &item.study_step]
        });
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
                    faults.push(format!("task `{}`, part `{}`: give either minutes or percent", record.id, part.per));
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
            faults.push("part_below_percent must stay below 100, stretch_percent lie from 100 to 200".to_owned());
        }
        if self.supports.len() > super::team::MAX_SUPPORTS {
            faults.push(format!("there are more than {} professions that help", super::team::MAX_SUPPORTS));
        }
        faults
    }
}

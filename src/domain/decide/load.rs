//! Workload: how many hours a week the work takes, task by task.
//!
//! Each task is a sum of parts, each part a number of something (messages, posts, languages …) times minutes. Numbers that
//! the profile does not say are taken from goals, stage and size, as a wide range; the parameters are data
//! ([`super::scale`]) with their sources. The published figures disagree several-fold (`docs/method/team.md`), so every
//! estimate has a low, a typical and a high value. How hours become people is [`super::team`]'s business.

use super::hours::{DRIVERS, Driver, Estimate, Hours, Input, Span, TASKS, Task};
use super::scale::{TaskRecord, WorkScale};
use crate::domain::goal::GoalSet;
use crate::domain::profile::{Profile, Workload};
use crate::domain::vocab::{Market, Role, Stage, Verdict};

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
        let goals = profile.goals.map_or(0, GoalSet::all);
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
            let [low, typical, high] =
                count.map(|count| u32::try_from(count.div_ceil(100)).unwrap_or(u32::MAX));
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

        let goals = profile.goals.map_or(0, GoalSet::all);
        let spent = self.spent(profile, goals, load);
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

    /// Thousands spent on advertising a month, in hundredths.
    fn spent(&self, profile: &Profile, goals: u64, load: &mut Load) -> [u64; 3] {
        let told = match profile.ad_budget_per_month {
            Some(budget) => {
                let unit = self.ad_thousand.get(budget.currency.code()).filter(|unit| **unit > 0);
                unit.map(|unit| [budget.amount.saturating_mul(100) / unit; 3])
            }
            None if goals & self.assumed.ad_thousands.goals == 0 => Some([0; 3]),
            None => None,
        };
        told.unwrap_or_else(|| {
            let ads = &self.assumed.ad_thousands;
            load.assumed[Input::AdBudget as usize] =
                Some(Estimate { low: ads.low, typical: ads.typical, high: ads.high });
            [ads.low, ads.typical, ads.high].map(|thousands| u64::from(thousands) * 100)
        })
    }
}

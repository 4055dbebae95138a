//! Which published figures take part in a band, what brings each of them to what is asked for, and how much it weighs.
//!
//! Every usable figure of the country takes part; how near it is to what was asked decides its weight: the role itself
//! before a mixed sample before a neighbouring occupation, the level itself before all levels before another level, the
//! place itself before the country before another place. Figures of other countries never do. Where the country has no
//! figure of the role, those of our other roles stand in for it, through what the roles pay relative to each other in the
//! countries that have both.
//!
//! One survey has one voice: the figures of a series share the weight of the weightiest of them.

use std::collections::BTreeMap;

use super::combine::{Combine, Point};
use super::data::{Adjustment, AdjustmentKind, PayData};
use super::evidence::{Counted, Observation};
use super::figure::Post;
use super::job::Community;
use super::place::Site;
use crate::domain::vocab::{Grade, Level, Role, vocabulary};

/// How a band is made, beside the data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Method {
    /// How figures are combined into the median.
    pub combine: Combine,
    /// Share of general wage growth that reaches this pay, 0 to 1.
    pub pass_through: f64,
    /// Years after which a figure counts half.
    pub half_life: f64,
}

/// The method in use: among the best of the back-test (see `docs/results/backtest.md`).
pub const METHOD: Method = Method { combine: Combine::Pool, pass_through: 0.5, half_life: 4.0 };

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell<'a> {
    /// The role.
    pub role: Role,
    /// Whose community, where the role is community manager.
    pub community: Community,
    /// The level; none is all levels together.
    pub level: Option<Level>,
    /// Where.
    pub site: Site<'a>,
    /// When, on the scale of [`crate::domain::dated::years`].
    pub at: f64,
}

/// What the back-test leaves out of a band in order to predict it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Without {
    /// A survey or data set, with all its editions and cuts.
    pub series: Option<usize>,
    /// Every figure of the role itself and every mixed sample that holds it.
    pub own: bool,
    /// Figures of the user's ads, or all but those.
    pub counted: Counted,
}

vocabulary! {
    /// How near a figure's job, level or place is to the one asked for.
    Nearness("nearness") {
        /// The same.
        Own = "own",
        /// A sample that mixes it with others.
        Mixed = "mixed",
        /// Another one, near by.
        Other = "other",
    }
}

/// Most ratios that a figure goes through.
const STEPS: usize = 8;

/// The ratios that a figure went through, by number, with how often each was applied: 1, or -1 where it was divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    list: [(u16, i8); STEPS],
    count: u8,
}

impl Steps {
    fn push(&mut self, ratio: Ratio, times: i8) {
        if usize::from(self.count) < STEPS {
            self.list[usize::from(self.count)] = (ratio.number, times);
            self.count += 1;
        }
    }

    /// Each ratio by its number (see [`PayData::uncertainty_of`]) with how often it was applied.
    pub fn iter(&self) -> impl Iterator<Item = (u16, i8)> + '_ {
        self.list[..usize::from(self.count)].iter().copied()
    }
}

/// A ratio: its number and its logarithm.
#[derive(Clone, Copy, Debug)]
struct Ratio {
    number: u16,
    log: f64,
}

/// A figure that takes part in a band, with what was done to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Used {
    /// Position of the observation in [`PayData::observations`].
    pub observation: usize,
    /// How near its role is: the role, a mixed sample, a neighbouring occupation or another role of ours.
    pub role: Nearness,
    /// How near its level is: the level, all levels, another level.
    pub level: Nearness,
    /// How near its place is: the place asked for, the whole country, another place.
    pub place: Nearness,
    /// Years between the figure and the day asked for.
    pub age: f64,
    /// Whether the figure is later than the day asked for.
    pub later: bool,
    /// Logarithm of the growth from then to now.
    pub growth: f64,
    /// Years that no growth figure covers.
    pub uncovered: f64,
    /// Logarithm of the adjustment between roles.
    pub role_log: f64,
    /// Logarithm of the adjustment between levels.
    pub level_log: f64,
    /// Logarithm of the adjustment between places.
    pub place_log: f64,
    /// The ratios behind these three.
    pub steps: Steps,
    /// Adjusted centre and spread, and weight.
    pub point: Point,
    /// Whether the spread is its own.
    pub own_spread: bool,
}

const fn reliability(grade: Grade) -> f64 {
    match grade {
        Grade::High => 1.0,
        Grade::Medium => 0.6,
        Grade::Low => 0.25,
    }
}

/// A sample of this size counts half as much as a very large one.
const HALF_SAMPLE: f64 = 15.0;
/// What an unknown sample size counts as.
const UNKNOWN_SAMPLE: f64 = 0.4;
/// What the unprinted sample of an official statistic counts as: thousands of people stand behind it.
const OFFICIAL_SAMPLE: f64 = 0.9;
/// Spread where neither the figures nor the data name one.
pub(super) const SPREAD: f64 = 0.17;
/// Least spread: quartiles of a handful of like employers say nothing about the others.
pub(super) const LEAST_SPREAD: f64 = 0.06;

fn sample(n: u32) -> f64 {
    f64::from(n) / (f64::from(n) + HALF_SAMPLE)
}

/// The ratios that lead to a cell, looked up once.
struct Paths<'d, 'a> {
    data: &'d PayData,
    cell: Cell<'a>,
    /// All levels, junior, mid, senior.
    levels: [Option<Ratio>; 4],
    /// Online over brand.
    community: Option<(Ratio, f64)>,
    pool: Option<(Ratio, f64)>,
    /// Our roles over social media managers, in the order of [`Role::ALL`].
    roles: [Option<(Ratio, f64)>; 3],
    /// The place asked for.
    place: Option<Ratio>,
    /// Half quartile distance by the data: of all levels together, and of the level asked for.
    spreads: [f64; 2],
}

const fn slot(level: Option<Level>) -> usize {
    match level {
        None => 0,
        Some(Level::Junior) => 1,
        Some(Level::Mid) => 2,
        Some(Level::Senior) => 3,
    }
}

impl<'d, 'a> Paths<'d, 'a> {
    fn new(data: &'d PayData, cell: Cell<'a>) -> Self {
        let country = cell.site.country;
        let adjusted = |kind, role, level| data.adjustment_at(kind, role, level, country, None);
        let number = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let ratio = |(at, item): (usize, &Adjustment)| Ratio { number: number(at), log: item.ratio.ln() };
        let near =
            |found: Option<(usize, &'d Adjustment)>| found.map(|found| (ratio(found), found.1.nearness));
        let level = |level| adjusted(AdjustmentKind::Level, cell.role, Some(level)).map(ratio);
        let spread = |level: Option<Level>| {
            let found = adjusted(AdjustmentKind::Spread, cell.role, level);
            found.map_or(SPREAD, |(_, item)| item.ratio.ln())
        };
        let role = |role| near(adjusted(AdjustmentKind::Role, role, None));
        Self {
            levels: [None, level(Level::Junior), level(Level::Mid), level(Level::Senior)],
            community: near(adjusted(AdjustmentKind::Community, Role::CommunityManager, None)),
            pool: near(adjusted(AdjustmentKind::Pool, cell.role, None)),
            roles: [Role::CommunityManager, Role::SocialMediaManager, Role::ContentManager].map(role),
            place: Self::differential(data, cell.site, cell.role, cell.level),
            spreads: [spread(None), spread(cell.level)],
            data,
            cell,
        }
    }

    fn differential(data: &PayData, site: Site<'_>, role: Role, level: Option<Level>) -> Option<Ratio> {
        let at = data.differential_at(site, role, level)?;
        let number = u16::try_from(data.adjustments.len() + at).unwrap_or(u16::MAX);
        Some(Ratio { number, log: data.differentials[at].ratio.ln() })
    }

    /// How near the role of a figure is, its weight, and the logarithm that leads from it; none where nothing does.
    fn role(&self, item: &Observation, steps: &mut Steps) -> Option<(Nearness, f64, f64)> {
        let online = self.cell.role == Role::CommunityManager && self.cell.community == Community::Online;
        let (nearness, weight, log) = match item.role {
            role if role == Post::from(self.cell.role) => (Nearness::Own, 1.0, 0.0),
            Post::Pooled => {
                let (ratio, nearness) = self.pool?;
                steps.push(ratio, 1);
                (Nearness::Mixed, nearness, ratio.log)
            }
            Post::Neighbour => {
                let (kind, occupation) = (AdjustmentKind::Proxy, item.occupation.as_deref());
                let (at, found) = self.data.adjustment_at(
                    kind,
                    self.cell.role,
                    None,
                    self.cell.site.country,
                    occupation,
                )?;
                let ratio = Ratio { number: u16::try_from(at).unwrap_or(u16::MAX), log: found.ratio.ln() };
                steps.push(ratio, 1);
                (Nearness::Other, found.nearness, ratio.log)
            }
            Post::Hybrid => return None,
            other => self.borrowed(other.role()?, steps)?,
        };
        if !online || item.community == Some(Community::Online) {
            return Some((nearness, weight, log));
        }
        // What is published of brands, or of both kinds together, leads to online communities by a ratio.
        let (ratio, near) = self.community?;
        steps.push(ratio, 1);
        Some((nearness.max(Nearness::Mixed), weight * near, log + ratio.log))
    }

    /// From another role of ours, through what each pays relative to social media managers.
    fn borrowed(&self, from: Role, steps: &mut Steps) -> Option<(Nearness, f64, f64)> {
        let mut log = 0.0;
        let mut weight: f64 = 1.0;
        for (role, times) in [(self.cell.role, 1), (from, -1)] {
            if role == Role::SocialMediaManager {
                continue;
            }
            let (ratio, nearness) = self.roles[role as usize]?;
            steps.push(ratio, times);
            log += ratio.log * f64::from(times);
            weight = weight.min(nearness);
        }
        Some((Nearness::Other, weight, log))
    }

    fn level(&self, item: &Observation, steps: &mut Steps) -> (Nearness, f64, f64) {
        let asked = self.cell.level;
        if item.level == asked {
            return (Nearness::Own, 1.0, 0.0);
        }
        let mut log = 0.0;
        for (level, times) in [(asked, 1), (item.level, -1)] {
            if let Some(ratio) = self.levels[slot(level)] {
                steps.push(ratio, times);
                log += ratio.log * f64::from(times);
            }
        }
        match item.level {
            None => (Nearness::Mixed, 0.6, log),
            // Asked for all levels together, one level says something of it too.
            Some(_) => (Nearness::Other, if asked.is_none() { 0.4 } else { 0.25 }, log),
        }
    }

    /// How near the place of a figure is, and its weight.
    fn place(&self, item: &Observation) -> (Nearness, f64) {
        let site = self.cell.site;
        let region = item.region.as_deref();
        let same_region = region.is_some() && region == site.region;
        let whole = region.is_none() && item.area.is_none();
        let own = match site.area {
            Some(_) => item.within.as_deref() == site.area,
            None => same_region && item.within.is_none() || site.region.is_none() && whole,
        };
        if own {
            (Nearness::Own, 1.0)
        } else if whole || site.area.is_some() && same_region && item.within.is_none() {
            (Nearness::Mixed, 0.9)
        } else {
            (Nearness::Other, 0.5)
        }
    }

    /// The logarithm that leads from the place of a figure to the one asked for.
    fn moved(&self, item: &Observation, steps: &mut Steps) -> f64 {
        let mut log = 0.0;
        if let Some(ratio) = self.place {
            steps.push(ratio, 1);
            log += ratio.log;
        }
        let region = item.region.as_deref();
        let there = region.and_then(|_| {
            let site = Site { country: self.cell.site.country, region, area: item.within.as_deref() };
            Self::differential(self.data, site, self.cell.role, item.level)
        });
        if let Some(ratio) = there {
            steps.push(ratio, -1);
            log -= ratio.log;
        }
        log
    }
}

/// Whether a figure belongs to a kind of community manager that is not asked for: what members of an online community
/// are worth says nothing about a brand.
#[must_use]
pub fn other_community(item: &Observation, role: Role, community: Community) -> bool {
    let asked = if role == Role::CommunityManager { community } else { Community::Brand };
    asked == Community::Brand && item.community == Some(Community::Online)
}

/// The figures that take part in a cell, in the order of the observations.
#[must_use]
pub fn select(data: &PayData, cell: &Cell<'_>, method: Method, without: Without) -> Vec<Used> {
    let start = data.observations.partition_point(|item| item.country.as_str() < cell.site.country);
    let chain = data.chain(cell.site.country);
    let paths = Paths::new(data, *cell);
    let all = data.of(cell.site.country);
    let counts = |item: &Observation| {
        item.excluded.is_none()
            && without.series != Some(item.series)
            && without.counted.holds(item)
            && !other_community(item, cell.role, cell.community)
    };
    let own = |item: &Observation| item.role == Post::from(cell.role);
    let mixed = |item: &Observation| item.role == Post::Pooled && paths.pool.is_some();
    // A survey that prints the role is not asked what its mixed sample would say of it.
    let printed: Vec<usize> =
        all.iter().filter(|item| counts(item) && own(item)).map(|item| item.series).collect();
    let told = |item: &Observation| mixed(item) && printed.contains(&item.series);
    let known = !without.own && all.iter().any(|item| counts(item) && (own(item) || mixed(item)));
    let mut used = Vec::new();
    for (at, item) in all.iter().enumerate() {
        if !counts(item) || told(item) || without.own && (own(item) || mixed(item)) {
            continue;
        }
        // Another role of ours says nothing where the role itself is known.
        if known && item.role != Post::Neighbour && !own(item) && !mixed(item) {
            continue;
        }
        let (place, place_weight) = paths.place(item);
        // Official statistics of single places speak for that place only.
        if item.role == Post::Neighbour && place == Nearness::Other {
            continue;
        }
        let mut steps = Steps::default();
        let Some((role, role_weight, role_log)) = paths.role(item, &mut steps) else { continue };
        let place_log = if place == Nearness::Own { 0.0 } else { paths.moved(item, &mut steps) };
        let (level, level_weight, level_log) = paths.level(item, &mut steps);
        let aged = chain.between(item.at, cell.at);
        let growth = aged.log * method.pass_through;
        let sample = match item.n {
            Some(n) => sample(n),
            None if item.reliability == Grade::High => OFFICIAL_SAMPLE,
            None => UNKNOWN_SAMPLE,
        };
        let age = (cell.at - item.at).abs();
        let weight = reliability(item.reliability)
            * sample
            * role_weight
            * level_weight
            * place_weight
            * 0.5_f64.powf(age / method.half_life);
        // Within one level pay differs less than over all of them.
        let [all_levels, one_level] = paths.spreads;
        let narrowed = if item.level.is_none() { one_level / all_levels } else { 1.0 };
        let usual = one_level;
        let point = Point {
            centre: item.centre + role_log + level_log + place_log + growth,
            spread: item.spread.map_or(usual, |spread| spread * narrowed).max(LEAST_SPREAD),
            weight,
        };
        used.push(Used {
            observation: start + at,
            role,
            level,
            place,
            age,
            later: item.at > cell.at,
            growth,
            uncovered: aged.uncovered,
            role_log,
            level_log,
            place_log,
            steps,
            point,
            own_spread: item.spread.is_some(),
        });
    }
    once_each(data, &mut used);
    share_voices(data, &mut used);
    used
}

/// Keeps of the figures from a user's own ads the nearest alone: those of all levels and of one, of a country and of its
/// regions, are made of the same ads.
fn once_each(data: &PayData, used: &mut Vec<Used>) {
    let key = |item: &Used| (item.role as u8, item.level as u8, item.place as u8);
    let own = |item: &Used| data.observations.get(item.observation).filter(|known| known.own);
    let mut nearest: BTreeMap<usize, (u8, u8, u8)> = BTreeMap::new();
    for item in &*used {
        if let Some(known) = own(item) {
            let best = nearest.entry(known.series).or_insert_with(|| key(item));
            *best = (*best).min(key(item));
        }
    }
    if !nearest.is_empty() {
        used.retain(|item| own(item).is_none_or(|known| nearest.get(&known.series) == Some(&key(item))));
    }
}

/// Scales the weights of each series so that together they are that of its weightiest figure. Single posted salaries are
/// a sample together: many of them weigh as one sample of that size.
fn share_voices(data: &PayData, used: &mut [Used]) {
    #[derive(Clone, Copy, Default)]
    struct Voice {
        sum: f64,
        most: f64,
        records: u32,
        of_records: f64,
    }
    let mut voices: BTreeMap<usize, Voice> = BTreeMap::new();
    for item in &*used {
        let observation = &data.observations[item.observation];
        let voice = voices.entry(observation.series).or_default();
        voice.sum += item.point.weight;
        voice.most = voice.most.max(item.point.weight);
        if observation.n == Some(1) {
            voice.records += 1;
            voice.of_records += item.point.weight;
        }
    }
    for item in used {
        if let Some(voice) = voices.get(&data.observations[item.observation].series) {
            let together = match voice.records {
                0 => 0.0,
                n => voice.of_records / f64::from(n) / sample(1) * sample(n),
            };
            item.point.weight *= voice.most.max(together) / voice.sum;
        }
    }
}

//! One profile through all layers: verdict, order, load, staffing. No text, no allocation.

use super::facts::{Facts, STAFF, Staff};
use super::load::{Load, LoadClass};
use super::rule::{Position, Seat};
use super::rulebook::{Core, DecideData, GoalKind, RuleBook, Uncovered};
use crate::domain::goal::{GoalSet, members};
use crate::domain::profile::Profile;
use crate::domain::vocab::{Role, Verdict};

/// How many people the budget pays for, and how that is known.
///
/// The verdict never depends on it; staffing does. The user states it (`max_hires`), or a budget compared with the cost of
/// the positions tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Affordability {
    /// Nobody said.
    Unknown,
    /// The user stated a number of salaries.
    Stated(u32),
    /// A budget compared with what a person costs.
    Priced(u32),
}

impl Affordability {
    /// What the profile alone says.
    #[must_use]
    pub fn of(profile: &Profile) -> Self {
        profile.max_hires.map_or(Self::Unknown, Self::Stated)
    }

    /// The number of salaries, if known.
    #[must_use]
    pub const fn hires(self) -> Option<u32> {
        match self {
            Self::Unknown => None,
            Self::Stated(hires) | Self::Priced(hires) => Some(hires),
        }
    }
}

/// Everything decided for one profile.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// The profile as it was decided, with the salaries that can be paid for.
    pub profile: Profile,
    /// The goals.
    pub goals: GoalSet,
    /// Verdict, lead and points.
    pub core: Core,
    /// Workload of both roles.
    pub load: Load,
    /// Its class.
    pub load_class: LoadClass,
    /// Every fact about the input.
    pub facts: Facts,
    /// Position of the deciding row in the staffing table.
    pub staffing_row: usize,
    /// Position of the arrangement.
    pub arrangement: usize,
    /// Whom to hire first; nobody when the need is covered, outside or another profession's.
    pub first_hire: Option<Role>,
    /// How many people to hire.
    pub people: u32,
}

/// Decides everything for a profile.
///
/// # Errors
/// [`Uncovered`] when a table has a gap; the verification keeps such data from loading.
pub fn run(data: &DecideData, book: &RuleBook, profile: &Profile) -> Result<Outcome, Uncovered> {
    run_affordable(data, book, profile, Affordability::of(profile))
}

/// As [`run`], with the number of salaries from elsewhere than the profile.
///
/// # Errors
/// As [`run`].
pub fn run_affordable(
    data: &DecideData,
    book: &RuleBook,
    profile: &Profile,
    affordability: Affordability,
) -> Result<Outcome, Uncovered> {
    let profile = Profile { max_hires: affordability.hires(), ..*profile };
    let goals = profile.goals.unwrap_or_default();
    let core = book.decide(&book.tally(goals), Facts::of(&profile))?;
    let load = data.scales.load.estimate(&profile);
    let load_class = data.scales.load.class(&load, core.verdict, &profile);
    let facts = core.facts.and(load_class.into());
    let staffing_row = book.staff(facts, goals.all())?;
    let arrangement = book.staffing[staffing_row].effect;
    let positions = &data.arrangements[arrangement].positions;
    let first_hire = if positions.is_empty() {
        None
    } else {
        core.lead.map(|lead| next_hire(&core, &load, facts, &profile, lead))
    };
    let first = first_hire.unwrap_or(Role::SocialMediaManager);
    let people = headcounts(positions, &load, &profile, first).sum();
    Ok(Outcome {
        profile,
        goals,
        core,
        load,
        load_class,
        facts,
        staffing_row,
        arrangement,
        first_hire,
        people,
    })
}

/// How many people each position is for.
///
/// What can be paid for (`max_hires`) is shared out in the order of hiring, one for each later position kept back.
pub(super) fn headcounts(
    positions: &[Position],
    load: &Load,
    profile: &Profile,
    first: Role,
) -> impl Iterator<Item = u32> {
    let mut left = profile.max_hires;
    positions.iter().enumerate().map(move |(at, position)| {
        let count = seats(load, profile, position.seat, first);
        let Some(hires) = left else { return count };
        let later = u32::try_from(positions.len() - at - 1).unwrap_or(0);
        let count = count.min(hires.saturating_sub(later)).max(1);
        left = Some(hires.saturating_sub(count));
        count
    })
}

/// How many people a seat is for.
///
/// One, or as many as the low end of the load asks for beyond those in post: the sources differ eight-fold, and a person
/// too few is corrected sooner than one too many. One person who holds both roles is one person.
fn seats(load: &Load, profile: &Profile, seat: Seat, first: Role) -> u32 {
    let team = profile.team.unwrap_or_default();
    let role = match seat {
        Seat::Hybrid | Seat::SocialMediaManager => return 1,
        Seat::CommunityManagers => Role::CommunityManager,
        Seat::First => first,
        Seat::Second => first.counterpart(),
    };
    let (load, there) = match role {
        Role::CommunityManager => (load.community_manager, team.community_managers),
        _ => (load.social_media_manager, team.social_media_managers),
    };
    load.map_or(1, |load| load.fte_percent_low.div_ceil(100).saturating_sub(there).clamp(1, 200))
}

/// Whom to hire next, given who is already there.
pub(super) fn next_hire(core: &Core, load: &Load, facts: Facts, profile: &Profile, lead: Role) -> Role {
    if core.verdict != Verdict::Both {
        return lead;
    }
    match facts.value(STAFF, Staff::ALL).unwrap_or(Staff::None) {
        Staff::None => lead,
        Staff::CommunityManager => Role::SocialMediaManager,
        Staff::SocialMediaManager => Role::CommunityManager,
        // Both are there: reinforce where each person has more to do.
        Staff::Both => {
            let team = profile.team.unwrap_or_default();
            let each = |load: Option<super::load::RoleLoad>, there: u32| {
                load.map_or(0, |load| load.fte_percent_mid() / there.max(1))
            };
            let cm = each(load.community_manager, team.community_managers);
            match cm.cmp(&each(load.social_media_manager, team.social_media_managers)) {
                std::cmp::Ordering::Greater => Role::CommunityManager,
                std::cmp::Ordering::Less => Role::SocialMediaManager,
                std::cmp::Ordering::Equal => lead,
            }
        }
    }
}

impl Outcome {
    /// Visits every rule that applied, layer by layer.
    pub fn each_rule(&self, book: &RuleBook, mut visit: impl FnMut(usize)) {
        visit(book.verdicts[self.core.verdict_row].rule);
        if let Some(row) = self.core.order_row {
            visit(book.orders[row].rule);
        }
        visit(book.staffing[self.staffing_row].rule);
        // Several goals may share a rule: visit it at its first goal.
        let mut last = u64::MAX;
        for goal in members(self.goals.all()) {
            let points = &book.goals[usize::from(goal.0)];
            let rule = points.rule as u64;
            if points.kind != GoalKind::Unread && rule != last {
                last = rule;
                visit(points.rule);
            }
        }
        for row in &book.factors {
            if row.matcher.matches(self.facts, self.goals.all()) && self.core.cm + self.core.smm > 0 {
                visit(row.rule);
            }
        }
        for row in &book.advice {
            if row.matcher.matches(self.facts, self.goals.all()) {
                visit(row.rule);
            }
        }
    }
}

#[cfg(test)]
mod tests;

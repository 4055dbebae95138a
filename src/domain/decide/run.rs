//! One profile through all layers: verdict, order, load, staffing. No text, no allocation.

use super::assign::Maker;
use super::facts::{Facts, STAFF, Staff};
use super::hours::{Hours, LoadClass};
use super::load::Load;
use super::rulebook::{Core, DecideData, GoalKind, RuleBook, Uncovered};
use super::team::{Cap, Team, Who};
use crate::domain::goal::{GoalSet, members};
use crate::domain::profile::Profile;
use crate::domain::vocab::{Level, Role, Verdict};

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
    Priced(Means),
}

/// What a budget pays for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Means {
    /// Community and social media managers.
    pub people: u32,
    /// The level at which that holds, where it is another than the work asks for.
    pub level: Option<Level>,
    /// Hours a week of the one person, where a whole post is too much.
    pub hours: Option<Hours>,
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
            Self::Stated(hires) => Some(hires),
            Self::Priced(means) => Some(means.people),
        }
    }

    /// The level that can be paid for, where it is another than the work asks for.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Priced(means) => means.level,
            Self::Unknown | Self::Stated(_) => None,
        }
    }

    /// How many people that pays for: salaries that were `stated` are everybody's, a budget was compared with the cost of
    /// the managers only.
    const fn cap(self, stated: Option<u32>) -> Cap {
        match self {
            Self::Unknown => Cap { managers: None, everybody: None, hours: None },
            Self::Stated(hires) => Cap { managers: Some(hires), everybody: Some(hires), hours: None },
            Self::Priced(means) => {
                Cap { managers: Some(means.people), everybody: stated, hours: means.hours }
            }
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
    /// The work, task by task.
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
    /// Who does what.
    pub team: Team,
    /// The level that can be paid for, where it is another than the work asks for.
    pub level: Option<Level>,
    /// Whether a budget decided how many people there are.
    pub priced: bool,
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
    let cap = affordability.cap(profile.max_hires);
    let profile = Profile { max_hires: affordability.hires(), ..*profile };
    let goals = profile.goals.unwrap_or_default();
    let core = book.decide(&book.tally(goals), Facts::of(&profile))?;
    let load = data.work.estimate(&profile, core.verdict);
    let Staffed { load_class, facts, row: staffing_row, arrangement, next, team } =
        staffed(data, book, &profile, &core, &load, cap)?;
    let hired = |who| team.people(who) > 0;
    let first_hire = match (hired(Who::CommunityManager), hired(Who::SocialMediaManager)) {
        _ if hired(Who::Hybrid) => Some(next),
        (true, true) => Some(next),
        (true, false) => Some(Role::CommunityManager),
        (false, true) => Some(Role::SocialMediaManager),
        (false, false) => None,
    };
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
        team,
        level: affordability.level(),
        priced: matches!(affordability, Affordability::Priced(_)),
    })
}

/// The team for some work, whatever says how much there is.
pub(super) fn staff(
    data: &DecideData,
    book: &RuleBook,
    profile: &Profile,
    core: &Core,
    load: &Load,
) -> Result<Team, Uncovered> {
    let cap = Affordability::of(profile).cap(profile.max_hires);
    staffed(data, book, profile, core, load, cap).map(|staffed| staffed.team)
}

/// What staffing decides.
struct Staffed {
    load_class: LoadClass,
    facts: Facts,
    row: usize,
    arrangement: usize,
    next: Role,
    team: Team,
}

fn staffed(
    data: &DecideData,
    book: &RuleBook,
    profile: &Profile,
    core: &Core,
    load: &Load,
    cap: Cap,
) -> Result<Staffed, Uncovered> {
    let maker = Maker { scale: &data.work, goals: &data.goal_index, load, verdict: core.verdict, profile };
    let load_class = maker.class();
    let facts = core.facts.and(load_class.into());
    let row = book.staff(facts, profile.goals.unwrap_or_default().all())?;
    let arrangement = book.staffing[row].effect;
    let next = next_hire(core, facts, core.lead.unwrap_or(Role::SocialMediaManager));
    let team = maker.team(&data.arrangements[arrangement], next, cap);
    let next = counted_first(load, &team).unwrap_or(next);
    Ok(Staffed { load_class, facts, row, arrangement, next, team })
}

/// The role that most of the week goes to of whoever holds both, where the work was counted.
pub(super) fn counted_first(load: &Load, team: &Team) -> Option<Role> {
    let hours = |role: Role| team.role_hours(Who::Hybrid, role);
    match hours(Role::CommunityManager).cmp(&hours(Role::SocialMediaManager)) {
        std::cmp::Ordering::Greater if load.told() => Some(Role::CommunityManager),
        std::cmp::Ordering::Less if load.told() => Some(Role::SocialMediaManager),
        _ => None,
    }
}

/// Whom to hire next, given who is already there.
pub(super) fn next_hire(core: &Core, facts: Facts, lead: Role) -> Role {
    match (core.verdict, facts.value(STAFF, Staff::ALL).unwrap_or(Staff::None)) {
        (Verdict::Both, Staff::CommunityManager) => Role::SocialMediaManager,
        (Verdict::Both, Staff::SocialMediaManager) => Role::CommunityManager,
        _ => lead,
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

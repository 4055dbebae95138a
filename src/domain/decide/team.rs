//! A team: who does which task for how many hours, and how many of them are to be hired. [`super::assign`] makes it.

use super::hours::{Hours, TASKS, Task};
use super::scale::{MAX_SUPPORTS, WorkScale};
use crate::domain::profile::{Agency, Profile};
use crate::domain::vocab::{Role, vocabulary};

/// Below this share of a post, in percent, a post is called part time.
pub const PART_TIME_BELOW: u32 = 85;

vocabulary! {
    /// Who does a task.
    Who("who does the work") {
        /// Community managers in post.
        PostedCommunityManager = "community-manager-in-post",
        /// Social media managers in post.
        PostedSocialMediaManager = "social-media-manager-in-post",
        /// Apprentices and interns.
        Apprentice = "apprentice",
        /// The agency.
        Agency = "agency",
        /// Community managers to hire.
        CommunityManager = "community-manager",
        /// Social media managers to hire.
        SocialMediaManager = "social-media-manager",
        /// One person to hire who holds both roles.
        Hybrid = "hybrid",
        /// Somebody in the company, beside another job.
        Inside = "inside",
        /// An agency or freelance, in place of a hire.
        Outside = "outside",
        /// Nobody yet.
        Open = "open",
    }
}

/// Everybody who can do a task: the values of [`Who`], then the professions that help.
pub(super) const EVERYBODY: usize = Who::ALL.len() + MAX_SUPPORTS;

/// Who does what, and how many of them are to be hired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Team {
    /// Hours a week by task and person.
    pub(super) hours: [[Hours; EVERYBODY]; TASKS],
    /// People to hire, by role or profession.
    pub(super) people: [u32; EVERYBODY],
    /// Professions whose hours are too many to count people.
    pub(super) study: [bool; MAX_SUPPORTS],
    /// A full-time week.
    pub full_time: Hours,
}

impl Team {
    /// Hours that somebody spends on a task.
    #[must_use]
    pub const fn hours(&self, who: Who, task: Task) -> Hours {
        self.hours[task as usize][who as usize]
    }

    /// Hours that a profession that helps spends on a task.
    #[must_use]
    pub const fn support_hours(&self, support: usize, task: Task) -> Hours {
        self.hours[task as usize][Who::ALL.len() + support]
    }

    /// All hours of somebody.
    #[must_use]
    pub fn total(&self, who: Who) -> Hours {
        Task::ALL.iter().map(|task| self.hours(who, *task)).sum()
    }

    /// Hours of those who are not there yet: to hire, outside, or beside another job.
    #[must_use]
    pub fn new_hours(&self) -> Hours {
        let new = [Who::CommunityManager, Who::SocialMediaManager, Who::Hybrid, Who::Inside, Who::Outside];
        new.into_iter().map(|who| self.total(who)).sum()
    }

    /// Hours of those who are there already.
    #[must_use]
    pub fn there_hours(&self) -> Hours {
        let there =
            [Who::PostedCommunityManager, Who::PostedSocialMediaManager, Who::Apprentice, Who::Agency];
        there.into_iter().map(|who| self.total(who)).sum()
    }

    /// Hours that somebody spends on the tasks of a role.
    #[must_use]
    pub fn role_hours(&self, who: Who, role: Role) -> Hours {
        let own = Task::ALL.iter().filter(|task| task.owner() == role);
        own.map(|task| self.hours(who, *task)).sum()
    }

    /// All hours of a profession that helps.
    #[must_use]
    pub fn support_total(&self, support: usize) -> Hours {
        Task::ALL.iter().map(|task| self.support_hours(support, *task)).sum()
    }

    /// People to hire as somebody.
    #[must_use]
    pub const fn people(&self, who: Who) -> u32 {
        self.people[who as usize]
    }

    /// Community and social media managers to hire.
    #[must_use]
    pub fn managers(&self) -> u32 {
        [Who::CommunityManager, Who::SocialMediaManager, Who::Hybrid].map(|who| self.people(who)).iter().sum()
    }

    /// People of a profession that helps; none where their number is a matter for a study of its own.
    #[must_use]
    pub fn support_people(&self, support: usize) -> Option<u32> {
        (!self.study[support]).then(|| self.people[Who::ALL.len() + support])
    }

    /// People of all professions that help, those of a study too, as far as hours tell.
    #[must_use]
    pub fn supports(&self) -> u32 {
        (0..MAX_SUPPORTS).map(|at| self.people[Who::ALL.len() + at]).fold(0, u32::saturating_add)
    }

    /// The share of full time of each of the people hired as somebody, in percent.
    #[must_use]
    pub fn share(&self, who: Who) -> u32 {
        self.total(who).share_of(Hours(self.full_time.0 * self.people(who).max(1)))
    }

    /// The same of a profession that helps.
    #[must_use]
    pub fn support_share(&self, support: usize) -> u32 {
        let people = self.support_people(support).unwrap_or(1).max(1);
        self.support_total(support).share_of(Hours(self.full_time.0.saturating_mul(people)))
    }
}

/// Hours that those who are there bring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct There {
    /// Community managers in post.
    pub community_managers: Hours,
    /// Social media managers in post.
    pub social_media_managers: Hours,
    /// Apprentices and interns.
    pub apprentices: Hours,
    /// The agency.
    pub agency: Hours,
}

impl There {
    /// What the profile says of those who are there.
    #[must_use]
    pub fn of(scale: &WorkScale, profile: &Profile, full_time: Hours) -> Self {
        let team = profile.team.unwrap_or_default();
        let posts = |count: u32, percent: u32| Hours(full_time.0.saturating_mul(count)).percent(percent);
        let each = team.fte_percent.unwrap_or(100);
        let agency =
            |agency: Agency| agency.hours_per_week.unwrap_or_else(|| scale.agency_hours.estimate().typical);
        Self {
            community_managers: posts(team.community_managers, each),
            social_media_managers: posts(team.social_media_managers, each),
            apprentices: posts(team.apprentices, scale.apprentice_percent.value),
            agency: Hours::whole(team.agency.map_or(0, agency)),
        }
    }

    /// All of them.
    #[must_use]
    pub fn total(&self) -> Hours {
        let Self { community_managers, social_media_managers, apprentices, agency } = *self;
        [community_managers, social_media_managers, apprentices, agency].into_iter().sum()
    }
}

/// How many people can be paid for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cap {
    /// Community and social media managers.
    pub managers: Option<u32>,
    /// All people together.
    pub everybody: Option<u32>,
    /// Hours a week of the managers together.
    pub hours: Option<Hours>,
}

//! Workload: how many hours a week the messages and posts of a week ask of each role.
//!
//! The sources disagree eight-fold on hours (`docs/method/decision.md`), so the estimate is a range, its inputs are
//! data, and only its rough class drives staffing.

use serde::{Deserialize, Serialize};

use crate::domain::profile::{Profile, Workload};
use crate::domain::provenance::Citations;
use crate::domain::vocab::{Role, Verdict, vocabulary};

vocabulary! {
    /// The work of the roles called for, in full-time posts.
    LoadClass("load") {
        /// Clearly less than one full-time post.
        Light = "light",
        /// About one full-time post.
        Full = "full",
        /// Clearly more than one full-time post.
        Heavy = "heavy",
        /// Not enough said to tell.
        Unknown = "unknown",
    }
}

/// A low and a high value of one parameter.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// Low end.
    pub low: u32,
    /// High end.
    pub high: u32,
}

/// Parameters of the estimate (`data/scales.toml`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadScale {
    /// Minutes to answer one message.
    pub minutes_per_message: Range,
    /// Minutes to make and publish one post.
    pub minutes_per_post: Range,
    /// Percent of a community manager's week spent in conversation.
    pub conversation_percent: u32,
    /// Percent of a social media manager's week spent creating content.
    pub creation_percent: u32,
    /// Full-time hours a week where the country has no entry of its own.
    pub full_time_hours: u32,
    /// Full-time hours a week by country, from the records of the countries.
    #[serde(skip)]
    pub full_time_hours_by_country: std::collections::BTreeMap<String, u32>,
    /// Below this share of a full-time post, in percent, the load is light.
    pub light_below_percent: u32,
    /// Above this share of a full-time post, in percent, the load is heavy.
    pub heavy_above_percent: u32,
    /// What stands behind the parameters.
    pub sources: Citations,
}

/// Hours a week that one role's work takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct RoleLoad {
    /// The role.
    pub role: Role,
    /// Low estimate, whole hours a week.
    pub hours_low: u32,
    /// High estimate, whole hours a week.
    pub hours_high: u32,
    /// Low estimate in percent of a full-time post.
    pub fte_percent_low: u32,
    /// High estimate in percent of a full-time post.
    pub fte_percent_high: u32,
}

impl RoleLoad {
    /// The middle of the range, in percent of a full-time post.
    #[must_use]
    pub const fn fte_percent_mid(&self) -> u32 {
        u32::midpoint(self.fte_percent_low, self.fte_percent_high)
    }
}

/// The estimate for one input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Community manager, when the number of messages is known.
    pub community_manager: Option<RoleLoad>,
    /// Social media manager, when the number of posts is known.
    pub social_media_manager: Option<RoleLoad>,
    /// Hours of a full-time week used for the shares.
    pub full_time_hours: u32,
}

impl LoadScale {
    /// Hours of a full-time week in a country.
    #[must_use]
    pub fn full_time_hours(&self, country: Option<&str>) -> u32 {
        country
            .and_then(|code| self.full_time_hours_by_country.get(code))
            .copied()
            .unwrap_or(self.full_time_hours)
    }

    /// Estimates the load of both roles.
    #[must_use]
    pub fn estimate(&self, profile: &Profile) -> Load {
        let full_time_hours = self.full_time_hours(profile.country.map(crate::domain::iso::Country::code));
        let Workload { messages_per_week, posts_per_week, .. } = profile.workload.unwrap_or_default();
        let role = |role, count: Option<u32>, minutes: Range, percent: u32| {
            let count = u64::from(count?);
            // The counted task takes `percent` of the week, so the whole week is task × 100 / percent.
            let hours =
                |minutes: u32| (count * u64::from(minutes) * 100).div_ceil(60 * u64::from(percent.max(1)));
            let fte = |hours: u64| hours * 100 / u64::from(full_time_hours.max(1));
            let narrow = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
            let (low, high) = (hours(minutes.low), hours(minutes.high));
            Some(RoleLoad {
                role,
                hours_low: narrow(low),
                hours_high: narrow(high),
                fte_percent_low: narrow(fte(low)),
                fte_percent_high: narrow(fte(high)),
            })
        };
        Load {
            community_manager: role(
                Role::CommunityManager,
                messages_per_week,
                self.minutes_per_message,
                self.conversation_percent,
            ),
            social_media_manager: role(
                Role::SocialMediaManager,
                posts_per_week,
                self.minutes_per_post,
                self.creation_percent,
            ),
            full_time_hours,
        }
    }

    /// Classes the load of the roles that the verdict calls for, for each person already in post (for one where nobody
    /// is).
    #[must_use]
    pub fn class(&self, load: &Load, verdict: Verdict, profile: &Profile) -> LoadClass {
        let team = profile.team.unwrap_or_default();
        let mid = |role: Option<RoleLoad>| role.map(|load| u64::from(load.fte_percent_mid()));
        let each =
            |percent: Option<u64>, there: u32| percent.map(|percent| percent / u64::from(there.max(1)));
        let (cm, smm) = (mid(load.community_manager), mid(load.social_media_manager));
        let (cm_each, smm_each) = (each(cm, team.community_managers), each(smm, team.social_media_managers));
        let staffed = team.community_managers > 0 && team.social_media_managers > 0;
        let percent = match verdict {
            Verdict::Neither => None,
            Verdict::CommunityManager => cm_each,
            Verdict::SocialMediaManager => smm_each,
            Verdict::Both => {
                // With both roles in post the busier one counts; otherwise one person may have to do it all. Half of
                // the load is enough to know that it is heavy, not that it is light.
                let whole = if staffed {
                    cm_each.zip(smm_each).map(|(cm, smm)| cm.max(smm))
                } else {
                    cm.zip(smm).map(|(cm, smm)| cm + smm)
                };
                let half = if staffed { cm_each.or(smm_each) } else { cm.or(smm) };
                whole.or(half.filter(|half| *half > u64::from(self.heavy_above_percent)))
            }
        };
        match percent {
            None => LoadClass::Unknown,
            Some(percent) if percent < u64::from(self.light_below_percent) => LoadClass::Light,
            Some(percent) if percent > u64::from(self.heavy_above_percent) => LoadClass::Heavy,
            Some(_) => LoadClass::Full,
        }
    }
}

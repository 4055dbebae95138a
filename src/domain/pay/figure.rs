//! Raw published figures, as published and never edited; how they are put on one scale.

use serde::Deserialize;

use super::job::Community;

use crate::domain::vocab::{Grade, Level, Role, vocabulary};

vocabulary! {
    /// What a published figure is.
    Statistic("statistic") {
        /// Low end of a range.
        Min = "min",
        /// Tenth percentile.
        P10 = "p10",
        /// First quartile.
        P25 = "p25",
        /// Median.
        Median = "median",
        /// Average.
        Mean = "mean",
        /// Third quartile.
        P75 = "p75",
        /// Ninetieth percentile.
        P90 = "p90",
        /// High end of a range.
        Max = "max",
    }
}

vocabulary! {
    /// What an amount is paid for.
    Period("period") {
        /// A year.
        Year = "year",
        /// A month.
        Month = "month",
        /// Half a month: paid 24 times a year.
        HalfMonth = "half-month",
        /// Two weeks: paid 26 times a year.
        TwoWeeks = "two-weeks",
        /// A week.
        Week = "week",
        /// A working day.
        Day = "day",
        /// An hour.
        Hour = "hour",
    }
}

/// Paid days of a full-time year: 52 weeks of five days, paid leave included.
pub const PAID_DAYS: f64 = 260.0;

impl Period {
    /// How many such periods a full-time year of so many paid hours has.
    #[must_use]
    pub const fn per_year(self, annual_hours: f64) -> f64 {
        match self {
            Self::Year => 1.0,
            Self::Month => 12.0,
            Self::HalfMonth => 24.0,
            Self::TwoWeeks => 26.0,
            Self::Week => 52.0,
            Self::Day => PAID_DAYS,
            Self::Hour => annual_hours,
        }
    }
}

vocabulary! {
    /// Whose pay a figure is.
    Post("post") {
        /// Community managers.
        CommunityManager = "community-manager",
        /// Social media managers.
        SocialMediaManager = "social-media-manager",
        /// Content managers.
        ContentManager = "content-manager",
        /// One person who holds the first two roles.
        Hybrid = "hybrid",
        /// A sample that mixes community and social media managers.
        Pooled = "pooled",
        /// A neighbouring job.
        Neighbour = "neighbour",
    }
}

impl From<Role> for Post {
    fn from(role: Role) -> Self {
        match role {
            Role::CommunityManager => Self::CommunityManager,
            Role::SocialMediaManager => Self::SocialMediaManager,
            Role::ContentManager => Self::ContentManager,
        }
    }
}

impl Post {
    /// The role, where the pay is that of exactly one.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::CommunityManager => Some(Role::CommunityManager),
            Self::SocialMediaManager => Some(Role::SocialMediaManager),
            Self::ContentManager => Some(Role::ContentManager),
            Self::Hybrid | Self::Pooled | Self::Neighbour => None,
        }
    }
}

/// One published statistic, as published.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// `SET.STATISTIC`: the statistics of one sample share their set.
    pub id: String,
    /// Whose pay.
    pub role: Post,
    /// The neighbouring job, for [`Post::Neighbour`].
    pub occupation: Option<String>,
    /// The level, where the source gives one; none is all levels together.
    pub level: Option<Level>,
    /// ISO 3166-1 country, where the source gives one.
    pub country: Option<String>,
    /// ISO 3166-2 region, where the source gives one.
    pub region: Option<String>,
    /// The place in the source's words; none is the whole country.
    pub area: Option<String>,
    /// What the figure is.
    pub statistic: Statistic,
    /// Gross, in units of the currency, for one period.
    pub amount: f64,
    /// ISO 4217 currency.
    pub currency: String,
    /// What it is paid for.
    pub period: Period,
    /// Sample size, where the source gives one.
    pub n: Option<u32>,
    /// Date or period of the figure as far as known; none when undated.
    pub as_of: Option<String>,
    /// Who publishes it: `source` or `source/STATEMENT`.
    pub source: String,
    /// The survey or data set behind it: its editions and cuts are one voice.
    pub series: Option<String>,
    /// How far it can be relied on.
    pub reliability: Grade,
    /// Level or title in the source's words.
    pub words: Option<String>,
    /// What to know before relying on the figure.
    pub note: Option<String>,
    /// Whose community, for community managers; empty: both, or the source does not tell.
    pub community: Option<Community>,
}

impl Figure {
    /// The set that the figure belongs to.
    #[must_use]
    pub fn set(&self) -> &str {
        self.id.rsplit_once('.').map_or(&self.id, |(set, _)| set)
    }
}

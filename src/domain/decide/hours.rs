//! Words and numbers of the work: tasks, what they grow with, hours, estimates.

use serde::{Deserialize, Serialize, Serializer};

use crate::domain::vocab::{Role, vocabulary};

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
pub(super) const DRIVERS: usize = Driver::ALL.len();

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
        Self(narrow(self.0 as u64 * percent as u64 / 100))
    }

    /// These hours in percent of others, to the nearest percent.
    #[must_use]
    pub const fn share_of(self, whole: Self) -> u32 {
        let whole = if whole.0 == 0 { 1 } else { whole.0 as u64 };
        narrow((self.0 as u64 * 200 + whole) / (2 * whole))
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

/// The number, or the largest that there is.
#[expect(clippy::cast_possible_truncation, reason = "checked before")]
const fn narrow(value: u64) -> u32 {
    if value > u32::MAX as u64 { u32::MAX } else { value as u32 }
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

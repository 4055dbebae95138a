//! Schemas of the profile for the `OpenAPI` document. The profile itself is read by hand, without allocating.

use serde::Serialize;
use utoipa::ToSchema;

use super::Market;
use crate::domain::vocab::{Priority, Stage};

/// A goal, or a goal with its priority.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = GoalChoice)]
pub enum GoalSchema {
    /// Id of a goal, of primary priority.
    Id(String),
    /// A goal with its priority.
    WithPriority(GoalWithPriority),
}

/// A goal with its priority.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GoalWithPriority {
    /// Id of a goal.
    goal: String,
    /// Its priority.
    priority: Option<Priority>,
}

/// Who is already there.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Team)]
pub struct TeamSchema {
    /// Community managers already employed.
    #[schema(maximum = 1_000_000_000)]
    community_managers: Option<u32>,
    /// Social media managers already employed.
    #[schema(maximum = 1_000_000_000)]
    social_media_managers: Option<u32>,
    /// Whether an agency already works for the company.
    agency: Option<bool>,
}

/// What there is to do in a week.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Workload)]
pub struct WorkloadSchema {
    /// Networks and other channels that are kept.
    #[schema(maximum = 1_000_000_000)]
    channels: Option<u32>,
    /// Comments and private messages to answer, a week.
    #[schema(maximum = 1_000_000_000)]
    messages_per_week: Option<u32>,
    /// Posts to publish, a week.
    #[schema(maximum = 1_000_000_000)]
    posts_per_week: Option<u32>,
    /// Followers, all channels together.
    #[schema(maximum = 1_000_000_000)]
    followers: Option<u32>,
}

/// Money that can be spent.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Whole units of the currency.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    amount: i64,
    /// ISO 4217 code.
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: String,
}

macro_rules! profile_schema {
    ($(#[$meta:meta])* $name:ident as $shown:ident { stage: $stage:ty, goals: $goals:ty }) => {
        $(#[$meta])*
        #[derive(Serialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        #[schema(as = $shown)]
        pub struct $name {
            /// How far the presence on social networks has come.
            presence_stage: $stage,
            /// What is wanted; at least one.
            #[schema(min_items = 1)]
            goals: $goals,
            /// Employees of the company.
            #[schema(minimum = 1, maximum = 1_000_000_000)]
            employees: Option<u32>,
            /// ISO 3166-1 alpha-2 country of the workplace.
            #[schema(pattern = "^[A-Z]{2}$")]
            country: Option<String>,
            /// ISO 3166-2 region of the workplace; must lie in the country.
            #[schema(pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$")]
            region: Option<String>,
            /// What the company can spend a year, employer cost included.
            annual_budget: Option<Amount>,
            /// How many salaries the company can pay for now.
            #[schema(maximum = 1_000_000_000)]
            max_hires: Option<u32>,
            /// Who is already there.
            team: Option<TeamSchema>,
            /// What there is to do in a week.
            workload: Option<WorkloadSchema>,
            /// Whom the company sells to.
            market: Option<Market>,
            /// French collective agreement (IDCC) that the company applies; needs the country FR.
            #[schema(minimum = 1, maximum = 99_999)]
            agreement: Option<u32>,
        }
    };
}

profile_schema! {
    /// What a company says of itself.
    ProfileSchema as Profile { stage: Stage, goals: Vec<GoalSchema> }
}

profile_schema! {
    /// What a company has said of itself so far.
    PartialProfileSchema as PartialProfile { stage: Option<Stage>, goals: Option<Vec<GoalSchema>> }
}

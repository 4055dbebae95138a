//! What is asked of a company: whom should it hire?

use super::{
    AGREEMENT, CITY, COUNT, COUNTRY, HEADS, MARKETS, MAX_AMOUNT, MAX_COUNT, MAX_HOURS, POSTED, PRIORITIES,
    REGION, STAGES,
};
use crate::domain::input::field::{Face, Field, Kind, Object, Unit};
use crate::domain::message::ids;

/// Fields of `team`.
pub const TEAM: &[Field] = &[
    Field::new("community_managers", HEADS, ids::ABOUT_COMMUNITY_MANAGERS)
        .form("team", ids::FIELD_COMMUNITY_MANAGERS)
        .echo(ids::FIELD_COMMUNITY_MANAGERS_ECHO)
        .option("community-managers", "N"),
    Field::new("social_media_managers", HEADS, ids::ABOUT_SOCIAL_MEDIA_MANAGERS)
        .form("team", ids::FIELD_SOCIAL_MEDIA_MANAGERS)
        .echo(ids::FIELD_SOCIAL_MEDIA_MANAGERS_ECHO)
        .option("social-media-managers", "N"),
    Field::new("apprentices", HEADS, ids::ABOUT_APPRENTICES)
        .form("team", ids::FIELD_APPRENTICES)
        .echo(ids::FIELD_APPRENTICES_ECHO)
        .option("apprentices", "N"),
    Field::new("fte_percent", Kind::Whole { from: 1, to: 100 }, ids::ABOUT_FTE_PERCENT)
        .unit(Unit::Percent)
        .form("team", ids::FIELD_FTE_PERCENT)
        .echo(ids::FIELD_FTE_PERCENT_ECHO)
        .option("team-fte", "PERCENT"),
    Field::new(
        "agency",
        Kind::FlagOr(&Object {
            schema: "AgencyInPlace",
            about: "What an agency or freelance does for the company.",
            fields: AGENCY_IN_PLACE,
        }),
        ids::ABOUT_AGENCY,
    )
    .form("team", ids::FIELD_AGENCY)
    .echo(ids::FIELD_AGENCY_ECHO)
    .option("agency", ""),
];

/// Fields of `team.agency`, where it is not simply true.
pub const AGENCY_IN_PLACE: &[Field] = &[
    Field::new("hours_per_week", Kind::Whole { from: 1, to: MAX_HOURS }, ids::ABOUT_HOURS_PER_WEEK)
        .form("team", ids::FIELD_HOURS_PER_WEEK)
        .echo(ids::FIELD_HOURS_PER_WEEK)
        .option("agency-hours", "HOURS"),
    Field::new(
        "fee_per_month",
        Kind::Object(&Object { schema: "MonthlyAmount", about: "Money a month.", fields: MONEY_A_MONTH }),
        ids::ABOUT_FEE_PER_MONTH,
    )
    .form("team", ids::FIELD_FEE_PER_MONTH)
    .echo(ids::FIELD_FEE_PER_MONTH_ECHO)
    .option("agency-fee", "AMOUNT")
    .typed(ids::TYPED_FEE_PER_MONTH),
];

/// Fields of `workload.posts`.
pub const POSTS: &[Field] = &[
    Field::new("text", POSTED, ids::ABOUT_TEXT)
        .form("workload", ids::FIELD_TEXT)
        .echo(ids::FIELD_TEXT_ECHO)
        .option("text-posts", "N"),
    Field::new("image", POSTED, ids::ABOUT_IMAGE)
        .form("workload", ids::FIELD_IMAGE)
        .echo(ids::FIELD_IMAGE_ECHO)
        .option("image-posts", "N"),
    Field::new("short_video", POSTED, ids::ABOUT_SHORT_VIDEO)
        .form("workload", ids::FIELD_SHORT_VIDEO)
        .echo(ids::FIELD_SHORT_VIDEO_ECHO)
        .option("short-videos", "N"),
    Field::new("long_video", Kind::Whole { from: 0, to: 200 }, ids::ABOUT_LONG_VIDEO)
        .form("workload", ids::FIELD_LONG_VIDEO)
        .echo(ids::FIELD_LONG_VIDEO_ECHO)
        .option("long-videos", "N"),
];

/// Fields of `workload`.
pub const WORKLOAD: &[Field] = &[
    Field::new("channels", HEADS, ids::ABOUT_CHANNELS)
        .form("workload", ids::FIELD_CHANNELS)
        .option("channels", "N"),
    Field::new("messages_per_week", Kind::Whole { from: 0, to: 10_000_000 }, ids::ABOUT_MESSAGES_PER_WEEK)
        .form("workload", ids::FIELD_MESSAGES_PER_WEEK)
        .echo(ids::FIELD_MESSAGES_PER_WEEK_ECHO)
        .option("messages", "N"),
    Field::new("posts_per_week", POSTED, ids::ABOUT_POSTS_PER_WEEK)
        .form("workload", ids::FIELD_POSTS_PER_WEEK)
        .option("posts", "N"),
    Field::new(
        "posts",
        Kind::Object(&Object { schema: "Posts", about: "Posts a week by kind.", fields: POSTS }),
        ids::ABOUT_POSTS,
    )
    .form("workload", ids::FIELD_POSTS),
    Field::new("followers", COUNT, ids::ABOUT_FOLLOWERS)
        .form("workload", ids::FIELD_FOLLOWERS)
        .echo(ids::FIELD_FOLLOWERS_ECHO)
        .option("followers", "N"),
];

/// Fields of an amount of money a month.
pub const MONEY_A_MONTH: &[Field] = &[
    Field::new("amount", Kind::Whole { from: 1, to: MAX_AMOUNT }, ids::ABOUT_AMOUNT)
        .unit(Unit::Money)
        .ask(ids::FIELD_AMOUNT_ASK)
        .form("workload", ids::FIELD_AMOUNT)
        .absent(SAID_TOGETHER),
    CURRENCY_OF_MONEY.form("workload", ids::FIELD_MONEY_CURRENCY).fallback("EUR").absent(SAID_TOGETHER),
];

/// Why the parts of an amount have no face of their own.
const SAID_TOGETHER: &[(Face, &str)] = &[
    (Face::Option, "one option takes amount and currency together"),
    (Face::Echo, "the amount is said as a whole"),
];

const CURRENCY_OF_MONEY: Field =
    Field::new("currency", Kind::Currency, ids::ABOUT_CURRENCY).ask(ids::FIELD_MONEY_CURRENCY_ASK);

/// Fields of an amount of money that can be spent.
pub const MONEY: &[Field] = &[
    Field::new("amount", Kind::Whole { from: 1, to: MAX_AMOUNT }, ids::ABOUT_MONEY_AMOUNT)
        .unit(Unit::Money)
        .ask(ids::FIELD_MONEY_AMOUNT_ASK)
        .form("money", ids::FIELD_MONEY_AMOUNT)
        .absent(SAID_TOGETHER),
    CURRENCY_OF_MONEY.form("money", ids::FIELD_MONEY_CURRENCY).fallback("EUR").absent(SAID_TOGETHER),
];

/// What a company says of itself. Stage and goals may be missing while it is being asked, question by question.
pub const PROFILE: &[Field] = &[
    Field::new("presence_stage", Kind::Choice(&STAGES), ids::ABOUT_PRESENCE_STAGE)
        .ask(ids::FIELD_PRESENCE_STAGE_ASK)
        .form("stage", ids::FIELD_PRESENCE_STAGE)
        .option("stage", "STAGE"),
    Field::new("goals", Kind::Goals { any: true }, ids::ABOUT_GOALS)
        .ask(ids::FIELD_GOALS_ASK)
        .form("goals", ids::FIELD_GOALS)
        .option("goal", "GOAL")
        .typed(ids::TYPED_GOALS)
        .alias("goals"),
    Field::new("employees", Kind::Whole { from: 1, to: MAX_COUNT }, ids::ABOUT_EMPLOYEES)
        .unit(Unit::People)
        .form("employees", ids::FIELD_EMPLOYEES)
        .option("employees", "N"),
    COUNTRY.about(ids::ABOUT_PROFILE_COUNTRY).part("money").echo(ids::FIELD_COUNTRY),
    REGION
        .about(ids::ABOUT_PROFILE_REGION)
        .echo(ids::FIELD_REGION_ECHO)
        .absent(&[(Face::Form, "people type a city, which says its region; links carry the region")]),
    CITY.about(ids::ABOUT_PROFILE_CITY).part("money").absent(&[
        (Face::Json, "command line and pages look the city up; a profile holds country and region"),
        (Face::Echo, "it has become country and region"),
    ]),
    Field::new(
        "annual_budget",
        Kind::Object(&Object { schema: "Amount", about: "Money that can be spent.", fields: MONEY }),
        ids::ABOUT_ANNUAL_BUDGET,
    )
    .part("money")
    .echo(ids::FIELD_ANNUAL_BUDGET_ECHO)
    .option("budget", "AMOUNT")
    .typed(ids::TYPED_ANNUAL_BUDGET),
    Field::new("max_hires", COUNT, ids::ABOUT_MAX_HIRES)
        .form("max_hires", ids::FIELD_MAX_HIRES)
        .option("hires", "N")
        .alias("max-hires"),
    Field::new(
        "team",
        Kind::Object(&Object { schema: "Team", about: "Who is already there.", fields: TEAM }),
        ids::ABOUT_TEAM,
    )
    .part("team"),
    Field::new(
        "workload",
        Kind::Object(&Object {
            schema: "Workload",
            about: "What there is to do in a week.",
            fields: WORKLOAD,
        }),
        ids::ABOUT_WORKLOAD,
    )
    .part("workload"),
    Field::new("languages", Kind::Whole { from: 1, to: 50 }, ids::ABOUT_LANGUAGES)
        .form("workload", ids::FIELD_LANGUAGES)
        .echo(ids::FIELD_LANGUAGES_ECHO)
        .option("languages", "N"),
    Field::new("reply_within_hours", Kind::Whole { from: 1, to: 168 }, ids::ABOUT_REPLY_WITHIN_HOURS)
        .form("workload", ids::FIELD_REPLY_WITHIN_HOURS)
        .echo(ids::FIELD_REPLY_WITHIN_HOURS_ECHO)
        .option("reply-within", "HOURS"),
    Field::new("out_of_hours", Kind::YesNo, ids::ABOUT_OUT_OF_HOURS)
        .form("workload", ids::FIELD_OUT_OF_HOURS)
        .option("out-of-hours", ""),
    Field::new("own_space", Kind::YesNo, ids::ABOUT_OWN_SPACE)
        .form("workload", ids::FIELD_OWN_SPACE)
        .echo(ids::FIELD_OWN_SPACE_ECHO)
        .option("own-space", ""),
    Field::new(
        "ad_budget_per_month",
        Kind::Object(&Object { schema: "MonthlyAmount", about: "Money a month.", fields: MONEY_A_MONTH }),
        ids::ABOUT_AD_BUDGET_PER_MONTH,
    )
    .form("workload", ids::FIELD_AD_BUDGET_PER_MONTH)
    .echo(ids::FIELD_AD_BUDGET_PER_MONTH_ECHO)
    .option("ad-budget", "AMOUNT")
    .typed(ids::TYPED_AD_BUDGET_PER_MONTH),
    Field::new("market", Kind::Choice(&MARKETS), ids::ABOUT_MARKET)
        .form("money", ids::FIELD_MARKET)
        .echo(ids::FIELD_MARKET_ECHO)
        .option("market", "MARKET"),
    AGREEMENT.part("money"),
];

/// Fields of a goal that is given with its priority.
pub const GOAL: &[Field] = &[
    Field::new("goal", Kind::Line { most: 0 }, ids::ABOUT_GOAL).ask(ids::FIELD_GOAL_ASK),
    Field::new("priority", Kind::Choice(&PRIORITIES), ids::ABOUT_PRIORITY),
];

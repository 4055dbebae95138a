//! What is kept of an ad: its role, level, place and pay, and nothing that its text says in words.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::dated::Day;
use crate::domain::job::audit::described::Described;
use crate::domain::job::audit::pay::PayState;
use crate::domain::job::terms::Contract;
use crate::domain::pay::figure::Period;
use crate::domain::vocab::{Grade, Level, vocabulary};

vocabulary! {
    /// Why an ad is no evidence of market pay.
    LeftOut("reason why an ad is left out") {
        /// An internship or an apprenticeship.
        Traineeship = "traineeship",
        /// Freelance work.
        Freelance = "freelance",
        /// Dated after the day of the reading.
        FutureDate = "future-date",
        /// The country is not known.
        NoCountry = "no-country",
        /// Pay net of contributions.
        Net = "net",
        /// Pay by the day.
        DayRate = "day-rate",
        /// In another currency than that of the country.
        OtherCurrency = "other-currency",
        /// One end of a range only.
        OneBound = "one-bound",
        /// Part time, and nothing says which part.
        ShareUnknown = "share-unknown",
        /// Below the legal minimum of the place and day.
        BelowMinimum = "below-minimum",
        /// Far from all others of the role and country.
        BeyondFence = "beyond-fence",
    }
}

impl LeftOut {
    /// Whether such an ad is no part of the market at all, whatever it pays.
    #[must_use]
    pub const fn outside(self) -> bool {
        matches!(self, Self::Traineeship | Self::Freelance | Self::FutureDate | Self::NoCountry)
    }
}

vocabulary! {
    /// What to know of a record.
    Flag("flag of a record") {
        /// The period of the pay was read off its size.
        PeriodAssumed = "period-assumed",
        /// The ad names no currency; that of the country is taken.
        CurrencyAssumed = "currency-assumed",
        /// The share of full time was reckoned out of the pay.
        FullTimeEquivalent = "full-time-equivalent",
        /// The title names another role than the tasks do.
        TitleDiffers = "title-differs",
        /// The level was read from the title.
        LevelFromTitle = "level-from-title",
        /// The source gives pay that it estimated itself: not read.
        PredictedPay = "predicted-pay",
        /// The language of the text is neither French nor English.
        LanguageUnread = "language-unread",
    }
}

vocabulary! {
    /// Why a line of the input is no ad.
    Unreadable("reason why a line was not read") {
        /// Neither JSON nor a row of a table.
        NotJson = "not-json",
        /// Not UTF-8.
        NotUtf8 = "not-utf8",
        /// JSON that is no object.
        NotObject = "not-object",
        /// An object of no form that is known; `--map` says where title and text stand.
        UnknownForm = "unknown-form",
        /// No text of an ad.
        NoText = "no-text",
        /// A text longer than the limit.
        TooLong = "too-long",
        /// A line longer than the limit.
        LineTooLong = "line-too-long",
        /// A row of a table with more or fewer columns than its heading.
        BadRow = "bad-row",
    }
}

/// An amount in hundredths, written as a plain number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount(pub u64);

impl Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            serializer.serialize_u64(self.0 / 100)
        } else {
            #[expect(clippy::cast_precision_loss, reason = "amounts of pay are far below 2^53 hundredths")]
            serializer.serialize_f64(self.0 as f64 / 100.0)
        }
    }
}

/// Shares of the work in percent: of the community manager, of the social media manager, of the content manager, of all
/// other professions. What is nobody's makes up the hundred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Shares {
    /// Community manager.
    pub community: u8,
    /// Social media manager.
    pub social: u8,
    /// Content manager.
    pub content: u8,
    /// Other professions.
    pub other: u8,
}

/// One ad, about 300 bytes as a line of JSON. What the ad does not tell is left out; a table has all columns.
///
/// Nothing of its text is kept but digests; employers are hashed unless their names are asked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = MarketRecord)]
pub struct Record<'a> {
    /// Id that the source gives; the digest of the text where it gives none.
    pub id: Cow<'a, str>,
    /// Day on which it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub date: Option<Day>,
    /// Digest of the folded text, 16 hexadecimal digits.
    pub text: String,
    /// Sketch of the text: near copies differ in few of its 64 bits. 16 hexadecimal digits.
    pub sketch: String,
    /// The employer: a hash of its name, or the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// Whether an agency recruits for somebody else.
    pub agency: bool,
    /// The role that the tasks describe.
    pub role: Described,
    /// Whose work it is.
    pub shares: Shares,
    /// How sure the role is.
    pub confidence: Grade,
    /// The role in the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_role: Option<Described>,
    /// The level, from the title and the years asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Years of experience asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// Sort of contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// Hours a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<f64>)]
    pub hours: Option<Amount>,
    /// ISO 3166-1 country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<&'a str>,
    /// ISO 3166-2 region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<&'a str>,
    /// City, where it is known by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<Cow<'a, str>>,
    /// What is known of the pay; the rest is null unless this is `parsed`.
    pub pay: PayState,
    /// Lower end, as stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<f64>)]
    pub min: Option<Amount>,
    /// Upper end, as stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<f64>)]
    pub max: Option<Amount>,
    /// ISO 4217 currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<&'a str>,
    /// What it is paid for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Lower end as gross pay of a full-time year, in whole units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_min: Option<u32>,
    /// Upper end, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_max: Option<u32>,
    /// The middle of both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual: Option<u32>,
    /// Why it is no evidence of market pay, where it is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<LeftOut>,
    /// What to know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// Version of the data that read it.
    pub data: &'a str,
}

/// The columns of a record as a table, in order.
pub const COLUMNS: [&str; 32] = [
    "id",
    "date",
    "text",
    "sketch",
    "employer",
    "agency",
    "role",
    "share_community",
    "share_social",
    "share_content",
    "share_other",
    "confidence",
    "title_role",
    "level",
    "years",
    "contract",
    "hours",
    "country",
    "region",
    "city",
    "pay",
    "min",
    "max",
    "currency",
    "period",
    "annual_min",
    "annual_max",
    "annual",
    "left_out",
    "flags",
    "data",
    "error",
];

impl Record<'_> {
    /// The record as a row of a table, in the order of [`COLUMNS`].
    #[must_use]
    pub fn row(&self) -> [String; 32] {
        fn said<T: std::fmt::Display>(value: Option<T>) -> String {
            value.map(|value| value.to_string()).unwrap_or_default()
        }
        let amount = |value: Option<Amount>| match value {
            Some(Amount(hundredths)) if hundredths.is_multiple_of(100) => (hundredths / 100).to_string(),
            Some(Amount(hundredths)) => format!("{}.{:02}", hundredths / 100, hundredths % 100),
            None => String::new(),
        };
        let flags: Vec<&str> = self.flags.iter().map(|flag| flag.id()).collect();
        [
            self.id.to_string(),
            said(self.date),
            self.text.clone(),
            self.sketch.clone(),
            said(self.employer.as_deref()),
            self.agency.to_string(),
            self.role.to_string(),
            self.shares.community.to_string(),
            self.shares.social.to_string(),
            self.shares.content.to_string(),
            self.shares.other.to_string(),
            self.confidence.to_string(),
            said(self.title_role),
            said(self.level),
            said(self.years),
            said(self.contract),
            amount(self.hours),
            said(self.country),
            said(self.region),
            said(self.city.as_deref()),
            self.pay.to_string(),
            amount(self.min),
            amount(self.max),
            said(self.currency),
            said(self.period),
            said(self.annual_min),
            said(self.annual_max),
            said(self.annual),
            said(self.left_out),
            flags.join(" "),
            self.data.to_owned(),
            String::new(),
        ]
    }
}

/// A line that is no ad, in its place among the records.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = MarketUnread)]
pub struct Unread<'a> {
    /// Why.
    pub error: Unreadable,
    /// Where: the file and the line, from 1.
    pub at: &'a str,
}

/// What [`super::build`] reads of a record, or of a line of `market merge`, which counts several of them.
#[derive(Debug, Deserialize)]
pub struct Line<'a> {
    /// Why the line is no ad.
    #[serde(default)]
    pub error: Option<Unreadable>,
    /// Day of a single ad.
    #[serde(default)]
    pub date: Option<Day>,
    /// How many ads it stands for; none: one.
    #[serde(default)]
    pub ads: Option<u32>,
    /// First and last day of several.
    #[serde(default)]
    pub first: Option<Day>,
    /// Last day.
    #[serde(default)]
    pub last: Option<Day>,
    /// Digest of the text.
    #[serde(default, borrow)]
    pub text: Cow<'a, str>,
    /// Sketch of the text.
    #[serde(default, borrow)]
    pub sketch: Cow<'a, str>,
    /// The employer.
    #[serde(default, borrow)]
    pub employer: Option<Cow<'a, str>>,
    /// Whether an agency.
    #[serde(default)]
    pub agency: bool,
    /// The role.
    #[serde(default)]
    pub role: Option<Described>,
    /// The level.
    #[serde(default)]
    pub level: Option<Level>,
    /// Country.
    #[serde(default, borrow)]
    pub country: Option<Cow<'a, str>>,
    /// Region.
    #[serde(default, borrow)]
    pub region: Option<Cow<'a, str>>,
    /// State of the pay.
    #[serde(default)]
    pub pay: Option<PayState>,
    /// Currency.
    #[serde(default, borrow)]
    pub currency: Option<Cow<'a, str>>,
    /// Lower end of the year.
    #[serde(default)]
    pub annual_min: Option<u32>,
    /// Upper end of the year.
    #[serde(default)]
    pub annual_max: Option<u32>,
    /// Why it is no evidence.
    #[serde(default)]
    pub left_out: Option<LeftOut>,
}

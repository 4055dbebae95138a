//! What the audit of an ad answers, in the order in which it is written.

use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::described::Described;
use super::location::Clue;
use super::pay::{Instead, PayState};
use crate::domain::cite::Meta;
use crate::domain::hex::hex;
use crate::domain::job::law::{LawView, Requirement};
use crate::domain::job::wording::Severity;
use crate::domain::pay::answer::{BandConfidence, BandView, Measured, Said};
use crate::domain::pay::figure::Period;
use crate::domain::text::Lang;
use crate::domain::vocab::{Grade, Level, vocabulary};

/// A place in the text that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub struct Point {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Offset in bytes of UTF-8.
    pub byte: usize,
    /// Offset in UTF-16 code units, as browsers and editors count.
    pub utf16: usize,
}

/// A part of the text that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Excerpt {
    /// Where it begins.
    pub start: Point,
    /// Where it ends, one past its last character.
    pub end: Point,
    /// The words, as they stand there.
    pub text: String,
}

/// How sure a reading is.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = AuditConfidence)]
pub struct Confidence {
    /// Grade.
    pub grade: Grade,
    /// What raises or lowers the grade.
    pub causes: Vec<Said>,
}

vocabulary! {
    /// Whose work a share of an ad is.
    Owner("owner of a share") {
        /// One of the roles.
        Role = "role",
        /// One of the professions that rolecall describes.
        Profession = "profession",
        /// A profession that ads mix up with the roles.
        Neighbour = "neighbour",
        /// Nobody's that was recognised.
        Neither = "neither",
    }
}

/// A share of the ad.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShareView<'c> {
    /// Role, profession or neighbour; `neither` for task sentences in which nothing was recognised.
    pub id: &'c str,
    /// Its name.
    pub name: String,
    /// What sort of owner.
    pub kind: Owner,
    /// Percent; all shares add up to 100.
    pub percent: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_none_left(left_out: &usize) -> bool {
    *left_out == 0
}

/// An activity that the ad asks for, with its passages.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ActivityView<'c> {
    /// The activity.
    pub id: &'c str,
    /// Its name.
    pub name: &'c str,
    /// Whose work it mainly is.
    pub owner: &'c str,
    /// Percent of what was recognised.
    pub percent: u32,
    /// Where it stands.
    pub passages: Vec<Excerpt>,
    /// How many passages more there are than are listed.
    #[serde(skip_serializing_if = "is_none_left")]
    pub passages_left_out: usize,
}

/// Another profession's job inside the ad.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OtherJob<'c> {
    /// Profession or neighbour.
    pub id: &'c str,
    /// Its name.
    pub name: String,
    /// Percent of the ad.
    pub percent: u32,
    /// Hours a week that this share of a full-time post is.
    pub hours_a_week: u32,
    /// Its activities.
    pub activities: Vec<&'c str>,
}

/// Pay as stated and as it compares.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayView<'c> {
    /// What is known of the pay that the ad states.
    pub state: PayState,
    /// What the ad says in the place of an amount.
    #[schema(required)]
    pub instead: Option<Instead>,
    /// Where the ad states its pay; none when it does not.
    #[schema(required)]
    pub place: Option<Excerpt>,
    /// The base pay as read; null unless `state` is `parsed`.
    #[schema(required)]
    pub stated: Option<StatedView>,
    /// The ways in which an ambiguous amount can be read.
    pub readings: Vec<StatedView>,
    /// What is paid when all goals are met; never compared as base pay.
    #[schema(required)]
    pub on_target: Option<StatedView>,
    /// A bonus that comes with its amount; likewise.
    #[schema(required)]
    pub bonus: Option<StatedView>,
    /// Shares of the company that come with their value; likewise.
    #[schema(required)]
    pub equity: Option<StatedView>,
    /// What the market pays for the role that the tasks describe; null without a country, or with too little evidence.
    #[schema(required)]
    pub market: Option<BandView>,
    /// How far that can be relied on.
    #[schema(required)]
    pub market_confidence: Option<BandConfidence>,
    /// Lower end measured against the band of the role that the tasks describe; null without a country, a band or an
    /// amount in its currency.
    #[schema(required)]
    pub low: Option<Measured<'c>>,
    /// Upper end, likewise.
    #[schema(required)]
    pub high: Option<Measured<'c>>,
    /// What to know.
    pub notes: Vec<Said>,
}

/// An amount as read.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct StatedView {
    /// Lower end for one period, as written; null where the ad gives the upper end only.
    #[schema(required)]
    pub min: Option<String>,
    /// Upper end for one period, as written; null where the ad gives the lower end only.
    #[schema(required)]
    pub max: Option<String>,
    /// ISO 4217 currency; null when the ad does not tell.
    #[schema(required)]
    pub currency: Option<&'static str>,
    /// What it is paid for.
    pub period: Period,
    /// Whether the period was read off the size of the amount.
    pub period_assumed: bool,
    /// Monthly payments a year.
    pub payments: u32,
    /// Share of full time, where stated.
    #[schema(required)]
    pub fte: Option<f64>,
    /// Whether the amount is that of a full-time post.
    pub pro_rata: bool,
    /// Whether the amount is net.
    pub net: bool,
}

/// One thing to change, or to know.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Finding<'c> {
    /// Stable code.
    pub code: &'c str,
    /// How grave.
    pub severity: Severity,
    /// What it is about.
    pub category: &'c str,
    /// Where; null for the ad as a whole.
    #[schema(required)]
    pub place: Option<Excerpt>,
    /// Further passages of which the same is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more_places: Vec<Excerpt>,
    /// Why the passage, or what is missing, is a problem.
    pub why: String,
    /// What to do.
    pub suggestion: String,
    /// The one safe replacement of the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replacement: Option<&'c str>,
    /// The rule of law behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<&'c str>,
    /// How often such a finding is right.
    pub confidence: Grade,
    /// Who says so.
    pub sources: Vec<&'c str>,
}

impl Finding<'_> {
    /// Every passage of which it is said.
    pub fn places(&self) -> impl Iterator<Item = &Excerpt> {
        self.place.iter().chain(&self.more_places)
    }

    /// What stays the same while the ad changes elsewhere: a digest of the code and of the words of the passage, whatever
    /// their spacing and case; of the code alone where a finding is about the ad as a whole. 16 hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let words = self.place.as_ref().map_or("", |place| place.text.as_str()).to_lowercase();
        let mut digest = Sha256::new_with_prefix(self.code);
        for word in words.split_whitespace() {
            digest.update([0]);
            digest.update(word);
        }
        hex(&digest.finalize()[..8])
    }

    /// The same, to be changed.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Excerpt> {
        self.place.iter_mut().chain(&mut self.more_places)
    }
}

/// Something a good ad says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct SectionView<'c> {
    /// Id of the section: `missions`, `profile`, `pay` and so on.
    pub id: &'c str,
    /// Its name.
    pub name: &'c str,
    /// Whether the ad says it.
    pub present: bool,
    /// Line of the ad on which it begins, from 1; none when the ad does not have it.
    #[schema(required)]
    pub line: Option<usize>,
}

/// How the ad reads.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Readability {
    /// Characters.
    pub characters: usize,
    /// Words.
    pub words: usize,
    /// Sentences; an item of a list counts as one.
    pub sentences: usize,
    /// LIX (Björnsson 1968): words a sentence plus percent of words longer than six letters.
    pub lix: f64,
    /// Kandel-Moles (French) or Flesch Reading Ease (English): about 0 to 100, higher is easier.
    pub reading_ease: f64,
    /// Which of the two.
    pub formula: &'static str,
    /// In words.
    pub reading: String,
    /// Words coded as masculine in English ads (Gaucher, Friesen and Kay 2011, gender-decoder).
    pub masculine_words: usize,
    /// Words coded as feminine.
    pub feminine_words: usize,
}

/// Where the ad says that the job is.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LocationView {
    /// Name of the country.
    pub name: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// ISO 3166-2 region; null where the ad does not tell.
    #[schema(required)]
    pub region: Option<String>,
    /// City, where it is known by its name.
    #[schema(required)]
    pub city: Option<String>,
    /// What tells that the job is there.
    pub clue: Clue,
    /// How sure that is.
    pub confidence: Grade,
    /// Where it stands; null in a title that is not in the text.
    #[schema(required)]
    pub place: Option<Excerpt>,
}

vocabulary! {
    /// Where the place that the audit goes by was found.
    PlaceFrom("origin of the place") {
        /// The question gives it.
        Question = "question",
        /// The question gives none, and the ad names it.
        Ad = "ad",
    }
}

/// What the audit was asked, as it was understood.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AuditInput<'c> {
    /// The title that was given or found.
    #[schema(required)]
    pub title: Option<String>,
    /// Whether the title was found in the text.
    pub title_found_in_text: bool,
    /// Language of the ad.
    pub language: Lang,
    /// Whether the language was recognised rather than assumed.
    pub language_certain: bool,
    /// ISO 3166-1 country.
    #[schema(required)]
    pub country: Option<&'c str>,
    /// ISO 3166-2 region.
    #[schema(required)]
    pub region: Option<&'c str>,
    /// Further regions whose law counts.
    pub regions: Vec<&'c str>,
    /// City.
    #[schema(required)]
    pub city: Option<&'c str>,
    /// Who says so; null without a country.
    #[schema(required)]
    pub place_from: Option<PlaceFrom>,
    /// Employees of the company.
    #[schema(required)]
    pub employees: Option<u32>,
    /// Level read from title and text.
    #[schema(required)]
    pub level: Option<Level>,
}

/// What to remove or mend first.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = AuditChange)]
pub struct Change<'c> {
    /// Code of the finding.
    pub code: &'c str,
    /// How grave it is.
    pub severity: Severity,
    /// The passage; null for the ad as a whole.
    #[schema(required)]
    pub place: Option<Excerpt>,
    /// Why it is a problem.
    pub why: String,
    /// What to do.
    pub text: String,
    /// The one safe replacement of the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replacement: Option<&'c str>,
}

/// What an audit tells a candidate.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ForCandidate<'c> {
    /// What the pay means.
    pub pay: Vec<Said>,
    /// How to negotiate.
    pub negotiate: Vec<Said>,
    /// What the ad does not say, each with a question to ask.
    pub ask: Vec<AskAbout<'c>>,
}

/// Something that the ad does not say.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AskAbout<'c> {
    /// Id of the section.
    pub id: &'c str,
    /// Its name.
    pub name: &'c str,
    /// The question to ask.
    pub question: String,
}

/// Number of findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Counts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Notices.
    pub notice: usize,
    /// Signals.
    pub info: usize,
}

/// The audit of an ad.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Audit<'c> {
    /// The result in a sentence or three: what the job is and what of its pay.
    pub summary: String,
    /// The first of it: what the job is.
    pub job: String,
    /// What the tasks describe.
    pub role_described: Described,
    /// What the title says; null when it is not recognised.
    #[schema(required)]
    pub role_in_title: Option<Described>,
    /// The profession the title names, where it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_says: Option<String>,
    /// How sure the reading of the tasks is.
    pub confidence: Confidence,
    /// Whose work the ad describes, in percent.
    pub shares: Vec<ShareView<'c>>,
    /// Other professions in the ad, largest first.
    pub other_jobs: Vec<OtherJob<'c>>,
    /// Where the ad says that the job is; several where it names several places.
    pub locations: Vec<LocationView>,
    /// Pay.
    pub pay: PayView<'c>,
    /// What to remove or mend first, the gravest before all, at most five.
    pub changes: Vec<Change<'c>>,
    /// How many findings of each severity.
    pub counts: Counts,
    /// The findings, the gravest first, then in order of place; those about the whole ad last.
    pub findings: Vec<Finding<'c>>,
    /// Findings beyond those listed.
    pub findings_left_out: usize,
    /// What a good ad says, and whether this one does.
    pub sections: Vec<SectionView<'c>>,
    /// What the law of the place asks and the ad does not say.
    pub missing_by_law: Vec<Requirement>,
    /// The law of the place.
    pub law: Vec<LawView<'c>>,
    /// How it reads.
    pub readability: Readability,
    /// The activities, with their passages.
    pub activities: Vec<ActivityView<'c>>,
    /// The question as it was understood.
    pub input: AuditInput<'c>,
    /// How many things the ad asks of the person: the items of its profile.
    pub must_haves: usize,
    /// Advice for a candidate, where one asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate: Option<ForCandidate<'c>>,
    /// Not legal advice: what to do before relying on it.
    pub disclaimer: &'c str,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

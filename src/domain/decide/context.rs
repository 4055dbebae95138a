//! What answers about decisions are made from: the data, the rules in force, the language and the day.

use super::rulebook::{DecideData, RuleBook};
use crate::domain::dated::Day;
use crate::domain::text::Lang;

/// What an answer is made from, beside the profile.
#[derive(Clone, Copy, Debug)]
pub struct Context<'c> {
    /// Rules' texts, arrangements, professions, sources.
    pub data: &'c DecideData,
    /// Rules in force.
    pub book: &'c RuleBook,
    /// Language of the texts.
    pub lang: Lang,
    /// Day for which the answer holds.
    pub as_of: Day,
    /// Version of the data.
    pub version: &'c str,
    /// Digest of the data.
    pub digest: &'c str,
    /// Names of the two roles in a sentence: community manager, social media manager.
    pub role_names: [&'c str; 2],
}

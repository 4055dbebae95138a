//! `data/manifest.toml`: what the data as a whole says of itself.

use serde::Deserialize;

use crate::domain::dated::{Day, day};

/// `data/manifest.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the data.
    pub version: String,
    /// Day of its release.
    #[serde(deserialize_with = "day")]
    pub released_on: Day,
    /// First day that the rules answer for.
    #[serde(deserialize_with = "day")]
    pub rules_from: Day,
    /// ISO 3166-1 code of the country that answers and forms take where none is named.
    pub default_country: String,
}

//! What a figure is of.

use serde::Serialize;
use utoipa::ToSchema;

use super::seen::Code;
use crate::domain::job::audit::described::Described;
use crate::domain::vocab::Level;

/// Which ads a figure is of: those of a role in a country, of one level or all, in one region or all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub struct Scope {
    /// The role.
    pub role: Described,
    /// ISO 3166-1 country.
    #[schema(value_type = String)]
    pub country: Code,
    /// The level; null is all levels together.
    pub level: Option<Level>,
    /// ISO 3166-2 region; null is the whole country.
    #[schema(value_type = Option<String>)]
    pub region: Option<Code>,
}

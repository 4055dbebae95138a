//! Jobs whose pay can be asked for.

use crate::domain::vocab::{Role, UnknownValue, vocabulary};

vocabulary! {
    /// A job whose pay can be asked for: one role, or one person who holds both.
    Job("role") {
        /// Community manager (alias `cm`).
        CommunityManager = "community-manager",
        /// Social media manager (alias `smm`).
        SocialMediaManager = "social-media-manager",
        /// One person who holds both roles.
        Hybrid = "hybrid",
        /// Content manager (alias `content`).
        ContentManager = "content-manager",
    }
}

vocabulary! {
    /// Whose community a community manager looks after. One title covers two jobs with different pay.
    Community("community") {
        /// Customers and followers of a brand, on social networks.
        Brand = "brand",
        /// Members of an online, technical, developer or players' community.
        Online = "online",
    }
}

impl Default for Community {
    /// That of a brand: what the title means where nothing else is said.
    fn default() -> Self {
        Self::Brand
    }
}

impl Job {
    /// The role, unless one person holds both.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::CommunityManager => Some(Role::CommunityManager),
            Self::SocialMediaManager => Some(Role::SocialMediaManager),
            Self::ContentManager => Some(Role::ContentManager),
            Self::Hybrid => None,
        }
    }

    /// Finds a job by id or short name.
    ///
    /// # Errors
    /// [`UnknownValue`] with the accepted spellings.
    pub fn find_or_alias(name: &str) -> Result<Self, UnknownValue> {
        if name == Self::Hybrid.id() {
            return Ok(Self::Hybrid);
        }
        Role::find_or_alias(name).map(Self::from).map_err(|_| {
            let roles = Role::ALL.iter().flat_map(|role| [role.id(), role.alias()]);
            UnknownValue::new("role", name, roles.chain([Self::Hybrid.id()]))
        })
    }
}

/// What a question may call a job, for the document of the API: as a role, or `hybrid`.
#[derive(Debug, serde::Serialize)]
pub struct JobName;

impl utoipa::PartialSchema for JobName {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        let roles = Role::ALL.iter().flat_map(|role| [role.id(), role.alias()]);
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some(
                "A role, by id or short name, or `hybrid` for one person who holds both roles.",
            ))
            .enum_values(Some(roles.chain([Job::Hybrid.id()])))
            .into()
    }
}

impl utoipa::ToSchema for JobName {}

impl From<Role> for Job {
    fn from(role: Role) -> Self {
        match role {
            Role::CommunityManager => Self::CommunityManager,
            Role::SocialMediaManager => Self::SocialMediaManager,
            Role::ContentManager => Self::ContentManager,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_answer_to_ids_and_short_names() {
        assert_eq!(Job::find_or_alias("cm"), Ok(Job::CommunityManager));
        assert_eq!(Job::find_or_alias("content-manager"), Ok(Job::ContentManager));
        assert_eq!(Job::find_or_alias("hybrid"), Ok(Job::Hybrid));
        assert_eq!(Job::Hybrid.role(), None);
        let error = Job::find_or_alias("hybrd").unwrap_err();
        assert_eq!(error.nearest.as_deref(), Some("hybrid"));
    }
}

//! The closed vocabularies that every face of the product spells alike: command line, JSON, TOML, URLs.
//!
//! Goals and professions are *not* here: they are records of the catalogue, because an overlay may add some.

use super::suggest::nearest;

/// A value that belongs to none of the accepted ones, with the nearest accepted one where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    /// What the value is meant to be: `presence stage`, `role` …
    pub what: &'static str,
    /// The value as given.
    pub given: String,
    /// Every accepted value, in order.
    pub accepted: Vec<String>,
    /// The accepted value that is spelt most alike.
    pub nearest: Option<String>,
}

impl UnknownValue {
    /// Builds the error and looks for the nearest accepted value.
    pub fn new<'a>(what: &'static str, given: &str, accepted: impl IntoIterator<Item = &'a str>) -> Self {
        let accepted: Vec<String> = accepted.into_iter().map(str::to_owned).collect();
        let nearest = nearest(given, accepted.iter().map(String::as_str)).map(str::to_owned);
        Self { what, given: given.chars().take(80).collect(), accepted, nearest }
    }
}

/// Defines a closed vocabulary: an enum with its kebab-case spelling, parsing with suggestions, serde and schema.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident($what:literal) { $($(#[$vmeta:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Every spelling, in the same order.
            pub const IDS: &'static [&'static str] = &[$($id),+];

            /// Returns the spelling used everywhere.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// Finds a value by its spelling, without allocating.
            #[must_use]
            pub fn find(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.id()) }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::vocab::UnknownValue;
            fn from_str(id: &str) -> Result<Self, Self::Err> {
                Self::find(id).ok_or_else(|| {
                    $crate::domain::vocab::UnknownValue::new($what, id, Self::IDS.iter().copied())
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl serde::de::Visitor<'_> for Visitor {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(f, "a {} ({})", $what, $name::IDS.join(", "))
                    }
                    fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<$name, E> {
                        id.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Visitor)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .description(Some(concat!("A ", $what, ".")))
                    .enum_values(Some(Self::IDS.iter().copied()))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// One of the roles that rolecall describes. The first two can be recommended.
    Role("role") {
        /// Relation: conversations, moderation, loyalty (alias `cm`).
        CommunityManager = "community-manager",
        /// Strategy, content, campaigns, reach (alias `smm`).
        SocialMediaManager = "social-media-manager",
        /// Long-form content (alias `content`): described and compared, recommended only as another profession.
        ContentManager = "content-manager",
    }
}

impl Role {
    /// The two roles that a verdict can name.
    pub const HIREABLE: [Self; 2] = [Self::CommunityManager, Self::SocialMediaManager];

    /// Returns the short name that users may type.
    #[must_use]
    pub const fn alias(self) -> &'static str {
        match self {
            Self::CommunityManager => "cm",
            Self::SocialMediaManager => "smm",
            Self::ContentManager => "content",
        }
    }

    /// Finds a role by id or alias.
    ///
    /// # Errors
    /// [`UnknownValue`] with the accepted spellings.
    pub fn find_or_alias(name: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|role| role.id() == name || role.alias() == name).ok_or_else(|| {
            UnknownValue::new("role", name, Self::ALL.iter().flat_map(|role| [role.id(), role.alias()]))
        })
    }

    /// The other of the two roles that a verdict can name.
    #[must_use]
    pub const fn counterpart(self) -> Self {
        match self {
            Self::CommunityManager => Self::SocialMediaManager,
            Self::SocialMediaManager | Self::ContentManager => Self::CommunityManager,
        }
    }
}

/// What a question may call a role: its id or its short name. The document of the API names it.
#[derive(Debug, serde::Serialize)]
pub struct RoleName;

impl utoipa::PartialSchema for RoleName {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some("A role, by id or short name."))
            .enum_values(Some(Role::ALL.iter().flat_map(|role| [role.id(), role.alias()])))
            .into()
    }
}

impl utoipa::ToSchema for RoleName {}

vocabulary! {
    /// Which role is needed.
    Verdict("verdict") {
        /// The needs belong to another profession.
        Neither = "neither",
        /// A community manager.
        CommunityManager = "community-manager",
        /// Both needs are material.
        Both = "both",
        /// A social media manager.
        SocialMediaManager = "social-media-manager",
    }
}

impl Verdict {
    /// Whether the verdict calls for this role.
    #[must_use]
    pub const fn includes(self, role: Role) -> bool {
        match self {
            Self::Neither => false,
            Self::Both => !matches!(role, Role::ContentManager),
            Self::CommunityManager => matches!(role, Role::CommunityManager),
            Self::SocialMediaManager => matches!(role, Role::SocialMediaManager),
        }
    }

    /// The single role of a one-role verdict.
    #[must_use]
    pub const fn single(self) -> Option<Role> {
        match self {
            Self::CommunityManager => Some(Role::CommunityManager),
            Self::SocialMediaManager => Some(Role::SocialMediaManager),
            Self::Neither | Self::Both => None,
        }
    }

    /// Whether moving from `self` to `to` moves away from `role` on the line
    /// community manager – both – social media manager. Falling back to neither always does; leaving it never does.
    #[must_use]
    pub const fn moves_away_from(self, role: Role, to: Self) -> bool {
        match (self, to) {
            (Self::Neither, _) => false,
            (_, Self::Neither) => true,
            (from, to) => match role {
                Role::SocialMediaManager => (to as u8) < (from as u8),
                _ => (to as u8) > (from as u8),
            },
        }
    }
}

vocabulary! {
    /// How far the company's presence on social networks has come.
    Stage("presence stage") {
        /// No presence yet.
        Absent = "absent",
        /// Launching a brand, or new channels.
        Launching = "launching",
        /// An audience is building.
        Growing = "growing",
        /// An active audience exists.
        Established = "established",
    }
}

vocabulary! {
    /// Size class of the company by employees (European Union classes).
    Size("size class") {
        /// 1 to 9 employees.
        Micro = "micro",
        /// 10 to 49 employees.
        Small = "small",
        /// 50 to 249 employees.
        Medium = "medium",
        /// 250 employees or more.
        Large = "large",
        /// Not given.
        Unknown = "unknown",
    }
}

impl Size {
    /// Classes by number of employees (Recommendation 2003/361/EC, headcount only).
    #[must_use]
    pub const fn of(employees: Option<u32>) -> Self {
        match employees {
            None => Self::Unknown,
            Some(0..=9) => Self::Micro,
            Some(10..=49) => Self::Small,
            Some(50..=249) => Self::Medium,
            Some(_) => Self::Large,
        }
    }

    /// The smallest headcount of the class.
    #[must_use]
    pub const fn employees_from(self) -> Option<u32> {
        match self {
            Self::Micro => Some(1),
            Self::Small => Some(10),
            Self::Medium => Some(50),
            Self::Large => Some(250),
            Self::Unknown => None,
        }
    }
}

vocabulary! {
    /// How much a goal matters to the user.
    Priority("priority") {
        /// A main goal (the default).
        Primary = "primary",
        /// A goal that would be welcome.
        Secondary = "secondary",
    }
}

vocabulary! {
    /// Whom the company sells to.
    Market("market") {
        /// Consumers.
        B2c = "b2c",
        /// Companies.
        B2b = "b2b",
        /// Both.
        Mixed = "mixed",
    }
}

vocabulary! {
    /// How strong the evidence behind a rule is.
    Strength("strength of evidence") {
        /// Practitioners' or vendors' opinion, or our own judgement.
        Opinion = "opinion",
        /// A survey with a stated sample.
        Survey = "survey",
        /// A measurement or an official text.
        Measured = "measured",
    }
}

vocabulary! {
    /// Years of experience that a position asks for.
    Level("level") {
        /// 0 to 2 years.
        Junior = "junior",
        /// 2 to 5 years.
        Mid = "mid",
        /// 5 years or more.
        Senior = "senior",
    }
}

impl Level {
    /// The level that years of experience make: under 2 junior, under 5 mid, else senior.
    #[must_use]
    pub const fn of_years(years: u32) -> Self {
        match years {
            0..2 => Self::Junior,
            2..5 => Self::Mid,
            _ => Self::Senior,
        }
    }
}

vocabulary! {
    /// How far a figure or a conclusion can be relied on.
    Grade("grade") {
        /// Decisive and backed by several independent sources.
        High = "high",
        /// Usable, with the reservations named.
        Medium = "medium",
        /// Thin or contested.
        Low = "low",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_values_name_the_accepted_ones_and_the_nearest() {
        let error = "growng".parse::<Stage>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown presence stage `growng`; did you mean `growing`? (accepted: absent, launching, growing, established)"
        );
        assert_eq!("zzzzzz".parse::<Stage>().unwrap_err().nearest, None);
    }

    #[test]
    fn size_classes_follow_the_headcount() {
        for (employees, size) in [
            (1, Size::Micro),
            (9, Size::Micro),
            (10, Size::Small),
            (49, Size::Small),
            (50, Size::Medium),
            (250, Size::Large),
        ] {
            assert_eq!(Size::of(Some(employees)), size, "{employees}");
        }
        for size in Size::ALL {
            assert_eq!(Size::of(size.employees_from()), *size);
        }
    }

    #[test]
    fn moving_away_is_measured_on_the_line_from_one_role_to_the_other() {
        use Verdict::{Both, CommunityManager, Neither, SocialMediaManager};
        assert!(Both.moves_away_from(Role::SocialMediaManager, CommunityManager));
        assert!(!Both.moves_away_from(Role::SocialMediaManager, SocialMediaManager));
        assert!(SocialMediaManager.moves_away_from(Role::SocialMediaManager, Both));
        assert!(Both.moves_away_from(Role::CommunityManager, Neither));
        assert!(!Neither.moves_away_from(Role::CommunityManager, SocialMediaManager));
    }

    #[test]
    fn roles_answer_to_their_aliases() {
        assert_eq!(Role::find_or_alias("smm"), Ok(Role::SocialMediaManager));
        assert_eq!(Role::find_or_alias("cn").unwrap_err().nearest.as_deref(), Some("cm"));
    }
}

//! The finite facts that rules may ask about, packed into one machine word.
//!
//! Every attribute has a few values and exactly one holds; each value is a bit. A rule's conditions are then one mask,
//! and "does the rule match" is `facts & !mask == 0`.

use serde::de::{Error, MapAccess};

use super::hours::LoadClass;
use crate::domain::profile::Profile;
use crate::domain::suggest::nearest;
use crate::domain::vocab::{Market, Role, Size, Stage, Verdict, vocabulary};

vocabulary! {
    /// Which kinds of need the goals express, whatever their weight.
    Needs("kind of needs") {
        /// Only other professions' goals.
        Outside = "outside",
        /// Only goals that either role can serve.
        Either = "either",
        /// At least one goal that is mainly the community manager's, none of the other role.
        CommunityManager = "community-manager",
        /// At least one goal that is mainly the social media manager's, none of the other role.
        SocialMediaManager = "social-media-manager",
        /// Goals of both kinds.
        BothKinds = "both-kinds",
    }
}

vocabulary! {
    /// Where the balance of points stands against the threshold of dominance.
    Leans("balance") {
        /// No points on either side.
        Nowhere = "nowhere",
        /// The community manager's share reaches the threshold.
        CommunityManager = "community-manager",
        /// Neither share reaches it.
        Even = "even",
        /// The social media manager's share reaches it.
        SocialMediaManager = "social-media-manager",
    }
}

vocabulary! {
    /// Which role carries more points.
    Heavier("heavier role") {
        /// The community manager.
        CommunityManager = "community-manager",
        /// Equal.
        Equal = "equal",
        /// The social media manager.
        SocialMediaManager = "social-media-manager",
    }
}

vocabulary! {
    /// How many salaries can be paid for now.
    Hires("number of salaries") {
        /// None.
        Zero = "zero",
        /// One.
        One = "one",
        /// Two.
        Two = "two",
        /// Three or more.
        Several = "several",
        /// Not given.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Who is already employed.
    Staff("existing team") {
        /// Neither role.
        None = "none",
        /// Community managers only.
        CommunityManager = "community-manager",
        /// Social media managers only.
        SocialMediaManager = "social-media-manager",
        /// Both roles.
        Both = "both",
    }
}

vocabulary! {
    /// Whether an agency already works for the company.
    Agency("agency") {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
    }
}

vocabulary! {
    /// Market as far as it is known.
    MarketFact("market") {
        /// Consumers.
        B2c = "b2c",
        /// Companies.
        B2b = "b2b",
        /// Both.
        Mixed = "mixed",
        /// Not given.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// How many channels are kept.
    Channels("channels") {
        /// One or two.
        Few = "few",
        /// Three or more.
        Many = "many",
        /// Not given.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// How large the audience is.
    Audience("audience") {
        /// Under ten thousand followers.
        Small = "small",
        /// Tens of thousands of followers or more.
        Large = "large",
        /// Not given.
        Unknown = "unknown",
    }
}

/// One attribute: its name in the rules, its values, and where its bits are.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Name in the rules and in answers.
    pub name: &'static str,
    /// Spellings of its values.
    pub values: &'static [&'static str],
    /// Position of its first bit.
    pub shift: u32,
}

impl Attribute {
    /// All its bits.
    #[must_use]
    pub const fn mask(&self) -> u64 {
        ((1 << self.values.len()) - 1) << self.shift
    }

    /// The values whose bits are set.
    pub fn values_in(&self, bits: u64) -> impl Iterator<Item = &'static str> + use<> {
        let (shift, values) = (self.shift, self.values);
        values
            .iter()
            .enumerate()
            .filter(move |(at, _)| bits >> (shift + u32::try_from(*at).unwrap_or(0)) & 1 == 1)
            .map(|(_, id)| *id)
    }
}

macro_rules! attributes {
    ($($constant:ident: $name:literal, $type:ident;)+) => {
        /// Every attribute, in the order in which conditions are shown.
        pub const ATTRIBUTES: &[Attribute] = &layout([$(($name, $type::IDS)),+]);
        attributes!(@index 0_usize; $($constant $type,)+);
    };
    (@index $at:expr; $constant:ident $type:ident, $($rest:tt)*) => {
        #[doc = concat!("Position of [`", stringify!($type), "`] in [`ATTRIBUTES`].")]
        pub const $constant: usize = $at;
        impl From<$type> for Facts {
            fn from(value: $type) -> Self { Self(1 << (ATTRIBUTES[$constant].shift + value as u32)) }
        }
        attributes!(@index $at + 1; $($rest)*);
    };
    (@index $at:expr;) => { };
}

const fn layout<const N: usize>(pairs: [(&'static str, &'static [&'static str]); N]) -> [Attribute; N] {
    let mut list = [Attribute { name: "", values: &[], shift: 0 }; N];
    let (mut at, mut shift) = (0, 0);
    while at < N {
        list[at] = Attribute { name: pairs[at].0, values: pairs[at].1, shift };
        #[expect(clippy::cast_possible_truncation, reason = "an attribute has a handful of values")]
        let width = pairs[at].1.len() as u32;
        shift += width;
        at += 1;
    }
    assert!(shift <= 64, "the facts must fit one machine word");
    list
}

/// A set of attribute values. For one input exactly one bit an attribute is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Facts(pub u64);

attributes! {
    STAGE: "stage", Stage;
    SIZE: "size", Size;
    NEEDS: "needs", Needs;
    LEANS: "leans", Leans;
    HEAVIER: "heavier", Heavier;
    VERDICT: "verdict", Verdict;
    HIRES: "hires", Hires;
    LOAD: "load", LoadClass;
    STAFF: "staff", Staff;
    AGENCY: "agency", Agency;
    MARKET: "market", MarketFact;
    CHANNELS: "channels", Channels;
    AUDIENCE: "audience", Audience;
}

impl Facts {
    /// Every value of every attribute.
    pub const ANY: Self = {
        let last = ATTRIBUTES[ATTRIBUTES.len() - 1];
        Self(u64::MAX >> (64 - last.shift - 3))
    };

    /// The union of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The same facts with another value of the attribute that `value` belongs to.
    #[must_use]
    pub fn with(self, attribute: usize, value: Self) -> Self {
        Self(self.0 & !ATTRIBUTES[attribute].mask() | value.0)
    }

    /// The value of an attribute, out of all its values in order; none where no bit of it is set.
    #[must_use]
    pub fn value<T: Copy>(self, attribute: usize, all: &[T]) -> Option<T> {
        let attribute = ATTRIBUTES[attribute];
        all.get(((self.0 & attribute.mask()) >> attribute.shift).trailing_zeros() as usize).copied()
    }

    /// The facts that follow from the profile alone (all but needs, leans, heavier, verdict and load).
    #[must_use]
    pub fn of(profile: &Profile) -> Self {
        let hires = match profile.max_hires {
            None => Hires::Unknown,
            Some(0) => Hires::Zero,
            Some(1) => Hires::One,
            Some(2) => Hires::Two,
            Some(_) => Hires::Several,
        };
        let team = profile.team.unwrap_or_default();
        let staff = match (team.community_managers > 0, team.social_media_managers > 0) {
            (false, false) => Staff::None,
            (true, false) => Staff::CommunityManager,
            (false, true) => Staff::SocialMediaManager,
            (true, true) => Staff::Both,
        };
        let market = match profile.market {
            None => MarketFact::Unknown,
            Some(Market::B2c) => MarketFact::B2c,
            Some(Market::B2b) => MarketFact::B2b,
            Some(Market::Mixed) => MarketFact::Mixed,
        };
        let workload = profile.workload.unwrap_or_default();
        let channels = match workload.channels {
            None => Channels::Unknown,
            Some(0..=2) => Channels::Few,
            Some(_) => Channels::Many,
        };
        let audience = match workload.followers {
            None => Audience::Unknown,
            Some(0..10_000) => Audience::Small,
            Some(_) => Audience::Large,
        };
        Self::from(profile.presence_stage.unwrap_or(Stage::Growing))
            .and(profile.size().into())
            .and(hires.into())
            .and(staff.into())
            .and(if team.agency.is_some() { Agency::Yes } else { Agency::No }.into())
            .and(market.into())
            .and(channels.into())
            .and(audience.into())
    }
}

impl Staff {
    /// Whether somebody already holds this role.
    #[must_use]
    pub const fn has(self, role: Role) -> bool {
        match self {
            Self::None => false,
            Self::Both => true,
            Self::CommunityManager => matches!(role, Role::CommunityManager),
            Self::SocialMediaManager => matches!(role, Role::SocialMediaManager),
        }
    }
}

/// Conditions of a rule as written: attribute → accepted values, and goals by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// Accepted values; every attribute that is not mentioned accepts all of its own.
    pub accepted: u64,
    /// At least one of these goals is ticked (when not empty).
    pub goals_any: Vec<String>,
    /// All of these goals are ticked.
    pub goals_all: Vec<String>,
    /// None of these goals is ticked.
    pub goals_none: Vec<String>,
}

impl Conditions {
    /// Whether the conditions depend on the verdict.
    #[must_use]
    pub const fn accepts_some_verdicts_only(&self) -> bool {
        self.accepted & ATTRIBUTES[VERDICT].mask() != ATTRIBUTES[VERDICT].mask()
    }
}

impl<'de> serde::Deserialize<'de> for Conditions {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Conditions;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a table of conditions")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Conditions, A::Error> {
                let mut conditions = Conditions { accepted: Facts::ANY.0, ..Conditions::default() };
                while let Some(name) = map.next_key::<String>()? {
                    match name.as_str() {
                        "goals_any" => conditions.goals_any = map.next_value()?,
                        "goals_all" => conditions.goals_all = map.next_value()?,
                        "goals_none" => conditions.goals_none = map.next_value()?,
                        _ => {
                            let values: Vec<String> = map.next_value()?;
                            let bits = attribute_bits(&name, &values).map_err(A::Error::custom)?;
                            let attribute = bits.0.mask();
                            conditions.accepted = conditions.accepted & !attribute | bits.1;
                        }
                    }
                }
                Ok(conditions)
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

fn attribute_bits(name: &str, values: &[String]) -> Result<(&'static Attribute, u64), String> {
    let Some(attribute) = ATTRIBUTES.iter().find(|attribute| attribute.name == name) else {
        let names = || {
            ATTRIBUTES.iter().map(|attribute| attribute.name).chain(["goals_any", "goals_all", "goals_none"])
        };
        let hint = nearest(name, names()).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        return Err(format!(
            "unknown condition `{}`{hint} (accepted: {})",
            name.escape_debug(),
            names().collect::<Vec<_>>().join(", ")
        ));
    };
    if values.is_empty() {
        return Err(format!("condition `{name}` accepts nothing; list at least one value or leave it out"));
    }
    let mut bits = 0;
    for value in values {
        let Some(at) = attribute.values.iter().position(|known| known == value) else {
            let hint = nearest(value, attribute.values.iter().copied())
                .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            return Err(format!(
                "condition `{name}`: unknown value `{}`{hint} (accepted: {})",
                value.escape_debug(),
                attribute.values.join(", ")
            ));
        };
        bits |= 1 << (attribute.shift + u32::try_from(at).unwrap_or(0));
    }
    Ok((attribute, bits))
}

/// Conditions compiled against the goals of a catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matcher {
    /// Facts that rule the rule out.
    pub denied: u64,
    /// At least one of these goals (when not zero).
    pub any: u64,
    /// All of these goals.
    pub all: u64,
    /// None of these goals.
    pub none: u64,
}

impl Matcher {
    /// Whether the conditions hold.
    #[must_use]
    pub const fn matches(&self, facts: Facts, goals: u64) -> bool {
        facts.0 & self.denied == 0 && self.goals_match(goals)
    }

    /// Whether the conditions on goals hold.
    #[must_use]
    pub const fn goals_match(&self, goals: u64) -> bool {
        (self.any == 0 || goals & self.any != 0) && goals & self.all == self.all && goals & self.none == 0
    }

    /// Whether goals are asked about at all.
    #[must_use]
    pub const fn reads_goals(&self) -> bool {
        self.any | self.all | self.none != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attribute_has_its_own_bits() {
        let mut all = 0_u64;
        for attribute in ATTRIBUTES {
            assert_eq!(all & attribute.mask(), 0, "{}", attribute.name);
            all |= attribute.mask();
        }
        assert_eq!(all, Facts::ANY.0);
        assert_eq!(ATTRIBUTES[AUDIENCE].name, "audience");
    }

    #[test]
    fn misspelt_conditions_are_refused_with_a_hint() {
        let read = |text: &str| toml::from_str::<Conditions>(text).unwrap_err().message().to_owned();
        assert!(read("stag = [\"absent\"]").contains("did you mean `stage`?"));
        assert!(read("stage = [\"abscent\"]").contains("did you mean `absent`?"));
        assert!(read("stage = []").contains("accepts nothing"));
    }
}

//! What an ad can describe.

use crate::domain::vocab::vocabulary;

vocabulary! {
    /// What the tasks of an ad describe.
    Described("role described") {
        /// A community manager.
        CommunityManager = "community-manager",
        /// A social media manager.
        SocialMediaManager = "social-media-manager",
        /// Both in one post.
        Both = "both",
        /// A content manager.
        ContentManager = "content-manager",
        /// Another profession.
        Other = "other",
        /// The ad does not tell the tasks.
        Undetermined = "undetermined",
    }
}

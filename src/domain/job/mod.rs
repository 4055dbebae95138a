//! Job descriptions and job ads: what an ad says, what one should say.

pub mod audit;
pub mod data;
pub mod fold;
pub mod law;
pub mod lexicon;
pub mod request;
pub mod wording;

//! Job descriptions and job ads: what an ad says, what one should say.

pub mod audit;
pub mod brief;
pub mod category;
pub mod classifier;
pub mod currency;
pub mod data;
pub mod draft;
pub mod facts;
pub mod fold;
pub mod law;
pub mod lexicon;
pub mod lists;
pub mod matcher;
pub mod places;
pub mod posting;
pub mod request;
pub mod terms;
pub mod wording;

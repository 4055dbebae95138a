//! rolecall
pub mod domain;

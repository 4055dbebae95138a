//! rolecall
pub mod catalog;
pub mod domain;

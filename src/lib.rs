//! rolecall
pub mod api;
pub mod catalog;
pub mod cli;
pub mod domain;
pub mod render;
pub mod server;
pub mod toolkit;

//! What people send: every field of every question described once ([`questions`]), what a field is ([`field`]), the
//! reader that lists every fault ([`reader`]), numbers as people type them ([`amount`]), the faults ([`fault`]), and the questions in the document of the API
//! ([`schema`]). What a question becomes stands beside what answers it ([`crate::domain::profile`],
//! [`crate::domain::pay::request`], [`crate::domain::job`]).

pub mod amount;
pub mod fault;
pub mod field;
pub mod questions;
pub mod reader;
pub mod schema;

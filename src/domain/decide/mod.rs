//! Which role is needed, and how to staff it: rules → verdict → explanation, interview, verification.

pub mod book;
pub mod facts;
pub mod load;
pub mod rule;
pub mod run;
pub mod verify;

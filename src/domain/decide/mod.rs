//! Which role is needed, and how to staff it: rules → verdict → explanation, interview, verification.

pub mod answer;
pub mod assign;
pub mod cited;
pub mod context;
pub mod counterfactual;
pub mod explain;
pub mod facts;
mod growth;
pub mod hours;
pub mod interview;
pub mod load;
pub mod rule;
pub mod rulebook;
pub mod run;
pub mod scale;
pub mod staffing;
pub mod team;
pub mod verify;

#[cfg(test)]
pub(in crate::domain) mod tiny;

//! What a person costs the employer: dated parameters → contributions, item by item.
//!
//! France follows the official public model (`modele-social`) to the euro for a permanent contract of the private
//! sector, outside Alsace-Moselle and overseas; other countries apply the contributions that `data/employer-cost`
//! holds, and name what is missing.

pub mod alternatives;
mod compute;
pub mod parameter;
mod solve;

pub use compute::{Breakdown, Line, LineKind, Situation};
pub use parameter::{
    Base, Book, CostData, CostOption, EmployerKind, Mobility, NotCovered, Parameter, Side, Unit,
};
pub use solve::Gross;

//! What people send: the faults of an input. The readers stand beside what they read ([`crate::domain::profile`],
//! [`crate::domain::pay::request`], [`crate::domain::job`]).

pub mod fault;

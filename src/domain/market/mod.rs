//! Market figures from ads: one record for each ad, and from many records the pay of a role, a level and a place.
//!
//! [`observe`] reads an ad into a [`record`]; [`seen`] counts records that say the same; [`build`] makes figures of them,
//! with [`statistic`] for percentiles and intervals and [`suppress`] for what must not be printed; [`overlay`] writes
//! figures as data that every other answer can use. Nothing here draws random numbers or depends on the order of its
//! input.

pub mod build;
pub mod growth;
pub mod observe;
pub mod overlay;
pub mod record;
pub mod scope;
pub mod seen;
pub mod sketch;
pub mod statistic;
pub mod suppress;

//! Pay: published figures → market bands, offers measured against them, what a person costs the employer.
//!
//! [`figure`] holds what was published, [`evidence`] what may be used of it and why not the rest. [`select`] picks the
//! figures that speak of what is asked ([`job`], [`place`]), brings them to it and weighs them, with ageing ([`ageing`])
//! and ratios ([`data`]); [`estimate`] makes a median ([`combine`]), a spread and an interval of them, [`ladder`] puts the
//! levels in order, [`grade`] says how far the result can be relied on, [`band`] rounds it. [`backtest`] measures how good
//! such bands are. [`minimum`] knows legal and agreed minima, [`offer`] measures an offer, [`cost`] what it costs;
//! [`country`] says how one country differs from another.

pub mod ageing;
pub mod answer;
pub mod answers;
pub mod backtest;
pub mod band;
pub mod combine;
pub mod cost;
pub mod country;
pub mod data;
pub mod estimate;
pub mod evidence;
pub mod figure;
pub mod fit;
pub mod grade;
pub mod job;
pub mod ladder;
pub mod market;
pub mod minimum;
pub mod offer;
pub mod place;
pub mod request;
pub mod select;

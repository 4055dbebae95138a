//! Pay: published figures → market bands, offers measured against them, what a person costs the employer.
//!
//! [`figure`] holds what was published, [`evidence`] what may be used of it and why not the rest; [`band`] makes a band
//! by ageing ([`ageing`]), placing ([`place`]) and combining ([`combine`]) that evidence; [`backtest`] measures how good
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
pub mod evidence;
pub mod figure;
pub mod minimum;
pub mod offer;
pub mod place;
pub mod request;
pub mod words;

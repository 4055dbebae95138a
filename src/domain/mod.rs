//! The pure part: vocabulary, rules, decisions. No files, clock, network, environment, templates or HTTP here.

pub mod cite;
pub mod dated;
pub mod decide;
pub mod goal;
pub mod hex;
pub mod input;
pub mod iso;
pub mod job;
pub mod json;
pub mod locale;
pub mod market;
pub mod message;
pub mod money;
pub mod next;
pub mod pay;
pub mod profile;
pub mod provenance;
pub mod reference;
pub mod rounding;
pub mod suggest;
pub mod text;
pub mod views;
pub mod vocab;
pub mod work;

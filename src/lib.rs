//! Whom to hire for a company's social presence: community manager, social media manager, both, or neither.
//!
//! ```
//! use rolecall::domain::dated::parse_day;
//! use rolecall::domain::text::Lang;
//! use rolecall::domain::vocab::{Role, Verdict};
//! use rolecall::toolkit::{Asking, Toolkit};
//!
//! let toolkit = Toolkit::load(None)?;
//! let profile = toolkit.read_profile(br#"{"presence_stage":"launching","goals":["awareness"],"employees":4}"#, true)?;
//! let asking = Asking { lang: Lang::En, as_of: parse_day("2026-11-21").ok_or("no day")? };
//! let answer = toolkit.recommend(&profile, asking)?;
//! assert_eq!(answer.verdict, Verdict::SocialMediaManager);
//! assert_eq!(answer.first_hire, Some(Role::SocialMediaManager));
//! assert!(answer.reasons.iter().all(|reason| !reason.sources.is_empty()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where things are
//!
//! Data flows one way: bytes → [`catalog`] → [`domain`] → answer → [`render`]. A test keeps the imports that way.
//!
//! | module | what it does | what it must not do |
//! | --- | --- | --- |
//! | [`domain`] | vocabulary, rules, decisions, answers | files, clock, network, templates, HTTP |
//! | [`catalog`] | `data/` and an overlay → one validated [`catalog::Catalog`] | decide anything |
//! | [`intake`] | files that people have → plain text | know what the text is for |
//! | [`render`] | answers → Markdown → HTML, terminal text | read files |
//! | [`toolkit`] | the façade: one function for each question | know who asks |
//! | [`cli`] | one file for each command | anything but read, ask, write |
//! | [`api`] | one file for each resource | the same |
//! | [`web`] | one file for each page | the same |
//! | [`mcp`] | tools and resources for assistants | the same |
//! | [`app`] | what API and pages share: the data in use, measurements, token | answer anything |
//! | [`server`] | API, pages and the layers around them; start, reload, stop | |
//!
//! # Features
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `commands` | module `cli` and the binary: every command that answers and ends |
//! | `service` | the API, the pages and assistants: modules `api`, `app`, `mcp`, `server`, `web`; `commands` with it |
//! | `documents` | DOCX and PDF, read and written |
//! | `tables` | the table of bands as a workbook |
//!
//! All are on by default; `default-features = false` leaves 93 packages of 263, `commands` alone 114.
//!
//! Inside [`domain::decide`]: [`rule`](domain::decide::rule) is what the data says, [`rulebook`](domain::decide::rulebook) is
//! that compiled for one day, [`run`](domain::decide::run) decides, [`explain`](domain::decide::explain) says why,
//! [`counterfactual`](domain::decide::counterfactual) what would change it, [`interview`](domain::decide::interview)
//! what to ask next, and [`verify`](domain::decide::verify) walks the whole input space before data may be used.

#[cfg(feature = "service")]
pub mod api;
#[cfg(feature = "service")]
pub mod app;
pub mod catalog;
#[cfg(feature = "commands")]
pub mod cli;
pub mod domain;
pub mod intake;
#[cfg(feature = "service")]
pub mod mcp;
pub mod render;
#[cfg(feature = "service")]
pub mod server;
pub mod toolkit;
#[cfg(feature = "service")]
pub mod web;

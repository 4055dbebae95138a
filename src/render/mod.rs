//! Answers → text: Markdown by template, then HTML or terminal text from that one Markdown.

pub mod bands;
mod calls;
pub mod chart;
pub mod command;
#[cfg(feature = "documents")]
pub mod docx;
pub mod html;
pub mod sarif;
pub mod sheet;
pub mod templates;
pub mod terminal;
mod understood;
#[cfg(feature = "tables")]
pub mod workbook;

pub use templates::{Medium, RenderError, Renderer};

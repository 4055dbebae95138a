//! Answers → text: Markdown by template, then HTML or terminal text from that one Markdown.

pub mod chart;
pub mod docx;
pub mod html;
pub mod sarif;
pub mod sheet;
pub mod templates;
pub mod terminal;
mod understood;

pub use templates::{Medium, RenderError, Renderer};

//! Markdown → HTML page: one file, no script, no outside resource, printable.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::templates::{RenderError, Renderer};
use crate::domain::text::Lang;

/// The Markdown extensions in use.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
}

/// Turns a Markdown report into a whole HTML page. `picture`, an SVG, stands in for the first block of text marked as a
/// chart.
///
/// # Errors
/// When the page template fails.
pub fn page(
    renderer: &Renderer<'_>,
    markdown: &str,
    picture: Option<&str>,
    lang: Lang,
) -> Result<String, RenderError> {
    let mut title = String::new();
    let mut in_title = false;
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, options())
        .map(|event| match event {
            // Raw HTML never comes from our templates; from anybody else's it is shown, not run.
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            other => other,
        })
        .collect();
    for event in &events {
        match event {
            Event::Start(Tag::Heading { .. }) if title.is_empty() => in_title = true,
            Event::End(TagEnd::Heading(_)) => in_title = false,
            Event::Text(text) if in_title => title.push_str(text),
            _ => {}
        }
    }
    let events = events.into_iter().map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let safe = dest_url.starts_with("https://")
                || dest_url.starts_with("http://")
                || dest_url.starts_with('/');
            let dest_url = if safe { dest_url } else { CowStr::Borrowed("#") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        other => other,
    });
    let mut picture = picture;
    let mut replaced = false;
    let events = events.filter_map(|event| match &event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind)))
            if &**kind == "chart" && picture.is_some() =>
        {
            replaced = true;
            picture.take().map(|svg| Event::Html(format!("<figure>\n{svg}</figure>\n").into()))
        }
        Event::End(TagEnd::CodeBlock) if replaced => {
            replaced = false;
            None
        }
        _ if replaced => None,
        _ => Some(event),
    });
    let mut body = String::new();
    html::push_html(&mut body, events);
    renderer.render("report/page.html.j2", &serde_json::json!({ "lang": lang, "title": title, "body": body }))
}

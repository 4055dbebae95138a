//! Markdown → HTML page: one file, no script, no outside resource, printable.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::templates::{RenderError, Renderer};
use crate::domain::message::{Words, said};
use crate::domain::text::Lang;

/// The Markdown extensions in use.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
}

/// The same, with the names of headings that pages choose by.
fn options_with_names() -> Options {
    options() | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Turns a Markdown report into a whole HTML page. `picture`, an SVG, stands in for the first block of text marked as a
/// chart.
///
/// # Errors
/// When the page template fails.
pub fn page(
    renderer: &Renderer,
    markdown: &str,
    picture: Option<&str>,
    lang: Lang,
) -> Result<String, RenderError> {
    let (title, body) = content(renderer, markdown, picture, options());
    renderer.render("report/page.html.j2", &serde_json::json!({ "lang": lang, "title": title, "body": body }))
}

/// The title and body of a Markdown text as HTML. `picture` stands in for the first block marked as a chart.
fn content(renderer: &Renderer, markdown: &str, picture: Option<&str>, options: Options) -> (String, String) {
    let mut title = String::new();
    let mut in_title = false;
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, options)
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
    // A name that has a page of its own leads there.
    let events = events.map(|event| match event {
        Event::Code(code) => match renderer.target(&code) {
            Some(target) => Event::InlineHtml(format!("<a href=\"{target}\"><code>{code}</code></a>").into()),
            None => Event::Code(code),
        },
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
    // A table of names and values has no headings; an empty row of them says nothing to anybody.
    let body = body.replace("<thead><tr><th></th><th></th></tr></thead>", "");
    (title, body)
}

/// One part of a report: from a heading of the second level to the next.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
pub struct Section {
    /// Its name, as the template gives it with `anchor`; empty where it gives none.
    pub id: String,
    /// Its heading; empty for what stands before the first.
    pub title: String,
    /// Its text as HTML, without the heading.
    pub html: String,
}

/// A Markdown report in parts, for a page that arranges them. The title of the report is left out.
#[must_use]
pub fn sections(renderer: &Renderer, markdown: &str, picture: Option<&str>) -> Vec<Section> {
    let (_, body) = content(renderer, markdown, picture, options_with_names());
    // Reports have one heading of the first level, at their head.
    let body = body.split_once("</h1>").map_or(body.as_str(), |(_, rest)| rest);
    let mut parts = body.split("<h2");
    let lead = parts.next().unwrap_or("").trim();
    let mut sections = vec![Section { id: String::new(), title: String::new(), html: lead.to_owned() }];
    sections.extend(parts.filter_map(|part| {
        let (head, html) = part.split_once("</h2>")?;
        let (attributes, title) = head.split_once('>')?;
        let id = attributes.strip_prefix(" id=\"").and_then(|rest| rest.split('"').next()).unwrap_or("");
        Some(Section { id: id.to_owned(), title: text_of(title), html: html.trim().to_owned() })
    }));
    // Tables are scrolled sideways on small screens, by keyboard too.
    for section in &mut sections {
        section.html = section
            .html
            .replace("<table>", "<div class=\"table-wrap\" tabindex=\"0\" role=\"group\"><table>")
            .replace("</table>", "</table></div>");
    }
    sections
}

/// A Markdown text as part of a page that has a heading of its own: its headings stand one level lower.
#[must_use]
pub fn fragment(renderer: &Renderer, markdown: &str) -> String {
    let (_, mut body) = content(renderer, markdown, None, options());
    for level in (1..6).rev() {
        for (open, close) in [("<", ">"), ("</", ">")] {
            let (from, to) = (format!("{open}h{level}{close}"), format!("{open}h{}{close}", level + 1));
            body = body.replace(&from, &to);
        }
    }
    body
}

/// The text of a line of our own HTML.
fn text_of(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for (at, piece) in html.split('<').enumerate() {
        out.push_str(if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) });
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// A drafted job description as a page for print and screen, with its structured data where there is some.
///
/// # Errors
/// When the page template fails.
pub fn job_page(
    renderer: &Renderer,
    markdown: &str,
    posting: Option<&serde_json::Value>,
    lang: Lang,
) -> Result<String, RenderError> {
    let (title, body) = content(renderer, markdown, None, options());
    let posting = posting.map_or(String::new(), |posting| embeddable(&posting.to_string()));
    let context = serde_json::json!({ "lang": lang, "title": title, "body": body, "posting": posting });
    renderer.render("job/page.html.j2", &context)
}

/// JSON that can be pasted into a page: nothing in it can end the script element that holds it, or begin a comment.
#[must_use]
pub fn embeddable(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// A Markdown text in the few elements that structured ads may hold: paragraphs and lists.
#[must_use]
pub fn plain(markdown: &str, words: Words<'_>) -> String {
    let mut out = String::new();
    let mut cells: Vec<String> = Vec::new();
    let mut cell: Option<String> = None;
    let mut first_heading = true;
    let mut skipped = false;
    // What is set in bold and in brackets is still to be written: nothing for readers outside.
    let mut strong: Option<String> = None;
    for event in Parser::new_ext(markdown, options()) {
        let push = |out: &mut String, cell: &mut Option<String>, text: &str| {
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            match cell {
                Some(cell) => cell.push_str(&escaped),
                None => out.push_str(&escaped),
            }
        };
        match event {
            // The title has its own property.
            Event::Start(Tag::Heading { .. }) if first_heading => skipped = true,
            Event::End(TagEnd::Heading(_)) if skipped => {
                skipped = false;
                first_heading = false;
            }
            _ if skipped => {}
            Event::Start(Tag::Strong) => strong = Some(String::new()),
            Event::End(TagEnd::Strong) => {
                if let Some(text) = strong.take().filter(|text| !text.starts_with('[')) {
                    push(&mut out, &mut cell, &text);
                }
            }
            Event::Text(text) if strong.is_some() => {
                strong.iter_mut().for_each(|inner| inner.push_str(&text));
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph) => out.push_str("<p>"),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => out.push_str("</p>"),
            Event::Start(Tag::List(_) | Tag::Table(_)) => out.push_str("<ul>"),
            Event::End(TagEnd::List(_) | TagEnd::Table) => out.push_str("</ul>"),
            Event::Start(Tag::Item) => out.push_str("<li>"),
            Event::End(TagEnd::Item) => out.push_str("</li>"),
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => cells.extend(cell.take()),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => {
                if let [label, value] = cells.as_slice()
                    && !value.trim().is_empty()
                {
                    let line = said!(LABEL_AND_VALUE, label = label, value = value.trim());
                    out.push_str(&format!("<li>{}</li>", words.say(line)));
                }
                cells.clear();
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                push(&mut out, &mut cell, &text);
            }
            Event::SoftBreak | Event::HardBreak => push(&mut out, &mut cell, " "),
            _ => {}
        }
    }
    out.replace("<p></p>", "")
}

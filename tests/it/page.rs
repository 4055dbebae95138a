//! A page as a browser's parser reads it.

use scraper::{ElementRef, Html, Selector};

use super::api::Answer;

/// A parsed page.
pub(crate) struct Page(Html);

/// The source of a page.
pub(crate) fn body(answer: &Answer) -> String {
    String::from_utf8(answer.bytes.clone()).unwrap()
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

/// An attribute; empty where the element has none of this name.
pub(crate) fn attribute<'p>(element: ElementRef<'p>, name: &str) -> &'p str {
    element.value().attr(name).unwrap_or("")
}

/// The text of an element and of all that it holds.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

impl Page {
    pub(crate) fn of(answer: &Answer) -> Self {
        Self::parse(&body(answer))
    }

    pub(crate) fn parse(html: &str) -> Self {
        Self(Html::parse_document(html))
    }

    /// Every element that a selector picks, in order.
    pub(crate) fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&selector(css)).collect()
    }

    /// The same, inside an element.
    #[expect(clippy::unused_self, reason = "the element belongs to this page")]
    pub(crate) fn within<'p>(&'p self, element: ElementRef<'p>, css: &str) -> Vec<ElementRef<'p>> {
        element.select(&selector(css)).collect()
    }

    /// The first element that a selector picks.
    pub(crate) fn first(&self, css: &str) -> ElementRef<'_> {
        self.all(css).into_iter().next().unwrap_or_else(|| panic!("{css} is not there"))
    }

    /// The only element that a selector picks.
    pub(crate) fn one(&self, css: &str) -> ElementRef<'_> {
        let all = self.all(css);
        assert_eq!(all.len(), 1, "{css}");
        all[0]
    }

    /// Whether a selector picks anything.
    pub(crate) fn has(&self, css: &str) -> bool {
        !self.all(css).is_empty()
    }

    /// The texts inside the elements of one selector and outside of those of another.
    pub(crate) fn texts(&self, inside: &str, outside: &str) -> Vec<&str> {
        let outside = selector(outside);
        let mut found = Vec::new();
        for element in self.all(inside) {
            for node in element.descendants() {
                let left_out =
                    || node.ancestors().filter_map(ElementRef::wrap).any(|item| outside.matches(&item));
                if let Some(text) = node.value().as_text()
                    && !left_out()
                {
                    found.push(&**text);
                }
            }
        }
        found
    }

    /// Attributes that would run a script: `onclick` and its like.
    pub(crate) fn handlers(&self) -> Vec<&str> {
        self.all("*")
            .into_iter()
            .flat_map(|element| element.value().attrs().map(|(name, _)| name))
            .filter(|name| name.starts_with("on"))
            .collect()
    }

    /// Each element and text inside one element as a line, up to the first element that another selector picks.
    pub(crate) fn outline(&self, inside: &str, until: &str) -> Vec<String> {
        let until = selector(until);
        let mut lines = Vec::new();
        for node in self.one(inside).descendants() {
            if let Some(element) = ElementRef::wrap(node) {
                if until.matches(&element) {
                    break;
                }
                let mut attributes: Vec<String> =
                    element.value().attrs().map(|(name, value)| format!("{name}={value}")).collect();
                attributes.sort();
                lines.push(format!("{} {}", element.value().name(), attributes.join(" ")));
            } else if let Some(text) = node.value().as_text()
                && !text.trim().is_empty()
            {
                lines.push(text.trim().to_owned());
            }
        }
        lines
    }
}

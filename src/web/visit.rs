//! What every page reads from its address, and what every page shows around its content.

use crate::toolkit::Section;
use axum::extract::{FromRequestParts, OriginalUri, Query};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::{Extension, RequestPartsExt};
use serde::Serialize;
use serde_json::{Value, json};

use super::{Fault, error_page, is_known};
use crate::app::heavy::{COME_BACK, Undone};
use crate::app::{App, assets};
use crate::domain::dated::parse_day;
use crate::domain::message::{Words, ids, said};
use crate::domain::pay::job::Job;
use crate::domain::text::{Lang, capitalised};
use crate::toolkit::{AskError, Asking};

/// Colours that a frame may have, by the classes of the style; the first is our own.
pub(super) const TINTS: [&str; 6] = ["teal", "blue", "violet", "green", "red", "ink"];

/// The fields of a form or address, in order; one name may stand several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(pub(super) Vec<(String, String)>);

impl Fields {
    /// The last value of a field that is not empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().rev().find(|(known, value)| known == name && !value.trim().is_empty());
        found.map(|(_, value)| value.trim())
    }

    /// Every value of a field that is not empty.
    pub(super) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0
            .iter()
            .filter(move |(known, value)| known == name && !value.trim().is_empty())
            .map(|(_, value)| value.trim())
    }

    /// Whether a field is there, be it empty: then its form was sent.
    pub(super) fn sent(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// Without some fields; a name that ends in a dot stands for all fields that begin with it.
    pub(super) fn without(&self, names: &[&str]) -> Self {
        let dropped = |known: &str| {
            names.iter().any(|name| known == *name || name.ends_with('.') && known.starts_with(name))
        };
        Self(self.0.iter().filter(|(name, _)| !dropped(name)).cloned().collect())
    }

    /// With one more value.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Without what is empty.
    pub(super) fn filled(&self) -> Self {
        Self(self.0.iter().filter(|(_, value)| !value.trim().is_empty()).cloned().collect())
    }

    /// As a query, with its question mark; empty without fields.
    pub(super) fn query(&self) -> String {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }

    /// As templates read them: name → values.
    pub(super) fn values(&self) -> Value {
        let mut map = serde_json::Map::new();
        for (name, value) in &self.0 {
            let list = map.entry(name.clone()).or_insert_with(|| json!([]));
            if let Some(list) = list.as_array_mut() {
                list.push(value.as_str().into());
            }
        }
        Value::Object(map)
    }
}

/// One visit of one page.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    /// Language of the page.
    pub(super) lang: Lang,
    /// Language and day.
    pub(super) asking: Asking,
    /// The page, without the language: `/hire`.
    pub(super) path: String,
    /// What the address says.
    pub(super) fields: Fields,
    /// The query as it came, without fields that no page knows.
    pub(super) query: String,
    /// Whether the day was given.
    pub(super) dated: bool,
    /// Whether the page stands in a frame on somebody else's page.
    pub(super) framed: bool,
    /// Whether there is no page at the address, but one that says so.
    pub(super) nowhere: bool,
}

impl Visit {
    /// For pages about errors.
    pub(super) fn nowhere(app: &App, lang: Lang) -> Self {
        Self {
            lang,
            asking: Asking { lang, as_of: app.today() },
            path: "/".to_owned(),
            fields: Fields::default(),
            query: String::new(),
            dated: false,
            framed: false,
            nowhere: true,
        }
    }

    /// In the default country, unless the address says something of a place: a form that was sent says what it says, be it
    /// nothing.
    pub(super) fn in_default_country(mut self, app: &App) -> Self {
        if !["country", "region", "city"].iter().any(|name| self.fields.sent(name)) {
            self.fields = self.fields.with("country", app.toolkit().default_country());
        }
        self
    }

    /// The colour of a frame; empty for our own.
    pub(super) fn tint(&self) -> &'static str {
        let given = self.fields.get("tint");
        TINTS.iter().skip(1).find(|known| given == Some(known)).copied().unwrap_or("")
    }

    /// The address of a page in the same language and frame.
    pub(super) fn href(&self, path: &str, fields: &Fields) -> String {
        let frame = if self.framed { "/embed" } else { "" };
        format!("{frame}/{}{path}{}", self.lang, fields.query())
    }

    /// The address of this page with the day in it: it gives the same answer tomorrow.
    pub(super) fn permalink(&self) -> String {
        let fields = self.fields.filled().without(&["as_of", "trail", "at"]);
        self.href(&self.path, &fields.with("as_of", &self.asking.as_of.to_string()))
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let lang = parts.extract::<Extension<Lang>>().await.map_or(Lang::En, |found| found.0);
        let uri = parts.extract::<OriginalUri>().await.map_or_else(|_| parts.uri.clone(), |found| found.0);
        let (framed, path) = match uri.path().strip_prefix("/embed") {
            Some(path) => (true, path),
            None => (false, uri.path()),
        };
        let path = path.strip_prefix(&format!("/{lang}")).filter(|path| !path.is_empty()).unwrap_or("/");
        let nowhere = Self::nowhere(app, lang);
        let toolkit = app.toolkit();
        let words = toolkit.words(lang);
        let wrong = |detail: String| {
            let title = words.say(ids::WEB_ADDRESS_CANNOT_USED);
            error_page(app, &Fault { status: StatusCode::BAD_REQUEST, title, detail, request: None }, lang)
        };
        let Query(pairs) =
            Query::<Vec<(String, String)>>::try_from_uri(&uri).map_err(|error| wrong(error.body_text()))?;
        let pairs: Vec<(String, String)> = pairs.into_iter().filter(|(name, _)| is_known(name)).collect();
        let query = Fields(pairs.clone()).query();
        // The short names of roles are understood here as everywhere.
        let pairs = pairs.into_iter().map(|(name, value)| match Job::find_or_alias(&value) {
            Ok(job) if name == "role" => (name, job.id().to_owned()),
            _ => (name, value),
        });
        let fields = Fields(pairs.collect());
        let mut asking = nowhere.asking;
        let day = fields.get("as_of").map(ToOwned::to_owned);
        if let Some(day) = &day {
            asking.as_of = parse_day(day).ok_or_else(|| wrong(words.say(ids::WEB_WRITE_DAY_YYYY_MM_DD)))?;
        }
        Ok(Self {
            lang,
            asking,
            path: path.to_owned(),
            fields,
            query,
            dated: day.is_some(),
            framed,
            nowhere: false,
        })
    }
}

/// A page that shows an answer.
#[derive(Serialize)]
pub(super) struct Listed<'a, A> {
    pub(super) answer: &'a A,
}

/// A page that shows an answer and its report in parts.
#[derive(Serialize)]
pub(super) struct Report<'a, A> {
    pub(super) answer: &'a A,
    pub(super) sections: Vec<Section>,
}

/// What every page has around its own content.
#[derive(Serialize)]
struct PageContext<'p, C> {
    #[serde(flatten)]
    content: &'p C,
    other_lang: Lang,
    other_href: String,
    path: &'p str,
    base: String,
    site: String,
    framed: bool,
    permalink: String,
    as_of: String,
    dated: bool,
    data_version: &'p str,
    css: String,
    js: String,
    icon: String,
    shared: String,
    operator: Option<&'p str>,
    contact: Option<String>,
    legal_notice: Option<&'p str>,
    public_url: &'p str,
    /// Whether the address holds answers, or there is no page: nothing for a search engine.
    unlisted: bool,
    /// The colour of a frame; empty for our own.
    tint: &'p str,
    released_on: String,
}

/// Writes a page: its own content inside what every page has.
pub(super) fn page<C: Serialize>(app: &App, template: &str, visit: &Visit, content: &C) -> Response {
    let lang = visit.lang;
    let other = lang.other();
    let frame = if visit.framed { "/embed" } else { "" };
    let toolkit = app.toolkit();
    let operator = &app.process().operator;
    let context = PageContext {
        content,
        other_lang: other,
        other_href: format!("{frame}/{other}{}{}", visit.path, visit.query),
        path: &visit.path,
        base: format!("{frame}/{lang}"),
        site: format!("/{lang}"),
        framed: visit.framed,
        permalink: visit.permalink(),
        as_of: visit.asking.as_of.to_string(),
        dated: visit.dated,
        data_version: toolkit.catalog().version(),
        css: assets::href(assets::CSS),
        js: assets::href(assets::JS),
        icon: assets::href(assets::ICON),
        shared: assets::href(assets::SHARED),
        operator: operator.name.as_deref(),
        contact: operator.contact_href(),
        legal_notice: operator.legal_notice.as_deref(),
        public_url: operator.public_url.as_deref().unwrap_or(""),
        tint: if visit.framed { visit.tint() } else { "" },
        unlisted: visit.framed || !visit.query.is_empty() || visit.nowhere,
        released_on: toolkit.catalog().manifest().released_on.to_string(),
    };
    match toolkit.page(template, &context, lang) {
        Ok(text) => {
            // Pages outside of the frame refuse to be framed: they open by themselves.
            let outside = format!("<a href=\"/{lang}/");
            let text = if visit.framed {
                text.replace(&outside, &format!("<a target=\"_blank\" rel=\"noopener\" href=\"/{lang}/"))
            } else {
                text
            };
            let mut response = Html(text).into_response();
            response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.id()));
            response
        }
        Err(error) => {
            tracing::error!(template = error.name, error = %error.reason, "a page could not be written");
            (StatusCode::INTERNAL_SERVER_ERROR, Html("<!doctype html><title>rolecall</title><p>500</p>"))
                .into_response()
        }
    }
}

/// Writes a page with a form: one whose answers cannot be used says so in its status too.
pub(super) fn form_page<C: Serialize>(
    app: &App,
    template: &str,
    visit: &Visit,
    content: &C,
    faulty: bool,
) -> Response {
    let mut response = page(app, template, visit, content);
    if faulty && response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// A page for heavy work that was not done.
pub(super) fn undone_page(app: &App, undone: Undone, lang: Lang) -> Response {
    let status = match undone {
        Undone::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Undone::Broken => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let mut response = error_page(app, &Fault::of(status, None, app.toolkit().words(lang)), lang);
    if undone == Undone::Busy {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(COME_BACK));
    }
    response
}

/// A message of the API as a sentence.
pub(super) fn sentence(text: &str, words: Words<'_>) -> String {
    // Names between backticks are quoted as people quote.
    let mut quoted = String::with_capacity(text.len() + 8);
    for (at, piece) in text.split('`').enumerate() {
        if at % 2 == 1 {
            quoted += &words.say(said!(QUOTED_NAME, text = piece));
        } else {
            quoted.push_str(piece);
        }
    }
    let end = if quoted.ends_with(['.', '?', '!', ')']) { "" } else { "." };
    format!("{}{end}", capitalised(&quoted))
}

/// A page for a question without an answer, where the fault is in no field of a form.
pub(super) fn refused(app: &App, error: &AskError, lang: Lang) -> Response {
    let toolkit = app.toolkit();
    let words = toolkit.words(lang);
    let (status, detail) = match error {
        AskError::NotCovered(error) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            words.say(said!(
                WEB_DAY_NOT_COVERED,
                as_of = error.as_of,
                version = &error.version,
                from = error.from,
            )),
        ),
        AskError::Unknown(error) => (StatusCode::NOT_FOUND, sentence(&words.say(error.said()), words)),
        AskError::Input(errors) | AskError::Incomplete(errors) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            errors.iter().map(|error| words.say(error.message.clone())).collect::<Vec<_>>().join(" "),
        ),
        AskError::NoCost(error) => (StatusCode::UNPROCESSABLE_ENTITY, words.say(error.message.clone())),
        other => {
            let (template, reason) = other.reason();
            tracing::error!(template, error = %reason, "an answer could not be made");
            (StatusCode::INTERNAL_SERVER_ERROR, words.say(ids::WEB_ANSWER_COULD_MADE))
        }
    };
    let title = match status {
        StatusCode::NOT_FOUND => ids::WEB_NOT_FOUND,
        _ => ids::WEB_NO_ANSWER,
    };
    error_page(app, &Fault { status, title: words.say(title), detail, request: None }, lang)
}

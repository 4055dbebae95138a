//! What every handler reads from a request: language, day, parameters, body.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use serde_json::{Map, Value};

use super::problem::Problem;
use crate::app::App;
pub use crate::app::language::accepted_language;
use crate::domain::dated::parse_day;
use crate::domain::input::fault::InputError;
use crate::domain::input::field::{Field, Kind};
use crate::domain::message::{ids, said};
use crate::domain::text::Lang;
use crate::domain::vocab::UnknownValue;
use crate::toolkit::Asking;

/// The query parameters of every answer, for the document; [`Params`] reads them.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described here")]
pub(super) struct AnswerParams {
    /// Language of the texts; wins over `Accept-Language`.
    lang: Option<Lang>,
    /// Day for which the answer holds, YYYY-MM-DD; today when left out.
    #[param(example = "2026-11-21", format = Date)]
    as_of: Option<String>,
}

/// Query parameters beside `lang` and `as_of`, each taken by the handler that knows it.
#[derive(Debug)]
pub struct Params {
    /// Language and day.
    pub asking: Asking,
    rest: Vec<(String, String)>,
    /// Names of the fields of a question that were looked for.
    asked: Vec<&'static str>,
}

impl Params {
    /// The question that parameters ask: each field but some has one, by its name.
    pub fn question(&mut self, fields: &'static [Field], without: &[&str]) -> Map<String, Value> {
        let mut question = Map::new();
        for field in fields.iter().filter(|field| !without.contains(&field.name)) {
            self.asked.push(field.name);
            if let Some(text) = self.take(field.name) {
                let whole =
                    matches!(field.kind, Kind::Whole { .. }).then(|| text.parse::<u64>().ok()).flatten();
                question.insert(field.name.to_owned(), whole.map_or(Value::String(text), Value::from));
            }
        }
        question
    }

    /// Takes the value of a parameter.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let at = self.rest.iter().position(|(known, _)| known == name)?;
        Some(self.rest.remove(at).1)
    }

    /// Refuses whatever is left.
    ///
    /// # Errors
    /// A problem that names the parameter and the accepted ones.
    pub fn done(self, accepted: &[&str]) -> Result<Asking, Problem> {
        match self.rest.first() {
            None => Ok(self.asking),
            Some((name, _)) => {
                let all = || self.asked.iter().chain(accepted).copied().chain(["lang", "as_of"]);
                if all().any(|known| known == name) {
                    return Err(Problem::new(
                        "invalid-parameter",
                        said!(API_GIVEN_TWICE_KEEP_ONE, name = name),
                    ));
                }
                let error = UnknownValue::new("parameter", name, all());
                Err(Problem::new("invalid-parameter", error.said()))
            }
        }
    }
}

impl FromRequestParts<App> for Params {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Query(rest) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri).map_err(|error| {
            Problem::new("invalid-parameter", said!(FAULT_AS_TOLD, text = error.body_text()))
        })?;
        let asking = Asking { lang: accepted_language(&parts.headers), as_of: app.today() };
        let mut params = Self { asking, rest, asked: Vec::new() };
        if let Some(lang) = params.take("lang") {
            params.asking.lang = lang.parse().map_err(|error: crate::domain::vocab::UnknownValue| {
                Problem::new("invalid-parameter", said!(API_LANG, error = &error))
            })?;
        }
        if let Some(day) = params.take("as_of") {
            params.asking.as_of = parse_day(&day)
                .ok_or_else(|| Problem::new("invalid-parameter", ids::API_WRITE_DAY_YYYY_MM_DD))?;
        }
        Ok(params)
    }
}

/// Query parameters of lists that can grow, for the document; [`Page`] reads them.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described here")]
pub(super) struct PageParams {
    /// Most items of the answer; all of them when left out. A `Link` header with `rel="next"` leads to the rest.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
    /// Id of the last item of the page before.
    after: Option<String>,
}

/// Which part of a list is asked for.
#[derive(Debug)]
pub struct Page {
    limit: Option<usize>,
    after: Option<String>,
    query: String,
}

impl Page {
    /// Names of its parameters.
    pub const FIELDS: [&'static str; 2] = ["limit", "after"];
    /// Most items of a page.
    const MOST: usize = 500;

    /// Takes the parameters of a page.
    ///
    /// # Errors
    /// When the limit is no number from 1 to 500.
    pub fn take(params: &mut Params) -> Result<Self, Problem> {
        let query = params.rest.iter().filter(|(name, _)| name != "after");
        let Asking { lang, as_of } = params.asking;
        // Later pages hold for the day and language of the first.
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("lang", lang.id())
            .append_pair("as_of", &as_of.to_string())
            .extend_pairs(query)
            .finish();
        let limit = params.take("limit").map(|text| {
            text.parse()
                .ok()
                .filter(|limit| (1..=Self::MOST).contains(limit))
                .ok_or_else(|| Problem::new("invalid-parameter", said!(API_LIMIT, most = Self::MOST)))
        });
        Ok(Self { limit: limit.transpose()?, after: params.take("after"), query })
    }

    /// Keeps the items of the page; returns the `Link` header to the next one, if there is one.
    ///
    /// # Errors
    /// When `after` names no item: 422, as for everything that only the data can tell.
    pub fn cut<T>(
        &self,
        path: &str,
        items: &mut Vec<T>,
        id: impl Fn(&T) -> &str,
    ) -> Result<Option<HeaderValue>, Problem> {
        if let Some(after) = &self.after {
            let at = items.iter().position(|item| id(item) == after).ok_or_else(|| {
                let given: String = after.chars().take(80).collect();
                let given = given.escape_debug();
                let error = InputError::new(
                    "/after",
                    "unknown-value",
                    said!(FAULT_ID_LIST_GIVE_LAST_ITEM, given = given),
                );
                Problem::input(&[error])
            })?;
            items.drain(..=at);
        }
        let Some(limit) = self.limit.filter(|limit| *limit < items.len()) else { return Ok(None) };
        items.truncate(limit);
        let last = items.last().map_or("", id);
        let mut query = form_urlencoded::Serializer::new(self.query.clone());
        let query = query.append_pair("after", last).finish();
        Ok(HeaderValue::from_str(&format!("<{path}?{query}>; rel=\"next\"")).ok())
    }
}

/// A JSON body, unparsed.
#[derive(Debug)]
pub struct JsonBody(pub Bytes);

impl FromRequest<App> for JsonBody {
    type Rejection = Problem;
    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = media_type.map(|text| text.split(';').next().unwrap_or("").trim().to_ascii_lowercase());
        if let Some(given) = essence.filter(|given| given != "application/json" && !given.ends_with("+json"))
        {
            let given: String = given.chars().take(60).collect();
            return Err(Problem::new(
                "unsupported-media-type",
                said!(API_SEND_BODY_CONTENT_TYPE_APPLICATION, given = given.escape_debug()),
            ));
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|error: BytesRejection| {
            if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
                Problem::new(
                    "body-too-large",
                    said!(API_BODY_MAY_HOLD_BYTES_MOST, max_ad_body = super::MAX_BODY_BYTES.to_string()),
                )
            } else {
                Problem::new("bad-request", said!(FAULT_AS_TOLD, text = error.body_text()))
            }
        })?;
        Ok(Self(bytes))
    }
}

//! What every handler reads from a request: language, day, parameters, body.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};

use super::App;
use super::problem::Problem;
use crate::domain::dated::parse_day;
use crate::domain::suggest::nearest;
use crate::domain::text::Lang;
use crate::toolkit::Asking;

/// The query parameters of every answer, for the document; [`Params`] reads them.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described here")]
pub(super) struct AnswerParams {
    /// Language of the texts; wins over `Accept-Language`.
    lang: Option<Lang>,
    /// Day for which the answer holds, YYYY-MM-DD; today when left out.
    #[param(example = "2026-11-21")]
    as_of: Option<String>,
}

/// Query parameters beside `lang` and `as_of`, each taken by the handler that knows it.
#[derive(Debug)]
pub struct Params {
    /// Language and day.
    pub asking: Asking,
    rest: Vec<(String, String)>,
}

impl Params {
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
                let all = || accepted.iter().copied().chain(["lang", "as_of"]);
                let hint =
                    nearest(name, all()).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
                if all().any(|known| known == name) {
                    return Err(Problem::new(
                        "invalid-parameter",
                        format!("`{name}` is given twice; keep one"),
                    ));
                }
                let accepted = all().collect::<Vec<_>>().join(", ");
                let name: String = name.chars().take(80).collect();
                Err(Problem::new(
                    "invalid-parameter",
                    format!("unknown parameter `{}`{hint} (accepted: {accepted})", name.escape_debug()),
                ))
            }
        }
    }
}

/// The language that `Accept-Language` prefers; English when it names neither.
#[must_use]
pub fn accepted_language(headers: &HeaderMap) -> Lang {
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let mut best: Option<(u32, Lang)> = None;
    for part in header.split(',').take(20) {
        let mut pieces = part.split(';');
        let tag = pieces.next().unwrap_or("").trim().to_ascii_lowercase();
        let primary = tag.split('-').next().unwrap_or("");
        let quality = pieces
            .find_map(|piece| piece.trim().strip_prefix("q="))
            .map_or(Some(1.0), |q| q.trim().parse::<f64>().ok())
            .filter(|q| (0.0..=1.0).contains(q));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0.0 to 1.0 in thousandths"
        )]
        let quality = quality.map_or(0, |q| (q * 1000.0).round() as u32);
        if let Some(lang) = Lang::find(primary)
            && quality > best.map_or(0, |(known, _)| known)
        {
            best = Some((quality, lang));
        }
    }
    best.map_or(Lang::En, |(_, lang)| lang)
}

impl FromRequestParts<App> for Params {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Query(rest) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
            .map_err(|error| Problem::new("invalid-parameter", error.body_text()))?;
        let asking = Asking { lang: accepted_language(&parts.headers), as_of: app.today() };
        let mut params = Self { asking, rest };
        if let Some(lang) = params.take("lang") {
            params.asking.lang = lang.parse().map_err(|error: crate::domain::vocab::UnknownValue| {
                Problem::new("invalid-parameter", format!("lang: {error}"))
            })?;
        }
        if let Some(day) = params.take("as_of") {
            params.asking.as_of = parse_day(&day).ok_or_else(|| {
                Problem::new(
                    "invalid-parameter",
                    "as_of: write the day as YYYY-MM-DD, for example 2026-11-21",
                )
            })?;
        }
        Ok(params)
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
                format!("send the body as `content-type: application/json`, not `{}`", given.escape_debug()),
            ));
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|error: BytesRejection| {
            if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
                Problem::new(
                    "body-too-large",
                    format!("the body may hold {} bytes at most", super::MAX_BODY_BYTES),
                )
            } else {
                Problem::new("bad-request", error.body_text())
            }
        })?;
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_wins() {
        let lang = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, value.parse().unwrap());
            accepted_language(&headers)
        };
        assert_eq!(lang("fr-FR,fr;q=0.9,en;q=0.8"), Lang::Fr);
        assert_eq!(lang("de, en;q=0.5, fr;q=0.7"), Lang::Fr);
        assert_eq!(lang("fr;q=0, en;q=0.1"), Lang::En);
        assert_eq!(lang("*, q=;;,,"), Lang::En);
        assert_eq!(accepted_language(&HeaderMap::new()), Lang::En);
    }
}

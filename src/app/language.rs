//! Which language a client prefers.

use axum::http::{HeaderMap, header};

use crate::domain::text::Lang;

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

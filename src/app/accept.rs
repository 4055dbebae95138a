//! Which media type a client takes.

use axum::http::{HeaderMap, header};

/// Most ranges of an `Accept` header that are read.
const MOST: usize = 40;

/// Marks a response whose form was asked for otherwise than by `Accept`, which then does not count.
#[derive(Clone, Copy, Debug)]
pub struct Settled;

/// The offered media type that `Accept` prefers; the first of equals. None where it takes none of them.
#[must_use]
pub fn preferred<'a>(headers: &HeaderMap, offered: &[&'a str]) -> Option<&'a str> {
    let mut best: Option<(f32, &str)> = None;
    for media_type in offered {
        let quality = quality(headers, media_type);
        if quality > best.map_or(0.0, |(known, _)| known) {
            best = Some((quality, media_type));
        }
    }
    best.map(|(_, media_type)| media_type)
}

/// How gladly `Accept` takes a media type, from 0 (not at all) to 1. The most specific range decides:
/// `text/html;q=0, */*` takes everything but HTML.
fn quality(headers: &HeaderMap, media_type: &str) -> f32 {
    let mut lines = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).peekable();
    if lines.peek().is_none_or(|line| line.trim().is_empty()) {
        return 1.0;
    }
    let essence = |text: &str| text.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    let wanted = essence(media_type);
    let family = wanted.split('/').next().unwrap_or("");
    let mut best: Option<(u8, f32)> = None;
    for range in lines.flat_map(|line| line.split(',')).take(MOST) {
        let name = essence(range);
        let specific = if name == wanted {
            2
        } else if name.strip_suffix("/*").is_some_and(|given| given == family) {
            1
        } else if name == "*/*" {
            0
        } else {
            continue;
        };
        let quality =
            range.split(';').skip(1).find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok());
        if best.is_none_or(|(known, _)| specific > known) {
            best = Some((specific, quality.filter(|q: &f32| q.is_finite()).unwrap_or(1.0).clamp(0.0, 1.0)));
        }
    }
    best.map_or(0.0, |(_, quality)| quality)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken<'a>(accept: &str, offered: &[&'a str]) -> Option<&'a str> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, accept.parse().unwrap());
        preferred(&headers, offered)
    }

    #[test]
    fn the_most_specific_range_decides() {
        let json = ["application/json"];
        assert_eq!(preferred(&HeaderMap::new(), &json), Some("application/json"));
        for accept in ["", "application/json", "text/html, application/*;q=0.5", "*/*", "text/html;q=0, */*"]
        {
            assert_eq!(taken(accept, &json), Some("application/json"), "{accept}");
        }
        for accept in ["text/html", "application/json;q=0, */*", "application/json;q=0", "text/*, image/*"] {
            assert_eq!(taken(accept, &json), None, "{accept}");
        }
    }

    #[test]
    fn the_gladest_taken_is_chosen() {
        let offered = ["application/json", "text/csv"];
        assert_eq!(taken("*/*", &offered), Some("application/json"));
        assert_eq!(taken("text/csv", &offered), Some("text/csv"));
        assert_eq!(taken("application/json;q=0.4, text/*;q=0.5", &offered), Some("text/csv"));
    }
}

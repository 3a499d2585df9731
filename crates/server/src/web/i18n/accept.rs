//! Which language a request asks for: the cookie if the person has chosen, otherwise the browser's preference.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use super::Lang;

/// The cookie that keeps the choice made with the switch.
pub const COOKIE: &str = "lang";

impl Lang {
    /// The language a request asks for; English when it says nothing we speak.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        chosen(headers)
            .or_else(|| preferred(headers))
            .unwrap_or_default()
    }
}

impl<S: Sync> FromRequestParts<S> for Lang {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

fn chosen(headers: &HeaderMap) -> Option<Lang> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == COOKIE).then(|| Lang::from_code(value)).flatten())
}

fn preferred(headers: &HeaderMap) -> Option<Lang> {
    let value = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(Lang, f32)> = None;
    for range in value.split(',') {
        let mut parts = range.split(';');
        let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let weight = parts
            .find_map(|part| part.trim().strip_prefix("q="))
            .map_or(1.0, |q| {
                q.parse::<f32>()
                    .ok()
                    .filter(|q| (0.0..=1.0).contains(q))
                    .unwrap_or(0.0)
            });
        let Some(lang) = Lang::from_code(tag.split('-').next().unwrap_or_default()) else {
            continue;
        };
        if weight > best.map_or(0.0, |(_, known)| known) {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cookie: &str, accept: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookie.parse().unwrap());
        headers.insert(header::ACCEPT_LANGUAGE, accept.parse().unwrap());
        Lang::of(&headers)
    }

    #[test]
    fn the_choice_made_comes_before_the_browser() {
        assert_eq!(of("a=b; lang=fr", "en"), Lang::Fr);
        assert_eq!(of("lang=en", "fr-CA"), Lang::En);
        assert_eq!(of("lang=de", "fr-CA,en;q=0.5"), Lang::Fr);
        assert_eq!(of("language=fr", "en-CA"), Lang::En);
    }

    #[test]
    fn the_browser_is_heard_in_its_order_of_weight() {
        assert_eq!(of("", "de, fr;q=0.3, en-CA;q=0.7"), Lang::En);
        assert_eq!(of("", "ti, ar;q=0.9, fr-FR;q=0.8, en;q=0.2"), Lang::Fr);
        assert_eq!(of("", "en;q=0, fr;q=0.1"), Lang::Fr);
        assert_eq!(of("", "*"), Lang::En);
        assert_eq!(of("", ";;;q=,,-"), Lang::En);
        assert_eq!(Lang::of(&HeaderMap::new()), Lang::En);
    }
}

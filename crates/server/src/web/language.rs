//! The switch of language: `/language/fr?back=/cases/…` sets the cookie and leads back.

use axum::Router;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use super::i18n::{COOKIE, Lang};
use super::problem::Problem;

/// A year, in seconds.
const KEPT_SECONDS: u32 = 31_536_000;

/// The address that switches to a language and comes back to `path`. Without a path, the browser's `Referer` says
/// where to come back to.
#[must_use]
pub fn switch(lang: Lang, path: &str) -> String {
    if path.is_empty() {
        return format!("/language/{}", lang.code());
    }
    format!("/language/{}?back={}", lang.code(), escape(path))
}

/// A text as part of a query, percent-encoded but for what is plainly harmless there.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Whether an address stays on this site: an absolute path that no browser reads as another host.
#[must_use]
pub fn is_local(path: &str) -> bool {
    let mut chars = path.chars();
    chars.next() == Some('/')
        && !matches!(chars.next(), Some('/' | '\\'))
        && path.len() <= 2_000
        && path
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// The route of the switch.
pub(super) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/language/{code}", get(change))
}

#[derive(Deserialize)]
struct Back {
    back: Option<String>,
}

async fn change(
    Path(code): Path<String>,
    Query(Back { back }): Query<Back>,
    headers: HeaderMap,
) -> Response {
    let Some(lang) = Lang::from_code(&code) else {
        return Problem::NotFound.into_response();
    };
    let back = back
        .or_else(|| referer(&headers))
        .filter(|path| is_local(path))
        .unwrap_or_else(|| "/".to_owned());
    let cookie = format!(
        "{COOKIE}={}; Path=/; Max-Age={KEPT_SECONDS}; HttpOnly; SameSite=Lax",
        lang.code()
    );
    (
        StatusCode::SEE_OTHER,
        [(header::LOCATION, back), (header::SET_COOKIE, cookie)],
    )
        .into_response()
}

/// The path of the page that led here, if it is one of ours.
fn referer(headers: &HeaderMap) -> Option<String> {
    let uri: Uri = headers.get(header::REFERER)?.to_str().ok()?.parse().ok()?;
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let ours = uri
        .authority()
        .is_some_and(|authority| authority.as_str() == host);
    uri.path_and_query()
        .filter(|_| ours)
        .map(|path| path.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_this_site_are_come_back_to() {
        for local in ["/", "/cases/12?tab=people", "/a//b"] {
            assert!(is_local(local), "{local}");
        }
        for foreign in [
            "",
            "cases",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nb",
            "/a b",
            "/\t/evil",
        ] {
            assert!(!is_local(foreign), "{foreign}");
        }
    }

    #[test]
    fn an_address_survives_the_switch() {
        assert_eq!(
            switch(Lang::Fr, "/work?page=2&q=é"),
            "/language/fr?back=/work%3Fpage%3D2%26q%3D%C3%A9"
        );
        assert_eq!(switch(Lang::En, ""), "/language/en");
    }
}

//! Forms for somebody who is not signed in: a random token in a short-lived cookie, and the same token in the form.
//! Another site can send a form here, but it can neither read nor set that cookie.

use axum::extract::FromRequestParts;
use axum::http::HeaderValue;
use axum::http::request::Parts;
use axum::response::Response;

use super::frame::once;
use crate::state::{Cookies, ServerState};
use crate::web::form_view::Tokens;
use crate::web::i18n::Lang;
use crate::web::problem::Problem;
use crate::web::protected;

/// The token lives for two hours: long enough to read an invitation and set up an app.
const KEPT_SECONDS: u32 = 2 * 60 * 60;
/// Characters of a token.
const LENGTH: usize = 64;

/// Somebody who is not signed in, known by the cookie of this browser alone.
#[derive(Clone)]
pub struct Visitor {
    token: String,
    lang: Lang,
    cookies: Cookies,
}

impl std::fmt::Debug for Visitor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Visitor(…)")
    }
}

impl Visitor {
    /// The tokens of a form for this browser.
    #[must_use]
    pub fn tokens(&self) -> Tokens {
        Tokens {
            csrf: self.token.clone(),
            once: once(),
        }
    }

    /// The answer with the cookie that its form needs.
    #[must_use]
    pub fn keep(&self, response: Response) -> Response {
        let line = self
            .cookies
            .set(self.cookies.visitor(), &self.token, Some(KEPT_SECONDS));
        with_cookie(response, &line)
    }
}

/// The answer with one more cookie.
#[must_use]
pub fn with_cookie(mut response: Response, line: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(line) {
        response
            .headers_mut()
            .append(axum::http::header::SET_COOKIE, value);
    }
    response
}

impl protected::Session for Visitor {
    fn csrf(&self) -> &str {
        &self.token
    }
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl FromRequestParts<ServerState> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &ServerState) -> Result<Self, Problem> {
        let cookies = state.cookies;
        let sound =
            |token: &String| token.len() == LENGTH && token.bytes().all(|b| b.is_ascii_hexdigit());
        // without a cookie the token is new, and fits no form that was sent
        let token = Cookies::get(&parts.headers, cookies.visitor())
            .filter(sound)
            .unwrap_or_else(|| once() + &once());
        Ok(Self {
            token,
            lang: Lang::of(&parts.headers),
            cookies,
        })
    }
}

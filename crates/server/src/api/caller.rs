//! Who calls: a session by bearer token or, from a browser, by cookie with its token in a header.
//!
//! A bearer token is a session's secret, the same a cookie holds: no long-lived token unlocks keys.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use safeconduct_casework::session::Session;

use super::failure::Failure;
use crate::state::{ServerState, secret};
use crate::web::protected::same;

/// The header in which a browser's script repeats the session's token.
pub const CSRF: &str = "x-csrf";

/// Somebody signed in.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The session.
    pub session: Arc<Session>,
    /// Whether it came by cookie.
    pub by_cookie: bool,
}

impl FromRequestParts<ServerState> for Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &ServerState) -> Result<Self, Failure> {
        let by_cookie = !parts.headers.contains_key(header::AUTHORIZATION);
        let secret = if by_cookie {
            secret(&parts.headers, state.cookies)
        } else {
            bearer(&parts.headers).map(str::to_owned)
        };
        let session = state
            .app
            .session(&secret.ok_or(Failure::SignedOut)?)
            .await?;
        let harmless = matches!(parts.method, Method::GET | Method::HEAD);
        if by_cookie && !harmless {
            let sent = parts.headers.get(CSRF).and_then(|v| v.to_str().ok());
            if !same(&session.csrf(), sent.unwrap_or_default()) {
                return Err(Failure::Csrf);
            }
        }
        Ok(Self { session, by_cookie })
    }
}

/// The token of an `Authorization: Bearer …` header.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

/// Frees calls with a bearer token from the check against requests from other sites. A browser never adds that header
/// by itself, and its cookies are taken away here, so nothing a site can make it send gains by it.
pub async fn unbind(mut request: Request, next: Next) -> Response {
    if bearer(request.headers()).is_some() && request.uri().path().starts_with("/api/") {
        let headers = request.headers_mut();
        for name in ["cookie", "origin", "sec-fetch-site"] {
            headers.remove(name);
        }
    }
    next.run(request).await
}

//! What every handler gets: the use cases, and who is signed in.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use safeconduct_casework::session::Session;
use safeconduct_casework::{App, Error};

use crate::web::i18n::Lang;
use crate::web::problem::Problem;
use crate::web::protected;

/// How cookies are named and guarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cookies {
    /// `__Host-…`, `Secure`: browsers take them from this host alone, over TLS.
    #[default]
    Secure,
    /// Without prefix and `Secure`: only for a server that is bound to a loopback address without TLS, because text
    /// browsers and Safari keep no secure cookie there.
    Loopback,
}

impl Cookies {
    /// The name of the cookie that holds a session's secret.
    #[must_use]
    pub const fn session(self) -> &'static str {
        match self {
            Self::Secure => "__Host-s",
            Self::Loopback => "s",
        }
    }

    /// The name of the cookie that ties a form to a browser before anybody is signed in.
    #[must_use]
    pub const fn visitor(self) -> &'static str {
        match self {
            Self::Secure => "__Host-p",
            Self::Loopback => "p",
        }
    }

    /// The line that sets a cookie, until the browser is closed or for so many seconds.
    #[must_use]
    pub fn set(self, name: &str, value: &str, seconds: Option<u32>) -> String {
        let secure = match self {
            Self::Secure => "; Secure",
            Self::Loopback => "",
        };
        let age = seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
        format!("{name}={value}; Path=/{age}{secure}; HttpOnly; SameSite=Strict")
    }

    /// The value of a cookie in a request.
    #[must_use]
    pub fn get(headers: &HeaderMap, name: &str) -> Option<String> {
        let lines = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|v| v.to_str().ok());
        let mut pairs = lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        pairs.find_map(|(known, value)| (known == name).then(|| value.to_owned()))
    }
}

/// What the server is run with.
#[derive(Clone)]
pub struct ServerState {
    /// The use cases.
    pub app: App,
    /// The accounts of a demonstration, whose sign-in page offers each role by one button; empty otherwise.
    pub demo: Arc<Vec<DemoAccount>>,
    /// How cookies are named and guarded.
    pub cookies: Cookies,
}

impl std::fmt::Debug for ServerState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ServerState({:?})", self.app)
    }
}

pub use safeconduct_casework::demo::DemoAccount;

/// Somebody signed in, with the language of the page.
#[derive(Clone)]
pub struct SignedIn {
    /// The session.
    pub session: Arc<Session>,
    /// The language of the request.
    pub lang: Lang,
    csrf: String,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignedIn({:?})", self.session)
    }
}

impl SignedIn {
    /// Whoever has just signed in.
    #[must_use]
    pub fn new(session: Arc<Session>, lang: Lang) -> Self {
        let csrf = session.csrf();
        Self {
            session,
            lang,
            csrf,
        }
    }
}

impl protected::Session for SignedIn {
    fn csrf(&self) -> &str {
        &self.csrf
    }
    fn lang(&self) -> Lang {
        self.lang
    }
}

/// The session's secret in a request: the cookie, or a bearer token for programs.
#[must_use]
pub fn secret(headers: &HeaderMap, cookies: Cookies) -> Option<String> {
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.strip_prefix("Bearer "));
    if let Some(bearer) = bearer {
        return Some(bearer.trim().to_owned());
    }
    Cookies::get(headers, cookies.session())
}

impl FromRequestParts<ServerState> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &ServerState) -> Result<Self, Problem> {
        let secret = secret(&parts.headers, state.cookies).ok_or(Problem::SignedOut)?;
        let session = state
            .app
            .session(&secret)
            .await
            .map_err(|error| problem(&error))?;
        let lang = Lang::of(&parts.headers);
        let csrf = session.csrf();
        Ok(Self {
            session,
            lang,
            csrf,
        })
    }
}

/// Whoever asks, signed in or not.
#[derive(Debug, Clone)]
pub struct Anyone(pub Option<SignedIn>);

impl FromRequestParts<ServerState> for Anyone {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &ServerState,
    ) -> Result<Self, Infallible> {
        Ok(Self(SignedIn::from_request_parts(parts, state).await.ok()))
    }
}

/// The problem page of a use case that did not happen. Refusals and fields are the pages' own to show; what comes here
/// unshown is "cannot be done as it is".
#[must_use]
pub fn problem(error: &Error) -> Problem {
    match error {
        Error::Absent | Error::NotAdmitted => Problem::NotFound,
        Error::NotNow | Error::Refused(_) | Error::Fields(_) => Problem::Unprocessable,
        Error::Repeated(_) => Problem::Conflict,
        Error::SignInFailed => Problem::Unprocessable,
        Error::Throttled { seconds } => {
            Problem::TooMany(u32::try_from(*seconds).unwrap_or(u32::MAX))
        }
        Error::SignedOut => Problem::SignedOut,
        Error::Store(safeconduct_store::Error::Busy | safeconduct_store::Error::Unavailable(_))
        | Error::NotSetUp(_) => {
            tracing::warn!(%error, "a use case could not be served");
            Problem::Unavailable
        }
        // a full or read-only disk, a statement the database refuses: what cannot be recorded is not done
        Error::Store(
            safeconduct_store::Error::Database { .. }
            | safeconduct_store::Error::Constraint
            | safeconduct_store::Error::Uncertain
            | safeconduct_store::Error::Objects(_)
            | safeconduct_store::Error::Io(_),
        ) => {
            tracing::error!(%error, "a use case could not be recorded");
            Problem::Unavailable
        }
        other => {
            tracing::error!(error = %other, "a use case failed");
            Problem::Internal
        }
    }
}

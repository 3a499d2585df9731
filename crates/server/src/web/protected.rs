//! Forms that cannot be read before their token is checked.
//!
//! Every form of ours posts two hidden inputs: `csrf`, the session's token, and `once`, a random text that makes
//! sending twice the same as sending once. [`ProtectedForm`] has no other constructor than the extractor, and the
//! extractor gives nothing out unless the token is the session's.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use safeconduct_casework::form::Values;

use super::body;
use super::i18n::Lang;
use super::problem::Problem;

/// The name of the input that carries the session's token.
pub const CSRF: &str = "csrf";
/// The name of the input that makes sending twice the same as sending once.
pub const ONCE: &str = "once";
/// The bytes an ordinary form may have.
pub const FORM_LIMIT: usize = 1024 * 1024;

/// What a form needs of the session it is sent in.
pub trait Session: Send + Sync {
    /// The session's token: random, the same for the session's life, never empty.
    fn csrf(&self) -> &str;
    /// The language of the session's pages.
    fn lang(&self) -> Lang;
}

/// A form sent in a session, its token checked.
#[derive(Debug)]
pub struct ProtectedForm<S> {
    session: S,
    values: Values,
    once: String,
}

impl<S: Session> ProtectedForm<S> {
    /// The session it was sent in.
    #[must_use]
    pub const fn session(&self) -> &S {
        &self.session
    }

    /// What was posted, without the tokens.
    #[must_use]
    pub const fn values(&self) -> &Values {
        &self.values
    }

    /// The text that makes sending twice the same as sending once.
    #[must_use]
    pub fn once(&self) -> &str {
        &self.once
    }

    /// The session, what was posted, and the `once` text.
    #[must_use]
    pub fn into_parts(self) -> (S, Values, String) {
        (self.session, self.values, self.once)
    }

    fn checked(session: S, mut values: Values) -> Result<Self, (Problem, Values)> {
        let token = values
            .remove(CSRF)
            .unwrap_or_default()
            .pop()
            .unwrap_or_default();
        if !same(session.csrf(), &token) {
            return Err((Problem::StaleForm, values));
        }
        let once = values
            .remove(ONCE)
            .unwrap_or_default()
            .pop()
            .unwrap_or_default();
        if !sound(&once) {
            return Err((Problem::BadRequest, values));
        }
        Ok(Self {
            session,
            values,
            once,
        })
    }
}

impl<St, S> FromRequest<St> for ProtectedForm<S>
where
    St: Send + Sync,
    S: Session + FromRequestParts<St, Rejection = Problem>,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &St) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let session = S::from_request_parts(&mut parts, state).await;
        let values = read(Request::from_parts(parts, body), state).await;
        match (session, values) {
            (Ok(session), Ok(values)) => {
                Self::checked(session, values).map_err(|(problem, values)| problem.keeping(&values))
            }
            (Ok(_), Err(problem)) => Err(problem.into_response()),
            // the session is over: what was typed is given back, not thrown away
            (Err(problem), Ok(values)) => Err(problem.keeping(&values)),
            (Err(problem), Err(_)) => Err(problem.into_response()),
        }
    }
}

async fn read<St: Send + Sync>(request: Request, state: &St) -> Result<Values, Problem> {
    match kind(&request) {
        Some("application/x-www-form-urlencoded") => {
            let bytes = Bytes::from_request(request, state)
                .await
                .map_err(|rejection| refused(rejection.status()))?;
            Ok(body::urlencoded(&bytes))
        }
        Some("multipart/form-data") => {
            let multipart = Multipart::from_request(request, state)
                .await
                .map_err(|rejection| refused(rejection.status()))?;
            read_parts(multipart).await
        }
        _ => Err(Problem::BadRequest),
    }
}

async fn read_parts(mut multipart: Multipart) -> Result<Values, Problem> {
    let mut values = Values::new();
    let mut first = true;
    while let Some(part) = multipart
        .next_field()
        .await
        .map_err(|error| refused(error.status()))?
    {
        let name = part.name().unwrap_or_default().to_owned();
        if std::mem::take(&mut first) && name != CSRF {
            return Err(Problem::BadRequest);
        }
        if part.file_name().is_some() {
            return Err(Problem::BadRequest);
        }
        let bytes = part
            .bytes()
            .await
            .map_err(|error| refused(error.status()))?;
        values.push(name, body::text(&bytes));
    }
    Ok(values)
}

/// The media type of a body, without its parameters, in lower case if it is one we read.
pub(super) fn kind(request: &Request) -> Option<&'static str> {
    let value = request.headers().get(header::CONTENT_TYPE)?.to_str().ok()?;
    let essence = value.split(';').next()?.trim();
    ["application/x-www-form-urlencoded", "multipart/form-data"]
        .into_iter()
        .find(|known| essence.eq_ignore_ascii_case(known))
}

/// The problem behind a body that could not be read.
pub(super) fn refused(status: StatusCode) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge
    } else {
        Problem::BadRequest
    }
}

/// Whether the token sent is the session's, in a time that does not tell how much of it is right.
pub(crate) fn same(ours: &str, sent: &str) -> bool {
    let (ours, sent) = (ours.as_bytes(), sent.as_bytes());
    let difference = ours
        .iter()
        .zip(sent)
        .fold(0_u8, |all, (a, b)| std::hint::black_box(all | (a ^ b)));
    !ours.is_empty() && ours.len() == sent.len() && difference == 0
}

/// Whether a `once` text can be one of ours: short, and of letters, figures, `-` and `_`.
pub(crate) fn sound(once: &str) -> bool {
    (8..=64).contains(&once.len())
        && once
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

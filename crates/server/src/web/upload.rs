//! Forms with files, read as a stream: nothing of a file is taken in before the token is checked, and no file is
//! ever in memory as a whole.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;

use super::body;
use super::problem::Problem;
use super::protected::{CSRF, ONCE, Session, kind, refused, same, sound};

/// The bytes one text beside a file may have.
const TEXT_LIMIT: usize = 64 * 1024;
/// The bytes a token may have.
const TOKEN_LIMIT: usize = 512;

/// A form with files sent in a session, its token checked. Its parts come one by one, in the order of the page.
#[derive(Debug)]
pub struct ProtectedUpload<S> {
    session: S,
    once: String,
    parts: Multipart,
}

/// A part of a form with files.
#[derive(Debug)]
pub enum Part<'a> {
    /// An ordinary answer.
    Text {
        /// The input's name.
        name: String,
        /// What was typed; U+FFFD where the bytes were no UTF-8.
        value: String,
    },
    /// A file, still to be read.
    File(FilePart<'a>),
}

/// A file on its way in.
#[derive(Debug)]
pub struct FilePart<'a>(Box<Field<'a>>);

impl<S: Session> ProtectedUpload<S> {
    /// The session it was sent in.
    #[must_use]
    pub const fn session(&self) -> &S {
        &self.session
    }

    /// The text that makes sending twice the same as sending once.
    #[must_use]
    pub fn once(&self) -> &str {
        &self.once
    }

    /// The next part.
    ///
    /// # Errors
    /// [`Problem::TooLarge`] past the route's limit, [`Problem::BadRequest`] for a damaged body.
    pub async fn next(&mut self) -> Result<Option<Part<'_>>, Problem> {
        let Some(field) = self
            .parts
            .next_field()
            .await
            .map_err(|error| refused(error.status()))?
        else {
            return Ok(None);
        };
        if field.file_name().is_some() {
            return Ok(Some(Part::File(FilePart(Box::new(field)))));
        }
        let name = field.name().unwrap_or_default().to_owned();
        let value = limited(field, TEXT_LIMIT).await?;
        Ok(Some(Part::Text { name, value }))
    }
}

impl FilePart<'_> {
    /// The input's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name().unwrap_or_default()
    }

    /// The name the file has on the sender's machine: personal, and anything at all.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.file_name().unwrap_or_default()
    }

    /// The next bytes, in pieces as they arrive.
    ///
    /// # Errors
    /// [`Problem::TooLarge`] past the route's limit, [`Problem::BadRequest`] for a body that breaks off.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Problem> {
        self.0
            .chunk()
            .await
            .map_err(|error| refused(error.status()))
    }
}

impl<St, S> FromRequest<St> for ProtectedUpload<S>
where
    St: Send + Sync,
    S: Session + FromRequestParts<St, Rejection = Problem>,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &St) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let session = S::from_request_parts(&mut parts, state)
            .await
            .map_err(IntoResponse::into_response)?;
        let paced = Body::from_stream(Paced {
            body: body.into_data_stream(),
            rest: false,
        });
        Self::open(session, Request::from_parts(parts, paced), state)
            .await
            .map_err(IntoResponse::into_response)
    }
}

impl<S: Session> ProtectedUpload<S> {
    async fn open<St: Send + Sync>(
        session: S,
        request: Request,
        state: &St,
    ) -> Result<Self, Problem> {
        if kind(&request) != Some("multipart/form-data") {
            return Err(Problem::BadRequest);
        }
        let mut parts = Multipart::from_request(request, state)
            .await
            .map_err(|rejection| refused(rejection.status()))?;
        let token = token(&mut parts, CSRF).await?;
        if !same(session.csrf(), &token) {
            return Err(Problem::StaleForm);
        }
        let once = token_or_bad(&mut parts).await?;
        Ok(Self {
            session,
            once,
            parts,
        })
    }
}

async fn token_or_bad(parts: &mut Multipart) -> Result<String, Problem> {
    let once = token(parts, ONCE).await?;
    if sound(&once) {
        Ok(once)
    } else {
        Err(Problem::BadRequest)
    }
}

/// The next part, which must be the token of that name.
async fn token(parts: &mut Multipart, name: &str) -> Result<String, Problem> {
    let field = parts
        .next_field()
        .await
        .map_err(|error| refused(error.status()))?;
    match field {
        Some(field) if field.name() == Some(name) && field.file_name().is_none() => {
            limited(field, TOKEN_LIMIT).await
        }
        _ => Err(Problem::BadRequest),
    }
}

async fn limited(mut field: Field<'_>, limit: usize) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field
        .chunk()
        .await
        .map_err(|error| refused(error.status()))?
    {
        if bytes.len().saturating_add(chunk.len()) > limit {
            return Err(Problem::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(body::text(&bytes))
}

/// A body that gives one piece at a time. The reader of parts takes in whatever is ready before it looks at any of
/// it; a sender faster than we are would fill the memory with what has not been checked.
struct Paced {
    body: BodyDataStream,
    rest: bool,
}

impl Stream for Paced {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.rest) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let piece = Pin::new(&mut self.body).poll_next(context);
        self.rest = matches!(piece, Poll::Ready(Some(_)));
        piece
    }
}

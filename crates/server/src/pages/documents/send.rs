//! Taking a document out: an attachment that no browser opens by itself.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt as _;
use safeconduct_domain::id::{CaseId, DocumentId};

use crate::state::{ServerState, SignedIn, problem};
use crate::web::problem::Problem;

/// Nothing in what is sent may run, load or be framed, even if a browser were made to show it.
const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

pub(super) async fn send(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((case, document)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let case: CaseId = case.parse().map_err(|_| Problem::NotFound)?;
    let id: DocumentId = document.parse().map_err(|_| Problem::NotFound)?;
    let fetched = state.app.fetch(&me.session, case, id).await;
    let (document, pieces) = fetched.map_err(|error| problem(&error))?;
    let pieces = pieces.map(|piece| {
        piece.map_err(|error| {
            tracing::error!(%error, "a document broke off");
            std::io::Error::other("broken off")
        })
    });
    let name = format!("attachment; filename=\"{}\"", file_name(id, &document.name));
    let disposition = HeaderValue::from_str(&name).map_err(|_| Problem::Internal)?;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (header::CONTENT_LENGTH, HeaderValue::from(document.size)),
        (header::CONTENT_DISPOSITION, disposition),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(SANDBOX),
        ),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

/// A name that says nothing of whom or what it is about: the beginning of the pseudonym, and the ending if it is plain.
pub(super) fn file_name(id: DocumentId, given: &str) -> String {
    let id = id.to_string();
    let short = id.get(..8).unwrap_or_default();
    let ending = given.rsplit_once('.').map(|(_, ending)| ending);
    let plain = |ending: &&str| {
        (1..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    match ending.filter(plain) {
        Some(ending) => format!("document-{short}.{}", ending.to_ascii_lowercase()),
        None => format!("document-{short}"),
    }
}

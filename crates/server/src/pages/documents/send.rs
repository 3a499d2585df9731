//! Taking a document out: an attachment that no browser opens by itself.

use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use safeconduct_casework::document::ending;
use safeconduct_domain::id::{CaseId, DocumentId};

use crate::state::{ServerState, SignedIn, problem};
use crate::web::body::{SANDBOX, streamed};
use crate::web::problem::Problem;

pub(super) async fn send(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((case, document)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let case: CaseId = case.parse().map_err(|_| Problem::NotFound)?;
    let id: DocumentId = document.parse().map_err(|_| Problem::NotFound)?;
    let fetched = state.app.fetch(&me.session, case, id).await;
    let (document, pieces) = fetched.map_err(|error| problem(&error))?;
    let headers = headers(id, &document.name, document.size)?;
    Ok((headers, streamed(pieces, "a document")).into_response())
}

/// What goes before a file that somebody else brought: no browser opens it by itself.
pub(in crate::pages) fn headers(
    id: DocumentId,
    given: &str,
    size: u64,
) -> Result<[(HeaderName, HeaderValue); 4], Problem> {
    let name = format!("attachment; filename=\"{}\"", file_name(id, given));
    let disposition = HeaderValue::from_str(&name).map_err(|_| Problem::Internal)?;
    Ok([
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (header::CONTENT_LENGTH, HeaderValue::from(size)),
        (header::CONTENT_DISPOSITION, disposition),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(SANDBOX),
        ),
    ])
}

/// A name that says nothing of whom or what it is about: the beginning of the pseudonym, and the ending if it is plain.
pub(super) fn file_name(id: DocumentId, given: &str) -> String {
    let id = id.to_string();
    let short = id.get(..8).unwrap_or_default();
    format!("document-{short}{}", ending(given))
}

//! Documents: taken in and given out as streams, never in memory as a whole, never in clear on a disk.
//!
//! Either `multipart/form-data` with the parts `kind`, `person` and `name` before `file`; or the bytes alone, with
//! `Document-Kind`, `Document-Person` and `Document-Name` (UTF-8, percent-encoded) as headers. A name is personal:
//! it never stands in an address.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::extract::{FromRequest as _, Multipart, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt as _;
use safeconduct_casework::document::{Incoming, LARGEST, Label};
use safeconduct_casework::form::{Field, FieldError, Form, Kind as Ask};
use safeconduct_casework::forms::{FormContext, form};
use safeconduct_casework::once::Once;
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Case;
use safeconduct_domain::id::{CaseId, DocumentId};
use serde_json::{Map, Value, json};

use super::caller::Caller;
use super::case::named;
use super::failure::Failure;
use super::key::{key, once};
use super::{Answer, answer, or_repeated};
use crate::state::ServerState;
use crate::web::problem::Problem;

/// The answers beside a file, by the name of their part; their header is `Document-` and the name.
pub const ANSWERS: [&str; 3] = ["name", "kind", "person"];
/// The bytes an answer beside a file may have.
const TEXT: usize = 4 * 1024;
/// The longest file name, in characters.
const NAME: usize = 200;

/// What is asked beside a file: its name, and what the form of the act asks.
#[must_use]
pub fn label_form(state: &ServerState, case: &Case) -> Form {
    let app = &state.app;
    let mut form = form(
        Kind::AddDocument,
        &FormContext::new(app.policy(), app.today(), case),
    );
    form.fields
        .insert(0, Field::new("name", Ask::Line { max: NAME }).sensitive());
    form
}

/// `POST /api/v1/cases/{id}/documents`
pub async fn add(
    State(state): State<ServerState>,
    caller: Caller,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let case: CaseId = named(&id)?;
    let headers = request.headers().clone();
    let declared = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    // room for the other parts; the file itself is counted as it comes
    if declared.is_some_and(|bytes| bytes > LARGEST + 64 * 1024) {
        return Err(Problem::TooLarge.into());
    }
    let receiving = Receiving {
        state: &state,
        caller: &caller,
        case,
        headers: &headers,
    };
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    if kind
        .trim_start()
        .to_ascii_lowercase()
        .starts_with("multipart/form-data")
    {
        let parts = Multipart::from_request(request, &state).await;
        receiving
            .parts(parts.map_err(|_| Problem::BadRequest)?)
            .await
    } else {
        receiving.whole(request.into_body()).await
    }
}

struct Receiving<'a> {
    state: &'a ServerState,
    caller: &'a Caller,
    case: CaseId,
    headers: &'a HeaderMap,
}

impl Receiving<'_> {
    /// The bytes alone.
    async fn whole(&self, body: Body) -> Answer {
        let mut answers = BTreeMap::new();
        for name in ANSWERS {
            if let Some(value) = self.headers.get(format!("document-{name}")) {
                let text = percent_decoded(value.as_bytes());
                answers.insert(name.to_owned(), text);
            }
        }
        let label = self.label(&answers).await?;
        let mut incoming = self
            .state
            .app
            .receive(&self.caller.session, self.case)
            .await?;
        let mut pieces = body.into_data_stream();
        while let Some(piece) = pieces.next().await {
            let taken = match piece {
                Ok(piece) => incoming.push(&piece).await.map_err(Failure::from),
                Err(_) => Err(Problem::BadRequest.into()),
            };
            if let Err(failure) = taken {
                incoming.abandon().await?;
                return Err(failure);
            }
        }
        self.keep(incoming, label).await
    }

    /// A form with a file: the answers first, the file last.
    async fn parts(&self, mut parts: Multipart) -> Answer {
        let mut answers = BTreeMap::new();
        loop {
            let part = parts.next_field().await.map_err(|_| Problem::BadRequest)?;
            let Some(mut part) = part else {
                return Err(vec![FieldError::new("file", "required")].into());
            };
            let name = part.name().unwrap_or_default().to_owned();
            if name != "file" {
                let mut bytes = Vec::new();
                while let Some(piece) = part.chunk().await.map_err(|_| Problem::BadRequest)? {
                    bytes.extend_from_slice(&piece);
                    if bytes.len() > TEXT {
                        return Err(Problem::TooLarge.into());
                    }
                }
                answers.insert(name, String::from_utf8_lossy(&bytes).into_owned());
                continue;
            }
            let given = part.file_name().unwrap_or_default().to_owned();
            answers.entry("name".to_owned()).or_insert(given);
            let label = self.label(&answers).await?;
            let mut incoming = self
                .state
                .app
                .receive(&self.caller.session, self.case)
                .await?;
            loop {
                let taken = match part.chunk().await {
                    Ok(None) => break,
                    Ok(Some(piece)) => incoming.push(&piece).await.map_err(Failure::from),
                    Err(_) => Err(Problem::BadRequest.into()),
                };
                if let Err(failure) = taken {
                    incoming.abandon().await?;
                    return Err(failure);
                }
            }
            return self.keep(incoming, label).await;
        }
    }

    /// What is said of the file, by the rules of the form.
    async fn label(&self, answers: &BTreeMap<String, String>) -> Result<Label, Failure> {
        key(self.headers)?;
        let view = self
            .state
            .app
            .look(&self.caller.session, self.case, "document")
            .await?;
        if !view.may(Kind::AddDocument) {
            return Err(Failure::NotNow);
        }
        let members: Map<String, Value> = answers
            .iter()
            .map(|(name, text)| (name.clone(), Value::from(text.as_str())))
            .collect();
        let read = label_form(self.state, &view.case).read_json(&Value::Object(members))?;
        let text = |name: &str| {
            read.get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Ok(Label {
            name: text("name"),
            kind: text("kind"),
            person: text("person").parse().ok(),
        })
    }

    async fn keep(&self, incoming: Incoming, label: Label) -> Answer {
        let about = format!("add-document {} {}", self.case, incoming.taken());
        let said = [label.name.as_str(), label.kind.as_str()].join("\n");
        let once: Option<Once> = once(
            self.state,
            self.caller,
            self.headers,
            &about,
            said.as_bytes(),
        )?;
        let document = incoming.id();
        let app = &self.state.app;
        match app.keep(incoming, label, once.clone()).await {
            Ok(_) => Ok(kept(StatusCode::CREATED, self.case, document)),
            Err(error) => {
                let case = or_repeated(Err(error))?.unwrap_or(self.case);
                let first = match &once {
                    Some(once) => app.document_of(once).await?,
                    None => None,
                };
                Ok(kept(StatusCode::OK, case, first.unwrap_or(document)))
            }
        }
    }
}

fn kept(status: StatusCode, case: CaseId, document: DocumentId) -> Response {
    let location = format!("/api/v1/cases/{case}/documents/{document}");
    let said = json!({ "case": case, "document": document });
    ([(header::LOCATION, location)], answer(status, &said)).into_response()
}

/// `GET /api/v1/cases/{id}/documents/{doc}`
pub async fn fetch(
    State(state): State<ServerState>,
    caller: Caller,
    Path((id, document)): Path<(String, String)>,
) -> Answer {
    let (case, document): (CaseId, DocumentId) = (named(&id)?, named(&document)?);
    let (label, content) = state.app.fetch(&caller.session, case, document).await?;
    let mut response =
        Body::from_stream(content.map(|piece| piece.map_err(|_| Broken))).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/octet-stream"),
    );
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(label.size));
    // never shown in place, whatever it is; the name it has is in the case
    let name = format!("attachment; filename=\"{document}.bin\"");
    let name = HeaderValue::from_str(&name).map_err(|_| Problem::Internal)?;
    headers.insert(header::CONTENT_DISPOSITION, name);
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'"),
    );
    Ok(response)
}

/// A stream that did not open: the connection breaks off, so that nobody takes half a document for a whole one.
#[derive(Debug, thiserror::Error)]
#[error("a document does not open")]
struct Broken;

fn percent_decoded(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return String::from_utf8_lossy(&out).into_owned(),
            [b'%', high, low, after @ ..] if digit(*high).is_some() && digit(*low).is_some() => {
                let byte = digit(*high)
                    .zip(digit(*low))
                    .map_or(b'%', |(h, l)| h << 4 | l);
                out.push(byte);
                after
            }
            [byte, after @ ..] => {
                out.push(*byte);
                after
            }
        };
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|d| u8::try_from(d).ok())
}

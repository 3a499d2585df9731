//! Why a call did not do what it was asked: an RFC 9457 problem document, in the language of the request.
//!
//! A handler answers with a [`Failure`]; the answer carries it, and a layer around the API writes the document. What a
//! page would show as a [`Problem`] stays one and is written by the shell, so that what is absent and what is forbidden
//! are the same bytes here too.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use safeconduct_casework::Error;
use safeconduct_casework::form::{Arg, FieldError};
use safeconduct_casework::forms::refusal_args;
use safeconduct_domain::refused::Refused;
use serde_json::{Map, Value, json};

use crate::state::{self, ServerState};
use crate::web::i18n::{Lang, has, plain};
use crate::web::problem::Problem;

/// The most things to mend that one answer names: an answer is never much larger than a person can read.
const MOST: usize = 500;
/// The longest way down to a member that is repeated, in bytes; no form of ours has one nearly as long.
const WAY: usize = 200;
/// Media type of a problem document.
pub const MEDIA: &str = "application/problem+json";

/// Why a call did nothing.
#[derive(Debug, Clone)]
pub enum Failure {
    /// As a page would say it.
    Page(Problem),
    /// No session, or an ended one. 401.
    SignedOut,
    /// Handle, passphrase or code is wrong. 401.
    SignIn,
    /// A session by cookie without its token. 403.
    Csrf,
    /// The request itself is not as it must be: what of it, and where. 400, or 415.
    Malformed(Malformed),
    /// Fields to mend. 422.
    Fields(Vec<FieldError>),
    /// A rule refused. 422; 413 for a file that is too large.
    Refused(Refused),
    /// Not this act, at this stage, in this role. 422.
    NotNow,
}

/// What of a request cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformed {
    /// The body is not JSON, from this line and column on.
    Json(usize, usize),
    /// The body is of another media type.
    Media,
    /// A parameter of the address or a header has a value it cannot have.
    Parameter(&'static str),
    /// The header that makes sending twice safe is missing.
    KeyMissing,
    /// That header is no key.
    Key,
}

impl Malformed {
    const fn code(self) -> &'static str {
        match self {
            Self::Json(..) => "json",
            Self::Media => "media-type",
            Self::Parameter(_) => "parameter",
            Self::KeyMissing => "key-missing",
            Self::Key => "key",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Json(..) => "api-problem-json",
            Self::Media => "api-problem-media-type",
            Self::Parameter(_) => "api-problem-parameter",
            Self::KeyMissing => "api-problem-key-missing",
            Self::Key => "api-problem-key",
        }
    }

    fn args(self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Json(line, column) => vec![("line", line.into()), ("column", column.into())],
            Self::Parameter(name) => vec![("name", name.into())],
            _ => Vec::new(),
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Page(problem)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Fields(fields) => Self::Fields(fields),
            Error::Refused(refused) => Self::Refused(refused),
            Error::NotNow => Self::NotNow,
            Error::SignedOut => Self::SignedOut,
            Error::SignInFailed => Self::SignIn,
            other => Self::Page(state::problem(&other)),
        }
    }
}

impl From<Vec<FieldError>> for Failure {
    fn from(fields: Vec<FieldError>) -> Self {
        Self::Fields(fields)
    }
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Self::Page(problem) => problem.status(),
            Self::SignedOut | Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Csrf => StatusCode::FORBIDDEN,
            Self::Malformed(Malformed::Media) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::Refused(refused) if refused.rule == "file-too-large" => {
                StatusCode::PAYLOAD_TOO_LARGE
            }
            Self::Fields(_) | Self::Refused(_) | Self::NotNow => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if let Self::Page(problem) = self {
            return problem.into_response();
        }
        let mut response = self.status().into_response();
        if self.status() == StatusCode::UNAUTHORIZED {
            let challenge = HeaderValue::from_static("Bearer");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, challenge);
        }
        response.extensions_mut().insert(Carried(self));
        response
    }
}

#[derive(Clone)]
struct Carried(Failure);

/// Writes the document of every answer that carries a failure.
pub(super) async fn draw(
    State(state): State<ServerState>,
    request: Request,
    next: Next,
) -> Response {
    let lang = Lang::of(request.headers());
    let mut response = next.run(request).await;
    let Some(Carried(failure)) = response.extensions_mut().remove::<Carried>() else {
        return response;
    };
    let document = document(&failure, lang, &state);
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts
        .headers
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA));
    Response::from_parts(parts, Body::from(document.to_string()))
}

fn document(failure: &Failure, lang: Lang, state: &ServerState) -> Value {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| members.insert(name.to_owned(), value);
    put("type", json!("about:blank"));
    put("status", json!(failure.status().as_u16()));
    match failure {
        Failure::Page(_) => {}
        Failure::SignedOut => {
            put("code", json!("signed-out"));
            put("title", json!(say(lang, "problem-signed-out-title", &[])));
            put("detail", json!(say(lang, "api-problem-signed-out", &[])));
        }
        Failure::SignIn => {
            put("code", json!("sign-in-failed"));
            put("title", json!(say(lang, "api-problem-sign-in", &[])));
        }
        Failure::Csrf => {
            put("code", json!("csrf"));
            put("title", json!(say(lang, "api-problem-csrf", &[])));
        }
        Failure::Malformed(what) => {
            put("code", json!(what.code()));
            put("title", json!(say(lang, "problem-bad-request-title", &[])));
            put("detail", json!(say(lang, what.words(), &what.args())));
        }
        Failure::Fields(errors) => {
            put("code", json!("fields"));
            put("title", json!(say(lang, "api-problem-fields", &[])));
            put(
                "errors",
                errors.iter().take(MOST).map(|e| field(e, lang)).collect(),
            );
        }
        Failure::NotNow => {
            put("code", json!("not-now"));
            put(
                "title",
                json!(say(lang, "problem-unprocessable-title", &[])),
            );
            put("detail", json!(say(lang, "api-problem-not-now", &[])));
        }
        Failure::Refused(refused) => {
            put("code", json!("refused"));
            put(
                "title",
                json!(say(lang, "problem-unprocessable-title", &[])),
            );
            put("rule", json!(refused.rule));
            put("message", json!(message(refused, lang, state)));
            if let Some(citation) = &refused.citation {
                put("citation", json!(citation));
                put("citation-text", json!(cited(citation, lang)));
            }
        }
    }
    Value::Object(members)
}

/// One thing to mend. `field` is its way down from the top; `pointer` the same as RFC 6901 writes it.
fn field(error: &FieldError, lang: Lang) -> Value {
    let key = format!("error-{}", error.code);
    let name = error.field.get(..error.field.floor_char_boundary(WAY));
    let name = name.unwrap_or_default();
    let way = if name.is_empty() {
        "#".to_owned()
    } else {
        let steps = name.split('.').map(escaped).collect::<Vec<_>>();
        format!("#/{}", steps.join("/"))
    };
    json!({ "field": name, "pointer": way, "code": error.code, "message": say(lang, &key, &error.args) })
}

/// A step of a pointer in the fragment of an address.
fn escaped(step: &str) -> String {
    let mut out = String::new();
    for byte in step.replace('~', "~0").replace('/', "~1").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

fn message(refused: &Refused, lang: Lang, state: &ServerState) -> String {
    let app = &state.app;
    let args = refusal_args(refused, app.policy(), app.today(), lang.into());
    say(lang, &format!("refused-{}", refused.rule), &args)
}

/// Several provisions may stand behind one refusal.
fn cited(citation: &str, lang: Lang) -> String {
    let each = citation.split(", ").map(|one| lang.cite(one));
    each.collect::<Vec<_>>().join("; ")
}

fn say(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    if has(lang, key) {
        plain(lang, key, args)
    } else {
        tracing::error!(key, "an API message is missing");
        plain(lang, "problem-unprocessable-title", &[])
    }
}

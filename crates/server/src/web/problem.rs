//! What can go wrong, and the one page that says what happened, that nothing was lost, and what to do.
//!
//! A handler answers with a [`Problem`]; the answer is empty and carries it, and the shell's outermost layer draws the
//! page in the language of the request (or, under `/api/`, a problem document). So a missing page, a full body, a
//! panic and a refusal all look alike, and what is absent and what is forbidden are the same bytes.

use std::fmt;

use askama::Template;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use safeconduct_casework::form::Values;

use super::i18n::{Arg, Lang, has, t};
use super::language::escape;
use super::layout::Page;
use crate::pages::resume::Resume;

/// Where somebody signs in.
pub const SIGN_IN: &str = "/sign-in";
/// The name of the hidden input that says which form was posted, on forms that hold no secret: what was typed in them
/// can be given back.
pub const KEEP: &str = "keep";

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The request makes no sense. 400.
    BadRequest,
    /// The form was sent from another site. 403.
    CrossSite,
    /// The form belongs to another session. 403.
    StaleForm,
    /// Nobody is signed in. A redirect to the sign-in page, or 403 when something was sent.
    SignedOut,
    /// Not allowed, where it is no secret that the thing exists. 403. Never for cases.
    Forbidden,
    /// Absent, or not for this person: nobody can tell. 404.
    NotFound,
    /// The address does not take that. 405.
    Method,
    /// Somebody else was first. 409.
    Conflict,
    /// More than the page takes. 413.
    TooLarge,
    /// Understood, and cannot be done as it is. 422.
    Unprocessable,
    /// Too many tries; the seconds to wait. 429.
    TooMany(u32),
    /// Our fault. 500.
    Internal,
    /// Not now. 503.
    Unavailable,
}

impl Problem {
    /// One of each, for tests.
    pub const ALL: [Self; 13] = [
        Self::BadRequest,
        Self::CrossSite,
        Self::StaleForm,
        Self::SignedOut,
        Self::Forbidden,
        Self::NotFound,
        Self::Method,
        Self::Conflict,
        Self::TooLarge,
        Self::Unprocessable,
        Self::TooMany(90),
        Self::Internal,
        Self::Unavailable,
    ];

    /// The status of its answer.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::CrossSite | Self::StaleForm | Self::SignedOut | Self::Forbidden => {
                StatusCode::FORBIDDEN
            }
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The problem an answer of that status stands for, when it does not say itself.
    #[must_use]
    pub fn of(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::UNAUTHORIZED => Some(Self::SignedOut),
            StatusCode::FORBIDDEN => Some(Self::Forbidden),
            StatusCode::TOO_MANY_REQUESTS => Some(Self::TooMany(60)),
            status => Self::ALL
                .into_iter()
                .find(|problem| problem.status() == status)
                .or_else(|| {
                    if status.is_server_error() {
                        Some(Self::Internal)
                    } else {
                        status.is_client_error().then_some(Self::BadRequest)
                    }
                }),
        }
    }

    /// Its name in message keys.
    const fn code(self) -> &'static str {
        match self {
            Self::BadRequest | Self::Method => "bad-request",
            Self::CrossSite => "cross-site",
            Self::StaleForm => "stale-form",
            Self::SignedOut => "signed-out",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Conflict => "conflict",
            Self::TooLarge => "too-large",
            Self::Unprocessable => "unprocessable",
            Self::TooMany(_) => "too-many",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
        }
    }

    fn words(self, lang: Lang, part: &str) -> Option<String> {
        let args: Vec<(&'static str, Arg)> = match self {
            Self::TooMany(seconds) => vec![(
                "minutes",
                Arg::Number(i64::from(seconds.div_ceil(60).max(1))),
            )],
            _ => Vec::new(),
        };
        let key = format!("problem-{}-{part}", self.code());
        has(lang, &key).then(|| t(lang, &key, &args))
    }

    /// An answer whose page gives back what was typed, if the form allowed that.
    #[must_use]
    pub fn keeping(self, values: &Values) -> Response {
        let mut response = self.into_response();
        response.extensions_mut().insert(Kept(values.clone()));
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Self::TooMany(seconds) = self {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Problem {}

/// What was typed in a form that was not taken, for the page that shows it again.
#[must_use]
pub fn kept(response: &Response) -> Option<&Values> {
    response.extensions().get::<Kept>().map(|kept| &kept.0)
}

#[derive(Clone)]
struct Kept(Values);

/// The page of a problem.
#[derive(Template)]
#[template(path = "error.html")]
pub(super) struct ErrorPage {
    page: Page,
    what: String,
    safe: String,
    steps: Vec<String>,
    kept: Vec<GivenBack>,
    resume: Vec<(String, String)>,
    sign_in: bool,
}

impl ErrorPage {
    pub(super) fn new(problem: Problem, lang: Lang, kept: Option<&Values>) -> Self {
        let words = |part| problem.words(lang, part).unwrap_or_default();
        Self {
            page: Page::new(lang, words("title")),
            what: words("what"),
            safe: words("safe"),
            steps: ["do", "do-2"]
                .into_iter()
                .filter_map(|part| problem.words(lang, part))
                .collect(),
            kept: kept
                .map(|values| given_back(values, lang))
                .unwrap_or_default()
                .into_iter()
                .map(GivenBack::new)
                .collect(),
            resume: Vec::new(),
            sign_in: problem == Problem::SignedOut,
        }
    }

    /// The page of a form that was sent after its session had ended: what was typed is carried to the sign-in form, and
    /// not shown to whoever sits there now.
    pub(super) fn resuming(problem: Problem, lang: Lang, action: &str, typed: &Values) -> Self {
        let resume = Resume::new(action, typed.clone());
        Self {
            resume: resume.map(|resume| resume.hidden()).unwrap_or_default(),
            ..Self::new(problem, lang, None)
        }
    }
}

/// An answer given back, and how many lines it needs.
struct GivenBack {
    label: String,
    text: String,
    rows: usize,
}

impl GivenBack {
    fn new((label, text): (String, String)) -> Self {
        let lines: usize = text.lines().map(|line| 1 + line.len() / 70).sum();
        Self {
            label,
            text,
            rows: lines.clamp(1, 12),
        }
    }
}

/// What was typed, with its labels. Nothing, unless the form said that it holds no secret.
pub(crate) fn given_back(values: &Values, lang: Lang) -> Vec<(String, String)> {
    let form = values.first(KEEP);
    if form.is_empty() {
        return Vec::new();
    }
    values
        .iter()
        .filter(|(name, _)| !matches!(*name, KEEP | "csrf" | "once"))
        .filter_map(|(name, values)| {
            let text = values.join("\n");
            let key = format!("form-{form}-{name}");
            let label = if has(lang, &key) {
                lang.t(&key)
            } else {
                name.to_owned()
            };
            (!text.trim().is_empty()).then_some((label, text))
        })
        .collect()
}

/// Draws the page of every answer that is a problem.
pub(super) async fn draw(request: Request, next: Next) -> Response {
    let lang = Lang::of(request.headers());
    let api = request.uri().path().starts_with("/api/");
    let opened = matches!(*request.method(), Method::GET | Method::HEAD);
    let back = request
        .uri()
        .path_and_query()
        .map_or_else(|| "/".to_owned(), |path| path.as_str().to_owned());
    let response = next.run(request).await;
    match problem_of(&response) {
        None => response,
        Some(Problem::SignedOut) if opened && !api => {
            let place = format!("{SIGN_IN}?back={}", escape(&back));
            (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
        }
        Some(problem) if api => document(problem, lang, response),
        Some(problem) => page(problem, lang, &back, response),
    }
}

fn problem_of(response: &Response) -> Option<Problem> {
    if let Some(problem) = response.extensions().get::<Problem>() {
        return Some(*problem);
    }
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let drawn = kind.starts_with("text/html") || kind.contains("json");
    if drawn {
        None
    } else {
        Problem::of(response.status())
    }
}

fn page(problem: Problem, lang: Lang, action: &str, response: Response) -> Response {
    let kept = response
        .extensions()
        .get::<Kept>()
        .map(|kept| kept.0.clone());
    let drawn = match &kept {
        Some(typed) if problem == Problem::SignedOut => {
            ErrorPage::resuming(problem, lang, action, typed)
        }
        kept => ErrorPage::new(problem, lang, kept.as_ref()),
    };
    let text = drawn.render().unwrap_or_else(|error| {
        tracing::error!(%error, "an error page could not be drawn");
        String::new()
    });
    with_body(response, "text/html; charset=utf-8", text)
}

fn document(problem: Problem, lang: Lang, response: Response) -> Response {
    let words = |part| {
        problem
            .words(lang, part)
            .map(|text| text.replace(['\u{2068}', '\u{2069}'], ""))
    };
    let body = serde_json::json!({
        "type": "about:blank",
        "title": words("title"),
        "status": response.status().as_u16(),
        "detail": words("what"),
        "code": problem.code(),
    });
    with_body(response, "application/problem+json", body.to_string())
}

/// The same status and headers with another body.
fn with_body(response: Response, kind: &'static str, text: String) -> Response {
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts
        .headers
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    Response::from_parts(parts, Body::from(text))
}

//! The shell around every route: limits, checks, assets, error pages, headers.

use std::any::Any;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};

use super::problem::Problem;
use super::protected::FORM_LIMIT;
use super::{accessibility, assets, headers, language, problem};

/// Pages are padded to a multiple of this many bytes, so that their length on the wire says little about them.
const STEP: usize = 4096;
/// The largest page that is padded; no page of ours comes near.
const PAGE_LIMIT: usize = 4 * 1024 * 1024;

/// The routes of the whole program within their shell. Apply it last, once the state has been given.
///
/// From the outside in: headers, padding, error pages, panics, cross-site requests, the size of bodies. A route that
/// takes files sets a [`DefaultBodyLimit`] of its own.
pub fn shell(routes: Router) -> Router {
    routes
        .merge(accessibility::routes())
        .merge(assets::routes())
        .merge(language::routes())
        .fallback(|| async { Problem::NotFound })
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(
            CsrfLayer::new()
                .with_rejection_response(|_: ProtectionError| Problem::CrossSite.into_response()),
        )
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(problem::draw))
        .layer(from_fn(pad))
        .layer(from_fn(headers::secure))
}

/// A panic is answered like any other fault; what it said stays in the log.
fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    Problem::Internal.into_response()
}

/// Fills a page up to the next step with spaces, after its end.
async fn pad(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    if !kind.starts_with("text/html") {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, PAGE_LIMIT).await else {
        tracing::error!("a page is larger than pages may be");
        return Problem::Internal.into_response();
    };
    if bytes.is_empty() {
        return Response::from_parts(parts, Body::empty());
    }
    let mut bytes = Vec::from(bytes);
    let full = bytes.len().next_multiple_of(STEP);
    bytes.resize(full, b' ');
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(full));
    Response::from_parts(parts, Body::from(bytes))
}

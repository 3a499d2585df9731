//! The stylesheet and the icon, compiled in. Their addresses carry a digest of their content, so browsers may keep
//! them for good: they say nothing about anybody.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::problem::Problem;

const STYLESHEET: &str = include_str!("../../assets/safeconduct.css");
const ICON: &str = include_str!("../../assets/icon.svg");

/// The address of the stylesheet.
#[must_use]
pub fn stylesheet() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| {
        format!(
            "/assets/safeconduct.css?v={:016x}",
            digest(STYLESHEET.as_bytes())
        )
    });
    &ADDRESS
}

/// The routes of the assets.
pub(super) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(asset))
}

async fn asset(Path(name): Path<String>) -> Response {
    let (kind, text) = match name.as_str() {
        "safeconduct.css" => ("text/css; charset=utf-8", STYLESHEET),
        "icon.svg" => ("image/svg+xml", ICON),
        _ => return Problem::NotFound.into_response(),
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, text).into_response()
}

/// FNV-1a, 64 bit: tells one version of a file from another, no more.
fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

//! `Idempotency-Key`: a call that is sent again, after an answer was lost, acts once and is answered as the first time.
//!
//! A key belongs to one request: it comes with a print of method, address and body, and the same key with another
//! request is refused. Keys are remembered for a day.

use axum::http::HeaderMap;
use safeconduct_casework::once::Once;

use super::caller::Caller;
use super::failure::{Failure, Malformed};
use crate::state::ServerState;
use crate::web::protected::sound;

/// The header.
pub const HEADER: &str = "idempotency-key";

/// The key of a request: 8 to 64 letters, digits, `-` and `_`, with or without quotation marks around them.
pub fn key(headers: &HeaderMap) -> Result<Option<String>, Failure> {
    let Some(value) = headers.get(HEADER) else {
        return Ok(None);
    };
    let text = value.to_str().unwrap_or_default().trim();
    let bare = text
        .strip_prefix('"')
        .and_then(|t| t.strip_suffix('"'))
        .unwrap_or(text);
    if headers.get_all(HEADER).iter().count() == 1 && sound(bare) {
        Ok(Some(bare.to_owned()))
    } else {
        Err(Failure::Malformed(Malformed::Key))
    }
}

/// The key as the use cases know it. `about` names the operation and what it is done to; `body` is what was sent.
pub fn once(
    state: &ServerState,
    caller: &Caller,
    headers: &HeaderMap,
    about: &str,
    body: &[u8],
) -> Result<Option<Once>, Failure> {
    let request = [about.as_bytes(), b"\n", body].concat();
    let once = |key: String| state.app.once_for(&caller.session, &key, &request);
    Ok(key(headers)?.map(once))
}

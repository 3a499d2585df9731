//! A complete referral from a partner's system, in one call.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use safeconduct_casework::refer::{Packet, read_json};

use super::body::Json;
use super::caller::Caller;
use super::cases::opened;
use super::failure::{Failure, Malformed};
use super::key::once;
use super::{Answer, or_repeated};
use crate::state::ServerState;

/// The bytes a referral may have: 20 MB of documents in base 64, and its texts.
pub const LIMIT: usize = 32 * 1024 * 1024;

/// `POST /api/v1/referrals`
pub async fn refer(
    State(state): State<ServerState>,
    caller: Caller,
    headers: HeaderMap,
    body: Json<LIMIT>,
) -> Answer {
    let once = once(&state, &caller, &headers, "refer", &body.bytes)?;
    let once = once.ok_or(Failure::Malformed(Malformed::KeyMissing))?;
    if let Some(case) = or_repeated(state.app.unused(&once).await)? {
        return Ok(opened(StatusCode::OK, case));
    }
    let (app, session) = (&state.app, &caller.session);
    let packet = Packet {
        policy: app.policy(),
        today: app.today(),
        organisation: &session.organisation_code,
    };
    let referral = read_json(&packet, &body.value)?;
    drop(body);
    match app.refer(session, referral, once).await {
        Ok(done) => Ok(opened(StatusCode::CREATED, done.case)),
        Err(error) => match or_repeated(Err(error))? {
            Some(case) => Ok(opened(StatusCode::OK, case)),
            None => Err(Failure::NotNow),
        },
    }
}

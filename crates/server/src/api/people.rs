//! Who one is, and who works beside one.

use axum::extract::State;
use safeconduct_domain::id::UserId;
use serde_json::{Value, json};

use super::caller::Caller;
use super::view::directory::MeView;
use super::view::json as shown;
use super::{Answer, ok};
use crate::state::ServerState;

/// `GET /api/v1/me`
pub async fn me(caller: Caller) -> Answer {
    Ok(ok(&shown(&MeView::of(&caller.session, caller.by_cookie))))
}

/// `GET /api/v1/colleagues`
pub async fn colleagues(State(state): State<ServerState>, caller: Caller) -> Answer {
    let found = state.app.colleagues(caller.session.team()?.id).await?;
    let one = |(user, name): &(UserId, String)| json!({ "user": user, "name": name });
    let items: Vec<Value> = found.iter().map(one).collect();
    Ok(ok(&json!({ "items": items })))
}

//! Signing in and out. The token is the session's secret: the same capsule, the same ends as by cookie.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use safeconduct_casework::form::{Field, Form, Kind};
use safeconduct_casework::sign_in::Credentials;
use safeconduct_vault::passphrase::Passphrase;
use serde_json::{Value, json};

use super::body::{Json, LIMIT};
use super::caller::Caller;
use super::failure::Failure;
use super::{Answer, answer};
use crate::state::ServerState;

/// What somebody signs in with.
#[must_use]
pub fn form() -> Form {
    Form::new(
        "api-session",
        vec![
            Field::new("handle", Kind::Line { max: 200 }),
            Field::new("passphrase", Kind::Secret),
            Field::new("code", Kind::Secret),
        ],
    )
}

/// `POST /api/v1/session`
pub async fn begin(State(state): State<ServerState>, body: Json<LIMIT>) -> Answer {
    let read = form().read_json(&body.value)?;
    let text = |name: &str| {
        let value = read.get(name).and_then(Value::as_str);
        value.unwrap_or_default().to_owned()
    };
    let typed = Credentials {
        handle: text("handle"),
        passphrase: Passphrase::new(text("passphrase")),
        code: text("code"),
    };
    let token = state.app.sign_in(typed).await?;
    let session = state.app.session(&token).await?;
    let said = json!({
        "token": token,
        "token-type": "Bearer",
        "ends-ms": session.ends_ms,
        "idle-ms": safeconduct_casework::session::IDLE_MS,
    });
    let location = [(header::LOCATION, "/api/v1/me")];
    Ok((location, answer(StatusCode::CREATED, &said)).into_response())
}

/// `DELETE /api/v1/session`
pub async fn end(State(state): State<ServerState>, caller: Caller) -> Result<Response, Failure> {
    state.app.sign_out(&caller.session).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

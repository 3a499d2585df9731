//! Whether the process runs, and whether it can work. Neither says anything else.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde_json::json;

use super::answer;
use crate::state::ServerState;

/// The routes of both.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route(
            "/healthz",
            get(|| async { answer(StatusCode::OK, &json!({ "process": "ok" })) }),
        )
        .route("/readyz", get(ready))
}

/// The database answers with a head that is ours, and the policy has rules for today.
async fn ready(State(state): State<ServerState>) -> Response {
    let app = &state.app;
    let database = app.db().ping().await.is_ok();
    let policy = app.policy().stream(app.today()).is_some();
    let status = if database && policy {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let word = |well: bool| if well { "ok" } else { "failed" };
    answer(
        status,
        &json!({ "database": word(database), "policy": word(policy) }),
    )
}

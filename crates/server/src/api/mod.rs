//! The API: the use cases as JSON under `/api/v1`, described by an OpenAPI document at `/api/openapi.json` that is made
//! of the same list of operations and the same forms, and by pages at `/api` that are drawn from that document.
//!
//! One file a noun. [`operations`] is the list; nothing is routed that it does not describe.

mod acts;
mod board;
mod body;
pub mod caller;
mod case;
mod cases;
mod documents;
pub mod failure;
pub mod health;
mod key;
mod letters;
pub mod metrics;
pub mod openapi;
pub mod operation;
pub mod operations;
mod people;
mod query;
mod reference;
mod referrals;
mod session;
pub mod view;

use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use safeconduct_casework::{Error, Result as Outcome};
use safeconduct_domain::id::CaseId;
use serde_json::Value;

use crate::state::ServerState;
use failure::Failure;

/// What a handler gives.
pub type Answer = Result<Response, Failure>;

/// The routes of the API and of its descriptions.
pub fn routes(state: &ServerState) -> Router<ServerState> {
    let described = operations::all()
        .into_iter()
        .fold(Router::new(), |router, operation| {
            router.route(&operation.path, operation.route)
        });
    described
        .merge(openapi::routes())
        .layer(from_fn_with_state(state.clone(), failure::draw))
        .merge(reference::routes())
}

/// An answer of JSON.
fn answer(status: StatusCode, value: &Value) -> Response {
    let kind = HeaderValue::from_static("application/json");
    (status, [(header::CONTENT_TYPE, kind)], value.to_string()).into_response()
}

fn ok(value: &Value) -> Response {
    answer(StatusCode::OK, value)
}

/// The case a key led to when it was used before; nothing when it was not.
fn or_repeated(outcome: Outcome<()>) -> Result<Option<CaseId>, Failure> {
    match outcome {
        Ok(()) => Ok(None),
        Err(Error::Repeated(case)) => Ok(case),
        Err(other) => Err(other.into()),
    }
}

//! Every route, on one page.

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};

use crate::api::metrics::{self, Metrics};
use crate::api::{self, caller, health};
use crate::pages;
use crate::state::ServerState;
use crate::web::shell::shell;

/// The whole face: pages and API, wrapped in the shell.
pub fn router(state: ServerState) -> Router {
    let metrics = Metrics::default();
    let routes = Router::new()
        .merge(pages::routes())
        .merge(api::routes(&state))
        .merge(health::routes())
        .merge(metrics::routes(metrics.clone()));
    shell(routes.with_state(state))
        .layer(from_fn_with_state(metrics, metrics::count))
        .layer(from_fn(caller::unbind))
}

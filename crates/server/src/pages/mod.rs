//! Pages: one file a noun.

pub mod frame;
pub mod tracking;
pub mod step_up;
mod qr;
pub mod passphrase;
pub mod notices;
mod lost;
pub mod keys;
pub mod join;
mod code_once;
pub mod audit;
pub mod administration;
pub mod account;
pub mod visitor;
pub mod sign_in;
pub mod home;

use axum::Router;

use crate::state::ServerState;

/// The routes of all pages.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .merge(tracking::routes())
        .merge(notices::routes())
        .merge(keys::routes())
        .merge(join::routes())
        .merge(audit::routes())
        .merge(administration::routes())
        .merge(account::routes())
        .merge(sign_in::routes())
        .merge(home::routes())
}

//! Pages: one file a noun.

pub mod act;
pub mod assessment;
pub mod case;
mod casefile;
pub mod cases;
pub mod documents;
pub mod frame;
mod inset;
pub mod persons;
mod places;
pub mod resume;
pub mod timeline;
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
        .merge(cases::routes())
        .merge(case::routes())
        .merge(persons::routes())
        .merge(documents::routes())
        .merge(act::routes())
        .merge(timeline::routes())
        .merge(assessment::routes())
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

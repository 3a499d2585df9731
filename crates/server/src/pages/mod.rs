//! Pages: one file a noun.

pub mod account;
pub mod act;
pub mod administration;
pub mod assessment;
pub mod audit;
pub mod case;
mod casefile;
pub mod cases;
mod code_once;
mod confidential;
pub mod documents;
mod family;
pub mod first_contact;
pub mod frame;
pub mod home;
mod inset;
pub mod join;
pub mod keys;
pub(crate) mod letters;
mod likeness;
mod lost;
pub mod notices;
mod pace;
pub(crate) mod package;
pub mod passphrase;
pub mod persons;
mod places;
mod qr;
pub(crate) mod record;
pub mod resume;
pub mod sign_in;
pub mod step_up;
pub mod timeline;
pub mod tracking;
pub mod visitor;
#[cfg(test)]
pub(crate) mod walk;

use axum::Router;

use crate::state::ServerState;

/// The routes of all pages.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .merge(cases::routes())
        .merge(case::routes())
        .merge(persons::routes())
        .merge(documents::routes())
        .merge(confidential::routes())
        .merge(first_contact::routes())
        .merge(likeness::routes())
        .merge(act::routes())
        .merge(timeline::routes())
        .merge(assessment::routes())
        .merge(tracking::routes())
        .merge(letters::routes())
        .merge(package::routes())
        .merge(record::routes())
        .merge(notices::routes())
        .merge(keys::routes())
        .merge(join::routes())
        .merge(audit::routes())
        .merge(administration::routes())
        .merge(account::routes())
        .merge(sign_in::routes())
        .merge(home::routes())
}

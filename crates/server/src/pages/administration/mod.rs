//! The administrator's pages: organisations and their groups, invitations, accounts, delegations, assumptions of the
//! policy. None of it gives a key to any case. Auditors read the registers.

mod accounts;
mod delegations;
mod invite;
mod organisations;
mod policy;

use axum::Router;
use axum::http::Uri;
use axum::routing::get;
use safeconduct_domain::access::Role;

use super::frame::frame;
use crate::state::{ServerState, SignedIn};
use crate::web::layout::Page;
use crate::web::problem::Problem;

/// Where the registers begin.
const HOME: &str = "/administration";

/// The routes of this folder.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route(HOME, get(organisations::show))
        .route(
            organisations::NEW,
            get(organisations::ask).post(organisations::make),
        )
        .route(invite::NEW, get(invite::ask).post(invite::make))
        .route(accounts::LIST, get(accounts::show))
        .route(
            "/administration/accounts/{user}/close",
            get(accounts::ask).post(accounts::close),
        )
        .route(delegations::LIST, get(delegations::show))
        .route(
            delegations::NEW,
            get(delegations::ask).post(delegations::give),
        )
        .route(
            "/administration/delegations/{id}/end",
            get(delegations::ask_end).post(delegations::end),
        )
        .route(policy::LIST, get(policy::show))
}

/// Nobody but an administrator changes anything here; to anybody else the page is not there.
fn administrator(me: &SignedIn) -> Result<(), Problem> {
    if me.session.has(Role::Administrator) {
        Ok(())
    } else {
        Err(Problem::NotFound)
    }
}

/// Administrators and auditors read.
fn reader(me: &SignedIn) -> Result<(), Problem> {
    if me.session.has(Role::Auditor) {
        Ok(())
    } else {
        administrator(me)
    }
}

/// The frame of a page below the first.
async fn below(state: &ServerState, me: &SignedIn, uri: &Uri, title: String) -> Page {
    let page = frame(me, state, uri, title).await;
    page.crumb(me.lang.t("nav-administration"), HOME)
}

//! Taking out the referral package: one file with the cover page, what the referral says, and every document.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use futures_util::stream::BoxStream;
use safeconduct_casework::session::Session;
use safeconduct_casework::{App, Error};
use safeconduct_domain::access::{Action, permit};
use safeconduct_domain::id::CaseId;
use std::sync::Arc;

use super::casefile::Desk;
use super::record::Told;
use crate::api::view::json as shown;
use crate::api::view::package::PackageView;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::body::attached;
use crate::web::i18n::Lang;
use crate::web::layout::html_with;
use crate::web::parts::Link;
use crate::web::problem::Problem;

/// The address a package is taken from.
pub fn routes() -> Router<ServerState> {
    Router::new().route("/cases/{case}/package", get(take))
}

async fn take(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let id: CaseId = case.parse().map_err(|_| Problem::NotFound)?;
    match archive(&state, &me.session, me.lang, id).await {
        Err(Error::Refused(why)) => {
            let desk = Desk::open(&state, &me, &uri, &case, "documents").await?;
            let back = Link::new(
                desk.t("documents-title"),
                format!("{}/documents", desk.base()),
            );
            let page = Told::new(&desk, "package-title", "/documents", &why, back).await;
            Ok(html_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        archive => archive.map_err(|error| problem(&error)),
    }
}

/// The package, its cover page in a language, in pieces.
pub(crate) async fn made(
    app: &App,
    session: &Arc<Session>,
    lang: Lang,
    case: CaseId,
) -> safeconduct_casework::Result<BoxStream<'static, safeconduct_casework::Result<Bytes>>> {
    let package = app.package(session, case, lang.into()).await?;
    let facts = shown(&PackageView::of(&package));
    app.packed(package, facts).await
}

/// The package as an attachment that comes as it is made.
pub(crate) async fn archive(
    state: &ServerState,
    session: &Arc<Session>,
    lang: Lang,
    case: CaseId,
) -> safeconduct_casework::Result<Response> {
    let pieces = made(&state.app, session, lang, case).await?;
    let name = "attachment; filename=\"referral-package.zip\"";
    Ok(attached(pieces, name, "a package"))
}

/// The way to the package, for whoever may take it out now.
pub(super) fn link(desk: &Desk<'_>) -> Option<Link> {
    permit(&desk.view.actor, Action::Package, desk.case()).ok()?;
    let place = format!("{}/package", desk.base());
    Some(Link::new(desk.t("package-take"), place))
}

//! Taking out the certified record of a decision: one file with everything that was before whoever made it.

mod act;
mod paper;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use safeconduct_casework::App;
use safeconduct_casework::session::Session;
use safeconduct_domain::access::{Action, permit};
use safeconduct_domain::event::Event;
use safeconduct_domain::id::{CaseId, PersonId};
use std::sync::Arc;

use super::casefile::Desk;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::Lang;
use crate::web::parts::Link;
use crate::web::problem::Problem;

/// The address a record is taken from; the number is the position of the decision.
pub fn routes() -> Router<ServerState> {
    Router::new().route("/cases/{case}/record/{decision}", get(take))
}

async fn take(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((case, decision)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let case: CaseId = case.parse().map_err(|_| Problem::NotFound)?;
    let decision: u64 = decision.parse().map_err(|_| Problem::NotFound)?;
    let archive = archive(&state, &me.session, me.lang, case, decision).await;
    archive.map_err(|error| problem(&error))
}

/// The record in a language, in pieces.
pub(crate) async fn made(
    app: &App,
    session: &Arc<Session>,
    lang: Lang,
    case: CaseId,
    decision: u64,
) -> safeconduct_casework::Result<BoxStream<'static, safeconduct_casework::Result<Bytes>>> {
    let record = app.certified_record(session, case, decision).await?;
    let names = app.names().await?;
    let printed = paper::of(&record, &names, lang, app);
    app.archive(record, printed).await
}

/// The record in a language, as an attachment that comes as it is made.
pub(crate) async fn archive(
    state: &ServerState,
    session: &Arc<Session>,
    lang: Lang,
    case: CaseId,
    decision: u64,
) -> Result<Response, safeconduct_casework::Error> {
    let pieces = made(&state.app, session, lang, case, decision).await?;
    let pieces = pieces.map(|piece| {
        piece.map_err(|error| {
            tracing::error!(%error, "a record broke off");
            std::io::Error::other("broken off")
        })
    });
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/zip"),
        ),
        // it says nothing of whom it is about
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"certified-record.zip\""),
        ),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

/// The records of the decisions made on a person, the latest first; none for whoever may not take them out.
pub(super) fn of_person(desk: &Desk<'_>, person: PersonId) -> Vec<Link> {
    if permit(&desk.view.actor, Action::Record, desk.case()).is_err() {
        return Vec::new();
    }
    let decisions = desk.view.entries.iter().rev();
    let made = decisions.filter_map(|(stamp, event)| match event {
        Event::Decided { decide, .. } if decide.person == person => Some(stamp),
        _ => None,
    });
    made.map(|stamp| {
        Link::new(
            desk.t1("record-take", "moment", desk.lang().moment(stamp.at_ms)),
            format!("{}/record/{}", desk.base(), stamp.seq),
        )
    })
    .collect()
}

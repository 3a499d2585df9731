//! Taking out the certified record of a decision: one file with everything that was before whoever made it.

mod act;
mod paper;

use askama::Template;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use futures_util::stream::BoxStream;
use safeconduct_casework::record::Edition;
use safeconduct_casework::session::Session;
use safeconduct_casework::{App, Error};
use safeconduct_domain::access::{Action, permit};
use safeconduct_domain::event::Event;
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::judicial_review;
use safeconduct_domain::refused::Refused;
use std::sync::Arc;

use super::casefile::{Desk, Head};
use super::inset::Inset;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::body::attached;
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html_with};
use crate::web::parts::Link;
use crate::web::problem::Problem;

/// The address a record is taken from; the number is the position of the decision.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/cases/{case}/record/{decision}", get(of_decision))
        .route("/cases/{case}/record/{decision}/court", get(for_court))
}

async fn of_decision(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(place): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Problem> {
    take(&state, &me, &uri, &place, Edition::Person).await
}

async fn for_court(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(place): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Problem> {
    take(&state, &me, &uri, &place, Edition::Court).await
}

async fn take(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    (case, decision): &(String, String),
    edition: Edition,
) -> Result<Response, Problem> {
    let id: CaseId = case.parse().map_err(|_| Problem::NotFound)?;
    let decision: u64 = decision.parse().map_err(|_| Problem::NotFound)?;
    match archive(state, &me.session, me.lang, id, decision, edition).await {
        Err(Error::Refused(why)) => {
            let desk = Desk::open(state, me, uri, case, "record").await?;
            refused(&desk, decision, &why).await
        }
        archive => archive.map_err(|error| problem(&error)),
    }
}

/// Why there is no such archive now, and the way back.
#[derive(Template)]
#[template(path = "record.html")]
pub(super) struct Told {
    page: Page,
    head: Head,
    why: Inset,
    back: Link,
}

impl Told {
    /// A refusal in words, under a title, on the page of the case that is nearest.
    pub(super) async fn new(
        desk: &Desk<'_>,
        title: &str,
        place: &str,
        why: &Refused,
        back: Link,
    ) -> Self {
        let title = desk.t(title);
        Self {
            why: Inset::new("", [desk.refused(why)]).warning(),
            back,
            head: desk.head(&title, place),
            page: desk.page(&title).await,
        }
    }
}

/// Why there is no such record now, and the way back to the decision.
async fn refused(desk: &Desk<'_>, decision: u64, why: &Refused) -> Result<Response, Problem> {
    let mut entries = desk.view.entries.iter();
    let person = entries.find_map(|(stamp, event)| match event {
        Event::Decided { decide, .. } if stamp.seq == decision => Some(decide.person),
        _ => None,
    });
    let person = person.ok_or(Problem::NotFound)?;
    let place = format!("/decision/{person}");
    let back = Link::new(desk.t("todo-decision"), format!("{}{place}", desk.base()));
    let page = Told::new(desk, "record-title", &place, why, back).await;
    Ok(html_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// The record in a language, in pieces.
pub(crate) async fn made(
    app: &App,
    session: &Arc<Session>,
    lang: Lang,
    case: CaseId,
    decision: u64,
    edition: Edition,
) -> safeconduct_casework::Result<BoxStream<'static, safeconduct_casework::Result<Bytes>>> {
    let record = app.certified_record(session, case, decision, edition);
    let record = record.await?;
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
    edition: Edition,
) -> Result<Response, safeconduct_casework::Error> {
    let pieces = made(&state.app, session, lang, case, decision, edition).await?;
    let name = match edition {
        Edition::Person => "attachment; filename=\"certified-record.zip\"",
        Edition::Court => "attachment; filename=\"certified-record-court.zip\"",
    };
    Ok(attached(pieces, name, "a record"))
}

/// The records of the decisions made on a person, the latest first; none for whoever may not take them out, and none for
/// the Court while nothing is before it.
pub(super) fn of_person(desk: &Desk<'_>, person: PersonId, edition: Edition) -> Vec<Link> {
    let (label, ending) = match edition {
        Edition::Person => ("record-take", ""),
        Edition::Court => ("record-take-court", "/court"),
    };
    if edition == Edition::Court && judicial_review::pending(desk.case(), person).is_none() {
        return Vec::new();
    }
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
            desk.t1(label, "moment", desk.lang().moment(stamp.at_ms)),
            format!("{}/record/{}{ending}", desk.base(), stamp.seq),
        )
    })
    .collect()
}

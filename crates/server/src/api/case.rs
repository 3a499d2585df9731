//! One case: as it stands, as it stood, what happened to it, what is still to be done.

use axum::extract::{Path, State};
use safeconduct_casework::case::View;
use safeconduct_domain::case::Stage;
use safeconduct_domain::id::CaseId;

use super::caller::Caller;
use super::failure::Failure;
use super::view::case::CaseView;
use super::view::json as shown;
use super::view::tasks::TasksView;
use super::view::timeline::TimelineView;
use super::{Answer, ok};
use crate::state::ServerState;
use crate::web::problem::Problem;

/// A pseudonym in an address. What is none names nothing that is there.
pub fn named<T: std::str::FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Problem::NotFound.into())
}

async fn look(state: &ServerState, caller: &Caller, id: &str, what: &str) -> Result<View, Failure> {
    let id: CaseId = named(id)?;
    Ok(state.app.look(&caller.session, id, what).await?)
}

/// `GET /api/v1/cases/{id}`
pub async fn read(
    State(state): State<ServerState>,
    caller: Caller,
    Path(id): Path<String>,
) -> Answer {
    let view = look(&state, &caller, &id, "case").await?;
    Ok(ok(&shown(&CaseView::now(&view))))
}

/// `GET /api/v1/cases/{id}/timeline`
pub async fn timeline(
    State(state): State<ServerState>,
    caller: Caller,
    Path(id): Path<String>,
) -> Answer {
    let view = look(&state, &caller, &id, "timeline").await?;
    let names = state.app.names().await?;
    Ok(ok(&shown(&TimelineView::of(&view.entries, &names))))
}

/// `GET /api/v1/cases/{id}/as-of/{ms}`
pub async fn as_of(
    State(state): State<ServerState>,
    caller: Caller,
    Path((id, ms)): Path<(String, String)>,
) -> Answer {
    let at_ms: i64 = named(&ms)?;
    let view = look(&state, &caller, &id, "as-of").await?;
    let case = view.as_of(at_ms);
    if case.stage == Stage::None {
        return Err(Problem::NotFound.into());
    }
    Ok(ok(&shown(&CaseView::then(view.id, &case))))
}

/// `GET /api/v1/cases/{id}/tasks`
pub async fn tasks(
    State(state): State<ServerState>,
    caller: Caller,
    Path(id): Path<String>,
) -> Answer {
    let view = look(&state, &caller, &id, "tasks").await?;
    let app = &state.app;
    Ok(ok(&shown(&TasksView::of(
        app.policy(),
        &view.case,
        app.today(),
    ))))
}

//! Acts on a case: one call for each, its body the act's form.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use safeconduct_casework::case::View;
use safeconduct_casework::forms::{FormContext, form, read_json};
use safeconduct_domain::act::Kind;
use safeconduct_domain::id::{CaseId, UserId};
use serde_json::json;

use super::body::{Json, LIMIT};
use super::caller::Caller;
use super::case::named;
use super::failure::Failure;
use super::key::once;
use super::{Answer, ok, or_repeated};
use crate::state::ServerState;

/// The acts that are calls on a case: all but the one that opens it and the one that needs a file.
pub fn kinds() -> impl Iterator<Item = Kind> {
    let others = [Kind::Open, Kind::AddDocument];
    Kind::ALL
        .iter()
        .copied()
        .filter(move |k| !others.contains(k))
}

/// `POST /api/v1/cases/{id}/acts/…`
pub async fn act(
    kind: Kind,
    State(state): State<ServerState>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Json<LIMIT>,
) -> Answer {
    let id: CaseId = named(&id)?;
    let about = format!("{} {id}", kind.name());
    let once = once(&state, &caller, &headers, &about, &body.bytes)?;
    if let Some(once) = &once
        && let Some(case) = or_repeated(state.app.unused(once).await)?
    {
        return Ok(done(case));
    }
    let view = state.app.look(&caller.session, id, kind.name()).await?;
    if !view.may(kind) {
        return Err(Failure::NotNow);
    }
    let colleagues = colleagues(&state, &caller, kind).await?;
    let ctx = context(&state, &caller, &view, &colleagues);
    let act = read_json(kind, &ctx, &body.value)?;
    match state.app.act(&caller.session, Some(id), act, once).await {
        Ok(acted) => Ok(done(acted.case)),
        Err(error) => Ok(done(or_repeated(Err(error))?.unwrap_or(id))),
    }
}

/// `GET /api/v1/cases/{id}/acts/…`: the act's form for this case as it stands, as a JSON Schema.
pub async fn describe(
    kind: Kind,
    State(state): State<ServerState>,
    caller: Caller,
    Path(id): Path<String>,
) -> Answer {
    let view = state
        .app
        .look(&caller.session, named(&id)?, kind.name())
        .await?;
    let colleagues = colleagues(&state, &caller, kind).await?;
    let ctx = context(&state, &caller, &view, &colleagues);
    Ok(ok(&form(kind, &ctx).schema()))
}

async fn colleagues(
    state: &ServerState,
    caller: &Caller,
    kind: Kind,
) -> Result<Vec<(UserId, String)>, Failure> {
    if kind == Kind::Reassign {
        Ok(state.app.colleagues(caller.session.team()?.id).await?)
    } else {
        Ok(Vec::new())
    }
}

fn context<'a>(
    state: &'a ServerState,
    caller: &'a Caller,
    view: &'a View,
    colleagues: &'a [(UserId, String)],
) -> FormContext<'a> {
    FormContext {
        organisation: &caller.session.organisation_code,
        colleagues,
        ..FormContext::new(state.app.policy(), state.app.today(), &view.case)
    }
}

fn done(case: CaseId) -> Response {
    ok(&json!({ "case": case }))
}

//! Letters: signed by an act, read here as the bytes that were signed. And what is taken out as one file: the certified
//! record of a decision, the referral package.

use axum::extract::{Path, State};
use axum::response::IntoResponse;

use safeconduct_casework::record::Edition;

use super::Answer;
use super::caller::Caller;
use super::case::named;
use crate::pages::letters::pdf;
use crate::pages::package;
use crate::pages::record::archive;
use crate::state::ServerState;
use crate::web::i18n::Lang;

/// `GET /api/v1/cases/{id}/letters/{letter}`
pub async fn fetch(
    State(state): State<ServerState>,
    caller: Caller,
    Path((id, letter)): Path<(String, String)>,
) -> Answer {
    let (case, letter) = (named(&id)?, named(&letter)?);
    let fetched = state
        .app
        .fetch_letter(&caller.session, case, letter)
        .await?;
    let (signed, bytes) = fetched;
    Ok(pdf(bytes, signed.letter.kind.code())?.into_response())
}

/// `GET /api/v1/cases/{id}/record/{decision}`
pub async fn record(
    State(state): State<ServerState>,
    caller: Caller,
    lang: Lang,
    Path(place): Path<(String, String)>,
) -> Answer {
    edition(&state, &caller, lang, &place, Edition::Person).await
}

async fn edition(
    state: &ServerState,
    caller: &Caller,
    lang: Lang,
    (id, decision): &(String, String),
    edition: Edition,
) -> Answer {
    let (case, decision) = (named(id)?, named(decision)?);
    Ok(archive(state, &caller.session, lang, case, decision, edition).await?)
}

/// `GET /api/v1/cases/{id}/package`
pub async fn package(
    State(state): State<ServerState>,
    caller: Caller,
    lang: Lang,
    Path(id): Path<String>,
) -> Answer {
    Ok(package::archive(&state, &caller.session, lang, named(&id)?).await?)
}

/// `GET /api/v1/cases/{id}/record/{decision}/court`
pub async fn court_record(
    State(state): State<ServerState>,
    caller: Caller,
    lang: Lang,
    Path(place): Path<(String, String)>,
) -> Answer {
    edition(&state, &caller, lang, &place, Edition::Court).await
}

/// `GET /api/v1/notices/{seq}/letter`
pub async fn enclosed(
    State(state): State<ServerState>,
    caller: Caller,
    Path(seq): Path<String>,
) -> Answer {
    let seq = named(&seq)?;
    let bytes = state.app.fetch_enclosed(&caller.session, seq).await?;
    Ok(pdf(bytes, "letter")?.into_response())
}

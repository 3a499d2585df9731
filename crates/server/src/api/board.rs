//! Notices, the tracker, the trail, the policy.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use jiff::civil::Date;
use safeconduct_casework::audit::{PAGE, Wanted};
use safeconduct_casework::form::FieldError;
use serde_json::{Value, json};

use super::body::{Json, LIMIT};
use super::caller::Caller;
use super::query::Query;
use super::view::directory::{LineView, NoticeView, TrackedView};
use super::view::{json as shown, policy as policy_view};
use super::{Answer, ok};
use crate::state::ServerState;

/// The most notices in one answer.
pub const NOTICES: u32 = 500;
/// How many there are when nobody says.
const USUAL: u32 = 50;

/// `GET /api/v1/notices`
pub async fn notices(State(state): State<ServerState>, caller: Caller, query: Query) -> Answer {
    query.only(&["limit"])?;
    let sound = |text: &str| text.parse().ok().filter(|n| (1..=NOTICES).contains(n));
    let limit = query.read("limit", sound)?.unwrap_or(USUAL);
    let found = state.app.notices(&caller.session, limit).await?;
    let waiting = state.app.notices_waiting(&caller.session).await?;
    let items: Vec<Value> = found.iter().map(|n| shown(&NoticeView::from(n))).collect();
    Ok(ok(&json!({ "items": items, "unread": waiting })))
}

/// `POST /api/v1/notices/read`
pub async fn notices_read(
    State(state): State<ServerState>,
    caller: Caller,
    body: Json<LIMIT>,
) -> Answer {
    let wrong = |code| vec![FieldError::new("seqs", code)];
    let members = body.value.as_object().ok_or_else(|| wrong("type"))?;
    if let Some(other) = members.keys().find(|name| *name != "seqs") {
        return Err(vec![FieldError::new(other, "unknown")].into());
    }
    let seqs = members.get("seqs").ok_or_else(|| wrong("required"))?;
    let seqs = seqs.as_array().ok_or_else(|| wrong("type"))?;
    let seqs: Option<Vec<u64>> = seqs.iter().map(Value::as_u64).collect();
    let seqs = seqs.ok_or_else(|| wrong("type"))?;
    if seqs.len() > usize::try_from(NOTICES).unwrap_or(usize::MAX) {
        return Err(
            vec![FieldError::new("seqs", "too-many").with("max", i64::from(NOTICES))].into(),
        );
    }
    state.app.notices_read(&caller.session, seqs).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `GET /api/v1/tracking`
pub async fn tracking(State(state): State<ServerState>, caller: Caller) -> Answer {
    let tracked = state.app.tracked(&caller.session).await?;
    Ok(ok(&shown(&TrackedView::from(&tracked))))
}

/// `GET /api/v1/audit`
pub async fn audit(State(state): State<ServerState>, caller: Caller, query: Query) -> Answer {
    query.only(&["case", "actor", "before"])?;
    let wanted = Wanted {
        case: query.get("case")?,
        actor: query.get("actor")?,
        before: query.get("before")?,
    };
    let lines = state.app.audit(&caller.session, wanted).await?;
    let full = lines.len() == usize::try_from(PAGE).unwrap_or(usize::MAX);
    let next = lines.last().filter(|_| full).map(|l| l.header.seq);
    let items: Vec<Value> = lines.iter().map(|l| shown(&LineView::from(l))).collect();
    let mut page = json!({ "items": items });
    if let (Some(next), Some(members)) = (next, page.as_object_mut()) {
        members.insert("next-before".to_owned(), Value::from(next));
    }
    Ok(ok(&page))
}

/// `GET /api/v1/policy`
pub async fn policy(State(state): State<ServerState>, _: Caller, query: Query) -> Answer {
    query.only(&["on"])?;
    let on: Option<Date> = query.get("on")?;
    let on = on.unwrap_or_else(|| state.app.today());
    Ok(ok(&policy_view::policy(state.app.policy(), on)))
}

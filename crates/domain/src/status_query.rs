//! A status query: the one thing an officer may do with proof that a referred person is no human rights defender.
//!
//! The officer does not decide it. The query is routed by who referred, as the policy says.

use crate::case::Case;
use crate::decide::Context;
use crate::event::Event;
use crate::id::ItemId;
use crate::private::private;
use crate::refused::{Refused, require, worded};
use serde::{Deserialize, Serialize};

/// The query as raised.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Query {
    /// What the proof is.
    pub evidence: String,
    /// What is asked.
    pub question: String,
}

/// What the consulted party answered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Reply {
    /// Who answered.
    pub by: String,
    /// The answer, as given.
    pub answer: String,
}

/// A query with its route and its answer.
#[derive(Clone, PartialEq, Eq)]
pub struct StatusQuery {
    /// Its name.
    pub id: ItemId,
    /// As raised.
    pub query: Query,
    /// Code of the route, from the policy.
    pub route: String,
    /// The answer.
    pub reply: Option<Reply>,
}

private!(Query, Reply, StatusQuery);

pub(crate) fn raise(ctx: &Context<'_>, case: &Case, act: Query) -> Result<Vec<Event>, Refused> {
    let open = case.queries.iter().any(|q| q.reply.is_none());
    require(!open, || Refused::by("query-already-open"))?;
    worded(&act.evidence)?;
    worded(&act.question)?;
    let route = ctx
        .policy
        .route(&case.referral.partner, ctx.today)
        .ok_or_else(|| Refused::by("no-route"))?;
    Ok(vec![Event::StatusQueried {
        id: ItemId::from_bytes(ctx.fresh),
        query: act,
        route: route.partner.clone(),
    }])
}

pub(crate) fn answer(case: &Case, query: ItemId, act: Reply) -> Result<Vec<Event>, Refused> {
    let standing = case
        .queries
        .iter()
        .find(|q| q.id == query)
        .ok_or_else(|| Refused::by("no-such-query"))?;
    require(standing.reply.is_none(), || {
        Refused::by("query-already-answered")
    })?;
    worded(&act.by)?;
    worded(&act.answer)?;
    Ok(vec![Event::StatusAnswered { query, reply: act }])
}

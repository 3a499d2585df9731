//! Reconsideration: somebody asks that a decision be looked at again after it was told.

use crate::case::Case;
use crate::decide::Context;
use crate::decision::within_delegation;
use crate::event::Event;
use crate::id::{PersonId, UserId};
use crate::policy::List;
use crate::private::private;
use crate::refused::{Refused, reasoned, require, worded};
use serde::{Deserialize, Serialize};

/// What comes of a request to reconsider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The decision is opened again.
    Reopened,
    /// It stands.
    Stands,
}

/// A request to reconsider, and what came of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Reconsideration {
    /// On whom the decision is.
    pub person: PersonId,
    /// Who asks, by code of the policy: the person, counsel, the partner, the Federal Court.
    pub asked_by: String,
    /// What is new, or was overlooked.
    pub ground: String,
    /// What comes of it.
    pub outcome: Outcome,
    /// Why, or why not.
    pub reasons: String,
}

/// A request as it stands in the record.
#[derive(Clone, PartialEq, Eq)]
pub struct Reconsidered {
    /// The request and what came of it.
    pub reconsideration: Reconsideration,
    /// By whom and when.
    pub by: (UserId, i64),
}

private!(Reconsideration, Reconsidered);

/// A court that sets a decision aside leaves no choice; in every other case it is the officer's, with reasons.
pub(crate) fn reconsider(
    ctx: &Context<'_>,
    case: &Case,
    act: Reconsideration,
) -> Result<Vec<Event>, Refused> {
    within_delegation(ctx)?;
    require(case.decision(act.person).is_some(), || {
        Refused::by("not-decided")
    })?;
    let known = (ctx.policy).named(List::ReconsiderationRequest, &act.asked_by, ctx.today);
    require(known.is_some(), || Refused::by("no-such-reason"))?;
    worded(&act.ground)?;
    reasoned(&act.reasons)?;
    require(
        act.outcome == Outcome::Reopened || act.asked_by != COURT,
        || Refused::by("court-ordered-it"),
    )?;
    Ok(vec![Event::Reconsidered {
        reconsideration: act,
        on: ctx.today,
    }])
}

/// The code of a judgment that sets the decision aside.
const COURT: &str = "federal-court";

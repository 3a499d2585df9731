//! A second person reads a decision before anybody is told of it, where the policy asks for it.
//!
//! The second person advises and does not decide: who disagrees gives the decision back to whoever made it, who decides
//! again, the same way or another.

use crate::case::Case;
use crate::decide::Context;
use crate::decision::{Decided, Verdict};
use crate::event::Event;
use crate::id::{PersonId, UserId};
use crate::policy::Policy;
use crate::private::private;
use crate::refused::{Refused, reasoned, require};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the second person thinks of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Opinion {
    /// It can stand as it is.
    Agrees,
    /// Whoever made it should look at it again.
    GivesBack,
}

/// What the second person says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Review {
    /// On whom the decision is.
    pub person: PersonId,
    /// Whether it can stand.
    pub opinion: Opinion,
    /// What was read, and why.
    pub reasons: String,
}

/// A decision that was given back or opened again: it stays in the record, and no longer stands.
#[derive(Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// As it stood.
    pub decided: Decided,
    /// Why it no longer stands.
    pub reasons: String,
    /// By whom and when.
    pub by: (UserId, i64),
}

private!(Review, TakenBack);

/// Whether the policy asks for a second person.
pub(crate) fn asked(policy: &Policy, verdict: Verdict, day: Date) -> bool {
    let practice = policy.practice(day);
    practice.is_some_and(|p| p.second_person.contains(&verdict))
}

/// Whether a decision waits for its second person.
#[must_use]
pub fn waits(policy: &Policy, decided: &Decided, day: Date) -> bool {
    decided.review.is_none() && asked(policy, decided.decide.verdict, day)
}

/// Whether everybody but this person is decided, and nothing of it waits.
pub(crate) fn others_settled(ctx: &Context<'_>, case: &Case, person: PersonId) -> bool {
    let mut others = case.referral.travelling().filter(|p| p.id != person);
    others.all(|p| {
        case.decision(p.id)
            .is_some_and(|d| !waits(ctx.policy, d, ctx.today))
    })
}

pub(crate) fn review(ctx: &Context<'_>, case: &Case, act: Review) -> Result<Vec<Event>, Refused> {
    let decided = case.decision(act.person);
    let decided = decided.ok_or_else(|| Refused::by("not-decided"))?;
    require(waits(ctx.policy, decided, ctx.today), || {
        Refused::by("no-second-person-asked")
    })?;
    require(decided.by != ctx.actor.user, || Refused::by("own-decision"))?;
    reasoned(&act.reasons)?;
    let told = act.opinion == Opinion::Agrees && others_settled(ctx, case, act.person);
    let mut events = vec![Event::DecisionReviewed(act)];
    if told {
        events.push(Event::NoticeGiven { on: ctx.today });
    }
    Ok(events)
}

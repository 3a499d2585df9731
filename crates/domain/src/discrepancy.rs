//! A discrepancy: two accounts that do not agree. It is put to the person, and then resolved, or left with the reasons;
//! nothing is held against anybody who was not asked.

use crate::case::Case;
use crate::decide::Context;
use crate::event::Event;
use crate::id::{ItemId, PersonId};
use crate::private::private;
use crate::refused::{Refused, reasoned, require, worded};
use serde::{Deserialize, Serialize};

/// What does not agree with what.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Noted {
    /// Whose account.
    pub person: PersonId,
    /// What does not agree.
    pub what: String,
    /// Where each account stands: answer, form, document.
    pub sources: String,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Explained, or of no weight.
    Resolved,
    /// Left unexplained.
    Left,
}

/// The end of a discrepancy.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Settlement {
    /// What came of it.
    pub outcome: Outcome,
    /// Why: the weight of the explanation, trauma, calendars, interpretation, time gone by.
    pub reasons: String,
}

/// A discrepancy with all that was done about it.
#[derive(Clone, PartialEq, Eq)]
pub struct Discrepancy {
    /// Its name.
    pub id: ItemId,
    /// What does not agree.
    pub noted: Noted,
    /// What the person said when it was put to them.
    pub explanation: Option<String>,
    /// What came of it.
    pub settlement: Option<Settlement>,
}

private!(Noted, Settlement, Discrepancy);

pub(crate) fn note(ctx: &Context<'_>, case: &Case, act: Noted) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    worded(&act.what)?;
    worded(&act.sources)?;
    Ok(vec![Event::DiscrepancyNoted {
        id: ItemId::from_bytes(ctx.fresh),
        noted: act,
    }])
}

pub(crate) fn put(
    case: &Case,
    discrepancy: ItemId,
    explanation: String,
) -> Result<Vec<Event>, Refused> {
    open(case, discrepancy)?;
    worded(&explanation)?;
    Ok(vec![Event::DiscrepancyPut {
        discrepancy,
        explanation,
    }])
}

pub(crate) fn settle(
    case: &Case,
    discrepancy: ItemId,
    settlement: Settlement,
) -> Result<Vec<Event>, Refused> {
    let found = open(case, discrepancy)?;
    let unput = settlement.outcome == Outcome::Left && found.explanation.is_none();
    require(!unput, || Refused::by("discrepancy-not-put"))?;
    reasoned(&settlement.reasons)?;
    Ok(vec![Event::DiscrepancySettled {
        discrepancy,
        settlement,
    }])
}

/// The first discrepancy in a person's account, by its number on the case, that was never put to them and is not
/// resolved: nothing that is held against them can rest on it.
#[must_use]
pub fn never_put(case: &Case, person: PersonId) -> Option<usize> {
    let resolved = |d: &Discrepancy| {
        let settled = d.settlement.as_ref();
        settled.is_some_and(|s| s.outcome == Outcome::Resolved)
    };
    let waits = |d: &Discrepancy| d.noted.person == person && d.explanation.is_none();
    let mut all = case.discrepancies.iter().zip(1..);
    all.find_map(|(d, number)| (waits(d) && !resolved(d)).then_some(number))
}

fn open(case: &Case, discrepancy: ItemId) -> Result<&Discrepancy, Refused> {
    let found = case.discrepancies.iter().find(|d| d.id == discrepancy);
    let found = found.ok_or_else(|| Refused::by("no-such-discrepancy"))?;
    require(found.settlement.is_none(), || {
        Refused::by("discrepancy-settled")
    })?;
    Ok(found)
}

//! Judicial review of a decision: an application to the Federal Court for leave, and what came of it (A72 to A74).
//!
//! The office is served and records it. While it is before the Court, the complete record of a decision on the person can
//! be taken out ([`crate::disclosure`]). What the Court orders is carried out by a [`crate::reconsideration`].

use crate::case::Case;
use crate::decide::Context;
use crate::event::{Event, Stamp};
use crate::id::{ItemId, PersonId, UserId};
use crate::policy::List;
use crate::private::private;
use crate::refused::{Refused, require, worded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An application as it was served on the office.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Application {
    /// On whom the decision is.
    pub person: PersonId,
    /// The number of the Court's file.
    pub court_file: String,
    /// On which day the office was served.
    pub served_on: Date,
}

/// What came of an application.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Ending {
    /// By code of the policy.
    pub outcome: String,
    /// On which day.
    pub ended_on: Date,
}

/// An application with what came of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Applied {
    /// Its name.
    pub id: ItemId,
    /// As it was served.
    pub application: Application,
    /// By whom it was recorded, and when.
    pub by: (UserId, i64),
    /// What came of it.
    pub ending: Option<Ending>,
}

private!(Application, Ending, Applied);

/// The code of a judgment that sets the decision aside.
pub const SET_ASIDE: &str = "set-aside";

/// The application on a person that is before the Court.
#[must_use]
pub fn pending(case: &Case, person: PersonId) -> Option<&Applied> {
    of_person(case, person).find(|applied| applied.ending.is_none())
}

/// Every application on a person, in the order they were recorded.
pub fn of_person(case: &Case, person: PersonId) -> impl Iterator<Item = &Applied> {
    let all = case.applications.iter();
    all.filter(move |applied| applied.application.person == person)
}

/// Whether the Court set the decision that stands on a person aside, and the office has not opened it again yet.
#[must_use]
pub fn set_aside(case: &Case, person: PersonId) -> bool {
    let Some(decided) = case.decision(person) else {
        return false;
    };
    of_person(case, person).any(|applied| {
        let ending = applied.ending.as_ref();
        // a decision made since is another one
        ending
            .is_some_and(|e| e.outcome == SET_ASIDE && decided.on <= applied.application.served_on)
    })
}

pub(crate) fn apply(
    ctx: &Context<'_>,
    case: &Case,
    act: Application,
) -> Result<Vec<Event>, Refused> {
    let decided = case.decision(act.person);
    let decided = decided.ok_or_else(|| Refused::by("not-decided"))?;
    worded(&act.court_file)?;
    require(pending(case, act.person).is_none(), || {
        Refused::by("leave-sought-already")
    })?;
    require(act.served_on <= ctx.today, || {
        Refused::by("date-in-the-future")
    })?;
    require(decided.on <= act.served_on, || {
        Refused::by("served-before-the-decision")
    })?;
    Ok(vec![Event::LeaveSought {
        id: ItemId::from_bytes(ctx.fresh),
        application: act,
    }])
}

pub(crate) fn end(
    ctx: &Context<'_>,
    case: &Case,
    application: ItemId,
    ending: Ending,
) -> Result<Vec<Event>, Refused> {
    let found = case.applications.iter().find(|a| a.id == application);
    let found = found.ok_or_else(|| Refused::by("no-such-application"))?;
    require(found.ending.is_none(), || {
        Refused::by("application-has-ended")
    })?;
    let known = (ctx.policy).named(List::CourtOutcome, &ending.outcome, ctx.today);
    require(known.is_some(), || Refused::by("no-such-reason"))?;
    require(ending.ended_on <= ctx.today, || {
        Refused::by("date-in-the-future")
    })?;
    require(found.application.served_on <= ending.ended_on, || {
        Refused::by("ended-before-it-was-served")
    })?;
    Ok(vec![Event::CourtEnded {
        application,
        ending,
    }])
}

impl Case {
    pub(crate) fn apply_judicial_review(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::LeaveSought { id, application } => self.applications.push(Applied {
                id: *id,
                application: application.clone(),
                by: (stamp.actor, stamp.at_ms),
                ending: None,
            }),
            Event::CourtEnded {
                application,
                ending,
            } => {
                let theirs = self.applications.iter_mut();
                for applied in theirs.filter(|a| a.id == *application) {
                    applied.ending = Some(ending.clone());
                }
            }
            _ => {}
        }
    }
}

//! The family as it is declared until the principal applicant leaves for Canada: a member declared after the submission,
//! and whether the applicant was asked that nobody is missing.
//!
//! A family member who was neither in the application nor added to it before departure cannot follow within one year
//! (R141(1)(a)); one who was not examined is in no family class later (R117(9)(d)).

use crate::case::{Case, Stage};
use crate::decide::Context;
use crate::decision::Verdict;
use crate::event::{Event, Stamp};
use crate::id::{PersonId, UserId};
use crate::person::{Details, Person};
use crate::private::private;
use crate::referral;
use crate::refused::{Refused, require, worded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A family member declared after the submission.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Declared {
    /// On which day.
    pub declared_on: Date,
    /// Who of the case declared them.
    pub declared_by: PersonId,
    /// What is known of them.
    #[serde(flatten)]
    pub details: Details,
}

/// What the applicant answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Everybody {
    /// Every family member is declared.
    AllDeclared,
    /// Somebody is missing, and is declared next.
    SomebodyMissing,
}

/// The question whether everybody is declared, as it was put before departure.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Confirmation {
    /// Who was asked.
    pub person: PersonId,
    /// On which day.
    pub on: Date,
    /// In which language.
    pub language: String,
    /// What follows for whoever is not declared was explained.
    #[serde(default)]
    pub explained: bool,
    /// The answer.
    pub answer: Everybody,
}

/// A question with its answer, by whom it was recorded and when.
#[derive(Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// As put and answered.
    pub confirmation: Confirmation,
    /// By whom and when.
    pub by: (UserId, i64),
    /// Somebody was declared since: the question is put again.
    pub outdated: bool,
}

private!(Declared, Confirmation, Confirmed);

/// What the applicant last answered; nothing while nobody was asked.
#[must_use]
pub fn asked(case: &Case) -> Option<Everybody> {
    let last = case.referral.confirmations.last();
    last.map(|confirmed| confirmed.confirmation.answer)
}

/// Whether everybody is declared, as far as the applicant says: asked, and nobody has come to light since.
#[must_use]
pub fn settled(case: &Case) -> bool {
    let last = case.referral.confirmations.last();
    last.is_some_and(|c| !c.outdated && c.confirmation.answer == Everybody::AllDeclared)
}

/// Whether somebody is approved who may soon leave, so that the question must be put now.
#[must_use]
pub fn may_leave(case: &Case) -> bool {
    let open = matches!(case.stage, Stage::Assessment | Stage::Decided);
    let mut decisions = case.decisions.iter();
    open && decisions.any(|d| d.decide.verdict == Verdict::Approved)
}

impl Case {
    pub(crate) fn apply_family(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::PersonDeclared { person, declared } => {
                let travels = declared.details.travels();
                self.referral.persons.push(Person {
                    id: *person,
                    details: declared.details.clone(),
                    removed: None,
                    declared_on: Some(declared.declared_on),
                });
                for confirmed in &mut self.referral.confirmations {
                    confirmed.outdated = true;
                }
                if travels {
                    let counted = self.referral.counted();
                    self.places = self.places.map(|(year, _)| (year, counted));
                }
                // not everybody is decided any more
                if travels && self.stage == Stage::Decided {
                    self.notice = None;
                    self.stage = Stage::Assessment;
                }
            }
            Event::DeclarationConfirmed(confirmation) => {
                self.referral.confirmations.push(Confirmed {
                    confirmation: confirmation.clone(),
                    by: (stamp.actor, stamp.at_ms),
                    outdated: false,
                });
            }
            _ => {}
        }
    }
}

pub(crate) fn declare(
    ctx: &Context<'_>,
    case: &Case,
    act: Declared,
) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.declared_by).is_some(), || {
        Refused::by("no-such-person")
    })?;
    require(act.declared_on <= ctx.today, || {
        Refused::by("date-in-the-future")
    })?;
    referral::can_be_added(ctx, case, &act.details)?;
    Ok(vec![Event::PersonDeclared {
        person: PersonId::from_bytes(ctx.fresh),
        declared: act,
    }])
}

pub(crate) fn confirm(
    ctx: &Context<'_>,
    case: &Case,
    act: Confirmation,
) -> Result<Vec<Event>, Refused> {
    let who = case.referral.person(act.person);
    let who = who.ok_or_else(|| Refused::by("no-such-person"))?;
    require(!who.details.minor(ctx.today), || {
        Refused::by("declaration-of-a-child")
    })?;
    worded(&act.language)?;
    require(act.explained, || {
        Refused::by("consequences-not-explained").citing("R141(1)(a)")
    })?;
    require(act.on <= ctx.today, || Refused::by("date-in-the-future"))?;
    Ok(vec![Event::DeclarationConfirmed(act)])
}

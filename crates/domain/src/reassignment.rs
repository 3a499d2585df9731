//! Whose case it is, and whose findings stand in it. Who hears must decide: an officer who takes over a case that others
//! have assessed assesses it afresh before anybody is decided.
//!
//! Only a change of the assigned officer asks for that. That a designated officer decides on what the assigned officer
//! found is the normal course.

use crate::admissibility::Outcome;
use crate::case::Case;
use crate::decide::Context;
use crate::eligibility::Class;
use crate::event::{Event, Stamp};
use crate::id::{ItemId, PersonId, UserId};
use crate::private::private;
use crate::refused::{Refused, reasoned, require, worded};
use crate::tasks::State;
use serde::{Deserialize, Serialize};

/// Code of the task.
pub const FRESH: &str = "fresh-assessment";

/// Whether the new officer has heard the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hearing {
    /// Interviewed again.
    Again,
    /// Not interviewed again, for the reasons given.
    NotNeeded,
}

/// What an officer who took the case over states.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Afresh {
    /// What of the record was read and heard.
    pub record: String,
    /// Whether the person was heard again.
    pub hearing: Hearing,
    /// What came of hearing the person again, or why that is not needed; what the officer makes of the findings.
    pub reasons: String,
}

/// A statement with who made it.
#[derive(Clone, PartialEq, Eq)]
pub struct Stated {
    /// The statement.
    pub afresh: Afresh,
    /// Who made it, and when, UTC milliseconds.
    pub by: (UserId, i64),
    seq: u64,
}

/// A piece of the assessment that rests on somebody's judgment.
#[derive(Clone, PartialEq, Eq)]
pub enum Piece {
    /// A finding on an element.
    Element(PersonId, String),
    /// A finding on a class.
    Class(PersonId, Class),
    /// A check with a concern or an exemption; that a result came in is nobody's judgment.
    Check(PersonId, String),
    /// A question and its answer.
    Answer(ItemId),
    /// Signed notes.
    Notes(ItemId),
    /// What came of a discrepancy.
    Discrepancy(ItemId),
    /// A concern put, or the weighing of its answer.
    Concern(ItemId),
}

#[derive(Clone, PartialEq, Eq)]
struct Made {
    piece: Piece,
    by: UserId,
    /// Whose case it was then.
    under: Option<UserId>,
    seq: u64,
}

/// Whose hands the case went through.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Hands {
    made: Vec<Made>,
    /// Statements of a fresh assessment, in their order.
    pub afresh: Vec<Stated>,
    /// The entry that assigned it last.
    since: u64,
}

private!(Afresh, Stated, Piece, Made, Hands);

impl Hands {
    /// One event further; `officer` is whose case it is before the event.
    pub(crate) fn apply(&mut self, officer: Option<UserId>, stamp: &Stamp, event: &Event) {
        match event {
            Event::Assigned { .. } => self.since = stamp.seq,
            Event::AssessedAfresh(afresh) => self.afresh.push(Stated {
                afresh: afresh.clone(),
                by: (stamp.actor, stamp.at_ms),
                seq: stamp.seq,
            }),
            _ => {}
        }
        let Some((piece, judged)) = piece(event) else {
            return;
        };
        // every answer is a piece of its own; of the others the last one stands
        if !matches!(piece, Piece::Answer(_)) {
            self.made.retain(|m| m.piece != piece);
        }
        if judged {
            self.made.push(Made {
                piece,
                by: stamp.actor,
                under: officer,
                seq: stamp.seq,
            });
        }
    }

    fn inherited(&self, officer: UserId) -> impl Iterator<Item = &Made> {
        let theirs = move |m: &&Made| m.by != officer && m.under != Some(officer);
        self.made.iter().filter(theirs)
    }

    /// Whether somebody assessed anything: another officer would have to assess it afresh.
    #[must_use]
    pub const fn assessed(&self) -> bool {
        !self.made.is_empty()
    }

    /// The last statement of an officer.
    #[must_use]
    pub fn stated(&self, officer: UserId) -> Option<&Stated> {
        self.afresh.iter().rev().find(|s| s.by.0 == officer)
    }

    /// Who made a piece of the assessment before the case came to this officer.
    #[must_use]
    pub fn earlier(&self, officer: Option<UserId>, piece: &Piece) -> Option<UserId> {
        let mut inherited = self.inherited(officer?);
        inherited.find(|m| m.piece == *piece).map(|m| m.by)
    }

    /// Where the task stands for whoever has the case; nothing where nothing was taken over.
    #[must_use]
    pub fn task(&self, officer: Option<UserId>) -> Option<State> {
        let officer = officer?;
        let newest = self.inherited(officer).map(|m| m.seq).max()?;
        let stated = self.stated(officer).is_some_and(|s| s.seq > newest);
        Some(if stated {
            State::Done
        } else {
            State::NotStarted
        })
    }

    fn heard_again(&self, officer: UserId) -> bool {
        let heard = |m: &Made| matches!(m.piece, Piece::Notes(_)) && m.by == officer;
        self.made.iter().any(|m| heard(m) && m.seq > self.since)
    }
}

/// What an event adds to the assessment, and whether it is a judgment.
fn piece(event: &Event) -> Option<(Piece, bool)> {
    Some(match event {
        Event::ElementFound(e) => (Piece::Element(e.person, e.element.clone()), true),
        Event::ClassFound(c) => (Piece::Class(c.person, c.class), true),
        Event::CheckRecorded(c) => {
            let judged = matches!(c.outcome, Outcome::Concern | Outcome::Exempt);
            (Piece::Check(c.person, c.check.clone()), judged)
        }
        Event::AnswerLogged { id, .. } => (Piece::Answer(*id), true),
        Event::NotesSigned { id, .. } => (Piece::Notes(*id), true),
        Event::DiscrepancySettled { discrepancy, .. } => (Piece::Discrepancy(*discrepancy), true),
        Event::ConcernPut { id, .. } => (Piece::Concern(*id), true),
        Event::ConcernAnswered { concern, .. } => (Piece::Concern(*concern), true),
        _ => return None,
    })
}

pub(crate) fn reassign(
    ctx: &Context<'_>,
    case: &Case,
    officer: UserId,
    reason: String,
) -> Result<Vec<Event>, Refused> {
    require(ctx.colleagues.contains(&officer), || {
        Refused::by("not-a-colleague")
    })?;
    require(case.officer != Some(officer), || {
        Refused::by("already-assigned")
    })?;
    reasoned(&reason)?;
    Ok(vec![Event::Assigned { officer, reason }])
}

/// The officer whose case it is states what the decision will rest on now. Nobody can state it for another.
pub(crate) fn assess_afresh(
    ctx: &Context<'_>,
    case: &Case,
    act: Afresh,
) -> Result<Vec<Event>, Refused> {
    let officer = ctx.actor.user;
    require(case.officer == Some(officer), || {
        Refused::by("case-of-another-officer")
    })?;
    let open = case.hands.task(case.officer) == Some(State::NotStarted);
    require(open, || Refused::by("nothing-to-assess-afresh"))?;
    worded(&act.record)?;
    let heard = act.hearing == Hearing::NotNeeded || case.hands.heard_again(officer);
    require(heard, || Refused::by("not-heard-again"))?;
    reasoned(&act.reasons)?;
    Ok(vec![Event::AssessedAfresh(act)])
}

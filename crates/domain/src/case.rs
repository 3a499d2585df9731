//! A case: the fold of its entries. There is no other truth.

mod assessment;

use crate::admissibility::Admissibility;
use crate::compartment::Class;
use crate::confidential::Kept;
use crate::conviction::Conviction;
use crate::decision::{Decided, Override};
use crate::discrepancy::Discrepancy;
use crate::eligibility::Eligibility;
use crate::event::{Event, Stamp, Withdrawal};
use crate::fairness::Concern;
use crate::id::{CaseId, GroupId, PersonId, TransferId, UserId};
use crate::inquiry::{Asked, Barred};
use crate::intake::Intake;
use crate::interview::Interview;
use crate::judicial_review::Applied;
use crate::letter;
use crate::likeness::Matches;
use crate::person::Person;
use crate::priority::Priorities;
use crate::private::private;
use crate::reassignment::Hands;
use crate::reconsideration::Reconsidered;
use crate::referral::Referral;
use crate::relief::Considered;
use crate::review::TakenBack;
use crate::status_query::StatusQuery;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a case stands.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Before its first entry.
    #[default]
    None,
    /// The partner prepares it.
    Preparing,
    /// The partner's supervisor is asked to approve it.
    AwaitingApproval,
    /// Attested, ready to submit.
    Attested,
    /// Offered to the Resettlement Operations Centre.
    Submitted,
    /// Waits there for what is missing.
    Held,
    /// File created there.
    FileCreated,
    /// Offered to a migration office.
    InTransfer,
    /// Assessed there.
    Assessment,
    /// Every person decided and the notice given.
    Decided,
    /// Ended without a decision.
    Withdrawn,
}

impl Stage {
    /// All stages of a case that exists, in order.
    pub const ALL: [Self; 10] = [
        Self::Preparing,
        Self::AwaitingApproval,
        Self::Attested,
        Self::Submitted,
        Self::Held,
        Self::FileCreated,
        Self::InTransfer,
        Self::Assessment,
        Self::Decided,
        Self::Withdrawn,
    ];

    /// The code used in files and locales.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Preparing => "preparing",
            Self::AwaitingApproval => "awaiting-approval",
            Self::Attested => "attested",
            Self::Submitted => "submitted",
            Self::Held => "held",
            Self::FileCreated => "file-created",
            Self::InTransfer => "in-transfer",
            Self::Assessment => "assessment",
            Self::Decided => "decided",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The coarse class the clear header may show.
    #[must_use]
    pub const fn class(self) -> Class {
        match self {
            Self::None | Self::Preparing | Self::AwaitingApproval | Self::Attested => {
                Class::Referral
            }
            Self::Submitted | Self::Held | Self::FileCreated | Self::InTransfer => Class::Intake,
            Self::Assessment => Class::Assessment,
            Self::Decided | Self::Withdrawn => Class::Decision,
        }
    }
}

/// A transfer under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Its name.
    pub transfer: TransferId,
    /// To whom.
    pub to: GroupId,
    /// Since when, UTC milliseconds.
    pub at_ms: i64,
}

/// A case as its reader may know it: what is sealed in compartments the reader does not hold is simply not there.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Case {
    /// Its name; all zero before the first entry.
    pub id: Option<CaseId>,
    /// Where it stands.
    pub stage: Stage,
    /// The group responsible for it: exactly one.
    pub holder: Option<GroupId>,
    /// The transfer under way.
    pub offer: Option<Offer>,
    /// The partner's group that opened it.
    pub referred_by: Option<GroupId>,
    /// The group at the Resettlement Operations Centre that created the file.
    pub filed_by: Option<GroupId>,
    /// Places of the partner's allocation it takes: the year, and persons.
    pub places: Option<(i16, u32)>,
    /// Who opened it, and when.
    pub opened: Option<(UserId, i64)>,
    /// When it entered its present stage, UTC milliseconds.
    pub stage_since_ms: i64,
    /// Its last entry.
    pub last: Option<Stamp>,
    /// The officer it is assigned to.
    pub officer: Option<UserId>,
    /// When it came to the group that holds it, UTC milliseconds.
    pub received_ms: Option<i64>,
    /// How soon it must move, and why.
    pub priorities: Priorities,
    /// Whose hands the assessment went through.
    pub hands: Hands,
    /// The referral.
    pub referral: Referral,
    /// Intake.
    pub intake: Intake,
    /// Why the last transfer was refused or recalled.
    pub transfer_note: Option<String>,
    /// Interview.
    pub interview: Interview,
    /// What authorities outside were asked.
    pub asked: Vec<Asked>,
    /// What was not to be asked, and was tried.
    pub barred: Vec<Barred>,
    /// Discrepancies, in the order noted.
    pub discrepancies: Vec<Discrepancy>,
    /// Eligibility.
    pub eligibility: Eligibility,
    /// Admissibility.
    pub admissibility: Admissibility,
    /// Worksheets on convictions and charges, in the order opened.
    pub convictions: Vec<Conviction>,
    /// Ways to relief that were considered: the last word on each for each person and ground.
    pub reliefs: Vec<Considered>,
    /// Concerns put.
    pub concerns: Vec<Concern>,
    /// Signed letters, in the order signed.
    pub letters: Vec<letter::Signed>,
    /// Status queries.
    pub queries: Vec<StatusQuery>,
    /// Tasks left open on purpose.
    pub overrides: Vec<Override>,
    /// Decisions.
    pub decisions: Vec<Decided>,
    /// Decisions that no longer stand.
    pub taken_back: Vec<TakenBack>,
    /// Requests to reconsider, and what came of them.
    pub reconsidered: Vec<Reconsidered>,
    /// Applications to the Federal Court for leave, in the order recorded.
    pub applications: Vec<Applied>,
    /// What members asked to be kept from other members, in the order asked.
    pub confidences: Vec<Kept>,
    /// When notice was given.
    pub notice: Option<Date>,
    /// What the centre knows of other cases of the same person.
    pub matches: Matches,
    /// How it ended without a decision.
    pub withdrawn: Option<Withdrawal>,
}

private!(Case);

impl Case {
    /// The decision on a person, if there is one.
    #[must_use]
    pub fn decision(&self, person: PersonId) -> Option<&Decided> {
        self.decisions.iter().find(|d| d.decide.person == person)
    }

    /// The fold.
    #[must_use]
    pub fn fold<'a>(id: CaseId, entries: impl IntoIterator<Item = (&'a Stamp, &'a Event)>) -> Self {
        let start = Self {
            id: Some(id),
            ..Self::default()
        };
        entries
            .into_iter()
            .fold(start, |case, (stamp, event)| case.apply(stamp, event))
    }

    /// One event further. Total: whatever was written is taken as it is.
    #[must_use]
    pub fn apply(mut self, stamp: &Stamp, event: &Event) -> Self {
        let before = self.stage;
        if !matches!(event, Event::Looked { .. }) {
            self.last = Some(*stamp);
        }
        self.apply_referral(stamp, event);
        self.apply_intake(stamp, event);
        self.hands.apply(self.officer, stamp, event);
        self.apply_assessment(stamp, event);
        self.apply_letter(stamp, event);
        self.apply_convictions(event);
        self.apply_confidence(stamp, event);
        self.apply_family(stamp, event);
        self.apply_judicial_review(stamp, event);
        self.apply_likeness(stamp, event);
        if self.stage != before {
            self.stage_since_ms = stamp.at_ms;
        }
        self
    }

    fn apply_referral(&mut self, stamp: &Stamp, event: &Event) {
        let referral = &mut self.referral;
        let mut written = true;
        match event {
            Event::Opened { open, partner } => {
                referral.open = Some(open.clone());
                referral.partner.clone_from(partner);
                self.stage = Stage::Preparing;
                self.holder = Some(stamp.group);
                self.referred_by = Some(stamp.group);
                self.opened = Some((stamp.actor, stamp.at_ms));
                self.received_ms = Some(stamp.at_ms);
            }
            Event::WorkRecorded(work) => referral.work = Some(work.clone()),
            Event::RiskRecorded(risk) => referral.risk = Some(risk.clone()),
            Event::DeclarationRecorded(declaration) => {
                referral.declaration = Some(declaration.clone())
            }
            Event::PersonAdded { person, details } => {
                referral.persons.push(Person {
                    id: *person,
                    details: details.clone(),
                    removed: None,
                    declared_on: None,
                });
            }
            Event::PersonChanged { person, details } => {
                for p in referral.persons.iter_mut().filter(|p| p.id == *person) {
                    p.details = details.clone();
                }
            }
            Event::PersonRemoved { person, reason } => {
                for p in referral.persons.iter_mut().filter(|p| p.id == *person) {
                    p.removed = Some(reason.clone());
                }
            }
            _ => written = false,
        }
        if written {
            // what was attested has changed: the partner's word must be given again
            referral.attestation = None;
            if matches!(self.stage, Stage::AwaitingApproval | Stage::Attested) {
                self.stage = Stage::Preparing;
            }
        }
        self.apply_package(stamp, event);
        let author = written
            || matches!(
                event,
                Event::ContactSet(_)
                    | Event::ConsentRecorded(_)
                    | Event::DocumentAdded(_)
                    | Event::ApprovalRequested
            );
        if author && !self.referral.authors.contains(&stamp.actor) {
            self.referral.authors.push(stamp.actor);
        }
    }

    fn apply_package(&mut self, stamp: &Stamp, event: &Event) {
        let referral = &mut self.referral;
        match event {
            Event::ContactSet(contact) => referral.contact = Some(contact.clone()),
            Event::ConsentRecorded(consent) => {
                referral.consents.retain(|c| c.person != consent.person);
                referral.consents.push(consent.clone());
            }
            Event::DocumentAdded(document) => {
                referral.documents.push(document.clone());
                self.approve_again();
            }
            Event::DocumentWithdrawn { document, reason } => {
                for d in referral.documents.iter_mut().filter(|d| d.id == *document) {
                    d.withdrawn = Some(reason.clone());
                }
                self.approve_again();
            }
            Event::ApprovalRequested => {
                referral.asked_by = Some(stamp.actor);
                referral.sent_back = None;
                self.stage = Stage::AwaitingApproval;
            }
            Event::SentBack { reason } => {
                referral.sent_back = Some(reason.clone());
                referral.attestation = None;
                self.stage = Stage::Preparing;
            }
            Event::Attested(attestation) => {
                referral.attestation = Some((attestation.clone(), stamp.actor, stamp.at_ms));
                if self.stage == Stage::AwaitingApproval {
                    self.stage = Stage::Attested;
                }
            }
            Event::Submitted {
                transfer, to, date, ..
            } => {
                referral.date = Some(*date);
                self.places = Some((date.year(), referral.counted()));
                self.offer = Some(Offer {
                    transfer: *transfer,
                    to: *to,
                    at_ms: stamp.at_ms,
                });
                self.intake.returned = None;
                self.stage = Stage::Submitted;
            }
            Event::DeficiencyAnswered { note } => {
                self.places = self.places.map(|(year, _)| (year, referral.counted()));
                self.intake.answered = Some(note.clone());
                self.intake.held = None;
                self.stage = Stage::Submitted;
            }
            _ => {}
        }
    }

    /// The documents a supervisor looked at are no longer those in hand: what is not yet submitted is approved again. While
    /// the centre holds the package, documents answer its list, and it looks at them itself.
    fn approve_again(&mut self) {
        if matches!(self.stage, Stage::AwaitingApproval | Stage::Attested) {
            self.referral.attestation = None;
            self.stage = Stage::Preparing;
        }
    }

    fn apply_intake(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::Returned(returned) => {
                self.intake.returned = Some(returned.clone());
                self.intake.held = None;
                self.referral.attestation = None;
                self.places = None;
                self.offer = None;
                self.stage = Stage::Preparing;
            }
            Event::Held(hold) => {
                self.intake.held = Some(hold.clone());
                self.intake.answered = None;
                self.stage = Stage::Held;
            }
            Event::FileCreated { .. } => {
                self.intake.file_created_ms = Some(stamp.at_ms);
                self.take_over(stamp);
                self.filed_by = self.holder;
                self.stage = Stage::FileCreated;
            }
            Event::NumberRecorded(number) => self.intake.numbers.push(number.clone()),
            Event::OfficeChosen(office) => self.intake.office = Some(office.clone()),
            Event::OfferedToOffice { transfer, to, .. } => {
                self.offer = Some(Offer {
                    transfer: *transfer,
                    to: *to,
                    at_ms: stamp.at_ms,
                });
                self.transfer_note = None;
                self.stage = Stage::InTransfer;
            }
            Event::TransferAccepted => {
                self.take_over(stamp);
                self.stage = Stage::Assessment;
            }
            Event::TransferRefused { reason } | Event::TransferRecalled { reason } => {
                self.offer = None;
                self.transfer_note = Some(reason.clone());
                let from_partner = matches!(self.stage, Stage::Submitted | Stage::Held);
                self.stage = if from_partner {
                    Stage::Preparing
                } else {
                    Stage::FileCreated
                };
                if from_partner {
                    self.referral.attestation = None;
                    self.places = None;
                }
            }
            _ => {}
        }
    }

    /// The receiver of the offer holds the case now; it has had it before it since it was offered.
    fn take_over(&mut self, stamp: &Stamp) {
        let offer = self.offer.take();
        self.holder = offer.map(|o| o.to).or(Some(stamp.group));
        self.received_ms = Some(offer.map_or(stamp.at_ms, |o| o.at_ms));
    }
}

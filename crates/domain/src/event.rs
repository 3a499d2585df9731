//! Everything that can happen to a case. An event is the sealed body of a journal entry and never changes once written;
//! old shapes are brought up to date when read, never rewritten.

use crate::admissibility::Check;
use crate::compartment::Compartment;
use crate::confidential::{Keep, Lift};
use crate::conviction::{Asked, Comparison, Conclusion, Facts};
use crate::decision::{Decide, Override};
use crate::discrepancy::{Noted, Settlement};
use crate::eligibility::{ClassFinding, Element};
use crate::fairness::{Answer, Extension, Put};
use crate::family::{Confirmation, Declared};
use crate::id::{CaseId, DocumentId, GroupId, ItemId, PersonId, TransferId, UserId};
use crate::inquiry::Inquiry;
use crate::intake::{Hold, Number, Office, Return};
use crate::interview::{Exchange, Interpreter, Notes, Plan};
use crate::judicial_review::{Application, Ending};
use crate::letter::{Kind, Letter, Made, Sending};
use crate::likeness::{Found, Said};
use crate::person::Details;
use crate::private::private;
use crate::reassignment::Afresh;
use crate::reconsideration::Reconsideration;
use crate::referral::{Attestation, Consent, Contact, Declaration, Document, Open, Risk, Work};
use crate::relief::Considered;
use crate::review::Review;
use crate::status_query::{Query, Reply};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How soon a case must move.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Life or liberty in danger within days.
    Emergency,
    /// Within weeks.
    Urgent,
    /// In turn.
    #[default]
    Normal,
}

/// Why a case ended without a decision.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Withdrawal {
    /// Code of the reason, from the policy.
    pub reason: String,
    /// Who asked, and anything a later reader must know.
    pub note: String,
}

/// What happened.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[allow(missing_docs)] // each variant is the past tense of the act of the same noun; fields are documented there
pub enum Event {
    // referral
    Opened {
        open: Open,
        partner: String,
    },
    WorkRecorded(Work),
    RiskRecorded(Risk),
    DeclarationRecorded(Declaration),
    ContactSet(Contact),
    PersonAdded {
        person: PersonId,
        details: Details,
    },
    PersonChanged {
        person: PersonId,
        details: Details,
    },
    PersonRemoved {
        person: PersonId,
        reason: String,
    },
    ConsentRecorded(Consent),
    DocumentAdded(Document),
    DocumentWithdrawn {
        document: DocumentId,
        reason: String,
    },
    ApprovalRequested,
    SentBack {
        reason: String,
    },
    Attested(Attestation),
    Submitted {
        transfer: TransferId,
        to: GroupId,
        date: Date,
        policy: String,
    },
    DeficiencyAnswered {
        note: String,
    },
    // intake
    Returned(Return),
    Held(Hold),
    FileCreated {
        policy: String,
    },
    NumberRecorded(Number),
    OfficeChosen(Office),
    OfferedToOffice {
        transfer: TransferId,
        to: GroupId,
        office: String,
    },
    /// Other cases of the same person were looked for.
    EarlierChecked {
        found: Vec<Found>,
    },
    /// It was refused: too often within the hour.
    CheckCapped {},
    MatchSettled {
        other: CaseId,
        said: Said,
    },
    // transfer
    TransferAccepted,
    TransferRefused {
        reason: String,
    },
    TransferRecalled {
        reason: String,
    },
    // assessment
    Assigned {
        officer: UserId,
        reason: String,
    },
    AssessedAfresh(Afresh),
    InterviewPlanned(Plan),
    InterpreterRecorded(Interpreter),
    AnswerLogged {
        id: ItemId,
        exchange: Exchange,
    },
    DiscrepancyNoted {
        id: ItemId,
        noted: Noted,
    },
    DiscrepancyPut {
        discrepancy: ItemId,
        explanation: String,
    },
    DiscrepancySettled {
        discrepancy: ItemId,
        settlement: Settlement,
    },
    NotesSigned {
        id: ItemId,
        notes: Notes,
    },
    AddendumSigned {
        notes: ItemId,
        text: String,
    },
    ElementFound(Element),
    ClassFound(ClassFinding),
    CheckRecorded(Check),
    ConvictionOpened {
        id: ItemId,
        facts: Facts,
    },
    EquivalenceRecorded {
        id: ItemId,
        conviction: ItemId,
        comparison: Comparison,
    },
    ContextRecorded {
        conviction: ItemId,
        asked: Asked,
    },
    ConvictionConcluded {
        conviction: ItemId,
        conclusion: Conclusion,
    },
    ConvictionReopened {
        conviction: ItemId,
        reason: String,
    },
    ReliefConsidered(Considered),
    ConcernPut {
        id: ItemId,
        put: Put,
    },
    ConcernAnswered {
        concern: ItemId,
        answer: Answer,
    },
    TimeExtended {
        concern: ItemId,
        extension: Extension,
    },
    StatusQueried {
        id: ItemId,
        query: Query,
        route: String,
    },
    StatusAnswered {
        query: ItemId,
        reply: Reply,
    },
    // decision
    AuthorityAsked {
        id: ItemId,
        inquiry: Inquiry,
    },
    /// It was refused: nothing was asked.
    InquiryBarred {
        inquiry: Inquiry,
        rule: String,
    },
    TaskOverridden(Override),
    Decided {
        decide: Decide,
        on: Date,
        policy: String,
    },
    DecisionReviewed(Review),
    NoticeGiven {
        on: Date,
    },
    Reconsidered {
        reconsideration: Reconsideration,
        on: Date,
    },
    LeaveSought {
        id: ItemId,
        application: Application,
    },
    CourtEnded {
        application: ItemId,
        ending: Ending,
    },
    // any stage
    LetterSigned {
        id: ItemId,
        letter: Letter,
        made: Made,
        /// The concerns it puts.
        #[serde(default)]
        puts: Vec<ItemId>,
    },
    LetterSent {
        letter: ItemId,
        sending: Sending,
    },
    KeptConfidential(Keep),
    ConfidenceLifted(Lift),
    PersonDeclared {
        person: PersonId,
        declared: Declared,
    },
    DeclarationConfirmed(Confirmation),
    UrgencySet {
        urgency: Urgency,
        grounds: String,
    },
    Withdrawn(Withdrawal),
    /// Somebody opened the case; `what` names the page, never its content.
    Looked {
        what: String,
    },
}

private!(Withdrawal, Event);

/// Who acted and when: what the header of the entry says of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Number of the entry.
    pub seq: u64,
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// By whom.
    pub actor: UserId,
    /// The group that held the case after it.
    pub group: GroupId,
}

impl Event {
    /// The part of the case it is sealed in.
    #[must_use]
    pub const fn compartment(&self) -> Compartment {
        match self {
            Self::ContactSet(_) => Compartment::Contact,
            Self::DocumentAdded(_) | Self::DocumentWithdrawn { .. } => Compartment::Documents,
            Self::KeptConfidential(keep) => keep.item.compartment(),
            Self::ConfidenceLifted(lift) => lift.item.compartment(),
            // the letter of a return goes back with the case
            Self::LetterSigned { letter, .. } if matches!(letter.kind, Kind::Return) => {
                Compartment::Documents
            }
            Self::OfficeChosen(_)
            | Self::Assigned { .. }
            | Self::AssessedAfresh(_)
            | Self::InterviewPlanned(_)
            | Self::InterpreterRecorded(_)
            | Self::AnswerLogged { .. }
            | Self::DiscrepancyNoted { .. }
            | Self::DiscrepancyPut { .. }
            | Self::DiscrepancySettled { .. }
            | Self::NotesSigned { .. }
            | Self::AddendumSigned { .. }
            | Self::ElementFound(_)
            | Self::ClassFound(_)
            | Self::CheckRecorded(_)
            | Self::ConvictionOpened { .. }
            | Self::EquivalenceRecorded { .. }
            | Self::ContextRecorded { .. }
            | Self::ConvictionConcluded { .. }
            | Self::ConvictionReopened { .. }
            | Self::ReliefConsidered(_)
            | Self::ConcernPut { .. }
            | Self::ConcernAnswered { .. }
            | Self::TimeExtended { .. }
            | Self::LetterSigned { .. }
            | Self::LetterSent { .. }
            | Self::StatusQueried { .. }
            | Self::StatusAnswered { .. }
            | Self::AuthorityAsked { .. }
            | Self::InquiryBarred { .. }
            | Self::TaskOverridden(_)
            | Self::Decided { .. }
            | Self::DecisionReviewed(_)
            | Self::Reconsidered { .. }
            | Self::LeaveSought { .. }
            | Self::CourtEnded { .. } => Compartment::Internal,
            Self::EarlierChecked { .. } | Self::CheckCapped {} | Self::MatchSettled { .. } => {
                Compartment::Intake
            }
            _ => Compartment::Core,
        }
    }

    /// Its name, for timelines and the auditors' detail: `event-{name}` in the locales.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "opened",
            Self::WorkRecorded(_) => "work-recorded",
            Self::RiskRecorded(_) => "risk-recorded",
            Self::DeclarationRecorded(_) => "declaration-recorded",
            Self::ContactSet(_) => "contact-set",
            Self::PersonAdded { .. } => "person-added",
            Self::PersonChanged { .. } => "person-changed",
            Self::PersonRemoved { .. } => "person-removed",
            Self::ConsentRecorded(_) => "consent-recorded",
            Self::DocumentAdded(_) => "document-added",
            Self::DocumentWithdrawn { .. } => "document-withdrawn",
            Self::ApprovalRequested => "approval-requested",
            Self::SentBack { .. } => "sent-back",
            Self::Attested(_) => "attested",
            Self::Submitted { .. } => "submitted",
            Self::DeficiencyAnswered { .. } => "deficiency-answered",
            Self::Returned(_) => "returned",
            Self::Held(_) => "held",
            Self::FileCreated { .. } => "file-created",
            Self::NumberRecorded(_) => "number-recorded",
            Self::OfficeChosen(_) => "office-chosen",
            Self::OfferedToOffice { .. } => "offered-to-office",
            Self::EarlierChecked { .. } => "earlier-checked",
            Self::CheckCapped {} => "check-capped",
            Self::MatchSettled { .. } => "match-settled",
            Self::TransferAccepted => "transfer-accepted",
            Self::TransferRefused { .. } => "transfer-refused",
            Self::TransferRecalled { .. } => "transfer-recalled",
            Self::Assigned { .. } => "assigned",
            Self::AssessedAfresh(_) => "assessed-afresh",
            Self::InterviewPlanned(_) => "interview-planned",
            Self::InterpreterRecorded(_) => "interpreter-recorded",
            Self::AnswerLogged { .. } => "answer-logged",
            Self::DiscrepancyNoted { .. } => "discrepancy-noted",
            Self::DiscrepancyPut { .. } => "discrepancy-put",
            Self::DiscrepancySettled { .. } => "discrepancy-settled",
            Self::NotesSigned { .. } => "notes-signed",
            Self::AddendumSigned { .. } => "addendum-signed",
            Self::ElementFound(_) => "element-found",
            Self::ClassFound(_) => "class-found",
            Self::CheckRecorded(_) => "check-recorded",
            Self::ConvictionOpened { .. } => "conviction-opened",
            Self::EquivalenceRecorded { .. } => "equivalence-recorded",
            Self::ContextRecorded { .. } => "context-recorded",
            Self::ConvictionConcluded { .. } => "conviction-concluded",
            Self::ConvictionReopened { .. } => "conviction-reopened",
            Self::ReliefConsidered(_) => "relief-considered",
            Self::ConcernPut { .. } => "concern-put",
            Self::ConcernAnswered { .. } => "concern-answered",
            Self::TimeExtended { .. } => "time-extended",
            Self::StatusQueried { .. } => "status-queried",
            Self::StatusAnswered { .. } => "status-answered",
            Self::AuthorityAsked { .. } => "authority-asked",
            Self::InquiryBarred { .. } => "inquiry-barred",
            Self::TaskOverridden(_) => "task-overridden",
            Self::Decided { .. } => "decided",
            Self::DecisionReviewed(_) => "decision-reviewed",
            Self::NoticeGiven { .. } => "notice-given",
            Self::Reconsidered { .. } => "reconsidered",
            Self::LeaveSought { .. } => "leave-sought",
            Self::CourtEnded { .. } => "court-ended",
            Self::LetterSigned { .. } => "letter-signed",
            Self::LetterSent { .. } => "letter-sent",
            Self::KeptConfidential(_) => "kept-confidential",
            Self::ConfidenceLifted(_) => "confidence-lifted",
            Self::PersonDeclared { .. } => "person-declared",
            Self::DeclarationConfirmed(_) => "declaration-confirmed",
            Self::UrgencySet { .. } => "urgency-set",
            Self::Withdrawn(_) => "withdrawn",
            Self::Looked { .. } => "looked",
        }
    }

    /// The bytes that are sealed: version 1 of the envelope.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(&Envelope { v: 1, event: self }).unwrap_or_default()
    }

    /// Reads what was sealed. Every version ever written must stay readable.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAnEvent> {
        let envelope: Envelope<Self> = serde_json::from_slice(bytes).map_err(|_| NotAnEvent)?;
        if envelope.v == 1 {
            Ok(envelope.event)
        } else {
            Err(NotAnEvent)
        }
    }
}

/// Bytes that are no event of a known version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an event of a version this program knows")]
pub struct NotAnEvent;

#[derive(Serialize, Deserialize)]
struct Envelope<E> {
    v: u16,
    event: E,
}

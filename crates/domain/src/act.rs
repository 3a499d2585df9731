//! What a person may ask of a case. Every act has a rule, a refusal, an event, a page and an API call of the same name.

use crate::admissibility::Check;
use crate::confidential::{Keep, Lift};
use crate::conviction::{Asked, Comparison, Conclusion, Facts};
use crate::decision::{Decide, Override};
use crate::discrepancy::{Noted, Settlement};
use crate::eligibility::{ClassFinding, Element};
use crate::event::{Urgency, Withdrawal};
use crate::fairness::{Answer, Extension, Put};
use crate::family::{Confirmation, Declared};
use crate::id::{CaseId, DocumentId, ItemId, PersonId, UserId};
use crate::inquiry::Inquiry;
use crate::intake::{Hold, Number, Office, Return};
use crate::interview::{Exchange, Interpreter, Notes, Plan};
use crate::judicial_review::{Application, Ending};
use crate::letter::{Letter, Sending};
use crate::likeness::Said;
use crate::person::Details;
use crate::private::private;
use crate::reassignment::Afresh;
use crate::reconsideration::Reconsideration;
use crate::referral::{Attestation, Consent, Contact, Declaration, Document, Open, Risk, Work};
use crate::relief::Considered;
use crate::review::Review;
use crate::status_query::{Query, Reply};
use serde::{Deserialize, Serialize};

macro_rules! acts {
    ($($(#[$doc:meta])* $variant:ident $name:literal $( ( $payload:ty ) )? $( { $($(#[$attr:meta])* $field:ident : $ty:ty),* $(,)? } )? ;)*) => {
        /// An act on a case.
        #[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all_fields = "kebab-case")]
        #[allow(missing_docs)] // fields are named as in the events; each variant is documented
        pub enum Act {
            $($(#[$doc])* #[serde(rename = $name)] $variant $( ( $payload ) )? $( { $($(#[$attr])* $field : $ty),* } )?,)*
        }

        /// The kind of an act, without its content.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $variant,)* }

        impl Kind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
            /// Its name: of the page, of the form, of the API call.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name,)* } }
            /// The kind of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> { Self::ALL.iter().copied().find(|k| k.name() == name) }
        }
    };
}

acts! {
    /// Begin a referral.
    Open "open-referral" (Open);
    /// Record human-rights work, persecutors and adverse countries.
    RecordWork "record-work" (Work);
    /// Record the risk.
    RecordRisk "record-risk" (Risk);
    /// Record what the applicant declares over a signature.
    RecordDeclaration "record-declaration" (Declaration);
    /// Set the safe-contact protocol.
    SetContact "set-contact" (Contact);
    /// Add a person.
    AddPerson "add-person" (Details);
    /// Change what is known of a person.
    ChangePerson "change-person" { person: PersonId, #[serde(flatten)] details: Details };
    /// Take a person off the case.
    RemovePerson "remove-person" { person: PersonId, reason: String };
    /// Record an adult's consent.
    RecordConsent "record-consent" (Consent);
    /// Add a document already sealed in the store.
    AddDocument "add-document" (Document);
    /// Withdraw a document.
    WithdrawDocument "withdraw-document" { document: DocumentId, reason: String };
    /// Ask the supervisor to approve.
    RequestApproval "request-approval" {};
    /// Send it back to the caseworker.
    SendBack "send-back" { reason: String };
    /// Approve it and attest the person's status as a human rights defender.
    Attest "attest" (Attestation);
    /// Submit it to the Resettlement Operations Centre.
    Submit "submit" {};
    /// Answer a deficiency list.
    AnswerDeficiency "answer-deficiency" { note: String };
    /// Return the package to the partner.
    ReturnReferral "return-referral" (Return);
    /// Hold it with a deficiency list.
    HoldReferral "hold-referral" (Hold);
    /// Accept it: create the file.
    AcceptReferral "accept-referral" {};
    /// Record a number another system gave.
    RecordNumber "record-number" (Number);
    /// Look for other cases of the same person.
    CheckEarlier "check-earlier" {};
    /// Say whether another case is of the same person.
    SettleMatch "settle-match" { other: CaseId, #[serde(flatten)] said: Said };
    /// Choose the migration office.
    ChooseOffice "choose-office" (Office);
    /// Offer the case to that office.
    Transfer "transfer" {};
    /// Take the case over.
    AcceptTransfer "accept-transfer" {};
    /// Refuse to take it over.
    RefuseTransfer "refuse-transfer" { reason: String };
    /// Take an offer back before it is accepted.
    RecallTransfer "recall-transfer" { reason: String };
    /// Assign or reassign the case to an officer of the group.
    Reassign "reassign" { officer: UserId, reason: String };
    /// Assess a case afresh that somebody else assessed.
    AssessAfresh "assess-afresh" (Afresh);
    /// Plan the interview, or waive it.
    PlanInterview "plan-interview" (Plan);
    /// Record the interpreter.
    RecordInterpreter "record-interpreter" (Interpreter);
    /// Log a question and its answer.
    LogAnswer "log-answer" (Exchange);
    /// Note a discrepancy.
    NoteDiscrepancy "note-discrepancy" (Noted);
    /// Record what the person said when it was put to them.
    PutDiscrepancy "put-discrepancy" { discrepancy: ItemId, explanation: String };
    /// Say what came of a discrepancy.
    SettleDiscrepancy "settle-discrepancy" { discrepancy: ItemId, #[serde(flatten)] settlement: Settlement };
    /// Sign notes of an interview.
    SignNotes "sign-notes" (Notes);
    /// Add to signed notes.
    AddAddendum "add-addendum" { notes: ItemId, text: String };
    /// Record a finding on one element of eligibility.
    FindElement "find-element" (Element);
    /// Record whether a person belongs to a class.
    FindClass "find-class" (ClassFinding);
    /// Record the result of an admissibility check.
    RecordCheck "record-check" (Check);
    /// Open the worksheet on a conviction or a charge.
    OpenConviction "open-conviction" (Facts);
    /// Compare one essential element of the foreign offence with Canadian law.
    RecordEquivalence "record-equivalence" { conviction: ItemId, #[serde(flatten)] comparison: Comparison };
    /// Record what the partner was asked about it, and what it answered.
    RecordContext "record-context" { conviction: ItemId, #[serde(flatten)] asked: Asked };
    /// Conclude the worksheet.
    ConcludeConviction "conclude-conviction" { conviction: ItemId, #[serde(flatten)] conclusion: Conclusion };
    /// Open a concluded worksheet again.
    ReopenConviction "reopen-conviction" { conviction: ItemId, reason: String };
    /// Record that a way to relief was considered.
    ConsiderRelief "consider-relief" (Considered);
    /// Put a concern to a person.
    PutConcern "put-concern" (Put);
    /// Record the answer and weigh it.
    AnswerConcern "answer-concern" { concern: ItemId, #[serde(flatten)] answer: Answer };
    /// Give more time to answer a concern.
    ExtendTime "extend-time" { concern: ItemId, #[serde(flatten)] extension: Extension };
    /// Raise a status query.
    RaiseStatusQuery "raise-status-query" (Query);
    /// Record its answer.
    AnswerStatusQuery "answer-status-query" { query: ItemId, #[serde(flatten)] reply: Reply };
    /// Ask an authority outside.
    AskAuthority "ask-authority" (Inquiry);
    /// Leave a mandatory task open on purpose.
    OverrideTask "override-task" (Override);
    /// Decide a person's application.
    Decide "decide" (Decide);
    /// Read a decision as the second person.
    ReviewDecision "review-decision" (Review);
    /// Record a request to reconsider, and what comes of it.
    Reconsider "reconsider" (Reconsideration);
    /// Record an application to the Federal Court for leave.
    RecordLeaveApplication "record-leave-application" (Application);
    /// Record what came of it.
    RecordCourtOutcome "record-court-outcome" { application: ItemId, #[serde(flatten)] ending: Ending };
    /// Sign a letter.
    SignLetter "sign-letter" (Letter);
    /// Say how a signed letter leaves.
    SendLetter "send-letter" { letter: ItemId, #[serde(flatten)] sending: Sending };
    /// Keep something confidential from other members of the family.
    KeepConfidential "keep-confidential" (Keep);
    /// Lift that, because the person agrees.
    LiftConfidence "lift-confidence" (Lift);
    /// Record a family member who was declared after the submission.
    DeclarePerson "declare-person" (Declared);
    /// Record whether everybody is declared, as the applicant was asked before departure.
    ConfirmDeclaration "confirm-declaration" (Confirmation);
    /// Set how soon the case must move.
    SetUrgency "set-urgency" { urgency: Urgency, grounds: String };
    /// End the case without a decision.
    Withdraw "withdraw" (Withdrawal);
}

private!(Act);

impl Act {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Open(_) => Kind::Open,
            Self::RecordWork(_) => Kind::RecordWork,
            Self::RecordRisk(_) => Kind::RecordRisk,
            Self::RecordDeclaration(_) => Kind::RecordDeclaration,
            Self::SetContact(_) => Kind::SetContact,
            Self::AddPerson(_) => Kind::AddPerson,
            Self::ChangePerson { .. } => Kind::ChangePerson,
            Self::RemovePerson { .. } => Kind::RemovePerson,
            Self::RecordConsent(_) => Kind::RecordConsent,
            Self::AddDocument(_) => Kind::AddDocument,
            Self::WithdrawDocument { .. } => Kind::WithdrawDocument,
            Self::RequestApproval {} => Kind::RequestApproval,
            Self::SendBack { .. } => Kind::SendBack,
            Self::Attest(_) => Kind::Attest,
            Self::Submit {} => Kind::Submit,
            Self::AnswerDeficiency { .. } => Kind::AnswerDeficiency,
            Self::ReturnReferral(_) => Kind::ReturnReferral,
            Self::HoldReferral(_) => Kind::HoldReferral,
            Self::AcceptReferral {} => Kind::AcceptReferral,
            Self::RecordNumber(_) => Kind::RecordNumber,
            Self::CheckEarlier {} => Kind::CheckEarlier,
            Self::SettleMatch { .. } => Kind::SettleMatch,
            Self::ChooseOffice(_) => Kind::ChooseOffice,
            Self::Transfer {} => Kind::Transfer,
            Self::AcceptTransfer {} => Kind::AcceptTransfer,
            Self::RefuseTransfer { .. } => Kind::RefuseTransfer,
            Self::RecallTransfer { .. } => Kind::RecallTransfer,
            Self::Reassign { .. } => Kind::Reassign,
            Self::AssessAfresh(_) => Kind::AssessAfresh,
            Self::PlanInterview(_) => Kind::PlanInterview,
            Self::RecordInterpreter(_) => Kind::RecordInterpreter,
            Self::LogAnswer(_) => Kind::LogAnswer,
            Self::NoteDiscrepancy(_) => Kind::NoteDiscrepancy,
            Self::PutDiscrepancy { .. } => Kind::PutDiscrepancy,
            Self::SettleDiscrepancy { .. } => Kind::SettleDiscrepancy,
            Self::SignNotes(_) => Kind::SignNotes,
            Self::AddAddendum { .. } => Kind::AddAddendum,
            Self::FindElement(_) => Kind::FindElement,
            Self::FindClass(_) => Kind::FindClass,
            Self::RecordCheck(_) => Kind::RecordCheck,
            Self::OpenConviction(_) => Kind::OpenConviction,
            Self::RecordEquivalence { .. } => Kind::RecordEquivalence,
            Self::RecordContext { .. } => Kind::RecordContext,
            Self::ConcludeConviction { .. } => Kind::ConcludeConviction,
            Self::ReopenConviction { .. } => Kind::ReopenConviction,
            Self::ConsiderRelief(_) => Kind::ConsiderRelief,
            Self::PutConcern(_) => Kind::PutConcern,
            Self::AnswerConcern { .. } => Kind::AnswerConcern,
            Self::ExtendTime { .. } => Kind::ExtendTime,
            Self::RaiseStatusQuery(_) => Kind::RaiseStatusQuery,
            Self::AnswerStatusQuery { .. } => Kind::AnswerStatusQuery,
            Self::AskAuthority(_) => Kind::AskAuthority,
            Self::OverrideTask(_) => Kind::OverrideTask,
            Self::Decide(_) => Kind::Decide,
            Self::ReviewDecision(_) => Kind::ReviewDecision,
            Self::Reconsider(_) => Kind::Reconsider,
            Self::RecordLeaveApplication(_) => Kind::RecordLeaveApplication,
            Self::RecordCourtOutcome { .. } => Kind::RecordCourtOutcome,
            Self::SignLetter(_) => Kind::SignLetter,
            Self::SendLetter { .. } => Kind::SendLetter,
            Self::KeepConfidential(_) => Kind::KeepConfidential,
            Self::LiftConfidence(_) => Kind::LiftConfidence,
            Self::DeclarePerson(_) => Kind::DeclarePerson,
            Self::ConfirmDeclaration(_) => Kind::ConfirmDeclaration,
            Self::SetUrgency { .. } => Kind::SetUrgency,
            Self::Withdraw(_) => Kind::Withdraw,
        }
    }

    /// An act from its name and the fields of its form.
    pub fn from_form(kind: Kind, fields: serde_json::Value) -> Result<Self, serde_json::Error> {
        let mut named = serde_json::Map::new();
        named.insert(kind.name().to_owned(), fields);
        serde_json::from_value(serde_json::Value::Object(named))
    }
}

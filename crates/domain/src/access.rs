//! Who may do what to which case, and when: one exhaustive table, published in `docs/access.md` so that a lawyer can
//! read it, and compared by a test with what the code decides.
//!
//! A permission is a value: whatever reads or writes a case takes a [`Permit`], and only [`permit`] makes one. A handler
//! that forgot to ask does not compile. The grant of a key is the second lock behind this one.

use crate::act::Kind;
use crate::case::{Case, Stage};
use crate::decision::Delegation;
use crate::id::{CaseId, GroupId, UserId};
use serde::{Deserialize, Serialize};

/// What somebody is here to do. A certificate says so, signed; no row in a table can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Prepares referrals at a partner.
    Caseworker,
    /// Approves them and attests the status.
    Supervisor,
    /// Receives referrals at the Resettlement Operations Centre.
    IntakeOfficer,
    /// Assesses at a migration office.
    MigrationOfficer,
    /// Assesses and, within a delegation, decides.
    DesignatedOfficer,
    /// Counts, without opening any case.
    Planner,
    /// Reads who did and saw what, without opening any case.
    Auditor,
    /// Certifies who belongs to the organisation's groups.
    KeyOfficer,
    /// Makes organisations, groups and invitations, without any key to any case.
    Administrator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Caseworker,
        Self::Supervisor,
        Self::IntakeOfficer,
        Self::MigrationOfficer,
        Self::DesignatedOfficer,
        Self::Planner,
        Self::Auditor,
        Self::KeyOfficer,
        Self::Administrator,
    ];

    /// The code used in certificates, files and locales.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Caseworker => "caseworker",
            Self::Supervisor => "supervisor",
            Self::IntakeOfficer => "intake-officer",
            Self::MigrationOfficer => "migration-officer",
            Self::DesignatedOfficer => "designated-officer",
            Self::Planner => "planner",
            Self::Auditor => "auditor",
            Self::KeyOfficer => "key-officer",
            Self::Administrator => "administrator",
        }
    }

    /// The role of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }
}

/// Who acts: taken from the session's verified certificate and the delegation register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Pseudonym.
    pub user: UserId,
    /// The group acted for.
    pub group: GroupId,
    /// Code of the organisation.
    pub organisation: String,
    /// The role in that group.
    pub role: Role,
    /// Recorded powers.
    pub delegations: Vec<Delegation>,
}

/// How the actor's group stands to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// It is responsible for the case.
    Holder,
    /// The case is offered to it.
    Receiver,
    /// Neither: another's, transferred away, or absent. The three are one and the same from outside.
    Stranger,
}

impl Relation {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Holder, Self::Receiver, Self::Stranger];

    /// The relation of a group to a case.
    #[must_use]
    pub fn of(group: GroupId, holder: Option<GroupId>, offered_to: Option<GroupId>) -> Self {
        if holder == Some(group) {
            Self::Holder
        } else if offered_to == Some(group) {
            Self::Receiver
        } else {
            Self::Stranger
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Open the case and read it: pages, timeline, as of a moment.
    Look,
    /// Take a document out.
    Download,
    /// Take out the certified record of a decision: everything that was before whoever made it.
    Record,
    /// Take out the referral package: the cover page, what the referral says, every document.
    Package,
    /// Do something to it.
    Do(Kind),
}

impl Action {
    /// Every action there is.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Look, Self::Download, Self::Record, Self::Package]
            .into_iter()
            .chain(Kind::ALL.iter().map(|k| Self::Do(*k)))
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Download => "download",
            Self::Record => "record",
            Self::Package => "package",
            Self::Do(kind) => kind.name(),
        }
    }
}

/// Leave for one person to do one thing to one case as it stands. Only [`permit`] makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permit {
    case: Option<CaseId>,
    stage: Stage,
    action: Action,
    group: GroupId,
    user: UserId,
}

impl Permit {
    /// The case it is for; none for the act that opens one.
    #[must_use]
    pub const fn case(&self) -> Option<CaseId> {
        self.case
    }
    /// The stage the case was in: once it has moved on, leave must be asked for again.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }
    /// The action it is for.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }
    /// The group in whose name.
    #[must_use]
    pub const fn group(&self) -> GroupId {
        self.group
    }
    /// Who acts.
    #[must_use]
    pub const fn user(&self) -> UserId {
        self.user
    }
}

/// Refused leave. It says nothing of whether the case exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// To this actor the case does not exist.
    #[error("no such case")]
    Absent,
    /// The case is open to this actor, but not this act, now.
    #[error("not now, or not in this role")]
    NotNow,
}

/// Leave for an action on a case, or none.
///
/// # Errors
/// [`Denied::Absent`] when the actor may not even look; [`Denied::NotNow`] when they may, but not do this, now. A case
/// that has not begun can only be opened, and nobody can look at it.
pub fn permit(actor: &Actor, action: Action, case: &Case) -> Result<Permit, Denied> {
    let relation = Relation::of(actor.group, case.holder, case.offer.map(|o| o.to));
    let granted = Permit {
        case: case.id,
        stage: case.stage,
        action,
        group: actor.group,
        user: actor.user,
    };
    if action == Action::Do(Kind::Open) && case.stage == Stage::None {
        // who opens a case becomes its holder
        let may = allowed(actor.role, action, Relation::Holder, Stage::None);
        return may.then_some(granted).ok_or(Denied::NotNow);
    }
    if !allowed(actor.role, Action::Look, relation, case.stage) {
        return Err(Denied::Absent);
    }
    if allowed(actor.role, action, relation, case.stage) {
        Ok(granted)
    } else {
        Err(Denied::NotNow)
    }
}

/// The table: role × action × relation × stage.
#[must_use]
pub const fn allowed(role: Role, action: Action, relation: Relation, stage: Stage) -> bool {
    match (role, relation) {
        (Role::Caseworker, Relation::Holder) => partner(action, stage) || caseworker(action, stage),
        (Role::Supervisor, Relation::Holder) => partner(action, stage) || supervisor(action, stage),
        (Role::IntakeOfficer, Relation::Receiver) => receiving(action, stage),
        (Role::IntakeOfficer, Relation::Holder) => holding_file(action, stage),
        (Role::MigrationOfficer | Role::DesignatedOfficer, Relation::Receiver) => {
            office_receiving(action, stage)
        }
        (Role::MigrationOfficer, Relation::Holder) => assessing(action, stage),
        (Role::DesignatedOfficer, Relation::Holder) => {
            assessing(action, stage) || deciding(action, stage)
        }
        _ => false,
    }
}

/// Acts of anybody at the partner that holds the referral.
const fn partner(action: Action, stage: Stage) -> bool {
    use Kind as K;
    use Stage as S;
    let preparing = matches!(
        stage,
        S::Preparing | S::AwaitingApproval | S::Attested | S::Held
    );
    let kind = match action {
        Action::Look | Action::Download => {
            return preparing || matches!(stage, S::Submitted | S::Withdrawn);
        }
        // what was withdrawn is sent nowhere
        Action::Package => return preparing || matches!(stage, S::Submitted),
        Action::Record => return false,
        Action::Do(kind) => kind,
    };
    match kind {
        K::RecordWork
        | K::RecordRisk
        | K::RecordDeclaration
        | K::SetContact
        | K::AddPerson
        | K::ChangePerson
        | K::RemovePerson => preparing,
        K::RecordConsent | K::AddDocument | K::WithdrawDocument => preparing,
        K::KeepConfidential | K::LiftConfidence => preparing,
        K::Submit => matches!(stage, S::Attested),
        K::AnswerDeficiency => matches!(stage, S::Held),
        K::RecallTransfer => matches!(stage, S::Submitted | S::Held),
        K::SetUrgency => preparing,
        K::Withdraw => matches!(
            stage,
            S::Preparing | S::AwaitingApproval | S::Attested | S::Submitted | S::Held
        ),
        _ => false,
    }
}

const fn caseworker(action: Action, stage: Stage) -> bool {
    match action {
        Action::Do(Kind::Open) => matches!(stage, Stage::None),
        Action::Do(Kind::RequestApproval) => matches!(stage, Stage::Preparing),
        _ => false,
    }
}

const fn supervisor(action: Action, stage: Stage) -> bool {
    match action {
        Action::Do(Kind::SendBack) => matches!(stage, Stage::AwaitingApproval | Stage::Attested),
        Action::Do(Kind::Attest) => matches!(stage, Stage::AwaitingApproval | Stage::Held),
        _ => false,
    }
}

/// The Resettlement Operations Centre, while a referral is offered to it.
const fn receiving(action: Action, stage: Stage) -> bool {
    let offered = matches!(stage, Stage::Submitted | Stage::Held);
    match action {
        Action::Look | Action::Download | Action::Package => offered,
        Action::Do(Kind::ReturnReferral) => offered,
        Action::Do(Kind::HoldReferral | Kind::AcceptReferral) => matches!(stage, Stage::Submitted),
        Action::Record | Action::Do(_) => false,
    }
}

/// The Resettlement Operations Centre, once the file is its own.
const fn holding_file(action: Action, stage: Stage) -> bool {
    match action {
        Action::Look | Action::Download => matches!(
            stage,
            Stage::FileCreated | Stage::InTransfer | Stage::Withdrawn
        ),
        Action::Package => matches!(stage, Stage::FileCreated | Stage::InTransfer),
        Action::Do(
            Kind::RecordNumber
            | Kind::CheckEarlier
            | Kind::SettleMatch
            | Kind::ChooseOffice
            | Kind::Transfer
            | Kind::SignLetter
            | Kind::SendLetter
            | Kind::KeepConfidential
            | Kind::LiftConfidence
            | Kind::DeclarePerson
            | Kind::SetUrgency,
        ) => matches!(stage, Stage::FileCreated),
        Action::Do(Kind::RecallTransfer) => matches!(stage, Stage::InTransfer),
        Action::Do(Kind::Withdraw) => matches!(stage, Stage::FileCreated | Stage::InTransfer),
        Action::Record | Action::Do(_) => false,
    }
}

/// A migration office, while a case is offered to it.
const fn office_receiving(action: Action, stage: Stage) -> bool {
    let offered = matches!(stage, Stage::InTransfer);
    match action {
        Action::Look | Action::Download => offered,
        Action::Do(Kind::AcceptTransfer | Kind::RefuseTransfer) => offered,
        Action::Record | Action::Package | Action::Do(_) => false,
    }
}

/// A migration office, once the case is its own.
const fn assessing(action: Action, stage: Stage) -> bool {
    use Kind as K;
    let assessing = matches!(stage, Stage::Assessment);
    match action {
        Action::Look | Action::Download => {
            matches!(stage, Stage::Assessment | Stage::Decided | Stage::Withdrawn)
        }
        Action::Do(
            K::Reassign
            | K::AssessAfresh
            | K::PlanInterview
            | K::RecordInterpreter
            | K::LogAnswer
            | K::NoteDiscrepancy
            | K::PutDiscrepancy
            | K::SettleDiscrepancy
            | K::SignNotes
            | K::FindElement
            | K::FindClass
            | K::RecordCheck
            | K::OpenConviction
            | K::RecordEquivalence
            | K::RecordContext
            | K::ConcludeConviction
            | K::ReopenConviction
            | K::ConsiderRelief
            | K::PutConcern
            | K::AnswerConcern
            | K::ExtendTime
            | K::RaiseStatusQuery
            | K::AnswerStatusQuery
            | K::AskAuthority
            | K::ReviewDecision
            | K::AddDocument
            | K::RecordNumber
            | K::SetUrgency
            | K::Withdraw,
        ) => assessing,
        // letters of decision, and addenda for judicial review, come after the decision; so may what a member asks, and a
        // family member who is declared before departure, and what is before the Court
        Action::Do(
            K::AddAddendum
            | K::SignLetter
            | K::SendLetter
            | K::KeepConfidential
            | K::LiftConfidence
            | K::DeclarePerson
            | K::ConfirmDeclaration
            | K::RecordLeaveApplication
            | K::RecordCourtOutcome,
        ) => {
            matches!(stage, Stage::Assessment | Stage::Decided)
        }
        // one person may be decided while others are still assessed
        Action::Record => {
            matches!(stage, Stage::Assessment | Stage::Decided | Stage::Withdrawn)
        }
        Action::Package | Action::Do(_) => false,
    }
}

const fn deciding(action: Action, stage: Stage) -> bool {
    match action {
        Action::Do(Kind::OverrideTask | Kind::Decide) => matches!(stage, Stage::Assessment),
        Action::Do(Kind::Reconsider) => matches!(stage, Stage::Decided),
        _ => false,
    }
}

//! Lists a person chooses from: reasons, modes, grounds, kinds of documents.

use serde::{Deserialize, Serialize};

use super::dated::dated;
use super::error::PolicyError;
use super::fields::Fields;
use super::{Citation, Item, Origin, Period, Text};

/// The lists there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum List {
    /// Kinds of documents.
    DocumentKind,
    /// Fields of human-rights work, as the partner describes them.
    DefenderCategory,
    /// Reasons for which persecution is feared (A96).
    PersecutionGround,
    /// Who persecutes.
    PersecutorKind,
    /// Relationships to the principal applicant.
    Relationship,
    /// How pressing a referral is.
    Priority,
    /// Circumstances that make a need of protection urgent (R138).
    UrgentGround,
    /// Why a referral goes back to the partner.
    ReturnReason,
    /// Why a referral is held until a deficiency is made good.
    HoldReason,
    /// Why an office other than the one serving the country is chosen.
    OfficeOverrideReason,
    /// Why a transfer is not accepted.
    TransferRefusalReason,
    /// How an interview is held.
    InterviewMode,
    /// Why the interview is by video.
    VideoReason,
    /// Why the interview is waived.
    WaiverReason,
    /// Why biometrics are not collected.
    BiometricsReason,
    /// Why a task is overridden.
    OverrideReason,
    /// Why a case is withdrawn.
    WithdrawalReason,
    /// Who asks that a decision be reconsidered.
    ReconsiderationRequest,
    /// What comes of an application to the Federal Court for leave.
    CourtOutcome,
    /// Grounds of refusal, each with its provision.
    RefusalGround,
    /// Signs that a conviction is illegitimate: kept in mind, never scored.
    ConvictionIndicator,
    /// What is done, in order, when a defender was convicted.
    ConvictionStep,
    /// The ways by which the partner is asked about a conviction.
    ContextChannel,
    /// Why a first contact is not taken further; the hint is what the person reads.
    FirstContactDecline,
    /// Units and organisations of the work.
    Unit,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 25] = [
        Self::DocumentKind,
        Self::DefenderCategory,
        Self::PersecutionGround,
        Self::PersecutorKind,
        Self::Relationship,
        Self::Priority,
        Self::UrgentGround,
        Self::ReturnReason,
        Self::HoldReason,
        Self::OfficeOverrideReason,
        Self::TransferRefusalReason,
        Self::InterviewMode,
        Self::VideoReason,
        Self::WaiverReason,
        Self::BiometricsReason,
        Self::OverrideReason,
        Self::WithdrawalReason,
        Self::ReconsiderationRequest,
        Self::CourtOutcome,
        Self::RefusalGround,
        Self::ConvictionIndicator,
        Self::ConvictionStep,
        Self::ContextChannel,
        Self::FirstContactDecline,
        Self::Unit,
    ];
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The list it is in.
    pub list: List,
    /// What it is called in data, within its list.
    pub id: String,
    /// What a person reads.
    pub text: Text,
    /// A word of explanation.
    pub hint: Option<Text>,
    /// Provisions it rests on.
    pub provisions: Vec<Citation>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(
    Named,
    text,
    |item| format!("{:?} {}", item.list, item.id),
    cites | item | item.provisions.iter().collect()
);

impl Item for Named {
    const TABLE: &'static str = "choice";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            list: fields.name("list")?,
            id: fields.id()?,
            text: fields.text()?,
            hint: fields.maybe_further("hint")?,
            provisions: fields.citations("provisions")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

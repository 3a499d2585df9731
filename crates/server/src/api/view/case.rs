//! A case as its reader may know it.

use jiff::civil::Date;
use safeconduct_casework::case::View;
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Case;
use safeconduct_domain::confidential::{Keep, Kept, Lift};
use safeconduct_domain::event::{Urgency, Withdrawal};
use safeconduct_domain::family::Confirmation;
use safeconduct_domain::id::{CaseId, DocumentId, GroupId, PersonId, UserId};
use safeconduct_domain::intake::{Hold, Number, Office, Return};
use safeconduct_domain::person::Person;
use safeconduct_domain::priority::Priority;
use safeconduct_domain::referral::{Consent, Contact, Declaration, Document, Open, Risk, Work};
use serde::Serialize;

use super::assessment::Assessment;
use super::likeness::MatchesView;

/// The whole case.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CaseView<'a> {
    id: CaseId,
    version: Option<u64>,
    stage: &'static str,
    stage_since_ms: i64,
    holder: Option<GroupId>,
    offered_to: Option<GroupId>,
    referred_by: Option<GroupId>,
    filed_by: Option<GroupId>,
    opened_by: Option<UserId>,
    opened_ms: Option<i64>,
    officer: Option<UserId>,
    urgency: UrgencyView<'a>,
    submission_urgency: UrgencyView<'a>,
    may: Option<Vec<&'static str>>,
    referral: ReferralView<'a>,
    intake: IntakeView<'a>,
    transfer_note: Option<&'a str>,
    assessment: Assessment<'a>,
    confidences: Vec<KeptView<'a>>,
    matches: MatchesView<'a>,
    notice: Option<Date>,
    withdrawn: Option<&'a Withdrawal>,
}

/// How soon, and why.
#[derive(Serialize)]
pub struct UrgencyView<'a> {
    urgency: Urgency,
    grounds: Option<&'a str>,
}

/// What a partner gathered and vouched for.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ReferralView<'a> {
    partner: &'a str,
    date: Option<Date>,
    open: Option<&'a Open>,
    work: Option<&'a Work>,
    risk: Option<&'a Risk>,
    declaration: Option<&'a Declaration>,
    contact: Option<&'a Contact>,
    persons: &'a [Person],
    consents: &'a [Consent],
    documents: Vec<DocumentView<'a>>,
    attestation: Option<AttestationView<'a>>,
    sent_back: Option<&'a str>,
    confirmations: Vec<ConfirmedView<'a>>,
}

/// What a member asked to be kept from others, and the agreement that ended it.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct KeptView<'a> {
    #[serde(flatten)]
    keep: &'a Keep,
    by: UserId,
    at_ms: i64,
    lifted: Option<LiftedView<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct LiftedView<'a> {
    #[serde(flatten)]
    lift: &'a Lift,
    by: UserId,
    at_ms: i64,
}

/// Whether everybody is declared, as it was asked before departure.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ConfirmedView<'a> {
    #[serde(flatten)]
    confirmation: &'a Confirmation,
    by: UserId,
    at_ms: i64,
}

/// A document: never its key, nor anything of the sealed object.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DocumentView<'a> {
    id: DocumentId,
    name: &'a str,
    kind: &'a str,
    person: Option<PersonId>,
    size: u64,
    withdrawn: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct AttestationView<'a> {
    grounds: &'a str,
    by: UserId,
    at_ms: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct IntakeView<'a> {
    returned: Option<&'a Return>,
    held: Option<&'a Hold>,
    answered: Option<&'a str>,
    file_created_ms: Option<i64>,
    numbers: &'a [Number],
    office: Option<&'a Office>,
}

impl<'a> CaseView<'a> {
    /// The case as it stands, with what the reader may do to it now.
    #[must_use]
    pub fn now(view: &'a View) -> Self {
        let may = Kind::ALL.iter().filter(|kind| view.may(**kind));
        Self {
            version: Some(view.version),
            may: Some(may.map(|kind| kind.name()).collect()),
            ..Self::then(view.id, &view.case)
        }
    }

    /// The case as it stood at some moment.
    #[must_use]
    pub fn then(id: CaseId, case: &'a Case) -> Self {
        Self {
            id,
            version: None,
            stage: case.stage.code(),
            stage_since_ms: case.stage_since_ms,
            holder: case.holder,
            offered_to: case.offer.map(|o| o.to),
            referred_by: case.referred_by,
            filed_by: case.filed_by,
            opened_by: case.opened.map(|(by, _)| by),
            opened_ms: case.opened.map(|(_, at)| at),
            officer: case.officer,
            urgency: UrgencyView::from(case.priorities.processing()),
            submission_urgency: UrgencyView::from(&case.priorities.submission),
            may: None,
            referral: referral(case),
            intake: intake(case),
            transfer_note: case.transfer_note.as_deref(),
            assessment: Assessment::of(case),
            confidences: case.confidences.iter().map(KeptView::from).collect(),
            matches: MatchesView::from(&case.matches),
            notice: case.notice,
            withdrawn: case.withdrawn.as_ref(),
        }
    }
}

impl<'a> From<&'a Priority> for UrgencyView<'a> {
    fn from(priority: &'a Priority) -> Self {
        Self {
            urgency: priority.urgency,
            grounds: Some(priority.grounds.as_str()).filter(|g| !g.is_empty()),
        }
    }
}

impl<'a> From<&'a Kept> for KeptView<'a> {
    fn from(kept: &'a Kept) -> Self {
        let lifted = kept.lifted.as_ref();
        Self {
            keep: &kept.keep,
            by: kept.by.0,
            at_ms: kept.by.1,
            lifted: lifted.map(|(lift, by, at_ms)| LiftedView {
                lift,
                by: *by,
                at_ms: *at_ms,
            }),
        }
    }
}

impl<'a> From<&'a Document> for DocumentView<'a> {
    fn from(document: &'a Document) -> Self {
        Self {
            id: document.id,
            name: &document.name,
            kind: &document.kind,
            person: document.person,
            size: document.size,
            withdrawn: document.withdrawn.as_deref(),
        }
    }
}

pub(super) fn referral(case: &Case) -> ReferralView<'_> {
    let referral = &case.referral;
    ReferralView {
        partner: &referral.partner,
        date: referral.date,
        open: referral.open.as_ref(),
        work: referral.work.as_ref(),
        risk: referral.risk.as_ref(),
        declaration: referral.declaration.as_ref(),
        contact: referral.contact.as_ref(),
        persons: &referral.persons,
        consents: &referral.consents,
        documents: referral.documents.iter().map(DocumentView::from).collect(),
        attestation: referral
            .attestation
            .as_ref()
            .map(|(attestation, by, at_ms)| AttestationView {
                grounds: &attestation.grounds,
                by: *by,
                at_ms: *at_ms,
            }),
        sent_back: referral.sent_back.as_deref(),
        confirmations: (referral.confirmations.iter())
            .map(|c| ConfirmedView {
                confirmation: &c.confirmation,
                by: c.by.0,
                at_ms: c.by.1,
            })
            .collect(),
    }
}

fn intake(case: &Case) -> IntakeView<'_> {
    let intake = &case.intake;
    IntakeView {
        returned: intake.returned.as_ref(),
        held: intake.held.as_ref(),
        answered: intake.answered.as_deref(),
        file_created_ms: intake.file_created_ms,
        numbers: &intake.numbers,
        office: intake.office.as_ref(),
    }
}

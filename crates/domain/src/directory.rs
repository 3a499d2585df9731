//! What happens to organisations, groups, accounts and powers, and who signed in or looked at what is no case.
//!
//! These entries are sealed under the deployment's directory key: the people who run the service may be named in them,
//! the people who apply never are.

use crate::access::Role;
use crate::decision::Delegation;
use crate::id::{CaseId, CourierId, GroupId, ItemId, OrganisationId, UserId};
use crate::policy::Party;
use crate::private::private;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What an organisation or a group is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A referral partner's referrals.
    Partner,
    /// Intake at the Resettlement Operations Centre.
    Intake,
    /// A migration office.
    Office,
    /// The planning branch.
    Planning,
    /// Audit.
    Audit,
    /// Those who run the service.
    Administration,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Partner,
        Self::Intake,
        Self::Office,
        Self::Planning,
        Self::Audit,
        Self::Administration,
    ];

    /// The code used in columns, files and locales.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Intake => "intake",
            Self::Office => "office",
            Self::Planning => "planning",
            Self::Audit => "audit",
            Self::Administration => "administration",
        }
    }

    /// The purpose of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.code() == code)
    }

    /// The side of a hand-over it stands on, if it holds cases.
    #[must_use]
    pub const fn party(self) -> Option<Party> {
        match self {
            Self::Partner => Some(Party::Partner),
            Self::Intake => Some(Party::Intake),
            Self::Office => Some(Party::Office),
            Self::Planning | Self::Audit | Self::Administration => None,
        }
    }

    /// The roles its members may have.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Partner => &[Role::Caseworker, Role::Supervisor],
            Self::Intake => &[Role::IntakeOfficer],
            Self::Office => &[Role::MigrationOfficer, Role::DesignatedOfficer],
            Self::Planning => &[Role::Planner],
            Self::Audit => &[Role::Auditor],
            Self::Administration => &[Role::Administrator],
        }
    }
}

/// What happened outside any case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[allow(missing_docs)] // each variant is named for what happened; fields are ids, codes and counts
pub enum Event {
    OrganisationMade {
        organisation: OrganisationId,
        code: String,
        purpose: Purpose,
        name: String,
    },
    GroupMade {
        group: GroupId,
        organisation: OrganisationId,
        code: String,
        purpose: Purpose,
        name: String,
    },
    Invited {
        invitation: ItemId,
        organisation: OrganisationId,
        group: Option<GroupId>,
        roles: Vec<Role>,
        founding: bool,
    },
    Joined {
        user: UserId,
        invitation: ItemId,
    },
    Certified {
        user: UserId,
        signatures: u32,
    },
    GroupOpened {
        group: GroupId,
        epoch: u32,
    },
    Admitted {
        user: UserId,
        group: GroupId,
    },
    AccountClosed {
        user: UserId,
    },
    RegrantAsked {
        user: UserId,
    },
    RegrantApproved {
        user: UserId,
    },
    PassphraseChanged {
        user: UserId,
    },
    Delegated {
        delegation: ItemId,
        user: UserId,
        power: Delegation,
    },
    DelegationEnded {
        delegation: ItemId,
        last_day: Date,
    },
    SignedIn {
        user: UserId,
    },
    SignInFailed {
        user: Option<UserId>,
    },
    SignedOut {
        user: UserId,
    },
    /// A partner answered somebody without an account. What that somebody does is no entry: the moment would stand in its
    /// header for ever.
    FirstContactAnswered {
        contact: CourierId,
    },
    /// The partner declined, and it is destroyed but for the answer.
    FirstContactDeclined {
        contact: CourierId,
        reason: String,
    },
    /// The partner began a referral.
    FirstContactTakenUp {
        contact: CourierId,
    },
    /// Somebody looked at what is no case: the tracker, the audit view, the register of accounts.
    Looked {
        what: String,
    },
    /// Places of a partner's yearly allocation taken (positive) or given back (negative), in persons.
    SpacesMoved {
        partner: String,
        year: i16,
        persons: i64,
    },
    /// A group took in what was sent to it: keys of offered cases, couriers.
    TakenIn {
        group: GroupId,
        cases: Vec<CaseId>,
    },
    /// A group's cards were made anew.
    Rebuilt {
        group: Option<GroupId>,
    },
}

private!(Event);

impl Event {
    /// Its name, for the audit view: `directory-{name}` in the locales.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::OrganisationMade { .. } => "organisation-made",
            Self::GroupMade { .. } => "group-made",
            Self::Invited { .. } => "invited",
            Self::Joined { .. } => "joined",
            Self::Certified { .. } => "certified",
            Self::GroupOpened { .. } => "group-opened",
            Self::Admitted { .. } => "admitted",
            Self::AccountClosed { .. } => "account-closed",
            Self::RegrantAsked { .. } => "regrant-asked",
            Self::RegrantApproved { .. } => "regrant-approved",
            Self::PassphraseChanged { .. } => "passphrase-changed",
            Self::Delegated { .. } => "delegated",
            Self::DelegationEnded { .. } => "delegation-ended",
            Self::SignedIn { .. } => "signed-in",
            Self::SignInFailed { .. } => "sign-in-failed",
            Self::SignedOut { .. } => "signed-out",
            Self::FirstContactAnswered { .. } => "first-contact-answered",
            Self::FirstContactDeclined { .. } => "first-contact-declined",
            Self::FirstContactTakenUp { .. } => "first-contact-taken-up",
            Self::Looked { .. } => "looked-at",
            Self::SpacesMoved { .. } => "spaces-moved",
            Self::TakenIn { .. } => "taken-in",
            Self::Rebuilt { .. } => "rebuilt",
        }
    }

    /// The bytes that are sealed.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads what was sealed.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, crate::event::NotAnEvent> {
        serde_json::from_slice(bytes).map_err(|_| crate::event::NotAnEvent)
    }
}

//! What is kept apart inside a case, and how coarsely the journal speaks of it in clear.

use serde::{Deserialize, Serialize};

/// A part of a case with a key of its own, so that it can be given to some groups and not to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compartment {
    /// Where the person is and how to reach them safely.
    Contact,
    /// Persons, claim, status, and the course of the case.
    Core,
    /// Documents: names, kinds, keys of the sealed files.
    Documents,
    /// Deliberation of the deciding side. Partners never hold it.
    Internal,
    /// What the centre's intake alone knows: other cases that may be of the same person. It stays there when the case goes.
    Intake,
}

impl Compartment {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 5] = [
        Self::Contact,
        Self::Core,
        Self::Documents,
        Self::Internal,
        Self::Intake,
    ];

    /// The byte that stands for it in headers and associated data.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Contact => 1,
            Self::Core => 2,
            Self::Documents => 3,
            Self::Internal => 4,
            Self::Intake => 5,
        }
    }

    /// The compartment a code stands for.
    #[must_use]
    pub const fn from_code(code: u8) -> Option<Self> {
        match code {
            1 => Some(Self::Contact),
            2 => Some(Self::Core),
            3 => Some(Self::Documents),
            4 => Some(Self::Internal),
            5 => Some(Self::Intake),
            _ => None,
        }
    }
}

/// The coarse class of an entry: all that the clear header says of what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// A partner prepares or corrects a referral.
    Referral,
    /// The Resettlement Operations Centre receives it.
    Intake,
    /// A migration office works on it.
    Assessment,
    /// Decisions and their notices.
    Decision,
    /// Between decision and landing.
    Departure,
    /// After landing.
    AfterArrival,
    /// Somebody looked, signed in, or was refused.
    Access,
    /// Accounts, groups, certificates, delegations, policy.
    Administration,
}

impl Class {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 8] = [
        Self::Referral,
        Self::Intake,
        Self::Assessment,
        Self::Decision,
        Self::Departure,
        Self::AfterArrival,
        Self::Access,
        Self::Administration,
    ];

    /// The byte that stands for it in headers and columns.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Referral => 1,
            Self::Intake => 2,
            Self::Assessment => 3,
            Self::Decision => 4,
            Self::Departure => 5,
            Self::AfterArrival => 6,
            Self::Access => 7,
            Self::Administration => 8,
        }
    }

    /// The class a code stands for.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

//! The kinds of letters, and what each is made of.

use serde_json::Value;

use crate::acknowledgement::Acknowledgement;
use crate::approval::Approval;
use crate::envelope::Envelope;
use crate::error::Error;
use crate::facts::Facts;
use crate::fairness::Fairness;
use crate::invitation::Invitation;
use crate::outcome::Outcomes;
use crate::private::private;
use crate::refusal::Refusal;
use crate::returned::Return;

/// A letter, ready to be typeset.
#[derive(Clone, PartialEq, Eq)]
pub enum Letter {
    /// To the applicant: come to an interview.
    Invitation(Invitation),
    /// To the applicant: concerns to answer before a decision.
    Fairness(Fairness),
    /// To the applicant: refused, and why.
    Refusal(Refusal),
    /// To the applicant: approved.
    Approval(Approval),
    /// To the partner: how it ended, without reasons.
    Outcomes(Outcomes),
    /// To the partner: received, with numbers.
    Acknowledgement(Acknowledgement),
    /// To the partner: incomplete, sent back.
    Return(Return),
}

private!(Letter);

/// The kind of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Invitation to an interview.
    Invitation,
    /// Procedural fairness letter.
    Fairness,
    /// Refusal.
    Refusal,
    /// Approval.
    Approval,
    /// Notice of outcome to the partner.
    Outcomes,
    /// Acknowledgement of receipt.
    Acknowledgement,
    /// Return of an incomplete referral.
    Return,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Invitation,
        Self::Fairness,
        Self::Refusal,
        Self::Approval,
        Self::Outcomes,
        Self::Acknowledgement,
        Self::Return,
    ];

    /// Its name: of its template, and what its words in policy begin with.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Fairness => "fairness",
            Self::Refusal => "refusal",
            Self::Approval => "approval",
            Self::Outcomes => "outcome",
            Self::Acknowledgement => "acknowledgement",
            Self::Return => "return",
        }
    }

    /// The name of its title's words.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Invitation => "invitation-title",
            Self::Fairness => "fairness-title",
            Self::Refusal => "refusal-title",
            Self::Approval => "approval-title",
            Self::Outcomes => "outcome-title",
            Self::Acknowledgement => "acknowledgement-title",
            Self::Return => "return-title",
        }
    }
}

impl Letter {
    /// What kind of letter it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Invitation(_) => Kind::Invitation,
            Self::Fairness(_) => Kind::Fairness,
            Self::Refusal(_) => Kind::Refusal,
            Self::Approval(_) => Kind::Approval,
            Self::Outcomes(_) => Kind::Outcomes,
            Self::Acknowledgement(_) => Kind::Acknowledgement,
            Self::Return(_) => Kind::Return,
        }
    }

    /// What every letter has.
    #[must_use]
    pub const fn envelope(&self) -> &Envelope {
        match self {
            Self::Invitation(letter) => &letter.envelope,
            Self::Fairness(letter) => &letter.envelope,
            Self::Refusal(letter) => &letter.envelope,
            Self::Approval(letter) => &letter.envelope,
            Self::Outcomes(letter) => &letter.envelope,
            Self::Acknowledgement(letter) => &letter.envelope,
            Self::Return(letter) => &letter.envelope,
        }
    }

    /// The facts of its kind, for its template.
    pub(crate) fn facts(&self, facts: &mut Facts<'_>) -> Result<Value, Error> {
        match self {
            Self::Invitation(letter) => letter.facts(facts),
            Self::Fairness(letter) => letter.facts(facts),
            Self::Refusal(letter) => letter.facts(facts),
            Self::Approval(letter) => letter.facts(facts),
            Self::Outcomes(letter) => letter.facts(facts),
            Self::Acknowledgement(letter) => letter.facts(facts),
            Self::Return(letter) => letter.facts(facts),
        }
    }
}

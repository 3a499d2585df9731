//! What becomes of a case when it changes hands: what the sender keeps, and which day stays the day of referral.

use serde::{Deserialize, Serialize};

use super::dated::dated;
use super::error::PolicyError;
use super::fields::Fields;
use super::{Item, Origin, Period, Text};
use crate::compartment::Compartment;
use crate::decision::Verdict;

/// Who hands over or takes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// A referral partner.
    Partner,
    /// The Resettlement Operations Centre in Ottawa.
    Intake,
    /// A migration office.
    Office,
}

/// What a sender keeps once the receiver has accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Release {
    /// Who hands over.
    pub sender: Party,
    /// Who takes over.
    pub receiver: Party,
    /// The rule in words.
    pub text: Text,
    /// The compartments whose keys the sender keeps.
    pub keeps: Vec<Compartment>,
    /// Whether the sender is told the outcome.
    pub outcome: bool,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

/// Which day is the day of referral when a referral is returned and submitted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferralDate {
    /// The day of the first submission.
    First,
    /// The day of the latest submission.
    Latest,
}

/// What intake may do with an incomplete referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Incomplete {
    /// Only return it.
    Return,
    /// Only hold it with a deficiency list.
    Hold,
    /// Either, as the clerk finds right.
    Either,
}

/// The practice where the sources are silent and the program must do one thing or the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Practice {
    /// The practice in words.
    pub text: Text,
    /// Which day is the day of referral after a return.
    pub referral_date_after_return: ReferralDate,
    /// What intake may do with an incomplete referral.
    pub incomplete_referral: Incomplete,
    /// The decisions that a second person reads before anybody is told.
    pub second_person: Vec<Verdict>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(Release, text, |item| format!(
    "{:?} to {:?}",
    item.sender, item.receiver
));
dated!(Practice, text, |_item| String::from("practice"));

impl Item for Release {
    const TABLE: &'static str = "release";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            sender: fields.name("sender")?,
            receiver: fields.name("receiver")?,
            text: fields.text()?,
            keeps: fields.names("keeps")?,
            outcome: fields.flag("outcome")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

impl Item for Practice {
    const TABLE: &'static str = "practice";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            text: fields.text()?,
            referral_date_after_return: fields.name("referral-date-after-return")?,
            incomplete_referral: fields.name("incomplete-referral")?,
            second_person: fields.names("second-person")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

//! A card: the little a work list shows of a case, sealed for one group.

use crate::case::{Case, Stage};
use crate::event::Urgency;
use crate::id::UserId;
use crate::policy::Policy;
use crate::private::private;
use crate::waiting::{self, DueFor, WaitsOn};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One row of a work list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The partner's case number.
    pub reference: String,
    /// Initials of the principal applicant.
    pub initials: String,
    /// Code of the referring partner.
    pub partner: String,
    /// Where the case stands, as far as this group knows.
    pub stage: Stage,
    /// Since when, UTC milliseconds.
    pub since_ms: i64,
    /// How soon it must move: the processing priority.
    pub urgency: Urgency,
    /// Persons who take a space.
    pub persons: u32,
    /// Country of asylum, ISO 3166 alpha-2.
    pub asylum: Option<String>,
    /// Code of the office, once chosen.
    pub office: Option<String>,
    /// The officer it is assigned to; the author while it is being prepared.
    pub owner: Option<UserId>,
    /// The next day that matters.
    pub due: Option<Date>,
    /// The file number, once recorded.
    pub number: Option<String>,
    /// The outcome, in the partner's card: how many approved and refused.
    #[serde(default)]
    pub outcome: Option<(u32, u32)>,
    /// The case is no longer this group's: the card is all that is left of it here.
    #[serde(default)]
    pub gone: bool,
    /// How soon the referral asks for: the submission priority, where it is another than the processing priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Urgency>,
    /// When the case came to this group, UTC milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_ms: Option<i64>,
    /// The day of referral.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred: Option<Date>,
    /// What the next day is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_for: Option<DueFor>,
    /// Who has a move, while it is assessed here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<WaitsOn>,
}

private!(Card);

impl Card {
    /// The card of a case, for the group that holds it.
    #[must_use]
    pub fn of(policy: &Policy, case: &Case) -> Self {
        let referral = &case.referral;
        let principal = referral.principal();
        let due = waiting::due(case);
        let g_number = (case.intake.numbers.iter()).find(|n| n.kind == "g-number");
        // at the partner the author; an office assigns its cases, and an author of the partner's is not of the office
        let author = case.opened.map(|(author, _)| author);
        let author = author.filter(|_| case.filed_by.is_none());
        Self {
            reference: referral
                .open
                .as_ref()
                .map(|o| o.reference.clone())
                .unwrap_or_default(),
            initials: principal.map(|p| p.details.initials()).unwrap_or_default(),
            partner: referral.partner.clone(),
            stage: case.stage,
            since_ms: case.stage_since_ms,
            urgency: case.priorities.processing().urgency,
            persons: referral.counted(),
            asylum: principal.and_then(|p| p.details.residence.clone()),
            office: case.intake.office.as_ref().map(|o| o.office.clone()),
            owner: case.officer.or(author),
            due: due.map(|(day, _)| day),
            number: g_number.map(|n| n.value.clone()),
            outcome: None,
            gone: false,
            asked: case.priorities.asked_otherwise(),
            received_ms: case.received_ms,
            referred: referral.date,
            due_for: due.map(|(_, what)| what),
            waits: waiting::assessing(policy, case),
        }
    }

    /// The same for the group it is offered to.
    #[must_use]
    pub fn of_offered(policy: &Policy, case: &Case) -> Self {
        let card = Self::of(policy, case);
        Self {
            received_ms: case.offer.map(|o| o.at_ms).or(card.received_ms),
            ..card
        }
    }

    /// Whether a day is due or somebody has a move: it has not ended.
    #[must_use]
    pub const fn ended(&self) -> bool {
        matches!(self.stage, Stage::Decided | Stage::Withdrawn)
    }

    /// Who has a move, those here first.
    #[must_use]
    pub fn waits_on(&self) -> Vec<WaitsOn> {
        if self.stage == Stage::Assessment && !self.gone {
            return match self.waits.as_slice() {
                [] => vec![WaitsOn::Officer],
                known => known.to_vec(),
            };
        }
        WaitsOn::at(self.stage).into_iter().collect()
    }

    /// Whether a search text occurs in what the card shows.
    #[must_use]
    pub fn matches(&self, needle: &str) -> bool {
        let needle = needle.to_lowercase();
        [
            Some(&self.reference),
            Some(&self.initials),
            self.number.as_ref(),
        ]
        .into_iter()
        .flatten()
        .any(|text| text.to_lowercase().contains(&needle))
    }
}

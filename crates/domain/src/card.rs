//! A card: the little a work list shows of a case, sealed for one group.

use crate::case::{Case, Stage};
use crate::event::Urgency;
use crate::id::UserId;
use crate::private::private;
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
    /// How soon it must move.
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
}

private!(Card);

impl Card {
    /// The card of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let principal = case.referral.principal();
        let concern_due = case
            .concerns
            .iter()
            .filter(|c| c.answer.is_none())
            .map(|c| c.due)
            .min();
        let interview = case
            .interview
            .plan
            .as_ref()
            .and_then(|p| p.on)
            .filter(|_| case.interview.notes.is_empty());
        let held = case.intake.held.as_ref().and_then(|h| h.due);
        let ended = matches!(case.stage, Stage::Decided | Stage::Withdrawn);
        let due = [concern_due, interview, held].into_iter().flatten().min();
        Self {
            reference: case
                .referral
                .open
                .as_ref()
                .map(|o| o.reference.clone())
                .unwrap_or_default(),
            initials: principal.map(|p| p.details.initials()).unwrap_or_default(),
            partner: case.referral.partner.clone(),
            stage: case.stage,
            since_ms: case.stage_since_ms,
            urgency: case.urgency.0,
            persons: case.referral.counted(),
            asylum: principal.and_then(|p| p.details.residence.clone()),
            office: case.intake.office.as_ref().map(|o| o.office.clone()),
            owner: case.officer.or(case.opened.map(|(author, _)| author)),
            due: due.filter(|_| !ended),
            number: case
                .intake
                .numbers
                .iter()
                .find(|n| n.kind == "g-number")
                .map(|n| n.value.clone()),
            outcome: None,
            gone: false,
        }
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

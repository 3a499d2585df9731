//! A fact: what the planning branch may know of a milestone. No name, no number, no country: counts and codes.

use crate::case::{Case, Stage};
use crate::decision::Verdict;
use crate::private::private;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A milestone of one case. The newest fact of a case tells where it stands.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The stage reached.
    pub stage: Stage,
    /// The stage left.
    pub from: Stage,
    /// Code of the referring partner.
    pub partner: String,
    /// Code of the partner in whose inventory the case began.
    pub origin: String,
    /// Code of the office, once there is one.
    pub office: Option<String>,
    /// Year and month, `2026-11`.
    pub month: String,
    /// Persons who take a space.
    pub persons: u32,
    /// Persons approved so far.
    pub approved: u32,
    /// Persons refused so far.
    pub refused: u32,
}

private!(Fact);

impl Fact {
    /// The fact an act gave rise to, if the stage, the persons or the decisions changed.
    #[must_use]
    pub fn between(before: &Case, after: &Case, day: Date) -> Option<Self> {
        let fact = Self::of(after, before.stage, day);
        let counts = |c: &Case| (c.stage, c.referral.counted(), c.decisions.len());
        // a referral that was never submitted is the partner's own business
        let visible = after.referral.date.is_some() || after.stage == Stage::Submitted;
        (visible && counts(before) != counts(after)).then_some(fact)
    }

    fn of(case: &Case, from: Stage, day: Date) -> Self {
        let decided = |verdict| {
            u32::try_from(
                case.decisions
                    .iter()
                    .filter(|d| d.decide.verdict == verdict)
                    .count(),
            )
            .unwrap_or(u32::MAX)
        };
        let partner = case.referral.partner.clone();
        Self {
            stage: case.stage,
            from,
            origin: case
                .referral
                .open
                .as_ref()
                .and_then(|o| o.origin.clone())
                .unwrap_or_else(|| partner.clone()),
            partner,
            office: case.intake.office.as_ref().map(|o| o.office.clone()),
            month: format!("{:04}-{:02}", day.year(), day.month()),
            persons: case.referral.counted(),
            approved: decided(Verdict::Approved),
            refused: decided(Verdict::Refused),
        }
    }
}

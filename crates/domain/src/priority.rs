//! How soon a case must move: as the referral asks, and as whoever processes it has set. The two are kept apart, so that
//! what a partner asked for can be read long after an office found otherwise.

use crate::case::{Case, Stage};
use crate::decide::Context;
use crate::event::{Event, Urgency};
use crate::policy::Partner;
use crate::private::private;
use crate::refused::{Refused, reasoned, require};

/// How soon, and why.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Priority {
    /// How soon.
    pub urgency: Urgency,
    /// Why.
    pub grounds: String,
}

/// Both priorities of a case.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Priorities {
    /// What the referral asks for; it stands as it was when the file was created.
    pub submission: Priority,
    /// What the centre or the office has set, if they have.
    pub processing: Option<Priority>,
}

private!(Priority, Priorities);

impl Priorities {
    /// The processing priority: until one is set, what the referral asks for.
    #[must_use]
    pub fn processing(&self) -> &Priority {
        self.processing.as_ref().unwrap_or(&self.submission)
    }

    /// How soon the referral asks for, where the processing priority is another.
    #[must_use]
    pub fn asked_otherwise(&self) -> Option<Urgency> {
        let asked = self.submission.urgency;
        (asked != self.processing().urgency).then_some(asked)
    }

    /// The one that an act at this stage would set.
    #[must_use]
    pub fn at(&self, stage: Stage) -> &Priority {
        if is_submission(stage) {
            &self.submission
        } else {
            self.processing()
        }
    }

    pub(crate) fn set(&mut self, stage: Stage, priority: Priority) {
        if is_submission(stage) {
            self.submission = priority;
        } else {
            self.processing = Some(priority);
        }
    }
}

/// Whether a priority set at this stage is the submission's: while the partner still holds the referral. What the centre
/// sent back for completion is not yet submitted whole.
#[must_use]
pub const fn is_submission(stage: Stage) -> bool {
    matches!(
        stage,
        Stage::None
            | Stage::Preparing
            | Stage::AwaitingApproval
            | Stage::Attested
            | Stage::Submitted
            | Stage::Held
    )
}

/// An emergency is UNHCR's to declare; the other partners may ask for urgent handling. Whoever processes a case less
/// soon than its referral asks says why.
pub(crate) fn set(
    ctx: &Context<'_>,
    case: &Case,
    urgency: Urgency,
    grounds: String,
) -> Result<Vec<Event>, Refused> {
    let partner = ctx.policy.partner(&case.referral.partner, ctx.today);
    let by_unhcr = partner.is_some_and(Partner::is_unhcr);
    require(urgency != Urgency::Emergency || by_unhcr, || {
        Refused::by("emergency-is-unhcr").citing("REF-OVS-13-2")
    })?;
    let lowered = !is_submission(case.stage) && urgency > case.priorities.submission.urgency;
    if urgency != Urgency::Normal || lowered {
        reasoned(&grounds)?;
    }
    Ok(vec![Event::UrgencySet { urgency, grounds }])
}

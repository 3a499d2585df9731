//! Admissibility: checks per person, as tasks with results (A34–A42, medical, biometrics, security screening).

use crate::case::Case;
use crate::decide::Context;
use crate::event::Event;
use crate::id::PersonId;
use crate::policy::CheckKind;
use crate::private::private;
use crate::refused::{Refused, require};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Asked for, no answer yet.
    Pending,
    /// Nothing against the person.
    Passed,
    /// A ground may apply: it must be put to the person.
    Concern,
    /// The law exempts the person, with the reason.
    Exempt,
}

/// A check on one person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Check {
    /// On whom.
    pub person: PersonId,
    /// Code of the check, from the policy.
    pub check: String,
    /// The result.
    pub outcome: Outcome,
    /// On which day.
    pub on: Date,
    /// Until when the result holds, where it ages.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// Reasons; needed for a concern and an exemption.
    #[serde(default)]
    pub reasons: Option<String>,
}

/// What stands: the last result of each check on each person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Admissibility {
    /// Results.
    pub checks: Vec<Check>,
}

private!(Check, Admissibility);

impl Admissibility {
    /// The result that stands.
    #[must_use]
    pub fn check(&self, person: PersonId, check: &str) -> Option<&Check> {
        self.checks
            .iter()
            .find(|c| c.person == person && c.check == check)
    }

    pub(crate) fn set(&mut self, check: Check) {
        self.checks
            .retain(|c| (c.person, &c.check) != (check.person, &check.check));
        self.checks.push(check);
    }
}

pub(crate) fn record(ctx: &Context<'_>, case: &Case, act: Check) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    let known = ctx
        .policy
        .check(&act.check, ctx.today)
        .ok_or_else(|| Refused::by("no-such-check"))?;
    require(known.kind == CheckKind::Task, || {
        Refused::by("check-not-asked")
    })?;
    require(act.on <= ctx.today, || Refused::by("date-in-the-future"))?;
    let reasoned = act.reasons.as_deref().is_some_and(|r| !r.trim().is_empty());
    let needs = matches!(act.outcome, Outcome::Concern | Outcome::Exempt);
    let cited = known.provision.as_ref().map(ToString::to_string);
    let refused = |rule| Refused {
        citation: cited.clone(),
        ..Refused::by(rule)
    };
    require(reasoned || !needs, || refused("result-needs-reasons"))?;
    // only the law exempts, and only where it says so
    let exempts = known.exempt.is_some() || !known.exempt_by.is_empty();
    require(exempts || act.outcome != Outcome::Exempt, || {
        refused("no-exemption")
    })?;
    // a doubt raised by a procedure is recorded under the ground it bears on, so that it can be put and answered
    require(known.ground || act.outcome != Outcome::Concern, || {
        refused("check-is-no-ground")
    })?;
    Ok(vec![Event::CheckRecorded(act)])
}

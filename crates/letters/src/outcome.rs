//! Notice of outcome to the partner: outcome only, never reasons. There is no place for any.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::envelope::{Envelope, Name};
use crate::error::Error;
use crate::facts::Facts;
use crate::private::private;

/// How it ended for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Approved.
    Approved,
    /// Refused.
    Refused,
    /// Withdrawn before a decision.
    Withdrawn,
}

impl Decided {
    const fn name(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// The outcome for one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Who.
    pub name: Name,
    /// How it ended.
    pub decided: Decided,
    /// On which day.
    pub on: Date,
}

/// A notice of outcome to the partner.
#[derive(Clone, PartialEq, Eq)]
pub struct Outcomes {
    /// What every letter has.
    pub envelope: Envelope,
    /// The outcome for each person; never empty.
    pub persons: Vec<Outcome>,
    /// On which day the applicant was told; empty while that has not been done.
    pub told_on: Option<Date>,
}

private!(Outcome, Outcomes);

impl Outcomes {
    pub(crate) fn facts(&self, facts: &mut Facts<'_>) -> Result<Value, Error> {
        facts.wants_some("persons", &self.persons)?;
        Ok(json!({
            "persons": facts.each(&self.persons, outcome)?,
            "told-on": facts.maybe_date(self.told_on),
        }))
    }
}

fn outcome(facts: &mut Facts<'_>, outcome: &Outcome) -> Result<Value, Error> {
    Ok(json!({
        "name": facts.name(&outcome.name)?,
        "outcome": outcome.decided.name(),
        "day": facts.date(outcome.on),
    }))
}

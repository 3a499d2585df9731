//! Approval.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::envelope::{Envelope, Name};
use crate::error::Error;
use crate::facts::Facts;
use crate::private::private;

/// An approval.
#[derive(Clone, PartialEq, Eq)]
pub struct Approval {
    /// What every letter has.
    pub envelope: Envelope,
    /// The day of the decision.
    pub decided_on: Date,
    /// Who is approved; never empty.
    pub persons: Vec<Name>,
    /// What happens next, each a line in the letter's language; may be empty.
    pub next: Vec<String>,
    /// Until when the medical examination serves, if that is known.
    pub medical_until: Option<Date>,
    /// Family members included who do not accompany.
    pub left_behind: Vec<Name>,
}

private!(Approval);

impl Approval {
    pub(crate) fn facts(&self, facts: &mut Facts<'_>) -> Result<Value, Error> {
        facts.wants_some("persons", &self.persons)?;
        Ok(json!({
            "decided-on": facts.date(self.decided_on),
            "persons": facts.names(&self.persons)?,
            "next": facts.lines(&self.next)?,
            "medical-until": facts.maybe_date(self.medical_until),
            "left-behind": facts.names(&self.left_behind)?,
        }))
    }
}

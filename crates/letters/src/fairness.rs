//! Procedural fairness letter: concerns, what they rest on, and the time to answer.

use jiff::civil::Date;
use safeconduct_domain::policy::Citation;
use serde_json::{Value, json};

use crate::envelope::{Envelope, Name};
use crate::error::Error;
use crate::facts::Facts;
use crate::private::private;

/// A concern, as put to the person.
#[derive(Clone, PartialEq, Eq)]
pub struct Concern {
    /// About whom; the addressee if empty.
    pub person: Option<Name>,
    /// The element or check it bears on, in the letter's language; may be empty.
    pub about: String,
    /// The provisions of that element or check.
    pub provisions: Vec<Citation>,
    /// The concern, in words the person can answer; never empty.
    pub concern: String,
    /// The evidence disclosed, from whatever source; never empty.
    pub disclosed: String,
}

/// A procedural fairness letter.
#[derive(Clone, PartialEq, Eq)]
pub struct Fairness {
    /// What every letter has.
    pub envelope: Envelope,
    /// The concerns; never empty.
    pub concerns: Vec<Concern>,
    /// The last day on which an answer is in time.
    pub due: Date,
}

private!(Concern, Fairness);

impl Fairness {
    pub(crate) fn facts(&self, facts: &mut Facts<'_>) -> Result<Value, Error> {
        facts.wants_some("concerns", &self.concerns)?;
        Ok(json!({
            "concerns": facts.each(&self.concerns, concern)?,
            "due": facts.date(self.due),
        }))
    }
}

fn concern(facts: &mut Facts<'_>, concern: &Concern) -> Result<Value, Error> {
    facts.wants("concern", &concern.concern)?;
    facts.wants("evidence", &concern.disclosed)?;
    Ok(json!({
        "person": facts.maybe_name(concern.person.as_ref())?,
        "about": facts.line(&concern.about)?,
        "provisions": facts.citations(&concern.provisions),
        "concern": facts.paragraphs(&concern.concern)?,
        "disclosed": facts.paragraphs(&concern.disclosed)?,
    }))
}

//! Return of an incomplete referral: each missing item with its provision.

use jiff::civil::Date;
use safeconduct_domain::policy::Citation;
use serde_json::{Value, json};

use crate::envelope::{Envelope, Name};
use crate::error::Error;
use crate::facts::Facts;
use crate::private::private;

/// Something that is missing.
#[derive(Clone, PartialEq, Eq)]
pub struct MissingItem {
    /// What, in the letter's language.
    pub what: String,
    /// For whom; for the whole case if empty.
    pub person: Option<Name>,
    /// The provisions that ask for it; empty where only practice does.
    pub provisions: Vec<Citation>,
}

/// The return of an incomplete referral.
#[derive(Clone, PartialEq, Eq)]
pub struct Return {
    /// What every letter has.
    pub envelope: Envelope,
    /// The day on which the referral was received.
    pub received_on: Date,
    /// What is missing; never empty.
    pub missing: Vec<MissingItem>,
    /// What else is to be said; may be empty.
    pub remarks: String,
    /// By when to submit it again, if there is such a day.
    pub again_by: Option<Date>,
}

private!(MissingItem, Return);

impl Return {
    pub(crate) fn facts(&self, facts: &mut Facts<'_>) -> Result<Value, Error> {
        facts.wants_some("missing items", &self.missing)?;
        Ok(json!({
            "received-on": facts.date(self.received_on),
            "missing": facts.each(&self.missing, missing)?,
            "remarks": facts.paragraphs(&self.remarks)?,
            "again-by": facts.maybe_date(self.again_by),
        }))
    }
}

fn missing(facts: &mut Facts<'_>, item: &MissingItem) -> Result<Value, Error> {
    facts.wants("missing item", &item.what)?;
    Ok(json!({
        "what": facts.line(&item.what)?,
        "person": facts.maybe_name(item.person.as_ref())?,
        "provisions": facts.citations(&item.provisions),
    }))
}

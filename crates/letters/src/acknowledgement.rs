//! Acknowledgement of receipt to the partner, with the numbers of the file.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::envelope::{Envelope, Number, number};
use crate::error::Error;
use crate::facts::Facts;
use crate::private::private;

/// An acknowledgement of receipt.
#[derive(Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// What every letter has.
    pub envelope: Envelope,
    /// The day on which the referral was received.
    pub received_on: Date,
    /// The date of the referral.
    pub referral_date: Date,
    /// The numbers of the file and of each person; never empty.
    pub numbers: Vec<Number>,
}

private!(Acknowledgement);

impl Acknowledgement {
    pub(crate) fn facts(&self, facts: &mut Facts<'_>) -> Result<Value, Error> {
        facts.wants_some("numbers", &self.numbers)?;
        Ok(json!({
            "received-on": facts.date(self.received_on),
            "referral-date": facts.date(self.referral_date),
            "numbers": facts.each(&self.numbers, number)?,
        }))
    }
}

//! What a partner says to whoever turns to it for the first time: what it is, whom it looks for, what it is not, or where
//! else to go.

use serde::{Deserialize, Serialize};

use super::dated::dated;
use super::error::PolicyError;
use super::fields::Fields;
use super::{Item, Origin, Period, Text};

/// What a sentence is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// What happens with what is written here. A partner that says so takes first contacts here.
    About,
    /// Whom the partner can help.
    Criterion,
    /// What it is not.
    Not,
    /// Where to turn instead.
    Elsewhere,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FirstContact {
    /// What it is called in data.
    pub id: String,
    /// The partner's code.
    pub partner: String,
    /// What it is for.
    pub says: Says,
    /// The sentence.
    pub text: Text,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(FirstContact, text, |item| format!(
    "{} {}",
    item.partner, item.id
));

impl Item for FirstContact {
    const TABLE: &'static str = "first-contact";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            id: fields.id()?,
            partner: fields.line("partner")?,
            says: fields.name("says")?,
            text: fields.text()?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

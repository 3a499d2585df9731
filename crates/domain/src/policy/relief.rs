//! What may still be considered for a person on whom a ground of inadmissibility stands.

use serde::Serialize;

use super::dated::dated;
use super::error::PolicyError;
use super::fields::Fields;
use super::{Citation, Item, Origin, Period, Text};

/// One way that the law leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relief {
    /// What it is called in data.
    pub id: String,
    /// What a person reads.
    pub text: Text,
    /// Who asks, who decides, and on what conditions.
    pub hint: Option<Text>,
    /// The provisions it rests on, the one that opens it first.
    pub provisions: Vec<Citation>,
    /// The checks whose ground it can cure, by id.
    pub cures: Vec<String>,
    /// The checks whose ground shuts it to a person altogether, by id.
    pub shut_by: Vec<String>,
    /// Completed years that must have gone by since the sentence or the act, where it asks for any.
    pub years: Option<u32>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(
    Relief,
    text,
    |item| item.id.clone(),
    cites | item | item.provisions.iter().collect()
);

impl Item for Relief {
    const TABLE: &'static str = "relief";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            id: fields.id()?,
            text: fields.text()?,
            hint: fields.maybe_further("hint")?,
            provisions: fields.citations("provisions")?,
            cures: fields.lines("cures")?,
            shut_by: fields.lines("shut-by")?,
            years: fields.maybe_number("years")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

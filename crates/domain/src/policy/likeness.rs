//! When two records may be about the same person: assumptions about work, each of which an administration may change.

use serde::Serialize;

use super::dated::dated;
use super::error::{PolicyError, Problem};
use super::fields::Fields;
use super::{Item, Origin, Period, Text};
use crate::likeness::Agreement;

/// What is worth a second look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Likeness {
    /// What it says.
    pub text: Text,
    /// The agreements that are shown.
    pub counts: Vec<Agreement>,
    /// Two spellings are one name, inside one group, from so many hundredths of likeness on.
    pub spelling: u32,
    /// A number or a way to reach somebody that more other cases have is nobody's own: a partner's telephone.
    pub shared: u32,
    /// How often an officer may check in an hour.
    pub checks_an_hour: u32,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(Likeness, text, |_item| String::from("likeness"));

impl Item for Likeness {
    const TABLE: &'static str = "likeness";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        let read = Self {
            text: fields.text()?,
            counts: fields.names("counts")?,
            spelling: fields.number("spelling")?,
            shared: fields.number("shared")?,
            checks_an_hour: fields.number("checks-an-hour")?,
            period: fields.period()?,
            origin: fields.origin()?,
        };
        let within = |key, least, most, number| match (least..=most).contains(&number) {
            true => Ok(()),
            false => Err(fields.wrong(Problem::Value {
                key,
                wanted: "a whole number within its bounds",
            })),
        };
        within("spelling", 50, 100, read.spelling)?;
        within("shared", 1, 9_999, read.shared)?;
        within("checks-an-hour", 1, 9_999, read.checks_an_hour)?;
        Ok(read)
    }
}

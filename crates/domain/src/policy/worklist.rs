//! What a work list counts with: assumptions about work, each of which an administration may change.

use serde::Serialize;

use super::dated::dated;
use super::error::{PolicyError, Problem};
use super::fields::Fields;
use super::{Item, Origin, Period, Text};

/// The figures of the work list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkList {
    /// What they are for.
    pub text: Text,
    /// The share of decided cases, in percent, that the first clock speaks of.
    pub share: u32,
    /// It looks back so many days.
    pub finished_days: u32,
    /// It says nothing of fewer cases.
    pub finished_least: u32,
    /// The second clock takes its rate from so many days.
    pub rate_days: u32,
    /// It says nothing if fewer cases ended in them.
    pub rate_least: u32,
    /// An officer who has not signed in for so many days is away.
    pub away_days: u32,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(WorkList, text, |_item| String::from("work-list"));

impl Item for WorkList {
    const TABLE: &'static str = "work-list";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            text: fields.text()?,
            share: between(fields, "share", 1, 100)?,
            finished_days: between(fields, "finished-days", 1, 9_999)?,
            finished_least: between(fields, "finished-least", 1, 9_999)?,
            rate_days: between(fields, "rate-days", 1, 9_999)?,
            rate_least: between(fields, "rate-least", 2, 9_999)?,
            away_days: between(fields, "away-days", 1, 9_999)?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

fn between(
    fields: &mut Fields<'_>,
    key: &'static str,
    least: u32,
    most: u32,
) -> Result<u32, PolicyError> {
    let number = fields.number(key)?;
    if (least..=most).contains(&number) {
        Ok(number)
    } else {
        let wanted = "a whole number within its bounds";
        Err(fields.wrong(Problem::Value { key, wanted }))
    }
}

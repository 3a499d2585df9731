//! Deadlines, retention and the ages the law names: each with its provision, so that the rule can be shown.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use super::dated::dated;
use super::error::{PolicyError, Problem};
use super::fields::Fields;
use super::{Citation, Item, Origin, Period, Text};

/// The deadlines and keeping times the code asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineId {
    /// The Resettlement Operations Centre acknowledges what arrived.
    AcknowledgeReferral,
    /// The partner makes a deficiency good.
    DeficiencyReply,
    /// The office accepts or refuses a transfer.
    TransferAcceptance,
    /// The partner answers a status query.
    StatusQueryReply,
    /// The applicant answers a fairness letter.
    FairnessReply,
    /// Leave is sought from the Federal Court in a matter arising outside Canada.
    LeaveOutsideCanada,
    /// Leave is sought from the Federal Court in a matter arising in Canada.
    LeaveInCanada,
    /// A family member left behind applies, from the day protection is conferred.
    OneYearWindow,
    /// A medical examination is good for entry.
    MedicalValidity,
    /// A request for one's own file is answered.
    AccessRequest,
    /// Information used in a decision is kept at least, from its last administrative use.
    RetentionDecided,
    /// A referral that never became a file is kept, from its last change.
    RetentionNotSubmitted,
    /// An inquiry declined is kept.
    RetentionInquiry,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Days.
    Days,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// A time that runs from some day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// Which one.
    pub id: DeadlineId,
    /// What it is for.
    pub text: Text,
    /// How many units.
    pub length: u32,
    /// Of what unit.
    pub unit: Unit,
    /// The provisions it rests on.
    pub provisions: Vec<Citation>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

impl Deadline {
    /// The last day in time, counted from the day on which it begins to run, that day not included.
    /// None only beyond the calendar's end.
    #[must_use]
    pub fn ends(&self, start: Date) -> Option<Date> {
        start.checked_add(self.span()).ok()
    }

    fn span(&self) -> Span {
        let length = i64::from(self.length);
        match self.unit {
            Unit::Days => length.days(),
            Unit::Months => length.months(),
            Unit::Years => length.years(),
        }
    }
}

/// The ages the law names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgeId {
    /// A dependent child is younger than this.
    DependentChildUnder,
    /// Somebody is an adult, whose own consent is asked, from this age.
    AdultFrom,
    /// Biometrics are asked from this age.
    BiometricsFrom,
    /// Biometrics are asked up to and including this age.
    BiometricsTo,
}

/// An age in completed years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Age {
    /// Which one.
    pub id: AgeId,
    /// What it is for.
    pub text: Text,
    /// Completed years.
    pub years: u32,
    /// The provisions it rests on.
    pub provisions: Vec<Citation>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(
    Deadline,
    text,
    |item| format!("{:?}", item.id),
    cites | item | item.provisions.iter().collect()
);
dated!(
    Age,
    text,
    |item| format!("{:?}", item.id),
    cites | item | item.provisions.iter().collect()
);

impl Item for Deadline {
    const TABLE: &'static str = "deadline";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            id: fields.name("id")?,
            text: fields.text()?,
            length: length(fields)?,
            unit: fields.name("unit")?,
            provisions: fields.citations("provisions")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

impl Item for Age {
    const TABLE: &'static str = "age";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            id: fields.name("id")?,
            text: fields.text()?,
            years: fields.number("years")?,
            provisions: fields.citations("provisions")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

/// A length between 1 and 9,999: what every unit can be counted in.
fn length(fields: &mut Fields<'_>) -> Result<u32, PolicyError> {
    let length = fields.number("length")?;
    if (1..=9_999).contains(&length) {
        Ok(length)
    } else {
        Err(fields.wrong(Problem::Value {
            key: "length",
            wanted: "between 1 and 9,999",
        }))
    }
}

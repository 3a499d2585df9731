//! The stream and its versions, who refers and how, and how many persons a year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::dated::dated;
use super::error::{PolicyError, Problem};
use super::fields::Fields;
use super::{Item, Origin, Period, Text};

/// A resettlement stream under one version of its rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stream {
    /// What the stream is called in data.
    pub id: String,
    /// Its name.
    pub text: Text,
    /// What is particular to this version of its rules.
    pub rules: Text,
    /// When this version is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

/// How a partner's cases reach Canada.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refers {
    /// The partner submits to the Resettlement Operations Centre itself.
    Direct,
    /// The partner passes the case to UNHCR, which alone refers.
    ThroughUnhcr,
}

/// What makes a partner a referral organization (R138).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The United Nations High Commissioner for Refugees: paragraph (a) of the definition.
    HighCommissioner,
    /// An organization with a memorandum of understanding under R143: paragraph (b).
    Memorandum,
    /// It finds and vouches for people but is not itself a referral organization.
    None,
}

/// A referral partner under one version of the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Partner {
    /// What the partner is called in data: `unhcr`, `fld`, `pd`.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Its usual short name: `UNHCR`, in French `HCR`.
    pub short: Text,
    /// How its cases reach Canada.
    pub refers: Refers,
    /// What makes it a referral organization.
    pub standing: Standing,
    /// Codes of the partners out of whose inventories it may take cases over; such a case keeps its `origin`.
    pub takes_over: Vec<String>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

impl Partner {
    /// Whether it may submit a referral itself.
    #[must_use]
    pub fn may_refer(&self) -> bool {
        self.refers == Refers::Direct
    }

    /// Whether it is UNHCR.
    #[must_use]
    pub fn is_unhcr(&self) -> bool {
        self.standing == Standing::HighCommissioner
    }
}

/// How many persons the stream may bring in a calendar year, families included: an “up to”, never a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ceiling {
    /// How it is worded.
    pub text: Text,
    /// Persons a year.
    pub persons: u32,
    /// Whole calendar years.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

/// How many persons a partner may refer in a calendar year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Allocation {
    /// The partner's code.
    pub partner: String,
    /// How it is worded.
    pub text: Text,
    /// Persons a year.
    pub persons: u32,
    /// Whole calendar years.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(Stream, text, |item| item.id.clone());
dated!(Partner, name, |item| item.code.clone());
dated!(Ceiling, text, |_item| String::from("ceiling"));
dated!(Allocation, text, |item| item.partner.clone());

impl Item for Stream {
    const TABLE: &'static str = "stream";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            id: fields.id()?,
            text: fields.text()?,
            rules: fields.further("rules")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

impl Item for Partner {
    const TABLE: &'static str = "partner";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            code: fields.id()?,
            name: fields.text()?,
            short: fields.further("short")?,
            refers: fields.name("refers")?,
            standing: fields.name("standing")?,
            takes_over: fields.lines("takes-over")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

impl Item for Ceiling {
    const TABLE: &'static str = "ceiling";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            text: fields.text()?,
            persons: fields.number("persons")?,
            period: whole_years(fields)?,
            origin: fields.origin()?,
        })
    }
}

impl Item for Allocation {
    const TABLE: &'static str = "allocation";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            partner: fields.line("partner")?,
            text: fields.text()?,
            persons: fields.number("persons")?,
            period: whole_years(fields)?,
            origin: fields.origin()?,
        })
    }
}

/// A period that begins on 1 January and, if it ends, ends on 31 December.
fn whole_years(fields: &mut Fields<'_>) -> Result<Period, PolicyError> {
    let period = fields.period()?;
    let ends = |day: Date, month: i8, date: i8| day.month() == month && day.day() == date;
    if !ends(period.from, 1, 1) {
        let wanted = "a 1 January";
        return Err(fields.wrong(Problem::Value {
            key: "from",
            wanted,
        }));
    }
    if period.to.is_some_and(|to| !ends(to, 12, 31)) {
        let wanted = "a 31 December";
        return Err(fields.wrong(Problem::Value { key: "to", wanted }));
    }
    Ok(period)
}

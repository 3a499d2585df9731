//! The elements of eligibility an officer finds on, and the considerations shown beside each.

use serde::{Deserialize, Serialize};

use super::dated::dated;
use super::error::PolicyError;
use super::fields::Fields;
use super::{Citation, Item, Origin, Period, Text};

/// On whom an element is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The person who claims protection: the principal applicant, and anybody else who must meet the definition in their own right.
    Person,
    /// The applicant and the family members included in the application, together.
    Family,
}

/// The classes under which a refugee abroad may be found eligible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefugeeClass {
    /// Convention refugees abroad (R144, R145): the only one that government assistance serves (R139(1)(f)(ii)).
    Convention,
    /// Country of asylum (R146, R147).
    CountryOfAsylum,
    /// An element common to both.
    Both,
}

impl RefugeeClass {
    /// Whether an element of this class is asked of a person examined under that one.
    #[must_use]
    pub fn asked_of(self, class: Self) -> bool {
        self == Self::Both || class == Self::Both || self == class
    }
}

/// Where the family means to live, as far as an element depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Destination {
    /// The element is asked wherever they mean to live.
    #[default]
    Anywhere,
    /// Only if they mean to live outside Quebec.
    OutsideQuebec,
    /// Only if they mean to live in Quebec.
    Quebec,
}

/// One element of eligibility: the officer finds it met or not met, with reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Element {
    /// What the element is called in data.
    pub id: String,
    /// What must be established.
    pub text: Text,
    /// The provision it comes from.
    pub provision: Citation,
    /// Provisions to be read with it.
    pub see: Vec<Citation>,
    /// On whom it is found.
    pub scope: Scope,
    /// For which class.
    pub class: RefugeeClass,
    /// For which destination.
    pub destination: Destination,
    /// The provision that lifts it for a person found vulnerable or in urgent need of protection, if one does.
    pub lifted_by: Option<Citation>,
    /// Whether it is an alternative: of the elements that share this name, one is enough.
    pub alternative: Option<String>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

impl Element {
    /// Whether an officer may leave it out for a person, with reasons: where a provision lifts it, where it depends on
    /// the destination, or where another of the same alternatives is enough.
    #[must_use]
    pub fn may_be_left_out(&self) -> bool {
        self.lifted_by.is_some()
            || self.destination != Destination::Anywhere
            || self.alternative.is_some()
    }
}

/// Something the officer is expected to have before their eyes at an element, a check or a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Consideration {
    /// What it is called in data.
    pub id: String,
    /// What is to be kept in mind.
    pub text: Text,
    /// Where it is shown: ids of elements and checks, or one of [`STEPS`].
    pub bears: Vec<String>,
    /// Provisions it reads on.
    pub provisions: Vec<Citation>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

/// Steps of the work, besides elements and checks, beside which a consideration may be shown.
pub const STEPS: [&str; 11] = [
    "referral",
    "intake",
    "eligibility",
    "interview",
    "status-query",
    "interpreter",
    "discrepancy",
    "decision",
    "declaration",
    "notice",
    "cessation",
];

dated!(
    Element,
    text,
    |item| item.id.clone(),
    cites | item | {
        let main = std::iter::once(&item.provision);
        main.chain(&item.see).chain(&item.lifted_by).collect()
    }
);
dated!(
    Consideration,
    text,
    |item| item.id.clone(),
    cites | item | item.provisions.iter().collect()
);

impl Item for Element {
    const TABLE: &'static str = "element";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            id: fields.id()?,
            text: fields.text()?,
            provision: fields.one_citation("provision")?,
            see: fields.citations("see")?,
            scope: fields.name("scope")?,
            class: fields.name("class")?,
            destination: fields.name_or("destination")?,
            lifted_by: fields.maybe_citation("lifted-by")?,
            alternative: fields.maybe_line("alternative")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

impl Item for Consideration {
    const TABLE: &'static str = "consideration";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            id: fields.id()?,
            text: fields.text()?,
            bears: fields.lines("bears")?,
            provisions: fields.citations("provisions")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}

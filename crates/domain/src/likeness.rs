//! How two records may be about the same person: what agreed, in words that can be shown without showing anything else.
//!
//! There is no score. The policy lists which agreements are worth a second look; a person takes it.

use crate::private::private;
use serde::{Deserialize, Serialize};

/// Something that agrees between two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// A number of a document or of another system.
    Number,
    /// A telephone number or an address of electronic mail.
    Reach,
    /// The date of birth and two names.
    BirthNames,
    /// The date of birth and the only name.
    BirthOnlyName,
    /// Two names and the date of birth, with day and month exchanged.
    SwappedNames,
    /// The date of birth, one name, and how another begins.
    BirthNameInitial,
    /// Two names and two of day, month and year.
    NearNames,
    /// Two names and the year; one of the dates is estimated.
    YearNames,
    /// Two names, and years next to each other; one of the dates is estimated.
    NextYearNames,
    /// Two names and the year, though both dates are known and differ.
    SameYearNames,
    /// The date of birth and one name.
    BirthName,
    /// Two names, where a date of birth is missing.
    NamesAlone,
}

impl Agreement {
    /// All of them, the strongest first.
    pub const ALL: [Self; 12] = [
        Self::Number,
        Self::Reach,
        Self::BirthNames,
        Self::BirthOnlyName,
        Self::SwappedNames,
        Self::BirthNameInitial,
        Self::NearNames,
        Self::YearNames,
        Self::NextYearNames,
        Self::SameYearNames,
        Self::BirthName,
        Self::NamesAlone,
    ];

    /// The code used in policy and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Reach => "reach",
            Self::BirthNames => "birth-names",
            Self::BirthOnlyName => "birth-only-name",
            Self::SwappedNames => "swapped-names",
            Self::BirthNameInitial => "birth-name-initial",
            Self::NearNames => "near-names",
            Self::YearNames => "year-names",
            Self::NextYearNames => "next-year-names",
            Self::SameYearNames => "same-year-names",
            Self::BirthName => "birth-name",
            Self::NamesAlone => "names-alone",
        }
    }

    /// The agreement of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.code() == code)
    }
}

/// Where a name stands in a person's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Among the family names.
    Family,
    /// Among the given names.
    Given,
    /// In the name as its owner writes it.
    OwnScript,
    /// Among other names used.
    Other,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Family, Self::Given, Self::OwnScript, Self::Other];

    /// The code used in messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Given => "given",
            Self::OwnScript => "own-script",
            Self::Other => "other",
        }
    }
}

/// Why two records may be about the same person: never what they say, only what of it agrees.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Why {
    /// What agrees, the strongest first.
    pub agreements: Vec<Agreement>,
    /// Which names of the record that was asked about.
    #[serde(default)]
    pub names: Vec<Part>,
}

private!(Why);

impl Why {
    /// From what agrees, in order and once each.
    #[must_use]
    pub fn new(mut agreements: Vec<Agreement>, mut names: Vec<Part>) -> Self {
        agreements.sort_unstable();
        agreements.dedup();
        names.sort_unstable();
        names.dedup();
        Self { agreements, names }
    }

    /// Whether any of it counts.
    #[must_use]
    pub fn counts(&self, counted: &[Agreement]) -> bool {
        self.agreements.iter().any(|a| counted.contains(a))
    }
}

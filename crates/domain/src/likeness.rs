//! How two records may be about the same person: what agreed, in words that can be shown without showing anything else.
//!
//! There is no score. The policy lists which agreements are worth a second look; a person takes it.

use crate::case::Case;
use crate::decide::Context;
use crate::event::{Event, Stamp};
use crate::id::{CaseId, PersonId, UserId};
use crate::private::private;
use crate::refused::{Refused, reasoned, require};
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

/// What the register knows before a check.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// Other cases of which something agrees that counts.
    pub found: Vec<Found>,
    /// How often whoever acts has checked within the hour.
    pub checks: u32,
}

/// Another case that may be of the same person: its number, and why. Nothing else of it is known here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Found {
    /// The other case.
    pub case: CaseId,
    /// Its number, as the partner gave it.
    pub reference: String,
    /// Whom of this case it is about, and why.
    pub people: Vec<Alike>,
}

/// A person of this case, and what agrees.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Alike {
    /// The person of this case.
    pub person: PersonId,
    /// What agrees.
    pub why: Why,
}

/// Whether two cases are of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sameness {
    /// They are.
    SamePerson,
    /// They are not.
    AnotherPerson,
    /// What was said before is taken back.
    Open,
}

impl Sameness {
    /// The code used in forms and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SamePerson => "same-person",
            Self::AnotherPerson => "another-person",
            Self::Open => "open",
        }
    }
}

/// What somebody said of a possible match.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Said {
    /// Whether it is the same person.
    pub sameness: Sameness,
    /// How that is known.
    pub reason: String,
}

/// What was said, by whom and when.
#[derive(Clone, PartialEq, Eq)]
pub struct Settled {
    /// The other case.
    pub other: CaseId,
    /// What was said.
    pub said: Said,
    /// By whom, and when.
    pub by: (UserId, i64),
}

/// What the centre knows of other cases of the same person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Matches {
    /// When somebody last checked, UTC milliseconds.
    pub checked_ms: Option<i64>,
    /// Whether somebody was declared or a number recorded since.
    pub stale: bool,
    /// What was found, and what was said something of before.
    pub found: Vec<Found>,
    /// The last word on each.
    pub settled: Vec<Settled>,
}

private!(Sought, Found, Alike, Said, Settled, Matches);

impl Matches {
    /// The last word on another case, unless it was taken back.
    #[must_use]
    pub fn said(&self, other: CaseId) -> Option<&Settled> {
        let last = self.settled.iter().find(|s| s.other == other);
        last.filter(|s| s.said.sameness != Sameness::Open)
    }

    /// How many possible matches nobody has said anything of.
    #[must_use]
    pub fn open(&self) -> usize {
        let open = self.found.iter().filter(|f| self.said(f.case).is_none());
        open.count()
    }

    fn take(&mut self, found: &[Found]) {
        let gone = |f: &Found| found.iter().all(|new| new.case != f.case);
        let before = std::mem::take(&mut self.found);
        let kept = before
            .into_iter()
            .filter(|f| gone(f) && self.said(f.case).is_some());
        self.found = found
            .iter()
            .cloned()
            .chain(kept.collect::<Vec<_>>())
            .collect();
    }
}

impl Case {
    pub(crate) fn apply_likeness(&mut self, stamp: &Stamp, event: &Event) {
        let matches = &mut self.matches;
        match event {
            Event::EarlierChecked { found } => {
                matches.take(found);
                matches.checked_ms = Some(stamp.at_ms);
                matches.stale = false;
            }
            Event::MatchSettled { other, said } => {
                matches.settled.retain(|s| s.other != *other);
                matches.settled.push(Settled {
                    other: *other,
                    said: said.clone(),
                    by: (stamp.actor, stamp.at_ms),
                });
            }
            // the centre's own number is new with every file: nobody else can have given it
            Event::NumberRecorded(number) if number.kind == "g-number" => {}
            Event::PersonDeclared { .. } | Event::NumberRecorded(_) => {
                matches.stale = matches.checked_ms.is_some();
            }
            _ => {}
        }
    }
}

/// The check that comes with taking a referral in. Where the hour's checks are used up, it is left for later.
pub(crate) fn on_acceptance(ctx: &Context<'_>) -> Option<Event> {
    check(ctx).ok()?.into_iter().next()
}

/// Whoever checked too often could ask whether a person applied, name by name. That it was tried is recorded.
pub(crate) fn check(ctx: &Context<'_>) -> Result<Vec<Event>, Refused> {
    let sought = ctx.sought.ok_or_else(|| Refused::by("no-register"))?;
    let terms = ctx.policy.likeness(ctx.today);
    let limit = terms.map_or(0, |t| t.checks_an_hour);
    require(sought.checks < limit, || {
        let refused = Refused::by("checks-used-up").with("limit", limit.to_string());
        refused.attempting(Event::CheckCapped {})
    })?;
    Ok(vec![Event::EarlierChecked {
        found: sought.found.clone(),
    }])
}

/// One word stands on each match; another takes its place, or takes it back.
pub(crate) fn settle(case: &Case, other: CaseId, said: Said) -> Result<Vec<Event>, Refused> {
    let found = case.matches.found.iter().any(|f| f.case == other);
    require(found, || Refused::by("no-such-match"))?;
    let stands = case.matches.said(other).map(|s| s.said.sameness);
    require(stands != Some(said.sameness), || {
        Refused::by("match-said-already")
    })?;
    let nothing = said.sameness == Sameness::Open && stands.is_none();
    require(!nothing, || Refused::by("nothing-to-take-back"))?;
    reasoned(&said.reason)?;
    Ok(vec![Event::MatchSettled { other, said }])
}

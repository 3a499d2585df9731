//! Two records in hand, within one group: as by marks, and by how far two spellings are apart.

use crate::birth::{Birth, Dates};
use crate::name::{self, Group, groups};
use crate::record::Record;
use crate::token::told;
use safeconduct_domain::likeness::{Agreement, Part, Why};
use std::collections::BTreeSet;
use std::fmt;

/// A record made ready to be compared with many.
pub struct Ready {
    groups: Vec<Group>,
    birth: Option<Birth>,
    numbers: Vec<String>,
    reach: Vec<String>,
}

impl fmt::Debug for Ready {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ready(…)")
    }
}

impl Ready {
    /// Of a record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        Self {
            groups: groups(record),
            birth: record.birth.map(Birth::read),
            numbers: record.plain_numbers(),
            reach: record.plain_reach(),
        }
    }

    /// What agrees with another record; two spellings are one name from so many hundredths of likeness on.
    #[must_use]
    pub fn why(&self, other: &Self, spelling: u32) -> Why {
        let mut found = BTreeSet::new();
        if self.numbers.iter().any(|n| other.numbers.contains(n)) {
            found.insert(Agreement::Number);
        }
        if self.reach.iter().any(|r| other.reach.contains(r)) {
            found.insert(Agreement::Reach);
        }
        let names = self.names_like(other, f64::from(spelling) / 100.0);
        let only = |r: &Self| r.groups.len() == 1;
        // one of two is the first given name of either: brothers and sisters share the others
        let first = |(i, j, _): &(usize, usize, Part)| {
            let head = |r: &Self, at: usize| r.groups.get(at).is_some_and(|g| g.given_head);
            head(self, *i) || head(other, *j)
        };
        let two = names.len() > 1 && names.iter().any(first);
        let agreement = match Dates::of(self.birth, other.birth) {
            Dates::Same if two => Some(Agreement::BirthNames),
            Dates::Same if names.len() == 1 && only(self) && only(other) => {
                Some(Agreement::BirthOnlyName)
            }
            Dates::Same if !names.is_empty() => Some(self.begins_alike(other, &names)),
            Dates::Swapped if two => Some(Agreement::SwappedNames),
            Dates::Near if two => Some(Agreement::NearNames),
            Dates::Year if two => Some(Agreement::YearNames),
            Dates::NextYear if two => Some(Agreement::NextYearNames),
            Dates::SameYear if two => Some(Agreement::SameYearNames),
            Dates::Missing if two => Some(Agreement::NamesAlone),
            _ => None,
        };
        found.extend(agreement);
        let parts: Vec<Part> = match agreement {
            Some(_) => names.iter().map(|(_, _, part)| *part).collect(),
            None => Vec::new(),
        };
        Why::new(told(found), parts)
    }

    /// Which of its names are like a name of the other, each counted once.
    fn names_like(&self, other: &Self, least: f64) -> Vec<(usize, usize, Part)> {
        let mut likely: Vec<(f64, usize, usize)> = Vec::new();
        for (i, a) in self.groups.iter().enumerate() {
            for (j, b) in other.groups.iter().enumerate() {
                let like = alike(a, b);
                if like >= least {
                    likely.push((like, i, j));
                }
            }
        }
        likely.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut taken: Vec<(usize, usize, Part)> = Vec::new();
        for (_, i, j) in likely {
            let (Some(a), Some(b)) = (self.groups.get(i), other.groups.get(j)) else {
                continue;
            };
            let free = taken.iter().all(|(x, y, _)| {
                let (one, two) = (self.groups.get(*x), other.groups.get(*y));
                *x != i
                    && *y != j
                    && one.is_some_and(|g| g.pairs_with(a))
                    && two.is_some_and(|g| g.pairs_with(b))
            });
            if free {
                taken.push((i, j, a.part));
            }
        }
        taken
    }

    /// Whether the first family name is one and the first given name begins alike, or the other way round.
    fn begins_alike(&self, other: &Self, names: &[(usize, usize, Part)]) -> Agreement {
        let begin = |(i, j, _): &(usize, usize, Part)| {
            let (mine, theirs) = (beginnings(self, *i), beginnings(other, *j));
            mine.iter().any(|initial| theirs.contains(initial))
        };
        match names.iter().any(begin) {
            true => Agreement::BirthNameInitial,
            false => Agreement::BirthName,
        }
    }
}

fn beginnings(ready: &Ready, at: usize) -> BTreeSet<char> {
    let beside = ready.groups.get(at);
    beside.map_or_else(BTreeSet::new, |group| {
        name::beginnings(&ready.groups, group)
    })
}

/// How like two names are: one, if a skeleton agrees; else by their spelling, in which one letter may be wrong.
fn alike(a: &Group, b: &Group) -> f64 {
    if a.keys.iter().any(|key| b.keys.contains(key)) {
        return 1.0;
    }
    let pairs = a
        .spelled
        .iter()
        .flat_map(|x| b.spelled.iter().map(move |y| (x, y)));
    pairs
        .filter(|(x, y)| x.len() > 3 && y.len() > 3)
        .map(|(x, y)| {
            let jaro = strsim::jaro_winkler(x, y);
            let slips = strsim::damerau_levenshtein(x, y);
            if slips == 1 { jaro.max(0.9) } else { jaro }
        })
        .fold(0.0, f64::max)
}

//! Invented people: names of one origin put together by chance, a date of birth, and the ways a second office writes them.

use super::chance::Chance;
use super::cyrillic;
use super::names::{Entry, Lists, Syllable};
use crate::Record;
use safeconduct_domain::date::PartialDate;

/// Where names come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Given, father's and family name; articles, `servant of`.
    Arabic,
    /// Persian and Dari.
    Persian,
    /// Russian, Ukrainian and Central Asian, with a patronymic.
    Cyrillic,
    /// Family name and one or two syllables.
    Chinese,
    /// Two surnames.
    Spanish,
}

impl Origin {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Arabic,
        Self::Persian,
        Self::Cyrillic,
        Self::Chinese,
        Self::Spanish,
    ];
}

/// One name in all the ways it is written.
#[derive(Clone)]
pub(super) struct Name {
    pub(super) own: String,
    pub(super) latin: Vec<String>,
}

/// Somebody who does not exist.
#[derive(Clone)]
pub(super) struct Invented {
    pub(super) origin: Origin,
    pub(super) given: Vec<Name>,
    pub(super) family: Vec<Name>,
    pub(super) birth: (i16, i8, i8),
}

/// How somebody is written down.
#[derive(Clone, Copy)]
pub(super) struct Written {
    /// Which spelling of each name.
    pub(super) spelling: usize,
    /// In the letters of home.
    pub(super) own_script: bool,
    /// Family name and given names in each other's place.
    pub(super) exchanged: bool,
    /// Without the last name of several.
    pub(super) shortened: bool,
    /// With another of the names for the family's.
    pub(super) chained: bool,
}

pub(super) const PLAIN: Written = Written {
    spelling: 0,
    own_script: false,
    exchanged: false,
    shortened: false,
    chained: false,
};

fn entry(all: &[Entry], chance: &mut Chance) -> Name {
    chance.of(all).map_or_else(nobody, |e| Name {
        own: e.own.to_owned(),
        latin: e.latin.iter().map(|l| (*l).to_owned()).collect(),
    })
}

const fn nobody() -> Name {
    Name {
        own: String::new(),
        latin: Vec::new(),
    }
}

fn cyrillic(all: &[&str], (one, two): (usize, usize), chance: &mut Chance) -> Name {
    let own = chance.of(all).copied().unwrap_or_default();
    Name {
        own: own.to_owned(),
        latin: vec![cyrillic::latin(own, one), cyrillic::latin(own, two)],
    }
}

/// One or two syllables; the two are written apart, together, or with a hyphen.
fn syllables(all: &[Syllable], two: bool, chance: &mut Chance) -> Name {
    let (own, pinyin, wade) = chance.of(all).copied().unwrap_or_default();
    if !two {
        let latin = vec![capital(pinyin), capital(wade)];
        return Name {
            own: own.to_owned(),
            latin,
        };
    }
    let (own2, pinyin2, wade2) = chance.of(all).copied().unwrap_or_default();
    Name {
        own: format!("{own}{own2}"),
        latin: vec![
            capital(&format!("{pinyin}{pinyin2}")),
            format!("{}-{wade2}", capital(wade)),
            format!("{} {}", capital(pinyin), capital(pinyin2)),
        ],
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Somebody new.
pub(super) fn somebody(lists: &Lists, origin: Origin, chance: &mut Chance) -> Invented {
    let tables = cyrillic::two(chance);
    let (given, family) = match origin {
        Origin::Arabic => (
            vec![
                entry(lists.arabic_given, chance),
                entry(lists.arabic_given, chance),
            ],
            vec![entry(lists.arabic_family, chance)],
        ),
        Origin::Persian => (
            vec![entry(lists.persian_given, chance)],
            vec![entry(lists.persian_family, chance)],
        ),
        Origin::Cyrillic => (
            vec![
                cyrillic(lists.cyrillic_given, tables, chance),
                cyrillic(lists.cyrillic_father, tables, chance),
            ],
            vec![cyrillic(lists.cyrillic_family, tables, chance)],
        ),
        Origin::Chinese => {
            let two = !chance.once_in(3);
            (
                vec![syllables(lists.chinese_given, two, chance)],
                vec![syllables(lists.chinese_family, false, chance)],
            )
        }
        Origin::Spanish => (
            vec![entry(lists.spanish_given, chance)],
            vec![
                entry(lists.spanish_family, chance),
                entry(lists.spanish_family, chance),
            ],
        ),
    };
    let birth = birth(chance);
    Invented {
        origin,
        given,
        family,
        birth,
    }
}

/// A day from 1950 to 2009, never 1 January.
fn birth(chance: &mut Chance) -> (i16, i8, i8) {
    let small = |n: usize| i8::try_from(n).unwrap_or(1);
    let year = 1950 + i16::try_from(chance.below(60)).unwrap_or(0);
    (
        year,
        small(1 + chance.below(12)),
        small(2 + chance.below(27)),
    )
}

impl Invented {
    /// The record of it, with the date as given.
    pub(super) fn written(&self, how: Written, birth: Option<PartialDate>) -> Record {
        let name = |names: &[Name], from: usize| -> String {
            let kept = if how.shortened && names.len() > 1 {
                names.len() - 1
            } else {
                names.len()
            };
            let each = names.iter().take(kept).enumerate().map(|(i, name)| {
                let spelling = (how.spelling * (1 + from + i)) % name.latin.len().max(1);
                match name.latin.get(spelling) {
                    Some(latin) if !how.own_script => latin.as_str(),
                    _ => name.own.as_str(),
                }
            });
            each.collect::<Vec<_>>().join(" ")
        };
        let (given, family) = match (how.chained, self.given.split_first(), self.family.get(1..)) {
            (true, Some((first, [father, ..])), _) => (
                name(std::slice::from_ref(first), 1),
                name(std::slice::from_ref(father), 2),
            ),
            (true, _, Some(second @ [_, ..])) => (name(&self.given, 1), name(second, 1)),
            _ => (name(&self.given, 1), name(&self.family, 0)),
        };
        let (given, family) = match how.exchanged {
            true => (family, given),
            false => (given, family),
        };
        Record {
            family,
            given,
            birth,
            ..Record::default()
        }
    }

    /// The date to the day.
    pub(super) fn day(&self) -> Option<PartialDate> {
        date(self.birth)
    }
}

/// A date of its parts, if there is such a day.
pub(super) fn date((year, month, day): (i16, i8, i8)) -> Option<PartialDate> {
    PartialDate::new(year, Some(month), Some(day)).ok()
}

//! Pairs of records by rules: of one person written down twice, and of two people who are easily taken for one.

use super::chance::Chance;
use super::names::{Lists, SEEN};
use super::people::{Invented, Origin, PLAIN, Written, date, somebody};
use super::unseen::UNSEEN;
use crate::Record;
use safeconduct_domain::date::PartialDate;

/// How the second record of one person differs from the first.
pub const ALIKE: [&str; 11] = [
    "other spelling",
    "own script beside Latin letters",
    "family and given names exchanged",
    "a name left out",
    "day and month exchanged",
    "date estimated: 1 January of the year",
    "date estimated: the year before or after",
    "one letter wrong",
    "one figure of the date wrong",
    "names exchanged, own script, date estimated",
    "another of three names for the family's",
];

/// Who the other is.
pub const APART: [&str; 8] = [
    "a stranger",
    "a namesake, years apart",
    "born on the same day",
    "brother or sister",
    "twin",
    "parent and child",
    "same family name, both dates estimated",
    "same given name, both dates estimated",
];

/// Two records, and whether they are one person's.
pub struct Pair {
    /// One.
    pub one: Record,
    /// The other.
    pub other: Record,
    /// By which rule: an index into [`ALIKE`] or [`APART`].
    pub rule: usize,
    /// Of which origin.
    pub origin: Origin,
    /// Whether they are of one person.
    pub same: bool,
}

/// As many pairs of one person as of two, by every rule and of every origin in turn.
#[must_use]
pub fn pairs(seed: u64, count: usize) -> Vec<Pair> {
    of_names(&SEEN, seed, count)
}

/// The same of names that were never looked at while the rules of sound were mended.
#[must_use]
pub fn unseen(seed: u64, count: usize) -> Vec<Pair> {
    of_names(&UNSEEN, seed, count)
}

fn of_names(lists: &Lists, seed: u64, count: usize) -> Vec<Pair> {
    let mut chance = Chance::new(seed);
    let mut out = Vec::with_capacity(count);
    for number in 0..count {
        let (same, number) = (number % 2 == 0, number / 2);
        let rules = if same { ALIKE.len() } else { APART.len() };
        let rule = number % rules;
        let origin = Origin::ALL
            .get((number / rules) % Origin::ALL.len())
            .copied()
            .unwrap_or(Origin::Arabic);
        let person = somebody(lists, origin, &mut chance);
        let (one, other) = match same {
            true => twice(&person, rule, &mut chance),
            false => two(lists, &person, rule, &mut chance),
        };
        out.push(Pair {
            one,
            other,
            rule,
            origin,
            same,
        });
    }
    out
}

/// One person, written down by two offices. The second always spells in its own way.
fn twice(person: &Invented, rule: usize, chance: &mut Chance) -> (Record, Record) {
    let one = person.written(PLAIN, person.day());
    let spelled = Written {
        spelling: 1 + chance.below(4),
        ..PLAIN
    };
    let (year, month, day) = person.birth;
    let estimate = |by: i16| date((year + by, 1, 1));
    let beside = if chance.once_in(2) { 1 } else { -1 };
    let other = match rule {
        0 => person.written(spelled, person.day()),
        1 => person.written(own(PLAIN), person.day()),
        2 => person.written(exchanged(spelled), person.day()),
        3 => person.written(
            Written {
                shortened: true,
                ..spelled
            },
            person.day(),
        ),
        4 => {
            // only a day up to the twelfth can be taken for a month
            let day = 2 + day % 11;
            let one = person.written(PLAIN, date((year, month, day)));
            return (one, person.written(spelled, date((year, day, month))));
        }
        5 => person.written(spelled, estimate(0)),
        6 => person.written(spelled, estimate(beside)),
        7 => wrong_letter(person.written(PLAIN, person.day()), chance),
        8 => person.written(spelled, wrong_figure(person.birth, chance)),
        9 => person.written(own(exchanged(PLAIN)), estimate(0)),
        _ => {
            let chained = Written {
                chained: true,
                ..spelled
            };
            person.written(chained, person.day())
        }
    };
    (one, other)
}

const fn own(how: Written) -> Written {
    Written {
        own_script: true,
        ..how
    }
}

const fn exchanged(how: Written) -> Written {
    Written {
        exchanged: true,
        ..how
    }
}

/// Dropped, doubled, exchanged with the next, or another: in one of the names.
fn wrong_letter(record: Record, chance: &mut Chance) -> Record {
    let in_family = chance.once_in(2);
    let text = if in_family {
        &record.family
    } else {
        &record.given
    };
    let mut letters: Vec<char> = text.chars().collect();
    let at = 1 + chance.below(letters.len().saturating_sub(1));
    let at = at.min(letters.len().saturating_sub(1));
    match chance.below(4) {
        0 if letters.len() > 2 => {
            letters.remove(at);
        }
        1 => {
            let again = letters.get(at).copied();
            letters.splice(at..at, again);
        }
        2 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => {
            let wrong = chance.of(&['a', 'e', 'r', 't', 'n', 's', 'k', 'm']);
            letters.splice(at..=at, wrong.copied());
        }
    }
    let text: String = letters.into_iter().collect();
    match in_family {
        true => Record {
            family: text,
            ..record
        },
        false => Record {
            given: text,
            ..record
        },
    }
}

/// The day by one, the month by one, or the year by ten.
fn wrong_figure((year, month, day): (i16, i8, i8), chance: &mut Chance) -> Option<PartialDate> {
    match chance.below(3) {
        0 => date((year, month, if day < 28 { day + 1 } else { day - 1 })),
        1 => date((year, if month < 12 { month + 1 } else { month - 1 }, day)),
        _ => date((year + 10, month, day)),
    }
}

/// Two people.
fn two(lists: &Lists, person: &Invented, rule: usize, chance: &mut Chance) -> (Record, Record) {
    let mut other = another(lists, person, chance);
    let spelled = Written {
        spelling: chance.below(3),
        ..PLAIN
    };
    let (year, month, day) = person.birth;
    let later = |years: usize| year + i16::try_from(years).unwrap_or(3);
    let estimated = |record: Record| Record {
        birth: date((year, 1, 1)),
        ..record
    };
    match rule {
        0 => {}
        1 => {
            let born = other.birth;
            other = person.clone();
            other.birth = (later(3 + chance.below(20)), born.1, born.2);
        }
        2 => other.birth = person.birth,
        3 => {
            other.birth = (later(1 + chance.below(6)), other.birth.1, other.birth.2);
            in_the_family(&mut other, person);
        }
        4 => {
            other.birth = (year, month, day);
            in_the_family(&mut other, person);
        }
        5 => {
            other.birth = (later(20 + chance.below(15)), other.birth.1, other.birth.2);
            other.family.clone_from(&person.family);
            // the child has the parent's given name for its second, where names are chained
            if let (Origin::Arabic, Some(parent), Some(second)) =
                (person.origin, person.given.first(), other.given.get_mut(1))
            {
                second.clone_from(parent);
            }
        }
        6 => other.family.clone_from(&person.family),
        _ => other.given.clone_from(&person.given),
    }
    let one = person.written(PLAIN, person.day());
    let other = other.written(spelled, other.day());
    match rule {
        6 | 7 => (estimated(one), estimated(other)),
        _ => (one, other),
    }
}

/// Family name, and father's name where it is part of the name.
fn in_the_family(other: &mut Invented, person: &Invented) {
    other.family.clone_from(&person.family);
    if let (Some(father), Some(place)) = (person.given.get(1), other.given.get_mut(1)) {
        place.clone_from(father);
    }
}

/// Somebody of the same origin of whom no name is the same, born on a day that agrees in no part.
fn another(lists: &Lists, person: &Invented, chance: &mut Chance) -> Invented {
    let all = |p: &Invented| [p.given.clone(), p.family.clone()].concat();
    let names = all(person);
    let (year, month, day) = person.birth;
    loop {
        let other = somebody(lists, person.origin, chance);
        let (y, m, d) = other.birth;
        let new_date = y.abs_diff(year) > 1 && m != month && d != day && m != day;
        if new_date
            && all(&other)
                .iter()
                .all(|name| names.iter().all(|n| n.own != name.own))
        {
            return other;
        }
    }
}

/// So many different people, each as one office writes them.
#[must_use]
pub fn register(seed: u64, count: usize) -> Vec<Record> {
    let mut chance = Chance::new(seed);
    let mut out = Vec::with_capacity(count);
    for origin in Origin::ALL.into_iter().cycle().take(count) {
        let person = somebody(&SEEN, origin, &mut chance);
        let how = Written {
            spelling: chance.below(4),
            ..PLAIN
        };
        // a third of the dates are estimated
        let (year, ..) = person.birth;
        let birth = match chance.once_in(3) {
            true => date((year, 1, 1)),
            false => person.day(),
        };
        out.push(person.written(how, birth));
    }
    out
}

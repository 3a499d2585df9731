//! The texts that are marked under a key and compared as marks: each is made of several fields, never a lone name or date.
//!
//! What is kept is narrow, what is asked is wide: a record keeps its own date, and asks for the exchanged one and for the
//! years beside an estimate too. So a stored mark is found from either side, whichever record came first.

use crate::birth::Birth;
use crate::name::{Group, beginnings, groups};
use crate::record::Record;
use safeconduct_domain::likeness::{Agreement, Why};
use std::collections::BTreeSet;
use std::fmt;

/// So many texts a record at most.
const MOST: usize = 600;
/// So many readings of a name in a pair.
const READINGS: usize = 8;

/// A text to be marked, and what it means if the mark is found.
#[derive(Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is marked.
    pub text: String,
    sign: Sign,
}

/// What a found mark means, and of which names of the record that asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Number,
    Reach,
    Day(usize),
    /// It is the other's first given name.
    First(usize),
    OnlyName(usize),
    Swapped(usize),
    SwappedFirst(usize),
    Initial(usize),
    Near(usize, usize),
    Year(usize, usize),
    NextYear(usize, usize),
    SameYear(usize, usize),
}

impl Asked {
    /// Whether it is a number or a way to reach somebody: one thing, which many may share.
    #[must_use]
    pub const fn one_thing(&self) -> bool {
        matches!(self.sign, Sign::Number | Sign::Reach)
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Asked(…)")
    }
}

/// What a record keeps, and what it asks for.
pub struct Tokens {
    groups: Vec<Group>,
    kept: Vec<String>,
    asked: Vec<Asked>,
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tokens(…)")
    }
}

impl Tokens {
    /// Of a record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let groups = groups(record);
        let mut maker = Maker::default();
        for number in record.plain_numbers() {
            maker.both(text("number", &[&number]), Sign::Number);
        }
        for reach in record.plain_reach() {
            maker.both(text("reach", &[&reach]), Sign::Reach);
        }
        if let Some(birth) = record.birth.map(Birth::read) {
            maker.of_day(birth, &groups);
            maker.of_pairs(birth, &groups);
        }
        maker.kept.sort_unstable();
        maker.kept.dedup();
        Self {
            groups,
            kept: maker.kept,
            asked: maker.asked,
        }
    }

    /// The texts whose marks are kept, each once and in no order that tells anything.
    #[must_use]
    pub fn kept(&self) -> &[String] {
        &self.kept
    }

    /// The texts whose marks are looked for.
    #[must_use]
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// What agrees with a record of which these marks were found.
    #[must_use]
    pub fn why<'a>(&self, found: impl IntoIterator<Item = &'a Asked>) -> Why {
        let mut agreements = BTreeSet::new();
        let mut names = BTreeSet::new();
        let (mut days, mut swapped) = (Day::default(), Day::default());
        for asked in found {
            let (agreement, of) = match asked.sign {
                Sign::Number => (Agreement::Number, None),
                Sign::Reach => (Agreement::Reach, None),
                Sign::Day(a) => {
                    days.names.insert(a);
                    (Agreement::BirthName, Some([a, a]))
                }
                Sign::First(_) => {
                    days.first = true;
                    continue;
                }
                Sign::Swapped(a) => {
                    swapped.names.insert(a);
                    continue;
                }
                Sign::SwappedFirst(_) => {
                    swapped.first = true;
                    continue;
                }
                Sign::OnlyName(a) => (Agreement::BirthOnlyName, Some([a, a])),
                Sign::Initial(a) => (Agreement::BirthNameInitial, Some([a, a])),
                Sign::Near(a, b) => (Agreement::NearNames, Some([a, b])),
                Sign::Year(a, b) => (Agreement::YearNames, Some([a, b])),
                Sign::NextYear(a, b) => (Agreement::NextYearNames, Some([a, b])),
                Sign::SameYear(a, b) => (Agreement::SameYearNames, Some([a, b])),
            };
            agreements.insert(agreement);
            names.extend(of.into_iter().flatten());
        }
        if self.two_names(&days) {
            agreements.insert(Agreement::BirthNames);
        }
        if self.two_names(&swapped) {
            agreements.insert(Agreement::SwappedNames);
            names.append(&mut swapped.names);
        }
        let parts = names
            .iter()
            .filter_map(|i| self.groups.get(*i).map(|g| g.part));
        Why::new(told(agreements), parts.collect())
    }

    /// Two names, one of them the first given name of either record: brothers and sisters share the others.
    fn two_names(&self, day: &Day) -> bool {
        let found = day.names.iter().filter_map(|i| self.groups.get(*i));
        let groups: Vec<&Group> = found.collect();
        let first = day.first || groups.iter().any(|g| g.given_head);
        let mut pairs = groups
            .iter()
            .flat_map(|a| groups.iter().map(move |b| (a, b)));
        first && pairs.any(|(a, b)| !std::ptr::eq(*a, *b) && a.pairs_with(b))
    }
}

/// What was found beside one date.
#[derive(Default)]
struct Day {
    names: BTreeSet<usize>,
    first: bool,
}

/// Without what a stronger agreement says already.
pub(crate) fn told(mut found: BTreeSet<Agreement>) -> Vec<Agreement> {
    use Agreement as A;
    if found.contains(&A::BirthNames) || found.contains(&A::BirthOnlyName) {
        for weaker in [
            A::NearNames,
            A::SameYearNames,
            A::BirthNameInitial,
            A::BirthName,
        ] {
            found.remove(&weaker);
        }
    }
    if found.contains(&A::SwappedNames) || found.contains(&A::NearNames) {
        found.remove(&A::SameYearNames);
    }
    if found.contains(&A::BirthNameInitial) {
        found.remove(&A::BirthName);
    }
    found.into_iter().collect()
}

#[derive(Default)]
struct Maker {
    kept: Vec<String>,
    asked: Vec<Asked>,
}

impl Maker {
    fn keep(&mut self, text: String) {
        if self.kept.len() < MOST {
            self.kept.push(text);
        }
    }

    fn ask(&mut self, text: String, sign: Sign) {
        if self.asked.len() < 2 * MOST {
            self.asked.push(Asked { text, sign });
        }
    }

    fn both(&mut self, text: String, sign: Sign) {
        self.keep(text.clone());
        self.ask(text, sign);
    }

    /// A date that is known to the day, with each name.
    fn of_day(&mut self, birth: Birth, groups: &[Group]) {
        let Birth::Known { year, month, day } = birth else {
            return;
        };
        let date = format!("{year}-{month}-{day}");
        for (i, group) in groups.iter().enumerate() {
            for key in &group.keys {
                self.both(text("day", &[&date, key]), Sign::Day(i));
                if group.given_head {
                    self.keep(text("first", &[&date, key]));
                }
                self.ask(text("first", &[&date, key]), Sign::First(i));
                if groups.len() == 1 {
                    self.both(text("only", &[&date, key]), Sign::OnlyName(i));
                }
                for initial in beginnings(groups, group) {
                    let begins = initial.to_string();
                    self.both(text("begins", &[&date, key, &begins]), Sign::Initial(i));
                }
            }
        }
        if let Some(Birth::Known { year, month, day }) = birth.swapped() {
            let date = format!("{year}-{month}-{day}");
            for (i, group) in groups.iter().enumerate() {
                for key in &group.keys {
                    self.ask(text("day", &[&date, key]), Sign::Swapped(i));
                    self.ask(text("first", &[&date, key]), Sign::SwappedFirst(i));
                }
            }
        }
    }

    /// What is left of a date, with the first given name and each other.
    fn of_pairs(&mut self, birth: Birth, groups: &[Group]) {
        for (i, one) in groups.iter().enumerate() {
            for (j, other) in groups.iter().enumerate().skip(i + 1) {
                let first = one.given_head || other.given_head;
                if !first || !one.pairs_with(other) {
                    continue;
                }
                for a in one.keys.iter().take(READINGS) {
                    for b in other.keys.iter().take(READINGS) {
                        let (a, b) = if a <= b { (a, b) } else { (b, a) };
                        self.of_pair(birth, a, b, (i, j));
                    }
                }
            }
        }
    }

    fn of_pair(&mut self, birth: Birth, a: &str, b: &str, (i, j): (usize, usize)) {
        for half in birth.halves() {
            self.both(text("half", &[&half, a, b]), Sign::Near(i, j));
        }
        let (known, estimated) = ("year", "estimate");
        let year = birth.year();
        let own = if birth.estimated() { estimated } else { known };
        self.keep(text(own, &[&year.to_string(), a, b]));
        for by in [-1_i16, 0, 1] {
            let asked = year.saturating_add(by).to_string();
            let sign = match by {
                0 => Sign::Year(i, j),
                _ => Sign::NextYear(i, j),
            };
            self.ask(text(estimated, &[&asked, a, b]), sign);
            if birth.estimated() {
                self.ask(text(known, &[&asked, a, b]), sign);
            } else if by == 0 {
                self.ask(text(known, &[&asked, a, b]), Sign::SameYear(i, j));
            }
        }
    }
}

/// Fields with their form, so that no two forms meet. The number is that of these rules: others make other marks.
fn text(form: &str, fields: &[&str]) -> String {
    let mut out = format!("safeconduct/likeness/1\u{1f}{form}");
    for field in fields {
        out.push('\u{1f}');
        out.push_str(field);
    }
    out
}

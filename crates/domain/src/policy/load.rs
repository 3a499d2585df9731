//! Reads all the files, strictly: what the program does not know is refused with the file and the item named.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::dated::Dated;
use super::digest::digest;
use super::error::{PolicyError, Problem};
use super::fields::{Fields, Place};
use super::{Item, Policy, STEPS};

type Placed<T> = Vec<(Place, T)>;

/// A file whose tables have not all been read yet.
struct File<'a> {
    name: &'a str,
    tables: Table,
}

pub(super) fn load(files: &[(&str, &str)]) -> Result<Policy, PolicyError> {
    let mut open = parse(files)?;
    let label = label(&mut open)?;
    let streams = gather(&mut open)?;
    let partners = gather(&mut open)?;
    let ceilings = gather(&mut open)?;
    let allocations = gather(&mut open)?;
    let offices = gather(&mut open)?;
    let checklist = gather(&mut open)?;
    let elements = gather(&mut open)?;
    let considerations = gather(&mut open)?;
    let checks = gather(&mut open)?;
    let routes = gather(&mut open)?;
    let named = gather(&mut open)?;
    let safety = gather(&mut open)?;
    let first_contacts = gather(&mut open)?;
    let reliefs = gather(&mut open)?;
    let deadlines = gather(&mut open)?;
    let ages = gather(&mut open)?;
    let releases = gather(&mut open)?;
    let practices = gather(&mut open)?;
    let work_lists = gather(&mut open)?;
    let likenesses = gather(&mut open)?;
    let letter_texts = gather(&mut open)?;
    if let Some((file, key)) = open.iter().find_map(|f| Some((f, f.tables.keys().next()?))) {
        return Err(at(file.name, key, Problem::UnknownTable(key.clone())));
    }
    partners_exist(&partners, &allocations, &routes, &first_contacts)?;
    countries_are_served_once(&offices)?;
    considerations_bear(&considerations, &elements, &checks)?;
    reliefs_cure(&reliefs, &checks)?;
    Ok(Policy {
        version: format!("{label}+{}", digest(files)),
        streams: bare(streams),
        partners: bare(partners),
        ceilings: bare(ceilings),
        allocations: bare(allocations),
        offices: bare(offices),
        checklist: bare(checklist),
        elements: bare(elements),
        considerations: bare(considerations),
        checks: bare(checks),
        routes: bare(routes),
        named: bare(named),
        safety: bare(safety),
        first_contacts: bare(first_contacts),
        reliefs: bare(reliefs),
        deadlines: bare(deadlines),
        ages: bare(ages),
        releases: bare(releases),
        practices: bare(practices),
        work_lists: bare(work_lists),
        likenesses: bare(likenesses),
        letter_texts: bare(letter_texts),
    })
}

fn at(file: &str, item: &str, problem: Problem) -> PolicyError {
    PolicyError {
        file: file.to_owned(),
        item: item.to_owned(),
        problem,
    }
}

fn parse<'a>(files: &[(&'a str, &str)]) -> Result<Vec<File<'a>>, PolicyError> {
    let mut seen = BTreeSet::new();
    files
        .iter()
        .map(|(name, text)| {
            if !seen.insert(*name) {
                return Err(at(name, "the whole file", Problem::Twice));
            }
            let tables = text.parse::<Table>().map_err(|error| {
                let problem = Problem::Syntax(error.message().to_owned());
                at(name, "the whole file", problem)
            })?;
            Ok(File { name, tables })
        })
        .collect()
}

/// The version's human label: the key `label` of exactly one file.
fn label(files: &mut [File<'_>]) -> Result<String, PolicyError> {
    let mut found: Option<String> = None;
    for file in files.iter_mut() {
        let Some(value) = file.tables.remove("label") else {
            continue;
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        let label = value
            .as_str()
            .filter(|label| (1..=40).contains(&label.len()) && label.chars().all(plain));
        let Some(label) = label else {
            let wanted = "letters, digits, points and hyphens, at most 40";
            let problem = Problem::Value {
                key: "label",
                wanted,
            };
            return Err(at(file.name, "label", problem));
        };
        if found.replace(label.to_owned()).is_some() {
            return Err(at(file.name, "label", Problem::Overlap));
        }
    }
    found.ok_or_else(|| at("stream.toml", "label", Problem::Missing("label")))
}

/// Takes every item of one kind out of the files.
fn gather<T: Item>(files: &mut [File<'_>]) -> Result<Placed<T>, PolicyError> {
    let mut items: Placed<T> = Vec::new();
    for file in files {
        let Some(value) = file.tables.remove(T::TABLE) else {
            continue;
        };
        for (position, table) in tables::<T>(file.name, value)?.into_iter().enumerate() {
            let mut fields = Fields::new(file.name, T::TABLE, position, table);
            let item = T::read(&mut fields)?;
            items.push((fields.finish()?, item));
        }
    }
    never_twice_on_a_day(&items)?;
    Ok(items)
}

fn tables<T: Item>(file: &str, value: Value) -> Result<Vec<Table>, PolicyError> {
    let wrong = || {
        let wanted = "a list of tables";
        let problem = Problem::Value {
            key: T::TABLE,
            wanted,
        };
        at(file, T::TABLE, problem)
    };
    let Value::Array(values) = value else {
        return Err(wrong());
    };
    values
        .into_iter()
        .map(|value| match value {
            Value::Table(table) => Ok(table),
            _ => Err(wrong()),
        })
        .collect()
}

fn never_twice_on_a_day<T: Dated>(items: &Placed<T>) -> Result<(), PolicyError> {
    let mut periods: BTreeMap<String, Vec<super::Period>> = BTreeMap::new();
    for (place, item) in items {
        let earlier = periods.entry(item.identity()).or_default();
        if earlier.iter().any(|period| period.meets(&item.period())) {
            return Err(place.wrong(Problem::Overlap));
        }
        earlier.push(item.period());
    }
    Ok(())
}

fn partners_exist(
    partners: &Placed<super::Partner>,
    allocations: &Placed<super::Allocation>,
    routes: &Placed<super::Route>,
    first_contacts: &Placed<super::FirstContact>,
) -> Result<(), PolicyError> {
    let codes: BTreeSet<&str> = partners.iter().map(|(_, p)| p.code.as_str()).collect();
    let taken = partners
        .iter()
        .flat_map(|(place, p)| p.takes_over.iter().map(move |code| (place, code)));
    let allocated = allocations.iter().map(|(place, a)| (place, &a.partner));
    let routed = routes.iter().map(|(place, r)| (place, &r.partner));
    let said = first_contacts.iter().map(|(place, s)| (place, &s.partner));
    for (place, code) in taken.chain(allocated).chain(routed).chain(said) {
        if !codes.contains(code.as_str()) {
            return Err(place.wrong(Problem::Dangling(code.clone())));
        }
    }
    Ok(())
}

/// No country, and no remainder of countries, is served by two offices on one day.
fn countries_are_served_once(offices: &Placed<super::Office>) -> Result<(), PolicyError> {
    let mut served: BTreeMap<&str, Vec<super::Period>> = BTreeMap::new();
    for (place, office) in offices {
        let rest = office.fallback.then_some("the other countries");
        for country in office.countries.iter().map(String::as_str).chain(rest) {
            let earlier = served.entry(country).or_default();
            if earlier.iter().any(|period| period.meets(&office.period)) {
                return Err(place.wrong(Problem::Overlap));
            }
            earlier.push(office.period);
        }
    }
    Ok(())
}

fn considerations_bear(
    considerations: &Placed<super::Consideration>,
    elements: &Placed<super::Element>,
    checks: &Placed<super::Check>,
) -> Result<(), PolicyError> {
    let elements = elements.iter().map(|(_, element)| element.id.as_str());
    let checks = checks.iter().map(|(_, check)| check.id.as_str());
    let known: BTreeSet<&str> = elements.chain(checks).chain(STEPS).collect();
    for (place, consideration) in considerations {
        if consideration.bears.is_empty() {
            return Err(place.wrong(Problem::Missing("bears")));
        }
        for id in &consideration.bears {
            if !known.contains(id.as_str()) {
                return Err(place.wrong(Problem::Dangling(id.clone())));
            }
        }
    }
    Ok(())
}

/// What is cured, and what shuts the way, are grounds among the checks.
fn reliefs_cure(
    reliefs: &Placed<super::Relief>,
    checks: &Placed<super::Check>,
) -> Result<(), PolicyError> {
    let grounds = checks.iter().filter(|(_, check)| check.ground);
    let grounds: BTreeSet<&str> = grounds.map(|(_, check)| check.id.as_str()).collect();
    for (place, relief) in reliefs {
        if relief.cures.is_empty() {
            return Err(place.wrong(Problem::Missing("cures")));
        }
        for id in relief.cures.iter().chain(&relief.shut_by) {
            if !grounds.contains(id.as_str()) {
                return Err(place.wrong(Problem::Dangling(id.clone())));
            }
        }
    }
    Ok(())
}

fn bare<T>(placed: Placed<T>) -> Vec<T> {
    placed.into_iter().map(|(_, item)| item).collect()
}

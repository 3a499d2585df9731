//! Finding the same person under other names: on invented pairs (`docs/names.md`), beside Jaro–Winkler on the same pairs.

use std::time::Instant;

use safeconduct_domain::policy::Policy;
use safeconduct_likeness::bench::{
    ALIKE, APART, Result as Way, measure, pairs, register, share, strangers, unseen,
};

use super::Figure;
use crate::cli::Failure;

/// Pairs are the same each time.
const SEED: u64 = 2026;
/// So many invented people who are all different.
const PEOPLE: usize = 2_000;
/// What the measurement is made as of.
const DAY: jiff::civil::Date = jiff::civil::date(2026, 11, 1);

pub(super) fn compared(count: u32) -> Result<Vec<Figure>, Failure> {
    let policy = Policy::builtin()?;
    let terms = policy
        .likeness(DAY)
        .ok_or("the policy names no agreement")?;
    let pairs = pairs(SEED, usize::try_from(count)?);
    let begun = Instant::now();
    let ways = measure(&pairs, &terms.counts, terms.spelling, || begun.elapsed());
    let other = unseen(SEED, pairs.len());
    let others = measure(&other, &terms.counts, terms.spelling, || begun.elapsed());
    let lists = [("", &ways), ("unseen: ", &others)];
    let mut figures: Vec<Figure> = Vec::new();
    for (names, ways) in lists {
        figures.extend(ways.iter().flat_map(|way| overall(names, way, count)));
    }
    if let (Some(marks), Some(known)) = (ways.first(), best(&ways)) {
        let rules = |names: &[&str], mine: &[(usize, usize)], theirs: &[(usize, usize)]| {
            let each = names.iter().zip(mine.iter().zip(theirs));
            let figures = each.map(|(rule, (mine, theirs))| {
                let what = format!("  {rule}");
                percent(what, share(*mine)).against(100.0 * share(*theirs))
            });
            figures.collect::<Vec<_>>()
        };
        figures.push(percent("by marks, of one person found", marks.recall()));
        figures.extend(rules(&ALIKE, &marks.found, &known.found));
        figures.push(percent(
            "by marks, of those shown one person",
            marks.precision(),
        ));
        figures.extend(rules(&APART, &marks.wrong, &known.wrong));
    }
    let (shown, kept) = strangers(&register(SEED, PEOPLE), &terms.counts);
    let pairs = PEOPLE * (PEOPLE - 1) / 2;
    let what = format!("shown of a million pairs of {PEOPLE} different people");
    figures.push(Figure::new("memory", what, 1e6 * share((shown, pairs)), ""));
    let kept = f64::from(u32::try_from(kept)?);
    figures.push(Figure::new(
        "memory",
        "marks kept of a person, median",
        kept,
        "",
    ));
    Ok(figures)
}

/// Of the well-known ways the one that serves best: after our two and the one letter for letter.
fn best(ways: &[Way]) -> Option<&Way> {
    let known = ways.iter().skip(3);
    known.max_by(|a, b| (a.recall() * a.precision()).total_cmp(&(b.recall() * b.precision())))
}

/// `names` are those the rules of sound were mended with, or others.
fn overall(names: &str, way: &Way, count: u32) -> [Figure; 3] {
    let each = way.took.as_secs_f64() * 1e6 / f64::from(count.max(1));
    [
        percent(format!("{names}found: {}", way.way), way.recall()),
        percent(format!("{names}right: {}", way.way), way.precision()),
        Figure::new("memory", format!("{names}a pair: {}", way.way), each, "µs"),
    ]
}

fn percent(what: impl Into<String>, share: f64) -> Figure {
    Figure::new("memory", what, 100.0 * share, "%")
}

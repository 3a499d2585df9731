//! How many of one person's records are found, and how many of two people's are taken for one: on invented pairs made by
//! published rules (`docs/names.md`), beside well-known ways of comparing names, on the same pairs.

mod chance;
mod cyrillic;
mod names;
mod pairs;
mod people;
mod unseen;

use crate::compare::Ready;
use crate::token::Tokens;
use crate::{Record, fold};
use safeconduct_domain::likeness::Agreement;
use std::collections::{HashMap, HashSet};
use std::time::Duration;

pub use pairs::{ALIKE, APART, Pair, pairs, register, unseen};
pub use people::Origin;

/// What one way of comparing did.
#[derive(Debug, Clone)]
pub struct Result {
    /// Which way.
    pub way: &'static str,
    /// Pairs of one person: how many were found, by rule; and how many there were.
    pub found: Vec<(usize, usize)>,
    /// Pairs of two people: how many were taken for one, by rule; and how many there were.
    pub wrong: Vec<(usize, usize)>,
    /// Pairs of one person by origin: found, and all.
    pub origins: Vec<(usize, usize)>,
    /// How long it took, all pairs together.
    pub took: Duration,
}

impl Result {
    /// The share of one person's pairs that was found.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(sum(&self.found))
    }

    /// The share of what was found that is one person's, where half of all pairs are.
    #[must_use]
    pub fn precision(&self) -> f64 {
        let (found, wrong) = (sum(&self.found).0, sum(&self.wrong).0);
        share((found, found + wrong))
    }

    fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        2.0 * p * r / (p + r).max(f64::MIN_POSITIVE)
    }
}

fn sum(parts: &[(usize, usize)]) -> (usize, usize) {
    parts.iter().fold((0, 0), |(a, b), (c, d)| (a + c, b + d))
}

/// One number by another.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a share for people")]
pub fn share((part, all): (usize, usize)) -> f64 {
    part as f64 / (all as f64).max(1.0)
}

/// Measures every way on the same pairs. The clock is the caller's.
pub fn measure(
    pairs: &[Pair],
    counted: &[Agreement],
    spelling: u32,
    clock: impl Fn() -> Duration,
) -> Vec<Result> {
    let mut results = vec![
        run(
            pairs,
            "marks under a key (across organisations)",
            &clock,
            |pair| by_tokens(&pair.one, &pair.other, counted),
        ),
        run(
            pairs,
            "direct comparison (inside one group)",
            &clock,
            |pair| {
                let (one, other) = (Ready::of(&pair.one), Ready::of(&pair.other));
                one.why(&other, spelling).counts(counted)
            },
        ),
        run(
            pairs,
            "same name and date, letter for letter",
            &clock,
            |pair| pair.one.birth == pair.other.birth && written(&pair.one) == written(&pair.other),
        ),
    ];
    results.push(best(
        pairs,
        "Jaro–Winkler (strsim), name as written",
        &clock,
        |pair| strsim::jaro_winkler(&written(&pair.one), &written(&pair.other)),
    ));
    results.push(best(
        pairs,
        "Jaro–Winkler, in Latin letters, words in order",
        &clock,
        |pair| strsim::jaro_winkler(&sorted(&pair.one), &sorted(&pair.other)),
    ));
    results.push(best(
        pairs,
        "the same, and years at most one apart",
        &clock,
        |pair| match (pair.one.birth, pair.other.birth) {
            (Some(a), Some(b)) if a.year().abs_diff(b.year()) <= 1 => {
                strsim::jaro_winkler(&sorted(&pair.one), &sorted(&pair.other))
            }
            _ => 0.0,
        },
    ));
    results
}

fn run(
    pairs: &[Pair],
    way: &'static str,
    clock: &impl Fn() -> Duration,
    says: impl Fn(&Pair) -> bool,
) -> Result {
    let begun = clock();
    let said: Vec<bool> = pairs.iter().map(says).collect();
    tally(pairs, way, &said, clock().saturating_sub(begun))
}

fn tally(pairs: &[Pair], way: &'static str, said: &[bool], took: Duration) -> Result {
    let mut found = vec![(0, 0); ALIKE.len()];
    let mut wrong = vec![(0, 0); APART.len()];
    let mut origins = vec![(0, 0); Origin::ALL.len()];
    for (pair, said) in pairs.iter().zip(said) {
        let rules = if pair.same { &mut found } else { &mut wrong };
        let origin = Origin::ALL.iter().position(|o| *o == pair.origin);
        let origin = origin.filter(|_| pair.same);
        for place in [
            rules.get_mut(pair.rule),
            origin.and_then(|o| origins.get_mut(o)),
        ]
        .into_iter()
        .flatten()
        {
            place.0 += usize::from(*said);
            place.1 += 1;
        }
    }
    Result {
        way,
        found,
        wrong,
        origins,
        took,
    }
}

/// At the threshold that serves it best on these very pairs: more than anybody could know beforehand.
fn best(
    pairs: &[Pair],
    way: &'static str,
    clock: &impl Fn() -> Duration,
    like: impl Fn(&Pair) -> f64,
) -> Result {
    let begun = clock();
    let likes: Vec<f64> = pairs.iter().map(like).collect();
    let took = clock().saturating_sub(begun);
    let mut results = (50..100_u32).map(|threshold| {
        let least = f64::from(threshold) / 100.0;
        let said: Vec<bool> = likes.iter().map(|like| *like >= least).collect();
        tally(pairs, way, &said, took)
    });
    let first = results.next();
    let best = results.fold(first, |best, next| match best {
        Some(best) if best.f1() >= next.f1() => Some(best),
        _ => Some(next),
    });
    best.unwrap_or_else(|| tally(&[], way, &[], took))
}

fn written(record: &Record) -> String {
    format!("{} {}", record.given, record.family).to_lowercase()
}

fn sorted(record: &Record) -> String {
    let mut words = fold::words(&written(record));
    words.sort_unstable();
    words.join(" ")
}

fn by_tokens(one: &Record, other: &Record, counted: &[Agreement]) -> bool {
    let kept: HashSet<String> = Tokens::of(one).kept().iter().cloned().collect();
    let asking = Tokens::of(other);
    let found = asking.asked().iter().filter(|a| kept.contains(&a.text));
    asking.why(found).counts(counted)
}

/// Of so many different people, each checked against all the others: how many pairs are shown, and how many texts a
/// person keeps in the middle.
#[must_use]
pub fn strangers(people: &[Record], counted: &[Agreement]) -> (usize, usize) {
    let all: Vec<Tokens> = people.iter().map(Tokens::of).collect();
    let mut whose: HashMap<&str, Vec<usize>> = HashMap::new();
    for (person, tokens) in all.iter().enumerate() {
        for text in tokens.kept() {
            whose.entry(text).or_default().push(person);
        }
    }
    let mut shown = 0;
    for (person, tokens) in all.iter().enumerate() {
        let mut found: HashMap<usize, Vec<&crate::token::Asked>> = HashMap::new();
        for asked in tokens.asked() {
            for other in whose.get(asked.text.as_str()).into_iter().flatten() {
                if *other > person {
                    found.entry(*other).or_default().push(asked);
                }
            }
        }
        let counts = |asked: &Vec<_>| tokens.why(asked.iter().copied()).counts(counted);
        shown += found.values().filter(|asked| counts(asked)).count();
    }
    let mut kept: Vec<usize> = all.iter().map(|t| t.kept().len()).collect();
    kept.sort_unstable();
    (shown, kept.get(kept.len() / 2).copied().unwrap_or_default())
}

//! How long cases take at one group, by two clocks that say what they are: one looks back at what was finished, the other
//! counts what stands before a case and how fast such work has been done lately. Neither is a promise, and neither says
//! anything of a person. Where there is too little to count, that is the answer.

use crate::date::DAY_MS;
use crate::event::Urgency;
use crate::id::CaseId;
use crate::policy::WorkList;

/// A case that came to the group and ended there, decided or not; times in UTC milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finished {
    /// When it came to the group.
    pub received_ms: i64,
    /// When it ended.
    pub ended_ms: i64,
    /// Whether everybody in it was decided.
    pub decided: bool,
}

/// A case that has not ended, where it stands in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Its processing priority.
    pub urgency: Urgency,
    /// When it came to the group, UTC milliseconds.
    pub received_ms: i64,
    /// Which one.
    pub case: CaseId,
}

/// Looking back: how long cases took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backward {
    /// Of so many cases, this share took so many days or less.
    Within {
        /// Days, from the day it came to the group to the last decision in it.
        days: i64,
        /// Cases counted.
        of: usize,
    },
    /// Too few were decided for such a figure.
    TooFew {
        /// Cases found.
        found: usize,
        /// Cases needed.
        least: usize,
    },
}

/// Looking forward: how long until a case has had its turn, if work goes on as lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forward {
    /// From so many to so many days.
    Days {
        /// At best.
        from: i64,
        /// At worst.
        to: i64,
        /// Cases before it.
        ahead: usize,
        /// Cases finished lately, from which the rate is taken.
        finished: usize,
    },
    /// Too few were finished lately for a rate.
    TooFew {
        /// Cases before it.
        ahead: usize,
        /// Cases finished lately.
        finished: usize,
        /// Cases needed.
        least: usize,
    },
}

/// The days within which the policy's share of the cases decided lately had been decided: the smallest number of days that
/// so many of them did not exceed.
#[must_use]
pub fn backward(terms: &WorkList, finished: &[Finished], now_ms: i64) -> Backward {
    let mut days: Vec<i64> = within(finished, terms.finished_days, now_ms)
        .filter(|f| f.decided)
        .map(|f| (f.ended_ms - f.received_ms).max(0) / DAY_MS)
        .collect();
    let (found, least) = (days.len(), size(terms.finished_least));
    days.sort_unstable();
    let share = found.saturating_mul(size(terms.share)).div_ceil(100);
    match days.get(share.max(1).saturating_sub(1)) {
        Some(days) if found >= least => Backward::Within {
            days: *days,
            of: found,
        },
        _ => Backward::TooFew { found, least },
    }
}

/// How many wait before a case: those more urgent, and of the same priority those that came before it.
#[must_use]
pub fn ahead(queue: &[Waiting], this: &Waiting) -> usize {
    let turn = |w: &Waiting| (w.urgency, w.received_ms, w.case);
    queue.iter().filter(|w| turn(w) < turn(this)).count()
}

/// How many ended lately, decided or withdrawn: each of them is a case less in the queue.
#[must_use]
pub fn lately(terms: &WorkList, finished: &[Finished], now_ms: i64) -> usize {
    within(finished, terms.rate_days, now_ms).count()
}

/// The time until a case has had its turn. How many cases a group ends in such a time varies by chance alone by about
/// the root of the number; best and worst are taken from there.
#[must_use]
pub fn forward(terms: &WorkList, ahead: usize, finished: usize) -> Forward {
    let least = size(terms.rate_least).max(2);
    if finished < least {
        return Forward::TooFew {
            ahead,
            finished,
            least,
        };
    }
    let (count, root) = (whole(finished), whole(finished.isqrt()));
    let turns = whole(ahead)
        .saturating_add(1)
        .saturating_mul(i64::from(terms.rate_days));
    let at = |rate: i64| turns.saturating_add(rate - 1) / rate.max(1);
    Forward::Days {
        from: at(count.saturating_add(root)),
        to: at(count.saturating_sub(root).max(1)),
        ahead,
        finished,
    }
}

fn within(finished: &[Finished], days: u32, now_ms: i64) -> impl Iterator<Item = &Finished> {
    let since = now_ms.saturating_sub(i64::from(days).saturating_mul(DAY_MS));
    finished
        .iter()
        .filter(move |f| (since..=now_ms).contains(&f.ended_ms))
}

fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

//! Other cases that may be of the same person, as intake may know them: by their number and why. Everybody else's is empty.

use safeconduct_domain::id::{CaseId, UserId};
use safeconduct_domain::likeness::{Found, Matches, Said, Settled};
use serde::Serialize;

/// What the centre knows of other cases.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct MatchesView<'a> {
    checked_ms: Option<i64>,
    stale: bool,
    found: &'a [Found],
    settled: Vec<SettledView<'a>>,
}

/// The last word on one of them.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SettledView<'a> {
    other: CaseId,
    #[serde(flatten)]
    said: &'a Said,
    by: UserId,
    at_ms: i64,
}

impl<'a> From<&'a Matches> for MatchesView<'a> {
    fn from(matches: &'a Matches) -> Self {
        Self {
            checked_ms: matches.checked_ms,
            stale: matches.stale,
            found: &matches.found,
            settled: matches.settled.iter().map(SettledView::from).collect(),
        }
    }
}

impl<'a> From<&'a Settled> for SettledView<'a> {
    fn from(settled: &'a Settled) -> Self {
        let (by, at_ms) = settled.by;
        Self {
            other: settled.other,
            said: &settled.said,
            by,
            at_ms,
        }
    }
}

//! Relief: the ways the law leaves open to a person on whom a ground of inadmissibility stands, and which of them were
//! considered. Which way cures which ground is in the policy; nobody is granted anything here.

use crate::admissibility::Outcome;
use crate::case::Case;
use crate::decide::Context;
use crate::event::Event;
use crate::id::PersonId;
use crate::policy::{Policy, Relief};
use crate::private::private;
use crate::refused::{Refused, reasoned, require};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A way that was considered for a person and a ground.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Considered {
    /// For whom.
    pub person: PersonId,
    /// Code of the check whose ground it would cure.
    pub check: String,
    /// Code of the way, from the policy.
    pub relief: String,
    /// Whether it is pursued.
    #[serde(default)]
    pub pursued: bool,
    /// Why, or why not.
    pub reasons: String,
}

private!(Considered);

/// Whether a way is open.
#[derive(Clone, PartialEq, Eq)]
pub enum Way {
    /// It is open in law.
    Open,
    /// It is shut by a ground that stands on the person, by the code of its check.
    Shut(String),
}

/// The ways that cure the ground of a check, and whether each is open to the person as things stand.
#[must_use]
pub fn ways<'p>(
    policy: &'p Policy,
    case: &Case,
    person: PersonId,
    check: &str,
    day: Date,
) -> Vec<(&'p Relief, Way)> {
    let cures = |relief: &&Relief| relief.cures.iter().any(|c| c == check);
    let all = policy.reliefs(day).into_iter().filter(cures);
    all.map(|relief| (relief, way(case, person, relief)))
        .collect()
}

fn way(case: &Case, person: PersonId, relief: &Relief) -> Way {
    let mut shut = relief.shut_by.iter();
    match shut.find(|check| concern(case, person, check)) {
        Some(check) => Way::Shut(check.clone()),
        None => Way::Open,
    }
}

fn concern(case: &Case, person: PersonId, check: &str) -> bool {
    let standing = case.admissibility.check(person, check);
    standing.is_some_and(|c| c.outcome == Outcome::Concern)
}

pub(crate) fn consider(
    ctx: &Context<'_>,
    case: &Case,
    act: Considered,
) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    require(concern(case, act.person, &act.check), || {
        Refused::by("nothing-to-relieve")
    })?;
    let relief = ctx.policy.relief(&act.relief, ctx.today);
    let relief = relief.ok_or_else(|| Refused::by("no-such-relief"))?;
    let cited = relief.provisions.first().map(ToString::to_string);
    let refused = |rule| Refused {
        citation: cited.clone(),
        ..Refused::by(rule)
    };
    let cures = relief.cures.contains(&act.check);
    require(cures, || refused("relief-cures-another-ground"))?;
    let open = way(case, act.person, relief) == Way::Open;
    require(open || !act.pursued, || refused("relief-is-shut"))?;
    reasoned(&act.reasons)?;
    Ok(vec![Event::ReliefConsidered(act)])
}

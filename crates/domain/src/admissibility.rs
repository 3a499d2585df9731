//! Admissibility: checks per person, as tasks with results (A34–A42, medical, biometrics, security screening).

use crate::case::Case;
use crate::conviction;
use crate::date::{Known, younger_than};
use crate::decide::Context;
use crate::event::Event;
use crate::id::PersonId;
use crate::person::Person;
use crate::policy::{self, AgeId, CheckKind, List, Policy};
use crate::private::private;
use crate::refused::{Refused, require};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Asked for, no answer yet.
    Pending,
    /// Nothing against the person.
    Passed,
    /// A ground may apply: it must be put to the person.
    Concern,
    /// The law exempts the person, with the reason.
    Exempt,
}

/// A check on one person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Check {
    /// On whom.
    pub person: PersonId,
    /// Code of the check, from the policy.
    pub check: String,
    /// The result.
    pub outcome: Outcome,
    /// On which day.
    pub on: Date,
    /// Until when the result holds, where it ages.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// Reasons; needed for a concern and an exemption.
    #[serde(default)]
    pub reasons: Option<String>,
    /// When it was asked for, where the answer comes from elsewhere.
    #[serde(default)]
    pub asked_on: Option<Date>,
    /// Code of the reason the law exempts for, where it knows more than one.
    #[serde(default)]
    pub exemption: Option<String>,
}

/// What stands: the last result of each check on each person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Admissibility {
    /// Results.
    pub checks: Vec<Check>,
}

private!(Check, Admissibility);

impl Admissibility {
    /// The result that stands.
    #[must_use]
    pub fn check(&self, person: PersonId, check: &str) -> Option<&Check> {
        self.checks
            .iter()
            .find(|c| c.person == person && c.check == check)
    }

    pub(crate) fn set(&mut self, check: Check) {
        self.checks
            .retain(|c| (c.person, &c.check) != (check.person, &check.check));
        self.checks.push(check);
    }
}

/// Until when a result holds: what was recorded; where nothing was, what the law gives it (R30(3)).
#[must_use]
pub fn holds_until(policy: &Policy, known: &policy::Check, check: &Check) -> Option<Date> {
    check.valid_until.or_else(|| {
        let deadline = policy.deadline(known.validity?, check.on)?;
        (check.outcome == Outcome::Passed).then(|| deadline.ends(check.on))?
    })
}

/// The reason for which the law spares a person a check by age alone, if it does: for biometrics, under the first age and
/// over the last, on the day the application is made (R12.2(1), (2)). Where the birth date leaves it open, a person decides.
#[must_use]
pub fn spared(
    policy: &Policy,
    case: &Case,
    who: &Person,
    known: &policy::Check,
    day: Date,
) -> Option<&'static str> {
    if known.exempt_reasons != Some(List::BiometricsReason) {
        return None;
    }
    let of_age = |code| age_spares(policy, case, who, code, day) == Some(Known::Yes);
    [UNDER, OVER].into_iter().find(|code| of_age(code))
}

/// Codes of the reasons that are ages, in the list of reasons for which biometrics are not collected.
const UNDER: &str = "under-14";
const OVER: &str = "over-79";

/// Whether the age that reason names is the person's; nothing for a reason that is no age.
fn age_spares(policy: &Policy, case: &Case, who: &Person, code: &str, day: Date) -> Option<Known> {
    let made = case.referral.lock_in(day);
    let years = |id| {
        let age = policy.age(id, made)?;
        i16::try_from(age.years).ok()
    };
    let younger =
        |years| (who.details.birth).map_or(Known::Unclear, |b| younger_than(b, years, made));
    match code {
        UNDER => Some(younger(years(AgeId::BiometricsFrom)?)),
        OVER => Some(
            match younger(years(AgeId::BiometricsTo)?.saturating_add(1)) {
                Known::Yes => Known::No,
                Known::No => Known::Yes,
                Known::Unclear => Known::Unclear,
            },
        ),
        _ => None,
    }
}

pub(crate) fn record(
    ctx: &Context<'_>,
    case: &Case,
    mut act: Check,
) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    let known = ctx
        .policy
        .check(&act.check, ctx.today)
        .ok_or_else(|| Refused::by("no-such-check"))?;
    require(known.kind == CheckKind::Task, || {
        Refused::by("check-not-asked")
    })?;
    require(act.on <= ctx.today, || Refused::by("date-in-the-future"))?;
    let reasoned = act.reasons.as_deref().is_some_and(|r| !r.trim().is_empty());
    let needs = matches!(act.outcome, Outcome::Concern | Outcome::Exempt);
    let cited = known.provision.as_ref().map(ToString::to_string);
    let refused = |rule| Refused {
        citation: cited.clone(),
        ..Refused::by(rule)
    };
    require(reasoned || !needs, || refused("result-needs-reasons"))?;
    // only the law exempts, and only where it says so
    let exempts = known.exempt.is_some() || !known.exempt_by.is_empty();
    require(exempts || act.outcome != Outcome::Exempt, || {
        refused("no-exemption")
    })?;
    // a doubt raised by a procedure is recorded under the ground it bears on, so that it can be put and answered
    require(known.ground || act.outcome != Outcome::Concern, || {
        refused("check-is-no-ground")
    })?;
    exempted(ctx, case, known, &act)?;
    dated(ctx, case, known, &mut act)?;
    conviction::agrees(case, &act)?;
    Ok(vec![Event::CheckRecorded(act)])
}

/// An exemption names the reason the law gives it for; an age is not claimed that the person does not have.
fn exempted(
    ctx: &Context<'_>,
    case: &Case,
    known: &policy::Check,
    act: &Check,
) -> Result<(), Refused> {
    let Some(list) = known
        .exempt_reasons
        .filter(|_| act.outcome == Outcome::Exempt)
    else {
        return Ok(());
    };
    let code = act.exemption.as_deref().unwrap_or_default();
    let reason = ctx.policy.named(list, code, ctx.today);
    let reason = reason.ok_or_else(|| Refused {
        citation: known.exempt_by.last().map(ToString::to_string),
        ..Refused::by("exemption-needs-its-reason")
    })?;
    let who = case.referral.person(act.person);
    let age = who.and_then(|who| age_spares(ctx.policy, case, who, code, ctx.today));
    require(age != Some(Known::No), || Refused {
        citation: reason.provisions.first().map(ToString::to_string),
        ..Refused::by("age-is-another")
    })
}

/// The days of a check: it is answered after it was asked for, and holds no longer than the law lets it.
fn dated(
    ctx: &Context<'_>,
    case: &Case,
    known: &policy::Check,
    act: &mut Check,
) -> Result<(), Refused> {
    if known.referred && act.asked_on.is_none() && act.outcome != Outcome::Pending {
        let before = case.admissibility.check(act.person, &act.check);
        act.asked_on = before.and_then(|b| {
            let pending = b.outcome == Outcome::Pending;
            b.asked_on.or_else(|| pending.then_some(b.on))
        });
        act.asked_on = act.asked_on.filter(|asked| *asked <= act.on);
    }
    require(act.asked_on.is_none_or(|asked| asked <= act.on), || {
        Refused::by("answered-before-asked")
    })?;
    let deadline = known
        .validity
        .and_then(|id| ctx.policy.deadline(id, act.on))
        .filter(|_| act.outcome == Outcome::Passed);
    let Some((deadline, last)) = deadline.and_then(|d| Some((d, d.ends(act.on)?))) else {
        return Ok(());
    };
    let until = act.valid_until.unwrap_or(last);
    act.valid_until = Some(until);
    require(until <= last, || Refused {
        citation: deadline.provisions.first().map(ToString::to_string),
        ..Refused::by("holds-too-long").with("due", last.to_string())
    })
}

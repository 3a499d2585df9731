//! Admissibility: the result of a check on one person.

use super::FormContext;
use super::common::{cited, day, one_of, person, target, words};
use crate::form::{Choice, Field};
use safeconduct_domain::policy::{Check, CheckKind};

const PENDING: (&str, &str) = ("pending", "outcome-pending");
const PASSED: (&str, &str) = ("passed", "outcome-passed");
const CONCERN: (&str, &str) = ("concern", "outcome-concern");
const EXEMPT: (&str, &str) = ("exempt", "outcome-exempt");

pub(super) fn check(ctx: &FormContext<'_>) -> Vec<Field> {
    let known = ctx.about.and_then(|id| ctx.policy.check(id, ctx.today));
    let valid_until = day("valid-until").optional();
    let ages = known.is_some_and(|c| c.id == "medical-examination");
    vec![
        person(ctx, ctx.case.referral.present()),
        target("check", ctx.about.is_some(), checks(ctx)),
        one_of("outcome", &outcomes(known)),
        day("on"),
        if ages {
            valid_until.provision("R30(3)")
        } else {
            valid_until
        },
        words("reasons").optional(),
    ]
}

/// What a check may come to: a concern only where it is a ground, an exemption only where the law makes one.
fn outcomes(check: Option<&Check>) -> Vec<(&'static str, &'static str)> {
    let ground = check.is_none_or(|c| c.ground);
    let exempts = check.is_none_or(|c| c.exempt.is_some() || !c.exempt_by.is_empty());
    let mut outcomes = vec![PENDING, PASSED];
    outcomes.extend(ground.then_some(CONCERN));
    outcomes.extend(exempts.then_some(EXEMPT));
    outcomes
}

/// The checks with a result to record.
pub(super) fn checks(ctx: &FormContext<'_>) -> Vec<Choice> {
    let all = ctx.policy.checks(ctx.today).into_iter();
    all.filter(|c| c.kind == CheckKind::Task)
        .map(|c| Choice::text(c.id.clone(), cited(&c.text, c.provision.as_ref())))
        .collect()
}

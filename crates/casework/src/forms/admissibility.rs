//! Admissibility: the result of a check on one person.

use super::FormContext;
use super::common::{choices, cited, day, once, one_of, person, target, words};
use crate::form::{Choice, Field, Kind};
use safeconduct_domain::policy::{Check, CheckKind, List};

const PENDING: (&str, &str) = ("pending", "outcome-pending");
const PASSED: (&str, &str) = ("passed", "outcome-passed");
const CONCERN: (&str, &str) = ("concern", "outcome-concern");
const EXEMPT: (&str, &str) = ("exempt", "outcome-exempt");

pub(super) fn check(ctx: &FormContext<'_>) -> Vec<Field> {
    let known = ctx.about.and_then(|id| ctx.policy.check(id, ctx.today));
    let valid_until = day("valid-until").optional();
    let ages = known.and_then(|c| ctx.policy.deadline(c.validity?, ctx.today));
    let mut fields = vec![
        person(ctx, ctx.case.referral.present()),
        target("check", ctx.about.is_some(), checks(ctx)),
        one_of("outcome", &outcomes(known)),
        day("on"),
        match ages {
            Some(_) => valid_until.provision("R30(3)"),
            None => valid_until,
        },
    ];
    if known.is_none_or(|c| c.referred) {
        fields.insert(3, day("asked-on").optional());
    }
    let reasons = match known {
        Some(known) => known.exempt_reasons.into_iter().collect(),
        None => all_reasons(ctx),
    };
    let reasons: Vec<_> = reasons.into_iter().flat_map(|l| choices(ctx, l)).collect();
    if !reasons.is_empty() {
        let exemption = Field::new("exemption", Kind::Choice(once(reasons)));
        fields.push(exemption.optional().provision("R12.8"));
    }
    fields.push(words("reasons").optional());
    fields
}

/// The lists of reasons that some check knows for an exemption.
fn all_reasons(ctx: &FormContext<'_>) -> Vec<List> {
    let checks = ctx.policy.checks(ctx.today).into_iter();
    checks.filter_map(|c| c.exempt_reasons).collect()
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

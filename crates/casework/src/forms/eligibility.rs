//! Eligibility: a finding on one element, and on membership of a class.
//!
//! The elements are the policy's, the findings the law's. Nothing here asks whether somebody is a defender.

use super::FormContext;
use super::common::{cited, evidence, one_of, person, target, tick, who, words};
use crate::form::{Choice, Field};
use safeconduct_domain::tasks;

/// What may be found of an element: code and key.
const FINDINGS: [(&str, &str); 3] = [
    ("met", "finding-met"),
    ("not-met", "finding-not-met"),
    ("not-asked", "finding-not-asked"),
];

/// The two classes: code and key.
const CLASSES: [(&str, &str); 2] = [
    ("convention", "class-convention"),
    ("country-of-asylum", "class-country-of-asylum"),
];

pub(super) fn element(ctx: &FormContext<'_>) -> Vec<Field> {
    let known = ctx.about.and_then(|id| ctx.policy.element(id, ctx.today));
    // “not asked” is a finding only where the law leaves the element out for some
    let findings = match known {
        Some(element) if !element.may_be_left_out() => FINDINGS.split_at(2).0,
        _ => &FINDINGS[..],
    };
    let mut fields = vec![
        person(ctx, ctx.case.referral.present()),
        target("element", ctx.about.is_some(), elements(ctx)),
        one_of("finding", findings).provision("R139(1)"),
        words("reasons"),
    ];
    let points = |id| !ctx.policy.considerations_for(id, ctx.today).is_empty();
    if ctx.about.is_none_or(points) {
        fields.push(words("weighed").optional());
    }
    fields.extend(evidence(ctx, "evidence"));
    fields
}

/// The elements found on the person the page is about, or all of them.
fn elements(ctx: &FormContext<'_>) -> Vec<Choice> {
    let relationship = who(ctx).map(|p| tasks::standing(ctx.case, p, ctx.today));
    let all = ctx.policy.elements(ctx.today).into_iter();
    all.filter(|e| relationship.is_none_or(|r| tasks::asked(e, r)))
        .map(|e| Choice::text(e.id.clone(), cited(&e.text, Some(&e.provision))))
        .collect()
}

pub(super) fn class(ctx: &FormContext<'_>) -> Vec<Field> {
    let class = match ctx.about {
        Some(_) => target("class", true, Vec::new()),
        None => one_of("class", &CLASSES).provision("R139(1)(e)"),
    };
    vec![
        person(ctx, ctx.case.referral.present()),
        class,
        tick("member").provision("R139(1)(e)"),
        words("reasons"),
    ]
}

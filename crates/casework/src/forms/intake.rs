//! Intake at the Resettlement Operations Centre: what goes back, what waits, numbers, the office.

use super::FormContext;
use super::common::{anybody, choices, cited, day, line, listed, one_of, some_of, target, words};
use crate::form::{Choice, Field};
use safeconduct_domain::policy::{List, Partner, Rule};

/// Kinds of numbers: code and key. The codes are `safeconduct_domain::intake::NUMBER_KINDS`.
const NUMBERS: [(&str, &str); 6] = [
    ("g-number", "number-kind-g-number"),
    ("uci", "number-kind-uci"),
    ("unhcr-individual", "number-kind-unhcr-individual"),
    ("unhcr-group", "number-kind-unhcr-group"),
    ("partner", "number-kind-partner"),
    ("other", "number-kind-other"),
];

pub(super) fn give_back(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![
        some_of("reasons", choices(ctx, List::ReturnReason)),
        words("note"),
    ]
}

pub(super) fn hold(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![
        some_of("deficiencies", deficiencies(ctx)).provision("R139(1)(b)"),
        words("note"),
        day("due").optional(),
    ]
}

/// Reasons of the policy, then every line of the checklist that this partner's referrals must meet. The attestation is
/// not among them: nothing arrives without it, and intake does not weigh it.
fn deficiencies(ctx: &FormContext<'_>) -> Vec<Choice> {
    let partner = ctx.policy.partner(&ctx.case.referral.partner, ctx.today);
    let by_unhcr = partner.is_some_and(Partner::is_unhcr);
    let items = ctx.policy.checklist(ctx.today).into_iter();
    let items = items
        .filter(|i| i.concerns(by_unhcr) && i.rule != Rule::HrdAttestation)
        .map(|i| Choice::text(i.id.clone(), cited(&i.text, i.provisions.first())));
    choices(ctx, List::HoldReason)
        .into_iter()
        .chain(items)
        .collect()
}

pub(super) fn number(ctx: &FormContext<'_>) -> Vec<Field> {
    let mut fields = vec![one_of("kind", &NUMBERS), line("value")];
    fields.extend(anybody(ctx, "person"));
    fields
}

/// Offices to choose from: none that stands in a country whose authorities must never be contacted.
pub(super) fn office(ctx: &FormContext<'_>) -> Vec<Field> {
    let work = ctx.case.referral.work.as_ref();
    let adverse = |country: &String| work.is_some_and(|w| w.adverse_countries.contains(country));
    let offices = ctx.policy.offices(ctx.today).into_iter();
    let choices = offices
        .filter(|o| !adverse(&o.country))
        .map(|o| Choice::text(o.code.clone(), o.name.clone()))
        .collect();
    vec![
        target("office", false, choices).provision("R140.3(4)"),
        listed(ctx, "reason", List::OfficeOverrideReason).optional(),
    ]
}

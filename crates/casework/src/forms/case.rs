//! What may be said of a case at any stage: how soon it must move, and that it ends.

use super::FormContext;
use super::common::{listed, one_of, reason, words};
use crate::form::Field;
use safeconduct_domain::policy::{List, Partner};

/// How soon: code and key.
const URGENCIES: [(&str, &str); 3] = [
    ("normal", "urgency-normal"),
    ("urgent", "urgency-urgent"),
    ("emergency", "urgency-emergency"),
];

pub(super) fn urgency(ctx: &FormContext<'_>) -> Vec<Field> {
    let partner = ctx.policy.partner(&ctx.case.referral.partner, ctx.today);
    // an emergency is UNHCR's to declare
    let offered = if partner.is_some_and(Partner::is_unhcr) {
        &URGENCIES[..]
    } else {
        URGENCIES.split_at(2).0
    };
    vec![
        one_of("urgency", offered).provision("R138"),
        reason("grounds").provision("R138"),
    ]
}

pub(super) fn withdraw(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![listed(ctx, "reason", List::WithdrawalReason), words("note")]
}

//! Handing a case over: refusing, taking back, passing it on within the group, and assessing it afresh.

use super::FormContext;
use super::common::{as_written, listed, one_of, reason, target, words};
use crate::form::{Choice, Field};
use safeconduct_domain::policy::List;

pub(super) fn refuse(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![listed(ctx, "reason", List::TransferRefusalReason)]
}

pub(super) fn recall() -> Vec<Field> {
    vec![reason("reason")]
}

/// Whether the person was heard again: code and key.
const HEARINGS: [(&str, &str); 2] = [
    ("again", "hearing-again"),
    ("not-needed", "hearing-not-needed"),
];

pub(super) fn afresh() -> Vec<Field> {
    vec![
        words("record"),
        one_of("hearing", &HEARINGS),
        words("reasons"),
    ]
}

pub(super) fn reassign(ctx: &FormContext<'_>) -> Vec<Field> {
    let others = ctx
        .colleagues
        .iter()
        .filter(|(user, _)| ctx.case.officer != Some(*user));
    let choices = others
        .map(|(user, name)| Choice::text(user.to_string(), as_written(name)))
        .collect();
    vec![target("officer", false, choices), reason("reason")]
}

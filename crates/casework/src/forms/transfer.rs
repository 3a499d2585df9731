//! Handing a case over: refusing, taking back, and passing it on within the group.

use super::FormContext;
use super::common::{as_written, listed, reason, target};
use crate::form::{Choice, Field};
use safeconduct_domain::policy::List;

pub(super) fn refuse(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![listed(ctx, "reason", List::TransferRefusalReason)]
}

pub(super) fn recall() -> Vec<Field> {
    vec![reason("reason")]
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

//! Documents: what a file is and whom it is about, and taking one out again.

use super::FormContext;
use super::common::{anybody, documents, listed, reason, target};
use crate::form::Field;
use safeconduct_domain::policy::List;

pub(super) fn add(ctx: &FormContext<'_>) -> Vec<Field> {
    let mut fields = vec![listed(ctx, "kind", List::DocumentKind)];
    fields.extend(anybody(ctx, "person"));
    fields
}

pub(super) fn withdraw(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![
        target("document", ctx.document.is_some(), documents(ctx)),
        reason("reason"),
    ]
}

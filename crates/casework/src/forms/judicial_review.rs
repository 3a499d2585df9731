//! Judicial review: an application for leave as it was served, and what came of it.

use super::FormContext;
use super::common::{both, day, line, listed, person, target};
use crate::form::{Choice, Field};
use safeconduct_domain::judicial_review::Applied;
use safeconduct_domain::policy::{List, Text};

pub(super) fn apply(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![
        person(ctx, ctx.case.referral.travelling()),
        line("court-file").provision("A72(1)"),
        day("served-on"),
    ]
}

pub(super) fn end(ctx: &FormContext<'_>) -> Vec<Field> {
    let pending = ctx.case.applications.iter();
    let pending = pending.filter(|a| a.ending.is_none());
    let choices = pending.map(|a| Choice::text(a.id.to_string(), entitled(ctx, a)));
    vec![
        target("application", ctx.item.is_some(), choices.collect()),
        listed(ctx, "outcome", List::CourtOutcome),
        day("ended-on"),
    ]
}

/// An application by whom it is about and the Court's file.
fn entitled(ctx: &FormContext<'_>, applied: &Applied) -> Text {
    let name = ctx.case.referral.person(applied.application.person);
    let name = name.map(|p| p.details.full_name()).unwrap_or_default();
    both(|_| format!("{name}, {}", applied.application.court_file))
}

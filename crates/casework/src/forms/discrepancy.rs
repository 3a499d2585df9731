//! Discrepancies: noting one, putting it to the person, saying what came of it.

use super::FormContext;
use super::common::{as_written, both, one_of, person, target, words};
use crate::form::{Choice, Field};
use safeconduct_domain::discrepancy::Discrepancy;
use safeconduct_domain::policy::Text;

/// What can come of one: code and key.
const OUTCOMES: [(&str, &str); 2] = [
    ("resolved", "discrepancy-resolved"),
    ("left", "discrepancy-left"),
];
/// So many characters of a discrepancy tell it from others.
const SHORT: usize = 80;

pub(super) fn note(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![
        person(ctx, ctx.case.referral.present()),
        words("what"),
        words("sources"),
    ]
}

pub(super) fn put(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![open(ctx), words("explanation")]
}

pub(super) fn settle(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![open(ctx), one_of("outcome", &OUTCOMES), words("reasons")]
}

fn open(ctx: &FormContext<'_>) -> Field {
    let open = (ctx.case.discrepancies.iter()).filter(|d| d.settlement.is_none());
    let choices = open
        .map(|d| Choice::text(d.id.to_string(), entitled(ctx, d)))
        .collect();
    target("discrepancy", ctx.item.is_some(), choices)
}

/// A discrepancy by whose account it is in, and how it begins.
pub(super) fn entitled(ctx: &FormContext<'_>, discrepancy: &Discrepancy) -> Text {
    let noted = &discrepancy.noted;
    let begins: String = noted.what.chars().take(SHORT).collect();
    match ctx.case.referral.person(noted.person) {
        Some(person) => both(|_| format!("{} – {begins}", person.details.full_name())),
        None => as_written(&begins),
    }
}

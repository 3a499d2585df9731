//! Procedural fairness: putting a concern to a person, and weighing the answer.

use super::FormContext;
use super::admissibility::checks;
use super::common::{both, cited, day, one_of, person, reason, target, tick, words};
use super::confidential::rests_on;
use super::words::task;
use crate::form::{Choice, Field};
use safeconduct_domain::fairness::Concern;
use safeconduct_domain::policy::Text;

/// How a concern is put: code and key.
const MANNER: [(&str, &str); 2] = [
    ("interview", "concern-manner-interview"),
    ("letter", "concern-manner-letter"),
];

pub(super) fn put(ctx: &FormContext<'_>) -> Vec<Field> {
    let elements = ctx.policy.elements(ctx.today).into_iter();
    let about = elements
        .map(|e| Choice::text(e.id.clone(), cited(&e.text, Some(&e.provision))))
        .chain(checks(ctx))
        .collect();
    let mut fields = vec![
        person(ctx, ctx.case.referral.present()),
        target("about", ctx.about.is_some(), about),
        words("concern"),
        words("disclosed"),
    ];
    fields.extend(rests_on(ctx));
    fields.extend([day("put-on"), one_of("manner", &MANNER), day("due")]);
    fields
}

pub(super) fn answer(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![
        waiting(ctx),
        words("answer").optional(),
        words("analysis"),
        tick("met"),
    ]
}

pub(super) fn extend(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![waiting(ctx), day("due"), reason("reason")]
}

/// The concern it is about, among those that wait for an answer.
fn waiting(ctx: &FormContext<'_>) -> Field {
    let open = ctx.case.concerns.iter().filter(|c| c.answer.is_none());
    let choices = open.map(|c| Choice::text(c.id.to_string(), entitled(ctx, c)));
    target("concern", ctx.item.is_some(), choices.collect())
}

/// A concern by whom it was put to, when, and what it bears on.
pub(super) fn entitled(ctx: &FormContext<'_>, concern: &Concern) -> Text {
    let put = &concern.put;
    let name = ctx.case.referral.person(put.person);
    let name = name.map(|p| p.details.full_name()).unwrap_or_default();
    let about = task(ctx.policy, ctx.today, &put.about);
    both(|language| match &about {
        Some(about) => format!("{name}, {} – {}", put.put_on, about.get(language)),
        None => format!("{name}, {}", put.put_on),
    })
}

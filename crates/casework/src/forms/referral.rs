//! The referral itself: opening it, approving it, answering what intake asks for.

use super::FormContext;
use super::common::{line, one_of, reason, words};
use crate::form::{Choice, Field, Kind};

/// Language of letters: code and key.
const LETTERS: [(&str, &str); 2] = [("en", "correspondence-en"), ("fr", "correspondence-fr")];

pub(super) fn open(ctx: &FormContext<'_>) -> Vec<Field> {
    let mut fields = vec![line("reference")];
    fields.extend(origin(ctx));
    fields.push(one_of("language", &LETTERS).provision("OLA21"));
    fields.push(line("unhcr-number").optional());
    fields
}

/// Whose inventory the case comes from: asked only of a partner that may take over another's cases.
fn origin(ctx: &FormContext<'_>) -> Option<Field> {
    let own = ctx.policy.partner(ctx.organisation, ctx.today)?;
    let others = own
        .takes_over
        .iter()
        .filter_map(|code| ctx.policy.partner(code, ctx.today));
    let choices: Vec<_> = std::iter::once(own)
        .chain(others)
        .map(|p| Choice::text(p.code.clone(), p.name.clone()))
        .collect();
    let ask = |choices| Field::new("origin", Kind::Choice(choices)).optional();
    (choices.len() > 1).then(|| ask(choices))
}

pub(super) fn send_back() -> Vec<Field> {
    vec![reason("reason")]
}

pub(super) fn attest() -> Vec<Field> {
    vec![words("grounds"), Field::new("confirmed", Kind::Flag)]
}

pub(super) fn answer_deficiency() -> Vec<Field> {
    vec![words("note")]
}

//! A status query: the one thing an officer may do with a doubt about what the partner attested.

use super::FormContext;
use super::common::{as_written, line, target, words};
use crate::form::{Choice, Field};

/// How much of a question stands for it in a list, in characters.
const OPENING: usize = 80;

pub(super) fn raise() -> Vec<Field> {
    vec![
        words("evidence").provision("REF-OVS-13-6"),
        words("question"),
    ]
}

pub(super) fn answer(ctx: &FormContext<'_>) -> Vec<Field> {
    let open = ctx.case.queries.iter().filter(|q| q.reply.is_none());
    let choices = open
        .map(|q| {
            let opening: String = q.query.question.chars().take(OPENING).collect();
            Choice::text(q.id.to_string(), as_written(&opening))
        })
        .collect();
    vec![
        target("query", ctx.item.is_some(), choices),
        line("by"),
        words("answer"),
    ]
}

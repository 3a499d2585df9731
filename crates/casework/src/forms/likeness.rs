//! Whether another case is of the same person.

use super::FormContext;
use super::common::{as_written, one_of, reason, target};
use crate::form::{Choice, Field};

/// What can be said: code and key.
const SAMENESS: [(&str, &str); 3] = [
    ("same-person", "sameness-same-person"),
    ("another-person", "sameness-another-person"),
    ("open", "sameness-open"),
];

pub(super) fn settle(ctx: &FormContext<'_>) -> Vec<Field> {
    let found = ctx.case.matches.found.iter();
    let choices = found.map(|f| Choice::text(f.case.to_string(), as_written(&f.reference)));
    vec![
        target("other", ctx.about.is_some(), choices.collect()),
        one_of("sameness", &SAMENESS),
        reason("reason"),
    ]
}

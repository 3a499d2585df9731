//! The interview: its plan, its notes, additions to them.

use super::FormContext;
use super::common::{
    NOTES, area, both, day, line, one_of, person, persons, reason, target, tick, words,
};
use super::confidential::rests_on;
use crate::form::{Choice, Field, FieldError, Kind};
use safeconduct_domain::interview::{Interpreter, Plan};
use safeconduct_domain::policy::{List, Named, Text};

/// The longest question, in characters.
const QUESTION: usize = 2_000;

/// How a person is heard: code and key.
const MODES: [(&str, &str); 3] = [
    ("in-person", "mode-in-person"),
    ("video", "mode-video"),
    ("waived", "mode-waived"),
];

/// The interpreter asked for: code and key.
const INTERPRETERS: [(&str, &str); 2] =
    [("woman", "interpreter-woman"), ("man", "interpreter-man")];

pub(super) fn plan(ctx: &FormContext<'_>) -> Vec<Field> {
    let mut fields = vec![one_of("mode", &MODES).provision("REF-OVS-13-6")];
    let reasons = reasons(ctx);
    if reasons.is_empty() {
        fields.push(reason("reason").optional());
    } else {
        fields.push(Field::new("reason", Kind::Choice(reasons)).optional());
    }
    fields.extend([
        words("asylum-risk").depending(),
        words("travel").depending(),
        words("surveillance").depending(),
    ]);
    fields.extend(rests_on(ctx).map(Field::depending));
    fields.push(words("safety").optional());
    let heard = persons(ctx.case.referral.present());
    if !heard.is_empty() {
        fields.push(Field::new("persons", Kind::Choices(heard)).optional());
    }
    fields.push(day("on").optional());
    fields.push(
        Field::new("language", Kind::Language)
            .optional()
            .sensitive(),
    );
    fields.extend([
        words("interpreter-needed").optional(),
        words("interpreter-avoid").depending(),
        one_of("interpreter-gender", &INTERPRETERS).optional(),
    ]);
    fields
}

/// What the policy asks to be considered for the safety of whoever is heard this way, and was left empty: at its field.
pub(super) fn unconsidered(ctx: &FormContext<'_>, plan: &Plan) -> Vec<FieldError> {
    let missing = plan.unconsidered(ctx.policy, ctx.today);
    missing
        .map(|point| FieldError::new(point.code(), "required"))
        .collect()
}

/// An interpreter is compared with whom the plan says to avoid: at its field.
pub(super) fn uncompared(ctx: &FormContext<'_>, interpreter: &Interpreter) -> Vec<FieldError> {
    let plan = ctx.case.interview.plan.as_ref();
    let avoid = plan.and_then(|p| p.interpreter_avoid.as_deref());
    let named = avoid.is_some_and(|text| !text.trim().is_empty());
    if named && !interpreter.none_to_avoid {
        return vec![FieldError::new("none-to-avoid", "required-flag")];
    }
    Vec::new()
}

/// Reasons for video and for no interview at all, each saying which; one that serves for both says neither.
fn reasons(ctx: &FormContext<'_>) -> Vec<Choice> {
    let [video, waived] =
        [List::VideoReason, List::WaiverReason].map(|list| ctx.policy.list(list, ctx.today));
    let shared = |one: &Named, other: &[&Named]| other.iter().any(|o| o.id == one.id);
    let of = |mode: &str, lines: &[&Named], other: &[&Named]| -> Vec<Choice> {
        let mode = ctx.policy.named(List::InterviewMode, mode, ctx.today);
        let label = |line: &Named| match mode {
            Some(mode) if !shared(line, other) => after(&mode.text, &line.text),
            _ => line.text.clone(),
        };
        let choice = |line: &&Named| Choice::text(line.id.clone(), label(line));
        lines.iter().map(choice).collect()
    };
    let mut all = of("video", &video, &waived);
    all.extend(of("waived", &waived, &video));
    super::common::once(all)
}

/// The second text after the first, as a dictionary writes an entry and its meaning.
fn after(first: &Text, second: &Text) -> Text {
    both(|language| format!("{} – {}", first.get(language), second.get(language)))
}

pub(super) fn interpreter() -> Vec<Field> {
    vec![
        line("name").sensitive(),
        reason("replaces").optional(),
        Field::new("language", Kind::Language).sensitive(),
        one_of("gender", &INTERPRETERS),
        reason("gender-reason").optional(),
        words("background"),
        tick("none-to-avoid").depending(),
        tick("briefed"),
        tick("understood"),
    ]
}

pub(super) fn log(ctx: &FormContext<'_>) -> Vec<Field> {
    let mut fields = vec![
        person(ctx, ctx.case.referral.present()),
        area("question", QUESTION),
        area("answer", NOTES),
    ];
    let asked = ctx.person;
    let others = persons(ctx.case.referral.present().filter(|p| Some(p.id) != asked));
    if !others.is_empty() {
        fields.push(Field::new("others", Kind::Choices(others)).optional());
    }
    fields
}

pub(super) fn sign() -> Vec<Field> {
    vec![
        day("held-on"),
        reason("present"),
        tick("understood"),
        area("text", NOTES),
    ]
}

pub(super) fn addendum(ctx: &FormContext<'_>) -> Vec<Field> {
    let signed = ctx.case.interview.notes.iter();
    let choices = signed
        .map(|n| Choice::text(n.id.to_string(), both(|_| n.notes.held_on.to_string())))
        .collect();
    vec![
        target("notes", ctx.item.is_some(), choices),
        area("text", NOTES),
    ]
}

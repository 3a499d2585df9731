//! Letters: what a signatory adds to what the case already says, and how a signed letter leaves.

use super::FormContext;
use super::common::{as_written, day, line, one_of, person, reason, some_of, target, tick, words};
use crate::form::{Choice, Field};
use safeconduct_domain::letter::{Kind, Signed};
use safeconduct_domain::policy::Text;

/// Kinds of letters: code and key.
const KINDS: [(&str, &str); 6] = [
    ("acknowledgement", "letter-acknowledgement"),
    ("invitation", "letter-invitation"),
    ("fairness", "letter-fairness"),
    ("approval", "letter-approval"),
    ("refusal", "letter-refusal"),
    ("outcome", "letter-outcome"),
];

/// The languages of letters: code and key.
const LANGUAGES: [(&str, &str); 2] = [("en", "letter-language-en"), ("fr", "letter-language-fr")];

/// The ways a letter leaves: code and key.
const CHANNELS: [(&str, &str); 2] = [
    ("protocol", "channel-protocol"),
    ("partner", "channel-partner"),
];

/// Of a letter whose kind the page names only what that kind has; of any other, everything.
pub(super) fn sign(ctx: &FormContext<'_>) -> Vec<Field> {
    let kind = ctx.about.and_then(Kind::named);
    let is = |one: Kind| kind.is_none_or(|kind| kind == one);
    let named = |field: Field| match kind {
        Some(_) => target("kind", true, Vec::new()),
        None => field,
    };
    let mut fields = vec![
        named(one_of("kind", &KINDS)),
        one_of("language", &LANGUAGES),
    ];
    if kind.is_none_or(|kind| !kind.to_partner()) {
        fields.push(person(ctx, ctx.case.referral.present()).optional());
        if kind != Some(Kind::Refusal) {
            fields.push(tick("through-partner"));
        }
    }
    if is(Kind::Invitation) {
        let needed = |field: Field| match kind {
            Some(_) => field,
            None => field.optional(),
        };
        fields.push(needed(line("time")));
        fields.push(needed(line("zone")));
        fields.push(needed(line("place")));
        fields.push(some_of("bring", Vec::new()).optional());
    }
    if is(Kind::Invitation) || is(Kind::Fairness) {
        fields.push(day("due").optional());
    }
    if is(Kind::Invitation) || is(Kind::Approval) {
        fields.push(words("remarks").optional());
        fields.push(reason("none-meant").optional());
    }
    fields
}

pub(super) fn send(ctx: &FormContext<'_>) -> Vec<Field> {
    let choices = ctx.case.letters.iter();
    let choices = choices
        .map(|l| Choice::text(l.id.to_string(), entitled(l)))
        .collect();
    vec![
        target("letter", ctx.item.is_some(), choices),
        one_of("by", &CHANNELS),
        day("on"),
        tick("at-its-hours"),
        tick("in-its-words"),
    ]
}

/// A letter by its kind's code and its day, where no page names it.
fn entitled(signed: &Signed) -> Text {
    let day = crate::clock::day(signed.by.1);
    as_written(&format!("{} – {day}", signed.letter.kind.code()))
}

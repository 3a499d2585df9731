//! Questions that several forms ask, and where their choices come from.

use super::FormContext;
use crate::form::{Choice, Field, Kind, Label};
use safeconduct_domain::confidential::{self, Item};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{Citation, Language, List, Text};
use safeconduct_domain::referral::Document;

/// The longest short answer, in characters.
const LINE: usize = 200;
/// The longest answer in several lines, in characters.
const WORDS: usize = 10_000;
/// The longest reason of an act, in characters.
const REASON: usize = 2_000;
/// The longest notes, in characters.
pub(super) const NOTES: usize = 100_000;

/// A short answer. What people write here is about people, so the browser keeps none of it.
pub(super) fn line(name: &'static str) -> Field {
    Field::new(name, Kind::Line { max: LINE }).sensitive()
}

/// An answer in words, of several lines if need be.
pub(super) fn words(name: &'static str) -> Field {
    area(name, WORDS)
}

/// Why something is done, in a few sentences.
pub(super) fn reason(name: &'static str) -> Field {
    area(name, REASON)
}

/// An answer in words of at most `max` characters.
pub(super) fn area(name: &'static str, max: usize) -> Field {
    Field::new(name, Kind::Area { max }).sensitive()
}

/// A day.
pub(super) const fn day(name: &'static str) -> Field {
    Field::new(name, Kind::Date)
}

/// A box to tick, or not.
pub(super) fn tick(name: &'static str) -> Field {
    Field::new(name, Kind::Flag).optional()
}

/// One of a fixed set, whose labels are in the locale files: (value, key).
pub(super) fn one_of(name: &'static str, set: &[(&'static str, &'static str)]) -> Field {
    let choices = set.iter().map(|(value, key)| Choice::key(*value, key));
    Field::new(name, Kind::Choice(choices.collect()))
}

/// One line of a list of the policy; where the policy has no such list on the day, words.
pub(super) fn listed(ctx: &FormContext<'_>, name: &'static str, list: List) -> Field {
    match choices(ctx, list) {
        none if none.is_empty() => reason(name),
        choices => Field::new(name, Kind::Choice(choices)),
    }
}

/// Any lines of the choices given; where there are none, words.
pub(super) fn some_of(name: &'static str, choices: Vec<Choice>) -> Field {
    if choices.is_empty() {
        let (max_items, max) = (20, LINE);
        Field::new(name, Kind::Lines { max_items, max }).sensitive()
    } else {
        Field::new(name, Kind::Choices(once(choices)))
    }
}

/// What the form is about: carried unseen when the page names it, a choice among what there is otherwise.
pub(super) fn target(name: &'static str, named: bool, choices: Vec<Choice>) -> Field {
    if named || choices.is_empty() {
        Field::new(name, Kind::Hidden)
    } else {
        Field::new(name, Kind::Choice(once(choices)))
    }
}

/// The person the form is about.
pub(super) fn person<'p>(ctx: &FormContext<'p>, among: impl Iterator<Item = &'p Person>) -> Field {
    target("person", ctx.person.is_some(), persons(among))
}

/// Persons to choose from, by name.
pub(super) fn persons<'p>(among: impl Iterator<Item = &'p Person>) -> Vec<Choice> {
    among
        .map(|p| Choice::text(p.id.to_string(), as_written(&p.details.full_name())))
        .collect()
}

/// Everybody on the case, to choose any of; nobody chosen means all of it.
pub(super) fn anybody(ctx: &FormContext<'_>, name: &'static str) -> Option<Field> {
    let choices = persons(ctx.case.referral.present());
    let ask = |choices| Field::new(name, Kind::Choice(choices)).optional();
    (!choices.is_empty()).then(|| ask(choices))
}

/// The person of the context, if still on the case.
pub(super) fn who<'a>(ctx: &FormContext<'a>) -> Option<&'a Person> {
    let id: PersonId = ctx.person?;
    ctx.case.referral.person(id)
}

/// Documents in hand, any of which may be evidence; no question where there are none.
pub(super) fn evidence(ctx: &FormContext<'_>, name: &'static str) -> Option<Field> {
    let choices = documents(ctx);
    let ask = |choices| Field::new(name, Kind::Choices(choices)).optional();
    (!choices.is_empty()).then(|| ask(choices))
}

/// Documents in hand to choose from: the kind, then the name of the file.
pub(super) fn documents(ctx: &FormContext<'_>) -> Vec<Choice> {
    let in_hand = ctx.case.referral.in_hand();
    let label = |d: &Document| match kept(ctx, d) {
        true => Label::About(&["item-kept"], document(ctx, d)),
        false => Label::Text(document(ctx, d)),
    };
    in_hand
        .map(|d| Choice {
            value: d.id.to_string(),
            label: label(d),
        })
        .collect()
}

/// Whether a member asked that the others do not learn of it.
fn kept(ctx: &FormContext<'_>, document: &Document) -> bool {
    let item = Item::Document(document.id);
    confidential::standing(ctx.case, &item).next().is_some()
}

/// A document by its kind and the name of its file.
pub(super) fn document(ctx: &FormContext<'_>, document: &Document) -> Text {
    let name = &document.name;
    match (ctx.policy).named(List::DocumentKind, &document.kind, ctx.today) {
        Some(kind) => both(|language| format!("{} – {name}", kind.text.get(language))),
        None => as_written(name),
    }
}

/// The lines of a list of the policy.
pub(super) fn choices(ctx: &FormContext<'_>, list: List) -> Vec<Choice> {
    let lines = ctx.policy.list(list, ctx.today);
    lines
        .into_iter()
        .map(|line| Choice::text(line.id.clone(), line.text.clone()))
        .collect()
}

/// A text with its provision after it, as each language writes it.
pub(super) fn cited(text: &Text, provision: Option<&Citation>) -> Text {
    match provision {
        Some(provision) => {
            both(|language| format!("{} ({})", text.get(language), provision.render(language)))
        }
        None => text.clone(),
    }
}

/// What somebody wrote, which is the same in both languages.
pub(super) fn as_written(text: &str) -> Text {
    both(|_| text.to_owned())
}

/// A text made for each language.
pub(super) fn both(make: impl Fn(Language) -> String) -> Text {
    Text {
        en: make(Language::En),
        fr: make(Language::Fr),
    }
}

/// Each value once, the first time it comes.
pub(super) fn once(choices: Vec<Choice>) -> Vec<Choice> {
    let mut kept: Vec<Choice> = Vec::new();
    for choice in choices {
        if kept.iter().all(|k| k.value != choice.value) {
            kept.push(choice);
        }
    }
    kept
}

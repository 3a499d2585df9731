//! What a member asks to be kept from other members of the family: asking it, and lifting it.

use super::FormContext;
use super::common::{as_written, both, day, document, person, persons, target};
use super::{conviction, discrepancy, fairness};
use crate::form::{Choice, Field, Kind, Label};
use safeconduct_domain::confidential::{self, Item};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::interview::Logged;
use safeconduct_domain::policy::Text;

/// So many characters of a question tell it from others.
const SHORT: usize = 80;

pub(super) fn keep(ctx: &FormContext<'_>) -> Vec<Field> {
    let present = || ctx.case.referral.present();
    let mut fields = vec![
        item(ctx, choices(ctx, Item::of(ctx.case))),
        Field::new("person", Kind::Choice(persons(present()))),
    ];
    let others = persons(present());
    if others.is_empty() {
        fields = vec![item(ctx, Vec::new()), person(ctx, present())];
    } else {
        fields.push(Field::new("from", Kind::Choices(others)).optional());
    }
    fields.push(day("asked-on"));
    fields
}

pub(super) fn lift(ctx: &FormContext<'_>) -> Vec<Field> {
    let standing = (ctx.case.confidences.iter()).filter(|k| k.lifted.is_none());
    let asked = |id: PersonId| standing.clone().any(|k| k.keep.person == id);
    let kept = standing.clone().map(|k| k.keep.item);
    vec![
        item(ctx, super::common::once(choices(ctx, kept))),
        person(ctx, ctx.case.referral.present().filter(|p| asked(p.id))),
        day("agreed-on"),
        Field::new("agreed", Kind::Flag),
    ]
}

/// The item the form is about, named by its code.
fn item(ctx: &FormContext<'_>, among: Vec<Choice>) -> Field {
    target("item", ctx.about.is_some(), among)
}

/// What of the case something rests on; no question where there is nothing to choose.
pub(super) fn rests_on(ctx: &FormContext<'_>) -> Option<Field> {
    let choices = choices(ctx, Item::of(ctx.case));
    let ask = |choices| Field::new("rests-on", Kind::Choices(choices)).optional();
    (!choices.is_empty()).then(|| ask(choices))
}

fn choices(ctx: &FormContext<'_>, items: impl Iterator<Item = Item>) -> Vec<Choice> {
    items
        .map(|item| Choice {
            value: item.to_string(),
            label: label(ctx, &item),
        })
        .collect()
}

/// What kind of item it is, whether it is kept, and how it begins.
fn label(ctx: &FormContext<'_>, item: &Item) -> Label {
    const KEPT: &str = "item-kept";
    let kept = confidential::standing(ctx.case, item).next().is_some();
    macro_rules! keys {
        ($key:literal) => {
            if kept { &[KEPT, $key] } else { &[$key] }
        };
    }
    let keys: &'static [&'static str] = match item {
        Item::Work => keys!("item-work"),
        Item::Risk => keys!("item-risk"),
        Item::Document(_) => keys!("item-document"),
        Item::Answer(_) => keys!("item-answer"),
        Item::Notes(_) => keys!("item-notes"),
        Item::Discrepancy(_) => keys!("item-discrepancy"),
        Item::Concern(_) => keys!("item-concern"),
        Item::Conviction(_) => keys!("item-conviction"),
    };
    Label::About(keys, text(ctx, item).unwrap_or_else(|| as_written("")))
}

/// How an item is told from others of its kind; nothing for what there is only one of.
#[must_use]
pub fn text(ctx: &FormContext<'_>, item: &Item) -> Option<Text> {
    let case = ctx.case;
    match item {
        Item::Work | Item::Risk => None,
        Item::Document(id) => {
            let mut documents = case.referral.documents.iter();
            let found = documents.find(|d| d.id == *id)?;
            Some(document(ctx, found))
        }
        Item::Answer(id) => {
            let found = case.interview.log.iter().find(|l| l.id == *id)?;
            Some(asked(ctx, found))
        }
        Item::Notes(id) => {
            let found = case.interview.notes.iter().find(|n| n.id == *id)?;
            Some(both(|_| found.notes.held_on.to_string()))
        }
        Item::Discrepancy(id) => {
            let found = case.discrepancies.iter().find(|d| d.id == *id)?;
            Some(discrepancy::entitled(ctx, found))
        }
        Item::Concern(id) => {
            let found = case.concerns.iter().find(|c| c.id == *id)?;
            Some(fairness::entitled(ctx, found))
        }
        Item::Conviction(id) => {
            let found = case.convictions.iter().find(|c| c.id == *id)?;
            Some(conviction::entitled(ctx, found))
        }
    }
}

/// A question by whom it was put to, and how it begins.
fn asked(ctx: &FormContext<'_>, logged: &Logged) -> Text {
    let begins: String = logged.exchange.question.chars().take(SHORT).collect();
    match ctx.case.referral.person(logged.exchange.person) {
        Some(person) => as_written(&format!("{} – {begins}", person.details.full_name())),
        None => as_written(&begins),
    }
}

//! What a member of the case asks to be kept from other members of the family: a fact told in an interview heard apart, a
//! document brought in secret. The officers read it; what is written to, or given to, the others holds none of it.
//!
//! Nobody is asked why. A mark is set on an item, is sealed where the item is, and stands until the person who asked for
//! it, asked alone, agrees that it be lifted.

use crate::case::Case;
use crate::compartment::Compartment;
use crate::decide::Context;
use crate::event::Event;
use crate::id::{DocumentId, ItemId, PersonId, UserId};
use crate::private::private;
use crate::refused::{Refused, require};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use std::str::FromStr;

/// A part of a case that can be kept from members of the family, and that something can rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// What the referral says of the work.
    Work,
    /// What the referral says of the danger.
    Risk,
    /// A document.
    Document(DocumentId),
    /// A question and its answer.
    Answer(ItemId),
    /// Signed notes of an interview, with their addenda.
    Notes(ItemId),
    /// A discrepancy.
    Discrepancy(ItemId),
    /// A concern with its answer.
    Concern(ItemId),
    /// A worksheet on a conviction or a charge.
    Conviction(ItemId),
}

/// What is wrong with a text that should name an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an item is a kind, or a kind and an identifier")]
pub struct NotAnItem;

impl Item {
    /// The kinds, by their codes: in addresses, and in locales as `item-{code}`.
    pub const KINDS: [&'static str; 8] = [
        "work",
        "risk",
        "document",
        "answer",
        "notes",
        "discrepancy",
        "concern",
        "conviction",
    ];

    /// The code of its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Risk => "risk",
            Self::Document(_) => "document",
            Self::Answer(_) => "answer",
            Self::Notes(_) => "notes",
            Self::Discrepancy(_) => "discrepancy",
            Self::Concern(_) => "concern",
            Self::Conviction(_) => "conviction",
        }
    }

    /// Where it is sealed, and so where a mark on it is: whoever cannot read the one does not learn of the other.
    #[must_use]
    pub const fn compartment(&self) -> Compartment {
        match self {
            Self::Work | Self::Risk => Compartment::Core,
            Self::Document(_) => Compartment::Documents,
            Self::Answer(_)
            | Self::Notes(_)
            | Self::Discrepancy(_)
            | Self::Concern(_)
            | Self::Conviction(_) => Compartment::Internal,
        }
    }

    /// Every item of a case, in the order of the kinds.
    pub fn of(case: &Case) -> impl Iterator<Item = Self> {
        let referral = &case.referral;
        let said = [
            referral.work.as_ref().map(|_| Self::Work),
            referral.risk.as_ref().map(|_| Self::Risk),
        ];
        let documents = referral.in_hand().map(|d| Self::Document(d.id));
        let answers = case.interview.log.iter().map(|l| Self::Answer(l.id));
        let notes = case.interview.notes.iter().map(|n| Self::Notes(n.id));
        let discrepancies = case.discrepancies.iter().map(|d| Self::Discrepancy(d.id));
        let concerns = case.concerns.iter().map(|c| Self::Concern(c.id));
        let convictions = case.convictions.iter().map(|c| Self::Conviction(c.id));
        said.into_iter()
            .flatten()
            .chain(documents)
            .chain(answers)
            .chain(notes)
            .chain(discrepancies)
            .chain(concerns)
            .chain(convictions)
    }

    /// Whether the case has it. A document that was withdrawn is still there to be read.
    #[must_use]
    pub fn is_in(&self, case: &Case) -> bool {
        match self {
            Self::Document(id) => case.referral.documents.iter().any(|d| d.id == *id),
            other => Self::of(case).any(|item| item == *other),
        }
    }

    /// Whether an entry holds it, names it, or rests on it; `said` is the entry in JSON.
    #[must_use]
    pub fn is_told_by(&self, event: &Event, said: &Value) -> bool {
        match self {
            Self::Work => matches!(event, Event::WorkRecorded(_)) || names(said, "work"),
            Self::Risk => matches!(event, Event::RiskRecorded(_)) || names(said, "risk"),
            Self::Document(id) => names(said, &id.to_string()),
            Self::Answer(id)
            | Self::Notes(id)
            | Self::Discrepancy(id)
            | Self::Concern(id)
            | Self::Conviction(id) => names(said, &id.to_string()),
        }
    }

    /// Who said it, or to whom it is put: from that person it cannot be kept.
    #[must_use]
    pub fn known_to(&self, case: &Case) -> Option<PersonId> {
        match self {
            Self::Answer(id) => {
                let mut log = case.interview.log.iter();
                log.find(|l| l.id == *id).map(|l| l.exchange.person)
            }
            Self::Concern(id) => {
                let mut concerns = case.concerns.iter();
                concerns.find(|c| c.id == *id).map(|c| c.put.person)
            }
            _ => None,
        }
    }
}

/// Whether one of the texts within is that name, or is an item of that name.
fn names(said: &Value, name: &str) -> bool {
    says(said, &|text| {
        text == name || text.split_once('-').is_some_and(|(_, id)| id == name)
    })
}

/// Whether one of the texts within is such a one.
pub(crate) fn says(said: &Value, such: &dyn Fn(&str) -> bool) -> bool {
    match said {
        Value::String(text) => such(text),
        Value::Array(items) => items.iter().any(|item| says(item, such)),
        Value::Object(members) => members.values().any(|item| says(item, such)),
        _ => false,
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind();
        match self {
            Self::Work | Self::Risk => f.write_str(kind),
            Self::Document(id) => write!(f, "{kind}-{id}"),
            Self::Answer(id)
            | Self::Notes(id)
            | Self::Discrepancy(id)
            | Self::Concern(id)
            | Self::Conviction(id) => write!(f, "{kind}-{id}"),
        }
    }
}

impl FromStr for Item {
    type Err = NotAnItem;

    fn from_str(text: &str) -> Result<Self, NotAnItem> {
        let Some((kind, id)) = text.split_once('-') else {
            return match text {
                "work" => Ok(Self::Work),
                "risk" => Ok(Self::Risk),
                _ => Err(NotAnItem),
            };
        };
        let item = || id.parse::<ItemId>().map_err(|_| NotAnItem);
        match kind {
            "document" => id.parse().map(Self::Document).map_err(|_| NotAnItem),
            "answer" => item().map(Self::Answer),
            "notes" => item().map(Self::Notes),
            "discrepancy" => item().map(Self::Discrepancy),
            "concern" => item().map(Self::Concern),
            "conviction" => item().map(Self::Conviction),
            _ => Err(NotAnItem),
        }
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A wish that an item be kept from other members of the family.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Keep {
    /// What is kept.
    pub item: Item,
    /// Who asked: whose fact it is.
    pub person: PersonId,
    /// From whom it is kept; from everybody else in the case, now and later, if empty.
    #[serde(default)]
    pub from: Vec<PersonId>,
    /// On which day it was asked.
    pub asked_on: Date,
}

/// The word of the person who asked that the others may know.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Lift {
    /// What was kept.
    pub item: Item,
    /// Who had asked, and agrees.
    pub person: PersonId,
    /// On which day.
    pub agreed_on: Date,
    /// The person was asked with nobody else of the family there, and agreed.
    #[serde(default)]
    pub agreed: bool,
}

/// A wish as it stands, or as it stood until it was lifted.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept {
    /// The wish.
    pub keep: Keep,
    /// By whom it was recorded, and when.
    pub by: (UserId, i64),
    /// The agreement that ended it, by whom it was recorded, and when.
    pub lifted: Option<(Lift, UserId, i64)>,
}

private!(Keep, Lift, Kept);

impl Keep {
    /// Whether it keeps its item from a person.
    #[must_use]
    pub fn from_person(&self, person: PersonId) -> bool {
        person != self.person && (self.from.is_empty() || self.from.contains(&person))
    }
}

impl Case {
    pub(crate) fn apply_confidence(&mut self, stamp: &crate::event::Stamp, event: &Event) {
        let by = (stamp.actor, stamp.at_ms);
        match event {
            Event::KeptConfidential(keep) => self.confidences.push(Kept {
                keep: keep.clone(),
                by,
                lifted: None,
            }),
            Event::ConfidenceLifted(lift) => {
                let theirs = self.confidences.iter_mut();
                let theirs = theirs.filter(|k| {
                    (k.keep.item, k.keep.person) == (lift.item, lift.person) && k.lifted.is_none()
                });
                for kept in theirs {
                    kept.lifted = Some((lift.clone(), by.0, by.1));
                }
            }
            _ => {}
        }
    }
}

/// The wishes that stand for an item.
pub fn standing<'c>(case: &'c Case, item: &Item) -> impl Iterator<Item = &'c Kept> {
    let item = *item;
    let of_it = move |k: &&Kept| k.keep.item == item && k.lifted.is_none();
    case.confidences.iter().filter(of_it)
}

/// Whether an item is kept from a person of the case: by a wish of its own, or because it rests on what is. Whatever is
/// written to that person, or given to them, holds nothing of it.
#[must_use]
pub fn kept_from(case: &Case, item: &Item, person: PersonId) -> bool {
    marked(case, item, person) || grounds(case, item).any(|ground| marked(case, ground, person))
}

fn marked(case: &Case, item: &Item, person: PersonId) -> bool {
    standing(case, item).any(|k| k.keep.from_person(person))
}

/// What an item says of itself that it rests on.
fn grounds<'c>(case: &'c Case, item: &Item) -> impl Iterator<Item = &'c Item> {
    let concern = match item {
        Item::Concern(id) => case.concerns.iter().find(|c| c.id == *id),
        _ => None,
    };
    concern.into_iter().flat_map(|c| &c.put.rests_on)
}

/// All that is kept from a person, each item once, in the order of the kinds.
pub fn all_kept_from(case: &Case, person: PersonId) -> impl Iterator<Item = Item> {
    Item::of(case).filter(move |item| kept_from(case, item, person))
}

/// Whether every item is in the case: what something rests on is there to be read.
pub(crate) fn all_there(case: &Case, items: &[Item]) -> Result<(), Refused> {
    let there = items.iter().all(|item| item.is_in(case));
    require(there, || Refused::by("no-such-item"))
}

/// Everything that must not be in what is given to a person: all that is kept from them, documents withdrawn included.
#[must_use]
pub fn hidden_from(case: &Case, person: PersonId) -> Vec<Item> {
    let marked = case.confidences.iter().map(|kept| kept.keep.item);
    let marked = marked.filter(|item| kept_from(case, item, person));
    let mut hidden: Vec<_> = all_kept_from(case, person).chain(marked).collect();
    hidden.sort_unstable();
    hidden.dedup();
    hidden
}

/// How many of some items are kept from a person.
pub(crate) fn count_kept<'i>(
    case: &Case,
    items: impl IntoIterator<Item = &'i Item>,
    person: PersonId,
) -> usize {
    let mut kept: Vec<&Item> = items.into_iter().collect();
    kept.retain(|item| kept_from(case, item, person));
    kept.sort_unstable();
    kept.dedup();
    kept.len()
}

pub(crate) fn keep(ctx: &Context<'_>, case: &Case, act: Keep) -> Result<Vec<Event>, Refused> {
    all_there(case, &[act.item])?;
    let present = |p: &PersonId| case.referral.person(*p).is_some();
    require(present(&act.person) && act.from.iter().all(present), || {
        Refused::by("no-such-person")
    })?;
    require(!act.from.contains(&act.person), || {
        Refused::by("kept-from-oneself")
    })?;
    let known = act.item.known_to(case);
    require(!known.is_some_and(|p| act.from_person(p)), || {
        Refused::by("kept-from-who-knows-it")
    })?;
    require(act.asked_on <= ctx.today, || {
        Refused::by("date-in-the-future")
    })?;
    require(adds(case, &act), || Refused::by("already-kept"))?;
    Ok(vec![Event::KeptConfidential(act)])
}

/// Whether a wish keeps the item from anybody from whom the same person's wishes do not keep it already.
fn adds(case: &Case, act: &Keep) -> bool {
    let theirs = standing(case, &act.item).filter(|k| k.keep.person == act.person);
    let theirs: Vec<_> = theirs.map(|k| &k.keep).collect();
    if act.from.is_empty() {
        return theirs.iter().all(|keep| !keep.from.is_empty());
    }
    let new = |p: &PersonId| !theirs.iter().any(|keep| keep.from_person(*p));
    act.from.iter().any(new)
}

pub(crate) fn lift(ctx: &Context<'_>, case: &Case, act: Lift) -> Result<Vec<Event>, Refused> {
    let stands = standing(case, &act.item).any(|k| k.keep.person == act.person);
    require(stands, || Refused::by("nothing-kept"))?;
    require(act.agreed, || Refused::by("lifted-without-agreement"))?;
    require(act.agreed_on <= ctx.today, || {
        Refused::by("date-in-the-future")
    })?;
    Ok(vec![Event::ConfidenceLifted(act)])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_item_is_written_and_read_the_same() {
        let id = ItemId::from_bytes([0xab; 16]);
        for item in [
            Item::Work,
            Item::Risk,
            Item::Document(DocumentId::from_bytes([7; 16])),
            Item::Answer(id),
            Item::Notes(id),
            Item::Discrepancy(id),
            Item::Concern(id),
            Item::Conviction(id),
        ] {
            assert_eq!(item.to_string().parse(), Ok(item));
            assert!(Item::KINDS.contains(&item.kind()));
            let json = serde_json::to_string(&item).unwrap();
            assert_eq!(serde_json::from_str::<Item>(&json).unwrap(), item);
        }
        for bad in ["", "work-", "risk-1", "notes", "document-1", "answer-", "x"] {
            assert!(bad.parse::<Item>().is_err(), "{bad}");
        }
    }
}

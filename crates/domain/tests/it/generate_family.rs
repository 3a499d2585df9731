//! Makes what members asked to be kept from others, and what was declared late, out of any source.

use crate::generate::{Source, details};
use safeconduct_domain::confidential::{Item, Keep, Lift};
use safeconduct_domain::event::Event;
use safeconduct_domain::family::{Confirmation, Declared, Everybody};
use safeconduct_domain::id::DocumentId;

/// An item of some kind, from the same small pool as everything else.
pub fn item(s: &mut impl Source) -> Item {
    match s.byte() % 8 {
        0 => Item::Work,
        1 => Item::Risk,
        2 => Item::Document(DocumentId::from_bytes(s.id())),
        3 => Item::Answer(s.item()),
        4 => Item::Notes(s.item()),
        5 => Item::Discrepancy(s.item()),
        6 => Item::Concern(s.item()),
        _ => Item::Conviction(s.item()),
    }
}

/// The event of that number among the four of them.
pub fn of_family(kind: u8, s: &mut impl Source) -> Event {
    match kind {
        0 => Event::KeptConfidential(Keep {
            item: item(s),
            person: s.person(),
            from: s.somebody().into_iter().collect(),
            asked_on: s.day(),
        }),
        1 => Event::ConfidenceLifted(Lift {
            item: item(s),
            person: s.person(),
            agreed_on: s.day(),
            agreed: s.flag(),
        }),
        2 => Event::PersonDeclared {
            person: s.person(),
            declared: Declared {
                declared_on: s.day(),
                declared_by: s.person(),
                details: details(s),
            },
        },
        _ => Event::DeclarationConfirmed(Confirmation {
            person: s.person(),
            on: s.day(),
            language: s.text(),
            explained: s.flag(),
            answer: s.one(&[Everybody::AllDeclared, Everybody::SomebodyMissing]),
        }),
    }
}

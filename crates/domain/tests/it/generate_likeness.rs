//! Makes what the centre's intake alone knows, out of any source.

use crate::generate::Source;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::likeness::{Agreement, Alike, Found, Part, Said, Sameness, Why};

/// The event of that number among the three of them.
pub fn of_likeness(kind: u8, s: &mut impl Source) -> Event {
    let other = CaseId::from_bytes(s.id());
    match kind {
        0 => Event::EarlierChecked {
            found: vec![Found {
                case: other,
                reference: s.text(),
                people: vec![Alike {
                    person: s.person(),
                    why: Why::new(vec![s.one(&Agreement::ALL)], vec![s.one(&Part::ALL)]),
                }],
            }],
        },
        1 => Event::CheckCapped {},
        _ => Event::MatchSettled {
            other,
            said: Said {
                sameness: s.one(&[
                    Sameness::SamePerson,
                    Sameness::AnotherPerson,
                    Sameness::Open,
                ]),
                reason: s.text(),
            },
        },
    }
}

//! A case in which every question is asked, so that the description of a form leaves none out. Nobody is in it.

use jiff::civil::date;
use safeconduct_domain::case::Case;
use safeconduct_domain::fairness::Concern;
use safeconduct_domain::id::{DocumentId, ItemId, PersonId};
use safeconduct_domain::interview::{Notes, Signed};
use safeconduct_domain::person::Person;
use safeconduct_domain::status_query::{Query, StatusQuery};
use serde_json::json;

const PERSON: PersonId = PersonId::from_bytes([0; 16]);
const ITEM: ItemId = ItemId::from_bytes([0; 16]);

/// The case, of a partner; with a principal applicant, or with a relative alone, so that the form for adding a person
/// offers every relationship.
pub(super) fn case(partner: &str, principal: bool) -> Case {
    let mut case = Case::default();
    case.referral.partner = partner.to_owned();
    let relationship = if principal {
        "principal-applicant"
    } else {
        "other-relative"
    };
    let person = json!({ "id": PERSON, "relationship": relationship, "family-name": "", "accompanying": true });
    let person: Option<Person> = serde_json::from_value(person).ok();
    case.referral.persons.extend(person);
    let document = json!({ "id": DocumentId::from_bytes([0; 16]), "name": "", "kind": "", "size": 0, "sealed-size": 0,
        "sha256": "", "key": "" });
    case.referral
        .documents
        .extend(serde_json::from_value(document).ok());
    case.interview.notes.push(Signed {
        id: ITEM,
        notes: Notes {
            held_on: date(2000, 1, 1),
            present: String::new(),
            understood: true,
            text: String::new(),
        },
        by: (safeconduct_domain::id::UserId::from_bytes([0; 16]), 0),
        addenda: Vec::new(),
    });
    let put = json!({ "person": PERSON, "about": "", "concern": "", "disclosed": "", "put-on": "2000-01-01",
        "manner": "letter", "due": "2000-01-01" });
    if let Ok(put) = serde_json::from_value(put) {
        case.concerns.push(Concern {
            id: ITEM,
            put,
            due: date(2000, 1, 1),
            extensions: Vec::new(),
            answer: None,
        });
    }
    case.queries.push(StatusQuery {
        id: ITEM,
        query: Query {
            evidence: String::new(),
            question: String::new(),
        },
        route: String::new(),
        reply: None,
    });
    case
}

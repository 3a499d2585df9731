//! What happened to a case, entry by entry, with its content.

use std::collections::{BTreeMap, HashMap};

use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::{GroupId, UserId};
use serde::Serialize;
use serde_json::{Value, json};

use super::case::DocumentView;

/// The entries of a case and the names of who made them.
#[derive(Serialize)]
pub struct TimelineView<'a> {
    entries: Vec<EntryView>,
    actors: BTreeMap<String, &'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct EntryView {
    seq: u64,
    at_ms: i64,
    actor: UserId,
    group: GroupId,
    event: &'static str,
    content: Option<Value>,
}

impl<'a> TimelineView<'a> {
    /// The timeline, oldest first.
    #[must_use]
    pub fn of(entries: &[(Stamp, Event)], names: &'a HashMap<UserId, String>) -> Self {
        let actors = entries.iter().filter_map(|(stamp, _)| {
            Some((stamp.actor.to_string(), names.get(&stamp.actor)?.as_str()))
        });
        let entry = |(stamp, event): &(Stamp, Event)| EntryView {
            seq: stamp.seq,
            at_ms: stamp.at_ms,
            actor: stamp.actor,
            group: stamp.group,
            event: event.name(),
            content: Some(content(event)).filter(|c| !c.is_null()),
        };
        Self {
            actors: actors.collect(),
            entries: entries.iter().map(entry).collect(),
        }
    }
}

fn of<T: Serialize>(payload: &T) -> Value {
    super::json(payload)
}

/// What an event says. A new kind of event must be thought of here before it shows anything.
fn content(event: &Event) -> Value {
    use Event as E;
    match event {
        E::Opened { open, partner } => json!({ "open": of(open), "partner": partner }),
        E::WorkRecorded(work) => of(work),
        E::RiskRecorded(risk) => of(risk),
        E::DeclarationRecorded(declaration) => of(declaration),
        E::ContactSet(contact) => of(contact),
        E::PersonAdded { person, details } | E::PersonChanged { person, details } => {
            json!({ "person": person, "details": of(details) })
        }
        E::PersonDeclared { person, declared } => {
            json!({ "person": person, "declared": of(declared) })
        }
        E::DeclarationConfirmed(confirmation) => of(confirmation),
        E::KeptConfidential(keep) => of(keep),
        E::ConfidenceLifted(lift) => of(lift),
        E::PersonRemoved { person, reason } => json!({ "person": person, "reason": reason }),
        E::ConsentRecorded(consent) => of(consent),
        E::DocumentAdded(document) => of(&DocumentView::from(document)),
        E::DocumentWithdrawn { document, reason } => {
            json!({ "document": document, "reason": reason })
        }
        E::EarlierChecked { found } => json!({ "found": of(found) }),
        E::MatchSettled { other, said } => json!({ "other": other, "said": of(said) }),
        E::SentBack { reason } => json!({ "reason": reason }),
        E::Attested(attestation) => json!({ "grounds": attestation.grounds }),
        E::Submitted {
            to, date, policy, ..
        } => json!({ "to": to, "date": date, "policy": policy }),
        E::DeficiencyAnswered { note } => json!({ "note": note }),
        E::ApprovalRequested | E::TransferAccepted => Value::Null,
        E::Looked { what } => json!({ "what": what }),
        other => later(other),
    }
}

/// The same from intake on.
fn later(event: &Event) -> Value {
    use Event as E;
    match event {
        E::Returned(returned) => of(returned),
        E::Held(hold) => of(hold),
        E::FileCreated { policy } => json!({ "policy": policy }),
        E::NumberRecorded(number) => of(number),
        E::OfficeChosen(office) => of(office),
        E::OfferedToOffice { to, office, .. } => json!({ "to": to, "office": office }),
        E::TransferRefused { reason } | E::TransferRecalled { reason } => {
            json!({ "reason": reason })
        }
        E::Assigned { officer, reason } => json!({ "officer": officer, "reason": reason }),
        E::AssessedAfresh(afresh) => of(afresh),
        E::InterviewPlanned(plan) => of(plan),
        E::InterpreterRecorded(interpreter) => of(interpreter),
        E::AnswerLogged { id, exchange } => json!({ "id": id, "exchange": of(exchange) }),
        E::DiscrepancyNoted { id, noted } => json!({ "id": id, "noted": of(noted) }),
        E::DiscrepancyPut {
            discrepancy,
            explanation,
        } => json!({ "discrepancy": discrepancy, "explanation": explanation }),
        E::DiscrepancySettled {
            discrepancy,
            settlement,
        } => json!({ "discrepancy": discrepancy, "settlement": of(settlement) }),
        E::NotesSigned { id, notes } => json!({ "id": id, "notes": of(notes) }),
        E::AddendumSigned { notes, text } => json!({ "notes": notes, "text": text }),
        E::ElementFound(element) => of(element),
        E::ClassFound(finding) => of(finding),
        E::CheckRecorded(check) => of(check),
        E::ConvictionOpened { .. }
        | E::EquivalenceRecorded { .. }
        | E::ContextRecorded { .. }
        | E::ConvictionConcluded { .. }
        | E::ConvictionReopened { .. }
        | E::ReliefConsidered(_) => convicted(event),
        E::ConcernPut { id, put } => json!({ "id": id, "put": of(put) }),
        E::ConcernAnswered { concern, answer } => {
            json!({ "concern": concern, "answer": of(answer) })
        }
        E::TimeExtended { concern, extension } => {
            json!({ "concern": concern, "extension": of(extension) })
        }
        // the key of the sealed letter is nobody's to see
        E::LetterSigned {
            id,
            letter,
            made,
            puts,
        } => {
            json!({ "id": id, "letter": of(letter), "pdf-sha256": made.sha256, "pages": made.pages,
                "puts": puts })
        }
        E::LetterSent { letter, sending } => {
            json!({ "letter": letter, "sending": of(sending) })
        }
        E::StatusQueried { id, query, route } => {
            json!({ "id": id, "query": of(query), "route": route })
        }
        E::StatusAnswered { query, reply } => json!({ "query": query, "reply": of(reply) }),
        E::AuthorityAsked { id, inquiry } => json!({ "id": id, "inquiry": of(inquiry) }),
        E::InquiryBarred { inquiry, rule } => json!({ "inquiry": of(inquiry), "rule": rule }),
        E::TaskOverridden(over) => of(over),
        E::Decided { decide, on, policy } => {
            json!({ "decision": of(decide), "on": on, "policy": policy })
        }
        E::DecisionReviewed(review) => of(review),
        E::Reconsidered {
            reconsideration,
            on,
        } => json!({ "reconsideration": of(reconsideration), "on": on }),
        E::LeaveSought { id, application } => {
            json!({ "id": id, "application": of(application) })
        }
        E::CourtEnded {
            application,
            ending,
        } => json!({ "application": application, "ending": of(ending) }),
        E::NoticeGiven { on } => json!({ "on": on }),
        E::UrgencySet { urgency, grounds } => json!({ "urgency": urgency, "grounds": grounds }),
        E::Withdrawn(withdrawal) => of(withdrawal),
        _ => Value::Null,
    }
}

/// The same of worksheets on convictions, and of relief.
fn convicted(event: &Event) -> Value {
    use Event as E;
    match event {
        E::ConvictionOpened { id, facts } => json!({ "id": id, "facts": of(facts) }),
        E::EquivalenceRecorded {
            id,
            conviction,
            comparison,
        } => json!({ "id": id, "conviction": conviction, "comparison": of(comparison) }),
        E::ContextRecorded { conviction, asked } => {
            json!({ "conviction": conviction, "asked": of(asked) })
        }
        E::ConvictionConcluded {
            conviction,
            conclusion,
        } => json!({ "conviction": conviction, "conclusion": of(conclusion) }),
        E::ConvictionReopened { conviction, reason } => {
            json!({ "conviction": conviction, "reason": reason })
        }
        E::ReliefConsidered(considered) => of(considered),
        _ => Value::Null,
    }
}

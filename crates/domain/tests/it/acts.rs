//! Acts with invented, plausible content: one that can succeed for every kind.

use crate::world::TODAY;
use jiff::civil::Date;
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Case;
use safeconduct_domain::id::{CaseId, DocumentId, ItemId, PersonId, UserId};
use safeconduct_domain::letter::Made;
use safeconduct_domain::likeness::{Agreement, Alike, Found, Part, Sought, Why};
use safeconduct_domain::person::Details;
use safeconduct_domain::policy::Policy;
use serde_json::{Value, json};

/// An act from the fields of its form.
pub fn act(kind: Kind, fields: Value) -> Act {
    let name = kind.name();
    Act::from_form(kind, fields).unwrap_or_else(|e| panic!("{name}: {e}"))
}

pub fn open() -> Act {
    act(
        Kind::Open,
        json!({"reference": "FLD-2026-0117", "language": "en"}),
    )
}

pub fn taken_over(origin: &str) -> Act {
    let fields = json!({"reference": "UN-77", "origin": origin, "language": "fr", "unhcr-number": "123-45C00001"});
    act(Kind::Open, fields)
}

pub fn everything_about_the_claim() -> Vec<Act> {
    [
        Kind::RecordWork,
        Kind::RecordRisk,
        Kind::RecordDeclaration,
        Kind::SetContact,
    ]
    .map(|kind| act(kind, claim(kind)))
    .into()
}

fn claim(kind: Kind) -> Value {
    match kind {
        Kind::RecordWork => json!({
            "categories": ["journalist"], "description": "Documents enforced disappearances.",
            "persecutors": ["state"], "persecutors-who": "The security service.", "adverse-countries": ["ER"],
        }),
        Kind::RecordRisk => json!({
            "description": "Arrested twice.", "durable-solution": "None in sight.", "charges": "none known",
        }),
        Kind::RecordDeclaration => json!({
            "all-family-declared": true, "signed-on": "2026-11-02", "representative": "none",
            "interview-languages": ["ti"],
        }),
        Kind::SetContact => json!({
            "address": "Block 4, Kakuma", "channel": "Signal, through the partner", "hours": "after 20:00 UTC",
        }),
        other => panic!("{} is no part of the claim", other.name()),
    }
}

pub fn details(relationship: &str, given: &str, birth: &str) -> Details {
    serde_json::from_value(person(relationship, given, birth, true)).unwrap()
}

fn person(relationship: &str, given: &str, birth: &str, accompanying: bool) -> Value {
    json!({
        "relationship": relationship, "accompanying": accompanying, "family-name": "Tesfay", "given-names": given,
        "native-name": "ተስፋይ", "birth": birth, "birth-country": "ER", "nationalities": ["ER"],
        "residence": "KE", "marital-status": "single",
    })
}

/// A principal applicant, a spouse, a child, and a mother who stays behind.
pub fn family() -> Vec<Details> {
    let mut behind = details("other-relative", "Abrehet", "1955");
    behind.accompanying = false;
    vec![
        details("principal-applicant", "Selam", "1988-03-14"),
        details("spouse", "Yonas", "1985-07"),
        details("dependent-child", "Luwam", "2012-01-30"),
        behind,
    ]
}

pub fn consent(person: PersonId) -> Act {
    act(
        Kind::RecordConsent,
        json!({"person": person, "given-on": "2026-11-01", "manner": "written"}),
    )
}

pub fn document(number: usize, kind: &str, person: Option<PersonId>) -> Act {
    let mut id = [0xD0; 16];
    id[..8].copy_from_slice(&(number as u64).to_be_bytes());
    act(
        Kind::AddDocument,
        json!({
            "id": DocumentId::from_bytes(id), "name": "scan.pdf", "kind": kind, "person": person,
            "size": 1000, "sealed-size": 1100, "sha256": "00", "key": "11",
        }),
    )
}

pub fn attest() -> Act {
    act(
        Kind::Attest,
        json!({"grounds": "Known to us since 2019.", "confirmed": true}),
    )
}

pub fn hold() -> Act {
    act(
        Kind::HoldReferral,
        json!({"deficiencies": ["document-unreadable"], "note": "Page 2.", "due": "2026-12-22"}),
    )
}

pub fn give_back() -> Act {
    act(
        Kind::ReturnReferral,
        json!({"reasons": ["incomplete"], "note": "See the list."}),
    )
}

pub fn office() -> Act {
    act(Kind::ChooseOffice, json!({"office": "nairobi"}))
}

pub fn plan() -> Act {
    act(
        Kind::PlanInterview,
        json!({"mode": "video", "reason": "travel-dangerous", "safety": "Agreed with the partner.",
            "asylum-risk": "None known.", "surveillance": "A phone of the partner.", "interpreter-avoid": "Kin of the judge."}),
    )
}

pub fn waive() -> Act {
    act(
        Kind::PlanInterview,
        json!({"mode": "waived", "reason": "safety", "asylum-risk": "Any contact is dangerous.", "rests-on": ["risk"]}),
    )
}

pub fn notes() -> Act {
    let fields =
        json!({"held-on": "2026-11-22", "present": "all", "understood": true, "text": "Q: … A: …"});
    act(Kind::SignNotes, fields)
}

pub fn element(person: PersonId, element: &str, finding: &str) -> Act {
    let fields = json!({"person": person, "element": element, "finding": finding, "reasons": "As heard.", "weighed": "Each point."});
    act(Kind::FindElement, fields)
}

pub fn check(person: PersonId, check: &str, outcome: &str) -> Act {
    let exemption = (check == "biometrics" && outcome == "exempt").then_some("not-feasible");
    let fields = json!({"person": person, "check": check, "outcome": outcome, "on": "2026-11-20", "reasons": "As received.",
        "exemption": exemption});
    act(Kind::RecordCheck, fields)
}

/// A result that holds until some day.
pub fn expiring(person: PersonId, check: &str, until: &str) -> Act {
    let fields = json!({"person": person, "check": check, "outcome": "passed", "on": "2026-11-20", "valid-until": until});
    act(Kind::RecordCheck, fields)
}

/// Closes a task with a result in the person's favour.
pub fn close(policy: &Policy, day: Date, person: PersonId, task: &str) -> Act {
    if policy.element(task, day).is_some() {
        element(person, task, "met")
    } else {
        check(person, task, "passed")
    }
}

pub fn class(person: PersonId, class: &str, member: bool) -> Act {
    let fields =
        json!({"person": person, "class": class, "member": member, "reasons": "As found."});
    act(Kind::FindClass, fields)
}

pub fn put(person: PersonId, about: &str) -> Act {
    act(
        Kind::PutConcern,
        json!({
            "person": person, "about": about, "concern": "The dates differ.", "disclosed": "Two letters.",
            "put-on": "2026-11-22", "manner": "letter", "due": "2026-12-22",
        }),
    )
}

pub fn answer(concern: ItemId, met: bool) -> Act {
    let fields =
        json!({"concern": concern, "answer": "One is a copy.", "analysis": "Weighed.", "met": met});
    act(Kind::AnswerConcern, fields)
}

pub fn extend(concern: ItemId, due: &str) -> Act {
    let fields = json!({"concern": concern, "due": due, "reason": "The line was down for a week."});
    act(Kind::ExtendTime, fields)
}

/// A letter of that kind, with what its signatory adds.
pub fn letter(kind: &str, more: Value) -> Act {
    let mut fields = json!({"kind": kind, "language": "en"});
    let (Some(fields_of), Some(more)) = (fields.as_object_mut(), more.as_object()) else {
        panic!("no object")
    };
    fields_of.extend(more.clone());
    act(Kind::SignLetter, fields)
}

pub fn send(letter: ItemId, by: &str) -> Act {
    let fields = json!({"letter": letter, "by": by, "on": "2026-11-22", "at-its-hours": true,
        "in-its-words": true});
    act(Kind::SendLetter, fields)
}

/// A typeset letter, as the program above would have sealed it.
pub fn made() -> Made {
    Made {
        document: DocumentId::from_bytes([0xE1; 16]),
        key: "00".repeat(32),
        sha256: "11".repeat(32),
        size: 40_000,
        pages: 2,
    }
}

pub fn query() -> Act {
    act(
        Kind::RaiseStatusQuery,
        json!({"evidence": "A court record.", "question": "Is it known to you?"}),
    )
}

pub fn reply(query: ItemId) -> Act {
    act(
        Kind::AnswerStatusQuery,
        json!({"query": query, "by": "FLD", "answer": "Known and explained."}),
    )
}

pub fn set_aside(person: Option<PersonId>, task: &str) -> Act {
    act(
        Kind::OverrideTask,
        json!({"person": person, "task": task, "reason": "Cannot be done in time."}),
    )
}

pub fn approve(person: PersonId) -> Act {
    act(
        Kind::Decide,
        json!({"person": person, "verdict": "approved", "reasons": "All is established."}),
    )
}

pub fn refuse(person: PersonId, provisions: &[&str]) -> Act {
    act(
        Kind::Decide,
        json!({
            "person": person, "verdict": "refused", "provisions": provisions, "evidence": "The two letters.",
            "reasons": "It is not established.",
        }),
    )
}

pub fn review(person: PersonId, agrees: bool) -> Act {
    let fields = json!({"person": person, "opinion": if agrees { "agrees" } else { "gives-back" },
        "reasons": "Read with the notes."});
    act(Kind::ReviewDecision, fields)
}

pub fn reconsider(person: PersonId, asked_by: &str, reopened: bool) -> Act {
    act(
        Kind::Reconsider,
        json!({"person": person, "asked-by": asked_by, "ground": "A judgment of May was not seen.",
            "outcome": if reopened { "reopened" } else { "stands" }, "reasons": "It bears on the fear."}),
    )
}

pub fn leave_application(person: PersonId, served_on: Date) -> Act {
    let fields = json!({"person": person, "court-file": "IMM-1234-26", "served-on": served_on});
    act(Kind::RecordLeaveApplication, fields)
}

pub fn court_outcome(application: ItemId, outcome: &str, ended_on: Date) -> Act {
    let fields = json!({"application": application, "outcome": outcome, "ended-on": ended_on});
    act(Kind::RecordCourtOutcome, fields)
}

pub fn reassign(officer: UserId) -> Act {
    act(
        Kind::Reassign,
        json!({"officer": officer, "reason": "The officer has left."}),
    )
}

pub fn afresh(hearing: &str) -> Act {
    act(
        Kind::AssessAfresh,
        json!({"record": "Read in full.", "hearing": hearing, "reasons": "The notes are full and signed."}),
    )
}

pub fn interpreter() -> Act {
    act(
        Kind::RecordInterpreter,
        json!({"name": "A. Interpreter", "language": "ti", "gender": "woman", "background": "No ties known.",
            "none-to-avoid": true, "briefed": true, "understood": true}),
    )
}

pub fn exchange(person: PersonId) -> Act {
    act(
        Kind::LogAnswer,
        json!({"person": person, "question": "When was that?", "answer": "In the rainy season."}),
    )
}

pub fn noted(person: PersonId) -> Act {
    act(
        Kind::NoteDiscrepancy,
        json!({"person": person, "what": "Two years.", "sources": "Answer 1, the form."}),
    )
}

pub fn put_discrepancy(discrepancy: ItemId) -> Act {
    act(
        Kind::PutDiscrepancy,
        json!({"discrepancy": discrepancy, "explanation": "Two calendars."}),
    )
}

pub fn settle_discrepancy(discrepancy: ItemId, outcome: &str) -> Act {
    act(
        Kind::SettleDiscrepancy,
        json!({"discrepancy": discrepancy, "outcome": outcome, "reasons": "They are the same year."}),
    )
}

/// The last discrepancy that is open; else one that is not there.
fn differs(case: &Case) -> ItemId {
    let mut open = case.discrepancies.iter().filter(|d| d.settlement.is_none());
    open.next_back()
        .map_or(ItemId::from_bytes([0; 16]), |d| d.id)
}

/// A conviction at home, which is an adverse country, as the person and the partner tell of it.
pub fn conviction(person: PersonId) -> Act {
    act(
        Kind::OpenConviction,
        json!({"person": person, "nature": "conviction", "country": "ER", "on": "2021-06",
            "sources": ["applicant", "partner"], "known-from": "Answer 4; the referral, under risk.", "in-absentia": true,
            "offence": "Participation in an extremist community.", "context": "For two articles on prisons."}),
    )
}

pub fn equivalence(conviction: ItemId, likeness: &str) -> Act {
    act(
        Kind::RecordEquivalence,
        json!({"conviction": conviction, "element": "Membership of a community that was banned.",
            "corresponds": "Criminal Code: participation in the activity of a terrorist group.", "likeness": likeness,
            "reasons": "Compared as they read."}),
    )
}

pub fn context(conviction: ItemId) -> Act {
    act(
        Kind::RecordContext,
        json!({"conviction": conviction, "on": "2026-11-20", "way": "through-this-system",
            "asked": "What is known of the trial.", "answer": "It was held in a day."}),
    )
}

pub fn conclude(conviction: ItemId, outcome: &str) -> Act {
    act(
        Kind::ConcludeConviction,
        json!({"conviction": conviction, "outcome": outcome, "prosecution": "hybrid", "ten-years": true,
            "signs": ["vague-law"], "reasons": "As the worksheet shows."}),
    )
}

pub fn reopen(conviction: ItemId) -> Act {
    act(
        Kind::ReopenConviction,
        json!({"conviction": conviction, "reason": "The judgment has come."}),
    )
}

pub fn relief(person: PersonId, check: &str, relief: &str) -> Act {
    act(
        Kind::ConsiderRelief,
        json!({"person": person, "check": check, "relief": relief, "pursued": true, "reasons": "It fits."}),
    )
}

/// The last worksheet that is open, or concluded; else one that is not there.
fn worksheet(case: &Case, open: bool) -> ItemId {
    let mut all = case.convictions.iter().filter(|c| c.open() == open);
    all.next_back()
        .map_or(ItemId::from_bytes([0; 16]), |c| c.id)
}

pub fn inquiry(country: &str, purpose: &str) -> Act {
    act(
        Kind::AskAuthority,
        json!({"country": country, "authority": "Registry", "purpose": purpose, "asked": "Whether a number exists."}),
    )
}

pub fn urgency(urgency: &str) -> Act {
    act(
        Kind::SetUrgency,
        json!({"urgency": urgency, "grounds": "Threatened yesterday."}),
    )
}

pub fn withdraw() -> Act {
    act(
        Kind::Withdraw,
        json!({"reason": "applicant-asks", "note": "By the safe channel."}),
    )
}

pub fn reasoned(kind: Kind, reason: &str) -> Act {
    act(kind, json!({"reason": reason}))
}

/// A wish that an item be kept from other members; from all of them if nobody is named.
pub fn keep(item: &str, person: PersonId, from: &[PersonId]) -> Act {
    let fields = json!({"item": item, "person": person, "from": from, "asked-on": "2026-11-20"});
    act(Kind::KeepConfidential, fields)
}

pub fn lift(item: &str, person: PersonId) -> Act {
    let fields = json!({"item": item, "person": person, "agreed-on": "2026-11-21", "agreed": true});
    act(Kind::LiftConfidence, fields)
}

/// A son nobody had spoken of.
pub fn declare(by: PersonId, accompanying: bool) -> Act {
    let mut fields = person("dependent-child", "Natnael", "2008-02-10", accompanying);
    fields["declared-on"] = json!("2026-11-22");
    fields["declared-by"] = json!(by);
    act(Kind::DeclarePerson, fields)
}

pub fn confirm(person: PersonId, answer: &str) -> Act {
    let fields = json!({"person": person, "on": "2026-11-22", "language": "ti", "explained": true, "answer": answer});
    act(Kind::ConfirmDeclaration, fields)
}

/// An act of that kind that fits the case, as far as any does.
pub fn sample(kind: Kind, case: &Case) -> Act {
    let principal = case
        .referral
        .principal()
        .map_or(PersonId::from_bytes([0; 16]), |p| p.id);
    let last = case.referral.present().last().map_or(principal, |p| p.id);
    let no_item = ItemId::from_bytes([0; 16]);
    match kind {
        Kind::Open => open(),
        Kind::RecordWork | Kind::RecordRisk | Kind::RecordDeclaration | Kind::SetContact => {
            act(kind, claim(kind))
        }
        Kind::AddPerson => Act::AddPerson(details("dependent-child", "Saron", "2020-05-05")),
        Kind::ChangePerson => {
            let mut fields = person("dependent-child", "Luwam", "2012-01-31", true);
            fields["person"] = json!(last);
            act(kind, fields)
        }
        Kind::RemovePerson => act(kind, json!({"person": last, "reason": "Entered twice."})),
        Kind::RecordConsent => consent(principal),
        Kind::AddDocument => document(9_999, "reference", None),
        Kind::WithdrawDocument => {
            let document = case
                .referral
                .in_hand()
                .last()
                .map_or(DocumentId::from_bytes([0; 16]), |d| d.id);
            act(
                kind,
                json!({"document": document, "reason": "The wrong scan."}),
            )
        }
        Kind::RequestApproval => Act::RequestApproval {},
        Kind::SendBack | Kind::RefuseTransfer | Kind::RecallTransfer => reasoned(kind, "Not yet."),
        Kind::Attest => attest(),
        Kind::Submit => Act::Submit {},
        Kind::AnswerDeficiency => act(kind, json!({"note": "Scanned again."})),
        Kind::ReturnReferral => give_back(),
        Kind::HoldReferral => hold(),
        Kind::AcceptReferral => Act::AcceptReferral {},
        Kind::RecordNumber => act(kind, json!({"kind": "g-number", "value": "G000000001"})),
        Kind::CheckEarlier => Act::CheckEarlier {},
        Kind::SettleMatch => settle_match("same-person"),
        Kind::ChooseOffice => office(),
        Kind::Transfer => Act::Transfer {},
        Kind::AcceptTransfer => Act::AcceptTransfer {},
        Kind::Reassign => {
            let fields = json!({"officer": crate::world::COLLEAGUES[1], "reason": "On leave."});
            act(kind, fields)
        }
        Kind::AssessAfresh => afresh("not-needed"),
        Kind::PlanInterview => plan(),
        Kind::RecordInterpreter => interpreter(),
        Kind::LogAnswer => exchange(principal),
        Kind::NoteDiscrepancy => noted(principal),
        Kind::PutDiscrepancy => put_discrepancy(differs(case)),
        Kind::SettleDiscrepancy => settle_discrepancy(differs(case), "resolved"),
        Kind::SignNotes => notes(),
        Kind::AddAddendum => {
            let notes = case.interview.notes.first().map_or(no_item, |n| n.id);
            act(kind, json!({"notes": notes, "text": "The year is 2019."}))
        }
        Kind::FindElement => element(principal, "outside-canada", "met"),
        Kind::FindClass => class(principal, "convention", true),
        Kind::RecordCheck => check(principal, "security", "passed"),
        Kind::OpenConviction => conviction(principal),
        Kind::RecordEquivalence => equivalence(worksheet(case, true), "matched"),
        Kind::RecordContext => context(worksheet(case, true)),
        Kind::ConcludeConviction => conclude(worksheet(case, true), "not-established"),
        Kind::ReopenConviction => reopen(worksheet(case, false)),
        Kind::ConsiderRelief => relief(principal, "security", "public-policy"),
        Kind::PutConcern => put(principal, "security"),
        Kind::AnswerConcern => answer(case.concerns.last().map_or(no_item, |c| c.id), true),
        Kind::ExtendTime => {
            let concern = case.concerns.last().map_or(no_item, |c| c.id);
            extend(concern, "2027-01-22")
        }
        Kind::ReviewDecision => review(principal, true),
        Kind::Reconsider => reconsider(principal, "applicant", true),
        Kind::RecordLeaveApplication => leave_application(principal, TODAY),
        Kind::RecordCourtOutcome => {
            let application = case.applications.last().map_or(no_item, |a| a.id);
            court_outcome(application, "dismissed", TODAY)
        }
        Kind::SignLetter => letter(sample_letter(case), json!({})),
        Kind::SendLetter => {
            let letter = case.letters.last();
            let by = letter.is_some_and(|l| l.letter.kind.to_partner());
            let by = if by { "partner" } else { "protocol" };
            send(letter.map_or(no_item, |l| l.id), by)
        }
        Kind::RaiseStatusQuery => query(),
        Kind::AnswerStatusQuery => reply(case.queries.last().map_or(no_item, |q| q.id)),
        Kind::AskAuthority => inquiry("KE", "verification"),
        Kind::OverrideTask => set_aside(Some(principal), "security-screening"),
        Kind::Decide => approve(principal),
        Kind::KeepConfidential => keep("risk", last, &[]),
        Kind::LiftConfidence => {
            let kept = case.confidences.last();
            let item = kept.map_or_else(|| "risk".to_owned(), |k| k.keep.item.to_string());
            lift(&item, kept.map_or(principal, |k| k.keep.person))
        }
        Kind::DeclarePerson => declare(principal, true),
        Kind::ConfirmDeclaration => confirm(principal, "all-declared"),
        Kind::SetUrgency => urgency("urgent"),
        Kind::Withdraw => withdraw(),
    }
}

/// The letter that can be written from the case as it stands, as far as there is one.
fn sample_letter(case: &Case) -> &'static str {
    use safeconduct_domain::case::Stage;
    match case.stage {
        Stage::FileCreated => "acknowledgement",
        Stage::Decided => "approval",
        _ => "fairness",
    }
}

/// Another case that may be of the same person.
pub const OTHER: CaseId = CaseId::from_bytes([0x0c; 16]);

/// What the register knows: another case, by the date of birth and two names.
pub fn sought() -> Sought {
    let why = Why::new(vec![Agreement::BirthNames], vec![Part::Family, Part::Given]);
    let person = PersonId::from_bytes([1; 16]);
    Sought {
        found: vec![Found {
            case: OTHER,
            reference: "PD-2025-007".into(),
            people: vec![Alike { person, why }],
        }],
        checks: 0,
    }
}

pub fn settle_match(sameness: &str) -> Act {
    let fields =
        json!({"other": OTHER, "sameness": sameness, "reason": "Both partners were asked."});
    act(Kind::SettleMatch, fields)
}

//! A case in which everything stands, and an answer to every question of every form.

use crate::forms::FormContext;
use jiff::civil::{Date, date};
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::confidential::Kept;
use safeconduct_domain::conviction::{Compared, Conviction};
use safeconduct_domain::discrepancy::Discrepancy;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::fairness::{Concern, Put};
use safeconduct_domain::id::{CaseId, DocumentId, ItemId, PersonId, UserId};
use safeconduct_domain::interview::{Notes, Signed};
use safeconduct_domain::judicial_review::Applied;
use safeconduct_domain::likeness::Found;
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::Policy;
use safeconduct_domain::priority::{Priorities, Priority};
use safeconduct_domain::status_query::StatusQuery;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::LazyLock;

pub(super) const TODAY: Date = date(2026, 11, 22);
pub(super) const PRINCIPAL: PersonId = PersonId::from_bytes([1; 16]);
pub(super) const CHILD: PersonId = PersonId::from_bytes([2; 16]);
pub(super) const DOCUMENT: DocumentId = DocumentId::from_bytes([3; 16]);
pub(super) const ITEM: ItemId = ItemId::from_bytes([4; 16]);
/// A worksheet that is concluded.
pub(super) const CONCLUDED: ItemId = ItemId::from_bytes([5; 16]);
pub(super) const COLLEAGUE: UserId = UserId::from_bytes([7; 16]);

pub(super) static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::builtin().unwrap());
static COLLEAGUES: LazyLock<Vec<(UserId, String)>> =
    LazyLock::new(|| vec![(COLLEAGUE, "Ines Okafor".to_owned())]);

fn of<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn hex(id: impl ToString) -> String {
    id.to_string()
}

/// A case with something recorded of everything.
pub(super) fn case() -> Case {
    let mut case = Case {
        stage: Stage::Assessment,
        priorities: Priorities {
            submission: Priority::default(),
            processing: Some(Priority {
                urgency: Urgency::Urgent,
                grounds: "A warrant was renewed".to_owned(),
            }),
        },
        ..Case::default()
    };
    let referral = &mut case.referral;
    referral.partner = "unhcr".to_owned();
    referral.persons = vec![
        person(PRINCIPAL, rest(Kind::AddPerson)),
        person(
            CHILD,
            json!({"relationship": "dependent-child", "family-name": "Tesfay", "given-names": "Selam", "birth": "2012"}),
        ),
    ];
    referral.work = Some(of(rest(Kind::RecordWork)));
    referral.risk = Some(of(rest(Kind::RecordRisk)));
    referral.declaration = Some(of(rest(Kind::RecordDeclaration)));
    referral.contact = Some(of(rest(Kind::SetContact)));
    referral.consents = vec![of(all(Kind::RecordConsent, "record-consent"))];
    referral.documents = vec![of(document())];
    case.intake.office = Some(of(rest(Kind::ChooseOffice)));
    case.interview.plan = Some(of(rest(Kind::PlanInterview)));
    let notes: Notes = of(rest(Kind::SignNotes));
    case.interview.notes = vec![Signed {
        id: ITEM,
        notes,
        by: (COLLEAGUE, 0),
        addenda: Vec::new(),
    }];
    case.discrepancies = vec![Discrepancy {
        id: ITEM,
        noted: of(all(Kind::NoteDiscrepancy, "")),
        explanation: None,
        settlement: None,
    }];
    case.eligibility.elements = vec![of(all(Kind::FindElement, "establishment"))];
    case.eligibility.classes = vec![of(all(Kind::FindClass, "convention"))];
    case.admissibility.checks = vec![
        of(all(Kind::RecordCheck, "biometrics")),
        of(
            json!({"person": hex(PRINCIPAL), "check": "criminality", "outcome": "concern", "on": "2026-11-20"}),
        ),
    ];
    case.matches.found = vec![Found {
        case: CaseId::from_bytes([0x0c; 16]),
        reference: "PD-2025-007".into(),
        people: Vec::new(),
    }];
    case.convictions = [ITEM, CONCLUDED]
        .map(|id| Conviction::new(id, of(all(Kind::OpenConviction, ""))))
        .to_vec();
    case.convictions[0].compared = vec![Compared {
        id: ITEM,
        comparison: of(all(Kind::RecordEquivalence, "")),
    }];
    case.convictions[1].conclusion = Some(of(all(Kind::ConcludeConviction, "")));
    let put: Put = of(all(Kind::PutConcern, "establishment"));
    case.concerns = vec![Concern {
        id: ITEM,
        due: put.due,
        put,
        extensions: Vec::new(),
        answer: None,
    }];
    case.letters = vec![safeconduct_domain::letter::Signed {
        id: ITEM,
        letter: of(all(Kind::SignLetter, "invitation")),
        made: of(
            json!({"document": hex(DOCUMENT), "key": "00", "sha256": "00", "size": 1, "pages": 1}),
        ),
        by: (COLLEAGUE, 0),
        sent: Vec::new(),
    }];
    case.confidences = vec![Kept {
        keep: of(json!({"item": "risk", "person": hex(PRINCIPAL), "asked-on": "2026-11-20"})),
        by: (COLLEAGUE, 0),
        lifted: None,
    }];
    case.applications = vec![Applied {
        id: ITEM,
        application: of(all(Kind::RecordLeaveApplication, "")),
        by: (COLLEAGUE, 0),
        ending: None,
    }];
    case.queries = vec![StatusQuery {
        id: ITEM,
        query: of(rest(Kind::RaiseStatusQuery)),
        route: "unhcr".to_owned(),
        reply: None,
    }];
    case
}

fn person(id: PersonId, details: Value) -> Person {
    Person {
        id,
        details: of(details),
        removed: None,
        declared_on: None,
    }
}

/// What the upload adds to the form of a document.
pub(super) fn document() -> Value {
    json!({"id": hex(DOCUMENT), "name": "passport.pdf", "kind": "travel-document", "person": hex(PRINCIPAL),
        "size": 10, "sealed-size": 64, "sha256": "00", "key": "00"})
}

/// The code the sample of a kind is about.
pub(super) fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::FindElement | Kind::PutConcern | Kind::Decide => "establishment",
        Kind::FindClass => "convention",
        Kind::RecordCheck => "biometrics",
        Kind::ConsiderRelief => "criminality",
        Kind::OverrideTask => "security",
        Kind::SignLetter => "invitation",
        Kind::KeepConfidential | Kind::LiftConfidence => "risk",
        Kind::SettleMatch => "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
        _ => "",
    }
}

/// A context in which the page names all that the form is about.
pub(super) fn named(case: &Case, kind: Kind) -> FormContext<'_> {
    FormContext {
        person: Some(PRINCIPAL),
        item: Some(ITEM),
        document: Some(DOCUMENT),
        about: Some(about(kind)).filter(|code| !code.is_empty()),
        ..unnamed(case)
    }
}

/// A context in which the page names nothing, as for a partner's system.
pub(super) fn unnamed(case: &Case) -> FormContext<'_> {
    FormContext {
        organisation: "unhcr",
        colleagues: &COLLEAGUES,
        ..FormContext::new(&POLICY, TODAY, case)
    }
}

/// The answers with what they are about.
pub(super) fn all(kind: Kind, about: &str) -> Value {
    let mut all = rest(kind);
    let members = all.as_object_mut().unwrap();
    for (name, value) in targets(kind, about) {
        members.entry(name).or_insert(value);
    }
    all
}

fn targets(kind: Kind, about: &str) -> Vec<(String, Value)> {
    let person = || ("person".to_owned(), json!(hex(PRINCIPAL)));
    let coded = |name: &str| vec![person(), (name.to_owned(), json!(about))];
    let item = |name: &str| vec![(name.to_owned(), json!(hex(ITEM)))];
    match kind {
        Kind::ChangePerson
        | Kind::RemovePerson
        | Kind::RecordConsent
        | Kind::LogAnswer
        | Kind::NoteDiscrepancy
        | Kind::ReviewDecision
        | Kind::Reconsider
        | Kind::OpenConviction
        | Kind::RecordLeaveApplication
        | Kind::Decide => vec![person()],
        Kind::PutDiscrepancy | Kind::SettleDiscrepancy => item("discrepancy"),
        Kind::RecordEquivalence | Kind::RecordContext | Kind::ConcludeConviction => {
            item("conviction")
        }
        Kind::ReopenConviction => vec![("conviction".to_owned(), json!(hex(CONCLUDED)))],
        Kind::WithdrawDocument => vec![("document".to_owned(), json!(hex(DOCUMENT)))],
        Kind::FindElement => coded("element"),
        Kind::FindClass => coded("class"),
        Kind::RecordCheck | Kind::ConsiderRelief => coded("check"),
        Kind::PutConcern => coded("about"),
        Kind::OverrideTask => coded("task"),
        Kind::SignLetter => coded("kind"),
        Kind::SettleMatch => vec![("other".to_owned(), json!(about))],
        Kind::SendLetter => item("letter"),
        Kind::KeepConfidential | Kind::LiftConfidence => coded("item"),
        Kind::ConfirmDeclaration => vec![person()],
        Kind::AddAddendum => item("notes"),
        Kind::AnswerConcern | Kind::ExtendTime => item("concern"),
        Kind::AnswerStatusQuery => item("query"),
        Kind::RecordCourtOutcome => item("application"),
        _ => Vec::new(),
    }
}

/// An answer to every question but those the page answers unseen.
pub(super) fn rest(kind: Kind) -> Value {
    partner(kind).unwrap_or_else(|| centre(kind).unwrap_or_else(|| office(kind)))
}

fn partner(kind: Kind) -> Option<Value> {
    Some(match kind {
        Kind::Open => {
            json!({"reference": "HR-2026-014", "origin": "fld", "language": "fr", "unhcr-number": "821-00C12345"})
        }
        Kind::RecordWork => {
            json!({"categories": ["journalist", "women"], "description": "Reports on prisons\nsince 2015",
            "persecutors": ["state", "non-state"], "persecutors-who": "The ministry", "adverse-countries": ["ER", "SD"]})
        }
        Kind::RecordRisk => {
            json!({"description": "Arrested twice", "in-asylum": "Followed", "durable-solution": "None",
            "charges": "none known", "interview": "No man in the room"})
        }
        Kind::RecordDeclaration => {
            json!({"all-family-declared": true, "signed-on": "2026-11-01", "representative": "yes",
            "representative-details": "A. Lawyer", "interview-languages": ["ti", "ar"]})
        }
        Kind::SetContact => {
            json!({"address": "Sealed", "channel": "Through us", "hours": "Mornings", "code-word": "Juniper", "never": "No letters"})
        }
        Kind::AddPerson | Kind::ChangePerson => {
            json!({"relationship": "principal-applicant", "accompanying": true, "family-name": "Tesfay",
            "given-names": "Miriam", "native-name": "ሚርያም ተስፋይ", "other-names": "Mimi", "sex": "female", "birth": "1990-05",
            "birth-country": "ER", "nationalities": ["ER"], "stateless": true, "former-residences": ["SD"], "residence": "KE", "status": "Registered",
            "marital-status": "married", "languages": ["ti", "Blin"], "no-identity-document": "Taken at the border",
            "dependent-by-condition": true})
        }
        Kind::RemovePerson => json!({"reason": "Entered twice"}),
        Kind::RecordConsent => {
            json!({"given-on": "2026-10-30", "manner": "spoken", "outcome-to-partner": true})
        }
        Kind::AddDocument => json!({"kind": "travel-document", "person": hex(PRINCIPAL)}),
        Kind::WithdrawDocument => json!({"reason": "Shows a neighbour"}),
        Kind::SendBack => json!({"reason": "Dates missing"}),
        Kind::Attest => json!({"grounds": "Known to us since 2019", "confirmed": true}),
        Kind::AnswerDeficiency => json!({"note": "Photograph added"}),
        Kind::RequestApproval | Kind::Submit => json!({}),
        _ => return None,
    })
}

fn centre(kind: Kind) -> Option<Value> {
    Some(match kind {
        Kind::ReturnReferral => json!({"reasons": ["incomplete", "unreadable"], "note": "Page 3"}),
        Kind::HoldReferral => {
            json!({"deficiencies": ["signature-missing", "photo"], "note": "Page 3", "due": "2026-12-31"})
        }
        Kind::RecordNumber => {
            json!({"kind": "uci", "value": "1234-5678", "person": hex(PRINCIPAL)})
        }
        Kind::SettleMatch => json!({"sameness": "another-person", "reason": "Both were asked"}),
        Kind::ChooseOffice => json!({"office": "nairobi", "reason": "safety"}),
        Kind::RefuseTransfer => json!({"reason": "unsafe-here"}),
        Kind::RecallTransfer => json!({"reason": "Moved"}),
        Kind::Reassign => json!({"officer": hex(COLLEAGUE), "reason": "Leave"}),
        Kind::AcceptReferral | Kind::CheckEarlier | Kind::Transfer | Kind::AcceptTransfer => {
            json!({})
        }
        _ => return None,
    })
}

fn office(kind: Kind) -> Value {
    match kind {
        Kind::PlanInterview => {
            json!({"mode": "video", "reason": "travel-dangerous", "safety": "Checkpoints",
            "asylum-risk": "Returns at the border", "travel": "By night", "surveillance": "The line", "rests-on": ["risk"],
            "interpreter-needed": "The dialect", "interpreter-avoid": "The clan", "persons": [hex(PRINCIPAL)],
            "on": "2026-12-01", "language": "ti", "interpreter-gender": "woman"})
        }
        Kind::AssessAfresh => {
            json!({"record": "All of it, and the recording", "hearing": "not-needed", "reasons": "Two long interviews"})
        }
        Kind::RecordInterpreter => {
            json!({"name": "A. Interpreter", "language": "ti", "gender": "man", "gender-reason": "None was free", "replaces": "Of the group that threatened her",
            "background": "No ties known", "none-to-avoid": true, "briefed": true, "understood": true})
        }
        Kind::LogAnswer => {
            json!({"question": "When were you arrested?", "answer": "In 2018", "others": [hex(CHILD)]})
        }
        Kind::NoteDiscrepancy => json!({"what": "Two years", "sources": "Answer 3, form"}),
        Kind::PutDiscrepancy => json!({"explanation": "Two calendars"}),
        Kind::SettleDiscrepancy => json!({"outcome": "resolved", "reasons": "Plausible"}),
        Kind::SignNotes => {
            json!({"held-on": "2026-11-20", "present": "An interpreter", "understood": true, "text": "Q.\nA."})
        }
        Kind::AddAddendum => json!({"text": "Page 2 was read back"}),
        Kind::FindElement => {
            json!({"finding": "not-met", "reasons": "Because", "weighed": "Each point", "evidence": [hex(DOCUMENT)]})
        }
        Kind::FindClass => json!({"member": true, "reasons": "Because"}),
        Kind::RecordCheck => {
            json!({"outcome": "exempt", "asked-on": "2026-10-01", "on": "2026-11-20", "valid-until": "2027-11-20",
            "exemption": "not-feasible", "reasons": "No collection point can be reached"})
        }
        Kind::OpenConviction
        | Kind::RecordEquivalence
        | Kind::RecordContext
        | Kind::ConcludeConviction
        | Kind::ReopenConviction
        | Kind::ConsiderRelief => conviction(kind),
        Kind::PutConcern => {
            json!({"concern": "Two dates", "disclosed": "A letter", "rests-on": ["risk"], "put-on": "2026-11-20", "manner": "letter", "due": "2026-12-20"})
        }
        Kind::AnswerConcern => {
            json!({"answer": "It was 2018", "analysis": "Plausible", "met": true})
        }
        Kind::ExtendTime => json!({"due": "2027-01-20", "reason": "The line was down"}),
        Kind::SignLetter => {
            json!({"language": "fr", "through-partner": true,
            "due": "2026-11-30", "time": "14:30", "zone": "heure de Nairobi", "place": "Bureau 4",
            "bring": ["A passport, if there is one"], "remarks": "By the side door",
            "none-meant": "The street has that name"})
        }
        Kind::ReviewDecision => json!({"opinion": "gives-back", "reasons": "Page 4 was not read"}),
        Kind::Reconsider => {
            json!({"asked-by": "counsel", "ground": "A judgment", "outcome": "stands", "reasons": "Read"})
        }
        Kind::RecordLeaveApplication => {
            json!({"court-file": "IMM-1234-26", "served-on": "2026-11-20"})
        }
        Kind::RecordCourtOutcome => json!({"outcome": "dismissed", "ended-on": "2026-11-20"}),
        Kind::SendLetter => {
            json!({"by": "protocol", "on": "2026-11-20", "at-its-hours": true, "in-its-words": true})
        }
        Kind::RaiseStatusQuery => json!({"evidence": "A statement", "question": "Is it known?"}),
        Kind::AnswerStatusQuery => {
            json!({"by": "Regional office", "answer": "Known, and explained"})
        }
        Kind::AskAuthority => {
            json!({"country": "KE", "authority": "Registry", "purpose": "verification", "person": hex(PRINCIPAL),
            "asked": "Whether the number exists",
            "none-meant": "The archive has that name"})
        }
        Kind::OverrideTask => json!({"reason": "unsafe"}),
        Kind::Decide => {
            json!({"verdict": "refused", "provisions": ["R139(1)(g)"], "evidence": "The letter", "rests-on": ["work", "risk"], "reasons": "As put"})
        }
        Kind::KeepConfidential => {
            json!({"person": hex(PRINCIPAL), "from": [hex(CHILD)], "asked-on": "2026-11-20"})
        }
        Kind::LiftConfidence => json!({"agreed-on": "2026-11-20", "agreed": true}),
        Kind::DeclarePerson => {
            let mut declared = rest(Kind::AddPerson);
            declared["relationship"] = json!("dependent-child");
            declared["declared-on"] = json!("2026-11-20");
            declared["declared-by"] = json!(hex(PRINCIPAL));
            declared
        }
        Kind::ConfirmDeclaration => {
            json!({"on": "2026-11-20", "language": "ti", "explained": true, "answer": "all-declared"})
        }
        Kind::SetUrgency => json!({"urgency": "emergency", "grounds": "Days"}),
        Kind::Withdraw => json!({"reason": "applicant-asks", "note": "She asked, alone"}),
        other => panic!("no sample of {}", other.name()),
    }
}

fn conviction(kind: Kind) -> Value {
    match kind {
        Kind::OpenConviction => {
            json!({"nature": "conviction", "country": "ER", "on": "2021-06", "sources": ["applicant", "authority"],
            "known-from": "Answer 4", "adverse-word-only": true, "in-absentia": true, "offence": "Extremism",
            "context": "Two articles", "sentence": "Eight years", "completed-on": "2026-01-01"})
        }
        Kind::RecordEquivalence => {
            json!({"element": "Membership", "corresponds": "Criminal Code", "likeness": "unmatched", "reasons": "Vague",
            "replaces": hex(ITEM)})
        }
        Kind::RecordContext => {
            json!({"on": "2026-11-20", "way": "partner-encrypted", "asked": "The trial", "answer": "A day"})
        }
        Kind::ConcludeConviction => {
            json!({"outcome": "illegitimate", "prosecution": "hybrid", "ten-years": true, "second": hex(CONCLUDED),
            "signs": ["vague-law", "unfair-trial"], "evidence": [hex(DOCUMENT)], "word-weighed": "Published",
            "reasons": "As compared"})
        }
        Kind::ReopenConviction => json!({"reason": "The judgment has come"}),
        _ => json!({"relief": "public-policy", "pursued": true, "reasons": "It fits"}),
    }
}

//! Makes events of every kind out of any source of bytes and texts: arbitrary ones for properties, telling ones for tests
//! that look for what leaks.

use crate::generate_family::item;
use crate::generate_hearing::of_hearing;
use crate::generate_likeness::of_likeness;
use jiff::civil::{Date, date};
use safeconduct_domain::admissibility::{Check, Outcome};
use safeconduct_domain::date::PartialDate;
use safeconduct_domain::decision::{Decide, Override, Verdict};
use safeconduct_domain::eligibility::{Class, ClassFinding, Element, Finding};
use safeconduct_domain::event::{Event, Stamp, Urgency, Withdrawal};
use safeconduct_domain::fairness::{Answer, Extension, Put};
use safeconduct_domain::id::{DocumentId, GroupId, ItemId, PersonId, TransferId, UserId};
use safeconduct_domain::intake::{Hold, Number, Office, Return};
use safeconduct_domain::interview::{Mode, Notes, Plan};
use safeconduct_domain::letter::{self, Channel, Letter, Made, Sending};
use safeconduct_domain::person::{Details, Relationship};
use safeconduct_domain::policy::Language;
use safeconduct_domain::referral::{
    Attestation, Consent, Contact, Declaration, Document, Open, Risk, Work,
};
use safeconduct_domain::status_query::{Query, Reply};

/// How many kinds of events there are.
pub const KINDS: u8 = 70;

/// Where the content comes from.
pub trait Source {
    fn byte(&mut self) -> u8;
    fn text(&mut self) -> String;
    fn day(&mut self) -> Date;
    /// Whether an optional field is there.
    fn there(&mut self) -> bool;

    fn maybe(&mut self) -> Option<String> {
        if self.there() {
            Some(self.text())
        } else {
            None
        }
    }
    fn list(&mut self) -> Vec<String> {
        let many = if self.there() { 1 + self.byte() % 3 } else { 0 };
        (0..many).map(|_| self.text()).collect()
    }
    fn flag(&mut self) -> bool {
        self.byte() % 2 == 1
    }
    /// From a small pool, so that events meet the persons and documents of others.
    fn id(&mut self) -> [u8; 16] {
        [self.byte() % 4; 16]
    }
    fn person(&mut self) -> PersonId {
        PersonId::from_bytes(self.id())
    }
    fn somebody(&mut self) -> Option<PersonId> {
        if self.there() {
            Some(self.person())
        } else {
            None
        }
    }
    fn item(&mut self) -> ItemId {
        ItemId::from_bytes(self.id())
    }
    fn group(&mut self) -> GroupId {
        GroupId::from_bytes(self.id())
    }
    fn one<T: Copy>(&mut self, of: &[T]) -> T
    where
        Self: Sized,
    {
        of[usize::from(self.byte()) % of.len()]
    }
}

/// Bytes and texts as a generator drew them; endless.
#[derive(Debug)]
pub struct Drawn {
    pub bytes: Vec<u8>,
    pub texts: Vec<String>,
    pub at: usize,
}

impl Source for Drawn {
    fn byte(&mut self) -> u8 {
        self.at += 1;
        self.bytes
            .get(self.at % self.bytes.len().max(1))
            .copied()
            .unwrap_or(0)
    }
    fn text(&mut self) -> String {
        let n = usize::from(self.byte());
        self.texts
            .get(n % self.texts.len().max(1))
            .cloned()
            .unwrap_or_default()
    }
    fn day(&mut self) -> Date {
        let days = i32::from(self.byte()) * 256 + i32::from(self.byte());
        date(1900, 1, 1).saturating_add(jiff::Span::new().days(days * 2))
    }
    fn there(&mut self) -> bool {
        !self.byte().is_multiple_of(3)
    }
}

/// Every field filled with something that must never be seen.
pub struct Canary;

pub const CANARY: &str = "canary-in-the-mine";
/// A year that no test has any other reason to print.
pub const CANARY_YEAR: i16 = 1907;

impl Source for Canary {
    fn byte(&mut self) -> u8 {
        1
    }
    fn text(&mut self) -> String {
        CANARY.to_owned()
    }
    fn day(&mut self) -> Date {
        date(CANARY_YEAR, 6, 5)
    }
    fn there(&mut self) -> bool {
        true
    }
}

pub fn details(s: &mut impl Source) -> Details {
    let born = s.day();
    let known = s.byte() % 3;
    let birth = PartialDate::new(
        born.year(),
        (known > 0).then_some(born.month()),
        (known > 1).then_some(born.day()),
    );
    Details {
        relationship: s.one(&Relationship::ALL),
        accompanying: s.flag(),
        family_name: s.text(),
        given_names: s.text(),
        native_name: s.maybe(),
        other_names: s.maybe(),
        sex: s.maybe(),
        birth: birth.ok().filter(|_| s.there()),
        birth_country: s.maybe(),
        nationalities: s.list(),
        stateless: s.flag(),
        former_residences: s.list(),
        residence: s.maybe(),
        status: s.maybe(),
        marital_status: s.maybe(),
        languages: s.list(),
        no_identity_document: s.maybe(),
        dependent_by_condition: s.flag(),
    }
}

/// The event of that number.
pub fn event(kind: u8, s: &mut impl Source) -> Event {
    match kind % KINDS {
        0..=14 => of_referral(kind % KINDS, s),
        15..=25 => of_intake(kind % KINDS, s),
        67..=69 => of_likeness(kind % KINDS - 67, s),
        other => of_assessment(other, s),
    }
}

fn of_referral(kind: u8, s: &mut impl Source) -> Event {
    match kind {
        0 => Event::Opened {
            open: Open {
                reference: s.text(),
                origin: s.maybe(),
                language: s.text(),
                unhcr_number: s.maybe(),
            },
            partner: s.text(),
        },
        1 => Event::WorkRecorded(Work {
            categories: s.list(),
            description: s.text(),
            persecutors: s.list(),
            persecutors_who: s.text(),
            adverse_countries: s.list(),
        }),
        2 => Event::RiskRecorded(Risk {
            description: s.text(),
            in_asylum: s.maybe(),
            durable_solution: s.text(),
            charges: s.text(),
            interview: s.maybe(),
        }),
        3 => Event::DeclarationRecorded(Declaration {
            all_family_declared: s.flag(),
            signed_on: s.day(),
            representative: s.text(),
            representative_details: s.maybe(),
            interview_languages: s.list(),
        }),
        4 => Event::ContactSet(Contact {
            address: s.text(),
            channel: s.text(),
            hours: s.text(),
            code_word: s.maybe(),
            never: s.maybe(),
        }),
        5 => Event::PersonAdded {
            person: s.person(),
            details: details(s),
        },
        6 => Event::PersonChanged {
            person: s.person(),
            details: details(s),
        },
        7 => Event::PersonRemoved {
            person: s.person(),
            reason: s.text(),
        },
        8 => Event::ConsentRecorded(Consent {
            person: s.person(),
            given_on: s.day(),
            manner: s.text(),
            outcome_to_partner: s.flag(),
        }),
        9 => Event::DocumentAdded(Document {
            id: DocumentId::from_bytes(s.id()),
            name: s.text(),
            kind: s.text(),
            person: s.somebody(),
            size: u64::from(s.byte()),
            sealed_size: u64::MAX - u64::from(s.byte()),
            sha256: s.text(),
            key: s.text(),
            withdrawn: s.maybe(),
        }),
        10 => Event::DocumentWithdrawn {
            document: DocumentId::from_bytes(s.id()),
            reason: s.text(),
        },
        11 => Event::ApprovalRequested,
        12 => Event::SentBack { reason: s.text() },
        13 => Event::Attested(Attestation {
            grounds: s.text(),
            confirmed: s.flag(),
        }),
        _ => Event::Submitted {
            transfer: TransferId::from_bytes(s.id()),
            to: s.group(),
            date: s.day(),
            policy: s.text(),
        },
    }
}

fn of_intake(kind: u8, s: &mut impl Source) -> Event {
    match kind {
        15 => Event::DeficiencyAnswered { note: s.text() },
        16 => Event::Returned(Return {
            reasons: s.list(),
            note: s.text(),
        }),
        17 => Event::Held(Hold {
            deficiencies: s.list(),
            note: s.text(),
            due: s.there().then(|| s.day()),
        }),
        18 => Event::FileCreated { policy: s.text() },
        19 => Event::NumberRecorded(Number {
            kind: s.text(),
            value: s.text(),
            person: s.somebody(),
        }),
        20 => Event::OfficeChosen(Office {
            office: s.text(),
            reason: s.maybe(),
        }),
        21 => Event::OfferedToOffice {
            transfer: TransferId::from_bytes(s.id()),
            to: s.group(),
            office: s.text(),
        },
        22 => Event::TransferAccepted,
        23 => Event::TransferRefused { reason: s.text() },
        24 => Event::TransferRecalled { reason: s.text() },
        _ => Event::Assigned {
            officer: UserId::from_bytes(s.id()),
            reason: s.text(),
        },
    }
}

fn of_assessment(kind: u8, s: &mut impl Source) -> Event {
    match kind {
        26 => Event::InterviewPlanned(Plan {
            mode: s.one(&[Mode::InPerson, Mode::Video, Mode::Waived]),
            reason: s.maybe(),
            safety: s.text(),
            asylum_risk: s.maybe(),
            travel: s.maybe(),
            surveillance: s.maybe(),
            interpreter_needed: s.maybe(),
            interpreter_avoid: s.maybe(),
            rests_on: vec![item(s)],
            persons: vec![s.person()],
            on: s.there().then(|| s.day()),
            language: s.maybe(),
            interpreter_gender: s.maybe(),
        }),
        27 => Event::NotesSigned {
            id: s.item(),
            notes: Notes {
                held_on: s.day(),
                present: s.text(),
                understood: s.flag(),
                text: s.text(),
            },
        },
        28 => Event::AddendumSigned {
            notes: s.item(),
            text: s.text(),
        },
        29 => Event::ElementFound(Element {
            person: s.person(),
            element: s.text(),
            finding: s.one(&[Finding::Met, Finding::NotMet, Finding::NotAsked]),
            reasons: s.text(),
            weighed: s.maybe(),
            evidence: vec![DocumentId::from_bytes(s.id())],
        }),
        30 => Event::ClassFound(ClassFinding {
            person: s.person(),
            class: s.one(&[Class::Convention, Class::CountryOfAsylum]),
            member: s.flag(),
            reasons: s.text(),
        }),
        31 => Event::CheckRecorded(Check {
            person: s.person(),
            check: s.text(),
            outcome: s.one(&[
                Outcome::Pending,
                Outcome::Passed,
                Outcome::Concern,
                Outcome::Exempt,
            ]),
            on: s.day(),
            valid_until: s.there().then(|| s.day()),
            reasons: s.maybe(),
            asked_on: s.there().then(|| s.day()),
            exemption: s.maybe(),
        }),
        32 => Event::ConcernPut {
            id: s.item(),
            put: Put {
                person: s.person(),
                about: s.text(),
                concern: s.text(),
                disclosed: s.text(),
                rests_on: vec![item(s)],
                put_on: s.day(),
                manner: s.text(),
                due: s.day(),
            },
        },
        33 => Event::ConcernAnswered {
            concern: s.item(),
            answer: Answer {
                answer: s.maybe(),
                analysis: s.text(),
                met: s.flag(),
            },
        },
        34 => Event::StatusQueried {
            id: s.item(),
            query: Query {
                evidence: s.text(),
                question: s.text(),
            },
            route: s.text(),
        },
        35 => Event::StatusAnswered {
            query: s.item(),
            reply: Reply {
                by: s.text(),
                answer: s.text(),
            },
        },
        other => of_decision(other, s),
    }
}

fn of_decision(kind: u8, s: &mut impl Source) -> Event {
    match kind {
        36 => Event::TaskOverridden(Override {
            person: s.somebody(),
            task: s.text(),
            reason: s.text(),
        }),
        37 => Event::Decided {
            decide: Decide {
                person: s.person(),
                verdict: s.one(&[Verdict::Approved, Verdict::Refused]),
                provisions: s.list(),
                evidence: s.maybe(),
                rests_on: vec![item(s)],
                reasons: s.text(),
            },
            on: s.day(),
            policy: s.text(),
        },
        38 => Event::NoticeGiven { on: s.day() },
        39 => Event::UrgencySet {
            urgency: s.one(&[Urgency::Emergency, Urgency::Urgent, Urgency::Normal]),
            grounds: s.text(),
        },
        40 => Event::Withdrawn(Withdrawal {
            reason: s.text(),
            note: s.text(),
        }),
        41 => Event::Looked { what: s.text() },
        other => of_hearing(other, s),
    }
}

pub fn of_letter(kind: u8, s: &mut impl Source) -> Event {
    match kind {
        49 => Event::TimeExtended {
            concern: s.item(),
            extension: Extension {
                due: s.day(),
                reason: s.text(),
            },
        },
        50 => Event::LetterSigned {
            id: s.item(),
            letter: Letter {
                person: s.somebody(),
                through_partner: s.flag(),
                due: Some(s.day()),
                time: s.maybe(),
                zone: s.maybe(),
                place: s.maybe(),
                bring: vec![s.text()],
                remarks: s.maybe(),
                none_meant: s.maybe(),
                ..Letter::new(
                    s.one(&[letter::Kind::Fairness, letter::Kind::Return]),
                    s.one(&[Language::En, Language::Fr]),
                )
            },
            made: Made {
                document: DocumentId::from_bytes(s.id()),
                key: s.text(),
                sha256: s.text(),
                size: u64::from(s.byte()),
                pages: u32::from(s.byte()),
            },
            puts: vec![s.item()],
        },
        _ => Event::LetterSent {
            letter: s.item(),
            sending: Sending {
                by: s.one(&[Channel::Partner, Channel::Protocol]),
                on: s.day(),
                at_its_hours: s.flag(),
                in_its_words: s.flag(),
            },
        },
    }
}

/// Events with stamps in order.
pub fn log(kinds: &[u8], s: &mut impl Source) -> Vec<(Stamp, Event)> {
    let mut at_ms = 0;
    let entries = kinds.iter().enumerate().map(|(n, kind)| {
        at_ms += i64::from(s.byte());
        let stamp = Stamp {
            seq: n as u64,
            at_ms,
            actor: UserId::from_bytes(s.id()),
            group: s.group(),
        };
        (stamp, event(*kind, s))
    });
    entries.collect()
}

#[test]
fn every_kind_of_event_is_made_once() {
    let names: std::collections::BTreeSet<_> =
        (0..KINDS).map(|k| event(k, &mut Canary).name()).collect();
    assert_eq!(names.len(), usize::from(KINDS));
    let (_, text) = crate::sources::of_the_crate()
        .into_iter()
        .find(|(name, _)| name == "event.rs")
        .unwrap();
    let declared = text
        .lines()
        .filter(|l| l.trim_start().starts_with("Self::") && l.contains("=> \""))
        .count();
    assert_eq!(
        declared,
        usize::from(KINDS),
        "event.rs names other events than are made here"
    );
}

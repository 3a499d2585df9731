//! Makes what happens around a hearing and beside the findings, out of any source.

use crate::generate::{Source, of_letter};
use crate::generate_conviction::of_conviction;
use crate::generate_family::of_family;
use safeconduct_domain::discrepancy::{Noted, Outcome as Settled, Settlement};
use safeconduct_domain::event::Event;
use safeconduct_domain::inquiry::{Inquiry, Purpose};
use safeconduct_domain::interview::{Exchange, Interpreter};
use safeconduct_domain::judicial_review::{Application, Ending};
use safeconduct_domain::reassignment::{Afresh, Hearing};
use safeconduct_domain::reconsideration::{self, Reconsideration};
use safeconduct_domain::review::{Opinion, Review};

pub fn of_hearing(kind: u8, s: &mut impl Source) -> Event {
    match kind {
        42 => Event::InterpreterRecorded(Interpreter {
            name: s.text(),
            language: s.text(),
            gender: s.text(),
            background: s.text(),
            none_to_avoid: s.flag(),
            briefed: s.flag(),
            understood: s.flag(),
            gender_reason: s.maybe(),
            replaces: s.maybe(),
        }),
        43 => Event::AnswerLogged {
            id: s.item(),
            exchange: Exchange {
                person: s.person(),
                question: s.text(),
                answer: s.text(),
                others: vec![s.person()],
            },
        },
        44 => Event::DiscrepancyNoted {
            id: s.item(),
            noted: Noted {
                person: s.person(),
                what: s.text(),
                sources: s.text(),
            },
        },
        45 => Event::DiscrepancyPut {
            discrepancy: s.item(),
            explanation: s.text(),
        },
        46 => Event::AuthorityAsked {
            id: s.item(),
            inquiry: of_inquiry(s),
        },
        54 => Event::AssessedAfresh(Afresh {
            record: s.text(),
            hearing: s.one(&[Hearing::Again, Hearing::NotNeeded]),
            reasons: s.text(),
        }),
        47 => Event::InquiryBarred {
            inquiry: of_inquiry(s),
            rule: s.text(),
        },
        49..=51 => of_letter(kind, s),
        52 => Event::DecisionReviewed(Review {
            person: s.person(),
            opinion: s.one(&[Opinion::Agrees, Opinion::GivesBack]),
            reasons: s.text(),
        }),
        53 => Event::Reconsidered {
            reconsideration: Reconsideration {
                person: s.person(),
                asked_by: s.text(),
                ground: s.text(),
                outcome: s.one(&[
                    reconsideration::Outcome::Reopened,
                    reconsideration::Outcome::Stands,
                ]),
                reasons: s.text(),
            },
            on: s.day(),
        },
        48 => Event::DiscrepancySettled {
            discrepancy: s.item(),
            settlement: Settlement {
                outcome: s.one(&[Settled::Resolved, Settled::Left]),
                reasons: s.text(),
            },
        },
        65 => Event::LeaveSought {
            id: s.item(),
            application: Application {
                person: s.person(),
                court_file: s.text(),
                served_on: s.day(),
            },
        },
        66 => Event::CourtEnded {
            application: s.item(),
            ending: Ending {
                outcome: s.text(),
                ended_on: s.day(),
            },
        },
        other if other > 60 => of_family(other - 61, s),
        other => of_conviction(other - 55, s),
    }
}

fn of_inquiry(s: &mut impl Source) -> Inquiry {
    Inquiry {
        country: s.text(),
        authority: s.text(),
        purpose: s.one(&[Purpose::PoliceCertificate, Purpose::Verification]),
        person: s.somebody(),
        asked: s.text(),
        none_meant: s.maybe(),
    }
}

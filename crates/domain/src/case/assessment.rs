//! What happens to a case at the office that assesses it.

use super::{Case, Stage};
use crate::conviction::Conviction;
use crate::decision::Decided;
use crate::discrepancy::Discrepancy;
use crate::event::{Event, Stamp};
use crate::fairness::Concern;
use crate::id::{ItemId, PersonId};
use crate::inquiry::{Asked, Barred};
use crate::interview::{Logged, Signed};
use crate::letter;
use crate::priority::Priority;
use crate::reconsideration::Outcome::Reopened;
use crate::reconsideration::Reconsidered;
use crate::relief::Considered;
use crate::review::{Opinion, TakenBack};
use crate::status_query::StatusQuery;

impl Case {
    pub(super) fn apply_letter(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::LetterSigned {
                id,
                letter,
                made,
                puts,
            } => {
                let theirs = self.concerns.iter_mut().filter(|c| puts.contains(&c.id));
                for concern in theirs {
                    // the letter gives them so long, whatever was noted before
                    concern.due = concern.due.max(letter.due.unwrap_or(concern.due));
                }
                self.letters.push(letter::Signed {
                    id: *id,
                    letter: letter.clone(),
                    made: made.clone(),
                    by: (stamp.actor, stamp.at_ms),
                    sent: Vec::new(),
                });
            }
            Event::LetterSent { letter, sending } => {
                for l in self.letters.iter_mut().filter(|l| l.id == *letter) {
                    l.sent.push(sending.clone());
                }
            }
            _ => {}
        }
    }

    /// A decision no longer stands, and stays in the record.
    fn take_back(&mut self, person: PersonId, reasons: &str, stamp: &Stamp) {
        let (theirs, others) = std::mem::take(&mut self.decisions)
            .into_iter()
            .partition(|d: &Decided| d.decide.person == person);
        self.decisions = others;
        let theirs: Vec<Decided> = theirs;
        let taken = theirs.into_iter().map(|decided| TakenBack {
            decided,
            reasons: reasons.to_owned(),
            by: (stamp.actor, stamp.at_ms),
        });
        self.taken_back.extend(taken);
    }

    fn on_discrepancy(&mut self, id: ItemId, change: impl Fn(&mut Discrepancy)) {
        let found = self.discrepancies.iter_mut().filter(|d| d.id == id);
        found.for_each(change);
    }

    fn on_conviction(&mut self, id: ItemId, change: impl Fn(&mut Conviction)) {
        let found = self.convictions.iter_mut().filter(|c| c.id == id);
        found.for_each(change);
    }

    pub(super) fn apply_convictions(&mut self, event: &Event) {
        match event {
            Event::ConvictionOpened { id, facts } => {
                self.convictions.push(Conviction::new(*id, facts.clone()));
            }
            Event::EquivalenceRecorded {
                id,
                conviction,
                comparison,
            } => self.on_conviction(*conviction, |c| c.compare(*id, comparison.clone())),
            Event::ContextRecorded { conviction, asked } => {
                self.on_conviction(*conviction, |c| c.asked.push(asked.clone()));
            }
            Event::ConvictionConcluded {
                conviction,
                conclusion,
            } => self.on_conviction(*conviction, |c| c.conclusion = Some(conclusion.clone())),
            Event::ConvictionReopened { conviction, reason } => {
                self.on_conviction(*conviction, |c| {
                    c.conclusion = None;
                    c.reopened.push(reason.clone());
                });
            }
            Event::ReliefConsidered(considered) => {
                let same = |r: &Considered| {
                    (r.person, &r.check, &r.relief)
                        == (considered.person, &considered.check, &considered.relief)
                };
                self.reliefs.retain(|r| !same(r));
                self.reliefs.push(considered.clone());
            }
            _ => {}
        }
    }

    pub(super) fn apply_assessment(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::Assigned { officer, .. } => self.officer = Some(*officer),
            Event::InterviewPlanned(plan) => self.interview.plan = Some(plan.clone()),
            Event::InterpreterRecorded(interpreter) => {
                self.interview.interpreters.push(interpreter.clone());
            }
            Event::AnswerLogged { id, exchange } => self.interview.log.push(Logged {
                id: *id,
                exchange: exchange.clone(),
                by: (stamp.actor, stamp.at_ms),
                interpreter: self.interview.interpreters.len().checked_sub(1),
            }),
            Event::AuthorityAsked { id, inquiry } => self.asked.push(Asked {
                id: *id,
                inquiry: inquiry.clone(),
                by: (stamp.actor, stamp.at_ms),
            }),
            Event::InquiryBarred { inquiry, rule } => self.barred.push(Barred {
                inquiry: inquiry.clone(),
                rule: rule.clone(),
                by: (stamp.actor, stamp.at_ms),
            }),
            Event::DiscrepancyNoted { id, noted } => self.discrepancies.push(Discrepancy {
                id: *id,
                noted: noted.clone(),
                explanation: None,
                settlement: None,
            }),
            Event::DiscrepancyPut {
                discrepancy,
                explanation,
            } => self.on_discrepancy(*discrepancy, |d| d.explanation = Some(explanation.clone())),
            Event::DiscrepancySettled {
                discrepancy,
                settlement,
            } => self.on_discrepancy(*discrepancy, |d| d.settlement = Some(settlement.clone())),
            Event::NotesSigned { id, notes } => {
                let signed = Signed {
                    id: *id,
                    notes: notes.clone(),
                    by: (stamp.actor, stamp.at_ms),
                    addenda: Vec::new(),
                };
                self.interview.notes.push(signed);
            }
            Event::AddendumSigned { notes, text } => {
                for n in self.interview.notes.iter_mut().filter(|n| n.id == *notes) {
                    n.addenda.push((text.clone(), stamp.actor, stamp.at_ms));
                }
            }
            Event::ElementFound(element) => self.eligibility.set(element.clone()),
            Event::ClassFound(finding) => self.eligibility.set_class(finding.clone()),
            Event::CheckRecorded(check) => self.admissibility.set(check.clone()),
            Event::ConcernPut { id, put } => self.concerns.push(Concern {
                id: *id,
                put: put.clone(),
                due: put.due,
                extensions: Vec::new(),
                answer: None,
            }),
            Event::ConcernAnswered { concern, answer } => {
                for c in self.concerns.iter_mut().filter(|c| c.id == *concern) {
                    c.answer = Some(answer.clone());
                }
            }
            Event::TimeExtended { concern, extension } => {
                for c in self.concerns.iter_mut().filter(|c| c.id == *concern) {
                    c.due = extension.due;
                    c.extensions.push(extension.clone());
                }
            }
            Event::StatusQueried { id, query, route } => {
                self.queries.push(StatusQuery {
                    id: *id,
                    query: query.clone(),
                    route: route.clone(),
                    reply: None,
                });
            }
            Event::StatusAnswered { query, reply } => {
                for q in self.queries.iter_mut().filter(|q| q.id == *query) {
                    q.reply = Some(reply.clone());
                }
            }
            Event::TaskOverridden(over) => self.overrides.push(over.clone()),
            Event::Decided { decide, on, policy } => {
                self.decisions.push(Decided {
                    decide: decide.clone(),
                    by: stamp.actor,
                    on: *on,
                    policy: policy.clone(),
                    review: None,
                });
            }
            Event::DecisionReviewed(review) if review.opinion == Opinion::Agrees => {
                let of_them = |d: &&mut Decided| d.decide.person == review.person;
                for decided in self.decisions.iter_mut().filter(of_them) {
                    decided.review = Some((review.clone(), stamp.actor));
                }
            }
            Event::DecisionReviewed(review) => {
                self.take_back(review.person, &review.reasons, stamp);
            }
            Event::Reconsidered {
                reconsideration, ..
            } => {
                self.reconsidered.push(Reconsidered {
                    reconsideration: reconsideration.clone(),
                    by: (stamp.actor, stamp.at_ms),
                });
                if reconsideration.outcome == Reopened {
                    self.take_back(reconsideration.person, &reconsideration.reasons, stamp);
                    self.notice = None;
                    self.stage = Stage::Assessment;
                }
            }
            Event::NoticeGiven { on } => {
                self.notice = Some(*on);
                self.stage = Stage::Decided;
            }
            Event::UrgencySet { urgency, grounds } => {
                let (urgency, grounds) = (*urgency, grounds.clone());
                self.priorities
                    .set(self.stage, Priority { urgency, grounds });
            }
            Event::Withdrawn(withdrawal) => {
                self.withdrawn = Some(withdrawal.clone());
                self.offer = None;
                if matches!(self.stage, Stage::Submitted | Stage::Held) {
                    self.places = None;
                }
                self.stage = Stage::Withdrawn;
            }
            _ => {}
        }
    }
}

//! The deciding side's part of a case. A reader who does not hold it gets an empty one.

use jiff::civil::Date;
use safeconduct_domain::admissibility::Check;
use safeconduct_domain::case::Case;
use safeconduct_domain::decision::{Decide, Override};
use safeconduct_domain::discrepancy::{Noted, Settlement};
use safeconduct_domain::eligibility::{ClassFinding, Element};
use safeconduct_domain::fairness::{Answer, Put};
use safeconduct_domain::id::{ItemId, UserId};
use safeconduct_domain::inquiry::Inquiry;
use safeconduct_domain::interview::{Exchange, Interpreter, Notes, Plan};
use safeconduct_domain::reassignment::Afresh;
use safeconduct_domain::status_query::{Query, Reply};
use serde::Serialize;

/// Interview, findings, concerns, queries, decisions.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Assessment<'a> {
    interview: Option<&'a Plan>,
    interpreter: Option<&'a Interpreter>,
    log: Vec<RecordedView<'a, Exchange>>,
    discrepancies: Vec<DiscrepancyView<'a>>,
    afresh: Vec<StatedView<'a>>,
    notes: Vec<NotesView<'a>>,
    elements: &'a [Element],
    classes: &'a [ClassFinding],
    checks: &'a [Check],
    concerns: Vec<ConcernView<'a>>,
    queries: Vec<QueryView<'a>>,
    asked: Vec<RecordedView<'a, Inquiry>>,
    barred: Vec<BarredView<'a>>,
    overrides: &'a [Override],
    decisions: Vec<DecisionView<'a>>,
}

/// Something recorded under a name, by whom and when.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct RecordedView<'a, T> {
    id: ItemId,
    #[serde(flatten)]
    what: &'a T,
    by: UserId,
    at_ms: i64,
}

/// The statement of an officer who took the case over.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct StatedView<'a> {
    #[serde(flatten)]
    afresh: &'a Afresh,
    by: UserId,
    at_ms: i64,
}

#[derive(Serialize)]
struct DiscrepancyView<'a> {
    id: ItemId,
    #[serde(flatten)]
    noted: &'a Noted,
    explanation: Option<&'a str>,
    settlement: Option<&'a Settlement>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct BarredView<'a> {
    rule: &'a str,
    #[serde(flatten)]
    inquiry: &'a Inquiry,
    by: UserId,
    at_ms: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct NotesView<'a> {
    id: ItemId,
    #[serde(flatten)]
    notes: &'a Notes,
    by: UserId,
    at_ms: i64,
    addenda: Vec<AddendumView<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct AddendumView<'a> {
    text: &'a str,
    by: UserId,
    at_ms: i64,
}

#[derive(Serialize)]
struct ConcernView<'a> {
    id: ItemId,
    #[serde(flatten)]
    put: &'a Put,
    answer: Option<&'a Answer>,
}

#[derive(Serialize)]
struct QueryView<'a> {
    id: ItemId,
    #[serde(flatten)]
    query: &'a Query,
    route: &'a str,
    reply: Option<&'a Reply>,
}

#[derive(Serialize)]
struct DecisionView<'a> {
    #[serde(flatten)]
    decide: &'a Decide,
    by: UserId,
    on: Date,
    policy: &'a str,
}

impl<'a> Assessment<'a> {
    /// What stands of it.
    #[must_use]
    pub fn of(case: &'a Case) -> Self {
        Self {
            interview: case.interview.plan.as_ref(),
            interpreter: case.interview.interpreter.as_ref(),
            log: (case.interview.log.iter())
                .map(|l| recorded(l.id, &l.exchange, l.by))
                .collect(),
            discrepancies: discrepancies(case),
            afresh: afresh(case),
            notes: notes(case),
            elements: &case.eligibility.elements,
            classes: &case.eligibility.classes,
            checks: &case.admissibility.checks,
            concerns: concerns(case),
            queries: queries(case),
            asked: (case.asked.iter())
                .map(|a| recorded(a.id, &a.inquiry, a.by))
                .collect(),
            barred: barred(case),
            overrides: &case.overrides,
            decisions: decisions(case),
        }
    }
}

fn recorded<T>(id: ItemId, what: &T, (by, at_ms): (UserId, i64)) -> RecordedView<'_, T> {
    RecordedView {
        id,
        what,
        by,
        at_ms,
    }
}

fn barred(case: &Case) -> Vec<BarredView<'_>> {
    let barred = case.barred.iter();
    barred
        .map(|b| BarredView {
            rule: &b.rule,
            inquiry: &b.inquiry,
            by: b.by.0,
            at_ms: b.by.1,
        })
        .collect()
}

fn discrepancies(case: &Case) -> Vec<DiscrepancyView<'_>> {
    let noted = case.discrepancies.iter();
    noted
        .map(|d| DiscrepancyView {
            id: d.id,
            noted: &d.noted,
            explanation: d.explanation.as_deref(),
            settlement: d.settlement.as_ref(),
        })
        .collect()
}

fn afresh(case: &Case) -> Vec<StatedView<'_>> {
    let stated = case.hands.afresh.iter();
    stated
        .map(|s| StatedView {
            afresh: &s.afresh,
            by: s.by.0,
            at_ms: s.by.1,
        })
        .collect()
}

fn notes(case: &Case) -> Vec<NotesView<'_>> {
    let signed = case.interview.notes.iter();
    signed
        .map(|n| NotesView {
            id: n.id,
            notes: &n.notes,
            by: n.by.0,
            at_ms: n.by.1,
            addenda: n
                .addenda
                .iter()
                .map(|(text, by, at_ms)| AddendumView {
                    text,
                    by: *by,
                    at_ms: *at_ms,
                })
                .collect(),
        })
        .collect()
}

fn concerns(case: &Case) -> Vec<ConcernView<'_>> {
    let concerns = case.concerns.iter();
    concerns
        .map(|c| ConcernView {
            id: c.id,
            put: &c.put,
            answer: c.answer.as_ref(),
        })
        .collect()
}

fn queries(case: &Case) -> Vec<QueryView<'_>> {
    let queries = case.queries.iter();
    queries
        .map(|q| QueryView {
            id: q.id,
            query: &q.query,
            route: &q.route,
            reply: q.reply.as_ref(),
        })
        .collect()
}

fn decisions(case: &Case) -> Vec<DecisionView<'_>> {
    let decisions = case.decisions.iter();
    decisions
        .map(|d| DecisionView {
            decide: &d.decide,
            by: d.by,
            on: d.on,
            policy: &d.policy,
        })
        .collect()
}

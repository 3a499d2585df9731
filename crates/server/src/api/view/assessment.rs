//! The deciding side's part of a case. A reader who does not hold it gets an empty one.

use jiff::civil::Date;
use safeconduct_domain::admissibility::Check;
use safeconduct_domain::case::Case;
use safeconduct_domain::conviction::{Asked, Comparison, Conclusion, Conviction, Facts};
use safeconduct_domain::decision::{Decide, Decided, Override};
use safeconduct_domain::discrepancy::{Noted, Settlement};
use safeconduct_domain::eligibility::{ClassFinding, Element};
use safeconduct_domain::fairness::{Answer, Extension, Put};
use safeconduct_domain::id::{ItemId, UserId};
use safeconduct_domain::inquiry::Inquiry;
use safeconduct_domain::interview::{Exchange, Interpreter, Notes, Plan};
use safeconduct_domain::judicial_review::{Application, Ending};
use safeconduct_domain::letter::{Letter, Sending};
use safeconduct_domain::reassignment::Afresh;
use safeconduct_domain::reconsideration::Reconsideration;
use safeconduct_domain::relief::Considered;
use safeconduct_domain::review::Review;
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
    convictions: Vec<ConvictionView<'a>>,
    reliefs: &'a [Considered],
    concerns: Vec<ConcernView<'a>>,
    letters: Vec<LetterView<'a>>,
    queries: Vec<QueryView<'a>>,
    asked: Vec<RecordedView<'a, Inquiry>>,
    barred: Vec<BarredView<'a>>,
    overrides: &'a [Override],
    decisions: Vec<DecisionView<'a>>,
    taken_back: Vec<DecisionView<'a>>,
    reconsidered: Vec<ReconsideredView<'a>>,
    applications: Vec<ApplicationView<'a>>,
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
struct ConvictionView<'a> {
    id: ItemId,
    #[serde(flatten)]
    facts: &'a Facts,
    compared: Vec<ComparedView<'a>>,
    asked: &'a [Asked],
    reopened: &'a [String],
    conclusion: Option<&'a Conclusion>,
}

#[derive(Serialize)]
struct ComparedView<'a> {
    id: ItemId,
    #[serde(flatten)]
    comparison: &'a Comparison,
}

#[derive(Serialize)]
struct ConcernView<'a> {
    id: ItemId,
    #[serde(flatten)]
    put: &'a Put,
    answer: Option<&'a Answer>,
    extensions: &'a [Extension],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct LetterView<'a> {
    id: ItemId,
    #[serde(flatten)]
    letter: &'a Letter,
    by: UserId,
    at_ms: i64,
    pdf_sha256: &'a str,
    size: u64,
    pages: u32,
    sent: &'a [Sending],
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
    review: Option<ReviewView<'a>>,
}

#[derive(Serialize)]
struct ReviewView<'a> {
    #[serde(flatten)]
    review: &'a Review,
    by: UserId,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ReconsideredView<'a> {
    #[serde(flatten)]
    reconsideration: &'a Reconsideration,
    by: UserId,
    at_ms: i64,
}

/// An application for leave, and what came of it.
#[derive(Serialize)]
struct ApplicationView<'a> {
    #[serde(flatten)]
    served: RecordedView<'a, Application>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ending: Option<&'a Ending>,
}

impl<'a> Assessment<'a> {
    /// What stands of it.
    #[must_use]
    pub fn of(case: &'a Case) -> Self {
        Self {
            interview: case.interview.plan.as_ref(),
            interpreter: case.interview.interpreter(),
            log: (case.interview.log.iter())
                .map(|l| recorded(l.id, &l.exchange, l.by))
                .collect(),
            discrepancies: discrepancies(case),
            afresh: afresh(case),
            notes: notes(case),
            elements: &case.eligibility.elements,
            classes: &case.eligibility.classes,
            checks: &case.admissibility.checks,
            convictions: case.convictions.iter().map(conviction).collect(),
            reliefs: &case.reliefs,
            concerns: concerns(case),
            letters: letters(case),
            queries: queries(case),
            asked: (case.asked.iter())
                .map(|a| recorded(a.id, &a.inquiry, a.by))
                .collect(),
            barred: barred(case),
            overrides: &case.overrides,
            decisions: case.decisions.iter().map(decision).collect(),
            taken_back: (case.taken_back.iter())
                .map(|t| decision(&t.decided))
                .collect(),
            reconsidered: (case.reconsidered.iter())
                .map(|r| ReconsideredView {
                    reconsideration: &r.reconsideration,
                    by: r.by.0,
                    at_ms: r.by.1,
                })
                .collect(),
            applications: (case.applications.iter())
                .map(|a| ApplicationView {
                    served: recorded(a.id, &a.application, a.by),
                    ending: a.ending.as_ref(),
                })
                .collect(),
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

fn conviction(found: &Conviction) -> ConvictionView<'_> {
    let compared = found.compared.iter();
    ConvictionView {
        id: found.id,
        facts: &found.facts,
        compared: compared
            .map(|c| ComparedView {
                id: c.id,
                comparison: &c.comparison,
            })
            .collect(),
        asked: &found.asked,
        reopened: &found.reopened,
        conclusion: found.conclusion.as_ref(),
    }
}

fn concerns(case: &Case) -> Vec<ConcernView<'_>> {
    let concerns = case.concerns.iter();
    concerns
        .map(|c| ConcernView {
            id: c.id,
            put: &c.put,
            answer: c.answer.as_ref(),
            extensions: &c.extensions,
        })
        .collect()
}

fn letters(case: &Case) -> Vec<LetterView<'_>> {
    let signed = case.letters.iter();
    signed
        .map(|l| LetterView {
            id: l.id,
            letter: &l.letter,
            by: l.by.0,
            at_ms: l.by.1,
            pdf_sha256: &l.made.sha256,
            size: l.made.size,
            pages: l.made.pages,
            sent: &l.sent,
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

fn decision(decided: &Decided) -> DecisionView<'_> {
    let review = decided.review.as_ref();
    DecisionView {
        decide: &decided.decide,
        by: decided.by,
        on: decided.on,
        policy: &decided.policy,
        review: review.map(|(review, by)| ReviewView { review, by: *by }),
    }
}

//! A decision once it is signed: who signed and read it, until when leave can be sought, and what no longer stands.

use std::collections::HashMap;

use safeconduct_domain::decision::{Decided, Verdict};
use safeconduct_domain::id::UserId;
use safeconduct_domain::judicial_review::{self, Applied};
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{DeadlineId, List};
use safeconduct_domain::reconsideration::Outcome;

use crate::pages::assessment::paragraphs;
use crate::pages::casefile::Desk;
use crate::pages::confidential;
use crate::pages::timeline::name;
use crate::state::problem;
use crate::web::i18n::Arg;
use crate::web::parts::{Row, SummaryList};
use crate::web::problem::Problem;

type Names = HashMap<UserId, String>;

/// What no longer stands of one kind.
pub(super) struct PastGroup {
    pub(super) title: String,
    pub(super) rows: SummaryList,
}

/// The decision as signed.
pub(super) async fn signed(desk: &Desk<'_>, decided: &Decided) -> Result<SummaryList, Problem> {
    let lang = desk.lang();
    let names = desk
        .state
        .app
        .names()
        .await
        .map_err(|error| problem(&error))?;
    let mut rows = vec![
        Row::new(
            desk.t("form-decide-verdict"),
            desk.t(verdict(decided.decide.verdict)),
        ),
        Row::new(
            desk.t("decision-signed"),
            format!(
                "{}, {}",
                name(lang, &names, decided.by),
                lang.date(decided.on)
            ),
        ),
    ];
    let row = |key: &str, lines: Vec<String>| Row {
        label: desk.t(key),
        lines,
        action: None,
    };
    let cited = decided
        .decide
        .provisions
        .iter()
        .map(|p| lang.cite(p))
        .collect::<Vec<_>>();
    if !cited.is_empty() {
        rows.push(row("form-decide-provisions", cited));
    }
    if let Some(evidence) = &decided.decide.evidence {
        rows.push(row("form-decide-evidence", paragraphs(evidence)));
    }
    let rests = decided.decide.rests_on.iter();
    let rests = rests.map(|item| {
        let title = confidential::title(desk, item);
        confidential::marked(desk, item, title)
    });
    let rests: Vec<_> = rests.collect();
    if !rests.is_empty() {
        rows.push(row("form-decide-rests-on", rests));
    }
    rows.push(row(
        "form-decide-reasons",
        paragraphs(&decided.decide.reasons),
    ));
    rows.push(row("decision-policy", vec![decided.policy.clone()]));
    rows.extend(read_by(desk, &names, decided));
    rows.extend(leave(desk, decided).map(|lines| row("decision-leave", lines)));
    Ok(SummaryList { rows })
}

/// Who read it as the second person, and what they said.
fn read_by(desk: &Desk<'_>, names: &Names, decided: &Decided) -> Option<Row> {
    let (review, by) = decided.review.as_ref()?;
    let mut lines = vec![name(desk.lang(), names, *by)];
    lines.extend(paragraphs(&review.reasons));
    Some(Row {
        label: desk.t("decision-read-by"),
        lines,
        action: None,
    })
}

/// What no longer stands, and what was asked for: shown under a decision, newest first.
pub(super) async fn past(desk: &Desk<'_>, person: &Person) -> Result<Vec<PastGroup>, Problem> {
    let lang = desk.lang();
    let names = desk.state.app.names().await;
    let names = names.map_err(|error| problem(&error))?;
    let who =
        |(by, at_ms): (UserId, i64)| format!("{}, {}", name(lang, &names, by), lang.moment(at_ms));
    let taken = desk.case().taken_back.iter().rev();
    let taken = taken.filter(|t| t.decided.decide.person == person.id);
    let taken = taken.map(|t| {
        let verdict = desk.t(verdict(t.decided.decide.verdict));
        let mut lines = vec![format!("{verdict}, {}", lang.date(t.decided.on))];
        lines.extend(paragraphs(&t.reasons));
        Row {
            label: who(t.by),
            lines,
            action: None,
        }
    });
    let asked = desk.case().reconsidered.iter().rev();
    let asked = asked.filter(|r| r.reconsideration.person == person.id);
    let asked = asked.map(|r| {
        let request = &r.reconsideration;
        let outcome = match request.outcome {
            Outcome::Reopened => "reconsidered-reopened",
            Outcome::Stands => "reconsidered-stands",
        };
        let mut lines = vec![desk.t(outcome)];
        lines.extend(paragraphs(&request.ground));
        lines.extend(paragraphs(&request.reasons));
        Row {
            label: who(r.by),
            lines,
            action: None,
        }
    });
    let before_the_court = judicial_review::of_person(desk.case(), person.id);
    let before_the_court: Vec<_> = before_the_court.map(|a| application(desk, a)).collect();
    let group = |key: &str, rows: Vec<Row>| PastGroup {
        title: desk.t(key),
        rows: SummaryList { rows },
    };
    let groups = [
        group("court-applications", before_the_court),
        group("decision-asked-again", asked.collect()),
        group("decision-taken-back", taken.collect()),
    ];
    Ok(groups
        .into_iter()
        .filter(|g| !g.rows.rows.is_empty())
        .collect())
}

/// An application for leave, and what came of it.
fn application(desk: &Desk<'_>, applied: &Applied) -> Row {
    let lang = desk.lang();
    let served = &applied.application;
    let mut lines = vec![desk.t1("court-served", "date", lang.date(served.served_on))];
    if let Some(ending) = &applied.ending {
        let named = (desk.policy()).named(List::CourtOutcome, &ending.outcome, desk.today);
        let outcome = named.map_or(ending.outcome.as_str(), |n| lang.text(&n.text));
        lines.push(format!("{outcome}, {}", lang.date(ending.ended_on)));
    }
    Row {
        label: served.court_file.clone(),
        lines,
        action: None,
    }
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Approved => "verdict-approved",
        Verdict::Refused => "verdict-refused",
    }
}

/// Until when leave can be sought of the Federal Court, counted from the notice given here.
fn leave(desk: &Desk<'_>, decided: &Decided) -> Option<Vec<String>> {
    let noticed = desk
        .case()
        .notice
        .filter(|_| decided.decide.verdict == Verdict::Refused)?;
    let (policy, lang) = (desk.policy(), desk.lang());
    let deadline = policy.deadline(DeadlineId::LeaveOutsideCanada, noticed)?;
    let law: Vec<_> = deadline
        .provisions
        .iter()
        .map(|p| lang.cite(&p.to_string()))
        .collect();
    let args = [
        ("until", Arg::Text(lang.date(deadline.ends(noticed)?))),
        ("notice", Arg::Text(lang.date(noticed))),
        ("law", Arg::Text(law.join(", "))),
    ];
    Some(vec![
        desk.tn("decision-leave-until", &args),
        desk.t("decision-leave-runs"),
    ])
}

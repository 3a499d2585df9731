//! Admissibility, check by check; what the law exempts and what must not be done is shown as law, never as a choice.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_domain::act::Kind;
use safeconduct_domain::admissibility::{Check as Recorded, Outcome};
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{Check, CheckKind};
use safeconduct_domain::reassignment::Piece;
use safeconduct_domain::tasks::{self, Task};

use super::eligibility::{Line, reasons, relabelled};
use super::{PersonNav, earlier, open, state_tag};
use crate::pages::casefile::{Desk, Head};
use crate::pages::inset::{self, Inset};
use crate::pages::timeline::part;
use crate::state::{ServerState, SignedIn};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "admissibility.html")]
struct AdmissibilityPage {
    page: Page,
    head: Head,
    nav: PersonNav,
    progress: String,
    guards: Vec<Inset>,
    lines: Vec<Line>,
    exempt: Vec<Inset>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((case, person)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = open(&state, &me, &uri, &case, "admissibility").await?;
    let person = desk.person(&person)?;
    let all = tasks::of_person(desk.policy(), desk.case(), person.id, desk.today);
    let only = part(&uri, "check");
    let checks = desk.policy().checks(desk.today);
    let task = |check: &&Check| all.iter().find(|task| task.id == check.id);
    let asked = checks
        .iter()
        .copied()
        .filter(|check| only.is_none_or(|only| only == check.id));
    let asked: Vec<(&Check, &Task)> = asked
        .filter_map(|check| Some((check, task(&check)?)))
        .collect();
    let of = |kind: CheckKind| {
        let own = checks
            .iter()
            .copied()
            .filter(move |check| check.kind == kind);
        own.map(|check| shown(&desk, check)).collect::<Vec<_>>()
    };
    let title = desk.t("todo-admissibility");
    let guards = of(CheckKind::Guard);
    let page = AdmissibilityPage {
        progress: progress(&desk, &asked),
        guards: guards
            .into_iter()
            .map(Inset::warning)
            .chain(adverse(&desk))
            .collect(),
        exempt: of(CheckKind::Exempt),
        lines: asked
            .iter()
            .map(|(check, task)| line(&desk, person, check, task, only.is_some()))
            .collect(),
        nav: PersonNav::new(&desk, person, "admissibility"),
        head: desk.head(person.details.full_name(), "/admissibility"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

fn progress(desk: &Desk<'_>, asked: &[(&Check, &Task)]) -> String {
    let mandatory = asked.iter().filter(|(_, task)| task.mandatory).count();
    let open = asked.iter().filter(|(_, task)| task.open()).count();
    let args = [
        ("closed", Arg::from(mandatory.saturating_sub(open))),
        ("all", Arg::from(mandatory)),
    ];
    desk.tn("todo-closed-of", &args)
}

/// A line that is law: its words, its provision, why.
fn shown(desk: &Desk<'_>, check: &Check) -> Inset {
    let law = inset::law_of(desk, check);
    let lines = inset::exemption(desk, check).into_iter().chain(law);
    Inset::new(desk.lang().text(&check.text), lines)
}

/// The countries whose authorities must never be contacted about this case.
fn adverse(desk: &Desk<'_>) -> Option<Inset> {
    let work = desk.case().referral.work.as_ref()?;
    let names: Vec<_> = work
        .adverse_countries
        .iter()
        .map(|c| desk.lang().country(c))
        .collect();
    if names.is_empty() {
        return None;
    }
    let line = desk.t1("inset-adverse", "countries", names.join(", "));
    Some(Inset::new("", [line]).warning())
}

fn line(desk: &Desk<'_>, person: &Person, check: &Check, task: &Task, whole: bool) -> Line {
    let found = desk.case().admissibility.check(person.id, &check.id);
    let id = person.id.to_string();
    let record = desk.act(Kind::RecordCheck, &[("person", &id), ("about", &check.id)]);
    let text = found.and_then(|found| found.reasons.as_deref());
    let (reasons, whole) = reasons(desk, text, whole, || {
        format!("{}/admissibility/{id}?check={}", desk.base(), check.id)
    });
    let piece = Piece::Check(person.id, check.id.clone());
    let mut law = inset::law_of(desk, check);
    law.extend(inset::exemption(desk, check));
    Line {
        id: check.id.clone(),
        title: desk.lang().text(&check.text).to_owned(),
        law,
        tag: state_tag(desk.lang(), task),
        considerations: inset::considerations(desk, &check.id).into_iter().collect(),
        found: found.map(|found| outcome(desk, found)).unwrap_or_default(),
        reasons,
        whole,
        notes: (found.map(|found| dates(desk, found)).into_iter().flatten())
            .chain(earlier(desk, &piece))
            .collect(),
        record: record.map(|link| relabelled(desk, link, found.is_some())),
    }
}

fn outcome(desk: &Desk<'_>, found: &Recorded) -> String {
    desk.t(match found.outcome {
        Outcome::Pending => "outcome-pending",
        Outcome::Passed => "outcome-passed",
        Outcome::Concern => "outcome-concern",
        Outcome::Exempt => "outcome-exempt",
    })
}

fn dates(desk: &Desk<'_>, found: &Recorded) -> Vec<String> {
    let lang = desk.lang();
    let mut notes = vec![desk.t1("check-on", "date", lang.date(found.on))];
    if let Some(until) = found.valid_until {
        let far = lang.days_from(until, desk.today);
        let args = [
            ("date", Arg::Text(lang.date(until))),
            ("far", Arg::Text(far)),
        ];
        notes.push(desk.tn("check-valid", &args));
    }
    notes
}

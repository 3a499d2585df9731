//! Admissibility, check by check; what the law exempts and what must not be done is shown as law, never as a choice.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_domain::act::Kind;
use safeconduct_domain::admissibility::{self, Check as Recorded, Outcome};
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{Check, CheckKind};
use safeconduct_domain::reassignment::Piece;
use safeconduct_domain::tasks::{self, Task};

use super::conviction::{self, Worksheet};
use super::eligibility::{Line, reasons, relabelled};
use super::{PersonNav, earlier, open, state_tag};
use crate::pages::casefile::{Desk, Head};
use crate::pages::inset::{self, Inset};
use crate::pages::timeline::part;
use crate::state::{ServerState, SignedIn};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::parts::Link;
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "admissibility.html")]
struct AdmissibilityPage {
    page: Page,
    head: Head,
    nav: PersonNav,
    progress: String,
    guards: Vec<Inset>,
    worksheets: Vec<Worksheet>,
    add: Option<Link>,
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
    let sheet = part(&uri, "worksheet");
    let checks = desk.policy().checks(desk.today);
    let task = |check: &&Check| all.iter().find(|task| task.id == check.id);
    let asked = checks
        .iter()
        .copied()
        .filter(|check| only.is_none_or(|only| only == check.id) && sheet.is_none());
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
        worksheets: match only {
            Some(_) => Vec::new(),
            None => conviction::worksheets(&desk, person.id, sheet),
        },
        add: conviction::add(&desk, person).filter(|_| only.or(sheet).is_none()),
        exempt: match sheet {
            Some(_) => Vec::new(),
            None => of(CheckKind::Exempt),
        },
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
    law.extend(inset::validity(desk, check));
    let mut beside: Vec<Inset> = inset::considerations(desk, &check.id).into_iter().collect();
    beside.extend(conviction::relief(desk, person.id, &check.id));
    let (word, notes) = match found {
        Some(found) => (outcome(desk, found), dates(desk, check, found)),
        None => spared(desk, person, check),
    };
    Line {
        id: check.id.clone(),
        title: desk.lang().text(&check.text).to_owned(),
        law,
        tag: state_tag(desk.lang(), task),
        considerations: beside,
        found: word,
        reasons,
        whole,
        notes: notes.into_iter().chain(earlier(desk, &piece)).collect(),
        record: record.map(|link| relabelled(desk, link, found.is_some())),
        further: conviction::further(desk, person, check, found),
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

/// What the law itself says of a person nobody has recorded anything on.
fn spared(desk: &Desk<'_>, person: &Person, check: &Check) -> (String, Vec<String>) {
    let code = admissibility::spared(desk.policy(), desk.case(), person, check, desk.today);
    match code.and_then(|code| exemption(desk, check, code)) {
        Some(why) => (desk.t("outcome-exempt"), vec![why]),
        None => (String::new(), Vec::new()),
    }
}

/// The reason of an exemption, with its provision.
fn exemption(desk: &Desk<'_>, check: &Check, code: &str) -> Option<String> {
    let list = check.exempt_reasons?;
    let reason = desk.policy().named(list, code, desk.today)?;
    let cited = inset::cited(desk, &reason.provisions);
    Some(format!("{} ({cited})", desk.lang().text(&reason.text)))
}

fn dates(desk: &Desk<'_>, check: &Check, found: &Recorded) -> Vec<String> {
    let lang = desk.lang();
    let asked = match found.outcome {
        Outcome::Pending if check.referred => Some(found.asked_on.unwrap_or(found.on)),
        _ => found.asked_on,
    };
    let mut notes = Vec::new();
    notes.extend(asked.map(|day| desk.t1("check-asked", "date", lang.date(day))));
    if found.outcome != Outcome::Pending || asked.is_none() {
        let key = if asked.is_some() {
            "check-answered"
        } else {
            "check-on"
        };
        notes.push(desk.t1(key, "date", lang.date(found.on)));
    }
    let code = found.exemption.as_deref();
    notes.extend(code.and_then(|code| exemption(desk, check, code)));
    if let Some(until) = admissibility::holds_until(desk.policy(), check, found) {
        let far = lang.days_from(until, desk.today);
        let args = [
            ("date", Arg::Text(lang.date(until))),
            ("far", Arg::Text(far)),
        ];
        notes.push(desk.tn("check-valid", &args));
    }
    notes
}

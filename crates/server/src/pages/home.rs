//! The first page: it leads to the place of the role. Whoever has joined but cannot work yet reads what is waited for,
//! from whom, and the digits to read aloud to them.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_casework::session::Session;
use safeconduct_casework::standing::{OFFICERS_NEEDED, Standing};
use safeconduct_domain::access::Role;

use super::frame::{frame, see_other, works_on_cases};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::{Lang, t};
use crate::web::layout::{Page, html};
use crate::web::parts::{Tag, Task, TaskGroup, TaskList, Tone};
use crate::web::problem::Problem;

/// The routes of this file.
pub fn routes() -> Router<ServerState> {
    Router::new().route("/", get(home))
}

/// Where somebody works; none before they can.
fn place(session: &Session) -> Option<&'static str> {
    if works_on_cases(session) {
        return Some("/cases");
    }
    let admitted = session.team.is_some();
    [
        (Role::Planner, "/tracking", admitted),
        (Role::Auditor, "/audit", admitted),
        (Role::Administrator, "/administration", true),
    ]
    .into_iter()
    .find(|(role, _, ready)| session.has(*role) && *ready)
    .map(|(_, place, _)| place)
    .or_else(|| (session.roles == [Role::KeyOfficer]).then_some("/keys"))
}

#[derive(Template)]
#[template(path = "home.html")]
struct WaitingPage {
    page: Page,
    fingerprint: String,
    steps: TaskList,
    certified: bool,
}

async fn home(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    if let Some(place) = place(&me.session) {
        return Ok(see_other(place));
    }
    let standing = state.app.standing(&me.session).await;
    let standing = standing.map_err(|error| problem(&error))?;
    let page = frame(&me, &state, &uri, me.lang.t("home-waiting-title")).await;
    Ok(html(&WaitingPage {
        page,
        steps: steps(&standing, me.lang),
        certified: standing.certified,
        fingerprint: standing.fingerprint,
    }))
}

/// The way from joining to work, as far as it has been gone.
pub(super) fn steps(standing: &Standing, lang: Lang) -> TaskList {
    let tasks = vec![
        task(lang, "home-step-joined", String::new(), State3::Done),
        certify(standing, lang),
        admit(standing, lang),
    ];
    TaskList {
        groups: vec![TaskGroup {
            title: String::new(),
            tasks,
        }],
    }
}

#[derive(Clone, Copy)]
enum State3 {
    Done,
    Now,
    Later,
}

fn task(lang: Lang, key: &str, hint: String, state: State3) -> Task {
    let tag = match state {
        State3::Done => Tag::new(lang.t("home-state-done"), Tone::Done),
        State3::Now => Tag::new(lang.t("home-state-now"), Tone::Waiting),
        State3::Later => Tag::new(lang.t("home-state-later"), Tone::Neutral),
    };
    Task {
        label: lang.t(key),
        href: None,
        hint,
        tag,
    }
}

fn certify(standing: &Standing, lang: Lang) -> Task {
    let left = OFFICERS_NEEDED.saturating_sub(standing.signatures);
    if standing.certified {
        return task(lang, "home-step-certified", String::new(), State3::Done);
    }
    let hint = if standing.officers.len() < left {
        lang.t("home-step-no-officers")
    } else {
        let args = [
            ("left", left.into()),
            ("names", standing.officers.join(", ").into()),
        ];
        t(lang, "home-step-officers", &args)
    };
    task(lang, "home-step-certified", hint, State3::Now)
}

fn admit(standing: &Standing, lang: Lang) -> Task {
    let group = standing.group.clone().unwrap_or_default();
    let state = match (standing.certified, standing.admitted) {
        (_, true) => State3::Done,
        (true, false) => State3::Now,
        (false, false) => State3::Later,
    };
    let hint = if standing.admitted {
        String::new()
    } else if !standing.opened {
        lang.t1("home-step-first", "group", group)
    } else if standing.members.is_empty() {
        lang.t1("home-step-no-members", "group", group)
    } else {
        let args = [
            ("group", group.into()),
            ("names", standing.members.join(", ").into()),
        ];
        t(lang, "home-step-members", &args)
    };
    task(lang, "home-step-admitted", hint, state)
}

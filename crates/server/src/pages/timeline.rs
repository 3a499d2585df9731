//! Everything that happened to a case, entry by entry; and the case as it stood at any moment.

mod describe;
mod moment;

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::UserId;

use super::casefile::{Desk, Head};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html};
use crate::web::parts::Pages;
use crate::web::problem::Problem;

/// Entries on a page.
const PAGE: usize = 40;

/// The pages of what happened.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/cases/{case}/timeline", get(show))
        .route("/cases/{case}/as-of", get(moment::show))
}

/// One line of the timeline.
struct Line {
    seq: u64,
    when: String,
    what: String,
    detail: String,
    who: String,
    kept: String,
    then: String,
}

#[derive(Template)]
#[template(path = "timeline.html")]
struct TimelinePage {
    page: Page,
    head: Head,
    lines: Vec<Line>,
    pages: Pages,
    ask: moment::Ask,
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "timeline").await?;
    let names = state.app.names().await.map_err(|error| problem(&error))?;
    let entries = &desk.view.entries;
    let total = entries.len().div_ceil(PAGE).max(1);
    let current = part(&uri, "page").and_then(|n| n.parse().ok()).unwrap_or(1);
    let current: usize = usize::clamp(current, 1, total);
    let shown = entries
        .iter()
        .rev()
        .skip(current.saturating_sub(1).saturating_mul(PAGE))
        .take(PAGE);
    let base = format!("{}/timeline", desk.base());
    let title = desk.t("case-page-timeline");
    let page = TimelinePage {
        lines: shown
            .map(|(stamp, event)| line(&desk, &names, stamp, event))
            .collect(),
        pages: Pages::new(desk.lang(), current, total, format!("{base}?page=")),
        ask: moment::Ask::new(&desk, &uri),
        head: desk.head(&title, "/timeline"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

fn line(desk: &Desk<'_>, names: &HashMap<UserId, String>, stamp: &Stamp, event: &Event) -> Line {
    let lang = desk.lang();
    Line {
        seq: stamp.seq,
        when: lang.moment(stamp.at_ms),
        what: desk.t(&format!("event-{}", event.name())),
        detail: describe::of(desk, names, event),
        who: name(lang, names, stamp.actor),
        kept: desk.t(&format!("compartment-{}", compartment(event))),
        then: format!("{}/as-of?at={}", desk.base(), moment::text(stamp.at_ms)),
    }
}

/// Somebody's name; of an account that is no more, that it is no more.
pub(super) fn name(lang: Lang, names: &HashMap<UserId, String>, user: UserId) -> String {
    names
        .get(&user)
        .cloned()
        .unwrap_or_else(|| lang.t("somebody"))
}

fn compartment(event: &Event) -> &'static str {
    use safeconduct_domain::compartment::Compartment as C;
    match event.compartment() {
        C::Contact => "contact",
        C::Core => "core",
        C::Documents => "documents",
        C::Internal => "internal",
        C::Intake => "intake",
    }
}

/// The value of a part of the query.
pub(super) fn part<'u>(uri: &'u Uri, name: &str) -> Option<&'u str> {
    let parts = uri
        .query()?
        .split('&')
        .filter_map(|part| part.split_once('='));
    parts
        .filter(|(n, _)| *n == name)
        .map(|(_, value)| value)
        .next()
}

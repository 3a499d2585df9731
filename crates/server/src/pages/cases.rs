//! The work list of a group: what is there, how old, due when, waiting on whom; urgent first.
//!
//! Tabs, filters and order stand in the address; what is searched for never does: a search is posted, and so is every
//! further page of it.

mod rows;
pub(super) mod stranded;
mod wanted;

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_casework::list::{Item, Listed, PAGE, Sort};
use safeconduct_domain::access::Role;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::id::UserId;
use safeconduct_domain::policy::Policy;

use super::pace::Pace;
use super::{frame, places};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::Tokens;
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, Pages, Table};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

use stranded::Nobody;
use wanted::{Filter, Wanted};

/// Up to here the whole list is opened to put what is urgent first; beyond, what is due comes first unless asked.
const OPENED_WHOLE: u64 = 1000;

/// The pages of the work list.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/cases", get(show).post(search))
        .route("/work", get(home))
}

/// What the rows are written with.
struct Desk<'s> {
    lang: Lang,
    purpose: Purpose,
    policy: &'s Policy,
    today: jiff::civil::Date,
    names: HashMap<UserId, String>,
}

#[derive(Template)]
#[template(path = "cases.html")]
struct CasesPage {
    page: Page,
    begin: Option<Link>,
    places: String,
    nobody: Option<Nobody>,
    pace: Option<Pace>,
    tabs: Vec<Link>,
    filter: Filter,
    found: String,
    table: Table,
    empty_link: Option<Link>,
    pages: Pages,
    more: Option<More>,
    tokens: Tokens,
}

/// The way to the other pages of a search.
struct More {
    hidden: Vec<(&'static str, String)>,
    previous: Option<usize>,
    next: Option<usize>,
}

async fn home(uri: Uri) -> Response {
    let query = uri.query().map(|query| format!("?{query}"));
    frame::see_other(&format!("/cases{}", query.unwrap_or_default()))
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    let pairs = uri.query().unwrap_or_default().split('&');
    let wanted = Wanted::read(pairs.filter_map(|part| part.split_once('=')));
    page(&state, &me, &uri, wanted).await
}

async fn search(
    State(state): State<ServerState>,
    uri: Uri,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values, _) = form.into_parts();
    let first = values
        .iter()
        .filter_map(|(name, values)| Some((name, values.first()?.as_str())));
    page(&state, &me, &uri, Wanted::read(first)).await
}

async fn page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    wanted: Wanted,
) -> Result<Response, Problem> {
    let Some(team) = me
        .session
        .team
        .as_ref()
        .filter(|t| t.purpose.party().is_some())
    else {
        return Err(Problem::NotFound);
    };
    let listed = listed(state, me, &wanted).await?;
    let names = state.app.names().await.map_err(|error| problem(&error))?;
    let desk = Desk {
        lang: me.lang,
        purpose: team.purpose,
        policy: state.app.policy(),
        today: state.app.today(),
        names,
    };
    let (nobody, pace) = above(state, me, &desk, &wanted).await?;
    let mut table = rows::table(&desk, &listed.items);
    let begins = me.session.role() == Some(Role::Caseworker);
    let begin = begins.then(|| Link::new(me.lang.t("cases-begin"), "/cases/new"));
    let (empty, empty_link) = empty(&desk, begins, &wanted, &listed);
    table.empty = empty;
    let places = match begins {
        true => places::of(state, me)
            .await?
            .map(|places| places.words(me.lang)),
        false => None,
    };
    let total = listed.total.div_ceil(PAGE).max(1);
    let more = wanted.searches().then(|| more(&wanted, listed.page, total));
    let shown = if more.is_some() { 1 } else { total };
    let mut frame = frame::frame(me, state, uri, me.lang.t("cases-title"))
        .await
        .wide();
    if wanted.searches() {
        // a search cannot be opened again by its address
        frame.path = "/cases".to_owned();
    }
    Ok(html(&CasesPage {
        page: frame,
        begin,
        nobody,
        pace,
        places: places.unwrap_or_default(),
        tabs: tabs(&desk, &wanted, &listed.counts),
        filter: Filter::new(desk.lang, desk.purpose, &wanted),
        found: me.lang.t1("cases-found", "count", listed.total),
        table,
        empty_link,
        pages: Pages::new(me.lang, listed.page, shown, wanted.pages()),
        more,
        tokens: frame::tokens(me),
    }))
}

/// What stands above the list of an office, unless something is looked for.
async fn above(
    state: &ServerState,
    me: &SignedIn,
    desk: &Desk<'_>,
    wanted: &Wanted,
) -> Result<(Option<Nobody>, Option<Pace>), Problem> {
    if wanted.searches() || wanted.page > 1 || desk.purpose != Purpose::Office {
        return Ok((None, None));
    }
    let overview = state.app.overview(&me.session).await;
    let Some(overview) = overview.map_err(|error| problem(&error))? else {
        return Ok((None, None));
    };
    let nobody = Nobody::of(desk.lang, &desk.names, &overview);
    Ok((nobody, Some(Pace::of_list(desk.lang, &overview))))
}

/// The page that was asked for; unless an order was, what is urgent comes first.
async fn listed(state: &ServerState, me: &SignedIn, wanted: &Wanted) -> Result<Listed, Problem> {
    let ask = |sort: Sort| wanted.of(me.session.user, sort);
    let app = &state.app;
    let first = app
        .list(&me.session, ask(wanted.sort.unwrap_or_default()))
        .await;
    let mut first = first.map_err(|error| problem(&error))?;
    let all: u64 = first.counts.iter().map(|(_, count)| count).sum();
    if wanted.sort.is_some() || all > OPENED_WHOLE {
        return Ok(first);
    }
    if first.total <= PAGE {
        first.items.sort_by_key(Item::turn);
        return Ok(first);
    }
    let urgent = app.list(&me.session, ask(Sort::Urgency)).await;
    urgent.map_err(|error| problem(&error))
}

/// One tab for everything and one for each part of the way, with how many cases there are.
fn tabs(desk: &Desk<'_>, wanted: &Wanted, counts: &[(Class, u64)]) -> Vec<Link> {
    let all: u64 = counts.iter().map(|(_, count)| count).sum();
    let tab = |key: &str, class: Option<Class>, count: u64| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        Link::new(desk.lang.t1(key, "count", count), wanted.tab(class))
            .current_if(wanted.class == class && !wanted.searches())
    };
    let mut tabs = vec![tab("cases-tab-all", None, all)];
    for (class, key) in classes(desk.purpose) {
        let count = counts
            .iter()
            .filter(|(c, _)| c == class)
            .map(|(_, n)| n)
            .sum();
        tabs.push(tab(key, Some(*class), count));
    }
    tabs
}

/// The parts of the way a group has to do with, and what it calls them.
const fn classes(purpose: Purpose) -> &'static [(Class, &'static str)] {
    match purpose {
        Purpose::Partner => &[
            (Class::Referral, "cases-tab-referral"),
            (Class::Intake, "cases-tab-intake"),
            (Class::Assessment, "cases-tab-assessment"),
            (Class::Decision, "cases-tab-decision"),
        ],
        Purpose::Intake => &[
            (Class::Intake, "cases-tab-here"),
            (Class::Assessment, "cases-tab-assessment"),
            (Class::Decision, "cases-tab-decision"),
        ],
        _ => &[
            (Class::Intake, "cases-tab-offered"),
            (Class::Assessment, "cases-tab-assessed"),
            (Class::Decision, "cases-tab-decision"),
        ],
    }
}

/// What an empty list says, and what to do next.
fn empty(
    desk: &Desk<'_>,
    begins: bool,
    wanted: &Wanted,
    listed: &Listed,
) -> (String, Option<Link>) {
    if !listed.items.is_empty() {
        return (String::new(), None);
    }
    let all: u64 = listed.counts.iter().map(|(_, count)| count).sum();
    if all > 0 {
        let link = Link::new(desk.lang.t("cases-show-all"), "/cases");
        let key = if wanted.searches() {
            "cases-none-found"
        } else {
            "cases-none-fit"
        };
        return (desk.lang.t(key), Some(link));
    }
    let key = match desk.purpose {
        Purpose::Partner if begins => "cases-none-partner",
        Purpose::Partner => "cases-none-supervisor",
        Purpose::Intake => "cases-none-intake",
        _ => "cases-none-office",
    };
    (desk.lang.t(key), None)
}

fn more(wanted: &Wanted, page: usize, total: usize) -> More {
    More {
        hidden: wanted.hidden(),
        previous: (page > 1).then(|| page.saturating_sub(1)),
        next: (page < total).then(|| page.saturating_add(1)),
    }
}

//! First contact. Outside: whoever has no account reads what a partner can do, writes, and comes back with a receipt code.
//! Inside: the partner's desk.
//!
//! Outside nothing is remembered: the code travels in the body of each form, never in an address or a cookie, and stands on
//! the page before anything is sent. Pages are not stored and can be left at once.

mod desk;
mod file;
mod list;
mod said;
mod thread;
mod write;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use axum::routing::{get, post};
use safeconduct_casework::document::LARGEST;
use safeconduct_domain::policy::Says;

use super::frame;
use crate::state::{ServerState, problem};
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html};
use crate::web::parts::Link;
use crate::web::problem::Problem;

/// Whoever sends a file that is too large gets a page that says so, up to here.
const PATIENCE: usize = 4 * LARGEST as usize;
/// What carries the receipt code in a form.
const CODE: &str = "code";

/// The pages of both sides.
pub fn routes() -> Router<ServerState> {
    let files = axum::extract::DefaultBodyLimit::max(PATIENCE);
    Router::new()
        .route("/first-contact", get(partners))
        .route("/first-contact/return", get(thread::ask).post(thread::open))
        .route("/first-contact/more", post(thread::more))
        .route("/first-contact/channel", post(thread::channel))
        .route("/first-contact/take-back", post(thread::take_back))
        .route("/first-contact/file", post(file::take).layer(files))
        .route("/first-contact/to/{partner}", get(partner))
        .route(
            "/first-contact/to/{partner}/write",
            get(write::show).post(write::take),
        )
        .route("/first-contacts", get(list::show).post(list::decline))
        .route("/first-contacts/{contact}", get(desk::show))
        .route("/first-contacts/{contact}/answer", post(desk::answer))
        .route("/first-contacts/{contact}/take-up", post(desk::take_up))
        .route(
            "/first-contacts/{contact}/files/{document}",
            get(desk::file),
        )
}

/// The frame of a page outside: it can be left at once.
fn outside(lang: Lang, uri: &Uri, title: impl Into<String>) -> Page {
    frame::outside(lang, uri, title).quick_exit()
}

/// What one partner says.
struct PartnerView {
    name: String,
    href: Option<String>,
    about: Vec<String>,
    criteria: Vec<String>,
    not: Vec<String>,
    elsewhere: Vec<String>,
}

impl PartnerView {
    async fn of(state: &ServerState, lang: Lang, code: &str) -> Result<Self, Problem> {
        let (policy, today) = (state.app.policy(), state.app.today());
        let said = policy.first_contact(code, today);
        let of = |kind: Says| -> Vec<String> {
            let these = said.iter().filter(|s| s.says == kind);
            these.map(|s| lang.text(&s.text).to_owned()).collect()
        };
        let takes = state.app.takes_first_contacts(code).await;
        let takes = takes.map_err(|error| problem(&error))?;
        let partner = policy.partner(code, today).ok_or(Problem::NotFound)?;
        Ok(Self {
            name: lang.text(&partner.name).to_owned(),
            href: takes.then(|| format!("/first-contact/to/{code}")),
            about: of(Says::About),
            criteria: of(Says::Criterion),
            not: of(Says::Not),
            elsewhere: of(Says::Elsewhere),
        })
    }
}

#[derive(Template)]
#[template(path = "first_contact.html")]
struct PartnersPage {
    page: Page,
    partners: Vec<PartnerView>,
}

async fn partners(
    State(state): State<ServerState>,
    lang: Lang,
    uri: Uri,
) -> Result<Response, Problem> {
    let mut partners = Vec::new();
    for partner in state.app.policy().partners(state.app.today()) {
        partners.push(PartnerView::of(&state, lang, &partner.code).await?);
    }
    // those that take any come first
    partners.sort_by_key(|partner| partner.href.is_none());
    Ok(html(&PartnersPage {
        page: outside(lang, &uri, lang.t("first-contact-title")),
        partners,
    }))
}

#[derive(Template)]
#[template(path = "first_contact_partner.html")]
struct PartnerPage {
    page: Page,
    partner: PartnerView,
    write: Link,
}

async fn partner(
    State(state): State<ServerState>,
    lang: Lang,
    Path(code): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let partner = PartnerView::of(&state, lang, &code).await?;
    let place = partner.href.clone().ok_or(Problem::NotFound)?;
    let page = outside(lang, &uri, partner.name.clone());
    Ok(html(&PartnerPage {
        page: page.crumb(lang.t("first-contact-title"), "/first-contact"),
        write: Link::new(lang.t("first-contact-begin"), format!("{place}/write")),
        partner,
    }))
}

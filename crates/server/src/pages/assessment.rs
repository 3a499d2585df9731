//! The assessment at a migration office: eligibility, admissibility, interview, fairness, status queries, decision.
//!
//! No page here has a field by which somebody could be found not to be a human rights defender: that is the partner's
//! word, and a doubt about it is asked, never decided.

mod admissibility;
pub(super) mod conviction;
mod decision;
mod eligibility;
mod fairness;
pub(super) mod hearing;
mod interview;
mod needs;
mod status_query;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::Router;
use axum::http::Uri;
use axum::routing::get;
use safeconduct_domain::person::Person;
use safeconduct_domain::reassignment::Piece;
use safeconduct_domain::tasks::{State, Task};

use super::casefile::{Desk, relationship};
use crate::state::{ServerState, SignedIn};
use crate::web::i18n::Lang;
use crate::web::parts::{Link, Tag, Tone};
use crate::web::problem::Problem;

/// How much of a long text stands on a page beside others, in characters; the whole has a page of its own.
const EXCERPT: usize = 3000;

/// The pages of the assessment.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/cases/{case}/eligibility/{person}", get(eligibility::show))
        .route(
            "/cases/{case}/admissibility/{person}",
            get(admissibility::show),
        )
        .route("/cases/{case}/interview", get(interview::show))
        .route("/cases/{case}/fairness", get(fairness::show))
        .route("/cases/{case}/status-queries", get(status_query::show))
        .route("/cases/{case}/decision/{person}", get(decision::show))
}

/// Opens a case for its office; to everybody else these pages are not there.
async fn open<'s>(
    state: &'s ServerState,
    me: &'s SignedIn,
    uri: &'s Uri,
    case: &str,
    what: &str,
) -> Result<Desk<'s>, Problem> {
    let desk = Desk::open(state, me, uri, case, what).await?;
    if desk.assesses() {
        Ok(desk)
    } else {
        Err(Problem::NotFound)
    }
}

/// The way between the pages of one person, and to the same page of the others.
#[derive(Template)]
#[template(path = "_person_nav.html")]
struct PersonNav {
    role: String,
    label: String,
    pages: Vec<Link>,
    others_label: String,
    others: Vec<Link>,
}

impl HtmlSafe for PersonNav {}

impl PersonNav {
    fn new(desk: &Desk<'_>, person: &Person, at: &str) -> Self {
        let place = |page: &str, of: &Person| match page {
            "persons" => format!("{}/persons/{}", desk.base(), of.id),
            page => format!("{}/{page}/{}", desk.base(), of.id),
        };
        let pages = [
            ("eligibility", "todo-eligibility"),
            ("admissibility", "todo-admissibility"),
            ("decision", "todo-decision"),
            ("persons", "person-title"),
        ];
        let travels = person.details.travels();
        let pages = pages
            .iter()
            .filter(|(page, _)| travels || *page != "decision");
        let others = desk.case().referral.present().filter(|p| p.id != person.id);
        let others = others.filter(|p| at != "decision" || p.details.travels());
        Self {
            role: relationship(desk.lang(), person),
            label: desk.t("person-pages"),
            pages: pages
                .map(|(page, key)| {
                    Link::new(desk.t(key), place(page, person)).current_if(*page == at)
                })
                .collect(),
            others_label: desk.t("person-others"),
            others: others
                .map(|p| Link::new(p.details.full_name(), place(at, p)))
                .collect(),
        }
    }
}

/// The state of a task as a tag.
fn state_tag(lang: Lang, task: &Task) -> Tag {
    let (key, tone) = match task.state {
        State::NotStarted => ("task-state-not-started", Tone::Neutral),
        State::Waiting => ("task-state-waiting", Tone::Waiting),
        State::Done => ("task-state-done", Tone::Done),
        State::Concern => ("task-state-concern", Tone::Urgent),
        State::Expired => ("task-state-expired", Tone::Urgent),
        State::Overridden => ("task-state-overridden", Tone::Waiting),
    };
    Tag::new(lang.t(key), tone)
}

/// That a piece of the assessment was made before the case changed hands, and whether it was assessed afresh since.
fn earlier(desk: &Desk<'_>, piece: &Piece) -> Option<String> {
    let case = desk.case();
    case.hands.earlier(case.officer, piece)?;
    let key = match case.hands.task(case.officer) {
        Some(State::Done) => "finding-earlier-afresh",
        _ => "finding-earlier",
    };
    Some(desk.t(key))
}

/// The paragraphs of a text, cut where it is long; whether it was cut.
fn excerpt(text: &str) -> (Vec<String>, bool) {
    let cut = text.chars().count() > EXCERPT;
    let kept: String = text.chars().take(EXCERPT).collect();
    let mut lines = paragraphs(&kept);
    if cut && let Some(last) = lines.last_mut() {
        last.push('…');
    }
    (lines, cut)
}

/// The paragraphs of a text.
fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(str::to_owned).collect()
}
